"""The prior by EM over raw form counts; no annotation is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np

from qualcode.polish.candidates import Candidates, Place
from qualcode.polish.prior import Prior, cell, lexeme

ROUNDS = 15
_ALPHA = 0.02
_LEAST = 0.5
"""Lexemes with a smaller expected count are not stored."""


def count_forms(sentences: Iterable[tuple[str, ...]]) -> dict[Place, float]:
    """Count forms; a capital at the start of a sentence is shared out by what is common inside."""
    inside: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    stopped: Counter[tuple[str, str]] = Counter()
    for forms in sentences:
        opens = True
        for index, (form, after) in enumerate(zip(forms, (*forms[1:], ""), strict=True)):
            if form[:1].isalnum():
                if after == ".":
                    stopped[form, "inside" if index + 2 < len(forms) else "last"] += 1
                else:
                    (opening if opens else inside)[form] += 1
                opens = False
    counts: dict[Place, float] = {Place(form): float(n) for form, n in inside.items()}
    counts.update({Place(form, stop=stop): float(n) for (form, stop), n in stopped.items()})
    for form, n in opening.items():
        lowered = form[:1].lower() + form[1:]
        low, high = inside[lowered], inside[form]
        if lowered == form or low + high == 0:
            place = Place(form, opens=lowered != form)
            counts[place] = counts.get(place, 0.0) + n
        else:
            for spelling, share in ((lowered, low), (form, high)):
                if share:
                    place = Place(spelling)
                    counts[place] = counts.get(place, 0.0) + n * share / (low + high)
    return counts


def learn_prior(counts: dict[Place, float], candidates: Candidates) -> Prior:
    """Estimate the prior.

    Parameters
    ----------
    counts : dict of Place to float
        From :func:`count_forms`.
    candidates : Candidates
    """
    lexemes: dict[str, int] = {}
    paradigm: dict[str, int] = {}
    items, words, places_, weights = [], [], [], []
    for number, (place, count) in enumerate(counts.items()):
        seen = set()
        for candidate in candidates(place):
            key = (lexeme(candidate), cell(candidate.tag))
            if key in seen:
                continue
            seen.add(key)
            items.append(number)
            words.append(lexemes.setdefault(key[0], len(lexemes)))
            places_.append(paradigm.setdefault(key[1], len(paradigm)))
        weights.append(count)
    theta, psi = _estimate(
        np.array(items), np.array(words), np.array(places_), np.array(weights), list(paradigm)
    )
    return Prior(
        {key: float(theta[i]) for key, i in lexemes.items() if theta[i] > _LEAST},
        {key: float(psi[i]) for key, i in paradigm.items()},
    )


def _estimate(
    items: np.ndarray, words: np.ndarray, slots: np.ndarray, counts: np.ndarray, names: list[str]
) -> tuple[np.ndarray, np.ndarray]:
    classes: dict[str, int] = {}
    group = np.array([classes.setdefault(name.partition(":")[0], len(classes)) for name in names])
    options = np.bincount(items)
    theta: np.ndarray = np.bincount(words, (counts / options)[items])
    psi = np.ones(len(names))
    for _ in range(ROUNDS):
        weight = theta[words] * psi[slots]
        share = weight * (counts / np.bincount(items, weight))[items]
        theta = np.bincount(words, share) + _ALPHA
        mass = np.bincount(slots, share)
        psi = (mass + 0.5) / (np.bincount(group, mass) + 30)[group]
    return theta, psi
