"""Pieces of speech with times (captions, segments of speech recognition) put together as turns.

Pieces of one speaker make a turn. Where nobody knows who speaks, pieces make units that end where
a sentence ends: at its mark, in speech without marks at a pause, and at the latest after so many
words that a time still leads to the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from qualcode.reading.drafts import UNKNOWN_TIME, Block
from qualcode.reading.formats.notices import is_notice

SUFFIXES = ()  # shared by captions and speech recognition
PAUSE = 3.0  # seconds of silence after which somebody else may speak
_BREATH = 1.0  # seconds of silence that end a sentence where no marks do
_LONGEST = 100  # words of a unit, some forty seconds
_MARKED = 0.1  # share of pieces with a full stop in a text that has them
_TITLES = 0.8  # share of pieces with a capital where each is a statement of its own
_END = re.compile(r"[.!?…]+[\"”»’)\]]*$|(?:https?://|www\.)\S+$")  # an address has no full stop
_INNER = re.compile(r"[.!?…]+[\"”»’)\]]*\s+(?=[\"„«(]?[^\W\d_a-ząćęłńóśźż])")
# a full stop after these belongs to a word, and a capital may follow; so does one after an initial
_ABBREVIATED = re.compile(
    r"(?i)(?:^|[\s(„])(?:ul|al|pl|os|dr|prof|mgr|inż|hab|ks|św|im|np|tzw|tzn|tj|gm|woj|pow|nr|art|ust|"
    r"pkt|bp|abp|[^\W\d_])\.$|^\d+\.$"
)
# ">>tak<<" are quotation marks
_CHANGE = re.compile(r"(?:^|\s)>{2,3}(?![^<>]*<<)")
_SOUNDS = (
    r"(?:muzyka|muzyczka|oklaski|brawa|śmiech\w*|gwar|szum\w*|hałas\w*|cisza|kaszel|westchnieni\w|dzwonek|"
    r"dźwięk\w*|niezrozumiał\w+|niesłyszaln\w+|niewyraźn\w+|brak dźwięku|music|applause|laugh\w*|"
    r"inaudible|unintelligible|silence|noise|cheering|crosstalk)(?: [^\W\d_]+){0,3}"
)
_SOUND = re.compile(rf"(?i)^[\[(*♪♫]+\s*{_SOUNDS}\s*[\])*♪♫]+")


@dataclass(frozen=True)
class Piece:
    """What was heard or shown at once.

    Parameters
    ----------
    text : str
    speaker : str or None
        ``""`` when somebody unknown speaks, None when the file does not say.
    time, end : float
        Seconds from the start of the recording, NaN when unknown.
    change : bool
        True when the file says that another person begins here.
    aside : bool
        True for what nobody said.
    """

    text: str
    speaker: str | None = None
    time: float = UNKNOWN_TIME
    end: float = UNKNOWN_TIME
    change: bool = False
    aside: bool = False


def is_sound(text: str) -> bool:
    """Tell a sound described in brackets: ``[muzyka]``, ``(śmiech na sali)``."""
    match = _SOUND.match(text)
    return match is not None and match.end() == len(text.rstrip())


def parted(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces with ``>>`` taken off as a change of speaker, and sounds and notices apart."""
    for piece in pieces:
        if piece.speaker is not None:
            yield replace(piece, aside=is_notice(piece.text))
            continue
        for number, text in enumerate(_CHANGE.split(piece.text)):
            change = piece.change or number > 0
            sound = _SOUND.match(text.strip())
            if sound:
                yield replace(piece, text=sound[0], aside=True)
            said = text.strip()[sound.end() if sound else 0 :].strip()
            if said:
                yield replace(piece, text=said, change=change, aside=is_notice(said))


def turns(pieces: Iterable[Piece]) -> list[Block]:
    """Join pieces of one speaker into turns, those of unknown ones into units of sentences.

    Sounds stand where they were heard, but never inside what a known speaker said.
    """
    everything = list(pieces)
    style = _Style.of([piece for piece in everything if not (piece.speaker or piece.aside)])
    blocks: list[Block] = []
    run: list[Piece] = []
    asides: list[Block] = []

    def close() -> None:
        blocks.extend(_said(run, style))
        blocks.extend(asides)
        run.clear()
        asides.clear()

    for piece in everything:
        if piece.aside:
            asides.append(Block(piece.text, time=piece.time, aside=True))
            if not (run and run[-1].speaker):
                close()
            continue
        if run and piece.speaker != run[-1].speaker:
            close()
        run.append(piece)
    close()
    return blocks


def ends_sentence(text: str, following: str = "") -> bool:
    """Tell whether a sentence ends with a text, given the text after it.

    Examples
    --------
    >>> ends_sentence("Nie ma kto pracować.", "Opiekunki odchodzą")
    True
    >>> ends_sentence("To kosztuje 120 tys.", "zł rocznie")
    False
    """
    if not _END.search(text) or _ABBREVIATED.search(text):
        return False
    return not following.lstrip('…-–— ."„«(')[:1].islower()


def _said(run: list[Piece], style: _Style) -> list[Block]:
    if run and run[0].speaker:
        text = " ".join(piece.text for piece in run)
        return [Block(text, run[0].speaker, time=run[0].time)]
    return list(_units(run, style))


@dataclass(frozen=True)
class _Style:
    """How a file writes what unknown people say: with full stops, and a statement a piece."""

    marked: bool
    apart: bool

    @classmethod
    def of(cls, pieces: list[Piece]) -> _Style:
        ends = sum(bool(_END.search(p.text) or _INNER.search(p.text)) for p in pieces)
        marked = ends > _MARKED * len(pieces)
        capitals = sum(piece.text[:1].isupper() for piece in pieces)
        return cls(marked, not marked and capitals >= _TITLES * len(pieces))

    def ends(self, piece: Piece, after: Piece) -> bool:
        """Tell whether the unit ends between two pieces."""
        if after.change or self.apart or ends_sentence(piece.text, after.text):
            return True
        silence = after.time - piece.end
        return silence > PAUSE if self.marked else not silence < _BREATH  # unknown: nothing joins


def _units(run: list[Piece], style: _Style) -> Iterator[Block]:
    """Yield units of whole sentences, each with the time at which it begins."""
    parts: list[str] = []
    time, who = UNKNOWN_TIME, None
    for place, piece in enumerate(run):
        if not parts:
            time, who = piece.time, piece.speaker
        parts.append(piece.text)
        last = place + 1 == len(run)
        if last or style.ends(piece, run[place + 1]):
            yield Block(" ".join(parts), who, time=time)
            parts = []
            continue
        cut = _last_end(piece.text)
        if not cut and sum(len(part.split()) for part in parts) >= _LONGEST:
            cut = len(piece.text)
        if cut:
            yield Block(" ".join([*parts[:-1], piece.text[:cut].rstrip()]), who, time=time)
            rest = piece.text[cut:].lstrip()
            parts, time, who = [rest] if rest else [], piece.time, piece.speaker


def _last_end(text: str) -> int:
    """Return where the last sentence that ends inside a text ends, or 0."""
    ends = [match.end() for match in _INNER.finditer(text)]
    return max((end for end in ends if ends_sentence(text[:end].rstrip())), default=0)
