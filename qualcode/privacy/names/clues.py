"""Clues of the sentence: what stands before a name, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from qualcode.privacy.names.inflection import COMMON, FORENAME, SURNAME, readings
from qualcode.privacy.names.lookups import Word, foreign_lemma
from qualcode.privacy.names.rarity import is_rare
from qualcode.privacy.names.vocabulary import (
    DIMINUTIVES,
    EVERYDAY,
    KIN,
    MALE_POOL,
    NAMING,
    OFFICES,
    PEOPLE_DO,
    TITLES,
)

_ABBREVIATION = 4
_LONG = 5
SURNAME_LOOK = re.compile(
    r"(?i)(?:sk|ck|dzk)(?:i|a|iego|iej|iemu|im|ą|ich|imi)$|(?:scy|ccy)$|"
    r"(?:wicz|czyk|czak|niak|siak|szko|enko|czuk|yszyn|iuk|ewicz)(?:a|owi|em|iem|u|ów|owie|om|ami|ach|owa|owej|ową)?$"
)
_WIFE = re.compile(r"^(\w{3,})ow(?:a|ej|ą|o)$")
_SMALL_NAME = re.compile(
    r"^(\w{3,}?)(?:k(?:a|i|ę|ą|o)|ce|i?eńk(?:a|i|ę|ą|o)|i?eńce|uni(?:a|i|ę|ą)|usi(?:a|i|ę|ą|em|owi|u)|uś|ek|ki?em|kowi|ku|cio|cia)$"
)
PLAIN_CLASSES = frozenset(["subst", "depr", "adj", "ger", "pact", "ppas"])
_BROKEN = frozenset("pan pani państwo panna".split())
PREPOSITIONS = frozenset(
    "zamiast oprócz według wobec dzięki w we na pod koło nad spod z ze do od za u o po dla bez przez przy przed i a ale że bo jak".split()
)


def word_before(words: Sequence[Word], place: int) -> Word | None:
    """Return the word right before a place, over the full stop of an abbreviation."""
    place -= 1
    if place > 0 and words[place].text == "." and len(words[place - 1].text) <= _ABBREVIATION:
        place -= 1  # dr., ks., p.
    if place >= 0 and not words[place].text[:1].isalpha():
        return None
    return words[place] if place >= 0 else None


def cue_of(words: Sequence[Word], place: int, before: Word | None) -> str:
    """Return what announces a name before a word: ``"title"``, ``"kin"``, ``"naming"`` or ``""``."""
    if before is None:
        return ""
    if before.title in TITLES or before.lemma in TITLES:
        spoken_to = place >= 2 and before.title in _BROKEN and words[place - 2].text.lower() in (
            "proszę", "wie", "wiedzą", "powiem", "przepraszam", "widzi", "mówię", "rozumie",
            "ma", "przez", "niech", "czy", "jak", "co",
        )  # fmt: skip
        return "address" if spoken_to else "title"
    phrase = " ".join(word.text.lower() for word in words[max(0, place - 4) : place])
    if phrase.endswith(NAMING):
        return "naming"
    if before.title in KIN or (before.lemma in OFFICES and not words[place].capital):
        # "pani pedagog rzepka", but "Pani Pedagog Szkolny"
        courteous = place > 1 and words[place - 2].text.lower() in ("pani", "panią", "pan")
        return "title" if courteous and not words[place].capital else "kin"
    if before.text.lower() in (
        "jestem",
        "tu",
        "tutaj",
        "mówi",
        "to",
        "dla",
        "od",
        "u",
        "do",
        "z",
        "ze",
    ):
        return "near"
    return ""


_FAMILIES = frozenset("rodzina rodzinę rodziny rodzinie rodziną państwa".split())
_RELATIVES = frozenset(
    "córka córkę córki córką córce syn syna synem synowi wnuczka wnuczkę wnuczki wnuk wnuka matka matkę matki "
    "ojciec ojca babcia babcię babci dziadek dziadka synowa synową synowej zięć zięcia".split()
)

_WHOSE = frozenset(
    "dzieci dziecko dziecka dom domu domem domek brat brata siostra siostrę bracia siostry bliźniaki gospodarstwo "
    "podwórko pole koło obok naprzeciw naprzeciwko między".split()
)
"""Before a family's name: "dzieci dworaków", "obok bębnów"."""


