"""What the tagger looks at, as hashed numbers in arrays.

A feature pairs something of the place (the word, its neighbours, what they may be) with
something of a candidate (its part of speech, its case, its lemma). Both are 64-bit numbers;
their mix is an address in one table of weights, so a whole text is scored by a few array
operations instead of a loop over words.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from qualcode.polish.candidates import CASES, GENDERS

if TYPE_CHECKING:
    from qualcode.polish.entries import Entries

MARGIN = 2
"""Empty places between sentences, so that a window never sees a neighbour sentence."""
_GOLDEN = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
GENDER_ORDER = ("m1", "m2", "m3", "f", "n")


@lru_cache(maxsize=100_000)
def number(text: str) -> int:
    """Return a 64-bit number of a string, the same on every machine."""
    code = zlib.crc32(text.encode())
    code = (code ^ 0x5851F42D) * _GOLDEN & _MASK
    return (code ^ code >> 29) * 0xBF58476D1CE4E5B9 & _MASK


def numbers(texts: Iterable[str]) -> np.ndarray:
    """Return the numbers of many strings, those of :func:`number`, as uint64."""
    codes = np.array([zlib.crc32(text.encode()) for text in texts], dtype=np.uint64)
    codes = (codes ^ np.uint64(0x5851F42D)) * np.uint64(_GOLDEN)
    return (codes ^ codes >> np.uint64(29)) * np.uint64(0xBF58476D1CE4E5B9)


# Columns of the numbers of a place …
WORD, ENDING2, ENDING3, ENDING4, SHAPE, MAYBE, MAYBE_CASE, START = range(8)
# … and of a candidate.
ONE, KIND, CELL, LEMMA, UPOS, SLOT, PRIOR, PRIOR_KIND, NAME = range(9)


class Store:
    """Rows of numbers in one growing array: looking many of them up is one array operation."""

    def __init__(self, width: int, dtype: type) -> None:
        self._data: np.ndarray = np.zeros((1024, width), dtype=dtype)
        self._size = 0

    def add(self, rows: np.ndarray | Sequence[Sequence[float]]) -> int:
        """Append rows and return the index of the first."""
        start, self._size = self._size, self._size + len(rows)
        while self._size > len(self._data):
            self._data = np.concatenate([self._data, np.zeros_like(self._data)])
        self._data[start : self._size] = np.asarray(rows, dtype=self._data.dtype)
        return start

    def __getitem__(self, indices: np.ndarray) -> np.ndarray:
        return self._data[: self._size][indices]

    def __len__(self) -> int:
        return self._size


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
