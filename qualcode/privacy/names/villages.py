"""Villages and streets in small letters, as speech recognition writes them: "z kobylnicy".

The dictionary has the names of nearly all villages; what a word also means decides how much has
to speak for a place. A word that is nothing else needs no cue, a rare one needs a preposition, and
an everyday one a sign of where somebody comes from: "kobieta z budy".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from qualcode.privacy.mentions import PLACE, STREET, Mention
from qualcode.privacy.names.inflection import (
    COMMON,
    FORENAME,
    PLACE_NAME,
    SURNAME,
    NameReading,
    readings,
)
from qualcode.privacy.names.localities import is_kept
from qualcode.privacy.names.lookups import foreign_lemma
from qualcode.privacy.names.offices import is_seat, may_be_held_in
from qualcode.privacy.names.rarity import is_rare, is_strange, ordinary
from qualcode.privacy.names.streets import street, tells_origin
from qualcode.privacy.names.toponyms import ABROAD, VILLAGES

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CASES = {
    "w": "loc", "we": "loc", "do": "gen", "z": "gen", "ze": "gen", "od": "gen", "koło": "gen",
    "obok": "gen", "spod": "gen", "znad": "gen", "pod": "inst acc", "nad": "inst acc", "za": "inst acc",
    "na": "loc acc", "przez": "acc", "przy": "loc", "między": "inst", "pomiędzy": "inst", "po": "loc",
    "około": "gen", "poza": "inst", "aż": "gen", "ku": "dat",
}  # fmt: skip
"""Prepositions of place and the cases they ask for."""
_SURE_PREPOSITIONS = frozenset("w we do z ze koło spod pod przez między pomiędzy na obok".split())
_VILLAGE = re.compile(
    r"(?:wieś|wsi|wsią|wiosc?[ek]\w*|przysiółk\w+|przysiółek|koloni[iaę]|sołectw\w+|osad[aęyz]\w*|"
    r"miejscowoś\w+|leśniczówk\w+)$"
)
_LARGER = re.compile(r"(?:gmin|powia|wojewódz|miast|starostw|urzęd|urząd)\w*$")
_SECOND = re.compile(
    r"(?:doln|górn|mał|wielk|duż|now|star|kościeln|szlacheck|królewsk|leśn|poln|średni|"
    r"(?:\w{3,}(?:sk|ck)))(?:a|ej|iej|ą|y|i|ego|iego|ym|im|e|ie|ych|ich)$"
)
_FIRST = re.compile(
    r"(?:now|star|wielk|mał|duż|biał|czarn|such|krzyw|łys|dług|kamienn)(?:ej|ą|ym|im|ego|iego|ych|ich)$"
)
_SIZE = re.compile(r"(?:mał|duż)")
"""Said of any village: "w małej wsi" is none by name."""
_AFTER_FIRST = frozenset("wsi wieś wsią woli wolę górze górę łące łąki".split())
_UNKNOWN = re.compile(
    r"(?:ów[ek]?k?|ówk[aiąęu]|ówce|ow[aie]e?|owem|owic(?:e|ach)?|ewic(?:e|ach)?|[nlrtcdk]ic(?:e|ach|ami|om)?|"
    r"(?:cz|sz|ż|rz|ni|l|dz)an(?:ach|ami|om|y)?|"
    r"szczyzn[aeyięą]+|[iy]n(?:a|ie|em|y|ą)|sk(?:a|u|iem)|ewk[ai]|ewku|ńc[aeu]|ńcach|nek|nka|nkach|wic)$"
)
_WOMEN = frozenset("pani panią panie pań paniom paniami".split())
_WIFE_END = re.compile(r"ow(?:a|ej|ą)$")
_HAMLET = re.compile(r"(?:przysiół|osad|leśniczówk|sołectw)")
_VERBAL = ("inf", "impt", "fin", "praet", "verb")
"""Classes of words that stand after no preposition."""
ONLY, KNOWN, RARE, LISTED, UNKNOWN, NONE = "only", "known", "rare", "listed", "unknown", ""
_PLAIN_ADJECTIVES = frozenset(
    "cała całą całe cały ta tą to ten nasza nasze nasz moja moje mój".split()
)
_ADJECTIVAL = re.compile(r"(?:ej|ym|im|ego|iego|ych|ich|ą)$")
_INSIDE = frozenset("w we koło spod pod za obok".split())


def villages(doc: Doc, kept: frozenset[str], *, careless: bool) -> Iterator[Mention]:
    """Yield villages and streets written in small letters, all of them doubtful.

    Parameters
    ----------
    doc : spaCy Doc
    kept : frozenset of str
        From :func:`qualcode.privacy.names.localities.kept_places`: names that stay.
    careless : bool
        Whether names in the text stand in small letters. Where they do not, only words that are
        nothing but places are taken.
    """
    words = [token.text for token in doc]
    find = _found if careless else _sure
    place = 0
    while place < len(words):
        first, last, reason = find(words, place)
        street = reason == STREET
        if reason and (street or not is_kept(words[first : last + 1], kept)):
            end = doc[last].idx + len(words[last])
            yield Mention(doc[first].idx, end, PLACE, False, reason, rank=_rank(words, first, last))
        place = last + 1


def _rank(words: Sequence[str], first: int, last: int) -> int:
    """Return a rank above a name of a person where only a place can stand: "w zagórzu"."""
    before = words[first - 1].lower() if first else ""
    return 6 if before in ("w", "we") or first < last else 3


def _sure(words: Sequence[str], place: int) -> tuple[int, int, str]:
    """Return the same for a text that has its capitals: a street with one, a slip in a village."""
    low = words[place].lower()
    before = words[place - 1].lower() if place else ""
    if before in ("na", "przy") and words[place] != low:
        return place, place, street(words, place, before)
    if words[place] != low or _sort(low) not in (ONLY, KNOWN):
        return place, place, ""
    if before in _SURE_PREPOSITIONS and _fits(low, before):
        return place, place, "nazwa po przyimku"
    if is_seat(before) and may_be_held_in(before, low):
        return place, place, "po nazwie urzędu"
    led = _VILLAGE.match(before) or before.startswith("sołtys")
    return place, place, "po słowie „wieś”" if led and _sort(low) == ONLY else ""


def _found(words: Sequence[str], place: int) -> tuple[int, int, str]:
    """Return where a place begins and ends, and why it is one."""
    low = words[place]
    before = words[place - 1].lower() if place else ""
    if len(low) < 3 or not low.islower():
        return _sure(words, place)
    adjective = street(words, place, before)
    if adjective:
        return place, place, adjective
    if _describes(words, place, before) or _is_two_words(words, place, before):
        return place, place + 1, "nazwa po przyimku"
    if _FIRST.match(low) and before in _CASES and place + 1 < len(words):
        after = words[place + 1]
        named = after.lower() in _AFTER_FIRST and not (
            _SIZE.match(words[place]) and _VILLAGE.match(after)
        )
        if named or (_sort(after) in (ONLY, KNOWN, RARE, LISTED) and _fits(after, before)):
            return place, place + 1, "nazwa po przyimku"
    reason = _reason(words, place, before)
    if not reason and is_seat(before) and may_be_held_in(before, low):
        reason = "po nazwie urzędu"
    if not reason:
        return place, place, ""
    return place, _end(words, place), reason


def _describes(words: Sequence[str], place: int, before: str) -> bool:
    """Say whether a strange adjective stands before a village's noun: "w starkowej hucie"."""
    low = words[place]
    if before not in _SURE_PREPOSITIONS or place + 1 >= len(words) or not _ADJECTIVAL.search(low):
        return False
    after = words[place + 1]
    found = readings(low)
    strange = is_strange(low) or (
        is_rare(low) and all(r.tag_class == "adj" for r in found if r.kind == COMMON)
    )
    return strange and _sort(after) in (KNOWN, RARE, LISTED) and _fits(after, before)


