"""A whole meeting divided into questions by what was learned from other meetings.

Four kinds of evidence are weighed: what the words of every turn speak of, whether a new question
begins at a turn, which one its opening puts, and which question follows which. The best division
is found by dynamic programming (:mod:`qualcode.reading.agendas.divisions`): a section of a few turns costs,
so does a question put a second time by the same source (talk, flip chart, survey), and so does one
of another guide than the rest. A section that only the order of the guide gives a question to has none
(:func:`keep_founded`): a meeting may follow no guide we know. The weights come from ``benchmarks/reading_agenda.py`` and are
applied with numpy alone.
"""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qualcode import resources
from qualcode.errors import MissingPartError
from qualcode.reading.agendas.divisions import NEVER, Division, Table
from qualcode.reading.agendas.origins import origin_features
from qualcode.reading.agendas.questions import CLOSE, PASS_ON, Guide, match_question, ordinals

Turns = list[tuple[bool, str]]
OTHER_STATES = ("<", "-", ">")  # before the first question, a break, after the last one
SCALE = 100  # the weights are kept as whole hundredths
BIAS = ""
_NAMED, _CUE, _ORDINAL = 4.0, 4.0, 1.0
_BEFORE = 0.3  # share that the words of the turn before count for an answer that opens a section
_END = 1.0
# Chosen in the folds: a section has no question whose words, in all or a turn, and whose opening speak
# for it less than one of these
_GROUNDLESS = ((9.0, 0.5, 0.3), (5.0, 0.0, 1.2))
_RARE = 3.0  # cost of a rare question none of whose own words is spoken
NEAR = 12  # turns in which a rare question must be spoken of by its own words
_FEWEST = 4  # words of a turn that opens a question without naming it
_OPENING = 600  # letters of a facilitator's turn that may open a question
_STEM = 6
_LENGTHS = (4, 8, 15, 30)
_SHARES = (0.02, 0.05, 0.1, 0.9, 0.95)
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True)
class Weights:
    """What was learned: sums of rows are log odds, columns are ``states``.

    Parameters
    ----------
    states : tuple of str
        Ids of the questions of a guide, then :data:`OTHER_STATES`.
    words, openings : dict of str to array, shape (states,)
        Word beginning of a turn, phrase of an opening.
    begins : dict of str to float
        Feature of :func:`place_features` → how much it speaks for a new section.
    steps : array, shape (states, states)
        Log probability that a section follows a section.
    """

    states: tuple[str, ...]
    words: dict[str, Table]
    openings: dict[str, Table]
    begins: dict[str, float]
    steps: Table

    def as_json(self) -> str:
        """Return the weights as text, one feature a line, in whole hundredths."""
        parts: dict[str, Any] = {
            "states": list(self.states),
            "words": {key: _whole(row) for key, row in sorted(self.words.items())},
            "openings": {key: _whole(row) for key, row in sorted(self.openings.items())},
            "begins": {key: round(value * SCALE) for key, value in sorted(self.begins.items())},
            "steps": [_whole(row) for row in self.steps],
        }
        text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
        return text.replace("],", "],\n") + "\n"


def _whole(row: Table) -> list[int]:
    return [int(value) for value in np.rint(row * SCALE)]


def load_weights(text: str) -> Weights:
    """Return weights from the text of :meth:`Weights.as_json`."""
    parts = json.loads(text)
    begins = {key: value / SCALE for key, value in parts["begins"].items()}
    steps = np.array(parts["steps"]) / SCALE
    words, openings = _tables(parts["words"]), _tables(parts["openings"])
    return Weights(tuple(parts["states"]), words, openings, begins, steps)


def _tables(rows: dict[str, list[int]]) -> dict[str, Table]:
    return {key: np.array(row) / SCALE for key, row in rows.items()}


@cache
def shipped_weights() -> Weights | None:
    """Return the weights for the shipped guide, None where they are missing."""
    try:
        path = resources.find("models/cus/agenda.json")
    except MissingPartError:
        return None
    return load_weights(path.read_text(encoding="utf-8"))


def stems(text: str) -> set[str]:
    """Return the word beginnings of a text that the weights speak of."""
    return {word[:_STEM] for word in _WORD.findall(text.lower())}


