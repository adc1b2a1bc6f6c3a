"""Plain text and Markdown as people type it: a paragraph a turn, wrapped lines joined."""

from __future__ import annotations

import re
from pathlib import Path

from qualcode.errors import InputError, Problem
from qualcode.reading.decoding import encoding_note, read_text
from qualcode.reading.drafts import Block, Draft
from qualcode.reading.formats.captions import caption_blocks
from qualcode.reading.formats.chat import chat_blocks, is_chat
from qualcode.reading.formats.stamps import stamped
from qualcode.reading.formats.walls import posted
from qualcode.reading.voices.speakers import split_label

SUFFIXES = (".txt", ".md")
_WRAP = 60  # a line this long that ends without a full stop goes on in the next one
_ENDS = (".", "!", "?", "…", ":", ";", "”", '"', ")", "]")
_HEADING = re.compile(r"^#{1,6}\s+\S")
_CAPTIONS = re.compile(
    r"^\ufeff?(?:WEBVTT\b|\d+\n)?[^\n]*\n?(?:.*\n){0,6}?\s*[\d:.,]+ --> [\d:.,]+"
)


def draft(path: Path) -> Draft:
    """Read a text file in any Polish encoding; captions and chats saved as .txt are known too.

    Raises
    ------
    InputError
        When it is empty, too large or binary.
    """
    text, encoding = read_text(path)
    result = Draft([])
    if _CAPTIONS.match(text[:2000]):
        result.blocks, result.problems = caption_blocks(text, path.name)
    elif is_chat(text):
        result.blocks = chat_blocks(text)
    else:
        result.blocks = text_blocks(text)
    if not result.blocks:
        raise InputError("w pliku nie ma wypowiedzi; sprawdź, czy to właściwy plik")
    note = encoding_note(encoding, text)
    if note:
        result.problems.append(Problem(path.name, note))
    return result


def text_blocks(text: str) -> list[Block]:
    """Return the paragraphs of a text, with headings marked and time marks taken off."""
    blocks = [
        Block(line.lstrip("# "), heading=True, gap=first)
        if _HEADING.match(line)
        else Block(_unbold(line), alone=len(group) == 1, gap=first)
        for group in paragraphs(text)
        for line, first in zip(group, [True, *[False] * len(group)], strict=False)
    ]
    return posted(stamped([block for block in blocks if block.text]))


def _unbold(line: str) -> str:
    """Take Markdown's marks off a label: ``**Anna:** tekst``."""
    return re.sub(r"^(\*\*|__)([^*_\n]{1,63}?):?\1:?\s*(?=\S)", r"\2: ", line)


def paragraphs(text: str) -> list[list[str]]:
    """Return groups of lines between empty ones, hard-wrapped lines joined."""
    groups: list[list[str]] = []
    for group in re.split(r"\n[ \t]*\n", text):
        lines: list[list[str]] = []
        joinable = False
        for line in group.split("\n"):
            bare = line.strip()
            if not bare:
                continue
            if joinable and _continues(lines[-1][-1], bare):
                lines[-1].append(bare)
            else:
                lines.append([bare])
            joinable = len(bare) >= _WRAP
        if lines:
            groups.append([" ".join(parts) for parts in lines])
    return groups


def _continues(before: str, line: str) -> bool:
    return line[0].islower() and not before.endswith(_ENDS) and not split_label(line)[0]
