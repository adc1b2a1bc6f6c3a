"""Places and their candidates as numbers, made once for each place of a long text.

The words of a batch that were not met before are added together: what does not depend on the
lemma comes from the mould of the word, the rest is a few array operations over all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from qualcode.polish.candidates import Candidates, Place
from qualcode.polish.features import (
    LEMMA,
    MAYBE,
    MAYBE_CASE,
    PRIOR,
    PRIOR_KIND,
    SHAPE,
    Store,
    anatomy,
    number,
    numbers,
)
from qualcode.polish.moulds import Candidate, Cast, Mould, Slot
from qualcode.polish.prior import ARCHAIC, UNSEEN, UNSEEN_CELL, Prior, cell, ending, steps

_MOST_KEPT = 60_000
_STEPS = 8
_LEVELS = np.array(
    [[number(f"level {-step} {archaic}") for step in range(_STEPS)] for archaic in (0, 1)],
    dtype=np.uint64,
)


class _Pattern(NamedTuple):
    """What a mould says in numbers.

    Parameters
    ----------
    first, size : int
        Rows of its slots.
    lexemes : tuple of (int, str)
        Which lemma, and what follows it in the keys of the prior.
    lemmas : tuple of (int, str)
        Which lemma, and what stands before it in its feature.
    maybe, cases : int
        Numbers of what the word may be; ``maybe`` is 0 for punctuation.
    """

    first: int
    size: int
    lexemes: tuple[tuple[int, str], ...]
    lemmas: tuple[tuple[int, str], ...]
    maybe: int
    cases: int


class Entries:
    """Numbers of places and of their candidates, made once and looked up by place.

    Parameters
    ----------
    candidates : Candidates
    prior : Prior

    Attributes
    ----------
    places, spans, labels, genders : Store
        Numbers of places; first candidate and number of candidates of each place; numbers of
        candidates; their genders as bits.
    age : int
        Grows when the store starts anew and all indices given before are void.
    """

    def __init__(self, candidates: Candidates, prior: Prior) -> None:
        self.candidates = candidates
        self.prior = prior
        self.age = 0
        self._empty()

    def __call__(self, keys: Sequence[Place | str]) -> list[int]:
        """Return the indices of places in ``places``; a bare form is a place of no interest."""
        known = self._known
        new = dict.fromkeys(key for key in keys if key not in known)
        if new:
            self._add(list(new))
        return [known[key] for key in keys]

    def trim(self) -> None:
        """Start anew when the store is full; indices given before are void."""
        if len(self._known) >= _MOST_KEPT:
            self.age += 1
            self._empty()

    def of(self, index: int) -> tuple[Candidate, ...]:
        """Return the candidates of a place."""
        return self._casts[index].candidates()

    def chosen(self, indices: np.ndarray) -> list[Candidate]:
        """Return candidates by their indices in ``labels``."""
        owners = self._owners[indices][:, 0]
        places = (indices - self.spans[owners][:, 0]).tolist()
        casts = self._casts
        return [
            casts[owner].candidate(place)
            for owner, place in zip(owners.tolist(), places, strict=True)
        ]

    def _empty(self) -> None:
        self._known: dict[Place | str, int] = {}
        self._casts: list[Cast] = [Cast(Mould(()), ())]
        self.places, self.spans = Store(8, np.uint64), Store(2, np.int64)
        self.labels, self.genders = Store(9, np.uint64), Store(1, np.uint8)
        self.places.add([[number(f"<>{column}") for column in range(8)]])
        self.spans.add([[0, 0]])
        self._owners = Store(1, np.int64)
        self._patterns: dict[Mould, _Pattern] = {}
        self._templates: dict[tuple[object, ...], int] = {}
        self._sorts: dict[str, int] = {}
        self._told: dict[int, int] = {}
        self._slots = Store(3, np.int64)  # template, lexeme, lemma with part of speech
        self._shared = Store(9, np.uint64)
        self._kept = Store(3, np.int64)  # genders, sort, archaic
        self._likely = Store(2, np.float64)

    def _add(self, keys: list[Place | str]) -> None:
        asked = [Place(key) if isinstance(key, str) else key for key in keys]
        casts = [self.candidates.cast(place) for place in asked]
        patterns = [self._patterns.get(cast.mould) or self._pattern(cast.mould) for cast in casts]
        counts = np.array([pattern.size for pattern in patterns])
        within = _within(counts)
        firsts = np.array([pattern.first for pattern in patterns])
        slots = self._slots[np.repeat(firsts, counts) + within]
        labels = self._labels(patterns, casts, slots, counts)
        owners = np.arange(len(self._casts), len(self._casts) + len(casts))
        start = self.labels.add(labels)
        self.genders.add(self._kept[slots[:, 0]][:, :1])
        self._owners.add(np.repeat(owners, counts)[:, None])
        self.spans.add(np.column_stack([start + np.cumsum(counts) - counts, counts]))
        self.places.add(_place_numbers(asked, patterns))
        self._casts += casts
        self._known.update(zip(keys, owners.tolist(), strict=True))

    def _labels(
        self, patterns: list[_Pattern], casts: list[Cast], slots: np.ndarray, counts: np.ndarray
    ) -> np.ndarray:
        """Return the numbers of the candidates of new places."""
        both = list(zip(patterns, casts, strict=True))
        labels: np.ndarray = self._shared[slots[:, 0]]
        texts = [before + cast.lemmas[i] for pattern, cast in both for i, before in pattern.lemmas]
        starts = _starts([len(pattern.lemmas) for pattern in patterns])
        labels[:, LEMMA] = numbers(texts)[slots[:, 2] + np.repeat(starts, counts)]
        theta = self.prior.theta.get
        known = [
            theta(cast.lemmas[i] + after, 0.0)
            for pattern, cast in both
            for i, after in pattern.lexemes
        ]
        begins = _starts([len(pattern.lexemes) for pattern in patterns])
        lexemes = slots[:, 1] + np.repeat(begins, counts)
        psi, archaic = self._likely[slots[:, 0]].T
        weights = (np.array(known)[lexemes] + UNSEEN) * psi * archaic
        level = -steps(_shares(weights, _starts(counts)))
        totals = np.bincount(lexemes, weights)
        kind = -steps(_shares(totals, begins))[lexemes]
        _, sorts, old = self._kept[slots[:, 0]].T
        labels[:, PRIOR] = _LEVELS[old, level]
        labels[:, PRIOR_KIND] = self._levels((sorts * _STEPS + level) * _STEPS + kind)
        return labels

    def _levels(self, keys: np.ndarray) -> np.ndarray:
        """Return the numbers of levels together with the sort of candidate."""
        distinct, where = np.unique(keys, return_inverse=True)
        names = list(self._sorts)
        for key in distinct.tolist():
            if key not in self._told:
                sort, levels = divmod(key, _STEPS**2)
                level, kind = divmod(levels, _STEPS)
                self._told[key] = number(f"level {-level} {-kind} {names[sort]}")
        return np.array([self._told[key] for key in distinct.tolist()], dtype=np.uint64)[where]

    def _pattern(self, mould: Mould) -> _Pattern:
        lexemes: dict[tuple[int, str], int] = {}
        lemmas: dict[tuple[int, str], int] = {}
        rows = []
        sorts, cases = set(), set()
        for slot in mould.slots:
            parts = anatomy(slot.tag)
            after = (slot.lemma, ending(slot.upos, parts.tag_class))
            before = (slot.lemma, f"{slot.upos} ")
            rows.append(
                (
                    self._template(slot),
                    lexemes.setdefault(after, len(lexemes)),
                    lemmas.setdefault(before, len(lemmas)),
                )
            )
            sorts.add(f"{slot.upos}/{parts.tag_class}")
            cases.add(f"{slot.upos[:2]}{parts.slot}")
        found = self._patterns[mould] = _Pattern(
            self._slots.add(rows),
            len(rows),
            tuple(lexemes),
            tuple(lemmas),
            0 if sorts == {"PUNCT/interp"} else number("_".join(sorted(sorts)[:6])),
            number("_".join(sorted(cases))),
        )
        return found

    def _template(self, slot: Slot) -> int:
        """Return the row of what does not depend on the word."""
        known = self._templates.get(slot[1:])
        if known is not None:
            return known
        parts = anatomy(slot.tag)
        sort, mark = f"{slot.upos}/{parts.tag_class}", "C" if slot.capital else "c"
        names = "".join(sorted({name[:7] for name in slot.kinds}))
        self._kept.add(
            [
                (
                    parts.genders,
                    self._sorts.setdefault(f"{sort} {mark}", len(self._sorts)),
                    slot.archaic,
                )
            ]
        )
        psi = self.prior.psi.get(cell(slot.tag), UNSEEN_CELL)
        self._likely.add([(psi, ARCHAIC if slot.archaic else 1.0)])
        row = (
            1, number(sort + mark), number(f"{sort} {parts.slot}{parts.rest}"), 0,
            number(slot.upos), number(parts.slot) if parts.slot else 0, 0, 0,
            number(f"{sort} {names} {mark}"),
        )  # fmt: skip
        found = self._templates[slot[1:]] = self._shared.add(np.array([row], dtype=np.uint64))
        return found


def _starts(counts: Sequence[int] | np.ndarray) -> np.ndarray:
    return np.cumsum(counts) - counts


def _within(counts: np.ndarray) -> np.ndarray:
    return np.arange(counts.sum()) - np.repeat(_starts(counts), counts)


def _shares(values: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Return values as shares of the greatest of their group."""
    best = np.maximum.reduceat(values, starts)
    return values / np.repeat(best, np.diff(np.append(starts, len(values))))


