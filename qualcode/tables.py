"""The coded table and matrices of codes by anything, as plain frames.

All counts leave out the facilitator's turns and segments the coder has not read. Every frame
carries what it is based on in ``DataFrame.attrs``: ``coder``, ``base`` (a Polish sentence),
``n_segments`` (segments in the base).
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from qualcode.errors import MisuseError
from qualcode.participants import kinds
from qualcode.study import EVIDENCE_SEPARATOR, FACILITATOR, Study, decisions
from qualcode.wording import collation_key, counted, listed, quoted, suggestion

DEFAULT_CODER = "qualcode"
VALUES = ("n", "row_percent", "column_percent", "per_1000_words", "speakers", "transcripts")
_UNITS = {
    "n": "Liczono wypowiedzi.",
    "row_percent": "Udziały w wypowiedziach wiersza.",
    "column_percent": "Udziały w wypowiedziach kolumny.",
    "per_1000_words": "Nadane kody na 1000 słów.",
    "speakers": "Liczono osoby, każdą raz na spotkanie.",
    "transcripts": "Liczono spotkania.",
}
ROLE_GROUP = "role_group"
_LIST = "; "


def chosen_coder(study: Study, coder: str | None) -> str:
    """Return the coder measures speak of: the named, the default, or the only one.

    Raises
    ------
    MisuseError
        When the study is not coded, or several coders are equally possible.
    """
    if coder is not None:
        study.codings_of(coder)
        return coder
    coders = study.coders
    if DEFAULT_CODER in coders:
        return DEFAULT_CODER
    if len(coders) == 1:
        return coders[0]
    if not coders:
        raise MisuseError("Badanie nie jest zakodowane; najpierw wywołaj „code(study)”.")
    raise MisuseError(
        f"W badaniu jest kilku koderów ({listed(coders)}); podaj, którego użyć, na przykład "
        f"coder={coders[0]!r} (w poleceniu: --coder {coders[0]})."
    )


def table(study: Study, *, coder: str | None = None) -> pd.DataFrame:
    """Return the coded table: a row per segment that was read.

    Parameters
    ----------
    study : Study
    coder : str, optional
        Default: the shipped coder, or the only one.

    Returns
    -------
    DataFrame
        Columns ``segment, transcript``, a column per key of ``meta``, ``time, speaker, role,
        question, text, codes`` (ids apart by ``"; "``), a bool column per code id, ``score``
        (lowest score among the codes given, or of "no code") and ``evidence``.
    """
    name = chosen_coder(study, coder)
    codings = study.codings_of(name)
    given = given_codes(study, name)
    segments = study.said.set_index("segment").loc[given.index].reset_index()
    meta = study.meta.reindex(segments["transcript"]).reset_index(drop=True)
    grouped = codings.groupby("segment", sort=False)
    result = pd.concat([segments[["segment", "transcript"]], meta], axis=1)
    result = result.assign(
        **{key: segments[key] for key in ("time", "speaker", "role", "question", "text")}
    )
    ids = given.columns.to_numpy(dtype=object)
    result["codes"] = [_LIST.join(ids[row]) for row in given.to_numpy()]
    result = pd.concat([result, given.reset_index(drop=True)], axis=1)
    result["score"] = result["segment"].map(grouped["score"].min())
    found: dict[str, dict[str, None]] = {}
    for segment, words in zip(codings["segment"], codings["evidence"], strict=True):
        if words:
            found.setdefault(segment, {})[words] = None
    result["evidence"] = [
        EVIDENCE_SEPARATOR.join(found.get(segment, ())) for segment in result["segment"]
    ]
    return with_base(result, name, len(given))


def matrix(
    study: Study,
    rows: str = "code",
    columns: str = "gmina",
    *,
    values: str = "n",
    coder: str | None = None,
) -> pd.DataFrame:
    """Cross two features of the coded segments.

    Parameters
    ----------
    study : Study
    rows, columns : str
        ``"code"`` (all codes), ``"facet"``, the id of a facet (its codes), or a column of
        ``segments`` or key of ``meta`` (``"gmina"``, ``"role"``, ``"question"``…), or
        ``"role_group"`` (kinds of participants). At least one of them speaks of codes.
    values : {"n", "row_percent", "column_percent", "per_1000_words", "speakers", "transcripts"}
        Number of segments; its share (0-1) of the base of the row or of the column, where the
        base is all segments read there, so columns of codes need not add up to one; codings
        per thousand words said; number of people who said it (a person counts once per
        meeting); number of transcripts in which it occurs.
    coder : str, optional
        Default: the shipped coder, or the only one.

    Returns
    -------
    DataFrame
        Codes in the codebook's order, other values in Polish alphabetical order. ``attrs`` has
        ``base``, ``n_segments``, for shares ``bases`` (segments per row or column), and, for
        a side that is no code, ``row_bases`` or ``column_bases`` (segments read per value).

    Raises
    ------
    MisuseError
        When a name is unknown, or neither side speaks of codes.
    """
    if values not in VALUES:
        raise MisuseError(
            f"Nie ma wartości {quoted(values)}; są: {listed(VALUES)}.{suggestion(values, VALUES)}"
        )
    name = chosen_coder(study, coder)
    given = given_codes(study, name)
    row_sets, rows_coded = _membership(study, given, rows)
    column_sets, columns_coded = _membership(study, given, columns)
    if not rows_coded and not columns_coded:
        raise MisuseError(
            f"Ani {quoted(rows)}, ani {quoted(columns)} nie mówi o kodach; jako jedną ze stron "
            f"podaj „code”, „facet” albo aspekt: {listed(f.id for f in study.codebook.facets)}."
        )
    counts = row_sets.T.astype("int64") @ column_sets.astype("int64")
    result = counts
    if values == "row_percent":
        result = counts.div(row_sets.sum().replace(0, np.nan), axis=0)
    elif values == "column_percent":
        result = counts.div(column_sets.sum().replace(0, np.nan), axis=1)
    elif values == "per_1000_words":
        words = _words(study, given.index)
        said = column_sets.mul(words, axis=0).sum() if not columns_coded else None
        total = float(words.sum())
        result = counts.div(said.replace(0, np.nan), axis=1) if said is not None else counts / total
        result = result * 1000
    elif values in ("speakers", "transcripts"):
        result = _units(study, row_sets, column_sets, values)
    result = result.rename_axis(index=rows, columns=columns)
    result = with_base(result, name, len(given))
    result.attrs.update(values=values, labels=_names(study))
    result.attrs["base"] += f" {_UNITS[values]}"
    if values in ("row_percent", "column_percent"):
        side = row_sets if values == "row_percent" else column_sets
        result.attrs["bases"] = side.sum().to_dict()
    if not rows_coded:
        result.attrs["row_bases"] = row_sets.sum().to_dict()
    if not columns_coded:
        result.attrs["column_bases"] = column_sets.sum().to_dict()
    return result


def cooccurrence(
    study: Study, facets: Iterable[str] | None = None, *, coder: str | None = None
) -> pd.DataFrame:
    """Count how often two codes were given to the same segment.

    Parameters
    ----------
    study : Study
    facets : iterable of str, optional
        Facets to include; all by default.
    coder : str, optional
        Default: the shipped coder, or the only one.

    Returns
    -------
    DataFrame of int
        Symmetric, codes × codes; the diagonal counts the code itself.

    Raises
    ------
    MisuseError
        When a facet is unknown.
    """
    wanted = [study.codebook.facet(name).id for name in facets] if facets is not None else None
    name = chosen_coder(study, coder)
    given = given_codes(study, name).astype("int64")
    if wanted is not None:
        given = given[[code for code in given if code.partition(".")[0] in wanted]]
    result = (given.T @ given).rename_axis(index="code", columns="code")
    result.attrs["labels"] = _names(study)
    return with_base(result, name, len(given))


def cells(
    study: Study, rows: str = "code", columns: str = "gmina", *, coder: str | None = None
) -> pd.DataFrame:
    """Return the segments behind each number of :func:`matrix`.

    Parameters
    ----------
    study, rows, columns, coder
        As in :func:`matrix`.

    Returns
    -------
    DataFrame
        Columns ``row, column, segment``, a row per segment counted; a segment with two codes
        stands in two rows. Grouping by ``row`` and ``column`` and counting gives the matrix.

    Raises
    ------
    MisuseError
        When a name is unknown.
    """
    name = chosen_coder(study, coder)
    given = given_codes(study, name)
    row_sets, _ = _membership(study, given, rows)
    column_sets, _ = _membership(study, given, columns)
    ids, masks = given.index.to_numpy(dtype=object), column_sets.to_numpy().T
    found = [
        (row, column, segment)
        for row, met in zip(row_sets, row_sets.to_numpy().T, strict=True)
        for column, here in zip(column_sets, masks, strict=True)
        for segment in ids[met & here]
    ]
    return with_base(pd.DataFrame(found, columns=["row", "column", "segment"]), name, len(given))


def given_codes(study: Study, coder: str) -> pd.DataFrame:
    """Return decisions of one coder on what participants said: bool, segments × codes."""
    return decisions(study.said["segment"], study.codings_of(coder), study.codebook.codes)


def values_of(study: Study, name: str) -> pd.Series:
    """Return a feature per segment, index ``segment``; ``role_group`` is the kind of participant.

    Raises
    ------
    MisuseError
        When there is no such feature.
    """
    values = kinds(study) if name == ROLE_GROUP else study.attribute(name)
    return pd.Series(values.to_numpy(), index=pd.Index(study.segments["segment"]), name=name)


def _membership(study: Study, given: pd.DataFrame, name: str) -> tuple[pd.DataFrame, bool]:
    """Return bool segments × values of one side, and whether it speaks of codes."""
    facets = [facet.id for facet in study.codebook.facets]
    if name == "code":
        return given, True
    if name == "facet":
        by_facet = {
            facet: given[[code for code in given if code.partition(".")[0] == facet]].any(axis=1)
            for facet in facets
        }
        return pd.DataFrame(by_facet), True
    if name in facets:
        return given[[code.id for code in study.codebook.facet(name).codes]], True
    values = _feature(study, name).loc[given.index]
    labels = sorted((value for value in values.unique() if value), key=collation_key)
    if (values == "").any():
        labels.append("")
    return pd.DataFrame({label: values == label for label in labels}), False


def _words(study: Study, ids: pd.Index) -> pd.Series:
    texts = study.segments.set_index("segment").loc[ids, "text"]
    return texts.str.split().str.len()


def _feature(study: Study, name: str) -> pd.Series:
    """Return a feature per segment; a wrong name is met with facets and features alike."""
    try:
        return values_of(study, name)
    except MisuseError as error:
        facets = ["code", "facet", *(facet.id for facet in study.codebook.facets)]
        features = ["transcript", "speaker", "role", ROLE_GROUP, "question", *study.meta.columns]
        raise MisuseError(
            f"Nie ma aspektu ani cechy {quoted(name)}; aspekty: {listed(facets)}; "
            f"cechy: {listed(features)}.{suggestion(name, [*facets, *features])}"
        ) from error


def _units(
    study: Study, row_sets: pd.DataFrame, column_sets: pd.DataFrame, unit: str
) -> pd.DataFrame:
    """Count the people or transcripts in which row and column occur in one segment."""
    rows = study.segments.set_index("segment").loc[row_sets.index]
    names = (
        rows["transcript"] if unit == "transcripts" else rows["transcript"] + "\0" + rows["speaker"]
    )
    place, labels = pd.factorize(names)
    columns = column_sets.to_numpy()
    total = []
    for name in row_sets:
        met = row_sets[name].to_numpy()
        seen = np.zeros((len(labels), columns.shape[1]), dtype=bool)
        np.logical_or.at(seen, place[met], columns[met])
        total.append(seen.sum(axis=0))
    return pd.DataFrame(total, index=row_sets.columns, columns=column_sets.columns)


def _names(study: Study) -> dict[str, str]:
    """Return how facets and codes are called, for whoever shows a frame to people."""
    codes = {code.id: code.name for code in study.codebook.codes.values()}
    return {facet.id: facet.name for facet in study.codebook.facets} | codes


def with_base(data: pd.DataFrame, coder: str, n: int) -> pd.DataFrame:
    """Note on a frame what it is based on, and return it."""
    data.attrs.update(
        coder=coder,
        n_segments=n,
        base=(
            f"Podstawa: {counted(n, 'wypowiedź', 'wypowiedzi', 'wypowiedzi')} uczestników "
            f"(bez wypowiedzi osoby prowadzącej); kodowanie: {coder}."
        ),
    )
    return data


__all__ = [
    "DEFAULT_CODER",
    "FACILITATOR",
    "ROLE_GROUP",
    "VALUES",
    "cells",
    "chosen_coder",
    "cooccurrence",
    "given_codes",
    "matrix",
    "table",
    "values_of",
    "with_base",
]
