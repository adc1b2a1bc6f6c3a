"""One chapter per facet of the codebook: ranking with ties, chart, quotes."""

from __future__ import annotations

import pandas as pd

from qualcode.comparisons import SMALL
from qualcode.reports.blocks import Block, Figure, Heading, Paragraph, Table
from qualcode.reports.cautions import cautioned
from qualcode.reports.material import Material, statements
from qualcode.study import Facet
from qualcode.wording import counted, number, percent, plural, quoted

QUOTED_CODES = 4
_NAMED = 4  # ties could name half the facet


def facet_chapter(material: Material, facet: Facet) -> list[Block]:
    """Return the chapter of one facet."""
    places = material.ranking(facet.id)
    heading = Heading(facet.name)
    if not places["n"].any():
        return [heading, Paragraph("Żadna wypowiedź nie dotyczyła tego aspektu.")]
    blocks: list[Block] = [
        heading,
        Paragraph(_sentence(material, facet, places)),
        _table(material, facet, places),
    ]
    if len(places) > 1:
        blocks.append(_bars(material, facet, places))
    blocks += quoted_codes(
        material, [str(code) for code in places.index[places["n"] > 0]][:QUOTED_CODES]
    )
    return blocks


def quoted_codes(material: Material, codes: list[str], n: int = 2) -> list[Block]:
    """Return quotes for codes that have any."""
    found = []
    for code in codes:
        items = material.quotes(code, n)
        if len(items):
            found.append(cautioned(material, code, material.name(code), items))
    return list(found)


def _sentence(material: Material, facet: Facet, places: pd.DataFrame) -> str:
    codes = [code.id for code in facet.codes]
    any_of = material.ids(material.given[codes].any(axis=1))
    best = places.index[(places["rank"] == 1)]
    names = ", ".join(quoted(material.name(str(code))) for code in best[:_NAMED])
    most = number(int(places["n"].iloc[0]))
    top = f" ({most}{', ex aequo' if len(best) > 1 else ''})"
    if others := len(best[_NAMED:]):
        top = f" i {counted(others, 'inny', 'inne', 'innych')} po {most} (ex aequo)"
    share = f" ({percent(len(any_of) / material.n)})" if material.n >= SMALL else ""
    # the question is the codebook's; nobody need have asked it at a meeting
    about = f" ({quoted(facet.question)})" if facet.question else ""
    return (
        f"Kody tego aspektu{about} {plural(len(any_of), 'ma', 'mają', 'ma')} "
        f"{statements(len(any_of))}{share} "
        f"{counted(material.speakers(any_of), 'osoby', 'osób', 'osób')}"
        f"{_meetings(material, any_of)}. "
        f"Najczęściej: {names}{top}."
    )


def _meetings(material: Material, ids: tuple[str, ...]) -> str:
    if len(material.study.transcripts) == 1:
        return ""
    return f" z {counted(material.meetings(ids), 'spotkania', 'spotkań', 'spotkań')}"


_COLUMNS = (
    ("Miejsce", "mark"),
    ("", "text"),  # named after the facet
    ("Wypowiedzi", "count"),
    ("% wypowiedzi", "percent"),
    ("95% PU od", "percent"),
    ("95% PU do", "percent"),
    ("Osoby", "count"),
    ("Spotkania", "count"),
)


def _table(material: Material, facet: Facet, places: pd.DataFrame) -> Table:
    met = places["n"] > 0
    columns = {
        "Miejsce": [_place(row) for _, row in places.iterrows()],
        "": [material.name(str(code)) for code in places.index],
        "Wypowiedzi": places["n"].to_list(),
        "% wypowiedzi": (100 * places["share"]).to_list(),
        # what nobody said has no interval worth printing
        "95% PU od": (100 * places["low"]).where(met).to_list(),
        "95% PU do": (100 * places["high"]).where(met).to_list(),
        "Osoby": places["speakers"].to_list(),
        "Spotkania": places["transcripts"].to_list(),
    }
    enough = material.n >= SMALL
    kinds = {name: kind for name, kind in _COLUMNS if enough or kind != "percent"}
    counted_in = [place for place, kind in enumerate(kinds.values()) if kind == "count"]
    told = (
        "Wypowiedź może mieć kilka kodów, więc odsetki nie sumują się do 100. PU – przedział ufności (Wilson)."
        if enough
        else f"Odsetków nie podano: podstawa mniejsza niż {SMALL}."
    )
    return Table(
        facet.id,
        f"{facet.name} – częstość wskazań ({material.where_and_when})",
        pd.DataFrame({name: columns[name] for name in kinds}).rename(columns={"": facet.name}),
        tuple(kinds.values()),
        base=f"{material.base} {told}",
        cells={
            (row, column): material.ids(str(code))
            for row, code in enumerate(places.index)
            for column in counted_in
            if places["n"].iloc[row]
        },
        name=material.short(facet.id),
    )


def _place(row: pd.Series) -> str:
    if not row["n"]:
        return "–"
    return f"{int(row['rank'])}{'=' if row['tied'] else '.'}"


def _bars(material: Material, facet: Facet, places: pd.DataFrame) -> Figure:
    met = places[places["n"] > 0]
    data = pd.DataFrame(
        {
            "label": [material.name(str(code)) for code in met.index],
            "n": met["n"].to_list(),
            "low": (met["low"] * material.n).to_list(),
            "high": (met["high"] * material.n).to_list(),
        }
    )
    told = "; ".join(f"{row.label}: {row.n}" for row in data.itertuples())
    return Figure(
        f"{facet.id}-slupki",
        f"{facet.name} – liczba wypowiedzi ({material.where_and_when})",
        "bars",
        data,
        alt=f"Wykres słupkowy poziomy, liczba wypowiedzi. {told}.",
        unit="liczba wypowiedzi",
        base=f"{material.base} Kreski: przedziały ufności 95% (Wilson).",
        cells={row: material.ids(str(code)) for row, code in enumerate(met.index)},
    )
