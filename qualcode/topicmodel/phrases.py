"""Phrases a topic can be called by: noun with adjective, with a genitive, with a preposition."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from qualcode.topicmodel.paradigms import (
    Cell,
    adjective_cells,
    agreeing,
    agreement,
    nominative,
    noun_cells,
)
from qualcode.topicmodel.words import fits_phrase, is_acronym, is_name, lemma_of, needs_more

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PREPOSITIONS = {
    "dla": ("gen",),
    "do": ("gen",),
    "od": ("gen",),
    "bez": ("gen",),
    "z": ("gen", "inst"),
    "ze": ("gen", "inst"),
    "w": ("loc",),
    "na": ("acc", "loc"),
    "po": ("loc",),
    "nad": ("inst",),
}
SEPARATOR = "_"


class Seen(NamedTuple):
    """One phrase as it was said.

    ``term`` names it; ``head`` is the noun's lemma, ``form`` how it was written; ``tail`` what
    follows unchanged; ``adjective`` its lemma and cell; ``first`` whether it stood before.
    """

    term: str
    head: str
    form: str
    plural: bool
    tail: str = ""
    adjective: tuple[str, Cell] | None = None
    first: bool = False


def phrases(doc: Doc) -> Iterator[Seen]:
    """Yield the phrases of one segment, single nouns included."""
    tokens = [token for token in doc if not token.is_space]
    for place, token in enumerate(tokens):
        if is_name(token) or not (token.pos_ == "NOUN" or is_acronym(token.text)):
            continue
        head = _alone(token)
        yield head
        if place and tokens[place - 1].pos_ == "ADJ":
            yield from _described(head, tokens[place - 1], True)
        after = tokens[place + 1 : place + 4]
        if not after:
            continue
        preposition = after[0].text.lower()
        if after[0].pos_ == "ADJ":
            yield from _described(head, after[0], False)
        elif preposition in _PREPOSITIONS:
            yield from _completed(head, after[1:], preposition, _PREPOSITIONS[preposition])
        else:
            yield from _completed(head, after, "", ("gen",))


def _alone(token: Token) -> Seen:
    lemma = lemma_of(token)
    form = lemma if is_acronym(token.text) else token.text.lower()
    return Seen(lemma, lemma, form, "Plur" in token.morph.get("Number", []))


def _described(head: Seen, adjective: Token, first: bool) -> Iterator[Seen]:
    if not fits_phrase(head.head) or not fits_phrase(lemma_of(adjective)):
        return
    lemma = lemma_of(adjective)
    cells = adjective_cells(lemma, adjective.text.lower())
    cell = agreement(noun_cells(head.head, head.form), cells)
    if cell is None:
        return
    mark = "" if cell.rest in ("", "pos") else f"+{cell.rest}"
    yield head._replace(
        term=f"{head.head}{SEPARATOR}{lemma}{mark}",
        plural=cell.number == "pl",
        adjective=(lemma, cell),
        first=first,
    )


def _completed(
    head: Seen, after: list[Token], preposition: str, cases: tuple[str, ...]
) -> Iterator[Seen]:
    """Yield a noun with its complement: dom pomocy społecznej, dojazd do lekarza."""
    if not after or not fits_phrase(head.head) or not fits_phrase(lemma_of(after[0])):
        return
    noun = after[0]
    if is_acronym(noun.text):
        said = [lemma_of(noun)]
    elif noun.pos_ == "NOUN" and not is_name(noun):
        said = [noun.text.lower()]
        cells = [cell for cell in noun_cells(lemma_of(noun), said[0]) if cell.case in cases]
        if not cells:
            return
        if len(after) > 1 and after[1].pos_ == "ADJ":
            form = after[1].text.lower()
            if agreement(cells, adjective_cells(lemma_of(after[1]), form)):
                said.append(form)
        if len(said) == 1 and needs_more(lemma_of(noun)):
            return
    else:
        return
    tail = " ".join([preposition, *said]).strip()
    yield head._replace(term=SEPARATOR.join((head.head, *tail.split())), tail=tail)


class Phrasebook:
    """All phrases of a material: how often and in what shape each was said."""

    def __init__(self) -> None:
        self._numbers: dict[str, Counter[bool]] = defaultdict(Counter)
        self._orders: dict[str, Counter[bool]] = defaultdict(Counter)
        self._genders: dict[str, Counter[str]] = defaultdict(Counter)
        self._forms: dict[str, Counter[str]] = defaultdict(Counter)
        self._shapes: dict[str, Seen] = {}

    def note(self, seen: Seen) -> None:
        """Remember one occurrence."""
        self._shapes.setdefault(seen.term, seen)
        self._numbers[seen.term][seen.plural] += 1
        self._orders[seen.term][seen.first] += 1
        self._forms[seen.head][seen.form] += 1
        genders = {cell.gender for cell in noun_cells(seen.head, seen.form)}
        for gender in genders:
            self._genders[seen.head][gender] += 1

    def __contains__(self, term: str) -> bool:
        return term in self._shapes

    def head(self, term: str) -> str:
        """Return the noun a phrase is about."""
        return self._shapes[term].head

    def parts(self, term: str) -> set[str]:
        """Return the beginnings of the words a phrase is made of, to tell phrases apart."""
        seen = self._shapes[term]
        words = {seen.head, *seen.tail.split()} | ({seen.adjective[0]} if seen.adjective else set())
        return {word[:5] for word in words if len(word) > 2}

    def written(self, term: str) -> str:
        """Return the dictionary form: head in the nominative, adjective agreeing."""
        seen = self._shapes[term]
        if is_acronym(seen.head):
            return f"{seen.head} {seen.tail}".strip()
        numbers = self._numbers[term]
        # a lone noun names a subject best in the plural, unless people hardly ever say it
        often = 2 if term == seen.head else 1
        number = "pl" if often * numbers[True] > numbers[False] else "sg"
        genders = self._genders[seen.head]
        # persons before things of the same spelling (psycholog), then what was seen most
        likely = sorted(genders, key=lambda gender: (-genders[gender], gender))
        noun, gender = nominative(
            seen.head, number, likely[0] if likely else "", self._forms[seen.head]
        )
        if seen.adjective is None:
            return f"{noun} {seen.tail}".strip()
        lemma, cell = seen.adjective
        adjective = agreeing(lemma, cell, number, gender)
        if adjective is None:
            return noun
        orders = self._orders[term]
        return f"{adjective} {noun}" if orders[True] > orders[False] else f"{noun} {adjective}"
