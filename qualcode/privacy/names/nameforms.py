"""Readings of a written name, and another name put into the same form."""

from __future__ import annotations

import re
from functools import lru_cache

from qualcode.privacy.daughters import (
    DAUGHTER,
    WIFE,
    as_daughter,
    as_unlisted_wife,
    as_wife,
    is_surname,
    of_her_man,
)
from qualcode.privacy.diminutives import BASES
from qualcode.privacy.names.foreigners import CASES, FOREIGN_SURNAMES, foreign, foreign_surname
from qualcode.privacy.names.inflection import (
    COMMON,
    FORENAME,
    SURNAME,
    NameReading,
    guessed,
    paradigm,
    readings,
)
from qualcode.privacy.names.lookups import foreign_lemma
from qualcode.privacy.names.vocabulary import (
    BORNE,
    COMMON_LEMMAS,
    DIMINUTIVES,
    FEMALE_POOL,
    MALE_POOL,
    NICKNAMES_FEMALE,
)

ADJECTIVAL = re.compile(r"(?i)(.+(?:sk|ck|dzk))(?:i|a)$")
ORDER = CASES
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


_SHORTS = frozenset(short for shorts in DIMINUTIVES.values() for short in shorts.split())
_OFTEN = frozenset([*_SHORTS, *DIMINUTIVES, *FEMALE_POOL, *MALE_POOL])
OFTEN = frozenset(name.lower() for name in _OFTEN) | BORNE
"""Forenames people bear: Barbara comes before the rare Barbar, whose genitive it is too."""


def as_name(part: str, gender: str = "") -> list[NameReading]:
    """Return the readings of one word as a forename or surname, guessed where none is listed.

    Parameters
    ----------
    part : str
    gender : {"", "f", "m1"}
        Where a title tells.
    """
    woman = as_wife(part) or as_daughter(part)
    if woman is not None:
        return [woman]
    found = _listed(part, gender)
    listed = foreign_lemma(part)
    if listed in FOREIGN_SURNAMES:
        return found or foreign_surname(part, listed)
    if listed and not any(r.kind == FORENAME for r in found):
        return [foreign(part, listed)]
    if gender == "f" and part[-1:] == "a" and found and all(r.gender == "m1" for r in found):
        return [NameReading(part.capitalize(), "f", frozenset([("sg", "nom")]), FORENAME)]  # Lesia
    unknown = None if found or gender == "m1" else as_unlisted_wife(part)
    if unknown is not None:
        return [unknown]
    spelt = part[:1].upper() + part[1:].lower()
    if not any(_is_first(r) for r in found):
        # Wysoka is more than the genitive of the rare Wysok
        found = [*found, *(r for r in _as_adjective(part, gender) if not found or _is_first(r))]
    return found or guessed(spelt, gender=gender)


def _listed(part: str, gender: str) -> list[NameReading]:
    """Return what the dictionary says of a name, forenames before surnames."""
    found = [
        r
        for r in readings(part)
        if r.kind in (FORENAME, SURNAME) and r.cells and r.gender in ("f", "m1")
    ] or [
        # Nowaki, Wilki: a family, with less respect
        r._replace(gender="m1")
        for r in readings(part)
        if r.kind == SURNAME and r.cells and r.tag_class == "depr"
    ]
    if gender != "f":
        # a woman is called Kowalska; the dictionary lets her be Kowalski in every case too
        found = [r for r in found if r.gender != "f" or not is_masculine(base_of(r.lemma))] or found
    if any(r.kind == FORENAME and _is_of_one(r) for r in found):
        # Aleksander is no plural of Aleksandra
        found = [r for r in found if r.kind != FORENAME or _is_of_one(r)]
    elif not any(r.kind == FORENAME and base_of(r.lemma) in _OFTEN for r in found):
        found = [r for r in found if r.kind == SURNAME] or found  # Wilków is of Wilk, not of Wilek
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
        often = [r for r in found if _is_borne(base_of(r.lemma)) and gender in ("", r.gender)]
        found = often or found
    return found


