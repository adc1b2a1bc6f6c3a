"""Names in pieces: split by the recogniser, said of oneself, or told surname first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from qualcode.privacy.names.inflection import COMMON, FORENAME, SURNAME, readings
from qualcode.privacy.names.lookups import Word, foreign_lemma, lemmas_of
from qualcode.privacy.names.nameforms import OFTEN
from qualcode.privacy.names.rarity import calls_people, ordinary
from qualcode.privacy.names.verbs import ANIMATE_VERBS, MOTION_VERBS, SPEECH_VERBS, STRONG_VERBS

_LEAST_WHOLE, _LEAST_PART = 6, 2
_BESIDE_ITSELF = frozenset("pan pani nie ma na i u o od do za ale się samo".split())
_GREETED = frozenset("dobry wieczór witam jestem się ja imię strony nazwisko".split())
_TOLD = SPEECH_VERBS | STRONG_VERBS | ANIMATE_VERBS | MOTION_VERBS | frozenset(["być", "bywać"])
_TAIL = re.compile(
    r"(?:[sc]k(?:a|i|iego|iej|iemu|im|ą|ich)|czyk\w{0,3}|czak\w{0,3}|wicz\w{0,3}|enko)"
)
_NAME_PIECES = frozenset("mi ci mu mo by bo co to tu ta te ty my wy ja".split())
_OR = frozenset(["/", "lub", "albo", "bądź"])


def mend_broken(words: Sequence[Word]) -> None:
    """Find names the recogniser wrote as two words: "kowal czyk", "wa wrzyniec".

    One half is in no dictionary, or both together are a forename people bear: "bogu miła".
    """
    for first, second in pairwise(words):
        if second.start == first.end + 1 and _is_broken(first.text.lower(), second.text.lower()):
            first.found = second.found = "rozdzielone"
            first.certain = second.certain = False


@lru_cache(maxsize=50_000)
def _is_broken(first: str, second: str) -> bool:
    whole = first + second
    if len(whole) < _LEAST_WHOLE or min(len(first), len(second)) < _LEAST_PART:
        return False
    if not whole.isalpha() or first in _BESIDE_ITSELF or {first, second} & _NAME_PIECES:
        return False
    kinds = {r.kind for r in readings(whole)}
    if not kinds & {FORENAME, SURNAME} or (COMMON in kinds and SURNAME not in kinds):
        return False
    if _TAIL.fullmatch(second):
        return SURNAME in kinds  # grabow ska
    if not readings(first) or not readings(second):
        strange = first if not readings(first) else second
        return strange not in ordinary() and not foreign_lemma(first)
    named = any(r.kind in (FORENAME, SURNAME) and r.cells for r in readings(first))
    often = FORENAME in kinds and bool(lemmas_of(whole) & OFTEN)
    return often and COMMON not in kinds and not named


def presents(words: Sequence[Word], at: int) -> bool:
    """Say whether somebody says who he or she is, so that the second word is no verb."""
    if at < 2 or words[at - 2].text.lower() not in _GREETED:
        return False
    verbs = {
        r.lemma.partition(":")[0]
        for r in readings(words[at].text)
        if r.tag_class in ("praet", "fin", "verb")
    }
    return bool(verbs) and not verbs & _TOLD


def stays_uncased(word: Word, beside: Word, words: Sequence[Word], at: int) -> bool:
    """Say whether a woman's surname stays in the first case beside a forename in another: "judytę papież"."""
    mine = [r for r in readings(word.text) if r.kind == FORENAME]
    woman = any(r.gender == "f" for r in mine)
    if not woman or beside.title or any(("sg", "nom") in r.cells for r in mine):
        return False
    plain = [r for r in readings(beside.text) if r.kind == COMMON]
    still = all(r.tag_class in ("subst", "depr") and ("sg", "nom") in r.cells for r in plain)
    after = words[at + 1] if at + 1 < len(words) else None
    verb = after is not None and any(r.tag_class in ("praet", "fin") for r in readings(after.text))
    masculine = all(r.gender.startswith("m") for r in plain)
    return bool(plain) and still and masculine and not verb


def opens_surname_first(surname: Word, forename: Word) -> bool:
    """Say whether a noun that opens a sentence is a surname: "Góra Ewa zgłosiła", "– Kowal Piotr".

    Not "Strażak Piotr", which tells what he is, nor "Szkoda Piotra".
    """
    if not (surname.opens and surname.capital and forename.capital):
        return False
    plain = [r for r in readings(surname.text) if r.kind == COMMON]
    nouns = all(r.tag_class in ("subst", "depr") for r in plain)
    first = ("sg", "nom")
    called = calls_people(surname.text.lower()) and not surname.surname_too
    return nouns and not called and first in surname.cells and first in forename.cells


def leads_list(words: Sequence[Word], place: int) -> bool:
    """Say whether a noun that opens what is said is a surname before its forename: "korzeń edward"."""
    plain = [r for r in readings(words[place].text) if r.kind == COMMON]
    nouns = [r for r in plain if r.tag_class in ("subst", "depr")]
    others = {r.tag_class for r in plain if r not in nouns} - {"impt"}
    return place == 0 and bool(nouns) and not others and not calls_people(words[place].text.lower())


def is_of_anybody(words: Sequence[Word], place: int) -> bool:
    """Say whether a question asks whoever reads it: "w Pana/Pani okolicy" is nobody's name."""
    if place < 3 or words[place].capital or COMMON not in words[place].kinds:
        return False
    if words[place - 2].text.lower() not in _OR:
        return False
    return {words[place - 1].title, words[place - 3].title} == {"pan", "pani"}


def is_bridegroom(words: Sequence[Word], place: int) -> bool:
    """Say whether "pan młody" is who weds: his is no surname."""
    if not place or words[place].lemma != "młody" or words[place].capital:
        return False
    return words[place - 1].title in ("pan", "państwo") or words[place - 1].text.lower() == "panie"


def is_heading(words: Sequence[Word], place: int) -> bool:
    """Say whether an everyday word stands before a colon at the head of a line: "Obecni: Jan Kot".

    Not where a surname stands so: "Góra: To nie tak".
    """
    word = words[place]
    if place + 1 >= len(words) or words[place + 1].text != ":":
        return False
    heads = word.capital and (word.opens or word.starts_line)
    plain = COMMON in word.kinds and FORENAME not in word.kinds
    return heads and plain and ("sg", "nom") not in word.cells
