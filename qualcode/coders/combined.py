"""The shipped coder: transformer and linear coder averaged, calibrated together."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Self

import numpy as np
import pandas as pd

from qualcode.coders.base import Coder
from qualcode.coders.calibration import best_thresholds, fit_platt, platt
from qualcode.coders.linear import LinearCoder
from qualcode.coders.transformer import TransformerCoder
from qualcode.study import Codebook, decisions


class CombinedCoder(Coder):
    """Weighted mean of the log-odds of the transformer and the linear coder (Genest & Zidek 1986).

    Parameters
    ----------
    codebook : Codebook

    Attributes
    ----------
    share_ : float
        Weight of the transformer, 0-1; 0 when only the linear coder is there.
    platt_ : ndarray of shape (n_codes, 2)
    thresholds_ : ndarray of shape (n_codes,)
    """

    name = "qualcode"

    def __init__(self, codebook: Codebook) -> None:
        super().__init__(codebook)
        self.transformer = TransformerCoder(codebook)
        self.linear = LinearCoder(codebook)

    def fit(self, segments: pd.DataFrame, codings: pd.DataFrame) -> Self:
        """Learn share, calibration and thresholds on segments neither part was trained on."""
        given = decisions(segments["segment"], codings, self.codes)
        rows = segments["segment"].isin(given.index).to_numpy()
        labels = given.to_numpy()
        parts = [part[rows] for part in self._parts(segments)]
        best = -1.0
        for share in np.round(np.arange(0, 1.01, 0.1), 1):
            raw = share * parts[0] + (1 - share) * parts[1]
            parameters = fit_platt(raw, labels)
            scores = platt(raw, parameters)
            thresholds = best_thresholds(scores, labels)
            chosen = scores >= thresholds
            f1 = 2 * (chosen & labels).sum() / max(1, chosen.sum() + labels.sum())
            if f1 > best:
                best, self.share_ = f1, float(share)
                self.platt_, self.thresholds_ = parameters, thresholds
        return self

    def scores(self, segments: pd.DataFrame) -> np.ndarray:
        """Return calibrated probabilities, shape (n_segments, n_codes)."""
        one, two = self._parts(segments)
        return platt(self.share_ * one + (1 - self.share_) * two, self.platt_)

    def evidence(self, segments: pd.DataFrame, chosen: Sequence[tuple[int, int]]) -> list[str]:
        """Return the words that carried the part that weighs more."""
        part = self.transformer if self.share_ >= 0.5 else self.linear
        return part.evidence(segments, chosen)

    def save(self, folder: Path) -> None:
        """Write share, calibration and thresholds; the parts are saved beside."""
        np.savez_compressed(
            folder / "calibration.npz", platt=self.platt_, thresholds=self.thresholds_
        )
        (folder / "share.json").write_text(json.dumps({"transformer": self.share_}), "utf-8")

    def load(self, folder: Path) -> Self:
        """Read what :meth:`save` wrote and the parts in the folders beside it."""
        stored = np.load(folder / "calibration.npz", allow_pickle=False)
        self.platt_, self.thresholds_ = stored["platt"], stored["thresholds"]
        self.share_ = float(json.loads((folder / "share.json").read_text("utf-8"))["transformer"])
        self.linear.load(folder.parent / "linear")
        if self.share_ > 0:
            self.transformer.load(folder.parent / "transformer")
        return self

    def _parts(self, segments: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
        """Return the log-odds of both parts; zeros for a part without weight."""
        none = np.zeros((len(segments), len(self.codes)))
        share = getattr(self, "share_", 0.5)
        one = _log_odds(self.transformer.scores(segments)) if share > 0 else none
        two = _log_odds(self.linear.scores(segments)) if share < 1 else none
        return one, two


def _log_odds(scores: np.ndarray) -> np.ndarray:
    clipped = np.clip(scores, 1e-4, 1 - 1e-4)
    return np.log(clipped / (1 - clipped))
