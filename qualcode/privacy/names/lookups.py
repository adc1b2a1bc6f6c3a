"""Words of a text with what the dictionary says of them as names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qualcode.privacy.names.inflection import COMMON, FORENAME, SURNAME, NameReading, readings
from qualcode.privacy.names.vocabulary import (
    ALSO_SURNAMES,
    COMMON_LEMMAS,
    EVERYDAY,
    FOREIGN_FEMALE,
    FOREIGN_MALE,
    KIN,
    NEVER,
    NICKNAMES_FEMALE,
    NICKNAMES_MALE,
    STILL_NAMES,
    SURNAMES_FIRST,
    TITLES,
)  # fmt: skip

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ILLNESSES = (
    "alzheimer",
    "downa",
    "downem",
    "parkinson",
    "asperger",
    "tourett",
    "korsakow",
    "youtube",
)
"""Names of illnesses: who masks them takes away what the sentence is about."""
_NO_TITLES = frozenset("mam mamy państwa państwu państwem prof".split())
"""Forms that are far oftener something else: "mam nadzieję", "u państwa"."""


_DAILY = EVERYDAY | COMMON_LEMMAS
_ADDRESSES = TITLES | KIN
SURE = "^"
"""Before a lemma: everyday words somebody of the study bears as a name, written with a capital."""
SPEAKER_SURE = "^^"
"""Before a lemma: everyday words that are the name of somebody who speaks in the study."""


@dataclass
class Word:
    """One token with what the dictionary says of it."""

    text: str
    start: int
    end: int
    opens: bool
    starts_line: bool = False
    lemma: str = ""
    vote: str = ""
    kinds: frozenset[str] = frozenset()
    everyday: bool = False
    surname_too: bool = False
    capital: bool = False
    title: str = ""
    cells: frozenset[tuple[str, str]] = frozenset()
    called: bool = False
    found: str = ""
    certain: bool = True
    notes: list[str] = field(default_factory=list)


@lru_cache(maxsize=1)
def _foreign() -> dict[str, str]:
    """Return every form of names the dictionary may lack, in small letters, with the lemma."""
    table: dict[str, str] = {}
    for name in (*FOREIGN_FEMALE, *NICKNAMES_FEMALE):
        stem = name[:-1].lower()
        endings = ("a", "y", "i", "ę", "ą", "o", "ie", "u") if name.endswith("a") else ("",)
        for ending in endings:
            table.setdefault((stem if name.endswith("a") else name.lower()) + ending, name)
        if name.endswith("a"):
            for end, soft in (
                ("r", "rze"),
                ("k", "ce"),
                ("g", "dze"),
                ("ł", "le"),
                ("t", "cie"),
                ("d", "dzie"),
                ("ch", "sze"),
            ):
                if stem.endswith(end):
                    table.setdefault(stem[: -len(end)] + soft, name)
    for name in (*FOREIGN_MALE, *NICKNAMES_MALE):
        low = name.lower()
        stem = (
            low[:-2] + "k" if low.endswith("ek") else low.rstrip("ao") if low[-1] in "ao" else low
        )
        for ending in ("", "a", "owi", "em", "iem", "u", "ie", "y", "ę", "ą", "o", "i"):
            if ending or low == stem:
                table.setdefault(stem + ending, name)
        table.setdefault(low, name)
    return {form: name for form, name in table.items() if len(form) > 2 or form in ("jaś", "staś")}


def foreign_lemma(word: str) -> str:
    """Return the listed name a word is a form of, or an empty string."""
    low = word.lower()
    return _foreign().get(low, "") if low not in COMMON_LEMMAS else ""


def lemmas_of(word: str) -> frozenset[str]:
    """Return the lemmas of a word as a forename or surname, in small letters."""
    found = {
        reading.lemma.partition(":")[0].lower()
        for reading in readings(word)
        if reading.kind in (FORENAME, SURNAME)
    }
    listed = foreign_lemma(word)
    return frozenset(found | ({listed.lower()} if listed else set()))


def words_of(doc: Doc) -> list[Word]:
    """Return the words of a text, looked up."""
    votes = {token.i: ent.label_ for ent in doc.ents for token in ent}
    words: list[Word] = []
    opens, line = True, True
    for token in doc:
        if token.is_space:
            line = line or "\n" in token.text
            continue
        # "@Aneta" calls somebody in a chat
        text = token.text.removeprefix("@") or token.text
        at = token.idx + len(token) - len(text)
        word = Word(text, at, at + len(text), opens or bool(token.is_sent_start))
        word.starts_line, line = line, False
        word.called = len(text) < len(token)
        word.lemma = (token.lemma_ or text).lower().removeprefix("@") or text
        if text[:1].isalpha():
            _look_up(word, votes.get(token.i, ""))
            opens = False
        else:
            opens = text in (".", "!", "?", ":", "…", "„", '"', "–", "—", "-", "»", "(", "...") or (
                opens and not text[:1].isalnum()
            )
            if text == "." and words and (len(words[-1].text) <= 3):
                opens = False  # an abbreviation: ul. Leśna, dr. Nowak
        words.append(word)
    return words


def _is_dative(low: str, found: Sequence[NameReading]) -> bool:
    """Say whether a form is an adjective by its look alone: "nowakowi", as if of "nowakowy"."""
    if not low.endswith("owi"):
        return False
    plain = [r for r in found if r.kind == COMMON]
    bare = low.removesuffix("owi")
    bases = {r.lemma.partition(":")[0].lower() for r in readings(bare) if r.kind == COMMON}
    return bases <= SURNAMES_FIRST and all(r.tag_class == "adj" for r in plain)


class _Looks(NamedTuple):
    """What the dictionary says of a word, whatever stands around it."""

    kinds: frozenset[str]
    everyday: bool
    never: bool = False
    surname_too: bool = False
    title: str = ""
    cells: frozenset[tuple[str, str]] = frozenset()


def _look_up(word: Word, vote: str) -> None:
    word.capital = word.text[:1].isupper()
    looks = _looks(word.text, word.lemma)
    word.kinds, word.everyday, word.surname_too = looks.kinds, looks.everyday, looks.surname_too
    word.title, word.cells = looks.title, looks.cells
    word.vote = "" if looks.never else vote


@lru_cache(maxsize=50_000)
def _looks(text: str, lemma: str) -> _Looks:
    """Look a word up; ``lemma`` is what the pipeline calls it in its sentence."""
    low = text.lower()
    plain = text.replace("'", "").replace("’", "")
    found = readings(plain) if plain.isalpha() else ()
    kinds = frozenset(reading.kind for reading in found)
    if foreign_lemma(low):
        kinds |= {FORENAME}
    lemmas = {
        reading.lemma.partition(":")[0].lower() for reading in found if reading.kind == COMMON
    }
    # a Pole is written with a capital; in small letters the cues decide
    plainly = NEVER if text[:1].isupper() else NEVER - ALSO_SURNAMES
    never = (lemmas | {low, lemma}) & plainly and low not in STILL_NAMES
    if never or low.startswith(_ILLNESSES):
        return _Looks(frozenset([COMMON]), True, True)
    surnames = {r.lemma.partition(":")[0].lower() for r in found if r.kind == SURNAME}
    if surnames and ((lemmas and lemmas <= SURNAMES_FIRST) or _is_dative(low, found)):
        kinds -= {COMMON}
    # "lat" is a form of the surname Lata, but not of Lato; Biała is of Biały
    surnames |= {f"{name[:-1]}{end}" for name in surnames if name.endswith("a") for end in "yi"}
    surname_too = bool(lemmas & surnames & ALSO_SURNAMES)
    everyday = low not in STILL_NAMES and (bool(lemmas & _DAILY) or low in EVERYDAY)
    named = (reading.cells for reading in found if reading.kind in (FORENAME, SURNAME))
    cells = frozenset(cell for cells in named for cell in cells)
    return _Looks(kinds, everyday, False, surname_too, _title(low, lemma, lemmas), cells)


def _title(low: str, lemma: str, lemmas: set[str]) -> str:
    """Return the title or kind of person a word is, in the first case."""
    if low in _NO_TITLES:
        return ""
    titles = {lemma, low, *lemmas} & _ADDRESSES
    if titles or low in ("pana", "panu", "panem", "panią", "panie", "pań"):
        return "pan" if low in ("pana", "panu", "panem") else min(titles, default="pani")
    return ""
