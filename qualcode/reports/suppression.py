"""A report whose small numbers and recognisable quotes are left out, in every format alike.

Every writer reads the same frozen blocks, so what is gone from them is gone from the document, the
workbook, the page and the tables. The statements themselves go too: from them every number could be
counted again. Rules and signs of cells are those of :mod:`qualcode.privacy.smallcells`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pandas as pd

from qualcode.errors import MisuseError
from qualcode.privacy.smallcells import SIGN, TOTALS, blank
from qualcode.reports.blocks import (
    Block,
    Bullets,
    Figure,
    Heading,
    Paragraph,
    Quotes,
    Report,
    Table,
)
from qualcode.reports.cells import numeric
from qualcode.study import CODINGS, SEGMENTS, Study, frame
from qualcode.wording import counted, quoted

CODING_SHEET, QUOTE_SHEET = "kodowanie", "cytaty"
_CHECK = "Uwaga o rozpoznawalności"
_MEASURES = frozenset(["Wypowiedzi", "w tym zakodowane", "Osoby", "Spotkania", "Słowa"])
_ROW_SUM = "wypowiedzi ogółem"
_WHOLE_FIGURES = ("bars", "network")
"""Charts a mark can be left out of; of the others every mark is needed."""
_COUNTED = re.compile(r"(?<![\d,])(?P<n>\d+)\s(?P<noun>osob\w*|osób|wypowied\w*)")
_BRACKETED = re.compile(r"(?<!prowadzącej )\((?P<n>\d+)\)")
_TELLING = re.compile(r"Sprawdź przed publikacją słowa w [^:]*: (?:„[^„”]*”(?:, | i )?)+\.?\s?")
_NUMBER = re.compile(
    r"(?<!mniej niż )(?<![\d,])\d+(?:,\d+)?(?=%|\)|,\s|\s(?:wypowied|os[oó]b|spotka))"
)


class Withheld(Study):
    """A study whose statements are kept back: codebook and notes without any transcript."""

    def codings_of(self, coder: str) -> pd.DataFrame:
        """Return no codings, whoever coded."""
        return self.codings


def suppressed(report: Report, *, k: int = 3) -> Report:
    """Return a report without small cells, charts that show them, and quotes that identify.

    Parameters
    ----------
    report : Report
        Of a study whose roles and places :func:`qualcode.suppress` made general.
    k : int, default 3
        Numbers with 1 to ``k`` - 1 people behind them are blanked, and others that would give
        them away (:func:`qualcode.privacy.blank`).

    Returns
    -------
    Report
        Its ``study`` holds no statements, its tables name no segments.

    Raises
    ------
    MisuseError
        When ``k`` is below 2.
    """
    if k < 2:
        raise MisuseError(f"Najmniejsza liczba osób w komórce to 2, a podano {k}.")
    segments = report.study.segments
    owners = dict(
        zip(
            segments["segment"],
            zip(segments["transcript"], segments["speaker"], strict=True),
            strict=True,
        )
    )

    def crowd(ids: Iterable[str]) -> int:
        return len({owners[item] for item in ids if item in owners})

    facets = {facet.id for facet in report.study.codebook.facets}
    everywhere = _hidden_names((t for t in report.tables if t.id in facets), k, crowd)
    blocks: list[Block | None] = []
    for section in _sections(report.blocks):
        tables = (block for block in section if isinstance(block, Table))
        names = everywhere | _hidden_names(tables, k, crowd)
        blocks += [_block(block, k, crowd, names) for block in section]
    return replace(
        report,
        blocks=(*_opened([block for block in blocks if block is not None], k),),
        sheets=tuple(_sheet(sheet, k, crowd) for sheet in report.sheets),
        study=_withheld(report.study),
        parameters={**report.parameters, "suppress": k},
    )


Crowd = Callable[[Iterable[str]], int]


def _sections(blocks: Iterable[Block]) -> list[list[Block]]:
    """Return the blocks by the headings they stand under."""
    found: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Heading):
            found.append([])
        found[-1].append(block)
    return found


def _hidden_names(tables: Iterable[Table], k: int, crowd: Crowd) -> frozenset[str]:
    """Return what rows are called whose numbers are blanked, in small letters."""
    names: set[str] = set()
    for table in tables:
        words = [n for n, kind in enumerate(table.kinds) if kind == "text"]
        if not words or not _is_measured(table):
            continue
        column = next((n for n in words if table.data.columns[n] == "Kod"), words[0])
        names |= {
            str(table.data.iat[row, column]).lower() for row, _ in _hidden(table, k, crowd)[0]
        }
    return frozenset(names - {""})


def _is_measured(table: Table) -> bool:
    return any(str(name) in _MEASURES for name in table.data.columns)


def _opened(blocks: list[Block], k: int) -> list[Block]:
    """Return the blocks with a note on what is left out under the first heading."""
    note = Paragraph(
        f"Wyniki zapisano z utajnianiem: znak {SIGN} stoi zamiast liczb, za którymi jest mniej niż "
        f"{counted(k, 'osoba', 'osoby', 'osób')}, i tych, z których dałoby się je obliczyć. Pominięto wypowiedzi, cytaty i wykresy, "
        "które mogłyby wskazać osobę, a role i gminy uogólniono. To pomoc, a nie gwarancja: przed "
        "publikacją wyniki powinien przejrzeć człowiek.",
        "note",
    )
    at = next((n for n, block in enumerate(blocks) if isinstance(block, Heading)), -1) + 1
    return [*blocks[:at], note, *blocks[at:]]


def _block(block: Block, k: int, crowd: Crowd, names: frozenset[str]) -> Block | None:
    if isinstance(block, Table):
        return _table(block, k, crowd, names)
    if isinstance(block, Figure):
        return _figure(block, k, crowd)
    if isinstance(block, Quotes):
        kept = block.items[[not check for check in block.checks]]
        return replace(block, items=kept) if len(kept) else None
    if isinstance(block, Bullets):
        return Bullets(tuple(told(item, k, names) for item in block.items))
    if isinstance(block, Paragraph):
        checked = re.match(r"W\s\d+\sz\s\d+\scytat", block.text)  # it counts quotes left out by now
        return None if checked else replace(block, text=told(block.text, k, names))
    return block


def told(text: str, k: int, names: frozenset[str] = frozenset()) -> str:
    """Return sentences without small numbers of people and statements.

    Parameters
    ----------
    text : str
    k : int
    names : frozenset of str
        Codes whose numbers are blanked in a table, in small letters: a clause that tells of one
        loses its numbers.
    """

    def people(match: re.Match[str]) -> str:
        if not 0 < int(match["n"]) < k:
            return match[0]
        one = match["noun"].startswith("os")
        forms = ("osoba", "osoby", "osób") if one else ("wypowiedź", "wypowiedzi", "wypowiedzi")
        return f"mniej niż {counted(k, *forms)}"

    def bracket(match: re.Match[str]) -> str:
        return f"({SIGN})" if 0 < int(match["n"]) < k else match[0]

    parts = re.split(r"(;\s|\.\s)", re.sub(_BRACKETED, bracket, re.sub(_COUNTED, people, text)))
    return "".join(
        _NUMBER.sub(SIGN, part)
        if f"mniej niż {k}" in part or any(name in part.lower() for name in names)
        else part
        for part in parts
    )


def _table(table: Table, k: int, crowd: Crowd, names: frozenset[str] = frozenset()) -> Table:
    """Return a table with its small cells blanked and no segments behind its numbers."""
    data = table.data.reset_index(drop=True).copy()
    warned = _TELLING.search(table.note)
    secret = re.findall("„([^„”]+)”", warned[0]) if warned else []
    for column, kind in enumerate(table.kinds):
        if kind == "text":
            texts = [
                told(_unquoted(value, secret), k, names) if isinstance(value, str) else value
                for value in data.iloc[:, column]
            ]
            data.isetitem(column, pd.Series(texts, index=data.index, dtype=object))
    hidden, remark = _hidden(table, k, crowd)
    for column in {place for _, place in hidden}:
        data.isetitem(column, data.iloc[:, column].astype(object))
    for cell in hidden:
        data.iat[cell] = SIGN
    note = " ".join(part for part in (_TELLING.sub("", table.note).strip(), remark) if part)
    return replace(table, data=data, cells={}, note=note)


def _unquoted(text: str, secret: Iterable[str]) -> str:
    """Return text without the quotes that hold a telling word."""
    words = list(secret)

    def kept(match: re.Match[str]) -> str:
        return "" if any(word in match[0] for word in words) else match[0]

    return re.sub(r"(?:,?\snp\.\s)?„[^„”]*”", kept, text) if words else text


def _hidden(table: Table, k: int, crowd: Crowd) -> tuple[set[tuple[int, int]], str]:
    """Return the cells of a table to blank, derived ones too, and the note to print below."""
    names = [str(name) for name in table.data.columns]
    counted = [n for n, kind in enumerate(table.kinds) if kind == "count"]
    carriers = sorted({c for _, c in table.cells if numeric(table.kinds[c])} | set(counted))
    measured = [n for n in carriers if names[n] in _MEASURES]
    if measured:
        carriers = measured[:1] if names[measured[0]] != "Osoby" else measured[1:2] or measured
    if not carriers:
        return set(), ""
    values, people = _numbers(table, carriers, crowd)
    totals = TOTALS | {_ROW_SUM}
    result = blank(values, k=k, people=people, totals=totals)
    places = {(r, c) for r in range(len(values)) for c in range(len(carriers))}
    found = {(r, carriers[c]) for r, c in places if isinstance(result.iat[r, c], str)}
    hidden = set()
    for row, column in found:
        derived = range(len(names)) if measured else _derived(table, names, column)
        hidden |= {(row, n) for n in derived if numeric(table.kinds[n])} | {(row, column)}
    remarks = " ".join(result.attrs[name] for name in ("note", "warning") if result.attrs[name])
    return hidden, remarks


def _derived(table: Table, names: list[str], column: int) -> list[int]:
    """Return the columns counted from one: "Żabin: %" from "Żabin: n"."""
    head = names[column].rpartition(":")[0]
    return [n for n, name in enumerate(names) if head and name.rpartition(":")[0] == head]


def _numbers(table: Table, carriers: list[int], crowd: Crowd) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return statements and people behind the cells of some columns; labels as they are printed."""
    words = next((n for n, kind in enumerate(table.kinds) if kind == "text"), 0)
    labels = [str(label) for label in table.data.iloc[:, words]]
    index = pd.Index(
        [label if label.lower() in TOTALS else f"{n}" for n, label in enumerate(labels)]
    )
    columns = pd.Index(
        [
            name if name.lower() == _ROW_SUM else f"{n} {name}"
            for n, name in ((c, str(table.data.columns[c])) for c in carriers)
        ]
    )
    persons = {str(name): n for n, name in enumerate(table.data.columns)}.get("Osoby")
    counts, people = [], []
    for row in range(len(labels)):
        cells = [table.cells.get((row, c)) for c in carriers]
        plain = [_whole(table, row, c) for c in carriers]
        counts.append(
            [len(ids) if ids is not None else n for ids, n in zip(cells, plain, strict=True)]
        )
        known = _whole(table, row, persons) if persons is not None else 0
        people.append(
            [
                known or (crowd(ids) if ids is not None else n)
                for ids, n in zip(cells, plain, strict=True)
            ]
        )
    return (
        pd.DataFrame(counts, index=index, columns=columns),
        pd.DataFrame(people, index=index, columns=columns),
    )


