"""Names in the labels of speakers: "Anna K.", "kowalska_mops", "iPhone (Basia)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qualcode.privacy.names.inflection import COMMON, FORENAME, SURNAME, readings
from qualcode.privacy.names.lookups import SPEAKER_SURE, foreign_lemma, lemmas_of
from qualcode.privacy.names.nameforms import OFTEN
from qualcode.privacy.names.rarity import calls_people, is_strange, ordinary, stems
from qualcode.privacy.names.vocabulary import COMMON_LEMMAS, EVERYDAY, HOUSES, KIN, OFFICES, TITLES

_WORD = re.compile(r"[^\W\d_]{2,}")
_HUMP = re.compile(r"(?<=[a-ząćęłńóśźż])(?=[A-ZĄĆĘŁŃÓŚŹŻ])")
_DEVICES = frozenset(
    "iphone phone ipad ipod samsung galaxy huawei xiaomi redmi motorola nokia lenovo laptop tablet android zoom teams "
    "meet guest host user uczestnik uczestniczka gość użytkownik telefon komputer sala mikrofon online admin "
    "moderator prowadzący prowadząca speaker mówca".split()
)
_ACRONYM = 5


def names_in(label: str, role: str) -> Iterator[str]:
    """Yield the lemmas of names in a speaker's label, in small letters.

    Plain words of the role, "Klub Seniora", are none. A name that is an everyday word as well
    comes a second time after :data:`qualcode.privacy.names.lookups.SPEAKER_SURE` where a forename
    stands beside it: then it is masked wherever it is said in the study.
    """
    said = {
        word.lower()
        for word in _WORD.findall(role)
        if any(reading.kind == COMMON for reading in readings(word.lower()))
    }
    words = list(_without_houses(_WORD.findall(_HUMP.sub(" ", label))))
    words = [word for word in words if word.lower() not in _DEVICES | said]
    words = [word for word in words if not _calls(word.lower())]
    for place, word in enumerate(words):
        if word.isupper() and len(word) <= _ACRONYM:
            continue
        others = [*words[:place], *words[place + 1 :]]
        yield from _lemmas(word.lower(), any(_is_forename(other.lower()) for other in others))


def _without_houses(words: list[str]) -> Iterator[str]:
    """Yield the words of a label but for institutions and the everyday nouns they are called by."""
    opened = False
    for place, word in enumerate(words):
        plain = [r for r in readings(word.lower()) if r.kind == COMMON]
        house = any(r.lemma.partition(":")[0] in HOUSES for r in plain)
        called = opened and any(r.tag_class == "subst" for r in plain)
        if not house and not (called and not _is_forename(word.lower())):
            yield word
        # "Ewa CIS Kuźnia", but "GOPS Wrona"
        acronym = word.isupper() and len(word) <= _ACRONYM
        told = any(_is_forename(other.lower()) for other in words[:place])
        opened = house or (acronym and told)


def _calls(low: str) -> bool:
    """Say whether a word tells what somebody is: sołtys, radna, mieszkanka."""
    found = readings(low)
    named = any(r.kind == FORENAME for r in found)
    roles = TITLES | KIN | OFFICES
    return low in roles or (
        not named
        and low in EVERYDAY
        and calls_people(low)
        and SURNAME not in {r.kind for r in found}
    )


def _is_forename(low: str) -> bool:
    return bool(foreign_lemma(low)) or any(
        r.kind == FORENAME and ("sg", "nom") in r.cells for r in readings(low)
    )


def _lemmas(low: str, named: bool) -> Iterator[str]:
    """Yield what a word of a label is a form of; ``named`` says that a forename stands beside it."""
    found = lemmas_of(low)
    if not found:
        if is_strange(low):
            yield from stems(low)
        return
    daily = low in EVERYDAY or low in COMMON_LEMMAS or low in ordinary()
    if not daily or low not in EVERYDAY:
        yield from found
    if daily and (named or low in OFTEN):
        # the forms of this very name: of "Róża", not of "Róż"
        first = {
            r.lemma.partition(":")[0].lower() for r in readings(low) if ("sg", "nom") in r.cells
        }
        yield from (f"{SPEAKER_SURE}{lemma}" for lemma in found & (first or found))
