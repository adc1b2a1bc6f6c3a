"""Measures built on the coded table: rankings with ties, differences of groups, saturation."""

from __future__ import annotations

import numpy as np
import pandas as pd

from qualcode.statistics import RESAMPLES, accumulation, holm, permutation_test, ranks, wilson
from qualcode.study import Study
from qualcode.tables import chosen_coder, given_codes, values_of, with_base

SMALL = 10
"""Below so many statements no percent is given."""
_LEAST = 5


def ranking(study: Study, facet: str, *, coder: str | None = None) -> pd.DataFrame:
    """Rank the codes of a facet by the number of statements.

    Parameters
    ----------
    study : Study
    facet : str
        Id of a facet, e.g. ``"priorytet"``.
    coder : str, optional
        Default: the shipped coder, or the only one.

    Returns
    -------
    DataFrame
        Index ``code``, sorted by place; columns ``rank`` (equal counts share a place),
        ``tied`` (bool), ``n``, ``share`` with its 95% interval ``low, high`` (Wilson 1927; NaN
        where the base is under ten), ``speakers`` and ``transcripts`` (in how many it occurs).

    Raises
    ------
    MisuseError
        When the facet or the coder is unknown.
    """
    codes = [code.id for code in study.codebook.facet(facet).codes]
    name = chosen_coder(study, coder)
    given = given_codes(study, name)[codes]
    rows = study.said.set_index("segment").loc[given.index]
    people = rows["transcript"] + "\0" + rows["speaker"]
    return with_base(ranked(given, people, rows["transcript"]), name, len(given))


def ranked(given: pd.DataFrame, people: pd.Series, transcripts: pd.Series) -> pd.DataFrame:
    """Rank codes, as :func:`ranking`, from decisions at hand.

    Parameters
    ----------
    given : DataFrame of bool
        Statements × codes of a facet.
    people, transcripts : Series of str
        Who said each statement, and where.
    """
    decided = given.to_numpy()
    n, base = decided.sum(axis=0), len(given)
    enough = base >= SMALL
    low, high = wilson(n, base) if enough else (np.full(len(n), np.nan),) * 2
    places = ranks(n)
    tied = (places[:, None] == places).sum(axis=1) > 1
    who, where = (pd.factorize(values)[0] for values in (people, transcripts))
    result = pd.DataFrame(
        {
            "rank": places,
            "tied": tied & (n > 0),
            "n": n,
            "share": n / base if enough else np.full(len(n), np.nan),
            "low": low,
            "high": high,
            "speakers": [len(np.unique(who[column])) for column in decided.T],
            "transcripts": [len(np.unique(where[column])) for column in decided.T],
        },
        index=pd.Index(list(given.columns), name="code"),
    )
    return result.sort_values("rank", kind="stable")


def differences(
    study: Study, facet: str, by: str = "gmina", *, coder: str | None = None
) -> pd.DataFrame:
    """Say which codes differ between groups more than chance would make them.

    Parameters
    ----------
    study : Study
    facet : str
        Id of a facet, or ``"code"`` for all codes.
    by : str
        A column or key that does not change within what one person said in a meeting.
    coder : str, optional
        Default: the shipped coder, or the only one.

    Returns
    -------
    DataFrame
        A row per code and group: ``code, group, n, base, share, residual`` (adjusted
        standardised, Haberman 1973), ``p_cell`` (permutation of people, corrected over all
        cells, Westfall & Young 1993), ``p`` (of the code, by the same permutation) and ``p_holm``
        (corrected over the codes, Holm 1979). NaN where a code was given fewer than five times,
        a base is under ten, or there are fewer than two groups with two people each.

    Raises
    ------
    MisuseError
        When a name is unknown.
    """
    codes = _codes(study, facet)
    name = chosen_coder(study, coder)
    given = given_codes(study, name)[codes]
    rows = study.said.set_index("segment").loc[given.index]
    people = rows["transcript"] + "\0" + rows["speaker"]
    result = compared(given, people, values_of(study, by).loc[given.index])
    result.attrs["coder"] = name
    return result


