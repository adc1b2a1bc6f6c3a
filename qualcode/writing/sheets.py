"""CSV in two dialects: plain for machines, and the one Polish Excel opens."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from qualcode.reports.blocks import Report, Table
from qualcode.reports.cells import numeric
from qualcode.writing.files import whole_file

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_csv(thing: Report | Table, path: Path) -> None:
    """Write UTF-8, comma, decimal point, full precision; missing values empty.

    A report is written as its coded table.
    """
    _write(_table(thing).data, path, encoding="utf-8", sep=",", decimal=".")


def write_frame(data: pd.DataFrame, path: Path) -> None:
    """Write a frame as :func:`write_csv` does, its named index as the first columns."""
    named = data.index.name is not None or isinstance(data.index, pd.MultiIndex)
    plain = data.reset_index() if named else data
    _write(plain, path, encoding="utf-8", sep=",", decimal=".")


def write_excel_csv(thing: Report | Table, path: Path) -> None:
    """Write UTF-8 with BOM, semicolon, decimal comma; text that looks like a formula is disarmed."""
    table = _table(thing)
    data = table.data.copy()
    data.columns = [neutral(str(column)) for column in data.columns]
    for place, kind in enumerate(table.kinds):
        if not numeric(kind):
            data.isetitem(place, [neutral(value) for value in data.iloc[:, place]])
    _write(data, path, encoding="utf-8-sig", sep=";", decimal=",")


def neutral(value: object) -> object:
    """Return text with an apostrophe before what a spreadsheet would run."""
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS) and len(value) > 1:
        return f"'{value}"
    return value


def _table(thing: Report | Table) -> Table:
    return thing.table("kodowanie") if isinstance(thing, Report) else thing


def _write(data: pd.DataFrame, path: Path, *, encoding: str, sep: str, decimal: str) -> None:
    with whole_file(path) as temporary:
        data.to_csv(
            temporary,
            index=False,
            encoding=encoding,
            sep=sep,
            decimal=decimal,
            lineterminator="\r\n" if sep == ";" else "\n",
        )
