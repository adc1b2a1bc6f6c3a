"""What the script of the page knows: statements, sets of them behind each number, and rules."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pandas as pd

from qualcode.participants import careful
from qualcode.reports.blocks import Figure, Report
from qualcode.reports.cells import SMALL
from qualcode.reports.material import Material
from qualcode.statistics import wilson
from qualcode.writing.recounts import Statements, recipe

_NEAR = 1e-6


def page_data(report: Report) -> dict[str, Any]:
    """Return the data block of a page; statements are numbers in it, speakers have no names."""
    known = Statements(Material(report.study, report.coder))
    tables = {table.id: _table(table, known) for table in report.tables}
    figures = {figure.id: _figure(figure, known) for figure in report.figures}
    book = report.study.codebook
    return {
        **_segments(report, known),
        **known.groups,
        "small": SMALL,
        "codes": [[code, book.label(code)] for code in book.codes],
        "tables": tables,
        "figures": figures,
        # differences are short and make the numbers of a set small
        "sets": [np.diff(places, prepend=0).tolist() for places in known.sets],
    }


def _segments(report: Report, known: Statements) -> dict[str, Any]:
    rows = known.material.rows
    asked = ["", *dict.fromkeys(name for name in rows["question"] if name)]
    crowd = known.material.counted_crowd
    pairs = list(dict.fromkeys(zip(rows["role"], rows["gmina"], strict=True)))
    told = {(role, gmina): careful(role, gmina, crowd)[0] for role, gmina in pairs}
    signs = list(dict.fromkeys(told.values()))
    meetings = list(dict.fromkeys(rows["transcript"]))
    columns = {name: values.tolist() for name, values in known.columns.items()}
    return {
        "transcripts": meetings,
        "questions": asked,
        "signs": signs,
        "segments": {
            **columns,
            "id": [
                # an address repeats the name of its meeting
                str(segment).removeprefix(meeting)
                if str(segment).startswith(f"{meeting}:")
                else str(segment)
                for segment, meeting in zip(rows.index, rows["transcript"], strict=True)
            ],
            "question": [asked.index(name) for name in rows["question"]],
            "sign": [
                signs.index(told[pair]) for pair in zip(rows["role"], rows["gmina"], strict=True)
            ],
            "text": list(rows["text"]),
            "given": _given(report, known),
        },
    }


def _given(report: Report, known: Statements) -> list[list[Any]]:
    """Return codes, scores (per thousand) and evidence per statement, one after another."""
    codes = {code: place for place, code in enumerate(report.study.codebook.codes)}
    given: list[list[Any]] = [[] for _ in known.place]
    codings = report.study.codings_of(report.coder).drop_duplicates(["segment", "code"])
    for row in codings.itertuples():
        if row.code in codes and row.segment in known.place:
            score = 1000 if row.score != row.score else round(1000 * float(row.score))
            given[known.place[row.segment]] += [codes[row.code], score, row.evidence]
    return given


def _table(table: Any, known: Statements) -> dict[str, Any]:
    made = recipe(table, known)
    found: dict[str, Any] = {"lists": made.lists, "columns": made.columns, "stale": made.stale}
    if len(set(made.parts)) > 1:
        found["parts"] = made.parts
    return found


def _figure(figure: Figure, known: Statements) -> dict[str, Any]:
    """Return the numbers of a chart, the set behind each, and whether these sets give them."""
    data = figure.data
    if figure.kind == "heatmap":
        keys: list[Any] = [(row, n) for row in range(len(data)) for n in range(data.shape[1])]
        rows = data.to_numpy().tolist()
        sides = {"left": [str(name) for name in data.index], "top": [*map(str, data.columns)]}
        values = [value for row in rows for value in row]
    else:
        keys, sides = list(range(len(data))), {}
        rows = [[_plain(value) for value in row] for row in data.itertuples(index=False, name=None)]
        values = list(data["n"]) if "n" in data else []
    sets = [known.set(figure.cells.get(key, ())) for key in keys]
    found: dict[str, Any] = {"kind": figure.kind, "unit": figure.unit, "rows": rows, **sides}
    if max(sets, default=-1) >= 0:
        found["sets"] = sets
        proved = [len(known.of(number)) for number in sets] == [*map(int, values)]
        bases = [known.group_named(str(name)) for name in data["label"]] if figure.kind == "dots" else []  # fmt: skip
        found["bases"] = bases
        found["counted"] = proved and _intervals_fit(figure, known, sets, bases)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value
    number = float(value)
    if pd.isna(number):
        return None
    return int(number) if number.is_integer() else round(number, 6)


def _intervals_fit(
    figure: Figure, known: Statements, sets: list[int], bases: list[str | None]
) -> bool:
    """Say whether shares and intervals of a chart are those its sets give."""
    if figure.kind not in ("bars", "dots"):
        return True
    data = figure.data
    if figure.kind == "bars":
        if data["high"].isna().all():
            return True
        n = data["n"].to_numpy(float)
        low, high = (known.material.n * limit for limit in wilson(n, float(known.material.n)))
        return _near(low, data["low"]) and _near(high, data["high"])
    if None in bases:
        return False
    n = np.array([len(known.of(number)) for number in sets], float)
    whole = np.array([len(known.group(str(base))) for base in bases], float)
    shares = (n / whole, *wilson(n, whole))
    return bool((whole >= SMALL).all()) and all(
        _near(100 * share, data[name])
        for share, name in zip(shares, ("value", "low", "high"), strict=True)
    )


def _near(made: np.ndarray, told: pd.Series) -> bool:
    return bool(np.allclose(made, told.to_numpy(float), atol=_NEAR, rtol=0))


def script_json(data: dict[str, Any]) -> str:
    """Return JSON that cannot close the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in ("<", ">", "&", "\u2028", "\u2029"):
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
