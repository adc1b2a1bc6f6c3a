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
_CUTS = frozenset({"-", "–", "…", "..."})
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
        forms, upos = found.forms, found.more[0]
        spoken = [place for place, form in enumerate(forms) if form[:1].isalnum()]
        lows = [forms[place].lower() for place in spoken]
        fillers = self.fillers(lows)
        for place, filler in zip(spoken, fillers, strict=True):
            if filler:
                doc[found.indices[place]]._.filler = True
        kept = [place for place, filler in zip(spoken, fillers, strict=True) if not filler]
        fluent = [low for low, filler in zip(lows, fillers, strict=True) if not filler]
        for first, last in repetitions(fluent):
            for place in kept[first:last]:
                doc[found.indices[place]]._.repeated = True
        following = [*forms[1:], ""]
        for place, low, after in zip(spoken, lows, lows[1:], strict=False):
            cut = low[-1:] in _CUTS or following[place] in _CUTS
            if (cut or upos[place] == "X") and _begun(low, after):
                doc[found.indices[place]]._.broken = True
        return doc

    def fillers(self, spoken: Sequence[str]) -> list[bool]:
        """Tell which words are fillers, given in small letters."""
        phrases = self._phrases
        hesitations = {word for word in set(spoken) if _HESITATION.match(word)}
        marks = [word in hesitations for word in spoken]
        openers = self._openers
        for start in [place for place, word in enumerate(spoken) if word in openers]:
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
    after = 0
    for start in _echoed(spoken):
        if start < after:
            continue
        for length in range(_LONGEST_RUN, 0, -1):
            run = list(spoken[start : start + length])
            again = start + length
            if run == list(spoken[again : again + length]) and not _meant(run):
                yield start, again
                after = again
                break


def _echoed(spoken: Sequence[str]) -> list[int]:
    """Return the words that come again so soon that a run may start with them."""
    found: set[int] = set()
    for length in range(1, _LONGEST_RUN + 1):
        pairs = zip(spoken, spoken[length:], strict=False)
        found.update(start for start, (word, again) in enumerate(pairs) if word == again)
    return sorted(found)


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
