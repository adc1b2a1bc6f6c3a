"""Names people go by on the net: "@kowalska_anna", "skype: jan.kowalski77"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qualcode.privacy.mentions import Mention
from qualcode.privacy.names.inflection import COMMON, readings

_SERVICE = (
    r"(?:skyp\w{1,4}|insta(?!l)\w{0,6}|instagram\w*|facebook\w*|fejsbuk\w*|fejs\w{0,3}|fb|messenger\w*|mesendżer\w*|"
    r"tik\s?tok\w*|twitter\w*|telegram\w{0,3}|discord\w*|snapchat\w*|linkedin\w*|youtub\w*|gadu-gadu|nick\w{0,3}|login\w{0,3})"
)
_NAME = r"[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*_?"
_AT = re.compile(r"(?<![\w.@/])@(?P<name>[A-Za-z0-9][A-Za-z0-9._]{2,29})(?!\w)")
_AFTER_COLON = re.compile(rf"(?i)\b{_SERVICE}\s?(?::|=|\s[–-]\s)\s?@?(?P<name>{_NAME})(?![\w@])")
_NEAR = re.compile(
    rf"(?i)\b{_SERVICE}\s(?:(?:to|jest|jestem|jako|mam|pod|nick|nazwa|profil|konto|się|nazywam|występuję)\s){{0,4}}"
    rf"(?P<name>{_NAME})(?![\w@])"
)
EVERYBODY = frozenset(
    "all everyone here channel wszyscy wszystkich tutaj kontakt host admin moderator".split()
)
"""What stands after "@" and calls nobody by name."""
_DOMAIN = re.compile(r"(?i)^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:pl|com|eu|org|net|gov|edu|info)$")
_RANK = 9
_PLAIN = 5
"""Letters of a handle that is a word without digits or signs, unknown to the dictionary."""


def handles(text: str) -> Iterator[Mention]:
    """Yield the handles and profile names of a text."""
    for match in _AT.finditer(text):
        name = match["name"].rstrip(".")
        if _is_forename(name) or name.lower() in EVERYBODY or _is_common(name):
            continue  # "@Aneta" calls somebody in a chat: that is a name
        end = match.start("name") + len(name)
        yield Mention(match.start(), end, "profil", _signed(name), "nazwa po znaku @", rank=_RANK)
    for pattern, tells in ((_AFTER_COLON, _tells), (_NEAR, _signed)):
        for match in pattern.finditer(text):
            if tells(match["name"]):
                yield Mention(*match.span("name"), "profil", True, "nazwa profilu", rank=_RANK)


def _is_forename(name: str) -> bool:
    """Say whether a name after "@" is written as a word with a capital: Aneta, not anka77."""
    return name[:1].isupper() and name.isalpha() and not name.isupper()


def _is_common(name: str) -> bool:
    """Say whether a word is in the dictionary, as in "@karteczka 11"."""
    return any(reading.kind == COMMON for reading in readings(name))


def _tells(name: str) -> bool:
    """Say whether a word is a handle: it has a sign in it, or is no Polish word."""
    if _signed(name):
        return True
    unknown = bool(readings("tak")) and not _is_common(name)  # not without the dictionary
    return unknown and name.isalpha() and name.islower() and len(name) >= _PLAIN


def _signed(name: str) -> bool:
    """Say whether a word has digits, dots or low lines in it as handles have, and is no domain."""
    telling = re.search(r"[\d._]", name) and re.search(r"[A-Za-z]{2}", name)
    return bool(telling) and not _DOMAIN.match(name)
