"""Which numbers of a report are kept back: one register of them for all of its tables and charts.

A number is known by the statements behind it. What one table must blank, because few people stand
behind it or because a sum would give it away, is blanked wherever the same statements are counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

import pandas as pd

from qualcode.privacy.smallcells import TOTALS, blank
from qualcode.reports.blocks import Cell, Report, Table
from qualcode.reports.cells import numeric
from qualcode.reports.material import Material
from qualcode.reports.rooms import Group, telling

MEASURES = frozenset(["Wypowiedzi", "w tym zakodowane", "Osoby", "Spotkania", "Słowa"])
_ROW_SUM = "wypowiedzi ogółem"
Ids = tuple[str, ...]
_SIDES = ("gmina", "role_group")


class Register:
    """The numbers of a report that are kept back, found once for all tables.

    Parameters
    ----------
    report : Report
        Of a study with its statements.
    k : int
        Numbers with 1 to ``k`` - 1 people behind them are small.
    """

    def __init__(self, report: Report, k: int) -> None:
        self.k = k
        self._owners = _owners(report)
        self._kept_back: set[frozenset[str]] = set()
        material = Material(report.study, report.coder)
        self.codes = {code: material.ids(code) for code in report.study.codebook.codes}
        self.facets = {
            facet.id: material.ids(
                material.given[[code.id for code in facet.codes]].any(axis=1).to_numpy()
            )
            for facet in material.facets
        }
        """The statements with any code of a facet, told of in words."""
        self._groups = _groups(material)
        divisions = [list(held.values()) for held in self._groups.values()]
        divisions.append(_meetings(material))
        questions = _questions(report.tables)
        tables = [*report.tables, *_whole_crossings(material), *_sizes(material, self._groups)]
        held = [*self.facets.values(), *(ids for table in tables for ids in table.cells.values())]
        pairs = _complements(set(map(frozenset, held)), material.n)
        parts = _parts(report.tables)
        self._fill(tables)
        while self._spread(parts, pairs) or self._ask(questions, divisions):
            self._fill(tables)  # what is told in words may be a number of a table as well

    def crowd(self, ids: Iterable[str]) -> int:
        """Return how many people said these statements."""
        return len({self._owners[item] for item in ids if item in self._owners})

    def few(self, ids: Iterable[str]) -> bool:
        """Say whether somebody, but too few people, said these statements."""
        return 0 < self.crowd(ids) < self.k

    def hides(self, ids: Iterable[str]) -> bool:
        """Say whether the number of these statements may not be told."""
        found = frozenset(ids)
        return found in self._kept_back or self.few(found)

    @cached_property
    def unsized(self) -> frozenset[str]:
        """Return the gminas and kinds of people whose numbers of statements are kept back."""
        found = (groups.items() for groups in self._groups.values())
        return frozenset(name for items in found for name, ids in items if self.hides(ids)) - {""}

    def hidden(self, table: Table) -> tuple[set[Cell], str]:
        """Return the cells of a table to blank, derived ones too, and a warning or ``""``."""
        names = [str(name) for name in table.data.columns]
        carriers, measured = _carriers(table, names)
        if not carriers:
            return set(), ""
        values, people = self._numbers(table, carriers)
        result = blank(values, k=self.k, people=people, totals=TOTALS | {_ROW_SUM})
        hidden: set[Cell] = set()
        for row in range(len(values)):
            for place, column in enumerate(carriers):
                if isinstance(result.iat[row, place], str):
                    derived = range(len(names)) if measured else _derived(names, column)
                    hidden |= {(row, n) for n in derived if numeric(table.kinds[n])}
                    hidden.add((row, column))
        return hidden, str(result.attrs["warning"])

    def _spread(
        self,
        parts: list[list[tuple[str, ...]]],
        pairs: list[tuple[frozenset[str], frozenset[str]]],
    ) -> bool:
        """Keep back what gives a number away beside a base, and say whether anything was added."""
        before = len(self._kept_back)
        for group in parts:
            if any(self.hides(ids) for ids in group):
                self._kept_back |= {frozenset(ids) for ids in group}
        for one, other in pairs:
            if self.hides(one) or self.hides(other):
                self._kept_back |= {one, other}
        return len(self._kept_back) > before

    def _ask(self, questions: list[Ids], divisions: list[list[Ids]]) -> bool:
        """Keep back questions that would tell the size of a group; say whether any was added."""
        before = len(self._kept_back)
        for groups in divisions:
            shown = [ids for ids in questions if not self.hides(ids)]
            rooms = [Group(frozenset(ids), self.crowd(ids), self.hides(ids)) for ids in groups]
            found = telling(shown, rooms, self._owners) if any(g.hidden for g in rooms) else ()
            self._kept_back |= {frozenset(ids) for ids in found}
        return len(self._kept_back) > before

    def _fill(self, tables: list[Table]) -> None:
        """Blank table after table until none gives rise to another number kept back."""
        held = [{frozenset(ids) for ids in table.cells.values() if ids} for table in tables]
        seen: list[set[frozenset[str]] | None] = [None] * len(tables)
        waiting = True
        while waiting:
            waiting = False
            for n, table in enumerate(tables):
                known = held[n] & self._kept_back
                if known == seen[n]:
                    continue
                waiting = True
                ids = (table.cells.get(cell, ()) for cell in self.hidden(table)[0])
                self._kept_back |= {frozenset(item) for item in ids if item}
                seen[n] = known

    def _numbers(self, table: Table, carriers: list[int]) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Return statements and people behind the cells of some columns."""
        names = [str(name) for name in table.data.columns]
        persons = names.index("Osoby") if "Osoby" in names else None
        counts, people = [], []
        for row in range(len(table.data)):
            known = _whole(table, row, persons) if persons is not None else 0
            told = [
                self._behind(table.cells.get((row, c)), _whole(table, row, c), known)
                for c in carriers
            ]
            counts.append([n for n, _ in told])
            people.append([n for _, n in told])
        rows, columns = _labels(table, carriers)
        return tuple(pd.DataFrame(data, index=rows, columns=columns) for data in (counts, people))

    def _behind(self, ids: tuple[str, ...] | None, plain: int, known: int) -> tuple[int, int]:
        """Return statements and people of one cell; one person where it is kept back already."""
        if ids is None:
            return plain, known or plain
        if frozenset(ids) in self._kept_back:
            return len(ids), 1
        return len(ids), known or self.crowd(ids)


