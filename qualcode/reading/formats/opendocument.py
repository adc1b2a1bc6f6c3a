"""OpenDocument text (.odt): paragraphs, headings, bold names, tables, comments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qualcode.errors import InputError, Problem
from qualcode.reading.decoding import clean
from qualcode.reading.drafts import Block, Draft
from qualcode.reading.formats.paragraphs import Paragraph, document_draft, even
from qualcode.reading.packages import check_entities, open_package, parse_xml, read_part
from qualcode.reading.tables.tabular import Grid
from qualcode.wording import counted

SUFFIXES = (".odt",)
_MEND = "otwórz go w LibreOffice i zapisz ponownie jako .odt bez hasła"
_SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE = f"{{{_SPACE}text:1.0}}", f"{{{_SPACE}table:1.0}}"
_OFFICE, _STYLE = f"{{{_SPACE}office:1.0}}", f"{{{_SPACE}style:1.0}}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_MAX_REPEAT = 200


def draft(path: Path) -> Draft:
    """Read an .odt; comments are kept at the end of the text, outside all turns.

    Raises
    ------
    InputError
        When the document is broken or protected by a password.
    """
    with open_package(path, "dokument", _MEND) as package:
        check_entities(package)
        names = package.namelist()
        if "content.xml" not in names:
            raise InputError(f"dokument jest uszkodzony; {_MEND}")
        if "META-INF/manifest.xml" in names and b"encryption-data" in read_part(
            package, "META-INF/manifest.xml"
        ):
            raise InputError(f"dokument jest pod hasłem; {_MEND}")
        root = parse_xml(read_part(package, "content.xml"))
    bold = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        for properties in style.iter(f"{_STYLE}text-properties")
        if properties.get(f"{_FO}font-weight") == "bold"
    }
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise InputError(f"dokument nie zawiera tekstu; {_MEND}")
    result = document_draft(_items(body, bold), path.name)
    if not result.blocks:
        raise InputError("w dokumencie nie ma tekstu; sprawdź, czy to właściwy plik")
    notes = [
        Block(f"[komentarz] {' '.join(' '.join(note.itertext()).split())}", aside=True)
        for note in body.iter(f"{_OFFICE}annotation")
    ]
    result.blocks += notes
    if notes:
        count = counted(len(notes), "komentarz", "komentarze", "komentarzy")
        sentence = f"{count} z dokumentu zachowano na końcu tekstu, poza wypowiedziami."
        result.problems.append(Problem(path.name, sentence))
    return result


def _items(parent: Any, bold: set[str | None]) -> list[Paragraph | Grid]:
    """Return paragraphs and tables in order; lists and sections are walked through."""
    items: list[Paragraph | Grid] = []
    pending = [iter(parent)]  # a stack of its own: documents may nest deeper than Python calls
    while pending:
        element = next(pending[-1], None)
        if element is None:
            pending.pop()
        elif element.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            heading = element.tag == f"{_TEXT}h"
            listed = element.getparent().tag == f"{_TEXT}list-item" and not heading
            items.append(Paragraph(_content(element), heading, _bold(element, bold), listed))
        elif element.tag == f"{_TABLE}table":
            items.append(_rows(element))
        elif element.tag not in (f"{_TEXT}tracked-changes", f"{_OFFICE}annotation"):
            pending.append(iter(element))
    return items


def _content(element: Any) -> str:
    """Return the text of a paragraph with its spaces, tabs and breaks; comments left out."""
    return clean("".join(_in_order(element)))


def _in_order(element: Any) -> list[str]:
    """Return the pieces of text of an element in reading order."""
    from lxml import etree

    parts: list[str] = []
    hidden = 0
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            hidden += inner.tag == f"{_OFFICE}annotation"
            if not hidden:
                parts.append(_mark(inner) + (inner.text or ""))
        else:
            hidden -= inner.tag == f"{_OFFICE}annotation"
            if not hidden and inner is not element:
                parts.append(inner.tail or "")
    return parts


def _mark(element: Any) -> str:
    if element.tag == f"{_TEXT}s":
        count = element.get(f"{_TEXT}c") or "1"
        return " " * min(int(count) if count.isdigit() else 1, _MAX_REPEAT)
    return {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}.get(element.tag, "")


def _bold(element: Any, bold: set[str | None]) -> str:
    """Return the bold beginning of a paragraph when the rest of it is not bold."""
    if (element.text or "").strip():
        return ""
    found = ""
    for inner in element:
        if inner.tag != f"{_TEXT}span" or inner.get(f"{_TEXT}style-name") not in bold:
            return clean(found).strip()
        found += "".join(inner.itertext())
        if (inner.tail or "").strip():
            return clean(found).strip()
    return ""


def _rows(table: Any) -> Grid:
    rows = []
    for row in table.iter(f"{_TABLE}table-row"):
        cells = []
        for cell in row:
            if cell.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                paragraphs = [_content(inner) for inner in cell.iter(f"{_TEXT}p", f"{_TEXT}h")]
                repeat = cell.get(f"{_TABLE}number-columns-repeated") or "1"
                text = "\n".join(paragraphs)
                count = int(repeat) if repeat.isdigit() and text else 1
                cells += [text] * min(count, _MAX_REPEAT)
        rows.append(cells)
    return even(rows)
