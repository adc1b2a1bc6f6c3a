"""Questions in results for publication: no meeting kept back can be computed from their numbers."""

import random

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import linprog

import qualcode as qc
from qualcode.reading.codebooks import load_codebook
from qualcode.reports.rooms import Group, telling
from qualcode.reports.suppression import suppressed
from qualcode.study import CODINGS, SEGMENTS, Study, Transcript, address, frame

K = 3
ASKED = {
    "a": (6, {"Jakich usług brakuje?": 6, "Co trzeba zmienić?": 6}),
    "b": (2, {"Jakie są bariery rozwoju usług?": 3}),
    "c": (9, {"Jakie są mocne strony gminy?": 5, "Jakie są problemy mieszkańców?": 9}),
    "d": (8, {"Jakie są bariery rozwoju usług?": 9, "Kto może pomagać starszym?": 8}),
    "e": (12, {"Jakie są bariery rozwoju usług?": 14, "Kto może pomagać starszym?": 12}),
}
"""People of each meeting, and answers to each of its questions: two people make "b" small."""
ANSWERS = (
    "Zgadzam się z tym, co przed chwilą zostało powiedziane.",
    "Nie mam w tej sprawie nic do dodania od siebie.",
    "Musiałbym się nad tym jeszcze dłużej zastanowić w domu.",
)


def reported(asked):
    """Return the report of meetings in which each person answers in turn."""
    transcripts, rows, codings = [], [], []
    for name, (crowd, questions) in asked.items():
        text = ""
        said = [(q, at) for q, n in questions.items() for at in range(n)]
        for question, at in said:
            answer, start = ANSWERS[at % 3], len(text)
            text += f"{answer}\n"
            segment = address(name, start, start + len(answer))
            place = {"segment": segment, "transcript": name, "start": start, "end": len(text) - 1}
            who = {"speaker": f"Osoba {at % crowd}", "role": "", "question": question}
            rows.append({**place, **who, "text": answer})
            codings.append((segment, "", "m", 0.75, ""))
        transcripts.append(Transcript(name, text))
    book = load_codebook("cus")
    segments = frame(SEGMENTS, rows)
    study = Study(book, tuple(transcripts), segments, frame(CODINGS, codings))
    return qc.report(study, coder="m")


@pytest.fixture(scope="module")
def whole():
    """Return the report of meetings each of which had questions of its own, as it is."""
    return reported(ASKED)


def numbers(table, column):
    """Return the numbers of a table by its first column, None where one is kept back."""
    rows = zip(table.data.iloc[:, 0], table.data[column], strict=True)
    return {name: None if value == "#" else int(value) for name, value in rows}


def spans(meetings, questions, where):
    """Return the least and most statements of each meeting that the numbers told allow.

    Whoever computes them knows which question was asked in which meeting.
    """
    meetings = dict(meetings)
    total = meetings.pop("Razem")
    pairs = [(q, m) for q, asked in where.items() for m in asked]
    rules = [([1.0] * len(pairs), total)]
    rules += [([float(m == name) for _, m in pairs], n) for name, n in meetings.items() if n]
    rules += [([float(q == name) for q, _ in pairs], n) for name, n in questions.items() if n]
    left, right = np.array([row for row, _ in rules]), np.array([n for _, n in rules])
    found = {}
    for name in meetings:
        aim = np.array([float(m == name) for _, m in pairs])
        ends = [linprog(sign * aim, A_eq=left, b_eq=right).fun * sign for sign in (1, -1)]
        found[name] = tuple(round(end) for end in ends)
    return found


def asked_in(report):
    names = {item.id: f"Spotkanie {n}" for n, item in enumerate(report.study.transcripts, 1)}
    said = report.study.said[["question", "transcript"]].drop_duplicates()
    return {q: {names[t] for t in rows} for q, rows in said.groupby("question")["transcript"]}


