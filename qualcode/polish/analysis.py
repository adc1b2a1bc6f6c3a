"""The component that sets lemma, part of speech and features: ``polish_tagger``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from qualcode.polish.candidates import Candidates
from qualcode.polish.columns import sentences, words
from qualcode.polish.conventions import features
from qualcode.polish.entries import Entries
from qualcode.polish.features import GENDER_ORDER, Store
from qualcode.polish.guesser import Guesser
from qualcode.polish.lexicon import Lexicon
from qualcode.polish.moulds import Candidate
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
_GENDERS = len(GENDER_ORDER) + 1


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
    def tagger(self) -> Tagger:
        """Return the model."""
        return _built(*map(self.read, self.files))

    def _analyse(self, docs: list[Doc]) -> None:
        found = [words(doc) for doc in docs]
        tables = [np.zeros((0, 4), dtype=np.uint64)]
        batch: list[tuple[Sequence[str], Sequence[bool]]] = []
        size = 0
        for part in found:
            for first, last in sentences(part):
                for start in range(first, last, _MOST_TOKENS):
                    cut = slice(start, min(start + _MOST_TOKENS, last))
                    batch.append((part.forms[cut], part.spaces[cut]))
                    size += cut.stop - cut.start
                if size >= _MOST_TOKENS:
                    tables.append(self._chosen(docs[0].vocab, batch))
                    batch, size = [], 0
        if batch:
            tables.append(self._chosen(docs[0].vocab, batch))
        table = np.concatenate(tables)
        start = 0
        for doc, part in zip(docs, found, strict=True):
            _write(doc, part.indices, table[start : start + len(part.forms)])
            start += len(part.forms)

    def _chosen(
        self, vocab: Vocab, batch: list[tuple[Sequence[str], Sequence[bool]]]
    ) -> np.ndarray:
        """Return a row of codes for every token."""
        return self._codes(vocab, self.tagger.entries, *self.tagger.indices(batch))

    @cached_property
    def _codes(self) -> Codes:
        return Codes()


@lru_cache(maxsize=2)  # a pipeline for names with other settings reads the same weights
def _built(prior: bytes, endings: bytes, packed: bytes, lexicon: bytes) -> Tagger:
    """Return the model made of the contents of its files."""
    guesser = Guesser.read(unpack_lines(endings))
    candidates = Candidates(guess=guesser, lexicon=Lexicon.parsed(lexicon.decode()))
    weights = unpack_weights(packed)
    size = 1 << BITS
    entries = Entries(candidates, Prior.read(unpack_lines(prior)))
    return Tagger(entries, weights[:size], weights[size:])


def _write(doc: Doc, indices: list[int], rows: np.ndarray) -> None:
    from spacy.attrs import LEMMA, MORPH, POS, TAG

    if not len(doc):
        return
    table: Any = rows
    if len(indices) < len(doc):
        strings, empty = doc.vocab.strings, doc.vocab.morphology.add("")
        table = np.empty((len(doc), 4), dtype=np.uint64)
        table[:] = (0, strings.add("SPACE"), strings.add("_SP"), empty)
        table[:, 0] = doc.to_array("ORTH")
        table[indices] = rows
    doc.from_array([LEMMA, POS, TAG, MORPH], table)


class Codes:
    """What spaCy stores of a choice: lemma, part of speech, tag and features as codes.

    Every candidate has a cell for each gender it may be written with; a cell is filled when the
    candidate is first chosen so.
    """

    def __init__(self) -> None:
        self._of: tuple[Any, ...] = ()

    def __call__(
        self, vocab: Vocab, entries: Entries, indices: np.ndarray, genders: np.ndarray
    ) -> np.ndarray:
        """Return rows of codes, shape (n, 4).

        Parameters
        ----------
        vocab : Vocab
            Its strings hold the codes afterwards.
        entries : Entries
        indices, genders : ndarray of int, shape (n,)
            From :meth:`Tagger.indices`.
        """
        if self._of != (vocab, entries, entries.age):
            self._of = (vocab, entries, entries.age)
            self._cells = np.zeros(0, dtype=np.int64)
            self._rows = Store(4, np.uint64)
            self._rows.add([[0] * 4])  # an empty cell
            self._strings: dict[str, int] = {}
        short = len(entries.labels) * _GENDERS - len(self._cells)
        if short > 0:
            self._cells = np.concatenate([self._cells, np.zeros(short * 2, dtype=np.int64)])
        cells = indices * _GENDERS + genders + 1
        new = np.unique(cells[self._cells[cells] == 0])
        if len(new):
            choices = zip(entries.chosen(new // _GENDERS), (new % _GENDERS).tolist(), strict=True)
            rows = [self._row(vocab, candidate, gender - 1) for candidate, gender in choices]
            self._cells[new] = np.arange(len(new)) + self._rows.add(np.array(rows, dtype=np.uint64))
        return self._rows[self._cells[cells]]

    def _row(self, vocab: Vocab, candidate: Candidate, gender: int) -> tuple[int, int, int, int]:
        name = GENDER_ORDER[gender] if gender >= 0 else ""
        feats = features(candidate.lemma, candidate.upos, candidate.tag, name)
        morph = self._strings.get(feats)
        if morph is None:
            morph = self._strings[feats] = vocab.morphology.add(feats)
        add = vocab.strings.add
        return add(candidate.lemma), add(candidate.upos), add(candidate.tag_class.upper()), morph
