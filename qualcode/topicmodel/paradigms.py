"""Inflection back to the dictionary form: ``usług opiekuńczych`` → ``usługi opiekuńcze``.

Forms come from Morfeusz with SGJP; where it has no wheel, words stay as they were said most
often in the nominative.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple


class Cell(NamedTuple):
    """One cell of a paradigm: number, case, gender, and the rest of the tag (degree, negation)."""

    number: str
    case: str
    gender: str
    rest: str
    kind: str


_NOUN = ("subst", "ger", "depr")
_USUALLY_DEPRECIATIVE = frozenset({"chłopak", "dzieciak"})
_ADJECTIVE = ("adj", "ppas", "pact")
_MOST_KEPT = 20_000


@cache
def _engine() -> Any:
    try:
        import morfeusz2
    except ImportError:
        return None
    return morfeusz2.Morfeusz(analyse=False)


@lru_cache(_MOST_KEPT)
def paradigm(lemma: str, kinds: tuple[str, ...]) -> tuple[tuple[str, Cell], ...]:
    """Return all forms of a lemma with their cells; empty when it is not known."""
    engine = _engine()
    if engine is None or any(sign.isspace() for sign in lemma):
        return ()
    found = []
    for form, _, tag, _, _ in engine.generate(lemma):
        kind, *parts = tag.split(":")
        if kind not in kinds or len(parts) < 3:
            continue
        rest = ":".join(parts[3:])
        found += [
            (form, Cell(number, case, gender, rest, kind))
            for number in parts[0].split(".")
            for case in parts[1].split(".")
            for gender in parts[2].split(".")
        ]
    return tuple(found)


@lru_cache(_MOST_KEPT)
def noun_cells(lemma: str, form: str) -> tuple[Cell, ...]:
    """Return what a form of a noun may be."""
    return tuple(cell for other, cell in paradigm(lemma, _NOUN) if other.lower() == form)


@lru_cache(_MOST_KEPT)
def adjective_cells(lemma: str, form: str) -> tuple[Cell, ...]:
    """Return what a form of an adjective or participle may be."""
    return tuple(cell for other, cell in paradigm(lemma, _ADJECTIVE) if other.lower() == form)


def agreement(noun: Iterable[Cell], adjective: Iterable[Cell]) -> Cell | None:
    """Return the adjective's cell in which both words agree, or None."""
    slots = {cell[:3] for cell in noun}
    return next((cell for cell in adjective if cell[:3] in slots), None)


def nominative(
    lemma: str, number: str, gender: str = "", said: Mapping[str, int] | None = None
) -> tuple[str, str]:
    """Return a noun in the nominative, and its gender.

    Parameters
    ----------
    lemma : str
    number : {"sg", "pl"}
        The other one is taken when the noun has none of this number.
    gender : str, optional
        Which of several nouns spelled alike: ``m1`` for the person, ``f``…
    said : mapping of str to int, optional
        How often each form was said: chłopaki, not chłopacy, when people say so.

    Returns
    -------
    (str, str)
        The lemma itself and ``""`` when the dictionary lacks it.
    """
    heard = said or {}
    forms = [(form, cell) for form, cell in paradigm(lemma, _NOUN) if cell.case == "nom"]
    forms = [(form, cell) for form, cell in forms if "neg" not in cell.rest] or forms
    forms = [item for item in forms if item[1].kind != "depr" or _plain(lemma, item[0], heard)]
    chosen = [item for item in forms if item[1].gender == gender or item[1].kind == "depr"]
    chosen = [item for item in chosen or forms if item[1].number == number] or chosen or forms
    if not chosen:
        return lemma, ""

    def rank(item: tuple[str, Cell]) -> tuple[int, bool, bool]:
        form, cell = item
        # seniorzy before seniorowie; a noun that has only the second form keeps it
        return -heard.get(form, 0), cell.kind != "depr", form.endswith("owie")

    form, cell = min(chosen, key=rank)
    return form, cell.gender


def _plain(lemma: str, form: str, heard: Mapping[str, int]) -> bool:
    """Tell whether a depreciative plural is what people say: chłopaki, but not seniory."""
    return lemma in _USUALLY_DEPRECIATIVE or heard.get(form, 0) > 1


@lru_cache(_MOST_KEPT)
def is_forename(lemma: str) -> bool:
    """Tell whether a word in small letters is a forename, as speech recognition writes them.

    Women's names that are nouns as well (nadzieja, róża) are taken for the noun.
    """
    engine = _engine()
    if engine is None or not lemma.isalpha():
        return False
    found = [item for item in engine.generate(lemma.title()) if "imię" in item[3]]
    man = any(":m1" in tag for _, _, tag, _, _ in found)
    return bool(found) and (man or not paradigm(lemma, _NOUN))


def agreeing(lemma: str, like: Cell, number: str, gender: str) -> str | None:
    """Return an adjective in the nominative that agrees with its noun, or None."""
    for form, cell in paradigm(lemma, _ADJECTIVE):
        if (cell.number, cell.case, cell.gender) == (number, "nom", gender) and (
            cell.rest == like.rest and cell.kind == like.kind
        ):
            return form
    return None
