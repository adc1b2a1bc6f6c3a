"""Names and keywords of topics: the terms most particular to each, in dictionary form."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from qualcode.topicmodel.phrases import SEPARATOR, Phrasebook
from qualcode.topicmodel.subjects import Subjects, Term
from qualcode.topicmodel.verdicts import Fit
from qualcode.wording import listed

N_KEYWORDS = 10
_ENOUGH = 0.3
"""Share of a topic's segments its label should speak of before it may be that short."""
_BESIDE = (0.0, 0.5, 0.75)
"""A further part of a label is worth at least so much of the first: one good one is enough."""


def keywords(fit: Fit, topic: int, subjects: Subjects | None = None) -> list[str]:
    """Return the lemmas most particular to a topic, most particular first.

    With ``subjects`` those that several of its segments share come first, and among them words
    of the field.
    """
    row = fit.weights_of(topic)
    best = np.lexsort((np.array(fit.terms), -np.round(row, 9)))
    found = [fit.terms[place] for place in best if row[place] > 0]
    shared = subjects.shared(fit, topic) if subjects else []
    ordered = dict.fromkeys((*shared, *found))
    return [term for term in ordered if SEPARATOR not in term][:N_KEYWORDS]


def labels(
    fit: Fit, bags: Sequence[Sequence[str]], book: Phrasebook, field: Collection[str] = ()
) -> dict[int, str]:
    """Return a label per topic, no two alike.

    Parameters
    ----------
    fit : Fit
    bags : sequence of sequences of str
        The terms of each segment.
    book : Phrasebook
    field : collection of str
        Lemmas of the codebook, which name topics better than props do.
    """
    subjects = Subjects(bags, book, field)
    found: dict[int, str] = {}
    used: set[str] = set()
    for topic in fit.topics:
        size = int((fit.labels == topic).sum())
        chosen = _chosen(subjects.names(fit, topic), size, book, used)
        chosen = chosen or _any(fit, topic, subjects, used)
        used.update(chosen[:1])
        found[topic] = listed(chosen)
    return found


def _chosen(names: list[Term], size: int, book: Phrasebook, used: set[str]) -> list[str]:
    parts: list[str] = []
    spoken: set[int] = set()
    stems: set[str] = set()
    first = 0.0
    for name in names:
        text = book.written(name.term)
        first = first or name.score
        if name.score < _BESIDE[len(parts)] * first:
            break
        if any(text.endswith(part) or part.endswith(text) for part in parts):
            continue  # autobus i bus
        new = len(name.holders - spoken)
        if stems & book.parts(name.term) or text in used or 2 * new < len(name.holders):
            continue
        parts.append(text)
        stems |= book.parts(name.term)
        spoken |= name.holders
        telling = len(parts) > 1 or " " in text
        if len(parts) == len(_BESIDE) or (telling and len(spoken) >= _ENOUGH * size):
            break
    return parts


def _any(fit: Fit, topic: int, subjects: Subjects, used: set[str]) -> list[str]:
    """Return the most telling shared term when none speaks of enough of a topic."""
    texts = (
        subjects.book.written(term)
        for term in (*subjects.shared(fit, topic), *keywords(fit, topic))
        if term in subjects.book
    )
    found = next((text for text in texts if text not in used), "")
    return [found or " – ".join(keywords(fit, topic)[:3])]
