"""Streets said without the word for them: "mieszkam na leśnej", "róg szkolnej i polnej"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from qualcode.privacy.mentions import STREET
from qualcode.privacy.names.inflection import COMMON, FORENAME, SURNAME, readings
from qualcode.privacy.names.toponyms import ORIGINS, SAID_OF_MANY, STREETLESS, STREETS

_CORNER = frozenset("róg rogu skrzyżowanie skrzyżowaniu rogiem skrzyżowania".split())
_LODGES = re.compile(r"(?:mieszka|zamieszk|przeprowadz|wprowadz|wynaj)\w*$")
_NOUN_REACH = 3


def street(words: Sequence[str], place: int, before: str) -> str:
    """Return why an adjective alone is a street: "mieszkam na leśnej", "róg szkolnej i polnej"."""
    low = words[place].lower()
    if not low.endswith("ej") or low in STREETLESS or len(low) < 5:
        return ""
    near = words[max(0, place - 3) : place]
    corner = bool(_CORNER & {word.lower() for word in near})
    lodges = any(_LODGES.match(word) for word in near) and before in ("w", "na", "przy", "z", "od")
    whence = before in ("z", "ze") and low in STREETS and tells_origin(words, place - 1)
    if not (corner or lodges or whence or before in ("na", "przy")) or not _is_feminine(low):
        return ""
    return "" if _noun_follows(words, place) else STREET


@lru_cache(maxsize=20_000)
def _is_feminine(low: str) -> bool:
    """Say whether a word is an adjective in the feminine and no verb or adverb."""
    found = readings(low)
    classes = {r.tag_class for r in found if r.kind == COMMON}
    return "adj" in classes and classes <= {"adj", "subst", "adjp"}


def is_street(name: str, before: str) -> bool:
    """Say whether a place is a street said without the word for it: "na Kwiatowej"."""
    return before in ("na", "przy") and name.lower().endswith("ej") and _is_feminine(name.lower())


def _noun_follows(words: Sequence[str], place: int) -> bool:
    """Say whether a noun the adjective may belong to follows: "na długiej przerwie"."""
    for after in words[place + 1 : place + 1 + _NOUN_REACH]:
        found = [r for r in readings(after) if r.kind == COMMON and r.tag_class in ("subst", "ger")]
        fit = any(
            r.gender == "f" and any(c in (("sg", "loc"), ("sg", "gen")) for c in r.cells)
            for r in found
        )
        if fit or (after.endswith(("ka", "ni", "ji")) and not readings(after)):
            return True
        if {r.tag_class for r in readings(after)} & {"fin", "praet", "verb"}:
            return False
        adjective = any(r.tag_class in ("adj", "adv", "part") for r in readings(after))
        if not adjective and after not in ("i", "a", "lub", "czy", "oraz", "nie"):
            return False
    return False


def tells_origin(words: Sequence[str], preposition: int) -> bool:
    """Say whether the words before a preposition tell where somebody lives or goes."""
    near = [word.lower() for word in words[max(0, preposition - 3) : preposition]]
    if not near:
        return False
    last = near[-1]
    return bool(
        _LODGES.match(last)
        or last in SAID_OF_MANY
        or any(r.lemma.partition(":")[0] in ORIGINS for r in readings(last))
        or any(
            r.kind in (FORENAME, SURNAME) and COMMON not in {x.kind for x in readings(last)}
            for r in readings(last)
        )
    )
