"""How a value is written in a Polish table: decimal comma and the signs of public statistics."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from qualcode.wording import number

ABSENT = "–"
NO_DATA = "."
IMPOSSIBLE = "x"
SIGNS = (
    "Znaki: kreska (–) – nie wystąpiło; 0,0 – wystąpiło, lecz mniej niż połowa jednostki; "
    "kropka (.) – za mało danych, by podać wartość; x – pole nie do wypełnienia."
)
SMALL = 10
"""Below this base no percent is given."""


def shown(value: Any, kind: str) -> str:
    """Return a cell as it is printed.

    Parameters
    ----------
    value : object
        Missing → ".", zero → "–"; text passes unchanged, so "x" can stand among numbers.
    kind : str
        One of :data:`qualcode.reports.blocks.KINDS`.

    Examples
    --------
    >>> shown(0, "count"), shown(0.04, "percent"), shown(None, "percent"), shown(12.5, "percent")
    ('–', '0,0', '.', '12,5')
    """
    if isinstance(value, str):
        return value
    if value is None or pd.isna(value):
        return "" if kind in ("text", "mark") else NO_DATA
    if kind in ("text", "mark"):
        return str(value)
    if value == 0:
        return ABSENT
    if kind in ("count", "flag"):
        return number(value)
    text = number(value, {"share": 2, "exact": 3}.get(kind, 1))
    # −0,0 says nothing a reader could use
    return text.lstrip("−") if not text.strip("−0,") else text


_VOWELS = "aąeęioóuy"
_PARTS = re.compile(
    rf"(?<=[{_VOWELS}])(?=(?:sz|cz|rz|ch|dz|dź|dż|[^\W\d_{_VOWELS}])[{_VOWELS}])"
    rf"|(?<=[{_VOWELS}][^\W\d_{_VOWELS}])(?<!sz)(?=(?!z|h)[^\W\d_{_VOWELS}][{_VOWELS}])",
    re.IGNORECASE,
)
SOFT_HYPHEN = "\u00ad"
_WHOLE = 10


def breakable(text: str, longest: int = _WHOLE) -> str:
    """Return text whose words of more letters may be broken between syllables, by soft hyphens."""

    def broken(match: re.Match[str]) -> str:
        word = match.group()
        cuts = [cut.start() for cut in _PARTS.finditer(word) if 2 < cut.start() < len(word) - 2]
        for cut in reversed(cuts):
            word = word[:cut] + SOFT_HYPHEN + word[cut:]
        return word

    return re.sub(rf"\w{{{longest + 1},}}", broken, text)


def numeric(kind: str) -> bool:
    """Say whether cells of a kind are numbers."""
    return kind in ("count", "percent", "number", "share", "exact", "flag")
