"""One self-contained HTML page: no request leaves it, every number opens its statements."""

from __future__ import annotations

import base64
import hashlib
import json
from html import escape
from pathlib import Path
from typing import Any

from qualcode.participants import careful, kinds, people, places
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
from qualcode.reports.fragments import table_html
from qualcode.study import FACILITATOR
from qualcode.tables import given_codes
from qualcode.wording import collation_key, quoted
from qualcode.writing.drawings import svg
from qualcode.writing.files import write_text

_HERE = Path(__file__).parent


def write_html(thing: Report | Table, path: Path) -> None:
    """Write a report as a page, or one table as a page to copy from."""
    write_text(path, page(thing) if isinstance(thing, Report) else _paste_page(thing))


def page(report: Report) -> str:
    """Return the whole page of a report.

    The policy in its head forbids all requests and all scripts but its own, so nothing in a
    transcript can run or call home.
    """
    script = (_HERE / "page.js").read_text("utf-8")
    style = (_HERE / "page.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    body = _Body()
    main = "\n".join(body.html(block) for block in report.blocks)
    return (
        f'<!doctype html>\n<html lang="pl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>{escape(report.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#tresc">Przejdź do treści</a>\n'
        f"{_filters(report)}\n"
        f'<div class="frame">\n<nav class="toc" aria-label="Spis treści">{_contents(report)}</nav>\n'
        f'<main id="tresc">\n<h1>{escape(report.title)}</h1>\n'
        f'<p class="subtitle">{escape(report.subtitle)}</p>\n{main}\n{_EXPLORER}</main>\n</div>\n{_DIALOG}'
        f'<script type="application/json" id="dane">{_json(_data(report))}</script>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


_EXPLORER = (
    '<section id="wypowiedzi"><h2>Wypowiedzi (<span id="ile"></span>)</h2>'
    '<p class="note">Lista reaguje na filtr u góry strony. Wyróżniono słowa, które zdecydowały o kodzie.</p>'
    '<ul class="list" id="lista"></ul></section>\n'
)
_DIALOG = (
    '<dialog id="okno" aria-labelledby="okno-tytul"><header><h2 id="okno-tytul"></h2>'
    '<button type="button" class="plain" id="okno-zamknij">Zamknij</button></header>'
    '<ul class="list" id="okno-lista"></ul></dialog>\n'
)


class _Body:
    """Writes blocks one after another, counting captions and anchors."""

    def __init__(self) -> None:
        self.tables = self.figures = self.heads = 0

    def html(self, block: Block) -> str:
        if isinstance(block, Heading):
            self.heads += 1
            level = block.level + 1
            return f'<h{level} id="r{self.heads}">{escape(block.text)}</h{level}>'
        if isinstance(block, Paragraph):
            return f'<p class="{block.style}">{escape(block.text)}</p>'
        if isinstance(block, Bullets):
            return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in block.items) + "</ul>"
        if isinstance(block, Quotes):
            return _quotes(block)
        if isinstance(block, Figure):
            self.figures += 1
            return _figure(block, self.figures)
        self.tables += 1
        return _table(block, self.tables)


def _quotes(block: Quotes) -> str:
    items = "".join(
        f"<blockquote><q>{escape(quoted(str(row.quote)))}</q> "
        f'<footer>(<a href="#s={escape(_address(str(row.Index)), quote=True)}">{escape(str(row.attribution))}</a>)</footer></blockquote>'
        for row in block.items.itertuples()
    )
    return f'<div class="quotes"><h4>{escape(block.label)}</h4>{items}</div>'


def _address(segment: str) -> str:
    from urllib.parse import quote

    return quote(segment, safe="")


def _figure(block: Figure, place: int) -> str:
    told = (
        f"{block.title}, {block.unit}"
        if block.unit and block.unit not in block.title
        else block.title
    )
    foot = " ".join(part for part in (block.base, block.source) if part)
    return (
        f'<figure id="w-{escape(block.id, quote=True)}"><figcaption>Wykres {place}. {escape(told)}</figcaption>'
        f'{svg(block)}<p class="foot">{escape(foot)}</p></figure>'
    )


def _table(block: Table, place: int) -> str:
    name = f"t-{escape(block.id, quote=True)}"
    told = (
        f"{block.title}, {block.unit}"
        if block.unit and block.unit not in block.title
        else block.title
    )
    heads = "".join(
        f'<th scope="col"{_num(kind)}>{escape(str(column))}</th>'
        for column, kind in zip(block.data.columns, block.kinds, strict=True)
    )
    rows = []
    last = len(block.data) - 1
    for row, values in enumerate(block.data.itertuples(index=False, name=None)):
        total = ' class="total"' if block.total and row == last else ""
        cells = "".join(
            f"<td{_num(kind)}>{_cell(block, row, column, shown(value, kind))}</td>"
            for column, (value, kind) in enumerate(zip(values, block.kinds, strict=True))
        )
        rows.append(f"<tr{total}>{cells}</tr>")
    foot = " ".join(part for part in (block.base, block.note, block.source) if part)
    return (
        f'<div class="tabela"><div class="scroll" tabindex="0" role="region" aria-label="{escape(block.title, quote=True)}"><table id="{name}">'
        f"<caption>Tabela {place}. {escape(told)}</caption><thead><tr>{heads}</tr></thead>"
        f'<tbody>{"".join(rows)}</tbody></table></div><p class="foot">{escape(foot)}</p>'
        f'<p class="tools"><button type="button" class="plain" data-copy="{name}">Kopiuj tabelę do Worda</button>'
        '<span role="status"></span></p></div>'
    )


def _cell(block: Table, row: int, column: int, text: str) -> str:
    if not block.cells.get((row, column)):
        return escape(text)
    key = f"{block.id}:{row}:{column}"
    kind = block.kinds[column]
    label = ""
    if numeric(kind):
        first = next(
            (
                str(value)
                for value, known in zip(block.data.iloc[row], block.kinds, strict=True)
                if known == "text" and value
            ),
            "",
        )
        label = (
            f' aria-label="{escape(f"{first}, {block.data.columns[column]}: {text}", quote=True)}"'
        )
    return f'<button type="button" class="c" data-c="{escape(key, quote=True)}"{label}>{escape(text)}</button>'


def _num(kind: str) -> str:
    return ' class="num"' if numeric(kind) else ""


def _contents(report: Report) -> str:
    items, place = [], 0
    for block in report.blocks:
        if not isinstance(block, Heading):
            continue
        place += 1
        if block.level <= 2:
            entry = f'<a href="#r{place}">{escape(block.text)}</a>'
            items.append(
                f"<li><ol><li>{entry}</li></ol></li>" if block.level == 2 else f"<li>{entry}</li>"
            )
    items.append('<li><a href="#wypowiedzi">Wypowiedzi</a></li>')
    return f"<ol>{''.join(items)}</ol>"


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
        f'<label>Kod<select name="kod"><option value="">wszystkie</option>{codes}</select></label>'
        '<label>Szukaj<input type="search" name="szukaj" autocomplete="off"></label>'
        '<button type="reset" class="plain">Wyczyść</button>'
        '<button type="button" class="plain" id="motyw">Jasny / ciemny</button>'
        '<span id="status" role="status"></span></form></div>'
    )


