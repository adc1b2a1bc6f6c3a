"""Segments as a graph of neighbours, and the graph as coordinates.

Method: fuzzy nearest-neighbour graph with local scaling (McInnes, Healy & Melville 2018, UMAP),
here in plain numpy, and its Laplacian eigenmap (Belkin & Niyogi 2003). Nothing is random.
"""

from __future__ import annotations

from typing import Any

import numpy as np

_MOST_POINTS = 4000
_MICRO_CLUSTERS = 1500
_CORE = 0.8
"""Share of segments, those with the nearest neighbours, that shape the topics."""
_VOTERS = 8
_BRIDGE = 0.05
"""Weight of the edge that joins parts of the graph which share no neighbours."""


class GraphReducer:
    """Reduce vectors to coordinates of their neighbour graph; BERTopic's ``umap_model``.

    The graph is made of the core alone, the segments that have near neighbours. The others get
    the mean of their neighbours' coordinates, so the length of a row says how far its
    neighbours agree: one in the core, near zero when they lie in all directions.

    Parameters
    ----------
    n_neighbors : int, default 15
    n_dims : int, default 20
        One less than the number of clusters wanted tells them apart best.

    Attributes
    ----------
    coordinates_ : ndarray, shape (n, n_dims)
    """

    def __init__(self, n_neighbors: int = 15, n_dims: int = 20) -> None:
        self.n_neighbors = n_neighbors
        self.n_dims = n_dims

    def fit(self, vectors: np.ndarray, y: object = None) -> GraphReducer:
        """Learn the coordinates.

        Parameters
        ----------
        vectors : ndarray, shape (n, n_features)
        y : ignored
        """
        points, self._membership = _points(np.asarray(vectors, dtype=np.float64))
        self._points = _unit(points - points.mean(axis=0))
        self._core = _core(self._points, self.n_neighbors)
        inner = self._points[self._core]
        graph = joined(neighbour_graph(inner, self.n_neighbors), inner)
        self._map = eigenmap(graph, self.n_dims)
        self._near = _nearest(self._points[~self._core], inner, min(_VOTERS, len(inner)))
        self.coordinates_ = self.coordinates(self.n_dims)
        return self

    def fit_transform(self, vectors: np.ndarray, y: object = None) -> np.ndarray:
        """Learn and return the coordinates, shape (n, n_dims)."""
        return self.fit(vectors).coordinates_

    def transform(self, vectors: np.ndarray) -> np.ndarray:
        """Return the coordinates learned from the same vectors."""
        return self.coordinates_

    def coordinates(self, n_dims: int) -> np.ndarray:
        """Return the first coordinates only, shape (n, at most n_dims)."""
        placed = _unit(self._map[:, :n_dims])
        found = np.zeros((len(self._points), placed.shape[1]))
        found[self._core] = placed
        found[~self._core] = _between(placed, *self._near)
        return found[self._membership]


