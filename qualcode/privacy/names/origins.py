"""Places people come from: "z Podlesia" is where, "z Podlesiem" is with whom."""

from __future__ import annotations

from collections.abc import Sequence

from qualcode.privacy.names.clues import PREPOSITIONS, agree, is_adjective
from qualcode.privacy.names.inflection import COMMON, PLACE_NAME, SURNAME, NameReading, readings
from qualcode.privacy.names.lookups import Word
from qualcode.privacy.names.toponyms import VILLAGES
from qualcode.reading.geography.places import places_of

_WHERE = frozenset("w we do z ze za pod nad przy koło obok na spod przez".split())
_SAID_OF_PEOPLE = frozenset("stary młody mały wielki gruby chudy stara młoda".split())


def comes_from(words: Sequence[Word], place: int) -> bool:
    """Say whether only a place fits after "z" or "do": no surname in that case, or a town's name.

    "Józia z Podlesia", "jeżdżę do Bochni"; not "rozmawiałam z Lisem".
    """
    before = words[place - 1].text.lower() if place else ""
    if before not in ("z", "ze", "do"):
        return False
    found = readings(words[place].text)
    named = {cell for r in found if r.kind == PLACE_NAME for cell in r.cells}
    if not named & {("sg", "gen"), ("pl", "gen")}:
        return False
    if before == "do":
        return bool(places_of(f"w {words[place].text.capitalize()}").get("gmina"))
    if any(r.kind == SURNAME and r.gender == "m1" and _with(r) for r in found):
        return False
    if not any(r.kind == SURNAME and _with(r) for r in found):
        return True
    # "z Mazur" is with a woman, "z Brzezin" is from there
    return bool({r.lemma.partition(":")[0].lower() for r in found} & VILLAGES)


def is_second_word(words: Sequence[Word], place: int) -> bool:
    """Say whether a noun is the second word of a place: "za Olszowym Potokiem"."""
    if place < 2 or words[place - 2].text.lower() not in _WHERE:
        return False
    first, second = words[place - 1], words[place]
    told = first.capital and first.lemma not in _SAID_OF_PEOPLE and is_adjective(first)
    return told and PLACE_NAME in second.kinds and agree(first, second)


def names_region(text: str, before: str) -> bool:
    """Say whether a form of a region is that and no surname: "do Mazur"; not "Mazur odszedł".

    Without a preposition a genitive follows a noun: "mieszkańcy Mazur".
    """
    found = readings(text)
    places = {
        case for r in found if r.kind == PLACE_NAME for number, case in r.cells if number == "pl"
    }
    borne = any(r.kind == SURNAME and r.gender == "m1" and ("sg", "nom") in r.cells for r in found)
    if not borne or places != {"gen"} or before.lower() in PREPOSITIONS:
        return True
    plain = {r.tag_class for r in readings(before) if r.kind == COMMON}
    return "subst" in plain and not plain & {"fin", "praet", "verb"}


def _with(reading: NameReading) -> bool:
    return any(case == "inst" for _, case in reading.cells)
