"""Learning sentence boundaries from NKJP."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from qualcode.polish.boundaries import BITS, Gap, Looks, gaps, rows
from qualcode.polish.training.loglinear import fit_binary
from qualcode.polish.training.material import detached_spaces
from qualcode.polish.training.treebanks import Named

PENALTY = 0.3
SCALE = 16


def by_document(sentences: Iterable[Named]) -> list[list[Named]]:
    """Group sentences by their document, in order."""
    documents: dict[str, list[Named]] = {}
    for sentence in sentences:
        documents.setdefault(sentence.document, []).append(sentence)
    return list(documents.values())


def learn_boundaries(documents: Sequence[Sequence[Named]], looks: Looks) -> np.ndarray:
    """Learn the model of punctuated text."""

    def laid_out(document: Sequence[Named]) -> tuple[list[Gap], set[int]]:
        forms = [form for named in document for form in named.forms]
        spaces = [s for named in document for s in [*detached_spaces(named.forms)[:-1], True]]
        return gaps(forms, spaces, looks), _starts(len(named.forms) for named in document)

    return _learned(documents, laid_out)


def _starts(lengths: Iterable[int]) -> set[int]:
    return set(np.cumsum(list(lengths)).tolist())


def _learned(
    documents: Sequence[Sequence[Named]],
    laid_out: Callable[[Sequence[Named]], tuple[list[Gap], set[int]]],
) -> np.ndarray:
    addresses, truth = [], []
    for document in documents:
        found, starts = laid_out(document)
        addresses += rows(found)
        truth += [gap.at in starts for gap in found]
    table = fit_binary(np.array(addresses), np.array(truth), 1 << BITS, penalty=PENALTY)
    return np.clip(np.rint(table * SCALE), -127, 127).astype(np.int8)
