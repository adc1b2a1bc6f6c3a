"""How far topics depend on which segments happened to be there, and how many bear repeating."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from qualcode.topicmodel.clusters import NOWHERE, Tree, bounds, dims_for
from qualcode.topicmodel.graphs import GraphReducer

_SHARE = 0.9
_NEARLY, _DOUBT = 0.03, 0.25
"""Loss of repeatability taken for a finer division, more of it the less anything repeats."""
_TRIED = 10
"""Numbers of topics tried at most."""
_TIMES, _FEW_TIMES, _MANY = 10, 5, 1000
_ABSENT = -2


class Resamples:
    """Topics found again in random nine tenths of the segments.

    Parameters
    ----------
    table : ndarray, shape (n, d)
        Features of the segments.
    """

    def __init__(self, table: np.ndarray) -> None:
        self.n = len(table)
        most = dims_for(bounds(self.n)[1])
        self._parts, self._reducers = [], []
        for seed in range(_FEW_TIMES if self.n > _MANY else _TIMES):
            part = np.random.default_rng(seed).choice(self.n, round(_SHARE * self.n), replace=False)
            part.sort()
            self._parts.append(part)
            self._reducers.append(GraphReducer(n_dims=most).fit(table[part]))
        self._found: dict[int, list[np.ndarray]] = {}

    def labels(self, count: int) -> list[np.ndarray]:
        """Return the topics found in each part, -2 where a segment was left out of it."""
        if count not in self._found:
            self._found[count] = []
            for part, reducer in zip(self._parts, self._reducers, strict=True):
                labels = np.full(self.n, _ABSENT)
                labels[part] = Tree(reducer.coordinates(dims_for(count))).cut(count)
                self._found[count].append(labels)
        return self._found[count]

    def agreement(self, count: int) -> float:
        """Return the mean adjusted Rand index of two parts (Hubert & Arabie 1985)."""
        scores = []
        for one, other in pairwise(self.labels(count)):
            both = (one != _ABSENT) & (other != _ABSENT)
            scores.append(adjusted_rand(one[both], other[both]))
        return float(np.mean(scores))

    def best_count(self) -> int:
        """Return the largest number of topics about as repeatable as the most repeatable one."""
        low, high = bounds(self.n)
        counts = sorted({int(count) for count in np.linspace(low, high, _TRIED).round()})
        scores = {count: self.agreement(count) for count in counts}
        best = max(scores.values())
        enough = best - _NEARLY - _DOUBT * (1 - best)
        return max(count for count, score in scores.items() if score >= enough)

    def per_topic(self, labels: np.ndarray, count: int) -> dict[int, float]:
        """Return for each topic the mean of its highest Jaccard index per part (Hennig 2007).

        Parameters
        ----------
        labels : ndarray of int, shape (n,)
            Topics of all segments.
        count : int
            Their number.
        """
        again = self.labels(count)
        topics = [int(topic) for topic in np.unique(labels) if topic != NOWHERE]
        return {
            topic: float(np.mean([_best(labels == topic, found) for found in again]))
            for topic in topics
        }


def adjusted_rand(one: np.ndarray, other: np.ndarray) -> float:
    """Return the adjusted Rand index of two labellings (Hubert & Arabie 1985)."""
    names, a = np.unique(one, return_inverse=True)
    others, b = np.unique(other, return_inverse=True)
    table = np.bincount(a * len(others) + b, minlength=len(names) * len(others))
    table = table.reshape(len(names), len(others)).astype(float)

    def pairs(counts: np.ndarray) -> float:
        return float((counts * (counts - 1)).sum()) / 2

    both, rows, columns = pairs(table), pairs(table.sum(axis=1)), pairs(table.sum(axis=0))
    chance = rows * columns / max(pairs(np.array([len(one)])), 1)
    most = (rows + columns) / 2
    return 1.0 if most == chance else (both - chance) / (most - chance)


def _best(members: np.ndarray, again: np.ndarray) -> float:
    """Return the highest Jaccard index of a set with a topic found again."""
    there = members & (again != _ABSENT)
    best = 0.0
    for other in np.unique(again[there & (again != NOWHERE)]):
        both = (there & (again == other)).sum()
        best = max(best, both / (there | (again == other)).sum())
    return best
