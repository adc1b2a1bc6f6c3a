"""The linear coder: logistic regression per code over lemmas, rule hits and sentence vectors."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
import pandas as pd

from qualcode.coders.base import Coder
from qualcode.coders.calibration import best_thresholds, fit_platt, platt, transcript_folds
from qualcode.coders.features import SegmentFeatures
from qualcode.study import EVIDENCE_SEPARATOR, Codebook, decisions

FOLDS = 4
_EVIDENCE_WORDS = 4
_ITERATIONS = 100


class LinearCoder(Coder):
    """One calibrated logistic regression per code (Platt 1999 calibration).

    Parameters
    ----------
    codebook : Codebook
    pipeline : str, optional
        Name of the spaCy pipeline that lemmatises.
    strength : float, default 4.0
        Inverse of the L2 penalty.
    vectors : bool, default False
        Whether sentence vectors are features too. On kept-aside workshops they add nothing that
        the lemmas and the rules do not give, on public speech they cost a good deal, and coding
        takes twice as long; with few codings of one's own they may help.

    Attributes
    ----------
    features_ : SegmentFeatures
    weights_ : ndarray of shape (n_features, n_codes)
    bias_ : ndarray of shape (n_codes,)
    platt_ : ndarray of shape (n_codes, 2)
        Calibration of each code, learned on folds split by transcript.
    thresholds_ : ndarray of shape (n_codes,)
    """

    name = "linear"

    def __init__(
        self,
        codebook: Codebook,
        pipeline: str | None = None,
        strength: float = 4.0,
        vectors: bool = False,
    ) -> None:
        super().__init__(codebook)
        self.pipeline = pipeline
        self.strength = strength
        self.vectors = vectors

    @property
    def reads_around(self) -> bool:  # type: ignore[override]
        """Return whether the sentence vectors of neighbours are read."""
        return self.vectors

    def fit(self, segments: pd.DataFrame, codings: pd.DataFrame) -> Self:
        """Learn weights on all coded segments, calibration and thresholds on held-out folds."""
        given = decisions(segments["segment"], codings, self.codes)
        read = segments.set_index("segment").loc[given.index].reset_index()
        labels = given.to_numpy()
        self.features_ = SegmentFeatures(self.codebook, self.pipeline, self.vectors).fit(read)
        rows = self.features_.transform(read)
        raw = np.full(labels.shape, -20.0)
        for train, test in transcript_folds(read["transcript"], FOLDS):
            weights, bias = _regress(rows[train], labels[train], self.strength)
            raw[test] = rows[test] @ weights + bias
        self.platt_ = fit_platt(raw, labels)
        self.thresholds_ = best_thresholds(platt(raw, self.platt_), labels)
        self.weights_, self.bias_ = _regress(rows, labels, self.strength)
        return self

    def scores(self, segments: pd.DataFrame) -> np.ndarray:
        """Return calibrated probabilities, shape (n_segments, n_codes)."""
        raw = self.features_.transform(segments) @ self.weights_ + self.bias_
        return platt(np.asarray(raw), self.platt_)

    def evidence(self, segments: pd.DataFrame, chosen: Sequence[tuple[int, int]]) -> list[str]:
        """Return the lemmas that added most to each decision."""
        terms = self.features_.term_weights(segments)
        names = list(self.features_.vocabulary_)
        found = []
        for row, column in chosen:
            here = terms[row]
            added = here.data * self.weights_[here.indices, column]
            best = [place for place in np.argsort(-added, kind="stable") if added[place] > 0]
            words = [names[here.indices[place]] for place in best]
            spoken = [word for word in words if not word.startswith("?")]
            found.append(EVIDENCE_SEPARATOR.join(spoken[:_EVIDENCE_WORDS]))
        return found

    def save(self, folder: Path) -> None:
        """Write the weights as ``weights.npz`` and the vocabulary as ``vocabulary.json``."""
        folder.mkdir(parents=True, exist_ok=True)
        vocabulary = list(self.features_.vocabulary_)
        (folder / "vocabulary.json").write_text(
            json.dumps(vocabulary, ensure_ascii=False, indent=0), encoding="utf-8"
        )
        np.savez_compressed(
            folder / "weights.npz",
            weights=self.weights_.astype("float16"),
            idf=self.features_.idf_.astype("float32"),
            bias=self.bias_,
            platt=self.platt_,
            thresholds=self.thresholds_,
            vectors=np.array(self.vectors),
        )

    def load(self, folder: Path) -> Self:
        """Read what :meth:`save` wrote; nothing in the files is executed."""
        stored = np.load(folder / "weights.npz", allow_pickle=False)
        vocabulary = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
        self.vectors = bool(stored["vectors"])
        self.features_ = SegmentFeatures(self.codebook, self.pipeline, self.vectors)
        self.features_.vocabulary_ = {term: place for place, term in enumerate(vocabulary)}
        self.features_.idf_ = stored["idf"].astype("float64")
        self.weights_ = stored["weights"].astype("float32")
        self.bias_, self.platt_ = stored["bias"], stored["platt"]
        self.thresholds_ = stored["thresholds"]
        return self


def _regress(rows: Any, labels: np.ndarray, strength: float) -> tuple[np.ndarray, np.ndarray]:
    """Fit one logistic regression per column; a code never seen gets a very low constant."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    weights = np.zeros((rows.shape[1], labels.shape[1]))
    bias = np.full(labels.shape[1], -10.0)
    with threadpool_limits(limits=1), warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        for column in np.flatnonzero(labels.any(axis=0)):
            model = LogisticRegression(C=strength, max_iter=_ITERATIONS, tol=1e-3)
            model.fit(rows, labels[:, column])
            weights[:, column] = model.coef_[0]
            bias[column] = model.intercept_[0]
    return weights, bias
