"""Streets with house numbers, streets alone and post codes, typed or said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qualcode.privacy.details.numerals import values
from qualcode.privacy.mentions import Mention
from qualcode.privacy.names.inflection import COMMON, readings
from qualcode.privacy.names.toponyms import STREETLESS
from qualcode.privacy.names.vocabulary import EVERYDAY

_UPPER, _LOWER = "A-ZĄĆĘŁŃÓŚŹŻ", "a-ząćęłńóśźż"
_STREET_CUE = (
    r"(?i:(?<!\w)ul\.|\bulic(?:a|y|ę|ą)\b|(?<!\w)al\.|\bale(?:ja|i|ję|ją|je|jach)\b|\bplac(?:u|em|owi)?\b|(?<!\w)pl\.|"
    r"\bosiedl(?:e|a|u|em)\b|(?<!\w)os\.|\brond(?:o|a|zie|em)\b|\bskwer(?:u|ze|em)?\b|\bbulwar\w*)"
)
_NAME = rf"(?:[{_UPPER}][\w-]*|\d+\s+(?:[Mm]aja|[Ll]istopada|[Ss]ierpnia|[Cc]zerwca|[Ll]utego))"
_STREET = re.compile(
    rf"(?P<cue>{_STREET_CUE})\s*(?P<name>(?:(?:[Gg]en|[Kk]s|[Śś]w|[Dd]r|[Pp]łk|[Bb]p|[Aa]bp|[Kk]ard|[Mm]jr|[Kk]pt|[Pp]rof|im)\.\s?)*{_NAME}(?:\s(?:i\s|nad\s|pod\s)?{_NAME})*)"
)
_SAID_CUE = re.compile(rf"(?P<cue>{_STREET_CUE})(?=\s)")
_SAID_WORD = re.compile(rf"\s+([{_LOWER}-]{{3,}})")
_NO_STREET = re.compile(
    r"(?:nie|jest|jak|nam|się|żeby|przed|przy|pod|gdzie|kiedy|który|która|które|mieszka\w*|zabaw\w*|targow\w*|są|był\w*)$"
)
_JOINING = frozenset(["conj", "comp", "part"])
"""Classes of words that join or colour a sentence and name no street."""
_LONGEST_STREET = 4
"""Words in the longest names of streets: "księdza jerzego popiełuszki", "jana pawła drugiego"."""
_HOUSE_DIGITS = re.compile(
    r"(?i)(?:\s*,)?\s*(?:nr\s+|(?:pod\s+)?numer(?:em)?\s+|pod\s+|dom\s+(?:nr\s+|numer\s+)?)?\d{1,4}"
    r"(?:[a-h]|\s[b-h]|\sa(?=\s*(?:[,./]|$|m\b|mieszk|lok|łam)))?\b(?:\s?[/\\]\s?\d{1,4}[a-h]?)?"
    r"(?:\s*,?\s*(?:m\.|m(?=\s)|lok\.|mieszkani[ae]|lokal|łamane (?:na|przez)|przez)\s*(?:nr\s+|numer\s+)?\d{1,4}[a-h]?)?(?!\s*(?:lat|osób|rok|godz|zł|tys|minut|km|metr))"
)
_POSTCODE = re.compile(
    rf"(?<![\d-])\d{{2}}[-–]\d{{3}}(?![\d-])(?:\s+[{_UPPER}][\w-]+(?:\s+[{_UPPER}][\w-]+)?)?"
)
_HOUSE_WORDS = re.compile(r"(?i)\s*,?\s+(?:(?:numer|numeru|numerem|pod|dom|domu)\s+)*")
_FLAT_WORDS = re.compile(
    r"(?i)\s*,?\s+(?:mieszkani[ae]|lokal|łamane(?: na| przez)?|przez|m)\s+(?:numer\s+)?"
)
_LODGING = re.compile(
    r"(?i:\b(?:mieszka\w*|zamieszk\w*|adres\w*|zameldowan\w*|meldun\w*|przeprowadzi\w*))"
)
_AT_HOUSE = re.compile(
    rf"(?:(?i:\b(?:w|we|na|przy|pod|z|ze|do|to|adres)\b):?\s+)(?P<name>[{_UPPER}][\w-]+(?:\s[{_UPPER}][\w-]+)?)(?=\s+(?:numer\s+|nr\s+|pod\s+)?\d)"
)
_ALONE = re.compile(r"(?<!\w)(?i:ze?|na|przy|od|spod)\s+(?P<name>[^\W\d_]{3,}ej)(?=[\s,])")
_COUNTED = frozenset([("pl", "nom"), ("pl", "gen"), ("pl", "acc"), ("sg", "gen")])


def addresses(text: str) -> Iterator[Mention]:
    """Yield streets with house numbers ("adres"), streets alone ("miejsce") and post codes."""
    for match in _POSTCODE.finditer(text):
        yield Mention(*match.span(), "adres", True, "kod pocztowy", rank=7)
    for match in _STREET.finditer(text):
        yield _street(text, match.start("name"), match.end(), sure=True)
    for cue in _SAID_CUE.finditer(text):
        yield from _said_street(text, cue.end())
    for match in _AT_HOUSE.finditer(text):
        end = house(text, match.end("name"))
        near = _LODGING.search(text[max(0, match.start() - 50) : match.start() + 12])
        if end > match.end("name") and (near or "/" in text[match.end("name") : end]):
            yield Mention(match.start("name"), end, "adres", True, "miejsce z numerem domu", rank=8)
    yield from _adjectives(text)
    yield from _lodgings(text)


def _adjectives(text: str) -> Iterator[Mention]:
    """Yield streets said without the word for it, with a number: "na Leśnej 17", "z lipowej osiem"."""
    for match in _ALONE.finditer(text):
        low = match["name"].lower()
        classes = {r.tag_class for r in readings(low) if r.kind == COMMON}
        if low in STREETLESS or "adj" not in classes or classes - {"adj", "subst", "adjp"}:
            continue
        end = house(text, match.end())
        if end > match.end() and not _counts(text, end):
            start = match.start("name")
            yield Mention(start, end, "adres", False, "ulica z numerem domu", rank=8)


def _counts(text: str, end: int) -> bool:
    """Say whether what a number counts follows: "z trudnej pięć razy", "na Wielkiej 3 Maja"."""
    after = re.compile(r"\s*(%|[^\W\d_]+)").match(text, end)
    if not after:
        return False
    found = [r for r in readings(after[1].lower()) if r.kind == COMMON]
    if {r.tag_class for r in found} & {"conj", "comp", "prep", "part", "fin", "praet"}:
        return False
    return after[1] == "%" or any(_COUNTED & r.cells for r in found)


def _street(text: str, start: int, end: int, *, sure: bool) -> Mention:
    """Return a street with the house number after it, or the street alone."""
    last = house(text, end)
    if last > end:
        return Mention(start, last, "adres", True, "ulica z numerem domu", rank=8)
    return Mention(start, end, "miejsce", sure, "nazwa ulicy", rank=4)


def _said_street(text: str, place: int) -> Iterator[Mention]:
    """Yield a street in small letters: its name runs up to a house number, or is one word."""
    ends: list[int] = []
    start = place
    while len(ends) < _LONGEST_STREET:
        word = _SAID_WORD.match(text, ends[-1] if ends else place)
        if not word or not _in_street(word[1]):
            break
        start = start if ends else word.start(1)
        ends.append(word.end())
        if house(text, word.end()) > word.end():
            yield _street(text, start, word.end(), sure=True)
            return
    if ends and len(text[start : ends[0]]) > 3 and _may_name(text[start : ends[0]]):
        yield _street(text, start, ends[0], sure=False)


def _in_street(word: str) -> bool:
    """Say whether a word may be part of the name of a street: a noun, adjective or ordinal."""
    if word in values() or _NO_STREET.match(word):
        return False
    found = readings(word)
    classes = {reading.tag_class for reading in found}
    if classes & _JOINING and "adj" not in classes:
        return False  # "albo" is a form of "alba" too
    return not found or any(reading.cells for reading in found)


def _may_name(word: str) -> bool:
    """Say whether one word may be a street without a number: młyńskiej, kościuszki, but not klub.

    A noun has to stand in the genitive, and not be one of those all talk is full of.
    """
    found = readings(word)
    plain = [r for r in found if r.kind == COMMON]
    return not plain or any(
        r.tag_class == "adj" or (word not in EVERYDAY and any(case == "gen" for _, case in r.cells))
        for r in plain
    )


def _lodgings(text: str) -> Iterator[Mention]:
    """Yield addresses said without the word for street: "mieszkam na leśnej dwanaście"."""
    for cue in _LODGING.finditer(text):
        window = re.compile(
            r"(?i)\b(?:na|przy|w|we|pod|to)\s+((?:[^\W\d_]+\s){1,3}?)(?=(?:numer\s+|pod\s+)?[^\W_]+)"
        )
        for match in window.finditer(text, cue.end(), min(len(text), cue.end() + 60)):
            start = match.start(1)
            end = house(text, match.end(1) - 1)
            name = match[1].split()[-1].lower()
            if (
                end > match.end(1)
                and name not in values()
                and not name.startswith(("pięt", "parter"))
            ):
                yield Mention(start, end, "adres", False, "miejsce zamieszkania z numerem", rank=7)
                break


def house(text: str, place: int) -> int:
    """Return where the house number that follows ``place`` ends, or ``place``."""
    match = _HOUSE_DIGITS.match(text, place)
    if match:
        return match.end()
    end = _number_words(text, place, _HOUSE_WORDS)
    if end > place:
        end = max(end, _number_words(text, end, _FLAT_WORDS))
        if re.match(
            r"\s+(?:lat|osób|rok|godzin|złot|tysi|minut|kilomet|metr|razy|miesi|dni|pań|rodzin|bloków|bloki|domów|stop)",
            text[end : end + 12],
        ):
            return place
    return end


def _number_words(text: str, place: int, opener: re.Pattern[str]) -> int:
    match = opener.match(text, place)
    if not match:
        return place
    end, at = place, match.end()
    for _ in range(3):
        word = re.compile(r"[^\W_]+").match(text, at)
        if not word or not (word[0].lower() in values() or word[0].isdecimal()):
            break
        end, at = word.end(), word.end() + 1
        letter = re.match(r"\s(?:[b-h]\b|a\b(?=\s*(?:[,.]|$|mieszk|łam)))", text[end : end + 12])
        if letter:
            end, at = end + letter.end(), end + letter.end() + 1
    return end