def _is_two_words(words: Sequence[str], place: int, before: str) -> bool:
    """Say whether an adjective and its noun are the name of a hamlet: "przysiółek sarnia góra"."""
    if not _HAMLET.match(before) or place + 1 >= len(words) or words[place] in _PLAIN_ADJECTIVES:
        return False
    adjectives = [r for r in readings(words[place]) if r.tag_class == "adj"]
    nouns = [r for r in readings(words[place + 1]) if r.kind == PLACE_NAME]
    return any(
        cell in noun.cells and noun.gender in adjective.gender.split(".")
        for adjective in adjectives
        for noun in nouns
        for cell in adjective.cells
    )


def _end(words: Sequence[str], place: int) -> int:
    """Return the last word of a name: "wierzbicy dolnej"."""
    after = words[place + 1] if place + 1 < len(words) else ""
    if after and words[place].lower() in ("woli", "wolę"):
        return place + 1
    return place + 1 if after and _SECOND.match(after) and _one_case(words[place], after) else place


def _reason(words: Sequence[str], place: int, before: str) -> str:
    low = words[place]
    if low in ("woli", "wolę") and place + 1 < len(words) and before in _CASES:
        after = words[place + 1]
        named = re.search(r"(?:sk|ck)(?:iej|ą|a)$", after) and after not in ordinary()
        return "nazwa po przyimku" if named else ""
    sort = _sort(low)
    if sort == NONE and _strange_after(low, before):
        return "nazwa po przyimku"
    if sort == NONE or _LARGER.match(before) or (before in _WOMEN and _WIFE_END.search(low)):
        return ""
    if _VILLAGE.match(before) and sort != UNKNOWN and not _has_verb(low):
        return "po słowie „wieś”"
    if sort == ONLY:
        return "nazwa miejsca"
    if before not in _CASES or not _fits(low, before):
        return _joined(words, place, sort)
    if sort == UNKNOWN:
        return "nazwa po przyimku" if before in _SURE_PREPOSITIONS else ""
    if _belongs_to_next(words, place):
        return ""
    if sort in (KNOWN, RARE) and before in _SURE_PREPOSITIONS:
        return "nazwa po przyimku"
    if sort == LISTED and _end(words, place) > place:
        return "nazwa po przyimku"  # do kamienicy szlacheckiej
    if sort == LISTED and before in ("z", "ze", "od") and _is_distance(words, place):
        return "skąd ktoś jest"
    if sort == LISTED and before not in ("na", "przy") and tells_origin(words, place - 1):
        return "skąd ktoś jest"
    return ""


