"""The shipped coder: rules, linear coder and transformer together, calibrated together."""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Self

import numpy as np
import pandas as pd

from qualcode.coders.base import Coder
from qualcode.coders.calibration import best_thresholds, fit_platt, platt
from qualcode.coders.linear import LinearCoder
from qualcode.coders.rules import RulesCoder
from qualcode.coders.transformer import TransformerCoder
from qualcode.study import Codebook, decisions

_STEPS = 10  # weights are tried in tenths
_MARGIN = 0.005  # F1 on held-out segments below which two mixtures are taken as equally good
# No part is surer than this, so that none can outvote the others alone; the scores of the rules
# are not calibrated and may be less sure. Chosen on held-out segments, by F1 and calibration.
_CERTAIN = {"transformer": 0.002, "linear": 0.002, "rules": 0.05}


class CombinedCoder(Coder):
    """Weighted mean of the log-odds of its parts (Genest & Zidek 1986), calibrated per code.

    Parameters
    ----------
    codebook : Codebook
    pipeline : str, optional
        Name of the spaCy pipeline that lemmatises.

    Attributes
    ----------
    parts : dict of str to Coder
    weights_ : dict of str to float
        Weight of each part, adding up to one; a part that is not trained weighs nothing.
    platt_ : ndarray of shape (n_codes, 2)
    thresholds_ : ndarray of shape (n_codes,)
    """

    name = "qualcode"

    def __init__(self, codebook: Codebook, pipeline: str | None = None) -> None:
        super().__init__(codebook)
        self.pipeline = pipeline
        self.parts: dict[str, Coder] = {
            "transformer": TransformerCoder(codebook),
            "linear": LinearCoder(codebook, pipeline),
            "rules": RulesCoder(codebook, pipeline),
        }

    def fit(self, segments: pd.DataFrame, codings: pd.DataFrame) -> Self:
        """Learn weights, calibration and thresholds on segments no part was trained on.

        Among mixtures about as good as the best, the one that leans most on the rules is taken.
        """
        given = decisions(segments["segment"], codings, self.codes)
        rows = segments["segment"].isin(given.index).to_numpy()
        labels = given.to_numpy()
        ready = [name for name, part in self.parts.items() if hasattr(part, "thresholds_")]
        odds = {name: self._odds(name, segments)[rows] for name in ready}
        tried = []
        for weights in _simplex(ready):
            raw = np.asarray(sum(weight * odds[name] for name, weight in weights.items()))
            parameters = fit_platt(raw, labels)
            scores = platt(raw, parameters)
            thresholds = best_thresholds(scores, labels)
            chosen = scores >= thresholds
            f1 = 2 * (chosen & labels).sum() / max(1, chosen.sum() + labels.sum())
            tried.append((float(f1), weights, parameters, thresholds))
        enough = max(f1 for f1, *_ in tried) - _MARGIN
        # rules learned nothing from a corpus, so they cannot have learned how its people talk
        _, self.weights_, self.platt_, self.thresholds_ = max(
            (item for item in tried if item[0] >= enough),
            key=lambda item: (item[1].get("rules", 0.0), item[0]),
        )
        return self

    def scores(self, segments: pd.DataFrame) -> np.ndarray:
        """Return calibrated probabilities, shape (n_segments, n_codes)."""
        raw = np.zeros((len(segments), len(self.codes)))
        for name, weight in self.weights_.items():
            if weight:
                raw += weight * self._odds(name, segments)
        return platt(raw, self.platt_)

    def evidence(self, segments: pd.DataFrame, chosen: Sequence[tuple[int, int]]) -> list[str]:
        """Return the words of the rules, or where no rule fired those of the weightiest part."""
        learned = [name for name in self.weights_ if name != "rules"]
        found = self.parts["rules"].evidence(segments, chosen)
        if not learned:
            return found
        part = self.parts[max(learned, key=lambda name: self.weights_[name])]
        missing = [pair for pair, words in zip(chosen, found, strict=True) if not words]
        others = dict(zip(missing, part.evidence(segments, missing), strict=True))
        return [words or others[pair] for pair, words in zip(chosen, found, strict=True)]

    def save(self, folder: Path) -> None:
        """Write weights, calibration and thresholds; the parts are saved beside."""
        folder.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(
            folder / "calibration.npz", platt=self.platt_, thresholds=self.thresholds_
        )
        (folder / "weights.json").write_text(f"{json.dumps(self.weights_)}\n", encoding="utf-8")

    def load(self, folder: Path) -> Self:
        """Read what :meth:`save` wrote and the parts in the folders beside it."""
        stored = np.load(folder / "calibration.npz", allow_pickle=False)
        self.platt_, self.thresholds_ = stored["platt"], stored["thresholds"]
        self.weights_ = json.loads((folder / "weights.json").read_text(encoding="utf-8"))
        for name, weight in self.weights_.items():
            if weight:
                self.parts[name].load(folder.parent / name)
        return self

    def _odds(self, name: str, segments: pd.DataFrame) -> np.ndarray:
        least = _CERTAIN[name]
        scores = np.clip(self.parts[name].scores(segments), least, 1 - least)
        odds: np.ndarray = np.log(scores / (1 - scores))
        return odds


def _simplex(names: list[str]) -> list[dict[str, float]]:
    """Return all weights in tenths that add up to one."""
    grids = itertools.product(range(_STEPS + 1), repeat=len(names))
    return [
        {name: step / _STEPS for name, step in zip(names, steps, strict=True)}
        for steps in grids
        if sum(steps) == _STEPS
    ]
