"""What a person should look at first: segments where the machine is likely wrong and it matters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from qualcode.coders.base import Coder
from qualcode.coders.calibration import wrong_decisions
from qualcode.coders.storage import load_coder
from qualcode.errors import MisuseError
from qualcode.reliability import people
from qualcode.study import FACILITATOR, Study
from qualcode.wording import counted

UNSURE = 0.25
"""A decision that is wrong with at least this probability is pointed out."""
COLUMNS = (
    "segment", "transcript", "speaker", "role", "question", "text", "codes", "unsure", "missed",
    "doubt", "influence", "priority",
)  # fmt: skip
_LIST = "; "
_METHOD = (
    "Kolejność: spodziewana liczba błędnych decyzji × ich wpływ na wyniki; najpierw to, co najbardziej "
    "opłaca się sprawdzić."
)


def review_queue(
    study: Study,
    *,
    coder: str | Path | Coder | None = None,
    n: int | None = None,
    pipeline: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> pd.DataFrame:
    """List what no person has read yet in the order in which reading pays most.

    The doubt of a segment is the expected number of wrong decisions on it: ``1 - p`` for each
    code given and ``p`` for each code not given, ``p`` being the calibrated score (expected error
    reduction, Roy & McCallum 2001, without retraining; uncertainty sampling, Lewis & Gale 1994).
    Each decision is weighed by its influence on what is published, the product of two parts:

    - by how much mending it lifts F1, and so nearly alpha: ``2 - F`` for a missed code, ``F`` for
      one given in vain, where ``F`` is the F1 expected of all decisions;
    - by how much it moves the tables: one more or less in a count of ``m`` weighs ``1 / √m``, its
      share in the count's own (Poisson) spread, so rare codes weigh more; the mean code weighs 1.

    Parameters
    ----------
    study : Study
        Segmented; it need not be coded.
    coder : str, Path or Coder, optional
        Whose decisions are to be checked, see :func:`qualcode.load_coder`.
    n : int, optional
        Only so many segments from the top.
    pipeline : str, optional
        Name of the spaCy pipeline that lemmatises.
    progress : callable, optional
        Called with (transcripts done, in all).

    Returns
    -------
    DataFrame
        Index ``rank`` 1…n; columns ``segment, transcript, speaker, role, question, text``,
        ``codes`` (ids the coder gives, apart by ``"; "``), ``unsure`` (those of them that may be
        wrong), ``missed`` (codes that may be missing; both with a probability of 0.25 and more,
        the most probable first), ``doubt`` (expected wrong decisions), ``influence`` (their mean
        weight) and ``priority`` (doubt × influence). The facilitator's turns and segments that a
        person has coded are left out; equals stand in the order of the study. ``attrs`` has
        ``base``, a Polish sentence.

    Raises
    ------
    MisuseError
        When there is no such coder, or ``n`` is not positive.
    """
    if n is not None and n < 1:
        raise MisuseError(f"Liczba segmentów ma być dodatnia, a podano {n}.")
    chosen = load_coder(coder, study.codebook, pipeline=pipeline)
    said = (study.segments["role"] != FACILITATOR).to_numpy()
    readers = study.codings["coder"].isin(people(study))
    read = study.segments["segment"].isin(study.codings.loc[readers, "segment"]).to_numpy()
    scores = _scores(chosen, study.segments, progress)
    weights = decision_weights(scores[said], chosen.thresholds_)
    open_ = said & ~read
    segments = study.segments[open_].reset_index(drop=True)
    queue = _ranked(segments, scores[open_], chosen, weights)
    queue.attrs["base"] = (
        f"Do przeczytania: {counted(len(queue), 'wypowiedź', 'wypowiedzi', 'wypowiedzi')}; "
        f"człowiek przeczytał już {counted(int((read & said).sum()), 'wypowiedź', 'wypowiedzi', 'wypowiedzi')}. "
        f"Decyzje: koder {chosen.name}. {_METHOD}"
    )
    return queue if n is None else queue.head(n)


def decision_weights(scores: np.ndarray, thresholds: np.ndarray) -> np.ndarray:
    """Return the influence of one decision, shape (2, n_codes): of not giving a code, of giving it.

    Parameters
    ----------
    scores : ndarray of shape (n_segments, n_codes)
        Calibrated probabilities of all segments that count.
    thresholds : ndarray of shape (n_codes,)
    """
    given = scores >= thresholds
    f1 = 2 * (scores * given).sum() / max(1e-9, scores.sum() + given.sum())
    expected = scores.sum(axis=0) + 1  # how often a code occurs; never zero
    spread = np.sqrt(expected.mean() / expected)
    weights: np.ndarray = np.outer([2 - f1, f1], spread)
    return weights


def priorities(scores: np.ndarray, thresholds: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return doubt × influence of each segment, shape (n_segments,)."""
    wrong = wrong_decisions(scores, thresholds)
    total: np.ndarray = (wrong * np.where(scores >= thresholds, weights[1], weights[0])).sum(axis=1)
    return total


def _scores(
    coder: Coder, segments: pd.DataFrame, progress: Callable[[int, int], None] | None
) -> np.ndarray:
    scores = np.zeros((len(segments), len(coder.codes)))
    places = segments.groupby("transcript", sort=False).indices
    for done, rows in enumerate(places.values(), 1):
        scores[rows] = coder.scores(segments.iloc[rows].reset_index(drop=True))
        if progress:
            progress(done, len(places))
    return scores


def _ranked(
    segments: pd.DataFrame, scores: np.ndarray, coder: Coder, weights: np.ndarray
) -> pd.DataFrame:
    """Return the segments in order, with what is doubtful about them."""
    given = scores >= coder.thresholds_
    wrong = wrong_decisions(scores, coder.thresholds_)
    doubt = wrong.sum(axis=1)
    priority = priorities(scores, coder.thresholds_, weights)
    queue = segments.assign(
        codes=_named(coder.codes, np.where(given, scores, 0.0), 0.0),
        unsure=_named(coder.codes, np.where(given, wrong, 0.0), UNSURE),
        missed=_named(coder.codes, np.where(given, 0.0, wrong), UNSURE),
        doubt=doubt.round(4),
        influence=(priority / np.maximum(doubt, 1e-9)).round(4),
        priority=priority.round(4),
    )
    # rounded, so that the order is the same on every machine
    order = np.argsort(-queue["priority"].to_numpy(), kind="stable")
    queue = queue.iloc[order].reset_index(drop=True)[list(COLUMNS)]
    queue.index = pd.RangeIndex(1, len(queue) + 1, name="rank")
    return queue


def _named(codes: list[str], values: np.ndarray, least: float) -> list[str]:
    """Return per row the codes with a value above zero and at least ``least``, largest first."""
    return [
        _LIST.join(
            codes[place]
            for place in np.argsort(-row, kind="stable")
            if row[place] > 0 and row[place] >= least
        )
        for row in values
    ]