def _strange_after(low: str, before: str) -> bool:
    """Say whether only a place fits: a word no dictionary has, or "z ostrzyc", no verb there."""
    if before in _INSIDE and is_strange(low):
        return True
    if before not in ("z", "ze", "do", "w", "we") or len(low) <= 3:
        return False
    found = readings(low)
    wanted = _CASES[before].split() + (["inst"] if before in ("z", "ze") else ["acc"])
    plain = any(
        r.kind == COMMON and (not r.cells or any(case in wanted for _, case in r.cells))
        for r in found
        if r.tag_class not in ("inf", "fin", "praet", "impt", "verb")
    )
    place = any(
        r.kind == PLACE_NAME and any(case in _CASES[before].split() for _, case in r.cells)
        for r in found
    )
    return place and not plain and is_rare(low)


def _is_distance(words: Sequence[str], place: int) -> bool:
    """Say whether it is told how far it is: "ze skrzynek do przychodni jest jedenaście kilometrów"."""
    return any(word.startswith("kilometr") for word in words[place + 1 : place + 8])


def _joined(words: Sequence[str], place: int, sort: str) -> str:
    """Return why a word after "a", "i" is a place: "między grabiną a łazami", "w rudzie i w lipie"."""
    if sort not in (KNOWN, RARE, LISTED) or place < 3 or words[place - 1] not in ("a", "i", "oraz"):
        return ""
    between = words[place - 3] in ("między", "pomiędzy")
    return "nazwa po przyimku" if between and _sort(words[place - 2]) != NONE else ""


@lru_cache(maxsize=50_000)
def _sort(low: str) -> str:
    """Return how surely a word in small letters names a village."""
    found = readings(low)
    if not found:
        unknown = len(low) > 5 and _UNKNOWN.search(low) and not foreign_lemma(low)
        return UNKNOWN if unknown else NONE
    places = {r.lemma.partition(":")[0].lower() for r in found if r.kind == PLACE_NAME}
    if not places or places & ABROAD or low in ABROAD:
        return NONE
    plain = {r.lemma.partition(":")[0].lower() for r in found if r.kind == COMMON}
    if not plain:
        people = any(r.kind in (FORENAME, SURNAME) for r in found)
        return RARE if people and not foreign_lemma(low) else NONE if people else ONLY
    if places & VILLAGES:
        return KNOWN if is_rare(low) or not plain & ordinary() else LISTED
    if not is_rare(low) or any(
        r.tag_class not in ("subst", "depr", *_VERBAL) for r in found if r.kind == COMMON
    ):
        return NONE
    return RARE if len(low) > 3 and not _of_people(found) else NONE


def _of_people(found: Sequence[NameReading]) -> bool:
    """Say whether a form calls people; the people of a village are told by its name: zagórzan."""
    return any(
        r.kind == COMMON and r.gender == "m1" and not r.lemma.endswith("anin") for r in found
    )


@lru_cache(maxsize=20_000)
def _fits(low: str, before: str) -> bool:
    """Say whether a place name may stand in a case the preposition asks for."""
    found = readings(low)
    wanted = _CASES[before].split()
    return not found or any(
        r.kind == PLACE_NAME and any(case in wanted for _, case in r.cells) for r in found
    )


@lru_cache(maxsize=20_000)
def _one_case(low: str, after: str) -> bool:
    """Say whether an adjective agrees with a place in number, case and gender."""
    mine = {(cell, r.gender) for r in readings(low) if r.kind == PLACE_NAME for cell in r.cells}
    return any(
        (cell, gender) in mine
        for r in readings(after)
        if r.tag_class == "adj"
        for cell in r.cells
        for gender in r.gender.split(".")
    )


def _has_verb(low: str) -> bool:
    return any(
        r.kind == COMMON and r.tag_class not in ("subst", "depr", "adj") for r in readings(low)
    )


def _belongs_to_next(words: Sequence[str], place: int) -> bool:
    """Say whether a surname follows, so that the word is a forename: "z józefem nowakiem"."""
    after = words[place + 1] if place + 1 < len(words) else ""
    kinds = {r.kind for r in readings(words[place])}
    return FORENAME in kinds and any(r.kind == SURNAME for r in readings(after))
