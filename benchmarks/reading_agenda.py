"""Learn and measure how the agenda is followed where a transcript has no headings.

    python benchmarks/reading_agenda.py [FOLDER] [--also FOLDER] [--write]

FOLDER holds studies written by qualcode (default: corpora/warsztaty). Prints the share of turns
with the right question in five folds by transcript, then in the transcripts kept aside (``split``
is ``test`` in meta.csv), which nothing is learned from, and how many turns answer a question that
its opening does not name. The meetings of --also (default: corpora/wypowiedzi) are only learned
from. With --write the folds are skipped and models/cus/agenda.json is replaced. Sections whose
heading names no question of the guide are left out.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from qualcode.reading.agenda import BIAS, Weights, follow_agenda, phrases, stems
from qualcode.reading.folders import is_study, read_folder
from qualcode.reading.questions import known_questions, match_question
from qualcode.study import FACILITATOR
from qualcode.wording import percent

FOLDS = 5
WINDOW = 4  # turns a training example joins
FEWEST = 4  # turns a word beginning must occur in
SMALLEST = 0.1  # weights below this are not kept
KEPT = 0.16  # smaller weights of openings change no turn in the folds
NONE = "-"
Meeting = list[tuple[bool, str, str, str]]


def meetings(folder: Path) -> dict[str, Meeting]:
    """Return, per transcript, (facilitator speaks, text, question of the guide, heading).

    Transcripts that nobody leads are no meetings.
    """
    folders = [path for path in [folder, *sorted(folder.rglob("*"))] if path.is_dir()]
    found = {}
    for study in (read_folder(path) for path in folders if is_study(path)):
        for name, rows in study.segments.groupby("transcript"):
            found[str(name)] = [
                (row.role == FACILITATOR, row.text, match_question(row.question), row.question)
                for row in rows.itertuples()
            ]
    return {name: turns for name, turns in found.items() if any(turn[0] for turn in turns)}


def learn(chosen: list[Meeting]) -> Weights:
    """Fit two logistic regressions: the question of a few turns, and of a facilitator's opening."""
    answers, labels = _answers(chosen)
    openings, opened = _openings(chosen)
    found = {
        "answers": _fit(answers, labels, fewest=FEWEST, strength=0.3, balanced=True),
        "openings": _fit(openings, opened, fewest=3, strength=1.0, balanced=False),
    }
    none = found["openings"].pop(NONE)
    for mine in found["openings"].values():  # how much more an opening than no opening
        for key, value in none.items():
            mine[key] = round(mine.get(key, 0.0) - value, 2)
        mine[BIAS] = round(mine[BIAS] + 2.0, 2)  # openings are rare: half their prior
        for key in [key for key, value in mine.items() if key != BIAS and abs(value) < KEPT]:
            del mine[key]
    del found["answers"][NONE]
    return found


def _answers(chosen: list[Meeting]) -> tuple[list[set[str]], list[str]]:
    ids = {question.text: question.id for question in known_questions()}
    examples, labels = [], []
    for meeting in chosen:
        rows = [turn for turn in meeting if turn[2]]
        for first in range(0, len(rows), 2):
            part = [turn for turn in rows[first : first + WINDOW] if turn[2] == rows[first][2]]
            examples.append({stem for turn in part for stem in stems(turn[1])})
            labels.append(ids[rows[first][2]])
    return examples, labels


def _openings(chosen: list[Meeting]) -> tuple[list[set[str]], list[str]]:
    """Return the facilitator's turns and the question each opens for itself or the next turn."""
    ids = {question.text: question.id for question in known_questions()}
    examples, labels = [], []
    for meeting in chosen:
        for before, turn, after in zip(meeting, meeting[1:], [*meeting[2:], None], strict=False):
            if not turn[0]:
                continue
            label = NONE
            if turn[2] and turn[2] != before[2]:
                label = ids[turn[2]]
            elif after and after[2] and after[2] != turn[2] and not after[0]:
                label = ids[after[2]]
            examples.append(phrases(turn[1]))
            labels.append(label)
    return examples, labels


