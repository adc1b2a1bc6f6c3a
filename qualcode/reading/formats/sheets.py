"""Sheets: CSV, TSV and XLSX with turns, open answers (also survey exports), notes or votes."""

from __future__ import annotations

from pathlib import Path

from qualcode.errors import InputError
from qualcode.reading.drafts import Block, Draft
from qualcode.reading.grids import read_grid, read_notes
from qualcode.reading.tabular import load_grids
from qualcode.wording import listed, quoted

SUFFIXES = (".csv", ".tsv", ".xlsx")


def draft(path: Path) -> Draft:
    """Read every sheet: turns or answers by the names of the columns, else notes cell by cell.

    Raises
    ------
    InputError
        When no sheet holds anything that was said.
    """
    grids = load_grids(path)
    several = len(grids) > 1
    blocks: list[Block] = []
    for title, rows in grids.items():
        place = f"arkusz {quoted(title)}" if several else ""
        found = read_grid(rows, place)
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
    return Draft(blocks)


def _notes(rows: list[list[str]], path: Path) -> bool:
    """Tell a wall of notes from a table of data: mostly words, few numbers, in a workbook."""
    cells = [cell for row in rows[1:] for cell in row if cell]
    worded = sum(len(cell.split()) >= 2 for cell in cells)
    return path.suffix.lower() == ".xlsx" and bool(cells) and worded >= 0.4 * len(cells)
