"""Readings of a written name, and another name put into the same form."""

from __future__ import annotations

import re

from qualcode.privacy.clues import husbands
from qualcode.privacy.inflection import FORENAME, SURNAME, NameReading, guessed, paradigm, readings
from qualcode.privacy.lookups import foreign_lemma
from qualcode.privacy.vocabulary import (
    BORNE,
    COMMON_LEMMAS,
    DIMINUTIVES,
    FEMALE_POOL,
    FOREIGN_MALE,
    MALE_POOL,
    NICKNAMES_MALE,
)

ADJECTIVAL = re.compile(r"(?i)(.+(?:sk|ck|dzk))(?:i|a)$")
WIFE = "żona"
"""Kind of a reading: a surname made of the husband's."""
BASE = {short: name for name, shorts in DIMINUTIVES.items() for short in shorts.split()}
ORDER = ("nom", "gen", "acc", "inst", "loc", "dat", "voc")
_GOVERNED = {
    "do": "gen", "od": "gen", "dla": "gen", "bez": "gen", "u": "gen", "z": "inst gen", "ze": "inst gen",
    "w": "loc", "we": "loc", "o": "loc", "przy": "loc", "na": "acc loc", "po": "loc", "przez": "acc",
    "za": "inst acc", "nad": "inst", "pod": "inst acc", "przed": "inst", "koło": "gen", "obok": "gen",
    "między": "inst", "pomiędzy": "inst", "spod": "gen", "znad": "gen", "poza": "inst", "wokół": "gen",
    "około": "gen", "dzięki": "dat", "ku": "dat",
}  # fmt: skip


def base_of(lemma: str) -> str:
    """Return a lemma without its mark of homonyms."""
    return lemma.partition(":")[0]


_MALE_NAMES = frozenset([*FOREIGN_MALE, *NICKNAMES_MALE, *MALE_POOL])
_OFTEN = frozenset([*BASE, *BASE.values(), *FEMALE_POOL, *MALE_POOL])
OFTEN = frozenset(name.lower() for name in _OFTEN) | BORNE
"""Forenames people bear: Barbara comes before the rare Barbar, whose genitive it is too."""
_WIVES = {"owa": "sg:nom", "owej": "sg:gen sg:dat sg:loc", "ową": "sg:acc sg:inst", "owo": "sg:voc"}


def as_name(part: str, gender: str = "") -> list[NameReading]:
    """Return the readings of one word as a forename or surname, guessed where none is listed.

    Parameters
    ----------
    part : str
    gender : {"", "f", "m1"}
        Where a title tells.
    """
    wife = _as_wife(part)
    if wife is not None:
        return [wife]
    found = _listed(part, gender)
    listed = foreign_lemma(part)
    if listed and not any(r.kind == FORENAME for r in found):
        return [_foreign(part, listed)]
    return found or guessed(part[:1].upper() + part[1:].lower(), gender=gender)


def _listed(part: str, gender: str) -> list[NameReading]:
    """Return what the dictionary says of a name, forenames before surnames."""
    found = [
        r
        for r in readings(part)
        if r.kind in (FORENAME, SURNAME) and r.cells and r.gender in ("f", "m1")
    ]
    if any(r.kind == SURNAME for r in found):
        # a beast's name is a surname before it is a forename: Wilk; but pani Róża is a forename
        found = [
            r
            for r in found
            if r.kind == SURNAME
            or base_of(r.lemma).lower() not in COMMON_LEMMAS
            or (
                r.gender == "f"
                and gender != "m1"
                and base_of(r.lemma) in _OFTEN
                and any(number == "sg" for number, _ in r.cells)
            )
        ]
    if any(r.kind == FORENAME for r in found):
        found = [r for r in found if r.kind == FORENAME or ADJECTIVAL.match(base_of(r.lemma))]
        often = [r for r in found if base_of(r.lemma) in _OFTEN and gender in ("", r.gender)]
        found = often or found
    return found


def _as_wife(part: str) -> NameReading | None:
    """Return the reading of a wife's surname made of her husband's: Kaczmarkowej."""
    found = husbands(part.lower())
    if not found:
        return None
    base = found[0]
    ending = next(e for e in _WIVES if part.lower().endswith(e))
    cells = frozenset((cell[:2], cell[3:]) for cell in _WIVES[ending].split())
    return NameReading(base.capitalize(), "f", cells, WIFE)


