"""The opening of a report: main results, what was read, and how it was coded."""

from __future__ import annotations

import json
from collections import Counter

import pandas as pd

from qualcode import resources
from qualcode.comparisons import SMALL
from qualcode.errors import QualcodeError
from qualcode.reliability import agreement
from qualcode.reports.blocks import Block, Bullets, Heading, Paragraph, Table
from qualcode.reports.cells import SIGNS
from qualcode.reports.material import Material, inside, meetings, persons, statements
from qualcode.study import Study
from qualcode.wording import NBSP, collation_key, counted, listed, number, percent, quoted

_CONSTRUCTED = "na skonstruowanych (nie prawdziwych) warsztatach zakodowanych według tej książki"
_BY_PERSON = (
    "modelem uczonym na wypowiedziach zakodowanych przez człowieka (koder własny, nie wbudowany)"
)
_HOW = {
    **dict.fromkeys(("qualcode", "transformer", "linear"), f"modelem uczonym {_CONSTRUCTED}"),
    "rules": "regułami (wzorce lematów z zasięgiem przeczenia)",
    "similarity": "podobieństwem do definicji i przykładów z książki kodowej, bez uczenia",
    "adapted": f"koderem wbudowanym, uczonym {_CONSTRUCTED}, i dostrojonym do wypowiedzi, które "
    "zakodował człowiek",
}
_OWN = {"linear": _BY_PERSON, "transformer": _BY_PERSON}
_UNKNOWN = "własnym, nie wbudowanym; z czego się uczył, powinien tu dopisać ten, kto go przygotował"
_NAMELESS = ("karteczka", "głosowanie")  # roles of units read from a wall
_ROLES = 8  # named of one kind of participants
_NAMED = 4  # ties could name half the codebook
_LEADS = {
    "bariera": "Bariery",
    "priorytet": "Priorytety",
    "usluga": "Usługi",
    "grupa": "Grupy odbiorców",
}


def highlights(material: Material) -> list[Block]:
    """Return the main results in a few sentences, each with its base."""
    items = []
    facets = [facet for facet in material.facets if facet.id in _LEADS] or list(material.facets[:3])
    for facet in facets:
        places = material.ranking(facet.id)
        best = places[(places["n"] > 0) & (places["rank"] <= 3)]
        if best.empty:
            continue
        parts = [_one(material, str(code), row) for code, row in best.head(_NAMED).iterrows()]
        if len(best) > _NAMED:
            parts.append(
                f"oraz {counted(len(best) - _NAMED, 'inny kod', 'inne kody', 'innych kodów')} tyle samo razy"
            )
        items.append(f"{_LEADS.get(facet.id, facet.name)}: {'; '.join(parts)}.")
    if not items:
        return []
    lead = (
        f"Najczęściej wskazywane w {_in_statements(material.n)} uczestników "
        f"({persons(len(material.crowd))}, {meetings(len(material.study.transcripts))}):"
    )
    return [Heading("Najważniejsze wyniki", new_page=True), Paragraph(lead), Bullets(tuple(items))]


def _in_statements(count: int) -> str:
    return counted(count, "wypowiedzi", "wypowiedziach", "wypowiedziach")


def _one(material: Material, code: str, row: pd.Series) -> str:
    share = f", {percent(row['share'])}" if row["share"] == row["share"] else ""
    return (
        f"{inside(material.name(code))}{NBSP}– {statements(int(row['n']))}{share} "
        f"({persons(int(row['speakers']))}{', ex aequo' if row['tied'] else ''})"
    )


def sample(material: Material) -> list[Block]:
    """Return the tables of meetings and of participants."""
    blocks: list[Block] = [Heading("Materiał"), _meetings(material)]
    if (material.crowd["role"] != "").any():
        blocks.append(_participants(material))
    return blocks


_MEETING = (
    ("Spotkanie", "text"),
    ("Gmina", "text"),
    ("Powiat", "text"),
    ("Data", "text"),
    ("Osoby", "count"),
    ("Wypowiedzi", "count"),
    ("w tym zakodowane", "count"),
    ("Słowa", "count"),
)


