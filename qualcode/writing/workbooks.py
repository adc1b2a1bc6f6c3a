"""XLSX: numbers as numbers, one sheet a table, an index in front."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from qualcode.reports.blocks import Report, Table
from qualcode.reports.cells import numeric
from qualcode.writing.files import whole_file


def write_xlsx(thing: Report | Table, path: Path) -> None:
    """Write a workbook; the same input gives the same bytes."""
    import xlsxwriter

    tables = (*thing.tables, *thing.sheets) if isinstance(thing, Report) else (thing,)
    with whole_file(path) as temporary:
        book = xlsxwriter.Workbook(
            str(temporary),
            {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
        )
        book.set_properties({"title": thing.title, "created": datetime.datetime(2000, 1, 1)})
        for table in tables:
            _sheet(book, table)
        book.close()


def _sheet(book: Any, table: Table) -> None:
    sheet = book.add_worksheet(table.id[:31])
    for column, name in enumerate(table.data.columns):
        sheet.write_string(0, column, str(name))
    for row, values in enumerate(table.data.itertuples(index=False, name=None), 1):
        for column, (value, kind) in enumerate(zip(values, table.kinds, strict=True)):
            if numeric(kind) and not isinstance(value, str):
                if not pd.isna(value):
                    sheet.write_number(row, column, float(value))
            else:
                sheet.write_string(row, column, str(value))
    sheet.freeze_panes(1, 0)