def _foreign(part: str, listed: str) -> NameReading:
    """Return the reading of a name the dictionary lacks but our own list has."""
    sex = "f" if listed.endswith("a") and listed not in _MALE_NAMES else "m1"
    same = part.lower() == listed.lower()
    like = "f" if listed.endswith("a") else sex
    cells = frozenset(
        cell
        for reading in ([] if same else guessed(part.lower(), gender=like))
        for cell in reading.cells
        if cell != ("sg", "nom")
    )
    return NameReading(listed, sex, cells or frozenset([("sg", "nom")]), FORENAME)


def family_of(reading: NameReading) -> str:
    """Return what all forms of one name share, for men and women: ``kowalsk``."""
    lemma = base_of(reading.lemma)
    if reading.kind == FORENAME:
        return BASE.get(lemma, lemma).lower()
    adjectival = ADJECTIVAL.match(lemma)
    if adjectival:
        return adjectival[1].lower()
    low = lemma.lower()
    for ending in ("ówna", "owa", "anka"):
        if low.endswith(ending) and len(low) > len(ending) + 3:
            return low[: -len(ending)]
    return low


def lemma_id(name: str, gender: str) -> str:
    """Return the dictionary's own id of a pool name: ``Marek:Sm1``."""
    ids = {
        r.lemma
        for r in readings(name)
        if r.kind == FORENAME and r.gender == gender and ("sg", "nom") in r.cells
    }
    return min(ids) if ids else name


def cell_of(reading: NameReading, wanted: frozenset[str]) -> tuple[str, str]:
    """Return the cell a form most likely fills: singular, and a case the sentence asks for."""
    cells = reading.cells
    if not cells:
        return ("sg", "nom")
    return min(
        cells,
        key=lambda cell: (
            cell[0] == "pl",
            bool(wanted) and cell[1] not in wanted,
            ORDER.index(cell[1]),
        ),
    )


def form_of(given: str, reading: NameReading, cell: tuple[str, str]) -> str:
    """Return a pseudonym in a cell, feminine for a woman's surname."""
    if reading.kind == WIFE:
        return _wife_of(given, cell[1])
    if reading.kind == FORENAME:
        forms = paradigm(lemma_id(given, reading.gender), FORENAME)
        return forms.get(cell) or given
    if given.endswith(("ski", "cki", "dzki")):
        lemma = given if reading.gender != "f" else given[:-1] + "a"
        return _surname(lemma, "m1" if reading.gender != "f" else "f").get(cell) or lemma
    if reading.gender == "f" and not given.endswith("a"):
        return given  # a woman's surname in a consonant stays as it is
    return _surname(given, reading.gender if given.endswith("a") else "m1").get(cell) or given


def _surname(name: str, gender: str) -> dict[tuple[str, str], str]:
    ids = sorted(
        {
            r.lemma
            for r in readings(name)
            if r.kind == SURNAME and r.gender == gender and ("sg", "nom") in r.cells
        },
        key=lambda lemma: len(set(paradigm(lemma, SURNAME).values())),
    )
    return paradigm(ids[-1], SURNAME) if ids else {}


def _wife_of(given: str, case: str) -> str:
    """Return how the wife of somebody is called: Bielakowa, Klimkowa, Ziębowa; Lipska."""
    if ADJECTIVAL.match(given):
        lemma = f"{given[:-1]}a"
        return _surname(lemma, "f").get(("sg", case)) or lemma
    stem = given[:-1] if given.endswith("a") else given
    stem = f"{given[:-2]}k" if given.endswith("ek") else stem
    ending = next(e for e, cells in _WIVES.items() if f"sg:{case}" in cells.split())
    return f"{stem}{ending}"


def wanted_cases(before: str) -> frozenset[str]:
    """Return the cases the word before a name asks for; none when it tells nothing."""
    if before in _GOVERNED:
        return frozenset(_GOVERNED[before].split())
    titles = {
        "pana": "gen acc",
        "panu": "dat loc",
        "panem": "inst",
        "pani": "nom gen dat loc",
        "panią": "acc inst",
        "panie": "voc",
        "pan": "nom",
    }
    return frozenset(titles.get(before, "").split())


def cased_like(form: str, model: str) -> str:
    """Return a form in small or capital letters as its model."""
    if model.islower():
        return form.lower()
    return form.upper() if model.isupper() and len(model) > 2 else form
