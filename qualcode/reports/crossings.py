"""Codes crossed with codes, gminas and participants: matrices, heat maps, tests, network."""

from __future__ import annotations

import numpy as np
import pandas as pd

from qualcode.comparisons import SMALL
from qualcode.reports.blocks import Block, Cell, Figure, Heading, Paragraph, Table
from qualcode.reports.material import Material, inside
from qualcode.statistics import wilson
from qualcode.wording import NBSP, counted, number

_PAIRS = (
    ("usluga", "grupa", "Usługi a grupy odbiorców"),
    ("usluga", "bariera", "Bariery a usługi"),
    ("bariera", "grupa", "Bariery a grupy odbiorców"),
    ("priorytet", "grupa", "Priorytety a grupy odbiorców"),
)
_COMPARED = ("bariera", "priorytet", "usluga")
_FEW = 4  # so many groups have room for counts and percent
_MANY = 7  # more groups than this stand in rows
_EDGES = 20
_SURE = 0.05
_CAUTION = {
    "gmina": "Każdą gminę tworzą konkretne spotkania, więc różnica może wynikać także z doboru uczestników.",
    "role_group": "Rodzaj uczestników ustalono z ich roli, a osób nie dobrano losowo.",
}
# how a side is called in names and in titles
_SIDES = {"gmina": ("gmina", "gminy"), "role_group": ("uczestnicy", "rodzaju uczestników")}
_DOTS = 20  # more groups would not be readable in one picture


def code_crossings(material: Material) -> list[Block]:
    """Return services × groups and the like, each with the heat map of the first, and a network."""
    blocks: list[Block] = [
        Heading("Powiązania kodów: jakich usług i czyich spraw dotyczą wypowiedzi")
    ]
    pairs = [pair for pair in _PAIRS if material.has(pair[0], pair[1])]
    for place, (rows, columns, title) in enumerate(pairs):
        table = _crossed(material, rows, columns, title)
        if not table.cells:
            continue
        blocks += [Heading(title, 2), table]
        if place < 2:
            blocks.append(_heat(table, material))
    network = _network(material)
    if network:
        blocks += [Heading("Kody współwystępujące", 2), network]
    return blocks if len(blocks) > 1 else []


def _crossed(material: Material, rows: str, columns: str, title: str) -> Table:
    """Return a table of counts, codes by codes, with the number of all statements per row."""
    left, top = material.codes(rows), material.codes(columns)
    values, cells = [], {}
    for place, code in enumerate(left):
        ids = [material.ids(code.id, other.id) for other in top]
        whole = material.ids(code.id)
        values.append((code.name, *(len(item) for item in ids), len(whole)))
        cells.update({(place, 1 + n): item for n, item in enumerate((*ids, whole)) if item})
    name = material.study.codebook.facet(rows).name
    data = pd.DataFrame(values, columns=[name, *(code.name for code in top), "Wypowiedzi ogółem"])
    return Table(
        f"{rows}-{columns}",
        f"{title} – liczba wypowiedzi ({material.where_and_when})",
        data,
        ("text", *["count"] * (len(top) + 1)),
        unit="liczba wypowiedzi",
        base=f"{material.base} Wypowiedź może wystąpić w kilku kolumnach.",
        cells=cells,
        name=f"{material.word(rows)} × {inside(material.word(columns))}",
    )


def _heat(table: Table, material: Material) -> Figure:
    body = table.data.iloc[:, 1:-1].set_axis(table.data.iloc[:, 0], axis=0)
    cells = {(row, column - 1): ids for (row, column), ids in table.cells.items()}
    if body.shape[1] > max(len(body), 6):
        # long names read better beside the picture than above it
        body, cells = body.T, {(column, row): ids for (row, column), ids in cells.items()}
    top = int(body.to_numpy().max())
    row, column = np.unravel_index(int(body.to_numpy().argmax()), body.shape)
    return Figure(
        f"{table.id}-mapa",
        table.title,
        "heatmap",
        body,
        alt=(
            f"Mapa natężenia z liczbami w polach; najwięcej ({top}): {body.index[row]} – "
            f"{body.columns[column]}. Wszystkie liczby są w tabeli."
        ),
        unit="liczba wypowiedzi",
        base=material.base,
        cells={at: ids for at, ids in cells.items() if at[0] < len(body) and at[1] < body.shape[1]},
    )


