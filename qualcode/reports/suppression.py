"""A report whose small numbers and recognisable quotes are left out, in every format alike.

Every writer reads the same frozen blocks, so what is gone from them is gone from the document, the
workbook, the page and the tables. The statements themselves go too: from them every number could be
counted again. Which numbers are kept back is known to :mod:`qualcode.reports.register`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from qualcode.errors import MisuseError, Problem
from qualcode.participants import UNKNOWN_KIND
from qualcode.privacy.smallcells import SIGN, told_below
from qualcode.reports.blocks import (
    Block,
    Bullets,
    Cell,
    Figure,
    Heading,
    Paragraph,
    Quotes,
    Report,
    Table,
)
from qualcode.reports.redaction import told, unnamed, unquoted, untold
from qualcode.reports.register import MEASURES, Register
from qualcode.reports.sizes import measured, profiled, rebased, unsized
from qualcode.reports.topicwords import discreet
from qualcode.statistics import ranks
from qualcode.study import CODINGS, SEGMENTS, Study, frame
from qualcode.wording import counted, quoted

CODING_SHEET, QUOTE_SHEET = "kodowanie", "cytaty"
REST = "pozostali (role uogólnione)"
"""What the kind of people is called whose role was made general or was never known."""
_CHECK = "Uwaga o rozpoznawalności"
_WHOLE_FIGURES = ("bars", "network")
"""Charts a mark can be left out of; of the others every mark is needed."""
_NONE = "–"
_MOST = " Najczęściej: "
_NOTHING = "żaden kod nie ma liczby na tyle dużej, żeby można ją było opublikować."
_COUNTS = re.compile(r"\s?\(\d+\)")
_NEAR = re.compile(r";\snajczęściej:\s.*$", re.DOTALL)
_EXAMPLE = re.compile(r",\snp\.\s„.*$", re.DOTALL)
_TIES = re.compile(
    r";\soraz\s[^;]*tyle samo razy|\si\s\d+\sinn\w+\spo\s\d+\s\(ex aequo\)|,\sex aequo"
)
_FIRST = re.compile(r"\sNajczęściej: [^.]*\((?:#|mniej niż)[^.]*\.")  # its rank tells too
_FILES = re.compile(r"(Z podanych pominięto \d+\splik\w*): (?:„[^”]*”(?:, | i )?)+")
_TELLING = re.compile(r"Sprawdź przed publikacją słowa w [^:]*: (?:„[^„”]*”(?:, | i )?)+\.?\s?")


class Withheld(Study):
    """A study whose statements are kept back: codebook and notes without any transcript."""

    def codings_of(self, coder: str) -> pd.DataFrame:
        """Return no codings, whoever coded."""
        return self.codings


@dataclass(frozen=True, eq=False)
class _Scope:
    """What holds where a block stands: names whose numbers, and labels whose quotes, are left out."""

    register: Register
    names: frozenset[str] = frozenset()
    everywhere: frozenset[str] = frozenset()
    unquoted: frozenset[str] = frozenset()
    untold: bool = False
    """Whether what the section tells of as a whole, a facet or a gmina, is kept back."""

    @property
    def k(self) -> int:
        return self.register.k


def suppressed(report: Report, *, k: int = 3) -> Report:
    """Return a report without small cells, charts that show them, and quotes that identify.

    Parameters
    ----------
    report : Report
        Of a study whose roles and places :func:`qualcode.suppress` made general.
    k : int, default 3
        Numbers with 1 to ``k`` - 1 people behind them are blanked, and others that would give
        them away (:func:`qualcode.privacy.blank`), in whatever table they are.

    Returns
    -------
    Report
        Its ``study`` holds no statements and tells problems by number only, its tables name no
        segments.

    Raises
    ------
    MisuseError
        When ``k`` is below 2.
    """
    if k < 2:
        raise MisuseError(f"Najmniejsza liczba osób w komórce to 2, a podano {k}.")
    register = Register(report, k)
    report = unnamed(discreet(report, k))
    book = report.study.codebook
    secret = {code for code, ids in register.codes.items() if register.hides(ids)}
    everywhere = frozenset(book.code(code).name.lower() for code in secret)
    topics = [table for table in report.tables if table.id == "tematy"]
    blocks: list[Block | None] = []
    for section in _sections(report.blocks):
        tables = [block for block in section if isinstance(block, Table)]
        scope = _Scope(
            register,
            everywhere | _hidden_names(tables, register),
            everywhere,
            _few_names([*tables, *topics], register),
            any(_kept_whole(table, register) for table in tables),
        )
        blocks += [_block(block, scope) for block in section]
    kept = [_renamed(block) for block in _led([block for block in blocks if block is not None])]
    sheets = (_renamed(_sheet(sheet, report, register)) for sheet in report.sheets)
    return replace(
        report,
        blocks=(*_opened(kept, k),),
        sheets=tuple(sheet for sheet in sheets if isinstance(sheet, Table)),
        study=_withheld(report.study),
        parameters={**report.parameters, "suppress": k},
    )


def _sections(blocks: Iterable[Block]) -> list[list[Block]]:
    """Return the blocks by the headings they stand under."""
    found: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Heading):
            found.append([])
        found[-1].append(block)
    return found


def _kept_whole(table: Table, register: Register) -> bool:
    """Say whether the number of all statements a table is on is kept back."""
    return register.hides(register.facets.get(table.id, ())) or profiled(table) in register.unsized


def _led(blocks: list[Block]) -> list[Block]:
    """Return the blocks without empty lists, and a sentence where one was announced."""
    found: list[Block] = []
    for block in blocks:
        if not isinstance(block, Bullets) or block.items:
            found.append(block)
        elif found and isinstance(found[-1], Paragraph) and found[-1].text.endswith(":"):
            among = found[-1].text[:-1].replace("Najczęściej wskazywane w ", "W ", 1)
            found[-1] = replace(found[-1], text=f"{among} {_NOTHING}")
    return found


def _named_by(table: Table) -> int | None:
    """Return the column that names what the rows of a table measure."""
    words = [n for n, kind in enumerate(table.kinds) if kind == "text"]
    if not words or not any(str(name) in MEASURES for name in table.data.columns):
        return None
    return next((n for n in words if table.data.columns[n] == "Kod"), words[0])


def _hidden_names(tables: Iterable[Table], register: Register) -> frozenset[str]:
    """Return what rows are called whose numbers are blanked, in small letters."""
    names: set[str] = set()
    for table in tables:
        column = _named_by(table)
        if column is not None:
            rows = {row for row, _ in register.hidden(table)[0]}
            names |= {str(table.data.iat[row, column]).lower() for row in rows}
    return frozenset(names - {""})


def _few_names(tables: Iterable[Table], register: Register) -> frozenset[str]:
    """Return what rows of too few people are called, in small letters, topics with their number."""
    names: set[str] = set()
    for table in tables:
        column = _named_by(table)
        if column is None:
            continue
        for row in {row for (row, _), ids in table.cells.items() if register.few(ids)}:
            name = str(table.data.iat[row, column])
            number = f"{table.data['Nr'].iat[row]}. " if "Nr" in table.data else ""
            names.add(f"{number}{name}".lower())
    return frozenset(names)


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


def _block(block: Block, scope: _Scope) -> Block | None:
    if isinstance(block, Table):
        return _table(block, scope)
    if isinstance(block, Figure):
        return _figure(block, scope.register)
    if isinstance(block, Quotes):
        return _quotes(block, scope)
    if isinstance(block, Bullets):
        items = filter(None, (_point(item, scope) for item in block.items))
        return Bullets(tuple(items))
    if isinstance(block, Paragraph):
        checked = re.match(r"W\s\d+\sz\s\d+\scytat", block.text)  # it counts quotes left out by now
        text = _FILES.sub(r"\1", _TIES.sub("", block.text))
        if checked:
            return None
        text = unsized(told(text, scope.k, scope.names), scope.register.unsized)
        if scope.untold and block.style == "body":
            sentence, most, rest = text.partition(_MOST)
            text = untold(sentence) + most + rest
        return replace(block, text=_FIRST.sub("", text))
    return block


def _quotes(block: Quotes, scope: _Scope) -> Block | None:
    """Return quotes without a remark, none of what too few people spoke of."""
    alone = scope.register.few(scope.register.codes.get(block.code, ()))
    if alone or any(block.label.lower().endswith(name) for name in scope.unquoted):
        return None
    kept = block.items[[not check for check in block.checks]]
    # an address names the meeting it leads to
    return replace(block, items=kept.set_axis([""] * len(kept))) if len(kept) else None


def _point(text: str, scope: _Scope) -> str:
    """Return a point of the main results without parts on numbers kept back: order tells too."""
    head, _, rest = _TIES.sub("", text).rstrip(".").partition(": ")
    parts = [told(part, scope.k, scope.names) for part in rest.split("; ")]
    kept = [part for part in parts if SIGN not in part and "mniej niż" not in part]
    return f"{head}: {'; '.join(kept)}." if kept else ""


def _table(table: Table, scope: _Scope) -> Table:
    """Return a table with its small cells blanked and no segments behind its numbers."""
    data = table.data.reset_index(drop=True).copy()
    warned = _TELLING.search(table.note)
    secret = re.findall("„([^„”]+)”", warned[0]) if warned else []
    for column, kind in enumerate(table.kinds):
        if kind == "text":
            texts = [
                _said(table, (row, column), secret, scope) if isinstance(value, str) else value
                for row, value in enumerate(data.iloc[:, column])
            ]
            data.isetitem(column, pd.Series(texts, index=data.index, dtype=object))
    hidden, warning = scope.register.hidden(table)
    hidden |= _told_elsewhere(table, scope.everywhere) | measured(table, scope.register.unsized)
    for column in {place for _, place in hidden}:
        data.isetitem(column, data.iloc[:, column].astype(object))
    for cell in hidden:
        data.iat[cell] = SIGN
    data, ranked = _ranked(data)
    signs = int((data.astype(object) == SIGN).to_numpy().sum())
    note = _TELLING.sub("", table.note).strip()
    if table.id == "tematy":
        note = told(note, scope.k, scope.names)  # it repeats numbers of its last rows
    remarks = (note, ranked, told_below(signs, scope.k), warning)
    result = replace(table, data=data, cells={}, note=" ".join(filter(None, remarks)))
    return rebased(result, scope.register.unsized)


def _said(table: Table, cell: Cell, secret: Iterable[str], scope: _Scope) -> str:
    """Return the text of a cell without numbers and quotes that are kept back.

    A number of the statements behind the whole cell stays where it may; other numbers in brackets
    cannot be checked here and go.
    """
    text = str(table.data.iat[cell])
    if table.id.startswith("ksiazka-"):
        return told(text, scope.k, scope.names)
    ids = table.cells.get(cell, ())
    entry = text.startswith("„")
    few, hides = scope.register.few(ids), scope.register.hides(ids)
    text = unquoted(_NEAR.sub("", text), secret)
    if entry and (few or not text.startswith("„")):
        return _NONE
    own = f"({len(ids)})" if ids else ""
    if few:
        text = _EXAMPLE.sub("", text)
    mark = f"({SIGN})" if hides else own
    parts = text.split(own) if own else [text]
    text = mark.join(_COUNTS.sub("", part) for part in parts)
    if hides:
        text = re.sub(r"^\d+(?=\swypowied)", SIGN, text)
    return told(text, scope.k, frozenset() if ids else scope.names)


def _told_elsewhere(table: Table, everywhere: frozenset[str]) -> set[Cell]:
    """Return the cells that repeat a number of the whole study which is kept back."""
    heads = [str(name) for name in table.data.columns]
    if "% w badaniu" not in heads or "Kod" not in heads:
        return set()
    names = [str(name).lower() for name in table.data["Kod"]]
    return {(r, heads.index("% w badaniu")) for r, name in enumerate(names) if name in everywhere}


def _ranked(data: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Return a table ranked anew without the numbers kept back, and a note on it.

    Ties and gaps of the former ranks, and the order of the rows, would tell what is blanked.
    """
    if not {"Miejsce", "Wypowiedzi"} <= set(data) or not (data["Wypowiedzi"] == SIGN).any():
        return data, ""
    data = data.copy()
    facets = data["Aspekt"].ne("").cumsum() if "Aspekt" in data else pd.Series(0, index=data.index)
    for _, part in data.groupby(facets):
        shown = part["Wypowiedzi"][part["Wypowiedzi"] != SIGN].astype(int)
        found = pd.Series(ranks(shown.to_numpy()), index=shown.index)
        tied = found.duplicated(keep=False)
        for row in part.index:
            place = f"{found[row]}{'=' if tied[row] else '.'}" if row in shown.index else SIGN
            data.loc[row, "Miejsce"] = _NONE if row in shown.index and not shown[row] else place
    if "Aspekt" not in data:
        last = (data["Wypowiedzi"] == SIGN).to_numpy()
        names = data[last].iloc[:, 1].astype(str).str.lower().sort_values(kind="stable")
        data = pd.concat([data[~last], data.loc[names.index]], ignore_index=True)
    return data, "Miejsca ustalono wśród podanych liczb."


