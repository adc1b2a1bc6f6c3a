"""The agenda of a meeting without headings, followed by the words of who leads it and who answers.

With the shipped guide a meeting is divided by what was learned from other meetings
(:mod:`qualcode.reading.agendas.meetings`). A guide of one's own is followed as a walk through its questions:
one can begin only where the facilitator speaks, and the best walk is found by dynamic programming
(Viterbi 1967) over the facilitator's words (the question named, its cues, "pytanie trzecie",
passing on) and the usual order of the guide.
"""

from __future__ import annotations

import re

from qualcode.reading.agendas.meetings import (
    NEAR,
    Turns,
    Weights,
    cue_patterns,
    divide,
    keep_founded,
    may_open,
    named_and_cued,
    shipped_weights,
)
from qualcode.reading.agendas.questions import (
    CLOSE,
    PASS_ON,
    Guide,
    Question,
    known_questions,
    match_question,
    named_questions,
    ordinals,
)

MAX_TURNS = 5000  # a meeting of a whole day has a tenth of that
_ENTER, _NAMED, _CUE, _PASSING, _ORDINAL = 2.0, 4.0, 8.0, 2.0, 3.0
_BACK, _OTHER_GUIDE, _SKIP, _CLOSING = 8.0, 8.0, 1.0, 10.0
_TAIL = 25  # words a greeting without punctuation may end its question in
_ASKED = re.compile(r"[^.!?…]*\?")  # a sentence that asks
_MARKS = re.compile(r"[.!?…]")
_WONDERS = re.compile(  # what a question without its mark begins with
    r"(?i)\b(?:jak(?:i|a|ie|ich|ą)?|co|czego|czemu|czym|kto|kogo|komu|skąd|gdzie|dlaczego|ile)\b"
)
_COUNTS = ("pierwsz", "drug", "trzec", "czwart", "piąt", "szóst", "siódm", "ósm", "dziewiąt")
_ANNOUNCED = [  # "pytania drugiego", "drugie pytanie", "pytanie nr 2"
    re.compile(rf"(?i)\bpytani\w+ (?:(?:nr |numer )?{number}\b|{word})|\b{word}\w* pytani[ea]")
    for number, word in enumerate(_COUNTS, 1)
]
_FAR = -1e18
START, END = -1, -2


def follow_agenda(
    turns: Turns,
    guide: Guide | None = None,
    weights: Weights | None = None,
    speakers: list[str] | None = None,
) -> list[str]:
    """Return the question under discussion at each turn, ``""`` before, after and when unknown.

    Parameters
    ----------
    turns : list of (bool, str)
        Whether the facilitator speaks, and what is said.
    guide : tuple of Question, optional
        The shipped one by default.
    weights : Weights, optional
        Learned for the shipped guide; the shipped ones by default.
    speakers : list of str, optional
        Labels of the turns: "karteczka 3" and "respondent 7" tell a flip chart and a survey from talk.
    """
    questions = known_questions() if guide is None else guide
    if not any(leads for leads, _ in turns) or len(turns) > MAX_TURNS:
        return [""] * len(turns)
    walk = _Walk(questions)
    learned = weights or (shipped_weights() if questions is known_questions() else None)
    if learned is None:
        return walk.best(turns)
    first = walk.first(turns[0][1]) if turns[0][0] else {}
    divided = divide(turns, questions, learned, first, speakers)
    places = _left(turns, questions, keep_founded(turns, questions, learned, divided, first))
    return [questions[place].text if place >= 0 else "" for place in places]


def _left(turns: Turns, guide: Guide, places: list[int]) -> list[int]:
    """Return the places with no question where one is left for another called by its number alone.

    "Przejdźmy do pytania drugiego." ends a question, and which is the second nobody knows: the
    meeting may have an order of its own.
    """
    named, cued = named_and_cued(turns, guide)
    left, result = -1, []
    for number, (leads, text) in enumerate(turns):
        place = places[number]
        before = places[number - 1] if number else -1
        bare = leads and "?" not in text and not (named[number].any() or cued[number].any())
        if place != before:
            left = -1
        elif bare and PASS_ON.search(text) and announced(text):
            left = place
        result.append(-1 if left == place else place)
    return result


def _asking(text: str) -> list[str]:
    """Return the sentences that ask; without punctuation the last words from „jakie”, „co”… on."""
    if _MARKS.search(text):
        return _ASKED.findall(text)
    tail = " ".join(text.split()[-_TAIL:])
    begins = _WONDERS.search(tail)
    return [tail[begins.start() :]] if begins else []


