"""Sheets: CSV, TSV and XLSX with turns, open answers (also survey exports), notes or votes."""

from __future__ import annotations

from pathlib import Path

from qualcode.errors import InputError, Problem
from qualcode.reading.drafts import Block, Draft
from qualcode.reading.tables.grids import read_grid
from qualcode.reading.tables.notes import is_wall, read_notes
from qualcode.reading.tables.tabular import Grid, load_grids, long_rows
from qualcode.reading.tables.titles import top_of
from qualcode.wording import counted, listed, quoted

SUFFIXES = (".csv", ".tsv", ".xlsx")
_ONLY_LISTS = (
    "w pliku są tylko listy osób albo zadań, a nie wypowiedzi; jeśli to czyjeś słowa, nazwij ich "
    "kolumnę „tekst”"
)
_SHOWN = 10  # rows named in one sentence


def draft(path: Path) -> Draft:
    """Read every sheet: turns or answers by the names of the columns, else notes cell by cell.

    Raises
    ------
    InputError
        When no sheet holds anything that was said.
    """
    grids = {title: rows for title, rows in load_grids(path).items() if rows}
    several = len(grids) > 1
    result = Draft([], problems=_joined(path))
    unread: list[str] = []
    for title, rows in grids.items():
        place = f"arkusz {quoted(title)}" if several else ""
        sheet = _sheet(path, title, rows, place)
        result.problems += sheet.problems
        result.meta = {**sheet.meta, **result.meta}
        spoken = [block for block in sheet.blocks if not block.aside]
        if not sheet.blocks:
            unread.append(title)
        elif spoken and several and not any(block.question for block in spoken):
            result.blocks.append(Block(title, heading=True))
        result.blocks += sheet.blocks
    if not any(block.text and not block.aside and not block.heading for block in result.blocks):
        raise InputError(_ONLY_LISTS if result.blocks else _nothing(grids))
    if unread:
        result.problems.append(Problem(path.name, _unread(unread)))
    return result


def _sheet(path: Path, title: str, rows: Grid, place: str) -> Draft:
    table = read_grid(rows, place, path.name, title)
    words_alone = path.suffix.lower() != ".xlsx"
    if not table.blocks and is_wall(rows, title, words_alone=words_alone):
        return read_notes(rows, place)
    return table


def _nothing(grids: dict[str, Grid]) -> str:
    """Return why nothing in the file is speech, with the names of the columns of its first sheet."""
    rows = next(iter(grids.values()), [])
    names = [name for name in rows[top_of(rows).start] if name] if rows else []
    return (
        "w tabeli nie ma kolumny z wypowiedziami; nazwij ją „tekst”, a jeśli jest ich kilka, wpisz "
        "w ich nagłówki pytania ze znakiem zapytania "
        f"(są: {listed(names[:12]) or 'same puste komórki'})"
    )


def _unread(titles: list[str]) -> str:
    more = [counted(len(titles) - _SHOWN, "innego", "innych", "innych")] if len(titles) > _SHOWN else []  # fmt: skip
    names = listed([*map(quoted, titles[:_SHOWN]), *more])
    one = len(titles) == 1
    return (
        f"{'arkusza' if one else 'arkuszy'} {names} nie wczytano, bo nie widać w "
        f"{'nim' if one else 'nich'} wypowiedzi, karteczek ani głosów; jeśli tam są, nazwij ich "
        "kolumnę „tekst” albo wpisz w nagłówek pytanie ze znakiem zapytania."
    )


def _joined(path: Path) -> list[Problem]:
    """Tell which rows had more cells than the header, so that the rest went to the last column."""
    rows = long_rows(path)
    if not rows:
        return []
    more = [counted(len(rows) - _SHOWN, "innym", "innych", "innych")] if len(rows) > _SHOWN else []
    named = listed([*map(str, rows[:_SHOWN]), *more])
    sentence = (
        f"{'w wierszu' if len(rows) == 1 else 'w wierszach'} {named} jest więcej komórek niż "
        "nagłówków, więc nadmiar dołączono do ostatniej kolumny; jeśli tekst trafił w złe miejsce, "
        "weź go w pliku w cudzysłów."
    )
    return [Problem(path.name, sentence)]
