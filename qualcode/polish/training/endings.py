"""Rules of the guesser, from Morfeusz's readings of rare words; no annotation is used."""

from __future__ import annotations

from collections import Counter, defaultdict

from qualcode.polish.candidates import Candidate, Candidates, Place
from qualcode.polish.guesser import LONGEST, Guesser, Rule
from qualcode.polish.prior import Prior

_RARE = 3
_LEAST_WEIGHT = 5
_MOST_RULES = 6
_OPEN = frozenset("subst adj adv fin praet inf ger ppas pact impt imps pcon adja interj".split())


def learn_guesser(counts: dict[Place, float], candidates: Candidates, prior: Prior) -> Guesser:
    """Learn endings from the rare words of a corpus.

    Parameters
    ----------
    counts : dict of Place to float
        How often each form occurs.
    candidates : Candidates
        Without a guesser.
    prior : Prior
        Says how likely each reading of a rare form is.
    """
    table: dict[tuple[bool, str], Counter[tuple[int, str, str]]] = defaultdict(Counter)
    for place, count in counts.items():
        form = place.form
        letters = form.replace("-", "")
        if count > _RARE or len(form) < 5 or not letters.isalpha() or form.isupper():
            continue
        options = [c for c in candidates(place) if c.tag_class in _OPEN and c.upos != "X"]
        if options:
            _count(table, form, options, prior)
    return Guesser(_without_echoes(_kept(table)))


def _count(
    table: dict[tuple[bool, str], Counter[tuple[int, str, str]]],
    form: str,
    options: list[Candidate],
    prior: Prior,
) -> None:
    weights = [prior.weight(candidate) for candidate in options]
    total = sum(weights)
    low, capital = form.lower(), form[:1].isupper()
    for candidate, weight in zip(options, weights, strict=True):
        lemma = candidate.lemma.lower()
        shared = 0
        while shared < min(len(low), len(lemma)) and low[shared] == lemma[shared]:
            shared += 1
        if shared < 2:
            continue
        mark = "@" if candidate.lemma[:1].isupper() else ""
        if capital != bool(mark):
            continue
        rule = (len(low) - shared, lemma[shared:], mark + candidate.tag)
        for length in range(max(1, rule[0]), min(LONGEST, len(low) - 1) + 1):
            table[capital, low[-length:]][rule] += weight / total  # type: ignore[assignment]


def _kept(
    table: dict[tuple[bool, str], Counter[tuple[int, str, str]]],
) -> dict[tuple[bool, str], tuple[Rule, ...]]:
    kept = {}
    for key, rules in table.items():
        total = sum(rules.values())
        if total >= _LEAST_WEIGHT:
            best = sorted(rules.items(), key=lambda item: (-item[1], item[0]))[:_MOST_RULES]
            kept[key] = tuple(Rule(*rule, round(weight / total, 2)) for rule, weight in best)
    return kept


def _without_echoes(
    rules: dict[tuple[bool, str], tuple[Rule, ...]],
) -> dict[tuple[bool, str], tuple[Rule, ...]]:
    """Drop endings whose only rule is the sure rule of the shorter ending."""
    return {
        (capital, ending): found
        for (capital, ending), found in rules.items()
        if not (
            len(found) == 1
            and (capital, ending[1:]) in rules
            and rules[capital, ending[1:]][0][:3] == found[0][:3]
            and rules[capital, ending[1:]][0].share > 0.97
        )
    }
