"""How the page counts tables and charts anew for chosen statements.

A report's table says which statements stand behind a number, not how the number was made of them.
Here a rule is proposed for each column and kept only if it gives every number of that column on
the whole material; what no rule gives is shown on the page as not counted anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from qualcode.reports.blocks import Table
from qualcode.reports.cells import SMALL, numeric, shown
from qualcode.reports.material import Material
from qualcode.statistics import ranks, wilson
from qualcode.study import Facet
from qualcode.wording import NBSP

_COUNTS = {"osoby": "people", "spotkania": "meetings", "słowa": "words"}
_NEAR = 1e-6
_MARKS = "▲▼"
Base = str
"""Which statements shares are of: ``""`` all, ``"gminy:3"`` or ``"kinds:0"`` those of a group."""


@dataclass
class Statements:
    """The statements of a page by number, and every set of them that stands behind a number."""

    material: Material
    sets: list[np.ndarray] = field(default_factory=list)
    _known: dict[bytes, int] = field(default_factory=dict)

    @cached_property
    def place(self) -> dict[str, int]:
        """Return the number of each statement."""
        return {segment: place for place, segment in enumerate(self.material.given.index)}

    @cached_property
    def groups(self) -> dict[str, list[str]]:
        """Return the names of groups statements belong to, per kind of group."""
        rows = self.material.rows
        named = {"gminy": "gmina", "kinds": "role_group"}
        return {kind: list(dict.fromkeys(rows[column])) for kind, column in named.items()}

    @cached_property
    def columns(self) -> dict[str, np.ndarray]:
        """Return numbers per statement: its groups, its speaker, meeting and words."""
        rows = self.material.rows
        found = {
            "gminy": rows["gmina"].map(self.groups["gminy"].index),
            "kinds": rows["role_group"].map(self.groups["kinds"].index),
        }
        order = rows["person"], rows["transcript"]
        people, meetings = (column.map({v: n for n, v in enumerate(dict.fromkeys(column))}) for column in order)  # fmt: skip
        found |= {"people": people, "meetings": meetings, "words": rows["words"]}
        return {name: column.to_numpy(dtype="int64") for name, column in found.items()}

    def set(self, ids: Iterable[str]) -> int:
        """Return the number of a set of statements, -1 for none of them."""
        return self.kept(np.array(sorted({self.place[i] for i in ids if i in self.place}), "int64"))

    def kept(self, places: np.ndarray) -> int:
        """Return the number of a set given by places."""
        if not len(places):
            return -1
        key = places.tobytes()
        if key not in self._known:
            self._known[key] = len(self.sets)
            self.sets.append(places)
        return self._known[key]

    def of(self, number: int) -> np.ndarray:
        """Return the statements of a set."""
        return self.sets[number] if number >= 0 else np.zeros(0, "int64")

    @cached_property
    def facets(self) -> dict[str, Facet]:
        """Return the facets of the codebook by their short names."""
        return {self.material.short(facet.id): facet for facet in self.material.facets}

    @cached_property
    def _given(self) -> dict[str, np.ndarray]:
        return {str(code): np.flatnonzero(given) for code, given in self.material.given.items()}

    def coded(self, code: str) -> int:
        """Return the set of everything said with a code."""
        return self.kept(self._given[code])

    def group(self, base: Base) -> np.ndarray:
        """Return the statements of a group."""
        if not base:
            return np.arange(self.material.n)
        kind, _, name = base.partition(":")
        return np.flatnonzero(self.columns[kind] == int(name))

    def group_named(self, name: str) -> Base | None:
        """Return the group of a name."""
        for kind, names in self.groups.items():
            if name and name in names:
                return f"{kind}:{names.index(name)}"
        return None

    def value(self, how: str, number: int, base: Base = "") -> float | None:
        """Return what a rule gives for a set; None where there is too little to say."""
        places = self.of(number)
        if how == "n":
            return len(places)
        if how == "words":
            return int(self.columns["words"][places].sum())
        if how in ("people", "meetings"):
            return len(np.unique(self.columns[how][places]))
        whole = len(self.group(base))
        if whole < SMALL:
            return None
        if how == "percent":
            return 100 * len(places) / whole
        # what nobody said has no interval worth printing
        return 100 * float(wilson(len(places), whole)[how == "high"]) if len(places) else None


@dataclass
class Recipe:
    """How a table is counted anew.

    Parameters
    ----------
    lists : dict
        Column, or "code" and "group" for sets no cell shows, to a set per row.
    columns : list of (column, rule, list, base)
    stale : list of int
        Columns that keep the figures of the whole material.
    parts : list of int
        Which ranking each row belongs to.
    """

    lists: dict[str, list[int]]
    columns: list[tuple[int, str, str, Base]]
    stale: list[int]
    parts: list[int]


def recipe(table: Table, known: Statements) -> Recipe:
    """Return how a table is counted anew, each rule proved on the whole material."""
    lists = _lists(table, known)
    parts = _parts(table)
    columns = []
    for column in range(len(table.kinds)):
        found = _rule(table, column, lists, known, parts)
        if found:
            columns.append((column, *found))
    used = {item[2] for item in columns} | {str(n) for n in range(len(table.kinds))}
    counted = {item[0] for item in columns}
    first = next((n for n, kind in enumerate(table.kinds) if numeric(kind)), len(table.kinds))
    stale = [
        column
        for column, kind in enumerate(table.kinds)
        if column not in counted
        and (column > first or numeric(kind) or str(column) in lists or kind == "mark")
    ]
    return Recipe({n: item for n, item in lists.items() if n in used}, columns, stale, parts)


def _lists(table: Table, known: Statements) -> dict[str, list[int]]:
    """Return the set per row of each column that has any, and sets that rows speak of."""
    height = len(table.data)
    lists: dict[str, list[int]] = {}
    for column in range(len(table.kinds)):
        sets = [known.set(table.cells.get((row, column), ())) for row in range(height)]
        if max(sets, default=-1) < 0:
            continue
        if table.total and sets[-1] < 0:
            parts = [known.of(number) for number in sets[:-1]]
            sets[-1] = known.kept(np.unique(np.concatenate(parts)))
        lists[str(column)] = sets
    return lists


def _parts(table: Table) -> list[int]:
    """Return the part of the table each row belongs to: gaps in the first column continue one."""
    part, parts = -1, []
    sparse = "" in set(table.data.iloc[:, 0]) and table.kinds[0] == "text"
    for value in table.data.iloc[:, 0]:
        part = part + 1 if sparse and value != "" else max(part, 0)
        parts.append(part)
    return parts


def _rule(
    table: Table, column: int, lists: dict[str, list[int]], known: Statements, parts: list[int]
) -> tuple[str, str, Base] | None:
    """Return the rule, list and base that give every number of a column."""
    heading, kind = str(table.data.columns[column]), table.kinds[column]
    values = list(table.data.iloc[:, column])
    if kind == "mark":
        if heading != "Miejsce":
            return None
        near = _nearest(column, lists)
        fits = (name for name in near if placed(lists[name], parts, known) == values)
        return next((("place", name, "") for name in fits), None)
    if kind not in ("count", "percent"):
        return None
    how = _how(heading, kind)
    for name in _sources(table, column, how, lists, known):
        for base in _bases(heading, lists[name], known) if kind == "percent" else [""]:
            made = [known.value(how, number, base) for number in lists[name]]
            if all(_same(*pair, kind) for pair in zip(made, values, strict=True)):
                return how, name, base
    return None


def _how(heading: str, kind: str) -> str:
    if kind == "count":
        return _COUNTS.get(heading.lower(), "n")
    return {"od": "low", "do": "high"}.get(heading.rpartition(" ")[2], "percent")


def _nearest(column: int, lists: dict[str, list[int]]) -> list[str]:
    """Return the lists of the table's own columns, the nearest first, left before right."""
    columns = [int(name) for name in lists if name.isdigit()]
    return [str(n) for n in sorted(columns, key=lambda n: (n > column, abs(n - column)))]


