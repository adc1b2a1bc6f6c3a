"""Columns of a table: what their names and cells tell, and which hold what somebody said."""

from __future__ import annotations

import re

from qualcode.reading.gminas import bare_name
from qualcode.reading.tabular import Grid
from qualcode.wording import counted, listed, quoted

_NAMES = {
    "text": "text tekst odpowiedź odpowiedz wypowiedź wypowiedz treść tresc answer utterance transcript "
    "transkrypcja response freetext zapis co_powiedziano content",
    "speaker": "speaker mówca mowca respondent uczestnik osoba id lp case voter name kto rozmówca",
    "role": "role rola funkcja stanowisko kim_jest pełniona_funkcja zajmowane_stanowisko "
    "funkcja/stanowisko stanowisko/funkcja",
    "question": "question pytanie temat",
    "time": "time czas start początek godzina timestamp start_time",
    "votes": "kropki głosy glosy votes punkty likes liczba_głosów liczba_kropek",
}
_KNOWN = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_LONG_NAMES = {"numer respondenta": "speaker", "id odpowiedzi": "speaker",
               "response id": "speaker", "id wypełnienia": "speaker"}  # fmt: skip
_ROLE = re.compile(
    r"kim (?:jeste[śm]|jest|są|pan|pani|państwo)(?:[ /(]*(?:pan|pani|państwo|i|jest|są)\)?)*(?: z zawodu)?"
    r"|(?:pana|pani|państwa|twoja|moja)(?:[ /(]*(?:pana|pani)\)?)* (?:rola|funkcja|stanowisko)"
)
_GMINA = re.compile(
    r"(?:(?:nazwa|jaka|moja|twoja|państwa) )?gmin[ay](?: (?:zamieszkania|spotkania|warsztatu|"
    r"respondenta|uczestnika))?|[wz] (?:jakiej|której) gmin(?:ie|y)\b.*"
)
_SYSTEM = re.compile(
    r"(?i)^(#|id|lp\.?|token|seed|lastpage|startlanguage|submitdate|startdate|datestamp|ipaddr|refurl|"
    r"data (?:wysłania|wypełnienia|rozpoczęcia|ostatniej)\b.*|(?:start|submit) date.*|network id|"
    r"ostatnia strona|język początkowy|sygnatura czasowa|timestamp|adres ip|stage date.*|tags|"
    r"response type|wiek|płeć|age|gender|e-?mail|imię|nazwisko|telefon)$"
)
_ORDER = re.compile(r"(?i)^(#|lp\.?|l\.p\.|nr\.?|id)$")  # numbers of rows tell nothing of a table
# what people tick rather than say
_TICKED = re.compile(
    r"(?i)^(?:(?:raczej|zdecydowanie|bardzo|ani|średnio)?\s*(?:tak|nie|dobrze|źle|zgadzam się)|"
    r"nie (?:wiem|dotyczy|mam zdania)|trudno powiedzieć|brak (?:odpowiedzi|danych)|kobieta|mężczyzna|"
    r"[km]|n/?d|yes|no|true|false|[\W\d_]*(?:lata?|roku?)?)$"
)
_CODE = re.compile(
    r"^(?:(?:question|pytanie|slide|slajd)\s*\d*|[A-Za-z]*\d+[A-Za-z\d]*(?:\[\w+\])?)\s*[.:]\s+",
    re.I,
)
_MIN_WORDS = 4  # a column whose answers are longer on average is text
_SHORT = 1.5  # a column whose cells are shorter on average holds labels
_NAME_WORDS = 4  # longest name of a gmina
_SENTENCE = 6  # words that nobody writes into a column of dates or numbers
_SHOWN = 8  # columns named in one sentence
_BRIEF = 60  # letters of a column's name shown


def columns_of(header: list[str]) -> dict[str, int]:
    """Return which column holds what (``text``, ``speaker``, ``role``…), by the first row."""
    found: dict[str, int] = {}
    for place, cell in enumerate(header):
        low = cell.casefold().strip(" :*.")
        kind = _LONG_NAMES.get(low) or _KNOWN.get(low.replace(" ", "_"))
        if not kind and _ROLE.fullmatch(low.rstrip(" ?")):
            kind = "role"
        if kind:
            found.setdefault(kind, place)
    return found


def gmina_column(rows: Grid) -> int | None:
    """Return the column of names of gminy, if a table has one below its header."""
    for place, name in enumerate(rows[0] if rows else []):
        if _GMINA.fullmatch(name.casefold().strip(" :*.?")):
            cells = [row[place] for row in rows[1:] if row[place]]
            # on a flip chart "Gmina" heads what the gmina should do
            if cells and all(_is_name(cell) for cell in cells):
                return place
    return None


def is_number(name: str) -> bool:
    """Tell the header of a column that numbers the rows."""
    return bool(_ORDER.match(name))


def is_system(name: str) -> bool:
    """Tell a column that a program of surveys writes, or one about a person's details."""
    return bool(_SYSTEM.match(name))


def without_code(name: str) -> str:
    """Return a header without the code of a question: ``G1Q1. Jak jest?``."""
    return _CODE.sub("", name)


def is_survey(rows: Grid, columns: dict[str, int]) -> bool:
    """Tell a table with a respondent a row from a flip chart, whose columns are topics.

    A survey says who answers, when or where, asks in its headers, or has columns of numbers or
    ticked answers; a flip chart has nothing but notes below its topics.
    """
    if len(rows[0]) == 1 or gmina_column(rows) is not None:
        return True
    if any(kind in columns and not _ORDER.match(rows[0][columns[kind]]) for kind in ("speaker", "role")):  # fmt: skip
        return True
    sides = [
        (name, [row[place] for row in rows[1:] if row[place]])
        for place, name in enumerate(rows[0])
        if not _ORDER.match(name)
    ]
    if any(
        is_system(name) or without_code(name) != name or _closed(cells) for name, cells in sides
    ):
        return True
    (name, first), *others = sides or [("", [])]
    if not others or not any("?" in header for header, _ in sides):
        return _labelled([cells for _, cells in sides])
    # a column of short notes would be left out of a survey, so such a table is a flip chart
    labels = "?" not in name and _length(first) < _SHORT
    return all(is_open(cells, header) for header, cells in (others if labels else sides))


def is_open(answers: list[str], name: str) -> bool:
    """Tell a column of open answers: mostly words, mostly different, longer than labels."""
    filled = [answer for answer in answers if answer]
    if not filled:
        return False
    letters = sum(map(_worded, filled))
    varied = len(set(filled)) > 0.5 * len(filled)
    if letters < 0.5 * len(filled) or not varied:
        return False
    return _length(filled) >= _MIN_WORDS or ("?" in name and _length(filled) >= _SHORT)


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
