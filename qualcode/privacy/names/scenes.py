"""A word among its neighbours, as the rules for names look at it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from qualcode.privacy.names.clues import PREPOSITIONS, agree, fits_title, husbands, word_before
from qualcode.privacy.names.inflection import COMMON, FORENAME, SURNAME, readings
from qualcode.privacy.names.lookups import SURE, Word

_SHORT_TEXT = 15
_POLISH = frozenset("ąćęłńóśźż")
_SAID_OF_PEOPLE = frozenset("stary młody ten tamten nasz wasz mój twój taki sam biedny".split())
PLACE_PREPOSITIONS = frozenset("w we pod koło nad spod".split())
GOVERNING = PREPOSITIONS - frozenset("a i ale że bo jak".split())
"""Words after which no subject stands."""
Verdict = tuple[str, bool] | None
"""What a word was found as and whether that is certain."""
NO_NAME = ("", True)


class Scene:
    """A word among its neighbours.

    Parameters
    ----------
    words : sequence of Word
    place : int
    cue : str
        What announces a name before it, see :func:`qualcode.privacy.names.clues.cue_of`.
    known : frozenset of str
        Lemmas of names known in the study; of everyday words after :data:`SURE`.
    """

    def __init__(self, words: Sequence[Word], place: int, cue: str, known: frozenset[str]) -> None:
        self.words, self.place, self.cue, self.known = words, place, cue, known
        self.word = words[place]
        self.low = self.word.text.lower()
        self.names = self.word.kinds & {FORENAME, SURNAME}
        self.plain = COMMON in self.word.kinds
        self.free = not self.word.everyday
        self.voted = self.word.vote == "persName"
        before = word_before(words, place)
        # "u Sroki" is at somebody's
        at = before is not None and before.text.lower() == "u" and SURNAME in self.names
        self.elsewhere = not at and self.word.vote in ("placeName", "geogName", "orgName")

    @cached_property
    def beside(self) -> list[Word]:
        """The words right before and after."""
        return [self.words[i] for i in (self.place - 1, self.place + 1) if 0 <= i < len(self.words)]

    @cached_property
    def placed(self) -> bool:
        """Whether a preposition of place stands before."""
        before = word_before(self.words, self.place)
        return before is not None and before.text.lower() in PLACE_PREPOSITIONS

    @cached_property
    def governed(self) -> bool:
        """Whether any preposition stands before."""
        before = word_before(self.words, self.place)
        return before is not None and before.text.lower() in GOVERNING

    @cached_property
    def titled(self) -> bool:
        """Whether a title or "nazywam się" stands before, in the same case."""
        cased = self.cue == "title"
        return self.cue in ("title", "naming") and fits_title(
            self.word, self.words, self.place, cased=cased
        )

    @cached_property
    def courteous(self) -> bool:
        """Whether "Pana", "Pani" stands before with the capital of courtesy: "Pani obawy"."""
        before = word_before(self.words, self.place)
        if before is None or before.opens:
            return False
        return before.text in ("Pan", "Pana", "Panu", "Pani")

    @cached_property
    def wife_of_known(self) -> bool:
        """Whether an adjective tells the wife of somebody known: "z sołtysem mrozem i mrozową"."""
        known = any({man, f"{SURE}{man}"} & self.known for man in husbands(self.low))
        return known and not any(
            agree(self.word, other) for other in self.beside if not other.found
        )

    @cached_property
    def spelt(self) -> bool:
        """Whether a text has Polish letters: without them half its words are in no dictionary."""
        short = len(self.words) < _SHORT_TEXT
        return short or any(_POLISH & set(word.text) for word in self.words)

    @cached_property
    def described(self) -> bool:
        """Whether an adjective that agrees with the word stands beside."""
        return any(agree(other, self.word) for other in self.beside if _is_described(other))


def _is_described(other: Word) -> bool:
    """Say whether a word beside is an adjective that tells more than "stary", "ten"."""
    classes = {r.tag_class for r in readings(other.text) if r.kind == COMMON}
    adjective = classes & {"adj", "ppas", "pact"} and not classes & {"fin", "praet", "verb", "prep"}
    return bool(adjective) and other.lemma not in _SAID_OF_PEOPLE and not other.found
