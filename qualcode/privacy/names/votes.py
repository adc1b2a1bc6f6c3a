"""Names of people another spaCy pipeline finds: added to what masking finds, never instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from qualcode.polish import load_pipeline
from qualcode.privacy.mentions import PERSON, Mention
from qualcode.privacy.names.vocabulary import TITLES

_LABELS = frozenset({"persName", "PERSON", "PER"})
"""What pipelines call a person: the Polish, the English and most others."""
_WORD = re.compile(r"[^\W\d_]+")
Span = tuple[int, int]


def named(texts: Iterable[str], pipeline: str | None) -> Iterator[list[Span]]:
    """Yield the stretches of each text that a pipeline takes for a person's name.

    Parameters
    ----------
    texts : iterable of str
    pipeline : str or None
        None finds nothing: masking has its own finder.

    Raises
    ------
    MissingPartError
        When the pipeline is not installed or finds no names.
    """
    if pipeline is None:
        yield from ([] for _ in texts)
        return
    for doc in load_pipeline(pipeline, needs=("names",)).pipe(texts):
        yield [(e.start_char, e.end_char) for e in doc.ents if e.label_ in _LABELS]


def added(text: str, spans: Iterable[Span], found: Iterable[Mention]) -> list[Mention]:
    """Return mentions of the named words nobody masks yet, side by side ones as one."""
    taken = {place for mention in found if mention.masked for place in range(*_span(mention))}
    extra: list[Span] = []
    for first, last in spans:
        for match in _WORD.finditer(text, first, last):
            start, end = match.span()
            if not taken.isdisjoint(range(start, end)) or match[0].lower() in TITLES:
                continue
            if extra and extra[-1][0] >= first and text[extra[-1][1] : start] in (" ", "-"):
                start = extra.pop()[0]
            extra.append((start, end))
    reason = "wskazał je potok podany przez użytkownika"
    return [Mention(start, end, PERSON, False, reason, rank=1) for start, end in extra]


def _span(mention: Mention) -> Span:
    return mention.start, mention.end
