"""The one interface of all coders, people's codings included: fit, scores, predict."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Self

import numpy as np
import pandas as pd

from qualcode.coders.calibration import any_wrong
from qualcode.study import CODINGS, Codebook, frame


class Coder(ABC):
    """Codes segments with a codebook.

    A coder follows scikit-learn's rules: the constructor only stores, ``fit`` learns, learned
    attributes end in ``_``. Neighbouring rows of one transcript are taken as the conversation
    around a segment, so pass segments in their order.

    Parameters
    ----------
    codebook : Codebook

    Attributes
    ----------
    name : str
        Written into the column ``coder`` of the codings.
    reads_around : bool
        Whether a score may depend on the segments around; if not, the facilitator's turns, which
        get no codes, need not be read.
    trained_with : str or None
        Name of the spaCy pipeline it learned with; None is the shipped one.
    sha256 : str
        Hash of its ``model.json`` when it was loaded from a folder of one's own.
    thresholds_ : ndarray of shape (n_codes,)
        A code is given when its score reaches its threshold.
    figures_ : dict of str to float
        What was measured of it on held-out segments, empty when nothing was.
    """

    name: str = ""
    reads_around: bool = True
    trained_with: str | None = None
    sha256: str = ""
    thresholds_: np.ndarray

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self.figures_: dict[str, float] = {}

    @property
    def codes(self) -> list[str]:
        """Return the code ids in the order of the score columns."""
        return list(self.codebook.codes)

    @abstractmethod
    def fit(self, segments: pd.DataFrame, codings: pd.DataFrame) -> Self:
        """Learn from coded segments.

        Parameters
        ----------
        segments : DataFrame
            Columns :data:`qualcode.study.SEGMENTS`.
        codings : DataFrame
            Columns :data:`qualcode.study.CODINGS`, of one coder.
        """

    def save(self, folder: Path) -> None:
        """Write what was learned into a folder; rules learn nothing."""
        folder.mkdir(parents=True, exist_ok=True)

    def load(self, folder: Path) -> Self:
        """Read what :meth:`save` wrote; nothing in the files is executed."""
        return self

    @abstractmethod
    def scores(self, segments: pd.DataFrame) -> np.ndarray:
        """Return probabilities, shape (n_segments, n_codes), columns as in :attr:`codes`."""

    def evidence(self, segments: pd.DataFrame, chosen: Sequence[tuple[int, int]]) -> list[str]:
        """Return for each (row, column) the words that led to the decision.

        Words are apart by :data:`qualcode.study.EVIDENCE_SEPARATOR`; empty when the coder
        cannot say.
        """
        return [""] * len(chosen)

    def predict(self, segments: pd.DataFrame, *, abstain: float | None = None) -> pd.DataFrame:
        """Code segments.

        Parameters
        ----------
        segments : DataFrame
            Columns :data:`qualcode.study.SEGMENTS`.
        abstain : float, optional
            Leave a segment undecided when the probability that any of its decisions is wrong
            reaches this (the reject option, Chow 1970). By default everything is decided.

        Returns
        -------
        DataFrame
            Columns :data:`qualcode.study.CODINGS`; segments no code applies to have one row
            with an empty code and the probability that none applies; undecided segments have
            no row, as if nobody had read them.
        """
        scores = self.scores(segments)
        sure = np.ones(len(scores), dtype=bool)
        if abstain is not None:
            sure = any_wrong(scores, self.thresholds_) < abstain
        given = (scores >= self.thresholds_) & sure[:, None]
        chosen = [(int(row), int(column)) for row, column in np.argwhere(given)]
        ids = segments["segment"].tolist()
        codes = self.codes
        rows = [
            (ids[row], codes[column], self.name, round(float(scores[row, column]), 4), words)
            for (row, column), words in zip(chosen, self.evidence(segments, chosen), strict=True)
        ]
        for row in np.flatnonzero(sure & ~given.any(axis=1)):
            doubt = float(scores[row].max()) if scores.shape[1] else 0.0
            rows.append((ids[row], "", self.name, round(1 - doubt, 4), ""))
        order = {segment: place for place, segment in enumerate(ids)}
        rows.sort(key=lambda item: (order[item[0]], item[1]))
        return frame(CODINGS, rows)
