"""Questions whose numbers would tell those of meetings, gminas or kinds of people kept back.

The answers to the questions of a meeting add up to the meeting. So the questions told must have room
in the meetings told: then nobody can say that a single answer was given in one kept back. What
room there is, is the largest flow from questions to groups (Ford and Fulkerson 1956).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

Ids = tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """A meeting, gmina or kind of people: its statements, its people, whether it is kept back."""

    statements: frozenset[str]
    people: int
    hidden: bool


def telling(
    questions: Iterable[Ids], groups: Iterable[Group], people: Mapping[str, object]
) -> set[Ids]:
    """Return the questions to keep back so that the others have room in the groups told.

    Parameters
    ----------
    questions : iterable of tuple of str
        The statements that answer each question whose number is told.
    groups : iterable of Group
        They share no statement and together have them all.
    people : mapping
        Who said each statement.
    """
    every, asked = list(groups), list(dict.fromkeys(questions))
    told = [group for group in every if not group.hidden]
    secret = frozenset().union(*(group.statements for group in every if group.hidden))
    touched = [ids for ids in asked if not secret.isdisjoint(ids)]
    found = {ids for ids in touched if not _peopled(ids, told, people)}
    shown = [ids for ids in asked if ids not in found]
    while (lacking := _lacking(shown, told)) and (left := [q for q in touched if q in shown]):
        enough = [ids for ids in left if len(ids) >= lacking]
        chosen = min(enough, key=len) if enough else max(left, key=len)
        found.add(chosen)
        shown.remove(chosen)
    return found


def _asked(ids: Ids, groups: list[Group]) -> list[int]:
    return [n for n, group in enumerate(groups) if not group.statements.isdisjoint(ids)]


def _peopled(ids: Ids, told: list[Group], people: Mapping[str, object]) -> bool:
    """Say whether all who answered may belong to the groups told in which it was asked."""
    crowd = len({people[item] for item in ids if item in people})
    return crowd <= sum(told[n].people for n in _asked(ids, told))


def _lacking(questions: list[Ids], told: list[Group]) -> int:
    """Return how many answers have no room in the groups told."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_flow

    answers = sum(map(len, questions))
    size = len(questions) + len(told) + 2
    room = np.zeros((size, size), dtype=np.int32)
    for n, ids in enumerate(questions, 1):
        room[0, n] = len(ids)
        for place in _asked(ids, told):
            room[n, 1 + len(questions) + place] = len(ids)
    room[1 + len(questions) : -1, -1] = [len(group.statements) for group in told]
    return answers - int(maximum_flow(csr_array(room), 0, size - 1).flow_value)
