"""A word among its neighbours, as the rules for names look at it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from qualcode.privacy.clues import fits_title, word_before
from qualcode.privacy.inflection import COMMON, FORENAME, SURNAME
from qualcode.privacy.lookups import Word

PLACE_PREPOSITIONS = frozenset("w we pod koło nad spod".split())
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
        What announces a name before it, see :func:`qualcode.privacy.clues.cue_of`.
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
        self.elsewhere = self.word.vote in ("placeName", "geogName", "orgName")

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
    def titled(self) -> bool:
        """Whether a title or "nazywam się" stands before, in the same case."""
        cased = self.cue == "title"
        return self.cue in ("title", "naming") and fits_title(
            self.word, self.words, self.place, cased=cased
        )
