"""Learning where units of speech begin: from our own workshops, whose marks are taken away."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from qualcode.polish.training.loglinear import minimised
from qualcode.polish.units import BITS, SCALE, Traits, addresses

CORPORA = ("warsztaty", "mowa_publiczna", "wypowiedzi")
UNMARKED = "ASR"
"""Form of a workshop that was written down without marks."""
NKJP_WEIGHT = 0.15
"""A gap of a book or a newspaper counts this much of a gap of a workshop."""
MARK_TARGET = 0.1
"""How likely a unit is to begin after a comma or another mark inside a sentence."""
PENALTY = 6.0
ROUNDS = 40
_LEAST = 3
NOTHING, MARK, END = range(3)
Cut = Callable[[str], Sequence[Sequence[str]]]
"""Turns a text into the tokens of its sentences."""


@dataclass(frozen=True)
class Stripped:
    """Words of one document in small letters and what stood before each of them.

    Parameters
    ----------
    words : list of str
    before : list of int
        :data:`NOTHING`, :data:`MARK` or :data:`END` of a sentence.
    """

    words: list[str]
    before: list[int]

    @classmethod
    def of(cls, sentences: Iterable[Sequence[str]]) -> Stripped:
        """Take the marks and capitals away from the tokens of sentences."""
        stripped = cls([], [])
        before = END
        for sentence in sentences:
            for form in sentence:
                if form[:1].isalnum():
                    stripped.words.append(form.lower())
                    stripped.before.append(before)
                    before = NOTHING
                else:
                    before = max(before, MARK)
            before = END
        return stripped


def from_corpora(folder: Path, cut: Cut, split: str = "train") -> list[Stripped]:
    """Return a part of our own corpora, one document a transcript.

    Parameters
    ----------
    folder : Path
        Holds :data:`CORPORA`; one that is missing is left out.
    cut : callable
    split : str
        What ``meta.csv`` calls the part.
    """
    documents: dict[str, list[Sequence[str]]] = {}
    for name in CORPORA:
        if not (folder / name / "meta.csv").exists():
            continue
        kept = {
            row["transcript"]
            for row in _rows(folder / name / "meta.csv")
            if row["split"] == split and row["forma"] != UNMARKED
        }
        for row in _rows(folder / name / "segments.csv"):
            if row["transcript"] in kept:
                documents.setdefault(row["transcript"], []).extend(cut(row["text"]))
    return [Stripped.of(sentences) for sentences in documents.values()]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def learn_units(own: Sequence[Stripped], other: Sequence[Stripped]) -> np.ndarray:
    """Learn the weights of the gaps of unmarked speech.

    Parameters
    ----------
    own, other : sequence of Stripped
        Speech of workshops, and texts that count :data:`NKJP_WEIGHT` as much.

    Returns
    -------
    ndarray of int8, shape (2 ** BITS,)
    """
    traits = Traits()
    documents = [(d, 1.0) for d in own] + [(d, NKJP_WEIGHT) for d in other]
    documents = [(d, weight) for d, weight in documents if len(d.words) > 1]
    table = np.concatenate([addresses(d.words, traits).astype(np.int32) for d, _ in documents])
    before = np.concatenate([np.array(d.before[1:]) for d, _ in documents])
    weight = np.repeat([w for _, w in documents], [len(d.words) - 1 for d, _ in documents])
    target = np.choose(before, [0.0, MARK_TARGET, 1.0])
    weights = _fitted(table, target, weight)
    return np.clip(np.rint(weights * SCALE), -127, 127).astype(np.int8)


def _fitted(table: np.ndarray, target: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Fit a logistic model to targets between zero and one, without the rarest features."""
    from scipy.sparse import csr_matrix

    counts = np.zeros(1 << BITS)
    for column in table.T:
        counts += np.bincount(column, weights=weight, minlength=1 << BITS)
    used = np.flatnonzero(counts >= _LEAST)
    places = np.full(1 << BITS, -1, dtype=np.int32)
    places[used] = np.arange(len(used))
    columns = places[table]
    kept = columns >= 0
    pointers = np.concatenate([[0], np.cumsum(kept.sum(axis=1))])
    ones = np.ones(pointers[-1], dtype=np.float32)
    matrix = csr_matrix((ones, columns[kept], pointers), shape=(len(table), len(used)))
    transposed = matrix.T.tocsr()

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = (matrix @ weights.astype(np.float32)).astype(np.float64)
        value = float((weight * (np.logaddexp(0, odds) - target * odds)).sum())
        slope = weight * (1 / (1 + np.exp(-np.clip(odds, -30, 30))) - target)
        gradient = transposed @ slope.astype(np.float32) + 2 * PENALTY * weights
        return value + PENALTY * float(weights @ weights), gradient

    return minimised(loss, used, 1 << BITS, ROUNDS, memory=8)