def test_no_meeting_kept_back_can_be_computed_from_the_questions(whole):
    result = suppressed(whole, k=K)
    meetings = numbers(result.table("spotkania"), "Wypowiedzi")
    hidden = [name for name, n in meetings.items() if n is None]
    assert len(hidden) >= 2
    questions = numbers(result.table("pytania"), "Wypowiedzi")
    found = spans(meetings, questions, asked_in(whole))
    rest = meetings["Razem"] - sum(n for m, n in meetings.items() if n and m != "Razem")
    for name in hidden:
        assert found[name] == (0, rest), name


def test_questions_of_meetings_kept_back_leave_no_trace_of_their_people(whole):
    result = suppressed(whole, k=K)
    meetings = numbers(result.table("spotkania"), "Osoby")
    people = numbers(result.table("pytania"), "Osoby")
    told = {name for name, n in meetings.items() if n is not None}
    for question, asked in asked_in(whole).items():
        if people[question] is not None:
            assert people[question] <= sum(meetings[name] for name in asked & told)
    assert any(n is not None for n in people.values())


def test_without_a_meeting_kept_back_all_questions_are_told():
    large = {name: asked for name, asked in ASKED.items() if asked[0] > K}
    report = reported(large)
    questions = suppressed(report, k=K).table("pytania")
    before = report.table("pytania")
    assert len(before.data) == len({q for _, asked in large.values() for q in asked})
    assert numbers(questions, "Wypowiedzi") == numbers(before, "Wypowiedzi")


def ids(prefix, n):
    return tuple(f"{prefix}{at}" for at in range(n))


def test_questions_told_have_room_in_the_groups_told():
    small, large = ids("a", 4), ids("b", 30)
    groups = [Group(frozenset(small), 2, True), Group(frozenset(large), 30, False)]
    people = {item: item for item in (*small, *large)}
    common = (*small[:1], *large[:20])
    others = (*small[1:], *large[20:29])
    assert telling([large[:10]], groups, people) == set()
    assert telling([small], groups, people) == {small}  # asked nowhere else
    # together they are more than the large group said, either alone is not
    assert telling([common, others], groups, people) == {others}
    assert telling([common], groups, people) == set()


@pytest.mark.parametrize("seed", range(12))
def test_no_pattern_of_questions_tells_a_group_kept_back(seed):
    dice = random.Random(seed)
    said = {
        q: {m: dice.randint(1, 9) for m in dice.sample("abcdef", dice.randint(1, 3))}
        for q in "PQRSTU"
    }
    ids = {
        q: tuple(f"{q}{m}{n}" for m, most in row.items() for n in range(most))
        for q, row in said.items()
    }
    people = {item: item for row in ids.values() for item in row}
    held = {m: frozenset(item for item in people if item[1] == m) for m in "abcdef"}
    held = {m: items for m, items in held.items() if items}
    hidden = sorted(held)[:2]
    groups = [Group(items, len(items), m in hidden) for m, items in held.items()]
    secret = telling(ids.values(), groups, people)
    meetings = {m: None if m in hidden else len(items) for m, items in held.items()}
    questions = {q: None if ids[q] in secret else len(ids[q]) for q in ids}
    found = spans(
        {**meetings, "Razem": len(people)}, questions, {q: set(row) for q, row in said.items()}
    )
    both = sum(len(held[m]) for m in hidden)
    assert all(found[m][0] < found[m][1] for m in hidden)
    assert min(found[m][0] for m in hidden) == 0
    assert max(found[m][1] for m in hidden) == both


def test_people_need_room_as_statements_do():
    few, many = ids("a", 6), ids("b", 30)
    groups = [Group(frozenset(few), 6, True), Group(frozenset(many), 3, False)]
    people = {item: item if item in few else f"p{int(item[1:]) % 3}" for item in (*few, *many)}
    question = (*few, *many[:5])  # nine people, only three of whom are told of
    assert telling([question], groups, people) == {question}


def test_a_table_of_questions_stays_a_table(whole):
    table = suppressed(whole, k=K).table("pytania")
    assert isinstance(table.data, pd.DataFrame)
    assert set(table.data["Spotkania"][table.data["Wypowiedzi"] == "#"]) == {"#"}
