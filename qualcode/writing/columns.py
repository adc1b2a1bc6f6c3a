"""How wide the columns of a printed table are: words whole, rows low, numbers alike."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from qualcode.reports.cells import SOFT_HYPHEN

UNIT = 88  # about one letter of the table's type, in twentieths of a point
_BOLD = 1.1  # letters of headings are wider
_MARGINS = 1.9  # of a cell, in letters
_LONGEST = 18  # letters of a word that is never broken
_ALIKE = 0.55  # of the width that columns of numbers may take to be alike
_LABEL = 24  # letters of a name in the first column that stays on one line
_HYPHEN = 4  # lines that must be saved to break a word of a heading
_POWER = 3  # near to counting the highest cell of a row only
_SLACK = 0.02  # of a line a text may be longer than estimated
_SHARES = (1, 0.65, 0)  # of its label a first column may get
# letters as wide as so many of the middling; what is not named is as wide as one
_SIZES = {
    **dict.fromkeys("ijl|!.,:;'’ \u00a0", 0.5),
    **dict.fromkeys("frt()[]/-–", 0.7),
    **dict.fromkeys("mwMW@%▲▼…", 1.6),
    **dict.fromkeys("ABCDEFGHIJKLNOPQRSTUVXYZĄĆĘŁŃÓŚŹŻ", 1.2),
}


def column_widths(
    heads: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[bool], width: int
) -> list[int]:
    """Share a width among columns so that no word breaks, if it can be helped, and rows are low.

    Parameters
    ----------
    heads, rows : texts as they are shown
        Headings may hold soft hyphens.
    numeric : bool per column
    width : int
        Twentieths of a point, as are the widths returned.
    """
    whole = [head.replace(SOFT_HYPHEN, "") for head in heads]
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(heads)
    label = 0 if numeric[0] else min(max(map(len, cells[0]), default=0), _LABEL)
    tries = [
        _widths(texts, cells, numeric, width / UNIT, letters)
        for texts in (whole, heads)
        for letters in dict.fromkeys(int(share * label) for share in _SHARES)
    ]
    # the first of the best, so that nothing is broken or made narrow for no gain
    return min(tries, key=lambda widths: _cost(heads, rows, widths))


def _widths(
    heads: Sequence[str],
    cells: Sequence[Sequence[str]],
    numeric: Sequence[bool],
    room: float,
    label: int,
) -> list[int]:
    needs = _needs(heads, cells)
    if sum(needs) >= room:
        return [int(UNIT * need / sum(needs) * room) for need in needs]
    if sum(needs) - needs[0] + label + _MARGINS < room:
        needs[0] = max(needs[0], label + _MARGINS)
    wishes = [
        max(_BOLD * len(head), *(len(text) for text in column), need - _MARGINS) + _MARGINS
        for head, column, need in zip(heads, cells, needs, strict=True)
    ]
    weights = [
        sum(len(text) ** _POWER for text in (head, *column)) ** (1 / (_POWER + 1))
        for head, column in zip(heads, cells, strict=True)
    ]
    needs, wishes = _alike(needs, wishes, numeric, room)
    shares = _shared(needs, wishes, weights, room)
    return [int(UNIT * share) for share in _filled(shares, numeric, room)]


def _cost(heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> int:
    """Return the lines of a table, a broken heading counted as some more."""
    broken = 0
    for head, width in zip(heads, widths, strict=True):
        words = head.replace(SOFT_HYPHEN, "").split(" ")
        broken += _BOLD * max(map(_size, words)) > width / UNIT - _MARGINS + 0.1
    return sum(n_lines(row, widths) for row in (heads, *rows)) + _HYPHEN * broken


def n_lines(texts: Sequence[str], widths: Sequence[int]) -> int:
    """Return about how many lines a row of a table takes."""
    return max(
        sum(
            max(ceil(_size(part) / max(width / UNIT - _MARGINS, 1) - _SLACK), 1)
            for part in text.split("\n")
        )
        for text, width in zip(texts, widths, strict=True)
    )


def _needs(heads: Sequence[str], cells: Sequence[Sequence[str]]) -> list[float]:
    """Return the letters each column needs so that no word breaks."""
    return [
        max(_BOLD * _longest_word([head]), min(_longest_word(column), _LONGEST), 2) + _MARGINS
        for head, column in zip(heads, cells, strict=True)
    ]


def _longest_word(texts: Sequence[str]) -> float:
    parts = (part for text in texts for word in text.split(" ") for part in _pieces(word))
    return max(map(_size, parts), default=1)


def _pieces(word: str) -> list[str]:
    """Return the parts of a word that may be broken, each with the hyphen it may need."""
    *first, last = word.split(SOFT_HYPHEN)
    return [*(f"{part}-" for part in first), last]


@lru_cache(4096)
def _size(text: str) -> float:
    """Return how wide text is, in middling letters."""
    return sum(_SIZES.get(letter, 1.04) for letter in text)


def _alike(
    needs: list[float], wishes: list[float], numeric: Sequence[bool], room: float
) -> tuple[list[float], list[float]]:
    """Return needs and wishes in which columns of numbers are alike, where there is room."""
    even = max((need for need, number in zip(needs, numeric, strict=True) if number), default=0)
    rest = sum(need for need, number in zip(needs, numeric, strict=True) if not number)
    if even * sum(numeric) > min(_ALIKE * room, room - rest):
        return needs, wishes
    return (
        [even if number else need for need, number in zip(needs, numeric, strict=True)],
        [even if number else wish for wish, number in zip(wishes, numeric, strict=True)],
    )


def _shared(
    needs: Sequence[float], wishes: Sequence[float], weights: Sequence[float], room: float
) -> list[float]:
    """Share room by weights, between what each column needs and what it can use."""
    if sum(wishes) <= room:
        return list(wishes)
    low, high = 0.0, room / min(weight for weight in weights if weight) if any(weights) else 0.0
    for _ in range(60):
        middle = (low + high) / 2
        if sum(_between(needs, wishes, weights, middle)) > room:
            high = middle
        else:
            low = middle
    return _between(needs, wishes, weights, low)


def _between(
    needs: Sequence[float], wishes: Sequence[float], weights: Sequence[float], scale: float
) -> list[float]:
    return [
        min(max(scale * weight, need), wish)
        for need, wish, weight in zip(needs, wishes, weights, strict=True)
    ]


def _filled(shares: list[float], numeric: Sequence[bool], room: float) -> list[float]:
    """Return shares that fill the room, the rest given to columns in step with their widths."""
    left = room - sum(shares)
    words = sum(share for share, number in zip(shares, numeric, strict=True) if not number)
    # a short table of few words is calm when its numbers spread too
    part = 0.5 if words and sum(numeric) else (1.0 if words else 0.0)
    return [
        share + (left * (1 - part) / sum(numeric) if number else left * part * share / words)
        for share, number in zip(shares, numeric, strict=True)
    ]
