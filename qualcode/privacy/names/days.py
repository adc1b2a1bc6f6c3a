"""Days and months written with a capital: "od Poniedziałku", "w Maju" are no names."""

from __future__ import annotations

from functools import lru_cache

from qualcode.privacy.names.inflection import COMMON, FORENAME, SURNAME, readings
from qualcode.privacy.names.nameforms import wanted_cases

DAYS = frozenset(
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień "
    "poniedziałek wtorek środa czwartek piątek sobota niedziela".split()
)
"""Lemmas of days of the week and of months."""
_WITHIN = frozenset(["w", "we"])
_STILL = frozenset([("sg", "nom"), ("sg", "gen"), ("sg", "inst")])


@lru_cache(maxsize=5_000)
def is_day(text: str, before: str) -> bool:
    """Say whether a word after a preposition is a day or month: "do Piątku"; not "do Piątka".

    After "w" it always is; after others where the surname has another form in that case.
    """
    found = readings(text)
    plain = [r for r in found if r.kind == COMMON and r.lemma.partition(":")[0] in DAYS]
    if not plain:
        return False
    wanted = wanted_cases(before)
    if before in _WITHIN:
        return any(case in ("loc", "acc") for r in plain for _, case in r.cells)
    borne = (r for r in found if r.kind in (SURNAME, FORENAME) and not r.cells >= _STILL)
    cases = {case for r in borne for _, case in r.cells}
    fits = {case for r in plain for _, case in r.cells} & wanted
    return bool(fits) and not cases & wanted
