"""What topics are made from: distinct segments with words that carry a subject."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcode.topicmodel.phrases import Phrasebook, phrases
from qualcode.topicmodel.words import SHORTEST, tagged, unmarked, words

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True)
class Material:
    """Distinct segments long enough to have a topic, in an order the input does not decide.

    Parameters
    ----------
    places : list of list of int
        Where each was said: rows of the segments given, equal texts together.
    bags : list of list of str
        Lemmas that carry the subject.
    terms : list of list of str
        The same with the phrases, for keywords and labels.
    book : Phrasebook
    """

    places: list[list[int]]
    bags: list[list[str]]
    terms: list[list[str]]
    book: Phrasebook

    def __len__(self) -> int:
        return len(self.places)


def gather(texts: Sequence[str], pipeline: str | None = None) -> Material:
    """Prepare texts.

    Parameters
    ----------
    texts : sequence of str
    pipeline : str, optional
        Name of a spaCy pipeline.
    """
    rows: dict[str, list[int]] = {}
    texts = [unmarked(text) for text in texts]
    for place, text in enumerate(texts):
        rows.setdefault(_normal(text), []).append(place)
    # sorted, because neighbours of equal distance would otherwise depend on the order of files
    ordered = [rows[key] for key in sorted(rows)]
    material = Material([], [], [], Phrasebook())
    docs = tagged([texts[places[0]] for places in ordered], pipeline)
    for places, doc in zip(ordered, docs, strict=True):
        bag = [word.lemma for word in words(doc)]
        if len(bag) >= SHORTEST:
            material.places.append(places)
            material.bags.append(bag)
            material.terms.append(bag + _phrases(doc, material.book))
    return material


def _phrases(doc: Doc, book: Phrasebook) -> list[str]:
    found = []
    for seen in phrases(doc):
        book.note(seen)
        if seen.term != seen.head:
            found.append(seen.term)
    return found


def _normal(text: str) -> str:
    """Return a text without what decides nothing: case, white space, the coding of accents."""
    return " ".join(unicodedata.normalize("NFC", text).lower().split())