def _network(material: Material) -> Figure | None:
    """Return the strongest pairs of codes given to one statement."""
    codes = list(material.given.columns)
    both = material.given.to_numpy().astype("int64")
    both = both.T @ both
    pairs = [
        (codes[i], codes[j], int(both[i, j]))
        for i in range(len(codes))
        for j in range(i + 1, len(codes))
        if both[i, j] >= 2
    ]
    pairs.sort(key=lambda item: (-item[2], item[0], item[1]))
    pairs = pairs[:_EDGES]
    if len(pairs) < 3:
        return None
    data = pd.DataFrame(
        [
            (
                material.name(a),
                material.name(b),
                n,
                material.short(a.partition(".")[0]),
                material.short(b.partition(".")[0]),
            )
            for a, b, n in pairs
        ],
        columns=["source", "target", "n", "source_facet", "target_facet"],
    )
    first = "; ".join(f"{row.source} – {row.target}: {row.n}" for row in data.head(5).itertuples())
    return Figure(
        "siec",
        f"Kody najczęściej nadawane tej samej wypowiedzi ({material.where_and_when})",
        "network",
        data,
        alt=f"Sieć kodów: grubsza linia to więcej wspólnych wypowiedzi. Najsilniejsze pary: {first}.",
        unit="liczba wspólnych wypowiedzi",
        base=f"{material.base} Pokazano {counted(len(pairs), 'najsilniejszą parę', 'najsilniejsze pary', 'najsilniejszych par')}, każda w co najmniej 2 wypowiedziach.",
        cells={row: material.ids(a, b) for row, (a, b, _) in enumerate(pairs)},
    )


def comparison(material: Material, by: str, names: list[str], title: str) -> list[Block]:
    """Return a table per facet of codes by groups (gminas or kinds of participants), with tests.

    Parameters
    ----------
    material : Material
    by : str
        Column of ``material.rows``.
    names : list of str
        Groups in their order.
    title : str
        Heading of the chapter.
    """
    facets = [facet for facet in _COMPARED if material.has(facet)] or [
        facet.id for facet in material.facets[:3]
    ]
    blocks: list[Block] = [Heading(title)]
    bases = {name: int(material.where(by, name).sum()) for name in names}
    compared = {name: base for name, base in bases.items() if base >= SMALL}
    if len(compared) < 2:
        return [*blocks, Paragraph(_too_few(bases))]
    # many groups stand in rows with counts, which need no base; percent does
    shown = bases if len(compared) > _MANY else compared
    for place, facet in enumerate(facets):
        tests = material.differences(facet, by)
        blocks.append(Heading(material.study.codebook.facet(facet).name, 2))
        blocks.append(Paragraph(_told(material, tests, by)))
        left = {name: base for name, base in bases.items() if name not in shown}
        blocks.append(_by_group(material, facet, by, (shown, left), tests))
        if place == 0:
            figure = _dots(material, facet, by, names)
            blocks += [figure] if len(figure.data) else []
    return blocks


def _too_few(bases: dict[str, int]) -> str:
    return (
        f"Grup nie zestawiono, bo co najmniej {SMALL} wypowiedzi, od których podaje się odsetki, mają mniej niż "
        f"dwie z nich: {_sizes(bases)}."
    )


def _sizes(bases: dict[str, int]) -> str:
    return ", ".join(f"{name} n{NBSP}={NBSP}{number(base)}" for name, base in bases.items())


