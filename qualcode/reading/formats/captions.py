"""Captions: WebVTT as Zoom, Teams, Meet and YouTube write it, SubRip, and YouTube's SBV."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from qualcode.errors import InputError, Problem
from qualcode.reading.decoding import encoding_note, read_text
from qualcode.reading.drafts import Block, Draft
from qualcode.reading.formats.owners import owned, told
from qualcode.reading.formats.pieces import Piece, is_sound, parted, turns
from qualcode.reading.voices.speakers import is_person, speaker_labels, split_label
from qualcode.wording import counted

SUFFIXES = (".vtt", ".srt", ".sbv")
_STAMP = r"(?:\d{1,4}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,6})?"
_TIME = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,6}))?")
_ARROW = re.compile(rf"^\s*({_STAMP})\s*-->\s*({_STAMP})(?![\w:.,])")
_SBV = re.compile(r"^(\d{1,2}:\d{2}:\d{2}\.\d{3}),(\d{1,2}:\d{2}:\d{2}\.\d{3})$")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_TAG = re.compile(r"</?(?:[a-zA-Z][^<>\n]*|[\d:.]+)?>")
_ROLLING = re.compile(r"<\d{1,2}:\d{2}(?::\d{2})?\.\d{3}>")
# what a page would run or draw, not show
_HIDDEN = re.compile(r"(?is)<(script|style)\b[^<>]*>.*?</\1\s*>")
_DASH = re.compile(r"^(?:--?|–|—)\s*(?=\S)")
_HEADS = ("NOTE", "STYLE", "REGION")
_NAMED = re.compile(r"^\(([^\W\d_][^()]{1,60})\)$")  # Google Meet: a name alone in brackets
_HABIT, _ROLLED = 2, 0.4  # so many cues, and such a share, that repeat are no chance
_HEADED = 0.8  # share of cues under a name where the names have a line of their own


@dataclass(frozen=True)
class Cue:
    """One caption: its lines, its times, and the names its voice tags give."""

    lines: tuple[str, ...]
    start: float
    end: float


def draft(path: Path) -> Draft:
    """Read cues; one without a name goes on with the speaker before it, unless that is doubtful.

    Raises
    ------
    InputError
        When there is no cue with text.
    """
    text, encoding = read_text(path)
    blocks, problems = caption_blocks(text, path.name)
    if not blocks:
        raise InputError("w napisach nie ma żadnego tekstu; sprawdź, czy nagrano ścieżkę z mową")
    note = encoding_note(encoding, text)
    return Draft(blocks, problems=[*problems, *([Problem(path.name, note)] if note else [])])


def caption_blocks(text: str, name: str) -> tuple[list[Block], list[Problem]]:
    """Return the turns of a caption file, and what was wrong with its cues."""
    cues = list(_cues(_shown(text)))
    broken = sum(cue.start != cue.start for cue in cues)
    empty = sum(not any(_plain(line) for line in cue.lines) for cue in cues)
    rolling = bool(_ROLLING.search(text))
    names = _name_lines(cues)
    pieces = [piece for cue in cues for piece in _pieces(cue, names)]
    pieces = _labelled(list(parted(_without_rolling(pieces, rolling))))
    found = owned(pieces, at_changes=True)
    sentences = [
        sentence
        for count, sentence in (
            (broken, f"{counted(broken, 'napis ma', 'napisy mają', 'napisów ma')} zepsuty czas "
             "albo go nie ma; tekst zachowano bez czasu."),
            (empty, f"{counted(empty, 'napis jest pusty', 'napisy są puste', 'napisów jest pustych')}"
             " i nic nie wnosi."),
        )
        if count
    ]  # fmt: skip
    sentences += told(found, ("napis", "napisy", "napisów"), "napisu")
    return turns(found.pieces), [Problem(name, sentence) for sentence in sentences]


def _shown(text: str) -> str:
    """Return a text without what a page would hide; an arrow is the next cue."""
    parts = text.split("-->")
    return "-->".join(_HIDDEN.sub("", part) if "</" in part else part for part in parts)


def _name_lines(cues: list[Cue]) -> set[str]:
    """Return names that have the first line of nearly every cue, as older Teams writes them."""
    heads = [cue.lines[0].strip() for cue in cues if len(cue.lines) > 1]
    names = [head for head in heads if is_person(head) and not _VOICE.search(head)]
    spoken = sum(bool(cue.lines) for cue in cues)
    again = len(set(names)) < len(names)
    return set(names) if again and len(names) >= _HEADED * spoken else set()


def _cues(text: str) -> Iterator[Cue]:
    """Yield cues in the order of the file, the lines between two arrows going to the first."""
    lines = text.split("\n")
    marks = [n for n, line in enumerate(lines) if "-->" in line or _SBV.match(line.strip())]
    for place, mark in enumerate(marks):
        match = _ARROW.match(lines[mark]) or _SBV.match(lines[mark].strip())
        last = marks[place + 1] if place + 1 < len(marks) else len(lines)
        body = lines[mark + 1 : last]
        if last < len(lines) and body and body[-1].strip() and _identifier(body):
            body = body[:-1]
        chunks = _chunks(body)
        times = (seconds(match[1]), seconds(match[2])) if match else (float("nan"),) * 2
        yield Cue(tuple(chunks[0]) if chunks else (), *times)
        for chunk in chunks[1:]:  # a cue that lost its times
            if not chunk[0].startswith(_HEADS):
                kept = chunk[1:] if chunk[0].strip().isdigit() and len(chunk) > 1 else chunk
                if not (len(kept) == 1 and kept[0].strip().isdigit()):
                    yield Cue(tuple(kept), float("nan"), float("nan"))


def _identifier(body: list[str]) -> bool:
    """Tell whether the last line before an arrow names the next cue: it follows an empty line."""
    return (len(body) == 1 and body[0].strip().isdigit()) or (
        len(body) > 1 and not body[-2].strip()
    )


def _chunks(body: list[str]) -> list[list[str]]:
    chunks: list[list[str]] = [[]]
    for line in body:
        if line.strip():
            chunks[-1].append(line)
        elif chunks[-1]:
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


def seconds(stamp: str) -> float:
    """Return a time stamp in seconds: ``0:0:3.5``, ``00:03,500``."""
    match = _TIME.match(stamp)
    if not match:
        return float("nan")
    hours, minutes, rest = int(match[1] or 0), int(match[2]), int(match[3])
    return hours * 3600 + minutes * 60 + rest + float(f"0.{match[4] or 0}")


def _plain(line: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", line)).replace("\u200b", "").split())


def _pieces(cue: Cue, names: set[str]) -> list[Piece]:
    """Return the pieces of one cue: a piece a line, voices as speakers."""
    pieces: list[Piece] = []
    voice = None
    for line in cue.lines:
        match = _VOICE.search(line)
        voice = _plain(match[1]) if match else voice
        text = _plain(line)
        name = _name_line(text, names) if not pieces and len(cue.lines) > 1 else ""
        if name:
            voice, text = name, ""
        if not text:
            continue
        if voice is None and (_DASH.match(text) and len(cue.lines) > 1):
            # a dash is another speaker, but nobody knows who
            said = _DASH.sub("", text)
            pieces.append(Piece(said, "", cue.start, cue.end, change=True))
        elif pieces and pieces[-1].speaker == voice and not split_label(text)[0]:
            pieces[-1] = replace(pieces[-1], text=f"{pieces[-1].text} {text}")
        else:
            pieces.append(Piece(text, voice, cue.start, cue.end))
    return pieces


def _name_line(text: str, names: set[str]) -> str:
    """Return the name that a line holds alone: in brackets, or one of those known."""
    match = _NAMED.match(text)
    if match and not is_sound(text):
        return match[1].strip()
    return text if text in names else ""


def _labelled(pieces: list[Piece]) -> list[Piece]:
    """Take the names before a colon off the cues, once all of them are known."""
    labels = speaker_labels(p.text for p in pieces if p.speaker is None and not p.aside)
    result = []
    for piece in pieces:
        label, begin = "", 0
        if piece.speaker is None and not piece.aside:
            label, begin = split_label(piece.text)
        if label in labels and piece.text[begin:].strip():
            piece = replace(piece, text=piece.text[begin:].strip(), speaker=label)
        elif label in labels and label:
            continue  # a name with nothing said
        result.append(piece)
    return result


def _without_rolling(pieces: list[Piece], tagged: bool) -> list[Piece]:
    """Drop what rolling captions repeat from the cue before; people may repeat themselves."""
    rolling = tagged or _rolls(pieces)
    result: list[Piece] = []
    shown: Piece | None = None  # what the screen showed last
    for piece in pieces:
        text = piece.text
        if shown is not None and piece.speaker == shown.speaker:
            if rolling:
                text = _new_part(shown.text, text)
            elif text == shown.text and piece.time == shown.time:
                text = ""  # one cue written twice
        shown = piece
        if text:
            result.append(replace(piece, text=text))
    return result


def _rolls(pieces: list[Piece]) -> bool:
    """Tell whether cues begin with the end of the one before, as a habit of the whole file."""
    pairs = [
        (before.text.split(), piece.text.split())
        for before, piece in itertools.pairwise(pieces)
        if before.speaker == piece.speaker
    ]
    again = sum(
        any(old[-size:] == new[:size] for size in range(min(2, len(old)), len(old) + 1))
        for old, new in pairs
    )
    return again >= _HABIT and again >= _ROLLED * len(pairs)


def _new_part(shown: str, text: str) -> str:
    """Return what a text adds to the end of what was shown."""
    old, new = shown.split(), text.split()
    for size in range(min(len(old), len(new)), 0, -1):
        if old[-size:] == new[:size]:
            return " ".join(new[size:])
    return text
