"""Topics that are topics: groups without words in common are dissolved."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from qualcode.topicmodel.clusters import NOWHERE
from qualcode.topicmodel.phrases import Phrasebook
from qualcode.topicmodel.subjects import Subjects

_TOP = 10
_TELLING = 3
"""A segment with one of so many top words of a topic, or a word that marks it, may join it."""
_NAMES = 6
_SHARED = 0.5
"""Share of its segments that must have one of a topic's top words."""
_REPEATS = 0.2
"""Stability below which a group is an accident."""
_FIRM, _LARGE = 0.5, 6
"""Below that stability or number of segments a topic is poorly marked off."""
_NAMED, _SPOKEN = 0.2, 0.4
"""Share of a topic's segments its names must speak of, and share of a poorly marked one's that
must have a word of the field."""
_VERY_FIRM = 0.6
"""Stability from which props may name a topic."""
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


def poorly_marked(n: int, stability: float) -> bool:
    """Tell whether a topic is small or does not repeat itself well."""
    return n < _LARGE or stability < _FIRM


def settled(
    found: Fit,
    table: np.ndarray,
    bags: Sequence[Sequence[str]],
    book: Phrasebook,
    field: Collection[str] = (),
) -> Fit:
    """Dissolve groups that are no topics; let their segments join a topic they are near to.

    A topic repeats itself, enough of its segments share its top words, and enough of them speak
    of what can name it. A poorly marked one needs words of the field: props alone
    may have brought its segments together.

    Parameters
    ----------
    found : Fit
    table : ndarray, shape (n, d)
    bags : sequence of sequences of str
        Terms of each segment.
    book : Phrasebook
    field : collection of str
        Lemmas of the codebook.
    """
    subjects = Subjects(bags, book, field)
    kept = [
        topic
        for topic in found.topics
        if found.stability[topic] >= _REPEATS
        and _shares_words(found, topic, subjects)
        and _has_names(found, topic, subjects)
    ]
    labels = np.where(np.isin(found.labels, kept), found.labels, NOWHERE)
    loose = np.flatnonzero(labels == NOWHERE)
    if kept and len(loose):
        tops = [_telling(found, topic, subjects) for topic in kept]
        alike = _alike(table, labels, kept)[loose]
        bar = np.array([_bar(table, labels, topic) for topic in kept])
        for place, row in zip(loose.tolist(), alike, strict=True):
            shares = [not top.isdisjoint(bags[place]) for top in tops]
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


def _shares_words(found: Fit, topic: int, subjects: Subjects) -> bool:
    """Tell whether enough of a group's segments have one of the top words they share."""
    members = [subjects.bags[place] for place in np.flatnonzero(found.labels == topic).tolist()]
    top = set(subjects.shared(found, topic)[:_TOP])
    holders = sum(not top.isdisjoint(bag) for bag in members)
    return len(members) >= _SMALLEST and holders >= _SHARED * len(members)


def _has_names(found: Fit, topic: int, subjects: Subjects) -> bool:
    """Tell whether enough of a group's segments speak of what can name it."""
    size, stability = int((found.labels == topic).sum()), found.stability[topic]
    names = subjects.names(found, topic)[:_NAMES]
    if poorly_marked(size, stability):
        if subjects.spoken(found, topic) < _SPOKEN:
            return False
        names = [name for name in names if name.of_field]
    elif stability < _VERY_FIRM:
        names = [name for name in names if not name.of_home]
    spoken = frozenset[int]().union(*(name.holders for name in names))
    return len(spoken) >= _NAMED * size


def _telling(found: Fit, topic: int, subjects: Subjects) -> set[str]:
    """Return the terms whose presence alone puts a segment into a topic."""
    return {*subjects.marks(found, topic), *subjects.shared(found, topic)[:_TELLING]}


def _unit(vectors: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / np.where(lengths > 0, lengths, 1)
