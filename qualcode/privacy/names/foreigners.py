"""Readings of foreign names the dictionary lacks: "u Nguyena", "Thi Lan"."""

from __future__ import annotations

from qualcode.privacy.names.inflection import FORENAME, SURNAME, NameReading, guessed
from qualcode.privacy.names.vocabulary import (
    FOREIGN_FEMALE,
    FOREIGN_MALE,
    MALE_POOL,
    NICKNAMES_MALE,
)

CASES = ("nom", "gen", "acc", "inst", "loc", "dat", "voc")
_MALE_NAMES = frozenset([*FOREIGN_MALE, *NICKNAMES_MALE, *MALE_POOL])
_FEMALE_NAMES = frozenset(FOREIGN_FEMALE) - _MALE_NAMES
_EACH_CASE = frozenset(("sg", case) for case in CASES)
FOREIGN_SURNAMES = frozenset(
    "Nguyen Pham Huynh Phan Bui Ngo Truong Hoang Singh Kaur Patel Sharma Gupta Thapa Gurung Tamang Kumar "
    "Diallo Mensah Okafor Gonzalez Rodriguez Lopez Martinez Hernandez Garcia Sanchez Ramirez Mendoza "
    "Wang Zhang Chen Huang Zhao Yilmaz Melnyk".split()
)
"""Listed with foreign names, but surnames."""


def foreign_surname(part: str, listed: str) -> list[NameReading]:
    """Return the readings of a foreign surname: a man's inflects, a woman's does not."""
    man = foreign(part, listed)._replace(kind=SURNAME, gender="m1")
    if part.lower() != listed.lower():
        return [man]
    return [man, NameReading(listed, "f", _EACH_CASE, SURNAME)]


def foreign(part: str, listed: str) -> NameReading:
    """Return the reading of a name the dictionary lacks but our own list has."""
    female = listed in _FEMALE_NAMES or (listed.endswith("a") and listed not in _MALE_NAMES)
    sex = "f" if female else "m1"
    if female and not listed.endswith("a"):
        return NameReading(listed, sex, _EACH_CASE, FORENAME)  # Thi, Huong: no endings
    same = part.lower() == listed.lower()
    like = "f" if listed.endswith("a") else sex
    cells = frozenset(
        cell
        for reading in ([] if same else guessed(part.lower(), gender=like))
        for cell in reading.cells
        if cell != ("sg", "nom")
    )
    return NameReading(listed, sex, cells or frozenset([("sg", "nom")]), FORENAME)
