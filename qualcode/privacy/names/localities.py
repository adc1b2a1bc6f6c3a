"""Places below the gmina, and institutions: what else tells where somebody is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from qualcode.privacy.mentions import INSTITUTION, PLACE, Mention
from qualcode.privacy.names.days import DAYS, is_day
from qualcode.privacy.names.inflection import COMMON, PLACE_NAME, SURNAME, NameReading, readings
from qualcode.privacy.names.offices import is_seat, may_be_held_in
from qualcode.privacy.names.rarity import ordinary
from qualcode.privacy.names.toponyms import ABROAD, VILLAGES
from qualcode.privacy.names.vocabulary import EVERYDAY, HOUSES, KNOWN_PLACES, NEVER
from qualcode.reading.geography.places import is_well_known

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_UPPER = "A-ZĄĆĘŁŃÓŚŹŻ"
_PREPOSITIONS = frozenset(
    "w we do z ze na koło pod nad przy od za obok wokół przez poza spod znad".split()
)
_CUE = re.compile(
    r"(?i)^(?:wsi|wieś|wsią|wioska|wiosce|wioski|przysiółek|przysiółku|kolonia|kolonii|sołectw\w*|"
    r"miejscowoś\w*|osad\w+|osiedl\w+|dzielnic\w+|miasteczk\w*|leśniczówk\w*)$"
)
_LARGER = re.compile(r"(?i)^(?:gmin\w*|powia\w*|wojewódz\w*|miast\w*|starostw\w*|urzęd\w*|urząd)$")
_SHORT_NAMES = frozenset(
    "DPS ŚDS WTZ SP ZSP ZS OSP KGW GOK LKS POZ NZOZ ZOZ ZOL DDP KS SM PSP LO DK UTW".split()
)
"""Of institutions called after the village they stand in; GOPS and UG are of the gmina."""
_DATED = frozenset([("sg", "gen"), ("sg", "loc"), ("sg", "acc")])
_SECOND = re.compile(r"(?:Doln|Górn|Mał|Wielk)(?:a|ej|iej|ą|y|i|ego|iego|ym|im|e|ie|ych|ich)$")
_NO_VILLAGES = frozenset(["wielkanoc", "polonia", "boh"])
_BARS = frozenset("|;\t")
_WORDS = re.compile(r"[^\W\d_]+")
_ORGANISATION = re.compile(
    rf"\b(?:[Ff]undacj\w+|[Ss]towarzyszeni\w+|[Pp]arafi\w+|[Pp]rzedszkol\w+|[Ss]zk[oó][łl]\w*(?: [Pp]odstawow\w+)?|"
    rf"[Pp]rzychodni\w*|[Ss]pó[łl]dzielni\w*|[Kk]lub\w*|[Śś]wietlic\w+|[Hh]ospicj\w+|[Ll]iceum|[Ss]zpital\w*)"
    rf"(?:\s+(?:im\.|imienia|św\.|pod wezwaniem|pw\.))?(?:\s+(?:„[^”]{{2,60}}”|nr\s?\d+|numer \w+|(?:[{_UPPER}][\w.-]+)(?:\s[{_UPPER}][\w.-]+){{0,3}}))+"
)
_QUOTED = re.compile(rf"\b(?:[{_UPPER}]{{2,6}}|[Dd]om\w*|[Kk]lub\w*)\s+„[^”]{{2,40}}”")


def kept_places(metas: Iterable[str]) -> frozenset[str]:
    """Return the words, in small letters, that name the gmina, powiat and region of a study."""
    words = {word.lower() for meta in metas for word in _WORDS.findall(meta) if len(word) > 2}
    lemmas = {lemma for word in words for lemma in place_lemmas(word)}
    return frozenset(words | lemmas)


def localities(doc: Doc, kept: frozenset[str]) -> Iterator[Mention]:
    """Yield the places of a text that are smaller than a gmina.

    Parameters
    ----------
    doc : spaCy Doc
    kept : frozenset of str
        From :func:`kept_places`: names that stay.
    """
    place = 0
    while place < len(doc):
        token = doc[place]
        if not token.text[:1].isupper() or len(token.text) < 3 or is_seat(token.text.lower()):
            place += 1
            continue
        last = _last(doc, place)
        words = [doc[i].text for i in range(place, last + 1)]
        reason, certain = _reason(doc, place, last)
        never = {token.lemma_.lower(), *place_lemmas(token.text)} & NEVER
        if reason and not never and not is_kept(words, kept):
            end = doc[last].idx + len(doc[last].text)
            yield Mention(token.idx, end, PLACE, certain, "" if certain else reason, rank=3)
        place = last + 1


def institutions(doc: Doc) -> Iterator[Mention]:
    """Yield names of institutions: what the classifier says, and kinds with a name or number."""
    for entity in doc.ents:
        if entity.label_ == "orgName" and not entity.text.isupper():
            yield Mention(
                entity.start_char, entity.end_char, INSTITUTION, False, "nazwa instytucji", rank=2
            )
    for pattern in (_ORGANISATION, _QUOTED):
        for match in pattern.finditer(doc.text):
            yield Mention(*match.span(), INSTITUTION, True, "", rank=6)


def _last(doc: Doc, place: int) -> int:
    last = place
    while last + 1 < len(doc):
        after = doc[last + 1]
        named = after.text[:1].isupper() and len(after.text) > 2 and not after.text.isupper()
        if named and doc[last].whitespace_ and _goes_with(after):
            last += 1
        elif after.text == "-" and last + 2 < len(doc) and doc[last + 2].text[:1].isupper():
            last += 2
        else:
            break
    return last


def _goes_with(after: Token) -> bool:
    """Say whether a word with a capital may end a place's name: no person's, but "Skrzynna Dolnego"."""
    return after.ent_type_ not in ("persName", "orgName") or bool(_SECOND.match(after.text))


def _reason(doc: Doc, place: int, last: int) -> tuple[str, bool]:
    """Return why a name is a place, and whether that is sure."""
    token = doc[place]
    before = doc[place - 1].text.lower() if place else ""
    if token.text.isupper() or _LARGER.match(before):
        return "", True
    found = readings(token.text)
    geographic = any(reading.kind == PLACE_NAME for reading in found)
    plain = any(reading.kind == COMMON for reading in found) or token.text.lower() in EVERYDAY
    voted = token.ent_type_ in ("placeName", "geogName")
    opens = _opens(doc, place)
    if _CUE.match(before):
        return "po słowie „wieś”", True
    if is_seat(before) and may_be_held_in(before, token.text.lower()):
        return "po nazwie urzędu", True
    if _is_of_institution(doc, place) and (geographic or not found):
        return "po nazwie instytucji", not plain
    if _is_no_place(found, before) or is_day(token.text, before) or _is_house(doc, place, last):
        return "", True
    if voted and (geographic or not found or (not opens and not _calls_people(found))):
        return "nazwa miejsca", geographic or not found
    if before in _PREPOSITIONS and not opens and (geographic or not found):
        return "nazwa po przyimku", not plain
    if _is_nothing_else(found) or (_fills_cell(doc, place, last) and _is_village(found)):
        return "nazwa miejsca", False
    return ("", True)


def _is_no_place(found: Sequence[NameReading], before: str) -> bool:
    """Say whether a form is far away, a feast, a date or somebody visited: "od Lipca", "u Sroki"."""
    places = {r.lemma.partition(":")[0].lower() for r in found if r.kind == PLACE_NAME}
    if places & (ABROAD | _NO_VILLAGES):
        return True
    if any(r.lemma.partition(":")[0] in DAYS and r.cells & _DATED for r in found):
        return True
    return before == "u" and any(r.kind == SURNAME and ("sg", "gen") in r.cells for r in found)


def _is_house(doc: Doc, place: int, last: int) -> bool:
    """Say whether words with capitals call a kind of institution: "Dom Kultury"; not "Dom Jodłówka"."""
    if last == place or not place_lemmas(doc[place].text) & HOUSES:
        return False
    rest = [doc[at].text for at in range(place + 1, last + 1)]
    return all(any(r.kind == COMMON for r in readings(word)) for word in rest)


def _calls_people(found: Sequence[NameReading]) -> bool:
    """Say whether a word calls people after where they come from: Kolumbijczyków."""
    called = any(r.kind == COMMON and r.gender == "m1" for r in found)
    return called and not any(r.kind == SURNAME for r in found)


def _is_nothing_else(found: Sequence[NameReading]) -> bool:
    """Say whether a word is only ever a place, and none far away: Przebieczany."""
    lemmas = {r.lemma.partition(":")[0].lower() for r in found}
    return {r.kind for r in found} == {PLACE_NAME} and not lemmas & (ABROAD | _NO_VILLAGES)


def _is_village(found: Sequence[NameReading]) -> bool:
    """Say whether a word in its first case is a village sooner than a word of workshops."""
    first = any(r.kind == PLACE_NAME and any(case == "nom" for _, case in r.cells) for r in found)
    lemmas = {r.lemma.partition(":")[0].lower() for r in found if r.kind == COMMON}
    places = {r.lemma.partition(":")[0].lower() for r in found if r.kind == PLACE_NAME}
    return first and (bool(places & VILLAGES) or not lemmas & ordinary())


def _fills_cell(doc: Doc, place: int, last: int) -> bool:
    """Say whether a name is all of a cell after another: "Cieślak Leonard | Przymiarki"."""
    after = doc[last + 1].text if last + 1 < len(doc) else "\n"
    before = doc[place - 1].text if place else ""
    return before in _BARS and (after in _BARS or "\n" in after)


def _is_of_institution(doc: Doc, place: int) -> bool:
    """Say whether the short name of an institution below the gmina stands before: "DPS Grabówki"."""
    return place > 0 and doc[place - 1].text in _SHORT_NAMES


def _opens(doc: Doc, place: int) -> bool:
    return place == 0 or bool(doc[place].is_sent_start) or doc[place - 1].text in '.!?:„"–-'


def is_kept(words: list[str], kept: frozenset[str]) -> bool:
    """Say whether a name is that of a gmina or larger."""
    phrase = " ".join(word[:1].upper() + word[1:] for word in words)
    if all(
        place_lemmas(word) & (KNOWN_PLACES | kept) or word.lower() in kept or _near(word, kept)
        for word in words
        if word.isalpha()
    ):
        return True
    return is_gmina(phrase)


def _near(word: str, kept: frozenset[str]) -> bool:
    """Say whether a word may be a form of a kept name the dictionary lacks: one beginning."""
    low = word.lower()
    return any(
        len(name) >= 4
        and low[: max(4, len(name) - 2)] == name[: max(4, len(name) - 2)]
        and abs(len(low) - len(name)) <= 4
        for name in kept
    )


@lru_cache(maxsize=5_000)
def is_gmina(phrase: str) -> bool:
    """Say whether a name with capitals, in any case, is that of a gmina."""
    return is_well_known(f"w {phrase}")  # a small gmina tells as much as a village


@lru_cache(maxsize=20_000)
def place_lemmas(word: str) -> frozenset[str]:
    """Return the lemmas of a word, in small letters, whatever it names."""
    return frozenset(reading.lemma.partition(":")[0].lower() for reading in readings(word))
