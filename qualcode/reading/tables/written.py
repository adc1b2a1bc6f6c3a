"""What was written and not said: notes and votes from a wall, answers to a survey."""

from __future__ import annotations

from collections.abc import Iterable

from qualcode.reading.drafts import Block

_VOTE = "głosowanie"
_WALLS = ("karteczka", _VOTE)  # roles of what hung on a wall
_RESPONDENT = "respondent"


def is_posted(speaker: str | None, role: str) -> bool:
    """Tell a sticky note or a vote by its origin: "karteczka: tabela 1, wiersz 2"."""
    return role in _WALLS and (speaker or "").startswith(f"{role}: ")


def is_vote(role: str) -> bool:
    """Tell the role of a thing that was voted on."""
    return role == _VOTE


def is_written(blocks: Iterable[Block]) -> bool:
    """Tell walls of notes and surveys, which nobody leads: all else is an answer of its own.

    A survey names who answers and what was asked (or calls everybody a respondent), and nobody
    answers one question twice; in a talk people come back.
    """
    said = [block for block in blocks if not (block.aside or block.heading)]
    rows = [block for block in said if not is_posted(block.speaker, block.role)]
    if any(not b.speaker or not (b.question or b.role == _RESPONDENT) for b in rows):
        return False
    return bool(said) and len({(b.speaker, b.question) for b in rows}) == len(rows)
