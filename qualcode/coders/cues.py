"""Cues: lemma patterns that are signs of a code, kept as data beside the codebook.

A pattern is words apart by spaces. A word matches a token by its lemma or its form, case
ignored; ``opiek*`` matches any ending, ``a/b`` either word, ``...`` up to three tokens between.
The particle "się" is left out on both sides, because it wanders: "boję się" and "się boję".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qualcode.coders.tokens import Token
from qualcode.errors import CodebookError
from qualcode.wording import quoted, suggestion

GAP = "..."
WANDERING = "się"
MAX_GAP = 3
KINDS = ("sure", "lack", "wish", "asked", "hint", "not")
_TOP_KEYS = ("lack_words", "wish_words", "negations", "negatable", "questions", "codes")


@dataclass(frozen=True)
class Hit:
    """A pattern found: tokens ``first``…``last`` (inclusive)."""

    first: int
    last: int
    pattern: str
    label: Any


@dataclass(frozen=True)
class Cues:
    """The cue file of a codebook, parsed.

    Attributes
    ----------
    patterns : PatternIndex
        Labels are ``(code, kind)`` with kind one of :data:`KINDS`.
    scopes : PatternIndex
        Labels ``"lack"``, ``"wish"`` and ``"negation"``.
    negatable : frozenset of str
        Facets whose cues do not count when negated.
    questions : PatternIndex
        Labels are ids of facets or codes: words by which a question is known to ask for them.
    """

    patterns: PatternIndex
    scopes: PatternIndex
    negatable: frozenset[str]
    questions: PatternIndex


Step = tuple[str, ...] | None  # the words a step accepts; None is a gap


class PatternIndex:
    """Finds many patterns at once; looked up by their first word or its beginning."""

    def __init__(self, patterns: Iterable[tuple[str, Any]]) -> None:
        self._by_word: dict[str, list[tuple[str, Any, list[Step]]]] = {}
        for text, label in patterns:
            steps: list[Step] = [
                None if word == GAP else tuple(word.lower().split("/"))
                for word in text.split()
                if word != WANDERING
            ]
            for word in steps[0] or ():
                self._by_word.setdefault(word, []).append((text, label, steps))
        # "op*" is looked up as the first letters of a token
        self._starts = sorted({len(word) - 1 for word in self._by_word if word.endswith("*")})

    def find(self, tokens: Sequence[Token]) -> Iterator[Hit]:
        """Yield all hits in the order of their first token.

        Parameters
        ----------
        tokens : sequence of Token
            Without the particle "się" (see :func:`standing`).
        """
        for first, token in enumerate(tokens):
            keys = {name: None for name in token.names}
            keys |= {f"{name[:size]}*": None for name in token.names for size in self._starts}
            found: dict[tuple[str, Any], Hit] = {}
            for key in keys:
                for text, label, steps in self._by_word.get(key, ()):
                    last = _match(tokens, first, steps)
                    if last is not None:
                        found.setdefault((text, label), Hit(first, last, text, label))
            yield from found.values()


def standing(tokens: Iterable[Token]) -> list[Token]:
    """Return the tokens patterns look at: all but the particle "się"."""
    return [token for token in tokens if WANDERING not in token.names]


def _match(tokens: Sequence[Token], first: int, steps: list[Step]) -> int | None:
    """Return the index of the last matched token, or None."""
    place = first
    gap = 0
    for step in steps:
        if step is None:
            gap = MAX_GAP
            continue
        for candidate in range(place, min(place + gap + 1, len(tokens))):
            if _fits(tokens[candidate], step):
                place, gap = candidate + 1, 0
                break
        else:
            return None
    return place - 1


def _fits(token: Token, step: tuple[str, ...]) -> bool:
    return any(
        name.startswith(wanted[:-1]) if wanted.endswith("*") else name == wanted
        for wanted in step
        for name in token.names
    )


def load_cues(path: Path, codes: Iterable[str]) -> Cues:
    """Read a cue file.

    Raises
    ------
    CodebookError
        When it names an unknown code or kind of cue.
    """
    import yaml

    known = list(codes)
    try:
        # the C loader reads the cue file ten times faster where it is built in
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        data = yaml.load(path.read_text(encoding="utf-8"), loader)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CodebookError(f"{path.name}: to nie jest poprawny YAML w UTF-8.") from error
    for key in data:
        if key not in _TOP_KEYS:
            raise CodebookError(
                f"{path.name}: nieznany klucz {quoted(key)}.{suggestion(key, _TOP_KEYS)}"
            )
    patterns = []
    for code, kinds in (data.get("codes") or {}).items():
        if code not in known:
            raise CodebookError(
                f"{path.name}: nieznany kod {quoted(code)}.{suggestion(code, known)}"
            )
        for kind, entries in kinds.items():
            if kind not in KINDS:
                raise CodebookError(
                    f"{path.name}: kod {quoted(code)} ma nieznany rodzaj wskazówek "
                    f"{quoted(kind)}.{suggestion(kind, KINDS)}"
                )
            patterns += [(pattern, (code, kind)) for pattern in entries]
    return Cues(
        patterns=PatternIndex(patterns),
        scopes=PatternIndex(
            [(pattern, "lack") for pattern in data.get("lack_words") or ()]
            + [(pattern, "wish") for pattern in data.get("wish_words") or ()]
            + [(pattern, "negation") for pattern in data.get("negations") or ()]
        ),
        negatable=frozenset(data.get("negatable") or ()),
        questions=PatternIndex(
            (pattern, asked)
            for asked, entries in (data.get("questions") or {}).items()
            for pattern in entries
        ),
    )
