"""Where sentences begin: a classifier of the gaps between tokens.

This is for punctuated text, where a gap may be a boundary when something before or after it looks
like one. Speech written down without punctuation is cut by :mod:`qualcode.polish.units`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from qualcode.polish.features import numbers
from qualcode.polish.readings import dictionary

BITS = 17
ENDS = frozenset({".", "!", "?", "…", "...", "..", "?!", "!?", "!!", "!!!", "??"})
_CLOSERS = frozenset("\"”»)]'’")
_OPENERS = frozenset("\"„«([“-–—•*'‘")
_SHIFT = np.uint64(64 - BITS)
_NAMES = frozenset({"nazwisko", "imię", "nazwa_geograficzna", "nazwa_własna", "przydomek"})


class Gap(NamedTuple):
    """A gap that may be a boundary.

    Parameters
    ----------
    at : int
        The token after it.
    features : list of str
    lean : int
        Added to its score: what NKJP, whose copy lost headings and lists, does not teach.
    """

    at: int
    features: list[str]
    lean: int = 0


_BASE, _FUNCTION_WORD, _AFTER_COLON, _DASH = 6, 40, 15, -200
_NOMINAL = frozenset("subst adj ger ppas pact depr adja adjp".split())


class Looks:
    """What the dictionary says of a form, in a few letters; bounded cache."""

    def __init__(self) -> None:
        self.dictionary = dictionary()
        self.abbreviated: Callable[[str], bool] = lru_cache(20_000)(self._abbreviated)
        self.of_capital: Callable[[str], str] = lru_cache(20_000)(self._of_capital)
        self.classes: Callable[[str], str] = lru_cache(30_000)(self._classes)

    def _abbreviated(self, word: str) -> bool:
        return bool(
            self.dictionary.abbreviations(word) or self.dictionary.abbreviations(word.lower())
        )

    def _of_capital(self, form: str) -> str:
        """Tell whether a capitalised form is a name, a common word, both or unknown."""
        readings = self.dictionary.readings(form)
        name = any(not _NAMES.isdisjoint(r.kinds) for r in readings)
        common = any(r.lemma[:1].islower() for r in readings)
        return f"{'n' if name else ''}{'c' if common else ''}" or "?"

    def _classes(self, form: str) -> str:
        classes = {r.tag.partition(":")[0] for r in self.dictionary.readings(form)}
        return "_".join(sorted(classes)[:4]) or "?"


def shape(form: str) -> str:
    """Return the look of a token: ``u`` capitalised, ``U`` capitals, ``l`` small, ``d`` digit."""
    first = form[:1]
    if first.isupper():
        return "U" if len(form) > 1 and form.isupper() else "u"
    if first.islower():
        return "l"
    return "d" if first.isdigit() else f"P{first}"


def gaps(forms: Sequence[str], spaces: Sequence[bool], looks: Looks) -> list[Gap]:
    """Return the gaps of punctuated text that may be sentence boundaries.

    Parameters
    ----------
    forms : sequence of str
    spaces : sequence of bool
        Whether white space follows each token.
    looks : Looks
    """
    found = []
    since = 0
    for index in range(1, len(forms)):
        since += 1
        if not spaces[index - 1]:
            continue
        before, after = forms[index - 1], forms[index]
        if (
            before in ENDS
            or before[-1:] in _CLOSERS
            or before in (":", ";")
            or after[:1].isupper()
            or after[:1] in _OPENERS
            or after[:1].isdigit()
        ):
            found.append(_gap(forms, index, looks, since))
        if before in ENDS:
            since = 0
    return found


def _gap(forms: Sequence[str], index: int, looks: Looks, since: int) -> Gap:
    return Gap(index, _features(forms, index, looks, since), _lean(forms, index, looks))


def _lean(forms: Sequence[str], index: int, looks: Looks) -> int:
    """Favour a capital that only a sentence start explains: after no mark, on a verb, on a „że”."""
    back = index - 1
    while back > 0 and forms[back] in _CLOSERS:
        back -= 1
    after = forms[index]
    if forms[back] in ENDS:
        return _BASE
    if after in ("-", "–", "—"):
        return _BASE + _DASH
    if shape(after) != "u" or looks.of_capital(after) != "c":
        return _BASE
    nominal = _NOMINAL.issuperset(looks.classes(after.lower()).split("_"))
    lean = _BASE + (0 if nominal else _FUNCTION_WORD)
    return lean + (_AFTER_COLON if forms[back] in (",", ":", ";") else 0)


def _features(forms: Sequence[str], index: int, looks: Looks, since: int) -> list[str]:
    back = index - 1
    closed = ""
    while back > 0 and forms[back] in _CLOSERS:
        closed, back = forms[back], back - 1
    end = forms[back] if forms[back] in ENDS or forms[back] in (":", ";", ",") else ""
    word = forms[back - 1] if end and back else forms[back]
    ahead = index
    opened = ""
    while ahead + 1 < len(forms) and forms[ahead] in _OPENERS:
        opened, ahead = forms[ahead], ahead + 1
    core, follower = forms[ahead], forms[ahead + 1] if ahead + 1 < len(forms) else ""
    low, look = word.lower(), shape(core)
    short = int(end == "." and looks.abbreviated(word))
    kind = f"{len(word)}{shape(word)}" if len(word) < 4 else shape(word)
    lex = looks.of_capital(core) if look in "uU" else ""
    far = min(since // 4, 6)
    mark = f"{end[:2]}{closed}{opened}"
    return [
        "b", f"T{mark}", f"w{low}{end[:1]}", f"k{kind}{end[:1]}", f"L{look}{end[:1]}",
        f"c{core.lower()}{end[:1]}", f"TL{mark}{look}{lex}", f"a{short}{look}{kind}",
        f"kl{kind}{look}{lex}{end[:1]}", f"wl{low}{look}", f"f{shape(follower)}{look}{end[:1]}",
        f"x{lex}{end[:1]}{shape(word)}", f"s{far}{end[:1]}{look}", f"cc{core.lower()}{shape(word)}",
        f"lo{looks.classes(core.lower()) if look == 'u' else look}{end[:1]}{lex}",
        f"wc{looks.classes(low) if not end else ''}{look}{lex}", f"fo{follower.lower()}{look}{end[:1]}",
        f"p{forms[back - 2].lower() if back > 1 else ''}{low if end else ''}{end[:1]}",
    ]  # fmt: skip


def rows(found: Sequence[Gap]) -> list[np.ndarray]:
    """Return the addresses of the features of every gap."""
    return [(numbers(gap.features) >> _SHIFT).astype(np.int64) for gap in found]


def scores(found: Sequence[Gap], weights: np.ndarray) -> np.ndarray:
    """Return the score of every gap; above zero is a boundary."""
    if not found:
        return np.zeros(0, dtype=np.int64)
    width = len(found[0].features)
    codes = numbers([text for gap in found for text in gap.features])
    where = (codes >> _SHIFT).astype(np.int64).reshape(len(found), width)
    leans = np.fromiter((gap.lean for gap in found), np.int64, len(found))
    return weights[where].sum(axis=1, dtype=np.int64) + leans


def begins(
    forms: Sequence[str], spaces: Sequence[bool], weights: np.ndarray, looks: Looks
) -> list[int]:
    """Return the tokens that begin a sentence of punctuated text, the first one included.

    Parameters
    ----------
    forms : sequence of str
    spaces : sequence of bool
        Whether white space follows each token.
    weights : ndarray of int8
    looks : Looks
    """
    found = gaps(forms, spaces, looks)
    return [0, *(g.at for g, s in zip(found, scores(found, weights), strict=True) if s > 0)]
