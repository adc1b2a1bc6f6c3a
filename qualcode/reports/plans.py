"""Tables planners fill in: answers to the workshop questions, SWOT, and the LPDI table."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pandas as pd

from qualcode.participants import careful
from qualcode.quotations import shortened, typeset
from qualcode.reports.blocks import Block, Cell, Heading, Paragraph, Table
from qualcode.reports.cautions import caution_of_cells
from qualcode.reports.material import Material, inside, statements
from qualcode.study import EVIDENCE_SEPARATOR
from qualcode.wording import NBSP, number, quoted

_LEAST = 3
_QUESTIONS = 20
_POINTS = 6
_PLAN = (
    # only what somebody proposed or hoped for is a recommendation, never a complaint or a need
    ("Rekomendacja", ("glos.pomysl", "glos.nadzieja")),
    ("Cel", ("plan.cel",)),
    ("Wskaźnik", ("plan.wskaznik",)),
    ("Podmiot", ("plan.podmiot",)),
    ("Finansowanie", ("plan.finansowanie",)),
    ("Monitorowanie", ("plan.monitorowanie",)),
)
_BLANK = "do uzupełnienia"
_SHORT = 22  # words of a quote within a cell
_ABOUT = {"sciezka": "ścieżka rozwoju – "}
_SWOT_SHEETS = {
    "swot-wewnetrzne": "SWOT mocne i słabe strony",
    "swot-zewnetrzne": "SWOT szanse i zagrożenia",
}
_SWOT_RULE = (
    "Reguła: mocne strony to oceny pozytywne, o ile ta sama wypowiedź nie mówi o barierze, potrzebie ani obawie i nie ma oceny negatywnej; "
    "słabe strony to bariery kadrowe i organizacyjne oraz oceny negatywne; szanse to pomysły i nadzieje; zagrożenia to "
    "bariery finansowe i społeczne oraz obawy. Postawy podzielono według tego, czego dotyczą (priorytetu, usługi, "
    "ścieżki, grupy); wypowiedź liczono w obrębie postawy pod pierwszym aspektem, który ma. W nawiasie liczba "
    "wypowiedzi, po niej przykład. Tabela porządkuje wypowiedzi, nie zastępuje oceny zespołu diagnostycznego."
)
_ASKED_RULE = (
    " Odpowiedzi na pytanie wprost o mocne lub słabe strony, szanse albo zagrożenia, które nie weszły do tabeli przez "
    "swoje kody, podano w osobnym wierszu według pytania."
)
_QUADRANTS = {
    "Mocne strony": ("mocne strony", r"mocn\w+ stron|atut|\bzalet"),
    "Słabe strony": ("słabe strony", r"słab\w+ stron|słabości|\bwad(?:y|ach|ami)\b"),
    "Szanse": ("szanse", r"\bszans"),
    "Zagrożenia": ("zagrożenia", r"\bzagroże|\bryzyk"),
}
_HALVES = (("Mocne strony", "Słabe strony"), ("Szanse", "Zagrożenia"))
_ANSWER = 4  # words of an answer that says something


def answers(material: Material) -> list[Block]:
    """Return what was said to each question of the workshop; empty without questions."""
    asked = Counter(question for question in material.rows["question"] if question)
    kept = _most_asked(asked)
    if not kept:
        return []
    lines: list[tuple[object, ...]] = []
    cells: dict[Cell, tuple[str, ...]] = {}
    for question in kept:
        here = material.where("question", question)
        ids = material.ids(here)
        cells[len(lines), 1] = ids
        lines.append(
            (
                question,
                len(ids),
                material.speakers(ids),
                material.meetings(ids),
                _often(material, here),
            )
        )
    data = pd.DataFrame(
        lines,
        columns=["Pytanie", "Wypowiedzi", "Osoby", "Spotkania", "Najczęstsze kody (liczba)"],
    )
    rest = len(asked) - len(kept)
    note = f"Pominięto pytania, na które padło mniej wypowiedzi ({number(rest)})." if rest else ""
    table = Table(
        "pytania",
        f"Odpowiedzi na pytania warsztatowe ({material.where_and_when})",
        data,
        ("text", "count", "count", "count", "text"),
        base=material.base,
        note=note,
        cells=cells,
        name="Pytania",
    )
    return [Heading("Odpowiedzi na pytania warsztatowe"), table]


def _most_asked(asked: Counter[str]) -> list[str]:
    """Return the questions with enough answers, at most twenty, in the order they were asked."""
    answered = [question for question, n in asked.items() if n >= _LEAST]
    most = sorted(answered, key=lambda question: -asked[question])[:_QUESTIONS]
    return [question for question in answered if question in most]


def _often(material: Material, here: np.ndarray) -> str:
    counts = material.given[here].sum().sort_values(ascending=False, kind="stable")
    best = counts[counts >= 2].head(4)
    return (
        "; ".join(
            f"{material.study.codebook.facet(str(code).partition('.')[0]).name.split(' ')[0].lower()}: {inside(material.name(str(code)))} ({n})"
            for code, n in best.items()
        )
        or "–"
    )


def swot(material: Material) -> list[Block]:
    """Return SWOT from codes, two columns a table; empty for codebooks without these codes."""
    needed = (
        "bariera",
        "usluga",
        "priorytet",
        "glos.ocena_pozytywna",
        "glos.ocena_negatywna",
        "glos.pomysl",
        "glos.nadzieja",
        "glos.obawa",
    )
    if not material.has(*needed):
        return []
    praised = material.given["glos.ocena_pozytywna"].to_numpy() & ~_complaining(material)
    strong = _points(material, [("glos.ocena_pozytywna", ("usluga", "grupa"))], praised)
    weak = _codes(material, ["bariera.kadrowa", "bariera.organizacyjna"]) + _points(
        material, [("glos.ocena_negatywna", ("usluga", "grupa"))]
    )
    about = ("priorytet", "usluga", "sciezka", "grupa")
    chances = _points(material, [("glos.pomysl", about), ("glos.nadzieja", about)])
    threats = _codes(material, ["bariera.finansowa", "bariera.spoleczna"]) + _points(
        material, [("glos.obawa", ("sciezka", "usluga", "grupa"))]
    )
    parts = dict(zip(_QUADRANTS, (strong, weak, chances, threats), strict=True))
    asked = _asked(
        material, {item for points in parts.values() for _, ids in points for item in ids}
    )
    (a, b), (c, d) = ([(name, parts[name] + asked[name]) for name in half] for half in _HALVES)
    return [
        Heading("SWOT na podstawie kodów"),
        Paragraph(_SWOT_RULE + (_ASKED_RULE if any(asked.values()) else "")),
        _swot_table(material, "swot-wewnetrzne", a, b),
        _swot_table(material, "swot-zewnetrzne", c, d),
    ]


Point = tuple[str, tuple[str, ...]]


def _complaining(material: Material) -> np.ndarray:
    """Return which statements speak of a barrier, a need or a fear, or find fault."""
    wanting = [name for name in ("bariera", "priorytet", "kadry") if material.has(name)]
    codes = [code.id for facet in wanting for code in material.codes(facet)]
    codes += ["glos.ocena_negatywna", "glos.obawa"]
    found: np.ndarray = material.given[codes].any(axis=1).to_numpy()
    return found


def _asked(material: Material, placed: set[str]) -> dict[str, list[Point]]:
    """Return per quadrant the answers to questions that name it alone, beside those placed."""
    rows = material.rows
    named = {
        name: rows["question"].str.contains(pattern, case=False, regex=True).to_numpy(dtype=bool)
        for name, (_, pattern) in _QUADRANTS.items()
    }
    alone = np.sum([*named.values()], axis=0) == 1
    free = ~rows.index.isin(placed) & (rows["words"] >= _ANSWER).to_numpy() & alone
    found: dict[str, list[Point]] = {}
    for name, mask in named.items():
        ids = material.ids(mask & free)
        words = f"Odpowiedzi na pytanie o {_QUADRANTS[name][0]}"
        found[name] = [_told_point(material, words, ids, "")] if ids else []
    return found


def _codes(material: Material, codes: list[str]) -> list[Point]:
    """Return a point per barrier with the services it goes with, the strongest first."""
    found = []
    for code in codes:
        ids = material.ids(code) if material.has(code) else ()
        if not ids:
            continue
        near = [(material.count(code, other.id), other.name) for other in material.codes("usluga")]
        best = [
            f"{inside(name)}{NBSP}–{NBSP}{n}"
            for n, name in sorted(near, key=lambda item: -item[0])[:2]
            if n
        ]
        where = f"; najczęściej: {', '.join(best)}" if best else ""
        found.append((f"Bariera {inside(material.name(code))} ({len(ids)}){where}", ids))
    return sorted(found, key=lambda item: -len(item[1]))


def _points(
    material: Material,
    sources: list[tuple[str, tuple[str, ...]]],
    among: np.ndarray | None = None,
) -> list[Point]:
    """Return a point per voice and what it is about, the strongest first, then the rest.

    A statement stands under the first facet that speaks of it, so it is not counted twice for
    belonging to a service and a group.
    """
    found: list[tuple[str, tuple[str, ...], str]] = []
    rest: list[tuple[str, tuple[str, ...], str]] = []
    for voice, facets in sources:
        name = material.name(voice)
        left = material.among(material.ids(voice))
        left = left if among is None else left & among
        for facet in filter(material.has, facets):
            codes = material.codes(facet)
            for code in codes:
                ids = material.ids(left, code.id)
                if ids:
                    what = f"{name}: {_ABOUT.get(facet, '')}{inside(code.name)}"
                    found.append((what, ids, voice))
            left = left & ~material.given[[code.id for code in codes]].any(axis=1).to_numpy()
        if left.any():
            rest.append((f"{name}: inne sprawy", material.ids(left), voice))
    found = sorted(found, key=lambda item: -len(item[1]))[:_POINTS] + rest
    return [_told_point(material, *item) for item in found]


def _told_point(material: Material, text: str, ids: tuple[str, ...], code: str) -> Point:
    """Return a point with its number and the example that is typical and surest of the code."""
    best = material.quotes_among(ids, 1, code).iloc[0]
    evidence = str(best["evidence"]).split(EVIDENCE_SEPARATOR)
    said = shortened(str(material.rows.at[best.name, "text"]), evidence, _SHORT)
    return f"{text} ({len(ids)}), np. {quoted(typeset(said))}", ids


def _swot_table(
    material: Material, name: str, left: tuple[str, list[Point]], right: tuple[str, list[Point]]
) -> Table:
    length = max(len(left[1]), len(right[1]), 1)
    lines, cells = [], {}
    for row in range(length):
        line = []
        for column, (_, points) in enumerate((left, right)):
            line.append(points[row][0] if row < len(points) else ("–" if row == 0 else ""))
            if row < len(points):
                cells[row, column] = points[row][1]
        lines.append(line)
    data = pd.DataFrame(lines, columns=[left[0], right[0]])
    return Table(
        name,
        f"SWOT: {left[0].lower()} i {right[0].lower()} ({material.where_and_when})",
        data,
        ("text", "text"),
        base=material.base,
        note=caution_of_cells(material, data.to_numpy().ravel()),
        cells=cells,
        name=_SWOT_SHEETS[name],
    )


def lpdi(material: Material) -> list[Block]:
    """Return the table of a local deinstitutionalisation plan filled with what was said."""
    if not material.has(
        "grupa", "bariera", "priorytet", *(source for _, sources in _PLAN for source in sources)
    ):
        return []
    lines: list[list[str]] = []
    cells: dict[Cell, tuple[str, ...]] = {}
    groups = [code.id for code in material.codes("grupa")]
    areas = [(code.name, material.given[code.id].to_numpy()) for code in material.codes("grupa")]
    areas.append(("Bez wskazanej grupy", ~material.given[groups].any(axis=1).to_numpy()))
    for name, about in areas:
        if not about.any():
            continue
        text, ids = _conclusion(material, about)
        line = [name, text]
        cells[len(lines), 1] = ids
        for _, sources in _PLAN:
            said, found = _said(material, about, sources)
            if found:
                cells[len(lines), len(line)] = found
            line.append(said)
        lines.append(line)
    if not lines:
        return []
    data = pd.DataFrame(
        lines, columns=["Grupa", "Wnioski z diagnozy", *(name for name, _ in _PLAN)]
    )
    lead = (
        "Tabela ma układ części programowej planu. Wnioski to najczęstsze bariery i priorytety w wypowiedziach "
        "o grupie; rekomendacje to wyłącznie pomysły, a gdzie ich nie było – nadzieje i oczekiwania; pozostałe pola "
        "wypełniono wypowiedziami o grupie z odpowiednim kodem. Podano jedną wypowiedź, w nawiasie liczbę wszystkich "
        f"takich. Pola „{_BLANK}” czekają na zespół planujący: takich wypowiedzi nie znaleziono."
    )
    table = Table(
        "lpdi",
        f"Materiał do lokalnego planu deinstytucjonalizacji według grup ({material.where_and_when})",
        data,
        ("text",) * data.shape[1],
        base=material.base,
        note=caution_of_cells(material, data.iloc[:, 2:].to_numpy().ravel()),
        cells=cells,
        name="LPDI",
    )
    return [Heading("Materiał do LPDI"), Paragraph(lead), table]


def _conclusion(material: Material, about: np.ndarray) -> tuple[str, tuple[str, ...]]:
    parts = []
    for facet, title in (("bariera", "Bariery"), ("priorytet", "Priorytety")):
        counts = [(material.count(about, code.id), code.name) for code in material.codes(facet)]
        best = [
            f"{inside(name)} ({n})"
            for n, name in sorted(counts, key=lambda item: -item[0])[:3]
            if n
        ]
        if best:
            parts.append(f"{title}: {'; '.join(best)}.")
    ids = material.ids(about)
    return f"{statements(len(ids))}. {' '.join(parts)}".strip(), ids


def _said(
    material: Material, about: np.ndarray, sources: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """Return the most typical statement on the group from the first source that has any."""
    for source in sources:
        ids = material.ids(about, source)
        if ids:
            break
    else:
        return _BLANK, ()
    best = material.quotes(source, 1, ids)
    row = material.rows.loc[best.index[0]]
    sign, _ = careful(row["role"], row["gmina"], material.counted_crowd)
    text = typeset(
        shortened(row["text"], best["evidence"].iloc[0].split(EVIDENCE_SEPARATOR), _SHORT)
    )
    return f"{quoted(text)} – {sign} ({len(ids)})", ids
