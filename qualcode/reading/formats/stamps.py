"""Transcripts whose turns begin with a line of name and time, as Teams, Otter and Meet write them.

Forms known: ``Anna Kowalska   0:12`` or ``0:12 Anna Kowalska`` with the speech below, two times and
the name on lines of their own (``0:0:3.20 --> 0:0:9.0``, ``00:00:02 - 00:00:16``), a time alone on
its line before labelled turns, and a time mark before a label (``[00:12:03] Anna: …``).
"""

from __future__ import annotations

import re
from dataclasses import replace

from qualcode.reading.drafts import UNKNOWN_TIME, Block
from qualcode.reading.formats.notices import is_notice
from qualcode.reading.tables.grids import clock
from qualcode.reading.voices.speakers import speaker_labels, split_label

SUFFIXES = ()  # a shape of text files and documents, not a file type
_TIME = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_NAME = r"[^\W\d_][^\n:\t]{0,60}?"
_NAME_TIME = re.compile(rf"^({_NAME})[\s,–—|-]*[(\[]?({_TIME})[)\]]?$")
_TIME_NAME = re.compile(rf"^[(\[]?({_TIME})[)\]]?[\s,–—|-]+({_NAME})$")
_ALONE = re.compile(rf"^[(\[{{#]?({_TIME})[)\]}}#]?$")
_LOOSE = r"(?:\d{1,2}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?"
_RANGE = re.compile(rf"^[(\[]?({_LOOSE})\s*(?:-->|–|—|-)\s*{_LOOSE}[)\]]?$")
_NAME_LINE = re.compile(r"^[#@]?([^\W\d_][^\n:|]{0,62}?)[ \t]*:$")
_MARK = re.compile(
    rf"^[(\[{{#]({_TIME})(?:\s*(?:-->|–|-)\s*{_TIME})?[)\]}}#]\s*(?=\S)|"
    rf"^({_TIME})\s+(?=\S[^\n:]{{0,62}}:\s)"
)
# what stands after a bold name: a time that has its line or brackets; "16:40 to za późno" is speech
_AFTER_NAME = re.compile(rf"^(?:({_TIME})[ \t]*(?:\n|$)|[(\[]({_TIME})[)\]][\s:–—-]*)")
_NAME_ALONE = re.compile(r"^[^\W\d_][^\n:.?!…]{0,60}$")
_NAMED_RANGES = 0.8  # share of ranges with a name below them where names stand there


def stamped(blocks: list[Block]) -> list[Block]:
    """Return blocks with times and names taken from stamp lines; others as they were.

    Parameters
    ----------
    blocks : list of Block
        Paragraphs whose speaker is not known yet.
    """
    blocks = [_noticed(block) for block in blocks]
    lines = _range_lines(blocks)
    if lines:
        return _below_names(blocks, lines)
    blocks = _under_names(blocks)
    lines = [_stamp(block.text) for block in blocks]
    named = [name for name, _ in filter(None, lines) if name]
    if len(named) >= 2 and len(named) >= 0.2 * len(blocks):
        return _below_names(blocks, lines)
    return _marked(blocks)


def timed(name: str, rest: str) -> tuple[str, float, str]:
    """Take the time off a name that the format marks, or off the beginning of what follows it.

    Returns
    -------
    (str, float, str)
        The name, seconds (NaN when there is no time) and what is left to say.
    """
    stamp = _stamp(name)
    if stamp and stamp[0]:
        return stamp[0], stamp[1], rest
    match = _AFTER_NAME.match(rest)
    if not match:
        return name, UNKNOWN_TIME, rest
    return name, clock(match[1] or match[2]), rest[match.end() :].strip()


def _noticed(block: Block) -> Block:
    """Mark what a program wrote as said by nobody."""
    if block.speaker is None and not block.heading and is_notice(block.text):
        return replace(block, aside=True)
    return block


def _range_lines(blocks: list[Block]) -> list[tuple[str, float] | None]:
    """Return the stamp of each line where two times stand above a name; nothing where they do not."""
    ranges = [_RANGE.match(block.text) if block.speaker is None else None for block in blocks]
    heads = {
        place + 1: blocks[place + 1].text.rstrip(" :")
        for place, match in enumerate(ranges[:-2])
        if match and not ranges[place + 1]
    }
    arrows = all("-->" in match[0] for match in ranges if match)
    if not _are_names(list(heads.values()), arrows):
        return []
    lines: list[tuple[str, float] | None] = []
    time = UNKNOWN_TIME
    for place, match in enumerate(ranges):
        time = clock(match[1]) if match else time
        head = heads.get(place, "")
        # among names an odd one is a name too, when something is said below it
        named = head and not ranges[place + 1] and _NAME_ALONE.match(head)
        lines.append(("", time) if match else (head, time) if named else None)
    return lines


def _are_names(heads: list[str], arrows: bool) -> bool:
    """Tell names from what stands below the hours of an agenda: there nothing comes back."""
    known = speaker_labels(f"{head}: x" for head in heads)
    named = sum(head in known for head in heads)
    if len(heads) < 2 or named < _NAMED_RANGES * len(heads):
        return False
    return arrows or len(set(heads)) < len(heads)


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
        elif waiting is not None and not block.aside:
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
        elif name is None or block.heading or block.speaker is not None or block.aside:
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