def phrases(text: str) -> set[str]:
    """Return what an opening is known by: word beginnings, pairs of them, a question mark."""
    words = [word[:_STEM] for word in _LETTERS.findall(text[:_OPENING].lower())]
    pairs = {f"{first} {second}" for first, second in itertools.pairwise(words)}
    return {*words, *pairs, *(["?"] if "?" in text[:_OPENING] else [])}


def may_open(text: str) -> bool:
    """Tell whether a turn is long enough to open a question it does not name; "ojej" is not.

    To ask besides that it asks or announces cost five points on speech without punctuation.
    """
    return len(_LETTERS.findall(text)) >= _FEWEST


@cache
def cue_patterns(guide: Guide) -> tuple[re.Pattern[str] | None, ...]:
    """Return the pattern of the cues of each question, None where it has none."""
    return tuple(re.compile(rf"(?i)\b(?:{q.cues})\b") if q.cues else None for q in guide)


def named_and_cued(turns: Turns, guide: Guide) -> tuple[Table, Table]:
    """Return where the facilitator names a question and says a cue of it, shape (turns, guide)."""
    named, cued = np.zeros((2, len(turns), len(guide)))
    places = {question.text: place for place, question in enumerate(guide)}
    for number, (leads, text) in enumerate(turns):
        if leads:
            said = match_question(text, guide)
            if said:
                named[number, places[said]] = 1
            cued[number] = [bool(cue and cue.search(text)) for cue in cue_patterns(guide)]
    return named, cued


def place_features(
    turns: Turns, named: Table, cued: Table, origins: list[set[str]]
) -> list[set[str]]:
    """Return, per turn, what tells whether a new section begins there: who speaks, when, how."""
    found = []
    leads = [False, *(leads for leads, _ in turns), False]
    for number, (mine, text) in enumerate(turns):
        before, after = leads[number], leads[number + 2]
        features = {f"who {mine:d}{before:d}{after:d}", *origins[number]}
        features.add(f"when {mine:d}{_bucket(number / len(turns), _SHARES)}")
        features.add(f"long {mine:d}{_bucket(len(text.split()), _LENGTHS)}")
        if mine:
            features |= _said("", text, named[number], cued[number])
        elif before:
            features |= _said("<", turns[number - 1][1], named[number - 1], cued[number - 1])
        found.append(features)
    return found


def _said(mark: str, text: str, named: Table, cued: Table) -> set[str]:
    """Return the features of a facilitator's turn; a mark tells the turn before from this one."""
    told = {
        "=named": named.any(),
        "=cue": cued.any(),
        "=passing": PASS_ON.search(text[:120]),
        "=ordinal": ordinals(text),
        "=close": CLOSE.search(text),
    }
    kept = {name for name, value in told.items() if value}
    return {mark + name for name in kept | phrases(text)}


def _bucket(value: float, edges: tuple[float, ...]) -> int:
    return sum(value >= edge for edge in edges)


def opening_features(turns: Turns, number: int) -> set[str]:
    """Return what tells which question a section puts that begins at a turn."""
    leads, text = turns[number]
    before, said = turns[number - 1] if number else (False, "")
    if not leads:
        return phrases(said) if before else {f"u:{stem}" for stem in stems(text)}
    return phrases(text) | ({f"<{phrase}" for phrase in phrases(said)} if before else set())


def divide(
    turns: Turns,
    guide: Guide,
    weights: Weights,
    first: dict[int, float] | None = None,
    speakers: list[str] | None = None,
) -> list[int]:
    """Return the place in the guide of the question of each turn, -1 for none.

    Parameters
    ----------
    turns : list of (bool, str)
        Whether the facilitator speaks, and what is said.
    guide : tuple of Question
        The guide the weights were learned for.
    weights : Weights
    first : dict of int to float, optional
        The question the very first turn puts and how surely.
    speakers : list of str, optional
        Labels of the turns; they tell a flip chart and a survey from talk.
    """
    states = weights.states
    said = _spoken(turns, weights)
    origins = origin_features([leads for leads, _ in turns], speakers or [""] * len(turns))
    begins = _openings(turns, guide, weights, origins)
    start = np.full(len(states), NEVER)
    start[len(guide)] = 0.0
    for place, gain in (first or {}).items():
        start[place] = gain
    anew = [bool(features) for features in origins]
    guides = [question.guide for question in guide]
    path = Division(said, begins, weights.steps, guides, anew).best(start)
    return [state if state < len(guide) else -1 for state in path]