def _whole(table: Table, row: int, column: int) -> int:
    value: Any = table.data.iat[row, column]
    counts = table.kinds[column] == "count" and not isinstance(value, str) and not pd.isna(value)
    return int(value) if counts else 0


def _figure(figure: Figure, k: int, crowd: Crowd) -> Block | None:
    """Return a chart without its small marks, or a sentence where it needs them all."""
    few = {key for key, ids in figure.cells.items() if 0 < crowd(ids) < k}
    if not few:
        return replace(figure, cells={})
    if figure.kind in _WHOLE_FIGURES and len(few) < len(figure.data):
        kept = [n not in few for n in range(len(figure.data))]
        data = figure.data[kept].reset_index(drop=True)
        alt = f"{figure.title}. Pominięto pozycje utajnione; liczby są w tabeli."
        return replace(figure, data=data, cells={}, alt=alt)
    return Paragraph(
        f"Wykres {quoted(figure.title)} pominięto, bo pokazałby liczby utajnione w tabeli.", "note"
    )


def _sheet(sheet: Table, k: int, crowd: Crowd) -> Table:
    if sheet.id == CODING_SHEET:
        return replace(sheet, data=sheet.data.iloc[:0], cells={})
    if sheet.id == QUOTE_SHEET and _CHECK in sheet.data:
        doubtful = sheet.data[_CHECK].fillna("").astype(str).str.strip() != ""
        names = [name for name in sheet.data.columns if name == "Segment"]
        data = sheet.data[~doubtful].assign(**dict.fromkeys(names, ""))
        return replace(sheet, data=data.reset_index(drop=True), cells={})
    return _table(sheet, k, crowd)


def _withheld(study: Study) -> Study:
    return Withheld(
        study.codebook, (), frame(SEGMENTS, []), frame(CODINGS, []), study.problems, study.about
    )
