"""Marks of speech: fillers, repetitions and false starts, so that measures can leave them out.

Three token extensions are set by ``polish_speech``: ``token._.filler``, ``token._.repeated`` (the
first of two equal runs of words) and ``token._.broken`` (a word begun and given up); and one
that joins them, ``token._.disfluent``. The span extension ``span._.fluent`` holds the words left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from qualcode.polish.columns import words
from qualcode.polish.parts import Part

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

EXTENSIONS = ("filler", "repeated", "broken")
FILLERS_FILE = "fillers.txt"
_HESITATION = re.compile(r"^(?:y+m*|e{2,}m*|m{2,}|h+m+|y+h*m+|ee+h*|aa+)$")
_LONGEST_RUN = 4
_LONGEST_FILLER = 6
_MEANT_TWICE = frozenset("bardzo tak nie coraz no dzień raz krok trochę długo dużo bla".split())
"""Words said twice on purpose: bardzo bardzo, dzień w dzień."""


class PolishSpeech(Part):
    """Mark fillers, repetitions and false starts."""

    component = "polish_speech"
    files = (FILLERS_FILE,)

    def __call__(self, doc: Doc) -> Doc:
        """Mark one document."""
        from spacy.attrs import POS

        found = words(doc, POS)
        upos = dict(zip(found.indices, found.more[0], strict=True))
        spoken = [
            (index, form)
            for index, form in zip(found.indices, found.forms, strict=True)
            if form[:1].isalnum()
        ]
        lows = [form.lower() for _, form in spoken]
        fillers = self.fillers(lows)
        for (index, _), filler in zip(spoken, fillers, strict=True):
            if filler:
                doc[index]._.filler = True
        kept = [place for place, filler in enumerate(fillers) if not filler]
        for first, last in repetitions([lows[place] for place in kept]):
            for place in kept[first:last]:
                doc[spoken[place][0]]._.repeated = True
        following = dict(zip(found.indices, [*found.forms[1:], ""], strict=False))
        for place, low in enumerate(lows[:-1]):
            index = spoken[place][0]
            cut = low[-1:] in "-–…" or following[index] in ("-", "–", "...", "…")
            if (cut or upos[index] == "X") and _begun(low, lows[place + 1]):
                doc[index]._.broken = True
        return doc

    def fillers(self, spoken: Sequence[str]) -> list[bool]:
        """Tell which words are fillers, given in small letters."""
        phrases = self._phrases
        marks = [bool(_HESITATION.match(word)) for word in spoken]
        for start, opener in enumerate(spoken):
            if opener not in self._openers:
                continue
            for length in range(min(_LONGEST_FILLER, len(spoken) - start), 0, -1):
                if tuple(spoken[start : start + length]) in phrases:
                    marks[start : start + length] = [True] * length
                    break
        return marks

    @cached_property
    def _phrases(self) -> frozenset[tuple[str, ...]]:
        lines = self.read(FILLERS_FILE).decode().splitlines()
        return frozenset(tuple(line.split()) for line in lines if line[:1] not in ("", "#"))

    @cached_property
    def _openers(self) -> frozenset[str]:
        return frozenset(phrase[0] for phrase in self._phrases)


def repetitions(spoken: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Yield the first of two equal runs of words that stand side by side.

    Examples
    --------
    >>> list(repetitions("u nas u nas w gminie".split()))
    [(0, 2)]
    """
    start = 0
    while start < len(spoken):
        word = spoken[start]
        for length in range(_LONGEST_RUN, 0, -1):
            again = start + length
            if again < len(spoken) and spoken[again] == word:
                run = list(spoken[start:again])
                if run == list(spoken[again : again + length]) and not _meant(run):
                    yield start, again
                    start = again - 1
                    break
        start += 1


def _meant(run: Sequence[str]) -> bool:
    return all(word in _MEANT_TWICE or word.isdigit() for word in run)


def _begun(low: str, after: str) -> bool:
    """Tell whether a word is the beginning of the next one: us- usługi."""
    stem = low.rstrip("-–…")
    if len(stem) < 2 or stem.isdigit() or after == stem or len(after) <= len(stem):
        return False
    return after.startswith(stem[: max(2, len(stem) - 1)])


def register_extensions() -> None:
    """Register the extensions of tokens and spans, once."""
    from spacy.tokens import Span, Token

    for name in EXTENSIONS:
        if not Token.has_extension(name):
            Token.set_extension(name, default=False)
    if not Token.has_extension("disfluent"):
        Token.set_extension("disfluent", getter=_disfluent)
    if not Span.has_extension("fluent"):
        Span.set_extension("fluent", getter=_fluent)


def _disfluent(token: Token) -> bool:
    return bool(token._.filler or token._.repeated or token._.broken)


def _fluent(span: Span) -> list[Token]:
    return [token for token in span if not token._.disfluent and not token.is_punct]
