"""Beyond the codebook: topics found by machine, voices over the meeting, saturation."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from qualcode.comparisons import SMALL, saturation
from qualcode.quotations import typeset
from qualcode.reports.blocks import Block, Figure, Heading, Paragraph, Table
from qualcode.reports.cautions import cautioned
from qualcode.reports.material import Material, inside, statements
from qualcode.topicmodel import REST, proposed_codes
from qualcode.wording import counted, listed, number, plural

_VOICES = ("glos.obawa", "glos.nadzieja")
_PARTS = 10
_QUOTED_TOPICS = 12
_REPEATS = 0.6  # agreement below which a division is a hint
_OFTEN = 0.1  # share of a topic a code needs to be named beside it
_FEWEST_ON_MAP = 3
_FEW = 20  # statements that show no course


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
    told = "; ".join(f"{inside(name)} – {statements(n)}" for name, n in totals.items())
    few = (
        " Przy tak małej liczbie przebieg jest tylko ilustracją." if data["n"].sum() < _FEW else ""
    )
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
        Paragraph(f"W całym materiale: {told}.{few}"),
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
            "label": [_meeting(material, str(name)) for name in curve["transcript"]],
            "total": curve["total"].to_list(),
            "expected": curve["expected"].to_list(),
        }
    )
    whole, met = len(material.given.columns), int(last["total"])
    fresh = counted(int(last["new"]), "nowy kod", "nowe kody", "nowych kodów")
    tail = (
        "Ostatnie spotkanie nic nie dodało: dla tej książki kodowej materiał jest bliski nasycenia."
        if not last["new"] and not single
        else f"Ostatnie {'dziesięć procent spotkania' if single else 'spotkanie'} wniosło {fresh}."
    )
    text = (
        f"{plural(met, 'Wystąpił', 'Wystąpiły', 'Wystąpiło')} {number(met)} z {counted(whole, 'kodu', 'kodów', 'kodów')} książki. {tail} Nasycenie dotyczy kodów "
        "z książki, nie wszystkich możliwych wątków."
    )
    figure = Figure(
        "nasycenie",
        f"Nasycenie: kody, które wystąpiły do danego momentu ({material.where_and_when})",
        "curve",
        data,
        alt=f"Krzywa nasycenia: po ostatniej jednostce {counted(met, 'kod', 'kody', 'kodów')} z {whole}.",
        unit="liczba kodów",
        base=f"Linia ciągła: w kolejności {'przebiegu' if single else 'dat'}; przerywana: średnia ze wszystkich kolejności. Oś pozioma: {unit}.",
    )
    return [Heading("Nasycenie materiału"), Paragraph(text), figure]


def _meeting(material: Material, name: str) -> str:
    """Return a meeting by place and day, or by its id where neither is known."""
    meta = next((item.meta for item in material.study.transcripts if item.id == name), {})
    return " ".join(filter(None, (meta.get("gmina", ""), meta.get("date", "")))) or name


def themes(material: Material, topics: pd.DataFrame | None) -> list[Block]:
    """Return the topics found, which of them the codebook covers, quotes, proposed codes, sizes."""
    if topics is None or topics.empty:
        return []
    table = _topic_table(material, topics)
    labels = table.data["Temat"].tolist()
    ids = [table.cells[row, _COUNT] for row in range(len(labels))]
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
    blocks: list[Block] = [
        Heading("Tematy znalezione maszynowo"),
        Paragraph(_told(table, topics.attrs.get("ari"))),
        table,
        *_map(material, table, topics),
        sizes,
        *_by_gmina(material, labels, ids),
        *_topic_quotes(material, table),
    ]
    return blocks + _proposals(material, topics)


def _map(material: Material, table: Table, topics: pd.DataFrame) -> list[Block]:
    """Return the map of the topics, "inne" left out; fewer than three make no map."""
    spots = topics.attrs.get("map") or []
    found = [row for row, standing in enumerate(table.data["Wobec książki"]) if standing != "–"]
    if len(found) < _FEWEST_ON_MAP or len(spots) != len(found):
        return []
    drawn = table.data.iloc[found]
    data = pd.DataFrame(
        {
            "label": drawn["Temat"].tolist(),
            "x": [float(x) for x, _ in spots],
            "y": [float(y) for _, y in spots],
            "n": drawn["Wypowiedzi"].tolist(),
            "new": drawn["Wobec książki"].eq("nowy").tolist(),
        }
    )
    largest = listed(f"{inside(row.label)} ({number(row.n)})" for row in data.head(3).itertuples())
    fresh = int(data["new"].sum())
    figure = Figure(
        "tematy-mapa",
        f"Mapa tematów ({material.where_and_when})",
        "map",
        data,
        alt=f"Mapa: koło na temat, im bliżej siebie, tym podobniejsza treść. Największe: {largest}. "
        f"Tematów spoza książki kodowej: {number(fresh)} z {number(len(data))}.",
        unit="liczba wypowiedzi",
        base=f"{material.base} Numery jak w tabeli tematów; koła, które by się zakrywały, rozsunięto.",
        cells={place: table.cells[row, _COUNT] for place, row in enumerate(found)},
    )
    return [figure]


def _told(table: Table, ari: float | None) -> str:
    found = table.data[table.data["Wobec książki"] != "–"]
    fresh = int(found["Wobec książki"].eq("nowy").sum())
    if not fresh:
        beside = "wszystkie mają bliski odpowiednik wśród kodów książki"
    else:
        lacking = plural(fresh, "nie ma", "nie mają", "nie ma")
        beside = f"{number(fresh)} z nich {lacking} bliskiego odpowiednika wśród kodów książki"
    whole = ""
    if ari is not None:
        whole = f" Zgodność całego podziału w dwóch losowych częściach materiału: ARI = {number(ari, 2)}"
        weak = "; to niewiele, więc tematy są wskazówką do czytania, nie wynikiem."
        whole += weak if ari < _REPEATS else "."
    return (
        "Niezależnie od książki kodowej wypowiedzi pogrupowano według słownictwa i znaczenia "
        f"i otrzymano {counted(len(found), 'temat', 'tematy', 'tematów')}; {beside}. Stabilność (0–1) "
        "mówi, na ile temat powtarza się po ponownym losowaniu wypowiedzi; tematy poniżej 0,5 należy "
        f"traktować jako wskazówkę.{whole}"
    )


_TOPIC_COLUMNS = (
    ("Nr", "mark"),
    ("Temat", "text"),
    ("Słowa", "text"),
    ("Wypowiedzi", "count"),
    ("% wypowiedzi", "percent"),
    ("Stabilność", "share"),
    ("Najczęstsze kody (liczba)", "text"),
    ("Wobec książki", "text"),
)
_COUNT = 3


def _topic_table(material: Material, topics: pd.DataFrame) -> Table:
    lines, cells = [], {}
    for place, row in enumerate(topics.to_dict("records")):
        ids = _segments(row.get("segments"))
        read = tuple(item for item in ids if item in material.places)
        cells[place, _COUNT] = read
        lines.append(
            (
                str(row["topic"]) if not _rest(row) else "–",
                row["label"],
                _words(row["keywords"]),
                int(row["n"]),
                _percent(row["share"]) if material.n >= SMALL else None,
                row.get("stability"),
                _often(material, read) if not _rest(row) else "–",
                _standing(row),
            )
        )
    other = str(topics.attrs.get("other") or "")
    note = (
        "„Jest w książce”: co najmniej trzecia część wypowiedzi tematu ma kody, które są w nim "
        f"wyraźnie częstsze niż gdzie indziej. {other}"
    )
    return Table(
        "tematy",
        f"Tematy znalezione w wypowiedziach ({material.where_and_when})",
        pd.DataFrame(lines, columns=[name for name, _ in _TOPIC_COLUMNS]),
        tuple(kind for _, kind in _TOPIC_COLUMNS),
        base=material.base,
        note=note.strip(),
        cells=cells,
        name="Tematy",
    )


def _rest(row: dict[Any, Any]) -> bool:
    return bool(row.get("topic") == -1 or row["label"] in REST)


def _standing(row: dict[Any, Any]) -> str:
    # the rest that fits no topic is neither new nor covered
    if _rest(row):
        return "–"
    return "nowy" if row.get("new") else "jest w książce"


def _often(material: Material, ids: tuple[str, ...]) -> str:
    """Return the codes most given to a topic's statements."""
    counts = material.given.loc[list(ids)].sum().sort_values(ascending=False, kind="stable")
    best = counts[counts >= max(2, _OFTEN * len(ids))].head(3)
    return "; ".join(f"{inside(material.name(str(code)))} ({n})" for code, n in best.items()) or "–"


