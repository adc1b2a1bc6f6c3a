"""What the tagger looks at, as hashed numbers in arrays.

A feature pairs something of the place (the word, its neighbours, what they may be) with
something of a candidate (its part of speech, its case, its lemma). Both are 64-bit numbers;
their mix is an address in one table of weights, so a whole text is scored by a few array
operations instead of a loop over words.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from qualcode.polish.candidates import CASES, GENDERS, Candidate, Candidates, Place
from qualcode.polish.prior import Prior

MARGIN = 2
"""Empty places between sentences, so that a window never sees a neighbour sentence."""
_GOLDEN = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
_MOST_KEPT = 60_000
_VERBAL = frozenset({"VERB", "AUX"})


def number(text: str) -> int:
    """Return a 64-bit number of a string, the same on every machine."""
    code = zlib.crc32(text.encode())
    code = (code ^ 0x5851F42D) * _GOLDEN & _MASK
    return (code ^ code >> 29) * 0xBF58476D1CE4E5B9 & _MASK


# Columns of the numbers of a place …
WORD, ENDING2, ENDING3, ENDING4, SHAPE, MAYBE, MAYBE_CASE, START = range(8)
# … and of a candidate.
ONE, KIND, CELL, LEMMA, UPOS, SLOT, PRIOR, PRIOR_KIND, NAME = range(9)


class Entry(NamedTuple):
    """A place with its candidates and their numbers."""

    candidates: tuple[Candidate, ...]
    place: np.ndarray
    labels: np.ndarray
    genders: np.ndarray


_NOTHING = Entry(
    (),
    np.array([number(f"<>{column}") for column in range(8)], dtype=np.uint64),
    np.zeros((0, 9), dtype=np.uint64),
    np.zeros(0, dtype=np.uint8),
)


class Entries:
    """Entries of places, remembered in a bounded cache."""

    def __init__(self, candidates: Candidates, prior: Prior) -> None:
        self.candidates = candidates
        self.prior = prior
        self._known: dict[Place, Entry] = {}

    def __call__(self, place: Place) -> Entry:
        """Return the entry of a place."""
        entry = self._known.get(place)
        if entry is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            entry = self._known[place] = self._made(place)
        return entry

    def _made(self, place: Place) -> Entry:
        found = self.candidates(place)
        levels = self.prior.levels(found)
        labels = [_labels(c, *level) for c, level in zip(found, levels, strict=True)]
        genders = [_gender_bits(candidate.tag) for candidate in found]
        return Entry(
            found,
            np.array(_place_numbers(place, found), dtype=np.uint64),
            np.array(labels, dtype=np.uint64),
            np.array(genders, dtype=np.uint8),
        )


def kind(candidate: Candidate) -> str:
    """Return part of speech and class: ``VERB/praet``."""
    return f"{candidate.upos}/{candidate.tag_class}"


def _case_number(tag: str) -> str:
    return ":".join(p for p in tag.split(":")[1:] if p in CASES or p in ("sg", "pl"))


def _gender_bits(tag: str) -> int:
    order = ("m1", "m2", "m3", "f", "n")
    for part in tag.split(":"):
        values = part.split(".")
        if values[0] in GENDERS:
            return sum(1 << order.index(value) for value in values if value in order) or 7
    return 0


def _labels(candidate: Candidate, level: int, kind_level: int) -> list[int]:
    sort = kind(candidate)
    slot = _case_number(candidate.tag)
    rest = [p for p in candidate.tag.split(":")[1:] if p in ("pri", "sec", "ter", "com", "sup")]
    capital = "C" if candidate.lemma[:1].isupper() else "c"
    names = "".join(sorted({name[:7] for name in candidate.kinds}))
    return [
        1,
        number(sort + capital),
        number(f"{sort} {slot}{''.join(rest)}"),
        number(f"{candidate.upos} {candidate.lemma}"),
        number(candidate.upos),
        number(slot) if slot else 0,
        number(f"level {level} {int(candidate.archaic)}"),
        number(f"level {level} {kind_level} {sort} {capital}"),
        number(f"{sort} {names} {capital}"),
    ]


def _place_numbers(place: Place, candidates: Sequence[Candidate]) -> list[int]:
    form = place.form
    low = form.lower()
    sorts = sorted({kind(candidate) for candidate in candidates})
    slots = sorted({f"{c.upos[:2]}{_case_number(c.tag)}" for c in candidates})
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
    """Entries of some sentences laid out in arrays.

    Parameters
    ----------
    sentences : sequence of sequence of Entry

    Attributes
    ----------
    places : ndarray of uint64, shape (n_rows, 8)
        Rows of tokens with :data:`MARGIN` empty rows around every sentence.
    token_rows : ndarray of int, shape (n_tokens,)
        Row of each token.
    labels : ndarray of uint64, shape (n_candidates, 9)
    first : ndarray of int, shape (n_rows + 1,)
        First candidate of each row.
    """

    def __init__(self, sentences: Sequence[Sequence[Entry]]) -> None:
        entries: list[Entry] = [_NOTHING] * MARGIN
        rows: list[int] = []
        for sentence in sentences:
            rows.extend(range(len(entries), len(entries) + len(sentence)))
            entries.extend(sentence)
            entries.extend([_NOTHING] * MARGIN)
        counts = [len(entry.candidates) for entry in entries]
        self.places = np.array([entry.place for entry in entries])
        self.token_rows = np.array(rows, dtype=np.int64)
        self.labels = np.concatenate([entry.labels for entry in entries])
        self.genders = np.concatenate([entry.genders for entry in entries])
        self.first = np.concatenate([[0], np.cumsum(counts)])
        self.counts = np.array(counts)
        self.open_rows = np.flatnonzero(self.counts > 1)
        """Rows that have something to choose from."""

    def options(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the candidates of the open rows: their numbers, rows and group starts."""
        counts = self.counts[self.open_rows]
        rows = np.repeat(self.open_rows, counts)
        starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
        within = np.arange(len(rows)) - np.repeat(starts, counts)
        return self.first[rows] + within, rows, starts


