"""Who was present, as the header lists them: "Uczestnicy: Anna Lis (OPS), p. Stefan"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qualcode.reading.voices.roles import FIRST_NAMES, ROLE_WORD, role_of
from qualcode.reading.voices.variants import may_be

_LINE = re.compile(
    r"(?i)^\s*[#*]*\s*(?:uczestnicy|uczestniczki|obecni|obecne|osoby obecne|skład grupy|"
    r"lista (?:uczestników|obecnych|obecności))(?: spotkania| warsztatu)?\s*\**\s*:\s*\**\s*(\S.*?)\s*$"
)
_LONGEST = 1500  # letters of a list
_BETWEEN = re.compile(r"[,;](?![^()]*\))|\s(?:i|oraz)\s(?![^()]*\))")
_ASIDE = re.compile(r"\s*\([^)]*\)|\s[–—-]\s.*")
_COURTESY = re.compile(r"(?i)^(?:pani?|p\.|ks\.|dr|mgr|prof\.|s\.|br\.|o\.)\s+")
_INSTITUTION = re.compile(
    r"(?i)^(?:rad|koł|klub|dom|ośrod|gmin|miejs|miast|centr|zesp|szkoł|stowarzysz|fundac|urz|paraf|"
    r"spółdz|powiat|wojew|wiejsk|osiedl|sołect|organiz|kół|uniwers|bibliot|przedszk|polic|straż|"
    r"ochotn|środow|warsztat|dzienn|caritas)"
)


def present(line: str) -> str:
    """Return the names that a line of the header lists, or ``""`` where it names nobody.

    Examples
    --------
    >>> present("Uczestnicy: Anna Lis (OPS), p. Stefan")
    'Anna Lis (OPS), p. Stefan'
    >>> present("Uczestnicy: seniorzy, Koło Gospodyń, Rada Seniorów")
    ''
    """
    match = _LINE.match(line[:_LONGEST])
    return match[1] if match and any(map(_is_person, _listed(match[1]))) else ""


def roles_of(names: str, speakers: Iterable[str]) -> dict[str, str]:
    """Return the roles a list of names gives to speakers; of two who fit, neither gets one.

    Examples
    --------
    >>> roles_of("Anna Lis (OPS), Jan Kot – sołtys", ["A. Lis", "Jan", "Ewa"])
    {'A. Lis': 'OPS', 'Jan': 'sołtys'}
    """
    people = [entry for entry in dict.fromkeys(_listed(names)) if _is_person(entry)]
    found = {}
    for speaker in speakers:
        fits = [entry for entry in people if _same(speaker, _ASIDE.sub("", entry))]
        role = role_of(fits[0]) if len(fits) == 1 else ""
        if role:
            found[speaker] = role
    return found


def _same(speaker: str, name: str) -> bool:
    return may_be(speaker, name) or may_be(name, speaker)


def _listed(names: str) -> list[str]:
    return [entry.strip(" .*") for entry in _BETWEEN.split(names) if entry.strip(" .*")]


def _is_person(entry: str) -> bool:
    """Tell "Żaneta Lis (GOPS)" and "p. Stefan" from "seniorzy" and "Koło Gospodyń"."""
    bare = _ASIDE.sub("", entry).strip()
    role = ROLE_WORD.match(bare)
    name = _COURTESY.sub("", bare[role.end() :].strip() if role else bare)
    words = name.split()
    if not words or len(words) > 3 or not all(word[0].isupper() for word in words):
        return False
    if name != bare or any(word.casefold() in FIRST_NAMES for word in words):
        return True
    # an institution begins with a word of its own or is written in capital letters
    initial = len(words[0].rstrip(".")) == 1
    return len(words) > 1 and not _INSTITUTION.match(name) and (initial or not words[0].isupper())
