"""From blocks to a transcript with its turns: speakers, roles, questions, header."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace

from qualcode.errors import Problem
from qualcode.reading.drafts import Block, Draft
from qualcode.reading.metadata import header_entry, parse_date
from qualcode.reading.questions import announced_question, heading_question
from qualcode.reading.speakers import guess_facilitator, role_of, speaker_labels, split_label
from qualcode.study import FACILITATOR, Transcript, address
from qualcode.wording import counted, percent, quoted


@dataclass
class Turn:
    """What one speaker said without a break; offsets are found when the text is put together."""

    text: str
    speaker: str = ""
    role: str = ""
    question: str = ""
    time: float = math.nan
    start: int = 0


def assemble(name: str, draft: Draft) -> tuple[Transcript, list[dict[str, object]], list[Problem]]:
    """Turn a draft into a transcript and the rows of its turns.

    Parameters
    ----------
    name : str
        Id of the transcript.
    draft : Draft

    Returns
    -------
    (Transcript, list of dict, list of Problem)
        Rows have the columns of :data:`qualcode.study.SEGMENTS`.
    """
    problems = list(draft.problems)
    meta = dict(draft.meta)
    parts, turns = _walk(draft.blocks, meta)
    problems += _name_facilitator(name, turns)
    _follow_announcements(turns)
    text = "".join(parts)
    rows = [
        {
            "segment": address(name, turn.start, turn.start + len(turn.text)),
            "transcript": name,
            "start": turn.start,
            "end": turn.start + len(turn.text),
            "time": turn.time,
            "speaker": turn.speaker,
            "role": turn.role,
            "question": turn.question,
            "text": turn.text,
        }
        for turn in turns
    ]
    problems += _speakerless(name, turns)
    return Transcript(name, text, meta), rows, problems


def _walk(blocks: list[Block], meta: dict[str, str]) -> tuple[list[str], list[Turn]]:
    """Put the text together and note where each turn lies in it."""
    labels = speaker_labels(block.text for block in blocks if block.speaker is None)
    named = bool(labels) or any(block.speaker for block in blocks)
    parts: list[str] = []
    turns: list[Turn] = []
    length = 0
    question = ""
    opened = False  # the first turn ends the header

    def add(piece: str) -> None:
        nonlocal length
        parts.append(piece)
        length += len(piece)

    for block in blocks:
        label, begin = _speaker(block, labels)
        asked = None
        if not label and not block.question:
            alone = block.alone and bool(labels) and bool(turns)
            asked = heading_question(block.text, marked=block.heading, alone=alone)
        entry = None if opened or label else header_entry(block.text)
        if entry:
            meta.setdefault(*entry)
            add(f"{block.text}\n")
        elif asked is not None:
            question = asked
            opened = True
            add(f"\n{block.text}\n\n" if parts else f"{block.text}\n\n")
        elif block.heading or (named and not label and not opened):
            if not opened and "date" not in meta and parse_date(block.text):
                meta["date"] = parse_date(block.text)
            add(f"{block.text}\n")
        else:
            opened = True
            said = block.text[begin:].strip()
            turn = Turn(
                said, label, block.role or role_of(label), block.question or question, block.time
            )
            if not label and named and turns and block.speaker is None:
                # a paragraph without a label goes on with whoever spoke before
                turn = replace(turn, speaker=turns[-1].speaker, role=turns[-1].role)
            elif label:
                add(f"{label}: ")
            turn.start = length
            turns.append(turn)
            add(f"{said}\n")
    return parts, turns


def _speaker(block: Block, labels: set[str]) -> tuple[str, int]:
    if block.speaker is not None:
        return block.speaker, 0
    label, begin = split_label(block.text)
    return (label, begin) if label in labels and block.text[begin:].strip() else ("", 0)


def _name_facilitator(name: str, turns: list[Turn]) -> list[Problem]:
    """Mark the facilitator's turns when no label says who leads."""
    if any(turn.role == FACILITATOR for turn in turns):
        return []
    guess, confidence = guess_facilitator([(turn.speaker, turn.text) for turn in turns])
    if not guess:
        return []
    for turn in turns:
        if turn.speaker == guess:
            turn.role = FACILITATOR
    return [
        Problem(
            name,
            f"za osobę prowadzącą uznano mówcę {quoted(guess)} (pewność {percent(confidence, 0)}); "
            "jej wypowiedzi nie wchodzą do zliczeń.",
        )
    ]


def _follow_announcements(turns: list[Turn]) -> None:
    """Carry the question the facilitator passes on to, where headings do not tell."""
    if any(turn.question for turn in turns):
        return
    question = ""
    for turn in turns:
        if turn.role == FACILITATOR:
            question = announced_question(turn.text) or question
        turn.question = question


def _speakerless(name: str, turns: list[Turn]) -> list[Problem]:
    without = Counter(bool(turn.speaker) for turn in turns)[False]
    if not turns or not without:
        return []
    if without == len(turns):
        return [
            Problem(name, "nie rozpoznano mówców; wszystkie wypowiedzi policzono jako uczestników.")
        ]
    return [
        Problem(
            name,
            f"{counted(without, 'wypowiedź', 'wypowiedzi', 'wypowiedzi')} bez mówcy policzono "
            "jako wypowiedzi uczestników.",
        )
    ]