def _place_numbers(asked: list[Place], patterns: list[_Pattern]) -> np.ndarray:
    lows = [_look(place.form) for place in asked]
    cuts = chain.from_iterable((low, low[-2:], low[-3:], low[-4:], low[:3]) for low in lows)
    found = np.zeros((len(asked), 8), dtype=np.uint64)
    found[:, (0, 1, 2, 3, 7)] = numbers(cuts).reshape(-1, 5)
    told = [
        (
            number(f"{_shape(place.form)}{'^' if place.opens else ''}{place.stop[:1]}"),
            pattern.maybe or number("P" + place.form[:1]),
            pattern.cases,
        )
        for place, pattern in zip(asked, patterns, strict=True)
    ]
    found[:, (SHAPE, MAYBE, MAYBE_CASE)] = np.array(told, dtype=np.uint64)
    return found


def _look(form: str) -> str:
    low = form.lower()
    return _digits(low) if low[:1].isdigit() else low


def _digits(form: str) -> str:
    """Return what counts in a number: its size, and whether it may be a year."""
    if form.isdigit():
        year = len(form) == 4 and form[:2] in ("17", "18", "19", "20")
        return "year" if year else f"{len(form)}d{form if len(form) == 1 else ''}"
    return "".join("0" if sign.isdigit() else sign for sign in form)


def _shape(form: str) -> str:
    if len(form) > 1 and form.isupper():
        return "A"
    if form[:1].isupper():
        return "C"
    return "d" if form[:1].isdigit() else "l"
