"""WordprocessingML in small pieces: runs, paragraphs, fields, tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from qualcode.writing.columns import n_lines

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MARGINS = {False: 1417, True: 907}  # 2.5 and 1.6 cm
WHOLE = 20  # a table of so many lines stays on one page
# what XML 1.0 cannot hold
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return text without signs XML cannot hold."""
    return _FORBIDDEN.sub("", text)


def safe(text: str) -> str:
    """Return text escaped for XML, without signs XML cannot hold."""
    return escape(clean(text))


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


def listing(instruction: str, entries: Sequence[tuple[str, str, str]], hint: str = "") -> list[str]:
    """Return the paragraphs of a table of contents: (style, bookmark, text) of each entry.

    Only a word processor knows page numbers. It sets them when it works the field out anew, and
    the hint, being inside the field, is gone then.
    """
    lines = [paragraph(link(name, run(text)), style) for style, name, text in entries]
    if not lines:
        return []
    if hint:
        lines.append(paragraph(run(hint), "Uwaga"))
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {safe(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines[0] = lines[0].replace("</w:pPr>", f"</w:pPr>{begin}", 1)
    lines[-1] = f"{lines[-1].removesuffix('</w:p>')}{end}</w:p>"
    return lines


def table(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    numeric: Sequence[bool],
    widths: Sequence[int],
    *,
    total: bool = False,
    title: str = "",
    small: bool = False,
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
    title : str
        What those hear who cannot see the table.
    small : bool
        Smaller type, for many columns of words.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = sum(n_lines(row, widths) for row in (heads, *rows))
    last = len(rows) - 1
    # a low table stays on one page; of a high one no row stands alone, nor the line under it
    kept = {0, last - 1, last} if lines > WHOLE else set(range(len(rows)))
    spaced = [False, *(a and not b for a, b in pairwise(numeric))]
    body = [_row(heads, numeric, widths, spaced, head=True)]
    body += [
        _row(row, numeric, widths, spaced, bold=total and place == last, keep=place in kept)
        for place, row in enumerate(rows)
    ]
    told = f"<w:tblCaption w:val={quoteattr(clean(title))}/>" if title else ""
    rows_made = "".join(body)
    if small:
        rows_made = rows_made.replace('w:val="TabelaTekst"', 'w:val="TabelaDrobna"')
        rows_made = rows_made.replace('w:val="TabelaNaglowek"', 'w:val="TabelaDrobnaNaglowek"')
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TabelaRaportu"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="{int(total)}" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{told}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows_made}</w:tbl>"
    )


def _row(
    texts: Sequence[str],
    numeric: Sequence[bool],
    widths: Sequence[int],
    spaced: Sequence[bool],
    *,
    head: bool = False,
    bold: bool = False,
    keep: bool = False,
) -> str:
    cells = []
    low = '<w:vAlign w:val="bottom"/>' if head else ""
    style = "TabelaNaglowek" if head else "TabelaTekst"
    # a header keeps with the row under it
    keeps = "<w:keepNext/>" if head or keep else ""
    for text, number, width, apart in zip(texts, numeric, widths, spaced, strict=True):
        # words right after numbers would touch them
        side = '<w:jc w:val="right"/>' if number else '<w:ind w:left="142"/>' if apart else ""
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{low}</w:tcPr>'
            f"{paragraph(run(text, bold=bold), style, keeps + side)}</w:tc>"
        )
    marks = f"<w:cantSplit/>{'<w:tblHeader/>' if head else ''}"
    return f"<w:tr><w:trPr>{marks}</w:trPr>{''.join(cells)}</w:tr>"


def section(*, landscape: bool) -> str:
    """Return the properties of a section of A4: upright, or landscape with narrower margins."""
    width, height = (16838, 11906) if landscape else (11906, 16838)
    side = _MARGINS[landscape]
    turned = ' w:orient="landscape"' if landscape else ""
    return (
        '<w:sectPr><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="1304" w:right="{side}" w:bottom="1304" w:left="{side}" w:header="624" '
        'w:footer="624" w:gutter="0"/></w:sectPr>'
    )


def text_width(*, landscape: bool) -> int:
    """Return the width between the margins in twentieths of a point."""
    return (16838 if landscape else 11906) - 2 * _MARGINS[landscape]
