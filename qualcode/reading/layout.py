"""Blocks laid out as one text: what is header, heading, aside, and what somebody said."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, replace

from qualcode.reading.agendas.questions import (
    Guide,
    heading_question,
    known_questions,
    match_question,
)
from qualcode.reading.drafts import Block, Draft
from qualcode.reading.metadata import header_entry, title_entries
from qualcode.reading.narration import is_formality, is_narration
from qualcode.reading.prose import Prose
from qualcode.reading.tables.written import is_posted
from qualcode.reading.voices.roles import FACILITATOR_WORD, role_of
from qualcode.reading.voices.speakers import is_person, plain_label, speaker_labels, split_label
from qualcode.reading.voices.variants import may_be

_FULL_NAME = re.compile(
    r"(?:(?:dr|prof|mgr|hab|inż)\.? )*[^\W\d_]\w*\.?(?: [^\W\d_][\w-]+){1,2}(?:, .{1,60})?",
    re.UNICODE,
)
_FIRST_NAME = re.compile(r"[^\W\d_a-ząćęłńóśźż][\w-]+\.?")
_SENTENCE_ENDS = (".", "!", "…", ",", ";", ":", "-", "–")
_ANSWERED = re.compile(r"\?[”\"]?\s+[^\s(\[–-](?!.*[?)]$)")  # "Co nas blokuje? Brak ludzi"
_FEW_TURNS, _STRAY_GAPS = 12, 0.15
_LOWER = 0.7  # share of paragraphs that begin small where nothing is capitalised
_LINE = 160  # longest heading
_TITLE = 300  # a longer paragraph is no title, whatever its style
_FOREWORD, _FOREWORD_SHARE = 1500, 0.3  # unlabelled text before the talk that is no header


@dataclass
class Turn:
    """What one speaker said without a break; offsets are found when the text is put together."""

    text: str
    speaker: str = ""
    role: str = ""
    question: str = ""
    time: float = math.nan
    start: int = 0


def fold(name: str) -> str:
    """Return a name as it is compared: case, spaces and punctuation aside."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


