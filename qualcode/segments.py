"""Segments: turns split into coding units of one to three sentences that never cross a speaker."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd

from qualcode.polish import describe_pipeline, load_pipeline
from qualcode.study import SEGMENTS, Study, address, frame

MAX_SENTENCES = 3
MAX_WORDS = 60
_WORD = re.compile(r"\w+")
_LAST = re.compile(r"(?<![\w-])([^\W\d_]+)$")
_SPACE = re.compile(r"\s*")
# Where speech without punctuation can be cut: before words that open a clause.
_OPENERS = frozenset(
    [
        "ale",
        "bo",
        "no",
        "więc",
        "tylko",
        "natomiast",
        "a",
        "i",
        "to",
        "czyli",
        "znaczy",
        "także",
        "albo",
        "jeszcze",
        "potem",
        "teraz",
        "u",
        "my",
        "ja",
        "on",
        "ona",
        "oni",
        "jak",
        "jeśli",
        "jeżeli",
        "kiedy",
        "gdyby",
        "bardzo",
        "dlatego",
        "ponieważ",
    ]
)
# What belongs to the words after it, so no unit of unpunctuated speech ends in it. Words people do
# end with ("jestem za", "nie wiem jak") are not here.
_HANGING = frozenset(
    "w we z ze na do od ode u o przez bez dla pod nad przy między ku wobec według oraz i a ale bo że "
    "żeby aby czy lub albo więc gdy jeśli jeżeli ponieważ gdyż choć chociaż niż ani".split()
)
Span = tuple[int, int]


def segment(
    study: Study,
    *,
    pipeline: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Study:
    """Split every turn into coding units.

    A unit is one to three sentences and at most sixty words of one speaker; a line break inside
    a turn always ends a unit. Long stretches without punctuation, as speech recognition writes
    them, are cut before words that open a clause. Codings of spans that stay are kept, those of
    spans that went are dropped.

    Parameters
    ----------
    study : Study
        With turns as :func:`qualcode.read` leaves them, or already segmented.
    pipeline : str, optional
        Name of a spaCy pipeline; the shipped one by default.
    progress : callable, optional
        Called with (turns done, turns in all).

    Returns
    -------
    Study
        With ``segments`` replaced; ids are addresses ``transcript:start-end``. ``about`` names
        the pipeline and its version.
    """
    nlp = load_pipeline(pipeline, needs=("sentences",))
    turns = study.segments
    rows: list[dict[str, Any]] = []
    docs = nlp.pipe(turns["text"])
    for done, (turn, doc) in enumerate(zip(turns.to_dict("records"), docs, strict=True), 1):
        for start, end in units(turn["text"], [(s.start_char, s.end_char) for s in doc.sents]):
            first, last = turn["start"] + start, turn["start"] + end
            rows.append(
                {
                    **turn,
                    "segment": address(turn["transcript"], first, last),
                    "start": first,
                    "end": last,
                    "text": turn["text"][start:end],
                }
            )
        if progress:
            progress(done, len(turns))
    segments = frame(SEGMENTS, pd.DataFrame(rows, columns=[column.name for column in SEGMENTS]))
    kept = study.codings["segment"].isin(segments["segment"])
    return study.with_(
        segments=segments,
        codings=study.codings[kept].reset_index(drop=True),
        about={**study.about, "pipeline": describe_pipeline(nlp)},
    )


def keep(study: Study, **conditions: str | list[str]) -> Study:
    """Keep the part of a study that meets all conditions.

    Parameters
    ----------
    study : Study
    **conditions : str or list of str
        A column of ``segments`` or a key of ``meta``, and the value or values to keep:
        ``keep(study, gmina="Żabin", role=["mieszkanka", "mieszkaniec"])``.

    Returns
    -------
    Study
        Transcripts without a segment left are dropped too.

    Raises
    ------
    MisuseError
        When a condition names neither a column nor a key.
    """
    segments = study.segments
    mask = pd.Series(True, index=segments.index)
    for name, wanted in conditions.items():
        values = study.attribute(name)
        mask &= values.isin([wanted] if isinstance(wanted, str) else list(wanted))
    segments = segments[mask].reset_index(drop=True)
    left = set(segments["transcript"])
    codings = study.codings[study.codings["segment"].isin(segments["segment"])]
    return study.with_(
        transcripts=tuple(item for item in study.transcripts if item.id in left),
        segments=segments,
        codings=codings.reset_index(drop=True),
    )


def units(text: str, sentences: list[Span]) -> list[Span]:
    """Group the sentences of one turn into coding units.

    Parameters
    ----------
    text : str
    sentences : list of (start, end)
        In order and without overlap; together they cover all words of ``text``.

    Returns
    -------
    list of (start, end)
        Trimmed of white space; every word of ``text`` lies in exactly one unit.
    """
    pieces = _unhung(text, [piece for sentence in sentences for piece in _lines(text, *sentence)])
    groups: list[list[Span]] = []
    for piece in pieces:
        before = groups[-1] if groups else None
        broken = before is not None and "\n" in text[before[-1][1] : piece[0]]
        if before is None or broken or not _fits(text, before, piece):
            groups.append([piece])
        else:
            before.append(piece)
    return [cut for group in groups for cut in _cuts(text, group[0][0], group[-1][1])]


def _unhung(text: str, pieces: list[Span]) -> list[Span]:
    """Move prepositions and conjunctions left at the end of a piece to the next one of its line."""
    moved: list[Span] = []
    begin: int | None = None  # of words taken from the piece before
    for place, (start, end) in enumerate(pieces):
        start = start if begin is None else begin
        begin = None
        if place + 1 < len(pieces) and "\n" not in text[end : pieces[place + 1][0]]:
            kept = _without_hanging(text, start, end)
            if kept < end:
                begin = _SPACE.match(text, kept).end()  # type: ignore[union-attr]
                end = kept
        if end > start:
            moved.append((start, end))
    return moved


def _without_hanging(text: str, start: int, end: int) -> int:
    """Return where a span ends without the hanging words last in it; with a full stop they stay."""
    while (last := _LAST.search(text, start, end)) and last[1] in _HANGING:
        end = start + len(text[start : last.start(1)].rstrip())
    return end


def _fits(text: str, group: list[Span], piece: Span) -> bool:
    return len(group) < MAX_SENTENCES and _words(text, group[0][0], piece[1]) <= MAX_WORDS


def _words(text: str, start: int, end: int) -> int:
    return len(_WORD.findall(text, start, end))


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the non-empty lines of a span, trimmed."""
    for match in re.compile(r"[^\n]+").finditer(text, start, end):
        left, right = match.span()
        left = _SPACE.match(text, left, right).end()  # type: ignore[union-attr]
        right = left + len(text[left:right].rstrip())
        if right > left:
            yield left, right


def _cuts(text: str, start: int, end: int) -> list[Span]:
    """Cut a span that is too long near its middle, at a clause if there is one, until it fits."""
    if _words(text, start, end) <= MAX_WORDS:
        return [(start, end)]
    words = list(_WORD.finditer(text, start, end))
    middle = len(words) // 2
    # nearest opener to the middle, but leave both halves at least a fifth of the words
    margin = len(words) // 5
    candidates = [
        place
        for place in range(max(1, margin), len(words) - margin)
        if words[place].group().lower() in _OPENERS
    ]
    place = min(candidates, key=lambda item: (abs(item - middle), item), default=middle)
    while place > 1 and words[place - 1].group() in _HANGING:
        place -= 1
    # punctuation before the opener stays with the left half, an opening mark with the right one
    right = words[place].start()
    while right > start and text[right - 1] in "„«(\"'":
        right -= 1
    left = start + len(text[start:right].rstrip())
    return [*_cuts(text, start, left), *_cuts(text, right, end)]
