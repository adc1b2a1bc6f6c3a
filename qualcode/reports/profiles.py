"""The same page for every gmina."""

from __future__ import annotations

import numpy as np
import pandas as pd

from qualcode.comparisons import SMALL
from qualcode.participants import unit
from qualcode.reports.blocks import Block, Heading, Paragraph, Table
from qualcode.reports.cautions import cautioned
from qualcode.reports.material import Material, inside, meetings, persons, statements
from qualcode.statistics import ranks
from qualcode.wording import NBSP, number

_SHOWN = ("bariera", "priorytet", "usluga", "grupa")
_LISTED = 12  # more profiles would flood the table of contents
_QUOTED = ("bariera",)  # with one quote a profile fits a page


def profiles(material: Material) -> list[Block]:
    """Return a page per gmina, all with the same table; none where there is one gmina or none."""
    if len(material.gminy) < 2:
        return []
    blocks: list[Block] = [Heading("Profile gmin", new_page=True)]
    for name in material.gminy:
        level = 2 if len(material.gminy) <= _LISTED else 3
        blocks += _profile(material, name, level)
    return blocks


def _profile(material: Material, name: str, level: int) -> list[Block]:
    here = material.where("gmina", name)
    title = unit(name)[0].upper() + unit(name)[1:]
    ids = material.ids(here)
    sentence = f"{title}: {meetings(material.meetings(ids))}, {persons(material.speakers(ids))}, {statements(len(ids))}."
    blocks: list[Block] = [
        Heading(title, level, new_page=name != material.gminy[0]),
        Paragraph(sentence),
        _table(material, name),
    ]
    for facet in _QUOTED:
        if not material.has(facet):
            continue
        counts = {code.id: material.count(code.id, here) for code in material.codes(facet)}
        best = max(counts, key=lambda code: counts[code])
        if counts[best]:
            items = material.quotes(best, 1, material.ids(best, here))
            blocks.append(
                cautioned(
                    material,
                    best,
                    f"{material.short(facet)}: {inside(material.name(best))}",
                    items,
                )
            )
    return blocks


def _table(material: Material, name: str) -> Table:
    here = material.where("gmina", name)
    base = int(here.sum())
    lines: list[tuple[object, ...]] = []
    cells = {}
    for facet in [facet for facet in _SHOWN if material.has(facet)] or [
        facet.id for facet in material.facets
    ]:
        codes = material.codes(facet)
        ids = [material.ids(code.id, here) for code in codes]
        counts = [len(item) for item in ids]
        places = ranks(np.array(counts))
        for code, found, place in zip(codes, ids, places, strict=True):
            tied = list(places).count(place) > 1
            if found:
                cells[len(lines), 3] = found
            lines.append(
                (
                    material.short(facet) if code is codes[0] else "",
                    f"{place}{'=' if tied else '.'}" if found else "–",
                    code.name,
                    len(found),
                    100 * len(found) / base if base >= SMALL else None,
                    100 * material.count(code.id) / material.n if material.n >= SMALL else None,
                )
            )
    few = f" Odsetków w gminie nie podano: podstawa mniejsza niż {SMALL}." if base < SMALL else ""
    data = pd.DataFrame(
        lines, columns=["Aspekt", "Miejsce", "Kod", "Wypowiedzi", "% w gminie", "% w badaniu"]
    )
    return Table(
        f"gmina-{material.gminy.index(name) + 1:02}",
        f"Profil: {unit(name)}",
        data,
        ("text", "mark", "text", "count", "percent", "percent"),
        base=f"Podstawa: wypowiedzi w gminie n{NBSP}={NBSP}{number(base)}, w badaniu n{NBSP}={NBSP}{number(material.n)}; {material.within}.{few}",
        note="Miejsce w obrębie aspektu; „=” oznacza równe liczby.",
        cells=cells,
        name=f"Profil {name}",
    )