def keep_founded(
    turns: Turns,
    guide: Guide,
    weights: Weights,
    places: list[int],
    first: dict[int, float] | None = None,
) -> list[int]:
    """Return the places of :func:`divide`, -1 where nothing that is said speaks for the question.

    A section keeps its question when its opening names it or says a cue of it, or when what was
    learned of openings (against the best of the rest) or of the words of its turns (their sum
    against the mean of all states) speaks for it.

    Parameters
    ----------
    turns, guide, weights, first
        As :func:`divide` takes them.
    places : list of int
        What it returned.
    """
    kept = []
    for place, section in itertools.groupby(range(len(turns)), key=places.__getitem__):
        numbers = list(section)
        begin, end = numbers[0], numbers[-1] + 1
        founded = (
            place < 0
            or (begin == 0 and place in (first or {}))
            or any(told[:, place].any() for told in named_and_cued(turns[_near(begin)], guide))
            or _founded(
                _opening_for(turns, begin, place, weights), turns[begin:end], place, weights
            )
        )
        kept += [place if founded else -1] * len(numbers)
    return kept


def _near(begin: int) -> slice:
    """Return the turns in which the facilitator opens a section: its first and the one before."""
    return slice(max(0, begin - 1), begin + 1)


def _opening_for(turns: Turns, begin: int, place: int, weights: Weights) -> float:
    """Return how much more an opening speaks for a question than for the best of the rest."""
    row = _sum(weights.openings, opening_features(turns, begin), len(weights.states))
    return float(row[place] - np.delete(row, place).max())


def _founded(opening: float, turns: Turns, place: int, weights: Weights) -> bool:
    """Tell whether an opening and the words of the section's turns speak for its question."""
    row = _spoken(turns, weights).sum(axis=0)
    words = row[place] - row.mean()
    return not any(
        words < max(least, each * len(turns)) and opening < favoured
        for least, each, favoured in _GROUNDLESS
    )


def _spoken(turns: Turns, weights: Weights) -> Table:
    """Return what the words of each turn say for each state."""
    width = len(weights.states)
    return np.array([_sum(weights.words, {*stems(text), BIAS}, width) for _, text in turns])


def _sum(table: dict[str, Table], keys: set[str], width: int) -> Table:
    rows = [table[key] for key in sorted(keys) if key in table]
    return np.sum(rows, axis=0) if rows else np.zeros(width)


def _openings(turns: Turns, guide: Guide, weights: Weights, origins: list[set[str]]) -> Table:
    """Return what speaks for a section of each state to begin at each turn."""
    named, cued = named_and_cued(turns, guide)
    rows = []
    places = place_features(turns, named, cued, origins)
    for number, (leads, text) in enumerate(turns):
        row = _sum(weights.openings, opening_features(turns, number), len(weights.states))
        row = row - np.logaddexp.reduce(row)
        mine = row[: len(guide)]
        mine += _NAMED * named[number] + _CUE * cued[number]
        if leads:
            announced = ordinals(text)
            mine += [_ORDINAL * (question.place in announced) for question in guide]
        elif number and turns[number - 1][0]:
            mine += _BEFORE * (_NAMED * named[number - 1] + _CUE * cued[number - 1])
        near = " ".join(said for _, said in turns[number : number + NEAR])
        told = (named + cued)[number] > 0
        if leads and not may_open(text):
            mine[~told] = NEVER
        mine[~told & _unspoken(near, guide)] -= _RARE
        row += sum(weights.begins.get(feature, 0.0) for feature in sorted(places[number]))
        row[-1] += _END
        rows.append(row + weights.begins.get(BIAS, 0.0))
    return np.array(rows)


def _unspoken(near: str, guide: Guide) -> NDArray[np.bool_]:
    """Tell which rare questions nobody speaks of in their own words."""
    return np.array([bool(q.special) and not _special(q.special).search(near) for q in guide])


@cache
def _special(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?i){pattern}")
