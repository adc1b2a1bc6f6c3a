"""The spaCy components, registered under names any spaCy user can add to a pipeline.

``polish_sentences`` sets sentence starts, ``polish_tagger`` lemma, part of speech and features.
"""

from __future__ import annotations

import re
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from qualcode.polish.candidates import Candidates, places
from qualcode.polish.conventions import features

_ENDS = re.compile(r"[.!?…]+$")
_CLOSERS = frozenset("\"”»)]'’")
_ABBREVIATIONS = frozenset(
    "np tzw tj tzn m.in ul al pl os św ks dr prof mgr inż hab red gen im nr tel wg ok ca por zob "
    "dot woj gm pow ww ds pt cd lic p godz r w".split()
)


class SentenceStarts:
    """Sentence starts by rule: final marks that do not belong to an abbreviation."""

    def __call__(self, doc: Doc) -> Doc:
        ended = False
        previous = ""
        for token in doc:
            text = token.text
            opens = token.i == 0
            if ended and not token.is_punct and not token.is_space:
                opens, ended = text[:1].isupper() or text[:1].isdigit(), False
            token.is_sent_start = opens
            if _ENDS.search(text):
                short = len(previous) == 1 or previous.lower() in _ABBREVIATIONS
                ended = not (text == "." and short and not token.is_space)
            elif token.is_space and "\n" in text:
                ended = True
            elif text not in _CLOSERS:
                previous = text
        return doc


class Tagger:
    """Lemma, part of speech and features of every token."""

    def __init__(self) -> None:
        self._candidates: Candidates | None = None

    def __call__(self, doc: Doc) -> Doc:
        if self._candidates is None:
            self._candidates = Candidates()
        for sentence in doc.sents:
            words = [token for token in sentence if not token.is_space]
            spots = places([w.text for w in words], [bool(w.whitespace_) for w in words])
            for token, place in zip(words, spots, strict=True):
                best = min(self._candidates(place), key=_rank)
                token.lemma_, token.pos_ = best.lemma, best.upos
                token.tag_ = best.tag_class
                token.set_morph(features(best.lemma, best.upos, best.tag))
        return doc


def _rank(candidate: Any) -> tuple[bool, bool]:
    return candidate.archaic, candidate.upos in ("X",)


@Language.factory("polish_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> SentenceStarts:
    """Make the sentence component."""
    return SentenceStarts()


@Language.factory("polish_tagger", assigns=["token.lemma", "token.pos", "token.morph"])
def make_tagger(nlp: Language, name: str) -> Tagger:
    """Make the tagger component."""
    return Tagger()