def _figure(figure: Figure, register: Register) -> Block | None:
    """Return a chart without its small marks, or a sentence where it needs them all."""
    few = {key for key, ids in figure.cells.items() if register.hides(ids)}
    unsure = figure.kind == "dots" and not register.unsized.isdisjoint(figure.data["label"])
    if not few and not unsure:
        return replace(figure, cells={})
    if figure.kind in _WHOLE_FIGURES and len(few) < len(figure.data):
        kept = [n not in few for n in range(len(figure.data))]
        data = figure.data[kept].reset_index(drop=True)
        alt = f"{figure.title}. Pominięto pozycje utajnione; liczby są w tabeli."
        return replace(figure, data=data, cells={}, alt=alt)
    return Paragraph(
        f"Wykres {quoted(figure.title)} pominięto, bo pokazałby liczby utajnione w tabeli.", "note"
    )


def _sheet(sheet: Table, report: Report, register: Register) -> Table:
    if sheet.id == CODING_SHEET:
        return replace(sheet, data=sheet.data.iloc[:0], cells={})
    if sheet.id == QUOTE_SHEET and _CHECK in sheet.data:
        label = report.study.codebook.label
        few = [label(code) for code, ids in register.codes.items() if register.few(ids)]
        doubtful = sheet.data[_CHECK].fillna("").astype(str).str.strip() != ""
        names = [name for name in sheet.data.columns if name == "Segment"]
        kept = sheet.data[~doubtful & ~sheet.data["Kod"].isin(few)]
        data = kept.assign(**dict.fromkeys(names, ""))
        return replace(sheet, data=data.reset_index(drop=True), cells={})
    return _table(sheet, _Scope(register))


