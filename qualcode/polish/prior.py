"""How likely a reading is before its sentence is looked at.

The probability of a form's reading is ``theta[lemma, part of speech, class] · psi[cell]``, both
estimated by EM on raw form counts: ambiguous forms borrow from unambiguous ones of the same
lemma and of the same place in the paradigm.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np

from qualcode.polish.candidates import CASES
from qualcode.polish.moulds import Candidate

_TELLING = CASES | frozenset("sg pl pri sec ter com sup".split())
UNSEEN = 0.02
UNSEEN_CELL = 1e-6
ARCHAIC = 0.1
_LOWEST = -7
STEPS = 4
"""Counts are stored as quarters of binary logarithms."""


@lru_cache(maxsize=5_000)
def cell(tag: str) -> str:
    """Return the part of a tag that tells its place in the paradigm: ``subst:pl:gen``."""
    tag_class, *parts = tag.split(":")
    return ":".join([tag_class, *(part for part in parts if part in _TELLING)])


def lexeme(candidate: Candidate) -> str:
    """Return lemma, part of speech and class, tabs between; AUX counts as VERB."""
    return candidate.lemma + ending(candidate.upos, candidate.tag_class)


def ending(upos: str, tag_class: str) -> str:
    """Return what follows the lemma in :func:`lexeme`."""
    return f"\t{'VERB' if upos == 'AUX' else upos}\t{tag_class}"


def steps(ratios: np.ndarray) -> np.ndarray:
    """Return how far below the best one, in steps, from 0 down to -7."""
    logs = np.fromiter(map(math.log2, ratios.tolist()), np.float64, len(ratios))
    return np.maximum(_LOWEST, np.rint(logs / 2)).astype(np.int64)


class Prior:
    """Log-odds of candidates against the likeliest one.

    Parameters
    ----------
    theta : mapping of :func:`lexeme` to float
    psi : mapping of cell to float
    """

    def __init__(self, theta: Mapping[str, float], psi: Mapping[str, float]) -> None:
        self.theta = theta
        self.psi = psi

    def weight(self, candidate: Candidate) -> float:
        """Return the unnormalised probability of a candidate."""
        return self._weight(candidate, lexeme(candidate))

    def _weight(self, candidate: Candidate, key: str) -> float:
        weight = self.theta.get(key, 0.0) + UNSEEN
        weight *= self.psi.get(cell(candidate.tag), UNSEEN_CELL)
        return weight * ARCHAIC if candidate.archaic else weight

    def levels(self, candidates: Sequence[Candidate]) -> list[tuple[int, int]]:
        """Return two levels per candidate, 0 for the likeliest down to -7.

        The first compares whole candidates, the second lexemes with all their cells together.
        """
        if len(candidates) == 1:
            return [(0, 0)]
        keys = [lexeme(candidate) for candidate in candidates]
        weights = [self._weight(c, key) for c, key in zip(candidates, keys, strict=True)]
        totals: dict[str, float] = {}
        for key, weight in zip(keys, weights, strict=True):
            totals[key] = totals.get(key, 0.0) + weight
        best, most = max(weights), max(totals.values())
        shares = {key: _level(total / most) for key, total in totals.items()}
        return [
            (_level(weight / best), shares[key]) for key, weight in zip(keys, weights, strict=True)
        ]

    def lines(self) -> Iterable[str]:
        """Write the tables as lines of text, ready to be packed."""
        for tag, value in sorted(self.psi.items()):
            yield f"{tag}\t{math.log2(value):.2f}"
        yield ""
        for key, value in sorted(self.theta.items()):
            yield f"{key}\t{round(STEPS * math.log2(value))}"

    @classmethod
    def read(cls, lines: Iterable[str]) -> Prior:
        """Read what :meth:`lines` wrote."""
        psi: dict[str, float] = {}
        powers = {str(step): 2 ** (step / STEPS) for step in range(-40, 120)}
        rows = iter(lines)
        for line in rows:
            if not line:
                break
            tag, exponent = line.split("\t")
            psi[tag] = 2 ** float(exponent)
        parts = (line.rpartition("\t") for line in rows)
        return cls({key: powers[exponent] for key, _, exponent in parts}, psi)


def _level(ratio: float) -> int:
    return max(_LOWEST, round(math.log2(ratio) / 2)) if ratio > 0 else _LOWEST
