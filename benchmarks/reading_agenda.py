"""Learn and measure how the agenda is followed where a transcript has no headings.

    python benchmarks/reading_agenda.py [FOLDER ...] [--also FOLDER] [--spoken] [--write]

FOLDERs hold studies written by qualcode (default: corpora/warsztaty and corpora/przebiegi). Prints
the share of turns with the right question in five folds by transcript, then for each folder in the
transcripts kept aside (``split`` is ``test`` in meta.csv), which nothing is learned from, and how
many turns answer a question that its opening does not name. The meetings of --also (default: corpora/wypowiedzi) are only learned
from. What words say is learned by ``agenda_words.py``, also from the codings. With --spoken what
is judged has neither capitals nor punctuation, as speech recognition writes. With --write the
folds are skipped and models/cus/agenda.json is replaced. Sections whose heading names no question
of the guide are left out.
"""

from __future__ import annotations

import argparse
import itertools
import re
from collections import Counter
from pathlib import Path

import numpy as np
from agenda_words import FEWEST, UNKNOWN, fit, states, word_weights

from qualcode.reading.agendas.agenda import follow_agenda
from qualcode.reading.agendas.divisions import Table
from qualcode.reading.agendas.meetings import (
    BIAS,
    OTHER_STATES,
    Weights,
    named_and_cued,
    opening_features,
    place_features,
)
from qualcode.reading.agendas.origins import origin_features
from qualcode.reading.agendas.questions import known_questions, match_question
from qualcode.reading.folders import is_study, read_folder
from qualcode.study import FACILITATOR, Study
from qualcode.wording import percent

FOLDS = 5
SETTLED, FIRST = "settled", "coder_a"
SMALLEST = 0.05  # weights below this are not kept
# Chosen in the folds: how much the evidence other than words weighs
STEPS, BEGINS, BEGIN, OPENS = 1.5, 1.57, 1.4, 0.8
PSEUDO, BACK, SKIP, OTHER_GUIDE = 3.0, 1.6, 0.3, 1.0  # steps never seen
Meeting = list[tuple[bool, str, str, str, str, frozenset[str]]]


def meetings(folder: Path) -> dict[str, Meeting]:
    """Return, per transcript, what is known of each turn.

    That is: whether the facilitator speaks, text, question of the guide, heading, label, codes.
    Transcripts that nobody leads are no meetings.
    """
    folders = [path for path in [folder, *sorted(folder.rglob("*"))] if path.is_dir()]
    found = {}
    for study in (read_folder(path) for path in folders if is_study(path)):
        codes = given_codes(study)
        for name, rows in study.segments.groupby("transcript"):
            found[str(name)] = [
                (
                    row.role == FACILITATOR,
                    row.text,
                    match_question(asked),
                    asked,
                    row.speaker,
                    codes.get(row.segment, frozenset()),
                )
                for row, asked in zip(rows.itertuples(), rows["question"], strict=True)
            ]
    return {name: turns for name, turns in found.items() if any(turn[0] for turn in turns)}


def given_codes(study: Study) -> dict[str, frozenset[str]]:
    """Return the codes of each segment: as settled between people, else as the first one coded."""
    codings = study.codings
    coder = SETTLED if (codings["coder"] == SETTLED).any() else FIRST
    chosen = codings[(codings["coder"] == coder) & (codings["code"] != "")]
    return {str(key): frozenset(rows["code"]) for key, rows in chosen.groupby("segment")}


def labels(meeting: Meeting) -> list[str]:
    """Return the state of each turn."""
    ids = {question.text: question.id for question in known_questions()}
    asked = [number for number, turn in enumerate(meeting) if turn[3]]
    found = []
    for number, (_, _, known, heading, *_) in enumerate(meeting):
        if known or heading:
            found.append(ids.get(known, UNKNOWN))
        elif not asked or number < asked[0]:
            found.append(OTHER_STATES[0])
        else:
            found.append(OTHER_STATES[2] if number > asked[-1] else OTHER_STATES[1])
    return found


def learn(chosen: list[Meeting]) -> Weights:
    """Learn what is said under each question, where and how it is opened, and what follows what."""
    said = [(meeting, labels(meeting)) for meeting in chosen]
    words = word_weights(
        [([(turn[1], turn[5]) for turn in meeting], asked) for meeting, asked in said]
    )
    return Weights(tuple(states()), words, _opening_words(said), _begins(said), _steps(said))


Labelled = list[tuple[Meeting, list[str]]]


def _opening_words(said: Labelled) -> dict[str, Table]:
    """Return what tells which question a section puts."""
    examples, answers = [], []
    for meeting, asked in said:
        turns = [turn[:2] for turn in meeting]
        for number in range(1, len(asked)):
            if asked[number] not in (asked[number - 1], UNKNOWN):
                examples.append(Counter(dict.fromkeys(opening_features(turns, number), 1)))
                answers.append(asked[number])
    counts = Counter(key for example in examples for key in example)
    kept = {key for key, count in counts.items() if count > 1}
    found = fit(examples, answers, kept, strength=1.0, balanced=False)
    return {key: OPENS * row for key, row in found.items() if np.abs(row).max() >= 2 * SMALLEST}


