"""Captions: WebVTT as Zoom, Teams and YouTube write it, and SubRip."""

from __future__ import annotations

import html
import re
from pathlib import Path

from qualcode.errors import InputError, Problem
from qualcode.reading.decoding import read_text
from qualcode.reading.drafts import Block, Draft
from qualcode.reading.speakers import split_label
from qualcode.wording import counted

SUFFIXES = (".vtt", ".srt")
_TIME = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})")
_ARROW = re.compile(
    r"^\s*((?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3})\s*-->\s*((?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3})"
)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_TAG = re.compile(r"<[^>]*>")
_LEFT_OUT = ("NOTE", "STYLE", "REGION")


def draft(path: Path) -> Draft:
    """Read cues; a cue without a name goes on with the speaker before it.

    Raises
    ------
    InputError
        When there is no cue with text.
    """
    text, _ = read_text(path)
    result = Draft([])
    broken = 0
    for chunk in re.split(r"\n[ \t]*\n", text):
        lines = chunk.strip("\n").split("\n")
        place = next((n for n, line in enumerate(lines) if "-->" in line), None)
        if place is None or lines[0].startswith(_LEFT_OUT):
            continue
        match = _ARROW.match(lines[place])
        broken += match is None
        start = seconds(match[1]) if match else float("nan")
        result.blocks += _cue(lines[place + 1 :], start)
    result.blocks = joined(_without_rolling(result.blocks))
    if not result.blocks:
        raise InputError("w napisach nie ma żadnego tekstu; sprawdź, czy nagrano ścieżkę z mową")
    if broken:
        result.problems.append(
            Problem(
                path.name,
                f"{counted(broken, 'napis ma', 'napisy mają', 'napisów ma')} zepsuty czas; "
                "tekst zachowano bez czasu.",
            )
        )
    return result


def seconds(stamp: str) -> float:
    """Return a time stamp in seconds: ``0:0:3.5``, ``00:03,500``."""
    match = _TIME.match(stamp)
    if not match:
        return float("nan")
    hours, minutes, rest = int(match[1] or 0), int(match[2]), int(match[3])
    return hours * 3600 + minutes * 60 + rest + int(match[4].ljust(3, "0")) / 1000


def _cue(lines: list[str], start: float) -> list[Block]:
    """Return the blocks of one cue: one, or one per voice."""
    blocks: list[Block] = []
    for line in lines:
        voice = _VOICE.search(line)
        text = html.unescape(_TAG.sub("", line)).strip()
        if not text:
            continue
        if voice:
            blocks.append(Block(text, html.unescape(voice[1]).strip(), time=start))
            continue
        label, begin = split_label(text)
        if label and text[begin:].strip():
            blocks.append(Block(text[begin:].strip(), label, time=start))
        elif blocks:
            last = blocks[-1]
            blocks[-1] = Block(f"{last.text} {text}", last.speaker, time=last.time)
        else:
            blocks.append(Block(text, None, time=start))
    return blocks


def _without_rolling(blocks: list[Block]) -> list[Block]:
    """Drop what rolling captions repeat from the cue before."""
    result: list[Block] = []
    for block in blocks:
        before = result[-1] if result else None
        if before is not None and block.speaker in (None, before.speaker):
            if block.text == before.text:
                continue
            if len(before.text) > 15 and block.text.startswith(before.text):
                result[-1] = Block(block.text, before.speaker, time=before.time)
                continue
        result.append(block)
    return result


def joined(blocks: list[Block]) -> list[Block]:
    """Join consecutive cues of one speaker into turns; cues without a name follow the last one."""
    result: list[Block] = []
    for block in blocks:
        before = result[-1] if result else None
        if before is not None and before.speaker and block.speaker in (None, before.speaker):
            result[-1] = Block(f"{before.text} {block.text}", before.speaker, time=before.time)
        else:
            result.append(Block(block.text, block.speaker or "", time=block.time))
    return result
