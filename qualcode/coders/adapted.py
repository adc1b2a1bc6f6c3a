"""A shipped coder adapted to one person: it keeps what it knows and learns what they do otherwise."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import Self

import numpy as np
import pandas as pd

from qualcode.coders.base import Coder
from qualcode.coders.calibration import best_thresholds, transcript_folds
from qualcode.study import Codebook, decisions
from qualcode.vectors import SentenceVectors

FOLDS = 4
VECTOR_SCALE = 1.5
ODDS_SCALE = 1 / 12  # the log-odds of all codes, smaller than a vector's numbers
# How strongly corrections are drawn to "as shipped"; chosen on constructed workshops coded by a
# person with habits of their own (30, 100 and 300 segments).
WEIGHT_PENALTY = 3.0
SLOPE_PENALTY = 5.0
SHIFT_PENALTY = 1.0
_CERTAIN = 0.005  # no score is surer than this, so that a correction can always outweigh it
_ITERATIONS = 80
_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
_KEPT = 128  # transcripts remembered: folds ask for the same ones


class AdaptedCoder(Coder):
    """Log-odds of a ready coder, corrected by penalised logistic regression (warm start).

    For each code ``odds = (1 + slope) · prior + shift + weights · x``, where ``prior`` are the
    log-odds of the ready coder for the code and ``x`` its log-odds of all codes beside the
    sentence vector. Slope, shift and weights are drawn to zero (ridge, Hoerl & Kennard 1970;
    biased regularisation towards a source model, Tommasi et al. 2010), so with few codings it
    decides as the ready coder does, and with many as the person.

    Parameters
    ----------
    codebook : Codebook
    prior : Coder
        Ready to predict, with the same codes.
    pipeline : str, optional
        Name of the spaCy pipeline the prior lemmatises with.

    Attributes
    ----------
    weights_ : ndarray of shape (n_features, n_codes)
    slope_, shift_ : ndarray of shape (n_codes,)
    thresholds_ : ndarray of shape (n_codes,)
        Of best F1 on held-out folds, drawn to the prior's where the person gave a code rarely.
    """

    name = "adapted"

    def __init__(self, codebook: Codebook, prior: Coder, pipeline: str | None = None) -> None:
        super().__init__(codebook)
        self.prior = prior
        self.pipeline = pipeline
        self._memory: OrderedDict[tuple[tuple[str, str], ...], tuple[np.ndarray, np.ndarray]]
        self._memory = OrderedDict()

    def fit(self, segments: pd.DataFrame, codings: pd.DataFrame) -> Self:
        """Learn the corrections from coded segments; uncoded ones serve as context."""
        touched = segments.loc[segments["segment"].isin(codings["segment"]), "transcript"]
        context = segments[segments["transcript"].isin(touched)].reset_index(drop=True)
        given = decisions(context["segment"], codings, self.codes)
        rows = context["segment"].isin(given.index).to_numpy()
        prior, features = (part[rows] for part in self._inputs(context))
        labels = given.to_numpy()
        held_out = np.zeros(labels.shape)
        for train, test in transcript_folds(context.loc[rows, "transcript"], FOLDS):
            learned = _corrections(prior[train], features[train], labels[train])
            held_out[test] = _odds(prior[test], features[test], *learned)
        trust = _trust(prior, held_out, labels)
        scores = _logistic(prior + trust * (held_out - prior))
        self.thresholds_ = best_thresholds(scores, labels, prior=self.prior.thresholds_)
        learned = _corrections(prior, features, labels)
        self.weights_, self.slope_, self.shift_ = (trust * part for part in learned)
        return self

    def scores(self, segments: pd.DataFrame) -> np.ndarray:
        """Return probabilities, shape (n_segments, n_codes)."""
        prior, features = self._inputs(segments)
        return _logistic(_odds(prior, features, self.weights_, self.slope_, self.shift_))

    def evidence(self, segments: pd.DataFrame, chosen: Sequence[tuple[int, int]]) -> list[str]:
        """Return the words the ready coder names."""
        return self.prior.evidence(segments, chosen)

    def save(self, folder: Path) -> None:
        """Write the corrections as ``corrections.npz``; the ready coder is not copied."""
        folder.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(
            folder / "corrections.npz",
            weights=self.weights_.astype("float32"),
            slope=self.slope_,
            shift=self.shift_,
            thresholds=self.thresholds_,
        )

    def load(self, folder: Path) -> Self:
        """Read what :meth:`save` wrote; nothing in the file is executed."""
        stored = np.load(folder / "corrections.npz", allow_pickle=False)
        self.weights_ = stored["weights"].astype("float64")
        self.slope_, self.shift_ = stored["slope"], stored["shift"]
        self.thresholds_ = stored["thresholds"]
        return self

    def _inputs(self, segments: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
        """Return the prior's log-odds and the features; transcripts met before are remembered."""
        places = list(segments.groupby("transcript", sort=False).indices.values())
        texts, questions = segments["text"].to_numpy(), segments["question"].to_numpy()
        keys = [tuple(zip(texts[rows], questions[rows], strict=True)) for rows in places]
        known = {key: self._memory[key] for key in keys if key in self._memory}
        new = [rows for rows, key in zip(places, keys, strict=True) if key not in known]
        prior = np.zeros((len(segments), len(self.codes)))
        vectors = np.zeros((len(segments), SentenceVectors().fit([]).n_features_out_))
        if new:
            rows = np.sort(np.concatenate(new))
            part = segments.iloc[rows].reset_index(drop=True)
            scores = np.clip(self.prior.scores(part), _CERTAIN, 1 - _CERTAIN)
            prior[rows] = np.log(scores / (1 - scores))
            vectors[rows] = SentenceVectors().fit_transform(part["text"])
        for rows, key in zip(places, keys, strict=True):
            if key in known:
                prior[rows], vectors[rows] = known[key]
            self._memory[key] = prior[rows], vectors[rows]
        while len(self._memory) > _KEPT:
            self._memory.popitem(last=False)
        return prior, np.hstack([ODDS_SCALE * prior, VECTOR_SCALE * vectors])


