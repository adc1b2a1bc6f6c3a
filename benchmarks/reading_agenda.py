"""Learn and measure how the agenda is followed where a transcript has no headings.

    python benchmarks/reading_agenda.py [FOLDER] [--write]

FOLDER holds studies written by qualcode (default: corpora/). Prints the share of turns with the
right question in five folds by transcript; with --write learns from all of them and replaces
models/cus/agenda.json. Sections whose heading names no question of the guide are left out.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from qualcode.reading.agenda import follow_agenda, stems
from qualcode.reading.folders import is_study, read_folder
from qualcode.reading.questions import known_questions, match_question
from qualcode.study import FACILITATOR
from qualcode.wording import percent

FOLDS = 5
WINDOW = 4  # turns a training example joins
FEWEST = 4  # turns a word beginning must occur in
SMALLEST = 0.1  # weights below this are not kept
Meeting = list[tuple[bool, str, str, str]]


def meetings(folder: Path) -> dict[str, Meeting]:
    """Return, per transcript, (facilitator speaks, text, question of the guide, heading)."""
    folders = [path for path in [folder, *sorted(folder.rglob("*"))] if path.is_dir()]
    found = {}
    for study in (read_folder(path) for path in folders if is_study(path)):
        for name, rows in study.segments.groupby("transcript"):
            found[str(name)] = [
                (row.role == FACILITATOR, row.text, match_question(row.question), row.question)
                for row in rows.itertuples()
            ]
    return found


def learn(chosen: list[Meeting]) -> dict[str, dict[str, float]]:
    """Fit a logistic regression of the question on the words of a few turns."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    ids = {question.text: question.id for question in known_questions()}
    counts = Counter(stem for meeting in chosen for turn in meeting for stem in stems(turn[1]))
    examples: list[dict[str, int]] = []
    labels = []
    for meeting in chosen:
        rows = [turn for turn in meeting if turn[2]]
        for first in range(0, len(rows), 2):
            part = [turn for turn in rows[first : first + WINDOW] if turn[2] == rows[first][2]]
            said = {stem for turn in part for stem in stems(turn[1])}
            examples.append({stem: 1 for stem in sorted(said) if counts[stem] >= FEWEST})
            labels.append(ids[rows[first][2]])
    vectorizer = DictVectorizer()
    data: Any = vectorizer.fit_transform(examples)
    model = LogisticRegression(C=0.3, max_iter=300, class_weight="balanced").fit(data, labels)
    names = vectorizer.get_feature_names_out()
    return {
        str(label): {
            str(names[place]): round(float(row[place]), 2)
            for place in np.flatnonzero(np.abs(row) >= SMALLEST)
        }
        for label, row in zip(model.classes_, model.coef_, strict=True)
    }


def right(meeting: Meeting, weights: dict[str, dict[str, float]]) -> tuple[int, int]:
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
    parser.add_argument("folder", nargs="?", type=Path, default=Path("corpora"))
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    found = meetings(arguments.folder)
    names = sorted(found)
    good = total = 0
    for fold in range(min(FOLDS, len(names))):
        weights = learn([found[name] for n, name in enumerate(names) if n % FOLDS != fold])
        for name in names[fold::FOLDS]:
            hit, judged = right(found[name], weights)
            good, total = good + hit, total + judged
            print(f"{name:<16}{hit:>5} / {judged:<5}")
    print(f"pytanie bez nagłówków: {percent(good / max(total, 1))} z {total} tur")
    if arguments.write:
        text = json.dumps(learn([found[name] for name in names]), ensure_ascii=False, indent=0)
        Path("models/cus/agenda.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
