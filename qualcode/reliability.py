"""Agreement of coders, people or machines: several coefficients side by side, with intervals.

Percent agreement never stands alone: with rare codes it is near 100% for a useless coder
(Feinstein & Cicchetti 1990).
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from qualcode.study import Study, decisions

TOO_FEW = 10
"""Below so many segments coded by either coder, coefficients of a code are not reported."""
_RESAMPLES = 500
_SEED = 20240314
Counts = np.ndarray  # shape (..., 4): both, only first, only second, neither


def agreement(study: Study, first: str, second: str, *, by: str = "code") -> pd.DataFrame:
    """Compare two coders on the segments both have read.

    Parameters
    ----------
    study : Study
    first, second : str
        Names of coders, e.g. ``"coder_a"`` and ``"qualcode"``; precision and recall take
        ``first`` as the reference.
    by : {"code", "facet"}
        A row per code, or per facet with its codes pooled; the last row, ``"all"``, pools
        everything.

    Returns
    -------
    DataFrame
        Index ``code`` or ``facet``; columns ``n`` (decisions), ``first_n`` and ``second_n``
        (how often given), ``prevalence`` (of the first), ``percent`` (share of equal decisions), ``kappa``
        (Cohen 1960), ``alpha`` (Krippendorff 2011, nominal), ``alpha_low`` and ``alpha_high``
        (95% bootstrap interval in two stages: transcripts, then segments within each, drawn with
        replacement, Davison & Hinkley 1997; NaN for one transcript),
        ``ac1`` (Gwet 2008), ``precision``, ``recall``, ``f1`` and ``too_few`` (True where fewer
        than ten segments got the code from either coder; percent and coefficients are NaN there,
        so that a percent never stands alone).

    Raises
    ------
    MisuseError
        When a coder is unknown.
    """
    ids = study.segments["segment"]
    codes = list(study.codebook.codes)
    one = decisions(ids, study.codings_of(first), codes)
    two = decisions(ids, study.codings_of(second), codes)
    both = one.index.intersection(two.index, sort=False)
    transcript = study.segments.set_index("segment").loc[both, "transcript"]
    counts = _counts(one.loc[both].to_numpy(), two.loc[both].to_numpy())
    groups = [code if by == "code" else code.partition(".")[0] for code in codes]
    names = list(dict.fromkeys(groups))
    pooled = {
        name: counts[:, [place for place, group in enumerate(groups) if group == name]].sum(axis=1)
        for name in names
    }
    pooled["all"] = counts.sum(axis=1)
    intervals = _intervals(np.stack(list(pooled.values()), axis=1), transcript.to_numpy())
    rows = {
        name: _row(cells.sum(axis=0), interval)
        for (name, cells), interval in zip(pooled.items(), intervals, strict=True)
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis(by)


def disagreements(study: Study, first: str, second: str) -> pd.DataFrame:
    """List the segments two coders coded differently, with their text.

    Returns
    -------
    DataFrame
        Columns ``segment, question, text, code, first, second`` (the last two bool), a row per
        segment and code, in the order of the study.

    Raises
    ------
    MisuseError
        When a coder is unknown.
    """
    ids = study.segments["segment"]
    codes = list(study.codebook.codes)
    one = decisions(ids, study.codings_of(first), codes)
    two = decisions(ids, study.codings_of(second), codes)
    both = one.index.intersection(two.index, sort=False)
    left, right = one.loc[both], two.loc[both]
    rows, columns = np.nonzero(left.to_numpy() != right.to_numpy())
    listed = pd.DataFrame(
        {
            "segment": both[rows],
            "code": [codes[column] for column in columns],
            "first": left.to_numpy()[rows, columns],
            "second": right.to_numpy()[rows, columns],
        }
    )
    texts = study.segments[["segment", "question", "text"]]
    merged = listed.merge(texts, on="segment", how="left")
    return merged[["segment", "question", "text", "code", "first", "second"]]


def people(study: Study) -> list[str]:
    """Return the coders that look like people: they give no probabilities and no evidence."""
    machine = (study.codings["score"].fillna(1) != 1) | (study.codings["evidence"] != "")
    machines = set(study.codings.loc[machine, "coder"])
    return [coder for coder in study.coders if coder not in machines]


def cohen_kappa(counts: Counts) -> np.ndarray:
    """Return Cohen's kappa (1960) of 2x2 tables, shape (..., 4)."""
    both, only_first, only_second, neither = np.moveaxis(np.asarray(counts, float), -1, 0)
    total = both + only_first + only_second + neither
    observed = (both + neither) / total
    chance = (
        (both + only_first) * (both + only_second)
        + (neither + only_first) * (neither + only_second)
    ) / total**2
    return _over(observed - chance, 1 - chance)


