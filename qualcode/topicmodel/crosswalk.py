"""Topics beside the codebook: which codes cover them, and which topics are new."""

from __future__ import annotations

import pandas as pd

from qualcode.study import Study, decisions
from qualcode.tables import chosen_coder
from qualcode.wording import collation_key

_HALF = 0.5
"""A code given to so much of a topic covers it."""
_SOME, _TIMES, _THIRD = 0.15, 3.0, 1 / 3
"""So do codes that a third of it has, each given to some of it and far more often than elsewhere."""


def given_codes(study: Study, coder: str | None) -> pd.DataFrame | None:
    """Return bool segments × codes of the coder meant, None when the study is not coded.

    Raises
    ------
    MisuseError
        When the coder is unknown or could be several.
    """
    if coder is None and not study.coders:
        return None
    codings = study.codings_of(chosen_coder(study, coder))
    return decisions(study.said["segment"], codings, study.codebook.codes)


def beside_codes(found: pd.DataFrame, given: pd.DataFrame | None) -> pd.DataFrame:
    """Add ``nearest_code``, ``overlap`` and ``new``.

    A topic is covered when a third of its segments have codes that mark it: given to half of it,
    or to a sixth and three times as often as elsewhere.

    Parameters
    ----------
    found : DataFrame
        With ``segments``.
    given : DataFrame or None
        From :func:`given_codes`.
    """
    if given is None or given.empty:
        return found.assign(nearest_code="", overlap=0.0, new=False)
    everywhere = given.mean()
    rows = []
    for segments in found["segments"]:
        read = given.loc[given.index.isin(segments)]
        shares = read.mean() if len(read) else everywhere * 0
        marked = (shares >= _HALF) | ((shares >= _SOME) & (shares >= _TIMES * everywhere))
        covered = marked.any() and read.loc[:, marked].any(axis=1).mean() >= _THIRD
        # the code that covers a topic says more than one that is common everywhere
        near = shares[marked] if covered else shares
        nearest = str(near.idxmax()) if near.max() > 0 else ""
        rows.append((nearest, float(near.max()), not covered))
    nearest_codes, overlaps, new = zip(*rows, strict=True)
    return found.assign(nearest_code=nearest_codes, overlap=overlaps, new=new)


def topic_matrix(study: Study, found: pd.DataFrame, columns: str = "gmina") -> pd.DataFrame:
    """Cross topics with a column of segments or a key of meta.

    Parameters
    ----------
    study : Study
    found : DataFrame
        From :func:`qualcode.topics`.
    columns : str, default "gmina"
        Such as ``"gmina"``, ``"role"``, ``"question"``, ``"transcript"``.

    Returns
    -------
    DataFrame of int
        Labels of topics in the order of ``found`` × values in Polish alphabetical order;
        numbers of segments. ``attrs`` has ``base`` and ``n_segments``.

    Raises
    ------
    MisuseError
        When there is no such column or key.
    """
    values = study.attribute(columns).set_axis(study.segments["segment"])
    pairs = found[["label", "segments"]].explode("segments", ignore_index=True)
    crossed = pd.crosstab(pairs["label"], pairs["segments"].map(values))
    ordered = crossed.reindex(
        index=found["label"].tolist(), columns=sorted(crossed.columns, key=collation_key)
    )
    result = ordered.fillna(0).astype("int64").rename_axis(index="topic", columns=columns)
    result.attrs.update({key: found.attrs.get(key) for key in ("base", "n_segments")})
    return result
