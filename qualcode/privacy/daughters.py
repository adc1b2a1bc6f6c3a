"""Surnames of wives and daughters made of a man's: Kaczmarkowa, Nowakówna."""

from __future__ import annotations

from qualcode.privacy.names.clues import husbands
from qualcode.privacy.names.inflection import COMMON, SURNAME, NameReading, readings

WIFE, DAUGHTER = "żona", "córka"
"""Kinds of a reading: a surname made of the husband's or father's."""
_WIVES = {"owa": "sg:nom", "owej": "sg:gen sg:dat sg:loc", "ową": "sg:acc sg:inst", "owo": "sg:voc"}
_DAUGHTERS = {
    "ówna": "sg:nom", "ówny": "sg:gen", "ównie": "sg:dat sg:loc", "ównę": "sg:acc", "ówną": "sg:inst", "ówno": "sg:voc",
}  # fmt: skip
_LEAST_STEM = 3
_LONG_STEM = 4


def as_wife(part: str) -> NameReading | None:
    """Return the reading of a wife's surname made of her husband's: Kaczmarkowej."""
    found = husbands(part.lower())
    if not found:
        return None
    return _of_man(found[0], part, _WIVES, WIFE)


def as_unlisted_wife(part: str) -> NameReading | None:
    """Return the reading of a wife's surname whose husband the dictionary lacks: Gryglowej."""
    stem, ending = _parted(part, _WIVES)
    if len(stem) < _LONG_STEM:
        return None
    bases = (f"{stem[:-1]}{vowel}{stem[-1]}" for vowel in ("ie", "e"))
    return _of_man(next((b for b in bases if is_surname(b)), stem), ending, _WIVES, WIFE)


def as_daughter(part: str) -> NameReading | None:
    """Return the reading of a daughter's surname made of her father's: Nowakówny."""
    stem, ending = _parted(part, _DAUGHTERS)
    if len(stem) < _LEAST_STEM or any(r.kind == COMMON for r in readings(part)):
        return None  # główna
    fathers = husbands(f"{stem}owa")
    return _of_man(fathers[0] if fathers else stem, ending, _DAUGHTERS, DAUGHTER)


def _parted(part: str, endings: dict[str, str]) -> tuple[str, str]:
    """Return a word, in small letters, without one of the endings, and the ending."""
    low = part.lower()
    ending = next((e for e in endings if low.endswith(e)), "")
    return (low.removesuffix(ending), ending) if ending else ("", "")


def _of_man(base: str, part: str, endings: dict[str, str], kind: str) -> NameReading:
    """Return the reading of a woman's surname made of a man's."""
    ending = next(e for e in endings if part.lower().endswith(e))
    cells = frozenset((cell[:2], cell[3:]) for cell in endings[ending].split())
    return NameReading(base.capitalize(), "f", cells, kind)


def is_surname(low: str) -> bool:
    """Say whether a word is a surname in the first case."""
    return any(r.kind == SURNAME and ("sg", "nom") in r.cells for r in readings(low))


def of_her_man(given: str, case: str, kind: str) -> str:
    """Return how a wife or daughter of somebody is called: Bielakowa, Klimkówna, Ziębowa.

    Parameters
    ----------
    given : str
        The man's surname in the first case, no adjective.
    case : str
    kind : str
        :data:`WIFE` or :data:`DAUGHTER`.
    """
    endings = _WIVES if kind == WIFE else _DAUGHTERS
    stem = given[:-1] if given.endswith("a") else given
    stem = f"{given[:-2]}k" if given.endswith("ek") else stem
    ending = next(e for e, cells in endings.items() if f"sg:{case}" in cells.split())
    return f"{stem}{ending}"