def is_lone_surname(words: Sequence[Word], place: int) -> bool:
    """Say whether a word that looks like an adjective stands without a noun: it is a surname.

    "Wiśniewski chodził", "u Ptaków", "za Kaczmarkowej", but not "szpital olsztyński".
    """
    word = words[place]
    low = word.text.lower()
    before = words[place - 1].text.lower() if place else ""
    if low.endswith(("ów", "skich", "ckich")) and (
        before == "u" or before in _FAMILIES or before in _RELATIVES
    ):
        return True
    if low.endswith("ów") and before in _WHOSE and not (COMMON in word.kinds and not is_rare(low)):
        return True  # dzieci dworaków
    if not SURNAME_LOOK.search(low):
        return False
    if any(r.kind == COMMON and r.tag_class == "subst" and r.gender != "m1" for r in readings(low)):
        return False  # kolczyki, siniak, placki
    beside = [words[i] for i in (place - 1, place + 1) if 0 <= i < len(words)]
    return not any(agree(word, other) for other in beside)


def agree(word: Word, other: Word) -> bool:
    """Say whether an adjective may belong to the noun beside it."""
    mine = {
        (cell, sex)
        for reading in readings(word.text)
        if reading.kind == COMMON and reading.tag_class in PLAIN_CLASSES
        for cell in reading.cells
        for sex in reading.gender.split(".")
    }
    classes = {reading.tag_class for reading in readings(other.text)}
    if other.text.lower() in PREPOSITIONS or classes & {"fin", "praet", "verb"}:
        return False
    return any(
        (cell, sex) in mine
        for reading in readings(other.text)
        if reading.kind == COMMON and reading.tag_class in ("subst", "depr")
        for cell in reading.cells
        for sex in reading.gender.split(".")
    )


_OFTEN_MEN = frozenset(
    name.lower()
    for full, shorts in DIMINUTIVES.items()
    for name in (full, *shorts.split())
    if not full.endswith("a")
) | frozenset(name.lower() for name in (*MALE_POOL, "Stefan", "Bolesław", "Ludwik", "Wawrzyniec"))


@lru_cache(maxsize=10_000)
def husband(low: str) -> str:
    """Return the name a wife's is made of, in small letters: kaczmarkowa → kaczmarek.

    A forename where people use it so: jędrzejowa, ignacowa, antosiowa.
    """
    match = _WIFE.match(low)
    if not match:
        return ""
    stem = match[1]
    for base in (stem, f"{stem[:-1]}e{stem[-1]}", f"{stem}a", *_hardened(stem)):
        if any(
            r.kind == SURNAME and r.gender == "m1" and ("sg", "nom") in r.cells
            for r in readings(base)
        ):
            return base
    plain = [r for r in readings(low) if r.kind == COMMON]
    if plain and not (is_rare(low) and all(r.tag_class == "adj" for r in plain)):
        return ""
    soft = f"{stem[:-2]}ś" if stem.endswith("si") else stem
    often = next((base for base in (stem, f"{stem}y", soft) if base in _OFTEN_MEN), "")
    if often or plain or len(stem) < _LONG:
        return often
    men = any(
        r.kind == FORENAME and r.gender == "m1" and ("sg", "nom") in r.cells for r in readings(stem)
    )
    return stem if men else ""  # teofilowa


def _hardened(stem: str) -> Iterator[str]:
    """Yield surnames in a soft consonant: stępni → stępień, kopci → kopeć; szafrańc → szafraniec."""
    for soft, hard in (("ni", "ń"), ("ci", "ć"), ("si", "ś"), ("dzi", "dź"), ("zi", "ź")):
        if stem.endswith(soft):
            bare = stem.removesuffix(soft)
            yield f"{bare}{hard}"
            yield f"{bare}e{hard}"
            yield f"{bare}ie{hard}"
    if stem.endswith(("ńc", "śc", "źc", "ćc")):
        yield f"{stem[:-2]}{_SOFTENED[stem[-2]]}iec"


