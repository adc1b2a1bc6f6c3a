"""The coder for any codebook: nearness to names, definitions and examples, without training."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Self

import numpy as np
import pandas as pd

from qualcode.coders.base import Coder
from qualcode.coders.tokens import Token, tokenise
from qualcode.study import EVIDENCE_SEPARATOR, Code, Codebook
from qualcode.vectors import SentenceVectors

# Chosen on constructed workshops coded with "cus", where this coder reaches alpha 0.20 (precision
# 0.21, recall 0.27): a first sketch to correct, not a result.
NEARNESS_WEIGHT = 3.0
WORD_WEIGHT = 2.4
BIAS = -1.54
_MIN_LETTERS = 4  # shorter lemmas are mostly function words


class SimilarityCoder(Coder):
    """Codes by what a codebook says of its codes (zero-shot).

    Two signs add up: the cosine of the segment's sentence vector to the nearest of the code's
    sentences, and words that the code shares with few others of the codebook.

    Parameters
    ----------
    codebook : Codebook
        Definitions and a few examples make it better.
    pipeline : str, optional
        Name of the spaCy pipeline that lemmatises.
    """

    name = "similarity"

    def __init__(self, codebook: Codebook, pipeline: str | None = None) -> None:
        super().__init__(codebook)
        self.pipeline = pipeline
        self.thresholds_ = np.full(len(codebook), 0.5)

    def fit(self, segments: pd.DataFrame, codings: pd.DataFrame) -> Self:
        """Learn nothing: the codebook is all it knows."""
        return self

    def scores(self, segments: pd.DataFrame) -> np.ndarray:
        """Return the logistic sum of both signs, shape (n_segments, n_codes)."""
        vectors = SentenceVectors().fit_transform(segments["text"])
        nearness = np.stack(
            [(vectors @ known.T).max(axis=1) for known in self._sentences()], axis=1
        )
        words = np.zeros_like(nearness)
        for row, tokens in enumerate(tokenise(segments["text"], self.pipeline)):
            for column, found in enumerate(self._shared(tokens)):
                words[row, column] = sum(found.values())
        raw = NEARNESS_WEIGHT * nearness + WORD_WEIGHT * np.minimum(words, 2.0) + BIAS
        scores: np.ndarray = 1 / (1 + np.exp(-raw))
        return scores

    def evidence(self, segments: pd.DataFrame, chosen: Sequence[tuple[int, int]]) -> list[str]:
        """Return the words shared with the code's own text."""
        texts = segments["text"].tolist()
        read = dict(
            zip(
                sorted({row for row, _ in chosen}),
                tokenise((texts[row] for row in sorted({row for row, _ in chosen})), self.pipeline),
                strict=True,
            )
        )
        result = []
        for row, column in chosen:
            shared = self._shared(read[row])[column]
            said = [texts[row][t.start : t.end] for t in read[row] if t.lemma in shared]
            result.append(EVIDENCE_SEPARATOR.join(dict.fromkeys(said)))
        return result

    def _sentences(self) -> list[np.ndarray]:
        """Return the vectors of each code's sentences."""
        if not hasattr(self, "_vectors"):
            encoder = SentenceVectors()
            self._vectors = [
                encoder.fit_transform(_texts(code)) for code in self.codebook.codes.values()
            ]
        return self._vectors

    def _shared(self, tokens: Sequence[Token]) -> list[dict[str, float]]:
        """Return for each code the lemmas it shares with a text, with their weights."""
        if not hasattr(self, "_lemmas"):
            own = [
                {
                    token.lemma
                    for tokens in tokenise(_texts(code), self.pipeline)
                    for token in tokens
                    if len(token.lemma) >= _MIN_LETTERS and token.lemma.isalpha()
                }
                for code in self.codebook.codes.values()
            ]
            spread = Counter(lemma for lemmas in own for lemma in lemmas)
            self._lemmas = [{lemma: 1 / spread[lemma] for lemma in lemmas} for lemmas in own]
        said = {token.lemma for token in tokens}
        return [
            {lemma: weight for lemma, weight in known.items() if lemma in said}
            for known in self._lemmas
        ]


def _texts(code: Code) -> list[str]:
    parts = [part.strip() for part in code.definition.replace(";", ",").split(",")]
    return [text for text in (code.name, code.definition, *parts, *code.examples) if text]
