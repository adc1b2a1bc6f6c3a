"""HTML fragments that keep their look when pasted: tables with inline styles, notebook views."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qualcode.reports.cells import numeric, shown

if TYPE_CHECKING:
    from qualcode.reports.blocks import Report, Table

# each cell bears its own type: word processors drop what only the table says
_CELL = (
    "border:1px solid #999999;padding:2pt 5pt;vertical-align:top;"
    "font-family:Calibri,Arial,sans-serif;font-size:9pt;color:#000000;"
)


def table_html(table: Table, number: int | None = None) -> str:
    """Return a table that pastes cleanly into Word: inline styles, real headings, a caption."""
    name = f"Tabela {number}. " if number else ""
    heads = "".join(
        f'<th scope="col" align="{_side(kind)}" style="{_CELL}text-align:{_side(kind)};'
        f'background:#e8e8e8;font-weight:bold">{escape(str(column))}</th>'
        for column, kind in zip(table.data.columns, table.kinds, strict=True)
    )
    rows = "".join(
        "<tr>"
        + "".join(
            f'<td align="{_side(kind)}" style="{_CELL}text-align:{_side(kind)}">'
            f"{escape(shown(value, kind))}</td>"
            for value, kind in zip(row, table.kinds, strict=True)
        )
        + "</tr>"
        for row in table.data.itertuples(index=False, name=None)
    )
    foot = " ".join(part for part in (table.base, table.note, table.source) if part)
    return (
        '<table border="1" cellspacing="0" cellpadding="3" '
        'style="border-collapse:collapse;font-family:Calibri,Arial,sans-serif;font-size:9pt">'
        f'<caption style="text-align:left;font-weight:bold;padding:4pt 0">{escape(name + table.title)}'
        f"{escape(f' ({table.unit})' if table.unit else '')}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        f'<p style="font-family:Calibri,Arial,sans-serif;font-size:8pt;margin:2pt 0 8pt">{escape(foot)}</p>'
    )


def report_html(report: Report) -> str:
    """Return a short view of a report for notebooks: title and what is inside."""
    tables = "".join(
        f"<li>Tabela {n}. {escape(table.title)} <code>{escape(table.id)}</code></li>"
        for n, table in enumerate(report.tables, 1)
    )
    return f"<h3>{escape(report.title)}</h3><p>{escape(report.subtitle)}</p><ul>{tables}</ul>"


def _side(kind: str) -> str:
    return "right" if numeric(kind) else "left"