def _topic_quotes(material: Material, table: Table) -> list[Block]:
    """Return three quotes of each new topic and of the largest ones."""
    wanted = [
        row
        for row, standing in enumerate(table.data["Wobec książki"])
        if standing == "nowy" or (standing != "–" and row < _QUOTED_TOPICS)
    ]
    quoted = [
        cautioned(
            material,
            f"temat-{table.data['Nr'][row]}",
            f"{table.data['Nr'][row]}. {table.data['Temat'][row]}",
            material.quotes_among(table.cells[row, _COUNT], 3),
        )
        for row in wanted
        if table.cells[row, _COUNT]
    ]
    return [Heading("Cytaty do tematów", 2), *quoted] if quoted else []


def _proposals(material: Material, topics: pd.DataFrame) -> list[Block]:
    """Return the codes proposed for topics the codebook lacks, and how to take them over."""
    if not topics["new"].any():
        return []
    found = proposed_codes(material.study, topics)
    data = pd.DataFrame(
        {
            "Nr": [str(topic) for topic in found.index],
            "Proponowany kod": found["code"].tolist(),
            "Nazwa": found["name"].tolist(),
            "Definicja": [typeset(text) for text in found["definition"]],
            "Wypowiedzi": found["n"].tolist(),
        }
    )
    first = found.index[0]
    return [
        Heading("Propozycje nowych kodów", 2),
        Paragraph(
            "Dla tematów, których książka kodowa nie obejmuje, zaproponowano kody; o przyjęciu decyduje człowiek. "
            f"Kod do książki dodaje polecenie „qualcode topics badanie --accept {first} -o codebook.yaml” (numer tematu "
            "z tabeli)."
        ),
        Table(
            "propozycje-kodow",
            f"Propozycje kodów dla tematów spoza książki ({material.where_and_when})",
            data,
            ("mark", "text", "text", "text", "count"),
            base=material.base,
            cells={
                (row, 4): tuple(item for item in _segments(ids) if item in material.places)
                for row, ids in enumerate(topics.loc[topics["new"], "segments"])
            },
            name="Propozycje kodów",
        ),
    ]


