"""Which terms a topic may be named by: words of the field before the props of a story.

People tell of fridges and of buses; a report needs the bus. Words of the codebook's names and
definitions, and those of services, institutions, groups and obstacles below, count more than
others; relatives, furniture and words of the kitchen table count less. All are only weights: a
prop that most of a topic speaks of still names it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from qualcode.topicmodel.phrases import SEPARATOR, Phrasebook
from qualcode.topicmodel.words import is_acronym, tagged, weak, words

if TYPE_CHECKING:
    from qualcode.study import Code, Codebook, Facet
    from qualcode.topicmodel.verdicts import Fit

_FIELD = frozenset(
    """
alkohol apteka asystentka autobus budynek bus busik cudzoziemka dentysta depresja dieta dojechać
dowozić dożywianie dyplom dyżur emeryt emerytura etat fundacja gabinet hospicjum internet jadłodajnia
język karetka koło konkurs koordynatorka korepetycje kurator legalizacja lekarka logopeda lokal
mieszkać najem nauczyciel nauczycielka niepełnosprawny nocleg obiad odpłatność odwyk
opiekunka ośrodek park pensja pielęgnacja policja policjant poradnia posiłek pożyczka
przedszkole przepis przychodnia przystanek psycholożka psychoterapia rada radny ratownik
rehabilitant rehabilitantka remont remiza rodzeństwo rodzic rozkład samochód samotność sołectwo
sołtys stowarzyszenie straż streetworker streetworkerka strażak subwencja szkoła szpital świadczenie
świetlica terapeutka tłumacz transport turnus uczeń ukrainiec ukrainka ukraiński umowa urzędnik
uzależnienie wniosek winda wolontariusz wolontariuszka wózek wykluczenie wypalenie wypożyczalnia
wytchnienie zasiłek zarobek zastępstwo żłobek demencja udar zatrudnić wynagrodzenie podopieczny
organizacja ksiądz proboszcz bezrobotny bezrobocie dług eksmisja pustostan zameldowanie
""".split()
)
_EVERYDAY = frozenset(
    """
