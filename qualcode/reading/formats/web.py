"""HTML pages: paragraphs, headings, bold names and tables; scripts and styles left out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from qualcode.errors import InputError, Problem
from qualcode.reading.decoding import clean, encoding_note, read_text
from qualcode.reading.drafts import Draft
from qualcode.reading.formats.paragraphs import Paragraph, document_draft, even
from qualcode.reading.tables.tabular import Grid

SUFFIXES = (".html", ".htm")
_BLOCKS = frozenset(
    "p div li ul ol dl dt dd section article main header footer blockquote pre body html h1 h2 h3 h4 "
    "h5 h6 table tr td th form fieldset figure figcaption address nav aside".split()
)
_HIDDEN = frozenset("script style noscript template head title svg iframe object select".split())
_BOLD = frozenset(["b", "strong"])
_HEADING = re.compile(r"^h[1-6]$")


def draft(path: Path) -> Draft:
    """Read the visible text of a page.

    Raises
    ------
    InputError
        When it is empty, binary, too large or holds no text.
    """
    from lxml import etree, html

    text, encoding = read_text(path)
    parser = html.HTMLParser(no_network=True, encoding="utf-8", huge_tree=False)
    # lone surrogates and the declared encoding cannot matter any more
    data = re.sub(r"<\?xml[^>]*\?>", "", text).encode("utf-8", errors="replace")
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError("strona HTML jest pusta albo uszkodzona; zapisz ją ponownie") from error
    result = document_draft(_Page().read(root), path.name)
    if not result.blocks:
        raise InputError("na stronie HTML nie ma tekstu; zapisz ją z przeglądarki jako tekst")
    note = encoding_note(encoding, text)
    if note:
        result.problems.append(Problem(path.name, note))
    return result


class _Page:
    """Collects paragraphs by walking the tree without calls of its own (pages nest deep)."""

    def __init__(self) -> None:
        self.items: list[Paragraph | Grid] = []
        self.parts: list[str] = []
        self.bold: list[str] = []
        self.plain = False  # text that is not bold has been met
        self.heading = False
        self.item = False

    def read(self, root: Any) -> list[Paragraph | Grid]:
        from lxml import etree

        hidden, strong, skip = 0, 0, None
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if skip is None and not hidden and tag == "table" and _is_data(element):
                    self._close()
                    self.items.append(_rows(element))
                    skip = element
                hidden += tag in _HIDDEN
                strong += tag in _BOLD
                if skip is None and not hidden:
                    self._open(tag)
                    self._add(element.text, strong > 0)
            elif event == "end":
                hidden -= tag in _HIDDEN
                strong -= tag in _BOLD
                if skip is None and not hidden and tag in _BLOCKS:
                    self._close()
                if element is skip:
                    skip = None
            if event != "start" and skip is None and not hidden:
                self._add(element.tail, strong > 0)
        self._close()
        return self.items

    def _open(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._close()
        if _HEADING.match(tag):
            self.heading = True
        if tag == "li":
            self.item = True
        if tag == "br":
            self.parts.append("\n")

    def _add(self, text: str | None, bold: bool) -> None:
        if not text:
            return
        flat = re.sub(r"\s+", " ", text)
        if bold and not self.plain:
            self.bold.append(flat)
        elif flat.strip():
            self.plain = True
        self.parts.append(flat)

    def _close(self) -> None:
        text = clean("".join(self.parts)).strip()
        if text:
            bold = clean("".join(self.bold)).strip() if self.plain else ""
            for number, line in enumerate(text.split("\n")):
                first = number == 0
                self.items.append(
                    Paragraph(
                        line.strip(), self.heading, bold if first else "", self.item and first
                    )
                )
        self.parts, self.bold, self.plain = [], [], False
        self.heading = self.item = False


def _is_data(table: Any) -> bool:
    """Tell a table of data from one that only lays out the page."""
    return table.find(".//table") is None and len(table.findall(".//tr")) >= 2


def _rows(table: Any) -> Grid:
    return even(
        [
            [clean(" ".join(_shown(cell))) for cell in row if cell.tag in ("td", "th")]
            for row in table.iter("tr")
        ]
    )


def _shown(cell: Any) -> list[str]:
    """Return the visible texts of a cell."""
    return [
        str(text)
        for text in cell.xpath(".//text()")
        if not any(
            above.tag in _HIDDEN for above in _path(text.getparent(), cell, tail=text.is_tail)
        )
    ]


def _path(element: Any, top: Any, *, tail: bool) -> list[Any]:
    """Return the elements around a text up to a cell; a tail stands outside its element."""
    around = [element, *element.iterancestors()]
    return around[int(tail) : around.index(top) + 1]
