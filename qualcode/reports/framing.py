"""From any frame a measure returns to something people read: a table, or a pandas Styler."""

from __future__ import annotations

from typing import Any

import pandas as pd

from qualcode.reports.blocks import Table
from qualcode.reports.cells import SMALL, shown
from qualcode.wording import NBSP

NAMES = {
    "segment": "Segment",
    "transcript": "Spotkanie",
    "gmina": "Gmina",
    "powiat": "Powiat",
    "województwo": "Województwo",
    "date": "Data",
    "group": "Grupa",
    "time": "Czas (s)",
    "speaker": "Mówca",
    "role": "Rola",
    "role_group": "Uczestnicy",
    "question": "Pytanie",
    "text": "Wypowiedź",
    "code": "Kod",
    "codes": "Kody",
    "facet": "Aspekt",
    "score": "Wynik kodera",
    "evidence": "Słowa rozstrzygające",
    "quote": "Cytat",
    "attribution": "Podpis",
    "typicality": "Typowość",
    "warning": "Uwaga o rozpoznawalności",
}
_PERCENT = ("row_percent", "column_percent")


def framed(data: pd.DataFrame, title: str = "") -> Table:
    """Return a table for a frame: its named index as the first columns, kinds from the dtypes.

    Parameters
    ----------
    data : DataFrame
        As measures return it. ``attrs["base"]`` becomes the base line, ``attrs["labels"]`` the
        names of codes, and shares of :func:`qualcode.matrix` become percent, none on a base
        under ten.
    title : str, optional
    """
    labels = {**NAMES, **data.attrs.get("labels", {})}
    named = data.index.name is not None or isinstance(data.index, pd.MultiIndex)
    plain = data.reset_index() if named else data.reset_index(drop=True)
    percent = data.attrs.get("values") in _PERCENT
    if percent:
        plain = trusted(data).reset_index()
    columns: list[list[Any]] = []
    kinds: list[str] = []
    for place in range(plain.shape[1]):
        values, kind = _column(plain.iloc[:, place], labels, percent)
        columns.append(values)
        kinds.append(kind)
    made = pd.DataFrame(dict(enumerate(columns)), dtype=object, index=range(len(plain)))
    made.columns = pd.Index([_name(column, labels) for column in plain.columns])
    unit = "%" if percent else ""
    base = str(data.attrs.get("base", ""))
    return Table("tabela", title, made, tuple(kinds), unit=unit, base=base, source="")


def trusted(data: pd.DataFrame) -> pd.DataFrame:
    """Return shares of :func:`qualcode.matrix` without those whose base is under ten."""
    bases = data.attrs.get("bases", {})
    by_row = data.attrs.get("values") == "row_percent"
    small = [bases.get(name, SMALL) < SMALL for name in (data.index if by_row else data.columns)]
    mask = pd.DataFrame(False, index=data.index, columns=data.columns)
    if by_row:
        mask.loc[small, :] = True
    else:
        mask.loc[:, small] = True
    return data.mask(mask)


def _name(column: Any, labels: dict[str, str]) -> str:
    parts = column if isinstance(column, tuple) else (column,)
    return " / ".join(labels.get(str(part), str(part)) or "(brak)" for part in parts)


def _column(values: pd.Series, labels: dict[str, str], percent: bool) -> tuple[list[Any], str]:
    kind = values.dtype.kind
    if kind == "b":
        return ["tak" if value else "nie" for value in values], "mark"
    if kind in "iu":
        return [int(value) for value in values], "count"
    if kind == "f":
        scale = 100 if percent else 1
        return [float(value) * scale for value in values], "percent" if percent else "exact"
    texts = ["" if value is None or value != value else str(value) for value in values]
    return [labels.get(text, text) for text in texts], "text"


def styled(data: pd.DataFrame) -> Any:
    """Return a pandas Styler that shows a frame the Polish way, for notebooks.

    Parameters
    ----------
    data : DataFrame
        As measures return it.

    Returns
    -------
    pandas.io.formats.style.Styler
        Decimal comma, thousands apart, "–" for zero and "." for missing; shares as percent.
    """
    percent = data.attrs.get("values") in _PERCENT

    def cell(value: Any) -> str:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return str(value)
        if isinstance(value, float) and percent:
            return shown(100 * value, "percent")
        return shown(value, "exact" if isinstance(value, float) else "count")

    labels = {**NAMES, **data.attrs.get("labels", {})}
    style = (trusted(data) if percent else data).style.format(cell, escape="html")
    for axis in (0, 1):
        style = style.format_index(
            lambda name: labels.get(str(name), str(name)), axis=axis, escape="html"
        )
    return style.set_caption(str(data.attrs.get("base", "")).replace(" n ", f" n{NBSP}"))
