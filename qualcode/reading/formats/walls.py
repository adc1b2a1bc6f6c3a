"""Lists from the wall of a workshop (flip chart, sticky notes, dot votes) as units of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from qualcode.reading.drafts import Block
from qualcode.wording import counted

SUFFIXES = ()  # lists inside text files and documents
_TITLE = re.compile(
    r"(?i)\b(flip-?\s?chart\w*|karteczk\w*|karteczek|kartk\w*|kartek|krop\w+|tablic\w+|plakat\w*|"
    r"arkusz\w*|stolik\w*|głosowani\w+)\b"
)
_ITEM = re.compile(r"^(?:[-–—•*·▪●○]|\d{1,2}[.)])\s+(?=\S)")
_VOTES = re.compile(
    r"\s*[(\[–-]*\s*(?:(\d{1,3})\s*(?:kropek|kropki|kropka|głosów|głosy|głos|pkt)|([●•⬤○]{1,60}))\s*[)\]]*$"
)
_LONGEST = 120


def posted(blocks: list[Block]) -> list[Block]:
    """Return blocks with each item of a wall's list as a unit with its place of origin.

    A list belongs to a wall when the line above it says so ("Flipchart: bariery") and at least
    two items follow. Dots and votes at the end of an item go to its origin.
    """
    result: list[Block] = []
    place = 0
    while place < len(blocks):
        title = blocks[place]
        end = place + 1
        while end < len(blocks) and _ITEM.match(blocks[end].text) and blocks[end].speaker is None:
            end += 1
        if end - place > 2 and _is_title(title):
            name = title.text.strip().rstrip(":")
            result.append(replace(title, text=name, heading=True))
            items = blocks[place + 1 : end]
            result += [_item(item, name, number) for number, item in enumerate(items, 1)]
            place = end
        else:
            result.append(title)
            place += 1
    return result


def _is_title(block: Block) -> bool:
    text = block.text.strip()
    return block.speaker is None and len(text) <= _LONGEST and bool(_TITLE.search(text)) and (
        block.heading or text.endswith((":", "?", ")")) or not text.endswith(".")
    )  # fmt: skip


def _item(block: Block, title: str, number: int) -> Block:
    text = _ITEM.sub("", block.text)
    votes = _VOTES.search(text)
    dots = int(votes[1]) if votes and votes[1] else len(votes[2]) if votes else 0
    said = text[: votes.start()].rstrip() if votes and votes.start() > 0 else text
    mark = f" ({counted(dots, 'kropka', 'kropki', 'kropek')})" if dots else ""
    role = "głosowanie" if dots else "karteczka"
    return Block(said, f"{role}: {title}, poz. {number}{mark}", role=role)
