"""Lists from the wall of a workshop (flip chart, sticky notes, dot votes) as units of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from qualcode.reading.drafts import Block
from qualcode.reading.metadata import header_entry, title_entries
from qualcode.reading.tables.titles import WALL_WORDS
from qualcode.reading.voices.speakers import split_label
from qualcode.wording import counted

SUFFIXES = ()  # lists inside text files and documents
_ITEM = re.compile(r"^(?:[-–—•*·▪●○]|\d{1,2}[.)])\s+(?=\S)")
_VOTES = re.compile(
    r"\s*[(\[–-]*\s*(?:(\d{1,3})\s*(?:kropek|kropki|kropka|głosów|głosy|głos|pkt)|([●•⬤○]{1,60}))\s*[)\]]*$"
)
# a line that is nothing but the name of a wall: "Flipchart – stolik 2", "Zdjęcie tablicy"
_BEGINS = re.compile(rf"(?i)^(?:(?:zdjęci\w+|zapis|treść|przepisan\w+) )?{WALL_WORDS.pattern[4:]}")
_REMARK = re.compile(r"\s*\([^)]*\)")  # "Flipchart (zdjęcie 3)"; brackets hold roles in labels
_LONGEST = 120
_SHORT = 60  # letters of the title of a list, of a line about the meeting
_FEWEST = 2  # a list has more lines than this with its title


def posted(blocks: list[Block]) -> list[Block]:
    """Return blocks with each item of a wall's list as a unit with its place of origin.

    A list belongs to a wall when the line above it says so ("Flipchart: bariery") and at least
    two items follow, or when it stands with a title of its own below such a line ("Flipchart –
    stolik 2", "BARIERY", items). Dots and votes at the end of an item go to its origin.
    """
    result: list[Block] = []
    place = 0
    while place < len(blocks):
        wall, end = _wall(blocks, place)
        result += wall or [blocks[place]]
        place = end if wall else place + 1
    return result


def _wall(blocks: list[Block], start: int) -> tuple[list[Block], int]:
    """Return the units of the wall that a title opens, nothing where none does, and its end."""
    title = blocks[start]
    if not _is_title(title):
        return [], start
    name = title.text.strip().rstrip(":")
    end = _list_end(blocks, start + 1)
    if end - start > _FEWEST:
        return _list(title, blocks[start + 1 : end], name), end
    head = end = _details_end(blocks, start + 1)
    wall: list[Block] = []
    while end < len(blocks) and _is_topic(blocks[end]):
        below = _list_end(blocks, end + 1)
        if below - end <= _FEWEST:
            break
        topic = blocks[end].text.strip().rstrip(":")
        wall += _list(blocks[end], blocks[end + 1 : below], f"{name}, {topic}")
        end = below
    if not wall or not (title.heading or _BEGINS.match(name)):
        return [], start
    told = bool(title_entries(name))  # a heading that names the gmina is read as a header line
    opening = replace(title, text=name, heading=told, aside=not told)
    return [opening, *blocks[start + 1 : head], *wall], end


def _list(title: Block, items: list[Block], name: str) -> list[Block]:
    head = replace(title, text=title.text.strip().rstrip(":"), heading=True)
    return [head, *(_item(item, name, number) for number, item in enumerate(items, 1))]


def _list_end(blocks: list[Block], place: int) -> int:
    """Return where the items of a list end that begins at a place."""
    while place < len(blocks) and _ITEM.match(blocks[place].text) and blocks[place].speaker is None:
        place += 1
    return place


def _details_end(blocks: list[Block], place: int) -> int:
    """Return where the lines end that tell of the meeting: "Gmina Siepraw, 13.06.2024"."""
    while place < len(blocks) and _is_detail(blocks[place]):
        place += 1
    return place


def _is_detail(block: Block) -> bool:
    text = block.text.strip()
    told = header_entry(text) or title_entries(text)
    return block.speaker is None and bool(told) and len(text) <= _SHORT and not text.endswith("?")


def _is_topic(block: Block) -> bool:
    """Tell the title of a list: a short line, no sentence and no item."""
    text = block.text.strip()
    return (
        block.speaker is None
        and not _ITEM.match(text)
        and len(text) <= _SHORT
        and not text.endswith((".", "!", ",", ";"))
        and not text[:1].islower()
    )


def _is_title(block: Block) -> bool:
    text = block.text.strip()
    label = split_label(text)[0]
    if label and not WALL_WORDS.search(label):
        return False  # "Ola: Na karteczkach mamy:" is said
    return block.speaker is None and len(text) <= _LONGEST and bool(WALL_WORDS.search(text)) and (
        block.heading or text.endswith((":", "?", ")")) or not text.endswith(".")
    )  # fmt: skip


def _item(block: Block, title: str, number: int) -> Block:
    title = _REMARK.sub("", title)
    text = _ITEM.sub("", block.text)
    votes = _VOTES.search(text)
    dots = int(votes[1]) if votes and votes[1] else len(votes[2]) if votes else 0
    said = text[: votes.start()].rstrip() if votes and votes.start() > 0 else text
    mark = f" ({counted(dots, 'kropka', 'kropki', 'kropek')})" if dots else ""
    role = "głosowanie" if dots else "karteczka"
    return Block(said, f"{role}: {title}, poz. {number}{mark}", role=role)
