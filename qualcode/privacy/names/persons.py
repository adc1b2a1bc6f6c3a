"""Names of persons in text: dictionary, cues of the sentence and the name classifier together.

Every word gets what speaks for a name and what against it. In small letters, as speech
recognition writes, a word that is also an everyday word needs a cue: a title, a forename beside
it, or "mam na imię".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qualcode.privacy.mentions import PERSON, Mention
from qualcode.privacy.names.capitals import judge_capital
from qualcode.privacy.names.clues import (
    SURNAME_LOOK,
    agree,
    cue_of,
    is_adjective,
    other_classes,
    word_before,
)
from qualcode.privacy.names.days import is_day
from qualcode.privacy.names.fragments import (
    is_bridegroom,
    is_heading,
    is_of_anybody,
    leads_list,
    mend_broken,
    opens_surname_first,
    presents,
    stays_uncased,
)
from qualcode.privacy.names.inflection import COMMON, FORENAME, SURNAME, readings
from qualcode.privacy.names.lookups import Word, foreign_lemma, lemmas_of, words_of
from qualcode.privacy.names.offices import is_place_of_office
from qualcode.privacy.names.patrons import is_exclamation, is_patron
from qualcode.privacy.names.rarity import is_rare_surname, is_strange, stems
from qualcode.privacy.names.scenes import Scene
from qualcode.privacy.names.slips import judge_slip
from qualcode.privacy.names.verdicts import judge_small
from qualcode.privacy.names.vocabulary import TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NOT_NOUNS = frozenset(["adj", "fin", "praet", "part", "prep", "conj", "comp", "adv"])
_ABBREVIATIONS = frozenset(["art", "rozp"])
"""Of acts: forenames and surnames by their look."""
_INITIALS = frozenset("bcdefghjklłmnprstż")
_ACRONYM = re.compile(r"^[A-ZĄĆĘŁŃÓŚŹŻ]{2,}[-–’'][a-ząćęłńóśźż]{1,5}$")


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
    mend_broken(words)
    for _ in range(2):
        # the second round knows the names of the first
        for place in range(len(words)):
            if not words[place].found:
                _judge(words, place, small, known)
        if not any(word.found for word in words):
            break
        for place in range(len(words)):
            _spread(words, place, small)
        sure = [
            w
            for w in words
            if w.found and (w.certain or w.found in ("title", "naming", "czynność osoby"))
        ]
        known = known | {
            lemma for word in sure for lemma in lemmas_of(word.text) or stems(word.text.lower())
        }
    yield from _mentions(words, doc.text)


def _judge(words: list[Word], place: int, small: bool, known: frozenset[str]) -> None:
    word = words[place]
    if not word.text[:1].isalpha() or word.title in TITLES:
        return
    if word.text.lower() in _ABBREVIATIONS:
        return
    if is_heading(words, place) or is_of_anybody(words, place):
        return
    if is_place_of_office(words, place) or is_bridegroom(words, place):
        return
    if word.capital and place and is_day(word.text, words[place - 1].text.lower()):
        return
    if len(word.text) == 1:
        _judge_initial(words, place)
        return
    if word.text.isupper() and len(word.text) <= 5 and FORENAME not in word.kinds:
        return  # an acronym
    if _ACRONYM.match(word.text) or is_patron(words, place) or is_exclamation(words, place):
        return
    before = word_before(words, place)
    cue = cue_of(words, place, before)
    if word.capital:
        judge_capital(Scene(words, place, cue, known))
    elif small:
        judge_small(Scene(words, place, cue, known))
    else:
        judge_slip(Scene(words, place, cue, known))


def _judge_initial(words: Sequence[Word], place: int) -> None:
    """Take "pani K." for a name."""
    word, before = words[place], word_before(words, place)
    dotted = word.capital and place + 1 < len(words) and words[place + 1].text == "."
    if (dotted or word.text in _INITIALS) and cue_of(words, place, before) in ("title", "kin"):
        word.found = "inicjał"


def _spread(words: list[Word], place: int, small: bool) -> None:
    """Take in the words beside a name that belong to it: surnames, initials, second parts."""
    word = words[place]
    if not word.found:
        return
    at = place + 1
    while at < len(words) and at - place <= 3:
        beside = words[at]
        if beside.found and beside.text[:1].isalpha():
            # a vote alone would teach the rest of the study nothing
            beside.certain |= small and _belongs(word, beside, words, at, small)
            at += 1
            continue
        if beside.text == "-" and at + 1 < len(words) and words[at + 1].text[:1].isalpha():
            beside.found = words[at + 1].found = "łącznik"
            at += 2
            continue
        if not _belongs(word, beside, words, at, small):
            break
        beside.found = "przy imieniu"
        beside.certain = (small and bool(beside.kinds & {SURNAME, FORENAME})) or beside.capital
        at += 1
    for other in (place - 2, place + 2):
        if small and 0 <= other < len(words) and _joined(words, place, other):
            words[other].found, words[other].certain = "obok imienia", False
    if place and not words[place - 1].found and _leads(words, place, small):
        words[place - 1].found = "przed imieniem"


def _belongs(word: Word, beside: Word, words: Sequence[Word], at: int, small: bool) -> bool:
    if not beside.text[:1].isalpha() or is_patron(words, at) or is_heading(words, at):
        return False
    if beside.starts_line and beside.kinds == {COMMON}:
        return False  # the next line of a list: "Zaproszeni goście"
    if beside.title and not (beside.capital and beside.surname_too and FORENAME in word.kinds):
        return False  # but Marlena Wójt
    if len(beside.text) == 1:
        dotted = beside.capital and at + 1 < len(words) and words[at + 1].text == "."
        return dotted or (small and beside.text in _INITIALS)
    if beside.capital:
        return not (beside.text.isupper() and len(beside.text) <= 5) and beside.vote not in (
            "orgName",
        )
    named = small and FORENAME in word.kinds and SURNAME in beside.kinds
    if named and (presents(words, at) or stays_uncased(word, beside, words, at)):
        return True  # dzień dobry krystyna gwizdała, przez judytę papież
    if beside.everyday and not (small and beside.surname_too):
        return False
    if FORENAME not in word.kinds and word.found not in ("title", "naming"):
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    if after and beside.surname_too and is_adjective(beside) and agree(beside, after):
        return False  # kasia nowa asystentka
    if SURNAME in beside.kinds:
        others = other_classes(beside.text) - ({"impt", "frag"} if small else set())
        return not others and share_case(word.text, beside.text)
    return (
        small
        and not beside.kinds
        and bool(SURNAME_LOOK.search(beside.text))
        and len(beside.text) > 4
    )


def share_case(first: str, second: str) -> bool:
    """Say whether a forename and a surname may be one person's: one case, and one sex."""
    found = [r for r in readings(first) if r.kind in (FORENAME, SURNAME) and r.cells]
    mine = {(r.gender, case) for r in found for _, case in r.cells}
    other = {(r.gender, case) for r in readings(second) if r.kind == SURNAME for _, case in r.cells}
    return bool(mine & other) or not mine


