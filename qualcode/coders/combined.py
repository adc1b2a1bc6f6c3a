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
# Where the quick parts are below this for every code, the transformer is not asked: one segment
# in six, whose decisions it changes in no measurable way.
_NOTHING = {"linear": 0.1, "rules": 0.3}
_SHORT = 8  # words


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

    @property
    def reads_around(self) -> bool:  # type: ignore[override]
        """Return whether any part reads what stands around a segment."""
        return any(part.reads_around for part in self.parts.values())

    def fit(self, segments: pd.DataFrame, codings: pd.DataFrame) -> Self:
        """Learn weights, calibration and thresholds on segments no part was trained on.

        Among mixtures about as good as the best, the one that leans most on the rules is taken.
        """
        given = decisions(segments["segment"], codings, self.codes)
        rows = segments["segment"].isin(given.index).to_numpy()
        labels = given.to_numpy()
        ready = [name for name, part in self.parts.items() if hasattr(part, "thresholds_")]
        odds = {name: values[rows] for name, values in self._odds(segments, ready).items()}
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
        used = [name for name, weight in self.weights_.items() if weight]
        odds = self._odds(segments, used)
        raw = np.asarray(sum(self.weights_[name] * odds[name] for name in used))
        others = [name for name in used if name != "transformer"]
        lone = _lone_and_short(segments)
        if len(others) < len(used) and others and lone.any():
            share = 1 / sum(self.weights_[name] for name in others)
            raw[lone] = sum(share * self.weights_[name] * odds[name][lone] for name in others)
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

    def _odds(self, segments: pd.DataFrame, names: list[str]) -> dict[str, np.ndarray]:
        """Return the log-odds of each part; the transformer reads only what may have a code."""
        scores = {
            name: self.parts[name].scores(segments) for name in names if name != "transformer"
        }
        slow = self.parts["transformer"]
        if "transformer" in names and isinstance(slow, TransformerCoder):
            likely = np.ones(len(segments), dtype=bool)
            if _NOTHING.keys() <= scores.keys():
                heard = [(scores[name] >= edge).any(axis=1) for name, edge in _NOTHING.items()]
                likely = np.logical_or.reduce(heard)
            rows = np.flatnonzero(likely)
            scores["transformer"] = np.zeros((len(segments), len(self.codes)))
            scores["transformer"][rows] = slow.scores(segments, rows.tolist())
        return {name: _log_odds(values, _CERTAIN[name]) for name, values in scores.items()}


def _lone_and_short(segments: pd.DataFrame) -> np.ndarray:
    """Tell which segments are short answers without a conversation around them.

    In a conversation a few words are talk without a code, and the transformer learned that; as
    an answer in a survey the same few words say everything, so it is not asked there.
    """
    alone = segments.groupby("transcript")["segment"].transform("size").to_numpy() == 1
    lone: np.ndarray = alone & (segments["text"].str.split().str.len() <= _SHORT).to_numpy()
    return lone


def _log_odds(scores: np.ndarray, least: float) -> np.ndarray:
    bounded = np.clip(scores, least, 1 - least)
    odds: np.ndarray = np.log(bounded / (1 - bounded))
    return odds


def _simplex(names: list[str]) -> list[dict[str, float]]:
    """Return all weights in tenths that add up to one."""
    grids = itertools.product(range(_STEPS + 1), repeat=len(names))
    return [
        {name: step / _STEPS for name, step in zip(names, steps, strict=True)}
        for steps in grids
        if sum(steps) == _STEPS
    ]
