"""How much the sentence around an everyday noun asks for a person in its place.

No clue is sure by itself, so they are added up: a verb of what only people do, a role before the
noun, an age, "on" or "ona" taken up again, a name beside. What speaks for a thing is taken away:
an adjective in its gender, a numeral, a preposition of place.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from qualcode.privacy.names.clues import PREPOSITIONS, agree
from qualcode.privacy.names.inflection import COMMON, FORENAME, SURNAME, NameReading, readings
from qualcode.privacy.names.lookups import Word
from qualcode.privacy.names.predicates import (
    PLURAL,
    SKIPPED,
    any_of,
    fills,
    is_done,
    is_verb,
    said_to_be,
    subject,
)
from qualcode.privacy.names.rarity import calls_people, calls_women, is_rare, ordinary
from qualcode.privacy.names.verbs import (
    DATIVE_VERBS,
    OBJECT_VERBS,
    PREPOSITION_VERBS,
    SEEING_VERBS,
    SPEAKERS_TOO,
)
from qualcode.privacy.names.vocabulary import KIN, OFFICES, PEOPLE_GET, TITLES

_NOUNS = frozenset(["subst", "depr"])
_TAKEN_UP = 6
_OFFICIALS = frozenset("wojewoda marszałek minister premier prezydent starosta".split())
_JOINTS = frozenset("i a oraz z ze ani albo lub czy".split())
_NAMES_PEOPLE = (KIN | TITLES) - frozenset(["rodzina", "małżeństwo", "dziecko", "państwo"])
_FUNCTION = frozenset("siebie ppron12 ppron3 prep conj comp part num adv pred".split())
_PLAIN_WORDS = frozenset(["subst", "depr", "adj", "ger", "pact", "ppas", "adjp", "frag", "impt"])
_POINTS_AT = frozenset("ten ta ci tego tej tamten tamta taki taka niejaki niejaka ów".split())
_RELATIVES = frozenset(
    "córka syn żona mąż matka ojciec brat siostra wnuk wnuczka teść teściowa zięć synowa szwagier szwagierka "
    "wdowa wdowiec mama tata rodzice siostrzeniec bratanek bratanica siostrzenica".split()
)
"""Whose they are told right after: nobody is the daughter of a thing."""
_GOVERNORS = PREPOSITIONS - frozenset("a i ale że bo jak".split())
_OF_ANYBODY = frozenset("bez zamiast oprócz według wobec dzięki".split())


def score(words: Sequence[Word], place: int) -> int:
    """Return the points for a person in a place; below two says nothing.

    Parameters
    ----------
    words : sequence of Word
    place : int
        Where a noun stands that may be a forename or surname.
    """
    word = words[place]
    found = readings(word.text)
    mine = [r for r in found if r.kind in (SURNAME, FORENAME) and r.cells]
    plain = [r for r in found if r.kind == COMMON]
    lemmas = {word.lemma} | {r.lemma.partition(":")[0] for r in plain}
    if (
        word.title
        or calls_women(word.text.lower())
        or lemmas & (SPEAKERS_TOO | OFFICES | _OFFICIALS)
        or word.lemma in ("stary", "młody")
    ):
        return 0
    if _is_other_word(words, place, plain) or _is_described(words, place):
        return 0
    mine = mine or [r._replace(kind=SURNAME) for r in plain if r.tag_class in _NOUNS]
    every, mine = mine, [r for r in mine if not _never_changes(r)]
    total = _roles(words, place, mine) + _beside_names(words, place, mine)
    total += _taken_up(words, place, mine, plain)
    before = words[place - 1].text.lower() if place else ""
    if before in _GOVERNORS:
        total += _governed(words, place, mine)
    elif fills(mine, "nom"):
        total += subject(words, place, every, plain) + said_to_be(words, place, plain)
    elif fills(mine, "dat") and _is_plainly_dative(plain):
        total += _receives(words, place, plain)
    elif fills(mine, "acc"):
        total += _object(words, place)
    return total + int(total > 0 and any(r.kind == FORENAME for r in mine))


def _never_changes(reading: NameReading) -> bool:
    """Say whether a surname is a woman's that looks the same in all cases: Anny Kos."""
    return reading.gender == "f" and {("sg", "nom"), ("sg", "gen"), ("sg", "inst")} <= reading.cells


