"""Texts as tokens with lemma and form; remembered, because several coders read the same text."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from qualcode.polish.documents import documents

_KEPT = 4096  # texts remembered: a few meetings
_memory: OrderedDict[tuple[str | None, str], tuple[Token, ...]] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Token:
    """What patterns see of a word: its place in the text and its names (lemma and form)."""

    start: int
    end: int
    names: tuple[str, ...]

    @property
    def lemma(self) -> str:
        """Return the lemma in lower case."""
        return self.names[0]


def tokenise(texts: Iterable[str], pipeline: str | None = None) -> list[tuple[Token, ...]]:
    """Return the tokens of each text, white space left out.

    Parameters
    ----------
    texts : iterable of str
    pipeline : str, optional
        Name of the spaCy pipeline that lemmatises.
    """
    wanted = list(texts)
    new = [text for text in dict.fromkeys(wanted) if (pipeline, text) not in _memory]
    fresh = dict(zip(new, map(_tokens, documents(new, pipeline)), strict=True))
    result = [fresh[text] if text in fresh else _memory[pipeline, text] for text in wanted]
    for text, tokens in fresh.items():
        _memory[pipeline, text] = tokens
    while len(_memory) > _KEPT:
        _memory.popitem(last=False)
    return result


def _tokens(doc: Any) -> tuple[Token, ...]:
    return tuple(
        Token(
            token.idx,
            token.idx + len(token.text),
            tuple(dict.fromkeys((token.lemma_.lower(), token.lower_))),
        )
        for token in doc
        if not token.is_space
    )
