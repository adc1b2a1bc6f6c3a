"""Choosing one candidate per token, for many sentences at once.

A log-linear model scores candidates twice: first from words and what they may be, then also
from what the first pass chose around them. Both passes are array operations over a whole batch.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import numpy as np

from qualcode.polish.candidates import keys
from qualcode.polish.entries import Entries
from qualcode.polish.features import Sheet
from qualcode.polish.moulds import Candidate
from qualcode.polish.templates import AROUND, PLAIN, addresses, agreement, genders, surroundings

BITS = 21
"""Each pass has tables of ``2 ** BITS`` weights."""
MARGIN = 160
"""Candidates this far behind after the first pass are dropped (in units of the weights)."""
Sentence = tuple[Sequence[str], Sequence[bool]]


class Tagger:
    """Choose lemma, part of speech and cell of the paradigm.

    Parameters
    ----------
    entries : Entries
        Candidates of places with their numbers.
    first : ndarray of int8, shape (2 ** BITS,)
        Weights of the first pass.
    second : ndarray of int8, shape (2 * 2 ** BITS,)
        Weights of the second pass: the plain families, then those around.
    """

    def __init__(self, entries: Entries, first: np.ndarray, second: np.ndarray) -> None:
        self.entries = entries
        self.first = first
        self.second = second

    def __call__(self, sentences: Sequence[Sentence]) -> list[list[Candidate]]:
        """Return the chosen candidates of every token of every sentence.

        Parameters
        ----------
        sentences : sequence of (forms, spaces)
        """
        answers = iter(self.entries.chosen(self.indices(sentences)[0]))
        return [list(islice(answers, len(forms))) for forms, _ in sentences]

    def indices(self, sentences: Sequence[Sentence]) -> tuple[np.ndarray, np.ndarray]:
        """Return the choices for all tokens in a row.

        Parameters
        ----------
        sentences : sequence of (forms, spaces)

        Returns
        -------
        tuple of ndarray of int64, shape (n_tokens,)
            Candidates, as indices into ``entries.labels``, and genders, into ``GENDER_ORDER``.
        """
        self.entries.trim()
        places = iter(self.entries([key for sentence in sentences for key in keys(*sentence)]))
        sheet = Sheet(self.entries, [list(islice(places, len(forms))) for forms, _ in sentences])
        chosen = self.choose(sheet)
        return chosen[sheet.token_rows], genders(sheet, chosen)[sheet.token_rows]

    def choose(self, sheet: Sheet) -> np.ndarray:
        """Return the index of the chosen candidate of every row, -1 for empty rows."""
        options, rows, starts = sheet.options()
        if not len(options):
            return fallback(sheet)
        plain = addresses(PLAIN, sheet.places, sheet.labels[options], rows, BITS)
        scores = total(self.first, plain)
        chosen = pick(sheet, options, rows, starts, scores)
        kept = contested(scores, starts)
        options, rows, plain = options[kept], rows[kept], plain[kept]
        if not len(options):
            return chosen
        starts = np.flatnonzero(np.diff(rows, prepend=-1))
        scores = total(self.second, plain)
        scores += total(self.second[1 << BITS :], around(sheet, chosen, options, rows))
        chosen[rows[starts]] = pick(sheet, options, rows, starts, scores)[rows[starts]]
        return chosen


def around(sheet: Sheet, chosen: np.ndarray, options: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Return the addresses of the families that look at choices around."""
    labels = np.column_stack([sheet.labels[options], agreement(sheet, chosen, options, rows)])
    return addresses(AROUND, surroundings(sheet, chosen), labels, rows, BITS)


def total(weights: np.ndarray, where: np.ndarray) -> np.ndarray:
    """Return the sum of the weights at addresses, per candidate."""
    return weights[where].sum(axis=1, dtype=np.int32 if weights.dtype == np.int8 else None)


def contested(scores: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Return which candidates the second pass still has to decide between."""
    counts = np.diff(np.append(starts, len(scores)))
    best = np.repeat(np.maximum.reduceat(scores, starts), counts)
    near = scores >= best - MARGIN
    return near & np.repeat(np.add.reduceat(near, starts, dtype=np.int64) > 1, counts)


def fallback(sheet: Sheet) -> np.ndarray:
    """Return the first candidate of every row, -1 for empty rows."""
    return np.where(sheet.counts > 0, sheet.first, -1)


def pick(
    sheet: Sheet, options: np.ndarray, rows: np.ndarray, starts: np.ndarray, scores: np.ndarray
) -> np.ndarray:
    """Return the best-scored candidate of every row; the first one on a tie."""
    chosen = fallback(sheet)
    counts = np.diff(np.append(starts, len(options)))
    best = np.repeat(np.maximum.reduceat(scores, starts), counts)
    hits = np.flatnonzero(scores >= best)[::-1]
    chosen[rows[hits]] = options[hits]  # written last to first, so that the first one stays
    return chosen
