"""Workbooks: numbers as numbers, a sheet per table, an index in front, every number's segments."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from qualcode.reports.blocks import Report, Table
from qualcode.reports.cells import numeric
from qualcode.writing.days import meeting_day
from qualcode.writing.files import whole_file
from qualcode.writing.sheets import FORMULA_STARTS

INDEX = "Spis"
TRACE = "Segmenty"
_FORMATS = {
    "count": "#,##0;-#,##0;–",
    "flag": "0;-0;–",
    "percent": "0.0%;-0.0%;–",
    "number": "#,##0.0;-#,##0.0;–",
    "share": "0.00",
    "exact": "0.000",
}
_LONGEST = 32_000  # letters a cell can hold, with room to spare
_WIDEST = 60
_PER_ROW = 400
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_xlsx(thing: Report | Table, path: Path) -> None:
    """Write a workbook; the same input gives the same bytes."""
    import xlsxwriter

    tables = (*thing.tables, *thing.sheets) if isinstance(thing, Report) else (thing,)
    with whole_file(path) as temporary:
        options = {
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        book = xlsxwriter.Workbook(str(temporary), options)
        book.set_properties({"title": thing.title[:250], "created": meeting_day(thing)})
        styles = _styles(book)
        names = _sheet_names(tables)
        if isinstance(thing, Report):
            _index(book, thing, names, styles)
        for table, name in zip(tables, names, strict=True):
            _sheet(book.add_worksheet(name), table, styles, framed=isinstance(thing, Report))
        if isinstance(thing, Report):
            _trace(book, thing, names, styles)
        book.close()


def _styles(book: Any) -> dict[str, Any]:
    made = {
        kind: book.add_format({"num_format": code, "valign": "top"})
        for kind, code in _FORMATS.items()
    }
    for kind, code in _FORMATS.items():
        made[f"total-{kind}"] = book.add_format({"num_format": code, "bold": True, "top": 1})
    made["text"] = book.add_format({"text_wrap": True, "valign": "top"})
    # the mark Excel itself sets before text that must stay text, even when someone edits it
    made["guarded"] = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    made["right"] = book.add_format({"align": "right", "valign": "top"})
    made["total-text"] = book.add_format({"bold": True, "top": 1})
    made["head"] = book.add_format(
        {
            "bold": True,
            "text_wrap": True,
            "valign": "vcenter",
            "bg_color": "#EDF0F3",
            "bottom": 2,
            "top": 2,
        }
    )
    made["title"] = book.add_format({"bold": True, "font_size": 12})
    made["note"] = book.add_format({"font_color": "#555555", "font_size": 9})
    made["link"] = book.get_default_url_format()
    return made


def _sheet_names(tables: tuple[Table, ...]) -> list[str]:
    """Return names Excel accepts: short, without its special signs, each once."""
    names: list[str] = []
    for table in tables:
        plain = re.sub(r"[\[\]:*?/\\']", " ", table.id)[:28] or "tabela"
        name, number = plain, 2
        while name.lower() in {other.lower() for other in (*names, INDEX, TRACE)}:
            name, number = f"{plain[:26]}-{number}", number + 1
        names.append(name)
    return names


def _sheet(sheet: Any, table: Table, styles: dict[str, Any], *, framed: bool) -> None:
    """Write one table: title, headings, body, remarks; working tables get filters instead."""
    working = table.id in ("kodowanie", "cytaty") or not framed
    top = 0 if working else 2
    if not working:
        told = (
            f"{table.title}, {table.unit}"
            if table.unit and table.unit not in table.title
            else table.title
        )
        _string(sheet, 0, 0, told, styles["title"])
    for column, name in enumerate(table.data.columns):
        _string(sheet, top, column, str(name), styles["head"])
    last = len(table.data) - 1
    for row, values in enumerate(table.data.itertuples(index=False, name=None)):
        total = "total-" if table.total and row == last else ""
        for column, (value, kind) in enumerate(zip(values, table.kinds, strict=True)):
            _cell(sheet, (top + 1 + row, column), value, kind, styles, total)
    widths = _widths(table)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    # programs other than Excel do not fit heights to wrapped text by themselves
    sheet.set_row(top, _height(map(str, table.data.columns), widths))
    for row, values in enumerate(table.data.itertuples(index=False, name=None)):
        texts = [
            str(value) if kind == "text" else ""
            for value, kind in zip(values, table.kinds, strict=True)
        ]
        sheet.set_row(top + 1 + row, _height(texts, widths))
    sheet.freeze_panes(top + 1, 0 if table.kinds[0] != "text" else 1)
    if working and len(table.data):
        sheet.autofilter(0, 0, len(table.data), len(table.kinds) - 1)
    elif not working:
        remarks = [part for part in (table.base, table.note, table.source) if part]
        for place, part in enumerate(remarks):
            _string(sheet, top + 3 + last + place, 0, part, styles["note"])
    _print_setup(sheet, top, wide=table.wide or working)


def _print_setup(sheet: Any, top: int, *, wide: bool) -> None:
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    if wide:
        sheet.set_landscape()


def _cell(
    sheet: Any, at: tuple[int, int], value: Any, kind: str, styles: dict[str, Any], total: str
) -> None:
    if not numeric(kind):
        _string(
            sheet,
            *at,
            "" if value is None else str(value),
            styles[f"{total}text"],
            styles["guarded"],
        )
    elif isinstance(value, str):
        _string(sheet, *at, value, styles["right"])
    elif value is None or pd.isna(value):
        # full stop: no value can be given; x and text stay as they are
        _string(sheet, *at, "" if kind == "exact" else ".", styles["right"])
    else:
        shown = float(value) / 100 if kind == "percent" else float(value)
        sheet.write_number(*at, shown, styles[f"{total}{kind}"])


def _string(
    sheet: Any, row: int, column: int, text: str, style: Any, guarded: Any | None = None
) -> None:
    clean = _FORBIDDEN.sub("", text)
    if len(clean) > _LONGEST:
        clean = f"{clean[:_LONGEST]}…"
    danger = clean.startswith(FORMULA_STARTS) and len(clean) > 1
    sheet.write_string(row, column, clean, guarded if danger and guarded else style)


def _height(texts: Iterable[str], widths: list[float]) -> float:
    lines = (
        sum(-(-max(len(part), 1) // max(int(width) - 1, 1)) for part in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    )
    return 15.0 * min(max(lines, default=1), 20)


def _widths(table: Table) -> list[float]:
    widths = []
    for place, (name, kind) in enumerate(zip(table.data.columns, table.kinds, strict=True)):
        texts = table.data.iloc[:200, place].astype(str)
        if numeric(kind):
            # a header may wrap between words, never inside one; bold letters are wider
            word = max((len(part) for part in str(name).split()), default=0)
            widths.append(max(9.0, word * 1.25 + 1, min(len(str(name)) * 0.75, 14.0)))
        else:
            longest = max((len(text) for text in texts), default=0)
            widths.append(float(max(8, min(longest + 2, _WIDEST), min(len(str(name)) + 2, 20))))
    return widths


def _index(book: Any, report: Report, names: list[str], styles: dict[str, Any]) -> None:
    sheet = book.add_worksheet(INDEX)
    _string(sheet, 0, 0, report.title, styles["title"])
    _string(sheet, 1, 0, report.subtitle, styles["note"])
    for column, head in enumerate(("Nr", "Arkusz", "Zawartość")):
        _string(sheet, 3, column, head, styles["head"])
    tables = (*report.tables, *report.sheets)
    for row, (table, name) in enumerate(zip(tables, names, strict=True), 4):
        if row - 4 < len(report.tables):
            sheet.write_number(row, 0, row - 3)
        sheet.write_url(row, 1, f"internal:'{name}'!A1", styles["link"], name)
        _string(sheet, row, 2, table.title, styles["text"])
    row = 4 + len(tables)
    sheet.write_url(row, 1, f"internal:'{TRACE}'!A1", styles["link"], TRACE)
    _string(sheet, row, 2, "Segmenty, z których policzono każdą liczbę", styles["text"])
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, 30)
    sheet.set_column(2, 2, 90)
    sheet.freeze_panes(4, 0)
    _print_setup(sheet, 3, wide=True)


def _trace(book: Any, report: Report, names: list[str], styles: dict[str, Any]) -> None:
    """Write which segments stand behind each number: filter by table, row and column."""
    sheet = book.add_worksheet(TRACE)
    heads = ("Arkusz", "Wiersz", "Kolumna", "Liczba segmentów", "Segmenty")
    for column, head in enumerate(heads):
        _string(sheet, 0, column, head, styles["head"])
    line = 0
    for table, name in zip(report.tables, names, strict=False):
        for (row, column), ids in table.cells.items():
            parts = (name, _row_label(table, row), str(table.data.columns[column]))
            # a cell holds 32 767 letters, so many segments take several rows
            for start in range(0, len(ids), _PER_ROW):
                line += 1
                some = ids[start : start + _PER_ROW]
                for place, text in enumerate(parts):
                    _string(sheet, line, place, text, styles["text"], styles["guarded"])
                sheet.write_number(line, 3, len(some), styles["count"])
                _string(sheet, line, 4, "; ".join(some), styles["text"], styles["guarded"])
                sheet.set_row(line, 15)
    for column, width in enumerate((26, 42, 26, 12, 90)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    if line:
        sheet.autofilter(0, 0, line, len(heads) - 1)


def _row_label(table: Table, row: int) -> str:
    texts = [
        str(value)
        for value, kind in zip(table.data.iloc[row], table.kinds, strict=True)
        if kind == "text" and value
    ]
    # in a profile the code stands after the facet, which is named once
    return texts[-1][:200] if len(texts) <= 2 and texts else (texts or [""])[0][:200]
