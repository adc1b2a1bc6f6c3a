"""A table that heads a protocol: "Gmina | Biskupice", "Prowadząca | Anna Lis"."""

from __future__ import annotations

from qualcode.reading.drafts import Block
from qualcode.reading.metadata import header_entry
from qualcode.reading.tables.tabular import Grid
from qualcode.reading.voices.roles import FACILITATOR_WORD

_KEY = 4  # words of the longest name of an entry
_TOLD = 0.5  # share of rows that must be entries we know


def card_blocks(rows: Grid) -> list[Block]:
    """Return the rows of a table of names and values as header lines, none for another table.

    Rows that say nothing we know ("Czas | 2 godziny") are asides.
    """
    if len(rows) < 2 or any(len(row) != 2 or not row[0] for row in rows):
        return []
    keys = [row[0].rstrip(" :") for row in rows]
    if len(set(keys)) < len(keys) or any(len(key.split()) > _KEY for key in keys):
        return []
    lines = [f"{key}: {row[1]}" for key, row in zip(keys, rows, strict=True)]
    known = [
        bool(row[1] and (header_entry(line) or FACILITATOR_WORD.match(key)))
        for key, row, line in zip(keys, rows, lines, strict=True)
    ]
    if sum(known) < max(2, _TOLD * len(rows)):
        return []
    return [Block(line, aside=not told) for line, told in zip(lines, known, strict=True)]
