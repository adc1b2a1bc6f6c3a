"""E-mails and web addresses, typed or dictated: "ania kropka k małpa gmina kropka pl"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qualcode.privacy.details.numerals import FILLER, values
from qualcode.privacy.mentions import Mention
from qualcode.privacy.names.inflection import FORENAME, readings

_DOMAINS = r"(?:pl|com|kom|eu|org|net|gov|edu|info|de|uk|ua|pe\s+e[lł])"
_DASH = r"(?:myślnik|minus|kreska|pauza|dywiz)"
_EMAIL = re.compile(
    r"(?i)(?<![\w.+-])[\w.+-]{1,200}(?:\s?@\s?|\s?\(at\)\s?|\s?\[at\]\s?)[\w-]+(?:\.[\w-]+)+"
)
_AT = re.compile(r"(?i)(?<!\w)(?:małp(?:a|ka)|et|at|@)(?!\w)\s*,?\s*")
# a label is a word, words round a dash, or letters spelt: "wu pe", "o dwa"
_WORD = r"(?!kropka\b|dot\b|małpk?a\b)[^\W_][\w-]*"
_LABEL = rf"{_WORD}(?:\s+{_DASH}\s+{_WORD}|\s+{_WORD}){{0,3}}?"
_HOST = re.compile(
    rf"(?i)(?:[\w-]+(?:\.[\w-]+)*\.{_DOMAINS}\b|"
    rf"(?:{_LABEL}\s*,?\s+(?:kropka|dot)\s+){{1,4}}?{_DOMAINS}(?!\w)(?!\s+(?:kropka|dot)\b))"
)
_BARE_HOST = re.compile(rf"(?i){_WORD}(?:\s+{_WORD})?\s+{_DOMAINS}(?!\w)")
"""A host said without its dots: "wp pl", "gmail com"."""
_LOOSE_HOST = re.compile(r"(?i)[\w.-]+(?:\s+kropka\s+\w+)*")
_TOKEN = re.compile(r"[^\s,]+")
_JOINTS = frozenset(
    "kropka dot podkreślnik podkreślenie podłoga myślnik minus kreska pauza dywiz dół".split()
)
_LONGEST_USER = 14
_WORD_BEFORE = re.compile(r"(?<![\w.])[^\W\d_]+\s\Z")
_LONGEST_NAME = 40
_URL = re.compile(
    r"(?i)\b(?:https?://|www\.)[^\s<>„”\"]+|"
    r"(?<![\w.])(?:[a-z]{1,3}\.)?(?:(?:facebook|fb|instagram|linkedin|tiktok|twitter|x|youtube|messenger)\.com|"
    r"(?:wa|m|t|fb)\.me|youtu\.be)/[^\s<>„”\"]+"
)
_SAID_URL = re.compile(
    r"(?i)\b(?:wu wu wu|www)\s+kropka\s+[\w-]+(?:\s+(?:kropka|myślnik|ukośnik|łamane na)\s+[\w-]+)+"
)


def emails(text: str) -> Iterator[Mention]:
    """Yield the e-mail addresses of a text."""
    for match in _EMAIL.finditer(text):
        yield Mention(*match.span(), "e-mail", True, "adres e-mail", rank=10)
    for sign in _AT.finditer(text):
        host = _HOST.match(text, sign.end())
        if host is None and sign[0].lower().startswith("małp"):
            host = _BARE_HOST.match(text, sign.end()) or _loose_host(text, sign.end())
        start = _with_forename(text, _user(text, sign.start()), sign.start())
        if host and start < sign.start():
            yield Mention(start, host.end(), "e-mail", True, "adres e-mail", rank=11)


def _loose_host(text: str, at: int) -> re.Match[str] | None:
    """Return a host said without an ending; none in "gdzie jest małpa na klawiaturze"."""
    found = _LOOSE_HOST.match(text, at)
    classes = {r.tag_class for r in readings(found[0].lower())} if found else set()
    return None if classes & {"prep", "conj", "comp", "part", "fin", "praet"} else found


def pages(text: str) -> Iterator[Mention]:
    """Yield the web addresses of a text."""
    for pattern in (_URL, _SAID_URL):
        for match in pattern.finditer(text):
            end = match.start() + len(match[0].rstrip(".,;)"))
            yield Mention(match.start(), end, "strona", True, "adres strony", rank=9)


def _user(text: str, place: int) -> int:
    """Return where the name before "małpa" begins: words, signs between them, numbers after them."""
    tokens = list(_TOKEN.finditer(text, max(0, place - 120), place))[-_LONGEST_USER:]
    at = len(tokens)
    while at:
        numbers = at
        while numbers and _is_number(tokens[numbers - 1][0]):
            numbers -= 1
        # the year or number belongs to the word before it, unless a sign stands between
        joined = numbers and tokens[numbers - 1][0].lower() in _JOINTS
        at = numbers if joined and numbers < at else max(0, numbers - 1)
        if not at or tokens[at - 1][0].lower() not in _JOINTS:
            break
        at -= 1
    if at and tokens[at - 1][0].lower() == "nie" and at < len(tokens):
        at -= 1  # nie odpisuj małpa…
    return tokens[at].start() if at < len(tokens) else place


def _with_forename(text: str, start: int, end: int) -> int:
    """Return where a name begins that was said without dots: "jan kowalski małpa wp pl"."""
    if not text[start:end].strip().isalpha():
        return start
    before = _WORD_BEFORE.search(text, max(0, start - _LONGEST_NAME), start)
    named = before and any(
        reading.kind == FORENAME and ("sg", "nom") in reading.cells
        for reading in readings(before[0].strip())
    )
    return before.start() if before and named else start


def _is_number(word: str) -> bool:
    low = word.lower()
    return low.isdecimal() or low in values() or low in FILLER
