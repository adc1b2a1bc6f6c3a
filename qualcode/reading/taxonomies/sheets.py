"""Codebooks kept as a table: CSV, TSV or XLSX, a row per code, Polish or English headers."""

from __future__ import annotations

import re
from pathlib import Path

from qualcode.errors import CodebookError, InputError
from qualcode.reading.tables.tabular import Grid, load_grids
from qualcode.reading.taxonomies.rules import Entry, assembled, clean, fail, split_examples
from qualcode.study import Codebook
from qualcode.wording import listed, quoted, suggestion

SUFFIXES = (".csv", ".tsv", ".xlsx")
HEADERS = {
    "id": ("id", "kod id", "id kodu", "identyfikator", "symbol", "code id", "nr", "numer"),
    "name": (
        "nazwa", "nazwa kodu", "kod", "etykieta", "tag", "name", "code name", "code", "label",
    ),
    "facet": (
        "aspekt", "kategoria", "grupa", "grupa kodów", "obszar", "wymiar", "pytanie", "facet",
        "category", "group", "code group", "parent", "dimension",
    ),
    "definition": (
        "definicja", "opis", "definicja kodu", "kiedy stosować", "definition", "description",
        "comment", "komentarz", "memo",
    ),
    "exclude": (
        "wyłączenia", "wykluczenia", "kiedy nie stosować", "nie stosować", "exclude",
        "exclusions", "when not to use",
    ),
    "examples": ("przykłady", "przykład", "cytaty", "cytat", "examples", "example", "quotes"),
}  # fmt: skip
_KEY = {header: key for key, headers in HEADERS.items() for header in headers}
_SEARCHED = 10  # rows among which the header is looked for


def parse(path: Path) -> Codebook:
    """Read a codebook from the first sheet that has a column of names.

    Raises
    ------
    CodebookError
        When there is no table or no such column, or a row breaks a rule; the sentence names the
        row and the mend.
    """
    try:
        sheets = load_grids(path, even=False)
    except InputError as error:
        raise CodebookError(f"{path.name}: {error}.") from error
    for grid in sheets.values():
        header = _header(grid)
        if header is not None:
            return assembled(path.name, path.stem, _entries(grid, header))
    _refuse(path.name, next(iter(sheets.values()), []))
    raise AssertionError  # pragma: no cover - _refuse always raises


def _header(grid: Grid) -> int | None:
    """Return the first row that names a column of codes and one more we know."""
    for number, row in enumerate(grid[:_SEARCHED]):
        keys = {_key(cell) for cell in row} - {""}
        if "name" in keys or ("id" in keys and len(keys) > 1):
            return number
    return None


def _key(cell: str) -> str:
    """Return what a header means; ``Przykład 2`` and ``examples (quotes)`` are examples."""
    plain = clean(re.sub(r"\(.*?\)|[\d.:*]+$", " ", cell.lower()))
    return _KEY.get(plain, "")


def _entries(grid: Grid, header: int) -> list[Entry]:
    keys = [_key(cell) for cell in grid[header]]
    # "kod | nazwa" means id and name, "kod" alone means the name
    if keys.count("name") > 1 and "id" not in keys:
        keys[keys.index("name")] = "id"
    entries = []
    for number, row in enumerate(grid[header + 1 :], header + 2):
        if not any(cell.strip() for cell in row):
            continue
        cells: dict[str, list[str]] = {}
        for key, cell in zip(keys, row, strict=False):
            if cell.strip():
                cells.setdefault(key, []).append(cell)
        first = {key: clean(values[0]) for key, values in cells.items()}
        # ids alone serve as names
        named = first.get("name", "") if "name" in keys else _named(first.get("id", ""))
        entries.append(
            Entry(
                place=f"wiersz {number}",
                name=named,
                facet=first.get("facet", ""),
                id=first.get("id", ""),
                definition=first.get("definition", ""),
                exclude=first.get("exclude", ""),
                examples=tuple(
                    example
                    for cell in cells.get("examples", [])
                    for example in split_examples(cell)
                ),
            )
        )
    return entries


def _named(identifier: str) -> str:
    """Return an id as a name: ``bariera.zla_wola`` → ``Zla wola``."""
    return identifier.rpartition(".")[2].replace("_", " ").strip().capitalize()


def _refuse(file: str, grid: Grid) -> None:
    filled = (
        (number, [clean(cell) for cell in row if cell.strip()])
        for number, row in enumerate(grid, 1)
    )
    line, seen = next(((number, cells) for number, cells in filled if cells), (1, []))
    if not seen:
        fail(file, "", "tabela jest pusta; sprawdź, czy to właściwy plik")
    near = next((hint for cell in seen if (hint := suggestion(cell.lower(), _KEY))), "")
    fail(
        file,
        f"wiersz {line}",
        "nie ma kolumny z nazwą kodu; nazwij ją „nazwa” (inne: „aspekt”, „definicja”, "
        f"„wyłączenia”, „przykłady”). Są: {listed(map(quoted, seen[:12]))}.{near}".rstrip("."),
    )
