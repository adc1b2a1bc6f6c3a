"""Where units begin in speech written down without marks or capitals.

Every gap between words gets a score, a sum of weights of hashed features: words, lemmas and
classes around it, finite verbs near it. The cuts with the best sum of scores and of what is usual
for the length of a unit are found by dynamic programming (semi-Markov decoding,
Sarawagi and Cohen 2004), so one strong cut is not followed by another three words later.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from qualcode.polish.features import Store, number
from qualcode.polish.readings import Reading, dictionary

BITS = 18
SCALE = 32
"""Weights are whole numbers, this many to one natural logarithm of odds."""
LONGEST, SHORTEST = 40, 4
"""Words of a unit, at most and at least."""
_USUAL, _SPREAD = 9.0, 0.6
"""Words of a usual unit and the deviation of their logarithm."""
_RELUCTANCE = -1.1
"""Scores below it speak against a cut; under zero, since a unit may end at a comma too."""
_HOPELESS = -3.0
"""Gaps with a lower score are not tried, except the best of every ten."""
_MARGIN = 4
_MOST_KEPT = 60_000
_FINITE = frozenset("fin praet impt imps bedzie pred winien".split())
_CLOSED = frozenset("prep conj comp part ppron12 ppron3 siebie interj bedzie pred".split())
_NOMINAL = frozenset("subst adj ger ppas pact depr num ppron12 ppron3 siebie prep".split())
_CASES = {"nom": 1, "gen": 2, "dat": 4, "acc": 8, "inst": 16, "loc": 32, "voc": 64}
_FREQUENT = frozenset(
    "być mieć móc musieć chcieć mówić powiedzieć wiedzieć dziękować prosić ten który taki jaki "
    "każdy mój nasz swój sam wszystko kto co nic nikt coś ktoś to tam tu tak jak gdzie kiedy teraz "
    "potem dobrze pan pani".split()
)
_TEXTS = "wlcre"
"""Word, lemmas, classes with cases, role (a function word itself, else its class), ending."""
_VERB, _VERB_ONLY, _SUBORDINATOR, _CASE_BITS = range(len(_TEXTS), len(_TEXTS) + 4)
_MEASURES = ("verb<", "verb>", "sure<", "sure>", "clause<", "agree")
_TEMPLATES = """\
one|w-1|w0|w-2|w1|l-1|l0|c-1|c0
w-2 w-1|w0 w1|w-1 w0|l-1 r0|r-1 l0|l-1 l0|c-1 c0|c-1 w0|w-1 c0|r-1 r0|r-2 r-1|r0 r1|e-1 r0|r-1 e0
verb< verb>|verb< w0|verb> w-1|verb< c0|verb> c-1|sure< sure>|sure< w0|sure> w0|clause< w0
w-3 w-2 w-1|w0 w1 w2|w-2 w-1 w0|w-1 w0 w1|l-2 r-1 r0|r-2 r-1 r0|r-1 r0 r1|r0 r1 r2|r-3 r-2 r-1
verb< verb> r0|sure< sure> w0|clause< sure< verb>|agree c-1 c0|agree verb< verb>
r-2 r-1 r0 r1|r0 r1 r2 r3|r-1 r0 r1 r2"""
"""What is paired with what: a column of a word and its place (0 is the word after the gap)."""
_GOLDEN, _MIXER = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)


class Traits:
    """What features need of a form, as numbers in rows; bounded cache."""

    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._rows = Store(len(_TEXTS) + 4, np.uint64)
        self._rows.add([[number(f"{name}<>") for name in _TEXTS] + [0] * 4])
        self._known: dict[str, int] = {}

    def __call__(self, forms: Sequence[str]) -> np.ndarray:
        """Return a row for every form, with empty ones on both sides."""
        if len(self._known) > _MOST_KEPT:
            self._forget()
        margin = [0] * _MARGIN
        indices = [*margin, *map(self._index, forms), *margin]
        return self._rows[np.array(indices, dtype=np.int64)]

    def _index(self, form: str) -> int:
        index = self._known.get(form)
        if index is None:
            index = self._known[form] = self._rows.add([_traits(form)])
        return index


def _traits(form: str) -> list[int]:
    readings = dictionary().readings(form) or dictionary().readings(form.capitalize())
    classes = {reading.tag.partition(":")[0] for reading in readings}
    lemmas = sorted({r.lemma for r in readings if not r.archaic} or {r.lemma for r in readings})
    cases = _cases(readings)
    looks = f"{'_'.join(sorted(classes)[:5])}:{cases}"
    plain = classes.isdisjoint(_CLOSED) and _FREQUENT.isdisjoint(lemmas)
    texts = (
        form,
        "_".join(lemmas[:3]) or f"?{form[-3:]}",
        looks,
        looks if plain else form,
        form[-3:],
    )
    numbers = [number(name + text) for name, text in zip(_TEXTS, texts, strict=True)]
    verb = not classes.isdisjoint(_FINITE)
    return [*numbers, verb, verb and classes <= _FINITE, "comp" in classes, cases]


def _cases(readings: Sequence[Reading]) -> int:
    found = 0
    for reading in readings:
        first, *parts = reading.tag.split(":")
        if first in _NOMINAL:
            for value in ".".join(parts).split("."):
                found |= _CASES.get(value, 0)
    return found


@lru_cache(maxsize=1)
def _plan() -> tuple[list[np.ndarray], list[int]]:
    """Return, part by part, which column every template takes, and how many have that part."""
    names = ["one", *_MEASURES]
    names += [f"{name}{place}" for place in range(-3, 4) for name in _TEXTS]
    templates = sorted(
        (line.split() for line in _TEMPLATES.replace("\n", "|").split("|")), key=len, reverse=True
    )
    parts = [[names.index(t[depth]) for t in templates if len(t) > depth] for depth in range(4)]
    return [np.array(part) for part in parts], [len(part) for part in parts]


def addresses(forms: Sequence[str], traits: Traits) -> np.ndarray:
    """Return where the weights of every gap are.

    Parameters
    ----------
    forms : sequence of str
        Words in small letters, without marks.
    traits : Traits

    Returns
    -------
    ndarray of int64, shape (len(forms) - 1, n_features)
        Row 0 is the gap before the second word.
    """
    rows = traits(forms)
    at = np.arange(1, len(forms)) + _MARGIN
    places = np.stack([np.ones(len(at), dtype=np.uint64), *_measures(rows, at)], axis=1)
    around = [rows[at + place, : len(_TEXTS)] for place in range(-3, 4)]
    parts = np.concatenate([places, *around], axis=1)
    columns, counts = _plan()
    mixed = parts[:, columns[0]]
    for chosen, count in zip(columns[1:], counts[1:], strict=True):
        left = mixed[:, :count]
        mixed[:, :count] = (left ^ left >> np.uint64(31)) * _GOLDEN + parts[:, chosen]
    mixed = (mixed ^ mixed >> np.uint64(29)) * _MIXER
    mixed += np.arange(mixed.shape[1], dtype=np.uint64) * _GOLDEN
    mixed = (mixed ^ mixed >> np.uint64(32)) * _MIXER
    return (mixed >> np.uint64(64 - BITS)).astype(np.int64)


def _measures(rows: np.ndarray, at: np.ndarray) -> list[np.ndarray]:
    """Return how far the nearest verbs and subordinators are, and whether cases agree."""
    places = np.arange(len(rows))

    def since(column: int, most: int) -> np.ndarray:
        last = np.maximum.accumulate(np.where(rows[:, column] > 0, places, -most))
        return np.minimum(at - last[at - 1], most).astype(np.uint64)

    def until(column: int, most: int) -> np.ndarray:
        far = len(rows) + most
        following = np.where(rows[:, column] > 0, places, far)[::-1]
        return np.minimum(np.minimum.accumulate(following)[::-1][at] - at, most).astype(np.uint64)

    before, after = rows[at - 1, _CASE_BITS], rows[at, _CASE_BITS]
    both = (before > 0) & (after > 0)
    agree = np.where(both, np.where(before & after, 1, 2), 0).astype(np.uint64)
    return [
        since(_VERB, 8), until(_VERB, 6), since(_VERB_ONLY, 12), until(_VERB_ONLY, 8),
        since(_SUBORDINATOR, 9), agree,
    ]  # fmt: skip


def divide(scores: Sequence[float]) -> list[int]:
    """Return the words that begin a new unit, the first word left out.

    Parameters
    ----------
    scores : sequence of float
        Logarithm of the odds of a boundary before the second word, the third and so on.
    """
    end = len(scores) + 1
    points = [0, *_tried(scores), end]
    best, back = [0.0], [0]
    lengths = _lengths()
    first = 0
    for place, point in enumerate(points[1:], 1):
        while point - points[first] > LONGEST:
            first += 1
        gain = 0.0 if point == end else scores[point - 1] - _RELUCTANCE
        reached = [
            value + lengths[point - start]
            for value, start in zip(best[first:], points[first:place], strict=True)
        ]
        top = max(reached)
        best.append(top + gain)
        back.append(first + reached.index(top))
    cuts = []
    at = back[-1]
    while at:
        cuts.append(points[at])
        at = back[at]
    return cuts[::-1]


def _tried(scores: Sequence[float]) -> list[int]:
    """Return the gaps worth trying: the likely ones, and the best of every ten."""
    worth = {place for place, score in enumerate(scores, 1) if score > _HOPELESS}
    for start in range(0, len(scores), 10):
        near = range(start, min(start + 10, len(scores)))
        worth.add(1 + max(near, key=lambda place: (scores[place], -place)))
    return sorted(worth)


@lru_cache(maxsize=1)
def _lengths() -> list[float]:
    """Return what is added for a unit of so many words."""
    lengths = np.log(np.arange(1, LONGEST + 1) / _USUAL)
    usual = -(lengths**2) / (2 * _SPREAD**2)
    usual[: SHORTEST - 1] -= 1e3
    return [-1e6, *usual.tolist()]
