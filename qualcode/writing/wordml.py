"""WordprocessingML in small pieces: runs, paragraphs, fields, tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WHOLE = 14  # a table of so many rows stays on one page
# what XML 1.0 cannot hold
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def safe(text: str) -> str:
    """Return text escaped for XML, without signs XML cannot hold."""
    return escape(_FORBIDDEN.sub("", text))


def run(text: str, *, bold: bool = False, italic: bool = False) -> str:
    """Return a run of text; line breaks become breaks."""
    marks = f"{'<w:b/>' if bold else ''}{'<w:i/>' if italic else ''}"
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    pieces = safe(text).split("\n")
    body = "<w:br/>".join(f'<w:t xml:space="preserve">{piece}</w:t>' for piece in pieces)
    return f"<w:r>{properties}{body}</w:r>"


def paragraph(runs: str, style: str = "", extra: str = "") -> str:
    """Return a paragraph of runs in a style (its id), with further properties."""
    named = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    return f"<w:p><w:pPr>{named}{extra}</w:pPr>{runs}</w:p>"


def field(instruction: str, result: str) -> str:
    """Return a field with the result it shows until Word works it out anew."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {safe(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{result}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmark(number: int, name: str, inner: str) -> str:
    """Return runs inside a bookmark."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/>{inner}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def link(name: str, inner: str) -> str:
    """Return runs that lead to a bookmark."""
    return f'<w:hyperlink w:anchor={quoteattr(name)} w:history="1">{inner}</w:hyperlink>'


def listing(instruction: str, entries: Sequence[tuple[str, str, str]]) -> list[str]:
    """Return the paragraphs of a table of contents: (style, bookmark, text) of each entry."""
    lines = [paragraph(link(name, run(text)), style) for style, name, text in entries]
    if not lines:
        return []
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {safe(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines[0] = lines[0].replace("</w:pPr>", f"</w:pPr>{begin}", 1)
    lines[-1] = lines[-1].replace("</w:p>", f"{end}</w:p>")
    return lines


def table(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    numeric: Sequence[bool],
    widths: Sequence[int],
    *,
    total: bool = False,
) -> str:
    """Return a table: header row repeated on each page, rows unbroken, widths fixed.

    Parameters
    ----------
    heads, rows : texts as they are shown
    numeric : bool per column
        Numbers stand at the right.
    widths : int per column
        Twentieths of a point.
    total : bool
        Set off the last row.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    whole = len(rows) <= WHOLE
    body = [_row(heads, numeric, widths, head=True)]
    body += [
        _row(row, numeric, widths, bold=total and place == len(rows) - 1, keep=whole)
        for place, row in enumerate(rows)
    ]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TabelaRaportu"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="70" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="{int(total)}" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(body)}</w:tbl>"
    )


def _row(
    texts: Sequence[str],
    numeric: Sequence[bool],
    widths: Sequence[int],
    *,
    head: bool = False,
    bold: bool = False,
    keep: bool = False,
) -> str:
    cells = []
    low = '<w:vAlign w:val="bottom"/>'
    for text, number, width in zip(texts, numeric, widths, strict=True):
        side = '<w:jc w:val="right"/>' if number else ""
        # a header keeps with the row under it
        extra = f"<w:keepNext/>{side}" if head or keep else side
        style = "TabelaNaglowek" if head else "TabelaTekst"
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
            f"{low if head else ''}</w:tcPr>"
            f"{paragraph(run(text, bold=bold), style, extra)}</w:tc>"
        )
    marks = f"<w:cantSplit/>{'<w:tblHeader/>' if head else ''}"
    return f"<w:tr><w:trPr>{marks}</w:trPr>{''.join(cells)}</w:tr>"


def section(*, landscape: bool, last: bool = False) -> str:
    """Return the properties of a section of A4, upright or landscape, margins 2.5 cm."""
    width, height = (16838, 11906) if landscape else (11906, 16838)
    turned = ' w:orient="landscape"' if landscape else ""
    inner = (
        '<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        '<w:pgMar w:top="1304" w:right="1417" w:bottom="1304" w:left="1417" w:header="624" '
        'w:footer="624" w:gutter="0"/>'
    )
    return inner if last else f"<w:sectPr>{inner}</w:sectPr>"


def text_width(*, landscape: bool) -> int:
    """Return the width between the margins in twentieths of a point."""
    return (16838 if landscape else 11906) - 2 * 1417