class Layout:
    """Puts the text together and notes where each turn lies in it.

    Whatever stands in the file stands in the text. A paragraph is kept out of the turns only as a
    header line, as a heading (its words then go to the column ``question``), or as an aside.
    """

    def __init__(self, draft: Draft, guide: Guide | None) -> None:
        free = [
            block
            for block in draft.blocks
            if block.speaker is None and not block.aside and not block.heading
        ]
        self.labels = speaker_labels(block.text for block in free)
        self.counts = Counter(split_label(block.text)[0] for block in free)
        self.leader = ""
        self.inner = {split_label(block.text)[0] for block in free if not block.alone}
        self.guide = known_questions() if guide is None else guide
        self.lower = self._is_lower(draft.blocks)
        self.gap_ends = False
        self.gap_ends = self._gaps_mean_sections(draft.blocks)
        told = any(b.speaker and not is_posted(b.speaker, b.role) for b in draft.blocks)
        self.named = bool(self.labels) or told
        self.prose = Prose([] if self.named else draft.blocks, self.guide)
        self.before: Block | None = None
        self.goes_on = False  # a paragraph without a label goes on with whoever spoke before
        self.header = self.named and not self._long_foreword(draft.blocks)
        self.meta = dict(draft.meta)
        self.parts: list[str] = []
        self.turns: list[Turn] = []
        self.unknown: list[str] = []  # lines taken as headings though the guide knows them not
        self.narrated: list[str] = []  # what the protocol says of the meeting, said by nobody
        self.length = 0
        self.question = ""
        self.opened = False  # the first turn ends the header
        self.after_heading = False

    def _is_lower(self, blocks: list[Block]) -> bool:
        """Tell a text without capitals, as speech recognition writes it."""
        begins = [block.text[split_label(block.text)[1] :].lstrip()[:1] for block in blocks]
        return sum(map(str.islower, begins)) > _LOWER * len(begins)

    def _gaps_mean_sections(self, blocks: list[Block]) -> bool:
        """Tell whether empty lines stand only around sections, not around every turn."""
        spoken = [bool(self._label(block)[0]) for block in blocks]
        stray = sum(
            says and block.gap and not block.alone and not (before.alone or before.heading)
            for before, block, says in zip(blocks, blocks[1:], spoken[1:], strict=False)
        )
        lone = sum(says and block.alone for block, says in zip(blocks, spoken, strict=True))
        within = sum(spoken) - lone
        return within >= max(_FEW_TURNS, 2 * lone) and stray <= _STRAY_GAPS * within

    def _long_foreword(self, blocks: list[Block]) -> bool:
        """Tell whether so much stands before the first speaker that it cannot be a header."""
        sizes = [len(block.text) for block in blocks]
        first = next((n for n, block in enumerate(blocks) if self._label(block)[0]), 0)
        before = sum(sizes[:first])
        return before > _FOREWORD and before > _FOREWORD_SHARE * sum(sizes)

    def take(self, block: Block, following: Block | None = None) -> None:
        """Add one block: header line, heading, aside or turn.

        Parameters
        ----------
        block : Block
        following : Block, optional
            The next one; a heading has something below it.
        """
        label, begin = self._label(block)
        entry = self._entry(block, label)
        if block.aside or (label and self._names_leader(block, label, begin)):
            # a sign in the middle of a recording ("[muzyka]") interrupts nobody
            self.goes_on = self.goes_on and not math.isnan(block.time)
            self._add(f"{block.text}\n")
        elif entry:
            self.meta.setdefault(*entry)
            if entry[0] in ("meeting", "place"):
                self._note_title(entry[1])
            self._add(f"{block.text}\n")
        elif self._titles(block, label):
            self._note_title(block.text)
            self._add(f"{block.text}\n")
        elif self._narrates(block, label):
            self._narrate(block)
        else:
            asked = self._asked(block, label, following)
            if asked is None:
                self._say(block, label, begin)
            else:
                self._head(block, asked)
        self.before = block

    def _narrate(self, block: Block) -> None:
        self.narrated.append(block.text)
        self.goes_on = False
        put = "" if is_formality(block.text) else match_question(block.text, self.guide)
        if put:
            self._head(block, put)
        else:
            self._add(f"{block.text}\n")

    def _narrates(self, block: Block, label: str) -> bool:
        """Tell a sentence of who wrote the protocol; where nobody is named, all may be such."""
        told = label or block.question or block.speaker is not None or block.heading
        if told or not (self.named or math.isnan(block.time)):
            return False
        return is_formality(block.text) or (self.named and is_narration(block.text))

    def _note_title(self, text: str) -> None:
        for key, value in title_entries(text).items():
            self.meta.setdefault(key, value)

    def _head(self, block: Block, asked: str) -> None:
        self.question = asked
        self.opened = self.opened or bool(asked)
        self.after_heading = True
        if self.named and asked and not block.heading and not match_question(asked, self.guide):
            self.unknown.append(asked)
        self._add(f"\n{block.text}\n\n" if self.parts else f"{block.text}\n\n")

    def _entry(self, block: Block, label: str) -> tuple[str, str] | None:
        """Return what a header line says; "Grupa: mieszkańcy" is one, though a group may speak."""
        if self.opened or block.aside or (label and self.counts[label] > 1):
            return None
        return header_entry(block.text)

    def _names_leader(self, block: Block, label: str, begin: int) -> bool:
        """Note who leads when the header says it: "Prowadząca: dr Anna Nowak"."""
        said = block.text[begin:].strip()
        if self.opened or self.counts[label] != 1 or not FACILITATOR_WORD.search(label):
            return False
        leader = said.split(",")[0].strip()
        if _FIRST_NAME.fullmatch(said):
            # a word alone is a name when somebody who bears it speaks
            leader = self._speaking(said.rstrip("."), label)
        elif not _FULL_NAME.fullmatch(said) or not leader.split()[-1][0].isupper():
            return False  # "Prowadząca: Dzień dobry"
        self.leader = leader or self.leader
        return bool(leader)

    def _speaking(self, name: str, besides: str) -> str:
        """Return the label of who bears a first name, the name where several do, or ``""``."""
        fits = {
            other
            for other in self.labels - {besides}
            if fold(other) == fold(name) or may_be(other, name) or may_be(name, other)
        }
        same = {other for other in fits if fold(other) == fold(name)}
        chosen = same or fits
        return name if len(chosen) > 1 else next(iter(chosen), "")

    def _titles(self, block: Block, label: str) -> bool:
        """Tell a line of the header: before the talk, and no question."""
        if self.opened or label or block.question or block.speaker is not None:
            return False
        asked = heading_question(block.text, self.guide, marked=block.heading)
        if block.heading and len(block.text) <= _TITLE:
            # "Wieliczka, 14 marca 2024 r." tells of the meeting, "Osoby starsze" opens it
            return not asked or (not self._asks(asked) and bool(title_entries(block.text)))
        return asked is None and (self.header if self.named else self.prose.titled(block))

    def _asks(self, text: str) -> bool:
        return "?" in text or bool(match_question(text, self.guide))

    def _asked(self, block: Block, label: str, following: Block | None) -> str | None:
        # a recording may say of everybody that nobody knows who speaks
        unknown = not (self.named or block.speaker or math.isnan(block.time))
        if label or block.question or not (unknown or block.speaker is None):
            return None
        text = block.text.strip()
        marked = block.heading and len(text) <= _TITLE
        alone = block.alone and bool(self.labels) and bool(self.turns)
        # a paragraph of a long turn may stand alone too, but it ends like a sentence
        ends = text.endswith(_SENTENCE_ENDS) or bool(_ANSWERED.search(text))
        small = text[0].islower() and not self.lower
        below = following is not None and bool(self._label(following)[0])
        alone = alone and (self.gap_ends or not (ends or small)) and (below or not small)
        asked = heading_question(text, self.guide, marked=marked, alone=alone)
        if not self.named and not marked:
            return self.prose.asked(block, asked, self.before, following)
        if not asked or marked or self._asks(asked) or asked != text:
            return asked
        return asked if self.gap_ends and below and not (ends or small) else None

    def _say(self, block: Block, label: str, begin: int) -> None:
        if block.gap and self.gap_ends and label and not self.after_heading:
            self.question = ""
        self.opened, self.after_heading = True, False
        said = block.text[begin:].strip()
        role = block.role or role_of(label)
        turn = Turn(said, label, role, block.question or self.question, block.time)
        if not label and self.goes_on and block.speaker is None:
            turn = replace(turn, speaker=self.turns[-1].speaker, role=self.turns[-1].role)
        elif label:
            self._add(f"{label}: ")
        # nobody goes on after a note on a wall or an answer in a table
        row = block.speaker is not None and (block.question or is_posted(block.speaker, block.role))
        self.goes_on = self.named and not row
        turn.start = self.length
        self.turns.append(turn)
        self._add(f"{said}\n")

    def _label(self, block: Block) -> tuple[str, int]:
        if block.speaker is not None:
            return block.speaker, 0
        label, begin = split_label(block.text)
        if label not in self.labels or block.heading or not block.text[begin:].strip():
            return "", 0
        return ("", 0) if self._is_title(block, label, begin) else (plain_label(label), begin)

    def _is_title(self, block: Block, label: str, begin: int) -> bool:
        """Tell "Punkt 2: osoby starsze" between empty lines, where turns have none around them."""
        if not (block.alone and self.gap_ends) or label in self.inner or len(block.text) > _LINE:
            return False
        if block.text.rstrip().endswith(_SENTENCE_ENDS):
            return False
        small = block.text[begin].islower() and not self.lower
        return small or self._asks(block.text) or not is_person(label)

    def _add(self, piece: str) -> None:
        self.parts.append(piece)
        self.length += len(piece)
