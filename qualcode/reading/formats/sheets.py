"""Sheets: CSV, TSV and XLSX with turns, open answers (also survey exports), notes or votes."""

from __future__ import annotations

import re
from pathlib import Path

from qualcode.errors import InputError, Problem
from qualcode.reading.drafts import Block, Draft
from qualcode.reading.grids import read_grid, read_notes
from qualcode.reading.tabular import load_grids, long_rows
from qualcode.wording import counted, listed, quoted

SUFFIXES = (".csv", ".tsv", ".xlsx")
_SHOWN = 10  # rows named in one sentence


def draft(path: Path) -> Draft:
    """Read every sheet: turns or answers by the names of the columns, else notes cell by cell.

    Raises
    ------
    InputError
        When no sheet holds anything that was said.
    """
    grids = load_grids(path)
    several = len(grids) > 1
    result = Draft([], problems=_joined(path))
    blocks = result.blocks
    for title, rows in grids.items():
        place = f"arkusz {quoted(title)}" if several else ""
        table = read_grid(rows, place, path.name)
        result.problems += table.problems
        found = table.blocks
        if not found and _notes(rows, path):
            found = read_notes(rows, place)
        if found and several and not any(block.question for block in found):
            blocks.append(Block(title, heading=True))
        blocks += found
    if not any(block.text and not block.aside and not block.heading for block in blocks):
        first: list[list[str]] = next(iter(grids.values()), [])
        names = [name for row in first[:1] for name in row if name]
        raise InputError(
            "w tabeli nie ma kolumny z wypowiedziami; nazwij ją „tekst” "
            f"(są: {listed(names[:12]) or 'same puste komórki'})"
        )
    return result


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


def _notes(rows: list[list[str]], path: Path) -> bool:
    """Tell a wall of notes from a table of data: mostly words, and in CSV nothing but words."""
    cells = [cell for row in rows[1:] for cell in row if cell]
    worded = sum(len(cell.split()) >= 2 for cell in cells)
    if path.suffix.lower() != ".xlsx" and any(not re.search(r"[^\W\d_]", cell) for cell in cells):
        return False
    return bool(cells) and worded >= 0.4 * len(cells)
