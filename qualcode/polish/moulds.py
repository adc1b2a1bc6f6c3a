"""Candidates without their lemmas: most words of a text decline like words met before.

What a word may be follows from the tags of its readings and from few lemmas that Universal
Dependencies treat apart. Words that agree in these share one mould, worked out once; a new word
then costs its lemmas only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from qualcode.polish.conventions import APART, cells, parts_of_speech
from qualcode.polish.readings import Reading

_MOST_KEPT = 20_000


class Candidate(NamedTuple):
    """One analysis: lemma, part of speech and one cell of the paradigm."""

    lemma: str
    upos: str
    tag: str
    kinds: tuple[str, ...] = ()
    archaic: bool = False

    @property
    def tag_class(self) -> str:
        """Return the grammatical class, the first part of the tag."""
        return self.tag.partition(":")[0]


class Slot(NamedTuple):
    """A candidate whose lemma is yet to come: which of the word's lemmas, and is it capital."""

    lemma: int
    capital: bool
    upos: str
    tag: str
    kinds: tuple[str, ...]
    archaic: bool


class Mould:
    """The candidates of all words that decline alike; compared by identity.

    Parameters
    ----------
    slots : tuple of Slot
    """

    __slots__ = ("slots",)

    def __init__(self, slots: tuple[Slot, ...]) -> None:
        self.slots = slots


class Cast(NamedTuple):
    """A mould with the lemmas of one word."""

    mould: Mould
    lemmas: tuple[str, ...]

    def candidates(self) -> tuple[Candidate, ...]:
        """Return the candidates of the word."""
        return tuple(self.candidate(place) for place in range(len(self.mould.slots)))

    def candidate(self, place: int) -> Candidate:
        """Return one candidate of the word."""
        number, _, upos, tag, kinds, archaic = self.mould.slots[place]
        return Candidate(self.lemmas[number], upos, tag, kinds, archaic)


def expanded(readings: Iterable[Reading]) -> Cast:
    """Return the candidates of readings: one for every cell and part of speech, none twice."""
    numbers: dict[str, int] = {}
    key = []
    for lemma, tag, kinds, archaic in readings:
        told = lemma if lemma in APART or tag.startswith("brev") else lemma[:1].isupper()
        key.append((numbers.setdefault(lemma, len(numbers)), told, tag, kinds, archaic))
    return Cast(_of_readings(tuple(key)), tuple(numbers))


def spelled(candidates: Sequence[Candidate]) -> Cast:
    """Return candidates that follow from spelling alone."""
    lemma = candidates[0].lemma  # they differ in part of speech only
    return Cast(_of_slots(lemma[:1].isupper(), tuple(c[1:] for c in candidates)), (lemma,))


@lru_cache(maxsize=_MOST_KEPT)
def _of_slots(capital: bool, rows: tuple[tuple[Any, ...], ...]) -> Mould:
    return Mould(tuple(Slot(0, capital, *row) for row in rows))


@lru_cache(maxsize=_MOST_KEPT)
def _of_readings(key: tuple[tuple[int, str | bool, str, tuple[str, ...], bool], ...]) -> Mould:
    found: dict[tuple[int, str, str], Slot] = {}
    for number, told, tag, kinds, archaic in key:
        lemma = told if isinstance(told, str) else "Lemma" if told else "lemma"
        capital = lemma[:1].isupper()
        for cell in _cells(tag):
            for upos in parts_of_speech(lemma, cell.partition(":")[0]):
                old = found.get((number, upos, cell))
                slot = Slot(number, capital, upos, cell, kinds, archaic)
                if old is not None:
                    joined = tuple(dict.fromkeys(old.kinds + kinds))
                    slot = old._replace(kinds=joined, archaic=old.archaic and archaic)
                found[number, upos, cell] = slot
    return Mould(tuple(found.values()))


@lru_cache(maxsize=5_000)
def _cells(tag: str) -> tuple[str, ...]:
    return tuple(cells(tag))
