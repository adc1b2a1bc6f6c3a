"""Polish dates: 14 listopada 2023 r., 14.11.2023, 14 XI 2023, 2023-11-14."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "stycz", "lut", "mar", "kwie", "maj", "czerw", "lip", "sierp", "wrze", "paźdz", "listop", "grud",
)  # fmt: skip
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_YEAR = r"((?:19|20)\d\d)"
_ISO = re.compile(rf"(?<!\d){_YEAR}[-_.](\d{{1,2}})[-_.](\d{{1,2}})(?!\d)")
_PACKED = re.compile(r"(?<!\d)(20\d\d)([01]\d)([0-3]\d)(?!\d)")
_DOTTED = re.compile(rf"(?<!\d)(\d{{1,2}})[./\-_](\d{{1,2}})[./\-_]{_YEAR}(?!\d)")
_WORDS = re.compile(rf"(?<!\d)(\d{{1,2}})[\s_.-]+([a-ząćęłńóśźż]+)\.?[\s_.-]+{_YEAR}(?!\d)", re.I)
_PATTERNS = ((_ISO, (1, 2, 3)), (_DOTTED, (3, 2, 1)), (_WORDS, (3, 2, 1)), (_PACKED, (1, 2, 3)))


def parse_date(text: str) -> str:
    """Return the first date of a text as ISO (``2023-11-14``), or an empty string."""
    for pattern, (year, month, day) in _PATTERNS:
        for match in pattern.finditer(text[:2000]):
            try:
                found = date(int(match[year]), _month(match[month]), int(match[day]))
            except ValueError:
                continue
            return found.isoformat()
    return ""


def _month(word: str) -> int:
    low = word.lower()
    if low.isdigit():
        return int(low)
    if low in _ROMAN:
        return _ROMAN.index(low) + 1
    return next((n for n, stem in enumerate(_MONTHS, 1) if low.startswith(stem)), 0)