def _by_gmina(material: Material, labels: list[str], ids: list[tuple[str, ...]]) -> list[Block]:
    if (
        len(material.gminy) < 2
        or len(material.gminy) > 12
        or not any(item for label, item in zip(labels, ids, strict=True) if label not in REST)
    ):
        return []
    # what fits no topic is the most and would make all others pale
    found = [(label, item) for label, item in zip(labels, ids, strict=True) if label not in REST]
    labels, ids = [label for label, _ in found], [item for _, item in found]
    here = {name: material.where("gmina", name) for name in material.gminy}
    topics = [material.among(item) for item in ids]
    cells = {
        (row, column): material.ids(mask, here[name])
        for row, mask in enumerate(topics)
        for column, name in enumerate(material.gminy)
    }
    body = pd.DataFrame(
        [[len(cells[row, column]) for column in range(len(here))] for row in range(len(ids))],
        index=pd.Index(labels, name="Temat"),
        columns=material.gminy,
    )
    return [
        Figure(
            "tematy-gmina",
            f"Tematy według gmin ({material.where_and_when})",
            "heatmap",
            body,
            alt="Mapa natężenia: liczba wypowiedzi na temat w każdej gminie.",
            unit="liczba wypowiedzi",
            base=f"{material.base} Bez wypowiedzi, które nie pasują do żadnego tematu.",
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
