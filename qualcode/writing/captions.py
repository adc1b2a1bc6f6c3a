"""What a table or chart says around and inside itself, the same in every format."""

from __future__ import annotations

from typing import Any

from qualcode.reports.blocks import Figure, Table
from qualcode.reports.cells import shown


def told(block: Table | Figure) -> str:
    """Return the title of a table or chart with its unit, if the title lacks it."""
    if block.unit and block.unit not in block.title:
        return f"{block.title}, {block.unit}"
    return block.title


def foot(block: Table | Figure) -> str:
    """Return what stands under a table or chart: base, remarks, source."""
    note = block.note if isinstance(block, Table) else ""
    return " ".join(part for part in (block.base, note, block.source) if part)


def sentence(text: str) -> str:
    """Return a remark as a sentence of its own."""
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def values(table: Table) -> list[list[Any]]:
    """Return the rows of a table as plain Python values."""
    columns = [table.data.iloc[:, place].tolist() for place in range(table.data.shape[1])]
    return [list(row) for row in zip(*columns, strict=True)]


def rows_shown(table: Table) -> list[list[str]]:
    """Return the rows of a table as they are printed."""
    return [
        [shown(value, kind) for value, kind in zip(row, table.kinds, strict=True)]
        for row in values(table)
    ]
