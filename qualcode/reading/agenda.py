"""The agenda of a meeting without headings, followed by the words of who leads it and who answers.

The meeting is read as a walk through the questions of the discussion guide. A question can begin
only where the facilitator speaks; the best walk is found by dynamic programming (Viterbi 1967)
over three kinds of evidence: the facilitator's words (the question named, its cues, "pytanie
trzecie", passing on, learned openings), the usual order of the guide, and the vocabulary of what people say, with
weights learned by logistic regression (``benchmarks/reading_agenda.py``).
"""

from __future__ import annotations

import itertools
import json
import re
from functools import cache

from qualcode import resources
from qualcode.errors import MissingPartError
from qualcode.reading.questions import (
    Guide,
    Question,
    known_questions,
    match_question,
    named_questions,
)

MAX_TURNS = 5000  # a meeting of a whole day has a tenth of that
_ENTER, _NAMED, _CUE, _PASSING, _ORDINAL = 2.0, 4.0, 8.0, 2.0, 3.0
_BACK, _OTHER_GUIDE, _SKIP, _CLOSING = 8.0, 8.0, 1.0, 10.0
_TAIL = 25  # words a greeting without punctuation may end its question in
_LEARNED, _LEAST, _MOST = 0.5, -3.0, 5.0  # share and bounds of the learned openings
_ASKED = re.compile(r"[^.!?…]*\?")  # a sentence that asks
_MARKS = re.compile(r"[.!?…]")
_WONDERS = re.compile(  # what a question without its mark begins with
    r"(?i)\b(?:jak(?:i|a|ie|ich|ą)?|co|czego|czemu|czym|kto|kogo|komu|skąd|gdzie|dlaczego|ile)\b"
)
_STEM = 6
_OPENING = 600  # letters of a facilitator's turn that may open a question
BIAS = ""
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_PASS_ON = re.compile(
    r"(?i)\b(pytani\w*|przejd\w+|przechodz\w+|idziemy dalej|kolejn\w+|następn\w+|pierwsz\w+|drug\w+|"
    r"trzec\w+|czwart\w*|piąt\w*|szóst\w*|ostatni\w*|teraz|zaczn\w+|zaczyna\w+|porozmawia\w+|"
    r"temat\w*|blok\w*|arkusz\w*|rund\w+|tablic\w+|finał|na koniec)\b"
)
_ORDINALS = [
    re.compile(rf"(?i)\b(?:{word}|pytanie (?:nr |numer )?{number})\b")
    for number, word in enumerate(
        [r"pierwsz\w+", r"drug\w+", r"trzec\w+", r"czwart\w*", r"piąt\w*", r"szóst\w*"], 1
    )
]
_NEAR = 12  # turns in which a rare question must be spoken of by its own words
_FEWEST = 4  # words of a turn that opens a question without naming it
_CLOSE = re.compile(
    r"(?i)\b(kończymy|na dziś wystarczy|na tym (?:zako|sko)\w+|dziękuję (?:państwu|wszystkim|bardzo|"
    r"wam)|do widzenia|szerokiej drogi|raport|wyślę|prześlę|podsumow\w+)"
)
_FAR = -1e18
START, END = -1, -2


Weights = dict[str, dict[str, dict[str, float]]]
"""``answers`` and ``openings`` → id of a question → word beginning → weight."""


@cache
def _weights() -> Weights:
    """Return how much a word beginning speaks for each question of the shipped guide."""
    try:
        path = resources.find("models/cus/agenda.json")
    except MissingPartError:
        return {}
    return dict(json.loads(path.read_text(encoding="utf-8")))


def stems(text: str) -> set[str]:
    """Return the word beginnings of a text that the weights speak of."""
    return {word[:_STEM] for word in _WORD.findall(text.lower())}


def phrases(text: str) -> set[str]:
    """Return what an opening is known by: word beginnings, pairs of them, a question mark."""
    words = [word[:_STEM] for word in _LETTERS.findall(text[:_OPENING].lower())]
    pairs = {f"{first} {second}" for first, second in itertools.pairwise(words)}
    return {*words, *pairs, *(["?"] if "?" in text[:_OPENING] else [])}


def follow_agenda(
    turns: list[tuple[bool, str]],
    guide: Guide | None = None,
    weights: Weights | None = None,
) -> list[str]:
    """Return the question under discussion at each turn, ``""`` before, after and when unknown.

    Parameters
    ----------
    turns : list of (bool, str)
        Whether the facilitator speaks, and what is said.
    guide : tuple of Question, optional
        The shipped one by default.
    weights : dict, optional
        :data:`Weights`; the shipped ones by default.
    """
    questions = known_questions() if guide is None else guide
    if not any(leads for leads, _ in turns) or len(turns) > MAX_TURNS:
        return [""] * len(turns)
    if weights is None:
        weights = _weights() if guide is None else {}
    return _Walk(questions, weights).best(turns)


