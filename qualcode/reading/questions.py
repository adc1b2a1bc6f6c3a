"""The question under discussion: from headings, or from the facilitator's words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from qualcode import resources

_NUMBER = re.compile(r"^\s*(?:(?:pytanie|punkt|temat|blok|część)\s+)?(?:\d{1,2}|[IVX]{1,4})\s*[.):]\s*(?=\S)", re.I)
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


def heading_question(line: str, *, marked: bool = False) -> str | None:
    """Return the question a heading puts, ``""`` for a heading that ends it, None for speech.

    A line is a heading when the format marks it so, when it is numbered and short, or when it is
    a short line that ends with a question mark or names a known question.
    """
    bare = line.strip().lstrip("#").strip()
    numbered = bool(_NUMBER.match(bare))
    text = _NUMBER.sub("", bare).strip()
    if not text or len(text) > _MAX_HEADING:
        return None
    asks = text.rstrip(")").endswith("?") or "?" in text
    if asks and (numbered or marked or match_question(text)):
        return text
    if marked or numbered:
        known = match_question(text)
        if known:
            return text if asks else known
        return "" if marked else None
    return None


def announced_question(text: str) -> str:
    """Return the known question the facilitator passes on to, or an empty string."""
    if not _PASSING_ON.search(text):
        return ""
    return match_question(text)
