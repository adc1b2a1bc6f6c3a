"""Offices told with the place they are held in: "sołtys Sygneczowa", "kierownik DPS Grabówki"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from qualcode.privacy.names.inflection import COMMON, FORENAME, PLACE_NAME, SURNAME, readings
from qualcode.privacy.names.lookups import Word

_OF_PLACES = frozenset("sołtys sołtyska proboszcz wikary wójt burmistrz burmistrzyni".split())
_GENITIVE = frozenset([("sg", "gen"), ("pl", "gen")])


def is_place_of_office(words: Sequence[Word], place: int) -> bool:
    """Say whether a word after an office tells where: no surname in the case of the office.

    "sołtys Sygneczowa", "sołtysem Podlesia"; "sołtysa Podlesia" may be a man.
    """
    if not place:
        return False
    before, low = words[place - 1], words[place].text.lower()
    return is_seat(before.text.lower()) and may_be_held_in(before.text, low)


@lru_cache(maxsize=5_000)
def is_seat(low: str) -> bool:
    """Say whether a word is an office held in a village or parish: sołtyska, proboszczem."""
    return any(r.lemma.partition(":")[0] in _OF_PLACES for r in readings(low) if r.kind == COMMON)


@lru_cache(maxsize=20_000)
def may_be_held_in(office: str, low: str) -> bool:
    """Say whether a word in the genitive is a place and cannot be the name of who holds an office."""
    found = readings(low)
    places = {cell for r in found if r.kind == PLACE_NAME for cell in r.cells}
    if not found:
        return low.endswith(("ic", "an", "ówki", "owa"))
    if not places & _GENITIVE:
        return False
    held = {
        case
        for r in readings(office)
        if r.kind == COMMON and r.tag_class == "subst"
        for number, case in r.cells
        if number == "sg"
    }
    borne = {
        case
        for r in found
        if r.kind in (SURNAME, FORENAME)
        for number, case in r.cells
        if number == "sg"
    }
    return not held & borne