def _trust(prior: np.ndarray, corrected: np.ndarray, labels: np.ndarray) -> float:
    """Return which part of the corrections to take: that of least log loss on held-out rows."""
    losses = []
    for share in _SHARES:
        odds = prior + share * (corrected - prior)
        losses.append((np.logaddexp(0, odds) - odds * labels).sum())
    return _SHARES[int(np.argmin(losses))]


def _logistic(odds: np.ndarray) -> np.ndarray:
    probabilities: np.ndarray = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return probabilities


def _odds(
    prior: np.ndarray,
    features: np.ndarray,
    weights: np.ndarray,
    slope: np.ndarray,
    shift: np.ndarray,
) -> np.ndarray:
    odds: np.ndarray = (1 + slope) * prior + shift + features @ weights
    return odds


def _corrections(
    prior: np.ndarray, features: np.ndarray, labels: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return weights, slope and shift of least penalised log loss, all codes at once."""
    from scipy.optimize import minimize
    from threadpoolctl import threadpool_limits

    with threadpool_limits(limits=1):  # the same sums in the same order on every machine
        # with fewer segments than features the search is as good in the segments' own space
        left, sizes, right = np.linalg.svd(features, full_matrices=False)
        turned = left * sizes
        n, codes = turned.shape[1], labels.shape[1]

        def unpack(values: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
            table = values.reshape(n + 2, codes)
            return table[:n], table[n], table[n + 1]

        def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
            weights, slope, shift = unpack(values)
            odds = _odds(prior, turned, weights, slope, shift)
            wrong = _logistic(odds) - labels
            penalty = (
                WEIGHT_PENALTY * (weights**2).sum()
                + SLOPE_PENALTY * (slope**2).sum()
                + SHIFT_PENALTY * (shift**2).sum()
            )
            gradient = np.vstack(
                [
                    turned.T @ wrong + WEIGHT_PENALTY * weights,
                    (wrong * prior).sum(axis=0) + SLOPE_PENALTY * slope,
                    wrong.sum(axis=0) + SHIFT_PENALTY * shift,
                ]
            )
            lost = np.logaddexp(0, odds).sum() - (odds * labels).sum() + penalty / 2
            return float(lost), gradient.ravel()

        found = minimize(
            loss,
            np.zeros((n + 2) * codes),
            jac=True,
            method="L-BFGS-B",
            options={"maxiter": _ITERATIONS},
        )
    weights, slope, shift = unpack(found.x)
    return right.T @ weights, slope, shift
