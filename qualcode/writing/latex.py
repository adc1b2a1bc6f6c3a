"""LaTeX: a table to be included, or a whole report that compiles with pdfLaTeX and LuaLaTeX."""

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
from qualcode.reports.cells import breakable, numeric
from qualcode.wording import quoted
from qualcode.writing.captions import foot, rows_shown, sentence, told
from qualcode.writing.columns import UNIT, column_widths
from qualcode.writing.documents import pages
from qualcode.writing.files import write_text
from qualcode.writing.pictures import FOLDER, write_figures
from qualcode.writing.typography import bound

_SIGNS = {
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
    '"': r"\char34{}",
    "<": r"\char60{}",
    ">": r"\char62{}",
    "-": "{-}",
    "\u00a0": "~",
    "\u00ad": r"\-",
    "–": "--",
    "—": "---",
    "„": r"\quotedblbase{}",
    "”": r"\textquotedblright{}",
    "“": r"\textquotedblleft{}",
    "’": r"\textquoteright{}",
    "‘": r"\textquoteleft{}",
    "«": r"\guillemotleft{}",
    "»": r"\guillemotright{}",
    "…": r"\dots{}",
    "·": r"\textperiodcentered{}",
    "•": r"\textbullet{}",
    "−": r"\ensuremath{-}",
    "×": r"\ensuremath{\times}",
    "±": r"\ensuremath{\pm}",
    "≤": r"\ensuremath{\leq}",
    "≥": r"\ensuremath{\geq}",
    "≠": r"\ensuremath{\neq}",
    "≈": r"\ensuremath{\approx}",
    "→": r"\ensuremath{\rightarrow}",
    "▲": r"\ensuremath{\blacktriangle}",
    "▼": r"\ensuremath{\blacktriangledown}",
    "α": r"\ensuremath{\alpha}",
    "κ": r"\ensuremath{\kappa}",
    "χ": r"\ensuremath{\chi}",
    "§": r"\S{}",
    "°": r"\ensuremath{^\circ}",
    "²": r"\ensuremath{^2}",
}
# letters that the T1 encoding of pdfLaTeX has; others are shown where the font has them
_PLAIN = re.compile("[\t -~À-ÖØ-öø-žȘ-ț]")
_STRANGE = r"""\providecommand{\znak}[2]{\ifdefined\directlua#2\else{\tiny[U+#1]}\fi}
"""
_PREAMBLE = (
    r"""% Kompilacja: pdflatex albo lualatex, dwa razy
\documentclass[a4paper,11pt]{article}
\usepackage{iftex}
\ifPDFTeX
  \usepackage[T1]{fontenc}
  \usepackage[utf8]{inputenc}
\else
  \usepackage{fontspec}
\fi
\usepackage{lmodern}
\usepackage[polish]{babel}
\usepackage[margin=25mm]{geometry}
\usepackage{amssymb,booktabs,longtable,array,ragged2e,caption,float,graphicx,pdflscape}
\captionsetup{labelsep=period,justification=raggedright,singlelinecheck=false,font={small,bf},position=above}
\addto\captionspolish{\renewcommand{\figurename}{Wykres}\renewcommand{\tablename}{Tabela}%
  \renewcommand{\listfigurename}{Spis wykresów}\renewcommand{\listtablename}{Spis tabel}}
\setlength{\emergencystretch}{3em}
\setlength{\LTleft}{0pt}
\setlength{\LTpost}{2pt}
\setlength{\tabcolsep}{4pt}
\setcounter{secnumdepth}{0}
\setcounter{tocdepth}{2}
% nowa strona, jeśli na tej zostało mniej niż podano: nagłówek nie zostaje sam
\makeatletter
\newcommand{\miejsce}[1]{\par\penalty-100\begingroup\setlength{\dimen@}{#1}%
  \dimen@ii\pagegoal\advance\dimen@ii-\pagetotal
  \ifdim\dimen@>\dimen@ii\ifdim\dimen@ii>\z@\vfil\fi\break\fi\endgroup}
\makeatother
\newcommand{\podtabela}[1]{{\noindent\footnotesize\RaggedRight #1\par}\medskip}
"""
    + _STRANGE
)
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069]")
_LETTERS = 90  # of the small type that a line of a page holds
_MOST_LETTERS = 140  # on a landscape page
_GAP = 0.018  # of the line between two columns


def write_tex(thing: Report | Table, path: Path) -> None:
    """Write LaTeX: one table to be included, or a document with its charts in a folder beside."""
    if isinstance(thing, Table):
        text = _table(thing)
        wanted = "% Wymaga pakietów: booktabs, longtable, array, ragged2e, amssymb\n"
        strange = _STRANGE if r"\znak{" in text else ""
        write_text(path, f"{wanted}{strange}{text}\n")
        return
    write_figures(thing, path.parent)
    head = (
        f"\\title{{{tex(thing.title)}}}\n\\author{{}}\n\\date{{{tex(thing.subtitle)}}}\n"
        "\\begin{document}\n\\maketitle\n\\tableofcontents\n"
    )
    body = "\n\n".join(_pages(wide, part) for wide, part in pages(thing.blocks))
    lists = "\\listoftables" + ("\n\\listoffigures" if thing.figures else "")
    write_text(path, f"{_PREAMBLE}{head}\n{body}\n\n{lists}\n\\end{{document}}\n")


