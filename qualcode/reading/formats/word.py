"""Word documents: paragraphs and table cells in order, headings and bold names kept apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from qualcode.errors import InputError
from qualcode.reading.decoding import check_size
from qualcode.reading.drafts import Block, Draft

SUFFIXES = (".docx",)
_OLE = b"\xd0\xcf\x11\xe0"  # the container of .doc and of documents under a password


def draft(path: Path) -> Draft:
    """Read a .docx; a bold beginning of a paragraph followed by text is its speaker.

    Raises
    ------
    InputError
        When the document is broken, protected by a password, or an old .doc.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    check_size(path)
    if path.read_bytes()[:4] == _OLE:
        raise InputError(
            "dokument jest chroniony hasłem albo to stary .doc; "
            "zapisz go w Wordzie jako .docx bez hasła"
        )
    try:
        document = docx.Document(str(path))
        blocks = [block for item in document.iter_inner_content() for block in _blocks(item)]
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError) as error:
        raise InputError(
            "dokument jest uszkodzony; otwórz go w Wordzie i zapisz ponownie jako .docx"
        ) from error
    except Exception as error:
        # lxml's own errors share no base with the others
        if type(error).__module__.startswith("lxml"):
            raise InputError(
                "dokument ma zepsuty XML; otwórz go w Wordzie i zapisz ponownie jako .docx"
            ) from error
        raise
    if not blocks:
        raise InputError("w dokumencie nie ma tekstu; sprawdź, czy to właściwy plik")
    return Draft(blocks)


def _blocks(item: Any) -> list[Block]:
    if hasattr(item, "rows"):
        seen: list[Any] = []  # merged cells come back as the same element
        blocks = []
        for row in item.rows:
            for cell in row.cells:
                if cell._tc not in seen:
                    seen.append(cell._tc)
                    blocks += [b for inner in cell.iter_inner_content() for b in _blocks(inner)]
        return blocks
    text = item.text.replace("\xa0", " ").strip()
    if not text:
        return []
    style = (item.style.name or "").lower() if item.style is not None else ""
    heading = style.startswith(("heading", "nagłówek", "title", "tytuł"))
    speaker = "" if heading else _bold_name(item)
    if speaker:
        rest = text[len(speaker) :].lstrip(" :–-\t")
        if rest:
            return [Block(line.strip(), speaker.strip(" :–-")) for line in [rest]]
    return [Block(line.strip(), heading=heading) for line in text.split("\n") if line.strip()]


def _bold_name(paragraph: Any) -> str:
    """Return the bold beginning of a paragraph when the rest of it is not bold."""
    bold = ""
    for run in paragraph.runs:
        if run.bold and run.text:
            bold += run.text
        elif run.text.strip():
            break
    else:
        return ""
    name = bold.strip()
    return name if 0 < len(name) <= 63 and len(name.split()) <= 7 else ""
