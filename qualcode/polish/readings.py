"""Dictionary readings of one written word.

Morfeusz cuts ``zrobiłbym`` into three segments; the treebank keeps one surface word whose lemma
is that of its head. The head is the first segment that is neither an agglutinate nor
punctuation, or the last one when a hyphen stands inside.
"""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from typing import Any, NamedTuple

_ARCHAIC = re.compile(r"daw|przest|rzad|gwar|reg\.|char|indyw|niepopr|żart")
_WARNED: set[str] = set()
_INFLECTED = ("praet", "winien", "ppas", "adj:sg:nom", "adj:pl:nom", "pred")
_LOST = "\ufffd"  # stands for letters that an encoding lost
_MOST_KEPT = 60_000
_MOST_PATHS = 400
"""Compounds of many ambiguous segments have thousands of paths; the first ones say it all."""


class Reading(NamedTuple):
    """One way to read a word: lemma, Morfeusz tag, kinds of name, archaic or not."""

    lemma: str
    tag: str
    kinds: tuple[str, ...] = ()
    archaic: bool = False


_made: Any = tuple.__new__
"""Makes a named tuple without the cost of its own constructor."""


def bare(lemma: str) -> str:
    """Strip the homonym mark from a Morfeusz lemma: ``Jan:Sm1`` → ``Jan``."""
    end = lemma.find(":", 1)
    return lemma[:end] if end > 0 else lemma


@lru_cache(maxsize=1)
def dictionary() -> Dictionary:
    """Return the dictionary of this process: Morfeusz can be neither pickled nor copied."""
    return Dictionary()


class Dictionary:
    """Morfeusz with SGJP, or simplemma where Morfeusz has no wheel; bounded cache."""

    def __init__(self) -> None:
        self._engine: Any = None
        self._told: dict[tuple[int, int, int], tuple[str, tuple[str, ...], bool]] = {}
        self._known: dict[str, tuple[Reading, ...]] = {}
        self._short: dict[str, tuple[Reading, ...]] = {}
        self.has_tags = True
        try:
            import morfeusz2

            self._engine = morfeusz2.Morfeusz(generate=False)
            self._native = self._engine._morfeusz_obj
            self.version = f"morfeusz2 {morfeusz2.__version__}, {self._engine.dict_id()}"
        except ImportError:
            self._fall_back()

    def _fall_back(self) -> None:
        import simplemma

        self.has_tags = False
        self.version = f"simplemma {getattr(simplemma, '__version__', '')}".strip()
        if "simplemma" not in _WARNED:
            _WARNED.add("simplemma")
            warnings.warn(
                "Morfeusz nie ma paczki dla tego systemu; formy podstawowe podaje simplemma, "
                "z większą liczbą błędów i bez cech gramatycznych.",
                stacklevel=4,
            )

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Return the readings of a word, none when the dictionary lacks it."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            found = self._known[word] = tuple(self._read(word))
        return found

    def _read(self, word: str) -> list[Reading]:
        if not self.has_tags:
            return self._simple(word)
        segments = self._segments(word)
        if not segments:
            return []
        end = max(segment[1] for segment in segments)
        if end == 1:
            heads = [reading for _, _, _, reading in segments]
        else:
            whole = [r for start, stop, _, r in segments if start == 0 and stop == end]
            heads = _heads(segments, end)
            if whole:  # gdzieś is an adverb of its own, only verbs take the ending beside it
                heads = [r for r in heads if r in whole or r.tag.startswith(_INFLECTED)]
        return [] if any(r.tag == "ign" for r in heads) else list(dict.fromkeys(heads))

    def abbreviations(self, word: str) -> tuple[Reading, ...]:
        """Return the readings of a word as an abbreviation written with a full stop."""
        found = self._short.get(word)
        if found is None:
            if len(self._short) >= _MOST_KEPT:
                self._short.clear()
            found = self._short[word] = tuple(self._abbreviated(word))
        return found

    def _abbreviated(self, word: str) -> list[Reading]:
        if not self.has_tags:
            return []
        return [
            reading
            for start, _, item, reading in self._segments(word + ".")
            if start == 0 and reading.tag.startswith("brev") and item.orth == word
        ]

    def first_parts(self, word: str) -> list[Reading]:
        """Return the readings of a word as the first part of a compound: biało- → biały."""
        if not self.has_tags:
            return []
        return [
            reading
            for start, _, _, reading in self._segments(word + "-polski")
            if start == 0 and reading.tag.startswith("adja")
        ]

    def _simple(self, word: str) -> list[Reading]:
        import simplemma

        lemma = simplemma.lemmatize(word, lang="pl")
        known = lemma != word or simplemma.is_known(word, lang="pl")
        tag = "subst" if word[:1].isupper() else "frag"
        return [Reading(lemma, tag)] if known else []

    def _segments(self, word: str) -> list[tuple[int, int, Any, Reading]]:
        if _LOST in word:  # Morfeusz would complain on the screen
            return []
        found = []
        told = self._told
        for item in self._native.analyse(word):
            key = (item.tagId, item.nameId, item.labelsId)
            shared = told.get(key)
            if shared is None:
                shared = told[key] = self._tell(item)
            reading = _made(Reading, (bare(item._lemma), *shared))
            found.append((item.startNode, item.endNode, item, reading))
        return found

    def _tell(self, item: Any) -> tuple[str, tuple[str, ...], bool]:
        """Return tag, kinds of name and age of an interpretation; there are few of them."""
        native = self._native
        labels = item.getLabels(native)
        archaic = bool(labels and _ARCHAIC.search(labels[0]))
        return item.getTag(native), tuple(item.getName(native)), archaic


def _heads(segments: list[tuple[int, int, Any, Reading]], end: int) -> list[Reading]:
    following: dict[int, list[tuple[int, Reading]]] = {}
    for start, stop, _, reading in segments:
        following.setdefault(start, []).append((stop, reading))
    heads: list[Reading] = []

    def walk(node: int, path: list[Reading]) -> None:
        if len(heads) > _MOST_PATHS:
            return
        if node == end:
            heads.append(_head(path))
            return
        for stop, reading in following.get(node, ()):
            walk(stop, [*path, reading])

    walk(0, [])
    return heads


def _head(path: list[Reading]) -> Reading:
    hyphenated = any(reading.tag == "interp" for reading in path)
    bearers = [r for r in path if not r.tag.startswith(("aglt", "interp"))] or path
    return bearers[-1] if hyphenated else bearers[0]
