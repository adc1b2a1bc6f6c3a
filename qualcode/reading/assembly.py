"""From blocks to a transcript with its turns: speakers, roles, questions, header."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from qualcode.errors import Problem
from qualcode.reading.agendas.agenda import follow_agenda
from qualcode.reading.agendas.questions import Guide
from qualcode.reading.drafts import Draft
from qualcode.reading.layout import Layout, Turn, fold
from qualcode.reading.metadata import PRESENT
from qualcode.reading.tables.written import is_posted, is_written
from qualcode.reading.voices.attendance import roles_of
from qualcode.reading.voices.devices import is_device
from qualcode.reading.voices.people import People
from qualcode.reading.voices.roles import answers_as_staff, guess_facilitator, said_role
from qualcode.reading.voices.variants import is_nameless, join_variants, may_be
from qualcode.study import FACILITATOR, Transcript, address
from qualcode.wording import counted, listed, percent, quoted

_SHOWN = 5  # lines of narration named in a note
_BRIEF = 60  # letters of a question shown in a note


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
    walk = Layout(draft, given.guide)
    for block, following in zip(draft.blocks, [*draft.blocks[1:], None], strict=True):
        walk.take(block, following)
    turns = walk.turns
    followed = not any(turn.question for turn in turns)
    problems += _join_names(name, turns)
    _apply_people(name, turns, given.people)
    problems += given.people.undecided(name, {turn.speaker for turn in _people(turns)})
    _give_roles(turns, walk.meta.pop(PRESENT, ""))
    chosen = _leaders(given, walk.leader, turns)
    if chosen is not None or not is_written(draft.blocks):  # nobody leads a survey
        problems += _name_facilitator(name, turns, chosen, walk.leader)
    _fill_roles(turns)
    if followed:
        problems += _follow(name, turns, given.guide)
    rows = [_row(name, turn) for turn in turns]
    problems += _speakerless(name, turns) + _headings(name, walk.unknown)
    problems += _narrated(name, walk.narrated) + walk.prose.problems(name)
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


def _people(turns: list[Turn]) -> list[Turn]:
    """Return what somebody named said; a note on a wall has a place instead of a name."""
    return [turn for turn in turns if turn.speaker and not is_posted(turn.speaker, turn.role)]


def _join_names(name: str, turns: list[Turn]) -> list[Problem]:
    """Give every variant of a display name the commonest of them, and its role."""
    people = _people(turns)
    joined = join_variants(Counter(turn.speaker for turn in people))
    roles: dict[str, str] = {}
    for turn in people:
        if turn.role:
            roles.setdefault(joined[turn.speaker], turn.role)
    for turn in people:
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


def _give_roles(turns: list[Turn], present: str) -> None:
    """Give speakers without a role the one that the list of those present tells."""
    roles = roles_of(present, {turn.speaker for turn in _people(turns)})
    for turn in turns:
        turn.role = turn.role or roles.get(turn.speaker, "")


def _leaders(hints: Hints, leader: str, turns: list[Turn]) -> frozenset[str] | None:
    """Return the folded names of who leads: as the user says, or as the header does."""
    if hints.facilitator is not None or not leader:
        return hints.facilitator
    labels = {turn.speaker for turn in turns if turn.speaker}
    fits = {fold(label) for label in labels if may_be(label, leader)}
    fits = fits & {fold(leader)} or fits
    return frozenset(fits) if len(fits) == 1 else None


def _name_facilitator(
    name: str, turns: list[Turn], chosen: frozenset[str] | None, leader: str
) -> list[Problem]:
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
    guess, confidence = _guess(turns)
    if leader and not (guess and (is_nameless(guess) or may_be(guess, leader))):
        return [_silent(name, leader)]  # a name given outranks a guess
    for turn in turns:
        if guess and turn.speaker == guess:
            turn.role = FACILITATOR
    if guess:
        sentence = (
            f"za osobę prowadzącą uznano mówcę {quoted(guess)} (pewność "
            f"{percent(confidence, 0)}); jej wypowiedzi nie wchodzą do zliczeń."
        )
        return [Problem(name, sentence)]
    talk = [turn for turn in turns if not is_posted(turn.speaker, turn.role)]
    if len({turn.speaker for turn in talk if turn.speaker}) > 2 and len(talk) >= 8:
        sentence = (
            "nie rozpoznano osoby prowadzącej, więc liczą się wszystkie wypowiedzi; jeśli ktoś "
            "prowadził, wpisz go w pliku mówcy.csv z rolą „prowadzący”."
        )
        return [Problem(name, sentence)]
    return []


def _guess(turns: list[Turn]) -> tuple[str, float]:
    guess, confidence = guess_facilitator([(turn.speaker, turn.text) for turn in turns])
    own = [turn for turn in turns if guess and turn.speaker == guess]
    role = next((turn.role for turn in own if turn.role), "")
    if own and answers_as_staff([(turn.speaker, turn.text) for turn in own], role):
        return "", 0.0
    return guess, confidence


def _silent(name: str, leader: str) -> Problem:
    sentence = (
        f"nagłówek podaje, że prowadzi {quoted(leader)}, ale nie ma wypowiedzi tak podpisanej "
        "osoby, więc liczą się wszystkie wypowiedzi; jeśli prowadził ktoś z mówców, podaj go: "
        '--facilitator "NAZWA MÓWCY", a jeśli nikt: --facilitator "".'
    )
    return Problem(name, sentence)


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
    said = [(turn.role == FACILITATOR, turn.text) for turn in turns]
    found = follow_agenda(said, guide, speakers=[turn.speaker for turn in turns])
    for turn, question in zip(turns, found, strict=True):
        turn.question = question
    begun: dict[str, str] = {}  # question → where it is first asked
    for number, turn in enumerate(turns, 1):
        if turn.question and turn.question not in begun:
            begun[turn.question] = f"wypowiedź {number}" + _clock(turn.time)
    if not begun:
        return []
    named = listed(f"{quoted(_brief(text))} ({place})" for text, place in begun.items())
    one = len(begun) == 1
    return [
        Problem(
            name,
            f"nie ma nagłówków; {counted(len(begun), 'pytanie', 'pytania', 'pytań')} rozpoznano ze "
            f"słów osoby prowadzącej i odpowiedzi: {named}. Jeśli się nie {'zgadza' if one else 'zgadzają'}, "
            f"wstaw {'pytanie jako nagłówek' if one else 'pytania jako nagłówki'} albo dołóż plik pytania.txt.",
        )
    ]


def _clock(time: float) -> str:
    return "" if math.isnan(time) else f", {int(time) // 60}:{int(time) % 60:02}"


def _brief(text: str) -> str:
    """Return a question without what stands in brackets, cut at a word when long."""
    bare = re.sub(r"\s*\([^)]*\)", "", text).strip()
    return bare if len(bare) <= _BRIEF else f"{bare[:_BRIEF].rsplit(' ', 1)[0]}…"


def _headings(name: str, lines: list[str]) -> list[Problem]:
    """Tell which plain lines were taken as headings by nothing but their place."""
    if not lines:
        return []
    shown = listed(map(quoted, dict.fromkeys(lines)))
    sentence = (
        f"za nagłówki uznano wiersze stojące między pustymi: {shown}; jeśli to czyjeś słowa, "
        "dopisz przed nimi mówcę."
    )
    return [Problem(name, sentence)]


def _narrated(name: str, lines: list[str]) -> list[Problem]:
    """Tell which lines are the words of who wrote the protocol."""
    if not lines:
        return []
    shown = listed([quoted(_brief(line)) for line in lines[:_SHOWN]])
    rest = f" i {counted(n, 'inny', 'inne', 'innych')}" if (n := len(lines) - _SHOWN) > 0 else ""
    sentence = (
        f"za opis przebiegu, a nie czyjeś słowa, uznano {counted(len(lines), 'wiersz', 'wiersze', 'wierszy')}: "
        f"{shown}{rest}; jeśli ktoś to powiedział, dopisz na początku wiersza mówcę albo myślnik."
    )
    return [Problem(name, sentence)]


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
            f"jako {'wypowiedź uczestnika' if without == 1 else 'wypowiedzi uczestników'}.",
        )
    ]
