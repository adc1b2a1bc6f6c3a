"""Agreement of coders, people or machines: several coefficients side by side, with intervals.

Percent agreement never stands alone: with rare codes it is near 100% for a useless coder
(Feinstein & Cicchetti 1990).
"""

from __future__ import annotations

from collections.abc import Callable

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
        (95% bootstrap interval, transcripts drawn with replacement; NaN for one transcript),
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
    counts = _counts(one.loc[both].to_numpy(), two.loc[both].to_numpy(), transcript.to_numpy())
    groups = [code if by == "code" else code.partition(".")[0] for code in codes]
    names = list(dict.fromkeys(groups))
    pooled = {
        name: counts[:, [place for place, group in enumerate(groups) if group == name]].sum(axis=1)
        for name in names
    }
    pooled["all"] = counts.sum(axis=1)
    rows = {name: _row(by_transcript) for name, by_transcript in pooled.items()}
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


def _counts(one: np.ndarray, two: np.ndarray, transcripts: np.ndarray) -> Counts:
    """Return 2x2 counts, shape (n_transcripts, n_codes, 4)."""
    cells = [one & two, one & ~two, ~one & two, ~one & ~two]
    names = sorted(set(transcripts))
    return np.stack(
        [
            np.stack([cell[transcripts == name].sum(axis=0) for name in names])
            if names
            else np.zeros((0, one.shape[1]))
            for cell in cells
        ],
        axis=-1,
    )


def _row(by_transcript: Counts) -> dict[str, float | bool]:
    counts = by_transcript.sum(axis=0)
    both, only_first, only_second, neither = (int(value) for value in counts)
    n = both + only_first + only_second + neither
    few = both + only_first + only_second < TOO_FEW
    hidden = float("nan")

    def value(function: Callable[[Counts], np.ndarray]) -> float:
        return hidden if few else float(function(counts))

    low, high = (hidden, hidden) if few else _interval(by_transcript)
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


def _interval(by_transcript: Counts) -> tuple[float, float]:
    """Return the 95% percentile interval of alpha, drawing whole transcripts (Efron 1979)."""
    n = len(by_transcript)
    if n < 2:
        return float("nan"), float("nan")
    draws = np.random.default_rng(_SEED).integers(0, n, size=(_RESAMPLES, n))
    alphas = krippendorff_alpha(by_transcript[draws].sum(axis=1))
    low, high = np.nanpercentile(alphas, [2.5, 97.5])
    return float(low), float(high)
