"""Workbooks: a sheet per table, an index in front, every number's segments at the end."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from qualcode.reports.blocks import Report, Table
from qualcode.writing.captions import told, values
from qualcode.writing.days import meeting_day
from qualcode.writing.files import whole_file
from qualcode.writing.worksheets import print_setup, put, row_height, styles, write_sheet

INDEX = "Spis"
TRACE = "Segmenty"
_TRACE_HEADS = ("Arkusz", "Wiersz", "Kolumna", "Liczba segmentów", "Segmenty")
_TRACE_LOOKS = {3: "head-right", 4: "head-apart"}
_NAME = 31  # letters of the name of a sheet
_INDEX_WIDTHS = (8, 30, 95)
_PER_ROW = 400
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_xlsx(thing: Report | Table, path: Path) -> None:
    """Write a workbook; the same input gives the same bytes."""
    import xlsxwriter

    with whole_file(path) as temporary:
        book = xlsxwriter.Workbook(str(temporary), _OPTIONS)
        book.set_properties({"title": thing.title[:250], "created": meeting_day(thing)})
        looks = styles(book)
        if isinstance(thing, Report):
            _report(book, thing, looks)
        else:
            name = _sheet_names((thing,))[0]
            write_sheet(book.add_worksheet(name), thing, looks, None, ())
        book.close()


def _report(book: Any, report: Report, looks: dict[str, Any]) -> None:
    tables = (*report.tables, *report.sheets)
    names = _sheet_names(tables)
    trace = _trace(report, names)
    first: dict[str, int] = {}
    for line, row in enumerate(trace, 2):
        first.setdefault(row[0], line)
    _index(book.add_worksheet(INDEX), report, names, looks)
    for place, (table, name) in enumerate(zip(tables, names, strict=True), 1):
        number = place if place <= len(report.tables) else None
        links = [INDEX, f"'{INDEX}'!A{place + 4}"]
        if name in first:
            links += [TRACE, f"'{TRACE}'!A{first[name]}"]
        sheet = book.add_worksheet(name)
        if number is not None:
            sheet.hide_gridlines(2)
        write_sheet(sheet, table, looks, number, links)
    _write_trace(book.add_worksheet(TRACE), trace, looks)


def _sheet_names(tables: tuple[Table, ...]) -> list[str]:
    """Return names Excel accepts: short, without its special signs, each once."""
    names: list[str] = []
    for table in tables:
        plain = (
            re.sub(r"[\[\]:*?/\\']|[\x00-\x1f]", " ", table.name or table.id)[:_NAME].strip()
            or "tabela"
        )
        name, number = plain, 2
        while name.lower() in {other.lower() for other in (*names, INDEX, TRACE)}:
            name, number = f"{plain[: _NAME - 4]} {number}", number + 1
        names.append(name)
    return names


def _index(sheet: Any, report: Report, names: list[str], looks: dict[str, Any]) -> None:
    heads = ((0, report.title, "title", 1.15), (1, report.subtitle, "note", 0.85))
    for row, text, look, size in heads:
        sheet.merge_range(row, 0, row, 2, "", looks[look])
        put(sheet, row, 0, text, looks[look])
        sheet.set_row(row, row_height([text], [sum(_INDEX_WIDTHS) / size]) + 2)
    for column, head in enumerate(("Tabela", "Arkusz", "Zawartość")):
        put(sheet, 3, column, head, looks["head"])
    tables = (*report.tables, *report.sheets)
    for row, (table, name) in enumerate(zip(tables, names, strict=True), 4):
        place = f"{row - 3}." if row - 4 < len(report.tables) else ""
        put(sheet, row, 0, place, looks["text"])
        sheet.write_url(row, 1, f"internal:'{name}'!A1", looks["link"], name)
        put(sheet, row, 2, told(table), looks["text"], looks["text-guarded"])
        # other programs than Excel leave a wrapped line over the next row
        sheet.set_row(row, row_height(["", "", told(table)], _INDEX_WIDTHS))
    row = 4 + len(tables)
    put(sheet, row, 0, "", looks["text"])
    sheet.write_url(row, 1, f"internal:'{TRACE}'!A1", looks["link"], TRACE)
    put(sheet, row, 2, "Segmenty, z których policzono każdą liczbę", looks["text"])
    for column, width in enumerate(_INDEX_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.hide_gridlines(2)
    sheet.freeze_panes(4, 0)
    print_setup(sheet, 3, (row, 2), wide=True)


def _trace(report: Report, names: list[str]) -> list[tuple[str, str, str, int, str]]:
    """Return which segments stand behind each number: sheet, row, column, how many, which."""
    lines = []
    for table, name in zip(report.tables, names, strict=False):
        rows = values(table)
        labels = _labels(table, rows)
        for (row, column), ids in table.cells.items():
            own = rows[row][column]
            label = own if table.kinds[column] == "text" else labels[row]
            head = str(table.data.columns[column])
            # a cell holds 32 767 letters, so many segments take several rows
            for start in range(0, len(ids), _PER_ROW):
                some = ids[start : start + _PER_ROW]
                lines.append((name, str(label)[:200], head, len(some), "; ".join(some)))
    return lines


def _labels(table: Table, rows: list[list[Any]]) -> list[str]:
    """Return what names each row: its first words, or its last where the first are not repeated."""
    words = [place for place, kind in enumerate(table.kinds) if kind == "text"]
    if not words:
        return [""] * len(rows)
    named = all(row[words[0]] for row in rows)
    place = words[0] if named else words[-1]
    return [str(row[place] or row[words[0]] or "") for row in rows]


def _write_trace(
    sheet: Any, lines: list[tuple[str, str, str, int, str]], looks: dict[str, Any]
) -> None:
    """Write the segments of all numbers: filter by sheet, row and column."""
    for column, head in enumerate(_TRACE_HEADS):
        put(sheet, 0, column, head, looks[_TRACE_LOOKS.get(column, "head")])
    for row, (*words, count, ids) in enumerate(lines, 1):
        for column, text in enumerate(words):
            put(sheet, row, column, text, looks["plain"], looks["plain-guarded"])
        sheet.write_number(row, 3, count, looks["count"])
        put(sheet, row, 4, ids, looks["plain-apart"], looks["plain-guarded"])
    for column, width in enumerate((26, 48, 34, 11, 100)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    if lines:
        sheet.autofilter(0, 0, len(lines), len(_TRACE_HEADS) - 1)
    print_setup(sheet, 0, (len(lines), len(_TRACE_HEADS) - 1), wide=True)