def _fit(
    examples: list[set[str]], labels: list[str], *, fewest: int, strength: float, balanced: bool
) -> dict[str, dict[str, float]]:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    counts = Counter(phrase for example in examples for phrase in example)
    rows = [{p: 1 for p in sorted(example) if counts[p] >= fewest} for example in examples]
    vectorizer = DictVectorizer()
    data: Any = vectorizer.fit_transform(rows)
    weight = "balanced" if balanced else None
    model = LogisticRegression(C=strength, max_iter=300, class_weight=weight).fit(data, labels)
    names = vectorizer.get_feature_names_out()
    found = {
        str(label): {
            str(names[place]): round(float(row[place]), 2)
            for place in np.flatnonzero(np.abs(row) >= SMALLEST)
        }
        for label, row in zip(model.classes_, model.coef_, strict=True)
    }
    for label, bias in zip(model.classes_, model.intercept_, strict=True):
        if not balanced:
            found[str(label)][BIAS] = round(float(bias), 2)
    return {NONE: {}, **found}


def right(meeting: Meeting, weights: Weights) -> tuple[int, int]:
    """Return turns with the right question, and turns judged."""
    followed = follow_agenda([(leads, text) for leads, text, _, _ in meeting], weights=weights)
    judged = [
        found == known
        for found, (_, _, known, heading) in zip(followed, meeting, strict=True)
        if known or not heading
    ]
    return sum(judged), len(judged)


def main() -> None:
    """Measure, and learn from everything when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("corpora/warsztaty"))
    parser.add_argument("--also", type=Path, default=Path("corpora/wypowiedzi"))
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    found, kept = meetings(arguments.folder), kept_aside(arguments.folder)
    more = [*meetings(arguments.also).values()] if arguments.also.is_dir() else []
    names = sorted(name for name in found if name not in kept)
    folds = 0 if arguments.write else min(FOLDS, len(names))
    total = np.zeros(2, dtype=int)
    for fold in range(folds):
        rest = [found[name] for n, name in enumerate(names) if n % FOLDS != fold]
        total += _report(f"część {fold + 1}", found, names[fold::FOLDS], learn(rest + more))
    if folds:
        print(f"wszystkie części: {percent(total[0] / total[1])} z {total[1]} tur")
    weights = learn([found[name] for name in names] + more)
    _report("odłożone", found, sorted(kept & set(found)), weights)
    if arguments.write:
        text = json.dumps(weights, ensure_ascii=False, separators=(",", ":"))
        text = text.replace("},", "},\n") + "\n"
        Path("models/cus/agenda.json").write_text(text, encoding="utf-8")


def kept_aside(folder: Path) -> set[str]:
    """Return the transcripts that are only measured by, never learned from."""
    folders = [path for path in [folder, *sorted(folder.rglob("*"))] if path.is_dir()]
    return {
        transcript.id
        for study in (read_folder(path) for path in folders if is_study(path))
        for transcript in study.transcripts
        if transcript.meta.get("split") == "test"
    }


def uncued(meeting: Meeting) -> tuple[int, int]:
    """Return turns that answer a question whose opening neither names it nor has its cue, and all."""
    guide = {question.text: question for question in known_questions()}
    missing = total = 0
    before: Meeting = []
    for known, section in itertools.groupby(meeting, key=lambda turn: turn[2]):
        turns = list(section)
        opened = [text for leads, text, *_ in [*before[-1:], turns[0]] if leads]
        if known:
            cues = re.compile(rf"(?i)\b(?:{guide[known].cues})\b")
            total += len(turns)
            if not any(match_question(text) == known or cues.search(text) for text in opened):
                missing += len(turns)
        before = turns
    return missing, total


def _report(
    title: str, found: dict[str, Meeting], names: list[str], weights: Weights
) -> tuple[int, int]:
    """Print and return turns with the right question, and turns judged."""
    good = total = missing = asked = 0
    for name in names:
        hit, judged = right(found[name], weights)
        without, answering = uncued(found[name])
        good, total, missing, asked = (
            good + hit,
            total + judged,
            missing + without,
            asked + answering,
        )
        print(f"{name:<16}{hit:>5} / {judged:<5}")
    print(
        f"{title}: pytanie bez nagłówków {percent(good / max(total, 1))} z {total} tur; bez nazwy "
        f"i zwrotu w otwarciu {missing} z {asked} tur z pytaniem",
        flush=True,
    )
    return good, total


if __name__ == "__main__":
    main()
