"""The component that finds names, dates and times: ``polish_names``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from qualcode.errors import MisuseError
from qualcode.polish.columns import sentences, words
from qualcode.polish.lexicon import Lexicon
from qualcode.polish.names import BITS, LABELS, WIDTH, NameTagger, Token
from qualcode.polish.packing import unpack_weights
from qualcode.polish.parts import MODEL, Part
from qualcode.resources import find
from qualcode.wording import listed, quoted, suggestion

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

NAMES = "names-cc-by.xz"
SCALE = 20
LEANS = {"default": -1.0, "balanced": 0.0, "privacy": 5.5}
"""What each setting adds to the score of people; chosen on documents held out of NKJP."""
_ORGANISATION, _DATE = LABELS.index("orgName"), LABELS.index("date")
_MOST_TOKENS = 4_000


class PolishNames(Part):
    """Write ``doc.ents`` with the labels of the Polish spaCy models.

    Parameters
    ----------
    setting : str
        ``"default"`` (few false names), ``"balanced"``, or ``"privacy"``: nearly all names of
        people, with many false ones, for a person to check before text leaves the house.
    """

    component = "polish_names"
    files = (NAMES,)

    def __init__(self, setting: str = "default") -> None:
        super().__init__()
        if setting not in LEANS:
            raise MisuseError(
                f"Nie ma ustawienia nazw {quoted(setting)}; są: {listed(LEANS)}."
                f"{suggestion(setting, LEANS)}"
            )
        self.setting = setting

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of one document."""
        self._label([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = 256) -> Iterator[Doc]:
        """Find the names of a stream of documents, many at once."""
        batch: list[Doc] = []
        size = 0
        for doc in stream:
            batch.append(doc)
            size += len(doc)
            if size >= _MOST_TOKENS or len(batch) >= batch_size:
                self._label(batch)
                yield from batch
                batch, size = [], 0
        self._label(batch)
        yield from batch

    @cached_property
    def tagger(self) -> NameTagger:
        """Return the model."""
        weights = unpack_weights(self.read(NAMES)).reshape(-1, WIDTH)
        size = 1 << BITS
        return NameTagger(weights[:size], weights[size:], SCALE)

    def _label(self, docs: list[Doc]) -> None:
        from spacy.attrs import LEMMA, POS

        batch: list[list[Token]] = []
        owners: list[tuple[Doc, list[int]]] = []
        for doc in docs:
            found = words(doc, LEMMA, POS)
            rows = [
                (form, lemma or form, upos)
                for form, lemma, upos in zip(found.forms, *found.more, strict=True)
            ]
            for first, last in sentences(found):
                batch.append(rows[first:last])
                owners.append((doc, found.indices[first:last]))
        labels = self.tagger(batch, LEANS[self.setting])
        spans: dict[int, list[Span]] = {}
        at = 0
        for (doc, indices), row in zip(owners, batch, strict=True):
            part = self._with_acronyms(row, labels[at : at + len(row)])
            at += len(row)
            if part.any():
                spans.setdefault(id(doc), []).extend(_spans(doc, indices, part))
        for doc in docs:
            if id(doc) in spans:
                taken = {i for entity in doc.ents for i in range(entity.start, entity.end)}
                new = [s for s in spans[id(doc)] if taken.isdisjoint(range(s.start, s.end))]
                doc.ents = [*doc.ents, *new]

    def _with_acronyms(self, row: list[Token], labels: np.ndarray) -> np.ndarray:
        """Call the acronyms of the lexicon organisations, whatever their spelling."""
        acronyms = self._acronyms
        for index, (form, lemma, _) in enumerate(row):
            if lemma in acronyms and lemma != form.lower() and labels[index] != _DATE:
                labels[index] = _ORGANISATION
        return labels

    @cached_property
    def _acronyms(self) -> frozenset[str]:
        found = self.folder.parent / "polish_tagger" / "lexicon.tsv"
        if not found.exists():
            found = find(f"{MODEL}/polish_tagger/lexicon.tsv")
        lexicon = Lexicon.parsed(found.read_text(encoding="utf-8"))
        return frozenset(r.lemma for rows in lexicon.spellings.values() for r in rows if r.kinds)

    def __getstate__(self) -> dict[str, object]:
        return {**super().__getstate__(), "setting": self.setting}


def _spans(doc: Doc, indices: list[int], labels: np.ndarray) -> Iterator[Span]:
    from spacy.tokens import Span

    start = 0
    while start < len(indices):
        end = start + 1
        if labels[start]:
            while end < len(indices) and labels[end] == labels[start]:
                end += 1
            first, last = indices[start], indices[end - 1]
            yield Span(doc, first, last + 1, label=LABELS[labels[start]])
        start = end
