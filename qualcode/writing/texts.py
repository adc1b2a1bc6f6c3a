"""Markdown and LaTeX: the same report for those who write in them."""

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
from qualcode.wording import quoted
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
    "[": "{[}",
    "]": "{]}",
    "\u00a0": "~",
    "\u2212": r"$-$",
}
_PREAMBLE = r"""% Kompilacja: lualatex
\documentclass[a4paper,11pt]{article}
\usepackage{fontspec}
\usepackage[polish]{babel}
\usepackage[margin=25mm]{geometry}
\usepackage{booktabs,longtable,array,ragged2e,caption}
\captionsetup{labelsep=period,justification=raggedright,singlelinecheck=false,font={small,bf}}
\renewcommand{\tablename}{Tabela}
\setlength{\emergencystretch}{3em}
"""
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def write_markdown(thing: Report | Table, path: Path) -> None:
    """Write a report or a table as Markdown with pipe tables."""
    counts = {"Tabela": 0, "Wykres": 0}
    parts = [_markdown(block, counts) for block in _blocks(thing)]
    write_text(path, "\n\n".join(parts) + "\n")


def write_tex(thing: Report | Table, path: Path) -> None:
    """Write LaTeX: one table to be included, or a document that compiles with LuaLaTeX."""
    if isinstance(thing, Table):
        write_text(path, _tex_table(thing) + "\n")
        return
    head = f"\\title{{{tex(thing.title)}}}\n\\author{{}}\n\\date{{{tex(thing.subtitle)}}}\n"
    body = "\n\n".join(_tex(block) for block in thing.blocks)
    write_text(
        path, f"{_PREAMBLE}{head}\\begin{{document}}\n\\maketitle\n\n{body}\n\n\\end{{document}}\n"
    )


def _blocks(thing: Report | Table) -> list[Block]:
    return [Heading(thing.title), *thing.blocks] if isinstance(thing, Report) else [thing]


def told(block: Table | Figure) -> str:
    """Return the title of a table or chart with its unit, if the title lacks it."""
    if block.unit and block.unit not in block.title:
        return f"{block.title}, {block.unit}"
    return block.title


def foot(block: Table | Figure) -> str:
    """Return what stands under a table or chart: base, remarks, source."""
    note = block.note if isinstance(block, Table) else ""
    return " ".join(part for part in (block.base, note, block.source) if part)


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
            f"> {md(quoted(str(row.quote)))} ({md(str(row.attribution))})"
            for row in block.items.itertuples()
        ]
        return "\n\n".join(lines)
    label = "Wykres" if isinstance(block, Figure) else "Tabela"
    counts[label] += 1
    caption = f"**{label} {counts[label]}. {md(told(block))}**" if block.title else ""
    inside = md(block.alt) if isinstance(block, Figure) else _pipes(block)
    return "\n\n".join(part for part in (caption, inside, md(foot(block))) if part)


def _pipes(table: Table) -> str:
    heads = " | ".join(md(str(column)) for column in table.data.columns)
    sides = "|".join("--:" if numeric(kind) else ":--" for kind in table.kinds)
    lines = [f"| {heads} |", f"|{sides}|"]
    for row in table.data.itertuples(index=False, name=None):
        cells = [md(shown(value, kind)) for value, kind in zip(row, table.kinds, strict=True)]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def tex(text: str) -> str:
    """Return text that LaTeX shows as it is."""
    plain = " ".join(_INVISIBLE.sub(" ", text).split("\n"))
    return "".join(_TEX.get(letter, letter) for letter in plain)


def _tex(block: Block) -> str:
    if isinstance(block, Heading):
        name = ("section", "subsection", "subsubsection")[min(block.level, 3) - 1]
        return f"\\{name}{{{tex(block.text)}}}"
    if isinstance(block, Paragraph):
        return tex(block.text)
    if isinstance(block, Bullets):
        items = "\n".join(f"\\item {tex(item)}" for item in block.items)
        return f"\\begin{{itemize}}\n{items}\n\\end{{itemize}}"
    if isinstance(block, Quotes):
        return f"\\paragraph{{{tex(block.label)}}}\n" + "\n".join(
            f"\\begin{{quote}}\\emph{{{tex(quoted(str(row.quote)))}}} ({tex(str(row.attribution))})\\end{{quote}}"
            for row in block.items.itertuples()
        )
    if isinstance(block, Figure):
        # the picture lies beside, in the folder of charts
        return f"\\textbf{{{tex(told(block))}}}\n\n{tex(block.alt)}\n\n{{\\footnotesize {tex(foot(block))}\\par}}"
    return _tex_table(block)


def _tex_table(table: Table) -> str:
    words = [kind for kind in table.kinds if not numeric(kind) and kind != "mark"]
    share = round(max(0.9 - 0.075 * (len(table.kinds) - len(words)), 0.25) / max(len(words), 1), 3)
    spec = "".join(
        "r"
        if numeric(kind)
        else "l"
        if kind == "mark"
        else f">{{\\RaggedRight}}p{{{share}\\linewidth}}"
        for kind in table.kinds
    )
    heads = " & ".join(
        f"\\multicolumn{{1}}{{r}}{{{tex(str(column))}}}" if numeric(kind) else tex(str(column))
        for column, kind in zip(table.data.columns, table.kinds, strict=True)
    )
    rows = "\n".join(
        " & ".join(tex(shown(value, kind)) for value, kind in zip(row, table.kinds, strict=True))
        + r" \\"
        for row in table.data.itertuples(index=False, name=None)
    )
    caption = f"\\caption{{{tex(told(table))}}}\\\\\n" if table.title else ""
    note = f"\n{{\\footnotesize {tex(foot(table))}\\par}}" if foot(table) else ""
    return (
        f"{{\\small\n\\begin{{longtable}}{{{spec}}}\n{caption}\\toprule\n{heads} \\\\\n\\midrule\n"
        f"\\endhead\n{rows}\n\\bottomrule\n\\end{{longtable}}}}{note}"
    )
