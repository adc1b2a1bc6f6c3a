"""Columns of a table: which hold what somebody said, by their headers and their cells."""

from __future__ import annotations

import re

from qualcode.reading.geography.places import of_gmina
from qualcode.reading.tables.gminas import bare_name
from qualcode.reading.tables.headers import (
    asks,
    columns_of,
    counts_votes,
    has_details,
    is_code,
    is_number,
    is_system,
    names_gmina,
    requests,
    vote_columns,
    without_code,
)
from qualcode.reading.tables.tabular import Grid
from qualcode.wording import counted, listed, quoted

# what people tick rather than say
_TICKED = re.compile(
    r"(?i)^(?:(?:raczej|zdecydowanie|bardzo|ani|średnio)?\s*(?:tak|nie|dobrze|źle|zgadzam się)|"
    r"nie (?:wiem|dotyczy|mam zdania)|trudno powiedzieć|brak (?:odpowiedzi|danych)|kobieta|mężczyzna|"
    r"[km]|n/?d|yes|no|true|false|[\W\d_]*(?:lata?|roku?)?)$"
)
_MIN_WORDS = 4  # a column whose answers are longer on average is text
_SHORT = 1.5  # a column whose cells are shorter on average holds labels
_NAME_WORDS = 4  # longest name of a gmina
_SENTENCE = 6  # words that nobody writes into a column of dates or numbers
_SHOWN = 8  # columns named in one sentence
_BRIEF = 60  # letters of a column's name shown


def is_ballot(rows: Grid) -> bool:
    """Tell a vote: things and the votes each got, no persons and no questions.

    Likes and points may also stand beside comments; those are answers then.
    """
    header = rows[0]
    votes = vote_columns(header)
    if not votes or has_details(header) or any("?" in name for name in header):
        return False
    sure = any(counts_votes(header[place]) for place in votes)
    return sure or not any(is_open([row[place] for row in rows[1:]], name) for place, name in enumerate(header))  # fmt: skip


def gmina_column(rows: Grid) -> int | None:
    """Return the column of names of gminy, if a table has one below its header."""
    for place, name in enumerate(rows[0] if rows else []):
        cells = [row[place] for row in rows[1:] if row[place]]
        # on a flip chart "Gmina" heads what the gmina should do
        if cells and all(map(_is_name, cells)):
            known = is_code(name) and all(of_gmina(bare_name(cell)) for cell in cells)
            if known or names_gmina(name):
                return place
    return None


def is_survey(rows: Grid, columns: dict[str, int]) -> bool:
    """Tell a table with a respondent a row from a flip chart, whose columns are topics.

    A survey says who answers, when or where, asks in its headers, or has columns of numbers or
    ticked answers; a flip chart has nothing but notes below its topics.
    """
    if len(rows[0]) == 1 or gmina_column(rows) is not None:
        return True
    if any(kind in columns and not is_number(rows[0][columns[kind]]) for kind in ("speaker", "role")):  # fmt: skip
        return True
    sides = [
        (name, [row[place] for row in rows[1:] if row[place]])
        for place, name in enumerate(rows[0])
        if not is_number(name)
    ]
    if any(
        is_system(name)
        or is_code(name)
        or without_code(name) != name
        or requests(name)
        or _closed(cells)
        for name, cells in sides
    ):
        return True
    (name, first), *others = sides or [("", [])]
    if not others or not any("?" in header for header, _ in sides):
        return _labelled([cells for _, cells in sides])
    # a column of short notes would be left out of a survey, so such a table is a flip chart
    labels = "?" not in name and _length(first) < _SHORT
    return all(is_open(cells, header) for header, cells in (others if labels else sides))


def is_open(answers: list[str], name: str, least: float | None = None) -> bool:
    """Tell a column of open answers: mostly words, mostly different, longer than labels.

    Parameters
    ----------
    answers : list of str
    name : str
        Its header.
    least : float, optional
        Words that an answer has on average; by default few where the header has a question mark.
    """
    filled = [answer for answer in answers if answer]
    if not filled:
        return False
    letters = sum(map(_worded, filled))
    varied = len(set(filled)) > 0.5 * len(filled)
    if letters < 0.5 * len(filled) or not varied:
        return False
    if least is None:
        least = _SHORT if "?" in name else _MIN_WORDS
    return _length(filled) >= least


def is_answered(answers: list[str], name: str, *, told: bool = False) -> bool:
    """Tell a column of open answers in a table that is known to be a survey.

    A header that asks may have answers of a word, a bare code short ones; what is ticked is no answer.

    Parameters
    ----------
    answers : list of str
    name : str
        Its header.
    told : bool
        Short answers are enough whatever the header says.
    """
    own = [answer for answer in answers if _worded(answer) and not _TICKED.match(answer)]
    if 2 * len(own) < sum(map(bool, answers)):
        return False
    least = 1.0 if asks(name) else _SHORT if is_code(name) or told else None
    return is_open(own if least else answers, name, least)


def left_out(rows: Grid, taken: set[int]) -> dict[str, int]:
    """Return how many cells with text each column has that was not taken.

    Columns of ticked answers, and those that programs of surveys write, are no speech.
    """
    known = columns_of(rows[0])
    quiet = {known.get("time"), known.get("votes")}
    lost = {}
    for place, name in enumerate(rows[0]):
        cells = [row[place] for row in rows[1:] if _worded(row[place])]
        if is_system(name) or place in quiet:  # a date or an age group in words, but no sentence
            cells = [cell for cell in cells if len(cell.split()) >= _SENTENCE]
        elif place in taken:
            continue
        if all(map(_TICKED.match, cells)):
            continue
        lost[name or f"kolumna {place + 1}"] = len(cells)
    return lost


def left_sentence(lost: dict[str, int], place: str) -> str:
    """Return a sentence of what was left out of a table, ``""`` when nothing was."""
    if not lost:
        return ""
    names = [quoted(name if len(name) <= _BRIEF else f"{name[:_BRIEF]}…") for name in lost]
    more = len(names) - _SHOWN
    if more > 0:
        names = [*names[:_SHOWN], counted(more, "innej", "innych", "innych")]
    count = counted(sum(lost.values()), "komórkę", "komórki", "komórek")
    column = "kolumny" if len(lost) == 1 else "kolumn"
    return (
        f"{f'{place}: ' if place else ''}pominięto {count} z tekstem z {column} {listed(names)}, bo "
        "nie wygląda to na wypowiedzi; jeśli to wypowiedzi, wstaw je do osobnej tabeli do kolumny o "
        "nazwie „tekst”."
    )


def _closed(cells: list[str]) -> bool:
    """Tell a column of numbers, dates or ticked answers."""
    if len(cells) < 2:
        return False
    few = len(cells) >= 4 and len(set(cells)) <= len(cells) / 3 and _length(cells) < _MIN_WORDS
    return few or all(map(_TICKED.match, cells))


def _labelled(sides: list[list[str]]) -> bool:
    """Tell a table of names in the first column and long texts in all others."""
    if len(sides) < 2 or not all(sides):
        return False
    first, *others = sides
    return (
        _length(first) < _SHORT
        and all(cell[0].isupper() for cell in first)
        and all(_length(cells) >= _MIN_WORDS for cells in others)
    )


def _is_name(cell: str) -> bool:
    bare = bare_name(cell)
    return bool(bare) and bare[0].isupper() and len(bare.split()) <= _NAME_WORDS


def _worded(cell: str) -> bool:
    return any(letter.isalpha() for letter in cell)


def _length(cells: list[str]) -> float:
    return sum(len(cell.split()) for cell in cells) / len(cells) if cells else 0.0