def _begins(said: Labelled) -> dict[str, float]:
    """Return what tells whether a section begins at a turn."""
    examples, answers = [], []
    for meeting, asked in said:
        turns = [turn[:2] for turn in meeting]
        origins = origin_features([turn[0] for turn in meeting], [turn[4] for turn in meeting])
        named, cued = named_and_cued(turns, known_questions())
        features = place_features(turns, named, cued, origins)
        for number in range(1, len(asked)):
            examples.append(Counter(dict.fromkeys(features[number], 1)))
            answers.append(str(asked[number] != asked[number - 1]))
    counts = Counter(key for example in examples for key in example)
    kept = {key for key, count in counts.items() if count >= FEWEST}
    found = fit(examples, answers, kept, strength=0.6, balanced=False)
    weights = {key: BEGINS * float(row[0]) for key, row in found.items()}
    return {BIAS: BEGIN, **{k: value for k, value in weights.items() if abs(value) >= SMALLEST}}


def _steps(said: Labelled) -> Table:
    """Return how likely a section follows a section: counts, and the order of the guide."""
    names = states()
    counts = np.zeros((len(names), len(names)))
    for _, asked in said:
        walk = [state for state, _ in itertools.groupby(asked)]
        for before, after in itertools.pairwise(walk):
            if UNKNOWN not in (before, after):
                counts[names.index(before), names.index(after)] += 1
        if walk[-1] not in (UNKNOWN, OTHER_STATES[2]):
            counts[names.index(walk[-1]), -1] += 0.5  # the recording stops
    usual = np.array([[_usual(a, b) for b in range(len(names))] for a in range(len(names))])
    usual /= np.maximum(usual.sum(axis=1, keepdims=True), 1e-9)
    share = (counts + PSEUDO * usual) / (counts.sum(axis=1, keepdims=True) + PSEUDO)
    return np.asarray(STEPS * np.log(np.maximum(share, 1e-12)))


def _usual(before: int, after: int) -> float:
    """Return how likely a step is by the order of the guide, up to a factor."""
    guide = known_questions()
    start, pause, end = range(len(guide), len(guide) + 3)
    if after == start or before == end or (before == after and before >= start):
        return 0.0
    if after in (pause, end) or before == pause:
        return 1.0
    new = guide[after].place
    if before == start:
        return float(np.exp(-SKIP * (new - 1)))
    if guide[before].guide != guide[after].guide:
        return float(np.exp(-OTHER_GUIDE))
    ahead = new - guide[before].place
    return float(np.exp(-SKIP * (ahead - 1) if ahead > 0 else -BACK))


def right(meeting: Meeting, weights: Weights) -> tuple[int, int]:
    """Return turns with the right question, and turns judged."""
    said, speakers = [turn[:2] for turn in meeting], [turn[4] for turn in meeting]
    followed = follow_agenda(said, weights=weights, speakers=speakers)
    judged = [
        found == known
        for found, (_, _, known, heading, *_) in zip(followed, meeting, strict=True)
        if known or not heading
    ]
    return sum(judged), len(judged)


def main() -> None:
    """Measure, and learn from everything when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    usual = [Path("corpora/warsztaty"), Path("corpora/przebiegi")]
    parser.add_argument("folders", nargs="*", type=Path, default=usual)
    parser.add_argument("--also", type=Path, default=Path("corpora/wypowiedzi"))
    parser.add_argument("--spoken", action="store_true")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    aside = {folder: kept_aside(folder) for folder in arguments.folders}
    found = {name: each for folder in aside for name, each in meetings(folder).items()}
    kept = set().union(*aside.values())
    judged = {name: spoken(found[name]) for name in found} if arguments.spoken else found
    more = [*meetings(arguments.also).values()] if arguments.also.is_dir() else []
    names = sorted(name for name in found if name not in kept)
    folds = 0 if arguments.write else min(FOLDS, len(names))
    total = np.zeros(2, dtype=int)
    for fold in range(folds):
        rest = [found[name] for n, name in enumerate(names) if n % FOLDS != fold]
        total += _report(f"część {fold + 1}", judged, names[fold::FOLDS], learn(rest + more))
    if folds:
        print(f"wszystkie części: {percent(total[0] / total[1])} z {total[1]} tur")
    weights = learn([found[name] for name in names] + more)
    for folder, measured in aside.items():
        _report(f"odłożone, {folder.name}", judged, sorted(measured & set(found)), weights)
    if arguments.write:
        Path("models/cus/agenda.json").write_text(weights.as_json(), encoding="utf-8")


def spoken(meeting: Meeting) -> Meeting:
    """Return a meeting as speech recognition writes it: no capitals, no punctuation."""
    kept = [
        "".join(sign for sign in turn[1].lower() if sign.isalnum() or sign.isspace())
        for turn in meeting
    ]
    return [(turn[0], text, *turn[2:]) for turn, text in zip(meeting, kept, strict=True)]


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