def _joined(words: Sequence[Word], place: int, other: int) -> bool:
    """Say whether "i" joins a forename to a word that may be one: "oliwier i maja"."""
    word, beside = words[place], words[other]
    joint = words[(place + other) // 2].text.lower()
    if beside.found or beside.title or joint not in ("i", "oraz"):
        return False
    if is_strange(beside.text) or (SURNAME in word.kinds and is_rare_surname(beside.text)):
        return True  # iryna i olesia, dąbek i hirsz
    if FORENAME not in beside.kinds or FORENAME not in word.kinds:
        return False
    plain = {r.tag_class for r in readings(beside.text) if r.kind == COMMON}
    cases = {c for _, c in word.cells} & {c for _, c in beside.cells}
    return bool(cases) and "subst" in plain and not plain & _NOT_NOUNS


def _leads(words: Sequence[Word], place: int, small: bool) -> bool:
    """Say whether the word before a forename is its surname: "Kowalska Anna"."""
    before, word = words[place - 1], words[place]
    if small and before.text == "van" and foreign_lemma(word.text):
        return True
    if FORENAME not in word.kinds or SURNAME not in before.kinds or before.title:
        return False
    cases = {c for _, c in word.cells} & {c for _, c in before.cells}
    if small and cases and leads_list(words, place - 1):
        return True
    if opens_surname_first(before, word):
        before.certain = False
        return True
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
        certain = all(item.certain for item in part) or _whole_name(part)
        reason = "" if certain else "może nie być imieniem ani nazwiskiem"
        rank = 5 if any(item.found not in ("nieznane", "klasyfikator") for item in part) else 2
        yield Mention(word.start, _with_dot(part[-1], text), PERSON, certain, reason, rank=rank)
        place = last + 1


def _whole_name(part: Sequence[Word]) -> bool:
    """Say whether a capital surname stands right after a forename: "Barbara Lis" is no fox."""
    return (
        len(part) > 1
        and part[0].certain
        and FORENAME in part[0].kinds
        and all(word.capital for word in part)
    )


def _adjacent(first: Word, second: Word, text: str) -> bool:
    between = text[first.end : second.start]
    return between in ("", " ", "-", ". ", "\u00a0")


def _with_dot(word: Word, text: str) -> int:
    initial = len(word.text) == 1 and text[word.end : word.end + 1] == "."
    return word.end + int(initial)
