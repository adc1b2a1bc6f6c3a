"""PDF with text, through pypdf; scans are refused."""

from __future__ import annotations

import logging
import re
import warnings
from collections import Counter
from pathlib import Path

from qualcode.errors import InputError
from qualcode.reading.decoding import check_size, clean
from qualcode.reading.drafts import Draft
from qualcode.reading.formats.text import text_blocks
from qualcode.reading.speakers import speaker_labels, split_label

SUFFIXES = (".pdf",)
MAX_PAGES = 1000
_PAGE = re.compile(
    r"(?i)^(?:strona|str\.|page)?\s*\d{1,4}(?:\s*(?:z|/|of)\s*\d{1,4})?$|^[-–]\s*\d+\s*[-–]$"
)
_SPACE_BEFORE = re.compile(r" ([,.;:?!])")


def draft(path: Path) -> Draft:
    """Read the text of a PDF, lines joined to paragraphs, running heads and page numbers dropped.

    Raises
    ------
    InputError
        When it is broken, under a password, a scan, or has more than :data:`MAX_PAGES` pages.
    """
    check_size(path)
    pages = _pages(path)
    text = _joined(_without_margins(pages))
    if not any(letter.isalpha() for letter in text):
        raise InputError(
            "w pliku PDF nie ma tekstu (to skan albo obrazy); rozpoznaj tekst (OCR) "
            "i zapisz go jako .docx"
        )
    return Draft(text_blocks(text))


def _pages(path: Path) -> list[list[str]]:
    """Return the lines of each page."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would log every oddity
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = pypdf.PdfReader(str(path))
            if reader.is_encrypted and not reader.decrypt(""):
                raise InputError("plik PDF jest pod hasłem; zapisz go bez hasła")
            count = len(reader.pages)
            if count > MAX_PAGES:
                raise InputError(
                    f"plik PDF ma {count} stron, a może mieć najwyżej {MAX_PAGES}; podziel go"
                )
            return [clean(page.extract_text() or "").split("\n") for page in reader.pages]
    except InputError:
        raise
    except Exception as error:  # pypdf raises anything on broken files
        raise InputError(
            "plik PDF jest uszkodzony; otwórz go w przeglądarce i wydrukuj ponownie do PDF"
        ) from error


def _without_margins(pages: list[list[str]]) -> list[list[str]]:
    """Drop page numbers and lines that open or close most pages."""
    kept = [[line.strip() for line in page] for page in pages]
    edges = Counter(
        re.sub(r"\d+", "#", line)
        for page in kept
        for line in {*[x for x in page if x][:1], *[x for x in page if x][-1:]}
    )
    running = {line for line, count in edges.items() if count >= 3 and count > 0.6 * len(kept)}
    return [
        [
            line
            for line in page
            if not _PAGE.match(line) and re.sub(r"\d+", "#", line) not in running
        ]
        for page in kept
    ]


def _joined(pages: list[list[str]]) -> str:
    """Join the lines of a paragraph: a label, a gap, or a short line before ends one."""
    lines = [_SPACE_BEFORE.sub(r"\1", " ".join(line.split())) for page in pages for line in page]
    labels = speaker_labels(lines)
    width = sorted(len(line) for line in lines if line)
    usual = width[int(len(width) * 0.8)] if width else 0
    parts: list[str] = []
    before = ""
    for line in lines:
        label = split_label(line)[0]
        ends = not before or len(before) < 0.7 * usual or (label in labels and label)
        if not line:
            parts.append("\n\n")
        elif ends:
            parts.append(f"\n{line}")
        elif before.endswith("-") and line[:1].islower():
            parts[-1] = parts[-1][:-1]
            parts.append(line)
        else:
            parts.append(f" {line}")
        before = line
    return re.sub(r"\n{3,}", "\n\n", "".join(parts)).strip()
