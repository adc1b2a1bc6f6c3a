"""Markdown: the report for those who write in plain text, charts as files beside it."""

from __future__ import annotations

import re
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
from qualcode.reports.cells import numeric
from qualcode.wording import quoted
from qualcode.writing.captions import foot, rows_shown, sentence, told
from qualcode.writing.files import write_text
from qualcode.writing.pictures import FOLDER, write_figures

_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def write_markdown(thing: Report | Table, path: Path) -> None:
    """Write a report or a table as Markdown with pipe tables, charts in a folder beside."""
    if isinstance(thing, Report):
        write_figures(thing, path.parent)
    counts = {"Tabela": 0, "Wykres": 0}
    parts = [_markdown(block, counts) for block in _blocks(thing)]
    write_text(path, "\n\n".join(parts) + "\n")


def _blocks(thing: Report | Table) -> list[Block]:
    if isinstance(thing, Table):
        return [thing]
    under = [Paragraph(thing.subtitle)] if thing.subtitle else []
    return [Heading(thing.title, 0), *under, *thing.blocks]


def md(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    plain = " ".join(_INVISIBLE.sub(" ", text).splitlines())
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", plain)


def _markdown(block: Block, counts: dict[str, int]) -> str:
    if isinstance(block, Heading):
        return f"{'#' * min(block.level + 1, 6)} {md(block.text)}"
    if isinstance(block, Paragraph):
        return md(block.text)
    if isinstance(block, Bullets):
        return "\n".join(f"- {md(item)}" for item in block.items)
    if isinstance(block, Quotes):
        lines = [f"**{md(block.label)}**"]
        lines += [
            f"> {md(quoted(quote))} ({md(attribution)})"
            + (f"\n>\n> *{md(sentence(check))}*" if check else "")
            for quote, attribution, check in block.signed
        ]
        return "\n\n".join(lines)
    label = "Wykres" if isinstance(block, Figure) else "Tabela"
    counts[label] += 1
    caption = f"**{label} {counts[label]}. {md(told(block))}**" if block.title else ""
    inside = (
        f"![{md(block.alt)}]({FOLDER}/{block.id}.png)"
        if isinstance(block, Figure)
        else _pipes(block)
    )
    return "\n\n".join(part for part in (caption, inside, md(foot(block))) if part)


def _pipes(table: Table) -> str:
    heads = " | ".join(md(str(column)) for column in table.data.columns)
    sides = "|".join("--:" if numeric(kind) else ":--" for kind in table.kinds)
    lines = [f"| {heads} |", f"|{sides}|"]
    lines += [f"| {' | '.join(map(md, row))} |" for row in rows_shown(table)]
    return "\n".join(lines)
