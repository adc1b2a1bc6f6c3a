"""The coder for any codebook: nearness to names, definitions and examples, without training."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
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
    reads_around = False

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
        known = self._known()
        nearness = np.stack(
            [(vectors @ sayings.vectors.T).max(axis=1) for sayings in known], axis=1
        )
        weights = _weights([sayings.together() for sayings in known])
        words = np.zeros_like(nearness)
        for row, tokens in enumerate(tokenise(segments["text"], self.pipeline)):
            words[row] = _shared(tokens, weights)
        return _together(nearness, words)

    def example_scores(self) -> tuple[np.ndarray, np.ndarray]:
        """Score the codebook's own examples, each as if the codebook did not have it.

        Returns
        -------
        (scores, owners)
            Shape (n_examples, n_codes), and for each example the column of its code.
        """
        known = self._known()
        lemmas = [sayings.together() for sayings in known]
        nearness, words, owners = [], [], []
        for column, sayings in enumerate(known):
            for place in range(sayings.first_example, len(sayings.vectors)):
                others = np.arange(len(sayings.vectors)) != place
                if not others.any():
                    continue
                vector = sayings.vectors[place]
                near = [(other.vectors @ vector).max() for other in known]
                near[column] = (sayings.vectors[others] @ vector).max()
                without = [*lemmas[:column], sayings.together(place), *lemmas[column + 1 :]]
                nearness.append(near)
                words.append(_shared(sayings.tokens[place], _weights(without)))
                owners.append(column)
        shape = (len(owners), len(known))
        scores = _together(np.array(nearness).reshape(shape), np.array(words).reshape(shape))
        return scores, np.array(owners, dtype=int)

    def evidence(self, segments: pd.DataFrame, chosen: Sequence[tuple[int, int]]) -> list[str]:
        """Return the words shared with the code's own text."""
        texts = segments["text"].tolist()
        rows = sorted({row for row, _ in chosen})
        read = dict(zip(rows, tokenise((texts[row] for row in rows), self.pipeline), strict=True))
        own = [sayings.together() for sayings in self._known()]
        result = []
        for row, column in chosen:
            said = [texts[row][t.start : t.end] for t in read[row] if t.lemma in own[column]]
            result.append(EVIDENCE_SEPARATOR.join(dict.fromkeys(said)))
        return result

    def _known(self) -> list[_Sayings]:
        """Return what the codebook says of each code, encoded and lemmatised once."""
        if not hasattr(self, "_sayings"):
            encoder = SentenceVectors()
            self._sayings = []
            for code in self.codebook.codes.values():
                texts = _texts(code)
                tokens = tokenise(texts, self.pipeline)
                first = len(texts) - len([example for example in code.examples if example])
                self._sayings.append(_Sayings(encoder.fit_transform(texts), tokens, first))
        return self._sayings


@dataclass(frozen=True)
class _Sayings:
    """Texts of one code: vectors, tokens, and where its examples begin."""

    vectors: np.ndarray
    tokens: list[tuple[Token, ...]]
    first_example: int

    def together(self, without: int | None = None) -> set[str]:
        """Return the lemmas of all texts but one."""
        return {
            token.lemma
            for place, tokens in enumerate(self.tokens)
            if place != without
            for token in tokens
            if len(token.lemma) >= _MIN_LETTERS and token.lemma.isalpha()
        }


def _weights(lemmas: list[set[str]]) -> list[dict[str, float]]:
    """Return for each code its lemmas, a word of few codes weighing more."""
    spread = Counter(lemma for own in lemmas for lemma in own)
    return [{lemma: 1 / spread[lemma] for lemma in own} for own in lemmas]


def _shared(tokens: Sequence[Token], weights: list[dict[str, float]]) -> list[float]:
    """Return for each code the weight of the words it shares with a text."""
    said = {token.lemma for token in tokens}
    return [sum(own[lemma] for lemma in said & own.keys()) for own in weights]


def _together(nearness: np.ndarray, words: np.ndarray) -> np.ndarray:
    raw = NEARNESS_WEIGHT * nearness + WORD_WEIGHT * np.minimum(words, 2.0) + BIAS
    scores: np.ndarray = 1 / (1 + np.exp(-raw))
    return scores


def _texts(code: Code) -> list[str]:
    parts = [part.strip() for part in code.definition.replace(";", ",").split(",")]
    return [text for text in (code.name, code.definition, *parts, *code.examples) if text]
