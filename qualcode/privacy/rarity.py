"""Which everyday words are rare in talk of services, so that they are names sooner than words."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from qualcode.privacy.inflection import COMMON, readings
from qualcode.privacy.vocabulary import COMMON_LEMMAS, EVERYDAY, KIN, TITLES

_LIST = Path(__file__).with_name("ordinary.txt")


@cache
def ordinary() -> frozenset[str]:
    """Return lemmas said in workshops that are surnames or villages too."""
    listed = frozenset(_LIST.read_text(encoding="utf-8").split())
    return listed | EVERYDAY | COMMON_LEMMAS | KIN | TITLES


@lru_cache(maxsize=50_000)
def is_rare(low: str) -> bool:
    """Say whether all everyday words a form may be of are rare: gołąbka, but not kota."""
    lemmas = {r.lemma.partition(":")[0].lower() for r in readings(low) if r.kind == COMMON}
    return bool(lemmas) and not lemmas & ordinary() and low not in ordinary()
