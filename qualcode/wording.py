"""Polish wording: plural forms, numbers, quotation marks, lists, order and suggestions."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from datetime import date

NBSP = "\u00a0"
_MONTHS = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
]
_ALPHABET = {letter: rank for rank, letter in enumerate("aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż")}


def plural(count: int, one: str, few: str, many: str) -> str:
    """Return the form of a noun that agrees with ``count``: 1 kod, 2 kody, 5 kodów.

    Examples
    --------
    >>> plural(22, "kod", "kody", "kodów"), plural(12, "kod", "kody", "kodów")
    ('kody', 'kodów')
    """
    if count == 1:
        return one
    if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14):
        return few
    return many


def counted(count: int, one: str, few: str, many: str) -> str:
    """Return the number with its noun: ``1 204 segmenty``."""
    return f"{number(count)}{NBSP}{plural(count, one, few, many)}"


def number(value: float, digits: int = 0) -> str:
    """Format a number the Polish way: decimal comma, thousands apart by a no-break space.

    Following the spelling rules, four-digit whole numbers are grouped as well, as in GUS tables.
    """
    text = f"{value:,.{digits}f}".replace(",", NBSP).replace(".", ",")
    return text.replace("-", "\u2212")


def percent(share: float, digits: int = 1) -> str:
    """Format a share between 0 and 1 as percent without a space: ``12,5%``."""
    return f"{number(100 * share, digits)}%"


def quoted(text: str) -> str:
    """Put text in Polish quotation marks; marks inside become «…»."""
    inner = text.replace("„", "«").replace("”", "»").replace("“", "»")
    return f"„{inner}”"


def listed(words: Iterable[str], last: str = "i") -> str:
    """Join words as a Polish list: ``a, b i c``."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def long_date(day: date) -> str:
    """Write a date in words: ``14 marca 2024 r.``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}{NBSP}r."


def collation_key(text: str) -> tuple[tuple[int, ...], str]:
    """Sort key of the Polish alphabet (ą after a, ł after l, case ignored)."""
    ranks = tuple(_ALPHABET.get(letter, ord(letter) - 1000) for letter in text.lower())
    return ranks, text


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return ``" Czy chodziło o „…”?"`` for the nearest known word, or an empty string."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Czy chodziło o {quoted(near[0])}?" if near else ""
