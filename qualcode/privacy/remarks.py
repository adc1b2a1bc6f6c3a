"""Notes of a study with the names they quote replaced; the words of the program stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qualcode.errors import Problem
from qualcode.privacy.filenames import is_file
from qualcode.privacy.mentions import PERSON, Mention
from qualcode.privacy.names.inflection import COMMON, readings
from qualcode.privacy.replacing import applied

if TYPE_CHECKING:
    from qualcode.privacy.masking import Masker

_WORD = re.compile(r"\w+")
_QUOTE = re.compile(r"„([^„”]*)”")
# what a note lists after a colon comes from the study: "…do żadnego mówcy: Zenon Obara; sprawdź…"
_LIST = re.compile(r"(?<=: )[^„”:;]+(?=[;.])")
_NAMES = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]+(?:[ -][A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]+)*")


class Remarks:
    """Masks the notes of one study.

    Parameters
    ----------
    masker : Masker
        That has named speakers, transcripts and people.
    """

    def __init__(self, masker: Masker) -> None:
        self.masker = masker

    def problem(self, problem: Problem) -> Problem:
        """Return a note with speakers, files, and what it quotes or lists replaced."""
        sentence = problem.sentence
        for (_, speaker), label in self.masker.speakers.longest_first():
            sentence = _put(sentence, speaker, label)
        # the words of a note are the program's own; only what it quotes comes from the study
        sentence = _QUOTE.sub(lambda quote: f"„{self._quoted(quote[1])}”", sentence)
        sentence = _LIST.sub(lambda names: self._listed(names[0]), self._with_ids(sentence))
        return Problem(self._place(problem.place), sentence, problem.skipped)

    def _place(self, place: str) -> str:
        """Return the transcript, file or path a note is about."""
        renamed = self._with_ids(place)
        return renamed if renamed != place else self.masker.files.path(place)

    def _with_ids(self, text: str) -> str:
        for old, new in self.masker.ids.items():
            if old != new:
                text = _put(text, old, new)
        return text

    def _quoted(self, text: str) -> str:
        """Return a quotation in a note with the names, places and numbers in it replaced."""
        if is_file(text):
            return self._place(text)
        masker, edits = self.masker, []
        for mention in masker.finder.text(text):
            sure = mention.category == PERSON and mention.certain
            if mention.masked and (sure or masker.knows(mention, text)):
                edits += masker.edit(mention, text)
        taken = {place for edit in edits for place in range(edit.start, edit.end)}
        for word in _WORD.finditer(text):
            if word.start() not in taken and self._is_known(word[0]):
                edits += masker.edit(Mention(*word.span(), PERSON), text)
        return applied(text, sorted(edits))

    def _listed(self, text: str) -> str:
        """Return what a note lists with the names in it replaced."""
        return _NAMES.sub(lambda names: self._named(names[0]), self._quoted(text))

    def _named(self, names: str) -> str:
        """Return words with capitals in a list, by a pseudonym where they may be a name."""
        words = _WORD.findall(names)
        given = {part for name in self.masker.pseudonyms.given.values() for part in name.split("-")}
        if self.masker.files.is_plain(names) or given.issuperset(words):
            return names
        return self.masker.pseudonyms.person(names)

    def _is_known(self, word: str) -> bool:
        """Say whether a word is a name of the study: with a capital, or nothing but a name."""
        plain = any(reading.kind == COMMON for reading in readings(word))
        return self.masker.bears(word) and (word[:1].isupper() or not plain)


def _put(text: str, old: str, new: str) -> str:
    """Return a text with a name replaced where it stands as a word."""
    return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, text)
