"""Names and keywords of topics: the terms most particular to each, in dictionary form."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from qualcode.topicmodel.phrases import SEPARATOR, Phrasebook
from qualcode.topicmodel.verdicts import Fit
from qualcode.topicmodel.words import weak
from qualcode.wording import listed

N_KEYWORDS = 10
_PHRASE_BONUS = 1.6
_ENOUGH = 0.4
"""Share of a topic's segments its label should speak of before it may be that short."""
_MOST_PARTS = 3


def keywords(fit: Fit, topic: int) -> list[str]:
    """Return the lemmas most particular to a topic, most particular first."""
    row = fit.weights_of(topic)
    best = np.lexsort((np.array(fit.terms), -np.round(row, 9)))
    found = [fit.terms[place] for place in best if row[place] > 0]
    return [term for term in found if SEPARATOR not in term][:N_KEYWORDS]


def labels(fit: Fit, bags: Sequence[Sequence[str]], book: Phrasebook) -> dict[int, str]:
    """Return a label per topic, no two alike.

    Parameters
    ----------
    fit : Fit
    bags : sequence of sequences of str
        The terms of each segment.
    book : Phrasebook
    """
    found: dict[int, str] = {}
    used: set[str] = set()
    for topic in fit.topics:
        members = [set(bags[place]) for place in np.flatnonzero(fit.labels == topic).tolist()]
        chosen = _chosen(fit, topic, members, book, used)
        used.update(chosen[:1])
        found[topic] = listed(chosen)
    return found


def _chosen(
    fit: Fit, topic: int, members: list[set[str]], book: Phrasebook, used: set[str]
) -> list[str]:
    row = fit.weights_of(topic)
    least = 2 if len(members) < 60 else max(3, round(0.03 * len(members)))
    ranked = []
    for place in np.flatnonzero(row > 0):
        term = fit.terms[place]
        if term not in book:
            continue
        single = SEPARATOR not in term
        holders = {number for number, bag in enumerate(members) if term in bag}
        if len(holders) < least or (single and weak(term)):
            continue
        score = row[place] * len(holders) ** 0.5 * (1 if single else _PHRASE_BONUS)
        ranked.append((-round(float(score), 9), term, holders))
    parts: list[str] = []
    spoken: set[int] = set()
    stems: set[str] = set()
    for _, term, holders in sorted(ranked):
        text = book.written(term)
        if stems & book.parts(term) or text in used or len(holders - spoken) < least / 2:
            continue
        parts.append(text)
        stems |= book.parts(term)
        spoken |= holders
        telling = len(parts) > 1 or " " in text
        if len(parts) == _MOST_PARTS or (telling and len(spoken) >= _ENOUGH * len(members)):
            break
    return parts