_SOFTENED = {"ń": "n", "ś": "s", "ź": "z", "ć": "c"}


def husbands(low: str) -> list[str]:
    """Return whose wife an adjective may tell where such a man is known: mrozowa → mróz.

    As :func:`husband`, with a vowel changed too: gołębiowa → gołąb.
    """
    match = _WIFE.match(low)
    if not match:
        return []
    found = [husband(low)] if husband(low) else []
    stem = match[1]
    for bare in (stem, stem.removesuffix("i")):
        for vowel, other in (("o", "ó"), ("ę", "ą")):
            head, at, tail = bare.rpartition(vowel)
            base = f"{head}{other}{tail}"
            if at and any(r.kind == SURNAME and ("sg", "nom") in r.cells for r in readings(base)):
                found.append(base)
    return found


def is_wife(low: str) -> bool:
    """Say whether a word is the surname of a wife made of her husband's: Kaczmarkowa."""
    base = husband(low)
    return bool(base) and base not in EVERYDAY


@lru_cache(maxsize=10_000)
def is_diminutive(low: str) -> bool:
    """Say whether a word the dictionary lacks is a diminutive of a forename: ewelinka."""
    match = _SMALL_NAME.match(low)
    if not match:
        return False
    bases = [match[1] + ending for ending in ("a", "", "ia")]
    if match[1].endswith("cz"):
        bases.append(f"{match[1][:-2]}ka")  # weroniczka
    return any(foreign_lemma(base) for base in bases) or any(
        reading.kind == FORENAME
        for base in bases
        for reading in readings(base)
        if ("sg", "nom") in reading.cells
    )


def fits_title(word: Word, words: Sequence[Word], place: int, *, cased: bool = True) -> bool:
    """Say whether a word can stand beside the title before it: both in one case, no verb.

    ``cased`` is False where the case does not matter: "mam na imię", "przy telefonie".
    """
    found = readings(word.text)
    if not found:
        return True
    verbs = {"fin", "impt", "verb"} if len(word.text) > 3 and _verb_follows(words, place) else set()
    if word.kinds & {FORENAME, SURNAME} and other_classes(word.text) - verbs:
        return False  # pani wie, pan jest, pani bardzo; but dyrektorka pyrka nie przedłużyła
    if (
        not word.kinds & {FORENAME, SURNAME}
        and {r.tag_class for r in found if r.kind == COMMON} - PLAIN_CLASSES
    ):
        return False
    title = words[place - 1]
    if title.text.lower() in _FEMALE_TITLES and _is_womans_trade(word.text.lower()):
        return False
    spoken = [r for r in readings(title.text) if r.cells]
    # "wójtowi" is an adjective too
    spoken = [r for r in spoken if r.tag_class == "subst" and r.kind == COMMON] or spoken
    allowed = frozenset(cell for reading in spoken for cell in reading.cells)
    if not cased or not allowed or not word.cells:
        return True
    # a woman's surname that never changes says nothing of a case after "panu"
    sex = "m1" if title.text.lower() in _MALE_TITLES or _is_oblique_man(title) else ""
    mine = {
        c for r in found if r.kind in (FORENAME, SURNAME) and sex in ("", r.gender) for c in r.cells
    }
    return bool({case for _, case in allowed} & {case for _, case in mine})


def other_classes(text: str) -> set[str]:
    """Return the parts of speech that speak against a name; "bąka" is no form of "bąkać".

    Rare words speak against none: dyrda, of "dyrdać".
    """
    if is_rare(text.lower()):
        return set()
    found = readings(text)
    others = {r.tag_class for r in found if r.kind == COMMON} - PLAIN_CLASSES - {"adjp", "frag"}
    nouns = {
        r.lemma.partition(":")[0].lower()
        for r in found
        if r.kind == COMMON and r.tag_class == "subst"
    }
    names = {r.lemma.partition(":")[0].lower() for r in found if r.kind == SURNAME}
    if any(r.kind == COMMON and r.lemma.partition(":")[0] in PEOPLE_DO for r in found):
        return others  # pyta
    return others - {"impt", "fin"} if nouns & names else others