def _is_other_word(words: Sequence[Word], place: int, plain: Sequence[NameReading]) -> bool:
    """Say whether a form is oftener an adjective, a verb or the like: "stary", "piec"; not rare ones."""
    word = words[place]
    nouns = [r for r in plain if r.tag_class in _NOUNS]
    adjectives = any(r.tag_class in ("adj", "ppas", "pact") for r in plain)
    if nouns and all(is_adjectival(r.lemma.partition(":")[0]) for r in nouns):
        return True  # ta młoda, kto normalny
    if {r.tag_class for r in plain} & _FUNCTION:
        return True
    if is_rare(word.text.lower()) or (nouns and place and words[place - 1].text in _GOVERNORS):
        return not nouns and adjectives  # after a preposition no verb stands: co z wyrwą
    if plain and not nouns:
        return True
    others = {r.tag_class for r in plain} - _PLAIN_WORDS
    if others == {"inf"} and place and words[place - 1].title in TITLES:
        return place > 1 and is_verb(words[place - 2])  # pan piec z wilczyc
    return bool(others)


@lru_cache(maxsize=20_000)
def is_adjectival(lemma: str) -> bool:
    """Say whether a noun declines as an adjective: "młoda", młodej; not "wrona"."""
    bare = lemma.rstrip("aeiy")
    spelt = (f"{bare}ej", f"{bare}iej") if lemma.endswith("a") else (f"{bare}ego", f"{bare}iego")
    return any(
        r.tag_class == "subst" and r.kind == COMMON and r.lemma.partition(":")[0] == lemma
        for form in spelt
        for r in readings(form)
    )


def _is_described(words: Sequence[Word], place: int) -> bool:
    """Say whether an adjective, numeral or pronoun in the noun's own gender stands beside."""
    beside = [words[i] for i in (place - 1, place + 1) if 0 <= i < len(words)]
    mine = [
        r
        for r in readings(words[place].text)
        if r.kind == COMMON and r.tag_class in ("adj", "ppas")
    ]
    told = any(r.tag_class == "ppas" or r.lemma in ordinary() for r in mine)
    if told and any(agree(words[place], other) for other in beside):
        return True  # siostra przełożona
    for other in beside:
        if other.found:
            continue
        classes = {r.tag_class for r in readings(other.text) if r.kind == COMMON}
        if classes & {"num", "numcol"} or other.text.isdigit():
            return True
        if not classes & {"adj", "ppas", "pact"} or classes & {
            "fin",
            "praet",
            "verb",
            "prep",
            "conj",
        }:
            continue
        if other.text.lower() in _POINTS_AT or other.lemma in ("stary", "młody", "sam"):
            continue
        if agree(other, words[place]):
            return True
    return False


def _is_plainly_dative(plain: Sequence[NameReading]) -> bool:
    """Say whether no other case of an everyday noun looks so: "kwiatkowi", "rybie"; not "kości"."""
    cases = {case for r in plain if r.tag_class in _NOUNS for _, case in r.cells}
    return cases <= {"dat", "loc"}


def _receives(words: Sequence[Word], place: int, plain: Sequence[NameReading]) -> int:
    """Return points for somebody to whom something is done: "kwiatkowi dali pokój"."""
    near = [*words[place + 1 : place + 4], *words[max(0, place - 2) : place]]
    given = any(any_of(word, PEOPLE_GET | DATIVE_VERBS) for word in near)
    return 3 if given else 0


def _object(words: Sequence[Word], place: int) -> int:
    """Return points for the object of a verb that takes people: "poparła bielę"."""
    near = words[max(0, place - 2) : place]
    if any(any_of(word, OBJECT_VERBS) for word in near):
        return 2
    return int(any(any_of(word, SEEING_VERBS) for word in near))


def _governed(words: Sequence[Word], place: int, mine: Sequence[NameReading]) -> int:
    """Return points for a preposition and a verb, before or after, that take people."""
    before, low = words[place - 1].text.lower(), words[place].text.lower()
    near = [*words[max(0, place - 5) : place - 1], *words[place + 1 : place + 4]]
    case, verbs = PREPOSITION_VERBS.get(before, ("", frozenset()))
    if not case:
        return 1 if before in _OF_ANYBODY and is_rare(low) and calls_people(low) else -2
    if not fills(mine, case):
        return -1
    return 2 if any(any_of(word, verbs) for word in near) else 0