def _pages(landscape: bool, blocks: list[Block]) -> str:
    text = "\n\n".join(map(_block, blocks))
    return f"\\begin{{landscape}}\n{text}\n\\end{{landscape}}" if landscape else text


def tex(text: str) -> str:
    """Return running text as LaTeX shows it, one-letter words bound to the next."""
    return _escaped(bound(text))


def _escaped(text: str) -> str:
    plain = " ".join(_INVISIBLE.sub("", text).split("\n"))
    return "".join(_SIGNS.get(letter) or _letter(letter) for letter in plain)


def _letter(letter: str) -> str:
    if _PLAIN.match(letter):
        return letter
    return f"\\znak{{{ord(letter):04X}}}{{{letter}}}"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        name = ("section", "subsection", "subsubsection")[min(block.level, 3) - 1]
        page = "\\clearpage\n" if block.new_page else "\\miejsce{16\\baselineskip}\n"
        return f"{page}\\{name}{{{tex(block.text)}}}"
    if isinstance(block, Paragraph):
        text = tex(block.text)
        return f"{{\\small {text}\\par}}" if block.style == "note" else f"{text}\\par"
    if isinstance(block, Bullets):
        items = "\n".join(f"\\item {tex(item)}" for item in block.items)
        return f"\\begin{{itemize}}\n{items}\n\\end{{itemize}}"
    if isinstance(block, Quotes):
        return (
            f"\\miejsce{{5\\baselineskip}}\n\\paragraph{{{tex(block.label)}}}\\nopagebreak\n"
            + "\n".join(
                f"\\begin{{quote}}\\emph{{{tex(quoted(quote))}}} ({tex(who)}){_check(check)}\\end{{quote}}"
                for quote, who, check in block.signed
            )
        )
    if isinstance(block, Figure):
        return _figure(block)
    return _table(block)


def _check(text: str) -> str:
    return f"\\\\{{\\footnotesize {tex(sentence(text))}}}" if text else ""


def _figure(block: Figure) -> str:
    picture = f"{FOLDER}/{block.id}.png"
    return (
        f"\\begin{{figure}}[H]\n\\caption{{{tex(told(block))}}}\n"
        f"\\IfFileExists{{{picture}}}{{\\includegraphics[width=\\linewidth,height=0.75\\textheight,"
        f"keepaspectratio]{{{picture}}}}}{{{tex(block.alt)}}}\n\n"
        f"\\podtabela{{{tex(foot(block))}}}\n\\end{{figure}}"
    )


def _table(table: Table) -> str:
    heads = [str(column) for column in table.data.columns]
    rows = rows_shown(table)
    sides = [numeric(kind) for kind in table.kinds]
    spec = _columns(heads, rows, sides, _MOST_LETTERS if table.wide else _LETTERS)
    top = " & ".join(f"\\bfseries {_escaped(breakable(head))}" for head in heads)
    body = [" & ".join(map(_escaped, row)) for row in rows]
    if table.total and body:
        body[-1] = "\\midrule\n" + " & ".join(f"\\textbf{{{_escaped(text)}}}" for text in rows[-1])
    lines = "\n".join(f"{line} \\\\" for line in body)
    caption = f"\\caption{{{tex(told(table))}}}\\\\\n" if table.title else ""
    again = f"\\toprule\n{top} \\\\\n\\midrule\n"
    under = f"\n{{\\noindent\\footnotesize\\RaggedRight {tex(foot(table))}\\par}}\\medskip" if foot(table) else ""  # fmt: skip
    return (
        f"{{\\footnotesize\n\\begin{{longtable}}{{@{{}}{spec}@{{}}}}\n{caption}{again}\\endfirsthead\n"
        f"{again}\\endhead\n{lines}\n\\bottomrule\n\\end{{longtable}}}}{under}"
    )


def _columns(heads: list[str], rows: list[list[str]], sides: list[bool], letters: int) -> str:
    """Return the columns of a table, as wide as a Word table would have them."""
    widths = column_widths([breakable(head) for head in heads], rows, sides, letters * UNIT)
    free = 1 - _GAP * (len(heads) - 1)
    spec = []
    for width, number in zip(widths, sides, strict=True):
        side = "RaggedLeft" if number else "RaggedRight"
        share = free * width / sum(widths)
        spec.append(f">{{\\{side}\\arraybackslash}}p{{{share:.3f}\\linewidth}}")
    return "".join(spec)
