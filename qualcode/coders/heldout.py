"""Honest codings: every transcript coded by a coder that never saw it."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from qualcode.coders.base import Coder
from qualcode.coders.calibration import transcript_folds
from qualcode.study import CODINGS, frame

FOLDS = 5


def out_of_fold(
    new: Callable[[], Coder],
    segments: pd.DataFrame,
    codings: pd.DataFrame,
    *,
    folds: int = FOLDS,
    abstain: float | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> pd.DataFrame:
    """Code what a person coded, each part by a coder trained on the other parts.

    Parameters
    ----------
    new : callable
        Returns an untrained coder.
    segments : DataFrame
        Columns :data:`qualcode.study.SEGMENTS`; uncoded ones serve as context.
    codings : DataFrame
        Columns :data:`qualcode.study.CODINGS`, of one person.
    folds : int, default 5
        Transcripts are dealt into so many parts (fewer when there are fewer transcripts); a single
        transcript is cut into consecutive blocks, which flatters the coder.
    abstain : float, optional
        See :meth:`Coder.predict`.
    progress : callable, optional
        Called with (folds done, folds in all).

    Returns
    -------
    DataFrame
        Columns :data:`qualcode.study.CODINGS`, of segments the person read, in their order.

    References
    ----------
    Stone (1974), Cross-validatory choice and assessment of statistical predictions.
    """
    read = segments[segments["segment"].isin(codings["segment"])].reset_index(drop=True)
    parts = transcript_folds(read["transcript"], folds)
    coded = []
    for done, (train, test) in enumerate(parts, 1):
        known = codings[codings["segment"].isin(read["segment"].iloc[train])]
        asked = read.iloc[test]
        coder = new().fit(segments, known.reset_index(drop=True))
        around = segments[segments["transcript"].isin(asked["transcript"])]
        decided = coder.predict(around.reset_index(drop=True), abstain=abstain)
        coded.append(decided[decided["segment"].isin(asked["segment"])])
        if progress:
            progress(done, len(parts))
    place = {segment: number for number, segment in enumerate(read["segment"])}
    result = pd.concat(coded, ignore_index=True)
    order = result["segment"].map(place).sort_values(kind="stable").index
    return frame(CODINGS, result.loc[order])
