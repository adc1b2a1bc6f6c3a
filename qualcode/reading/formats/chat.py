"""Zoom chat, both forms: ``10:02:11<tab>Name:<tab>text`` and ``10:02:11 From X to Everyone:``."""

from __future__ import annotations

import re

from qualcode.reading.drafts import Block
from qualcode.reading.grids import clock

SUFFIXES = ()  # chats are .txt files; the text format hands them over
_OLD = re.compile(r"^(\d{1,2}:\d{2}:\d{2})\t[ \t]*(.+?)[ \t]*:\t?[ \t]*(.*)$")
_NEW = re.compile(
    r"^(?:\d{4}-\d{2}-\d{2} )?(\d{1,2}:\d{2}:\d{2})\s+(?:From|Od)[ \t]+(.+?)[ \t]+"
    r"(?:to|To|do|Do)[ \t]+(.+?)(?:\((?:Direct Message|Privately|Wiadomość bezpośrednia)\))?[ \t]*:[ \t]*(.*)$"
)


def is_chat(text: str) -> bool:
    """Tell a chat by its first lines."""
    lines = [line for line in text.split("\n", 40)[:40] if line.strip()][:20]
    hits = sum(bool(_OLD.match(line) or _NEW.match(line)) for line in lines)
    return hits >= 1 and hits >= 0.4 * len(lines)


def chat_blocks(text: str) -> list[Block]:
    """Return one block a message; lines without a stamp go on with the message before."""
    blocks: list[Block] = []
    for line in text.split("\n"):
        bare = line.strip()
        old, new = _OLD.match(line), _NEW.match(line)
        if new:
            blocks.append(Block(new[4].strip(), new[2].strip(), time=clock(new[1])))
        elif old:
            blocks.append(Block(old[3].strip(), old[2].strip(), time=clock(old[1])))
        elif bare and blocks:
            last = blocks[-1]
            blocks[-1] = Block(f"{last.text} {bare}".strip(), last.speaker, time=last.time)
        elif bare:
            blocks.append(Block(bare, aside=True))
    return [block for block in blocks if block.text]