mąż żona mama mamusia tata tato ojciec matka syn córka brat siostra babcia dziadek ciocia wujek
teściowa teść szwagier wnuk wnuczka bratanica kuzyn chłopak chłop dziewczyna baba babka kobieta
mężczyzna facet gość dzieciak dzieciaczek maluch okno drzwi łóżko stół krzesło lodówka kuchnia pokój
łazienka klucz telefon papier papierek kartka koperta torba kawa herbata chleb ciasto tort zupa jajko
czajnik garnek kubek but kurtka płaszcz kapelusz firanka skarpetka pies kot kura krowa koń ząb noga
biodro palec serce oko ucho nos ogród płot droga las rzeka jezioro śnieg deszcz wiatr góra sklep
biedronka market auto rower motor noc wieczór święto niedziela wesele pogrzeb spotkanie rozmowa
zdjęcie książka gazeta radio telewizor zegarek drzewo kwiat kiełbasa drożdżówka flaszka wódka piwo
złodziej finał strach śmiech cisza wyjazd schody dach ściana piec budowa kino
""".split()
)
_STEM = 6
_OF_FIELD, _OF_HOME = 2.0, 0.3
_PHRASE = 1.6
_TIMES = 1.5
"""So much more of a topic than of all segments must have a term that names it."""


class Term(NamedTuple):
    """A term a topic may be named by, the segments that have it, and what it is worth alone."""

    score: float
    term: str
    holders: frozenset[int]
    worth: float

    @property
    def of_field(self) -> bool:
        """Tell whether it belongs to the field."""
        return self.worth >= _OF_FIELD

    @property
    def of_home(self) -> bool:
        """Tell whether it is a prop or a relative."""
        return self.worth < 1


@lru_cache(8)
def _told(texts: tuple[str, ...], pipeline: str | None) -> frozenset[str]:
    return frozenset(
        word.lemma for doc in tagged(texts, pipeline) for word in words(doc) if word.upos != "VERB"
    )


def field_words(codebook: Codebook, pipeline: str | None = None) -> frozenset[str]:
    """Return the nouns and adjectives of a codebook's names and definitions, as lemmas.

    Props are among them only when a code or facet is called by them.
    """
    parts: list[Facet | Code] = [*codebook.facets, *codebook.codes.values()]
    names = _told(tuple(part.name for part in parts), pipeline)
    return names | (_told(tuple(part.definition for part in parts), pipeline) - _EVERYDAY)


class Subjects:
    """What terms are worth as names of topics, in one material.

    Parameters
    ----------
    bags : sequence of sequences of str
        Terms of each segment.
    book : Phrasebook
    field : collection of str
        Lemmas of the codebook, from :func:`field_words`; may be none.
    """

    def __init__(
        self, bags: Sequence[Sequence[str]], book: Phrasebook, field: Collection[str] = ()
    ) -> None:
        self.bags = [frozenset(bag) for bag in bags]
        self.book = book
        self._counts: Mapping[str, int] = Counter(term for bag in self.bags for term in bag)
        known = [word for word in (*field, *_FIELD) if not weak(word)]
        self._known = set(known)
        self._stems = {word[:_STEM] for word in known if len(word) >= _STEM}

    def of_field(self, term: str) -> bool:
        """Tell whether a term is, or a phrase has, a word of the field."""
        return any(map(self._is_known, term.partition("+")[0].split(SEPARATOR)))

    def worth(self, term: str) -> float:
        """Return the weight of a term as a name."""
        single = SEPARATOR not in term
        if self.of_field(term):
            return _OF_FIELD if single else _OF_FIELD * _PHRASE
        if term.partition(SEPARATOR)[0] in _EVERYDAY:
            return _OF_HOME
        return 1.0 if single else _PHRASE

    def names(self, found: Fit, topic: int) -> list[Term]:
        """Return the terms that may name a topic, the best first.

        They are nouns or phrases that at least three of its segments or a fifth of a small topic
        have, more of it than of all segments; words of no field must be commoner still.
        """
        places = np.flatnonzero(found.labels == topic).tolist()
        row = found.weights_of(topic)
        ranked = []
        for place in np.flatnonzero(row > 0).tolist():
            term = found.terms[place]
            if term not in self.book or (SEPARATOR not in term and weak(term)):
                continue
            holders = frozenset(number for number in places if term in self.bags[number])
            if len(holders) < self._least(term, len(places)) or not self._marks(
                term, len(holders), len(places)
            ):
                continue
            worth = self.worth(term)
            score = round(float(row[place] * len(holders) ** 0.5 * worth), 9)
            ranked.append(Term(score, term, holders, worth))
        return sorted(ranked, key=lambda item: (-item.score, item.term))

    def shared(self, found: Fit, topic: int) -> list[str]:
        """Return the words more than one segment of a topic has, the most telling first."""
        places = np.flatnonzero(found.labels == topic).tolist()
        counts = Counter(term for place in places for term in self.bags[place])
        row = found.weights_of(topic)
        scored = [
            (-round(float(row[place]) * counts[term] ** 0.5 * self.worth(term), 9), term)
            for place, term in enumerate(found.terms)
            if row[place] > 0 and counts[term] > 1
        ]
        return [term for _, term in sorted(scored)]

    def marks(self, found: Fit, topic: int) -> set[str]:
        """Return the words of the field that mark a topic: said twice in it, rarer elsewhere."""
        places = np.flatnonzero(found.labels == topic).tolist()
        counts = Counter(term for place in places for term in self.bags[place])
        return {
            term
            for term, count in counts.items()
            if count > 1 and self.of_field(term) and self._marks(term, count, len(places))
        }

    def spoken(self, found: Fit, topic: int) -> float:
        """Return the share of a topic's segments that have one of its marks."""
        marks = self.marks(found, topic)
        places = np.flatnonzero(found.labels == topic).tolist()
        return float(np.mean([not marks.isdisjoint(self.bags[place]) for place in places]))

    def _is_known(self, word: str) -> bool:
        if is_acronym(word) or word in self._known:
            return True
        return len(word) >= _STEM and word[:_STEM] in self._stems and word not in _EVERYDAY

    def _least(self, term: str, size: int) -> int:
        """Return how many segments of a topic must have a term that names it."""
        least = max(2, ceil(size / 5)) if size < 15 else max(3, round(0.03 * size))
        worth = self.worth(term)
        if worth >= _OF_FIELD or (worth > 1 and SEPARATOR in term):
            return least
        return max(least, ceil(size / (3 if worth < 1 else 6)))

    def _marks(self, term: str, holders: int, size: int) -> bool:
        elsewhere = self._counts[term] / len(self.bags)
        return holders / size >= min(_TIMES * elsewhere, 0.5)
