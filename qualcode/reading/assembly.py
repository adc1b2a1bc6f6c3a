"""From blocks to a transcript with its turns: speakers, roles, questions, header."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from qualcode.errors import Problem
from qualcode.reading.agenda import follow_agenda
from qualcode.reading.drafts import Block, Draft
from qualcode.reading.metadata import header_entry, title_entries
from qualcode.reading.people import People
from qualcode.reading.questions import Guide, heading_question, known_questions
from qualcode.reading.roles import FACILITATOR_WORD, guess_facilitator, role_of, said_role
from qualcode.reading.speakers import speaker_labels, split_label
from qualcode.reading.variants import is_device, join_variants
from qualcode.study import FACILITATOR, Transcript, address
from qualcode.wording import counted, listed, percent, quoted

_FULL_NAME = re.compile(
    r"(?:(?:dr|prof|mgr|hab|inż)\.? )*[^\W\d_]\w*\.?(?: [^\W\d_][\w-]+){1,2}(?:, .{1,60})?",
    re.UNICODE,
)


@dataclass
class Turn:
    """What one speaker said without a break; offsets are found when the text is put together."""

    text: str
    speaker: str = ""
    role: str = ""
    question: str = ""
    time: float = math.nan
    start: int = 0


@dataclass
class Hints:
    """What the user says about the transcripts beyond the files themselves.

    Parameters
    ----------
    facilitator : frozenset of str or None
        Folded names of who leads; None lets qualcode decide.
    guide : Guide or None
        Questions to look for; None for the shipped guide.
    people : People
        Rows of ``speakers.csv``.
    """

    facilitator: frozenset[str] | None = None
    guide: Guide | None = None
    people: People = field(default_factory=People)


def fold(name: str) -> str:
    """Return a name as it is compared: case, spaces and punctuation aside."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def assemble(
    name: str, draft: Draft, hints: Hints | None = None
) -> tuple[Transcript, list[dict[str, object]], list[Problem]]:
    """Turn a draft into a transcript and the rows of its turns.

    Parameters
    ----------
    name : str
        Id of the transcript.
    draft : Draft
    hints : Hints, optional

    Returns
    -------
    (Transcript, list of dict, list of Problem)
        Rows have the columns of :data:`qualcode.study.SEGMENTS`.
    """
    given = hints or Hints()
    problems = list(draft.problems)
    walk = _Walk(draft, given.guide)
    for block in draft.blocks:
        walk.take(block)
    turns = walk.turns
    followed = not any(turn.question for turn in turns)
    problems += _join_names(name, turns)
    _apply_people(name, turns, given.people)
    problems += _name_facilitator(name, turns, _leaders(given, walk.leader, turns))
    _fill_roles(turns)
    if followed:
        problems += _follow(name, turns, given.guide)
    rows = [_row(name, turn) for turn in turns]
    problems += _speakerless(name, turns)
    return Transcript(name, "".join(walk.parts), walk.meta), rows, problems


def _row(name: str, turn: Turn) -> dict[str, object]:
    end = turn.start + len(turn.text)
    return {
        "segment": address(name, turn.start, end),
        "transcript": name,
        "start": turn.start,
        "end": end,
        "time": turn.time,
        "speaker": turn.speaker,
        "role": turn.role,
        "question": turn.question,
        "text": turn.text,
    }


