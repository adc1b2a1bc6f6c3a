"""A shipped coder for a codebook that was changed: old codes as trained, new ones by similarity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import numpy as np
import pandas as pd

from qualcode.coders.base import Coder
from qualcode.coders.similarity import SimilarityCoder
from qualcode.study import Codebook


class ExtendedCoder(Coder):
    """Codes the codes a ready coder knows with it, and the others by their definitions.

    Parameters
    ----------
    codebook : Codebook
        Of the study.
    ready : Coder
        Trained for another version of the codebook; gives its name.
    pipeline : str, optional
        Name of the spaCy pipeline that lemmatises.
    """

    def __init__(self, codebook: Codebook, ready: Coder, pipeline: str | None = None) -> None:
        super().__init__(codebook)
        self.ready = ready
        self.pipeline = pipeline
        self.sketch = SimilarityCoder(codebook, pipeline)
        self.name = ready.name
        column = {code: place for place, code in enumerate(ready.codes)}
        # column in the ready coder's scores, -1 for codes it does not know
        self._source = np.array([column.get(code, -1) for code in self.codes], dtype=int)
        known = self._source >= 0
        self.thresholds_ = self.sketch.thresholds_.copy()
        self.thresholds_[known] = ready.thresholds_[self._source[known]]

    @property
    def new_codes(self) -> list[str]:
        """Return the codes the ready coder was not trained for."""
        return [code for code, source in zip(self.codes, self._source, strict=True) if source < 0]

    def fit(self, segments: pd.DataFrame, codings: pd.DataFrame) -> Self:
        """Learn nothing more: both parts are ready."""
        return self

    def scores(self, segments: pd.DataFrame) -> np.ndarray:
        """Return probabilities, shape (n_segments, n_codes)."""
        known = self._source >= 0
        scores = np.zeros((len(segments), len(known)))
        scores[:, known] = self.ready.scores(segments)[:, self._source[known]]
        if not known.all():
            scores[:, ~known] = self.sketch.scores(segments)[:, ~known]
        return scores

    def evidence(self, segments: pd.DataFrame, chosen: Sequence[tuple[int, int]]) -> list[str]:
        """Return the words of the part that decided."""
        old = [(row, int(self._source[column])) for row, column in chosen]
        trained = [pair for pair in old if pair[1] >= 0]
        new = [pair for pair in chosen if self._source[pair[1]] < 0]
        words = dict(zip(trained, self.ready.evidence(segments, trained), strict=True))
        others = dict(zip(new, self.sketch.evidence(segments, new), strict=True)) if new else {}
        return [
            words[mapped] if mapped[1] >= 0 else others[pair]
            for pair, mapped in zip(chosen, old, strict=True)
        ]