def _owners(report: Report) -> dict[str, tuple[str, str]]:
    segments = report.study.segments
    said = zip(segments["transcript"], segments["speaker"], strict=True)
    return dict(zip(segments["segment"], said, strict=True))


def _groups(material: Material) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the statements of each gmina and of each kind of people, told of as bases."""
    return {
        by: {
            str(name): material.ids(material.where(by, name))
            for name in sorted(material.rows[by].unique())
        }
        for by in _SIDES
    }


def _meetings(material: Material) -> list[Ids]:
    """Return the statements of each meeting."""
    names = material.rows["transcript"].unique()
    return [material.ids(material.where("transcript", str(name))) for name in names]


def _questions(tables: Iterable[Table]) -> list[Ids]:
    """Return the answers to each question of the table of questions."""
    return [ids for table in tables if table.id == "pytania" for ids in table.cells.values()]


def _sizes(material: Material, groups: dict[str, dict[str, tuple[str, ...]]]) -> list[Table]:
    """Return the sizes of gminas and kinds of people, so that none is the rest of the base."""
    found = []
    for by, held in groups.items():
        if len(held) < 2:
            continue
        lines = [(name, len(ids), material.speakers(ids)) for name, ids in held.items()]
        lines.append(("Razem", material.n, len(material.crowd)))
        found.append(
            Table(
                f"{by}-wielkosc",
                "",
                pd.DataFrame(lines, columns=["Grupa", "Wypowiedzi", "Osoby"]),
                ("text", "count", "count"),
                cells={(row, 1): ids for row, ids in enumerate(held.values())},
            )
        )
    return found


def _complements(
    held: set[frozenset[str]], whole: int
) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return numbers that add up to the base of the report: either tells the other."""
    by_size: dict[int, list[frozenset[str]]] = {}
    for ids in held:
        by_size.setdefault(len(ids), []).append(ids)
    return [
        (one, other)
        for size, ones in by_size.items()
        if 0 < size <= whole - size
        for one in ones
        for other in by_size.get(whole - size, ())
        if one.isdisjoint(other)
    ]