class _Walk:
    """Puts the text together and notes where each turn lies in it."""

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
        self.named = bool(self.labels) or any(block.speaker for block in draft.blocks)
        self.gap_ends = False
        self.gap_ends = self._gaps_mean_sections(draft.blocks)
        self.meta = dict(draft.meta)
        self.parts: list[str] = []
        self.turns: list[Turn] = []
        self.length = 0
        self.question = ""
        self.opened = False  # the first turn ends the header
        self.after_heading = False

    def _gaps_mean_sections(self, blocks: list[Block]) -> bool:
        """Tell whether empty lines stand only around sections, not around every turn."""
        spoken = [block for block in blocks if self._label(block)[0]]
        gaps = sum(block.gap for block in spoken)
        return len(spoken) >= 20 and gaps <= 0.15 * len(spoken)

    def take(self, block: Block) -> None:
        """Add one block: header line, heading, aside or turn."""
        label, begin = self._label(block)
        asked = self._asked(block, label)
        entry = self._entry(block, label)
        if block.aside or (label and self._names_leader(block, label, begin)):
            self._add(f"{block.text}\n")
        elif entry:
            self.meta.setdefault(*entry)
            self._add(f"{block.text}\n")
        elif asked is not None:
            self.question = asked
            self.opened = self.after_heading = True
            self._add(f"\n{block.text}\n\n" if self.parts else f"{block.text}\n\n")
        elif block.heading or (block.speaker is None and self._before_talk(label)):
            if not self.opened:
                for key, value in title_entries(block.text).items():
                    self.meta.setdefault(key, value)
            self._add(f"{block.text}\n")
        else:
            self._say(block, label, begin)

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
        if not _FULL_NAME.fullmatch(said):
            return False
        self.leader = fold(said.split(",")[0])
        return True

    def _before_talk(self, label: str) -> bool:
        return self.named and not label and not self.opened

    def _asked(self, block: Block, label: str) -> str | None:
        if label or block.question or block.aside or block.speaker == "":
            return None
        # a paragraph of a long turn may stand alone too, but it ends like a sentence
        ends = block.text.rstrip().endswith((".", "!", "…", ",", ";"))
        alone = block.alone and bool(self.labels) and bool(self.turns)
        alone = alone and (self.gap_ends or not ends)
        return heading_question(block.text, self.guide, marked=block.heading, alone=alone)

    def _say(self, block: Block, label: str, begin: int) -> None:
        if block.gap and self.gap_ends and label and not self.after_heading:
            self.question = ""
        self.opened, self.after_heading = True, False
        said = block.text[begin:].strip()
        role = block.role or role_of(label)
        turn = Turn(said, label, role, block.question or self.question, block.time)
        if not label and self.named and self.turns and block.speaker is None:
            # a paragraph without a label goes on with whoever spoke before
            turn = replace(turn, speaker=self.turns[-1].speaker, role=self.turns[-1].role)
        elif label:
            self._add(f"{label}: ")
        turn.start = self.length
        self.turns.append(turn)
        self._add(f"{said}\n")

    def _label(self, block: Block) -> tuple[str, int]:
        if block.speaker is not None:
            return block.speaker, 0
        label, begin = split_label(block.text)
        if label not in self.labels or block.heading or not block.text[begin:].strip():
            return "", 0
        # "Grupa 2: osoby starsze" between empty lines, where turns have none, is a heading
        titled = block.alone and self.gap_ends and label not in self.inner and len(block.text) < 120
        return ("", 0) if titled else (label, begin)

    def _add(self, piece: str) -> None:
        self.parts.append(piece)
        self.length += len(piece)


def _join_names(name: str, turns: list[Turn]) -> list[Problem]:
    """Give every variant of a display name the commonest of them, and its role."""
    joined = join_variants(Counter(turn.speaker for turn in turns if turn.speaker))
    roles: dict[str, str] = {}
    for turn in turns:
        if turn.speaker and turn.role:
            roles.setdefault(joined[turn.speaker], turn.role)
    for turn in turns:
        if turn.speaker:
            turn.speaker = joined[turn.speaker]
            turn.role = turn.role or roles.get(turn.speaker, "")
    problems = []
    groups: dict[str, list[str]] = {}
    for label, chosen in sorted(joined.items()):
        if label != chosen:
            groups.setdefault(chosen, []).append(quoted(label))
    if groups:
        lists = [f"{quoted(chosen)} to też {listed(others)}" for chosen, others in groups.items()]
        problems.append(Problem(name, f"połączono zapisy jednej osoby: {'; '.join(lists)}."))
    devices = sorted({turn.speaker for turn in turns if is_device(turn.speaker)})
    if devices:
        names = listed(map(quoted, devices))
        sentence = f"mówca podpisany nazwą urządzenia: {names}; dopisz w pliku mówcy.csv, kto to."
        problems.append(Problem(name, sentence))
    return problems


