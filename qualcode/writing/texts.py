"""Markdown and LaTeX."""

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
from qualcode.reports.cells import numeric, shown
from qualcode.writing.files import write_text

_TEX = {
    "\\": r"\textbackslash{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\u00a0": "~",
    "−": r"$-$",
    "…": r"\ldots{}",
}


def write_markdown(thing: Report | Table, path: Path) -> None:
    """Write a report or a table as Markdown with pipe tables."""
    write_text(path, "\n\n".join(_markdown(block) for block in _blocks(thing)) + "\n")


def write_tex(thing: Report | Table, path: Path) -> None:
    """Write LaTeX: a table to be included, or a document that compiles with LuaLaTeX."""
    if isinstance(thing, Table):
        write_text(path, _tex(thing) + "\n")
        return
    body = "\n\n".join(_tex(block) for block in thing.blocks)
    write_text(
        path,
        _PREAMBLE
        + f"\\title{{{tex(thing.title)}}}\n\\date{{}}\n\\begin{{document}}\n\\maketitle\n\n{body}\n\\end{{document}}\n",
    )


_PREAMBLE = (
    "\\documentclass[a4paper]{article}\n\\usepackage{fontspec}\n\\usepackage[polish]{babel}\n"
    "\\usepackage{booktabs,longtable,array}\n"
)


def _blocks(thing: Report | Table) -> list[Block]:
    return [Heading(thing.title), *thing.blocks] if isinstance(thing, Report) else [thing]


def _markdown(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {md(block.text)}"
    if isinstance(block, Paragraph):
        return md(block.text)
    if isinstance(block, Bullets):
        return "\n".join(f"- {md(item)}" for item in block.items)
    if isinstance(block, Quotes):
        return "\n\n".join(
            f"> „{md(row.quote)}” ({md(row.attribution)})" for row in block.items.itertuples()
        )
    if isinstance(block, Figure):
        return f"*Wykres. {md(block.title)}*\n\n{md(block.alt)}"
    heads = [md(str(column)) for column in block.data.columns]
    lines = [
        f"| {' | '.join(heads)} |",
        "|" + "|".join("--:" if numeric(kind) else ":--" for kind in block.kinds) + "|",
    ]
    for row in block.data.itertuples(index=False, name=None):
        cells = [md(shown(value, kind)) for value, kind in zip(row, block.kinds, strict=True)]
        lines.append(f"| {' | '.join(cells)} |")
    foot = " ".join(part for part in (block.base, block.note, block.source) if part)
    return (
        f"**Tabela. {md(block.title)}**\n\n"
        + "\n".join(lines)
        + (f"\n\n{md(foot)}" if foot else "")
    )


def md(text: str) -> str:
    """Return text that Markdown shows as it is."""
    text = re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", text)
    return " ".join(text.splitlines())


def tex(text: str) -> str:
    """Return text that LaTeX shows as it is."""
    return "".join(_TEX.get(letter, letter) for letter in text)


def _tex(block: Block) -> str:
    if isinstance(block, Heading):
        return f"\\{['section', 'subsection', 'subsubsection'][min(block.level, 3) - 1]}{{{tex(block.text)}}}"
    if isinstance(block, Paragraph):
        return tex(block.text)
    if isinstance(block, Bullets):
        return (
            "\\begin{itemize}\n"
            + "\n".join(f"\\item {tex(item)}" for item in block.items)
            + "\n\\end{itemize}"
        )
    if isinstance(block, Quotes):
        return "\n".join(
            f"\\begin{{quote}}„{tex(row.quote)}” ({tex(row.attribution)})\\end{{quote}}"
            for row in block.items.itertuples()
        )
    if isinstance(block, Figure):
        return tex(block.alt)
    spec = "".join("r" if numeric(kind) else "l" for kind in block.kinds)
    heads = " & ".join(tex(str(column)) for column in block.data.columns)
    rows = "\n".join(
        " & ".join(tex(shown(value, kind)) for value, kind in zip(row, block.kinds, strict=True))
        + r" \\"
        for row in block.data.itertuples(index=False, name=None)
    )
    return (
        f"\\begin{{longtable}}{{{spec}}}\n\\caption{{{tex(block.title)}}}\\\\\n\\toprule\n{heads} \\\\\n"
        f"\\midrule\\endhead\n{rows}\n\\bottomrule\n\\end{{longtable}}\n{tex(block.source)}"
    )