def krippendorff_alpha(counts: Counts) -> np.ndarray:
    """Return Krippendorff's alpha (2011) for two coders and nominal data, shape (..., 4)."""
    both, only_first, only_second, neither = np.moveaxis(np.asarray(counts, float), -1, 0)
    unequal = only_first + only_second
    values = 2 * (both + unequal + neither)  # pairable values
    ones = 2 * both + unequal
    expected = 2 * ones * (values - ones) / (values - 1)
    return 1 - _over(2 * unequal, expected)


def gwet_ac1(counts: Counts) -> np.ndarray:
    """Return Gwet's AC1 (2008) of 2x2 tables, shape (..., 4)."""
    both, only_first, only_second, neither = np.moveaxis(np.asarray(counts, float), -1, 0)
    total = both + only_first + only_second + neither
    share = (2 * both + only_first + only_second) / (2 * total)
    chance = 2 * share * (1 - share)
    return _over((both + neither) / total - chance, 1 - chance)


def _over(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    """Divide, NaN where a coefficient is not defined (no variation at all)."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(bottom > 0, top / np.where(bottom > 0, bottom, 1), np.nan)


def _counts(one: np.ndarray, two: np.ndarray) -> Counts:
    """Return the cell of the 2x2 table each decision falls in, shape (n_segments, n_codes, 4)."""
    return np.stack([one & two, one & ~two, ~one & two, ~one & ~two], axis=-1).astype(np.float32)


def _row(counts: Counts, interval: tuple[float, float]) -> dict[str, float | bool]:
    both, only_first, only_second, neither = (int(value) for value in counts)
    n = both + only_first + only_second + neither
    few = both + only_first + only_second < TOO_FEW
    hidden = float("nan")

    def value(function: Callable[[Counts], np.ndarray]) -> float:
        return hidden if few else float(function(counts))

    low, high = (hidden, hidden) if few else interval
    first_n, second_n = both + only_first, both + only_second
    return {
        "n": n,
        "first_n": first_n,
        "second_n": second_n,
        "prevalence": first_n / n if n else hidden,
        "percent": hidden if few else (both + neither) / n,
        "kappa": value(cohen_kappa),
        "alpha": value(krippendorff_alpha),
        "alpha_low": low,
        "alpha_high": high,
        "ac1": value(gwet_ac1),
        "precision": hidden if few or not second_n else both / second_n,
        "recall": hidden if few or not first_n else both / first_n,
        "f1": hidden if few else 2 * both / (first_n + second_n),
        "too_few": few,
    }


def _intervals(cells: Counts, transcripts: np.ndarray) -> list[tuple[float, float]]:
    """Return the 95% percentile interval of alpha of each row.

    Drawing whole transcripts alone would give far too narrow an interval where they are few.

    Parameters
    ----------
    cells : ndarray, shape (n_segments, n_rows, 4)
    transcripts : ndarray, shape (n_segments,)
    """
    rows = cells.shape[1]
    if len(set(transcripts)) < 2:
        return [(float("nan"), float("nan"))] * rows
    flat = cells.reshape(len(cells), -1)
    alphas = np.stack(
        [
            krippendorff_alpha((drawn @ flat).astype(float).reshape(rows, 4))
            for drawn in _draws(transcripts)
        ]
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a code nobody gave has no interval
        low, high = np.nanpercentile(alphas, [2.5, 97.5], axis=0)
    return list(zip(low.tolist(), high.tolist(), strict=True))


def _draws(transcripts: np.ndarray) -> Iterator[np.ndarray]:
    """Yield how often each segment is drawn in each resample."""
    names = sorted(set(transcripts))
    places = [np.flatnonzero(transcripts == name) for name in names]
    chance = np.random.default_rng(_SEED)
    for _ in range(_RESAMPLES):
        drawn = np.zeros(len(transcripts), dtype=np.float32)
        for number in chance.integers(0, len(names), size=len(names)):
            own = places[number]
            drawn[own] += np.bincount(chance.integers(0, len(own), len(own)), minlength=len(own))
        yield drawn