def _points(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the points of the graph and which point stands for each row.

    Above a few thousand rows, small clusters stand for them (time and memory grow with the
    square of the number of points).
    """
    if len(vectors) <= _MOST_POINTS:
        return vectors, np.arange(len(vectors))
    from sklearn.cluster import MiniBatchKMeans
    from sklearn.decomposition import PCA

    short = PCA(50, svd_solver="randomized", random_state=0).fit_transform(vectors)
    clusters = MiniBatchKMeans(
        _MICRO_CLUSTERS, n_init=1, batch_size=4096, max_iter=30, random_state=0
    ).fit_predict(short)
    names, membership = np.unique(clusters, return_inverse=True)
    sums = np.zeros((len(names), vectors.shape[1]))
    np.add.at(sums, membership, vectors)
    return _unit(sums), membership


def neighbour_graph(points: np.ndarray, n_neighbors: int) -> Any:
    """Return the symmetric fuzzy graph of nearest neighbours by cosine.

    Parameters
    ----------
    points : ndarray, shape (n, n_features)
    n_neighbors : int

    Returns
    -------
    csr_matrix, shape (n, n)
        Weights 0-1; the nearest neighbour of every point has the weight 1.
    """
    from scipy.sparse import csr_matrix

    n = len(points)
    k = min(n_neighbors, n - 1)
    near, places = _nearest(points, points, k, itself=True)
    closest = near[:, :1]
    low, high = np.full((n, 1), 1e-6), np.full((n, 1), 4.0)
    for _ in range(40):  # bisection: every point gets the same effective number of neighbours
        scale = (low + high) / 2
        mass = np.exp(-np.maximum(near - closest, 0) / scale).sum(axis=1, keepdims=True)
        high = np.where(mass > np.log2(k), scale, high)
        low = np.where(mass > np.log2(k), low, scale)
    weights = np.exp(-np.maximum(near - closest, 0) / scale)
    rows = np.repeat(np.arange(n), k)
    one_way = csr_matrix((weights.ravel(), (rows, places.ravel())), (n, n))
    return one_way + one_way.T - one_way.multiply(one_way.T)


def _core(points: np.ndarray, n_neighbors: int) -> np.ndarray:
    """Return which points have neighbours near enough to shape the topics, bool (n,)."""
    if len(points) < 4 * n_neighbors:
        return np.ones(len(points), dtype=bool)
    near, _ = _nearest(points, points, min(_VOTERS, len(points) - 1), itself=True)
    distance = near.mean(axis=1)
    return distance <= np.quantile(distance, _CORE)


def _between(placed: np.ndarray, near: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Return the mean coordinates of neighbours, the nearer the heavier."""
    weights = np.exp(-(near - near[:, :1]) / 0.1)
    weights /= weights.sum(axis=1, keepdims=True)
    mean: np.ndarray = np.einsum("nk,nkd->nd", weights, placed[places])
    return mean


def _nearest(
    points: np.ndarray, among: np.ndarray, k: int, *, itself: bool = False
) -> tuple[np.ndarray, np.ndarray]:
    """Return cosine distances and places of the k nearest points, nearest first.

    With ``itself`` both sets are the same one and no point is its own neighbour.
    """
    distances = np.empty((len(points), k))
    places = np.empty((len(points), k), dtype=np.int64)
    for start in range(0, len(points), 1000):
        rows = np.arange(start, min(start + 1000, len(points)))
        # rounding makes ties ties on every machine; the sort then breaks them by place
        away = np.round(1 - points[rows] @ among.T, 9)
        if itself:
            away[np.arange(len(rows)), rows] = np.inf
        some = min(4 * k, len(among) - 1)
        close = np.sort(np.argpartition(away, some, axis=1)[:, : some + 1], axis=1)
        values = np.take_along_axis(away, close, axis=1)
        order = np.argsort(values, axis=1, kind="stable")[:, :k]
        places[rows] = np.take_along_axis(close, order, axis=1)
        distances[rows] = np.maximum(np.take_along_axis(values, order, axis=1), 0)
    return distances, places


def joined(graph: Any, points: np.ndarray) -> Any:
    """Join the parts of a graph by weak edges to the part with the nearest centre."""
    from scipy.sparse.csgraph import connected_components

    points = _unit(points)
    count, part = connected_components(graph, directed=False)
    graph = graph.tolil()
    while count > 1:
        centres = _unit(np.vstack([points[part == number].mean(axis=0) for number in range(count)]))
        alike = centres @ centres.T
        np.fill_diagonal(alike, -2)
        for number in range(count):
            other = int(alike[number].argmax())
            here, there = np.flatnonzero(part == number), np.flatnonzero(part == other)
            a = here[(points[here] @ centres[other]).argmax()]
            b = there[(points[there] @ centres[number]).argmax()]
            graph[a, b] = graph[b, a] = _BRIDGE
        count, part = connected_components(graph.tocsr(), directed=False)
    return graph.tocsr()


def eigenmap(graph: Any, n_dims: int) -> np.ndarray:
    """Return the Laplacian eigenmap of a connected graph, the smoothest coordinate first."""
    from sklearn.manifold import spectral_embedding

    dims = max(1, min(n_dims, graph.shape[0] // 3))
    found: np.ndarray = spectral_embedding(
        graph, n_components=dims, random_state=0, eigen_solver="arpack", drop_first=True
    )
    return found


def _unit(vectors: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / np.where(lengths > 0, lengths, 1)