def _renamed(block: Block) -> Block:
    """Return a block that calls people without a role those whose role was made general."""
    if isinstance(block, Bullets):
        return Bullets(tuple(map(_rest, block.items)))
    texts = ("text", "title", "alt", "base", "note", "label")
    changes: dict[str, Any] = {
        name: _rest(getattr(block, name)) for name in texts if hasattr(block, name)
    }
    if isinstance(block, Table | Figure):
        changes["data"] = block.data.rename(columns=_rest, index=_rest).map(_rest)
    return replace(block, **changes)


def _rest(value: Any) -> Any:
    return value.replace(UNKNOWN_KIND, REST) if isinstance(value, str) else value


def _withheld(study: Study) -> Study:
    """Return a study without statements, its problems counted: they may name people and files."""
    skipped = sum(problem.skipped for problem in study.problems)
    noted = len(study.problems) - skipped
    told_of = (
        f"Pominięto {counted(skipped, 'plik', 'pliki', 'plików')}, zapisano "
        f"{counted(noted, 'uwagę', 'uwagi', 'uwag')}; treści nie podano, bo mogłaby wskazać osobę."
    )
    problems = (Problem("badanie", told_of),) if study.problems else ()
    return Withheld(
        study.codebook, (), frame(SEGMENTS, []), frame(CODINGS, []), problems, study.about
    )
