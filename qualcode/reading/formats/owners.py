"""Whose a piece of speech without a name is: of the speaker before it, or nobody's known.

Zoom leaves some captions of one long turn without a name, and so it does with people whom it does
not know. A piece that goes on with a sentence is the former. One that begins a sentence, or comes
after a pause, is trusted only where the whole file leaves names out in that way.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from qualcode.reading.formats.pieces import PAUSE, Piece, ends_sentence
from qualcode.wording import counted, listed

SUFFIXES = ()  # shared by captions and speech recognition
_HABIT = 0.5  # share of nameless pieces that go on with a sentence where names are left out
_FEW, _SHARE = 2, 0.25  # so many pieces, and such a share, go without names written once a turn
_SHOWN = 5  # times named in a note


@dataclass
class Owned:
    """Pieces with their speakers, and what there is to tell of those without a name."""

    pieces: list[Piece]
    carried: int = 0  # given to the speaker before
    doubtful: list[float] = field(default_factory=list)  # … though they may be another's
    unknown: list[float] = field(default_factory=list)  # left without a speaker


def owned(pieces: Iterable[Piece], *, at_changes: bool = False) -> Owned:
    """Give pieces without a name the speaker before them, where nothing speaks against it.

    Parameters
    ----------
    pieces : iterable of Piece
    at_changes : bool
        True for a format in which a name may be written only where the speaker changes.
    """
    given = list(pieces)
    said = [piece for piece in given if not piece.aside]
    if not any(piece.speaker for piece in said):
        return Owned([replace(piece, speaker=piece.speaker or "") for piece in given])
    trusted = _goes_on(said) or (at_changes and _named_once(said))
    result = Owned([])
    before: Piece | None = None
    for piece in given:
        if not piece.aside:
            before = piece = _placed(piece, before, trusted, result)
        result.pieces.append(piece)
    return result


def told(found: Owned, forms: tuple[str, str, str], of: str) -> list[str]:
    """Return sentences on the pieces without a name; the forms are those of "napis", "napisu"."""
    sentences = []
    if found.carried:
        sentence = f"{counted(found.carried, *forms)} bez mówcy przypisano mówcy {of} poprzedniego"
        if found.doubtful:
            sentence += (
                f"; sprawdź w nagraniu{_times(found.doubtful)}, bo zaczyna się tam nowe zdanie albo kończy "
                "przerwa, i dopisz w pliku mówcę, jeśli to ktoś inny"
            )
        sentences.append(f"{sentence}.")
    if found.unknown:
        sentences.append(
            f"{counted(len(found.unknown), *forms)} bez mówcy{_times(found.unknown)} przypisano "
            "nieznanemu mówcy, bo nie widać, że to ciąg dalszy; jeśli mówi ktoś z nazwanych, dopisz "
            "go w pliku."
        )
    return sentences


def _placed(piece: Piece, before: Piece | None, trusted: bool, result: Owned) -> Piece:
    """Return a piece with its speaker, and note how it was found."""
    if piece.speaker is not None or piece.change:
        return replace(piece, speaker=piece.speaker or "")
    doubt = before is None or _fresh(before, piece) or _late(before, piece)
    if before is None or not before.speaker or (doubt and not trusted):
        result.unknown.append(piece.time)
        return replace(piece, speaker="")
    result.carried += 1
    if doubt:
        result.doubtful.append(piece.time)
    return replace(piece, speaker=before.speaker)


def _fresh(before: Piece, piece: Piece) -> bool:
    return ends_sentence(before.text, piece.text)


def _late(before: Piece, piece: Piece) -> bool:
    return piece.time - before.end > PAUSE


def _goes_on(pieces: list[Piece]) -> bool:
    """Tell whether pieces without a name mostly go on with a sentence."""
    pairs = [(a, b) for a, b in itertools.pairwise(pieces) if b.speaker is None and not b.change]
    return sum(not _fresh(a, b) for a, b in pairs) >= max(1, _HABIT * len(pairs))


def _named_once(pieces: list[Piece]) -> bool:
    """Tell whether a name stands only where the speaker changes: no two in a row are the same."""
    names = [piece.speaker for piece in pieces if piece.speaker]
    nameless = sum(piece.speaker is None and not piece.change for piece in pieces)
    changes = all(a != b for a, b in itertools.pairwise(names))
    return changes and len(names) > _FEW and nameless >= max(_FEW, _SHARE * len(pieces))


def _times(times: list[float]) -> str:
    """Return times as `` (0:05 i 1:02)``, the first few of them; nothing when none is known."""
    known = [int(time) for time in times if time == time]
    if not known:
        return ""
    shown = [f"{time // 60}:{time % 60:02}" for time in known[:_SHOWN]]
    more = len(known) - _SHOWN
    rest = [counted(more, "inny", "inne", "innych")] if more > 0 else []
    return f" ({listed([*shown, *rest])})"