def announced(text: str) -> set[int]:
    """Return the numbers of the questions that a turn calls by their number alone.

    Examples
    --------
    >>> announced("Zaczynamy od pytania pierwszego."), announced("Witam po raz pierwszy.")
    ({1}, set())
    """
    return {number for number, called in enumerate(_ANNOUNCED, 1) if called.search(text)}


class _Walk:
    """The dynamic programme: states are the questions, a start and an end without one."""

    def __init__(self, questions: Guide) -> None:
        self.questions = questions
        self.cues = cue_patterns(questions)
        states = [START, *range(len(questions)), END]
        self.states = states
        self.step = {(a, b): self._step(a, b) for a in states for b in states}

    def _step(self, before: int, after: int) -> float:
        """Return the cost of going from one question to another by the order of the guide."""
        if before == END or after == START:
            return -_FAR
        if after == END:
            return 0.0
        new = self.questions[after]
        if before == START:
            return _SKIP * (new.place - 1)
        old = self.questions[before]
        if old.guide != new.guide:
            return _OTHER_GUIDE
        return _BACK if new.place <= old.place else _SKIP * (new.place - old.place - 1)

    def best(self, turns: Turns) -> list[str]:
        """Return the text of the question at each turn."""
        score = dict.fromkeys(self.states, _FAR)
        score[START] = 0.0
        trail: list[dict[int, int]] = []
        for number, (leads, text) in enumerate(turns):
            new, source = {}, {}
            if number:
                near = " ".join(said for _, said in turns[number : number + NEAR])
                gains = self._gains(text, number / len(turns), near) if leads else {}
            else:
                gains = self.first(text) if leads else {}
            for state in self.states:
                new[state], source[state] = score[state], state
                for before in self.states if state in gains else ():
                    value = score[before] + gains[state] - self.step[before, state]
                    if before != state and value > new[state]:
                        new[state], source[state] = value, before
            score = new
            trail.append(source)
        state = max(self.states, key=lambda item: score[item])
        path = []
        for source in reversed(trail):
            path.append(self.questions[state].text if state >= 0 else "")
            state = source[state]
        return path[::-1]

    def first(self, text: str) -> dict[int, float]:
        """Return what speaks for the one question that the very first turn puts, if it does.

        A greeting tells of all that will be discussed, so only a sentence that asks counts, or the
        end of a text that speech recognition left without punctuation, and only when no other
        question is asked beside it. Then the usual order says nothing.
        """
        texts = [question.text for question in self.questions]
        asked = {}
        for part in _asking(text):
            for named in named_questions(part, self.questions)[: 1 if "?" in part else None]:
                asked[texts.index(named)] = part
        if len(asked) != 1:
            return {} if asked else self._numbered(text)
        [(state, sentence)] = asked.items()
        gain = self._gain(state, self.questions[state], sentence, self.questions[state].text, set())
        return {state: gain + self.step[START, state] + _PASSING}

    def _numbered(self, text: str) -> dict[int, float]:
        """Return what speaks for the question that the very first turn calls by its number."""
        numbers = announced(text)
        states = [state for state, q in enumerate(self.questions) if {q.place} == numbers]
        return {states[0]: self.step[START, states[0]] + _PASSING} if len(states) == 1 else {}

    def _gains(self, text: str, share: float, near: str) -> dict[int, float]:
        """Return what speaks for each question to begin at a turn of the facilitator."""
        named = match_question(text, self.questions)
        passing = _PASSING if PASS_ON.search(text[:120]) else 0.0
        numbers = ordinals(text) | announced(text)
        opens = may_open(text) or bool(announced(text))
        gains = {
            state: self._gain(state, question, text, named, numbers) + passing
            for state, question in enumerate(self.questions)
            if self._named(state, text, named)
            or (opens and (not question.special or re.search(f"(?i){question.special}", near)))
        }
        gains[END] = -_ENTER + (4.0 if CLOSE.search(text) else 0.0) - _CLOSING * (1 - share)
        return gains

    def _named(self, state: int, text: str, named: str) -> bool:
        """Tell whether the words of a turn name a question or one of its cues."""
        cue = self.cues[state]
        return named == self.questions[state].text or bool(cue is not None and cue.search(text))

    def _gain(
        self, state: int, question: Question, text: str, named: str, numbers: set[int]
    ) -> float:
        cue = self.cues[state]
        return (
            -_ENTER
            + (_NAMED if named == question.text else 0.0)
            + (_CUE if cue is not None and cue.search(text) else 0.0)
            + (_ORDINAL if question.place in numbers else 0.0)
        )