def _told(material: Material, tests: pd.DataFrame, by: str) -> str:
    """Return in words which differences stand up to the test."""
    tested = tests.dropna(subset=["p"]).drop_duplicates("code")
    if tested.empty:
        return "Za mało osób lub wypowiedzi, by sprawdzić różnice testem; liczby podano bez oceny istotności."
    sure = tested[tested["p_holm"] < _SURE]
    if sure.empty:
        smallest = number(float(tested["p_holm"].min()), 3)
        return (
            f"Sprawdzono {counted(len(tested), 'kod', 'kody', 'kodów')}; żadna różnica nie przekracza tego, co mógłby dać "
            f"przypadek (test permutacyjny, najmniejsze p po poprawce Holma = {smallest})."
        )
    parts = [
        f"„{material.name(str(row.code))}” (p{NBSP}={NBSP}{number(row.p_holm, 3)})"
        for row in sure.itertuples()
    ]
    return (
        f"Sprawdzono {counted(len(tested), 'kod', 'kody', 'kodów')}; różnice większe niż przypadkowe (test permutacyjny, "
        f"poprawka Holma, p < 0,05): {', '.join(parts)}. {_CAUTION.get(by, '')}"
    )


def _by_group(
    material: Material,
    facet: str,
    by: str,
    groups: tuple[dict[str, int], dict[str, int]],
    tests: pd.DataFrame,
) -> Table:
    """Return codes by groups: groups in columns with percent, or in rows when they are many.

    ``groups`` are those shown and those left out, each with its base.
    """
    bases, left = groups
    few, both = len(bases) <= _MANY, len(bases) <= _FEW
    made = _codes_in_rows if few else _groups_in_rows
    data, kinds, cells = made(material, facet, by, bases, tests)
    marked = any(str(value).endswith(("▲", "▼")) for value in data.to_numpy().ravel())
    where = f" ({_sizes(bases)})" if both else ", n w nagłówku" if few else ", w ostatniej kolumnie"
    notes = [_MARKS] if marked else []
    if left:
        notes.append(f"Pominięto grupy poniżej {SMALL} wypowiedzi: {_sizes(left)}.")
    return Table(
        f"{facet}-{_SIDES[by][0]}",
        f"{_title(material, facet, by)} ({material.where_and_when})",
        data,
        kinds,
        unit=("liczba i % wypowiedzi" if both else "% wypowiedzi") if few else "liczba wypowiedzi",
        base=f"Podstawa{' odsetków' if few else ''}: wypowiedzi w grupie{where}; {material.within}.",
        note=" ".join(notes),
        cells=cells,
        name=f"{material.word(facet)} × {_SIDES[by][0]}",
    )


_MARKS = (
    "▲/▼ – częściej/rzadziej, niż wynikałoby z przypadku (reszta standaryzowana, p < 0,05 po "
    "poprawce na liczbę pól; oznaczano tylko kody, dla których test całego wiersza dał p < 0,05)."
)
Grid = tuple[pd.DataFrame, tuple[str, ...], dict[Cell, tuple[str, ...]]]


def _title(material: Material, facet: str, by: str) -> str:
    return f"{material.study.codebook.facet(facet).name} według {_SIDES[by][1]}"


def _codes_in_rows(
    material: Material, facet: str, by: str, bases: dict[str, int], tests: pd.DataFrame
) -> Grid:
    """Return counts and percent per group; with more than four groups percent alone."""
    marks = {(row.code, row.group): _mark(row) for row in tests.itertuples()}
    both = len(bases) <= _FEW
    lines: list[list[object]] = []
    cells: dict[Cell, tuple[str, ...]] = {}
    for code in material.codes(facet):
        line: list[object] = [code.name]
        for name, base in bases.items():
            ids = material.ids(code.id, material.where(by, name))
            if ids:
                cells[len(lines), len(line)] = ids
            share = 100 * len(ids) / base if base >= SMALL else None
            mark = marks.get((code.id, name), "")
            value = f"{number(share or 0, 1)}{NBSP}{mark}" if mark else share
            line += [len(ids), value] if both else [value]
        lines.append(line)
    heads = [
        head
        for name, base in bases.items()
        for head in (
            (f"{name}: n", f"{name}: %") if both else (f"{name} (n{NBSP}={NBSP}{number(base)})",)
        )
    ]
    data = pd.DataFrame(lines, columns=[material.study.codebook.facet(facet).name, *heads])
    kinds = ("text", *(["count", "percent"] if both else ["percent"]) * len(bases))
    return data, kinds, cells


