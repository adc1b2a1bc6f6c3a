"""What a table of cells says: turns or answers to questions; notes and votes are for ``notes``.

The same rules serve CSV and XLSX, and tables inside Word, OpenDocument and HTML.
"""

from __future__ import annotations

import re
from collections import Counter

from qualcode.errors import Problem
from qualcode.reading.drafts import UNKNOWN_TIME, Block, Draft
from qualcode.reading.tables.columns import (
    gmina_column,
    is_answered,
    is_ballot,
    is_survey,
    left_out,
    left_sentence,
)
from qualcode.reading.tables.headers import (
    columns_of,
    has_details,
    is_code,
    is_system,
    without_code,
)
from qualcode.reading.tables.listings import read_listing
from qualcode.reading.tables.tabular import Grid
from qualcode.reading.tables.titles import below, top_of
from qualcode.reading.voices.speakers import speaker_labels
from qualcode.wording import listed, quoted

_SHOWN = 8  # columns named in one sentence
_SENTENCE = 4  # words


def read_grid(rows: Grid, place: str = "", file: str = "", before: str = "") -> Draft:
    """Return the blocks of a table, and what of it was left out.

    Parameters
    ----------
    rows : list of list of str
        Equally long rows of cells.
    place : str
        Where the table stands ("tabela 2", "arkusz „Bariery”"), for the problems.
    file : str
        Name of the file, for the problems.
    before : str
        The paragraph above the table, which may say that it lists people.

    Returns
    -------
    Draft
        Without blocks when the table is neither turns nor a survey: it may hold notes then.
    """
    if not rows:
        return Draft([])
    top = top_of(rows)
    whole, rows = rows, rows[top.start :]
    header = columns_of(rows[0])
    gmina = gmina_column(rows)
    if gmina is not None:
        header["gmina"] = gmina
    if "text" in header:
        told = _read(_turns(rows, header, top.question), _beside(rows, header), place, file)
        return below(top, told)
    listing = read_listing(rows, place, file, " ".join([before, *top.lines]))
    if listing is not None:
        return below(top, listing)
    if len(rows[0]) == 2 and _speaks(whole):
        return Draft(_turns([["", ""], *whole], {"speaker": 0, "text": 1}, ""))
    if is_ballot(rows) or not is_survey(rows, header):
        return Draft([])
    return below(top, _survey(rows, header, top.question, place, file))


def _survey(rows: Grid, columns: dict[str, int], title: str, place: str, file: str) -> Draft:
    places = _open_columns(rows, columns)
    blocks = _answers(rows, columns, places, title)
    result = _read(blocks, left_out(rows, {*columns.values(), *places}), place, file)
    codes = [rows[0][number] for number in places if is_code(rows[0][number])]
    if codes:
        result.problems.append(Problem(file, _coded_sentence(codes, place)))
    return result


def _coded_sentence(codes: list[str], place: str) -> str:
    names = listed(map(quoted, codes[:_SHOWN])) + (" i inne" if len(codes) > _SHOWN else "")
    one = len(codes) == 1
    return (
        f"{f'{place}: ' if place else ''}{'nagłówek' if one else 'nagłówki'} {names} "
        f"{'to sam kod pytania' if one else 'to same kody pytań'}; wyeksportuj wyniki z pełną "
        "treścią pytań albo wpisz ją w nagłówki, żeby było wiadomo, o co pytano."
    )


def _read(blocks: list[Block], lost: dict[str, int], place: str, file: str) -> Draft:
    sentence = left_sentence(lost, place) if blocks else ""
    return Draft(blocks, problems=[Problem(file, sentence)] if sentence else [])


def _beside(rows: Grid, columns: dict[str, int]) -> dict[str, int]:
    """Return the cells with text that a table of turns has beside them, by column."""
    lost = left_out(rows, set(columns.values()))
    said = columns["text"]
    for place in sorted(set(columns.values()) - {said}):
        # a row without speech: a note to the table, or a sentence in the wrong column
        silent = sum(not row[said] and len(row[place].split()) >= _SENTENCE for row in rows[1:])
        if silent:
            lost[rows[0][place]] = silent
    return lost


def _speaks(rows: Grid) -> bool:
    """Tell a table of names and speeches: short labels that come back beside longer texts."""
    counts = Counter(row[0] for row in rows if row[0] and row[1])
    labels = speaker_labels(f"{row[0].rstrip(' :')}: {row[1]}" for row in rows)
    spoken = sum(row[0].rstrip(" :") in labels for row in rows)
    again = len(counts) < sum(counts.values())
    return len(rows) >= 4 and again and spoken > 0.8 * len(rows)


def _turns(rows: Grid, columns: dict[str, int], title: str) -> list[Block]:
    def value(row: list[str], kind: str) -> str:
        return row[columns[kind]] if kind in columns else ""

    blocks: list[Block] = []
    for row in rows[1:]:
        said, who = value(row, "text"), value(row, "speaker").rstrip(" :")
        if said:
            blocks.append(
                Block(
                    said,
                    f"respondent {who}" if who.isdigit() else who,
                    role=value(row, "role") or ("respondent" if who.isdigit() else ""),
                    question=value(row, "question") or title,
                    time=clock(value(row, "time")),
                    gmina=value(row, "gmina"),
                )
            )
    return blocks


def clock(stamp: str) -> float:
    """Return a time of day or of a recording in seconds: ``1:02:03``, ``02:03``, ``83.5``."""
    match = re.fullmatch(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,6}))?", stamp.strip())
    if match:
        parts = [int(match[n] or 0) for n in (1, 2, 3)]
        return parts[0] * 3600 + parts[1] * 60 + parts[2] + float(f"0.{match[4] or 0}")
    number = re.fullmatch(r"\d{1,6}(?:[.,]\d{1,6})?", stamp.strip())
    return float(number[0].replace(",", ".")) if number else UNKNOWN_TIME


def _open_columns(rows: Grid, columns: dict[str, int]) -> list[int]:
    """Return the columns of open answers; short ones count when nothing longer is there."""
    rest = [
        place
        for place, name in enumerate(rows[0])
        if place not in columns.values() and not is_system(name)
    ]
    people = has_details(rows[0])
    for short in (False, True) if people else (False,):
        found = [place for place in rest if is_answered([row[place] for row in rows[1:]], rows[0][place], told=short)]  # fmt: skip
        if found:
            return found
    return []


def _answers(rows: Grid, columns: dict[str, int], places: list[int], title: str) -> list[Block]:
    """Return the open answers, column by column, the header of each its question."""
    blocks = []
    for place in places:
        name = rows[0][place]
        asked = without_code(name) if len(name.split()) > 1 else (title or name)
        for number, row in enumerate(rows[1:], 1):
            if any(letter.isalpha() for letter in row[place]):
                blocks.append(_answer(row, columns, row[place], asked, number))
    return blocks


def _answer(row: list[str], columns: dict[str, int], said: str, asked: str, number: int) -> Block:
    told = {kind: row[place] for kind, place in columns.items()}
    who = told.get("speaker", "")
    who = f"respondent {who}" if who.isdigit() else who or f"respondent {number}"
    question = told.get("question", asked)
    role, gmina = told.get("role") or "respondent", told.get("gmina", "")
    return Block(said, who, role=role, question=question, gmina=gmina)
