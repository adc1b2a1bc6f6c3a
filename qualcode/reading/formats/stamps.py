"""Transcripts whose turns begin with a line of name and time, as Teams, Otter and Meet write them.

Forms known: ``Anna Kowalska   0:12`` or ``0:12 Anna Kowalska`` with the speech below, a time alone
on its line before labelled turns, and a time mark before a label (``[00:12:03] Anna: …``).
"""

from __future__ import annotations

import re
from dataclasses import replace

from qualcode.reading.drafts import Block
from qualcode.reading.grids import clock
from qualcode.reading.speakers import speaker_labels, split_label

SUFFIXES = ()  # a shape of text files and documents, not a file type
_TIME = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_NAME = r"[^\W\d_][^\n:\t]{0,60}?"
_NAME_TIME = re.compile(rf"^({_NAME})[\s,–—|-]*[(\[]?({_TIME})[)\]]?$")
_TIME_NAME = re.compile(rf"^[(\[]?({_TIME})[)\]]?[\s,–—|-]+({_NAME})$")
_ALONE = re.compile(rf"^[(\[{{#]?({_TIME})[)\]}}#]?$")
_NAME_LINE = re.compile(r"^[#@]?([^\W\d_][^\n:|]{0,62}?)[ \t]*:$")
_MARK = re.compile(rf"^[(\[{{#]({_TIME})[)\]}}#]\s*(?=\S)|^({_TIME})\s+(?=\S[^\n:]{{0,62}}:\s)")


def stamped(blocks: list[Block]) -> list[Block]:
    """Return blocks with times and names taken from stamp lines; others as they were.

    Parameters
    ----------
    blocks : list of Block
        Paragraphs whose speaker is not known yet.
    """
    blocks = _under_names(blocks)
    lines = [_stamp(block.text) for block in blocks]
    named = [name for name, _ in filter(None, lines) if name]
    if len(named) >= 2 and len(named) >= 0.2 * len(blocks):
        return _below_names(blocks, lines)
    return _marked(blocks)


def _under_names(blocks: list[Block]) -> list[Block]:
    """Put names that stand alone on their line, with a colon, before the speech below them."""
    names = [
        match[1].strip() if block.speaker is None and not block.heading and match else ""
        for block, match in ((block, _NAME_LINE.match(block.text)) for block in blocks)
    ]
    known = speaker_labels(f"{name}: x" for name in names if name)
    above = [name if name in known else "" for name in names]
    inline = sum(bool(split_label(block.text)[0]) for block in blocks)
    if len(set(filter(None, above))) == sum(map(bool, above)) or inline > 2 * sum(map(bool, above)):
        return blocks  # no name comes back: titles of lists, not speakers
    result: list[Block] = []
    waiting: Block | None = None
    for block, name in zip(blocks, above, strict=True):
        if waiting is not None and (name or block.heading or block.speaker is not None):
            result.append(waiting)  # nothing was said under it
            waiting = None
        if name:
            waiting = replace(block, text=f"{name}:")
        elif waiting is not None:
            text = f"{waiting.text} {block.text}"
            result.append(replace(block, text=text, gap=waiting.gap, alone=False))
            waiting = None
        else:
            result.append(block)
    return [*result, waiting] if waiting is not None else result


def _stamp(text: str) -> tuple[str, float] | None:
    """Return (name, seconds) of a stamp line; the name is empty for a time alone."""
    if len(text) > 90:
        return None
    for pattern, name, time in ((_NAME_TIME, 1, 2), (_TIME_NAME, 2, 1)):
        match = pattern.match(text)
        if match and len(match[name].split()) <= 7 and not text.rstrip().endswith((".", "?")):
            return match[name].strip(" ,–—-|"), clock(match[time])
    match = _ALONE.match(text)
    return ("", clock(match[1])) if match else None


def _below_names(blocks: list[Block], lines: list[tuple[str, float] | None]) -> list[Block]:
    result: list[Block] = []
    name: str | None = None
    time, fresh = float("nan"), False
    for block, line in zip(blocks, lines, strict=True):
        if line and line[0]:
            name, time, fresh = line[0], line[1], True
        elif line:
            time = line[1]
        elif name is None or block.heading or block.speaker is not None:
            result.append(block)
        elif fresh or not result or result[-1].speaker != name:
            result.append(replace(block, speaker=name, time=time, gap=False, alone=False))
            fresh = False
        else:
            last = result[-1]
            result[-1] = replace(last, text=f"{last.text}\n{block.text}")
    return result


def _marked(blocks: list[Block]) -> list[Block]:
    result: list[Block] = []
    pending = float("nan")
    for block in blocks:
        alone = _ALONE.match(block.text) if block.speaker is None else None
        mark = _MARK.match(block.text) if block.speaker is None else None
        if alone:
            pending = clock(alone[1])
        elif mark:
            rest = block.text[mark.end() :]
            result.append(replace(block, text=rest, time=clock(mark[1] or mark[2])))
        elif pending == pending and (block.speaker or split_label(block.text)[0]):
            result.append(replace(block, time=pending))
            pending = float("nan")
        else:
            result.append(block)
    return result