def _groups_in_rows(
    material: Material, facet: str, by: str, bases: dict[str, int], tests: pd.DataFrame
) -> Grid:
    marks = {(row.code, row.group): _mark(row) for row in tests.itertuples()}
    codes = material.codes(facet)
    lines: list[list[object]] = []
    cells: dict[Cell, tuple[str, ...]] = {}
    for name, base in bases.items():
        line: list[object] = [name]
        for code in codes:
            ids = material.ids(code.id, material.where(by, name))
            if ids:
                cells[len(lines), len(line)] = ids
            mark = marks.get((code.id, name), "")
            line.append(f"{number(len(ids))}{NBSP}{mark}" if mark else len(ids))
        lines.append([*line, base])
    label = "Gmina" if by == "gmina" else "Uczestnicy"
    heads = [label, *(code.name for code in codes), "Wypowiedzi ogółem"]
    return pd.DataFrame(lines, columns=heads), ("text", *["count"] * (len(codes) + 1)), cells


def _most(count: int) -> str:
    return f"Pokazano {_DOTS} grup o największym udziale, z {count}. " if count > _DOTS else ""


def _mark(row: object) -> str:
    p, whole, residual = row.p_cell, row.p_holm, row.residual  # type: ignore[attr-defined]
    # a cell says nothing where the code as a whole does not differ; NaN is not below anything
    if not (p < _SURE and whole < _SURE):
        return ""
    return "▲" if residual > 0 else "▼"


def _dots(material: Material, facet: str, by: str, names: list[str]) -> Figure:
    """Return shares with intervals per code and group."""
    lines: list[tuple[object, ...]] = []
    cells = {}
    shown = names
    if len(names) > _DOTS:
        any_of = material.given[[code.id for code in material.codes(facet)]].any(axis=1).to_numpy()
        share = {name: any_of[material.where(by, name)].mean() for name in names}
        best = sorted(names, key=lambda name: -share[name])[:_DOTS]
        shown = [name for name in names if name in best]
    for code in material.codes(facet):
        for name in shown:
            mask = material.where(by, name)
            ids, base = material.ids(code.id, mask), int(mask.sum())
            if base < SMALL:
                continue
            low, high = wilson(len(ids), base)
            cells[len(lines)] = ids
            told_share = (100 * len(ids) / base, 100 * float(low), 100 * float(high))
            lines.append((code.name, name, *told_share, len(ids)))
    data = pd.DataFrame(lines, columns=["panel", "label", "value", "low", "high", "n"])
    told = "; ".join(
        f"{row.panel}, {row.label}: {number(row.value, 1)}%" for row in data.head(12).itertuples()
    )
    return Figure(
        f"{facet}-{_SIDES[by][0]}-punkty",
        f"{_title(material, facet, by)} ({material.where_and_when})",
        "dots",
        data,
        alt=f"Wykres punktowy z przedziałami ufności. {told}{'…' if len(data) > 12 else '.'}",
        unit="% wypowiedzi",
        base=(
            f"{_most(len(names))}Podstawa: wypowiedzi w grupie, {material.within}; pominięto grupy poniżej "
            f"{SMALL} wypowiedzi. Kreski: przedziały ufności 95% (Wilson)."
        ),
        cells=cells,
    )
