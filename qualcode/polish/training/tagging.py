"""Learning the two passes of the tagger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from qualcode.polish.entries import Entries
from qualcode.polish.tagger import BITS, Tagger, around, pick, total
from qualcode.polish.training.loglinear import fit
from qualcode.polish.training.material import Material, joined, prepared
from qualcode.polish.training.treebanks import Sentence

PENALTY = 0.15
FOLDS = 4
SCALE = 24
"""Weights are stored as whole numbers of 1/24."""


def learn_tagger(sources: Sequence[tuple[Sequence[Sentence], float]], entries: Entries) -> Tagger:
    """Learn both passes.

    The second pass learns from choices that the first one made on sentences it had not seen.

    Parameters
    ----------
    sources : sequence of (sentences, weight)
    entries : Entries
    """
    parts: list[list[Material]] = [[] for _ in range(FOLDS)]
    for sentences, weight in sources:
        for fold in range(FOLDS):
            chosen = sentences[fold::FOLDS]
            if chosen:
                parts[fold].append(prepared(chosen, entries, weight=weight, bits=BITS))
    size = 1 << BITS
    first = _learned([m for part in parts for m in part], size)
    second = []
    for fold in range(FOLDS):
        others = [m for other in range(FOLDS) if other != fold for m in parts[other]]
        weights = _learned(others, size)
        second += [m.choices(_both(m, weights)) for m in parts[fold]]
    last = fit(joined(second), 2 * size, penalty=PENALTY)
    return Tagger(entries, whole(first), whole(last))


def _learned(materials: Sequence[Material], size: int) -> np.ndarray:
    return fit(joined([m.choices(m.plain) for m in materials]), size, penalty=PENALTY)


def _both(material: Material, weights: np.ndarray) -> np.ndarray:
    m = material
    chosen = pick(m.sheet, m.options, m.rows, m.starts, total(weights, m.plain))
    return np.concatenate(
        [m.plain, around(m.sheet, chosen, m.options, m.rows) + (1 << BITS)], axis=1
    )


def whole(weights: np.ndarray) -> np.ndarray:
    """Round weights to one byte each."""
    return np.clip(np.rint(weights * SCALE), -127, 127).astype(np.int8)


def measured(tagger: Tagger, sentences: Sequence[Sentence]) -> Mapping[str, float]:
    """Return the share of right lemmas and parts of speech, tokens given."""
    found = tagger([(s.forms, s.spaces) for s in sentences])
    pairs = [
        (word, choice)
        for sentence, chosen in zip(sentences, found, strict=True)
        for word, choice in zip(sentence.words, chosen, strict=True)
    ]
    return {
        "lemma": sum(w.lemma == c.lemma for w, c in pairs) / len(pairs),
        "upos": sum(w.upos == c.upos for w, c in pairs) / len(pairs),
    }
