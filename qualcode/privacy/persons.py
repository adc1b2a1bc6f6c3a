"""Names of persons in text: dictionary, cues of the sentence and the name classifier together.

Every word gets what speaks for a name and what against it. In small letters, as speech
recognition writes, a word that is also an everyday word needs a cue: a title, a forename beside
it, or "mam na imię".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qualcode.privacy.clues import (
    PLAIN_CLASSES,
    SURNAME_LOOK,
    agree,
    cue_of,
    fits_title,
    is_diminutive,
    is_lone_surname,
    is_wife,
    word_before,
)
from qualcode.privacy.inflection import COMMON, FORENAME, PLACE_NAME, SURNAME, readings
from qualcode.privacy.lookups import Word, lemmas_of, words_of
from qualcode.privacy.mentions import PERSON, Mention
from qualcode.privacy.vocabulary import TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PLACE_NEIGHBOURS = frozenset("w we na pod koło nad spod".split())
_NOT_NOUNS = frozenset(["adj", "fin", "praet", "part", "prep", "conj", "comp", "adv"])
_INITIALS = frozenset("bcdefghjklłmnprstż")
_ACRONYM = re.compile(r"^[A-ZĄĆĘŁŃÓŚŹŻ]{2,}[-–’'][a-ząćęłńóśźż]{1,5}$")
_PLACE_PREPOSITIONS = frozenset("w we pod koło nad spod".split())


def persons(doc: Doc, known: frozenset[str] = frozenset()) -> Iterator[Mention]:
    """Yield the names of persons of one text, doubtful places too.

    Parameters
    ----------
    doc : spaCy Doc
        From the pipeline with the privacy setting.
    known : frozenset of str
        Lemmas of names known from elsewhere in the study, in small letters.
    """
    words = words_of(doc)
    small = not any(word.capital for word in words)
    for _ in range(2):
        # the second round knows the names of the first
        for place in range(len(words)):
            if not words[place].found:
                _judge(words, place, small, known)
        for place in range(len(words)):
            _spread(words, place, small)
        sure = [w for w in words if w.found and (w.certain or w.found in ("title", "naming"))]
        known = known | {lemma for word in sure for lemma in lemmas_of(word.text)}
    yield from _mentions(words, doc.text)


def _judge(words: list[Word], place: int, small: bool, known: frozenset[str]) -> None:
    word = words[place]
    if not word.text[:1].isalpha() or word.title in TITLES:
        return
    if len(word.text) == 1:
        _judge_initial(words, place)
        return
    if word.text.isupper() and len(word.text) <= 5 and FORENAME not in word.kinds:
        return  # an acronym
    if _ACRONYM.match(word.text):
        return
    before = word_before(words, place)
    cue = cue_of(words, place, before)
    if word.capital:
        placed = before is not None and before.text.lower() in _PLACE_PREPOSITIONS
        after = words[place + 1] if place + 1 < len(words) else word
        _judge_capital(word, cue, known, placed, agree(word, after))
    elif small or cue:
        _judge_small(word, words, place, cue, known, small)


def _judge_initial(words: Sequence[Word], place: int) -> None:
    """Take "pani K." for a name."""
    word, before = words[place], word_before(words, place)
    dotted = word.capital and place + 1 < len(words) and words[place + 1].text == "."
    if (dotted or word.text in _INITIALS) and cue_of(words, place, before) in ("title", "kin"):
        word.found = "inicjał"


def _judge_capital(
    word: Word, cue: str, known: frozenset[str], placed: bool, beside_noun: bool
) -> None:
    names = word.kinds & {FORENAME, SURNAME}
    held = word.lemma in known or any(lemma in known for lemma in lemmas_of(word.text))
    voted = word.vote == "persName"
    elsewhere = word.vote in ("placeName", "geogName", "orgName")
    strong = cue in ("title", "naming", "kin") or (cue == "address" and names)
    if strong and (names or not word.everyday or voted) and not (elsewhere and cue == "kin"):
        word.found = cue
    elif held and not (word.opens and word.everyday):
        word.found = "znane"
    elif (
        FORENAME in names
        and not (word.opens and word.everyday)
        and not (elsewhere and PLACE_NAME in word.kinds)
    ):
        word.found = "imię"
        word.certain = not (word.everyday or (COMMON in word.kinds and word.opens))
    elif SURNAME in names and not elsewhere and not (placed and PLACE_NAME in word.kinds):
        if not word.opens or COMMON not in word.kinds or voted:
            word.found = "nazwisko"
            word.certain = voted or (COMMON not in word.kinds and PLACE_NAME not in word.kinds)
            if word.opens and word.everyday:
                word.found = ""
        elif SURNAME_LOOK.search(word.text) and not word.everyday and not beside_noun:
            word.found, word.certain = "nazwisko", False
    elif voted and not word.everyday and not (word.opens and COMMON in word.kinds):
        word.found = "klasyfikator"
        word.certain = not word.kinds
    elif not word.kinds and not elsewhere and not word.text.isupper() and not placed:
        word.notes[:] = ["nieznane słowo wielką literą"]
        if len(word.text) > 2 and (not word.opens or SURNAME_LOOK.search(word.text)):
            word.found, word.certain = "nieznane", False
    elif not word.found and voted:
        word.notes[:] = ["wygląda na imię lub nazwisko"]


def _judge_small(
    word: Word, words: Sequence[Word], place: int, cue: str, known: frozenset[str], small: bool
) -> None:
    names = word.kinds & {FORENAME, SURNAME}
    low = word.text.lower()
    plain = word.kinds & {COMMON}
    if not small:
        # a text with capitals writes names with capitals; only slips are left
        if cue in ("title", "naming") and names and not plain:
            word.found, word.certain = cue, False
        return
    free = not word.everyday
    if FORENAME in names and free:
        word.found = "imię"
    elif (
        cue in ("title", "naming") and (free or word.surname_too) and fits_title(word, words, place)
    ):
        if names or (not word.kinds and len(low) > 3):
            word.found = cue
            word.certain = not plain
    elif cue in ("kin", "address") and names and free and (not plain or FORENAME in names):
        word.found = cue
    elif SURNAME in names and not plain and free and len(low) > 3:
        placed = words[place - 1].text in _PLACE_NEIGHBOURS if place else False
        if not (placed and PLACE_NAME in word.kinds):
            word.found = "nazwisko"
            word.certain = PLACE_NAME not in word.kinds
    elif free and not plain and len(low) > 3 and lemmas_of(low) & known:
        word.found = "znane"
    elif free and SURNAME in names and lemmas_of(low) & known:
        word.found, word.certain = "znane", False
    elif free and SURNAME in names and is_lone_surname(words, place):
        word.found, word.certain = "nazwisko", False
    elif (
        free
        and is_wife(low)
        and not any(agree(word, words[i]) for i in (place - 1, place + 1) if 0 <= i < len(words))
    ):
        word.found, word.certain = "nazwisko żony", False
    elif not word.kinds and is_diminutive(low):
        word.found = "zdrobnienie"
    elif not word.kinds and SURNAME_LOOK.search(low) and len(low) > 5:
        word.found, word.certain = "końcówka nazwiska", False
    elif FORENAME in names and cue in ("title", "naming") and fits_title(word, words, place):
        word.found, word.certain = cue, False
    if not word.found and SURNAME in names and not word.everyday and SURNAME_LOOK.search(low):
        word.notes[:] = ["może być nazwiskiem"]


def _spread(words: list[Word], place: int, small: bool) -> None:
    """Take in the words beside a name that belong to it: surnames, initials, second parts."""
    word = words[place]
    if not word.found:
        return
    at = place + 1
    while at < len(words) and at - place <= 3:
        beside = words[at]
        if beside.found and beside.text[:1].isalpha():
            at += 1
            continue
        if beside.text == "-" and at + 1 < len(words) and words[at + 1].text[:1].isalpha():
            beside.found = words[at + 1].found = "łącznik"
            at += 2
            continue
        if not _belongs(word, beside, words, at, small):
            break
        beside.found = "przy imieniu"
        beside.certain = bool(beside.kinds & {SURNAME, FORENAME}) or beside.capital
        at += 1
    for other in (place - 2, place + 2):
        if small and 0 <= other < len(words) and _joined(words, place, other):
            words[other].found, words[other].certain = "obok imienia", False
    if place and not words[place - 1].found and _leads(words, place, small):
        words[place - 1].found = "przed imieniem"


def _belongs(word: Word, beside: Word, words: Sequence[Word], at: int, small: bool) -> bool:
    if not beside.text[:1].isalpha() or beside.title:
        return False
    if len(beside.text) == 1:
        dotted = beside.capital and at + 1 < len(words) and words[at + 1].text == "."
        return dotted or (small and beside.text in _INITIALS)
    if beside.capital:
        return not (beside.text.isupper() and len(beside.text) <= 5) and beside.vote not in (
            "orgName",
        )
    if not small or (beside.everyday and not beside.surname_too):
        return False
    if FORENAME not in word.kinds and word.found not in ("title", "naming"):
        return False
    if beside.surname_too and at + 1 < len(words) and agree(beside, words[at + 1]):
        return False  # kasia nowa asystentka
    if SURNAME in beside.kinds:
        others = {r.tag_class for r in readings(beside.text) if r.kind == COMMON}
        cases = {c for _, c in word.cells} & {c for _, c in beside.cells}
        return not (others - PLAIN_CLASSES - {"impt", "frag"}) and bool(cases or not word.cells)
    return not beside.kinds and bool(SURNAME_LOOK.search(beside.text)) and len(beside.text) > 4


def _joined(words: Sequence[Word], place: int, other: int) -> bool:
    """Say whether "i" joins a forename to a word that may be one: "oliwier i maja"."""
    word, beside = words[place], words[other]
    if beside.found or beside.title or FORENAME not in beside.kinds or FORENAME not in word.kinds:
        return False
    plain = {r.tag_class for r in readings(beside.text) if r.kind == COMMON}
    cases = {c for _, c in word.cells} & {c for _, c in beside.cells}
    joint = words[(place + other) // 2].text.lower()
    return joint in ("i", "oraz") and bool(cases) and "subst" in plain and not plain & _NOT_NOUNS


def _leads(words: Sequence[Word], place: int, small: bool) -> bool:
    """Say whether the word before a forename is its surname: "Kowalska Anna"."""
    before, word = words[place - 1], words[place]
    if FORENAME not in word.kinds or SURNAME not in before.kinds or before.title:
        return False
    cases = {c for _, c in word.cells} & {c for _, c in before.cells}
    if not cases or before.everyday:
        return False
    return (before.capital and not before.opens) or COMMON not in before.kinds


def _mentions(words: Sequence[Word], text: str) -> Iterator[Mention]:
    place = 0
    while place < len(words):
        word = words[place]
        if not word.found:
            if word.notes:
                yield Mention(word.start, word.end, PERSON, False, word.notes[0], masked=False)
            place += 1
            continue
        last = place
        while (
            last + 1 < len(words)
            and words[last + 1].found
            and _adjacent(words[last], words[last + 1], text)
        ):
            last += 1
        part = words[place : last + 1]
        certain = all(item.certain for item in part)
        reason = "" if certain else "może nie być imieniem ani nazwiskiem"
        rank = 5 if any(item.found not in ("nieznane", "klasyfikator") for item in part) else 2
        yield Mention(word.start, _with_dot(part[-1], text), PERSON, certain, reason, rank=rank)
        place = last + 1


def _adjacent(first: Word, second: Word, text: str) -> bool:
    between = text[first.end : second.start]
    return between in ("", " ", "-", ". ", "\u00a0")


def _with_dot(word: Word, text: str) -> int:
    initial = len(word.text) == 1 and text[word.end : word.end + 1] == "."
    return word.end + int(initial)
