"""The question under discussion: from headings, or from the facilitator's words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from qualcode import resources

_NUMBER = re.compile(
    r"^\s*(?:(?:pytanie|punkt|temat|blok|część)\s+)?(?:\d{1,2}|[IVX]{1,4})\s*[.):]\s*(?=\S)", re.I
)
_PASSING_ON = re.compile(
    r"(?i)\b(pytani\w*|przejd\w+|przechodz\w+|kolejn\w+|następn\w+|drugi\w*|trzeci\w*|czwart\w*|"
    r"piąt\w*|szóst\w*|ostatni\w*|teraz|zaczn\w+|zaczyna\w+|porozmawia\w+|zapyta\w+|temat\w*|blok\w*)\b"
)
_WORD = re.compile(r"\w+")
_MAX_HEADING = 160


@dataclass(frozen=True)
class Question:
    """A question of the discussion guide and the word beginnings it is known by."""

    text: str
    words: tuple[tuple[str, ...], ...]


@cache
def known_questions() -> tuple[Question, ...]:
    """Return the questions of the shipped discussion guide."""
    import yaml

    path = resources.find("models/cus/questions.yaml")
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(
        Question(entry["text"], tuple(tuple(group) for group in entry["words"]))
        for entry in entries
    )


def match_question(text: str) -> str:
    """Return the known question a text names, or an empty string."""
    words = [word.lower() for word in _WORD.findall(text)]
    for question in known_questions():
        for group in question.words:
            if all(any(word.startswith(start) for word in words) for start in group):
                return question.text
    return ""


def heading_question(line: str, *, marked: bool = False, alone: bool = False) -> str | None:
    """Return the question a heading puts, ``""`` for a heading that ends it, None for speech.

    Parameters
    ----------
    line : str
        A line that no speaker label begins.
    marked : bool
        The format marks it as a heading.
    alone : bool
        It stands between empty lines in a text whose turns have labels.
    """
    bare = line.strip().lstrip("#").strip()
    numbered = bool(_NUMBER.match(bare))
    text = _NUMBER.sub("", bare).strip()
    if not text or len(text) > _MAX_HEADING:
        return None
    known = match_question(text)
    asks = "?" in text
    if marked or numbered or alone:
        if asks or alone:
            return text
        return known or ("" if marked else None)
    return text if asks and known else None


def announced_question(text: str) -> str:
    """Return the known question the facilitator passes on to, or an empty string."""
    if not _PASSING_ON.search(text):
        return ""
    return match_question(text)
