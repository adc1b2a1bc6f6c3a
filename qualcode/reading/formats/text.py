"""Plain text and Markdown as people type it: a paragraph a turn, wrapped lines joined."""

from __future__ import annotations

import re
from pathlib import Path

from qualcode.errors import Problem
from qualcode.reading.decoding import read_text
from qualcode.reading.drafts import Block, Draft
from qualcode.reading.speakers import split_label

SUFFIXES = (".txt", ".md")
_WRAP = 60  # a line this long that ends without a full stop goes on in the next one
_ENDS = (".", "!", "?", "…", ":", ";", "”", '"', ")", "]")
_HEADING = re.compile(r"^#{1,6}\s+\S")


def draft(path: Path) -> Draft:
    """Read a text file in any Polish encoding.

    Raises
    ------
    InputError
        When it is empty, too large or binary.
    """
    text, encoding = read_text(path)
    blocks = [
        Block(line.lstrip("# "), heading=True)
        if _HEADING.match(line)
        else Block(line, alone=len(group) == 1)
        for group in paragraphs(text)
        for line in group
    ]
    result = Draft(blocks)
    if encoding != "utf-8":
        result.problems.append(
            Problem(path.name, f"plik był w kodowaniu {encoding.upper()}; odczytano polskie znaki.")
        )
    return result


def paragraphs(text: str) -> list[list[str]]:
    """Return groups of lines between empty ones, hard-wrapped lines joined."""
    groups: list[list[str]] = []
    for group in re.split(r"\n\s*\n", text):
        lines: list[str] = []
        joinable = False
        for line in group.split("\n"):
            bare = line.strip()
            if not bare:
                continue
            if joinable and _continues(lines[-1], bare):
                lines[-1] = f"{lines[-1]} {bare}"
            else:
                lines.append(bare)
            joinable = len(bare) >= _WRAP
        if lines:
            groups.append(lines)
    return groups


def _continues(before: str, line: str) -> bool:
    return line[0].islower() and not before.endswith(_ENDS) and not split_label(line)[0]