def _sources(
    table: Table, column: int, how: str, lists: dict[str, list[int]], known: Statements
) -> Iterator[str]:
    """Yield the lists a column may count, the likeliest first; adds those no cell shows."""
    if str(column) in lists:
        yield str(column)
        return
    yield from _nearest(column, lists) if how != "n" else ()
    nothing = [-1] * len(table.data) if not table.data.iloc[:, column].astype(bool).any() else []
    for name, made in (("code", _codes), ("group", _groups), ("none", lambda *_: nothing)):
        if name not in lists:
            sets = made(table, known)
            if not sets:
                continue
            lists[name] = sets
        yield name


def _codes(table: Table, known: Statements) -> list[int]:
    """Return everything said with the code each row names, where rows name codes of a facet."""
    texts = [n for n, kind in enumerate(table.kinds) if kind == "text"][:2]
    if len(texts) < 2:
        return []
    facets = known.facets
    sets, facet = [], None
    for title, name in table.data.iloc[:, texts].itertuples(index=False, name=None):
        facet = facets.get(str(title)) if title else facet
        code = next((code for code in facet.codes if code.name == name), None) if facet else None
        if code is None:
            return []
        sets.append(known.coded(code.id))
    return sets


def _groups(table: Table, known: Statements) -> list[int]:
    """Return everything said in the group each row names."""
    groups = [known.group_named(str(name)) for name in table.data.iloc[:, 0]]
    return [] if None in groups else [known.kept(known.group(base)) for base in groups if base]


def _bases(heading: str, sets: Sequence[int], known: Statements) -> list[Base]:
    """Return what shares of a column may be of, as its heading lets."""
    named = known.group_named(heading.rpartition(": ")[0] or heading.rpartition(f" (n{NBSP}")[0])
    if named is not None:
        return [named]
    if heading.endswith(("wypowiedzi", "w badaniu", " od", " do")):
        return [""]
    met = np.concatenate([known.of(number) for number in sets])
    return [
        f"{kind}:{known.columns[kind][met[0]]}"
        for kind in known.groups
        if len(met) and len(np.unique(known.columns[kind][met])) == 1
    ]


def _same(made: float | None, value: Any, kind: str) -> bool:
    if isinstance(value, str):
        return shown(made, kind) == value.rstrip(_MARKS).rstrip(NBSP)
    if made is None or value is None or value != value:
        return made is None and (value is None or value != value)
    return abs(made - float(value)) < _NEAR


def placed(sets: Sequence[int], parts: Sequence[int], known: Statements) -> list[str]:
    """Return places within each part of a table as the report writes them: 1., 2=, –."""
    counts = np.array([len(known.of(number)) for number in sets])
    told = [""] * len(counts)
    for part in dict.fromkeys(parts):
        rows = np.flatnonzero(np.array(parts) == part)
        places = list(ranks(counts[rows]))
        for row, place in zip(rows, places, strict=True):
            tied = "=" if places.count(place) > 1 else "."
            told[row] = f"{place}{tied}" if counts[row] else "–"
    return told