def _meetings(material: Material) -> Table:
    rows, sums, cells = material.rows, [], {}
    coded = material.given.any(axis=1).to_numpy()
    for place, transcript in enumerate(material.study.transcripts):
        here = material.where("transcript", transcript.id)
        told = [transcript.meta.get(key, "") for key in ("gmina", "powiat", "date")]
        persons_here, words = rows["person"][here].nunique(), rows["words"][here].sum()
        numbers = (persons_here, here.sum(), (here & coded).sum(), words)
        sums.append((transcript.id, *told, *map(int, numbers)))
        cells[place, 5], cells[place, 6] = material.ids(here), material.ids(here & coded)
    names = [name for name, _ in _MEETING]
    data = pd.DataFrame(sums, columns=names)
    totals = [int(data[name].sum()) for name in names[4:]]
    # what nobody noted needs no column
    known = [name for name in names if name not in names[1:4] or (data[name] != "").any()]
    if len(data) > 1:
        last = pd.DataFrame([["Razem", "", "", "", *totals]], columns=names)
        data = pd.concat([data, last], ignore_index=True)
    shift = len(names) - len(known)
    return Table(
        "spotkania",
        f"Spotkania objęte analizą ({material.where_and_when})",
        data[known],
        tuple(kind for name, kind in _MEETING if name in known),
        base=f"Osoby: mówcy rozpoznani w transkrypcji, bez osoby prowadzącej{_notes(rows)}.",
        cells={(row, column - shift): ids for (row, column), ids in cells.items()},
        total=len(data) > 1,
        name="Spotkania",
    )


def _notes(rows: pd.DataFrame) -> str:
    """Return how notes without a name are counted, where there are some."""
    if not rows["role"].isin(_NAMELESS).any():
        return ""
    return "; nie wiadomo, kto pisał karteczki, więc każda liczy się jak osobna osoba"


def _participants(material: Material) -> Table:
    crowd, rows = material.crowd, material.rows
    names = sorted(crowd["role_group"].unique(), key=collation_key)
    sums, cells = [], {}
    for place, kind in enumerate(names):
        here = crowd["role_group"] == kind
        shown = _roles(crowd["role"][here])
        sums.append((kind, int(here.sum()), int((rows["role_group"] == kind).sum()), shown))
        cells[place, 2] = material.ids(material.where("role_group", kind))
    data = pd.DataFrame(
        sums, columns=["Uczestnicy", "Osoby", "Wypowiedzi", "Role w transkrypcjach"]
    )
    return Table(
        "uczestnicy",
        f"Uczestnicy spotkań według rodzaju ({material.where_and_when})",
        data,
        ("text", "count", "count", "text"),
        base="Rodzaj ustalono z roli podanej w transkrypcji.",
        cells=cells,
        name="Uczestnicy",
    )


def _roles(roles: pd.Series) -> str:
    """Return roles, those of most people first, with how many share one and how many are left."""
    shared = Counter(role for role in roles if role)
    names = sorted(shared, key=lambda name: (-shared[name], collation_key(name)))
    told = "; ".join(
        f"{name} ({shared[name]})" if shared[name] > 1 else name for name in names[:_ROLES]
    )
    rest = len(names) - _ROLES
    return f"{told} i {counted(rest, 'inna', 'inne', 'innych')}" if rest > 0 else told


def method(material: Material) -> list[Block]:
    """Return the method paragraphs, written from the run."""
    study, book = material.study, material.study.codebook
    aside = len(study.segments) - len(study.said)
    unread = len(study.said) - material.n
    coded = int(material.given.any(axis=1).sum())
    first = (
        f"Analizie poddano {_transcripts(len(study.transcripts))}: {statements(len(study.said))} uczestników "
        f"({persons(len(material.crowd))}). {_skipped(study)}{_aside(aside)}"
        f"Jednostką kodowania jest wypowiedź albo jej zwarty fragment, zwykle od jednego do trzech zdań jednej osoby. {_pipeline(study)}"
        f"Zastosowano książkę kodową {quoted(book.title)} (wersja {book.version}, {counted(len(book), 'kod', 'kody', 'kodów')} "
        f"w {counted(len(book.facets), 'aspekcie', 'aspektach', 'aspektach')}); wypowiedź mogła otrzymać kilka kodów albo żadnego. "
        f"Co najmniej jeden kod ma {statements(coded)}{_share(coded, material.n)}."
    )
    if unread:
        first += f" Koder nie odczytał {statements(unread)}; nie wchodzą do zliczeń."
    limits = (
        f"Liczby mówią o wypowiedziach na spotkaniach, nie o mieszkańcach gmin: uczestników nie dobrano losowo. "
        f"Odsetków nie podano przy podstawie mniejszej niż {SMALL}. Przedziały ufności 95% obliczono metodą Wilsona (1927); "
        "są orientacyjne, bo wypowiedzi jednej osoby są do siebie podobne. Różnice między grupami sprawdzono testem "
        "permutacyjnym, w którym losowo zamieniano całe osoby, z poprawką Holma (1979) na liczbę porównań."
    )
    return [
        Heading("Metoda i ograniczenia"),
        Paragraph(first),
        Paragraph(_coder(material)),
        Paragraph(limits),
        Paragraph(SIGNS, "note"),
    ]


