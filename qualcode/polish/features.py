"""What the tagger looks at, as hashed numbers in arrays.

A feature pairs something of the place (the word, its neighbours, what they may be) with
something of a candidate (its part of speech, its case, its lemma). Both are 64-bit numbers;
their mix is an address in one table of weights, so a whole text is scored by a few array
operations instead of a loop over words.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from qualcode.polish.candidates import CASES, GENDERS, Candidate, Candidates, Place
from qualcode.polish.prior import Prior

MARGIN = 2
"""Empty places between sentences, so that a window never sees a neighbour sentence."""
_GOLDEN = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
_MOST_KEPT = 60_000
GENDER_ORDER = ("m1", "m2", "m3", "f", "n")


@lru_cache(maxsize=100_000)
def number(text: str) -> int:
    """Return a 64-bit number of a string, the same on every machine."""
    code = zlib.crc32(text.encode())
    code = (code ^ 0x5851F42D) * _GOLDEN & _MASK
    return (code ^ code >> 29) * 0xBF58476D1CE4E5B9 & _MASK


# Columns of the numbers of a place …
WORD, ENDING2, ENDING3, ENDING4, SHAPE, MAYBE, MAYBE_CASE, START = range(8)
# … and of a candidate.
ONE, KIND, CELL, LEMMA, UPOS, SLOT, PRIOR, PRIOR_KIND, NAME = range(9)


class Store:
    """Rows of numbers in one growing array: looking many of them up is one array operation.

    New rows wait in a list and join the array together, when rows are next asked for.
    """

    def __init__(self, width: int, dtype: type) -> None:
        self._data: np.ndarray = np.zeros((1024, width), dtype=dtype)
        self._size = 0
        self._waiting: list[Sequence[int]] = []

    def add(self, rows: Sequence[Sequence[int]]) -> int:
        """Append rows and return the index of the first."""
        start = self._size + len(self._waiting)
        self._waiting.extend(rows)
        return start

    def __getitem__(self, indices: np.ndarray) -> np.ndarray:
        if self._waiting:
            self._join()
        return self._data[indices]

    def __len__(self) -> int:
        return self._size + len(self._waiting)

    def _join(self) -> None:
        end = self._size + len(self._waiting)
        while end > len(self._data):
            self._data = np.concatenate([self._data, np.zeros_like(self._data)])
        self._data[self._size : end] = np.array(self._waiting, dtype=self._data.dtype)
        self._size, self._waiting = end, []


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
    flat : list of Candidate
        Candidates in the order of ``labels``.
    """

    def __init__(self, candidates: Candidates, prior: Prior) -> None:
        self.candidates = candidates
        self.prior = prior
        self._empty()

    def __call__(self, place: Place) -> int:
        """Return the index of a place in ``places``."""
        known = self._known.get(place)
        return self._add(place) if known is None else known

    def trim(self) -> None:
        """Start anew when the store is full; indices given before are void."""
        if len(self._known) >= _MOST_KEPT:
            self._empty()

    def of(self, index: int) -> list[Candidate]:
        """Return the candidates of a place."""
        first, count = self.spans[np.array([index])][0]
        return self.flat[first : first + count]

    def _empty(self) -> None:
        self._known: dict[Place, int] = {}
        self.places, self.spans = Store(8, np.uint64), Store(2, np.int64)
        self.labels, self.genders = Store(9, np.uint64), Store(1, np.uint8)
        self.flat: list[Candidate] = []
        self.places.add([[number(f"<>{column}") for column in range(8)]])
        self.spans.add([[0, 0]])

    def _add(self, place: Place) -> int:
        found = self.candidates(place)
        levels = self.prior.levels(found)
        labels = [
            _labels(candidate, (*level, candidate.archaic))
            for candidate, level in zip(found, levels, strict=True)
        ]
        self.genders.add([(anatomy(candidate.tag).genders,) for candidate in found])
        self.spans.add([(self.labels.add(labels), len(found))])
        self.flat.extend(found)
        index = self._known[place] = self.places.add([_place_numbers(place, found)])
        return index


@lru_cache(maxsize=10_000)
def _told(upos: str, tag: str) -> tuple[str, str]:
    """Return part of speech with class, and part of speech with case and number."""
    parts = anatomy(tag)
    return f"{upos}/{parts.tag_class}", f"{upos[:2]}{parts.slot}"


