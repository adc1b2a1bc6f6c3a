"""Tables of cells: CSV in any Polish dialect, XLSX with limits on what it may unfold to."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd

from qualcode.errors import InputError
from qualcode.reading.decoding import check_size, decode
from qualcode.reading.packages import check_entities, open_package

MAX_ROWS = 100_000
MAX_COLUMNS = 500
_MEND = "zapisz go w Excelu ponownie jako .xlsx bez hasła"
_SAMPLE = 6  # lines that tell the separator
Grid = list[list[str]]


def load_table(path: Path) -> pd.DataFrame:
    """Read a CSV (comma, semicolon or tab; any Polish encoding) or the first sheet of an XLSX.

    Returns
    -------
    DataFrame of str
        Column names from the first row with more than one cell; empty cells are ``""``.

    Raises
    ------
    InputError
        When it is no table.
    """
    sheets = load_grids(path)
    rows = next(iter(sheets.values()), [])
    if not rows:
        raise InputError("tabela jest pusta; sprawdź, czy to właściwy plik")
    first = next((n for n, row in enumerate(rows[:10]) if sum(map(bool, row)) > 1), 0)
    names: list[str] = []
    for number, cell in enumerate(rows[first], 1):
        name = cell or f"kolumna {number}"
        names.append(name if name not in names else f"{name} ({number})")
    body = [row for row in rows[first + 1 :] if any(row)]
    return pd.DataFrame(body, columns=pd.Index(names), dtype=str)


def load_grids(path: Path, *, even: bool = True) -> dict[str, Grid]:
    """Read all sheets of a CSV, TSV or XLSX as rows of text of equal length.

    With ``even=False`` rows stay as the file has them, empty ones and line ends in cells too, so
    that a row can be named by its number.

    Raises
    ------
    InputError
        When the file is broken or too large.
    """
    if path.suffix.lower() == ".xlsx":
        return _sheets(path, even)
    rows, separator = _delimited(path)
    if even:
        for number in _long(rows):
            width = _width(rows)
            last = separator.join(rows[number][width - 1 :])
            rows[number] = [*rows[number][: width - 1], last]
    return {"": _even(rows) if even else rows}


def long_rows(path: Path) -> list[int]:
    """Return the numbers of rows of a CSV or TSV with more cells than its header names.

    Such a row has a separator in its text; :func:`load_grids` joins the rest to the last column.
    """
    if path.suffix.lower() == ".xlsx":
        return []
    return [number + 1 for number in _long(_delimited(path)[0])]


def _delimited(path: Path) -> tuple[Grid, str]:
    check_size(path)
    text, _ = decode(path.read_bytes())
    separator = "\t" if path.suffix.lower() == ".tsv" else _separator(text)
    try:
        return list(csv.reader(io.StringIO(text), delimiter=separator, strict=False)), separator
    except csv.Error as error:
        raise InputError(
            "tabeli nie da się odczytać; sprawdź cudzysłowy i liczbę kolumn w wierszach"
        ) from error


def _separator(text: str) -> str:
    """Return the separator of the header; a title above it may have none, or commas of its own."""
    first, *rest = [line for line in text.split("\n", _SAMPLE)[:_SAMPLE] if line.strip()] or [""]
    chosen = max(";,\t", key=lambda mark: (first.count(mark), mark == ","))
    if first.count(chosen) > first.count(f"{chosen} ") + first.endswith(chosen):
        return chosen  # a sentence has a space after its commas
    regular = [mark for mark in ";\t," if _regular(rest, mark)]
    return chosen if chosen in regular or not regular else regular[0]


def _regular(lines: list[str], mark: str) -> bool:
    """Tell whether a header and rows below a title have a mark equally often."""
    if len(lines) < 2 or mark not in lines[0] or f"{mark} " in lines[0]:
        return False
    return len({line.count(mark) for line in lines}) == 1


def _filled(row: list[str]) -> int:
    """Return the number of cells up to the last that is not empty."""
    return max((number for number, cell in enumerate(row, 1) if cell.strip()), default=0)


def _header(rows: Grid) -> int:
    return next((n for n, row in enumerate(rows[:10]) if sum(map(bool, row)) > 1), 0)


def _width(rows: Grid) -> int:
    return _filled(rows[_header(rows)]) if rows else 0


def _long(rows: Grid) -> list[int]:
    """Return the places of rows longer than the header, unless all rows are alike: no header then."""
    width = _width(rows)
    body = [(n, _filled(row)) for n, row in enumerate(rows) if n > _header(rows) and any(row)]
    if width < 2 or (len(body) > 2 and len({size for _, size in body}) == 1):
        return []
    return [n for n, size in body if size > width]


def _sheets(path: Path, even: bool) -> dict[str, Grid]:
    import warnings

    import openpyxl

    with open_package(path, "arkusz", _MEND) as package:
        check_entities(package)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles it does not keep
            book = openpyxl.load_workbook(path, read_only=False, data_only=True)
            grids = {
                sheet.title: [
                    ["" if cell is None else str(cell) for cell in row]
                    for row in sheet.iter_rows(
                        values_only=True,
                        max_row=min(sheet.max_row, MAX_ROWS + 1),
                        max_col=min(sheet.max_column, MAX_COLUMNS),
                    )
                ]
                for sheet in book.worksheets
            }
            return {name: _even(rows) if even else rows for name, rows in grids.items()}
    except InputError:
        raise
    except Exception as error:  # openpyxl raises anything on broken parts
        raise InputError(f"arkusza nie da się otworzyć; {_MEND}") from error


def _even(rows: list[list[str]]) -> Grid:
    """Strip the cells, drop empty columns and rows, and make the rows equally long."""
    if len(rows) > MAX_ROWS:
        raise InputError(f"tabela ma ponad {MAX_ROWS} wierszy; podziel ją na spotkania")
    clean = [[" ".join(cell.split()) for cell in row[:MAX_COLUMNS]] for row in rows]
    clean = [row for row in clean if any(row)]
    width = max((n + 1 for row in clean for n, cell in enumerate(row) if cell), default=0)
    return [[*row[:width], *[""] * (width - len(row))] for row in clean]