def _whole_crossings(material: Material) -> list[Table]:
    """Return codes by all gminas and kinds of people, so that no sum over profiles tells one."""
    found = []
    for by in _SIDES:
        names = sorted(material.rows[by].unique())
        if len(names) < 2:
            continue
        masks = [material.where(by, name) for name in names]
        for facet in material.facets:
            ids = [
                [*(material.ids(code.id, mask) for mask in masks), material.ids(code.id)]
                for code in facet.codes
            ]
            data = pd.DataFrame(
                [(code.name, *map(len, row)) for code, row in zip(facet.codes, ids, strict=True)],
                columns=["Kod", *names, _ROW_SUM],
            )
            cells = {(r, 1 + c): item for r, row in enumerate(ids) for c, item in enumerate(row)}
            kinds = ("text", *["count"] * (len(names) + 1))
            found.append(Table(f"{facet.id}-{by}", "", data, kinds, cells=cells))
    return found


def _parts(tables: Iterable[Table]) -> list[list[tuple[str, ...]]]:
    """Return numbers told in words that add up to about one told elsewhere: one less tells it."""
    found: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for table in tables:
        for cell, ids in table.cells.items():
            voice, colon, _ = str(table.data.iat[cell]).partition(": ")
            if table.id.startswith("swot-") and colon:
                found.setdefault((table.id, voice), []).append(ids)
            elif table.id == "lpdi" and cell[1] > 1:
                found.setdefault((table.id, str(cell[1])), []).append(ids)
    return list(found.values())


def _carriers(table: Table, names: list[str]) -> tuple[list[int], bool]:
    """Return the columns others are derived from, and whether they are one measure of rows."""
    plain = {n for n, kind in enumerate(table.kinds) if kind == "count"}
    carriers = sorted({c for _, c in table.cells if numeric(table.kinds[c])} | plain)
    measured = [n for n in carriers if names[n] in MEASURES]
    if not measured:
        return carriers, False
    return (measured[:1] if names[measured[0]] != "Osoby" else measured[1:2] or measured), True


def _derived(names: list[str], column: int) -> list[int]:
    """Return the columns counted from one: "Żabin: %" from "Żabin: n"."""
    head = names[column].rpartition(":")[0]
    return [n for n, name in enumerate(names) if head and name.rpartition(":")[0] == head]


def _labels(table: Table, carriers: list[int]) -> tuple[pd.Index, pd.Index]:
    """Return distinct names of rows and columns; those of totals as they are printed."""
    words = next((n for n, kind in enumerate(table.kinds) if kind == "text"), 0)
    rows = [
        str(label) if str(label).lower() in TOTALS else f"{n}"
        for n, label in enumerate(table.data.iloc[:, words])
    ]
    heads = [(n, str(table.data.columns[n])) for n in carriers]
    return pd.Index(rows), pd.Index(
        [name if name.lower() == _ROW_SUM else f"{n} {name}" for n, name in heads]
    )


def _whole(table: Table, row: int, column: int) -> int:
    value: Any = table.data.iat[row, column]
    counts = table.kinds[column] == "count" and not isinstance(value, str) and not pd.isna(value)
    return int(value) if counts else 0
