"""What a table of cells says: turns, answers to questions, or notes and votes from a wall.

The same rules serve CSV and XLSX, and tables inside Word, OpenDocument and HTML.
"""

from __future__ import annotations

import re
from collections import Counter

from qualcode.errors import Problem
from qualcode.reading.columns import (
    columns_of,
    gmina_column,
    is_number,
    is_open,
    is_survey,
    is_system,
    left_out,
    left_sentence,
    without_code,
)
from qualcode.reading.drafts import UNKNOWN_TIME, Block, Draft
from qualcode.reading.speakers import speaker_labels
from qualcode.reading.tabular import Grid
from qualcode.wording import counted

_DOTS = re.compile(r"[●•○◉*xX✕✓✔⬤\s]+$")
_NUMBER = re.compile(r"\d{1,4}$")
_SENTENCE = 4  # words


def read_grid(rows: Grid, place: str = "", file: str = "") -> Draft:
    """Return the blocks of a table, and what of it was left out.

    Parameters
    ----------
    rows : list of list of str
        Equally long rows of cells.
    place : str
        Where the table stands ("tabela 2", "arkusz „Bariery”"), for the problems.
    file : str
        Name of the file, for the problems.

    Returns
    -------
    Draft
        Without blocks when the table is neither turns nor a survey: it may hold notes then.
    """
    if not rows:
        return Draft([])
    title, start = _title(rows)
    title = without_code(title)
    whole, rows = rows, rows[start:]
    header = columns_of(rows[0])
    gmina = gmina_column(rows)
    if gmina is not None:
        header["gmina"] = gmina
    if "text" in header:
        return _read(_turns(rows, header, title), _beside(rows, header), place, file)
    if len(rows[0]) == 2 and _speaks(whole):
        return Draft(_turns([["", ""], *whole], {"speaker": 0, "text": 1}, ""))
    if not is_survey(rows, header):
        return Draft([])
    blocks, taken = _answers(rows, header, title)
    return _read(blocks, left_out(rows, taken), place, file)


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


def read_notes(rows: Grid, place: str) -> list[Block]:
    """Return each cell of a flip chart, of sticky notes or of a vote, with its place of origin."""
    if not rows or not rows[0]:
        return []
    columns = columns_of(rows[0])
    votes = columns.get("votes", _vote_column(rows))
    titled = len(rows) > 1 and len(rows[0]) > 1 and all(len(c.split()) <= 12 for c in rows[0] if c)
    titles = rows[0] if titled else [""] * len(rows[0])
    blocks = [Block(" | ".join(filter(None, rows[0])), speaker="", aside=True)] if titled else []
    for number, row in enumerate(rows[1:] if titled else rows, 2 if titled else 1):
        dots = _count(row[votes]) if votes is not None else 0
        for column, cell in enumerate(row):
            counts = column == votes or (titled and is_number(titles[column]))
            if not any(letter.isalpha() for letter in cell):
                continue
            if counts and (_count(cell) or len(cell.split()) < _SENTENCE):
                continue
            origin = ", ".join(filter(None, [place, f"wiersz {number}"]))
            if len(row) > 1 and votes is None:
                origin += f", kolumna {column + 1}"
            mark = f" ({counted(dots, 'kropka', 'kropki', 'kropek')})" if dots else ""
            role = "głosowanie" if votes is not None else "karteczka"
            asked = titles[column] if votes is None else ""
            blocks.append(Block(cell, f"{role}: {origin}{mark}", role=role, question=asked))
    return blocks if any(not block.aside for block in blocks) else []


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


def _answers(rows: Grid, columns: dict[str, int], title: str) -> tuple[list[Block], set[int]]:
    """Return open answers (every column of longer texts, its header the question) and the columns used."""
    header, body = rows[0], rows[1:]
    taken = set(columns.values())
    blocks = []
    for place, name in enumerate(header):
        if place in taken or is_system(name) or not is_open([row[place] for row in body], name):
            continue
        taken.add(place)
        asked = without_code(name) if len(name.split()) > 1 else (title or name)
        for number, row in enumerate(body, 1):
            if any(letter.isalpha() for letter in row[place]):
                blocks.append(_answer(row, columns, row[place], asked, number))
    return blocks, taken


def _answer(row: list[str], columns: dict[str, int], said: str, asked: str, number: int) -> Block:
    told = {kind: row[place] for kind, place in columns.items()}
    who = told.get("speaker", "")
    who = f"respondent {who}" if who.isdigit() else who or f"respondent {number}"
    question = told.get("question", asked)
    role, gmina = told.get("role") or "respondent", told.get("gmina", "")
    return Block(said, who, role=role, question=question, gmina=gmina)


def _title(rows: Grid) -> tuple[str, int]:
    """Return a title above the header ("Question: …", as Mentimeter writes) and the header's row."""
    for number, row in enumerate(rows[:8]):
        if sum(map(bool, row)) > 1:
            above = [cell for line in rows[:number] for cell in line if "?" in cell]
            return (above[-1] if above else ""), number
    return "", 0


def _vote_column(rows: Grid) -> int | None:
    """Return the column of numbers or dots beside texts, if there is one."""
    width = len(rows[0])
    for place in range(width - 1, -1, -1):
        cells = [row[place] for row in rows[1:] if row[place]]
        if len(cells) >= 2 and width > 1 and place > 0 and all(_count(cell) for cell in cells):
            return place
    return None


def _count(cell: str) -> int:
    if _NUMBER.fullmatch(cell):
        return int(cell)
    return len(cell.replace(" ", "")) if cell and _DOTS.fullmatch(cell) else 0
