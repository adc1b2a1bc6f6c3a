"""One self-contained HTML page: no request leaves it, every number opens its statements."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape
from pathlib import Path
from urllib.parse import quote

import pandas as pd

from qualcode.participants import kinds, places
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
from qualcode.reports.cells import SOFT_HYPHEN, breakable, numeric, shown
from qualcode.reports.fragments import table_html
from qualcode.study import FACILITATOR
from qualcode.wording import collation_key, quoted
from qualcode.writing.captions import sentence, told
from qualcode.writing.drawings import svg
from qualcode.writing.files import write_text
from qualcode.writing.pagedata import page_data, script_json

_PARTS = Path(__file__).parent / "page"
_SCRIPTS = ("base", "choice", "tables", "charts", "statements", "clipboard", "start")
_WHOLE_WORD = 16  # letters of a word in a heading that is not broken
_ROOMY = 6  # more columns of words than this would be too narrow to read


def write_html(thing: Report | Table, path: Path) -> None:
    """Write a report as a page, or one table as a page to copy from."""
    write_text(path, page(thing) if isinstance(thing, Report) else _paste_page(thing))


def page(report: Report) -> str:
    """Return the whole page of a report.

    The policy in its head forbids all requests, all scripts and all styles but its own, so
    nothing in a transcript can run or call home.
    """
    parts = "\n".join((_PARTS / f"{name}.js").read_text("utf-8") for name in _SCRIPTS)
    script = f"(() => {{\n{parts}}})();\n"
    style = (_PARTS / "page.css").read_text("utf-8")
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    body = _Body()
    main = "\n".join(body.html(block) for block in report.blocks)
    return (
        f'<!doctype html>\n<html lang="pl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>{escape(report.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#tresc">Przejdź do treści</a>\n'
        f"{_filters(report)}\n{_NO_SCRIPT}"
        f'<div class="frame">\n<nav class="toc" aria-label="Spis treści">{_contents(report)}</nav>\n'
        f'<main id="tresc">\n<h1>{escape(report.title)}</h1>\n'
        f'<p class="subtitle">{escape(report.subtitle)}</p>\n{_HINT if len(report.study.segments) else ""}{main}\n{_EXPLORER}</main>\n</div>\n{_DIALOG}'
        f'<script type="application/json" id="dane">{script_json(page_data(report))}</script>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


_NO_SCRIPT = (
    "<noscript><p>Tabele i wykresy są kompletne; filtr, wypowiedzi za liczbami i kopiowanie wymagają "
    "włączonego JavaScriptu.</p></noscript>\n"
)
_HINT = (
    '<p class="note" id="jak">Podkreślone liczby i pola wykresów otwierają wypowiedzi, które za nimi stoją. '
    "Z klawiatury: Tab wchodzi do tabeli lub wykresu, strzałki przechodzą między liczbami, Enter otwiera, Esc wraca.</p>\n"
)
_EXPLORER = (
    '<section id="wypowiedzi" aria-labelledby="wypowiedzi-tytul"><h2 id="wypowiedzi-tytul">Wypowiedzi (<span id="ile"></span>)</h2>'
    '<p class="note">Lista reaguje na filtr u góry strony. Wyróżniono słowa, które zdecydowały o kodzie.</p>'
    '<ul class="list" id="lista"></ul></section>\n'
)
_DIALOG = (
    '<dialog id="okno" aria-labelledby="okno-tytul"><header><div><h2 id="okno-tytul"></h2><p id="okno-wybor"></p></div>'
    '<button type="button" class="plain" id="okno-zamknij">Zamknij</button></header>'
    '<ul class="list" id="okno-lista"></ul></dialog>\n'
)


class _Body:
    """Writes blocks one after another, counting captions and anchors."""

    def __init__(self) -> None:
        self.tables = self.figures = self.heads = 0
        self.level = 1  # of the last heading; levels may not be skipped

    def html(self, block: Block) -> str:
        if isinstance(block, Heading):
            self.heads += 1
            self.level = min(block.level + 1, self.level + 1)
            page = ' class="strona"' if block.new_page and self.heads > 1 else ""
            return f'<h{self.level} id="r{self.heads}"{page}>{escape(block.text)}</h{self.level}>'
        if isinstance(block, Paragraph):
            return f'<p class="{block.style}">{escape(block.text)}</p>'
        if isinstance(block, Bullets):
            return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in block.items) + "</ul>"
        if isinstance(block, Quotes):
            return _quotes(block, self.level + 1)
        if isinstance(block, Figure):
            self.figures += 1
            return _figure(block, self.figures)
        self.tables += 1
        return _table(block, self.tables)


def _quotes(block: Quotes, level: int) -> str:
    items = "".join(
        f"<blockquote><q>{escape(quoted(said))}</q> "
        f"<footer>({_signed(str(segment), who)})</footer>"
        + (f'<p class="check">{escape(sentence(check))}</p>' if check else "")
        + "</blockquote>"
        for segment, (said, who, check) in zip(block.items.index, block.signed, strict=True)
    )
    return f'<div class="quotes"><h{level}>{escape(block.label)}</h{level}>{items}</div>'


def _signed(segment: str, who: str) -> str:
    """Return an attribution that opens the statement, if the page has it."""
    return f'<a href="#s={quote(segment, safe="")}">{escape(who)}</a>' if segment else escape(who)


# what holds only for the whole material: the sentence on the base, and signs of tests
_WHOLE = re.compile(r"((?:Podstawa|▲).*?\.)(?:\s|$)")
_SPAN = r'<span class="whole">\1 </span>'


def _foot(*parts: str) -> str:
    """Return the line under a table or chart; what a choice makes untrue is set apart."""
    text = escape(" ".join(part for part in parts if part))
    return f'<p class="foot">{_WHOLE.sub(_SPAN, text)}</p>'


def _figure(block: Figure, place: int) -> str:
    return (
        f'<figure id="w-{escape(block.id, quote=True)}"><figcaption>{escape(f"Wykres {place}. {told(block)}")}</figcaption>'
        f'<div class="scroll">{svg(block)}</div>{_foot(block.base, block.source)}'
        "<details><summary>Dane wykresu w tabeli</summary></details></figure>"
    )


def _table(block: Table, place: int) -> str:
    name = escape(f"t-{block.id}", quote=True)
    heads = "".join(
        f'<th scope="col"{_num(kind)}>{_head(str(column))}</th>'
        for column, kind in zip(block.data.columns, block.kinds, strict=True)
    )
    words = sum(kind == "text" for kind in block.kinds)
    roomy = ' class="roomy"' if words > _ROOMY else ""
    return (
        f'<div class="tabela"><div class="scroll" role="region" aria-label="{escape(block.title, quote=True)}"><table id="{name}"{roomy}>'
        f"<caption>{escape(f'Tabela {place}. {told(block)}')}</caption><thead><tr>{heads}</tr></thead>\n"
        f"<tbody>{_rows(block)}</tbody></table></div>{_foot(block.base, block.note, block.source)}"
        '<p class="tools"><button type="button" class="plain" data-copy>Kopiuj tabelę do Worda</button>'
        '<span role="status"></span></p></div>'
    )


def _head(text: str) -> str:
    """Return a heading; words too long for a column may break, and are still copied whole."""
    return escape(breakable(text, _WHOLE_WORD)).replace(SOFT_HYPHEN, '<span class="shy"></span>')


def _rows(block: Table) -> str:
    head = _row_head(block)
    last = len(block.data) - 1
    rows = []
    for row, values in enumerate(block.data.itertuples(index=False, name=None)):
        total = ' class="total"' if block.total and row == last else ""
        cells = "".join(
            f'<th scope="row">{escape(shown(value, kind))}</th>'
            if column == head
            else f"<td{_num(kind)}>{escape(shown(value, kind))}</td>"
            for column, (value, kind) in enumerate(zip(values, block.kinds, strict=True))
        )
        rows.append(f"<tr{total}>{cells}</tr>\n")
    return "".join(rows)


def _row_head(block: Table) -> int | None:
    """Return the column that names the rows: the first of words without gaps or statements."""
    opened = {column for _, column in block.cells}
    for column, kind in enumerate(block.kinds):
        values: pd.Series = block.data.iloc[:, column]
        if kind == "text" and column not in opened and values.astype(bool).all():
            return column
    return None


def _num(kind: str) -> str:
    return ' class="num"' if numeric(kind) else ""


def _contents(report: Report) -> str:
    items: list[tuple[str, list[str]]] = []
    place = 0
    for block in report.blocks:
        if not isinstance(block, Heading):
            continue
        place += 1
        entry = f'<a href="#r{place}">{escape(block.text)}</a>'
        if block.level == 1 or not items:
            items.append((entry, []))
        elif block.level == 2:
            items[-1][1].append(f"<li>{entry}</li>")
    items.append(('<a href="#wypowiedzi">Wypowiedzi</a>', []))
    listed = "".join(
        f"<li>{entry}<ol>{''.join(inner)}</ol></li>" if inner else f"<li>{entry}</li>"
        for entry, inner in items
    )
    return f"<details open><summary>Spis treści</summary><ol>{listed}</ol></details>"


def _filters(report: Report) -> str:
    study = report.study
    read = study.segments["role"] != FACILITATOR
    gminy = sorted({name for name in places(study)[read] if name}, key=collation_key)
    groups = sorted(set(kinds(study)[read]), key=collation_key)
    codes = "".join(
        f'<optgroup label="{escape(facet.name, quote=True)}">'
        + "".join(
            f'<option value="{escape(code.id, quote=True)}">{escape(code.name)}</option>'
            for code in facet.codes
        )
        + "</optgroup>"
        for facet in study.codebook.facets
    )
    return (
        '<div class="bar-top"><form id="filtr" role="search" aria-label="Filtr wypowiedzi">'
        f'<label>Gmina<select name="gmina"><option value="">wszystkie</option>{_options(gminy)}</select></label>'
        f'<label>Rola<select name="rola"><option value="">wszystkie</option>{_options(groups)}</select></label>'
        f'<label class="code">Kod<select name="kod"><option value="">wszystkie</option>{codes}</select></label>'
        '<label>Szukaj<input type="search" name="szukaj" autocomplete="off"></label>'
        '<button type="reset" class="plain" id="wyczysc" hidden>Wyczyść wybór</button>'
        '<button type="button" class="plain end" id="motyw">Jasny / ciemny</button>'
        '<span id="status" role="status"></span></form></div>'
    )


def _options(names: list[str]) -> str:
    return "".join(
        f'<option value="{escape(name, quote=True)}">{escape(name)}</option>' for name in names
    )


def _paste_page(table: Table) -> str:
    title = table.title or "Tabela"
    return (
        f'<!doctype html>\n<html lang="pl">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n</head>\n<body>\n{table_html(table)}\n</body>\n</html>\n"
    )
