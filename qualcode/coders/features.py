"""Features of the linear coder: lemmas, the question, rule hits; sentence vectors on request."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from qualcode.coders.rules import RulesCoder
from qualcode.coders.tokens import Token, tokenise
from qualcode.study import Codebook
from qualcode.vectors import SentenceVectors

RULE_SCALE = 0.5  # of rule scores beside TF-IDF rows of length one
VECTOR_SCALE = 0.25  # of text and question vectors; more of them learns the style of a corpus
NEIGHBOUR_SCALE = 0.1
MIN_SEGMENTS = 2  # a lemma in fewer training segments is not a feature


class SegmentFeatures:
    """Turns segments into rows of numbers; a scikit-learn-style transformer.

    Parameters
    ----------
    codebook : Codebook
    pipeline : str, optional
        Name of the spaCy pipeline that lemmatises.
    vectors : bool, default False
        Whether sentence vectors of text, question and neighbours are features too.

    Attributes
    ----------
    vocabulary_ : dict of str to int
        Lemma n-grams of the text and, with the prefix ``"?"``, lemmas of the question.
    idf_ : ndarray of shape (n_terms,)
    """

    def __init__(
        self, codebook: Codebook, pipeline: str | None = None, vectors: bool = False
    ) -> None:
        self.codebook = codebook
        self.pipeline = pipeline
        self.vectors = vectors

    def fit(self, segments: pd.DataFrame) -> SegmentFeatures:
        """Choose the vocabulary: terms in at least two segments (Salton & Buckley 1988 weights)."""
        counts: dict[str, int] = {}
        for terms in self._terms(segments):
            for term in set(terms):
                counts[term] = counts.get(term, 0) + 1
        chosen = sorted(term for term, count in counts.items() if count >= MIN_SEGMENTS)
        self.vocabulary_ = {term: place for place, term in enumerate(chosen)}
        n = len(segments)
        self.idf_ = np.array([np.log((1 + n) / (1 + counts[term])) + 1 for term in chosen])
        return self

    def transform(self, segments: pd.DataFrame) -> Any:
        """Return a sparse matrix of shape (n_segments, n_terms + n_dense)."""
        from scipy import sparse

        return sparse.hstack(
            [self._tfidf(segments), sparse.csr_matrix(self.dense(segments))], format="csr"
        )

    def term_weights(self, segments: pd.DataFrame) -> Any:
        """Return the sparse TF-IDF part alone, whose columns are words."""
        return self._tfidf(segments)

    def dense(self, segments: pd.DataFrame) -> np.ndarray:
        """Return the rule scores, behind the vectors where they are asked for."""
        rules = RulesCoder(self.codebook, self.pipeline).scores(segments).astype("float32")
        if not self.vectors:
            return RULE_SCALE * rules
        encoder = SentenceVectors()
        texts = encoder.fit_transform(segments["text"])
        return np.hstack(
            [
                VECTOR_SCALE * texts,
                VECTOR_SCALE * encoder.transform(segments["question"]),
                NEIGHBOUR_SCALE * previous_rows(texts, segments["transcript"]),
                RULE_SCALE * rules,
            ]
        )

    def _tfidf(self, segments: pd.DataFrame) -> Any:
        from scipy import sparse

        rows: list[int] = []
        columns: list[int] = []
        values: list[float] = []
        for row, terms in enumerate(self._terms(segments)):
            known: dict[int, int] = {}
            for term in terms:
                place = self.vocabulary_.get(term)
                if place is not None:
                    known[place] = known.get(place, 0) + 1
            rows += [row] * len(known)
            columns += known
            values += [(1 + np.log(n)) * self.idf_[place] for place, n in known.items()]
        shape = (len(segments), len(self.vocabulary_))
        weights = sparse.csr_matrix((values, (rows, columns)), shape=shape)
        lengths = np.sqrt(np.asarray(weights.multiply(weights).sum(axis=1)).ravel())
        return sparse.diags(1 / np.where(lengths > 0, lengths, 1)).tocsr() @ weights

    def _terms(self, segments: pd.DataFrame) -> list[list[str]]:
        """Return lemma one- and two-grams of each text with the lemmas of its question."""
        different = sorted(set(segments["question"]))
        asked = {
            question: [f"?{lemma}" for lemma in _lemmas(tokens)]
            for question, tokens in zip(different, tokenise(different, self.pipeline), strict=True)
        }
        result = []
        texts = tokenise(segments["text"], self.pipeline)
        for tokens, question in zip(texts, segments["question"], strict=True):
            lemmas = _lemmas(tokens)
            pairs = [f"{one} {two}" for one, two in itertools.pairwise(lemmas)]
            result.append(lemmas + pairs + asked[question])
        return result


def previous_rows(rows: np.ndarray, transcripts: pd.Series) -> np.ndarray:
    """Return the row before each row, zeros at the beginning of a transcript."""
    shifted = np.zeros_like(rows)
    shifted[1:] = rows[:-1]
    names = transcripts.to_numpy()
    shifted[1:][names[1:] != names[:-1]] = 0
    return shifted


def _lemmas(tokens: Sequence[Token]) -> list[str]:
    return [token.lemma for token in tokens if token.lemma[:1].isalnum()]
