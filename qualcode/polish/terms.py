"""Terms of many words in any case form, as spans: ``doc.spans["terms"]``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.polish.columns import words
from qualcode.polish.lexicon import Lexicon
from qualcode.polish.parts import Part

if TYPE_CHECKING:
    from spacy.tokens import Doc

TERMS = "terms"
TAGGER = "polish_tagger"
LEXICON = "lexicon.tsv"


class PolishTerms(Part):
    """Find the terms of the domain lexicon; the label of a span is the term in full."""

    component = TAGGER
    files = ()

    def __call__(self, doc: Doc) -> Doc:
        """Find the terms of one document, the longest first, without overlaps."""
        from spacy.attrs import LEMMA
        from spacy.tokens import Span

        found = words(doc, LEMMA)
        forms = [form.lower() for form in found.forms]
        lemmas = [lemma.lower() for lemma in found.more[0]]
        spans: list[Span] = []
        after = 0
        openers = self._openers
        for start, (lemma, form) in enumerate(zip(lemmas, forms, strict=True)):
            if start < after or not (lemma in openers or form in openers):
                continue
            hit = self._at(lemmas, start) or self._at(forms, start)
            if hit:
                after = start + hit[0]
                first, last = found.indices[start], found.indices[after - 1]
                spans.append(Span(doc, first, last + 1, label=hit[1]))
        doc.spans[TERMS] = spans
        return doc

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> PolishTerms:
        """Take the lexicon that lies with the tagger of the same pipeline, if there is one."""
        beside = Path(path).parent / TAGGER
        super().from_disk(beside)
        if not (beside / LEXICON).exists():
            self._folder = None
        return self

    def _at(self, lemmas: list[str], start: int) -> tuple[int, str] | None:
        for length in range(min(self._longest, len(lemmas) - start), 0, -1):
            name = self._terms.get(tuple(lemmas[start : start + length]))
            if name:
                return length, name
        return None

    @cached_property
    def _terms(self) -> dict[tuple[str, ...], str]:
        return dict(Lexicon.parsed(self.read(LEXICON).decode()).terms)

    @cached_property
    def _openers(self) -> frozenset[str]:
        return frozenset(words_[0] for words_ in self._terms)

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._terms), default=0)
