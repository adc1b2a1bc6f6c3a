"""DOCX."""

from __future__ import annotations

import datetime
from pathlib import Path

from qualcode.reports.blocks import Bullets, Figure, Heading, Paragraph, Quotes, Report, Table
from qualcode.reports.cells import shown
from qualcode.writing.archives import settled
from qualcode.writing.files import whole_file


def write_docx(thing: Report | Table, path: Path) -> None:
    """Write a Word document."""
    import docx

    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = datetime.datetime(
        2000, 1, 1
    )
    document.add_heading(thing.title, 0)
    for block in thing.blocks if isinstance(thing, Report) else (thing,):
        if isinstance(block, Heading):
            document.add_heading(block.text, block.level)
        elif isinstance(block, Paragraph):
            document.add_paragraph(block.text)
        elif isinstance(block, Bullets):
            for item in block.items:
                document.add_paragraph(item, style="List Bullet")
        elif isinstance(block, Quotes):
            for row in block.items.itertuples():
                document.add_paragraph(f"„{row.quote}” ({row.attribution})")
        elif isinstance(block, Figure):
            document.add_paragraph(block.alt)
        else:
            grid = document.add_table(rows=1, cols=len(block.kinds), style="Table Grid")
            for cell, name in zip(grid.rows[0].cells, block.data.columns, strict=True):
                cell.text = str(name)
            for values in block.data.itertuples(index=False, name=None):
                for cell, value, kind in zip(
                    grid.add_row().cells, values, block.kinds, strict=True
                ):
                    cell.text = shown(value, kind)
    with whole_file(path) as temporary:
        document.save(str(temporary))
        temporary.write_bytes(settled(temporary.read_bytes()))
