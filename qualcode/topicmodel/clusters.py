"""Ward clusters of a sensible number; BERTopic's ``hdbscan_model``."""

from __future__ import annotations

from typing import Any

import numpy as np

NOWHERE = -1
"""Cluster of segments that fit nowhere."""
_MOST_TOPICS = 40
_ASTRAY = 0.5
"""Rows shorter than that have neighbours in different topics."""


class WardClusters:
    """Cluster coordinates by Ward's method (Ward 1963).

    Parameters
    ----------
    n_clusters : int
        As many are made, fewer only when there are not so many distinct points.

    Attributes
    ----------
    labels_ : ndarray of int, shape (n,)
        -1 for rows that fit nowhere.
    """

    def __init__(self, n_clusters: int) -> None:
        self.n_clusters = n_clusters

    def fit(self, coordinates: np.ndarray, y: object = None) -> WardClusters:
        """Cluster.

        Parameters
        ----------
        coordinates : ndarray, shape (n, n_dims)
            Of :class:`~qualcode.topicmodel.graphs.GraphReducer`: rows of length one are
            clustered, shorter ones go to the nearest cluster, short ones nowhere.
        y : ignored
        """
        self.labels_ = Tree(coordinates).cut(self.n_clusters)
        return self

    def predict(self, coordinates: np.ndarray) -> np.ndarray:
        """Return the clusters of the fitted rows."""
        return self.labels_


class Tree:
    """Ward's tree of coordinates, to be cut into any number of clusters."""

    def __init__(self, coordinates: np.ndarray) -> None:
        from scipy.cluster.hierarchy import linkage

        self.coordinates = coordinates
        self.lengths = np.linalg.norm(coordinates, axis=1)
        self.core = self.lengths > 1 - 1e-6
        points, membership = np.unique(coordinates[self.core], axis=0, return_inverse=True)
        self.membership = membership.ravel()
        self.n_points = len(points)
        self._tree: Any = linkage(points, "ward") if len(points) > 1 else None

    def cut(self, n_clusters: int) -> np.ndarray:
        """Return the cluster of every row, -1 for rows that fit nowhere."""
        from scipy.cluster.hierarchy import fcluster

        labels = np.full(len(self.coordinates), NOWHERE)
        if self._tree is None:
            labels[self.core] = 0
            return labels
        count = min(n_clusters, self.n_points)
        inner = fcluster(self._tree, count, "maxclust")[self.membership] - 1
        labels[self.core] = inner
        members = self.coordinates[self.core]
        centres = np.vstack(
            [members[inner == number].mean(axis=0) for number in range(inner.max() + 1)]
        )
        outer = ~self.core & (self.lengths >= _ASTRAY)
        away = self.coordinates[outer] @ centres.T - (centres**2).sum(axis=1) / 2
        labels[outer] = np.round(away, 9).argmax(axis=1) if outer.any() else NOWHERE
        return labels


def dims_for(n_clusters: int) -> int:
    """Return the number of coordinates that tell so many clusters apart."""
    return max(3, n_clusters - 1)


def bounds(n: int) -> tuple[int, int]:
    """Return the fewest and the most topics worth showing for ``n`` segments.

    At most three quarters of the square root, and less from a thousand on: 6 for 60, 13 for
    300, 28 for 3 000, 38 for 50 000.
    """
    most = max(3, round(min(_MOST_TOPICS, 0.75 * n**0.5, 8 * np.log10(max(n, 2)))))
    return max(3, round(most / 3)), most
