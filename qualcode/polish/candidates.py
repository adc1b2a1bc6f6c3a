"""All analyses a token may have in its place: what the tagger chooses from.

Three things of the place matter and are asked before Morfeusz is: whether the token opens the
sentence (its capital then says nothing), whether a full stop follows at once (it may be an
abbreviation), and whether a hyphen does (it may be the first part of a compound).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from qualcode.polish.moulds import Candidate, Cast, expanded, spelled
from qualcode.polish.readings import Reading, dictionary
from qualcode.polish.spelling import restored

CASES = frozenset("nom gen dat acc inst loc voc".split())
GENDERS = frozenset("m1 m2 m3 f n m".split())
_PERSONS = frozenset("pri sec ter".split())
_UPPER = "A-ZĄĆĘŁŃÓŚŹŻ"
_LOWER = "a-ząćęłńóśźż"
_ACRONYM = re.compile(rf"^[{_UPPER}]{{2,7}}$")
_ACRONYM_HYPHEN = re.compile(rf"^([{_UPPER}][{_UPPER}{_LOWER}]*[{_UPPER}])[-–'’][{_LOWER}]{{1,4}}$")
_ACRONYM_ENDING = re.compile(
    rf"^([{_UPPER}]{{2,7}})(u|em|ie|ach|ami|om|ów|y|owi|cie|ze|ą|ę|a|owcy|owców)$"
)
_NUMBER = re.compile(r"^[+-]?\d+([.,:/]\d+)*%?$")
_PUNCTUATION = re.compile(r"^[^\w]+$")
_OF_NUMBERS = (("NUM", "num"), ("ADJ", "adj"), ("X", "dig"))
_UNITS = {"%": "procent", "‰": "promil", "§": "paragraf", "°C": "stopień_Celsjusza"}
_CODE = re.compile(r"^(?=.*[\d./+@])(?=.*[^\W\d_])[\w./+@:-]+$")
_FOREIGN_ENDING = re.compile(
    rf"^([{_UPPER}][^\W\d_'’-]+)['’](a|u|em|owi|ego|emu|ów|om|ami|ach|y|s|go|m|ie|iego)$"
)
_ENCLITIC = re.compile(r"^(\w+[łl][aoiy]?|\w{2,})że(?:m|ś|śmy|ście)$")
_SYMBOLS = frozenset("+=%§©®°$€£<>~^|#*@&")
_ROMAN = re.compile(r"^[IVXLCDM]+$")
_NAME_CLASSES = ("subst", "adj:")


class Place(NamedTuple):
    """A token with what matters of its place.

    Parameters
    ----------
    form : str
    opens : bool
        The first word of its sentence.
    stop : str
        ``"inside"`` when a full stop follows at once and the sentence goes on, ``"last"`` when
        that stop ends it, else empty.
    hyphen : bool
        A hyphen follows at once.
    """

    form: str
    opens: bool = False
    stop: str = ""
    hyphen: bool = False


def places(forms: Sequence[str], spaces: Sequence[bool]) -> list[Place]:
    """Describe the tokens of one sentence.

    Parameters
    ----------
    forms : sequence of str
    spaces : sequence of bool
        Whether a space follows each token.
    """
    return [Place(key) if isinstance(key, str) else key for key in keys(forms, spaces)]


def keys(forms: Sequence[str], spaces: Sequence[bool]) -> list[Place | str]:
    """Describe the tokens of one sentence; one whose place says nothing is its bare form."""
    found: list[Place | str] = list(forms)
    for index, mark in enumerate(forms):
        if mark in (".", "-") and index and not spaces[index - 1]:
            form, stop = forms[index - 1], ""
            if mark == ".":
                stop = "inside" if _goes_on(forms, index + 1) else "last"
            found[index - 1] = Place(form, False, stop, mark == "-")
    for index, form in enumerate(forms):
        place = found[index]
        found[index] = Place(form, True) if isinstance(place, str) else place._replace(opens=True)
        if form[:1].isalnum():
            break
    return found


def _goes_on(forms: Sequence[str], start: int) -> bool:
    return start < len(forms) and any(form[:1].isalnum() for form in forms[start : start + 3])


class Candidates:
    """Candidates of places.

    Parameters
    ----------
    guess : callable, optional
        ``guess(form, opens) -> list of Reading`` for words the dictionary lacks.
    lexicon : callable, optional
        ``lexicon(form) -> list of Reading``; what it returns replaces the dictionary.
    """

    def __init__(
        self,
        guess: Callable[[str, bool], list[Reading]] | None = None,
        lexicon: Callable[[str], list[Reading]] | None = None,
    ) -> None:
        self.guess = guess
        self.lexicon = lexicon
        self.dictionary = dictionary()

    def __call__(self, place: Place) -> tuple[Candidate, ...]:
        """Return the candidates of one place, never none."""
        return self.cast(place).candidates()

    def cast(self, place: Place) -> Cast:
        """Return the same candidates with their lemmas apart."""
        form = place.form
        if not form.isalpha():
            written = _mark(form) or self._number_or_code(place)
            if written:
                return spelled(written)
        special = self.lexicon(form) if self.lexicon else []
        return expanded(special or self._readings(place))

    def _number_or_code(self, place: Place) -> list[Candidate]:
        form = place.form
        if _NUMBER.match(form):
            return [Candidate(form, upos, tag) for upos, tag in _OF_NUMBERS]
        written = _written(form)
        if written and place.stop and self.dictionary.abbreviations(form):
            return []
        return written

    def _readings(self, place: Place) -> list[Reading]:
        form, opens = place.form, place.opens
        known = self.dictionary.readings(form)
        readings = list(known)
        if place.stop:
            short = [r for r in self.dictionary.abbreviations(form) if _plausible(r, form)]
            if short and (place.stop == "inside" or "." in form):
                return short
            readings += short
        if place.hyphen:
            readings += self.dictionary.first_parts(form)
        if _ROMAN.match(form):
            readings += [Reading(form, "adj"), Reading(form, "dig")]
        inflected = _ACRONYM_HYPHEN.match(form) or (None if known else _ACRONYM_ENDING.match(form))
        if inflected:
            return [Reading(inflected.group(1), "subst", ("akronim",))]
        if _ACRONYM.match(form) and not any(r.lemma == form for r in readings):
            readings.append(Reading(form, "subst", ("akronim",)))
        if len(form) == 1 and form.isupper():
            readings.append(Reading(form, "brev:pun"))
        if not readings:
            return self._unknown(form, opens)
        if form[:1].isupper() and not form.isupper() and not (opens and known):
            readings += _as_names(readings)
        return readings

    def _unknown(self, form: str, opens: bool) -> list[Reading]:
        if opens or not form[:1].isupper():
            for spellings in restored(form):
                mended = [r for spelling in spellings for r in self.dictionary.readings(spelling)]
                plain = [r for r in mended if not r.archaic and r.lemma[:1].islower()]
                if mended:
                    return plain or mended
            split = _ENCLITIC.match(form)
            if split:
                return list(self.dictionary.readings(split.group(1))) or [Reading(form, "ign")]
        guessed = self.guess(form, opens) if self.guess else []
        return guessed or [Reading(form, "ign"), Reading(form, "subst")]


def _plausible(reading: Reading, form: str) -> bool:
    """Tell whether an abbreviation means this: ``art.`` is no ``Art``, ``J.`` no gospel."""
    capital = reading.lemma[:1].isupper()
    return not capital or (form[:1].isupper() and "_" not in reading.lemma)


def _mark(form: str) -> list[Candidate]:
    if form in _UNITS:
        return [Candidate(_UNITS[form], "NOUN", "brev:npun")]
    if not _PUNCTUATION.match(form):
        return []
    symbol = not _SYMBOLS.isdisjoint(form)
    return [Candidate(form, "PUNCT", "interp"), *([Candidate(form, "SYM", "sym")] * symbol)]


def _written(form: str) -> list[Candidate]:
    """Return what spelling alone says of a form: Strobe'a, KC-135, adres@gmina.pl."""
    foreign = _FOREIGN_ENDING.match(form)
    if foreign:
        return [Candidate(foreign.group(1), "PROPN", "subst")]
    if _CODE.match(form) and any(mark in form for mark in "./@"):
        return [Candidate(form, "X", "ign"), Candidate(form, "NOUN", "subst")]
    return []


def _as_names(readings: list[Reading]) -> list[Reading]:
    """Offer common nouns and adjectives with a capital: words of a name (Stany Zjednoczone)."""
    return [
        r._replace(lemma=r.lemma[:1].upper() + r.lemma[1:])
        for r in readings
        if r.tag.startswith(_NAME_CLASSES) and r.lemma[:1].islower()
    ]
