"""Which everyday words are rare in talk of services, so that they are names sooner than words."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from qualcode.privacy.names.inflection import COMMON, SURNAME, guessed, readings
from qualcode.privacy.names.vocabulary import COMMON_LEMMAS, EVERYDAY, KIN, TITLES

_LIST = Path(__file__).with_name("ordinary.txt")
_NOUNS = frozenset(["subst", "depr"])
_LEAST_RARE, _LEAST_STRANGE = 3, 4
_LEAST_WOMAN = 6
_LATIN = "\u024f"
_SPOKEN = re.compile(
    r"(?:[bż]ym|śmy|byś|byście|ście|[aeiyuó]łem|[aeiy]łam|emy|imy|ymy|ujom|ajom|jem|ość|ości|anie|enie|nia|niu|ować|"
    r"ówk\w{1,3}|dyś|dzieś|toś|coś|ing|ion)$"
)
"""Ends of words the dictionary lacks that are speech and slips: "poszłem", "siedzim", "byśmy"."""
_KNOWN_SIGNS = re.compile(
    r"(?:m?g?ops|mops|pcpr|zus|pe?fron|dps|wtz|śds|kgw|osp|nfz|lidl|tiktok|you ?tub|face?bo|unicef|intern|mail|covid|whats)"
)
"""Beginnings of offices, shops and programs."""


@cache
def ordinary() -> frozenset[str]:
    """Return lemmas said in workshops that are surnames or villages too, and words no dictionary has."""
    listed = frozenset(_LIST.read_text(encoding="utf-8").split())
    return listed | EVERYDAY | COMMON_LEMMAS | KIN | TITLES


@lru_cache(maxsize=50_000)
def is_rare(low: str) -> bool:
    """Say whether all everyday words a form may be of are rare: gołąbka, but not kota."""
    lemmas = {r.lemma.partition(":")[0].lower() for r in readings(low) if r.kind == COMMON}
    return bool(lemmas) and not lemmas & ordinary() and low not in ordinary()


@lru_cache(maxsize=50_000)
def is_thing(low: str) -> bool:
    """Say whether a form is of everyday nouns alone, none of which calls people."""
    plain = [r for r in readings(low) if r.kind == COMMON]
    return bool(plain) and all(
        r.tag_class in _NOUNS and r.gender != "m1" and not _calls_women(r.lemma.partition(":")[0])
        for r in plain
    )


def calls_people(low: str) -> bool:
    """Say whether a form may be of a noun that calls people: dyrygent, polonistka."""
    return any(
        r.kind == COMMON
        and r.tag_class in _NOUNS
        and (r.gender == "m1" or _calls_women(r.lemma.partition(":")[0]))
        for r in readings(low)
    )


def calls_women(low: str) -> bool:
    """Say whether a form is of a noun that calls women by what men are called: organistka."""
    nouns = [r for r in readings(low) if r.kind == COMMON and r.tag_class in _NOUNS]
    return bool(nouns) and all(_calls_women(r.lemma.partition(":")[0]) for r in nouns)


def is_rare_noun(low: str) -> bool:
    """Say whether a form is of rare nouns alone, none of which calls people: plichta, knut, wenty."""
    return len(low) >= _LEAST_RARE and is_rare(low) and is_thing(low)


@lru_cache(maxsize=10_000)
def _calls_women(lemma: str) -> bool:
    """Say whether a noun is made of one that calls men: organistka of organista, emerytka of emeryt."""
    if not lemma.endswith("ka") or len(lemma) < _LEAST_WOMAN:
        return False  # burka, dudka
    return any(
        r.kind == COMMON and r.gender == "m1" and ("sg", "nom") in r.cells
        for base in (lemma[:-2], f"{lemma[:-2]}a")
        for r in readings(base)
    )


@lru_cache(maxsize=50_000)
def is_rare_surname(low: str) -> bool:
    """Say whether a form of rare nouns is one of a surname too, of one person or of a family."""
    named = {cell for r in readings(low) if r.kind == SURNAME for cell in r.cells}
    one = any(number == "sg" for number, _ in named) or low.endswith(("ów", "owie"))
    return bool(named) and one and is_rare_noun(low)


@lru_cache(maxsize=50_000)
def is_strange(low: str) -> bool:
    """Say whether no dictionary has a word and nobody says it in workshops: it may be a name."""
    if len(low) < _LEAST_STRANGE or not low.isalpha() or max(low) > _LATIN or readings(low):
        return False
    if _SPOKEN.search(low) or is_office(low):
        return False
    return not ({low} | stems(low)) & ordinary()


def is_office(low: str) -> bool:
    """Say whether a word begins as an office, shop or program does: gops-u, facebooku."""
    return bool(_KNOWN_SIGNS.match(low))


@lru_cache(maxsize=20_000)
def stems(low: str) -> frozenset[str]:
    """Return what a word the dictionary lacks may be a form of, in small letters."""
    return (
        frozenset({low} | {r.lemma.lower() for r in guessed(low)})
        if not readings(low)
        else frozenset()
    )
