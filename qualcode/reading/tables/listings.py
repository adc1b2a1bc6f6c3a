"""Tables of a document that nobody said: lists of who came, and tables of tasks."""

from __future__ import annotations

import re
from collections.abc import Callable

from qualcode.errors import Problem
from qualcode.reading.drafts import Block, Draft
from qualcode.reading.tables.columns import is_open
from qualcode.reading.tables.headers import asks, is_number
from qualcode.reading.tables.tabular import Grid
from qualcode.wording import counted

_PERSON = re.compile(
    r"(?i)^(?:imi(?:ę|ona)(?: i nazwisk[oa])?|nazwisk[oa](?: i imi(?:ę|ona))?|uczestni(?:k|cy|czka)|"
    r"obecn[iay]|członkowie|osoba)$"
)
_DETAIL = re.compile(  # what a list tells of a person
    r"(?i)^(?:podpis\w*|instytucja|organizacja|jednostka|firma|funkcja|stanowisko|rola|tel\w*\.?|"
    r"numer telefonu|e-?mail|adres(?: e-?mail)?|miejscowość|sołectwo|gmina|powiat|obecn\w+|zgoda.*|"
    r"data|godz\w*\.?(?: \w+)?|reprezent\w+(?: \w+)?|nazwa (?:instytucji|organizacji|podmiotu)|"
    r"instytucja ?[/,] ?\w+|podmiot)$"
)
_SIGNED = re.compile(r"(?i)^(?:czytelny )?podpis\b")
_LIST_OF_PEOPLE = re.compile(
    r"(?i)\blist[aęy] (?:obecności|uczestników|uczestniczek|osób|gości|zaproszonych)|\battendance\b"
)
# one column says who is to do it, another by when: "Działanie | Termin | Odpowiedzialny"
_WHO = re.compile(
    r"(?i)^(?:osob[ay] |podmiot |jednostka )?(?:odpowiedzialn\w+|realizator\w*|wykonawc\w+|"
    r"realizując\w+)(?: za .*)?$|^kto (?:realizuje|wykona|wykonuje|odpowiada)\b"
)
_WHEN = re.compile(
    r"(?i)^(?:termin\w*|do kiedy|deadline|(?:data|okres|czas|rok) (?:realizacji|wykonania))\b"
)
_KINDS = {
    "people": "lista obecności",
    "tasks": "tabela zadań",
}


def read_listing(rows: Grid, place: str, file: str, above: str = "") -> Draft | None:
    """Return a list of people or of tasks as asides with a note, None for any other table.

    Parameters
    ----------
    rows : list of list of str
        Without the lines above the header.
    place, file : str
        Where the table stands, for the note.
    above : str
        The lines above it, which may call it a list of people.
    """
    kind = "people" if _people(rows, f"{place} {above}") else "tasks" if _tasks(rows) else ""
    if not kind:
        return None
    blocks = [Block(" | ".join(filter(None, row)), speaker="", aside=True) for row in rows]
    lines = counted(len(rows) - 1, "wiersz", "wiersze", "wierszy")
    sentence = (
        f"{place or 'plik'} to {_KINDS[kind]} ({lines}), a nie wypowiedzi: jest w tekście, ale "
        "nikomu jej nie przypisano; jeśli to czyjeś słowa, nazwij ich kolumnę „tekst”."
    )
    return Draft(blocks, problems=[Problem(file, sentence)])


def is_list_of_people(title: str) -> bool:
    """Tell the title of a list of who came: "Lista obecności"."""
    return bool(_LIST_OF_PEOPLE.search(title))


def _people(rows: Grid, called: str) -> bool:
    header = [name.strip(" :*.") for name in rows[0]]
    if _speaks(rows, _plain):
        return False
    if is_list_of_people(called):
        return True
    named = any(map(_PERSON.match, header))
    signed = any(map(_SIGNED.match, header))
    details = sum(bool(_DETAIL.match(name)) for name in header)
    return named and (signed or (details > 0 and all(map(_plain, header))))


def _plain(name: str) -> bool:
    """Tell a header that only numbers rows or tells of a person."""
    return bool(not name or is_number(name) or _PERSON.match(name) or _DETAIL.match(name))


def _tasks(rows: Grid) -> bool:
    header = [name.strip(" :*.") for name in rows[0]]
    if not (any(map(_WHO.match, header)) and any(map(_WHEN.match, header))):
        return False
    answered = any(
        asks(name) and not _WHO.match(name) and is_open([row[place] for row in rows[1:]], name)
        for place, name in enumerate(header)
    )
    return not answered and not any("?" in name for name in header)


def _speaks(rows: Grid, plain: Callable[[str], bool]) -> bool:
    """Tell whether a column besides the details of people asks something or holds sentences."""
    return any(
        "?" in name or is_open([row[place] for row in rows[1:]], name)
        for place, name in enumerate(rows[0])
        if not plain(name.strip(" :*."))
    )
