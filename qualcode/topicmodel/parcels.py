"""Fitted topics as bytes: the companion process finds them, the first process names them."""

from __future__ import annotations

import io
from typing import Any

import numpy as np

from qualcode.companion import begin
from qualcode.topicmodel import fitting
from qualcode.topicmodel.verdicts import Fit
from qualcode.vectors import SentenceVectors


def begun(*given: Any) -> Any:
    """Ask the companion for :func:`fitted`; a function that waits for the answer."""
    future = begin("topicmodel.parcels:fitted", *given)
    return lambda: _opened(future.result() if future else fitted(*given))


def prepare() -> None:
    """Load what topics need, so that they need not wait for it later."""
    fitting.bertopic()


def fitted(
    bags: list[list[str]], terms: list[list[str]], seeds: list[list[str]], n_topics: int | None
) -> bytes:
    """Fit topics to lemmas and terms of texts, see :func:`.fitting.fit`."""
    fitting.bertopic()
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):  # the same sums on every machine, and threads would only wait
        table = fitting.features(_sense(bags), bags, _sense(seeds))
        words = {word for seed in seeds for word in seed}
        return _closed(table, fitting.fit(table, terms, n_topics, words))


def _sense(bags: list[list[str]]) -> np.ndarray:
    # function words left out: nearness should mean the same subject, not the same manner
    return SentenceVectors(n_threads=1).fit_transform([" ".join(bag) for bag in bags])


def _closed(table: np.ndarray, fit: Fit) -> bytes:
    from scipy.sparse import csr_matrix

    weights = csr_matrix(fit.weights)
    written = io.BytesIO()
    np.savez(
        written,
        table=table,
        labels=fit.labels,
        data=weights.data,
        indices=weights.indices,
        indptr=weights.indptr,
        topics=np.array(list(fit.rows)),
        terms=np.array(fit.terms),
        stable=np.array(list(fit.stability), dtype=int),
        stability=np.array(list(fit.stability.values()), dtype=float),
        agreement=np.array(fit.agreement),
    )
    return written.getvalue()


def _opened(parcel: bytes) -> tuple[np.ndarray, Fit]:
    from scipy.sparse import csr_matrix

    held = np.load(io.BytesIO(parcel), allow_pickle=False)
    topics, terms = held["topics"].tolist(), held["terms"].tolist()
    weights = csr_matrix(
        (held["data"], held["indices"], held["indptr"]), shape=(len(topics), len(terms))
    )
    rows = {topic: place for place, topic in enumerate(topics)}
    stability = dict(zip(held["stable"].tolist(), held["stability"].tolist(), strict=True))
    return held["table"], Fit(
        held["labels"], weights, rows, terms, stability, float(held["agreement"])
    )