def _is_womans_trade(low: str) -> bool:
    """Say whether a noun calls women alone and is no woman's surname: "pani krawcowa szyje"."""
    found = readings(low)
    noun = any(r.kind == COMMON and r.tag_class == "subst" and r.gender == "f" for r in found)
    borne = any(r.kind in (FORENAME, SURNAME) and r.gender == "f" for r in found)
    return noun and not borne and not husband(low)


def is_adjective(word: Word) -> bool:
    """Say whether a word may be an everyday adjective."""
    return any(
        r.kind == COMMON and r.tag_class in ("adj", "ppas", "pact") for r in readings(word.text)
    )


def _verb_follows(words: Sequence[Word], place: int) -> bool:
    """Say whether what follows a word is the verb of the sentence, so that the word is none."""
    after = [word for word in words[place + 1 : place + 3] if word.text.lower() not in _SMALL_WORDS]
    if after and after[0].text.lower() in ("ma", "jest"):
        return True
    found = readings(after[0].text) if after else ()
    return bool(found) and all(r.tag_class in ("fin", "praet", "verb") for r in found)


_SMALL_WORDS = frozenset("nie się już też to nam mi".split())


def _is_oblique_man(title: Word) -> bool:
    """Say whether a title speaks of a man alone: "wójtowi placek upiekę"; "wójt" may be a woman."""
    found = [r for r in readings(title.text) if r.kind == COMMON and r.tag_class == "subst"]
    cells = {cell for r in found for cell in r.cells}
    return all(r.gender == "m1" for r in found) and bool(cells) and ("sg", "nom") not in cells


def speaks_of(words: Sequence[Word], place: int) -> bool:
    """Say whether "pan" and a noun after it are the subject: "jak pan żuk nie pomoże"."""
    title, word = words[place - 1], words[place]
    first = title.text.lower() in ("pan", "pani")
    nominative = any(r.kind == SURNAME and ("sg", "nom") in r.cells for r in readings(word.text))
    return first and nominative and not other_classes(word.text) and _verb_follows(words, place)


def is_apposed(word: Word, words: Sequence[Word], place: int) -> bool:
    """Say whether a noun stands in the case of who is named before it: "sąsiad gruszka odgarnia"."""
    found = readings(word.text)
    plain = [r for r in found if r.kind == COMMON and COMMON in word.kinds]
    if any(r.lemma.partition(":")[0] == word.text for r in plain):
        plain = [r for r in plain if r.tag_class != "adj"]  # czapla
    human = any(r.gender == "m1" for r in plain) and not word.surname_too
    human = human and not is_rare(word.text.lower())
    if not place or human or other_classes(word.text):
        return False
    before = [r for r in readings(words[place - 1].text) if r.kind == COMMON]
    cells = {cell for r in before for cell in r.cells if r.gender in ("m1", "f")}
    mine = {cell for r in found if r.kind == SURNAME for cell in r.cells}
    joints = place + 1 >= len(words) or words[place + 1].text.lower() in _AFTER_SUBJECT
    wanted = {("sg", "dat"), ("sg", "inst")}
    if joints or _verb_follows(words, place):
        wanted.add(("sg", "nom"))
    if plain and all(r.gender == "m2" for r in plain):
        wanted.add(("sg", "gen"))  # sąsiada wilka; "sąsiada gruszki" are fruit
    return bool(cells & mine & wanted)


_AFTER_SUBJECT = frozenset("to z ze spod od co też już zawsze w na u".split())
_FEMALE_TITLES = frozenset("pani panią panie paniom".split())
_MALE_TITLES = frozenset("pan pana panu panem księdza księdzu księdzem".split())
