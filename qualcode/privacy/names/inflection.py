"""Inflection of names: what cell of its paradigm a form fills, and the same cell of another name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

CASES = ("nom", "gen", "dat", "acc", "inst", "loc", "voc")
Cell = tuple[str, str]
"""Number and case."""
FORENAME, SURNAME, PLACE_NAME, COMMON = "imię", "nazwisko", "miejsce", "pospolite"


class NameReading(NamedTuple):
    """One way to read a written name: Morfeusz lemma, gender, cells, and what it names."""

    lemma: str
    gender: str
    cells: frozenset[Cell]
    kind: str
    tag_class: str = "subst"


@lru_cache(maxsize=1)
def _engine() -> Any:
    try:
        import morfeusz2
    except ImportError:  # no wheel for Linux on ARM
        return None
    return morfeusz2.Morfeusz()


@lru_cache(maxsize=50_000)
def readings(word: str) -> tuple[NameReading, ...]:
    """Return the readings of a word as if it were written with a capital.

    Parameters
    ----------
    word : str
        One word without hyphens; small or capital letters.

    Returns
    -------
    tuple of NameReading
        Empty when the dictionary lacks it.
    """
    engine = _engine()
    if engine is None or not word.isalpha():
        return ()
    spelt = word[:1].upper() + word[1:].lower()
    found: dict[NameReading, None] = {}
    for start, end, (orth, lemma, tag, kinds, _) in engine.analyse(spelt):
        if tag == "ign" or tag.startswith("aglt") or (start, end) != (0, 1) or orth != spelt:
            if start == 0 and tag.startswith(("praet", "fin", "impt")):
                found[NameReading(lemma, "", frozenset(), COMMON, "verb")] = None
            continue
        for kind in _kinds(kinds):
            tag_class, gender, cells = _cells(tag)
            found[NameReading(lemma, gender, cells, kind, tag_class)] = None
    return tuple(found)


def _kinds(kinds: Iterable[str]) -> Iterator[str]:
    names = list(kinds)
    if "imię" in names:
        yield FORENAME
    if any(name.startswith(("nazwisko", "patronimicum", "przydomek")) for name in names):
        yield SURNAME
    if any("geograficzn" in name for name in names):
        yield PLACE_NAME
    if not names or "nazwa_pospolita" in names:
        yield COMMON


def _cells(tag: str) -> tuple[str, str, frozenset[Cell]]:
    parts = tag.split(":")
    if parts[0] not in ("subst", "depr", "adj") or len(parts) < 4:
        return parts[0], "", frozenset()
    numbers, cases, gender = parts[1].split("."), parts[2].split("."), parts[3]
    cells = frozenset((number, case) for number in numbers for case in cases if case in CASES)
    return parts[0], gender, cells


@lru_cache(maxsize=5_000)
def paradigm(lemma: str, kind: str) -> dict[Cell, str]:
    """Return the forms of a name by cell; the first form the dictionary gives.

    Parameters
    ----------
    lemma : str
        With the mark of homonyms, as in :class:`NameReading`.
    kind : str
        :data:`FORENAME` or :data:`SURNAME`.
    """
    engine = _engine()
    forms: dict[Cell, str] = {}
    if engine is None:
        return forms
    for form, found, tag, kinds, _ in engine.generate(lemma.partition(":")[0]):
        if found != lemma or kind not in _kinds(kinds) or tag.startswith("depr"):
            continue
        for cell in _cells(tag)[2]:
            forms.setdefault(cell, form)
    return forms


@lru_cache(maxsize=5_000)
def pattern(lemma: str, kind: str) -> tuple[int, ...]:
    """Return which cells of a paradigm look alike: names with one pattern may stand for each other.

    Whatever is ambiguous in the text stays so, and no case has to be guessed.
    """
    forms = paradigm(lemma, kind)
    seen: dict[str, int] = {}
    cells = [("sg", case) for case in CASES[:-1]]
    return tuple(seen.setdefault(forms.get(cell, ""), len(seen)) for cell in cells)


_SURNAME_ENDINGS = (
    # ending of the form, ending of the lemma, cells
    ("skiego", "ski", "sg:gen sg:acc"), ("skiemu", "ski", "sg:dat"), ("skim", "ski", "sg:inst sg:loc"),
    ("skiej", "ska", "sg:gen sg:dat sg:loc"), ("ską", "ska", "sg:acc sg:inst"),
    ("skich", "ski", "pl:gen pl:acc pl:loc"), ("scy", "ski", "pl:nom"), ("skimi", "ski", "pl:inst"),
    ("ckiego", "cki", "sg:gen sg:acc"), ("ckiemu", "cki", "sg:dat"), ("ckim", "cki", "sg:inst sg:loc"),
    ("ckiej", "cka", "sg:gen sg:dat sg:loc"), ("cką", "cka", "sg:acc sg:inst"),
    ("ckich", "cki", "pl:gen pl:acc pl:loc"), ("ccy", "cki", "pl:nom"),
    ("owie", "", "pl:nom"), ("owi", "", "sg:dat"), ("ami", "", "pl:inst"), ("ach", "", "pl:loc"),
    ("iem", "", "sg:inst"), ("em", "", "sg:inst"), ("om", "", "pl:dat"), ("ów", "", "pl:gen pl:acc"),
    ("a", "", "sg:gen sg:acc"), ("u", "", "sg:loc"),
)  # fmt: skip
_FEMALE_ENDINGS = (
    ("ii", "ia", "sg:gen sg:dat sg:loc"), ("ji", "ja", "sg:gen sg:dat sg:loc"), ("ią", "ia", "sg:inst"),
    ("ię", "ia", "sg:acc"), ("ie", "a", "sg:dat sg:loc"), ("ze", "ra", "sg:dat sg:loc"),
    ("ę", "a", "sg:acc"), ("ą", "a", "sg:inst"), ("y", "a", "sg:gen"), ("i", "a", "sg:gen"),
    ("o", "a", "sg:voc"),
)  # fmt: skip


def guessed(word: str, cells: Iterable[Cell] = (), gender: str = "") -> list[NameReading]:
    """Return readings of a name the dictionary lacks, from its ending.

    Parameters
    ----------
    word : str
    cells : iterable of Cell
        What the sentence allows; all when empty.
    gender : str
        ``"f"`` or ``"m1"`` where the sentence tells.
    """
    low, wanted = word.lower(), set(cells)
    found = []
    tables = (
        [("f", _FEMALE_ENDINGS)]
        if gender == "f"
        else [("m1", _SURNAME_ENDINGS), ("f", _FEMALE_ENDINGS)]
    )
    for sex, table in tables:
        for ending, lemma_ending, spelt in table:
            if low.endswith(ending) and len(low) - len(ending) >= 3:
                fits = frozenset(_cell(item) for item in spelt.split())
                sort = "f" if lemma_ending.endswith("a") else sex
                if (not wanted or fits & wanted) and gender in ("", sort):
                    lemma = word[: len(word) - len(ending)] + lemma_ending
                    found.append(NameReading(lemma, sort, fits, SURNAME))
    nominative = NameReading(
        word, gender or ("f" if low.endswith("a") else "m1"), frozenset([("sg", "nom")]), SURNAME
    )
    return [*found, nominative] if not low.endswith("a") or not found else [nominative, *found]


def _cell(spelt: str) -> Cell:
    number, _, case = spelt.partition(":")
    return number, case
