"""HTML."""

from __future__ import annotations

from html import escape
from pathlib import Path

from qualcode.reports.blocks import (
    Block,
    Bullets,
    Figure,
    Heading,
    Paragraph,
    Quotes,
    Report,
    Table,
)
from qualcode.reports.fragments import table_html
from qualcode.writing.files import write_text


def write_html(thing: Report | Table, path: Path) -> None:
    """Write one self-contained page."""
    title = thing.title
    blocks = thing.blocks if isinstance(thing, Report) else (thing,)
    body = "\n".join(_html(block) for block in blocks)
    write_text(
        path,
        f'<!doctype html><html lang="pl"><meta charset="utf-8"><title>{escape(title)}</title><body><h1>{escape(title)}</h1>{body}</body></html>\n',
    )


def _html(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level + 1}>{escape(block.text)}</h{block.level + 1}>"
    if isinstance(block, Paragraph):
        return f"<p>{escape(block.text)}</p>"
    if isinstance(block, Bullets):
        return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in block.items) + "</ul>"
    if isinstance(block, Quotes):
        return "".join(
            f"<blockquote>„{escape(row.quote)}” ({escape(row.attribution)})</blockquote>"
            for row in block.items.itertuples()
        )
    if isinstance(block, Figure):
        return f"<p>{escape(block.alt)}</p>"
    return table_html(block)