def may_open(text: str) -> bool:
    """Tell whether a turn is long enough to open a question it does not name; "ojej" is not.

    To ask besides that it asks or announces cost five points on speech without punctuation.
    """
    return len(_LETTERS.findall(text)) >= _FEWEST


def _asking(text: str) -> list[str]:
    """Return the sentences that ask; without punctuation the last words from „jakie”, „co”… on."""
    if _MARKS.search(text):
        return _ASKED.findall(text)
    tail = " ".join(text.split()[-_TAIL:])
    begins = _WONDERS.search(tail)
    return [tail[begins.start() :]] if begins else []


class _Walk:
    """The dynamic programme: states are the questions, a start and an end without one."""

    def __init__(self, questions: Guide, weights: Weights) -> None:
        self.questions = questions
        answers, openings = weights.get("answers", {}), weights.get("openings", {})
        self.weights = [answers.get(question.id, {}) for question in questions]
        self.openings = [openings.get(question.id, {}) for question in questions]
        self.cues = [
            re.compile(rf"(?i)\b(?:{question.cues})\b") if question.cues else None
            for question in questions
        ]
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

    def best(self, turns: list[tuple[bool, str]]) -> list[str]:
        score = dict.fromkeys(self.states, _FAR)
        score[START] = 0.0
        trail: list[dict[int, int]] = []
        for number, (leads, text) in enumerate(turns):
            said = stems(text)
            new, source = {}, {}
            if number:
                near = " ".join(said for _, said in turns[number : number + _NEAR])
                gains = self._gains(text, number / len(turns), near) if leads else {}
            else:
                gains = self._first(text) if leads else {}
            for state in self.states:
                new[state], source[state] = score[state], state
                for before in self.states if state in gains else ():
                    value = score[before] + gains[state] - self.step[before, state]
                    if before != state and value > new[state]:
                        new[state], source[state] = value, before
                if state >= 0:
                    mine = self.weights[state]
                    new[state] += sum(mine.get(stem, 0.0) for stem in said)
            score = new
            trail.append(source)
        state = max(self.states, key=lambda item: score[item])
        path = []
        for source in reversed(trail):
            path.append(self.questions[state].text if state >= 0 else "")
            state = source[state]
        return path[::-1]

    def _first(self, text: str) -> dict[int, float]:
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
            return {}
        [(state, sentence)] = asked.items()
        gain = self._gain(state, self.questions[state], sentence, self.questions[state].text, set())
        return {state: gain + self.step[START, state] + _PASSING}

    def _gains(self, text: str, share: float, near: str) -> dict[int, float]:
        """Return what speaks for each question to begin at a turn of the facilitator."""
        named = match_question(text, self.questions)
        passing = _PASSING if _PASS_ON.search(text[:120]) else 0.0
        ordinals = {n for n, pattern in enumerate(_ORDINALS, 1) if pattern.search(text[:60])}
        said = phrases(text)
        opens = may_open(text)
        gains = {
            state: self._gain(state, question, text, named, ordinals)
            + passing
            + self._opening(state, said)
            for state, question in enumerate(self.questions)
            if self._named(state, text, named)
            or (opens and (not question.special or re.search(f"(?i){question.special}", near)))
        }
        gains[END] = -_ENTER + (4.0 if _CLOSE.search(text) else 0.0) - _CLOSING * (1 - share)
        return gains

    def _named(self, state: int, text: str, named: str) -> bool:
        """Tell whether the words of a turn name a question or one of its cues."""
        cue = self.cues[state]
        return named == self.questions[state].text or bool(cue is not None and cue.search(text))

    def _opening(self, state: int, said: set[str]) -> float:
        """Return what was learned of how facilitators open a question, within bounds."""
        mine = self.openings[state]
        if not mine:
            return 0.0
        score = mine.get(BIAS, 0.0) + sum(mine.get(phrase, 0.0) for phrase in said)
        return _LEARNED * min(_MOST, max(_LEAST, score))

    def _gain(
        self, state: int, question: Question, text: str, named: str, ordinals: set[int]
    ) -> float:
        cue = self.cues[state]
        return (
            -_ENTER
            + (_NAMED if named == question.text else 0.0)
            + (_CUE if cue is not None and cue.search(text) else 0.0)
            + (_ORDINAL if question.place in ordinals else 0.0)
        )
