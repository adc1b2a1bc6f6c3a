"""Mentions: stretches of text that point at somebody, and how they are laid side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

PERSON = "osoba"
SPEAKER = "mówca"
PLACE = "miejsce"
INSTITUTION = "instytucja"
STREET = "nazwa ulicy"
"""Reason of a place that is a street said without the word for it: "mieszkam na leśnej"."""
KINDS = {
    PERSON: "imiona i nazwiska",
    SPEAKER: "podpisy mówców",
    PLACE: "miejsca mniejsze niż gmina",
    INSTITUTION: "instytucje",
    "PESEL": "numery PESEL",
    "NIP": "numery NIP",
    "REGON": "numery REGON",
    "telefon": "numery telefonu",
    "e-mail": "adresy e-mail",
    "adres": "adresy",
    "data urodzenia": "daty urodzenia",
    "konto": "numery rachunków",
    "rejestracja": "numery rejestracyjne",
    "strona": "adresy stron z nazwą",
    "profil": "nazwy profili i komunikatorów",
    "dokument": "numery dokumentów tożsamości",
    "sygnatura": "sygnatury i znaki spraw",
    "księga wieczysta": "numery ksiąg wieczystych",
    "KRS": "numery KRS",
    "numer": "inne długie numery",
}
"""Category and how it is called in the log."""


@dataclass(frozen=True)
class Mention:
    """One place in a text.

    Parameters
    ----------
    start, end : int
        Half-open, code points of the text it was found in.
    category : str
        A key of :data:`KINDS`.
    certain : bool
        False for a doubtful place: a person should look.
    reason : str
        Why it was found, in Polish.
    masked : bool
        False when it is only shown and left in the text.
    rank : int
        Of two that overlap, the higher stays.
    """

    start: int
    end: int
    category: str
    certain: bool = True
    reason: str = ""
    masked: bool = True
    rank: int = 0

    def moved(self, by: int) -> Mention:
        """Return the mention in a text that begins ``by`` characters earlier."""
        return Mention(
            self.start + by,
            self.end + by,
            self.category,
            self.certain,
            self.reason,
            self.masked,
            self.rank,
        )


def apart(mentions: Iterable[Mention]) -> list[Mention]:
    """Return mentions in the order of the text, of those that overlap the best one.

    Masked ones come before those only shown, then the higher rank, the longer, the earlier.
    """
    best = sorted(
        mentions, key=lambda m: (not m.masked, -m.rank, m.start - m.end, m.start, m.category)
    )
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in best:
        span = range(mention.start, mention.end)
        if taken.isdisjoint(span):
            kept.append(mention)
            taken.update(span)
    return sorted(kept, key=lambda m: m.start)