class Anatomy(NamedTuple):
    """What features need of a tag."""

    tag_class: str
    slot: str
    rest: str
    genders: int


@lru_cache(maxsize=10_000)
def anatomy(tag: str) -> Anatomy:
    """Take a tag apart: class, case with number, person with degree, genders as bits."""
    tag_class, *parts = tag.split(":")
    slot = ":".join(part for part in parts if part in CASES or part in ("sg", "pl"))
    rest = "".join(part for part in parts if part in ("pri", "sec", "ter", "com", "sup"))
    return Anatomy(tag_class, slot, rest, _gender_bits(parts))


def _gender_bits(parts: list[str]) -> int:
    for part in parts:
        values = part.split(".")
        if values[0] in GENDERS:
            known = sum(1 << GENDER_ORDER.index(v) for v in values if v in GENDER_ORDER)
            return known or 7
    return 0


@lru_cache(maxsize=50_000)
def _shared_labels(
    upos: str, tag: str, capital: bool, kinds: tuple[str, ...], levels: tuple[int, int, bool]
) -> tuple[int, ...]:
    """Return the numbers of a candidate that do not depend on its lemma."""
    parts = anatomy(tag)
    sort = f"{upos}/{parts.tag_class}"
    mark = "C" if capital else "c"
    names = "".join(sorted({name[:7] for name in kinds}))
    level, kind_level, archaic = levels
    return (
        1,
        number(sort + mark),
        number(f"{sort} {parts.slot}{parts.rest}"),
        0,
        number(upos),
        number(parts.slot) if parts.slot else 0,
        number(f"level {level} {int(archaic)}"),
        number(f"level {level} {kind_level} {sort} {mark}"),
        number(f"{sort} {names} {mark}"),
    )


def _labels(candidate: Candidate, levels: tuple[int, int, bool]) -> tuple[int, ...]:
    lemma, upos, tag, kinds, _ = candidate
    shared = _shared_labels(upos, tag, lemma[:1].isupper(), kinds, levels)
    return (*shared[:LEMMA], number(f"{upos} {lemma}"), *shared[LEMMA + 1 :])


def _place_numbers(place: Place, candidates: Sequence[Candidate]) -> list[int]:
    form = place.form
    low = form.lower()
    told = [_told(candidate.upos, candidate.tag) for candidate in candidates]
    sorts = sorted({sort for sort, _ in told})
    slots = sorted({slot for _, slot in told})
    shape = f"{_shape(form)}{'^' if place.opens else ''}{place.stop[:1]}"
    maybe = "P" + form[:1] if sorts == ["PUNCT/interp"] else "_".join(sorts[:6])
    if low[:1].isdigit():
        low = _digits(low)
    return [
        number(low),
        number(low[-2:]),
        number(low[-3:]),
        number(low[-4:]),
        number(shape),
        number(maybe),
        number("_".join(slots)),
        number(low[:3]),
    ]


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


class Sheet:
    """Places of some sentences laid out in arrays.

    Parameters
    ----------
    entries : Entries
    sentences : sequence of sequence of int
        Indices given by ``entries``.

    Attributes
    ----------
    places : ndarray of uint64, shape (n_rows, 8)
        Rows of tokens with :data:`MARGIN` empty rows around every sentence.
    token_rows : ndarray of int, shape (n_tokens,)
        Row of each token.
    first, counts : ndarray of int, shape (n_rows,)
        First candidate of each row in ``labels``, and how many there are.
    open_rows : ndarray of int
        Rows that have something to choose from.
    """

    def __init__(self, entries: Entries, sentences: Sequence[Sequence[int]]) -> None:
        margin = [0] * MARGIN
        ids: list[int] = list(margin)
        for sentence in sentences:
            ids += sentence
            ids += margin
        indices = np.array(ids, dtype=np.int64)
        self.places = entries.places[indices]
        self.first, self.counts = entries.spans[indices].T
        self.labels, self.genders = entries.labels, entries.genders
        self.token_rows = np.flatnonzero(indices)
        self.open_rows = np.flatnonzero(self.counts > 1)

    def options(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the candidates of the open rows: their numbers, rows and group starts."""
        counts = self.counts[self.open_rows]
        rows = np.repeat(self.open_rows, counts)
        starts = np.cumsum(counts) - counts  # also right when nothing is open
        within = np.arange(len(rows)) - np.repeat(starts, counts)
        return self.first[rows] + within, rows, starts