def _roles(words: Sequence[Word], place: int, mine: Sequence[NameReading]) -> int:
    """Return points for a role in the same case right before: "lekarka kawa", "z lekarką kawą"."""
    if not place:
        return 0
    before = words[place - 1]
    known = before.title in _NAMES_PEOPLE or before.lemma in _NAMES_PEOPLE | OFFICES
    if not known and (before.found or not calls_people(before.text.lower())):
        return 0
    role = [r for r in readings(before.text) if r.kind == COMMON and r.tag_class == "subst"]
    one = {cell for r in role for cell in r.cells if cell[0] == "sg"}
    shared = one & {cell for r in mine for cell in r.cells}
    clear = shared - {("sg", "gen"), ("sg", "acc")}
    plain = [r for r in readings(words[place].text) if r.kind == COMMON]
    if before.lemma in _RELATIVES and ("sg", "gen") in {c for r in mine for c in r.cells}:
        return 3 * int(not calls_people(words[place].text.lower()))  # córka gwoździa
    if not clear or any(r.gender == "m1" for r in plain):
        return 0  # pan dyrygent
    if clear == {("sg", "nom")} and any(r.gender in ("m3", "n") for r in plain):
        return 1  # lekarka termin przesunęła
    sure = 3 if known else 2
    return sure if clear != {("sg", "nom")} or _goes_on(words, place) else 1


def _goes_on(words: Sequence[Word], place: int) -> bool:
    """Say whether a verb, a preposition or nothing follows a subject."""
    after = words[place + 1 : place + 3]
    if not after or not after[0].text[:1].isalpha():
        return True
    low = after[0].text.lower()
    return low in SKIPPED or low in PREPOSITIONS or is_verb(after[0]) or low in ("to", "co", "jest")


def _beside_names(words: Sequence[Word], place: int, mine: Sequence[NameReading]) -> int:
    """Return points for names beside, in the same case: "sikora mucha i ja", "antek z jagodą"."""
    total = 0
    for step in (-1, 1):
        at = place + step
        if not 0 <= at < len(words):
            continue
        joint = words[at].text.lower()
        if joint in _JOINTS or joint == ",":
            at += step
        elif words[at].found and (FORENAME in words[at].kinds or words[at].found == "title"):
            continue  # "kasia kawę" is no list
        if not 0 <= at < len(words):
            continue
        if joint in ("z", "ze"):
            together = step < 0 and words[at].found and fills(mine, "inst")
            total += (2 + _acts_together(words, place)) * int(bool(together))
        elif words[at].found and _one_case(words[at], mine, words[place]):
            longer = 0 <= at + step < len(words) and bool(words[at + step].found)
            total += 1 if joint == "a" else 2 + int(longer)
        elif joint == "i" and words[at].text.lower() in ("ja", "my"):
            total += 1
    return min(total, 3)


def _acts_together(words: Sequence[Word], place: int) -> int:
    """Return a point where a plural verb follows: "antek z jagodą biorą ślub"."""
    return int(
        any(w.text.lower().endswith(PLURAL) for w in words[place + 1 : place + 3] if is_verb(w))
    )


def _one_case(other: Word, mine: Sequence[NameReading], word: Word) -> bool:
    cells = {c for r in readings(other.text) if r.kind in (SURNAME, FORENAME) for c in r.cells}
    shared = {cell for r in mine for cell in r.cells} & cells
    one = {case for number, case in cells if number == "sg"}
    if not cells:
        return not word.everyday
    return bool(shared) or bool(one & {c for r in mine for n, c in r.cells if n == "sg"})


def _taken_up(
    words: Sequence[Word], place: int, mine: Sequence[NameReading], plain: Sequence[NameReading]
) -> int:
    """Return points for somebody spoken of again: "przez kantora, bo nie chciał", "do cienia, on"."""
    genders = {r.gender[:1] for r in plain if r.tag_class in _NOUNS}
    after = words[place + 1 : place + 1 + _TAKEN_UP]
    for at, word in enumerate(after):
        low = word.text.lower()
        if low in ("on", "jemu"):
            return 2 if "m" not in genders else 1
        if low == "ona":
            return 2 if "f" not in genders else 1
        if low == "bo" and is_done(after[at + 1 : at + 3], mine):
            return 2
    return 0
