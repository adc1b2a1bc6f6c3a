"""Flip charts, sticky notes and votes in tables: each cell is a unit with its place of origin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qualcode.reading.drafts import Block, Draft
from qualcode.reading.tables.headers import has_details, is_number, vote_columns
from qualcode.reading.tables.tabular import Grid
from qualcode.reading.tables.titles import WALL_WORDS, Top, below, heads_responses, top_of
from qualcode.wording import counted

_DOTS = re.compile(r"[●•○◉*xX✕✓✔⬤\s]+$")
_NUMBER = re.compile(r"\d{1,4}$")
_SENTENCE = 4  # words
_TITLE_WORDS = 12  # words of the longest header
_PHRASES, _FEW_PHRASES = 0.4, 0.25  # share of cells of two words or more: of data, of words alone
_TOPIC = re.compile(  # what heads a column of notes
    r"(?i)^(?:barier|potrzeb|priorytet|zas[oó]b|pomysł|problem|obaw|nadziej|szans|zagroże|mocne|słab|"
    r"wniosk|propozycj|rozwiąza|usług|atut|plus|minus|karteczk|oczekiwa|trudnoś|wyzwa)\w*"
)
# a line of its own between the notes of a board saved by colours
_COLOUR = re.compile(
    r"(?i)^(?:żółt|różow|zielon|niebiesk|pomarańczow|fioletow|czerwon|błękitn|biał|szar|turkusow)"
    r"(?:e|y|a|i|ie)$|^(?:yellow|pink|green|blue|orange|purple|violet|red|white|gr[ae]y)$"
)
_SUM = re.compile(r"(?i)^(?:razem|suma|ogółem|łącznie|total)\W*$")
_REMARK = re.compile(r"(?i)^(?:uwag\w+|komentarz\w*|opis|dopisk\w*|notatk\w*)$")


def is_wall(rows: Grid, called: str = "", *, words_alone: bool = False) -> bool:
    """Tell a wall of notes or a vote from a table of data.

    Parameters
    ----------
    rows : list of list of str
    called : str
        Name of the sheet.
    words_alone : bool
        A table of a file that may be anything (CSV): beside words it may hold named votes only.
    """
    top = _top(rows)
    rows = rows[top.start :]
    if not rows or has_details(rows[0]):
        return False
    votes = vote_columns(rows[0])
    sides = [place for place in range(len(rows[0])) if place not in votes and not is_number(rows[0][place])]  # fmt: skip
    measured = [place for place in sides if _is_measured([row[place] for row in rows[1:]])]
    cells = [row[place] for row in rows[1:] for place in sides if row[place]]
    words = [cell for cell in cells if _worded(cell)]
    phrases = sum(len(cell.split()) >= 2 for cell in words)
    if measured:
        return not words_alone and phrases >= _PHRASES * len(cells)
    if votes:
        return bool(words)
    known = any("?" in name or _TOPIC.match(name) for name in rows[0])
    known = known or bool(WALL_WORDS.search(" ".join([called, *top.lines, *rows[0]])))
    return bool(words) and (known or phrases >= _FEW_PHRASES * len(words))


def read_notes(rows: Grid, place: str) -> Draft:
    """Return each cell of a flip chart, of sticky notes or of a vote, with its place of origin."""
    if not rows or not rows[0]:
        return Draft([])
    top = _top(rows)
    sheet = _Wall.of(rows[top.start :], place, top)
    blocks = [block for number in range(len(sheet.rows)) for block in sheet.read(number)]
    return below(top, Draft(blocks)) if any(not block.aside for block in blocks) else Draft([])


def _top(rows: Grid) -> Top:
    """Return what stands above the notes, nothing where it may be notes itself."""
    top = top_of(rows)
    return top if top.sure else Top()


@dataclass
class _Wall:
    """Rows of notes: their titles, their columns of votes, where they stand."""

    rows: Grid
    place: str
    top: Top
    titles: list[str]
    votes: list[int]
    colour: str = ""

    @classmethod
    def of(cls, rows: Grid, place: str, top: Top) -> _Wall:
        votes = vote_columns(rows[0]) or _guessed_votes(rows)
        alone = len(rows[0]) == 1
        titled = len(rows) > 1 and all(len(c.split()) <= _TITLE_WORDS for c in rows[0] if c)
        if alone:  # "Bariery", "Tablica Miro", "Responses": else it is a note itself
            first = rows[0][0]
            heads = _TOPIC.match(first) or WALL_WORDS.search(first) or heads_responses(first)
            titled = titled and bool(heads or first.endswith(("?", ":")))
        titles = rows[0] if titled else []
        return cls(rows, place, top, titles, votes)

    def read(self, number: int) -> list[Block]:
        """Return the units of a row, and as an aside what nobody wrote there."""
        row = self.rows[number]
        if self.titles and not number:
            return [Block(" | ".join(filter(None, row)), speaker="", aside=True)]
        if len(row) == 1 and _COLOUR.match(row[0]) and number + 1 < len(self.rows):
            self.colour = row[0]
            return [Block(row[0], speaker="", aside=True)]
        if self.votes and any(map(_SUM.match, row)):
            return [Block(" | ".join(filter(None, row)), speaker="", aside=True)]
        return [
            self._unit(number, column) for column in range(len(row)) if self._is_unit(row, column)
        ]

    def _is_unit(self, row: list[str], column: int) -> bool:
        cell, title = row[column], self._title(column)
        counts = column in self.votes or is_number(title)
        return _worded(cell) and not (counts and (_count(cell) or len(cell.split()) < _SENTENCE))

    def _title(self, column: int) -> str:
        return self.titles[column] if self.titles else ""

    def _unit(self, number: int, column: int) -> Block:
        row, title = self.rows[number], self._title(column)
        voted = self._votes_of(column)
        dots = _count(row[voted]) if voted is not None else 0
        origin = f"wiersz {self.top.start + number + 1}"
        if len(row) > 1 and voted is None:
            origin += f", kolumna {column + 1}"
        origin = ", ".join(filter(None, [self.place, origin, self.colour]))
        mark = f" ({counted(dots, 'kropka', 'kropki', 'kropek')})" if dots else ""
        role = "głosowanie" if voted is not None else "karteczka"
        general = voted is not None or not title or heads_responses(title) or _only_wall(title)
        question = self.top.question if general else title
        return Block(row[column], f"{role}: {origin}{mark}", role=role, question=question)

    def _votes_of(self, column: int) -> int | None:
        """Return the column of the votes for a column of texts: the next one after it."""
        if not self.votes or _REMARK.match(self._title(column)):
            return None
        return next((place for place in self.votes if place > column), self.votes[-1])


def _only_wall(title: str) -> bool:
    """Tell a title that says what hung on the wall but not of what: "Tablica Miro"."""
    topics = any(map(_TOPIC.match, title.split()))
    return bool(WALL_WORDS.search(title)) and not topics and "?" not in title


def _guessed_votes(rows: Grid) -> list[int]:
    """Return the column of numbers or dots beside texts, if there is one."""
    for place in range(len(rows[0]) - 1, 0, -1):
        cells = [row[place] for row in rows[1:] if row[place]]
        if len(cells) >= 2 and all(_count(cell) for cell in cells):
            return [place]
    return []


def _is_measured(cells: list[str]) -> bool:
    """Tell a column of numbers, dates or signs."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(map(_worded, filled)) <= 0.5 * len(filled)


def _worded(cell: str) -> bool:
    return any(letter.isalpha() for letter in cell)


def _count(cell: str) -> int:
    if _NUMBER.fullmatch(cell):
        return int(cell)
    return len(cell.replace(" ", "")) if cell and _DOTS.fullmatch(cell) else 0
