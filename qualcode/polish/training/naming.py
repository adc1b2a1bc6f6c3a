"""Learning names from the named-entity layer of NKJP."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from qualcode.polish.names import (
    BITS,
    LABELS,
    WIDTH,
    Faces,
    NameTagger,
    Token,
    around,
    context,
    plain,
    summed,
)
from qualcode.polish.training.treebanks import Named, Sentence

PENALTY = 0.2
SCALE = 20
ROUNDS = 45
_LEAST = 2
"""Features seen less often are left out."""


def labels_of(named: Named) -> list[int]:
    """Return one label per token; the longest entity wins where one lies in another."""
    spans: list[tuple[int, int, int]] = []
    open_spans: dict[str, int] = {}
    for index, marks in enumerate([*named.labels, ()]):
        present = {mark[2:]: mark[0] for mark in marks}
        for kind in list(open_spans):
            if present.get(kind) != "I":
                start = open_spans.pop(kind)
                spans.append((start, index, LABELS.index(kind.partition("-")[0])))
        for kind in present:
            open_spans.setdefault(kind, index)
    result = [0] * len(named.forms)
    for start, end, label in sorted(spans, key=lambda span: (span[1] - span[0], span)):
        result[start:end] = [label] * (end - start)
    return result


def lowered(named: Named) -> Named:
    """Return a sentence as speech recognition writes it: small letters, no marks."""
    kept = [i for i, form in enumerate(named.forms) if form[:1].isalnum()]
    return Named(
        named.document,
        tuple(named.forms[i].lower() for i in kept),
        tuple(named.labels[i] for i in kept),
    )


def from_speech(sentences: Iterable[Sentence]) -> list[Named]:
    """Return our own annotated speech in the form of NKJP."""
    found = []
    for sentence in sentences:
        marks = [
            tuple(part[3:] for part in word.misc.split("|") if part.startswith("NE="))
            for word in sentence.words
        ]
        found.append(
            Named(sentence.comments.get("sent_id", ""), tuple(sentence.forms), tuple(marks))
        )
    return found


def learn_names(
    sentences: Sequence[Sequence[Token]], labels: Sequence[Sequence[int]], folds: int = 2
) -> NameTagger:
    """Learn both passes.

    Parameters
    ----------
    sentences : sequence of sequence of (form, lemma, part of speech)
    labels : sequence of sequence of int
        Indices into :data:`LABELS`.
    folds : int
        The second pass learns from labels given by models that had not seen the sentence.
    """
    faces = Faces()
    tables, truths = [], []
    for fold in range(folds):
        table, rows = context(sentences[fold::folds], faces)
        near = table[rows, -1].astype(bool)
        tables.append((table, rows[near]))
        truths.append(np.array([y for row in labels[fold::folds] for y in row])[near])
    where = [plain(*table) for table in tables]
    first = _fit(where, truths, 1 << BITS)
    both = []
    for fold in range(folds):
        others = [f for f in range(folds) if f != fold]
        weights = _fit([where[f] for f in others], [truths[f] for f in others], 1 << BITS)
        given = summed(weights, where[fold]).argmax(axis=1)
        both.append(np.concatenate([where[fold], around(*tables[fold], given)], axis=1))
    second = _fit(both, truths, 2 << BITS)
    return NameTagger(_whole(first), _whole(second), SCALE)


def _whole(weights: np.ndarray) -> np.ndarray:
    return np.clip(np.rint(weights * SCALE), -127, 127).astype(np.int8)


def _fit(where: Iterable[np.ndarray], truths: Iterable[np.ndarray], size: int) -> np.ndarray:
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    addresses = np.concatenate([w.astype(np.int32) for w in where])
    truth = np.concatenate(list(truths))
    n_rows, n_labels = len(truth), len(LABELS)
    used = np.flatnonzero(np.bincount(addresses.ravel(), minlength=size) >= _LEAST)
    place = np.full(size, -1, dtype=np.int32)
    place[used] = np.arange(len(used))
    columns = place[addresses]
    kept = columns >= 0
    pointers = np.concatenate([[0], np.cumsum(kept.sum(axis=1))])
    matrix = csr_matrix(
        (np.ones(int(kept.sum()), dtype=np.float32), columns[kept], pointers),
        shape=(n_rows, len(used)),
    )
    transposed = matrix.T.tocsr()
    hit = np.zeros((n_rows, n_labels), dtype=np.float32)
    hit[np.arange(n_rows), truth] = 1

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(len(used), n_labels)
        scores = matrix @ weights.astype(np.float32)
        scores -= scores.max(axis=1, keepdims=True)
        mass = np.exp(scores)
        total = mass.sum(axis=1, keepdims=True)
        value = float((np.log(total[:, 0]) - (scores * hit).sum(axis=1)).sum())
        slope = transposed @ (mass / total - hit)
        gradient = slope.astype(np.float64) + 2 * PENALTY * weights
        return value + PENALTY * float((weights**2).sum()), gradient.ravel()

    found = minimize(
        loss, np.zeros(len(used) * n_labels), jac=True, method="L-BFGS-B",
        options={"maxiter": ROUNDS, "maxcor": 5},
    )  # fmt: skip
    table = np.zeros((size, WIDTH), dtype=np.float32)
    table[used, :n_labels] = found.x.reshape(len(used), n_labels)
    return table
