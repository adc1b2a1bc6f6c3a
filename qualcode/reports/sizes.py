"""Sizes of gminas and kinds of people that are kept back, wherever a report names them as a base."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import replace

import pandas as pd

from qualcode.privacy.smallcells import SIGN
from qualcode.reports.blocks import Cell, Table
from qualcode.reports.cells import numeric

_COUNT = r"\d+(?:\u00a0\d{3})*"
_SIZE = rf"(?P<gap>\s\(?)n(?P<is>\s=\s){_COUNT}"
_HERE = re.compile(rf"(w gminie n\s=\s){_COUNT}")
_SHARE = re.compile(r": %$|\s\(n\s=.*$")
_WHOLE = "Wypowiedzi ogółem"
_LOCAL = "% w gminie"


def unsized(text: str, groups: Iterable[str]) -> str:
    """Return text without the sizes of some groups: ``Dolany n = 15``, ``Dolany (n = 15)``.

    Examples
    --------
    >>> unsized("(Dolany n = 15, Stare Dolany n = 46)", ["Dolany"])
    '(Dolany n = #, Stare Dolany n = 46)'
    """
    for name in groups:
        start = rf"(?:(?<=\()|(?<=,\s)|(?<=:\s)|^)(?P<name>{re.escape(name)})"
        text = re.sub(start + _SIZE, rf"\g<name>\g<gap>n\g<is>{SIGN}", text)
    return text


def profiled(table: Table) -> str:
    """Return the gmina whose profile a table is, ``""`` for other tables."""
    return table.name.removeprefix("Profil ") if _LOCAL in table.data else ""


def measured(table: Table, groups: Set[str]) -> set[Cell]:
    """Return the cells that are sizes of groups, and percentages from which they can be counted."""
    found = set()
    for column, head in enumerate(map(str, table.data.columns)):
        group = profiled(table) if head == _LOCAL else _SHARE.sub("", head)
        share = table.kinds[column] == "percent" and group in groups
        for row in range(len(table.data)):
            value = table.data.iat[row, column]
            whole = head == _WHOLE and table.data.iat[row, 0] in groups
            if (whole or share) and not pd.isna(value) and value != 0:
                found.add((row, column))
    return {(row, column) for row, column in found if numeric(table.kinds[column])}


def rebased(table: Table, groups: Set[str]) -> Table:
    """Return a table whose headings, base and note tell no size of some groups."""
    base = unsized(table.base, groups)
    if profiled(table) in groups:
        base = _HERE.sub(rf"\g<1>{SIGN}", base)
    return replace(
        table,
        data=table.data.rename(columns=lambda name: unsized(str(name), groups)),
        base=base,
        note=unsized(table.note, groups),
    )
