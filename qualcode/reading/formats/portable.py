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
from qualcode.reading.metadata import header_entry, title_entries
from qualcode.reading.voices.speakers import plain_label, speaker_labels, split_label

SUFFIXES = (".pdf",)
MAX_PAGES = 1000
_PAGE = re.compile(
    r"(?i)^(?:strona|str\.|page)?\s*\d{1,4}(?:\s*(?:z|/|of)\s*\d{1,4})?$|^[-–]\s*\d+\s*[-–]$"
)
_FEW = 2  # pages on which a line that comes back may still be somebody's
_DEEPEST = 3  # lines of a running head or foot
_HEADER = 20  # paragraphs that may tell of the meeting
_DASHED = 3  # lines that begin with a name and a dash
_ITEM = re.compile(r"Ad\.? ?\d|\d{1,2}[.)] [A-ZĄĆĘŁŃÓŚŹŻ]|[•●▪–-] ")  # "Ad 3. Priorytety"
_FULL_STOPS = (".", "!", "?", "…", ":", ";")
_SENTENCE_ENDS = (*_FULL_STOPS, ",")
_SPACE_BEFORE = re.compile(r" ([,.;:?!])")


def draft(path: Path) -> Draft:
    """Read the text of a PDF, lines joined to paragraphs, running heads and page numbers dropped.

    Raises
    ------
    InputError
        When it is broken, under a password, a scan, or has more than :data:`MAX_PAGES` pages.
    """
    check_size(path)
    pages, running = _without_margins(_pages(path))
    text = _joined(pages)
    if not any(letter.isalpha() for letter in text):
        raise InputError(
            "w pliku PDF nie ma tekstu (to skan albo obrazy); rozpoznaj tekst (OCR) "
            "i zapisz go jako .docx"
        )
    blocks = text_blocks(text)
    return Draft(blocks, _told(running, [block.text for block in blocks[:_HEADER]]))


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


def _without_margins(pages: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    """Drop page numbers and the lines that open or close most pages; return those lines too."""
    kept = [[line.strip() for line in page if not _PAGE.match(line.strip())] for page in pages]
    found: list[str] = []
    for _ in range(_DEEPEST):
        running = _running(kept)
        if not running:
            break
        found += [line for page in kept for line in page if _numberless(line) in running]
        kept = [_page_without(page, running, everywhere=len(kept) > _FEW) for page in kept]
    return kept, list(dict.fromkeys(found))


def _running(pages: list[list[str]]) -> set[str]:
    """Return the lines, digits aside, that stand first or last on most pages.

    On two pages the same line must open both or close both, and be nobody's words.
    """
    filled = [[line for line in page if line] for page in pages]
    edges = [[_numberless(page[0]), _numberless(page[-1])] for page in filled if page]
    if len(pages) > _FEW:
        counts = Counter(line for both in edges for line in set(both))
        return {line for line, n in counts.items() if n > max(_FEW, 0.6 * len(pages))}
    if len(edges) < 2:
        return set()
    return {
        top
        for top, *others in zip(*edges, strict=True)
        if set(others) == {top} and not split_label(top)[0] and not top.endswith(_SENTENCE_ENDS)
    }


def _numberless(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _page_without(page: list[str], running: set[str], *, everywhere: bool) -> list[str]:
    """Return a page without running lines, at its edges only unless there is proof enough."""
    if everywhere:
        return [line for line in page if _numberless(line) not in running]
    filled = [place for place, line in enumerate(page) if line]
    edges = {filled[0], filled[-1]} if filled else set()
    return [
        line
        for place, line in enumerate(page)
        if not (place in edges and _numberless(line) in running)
    ]


def _told(running: list[str], lines: list[str]) -> dict[str, str]:
    """Return what running heads say of the meeting and the first lines of the text do not."""
    told: dict[str, str] = {}
    for line in running:
        told = {**title_entries(line), **told}
    own = {key for line in lines for key in title_entries(line)}
    own |= {entry[0] for line in lines if (entry := header_entry(line))}
    return {key: value for key, value in told.items() if key not in own}


def _labels(lines: list[str]) -> set[str]:
    """Return the labels that begin a paragraph in lines of which most only go on with one.

    Names before a dash are a smaller part of lines than of paragraphs, so fewer will do here.
    """
    dashed = [label for line in lines if (label := split_label(line)[0]) != plain_label(label)]
    return speaker_labels(lines) | set(dashed if len(dashed) >= _DASHED else ())


def _joined(pages: list[list[str]]) -> str:
    """Join the lines of a paragraph: a label, a gap, or a short line before ends one."""
    lines = [_SPACE_BEFORE.sub(r"\1", " ".join(line.split())) for page in pages for line in page]
    labels = _labels(lines)
    width = sorted(len(line) for line in lines if line)
    usual = width[int(len(width) * 0.8)] if width else 0
    parts: list[str] = []
    before = ""
    for line in lines:
        opens = split_label(line)[0] in labels
        opens = opens or (bool(_ITEM.match(line)) and before.endswith(_FULL_STOPS))
        ends = not before or len(before) < 0.7 * usual or opens
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
