"""Beyond the codebook: topics found by machine, voices over the meeting, saturation."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from qualcode.comparisons import SMALL, saturation
from qualcode.reports.blocks import Block, Figure, Heading, Paragraph, Table
from qualcode.reports.material import Material, statements
from qualcode.wording import counted, number, plural

_VOICES = ("glos.obawa", "glos.nadzieja")
_PARTS = 10


def voices(material: Material) -> list[Block]:
    """Return fears and hopes over the course of the meetings."""
    if not material.has(*_VOICES) or not material.given[list(_VOICES)].to_numpy().any():
        return []
    rows = material.rows
    order = rows.groupby("transcript").cumcount().to_numpy()
    length = rows.groupby("transcript")["text"].transform("size").to_numpy()
    part = order * _PARTS // length
    lines: list[tuple[object, ...]] = []
    cells = {}
    for code in _VOICES:
        for tenth in range(_PARTS):
            ids = material.ids(code, part == tenth)
            cells[len(lines)] = ids
            lines.append(
                (
                    f"{100 * tenth // _PARTS}–{100 * (tenth + 1) // _PARTS}%",
                    material.name(code),
                    len(ids),
                    int((part == tenth).sum()),
                )
            )
    data = pd.DataFrame(lines, columns=["x", "series", "n", "base"])
    totals = {name: int(part["n"].sum()) for name, part in data.groupby("series", sort=False)}
    told = "; ".join(f"{name}: {statements(n)}" for name, n in totals.items())
    figure = Figure(
        "glosy-przebieg",
        f"Obawy i nadzieje w przebiegu spotkań ({material.where_and_when})",
        "timeline",
        data,
        alt=f"Wykres liniowy: liczba wypowiedzi w kolejnych dziesiątych częściach spotkania. {told}.",
        unit="liczba wypowiedzi",
        base=f"{material.base} Przebieg: kolejne dziesiąte części spotkania, od początku do końca.",
        cells=cells,
    )
    return [
        Heading("Głosy w przebiegu spotkania"),
        Paragraph(f"W całym materiale: {told}."),
        figure,
    ]


def saturated(material: Material) -> list[Block]:
    """Return the saturation curve and a sentence on it."""
    curve = saturation(material.study, coder=material.coder)
    single = len(material.study.transcripts) == 1
    unit = "część spotkania" if single else "spotkanie"
    last = curve.iloc[-1]
    data = pd.DataFrame(
        {
            "x": curve.index,
            "label": curve["transcript"].to_list(),
            "total": curve["total"].to_list(),
            "expected": curve["expected"].to_list(),
        }
    )
    whole = len(material.given.columns)
    fresh = counted(int(last["new"]), "nowy kod", "nowe kody", "nowych kodów")
    tail = (
        "Ostatnie spotkanie nic nie dodało: dla tej książki kodowej materiał jest bliski nasycenia."
        if not last["new"] and not single
        else f"Ostatnie {'dziesięć procent spotkania' if single else 'spotkanie'} wniosło {fresh}."
    )
    text = (
        f"Wystąpiło {int(last['total'])} z {counted(whole, 'kodu', 'kodów', 'kodów')} książki. {tail} Nasycenie dotyczy kodów "
        "z książki, nie wszystkich możliwych wątków."
    )
    figure = Figure(
        "nasycenie",
        f"Nasycenie: kody, które wystąpiły do danego momentu ({material.where_and_when})",
        "curve",
        data,
        alt=f"Krzywa nasycenia: po ostatniej jednostce {int(last['total'])} kodów z {whole}.",
        unit="liczba kodów",
        base=f"Linia ciągła: w kolejności {'przebiegu' if single else 'dat'}; przerywana: średnia ze wszystkich kolejności. Oś pozioma: {unit}.",
    )
    return [Heading("Nasycenie materiału"), Paragraph(text), figure]


def themes(material: Material, topics: pd.DataFrame | None) -> list[Block]:
    """Return the topics found, which of them the codebook covers, and their sizes."""
    if topics is None or topics.empty:
        return []
    table = _topic_table(material, topics)
    labels = table.data["Temat"].tolist()
    ids = [table.cells[row, 2] for row in range(len(labels))]
    found = table.data[table.data["Wobec książki"] != "–"]
    fresh = int(found["Wobec książki"].eq("nowy").sum())
    lacking = plural(fresh, "nie ma", "nie mają", "nie ma")
    text = (
        "Niezależnie od książki kodowej wypowiedzi pogrupowano według słownictwa i znaczenia w "
        f"{counted(len(found), 'temat', 'tematy', 'tematów')}; {number(fresh) if fresh else 'żaden'} "
        f"z nich {lacking} bliskiego odpowiednika wśród kodów. Stabilność (0–1) mówi, na ile temat "
        "powtarza się po ponownym losowaniu wypowiedzi; tematy poniżej 0,5 należy traktować jako "
        "wskazówkę."
    )
    sizes = Figure(
        "tematy-wielkosc",
        f"Wielkość tematów ({material.where_and_when})",
        "bars",
        pd.DataFrame(
            {"label": labels, "n": table.data["Wypowiedzi"], "low": np.nan, "high": np.nan}
        ),
        alt="; ".join(
            f"{name}: {n}" for name, n in zip(labels, table.data["Wypowiedzi"], strict=True)
        ),
        unit="liczba wypowiedzi",
        base=material.base,
        cells=dict(enumerate(ids)),
    )
    blocks: list[Block] = [Heading("Tematy znalezione maszynowo"), Paragraph(text), table, sizes]
    return blocks + _by_gmina(material, labels, ids)


_TOPIC_COLUMNS = (
    ("Temat", "text"),
    ("Słowa", "text"),
    ("Wypowiedzi", "count"),
    ("% wypowiedzi", "percent"),
    ("Stabilność", "share"),
    ("Najbliższy kod (pokrycie)", "text"),
    ("Wobec książki", "text"),
)


def _topic_table(material: Material, topics: pd.DataFrame) -> Table:
    lines, cells = [], {}
    for place, row in enumerate(topics.to_dict("records")):
        cells[place, 2] = tuple(
            item for item in _segments(row.get("segments")) if item in material.given.index
        )
        lines.append(
            (
                row["label"],
                _words(row["keywords"]),
                int(row["n"]),
                _percent(row["share"]) if material.n >= SMALL else None,
                row.get("stability"),
                _nearest(material, row),
                _standing(row),
            )
        )
    return Table(
        "tematy",
        f"Tematy znalezione w wypowiedziach ({material.where_and_when})",
        pd.DataFrame(lines, columns=[name for name, _ in _TOPIC_COLUMNS]),
        tuple(kind for _, kind in _TOPIC_COLUMNS),
        base=material.base,
        cells=cells,
    )


def _standing(row: dict[Any, Any]) -> str:
    # the rest that fits no topic is neither new nor covered
    if row.get("topic") == -1 or row["label"] == "inne":
        return "–"
    return "nowy" if row.get("new") else "jest w książce"


def _by_gmina(material: Material, labels: list[str], ids: list[tuple[str, ...]]) -> list[Block]:
    if len(material.gminy) < 2 or len(material.gminy) > 12 or not any(ids):
        return []
    body = pd.DataFrame(
        [
            [int((material.rows.loc[list(item), "gmina"] == name).sum()) for name in material.gminy]
            for item in ids
        ],
        index=pd.Index(labels, name="Temat"),
        columns=material.gminy,
    )
    cells = {
        (row, column): tuple(item for item in ids[row] if material.rows.at[item, "gmina"] == name)
        for row in range(len(labels))
        for column, name in enumerate(material.gminy)
    }
    return [
        Figure(
            "tematy-gmina",
            f"Tematy według gmin ({material.where_and_when})",
            "heatmap",
            body,
            alt="Mapa natężenia: liczba wypowiedzi na temat w każdej gminie.",
            unit="liczba wypowiedzi",
            base=material.base,
            cells=cells,
        )
    ]


def _segments(value: Any) -> list[str]:
    if value is None or isinstance(value, float):
        return []
    return [item.strip() for item in value.split(";")] if isinstance(value, str) else list(value)


def _words(value: Any) -> str:
    return value if isinstance(value, str) else ", ".join(map(str, value))


def _percent(share: Any) -> float:
    return 100 * float(share)


def _nearest(material: Material, row: dict[Any, Any]) -> str:
    code = row.get("nearest_code") or ""
    if not isinstance(code, str) or not code:
        return "–"
    name = material.name(code) if material.has(code) else code
    overlap = row.get("overlap")
    return (
        f"{name} ({number(float(overlap), 2)})"
        if overlap is not None and overlap == overlap
        else name
    )