def compared(given: pd.DataFrame, people: pd.Series, values: pd.Series) -> pd.DataFrame:
    """Compare groups, as :func:`differences`, from decisions at hand.

    Parameters
    ----------
    given : DataFrame of bool
        Statements × codes.
    people, values : Series of str
        Who said each statement, and the group; ``""`` is left out.
    """
    known = (values != "").to_numpy()
    group_of = values.to_numpy(dtype=object)[known]
    person = pd.factorize(people.to_numpy(dtype=object)[known] + "\0" + group_of)[0]
    counts, bases, groups = _by_person(given.to_numpy()[known], person, group_of)
    labels, per_group = np.unique(groups, return_counts=True)
    belongs = (groups[None, :] == labels[:, None]).astype(float)
    n, base = belongs @ counts, belongs @ bases
    enough = counts.sum(axis=0) >= _LEAST
    p = np.full(n.shape[1], np.nan)
    residual, p_cell = np.full(n.shape, np.nan), np.full(n.shape, np.nan)
    if (per_group >= 2).sum() >= 2 and enough.any():
        tested = permutation_test(counts[:, enough], bases, groups)
        p[enough], residual[:, enough], p_cell[:, enough] = tested
    small = (base < SMALL)[:, None]
    with np.errstate(invalid="ignore", divide="ignore"):
        share = n / base[:, None]
    # one row per code and group: codes outside, groups inside
    result = pd.DataFrame(
        {
            "code": np.repeat(list(given.columns), len(labels)),
            "group": np.tile(labels.astype(object), n.shape[1]),
            "n": n.T.ravel().astype("int64"),
            "base": np.tile(base.astype("int64"), n.shape[1]),
            "share": np.where(small, np.nan, share).T.ravel(),
            "residual": np.where(small, np.nan, residual).T.ravel(),
            "p_cell": np.where(small, np.nan, p_cell).T.ravel(),
            "p": np.repeat(p, len(labels)),
            "p_holm": np.repeat(holm(p), len(labels)),
        }
    )
    result.attrs.update(resamples=RESAMPLES, n_people=len(groups))
    return result


def saturation(study: Study, *, coder: str | None = None, facet: str = "code") -> pd.DataFrame:
    """Count the codes met after each meeting, as held and in any order.

    Parameters
    ----------
    study : Study
    coder : str, optional
        Default: the shipped coder, or the only one.
    facet : str
        Id of a facet, or ``"code"`` for all codes.

    Returns
    -------
    DataFrame
        Index ``taken`` (1…n); columns ``transcript`` (by date, then id), ``new`` and ``total``
        (codes met first there, and so far), ``expected`` (mean over all orders, Colwell et al.
        2012). With one meeting the units are tenths of it, named ``"10%"``…
    """
    name = chosen_coder(study, coder)
    codes = _codes(study, facet)
    given = given_codes(study, name)[codes]
    rows = study.said.set_index("segment").loc[given.index]
    if len(study.transcripts) > 1:
        dates = {
            item.id: (item.meta.get("date", "") or "9999", item.id) for item in study.transcripts
        }
        order = sorted(rows["transcript"].unique(), key=lambda item: dates[item])
        unit = rows["transcript"].to_numpy()
    else:
        order = [f"{10 * tenth}%" for tenth in range(1, 11)]
        tenth_of = np.arange(len(rows)) * 10 // max(len(rows), 1)
        unit = np.array(order)[tenth_of]
    present = np.array([given.to_numpy()[unit == item].any(axis=0) for item in order]).reshape(
        len(order), len(codes)
    )
    total = np.logical_or.accumulate(present).sum(axis=1) if len(order) else np.zeros(0, int)
    return pd.DataFrame(
        {
            "transcript": order,
            "new": np.diff(total, prepend=0),
            "total": total,
            "expected": np.round(accumulation(present), 6),
        },
        index=pd.RangeIndex(1, len(order) + 1, name="taken"),
    )


def _codes(study: Study, facet: str) -> list[str]:
    if facet == "code":
        return list(study.codebook.codes)
    return [code.id for code in study.codebook.facet(facet).codes]


def _by_person(
    given: np.ndarray, person: np.ndarray, values: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Sum decisions per person; return counts, statements and group of each."""
    names, place = np.unique(person, return_inverse=True)
    counts = np.zeros((len(names), given.shape[1]))
    np.add.at(counts, place, given.astype(float))
    groups = np.empty(len(names), dtype=object)
    groups[place] = values
    return counts, np.bincount(place, minlength=len(names)).astype(float), groups.astype(str)