def _pipeline(study: Study) -> str:
    """Say which language pipeline ran, if the study knows."""
    names = [name for name in study.about.get("pipeline", "").split("; ") if name]
    if not names:
        return ""
    word = "potokiem językowym" if len(names) == 1 else "potokami językowymi"
    return f"Granice zdań i formy podstawowe słów wyznaczono {word} spaCy: {listed(names)}. "


def _transcripts(count: int) -> str:
    return counted(count, "transkrypcję", "transkrypcje", "transkrypcji")


def _skipped(study: Study) -> str:
    """Name the files that were given and left out."""
    names = list(dict.fromkeys(item.place for item in study.problems if item.skipped))
    if not names:
        return ""
    files = counted(len(names), "plik", "pliki", "plików")
    return f"Z podanych pominięto {files}: {listed(map(quoted, names))}. "


def _share(n: int, base: int) -> str:
    return f" ({percent(n / base)})" if base >= SMALL else ""


def _aside(count: int) -> str:
    if not count:
        return "W transkrypcjach nie rozpoznano osoby prowadzącej. "
    return f"Wypowiedzi osoby prowadzącej ({number(count)}) nie wchodzą do zliczeń. "


def _coder(material: Material) -> str:
    if not is_machine(material.study, material.coder):
        return f"Kodował człowiek (oznaczenie w danych: {quoted(material.coder)}).{_agreement(material)}"
    text = (
        f"Kodowano automatycznie koderem {quoted(material.coder)}: {_how(material)}. Każdej decyzji towarzyszy "
        "wynik od 0 do 1 i słowa, które do niej doprowadziły (arkusz „Kodowanie”)."
    )
    measured = _agreement(material)
    if not measured:
        measured = _shipped(material) or (
            " W tym materiale nie ma kodowania człowieka, więc zgodności nie zmierzono: przed publikacją "
            "trzeba sprawdzić ręcznie próbę wypowiedzi."
        )
    return text + measured


def _how(material: Material) -> str:
    """Say by what a machine decided; a coder of one's own is told by its kind, if a run noted it."""
    kind, _, name = material.study.about.get("own_coder", "").partition(" ")
    if kind and name == material.coder:
        return _OWN.get(kind) or _HOW.get(kind, _UNKNOWN)
    return _HOW.get(material.coder, _UNKNOWN)


def is_machine(study: Study, coder: str) -> bool:
    """Say whether codings look like a model's: people give no probabilities and no evidence."""
    codings = study.codings_of(coder)
    return bool((codings["score"].fillna(1) != 1).any() or (codings["evidence"] != "").any())


def _agreement(material: Material) -> str:
    """Return measured agreement with each other person who coded the same material."""
    parts = []
    for other in material.study.coders:
        if other == material.coder or is_machine(material.study, other):
            continue
        row = agreement(material.study, other, material.coder).loc["all"]
        if row["alpha"] != row["alpha"]:
            continue
        low, high = row["alpha_low"], row["alpha_high"]
        interval = f" (95% PU: {number(low, 2)}–{number(high, 2)})" if low == low else ""
        parts.append(
            f"z osobą {quoted(other)}: α Krippendorffa = {number(row['alpha'], 2)}{interval}, F1 = {number(row['f1'], 2)}"
        )
    if not parts:
        return ""
    return f" Zgodność zmierzona w tym materiale, łącznie dla wszystkich kodów, wynosi {listed(parts, 'oraz')}."


def _shipped(material: Material) -> str:
    """Return the figures measured when the shipped coder was trained, if its folder has them."""
    try:
        path = resources.find(f"models/{material.study.codebook.id}/{material.coder}/model.json")
        figures = json.loads(path.read_text("utf-8"))["figures"]
        held = [part for place, part in figures.items() if place.endswith("/test")]
        largest = max(held, key=lambda part: part["segments"])
        n, alpha = int(largest["segments"]), float(largest["alpha"])
        precision, recall = float(largest["precision"]), float(largest["recall"])
    except (QualcodeError, OSError, ValueError, KeyError, TypeError, AttributeError):
        return ""
    return (
        f" Na {counted(n, 'segmencie odłożonym', 'segmentach odłożonych', 'segmentach odłożonych')} przy uczeniu "
        f"zgodność kodera z kodowaniem wzorcowym wyniosła: α Krippendorffa = {number(alpha, 2)}, precyzja {number(precision, 2)}, "
        f"czułość {number(recall, 2)}. Liczby te pochodzą z materiału skonstruowanego, nie z prawdziwych spotkań, "
        "na których koder może mylić się częściej. W tym materiale zgodności nie zmierzono: przed publikacją "
        "trzeba sprawdzić ręcznie próbę wypowiedzi."
    )