def families_of(part: str) -> list[NameReading]:
    """Return the readings of a word as the surname of a family: "państwa Marków"."""
    found = (r for r in readings(part) if r.kind == SURNAME and r.gender == "m1")
    several = (r._replace(cells=frozenset(c for c in r.cells if c[0] == "pl")) for r in found)
    return [r for r in several if r.cells]


def _is_borne(name: str) -> bool:
    """Say whether people bear a forename, in full or as a diminutive."""
    return name in _OFTEN or name in BASES or name in NICKNAMES_FEMALE


def _is_of_one(reading: NameReading) -> bool:
    return any(number == "sg" for number, _ in reading.cells)


def _as_adjective(part: str, gender: str) -> list[NameReading]:
    """Return the readings of a surname that is an adjective and listed as no more: Wysoka."""
    return [
        NameReading(_of_sex(r.lemma, sex), sex, r.cells, SURNAME)
        for r in readings(part)
        if r.kind == COMMON and r.tag_class == "adj" and r.cells
        for sex in ("m1", "f")
        if sex in r.gender.split(".") and gender in ("", sex)
    ]


def _is_first(reading: NameReading) -> bool:
    return ("sg", "nom") in reading.cells


def _of_sex(adjective: str, sex: str) -> str:
    """Return an adjective as the surname of a man or a woman: Wysoki, Wysoka; Głupi, Głupia."""
    name = base_of(adjective).capitalize()
    if sex == "m1" or name[-1:] not in "yi":
        return name
    hard = name.endswith(("ki", "gi", "y"))
    return f"{name[:-1]}a" if hard else f"{name}a"


def family_of(reading: NameReading) -> str:
    """Return what all forms of one name share, for men and women: ``kowalsk``, ``ciepł``."""
    lemma = base_of(reading.lemma)
    if reading.kind == FORENAME:
        return BASES.get(lemma, (lemma,))[0].lower()
    stem = adjectival_stem(lemma)
    if stem:
        return stem
    low = lemma.lower()
    for ending in ("ówna", "owa", "anka"):
        if low.endswith(ending) and len(low) > len(ending) + 3:
            return low[: -len(ending)]
    return low


@lru_cache(maxsize=5_000)
def adjectival_stem(name: str) -> str:
    """Return what a surname declined as an adjective shares with the other sex's: ciepł, kowalsk.

    Empty for other surnames.
    """
    match = ADJECTIVAL.match(name)
    if match:
        return match[1].lower()
    ending = {"y": "ego", "i": "ego", "a": "ej"}.get(name[-1:])
    low = name.lower()
    if not ending or (low.endswith("owa") and not is_surname(f"{low[:-1]}y")):
        return ""
    ids = {r.lemma for r in readings(name) if r.kind == SURNAME and base_of(r.lemma) == name}
    genitives = (paradigm(lemma, SURNAME).get(("sg", "gen"), "") for lemma in ids)
    declined = any(form.endswith(ending) for form in genitives)
    if not ids:  # listed as no surname: Wysoka
        declined = any(r.kind == COMMON and r.tag_class == "adj" for r in readings(name))
    return low[:-1].removesuffix("i") if declined else ""


def is_masculine(name: str) -> bool:
    """Say whether a surname in the first case is a man's alone: Kowalski, Ciepły."""
    return name.endswith(("i", "y")) and bool(adjectival_stem(name))


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
    """Return a pseudonym in a cell, feminine for a woman's surname; both parts of a double one."""
    first, hyphen, second = given.partition("-")
    if hyphen:
        return f"{form_of(first, reading, cell)}-{form_of(second, reading, cell)}"
    if reading.kind in (WIFE, DAUGHTER):
        if not ADJECTIVAL.match(given):
            return of_her_man(given, cell[1], reading.kind)
        lemma = f"{given[:-1]}a"
        return _surname(lemma, "f").get(("sg", cell[1])) or lemma
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
