"""Word documents: paragraphs and tables in order, headings, bold names, comments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qualcode.errors import InputError, Problem
from qualcode.reading.decoding import clean
from qualcode.reading.drafts import Block, Draft
from qualcode.reading.formats.paragraphs import Paragraph, document_draft, even
from qualcode.reading.packages import check_entities, open_package
from qualcode.reading.tables.tabular import Grid
from qualcode.wording import counted

SUFFIXES = (".docx",)
_MEND = "otwórz go w Wordzie i zapisz ponownie jako .docx bez hasła"
_MAX_CELLS = 50_000


def draft(path: Path) -> Draft:
    """Read a .docx; a bold beginning of a paragraph followed by text is its speaker.

    Comments are kept at the end of the text, outside all turns.

    Raises
    ------
    InputError
        When the document is broken, protected by a password, or an old .doc.
    """
    import docx

    with open_package(path, "dokument", _MEND) as package:
        check_entities(package)
    try:
        document = docx.Document(str(path))
        items = [_item(item) for item in document.iter_inner_content()]
        notes = _comments(document)
    except InputError:
        raise
    except Exception as error:  # python-docx and lxml raise anything on broken parts
        raise InputError(f"dokument jest uszkodzony; {_MEND}") from error
    result = document_draft(items, path.name)
    if not result.blocks:
        raise InputError("w dokumencie nie ma tekstu; sprawdź, czy to właściwy plik")
    result.blocks += notes
    if notes:
        count = counted(len(notes), "komentarz", "komentarze", "komentarzy")
        sentence = f"{count} z dokumentu zachowano na końcu tekstu, poza wypowiedziami."
        result.problems.append(Problem(path.name, sentence))
    return result


def _item(item: Any) -> Paragraph | Grid:
    if hasattr(item, "rows"):
        return _rows(item)
    style = (item.style.name or "").lower() if item.style is not None else ""
    heading = style.startswith(("heading", "nagłówek", "title", "tytuł"))
    text = clean(item.text.replace("\xa0", " "))
    bold = "" if heading else clean(_bold(item).replace("\xa0", " "))
    listed = style.startswith(("list", "lista")) or bool(item._p.xpath("./w:pPr/w:numPr"))
    return Paragraph(text, heading, bold, listed and not bold)


def _bold(paragraph: Any) -> str:
    """Return the bold beginning of a paragraph when the rest of it is not bold."""
    bold = ""
    for run in paragraph.runs:
        if run.bold and run.text:
            bold += run.text
        elif run.text.strip():
            return bold.strip()
    return ""


def _rows(table: Any) -> Grid:
    seen: set[Any] = set()  # merged cells come back as the same element
    rows = []
    for row in table.rows:
        cells = []
        for cell in row.cells:
            cells.append("" if cell._tc in seen else clean(_cell(cell)))
            seen.add(cell._tc)
            if len(seen) > _MAX_CELLS:
                raise InputError("dokument ma za dużą tabelę; zapisz ją jako .xlsx")
        rows.append(cells)
    return even(rows)


def _cell(cell: Any) -> str:
    """Return the text of a cell, tables inside it included."""
    parts = []
    for item in cell.iter_inner_content():
        if hasattr(item, "rows"):
            parts += [_cell(inner) for row in item.rows for inner in row.cells]
        else:
            parts.append(item.text)
    return "\n".join(parts)


def _comments(document: Any) -> list[Block]:
    comments = getattr(document, "comments", None) or []
    return [
        Block(f"[komentarz, {comment.author or 'bez autora'}] {' '.join(comment.text.split())}",
              aside=True)
        for comment in comments
        if comment.text.strip()
    ]  # fmt: skip
