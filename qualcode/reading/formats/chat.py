"""Zoom chat, both forms: ``10:02:11<tab>Name:<tab>text`` and ``10:02:11 From X to Everyone:``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qualcode.reading.drafts import Block
from qualcode.reading.tables.grids import clock

SUFFIXES = ()  # chats are .txt files; the text format hands them over
_OLD = re.compile(r"^(\d{1,2}:\d{2}:\d{2})\t[ \t]*(.+?)[ \t]*:\t?[ \t]*(.*)$")
_NEW = re.compile(
    r"^(?:\d{4}-\d{2}-\d{2} )?(\d{1,2}:\d{2}:\d{2})\s+(?:From|Od)[ \t]+(.+?)[ \t]+"
    r"(?:to|To|do|Do)[ \t]+(.+?)(?:\((?:Direct Message|Privately|Wiadomość bezpośrednia)\))?[ \t]*:[ \t]*(.*)$"
)
_OPEN = r"[\"„“”«]"
_CLOSING = ('"', "”", "“", "»")
_REPLY = re.compile(rf"^(?:Replying to|Odpowiada(?:nie)? na|Odpowiedź na|W odpowiedzi na) {_OPEN}")
_QUOTED = re.compile(r"^[^\"„“”«]*[\"„“”«][^\"„“”«»]*[\"“”»](?=\s)")
_REACTION = re.compile(
    rf"^(?:Reacted to {_OPEN}.* with \S+$|Removed an? \S+(?: \S+)? reaction from {_OPEN}|"
    # in Polish nothing but a few words and a picture may follow: people write "Reakcja na „…” jest" too
    rf"(?:Zareagował\S*|Zareagowano) na {_OPEN}.*[\"“”»](?: \w+){{0,2}} [^\w\s.,?!:;)]+$|"
    rf"Usunięto reakcję \S+ (?:na|z|do) {_OPEN})"
)


def is_chat(text: str) -> bool:
    """Tell a chat by its first lines."""
    lines = [line for line in text.split("\n", 40)[:40] if line.strip()][:20]
    hits = sum(bool(_OLD.match(line) or _NEW.match(line)) for line in lines)
    return hits >= 1 and hits >= 0.4 * len(lines)


def chat_blocks(text: str) -> list[Block]:
    """Return one block a message; lines without a stamp go on with the message before.

    What Zoom adds itself (who reacted, to what somebody replies) is kept as said by nobody.
    """
    messages: list[_Message] = []
    before: list[Block] = []
    for line in text.split("\n"):
        old, new = _OLD.match(line), _NEW.match(line)
        if new:
            messages.append(_Message(new[2].strip(), clock(new[1]), [new[4].strip()]))
        elif old:
            messages.append(_Message(old[2].strip(), clock(old[1]), [old[3].strip()]))
        elif line.strip() and messages:
            messages[-1].lines.append(line.strip())
        elif line.strip():
            before.append(Block(line.strip(), aside=True))
    return before + [block for message in messages for block in _blocks(message)]


@dataclass
class _Message:
    """One message as it stands in the file."""

    name: str
    time: float
    lines: list[str]


def _blocks(message: _Message) -> list[Block]:
    """Return what a message says, apart from what the program put into it."""
    lines = [line for line in message.lines if line]
    whole = " ".join(lines)
    if not lines or _REACTION.match(whole):
        return [Block(f"{message.name}: {whole}", time=message.time, aside=True)] if lines else []
    quote, said = _reply(lines)
    blocks = [Block(f"{message.name}: {quote}", time=message.time, aside=True)] if quote else []
    return [*blocks, Block(said, message.name, time=message.time)] if said else blocks


def _reply(lines: list[str]) -> tuple[str, str]:
    """Part a message into the quotation it answers and the answer."""
    whole = " ".join(lines)
    if not _REPLY.match(lines[0]):
        return "", whole
    for place, line in enumerate(lines[:-1]):
        if line.endswith(_CLOSING):
            return " ".join(lines[: place + 1]), " ".join(lines[place + 1 :])
    if not whole.startswith("Replying to"):
        return "", whole  # people write "Odpowiedź na „…” brzmi" too
    # the answer may stand in the line of the quotation
    end = _QUOTED.match(whole)
    if end:
        return whole[: end.end()].strip(), whole[end.end() :].strip()
    return (whole, "") if whole.endswith(_CLOSING) else ("", whole)
