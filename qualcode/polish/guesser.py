"""Readings of words the dictionary lacks, guessed from their endings.

The rules are learned from Morfeusz's own readings of rare words: ``streetworkerami`` ends like
``kelnerami``, so its lemma ends like ``kelner``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from qualcode.polish.readings import Reading

LONGEST = 6
_LEAST = 0.04


class Rule(NamedTuple):
    """Take ``strip`` letters off, add ``ending``: a lemma with this tag, this likely."""

    strip: int
    ending: str
    tag: str
    share: float


class Guesser:
    """Guess readings by the longest known ending.

    Parameters
    ----------
    rules : mapping of (capital, ending) to tuple of Rule
    """

    def __init__(self, rules: Mapping[tuple[bool, str], tuple[Rule, ...]]) -> None:
        self.rules = rules

    def __call__(self, form: str, opens: bool) -> list[Reading]:
        """Return guessed readings, the likeliest first, none when the ending is unknown."""
        capital = form[:1].isupper()
        found = self._by_ending(form, capital)
        if capital and opens:
            found += self._by_ending(form, False)
        if capital:
            found.append(Reading(form, "subst"))
        if found:
            found.append(Reading(form, "ign"))
        return list(dict.fromkeys(found))

    def _by_ending(self, form: str, capital: bool) -> list[Reading]:
        low = form.lower()
        for length in range(min(LONGEST, len(low) - 1), 0, -1):
            rules = self.rules.get((capital, low[-length:]))
            if rules:
                return [_applied(rule, form, low) for rule in rules if rule.share >= _LEAST]
        return []

    def lines(self) -> Iterable[str]:
        """Write the rules as lines of text."""
        for (capital, ending), rules in sorted(self.rules.items()):
            cells = (f"{r.strip}\t{r.ending}\t{r.tag}\t{r.share:.2f}" for r in rules)
            yield f"{int(capital)}\t{ending}\t" + "\t".join(cells)

    @classmethod
    def read(cls, lines: Iterable[str]) -> Guesser:
        """Read what :meth:`lines` wrote."""
        return cls(_Unread(lines))


class _Unread(Mapping[tuple[bool, str], tuple[Rule, ...]]):
    """Rules parsed when they are asked for: a text meets few of the thousands."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._cells: dict[tuple[bool, str], str] = {}
        for line in lines:
            capital, ending, cells = line.split("\t", 2)
            self._cells[capital == "1", ending] = cells

    def __getitem__(self, key: tuple[bool, str]) -> tuple[Rule, ...]:
        cells = self._cells[key].split("\t")
        return tuple(
            Rule(int(cells[i]), cells[i + 1], cells[i + 2], float(cells[i + 3]))
            for i in range(0, len(cells), 4)
        )

    def __iter__(self) -> Iterator[tuple[bool, str]]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)


def _applied(rule: Rule, form: str, low: str) -> Reading:
    lemma = (low[: len(low) - rule.strip] if rule.strip else low) + rule.ending
    tag = rule.tag
    if tag.startswith("@"):  # a name: keep its capital
        return Reading(form[:1].upper() + lemma[1:], tag[1:])
    return Reading(lemma, tag)
