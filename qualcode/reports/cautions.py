"""What in a quote may point at somebody: said beside it, so that an author looks before publishing."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from qualcode.reports.blocks import Block, Paragraph, Quotes
from qualcode.reports.material import Material
from qualcode.wording import counted, number, quoted

_LOOK = "sprawdź przed publikacją"
_INSIDE = re.compile("„(.+)”", re.DOTALL)
_AUTOMATIC = (
    "Wykrywanie jest automatyczne i może coś pominąć: cytaty trzeba przed publikacją przeczytać."
)
_NAMED = 12  # words a remark under a table names


def cautioned(material: Material, code: str, label: str, items: pd.DataFrame) -> Quotes:
    """Return a block of quotes, each with a remark on the names in it, or ``""``."""
    return Quotes(code, label, items.assign(check=cautions(material, items["quote"])))


def cautions(material: Material, quotes: Iterable[str]) -> list[str]:
    """Return a remark on names, small places, addresses and numbers in each quote, or ``""``."""
    return [
        f"{_LOOK}: {', '.join(map(quoted, words))}" if words else ""
        for words in material.telling(quotes)
    ]


def caution_of_cells(material: Material, texts: Iterable[str]) -> str:
    """Return a sentence for the note of a table whose cells quote, or ``""``."""
    quotes = [match.group(1) for text in texts if (match := _INSIDE.search(text))]
    words = list(dict.fromkeys(word for told in material.telling(quotes) for word in told))
    if not words:
        return ""
    rest = len(words) - _NAMED
    more = f" i {counted(rest, 'inne', 'inne', 'innych')}" if rest > 0 else ""
    named = ", ".join(map(quoted, words[:_NAMED]))
    return f"{_LOOK.capitalize()} słowa w przytoczonych wypowiedziach: {named}{more}."


def told_of_quotes(material: Material, blocks: Iterable[Block]) -> Paragraph:
    """Return the sentence on all quotes of a report that stands before them."""
    remarks = [text for block in blocks if isinstance(block, Quotes) for text in block.checks]
    found = sum(map(bool, remarks))
    if material.masked:
        text = (
            "W transkrypcjach zastąpiono imiona, nazwiska, małe miejsca i numery, więc imiona w cytatach "
            "są pseudonimami."
        )
    elif found:
        text = (
            f"W {number(found)} z {counted(len(remarks), 'cytatu', 'cytatów', 'cytatów')} wykryto słowa, "
            "które mogą wskazać osobę (imiona, nazwiska, miejsca mniejsze niż gmina, adresy, numery); "
            f"wymieniono je pod cytatem po słowach „{_LOOK}”."
        )
    else:
        text = "W cytatach nie wykryto imion, nazwisk, miejsc mniejszych niż gmina, adresów ani numerów."
    return Paragraph(f"{text} {_AUTOMATIC}", "note")