def _apply_people(name: str, turns: list[Turn], people: People) -> None:
    for turn in turns:
        person = people.find(name, turn.speaker) if turn.speaker else None
        if person:
            turn.speaker = person.name or turn.speaker
            turn.role = person.role or turn.role


def _leaders(hints: Hints, leader: str, turns: list[Turn]) -> frozenset[str] | None:
    """Return the folded names of who leads: as the user says, or as the header does."""
    if hints.facilitator is not None or not leader:
        return hints.facilitator
    names = {fold(turn.speaker) for turn in turns if turn.speaker}
    fits = {name for name in names if name == leader or (len(name) > 4 and name in leader)}
    return frozenset(fits) if len(fits) == 1 else None


def _name_facilitator(name: str, turns: list[Turn], chosen: frozenset[str] | None) -> list[Problem]:
    """Mark the facilitator's turns: the named one, or the guessed one when no label says."""
    if chosen is not None and (not chosen or any(fold(turn.speaker) in chosen for turn in turns)):
        for turn in turns:
            if fold(turn.speaker) in chosen:
                turn.role = FACILITATOR
            elif turn.role == FACILITATOR:
                turn.role = ""
        return []
    if any(turn.role == FACILITATOR for turn in turns):
        return []
    guess, confidence = guess_facilitator([(turn.speaker, turn.text) for turn in turns])
    for turn in turns:
        if guess and turn.speaker == guess:
            turn.role = FACILITATOR
    if guess:
        sentence = (
            f"za osobę prowadzącą uznano mówcę {quoted(guess)} (pewność "
            f"{percent(confidence, 0)}); jej wypowiedzi nie wchodzą do zliczeń."
        )
        return [Problem(name, sentence)]
    if len({turn.speaker for turn in turns if turn.speaker}) > 2 and len(turns) >= 8:
        sentence = (
            "nie rozpoznano osoby prowadzącej, więc liczą się wszystkie wypowiedzi; jeśli ktoś "
            "prowadził, wpisz go w pliku mówcy.csv z rolą „prowadzący”."
        )
        return [Problem(name, sentence)]
    return []


def _fill_roles(turns: list[Turn]) -> None:
    """Give speakers without a role the one they tell in their own words."""
    told: dict[str, str] = {}
    for turn in turns:
        if turn.speaker and not turn.role and turn.speaker not in told:
            role = said_role(turn.text)
            if role:
                told[turn.speaker] = role
    for turn in turns:
        turn.role = turn.role or told.get(turn.speaker, "")


def _follow(name: str, turns: list[Turn], guide: Guide | None) -> list[Problem]:
    """Carry the questions the facilitator passes on to, where headings do not tell."""
    found = follow_agenda([(turn.role == FACILITATOR, turn.text) for turn in turns], guide)
    for turn, question in zip(turns, found, strict=True):
        turn.question = question
    kinds = len(set(found) - {""})
    if not kinds:
        return []
    return [
        Problem(
            name,
            f"nie ma nagłówków; {counted(kinds, 'pytanie', 'pytania', 'pytań')} rozpoznano ze "
            "słów osoby prowadzącej i odpowiedzi. Jeśli się nie zgadzają, wstaw pytania jako "
            "nagłówki albo dołóż plik pytania.txt.",
        )
    ]


def _speakerless(name: str, turns: Iterable[Turn]) -> list[Problem]:
    said = list(turns)
    without = sum(not turn.speaker for turn in said)
    if not without:
        return []
    if without == len(said):
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
