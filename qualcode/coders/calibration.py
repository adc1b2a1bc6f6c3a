"""Held-out folds, probabilities from raw scores (Platt 1999), decisions and their doubt."""

from __future__ import annotations

import numpy as np
import pandas as pd

MIN_POSITIVES = 8  # below that a code takes the threshold of all codes together
_AS_GOOD = 0.01  # F1; on some hundred segments nobody can tell the difference
_SHRINKAGE = 20.0  # positives at which a code's own threshold weighs as much as the common one
_GRID = np.round(np.arange(0.05, 0.9, 0.01), 2)


def transcript_folds(transcripts: pd.Series, n: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return (train, test) row numbers; no transcript is on both sides.

    With fewer transcripts than folds, each transcript is a fold; a single transcript is cut into
    consecutive blocks, so that neighbours stay together.
    """
    names = transcripts.to_numpy()
    different = sorted(set(names))
    if len(different) == 1:
        fold = np.arange(len(names)) * n // max(len(names), 1)
    else:
        # largest transcripts first, always into the smallest fold
        sizes = [0] * min(n, len(different))
        place = {}
        for name in sorted(different, key=lambda item: (-(names == item).sum(), item)):
            place[name] = sizes.index(min(sizes))
            sizes[place[name]] += int((names == name).sum())
        fold = np.array([place[name] for name in names])
    return [
        (np.flatnonzero(fold != number), np.flatnonzero(fold == number))
        for number in sorted(set(fold))
    ]


def platt(raw: np.ndarray, parameters: np.ndarray) -> np.ndarray:
    """Apply the calibration of each column: ``1 / (1 + exp(-(a · raw + b)))``."""
    slope, shift = parameters.T
    return 1 / (1 + np.exp(-np.clip(raw * slope + shift, -30, 30)))


def fit_platt(raw: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Learn slope and shift per column on held-out raw scores, shape (n_codes, 2).

    Columns with too few positives keep slope 1 and shift 0.
    """
    from sklearn.linear_model import LogisticRegression

    parameters = np.tile([1.0, 0.0], (raw.shape[1], 1))
    for column in range(raw.shape[1]):
        positives = int(labels[:, column].sum())
        if MIN_POSITIVES <= positives < len(labels):
            model = LogisticRegression(C=1e4).fit(raw[:, [column]], labels[:, column])
            slope = float(model.coef_[0, 0])
            if slope > 0:
                parameters[column] = slope, float(model.intercept_[0])
    return parameters


def best_thresholds(
    scores: np.ndarray, labels: np.ndarray, *, prior: np.ndarray | None = None
) -> np.ndarray:
    """Choose thresholds that maximise F1, drawn to the prior ones where a code is rare.

    Without ``prior``, shape (n_codes,), they are drawn to the best threshold of all codes together.
    """
    base = _best(scores.ravel(), labels.ravel()) if prior is None else prior
    chosen = np.broadcast_to(base, scores.shape[1]).astype(float)
    for column in range(scores.shape[1]):
        positives = int(labels[:, column].sum())
        if positives >= MIN_POSITIVES:
            own = _best(scores[:, column], labels[:, column], near=float(chosen[column]))
            weight = positives / (positives + _SHRINKAGE)
            chosen[column] = weight * own + (1 - weight) * chosen[column]
    return chosen


def wrong_decisions(scores: np.ndarray, thresholds: np.ndarray) -> np.ndarray:
    """Return the probability that each decision is wrong, if the scores are calibrated.

    ``1 - score`` where the code is given, ``score`` where it is not; shape as ``scores``.
    """
    return np.where(scores >= thresholds, 1 - scores, scores)


def any_wrong(scores: np.ndarray, thresholds: np.ndarray) -> np.ndarray:
    """Return the probability that a segment has a wrong decision, shape (n_segments,).

    Codes are taken as independent, so for easy segments it is too high.
    """
    chance: np.ndarray = 1 - np.prod(1 - wrong_decisions(scores, thresholds), axis=1)
    return chance


def _best(scores: np.ndarray, labels: np.ndarray, near: float | None = None) -> float:
    """Return the threshold of best F1: the middle one of equals, or of near equals the nearest.

    F1 often has two summits as high as each other; without a common threshold to hold on to, a
    changed thousandth in one score would move the decisions of a whole code.
    """
    positives = labels.sum()
    f1 = np.array(
        [
            2 * (labels & (scores >= edge)).sum() / max(1, positives + (scores >= edge).sum())
            for edge in _GRID
        ]
    )
    if near is not None:
        good = _GRID[f1 >= f1.max() - _AS_GOOD]
        return float(good[np.abs(good - near).argmin()])
    best = _GRID[f1 >= f1.max() - 1e-9]
    return float(best[len(best) // 2])
