"""The component that sets lemma, part of speech and features: ``polish_tagger``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from qualcode.polish.candidates import Candidate, Candidates
from qualcode.polish.columns import sentences, words
from qualcode.polish.conventions import features
from qualcode.polish.features import GENDER_ORDER, Entries
from qualcode.polish.guesser import Guesser
from qualcode.polish.lexicon import Lexicon
from qualcode.polish.packing import unpack_lines, unpack_weights
from qualcode.polish.parts import Part
from qualcode.polish.prior import Prior
from qualcode.polish.tagger import BITS, Tagger

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

PRIOR = "prior-cc-by.tsv.xz"
ENDINGS = "endings-cc-by.tsv.xz"
LEXICON = "lexicon.tsv"
WEIGHTS = "weights-cc-by-sa.xz"
_MOST_TOKENS = 4_000
"""Tokens of one batch: bounds the memory of the arrays to some tens of megabytes."""
_MOST_KEPT = 50_000


class PolishTagger(Part):
    """Set ``token.lemma``, ``token.pos``, ``token.tag`` and ``token.morph``."""

    component = "polish_tagger"
    files = (PRIOR, ENDINGS, WEIGHTS, LEXICON)

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one document."""
        self._analyse([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = 256) -> Iterator[Doc]:
        """Analyse a stream of documents, many at once."""
        batch: list[Doc] = []
        size = 0
        for doc in stream:
            batch.append(doc)
            size += len(doc)
            if size >= _MOST_TOKENS or len(batch) >= batch_size:
                self._analyse(batch)
                yield from batch
                batch, size = [], 0
        if batch:
            self._analyse(batch)
            yield from batch

    @cached_property
    def candidates(self) -> Candidates:
        """Return the candidates of places."""
        guesser = Guesser.read(unpack_lines(self.read(ENDINGS)))
        return Candidates(guess=guesser, lexicon=self.lexicon)

    @cached_property
    def lexicon(self) -> Lexicon:
        """Return the domain lexicon."""
        return Lexicon.read(self.read(LEXICON).decode().splitlines())

    @cached_property
    def tagger(self) -> Tagger:
        """Return the model."""
        prior = Prior.read(unpack_lines(self.read(PRIOR)))
        weights = unpack_weights(self.read(WEIGHTS))
        size = 1 << BITS
        return Tagger(Entries(self.candidates, prior), weights[:size], weights[size:])

    def _analyse(self, docs: list[Doc]) -> None:
        batch: list[tuple[Sequence[str], Sequence[bool]]] = []
        owners: list[tuple[Doc, list[int]]] = []
        size = 0
        for doc in docs:
            found = words(doc)
            for first, last in sentences(found):
                for start in range(first, last, _MOST_TOKENS):
                    cut = slice(start, min(start + _MOST_TOKENS, last))
                    batch.append((found.forms[cut], found.spaces[cut]))
                    owners.append((doc, found.indices[cut]))
                    size += cut.stop - cut.start
                if size >= _MOST_TOKENS:
                    self._choose(batch, owners)
                    batch, owners, size = [], [], 0
        self._choose(batch, owners)
        for doc in docs:
            self._write(doc)

    def _choose(
        self,
        batch: list[tuple[Sequence[str], Sequence[bool]]],
        owners: list[tuple[Doc, list[int]]],
    ) -> None:
        if not batch:
            return
        for (doc, indices), answers in zip(owners, self.tagger.with_gender(batch), strict=True):
            rows = self._rows.setdefault(id(doc), {})
            for index, (candidate, gender) in zip(indices, answers, strict=True):
                rows[index] = self._codes(doc.vocab, candidate, gender)

    def _write(self, doc: Doc) -> None:
        from spacy.attrs import LEMMA, MORPH, POS, TAG

        rows = self._rows.pop(id(doc), {})
        if not len(doc):
            return
        if len(rows) == len(doc):
            table = list(rows.values())
        else:
            blank = self._blank(doc.vocab)
            codes = enumerate(doc.to_array("ORTH").tolist())
            table = [rows.get(index) or (code, *blank) for index, code in codes]
        values: Any = np.array(table, dtype=np.uint64)
        doc.from_array([LEMMA, POS, TAG, MORPH], values)

    def _codes(self, vocab: Vocab, candidate: Candidate, gender: int) -> tuple[int, int, int, int]:
        key = (candidate, gender)
        known = self._written.get(key)
        if known is None:
            if len(self._written) >= _MOST_KEPT:
                self._written.clear()
            name = GENDER_ORDER[gender] if gender >= 0 else ""
            feats = features(candidate.lemma, candidate.upos, candidate.tag, name)
            known = self._written[key] = (
                vocab.strings.add(candidate.lemma),
                vocab.strings.add(candidate.upos),
                vocab.strings.add(candidate.tag_class.upper()),
                vocab.morphology.add(feats),
            )
        return known

    def _blank(self, vocab: Vocab) -> tuple[int, int, int]:
        """Return part of speech, tag and features of white space."""
        return vocab.strings.add("SPACE"), vocab.strings.add("_SP"), vocab.morphology.add("")

    @cached_property
    def _written(self) -> dict[tuple[Candidate, int], tuple[int, int, int, int]]:
        return {}

    @cached_property
    def _rows(self) -> dict[int, dict[int, tuple[int, int, int, int]]]:
        return {}
