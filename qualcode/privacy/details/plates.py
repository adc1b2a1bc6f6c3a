"""Car plates, typed or spelt out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from qualcode.privacy.details.numerals import FILLER, values
from qualcode.privacy.mentions import Mention

_PLATE = re.compile(
    r"(?<![\w-])(?=[A-Z0-9 -]{0,5}\d)(?!(?:NR|ART|UST|PKT|ROK|DZ|UL|COVID|PFRON|PKD|GOPS|MOPS|OPS|CUS)\b)"
    r"(?!(?:CP|RFC|LATIN|EN|DIN)[ -]?\d)"
    r"[BCDEFGKLNOPRSTWZ][A-Z]{1,2}[ -]?(?=[A-Z0-9]*\d)[A-Z0-9]{4,5}(?![\w-])"
)
_CODE_PAGE = re.compile(r"(?i)(?:cp|iso|koi|rfc|utf|latin|windows|win)\d+")
"""Names of encodings and norms, which only look like plates; no county begins so."""
_CAR_CUE = re.compile(
    r"(?i)\b(?:rejestrac\w*|tablic\w*|blach\w*|aut(?:o|a|em|u|ami)|samoch[oó]d\w*|w[oó]z(?:em|u|ie)?|bus(?:em|a|ie|y|ów)?|"
    r"parkuj\w*|zaparkowa\w*)\b"
)
_SMALL = re.compile(
    r"(?<![\w@.-])(?!(?:cp|iso|koi|rfc|utf|din|nr|covid|pfron|bmw)\d|bus\s)"
    r"(?![a-z]+\s?\d+(?:km|min|kg|tys|mln|ml|os|cm|mm|m|h|l)\b)[bcdefgklnoprstwz]"
    r"(?:[a-z][ ]?\d(?=[a-z0-9]*[a-z])[a-z0-9]{3,4}|[a-z]{2}[ ]?(?=[a-z]{0,2}\d)(?=[a-z0-9]*[a-z])[a-z0-9]{3,4}[0-9a-z]|"
    r"[a-z]{1,2}\d{4,5})(?![\w@-]|\.\w)"
)
"""A plate in small letters; with a space only where letters stand among its digits."""
_CUSTOM = re.compile(r"(?<![\w-])[BCDEFGKLNOPRSTWZ]\d[ -]?[A-Z][A-Z0-9]{2,4}(?![\w-])")
_CAR_REACH = 60
_PLATE_CUE = re.compile(r"(?i)\b(?:rejestrac\w*|tablic\w*|blach\w*|numer\w* wozu|numer\w* auta)\b")
_LETTERS = {
    "a": "a", "be": "b", "b": "b", "ce": "c", "c": "c", "de": "d", "d": "d", "e": "e", "ef": "f",
    "f": "f", "gie": "g", "g": "g", "ge": "g", "ha": "h", "h": "h", "i": "i", "jot": "j", "j": "j",
    "ka": "k", "k": "k", "el": "l", "l": "l", "em": "m", "m": "m", "en": "n", "n": "n", "o": "o",
    "pe": "p", "p": "p", "ku": "q", "er": "r", "r": "r", "es": "s", "s": "s", "te": "t", "t": "t",
    "u": "u", "fał": "v", "v": "v", "wu": "w", "wu ": "w", "w": "w", "iks": "x", "x": "x",
    "igrek": "y", "ypsylon": "y", "y": "y", "zet": "z", "zed": "z", "z": "z",
}  # fmt: skip
_TRAILING = frozenset("z w i o u a".split())
"""Names of letters that are far oftener the next word of the sentence."""
_SIGNS = 5
"""Signs after the first two letters of a whole plate."""
_GAP = 3


def plates(text: str) -> Iterator[Mention]:
    """Yield the car plates of a text."""
    for match in _PLATE.finditer(text):
        yield Mention(*match.span(), "rejestracja", True, "układ tablicy rejestracyjnej", rank=6)
    yield from _beside_cars(text)
    for cue in _PLATE_CUE.finditer(text):
        words = list(re.finditer(r"[^\W_]+", text[cue.end() : cue.end() + 140]))
        for first in range(min(7, len(words))):
            idle = words[first][0].lower() in FILLER and not _opens_county(words, first)
            length = 0 if idle else spelt(words, first)
            if length:
                start = cue.end() + words[first].start()
                end = cue.end() + words[first + length - 1].end()
                yield Mention(start, end, "rejestracja", True, "nazwana w tekście", rank=8)
                break


def _beside_cars(text: str) -> Iterator[Mention]:
    """Yield plates in small letters, and those with words of one's own, after a word for a car."""
    for cue in _CAR_CUE.finditer(text):
        for pattern in (_SMALL, _CUSTOM):
            for match in pattern.finditer(text, cue.end(), cue.end() + _CAR_REACH):
                yield Mention(*match.span(), "rejestracja", True, "nazwana w tekście", rank=7)


def _opens_county(words: list[re.Match[str]], first: int) -> bool:
    """Say whether "no" is the county of Olecko and no filler: "no 9777m"."""
    after = words[first + 1][0] if first + 1 < len(words) else ""
    return bool(re.fullmatch(r"\d{4}[a-zA-Z]|\d{5}", after))


def spelt(words: list[re.Match[str]], first: int) -> int:
    """Return how many words from ``first`` on spell a plate: two or three letters, then signs."""
    letters = signs = length = said = 0
    most, last = _SIGNS, ""
    for place in range(first, len(words)):
        word = words[place][0].lower()
        if any(b.start() - a.end() > _GAP for a, b in pairwise(words[first : place + 1])):
            break
        if word in FILLER and letters:
            continue  # the speaker hesitates
        more = _worth(word, letters, opens=place == first)
        if more is None:
            break
        if last in _TRAILING and signs > most:
            break
        value = values().get(word, 0)
        # "siedemdziesiąt trzy" is two digits
        more = (
            (more[0], 0)
            if value and ((value < 10 and said >= 20) or (value < 100 <= said))
            else more
        )
        letters, signs, said = letters + more[0], signs + more[1], value
        length, last = place - first + 1, word
        most += letters == 3 and signs == 1  # a county of three letters
    if last in _TRAILING and signs > most and first + length < len(words):
        length -= 1
    return length if letters >= 2 and signs >= 2 else 0


def _worth(word: str, letters: int, *, opens: bool) -> tuple[int, int] | None:
    """Return how many letters and further signs a word adds to a plate, None when it is no part."""
    if _CODE_PAGE.fullmatch(word):
        return None
    if word in _LETTERS:
        return 1, int(letters >= 2)
    if word.isdecimal():
        return 0, len(word)
    if word in values():
        return 0, len(str(values()[word]))
    if opens and re.fullmatch(r"(?=.*\d)[a-z0-9]{4,8}|[a-z]{2,3}", word):
        return 2, max(0, len(word) - 3)
    if not opens and re.fullmatch(r"(?=.*\d)[a-z0-9]{2,5}", word):
        return 0, len(word)
    return None
