"""The dynamic programme that divides a meeting into sections, under every guide it may follow.

A semi-Markov walk (Ostendorf, Digalakis and Kimball 1996): each section is one state and costs
something when it is short. The same turns are divided once for each guide the meeting may follow
(staff, residents, a plan) and once for a mixed one; the best of these divisions is the meeting's.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]
NEVER = -1e9
_AGAIN = 6.0  # cost of a question put a second time
_SHORT, _USUAL = 2.0, 10  # cost of a section of no turns, turns from which it costs nothing
_BARRED = -30.0  # a step that is never taken
_ALIEN = 2.0  # cost of a section that belongs to another guide than the meeting
_MIXED = 2.0  # cost of a meeting that follows no single guide


def kinds_of_meeting(guides: list[str], states: int) -> tuple[Table, Table]:
    """Return what each kind of meeting costs: a section of each state, and the meeting itself.

    Parameters
    ----------
    guides : list of str
        The guide of each question; the states after the questions belong to every guide.
    states : int

    Returns
    -------
    (array of shape (kinds, states), array of shape (kinds,))
        One kind a guide and then the mixed one; a single kind where there is one guide.
    """
    names = list(dict.fromkeys(guides))
    if len(names) < 2:
        return np.zeros((1, states)), np.zeros(1)
    alien = np.zeros((len(names) + 1, states))
    for kind, name in enumerate(names):
        alien[kind, : len(guides)] = [_ALIEN * (guide != name) for guide in guides]
    return alien, np.array([0.0] * len(names) + [_MIXED])


class Division:
    """The best division of the turns of a meeting.

    Parameters
    ----------
    said : array, shape (turns, states)
        What the words of each turn say for each state.
    begins : array, shape (turns, states)
        What speaks for a section of each state to begin at each turn.
    steps : array, shape (states, states)
        What speaks for a section to follow a section.
    guides : list of str
        The guide of each question; questions are the first states.
    anew : list of bool
        Whether another source (flip chart, survey) begins at each turn.
    """

    def __init__(
        self, said: Table, begins: Table, steps: Table, guides: list[str], anew: list[bool]
    ) -> None:
        self.turns, self.states = said.shape
        self.steps, self.questions, self.anew = steps, len(guides), anew
        self.alien, self.mixed = kinds_of_meeting(guides, self.states)
        self.kinds = len(self.mixed)
        self.begins = begins[:, None, :] - self.alien
        self.told = np.vstack([np.zeros(self.states), np.cumsum(said, axis=0)])
        shape = (self.kinds, self.states)
        self.source = np.zeros((self.turns, *shape), dtype=int)
        self.opened = np.zeros((self.turns + 1, *shape), dtype=int)
        self.asked = np.zeros((self.turns + 1, *shape, self.states), dtype=bool)

    def best(self, start: Table) -> list[int]:
        """Return the state of each turn; ``start`` says in which one the meeting begins."""
        entered = np.full((self.turns, self.kinds, self.states), NEVER)  # less what was said before
        entered[0] = start - self.mixed[:, None]
        self.asked[0] = self._itself()
        score, long = entered[0], np.full((self.kinds, self.states), NEVER)
        since = np.zeros((self.kinds, self.states), dtype=int)
        for turn in range(self.turns):
            if turn:
                entered[turn] = self._enter(turn, score) - self.told[turn]
            if turn + 1 >= _USUAL:
                fresh = entered[turn + 1 - _USUAL]
                since = np.where(fresh > long, turn + 1 - _USUAL, since)
                long = np.maximum(fresh, long)
            score = self._leave(turn, entered, long, since)
            self._note(turn)
        kind, state = np.unravel_index(int(score.argmax()), score.shape)
        return self._trace(int(kind), int(state))

    def _itself(self) -> NDArray[np.bool_]:
        """Return each question as put by its own section, rows and columns states."""
        own = np.eye(self.states, dtype=bool)
        own[:, self.questions :] = False
        return own

    def _enter(self, turn: int, score: Table) -> Table:
        """Return the best way into each state at a turn and note where it comes from."""
        step = self.steps - _AGAIN * self.asked[turn]
        if self.anew[turn]:  # another source: its order and its questions are its own
            step = np.where(self.steps < _BARRED, self.steps, 0.0)
        ways = score[:, :, None] + step
        same = np.arange(self.states)
        ways[:, same, same] = NEVER
        self.source[turn] = ways.argmax(axis=1)
        return np.asarray(ways.max(axis=1) + self.begins[turn])

    def _leave(self, turn: int, entered: Table, long: Table, since: NDArray[np.int_]) -> Table:
        """Return the best score of a section of each state that may end after a turn."""
        first = max(0, turn + 2 - _USUAL)
        lengths = turn + 1 - np.arange(first, turn + 1)
        cost = _SHORT * (1 - lengths / _USUAL)
        if turn + 1 == self.turns:
            cost = np.zeros(len(lengths))  # the recording may stop anywhere
        elif first == 0:
            cost[0] = 0.0
        recent = entered[first : turn + 1] - cost[:, None, None]
        value = recent.max(axis=0)
        self.opened[turn + 1] = np.where(long > value, since, first + recent.argmax(axis=0))
        return np.asarray(np.maximum(long, value) + self.told[turn + 1])

    def _note(self, turn: int) -> None:
        """Note which questions were put on the best way to each state (columns: again)."""
        opened = self.opened[turn + 1]
        kind, state = np.indices(opened.shape)
        before = self.asked[opened, kind, self.source[opened, kind, state]]
        self.asked[turn + 1] = (before & (opened > 0)[:, :, None]) | self._itself()

    def _trace(self, kind: int, state: int) -> list[int]:
        path: list[int] = []
        end = self.turns
        while end:
            begin = int(self.opened[end, kind, state])
            path = [state] * (end - begin) + path
            state, end = int(self.source[begin, kind, state]), begin
        return path
