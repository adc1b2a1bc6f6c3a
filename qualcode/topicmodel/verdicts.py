"""Topics that are topics: groups without words in common are dissolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import numpy as np

from qualcode.topicmodel.clusters import NOWHERE
from qualcode.topicmodel.phrases import Phrasebook
from qualcode.topicmodel.words import weak

_TOP = 10
_TELLING = 3
"""A segment with one of so many top words of a topic belongs to it."""
_SHARED = 0.55
"""Share of its segments that must have one of a topic's top words."""
_REPEATS = 0.2
"""Stability below which a group is an accident."""
_SMALLEST = 3
_AS_NEAR_AS = 0.1
"""A segment joins a topic when it is nearer its centre than this share of its own segments."""


@dataclass(frozen=True)
class Fit:
    """Topics of segments.

    ``labels`` (n,), -1 where a segment fits nowhere; ``weights`` topics × terms by c-TF-IDF,
    ``rows`` topic → its row there; ``terms``; ``stability`` per topic; ``agreement`` of topics
    found in two random nine tenths of the segments (adjusted Rand index).
    """

    labels: np.ndarray
    weights: Any
    rows: dict[int, int]
    terms: list[str]
    stability: dict[int, float]
    agreement: float

    @property
    def topics(self) -> list[int]:
        """Return the topics, without the segments that fit nowhere."""
        return [topic for topic in self.rows if topic != NOWHERE]

    def weights_of(self, topic: int) -> np.ndarray:
        """Return the weight of every term in a topic, shape (n_terms,)."""
        row: np.ndarray = self.weights[self.rows[topic]].toarray().ravel()
        return row


def settled(found: Fit, table: np.ndarray, bags: Sequence[Sequence[str]], book: Phrasebook) -> Fit:
    """Dissolve groups that are no topics; let their segments join a topic they are near to.

    A topic repeats itself, and enough of its segments share its top words, one of which can
    name it.

    Parameters
    ----------
    found : Fit
    table : ndarray, shape (n, d)
    bags : sequence of sequences of str
        Terms of each segment.
    book : Phrasebook
    """
    kept = [
        topic
        for topic in found.topics
        if found.stability[topic] >= _REPEATS and _shares_words(found, topic, bags, book)
    ]
    labels = np.where(np.isin(found.labels, kept), found.labels, NOWHERE)
    loose = np.flatnonzero(labels == NOWHERE)
    if kept and len(loose):
        tops = [_top_words(found, topic, bags)[:_TELLING] for topic in kept]
        alike = _alike(table, labels, kept)[loose]
        bar = np.array([_bar(table, labels, topic) for topic in kept])
        for place, row in zip(loose.tolist(), alike, strict=True):
            shares = [not set(top).isdisjoint(bags[place]) for top in tops]
            fits = np.array(shares) if any(shares) else row >= bar
            if fits.any():
                labels[place] = kept[int(np.where(fits, row, -2).argmax())]
    rows = {topic: row for topic, row in found.rows.items() if topic in kept}
    return replace(found, labels=labels, rows=rows)


def _alike(table: np.ndarray, labels: np.ndarray, topics: list[int]) -> np.ndarray:
    """Return the cosine of every row with the centre of every topic, rounded."""
    rows = _unit(table)
    centres = _unit(np.vstack([rows[labels == topic].mean(axis=0) for topic in topics]))
    cosines: np.ndarray = np.round(rows @ centres.T, 9)
    return cosines


def _bar(table: np.ndarray, labels: np.ndarray, topic: int) -> float:
    """Return the cosine with the centre that most of a topic's own segments reach."""
    own = _alike(table[labels == topic], labels[labels == topic], [topic])
    return float(np.quantile(own, _AS_NEAR_AS))


def _shares_words(found: Fit, topic: int, bags: Sequence[Sequence[str]], book: Phrasebook) -> bool:
    """Tell whether enough of a group's segments have one of the top words they share."""
    members = [bags[place] for place in np.flatnonzero(found.labels == topic).tolist()]
    top = set(_top_words(found, topic, bags))
    holders = sum(not top.isdisjoint(bag) for bag in members)
    named = any(term in book and not weak(term) for term in top)
    return len(members) >= _SMALLEST and named and holders >= _SHARED * len(members)


def _top_words(found: Fit, topic: int, bags: Sequence[Sequence[str]]) -> list[str]:
    """Return the most particular words of a group that more than one of its segments has."""
    places = np.flatnonzero(found.labels == topic).tolist()
    counts = Counter(term for place in places for term in set(bags[place]))
    weights = np.round(found.weights_of(topic), 9)
    order = np.lexsort((np.array(found.terms), -weights)).tolist()
    shared = (place for place in order if weights[place] > 0 and counts[found.terms[place]] > 1)
    return [found.terms[place] for place in islice(shared, _TOP)]


def _unit(vectors: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / np.where(lengths > 0, lengths, 1)
