"""Numbers said in words: "pięćset dwa, trzysta czternaście…" to digits with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

UNITS = "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć".split()
_TEENS = (
    "dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście "
    "osiemnaście dziewiętnaście"
).split()
_TENS = (
    "dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt "
    "osiemdziesiąt dziewięćdziesiąt"
).split()
_HUNDREDS = "sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset".split()
_MORE = {
    "jedynka": 1, "dwójka": 2, "trójka": 3, "czwórka": 4, "piątka": 5, "szóstka": 6, "siódemka": 7,
    "ósemka": 8, "dziewiątka": 9, "zera": 0, "jedna": 1, "jedno": 1, "dwie": 2, "zerko": 0,
    "pięc": 5, "szejset": 600, "pińcet": 500, "pięcset": 500,
}  # fmt: skip
_TIMES = {"dwa razy": 2, "trzy razy": 3, "podwójne": 2, "podwójna": 2}
_LARGE = frozenset(
    "tysiąc tysiące tysięcy tysiącach milion miliony milionów miliard złotych złote zł procent "
    "osób lat razy godzin godziny minut metrów kilometrów".split()
)
"""A number before one of these is an amount."""
WORD = re.compile(r"[^\W\d_]+|\d+")
_SERIES = 4
"""As many numbers in a row are a series even before "razy": one more was said after it."""
_JOINT = re.compile(r"^[\s,.;:()/–-]{1,4}$")
FILLER = frozenset("yyy eee no potem dalej kreska myślnik spacja to znaczy czyli".split())
"""What people say between the parts of a number."""
_WHOLE = frozenset([9, 10, 11, 14, 26])
"""Lengths of phones and official numbers: what is one longer ends in a count, "dwa razy"."""


@dataclass(frozen=True)
class Run:
    """A run of digits or number words: where it stands and its digits."""

    start: int
    end: int
    digits: str
    groups: tuple[str, ...]
    spoken: bool


@cache
def values() -> dict[str, int]:
    """Return the value of each number word."""
    table = {word: value for value, word in enumerate(UNITS)}
    table |= {word: value for value, word in enumerate(_TEENS, 10)}
    table |= {word: 10 * value for value, word in enumerate(_TENS, 2)}
    table |= {word: 100 * value for value, word in enumerate(_HUNDREDS, 1)}
    return table | _MORE


def runs(text: str) -> Iterator[Run]:
    """Yield the runs of number words and digits of a text that nothing but pauses part."""
    words = list(WORD.finditer(text))
    start = 0
    while start < len(words):
        if not _counts(words[start][0]):
            start += 1
            continue
        end = _end(text, words, start)
        yield from _run(text, words, start, end)
        start = end


def _counts(word: str) -> bool:
    return word.isdecimal() or word.lower() in values()


def _end(text: str, words: list[re.Match[str]], start: int) -> int:
    end = start + 1
    while end < len(words):
        if not _joined(text, words, end):
            break
        if _counts(words[end][0]):
            end += 1
        elif (
            words[end][0].lower() in FILLER
            and end + 1 < len(words)
            and _joined(text, words, end + 1)
            and _counts(words[end + 1][0])
        ):
            end += 2
        else:
            break
    return end


def _joined(text: str, words: list[re.Match[str]], place: int) -> bool:
    return bool(_JOINT.match(text[words[place - 1].end() : words[place].start()]))


def _run(text: str, words: list[re.Match[str]], start: int, end: int) -> Iterator[Run]:
    after = words[end][0].lower() if end < len(words) else ""
    counting = [w for w in words[start:end] if _counts(w[0])]
    tokens = [w[0].lower() for w in counting]
    groups = tuple(_groups(tokens))
    less = tuple(_groups(tokens[:-1]))
    if after in _LARGE and len("".join(groups)) not in _WHOLE and len("".join(less)) in _WHOLE:
        end = words.index(counting[-2]) + 1
        tokens, groups, after = tokens[:-1], less, ""
    spoken = any(not token.isdecimal() for token in tokens)
    if after in _LARGE and spoken and len(groups) < _SERIES:
        return
    yield Run(words[start].start(), words[end - 1].end(), "".join(groups), groups, spoken)


def _groups(tokens: list[str]) -> Iterator[str]:
    """Yield the digits of each number said: "pięćset dwa" is one, "pięć zero" two."""
    value, smallest = 0, 0
    for token in tokens:
        if token.isdecimal():
            if smallest:
                yield str(value)
                smallest = 0
            yield token
            continue
        number = values()[token]
        size = 100 if number >= 100 else 10 if number >= 20 else 1
        fits = smallest > size and number > 0 and not (smallest == 10 and number >= 10)
        if smallest and fits:
            value, smallest = value + number, size
        else:
            if smallest:
                yield str(value)
            value, smallest = number, 1 if number < 20 else size
    if smallest:
        yield str(value)