def _options(names: list[str]) -> str:
    return "".join(
        f'<option value="{escape(name, quote=True)}">{escape(name)}</option>' for name in names
    )


def _data(report: Report) -> dict[str, Any]:
    """Return what the script needs: statements with codes, and the statements of each number."""
    study = report.study
    index = {segment: place for place, segment in enumerate(given_codes(study, report.coder).index)}
    rows = study.segments.assign(gmina=places(study), kind=kinds(study))
    rows = rows[rows["segment"].isin(index)]
    gminy, groups, asked = (
        list(dict.fromkeys(rows[name])) for name in ("gmina", "kind", "question")
    )
    crowd = people(study)
    signs = {
        pair: careful(*pair, crowd)[0]
        for pair in dict.fromkeys(zip(rows["role"], rows["gmina"], strict=True))
    }
    codes = {code: place for place, code in enumerate(study.codebook.codes)}
    given: dict[str, list[list[Any]]] = {}
    for row in study.codings_of(report.coder).itertuples():
        if row.code in codes:
            score = 1.0 if row.score != row.score else round(float(row.score), 4)
            given.setdefault(str(row.segment), []).append([codes[row.code], score, row.evidence])
    segments = [
        [
            row.segment, gminy.index(row.gmina), groups.index(row.kind),
            asked.index(row.question) if row.question else -1, signs[row.role, row.gmina], row.text,
            given.get(str(row.segment), []),
        ]
        for row in rows.itertuples()
    ]  # fmt: skip
    cells: dict[str, list[int]] = {}
    blocks: list[Table | Figure] = [*report.tables, *report.figures]
    for block in blocks:
        found: dict[Any, tuple[str, ...]] = dict(block.cells)
        for at, ids in found.items():
            place = ":".join(map(str, at)) if isinstance(at, tuple) else str(at)
            if ids:
                cells[f"{block.id}:{place}"] = [index[item] for item in ids if item in index]
    return {
        "segments": segments, "gminy": gminy, "kinds": groups, "questions": asked,
        "codes": [[code, study.codebook.label(code)] for code in codes], "cells": cells,
    }  # fmt: skip


def _json(data: dict[str, Any]) -> str:
    """Return JSON that cannot close the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, code in (
        ("<", "\\u003c"),
        (">", "\\u003e"),
        ("&", "\\u0026"),
        ("\u2028", "\\u2028"),
        ("\u2029", "\\u2029"),
    ):
        text = text.replace(sign, code)
    return text


def _paste_page(table: Table) -> str:
    title = table.title or "Tabela"
    return (
        f'<!doctype html>\n<html lang="pl">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n</head>\n<body>\n{table_html(table)}\n</body>\n</html>\n"
    )
