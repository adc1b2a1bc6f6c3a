"""Forms of place names: what Sygneczów, Sygneczowa and w Sygneczowie share, though no list has it."""

from __future__ import annotations

import re
from itertools import product

_WORD = re.compile(r"[^\W\d_]+|\d+")
_VOWELS = "aąeęioóuy"
_CASE = re.compile(
    r"(?:iach|ach|iami|ami|iom|om|iem|em|iego|ego|iemu|emu|iej|ej|imi|ymi|im|ym|ich|ych|owi)$"
)
_VOWEL = re.compile(rf"i?[{_VOWELS}]$")
_PLURAL = re.compile(r"ów$")
_FLEETING = re.compile(rf"(?<=[^{_VOWELS}])i?e(?=[^{_VOWELS}]$)")
_SOFTENED = {"dz": ("d", "g"), "rz": ("r",), "sz": ("ch",), "c": ("t", "k"), "l": ("ł",)}
"""What a consonant before -e may have been: w Rabce, w Górze, w mieście."""
_PLAIN = str.maketrans("óąśźćń", "oęszcn")
_LONGEST = 16
"""Readings of one name that are kept."""
_SHORT = 3


def place_keys(name: str) -> list[str]:
    """Return keys of a place name as written: two forms of one place share at least one.

    Case endings go, and so does what changes before them: do Trąbek, w Trąbkach; Góra, w Górze.

    Parameters
    ----------
    name : str
        In any case and any letters.
    """
    words = [_word_keys(word) for word in _WORD.findall(name.lower())]
    return [" ".join(choice) for choice in product(*words)][:_LONGEST]


def _word_keys(word: str) -> list[str]:
    """Return what the stem of a word may be, the plainest first."""
    if len(word) <= _SHORT or word.isdigit():
        return ["ws" if word == "wsi" else word]
    if word in ("wieś", "wsią"):
        return ["ws"]
    bare = _VOWEL.sub("", word)
    stems = [bare, _CASE.sub("", word)]
    if bare == word:
        stems += [_FLEETING.sub("", word), _PLURAL.sub("", word)]
    elif stems[1] == word:
        stems = [bare]
    if word.endswith("e"):
        stems += [
            bare.removesuffix(soft) + hard
            for soft, hards in _SOFTENED.items()
            if bare.endswith(soft)
            for hard in hards
        ]
    found = (_levelled(stem) for stem in stems if len(stem) >= _SHORT)
    return list(dict.fromkeys(found)) or [word]


def _levelled(stem: str) -> str:
    """Return a stem without what an ending changes in its vowels and soft consonants."""
    stem = stem.rstrip("ij") or stem
    return stem.translate(_PLAIN).replace("ia", "ie")
