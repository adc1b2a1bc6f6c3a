"""What a table of cells says: turns, answers to questions, or notes and votes from a wall.

The same rules serve CSV and XLSX, and tables inside Word, OpenDocument and HTML.
"""

from __future__ import annotations

import re
from collections import Counter

from qualcode.reading.drafts import UNKNOWN_TIME, Block
from qualcode.reading.speakers import speaker_labels
from qualcode.reading.tabular import Grid
from qualcode.wording import counted

_NAMES = {
    "text": "text tekst odpowiedź odpowiedz wypowiedź wypowiedz treść tresc answer utterance transcript "
    "transkrypcja response freetext zapis co_powiedziano content",
    "speaker": "speaker mówca mowca respondent uczestnik osoba id lp case voter name kto rozmówca",
    "role": "role rola funkcja stanowisko",
    "question": "question pytanie temat",
    "time": "time czas start początek godzina timestamp",
    "votes": "kropki głosy glosy votes punkty likes",
}
_LONG_NAMES = {"kim jest": "role", "liczba głosów": "votes", "liczba kropek": "votes",
               "numer respondenta": "speaker", "id odpowiedzi": "speaker", "response id": "speaker",
               "id wypełnienia": "speaker", "start time": "time"}  # fmt: skip
_SYSTEM = re.compile(
    r"(?i)^(#|id|lp\.?|token|seed|lastpage|startlanguage|submitdate|startdate|datestamp|ipaddr|refurl|"
    r"data (?:wysłania|wypełnienia|rozpoczęcia|ostatniej)\b.*|(?:start|submit) date.*|network id|"
    r"ostatnia strona|język początkowy|sygnatura czasowa|timestamp|adres ip|stage date.*|tags|"
    r"response type|wiek|płeć|age|gender|e-?mail|imię|nazwisko|telefon)$"
)
_DOTS = re.compile(r"[●•○◉*xX✕✓✔⬤\s]+$")
_NUMBER = re.compile(r"\d{1,4}$")
_CODE = re.compile(
    r"^(?:(?:question|pytanie|slide|slajd)\s*\d*|[A-Za-z]*\d+[A-Za-z\d]*(?:\[\w+\])?)\s*[.:]\s+",
    re.I,
)
_MIN_WORDS = 4  # a column whose answers are longer on average is text


def read_grid(rows: Grid, place: str = "") -> list[Block]:
    """Return the blocks of a table.

    Parameters
    ----------
    rows : list of list of str
        Equally long rows of cells.
    place : str
        Where the table stands ("tabela 2", "arkusz „Bariery”"), for the place of origin.

    Returns
    -------
    list of Block
        Empty when there is nothing that somebody may have said.
    """
    if not rows:
        return []
    title, start = _title(rows)
    title = _CODE.sub("", title)
    header = _columns(rows[start])
    if "text" in header:
        return _turns(rows[start:], header, title)
    if len(rows[0]) == 2 and _speaks(rows):
        return _turns([["", ""], *rows], {"speaker": 0, "text": 1}, "")
    return _answers(rows[start:], header, title)


def read_notes(rows: Grid, place: str) -> list[Block]:
    """Return each cell of a flip chart, of sticky notes or of a vote, with its place of origin."""
    if not rows or not rows[0]:
        return []
    columns = _columns(rows[0])
    votes = columns.get("votes", _vote_column(rows))
    titled = len(rows) > 1 and len(rows[0]) > 1 and all(len(c.split()) <= 12 for c in rows[0] if c)
    titles = rows[0] if titled else [""] * len(rows[0])
    blocks = [Block(" | ".join(filter(None, rows[0])), speaker="", aside=True)] if titled else []
    for number, row in enumerate(rows[1:] if titled else rows, 2 if titled else 1):
        dots = _count(row[votes]) if votes is not None else 0
        for column, cell in enumerate(row):
            if column == votes or not any(letter.isalpha() for letter in cell):
                continue
            origin = ", ".join(filter(None, [place, f"wiersz {number}"]))
            if len(row) > 1 and votes is None:
                origin += f", kolumna {column + 1}"
            mark = f" ({counted(dots, 'kropka', 'kropki', 'kropek')})" if dots else ""
            role = "głosowanie" if votes is not None else "karteczka"
            asked = titles[column] if votes is None else ""
            blocks.append(Block(cell, f"{role}: {origin}{mark}", role=role, question=asked))
    return blocks if any(not block.aside for block in blocks) else []


def _columns(header: list[str]) -> dict[str, int]:
    """Return which column holds what, by the names of the first row."""
    known = {name: kind for kind, names in _NAMES.items() for name in names.split()}
    found: dict[str, int] = {}
    for place, cell in enumerate(header):
        low = cell.casefold().strip(" :*.")
        kind = _LONG_NAMES.get(low) or known.get(low.replace(" ", "_"))
        if kind:
            found.setdefault(kind, place)
    return found


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


def _answers(rows: Grid, columns: dict[str, int], title: str) -> list[Block]:
    """Return open answers: every column of longer texts, its header the question."""
    header, body = rows[0], rows[1:]
    taken = {columns.get(kind) for kind in ("speaker", "role", "question", "time", "votes")}
    speaker, role = columns.get("speaker"), columns.get("role")
    blocks = []
    for place, name in enumerate(header):
        answers = [row[place] for row in body]
        if place in taken or _SYSTEM.match(name) or not _open(answers, name):
            continue
        asked = _CODE.sub("", name) if len(name.split()) > 1 else (title or name)
        for number, row in enumerate(body, 1):
            if any(letter.isalpha() for letter in row[place]):
                who = row[speaker] if speaker is not None else ""
                who = f"respondent {who}" if who.isdigit() else who or f"respondent {number}"
                said = row[role] if role is not None else ""
                question = row[columns["question"]] if "question" in columns else asked
                blocks.append(Block(row[place], who, role=said or "respondent", question=question))
    return blocks


def _title(rows: Grid) -> tuple[str, int]:
    """Return a title above the header ("Question: …", as Mentimeter writes) and the header's row."""
    for number, row in enumerate(rows[:8]):
        if sum(map(bool, row)) > 1:
            above = [cell for line in rows[:number] for cell in line if "?" in cell]
            return (above[-1] if above else ""), number
    return "", 0


def _open(answers: list[str], name: str) -> bool:
    filled = [answer for answer in answers if answer]
    if not filled:
        return False
    words = sum(len(answer.split()) for answer in filled) / len(filled)
    letters = sum(any(letter.isalpha() for letter in answer) for answer in filled)
    varied = len(set(filled)) > 0.5 * len(filled)
    if letters < 0.5 * len(filled) or not varied:
        return False
    return words >= _MIN_WORDS or ("?" in name and words >= 1.5)


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
