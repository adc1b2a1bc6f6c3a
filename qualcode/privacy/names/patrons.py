"""Names nobody present bears: of patrons of schools and streets, and in sighs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qualcode.privacy.names.inflection import COMMON, FORENAME, SURNAME, readings
from qualcode.privacy.names.lookups import Word

_HOLY = frozenset("jezus jezu jezusie jezusa".split())
_MARY = frozenset("maria mario maryja maryjo".split())
_PATRONS = frozenset("imienia im patrona patronem".split())
_BEFORE_PATRONS = frozenset(
    "gen generała ks księdza dr doktora prof profesora kard kardynała marszałka płk pułkownika bp "
    "biskupa papieża".split()
)
_STREETS = re.compile(
    r"(?:ul|ulic[aęąy]|al|alej[aięą]|aleje|alejach|pl|plac|placu|placem|os|osiedl[aeu]|osiedlem|"
    r"rond[ao]|rondzie|rondem|skwer\w*|bulwar\w*|park|parku)$"
)
_LONGEST_PATRON = 4


def is_exclamation(words: Sequence[Word], place: int) -> bool:
    """Say whether "maria" is half of the sigh "jezus maria"; not in "jezus maria kowalska idzie"."""
    if not place or words[place].text.lower() not in _MARY:
        return False
    if words[place - 1].text.lower() not in _HOLY:
        return words[place - 1].text == "," and place > 1 and words[place - 2].text.lower() in _HOLY
    after = words[place + 1] if place + 1 < len(words) else None
    if after is None or SURNAME not in after.kinds or after.everyday:
        return True
    return any(r.kind == COMMON and r.tag_class != "subst" for r in readings(after.text))


def is_patron(words: Sequence[Word], place: int) -> bool:
    """Say whether a name is borne by a school, a street or a feast and not by somebody present.

    "szkoła imienia Marii Konopnickiej", "ulica Jana Pawła II", "na świętego Mikołaja".
    """
    at = place - 1
    while at >= 0 and place - at <= _LONGEST_PATRON + 1:
        word = words[at]
        low = word.text.lower()
        borne = low == "imię" and at > 0 and words[at - 1].text.lower().startswith(("nosi", "nada"))
        if (
            borne
            or low in _PATRONS
            or low in ("św", "bł")
            or word.lemma in ("święty", "błogosławiony")
        ):
            return True
        if _STREETS.match(low):
            cells = words[place].cells
            return not cells or ("sg", "gen") in cells
        named = word.kinds & {FORENAME, SURNAME} and not word.title
        if low != "." and low not in _BEFORE_PATRONS and not named:
            return False
        at -= 1
    return False
