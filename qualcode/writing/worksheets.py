"""One sheet of a workbook: a table with numbers as numbers, laid out to be read and printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd

from qualcode.reports.blocks import Table
from qualcode.reports.cells import numeric
from qualcode.writing.captions import told, values
from qualcode.writing.sheets import FORMULA_STARTS

_FORMATS = {
    "count": "#,##0;-#,##0;–",
    "flag": "0;-0;–",
    "percent": "0.0%;-0.0%;–",
    "number": "#,##0.0;-#,##0.0;–",
    "share": "0.00",
    "exact": "0.000",
}
_LINE = 15.0  # points of a line of text
_HIGHEST = 27  # lines a row may have; Excel allows 409 points
_LONGEST = 32_000  # letters a cell can hold, with room to spare
_WIDEST = 50
_BOLD = 0.88  # of the letters of a line, when they are bold
_NARROW = 30  # of one of many columns of words
_MANY = 5
_READ = 70  # letters of a column of whole statements
_SHEET = 90  # letters remarks may take when the table itself is narrower
_PAGE = 40  # rows that surely fit a page
_EMPTY = 8.43  # letters of a column nobody set
_TURNED = 9.0  # letters of a column under a heading written upwards
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def styles(book: Any) -> dict[str, Any]:
    """Return the formats of a workbook by name: kinds of numbers, texts, headings, remarks."""
    line = {"bottom": 1, "bottom_color": "#D0D5DA"}
    total = {"bold": True, "top": 1, "bottom": 1}
    words = {"text_wrap": True, "valign": "top"}
    inset = {"align": "left", "indent": 1}
    # the mark Excel itself sets before text that must stay text, even when someone edits it
    guard = {"quote_prefix": True}
    texts: dict[str, dict[str, Any]] = {
        "text": words,
        "apart": {**words, **inset},  # words right after numbers would touch them
        "right": {"align": "right", "valign": "top"},
    }
    made = {
        f"{name}{ending}": book.add_format({**look, **more})
        for name, look in texts.items()
        for ending, more in (("", line), ("-total", total), ("-guarded", {**line, **guard}))
    }
    for kind, code in _FORMATS.items():
        look = {"num_format": code, "valign": "top"}
        made[kind] = book.add_format({**look, **line})
        made[f"{kind}-total"] = book.add_format({**look, **total})
    head = {
        "bold": True, "text_wrap": True, "valign": "bottom", "bg_color": "#EDF0F3", "bottom": 1, "top": 1,
    }  # fmt: skip
    made["head"] = book.add_format(head)
    made["head-apart"] = book.add_format({**head, **inset})
    made["head-right"] = book.add_format({**head, "align": "right"})
    made["head-turned"] = book.add_format({**head, "rotation": 90, "align": "center"})
    made["title"] = book.add_format({"bold": True, "font_size": 12, **words})
    made["note"] = book.add_format({"font_color": "#555555", "font_size": 9, **words})
    made["plain"] = book.add_format({"valign": "top"})
    made["plain-apart"] = book.add_format({"valign": "top", **inset})
    made["plain-guarded"] = book.add_format({"valign": "top", **guard})
    made["link"] = book.add_format({"font_color": "#0563C1", "underline": 1, "valign": "top"})
    return made


def write_sheet(
    sheet: Any, table: Table, looks: dict[str, Any], number: int | None, links: Sequence[str]
) -> None:
    """Write one table.

    Parameters
    ----------
    sheet : xlsxwriter worksheet
    table : Table
    looks : dict
        As :func:`styles` returns.
    number : int or None
        Its number in the report. None: a working table, with filters instead of a title.
    links : sequence of str
        Names and places within the workbook, ``("Spis", "'Spis'!A1", …)``, for the second row.
    """
    top = 2 if number is not None else 0
    rows, widths = values(table), _widths(table)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    _heads(sheet, top, table, widths, looks)
    last = len(rows) - 1
    apart = _apart(table)
    for place, row in enumerate(rows):
        ending = "-total" if table.total and place == last else ""
        texts = [value if isinstance(value, str) else "" for value in row]
        height = row_height(texts, widths)
        if height > _LINE:
            sheet.set_row(top + 1 + place, height)
        for column, (value, kind) in enumerate(zip(row, table.kinds, strict=True)):
            style = "apart" if apart[column] else "text"
            _cell(sheet, (top + 1 + place, column), value, kind, (looks, style, ending))
    sheet.freeze_panes(top + 1, 0 if table.kinds[0] != "text" else 1)
    end, side = top + 1 + last, len(widths) - 1
    if number is None:
        if rows:
            sheet.autofilter(0, 0, end, side)
        # the columns of codes are for filters and counting; on paper they would make the rest tiny
        side = next((n for n, kind in enumerate(table.kinds) if kind == "flag"), side + 1) - 1
    else:
        side = max(side, _reach(widths))
        _around(sheet, table, number, (end + 2, side, widths), looks)
        for column, (name, goal) in enumerate(zip(links[::2], links[1::2], strict=True)):
            sheet.write_url(1, column, f"internal:{goal}", looks["link"], name)
        end += 1 + len(_remarks(table))
    print_setup(sheet, top, (end, max(side, 0)), wide=table.wide or number is None)


def print_setup(sheet: Any, top: int, corner: tuple[int, int], *, wide: bool) -> None:
    """Print on A4, as wide as the page, the headings again on each page."""
    sheet.set_paper(9)
    sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
    sheet.set_footer("&L&A&R&P / &N")
    sheet.fit_to_pages(1, 0)
    if corner[0] > _PAGE:
        sheet.repeat_rows(top)
    sheet.print_area(0, 0, *corner)
    if wide:
        sheet.set_landscape()


def put(sheet: Any, row: int, column: int, text: str, style: Any, guarded: Any = None) -> None:
    """Write text as text; what Excel would take for a formula gets the guarded style."""
    clean = _FORBIDDEN.sub("", text)
    if len(clean) > _LONGEST:
        clean = f"{clean[:_LONGEST]}…"
    danger = guarded and len(clean) > 1 and clean.startswith(FORMULA_STARTS)
    sheet.write_string(row, column, clean, guarded if danger else style)


def _heads(
    sheet: Any, top: int, table: Table, widths: Sequence[float], looks: dict[str, Any]
) -> None:
    names = [str(name) for name in table.data.columns]
    for column, (name, kind, apart) in enumerate(
        zip(names, table.kinds, _apart(table), strict=True)
    ):
        side = "-turned" if kind == "flag" else "-right" if numeric(kind) else ""
        put(sheet, top, column, name, looks[f"head{'-apart' if apart else side}"])
    upright = [
        "" if kind == "flag" else name for name, kind in zip(names, table.kinds, strict=True)
    ]
    turned = max(
        (len(name) for name, kind in zip(names, table.kinds, strict=True) if kind == "flag"),
        default=0,
    )
    # a heading written upwards may take three or four lines
    room = [_BOLD * width for width in widths]
    sheet.set_row(top, max(row_height(upright, room) + 3, min(turned / 3 * 6 + 20, 160)))


def _around(
    sheet: Any,
    table: Table,
    number: int,
    place: tuple[int, int, list[float]],
    looks: dict[str, Any],
) -> None:
    """Write the title above and the remarks below, across the whole table."""
    first, side, widths = place
    room = sum(widths) + _EMPTY * (side + 1 - len(widths))
    lines = [(0, f"Tabela {number}. {told(table)}" if number else told(table), "title", 1.15)]
    lines += [(first + n, text, "note", 0.85) for n, text in enumerate(_remarks(table))]
    for row, text, look, size in lines:
        if side:
            sheet.merge_range(row, 0, row, side, "", looks[look])
        put(sheet, row, 0, text, looks[look])
        sheet.set_row(row, row_height([text], [room / size]) + 2)


def _remarks(table: Table) -> list[str]:
    return [part for part in (table.base, table.note, table.source) if part]


def _apart(table: Table) -> list[bool]:
    """Say which columns of words would touch the column before: numbers, or many full of words."""
    sides = [numeric(kind) for kind in table.kinds]
    many = _is_wordy(table)
    return [False, *((left or many) and not right for left, right in pairwise(sides))]


def _is_wordy(table: Table) -> bool:
    """Say whether many columns of words are to be seen side by side; the coded table is not."""
    return sum(kind == "text" for kind in table.kinds) > _MANY and "flag" not in table.kinds


def _reach(widths: Sequence[float]) -> int:
    """Return the column at which a sheet is wide enough for a line of text."""
    missing = _SHEET - sum(widths)
    return len(widths) - 1 + max(round(missing / _EMPTY), 0)


def _cell(
    sheet: Any, at: tuple[int, int], value: Any, kind: str, look: tuple[dict[str, Any], str, str]
) -> None:
    looks, style, ending = look
    if not numeric(kind):
        text = "" if value is None else str(value)
        put(sheet, *at, text, looks[f"{style}{ending}"], looks[f"{style}-guarded"])
    elif isinstance(value, str):
        put(sheet, *at, value, looks[f"right{ending}"])
    elif value is None or pd.isna(value):
        # full stop: no value can be given; x and text stay as they are
        put(sheet, *at, "" if kind == "exact" else ".", looks[f"right{ending}"])
    else:
        shown = value / 100 if kind == "percent" else value
        sheet.write_number(*at, shown, looks[f"{kind}{ending}"])


def row_height(texts: Iterable[str], widths: Sequence[float]) -> float:
    """Return the height of a row: other programs than Excel do not fit it by themselves."""
    most = 1
    for text, width in zip(texts, widths, strict=True):
        if len(text) > width or "\n" in text:
            room = max(int(1.18 * width) - 1, 1)
            most = max(most, sum(_n_lines(part, room) for part in text.split("\n")))
    return _LINE * min(most, _HIGHEST)


def _n_lines(text: str, room: int) -> int:
    """Return how many lines text takes when it may break between words only."""
    lines, used = 1, 0
    for word in text.split(" "):
        size = len(word)
        if used and used + 1 + size > room:
            lines, used = lines + 1, 0
        over = max(size - 1, 0) // room
        lines, used = lines + over, used + size - over * room + (1 if used else 0)
    return lines


def _widths(table: Table) -> list[float]:
    found = []
    widest = _NARROW if _is_wordy(table) else _WIDEST
    for place, (name, kind) in enumerate(zip(table.data.columns, table.kinds, strict=True)):
        head = str(name)
        word = 1.2 * max(map(len, head.split()), default=0) + 2
        if kind == "flag":
            found.append(_TURNED)
        elif numeric(kind):
            # a header may wrap between words, never inside one; bold letters are wider
            found.append(max(9.0, word, min(1.15 * len(head) + 2, 14.0)))
        else:
            texts = [str(text) for text in table.data.iloc[:200, place]]
            lengths = [len(text) for text in texts if text] or [0]
            mean = sum(lengths) / len(lengths)
            most = _READ if mean > _WIDEST == widest else widest
            wish = min(max(lengths) + 2, 2 * mean + 12, most)
            found.append(float(max(8, wish, min(word, 24))))
    return found
