"""What the words of a turn say about the question: three linear models added up.

A regression on windows of turns and smoothed counts learn from the questions alone. The third
model learns from the codings first, which are finer and oftener made than questions are put: one
regression a code on word beginnings, then a regression from the log odds of all codes in a window
to the question (stacked generalisation, Wolpert 1992). Both steps are linear, so their product is
one weight a word and question, and nothing of it is left to compute where a meeting is read.
"""

from __future__ import annotations

import itertools
import warnings
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from qualcode.reading.agendas.divisions import Table
from qualcode.reading.agendas.meetings import BIAS, OTHER_STATES, stems
from qualcode.reading.agendas.questions import known_questions

WINDOW = 6  # turns a training example joins
FEWEST = 3  # turns a feature must occur in
# Chosen in the folds: shares of the three models of words, smoothing of the counts
REGRESSION, COUNTED, CODED, SMOOTHING = 1.40, 0.35, 0.38, 8_000
CODE_STRENGTH, CODES_STRENGTH, CODE_SCALE = 0.3, 3.0, 5.0
PARTS = 3  # parts of the material whose log odds come from the codes of the others
UNKNOWN = "?"  # a heading that names no question of the guide
Said = list[tuple[set[str], frozenset[str], str]]  # word beginnings, codes, state of each turn


def states() -> list[str]:
    """Return the states of a meeting: the questions of the guide and what is none of them."""
    return [*(question.id for question in known_questions()), *OTHER_STATES]


def sections(asked: list[str]) -> list[tuple[int, int]]:
    """Return the first turn of each section and the one after its last."""
    edges = [n for n in range(1, len(asked)) if asked[n] != asked[n - 1]]
    return list(itertools.pairwise([0, *edges, len(asked)]))


def word_weights(
    meetings: list[tuple[list[tuple[str, frozenset[str]]], list[str]]],
) -> dict[str, Table]:
    """Return the weights of word beginnings, columns as the states.

    Parameters
    ----------
    meetings : list of (list of (str, frozenset of str), list of str)
        Per meeting the text and the codes of each turn, and the state of each turn.
    """
    said = [
        [(stems(text), codes, state) for (text, codes), state in zip(turns, asked, strict=True)]
        for turns, asked in meetings
    ]
    counts = Counter(stem for meeting in said for found, _, _ in meeting for stem in found)
    kept = {stem for stem, count in counts.items() if count >= FEWEST}
    parts = (
        (REGRESSION, _windowed(said, kept)),
        (COUNTED, _counted(said, kept)),
        (CODED, _coded(said, kept)),
    )
    total = {key: np.zeros(len(states())) for key in sorted({*kept, BIAS})}
    for share, table in parts:
        for key, row in table.items():
            total[key] += share * row
    return total


def _windows(meeting: Said) -> list[tuple[int, int, str]]:
    """Return (first turn, one after the last, state) of the stretches learned from."""
    found = []
    for first, last in sections([state for _, _, state in meeting]):
        for begin in range(first, last, WINDOW // 2):
            end = min(begin + WINDOW, last)
            if end - begin == min(WINDOW, last - first) and meeting[first][2] != UNKNOWN:
                found.append((begin, end, meeting[first][2]))
    return found


def _windowed(said: list[Said], kept: set[str]) -> dict[str, Table]:
    """Return the weights of a regression on the words of windows."""
    examples, answers = [], []
    for meeting in said:
        turns = [Counter({BIAS: 1, **dict.fromkeys(found, 1)}) for found, _, _ in meeting]
        for begin, end, state in _windows(meeting):
            examples.append(sum(turns[begin:end], Counter[str]()))
            answers.append(state)
    return fit(examples, answers, kept | {BIAS}, strength=0.03, balanced=True)


def _counted(said: list[Said], kept: set[str]) -> dict[str, Table]:
    """Return how much oftener than usual a word beginning is said in each state, as log odds."""
    names = states()
    counts = {stem: np.zeros(len(names)) for stem in kept}
    for found, _, state in itertools.chain.from_iterable(said):
        if state != UNKNOWN:
            for stem in found & kept:
                counts[stem][names.index(state)] += 1
    total = np.sum(list(counts.values()), axis=0)
    every = total.sum()
    result = {}
    for stem, row in counts.items():
        usual = (row.sum() + 0.5) / every
        result[stem] = np.log((row + SMOOTHING * usual) / (total + SMOOTHING) / usual)
    return result


def _coded(said: list[Said], kept: set[str]) -> dict[str, Table]:
    """Return the weights of words by way of the codes they speak for.

    Meetings nobody coded teach only which codes stand under which question.
    """
    coded, uncoded = [], []
    for meeting in said:
        (coded if any(given for _, given, _ in meeting) else uncoded).append(meeting)
    codes = sorted({code for meeting in coded for _, given, _ in meeting for code in given})
    if not codes:
        return {}
    order = {stem: place for place, stem in enumerate(sorted(kept))}
    whole = _code_weights(coded, order, codes)
    examples, answers = [], []
    for part in range(PARTS):
        rest = [meeting for n, meeting in enumerate(coded) if n % PARTS != part]
        table = _code_weights(rest, order, codes)
        for meeting in coded[part::PARTS]:
            _add_windows(meeting, _odds(meeting, order, table), codes, examples, answers)
    for meeting in uncoded:
        _add_windows(meeting, _odds(meeting, order, whole), codes, examples, answers)
    by_code = fit(
        examples, answers, {*codes, BIAS}, strength=CODES_STRENGTH, balanced=True, steps=200
    )
    speaking = np.array([by_code[code] for code in codes]) / CODE_SCALE
    product = whole @ speaking
    rows = {stem: product[place] for stem, place in order.items()}
    return {**rows, BIAS: product[-1] + by_code[BIAS] / WINDOW}


def _odds(meeting: Said, order: dict[str, int], table: Table) -> Table:
    """Return the scaled log odds of each code at each turn."""
    return np.asarray(_matrix([found for found, _, _ in meeting], order) @ table / CODE_SCALE)


def _add_windows(
    meeting: Said,
    odds: Table,
    codes: list[str],
    examples: list[dict[str, float]],
    answers: list[str],
) -> None:
    for begin, end, state in _windows(meeting):
        told = dict(zip(codes, odds[begin:end].sum(axis=0), strict=True))
        examples.append({BIAS: 1.0, **told})
        answers.append(state)


def _code_weights(said: list[Said], order: dict[str, int], codes: list[str]) -> Table:
    """Return the weight of each word beginning, and of none in the last row, for each code."""
    from sklearn.linear_model import LogisticRegression

    turns = list(itertools.chain.from_iterable(said))
    data = _matrix([found for found, _, _ in turns], order)
    often = np.asarray((data > 0).sum(axis=0)).ravel() >= FEWEST
    often[-1] = False  # the regression has a constant of its own
    result = np.zeros((len(order) + 1, len(codes)))
    for column, code in enumerate(codes):
        given = [code in marked for _, marked, _ in turns]
        if any(given):
            model = LogisticRegression(C=CODE_STRENGTH, solver="liblinear", max_iter=30)
            model.fit(data[:, often], given)
            result[:-1, column][often[:-1]] = model.coef_[0]
            result[-1, column] = model.intercept_[0]
    return result


def _matrix(turns: Sequence[set[str]], order: dict[str, int]) -> Any:
    """Return a sparse matrix of the word beginnings of turns, the last column ones."""
    from scipy.sparse import csr_matrix

    places = [
        [*sorted(order[stem] for stem in found if stem in order), len(order)] for found in turns
    ]
    ends = np.cumsum([0, *(len(row) for row in places)])
    flat = list(itertools.chain.from_iterable(places))
    return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(turns), len(order) + 1))


def fit(
    examples: Sequence[dict[str, Any]],
    answers: list[str],
    kept: set[str],
    *,
    strength: float,
    balanced: bool,
    steps: int = 60,
) -> dict[str, Table]:
    """Fit a logistic regression and return its weights by feature, columns as the states."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    rows = [{key: n for key, n in sorted(example.items()) if key in kept} for example in examples]
    vectorizer = DictVectorizer()
    data: Any = vectorizer.fit_transform(rows)
    weight = "balanced" if balanced else None
    model = LogisticRegression(
        C=strength, max_iter=steps, class_weight=weight, fit_intercept=False, random_state=0
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # so many steps are meant
        model.fit(data, answers)
    names = vectorizer.get_feature_names_out()
    if len(model.classes_) == 2:
        return dict(zip(map(str, names), model.coef_.T, strict=True))
    table = np.zeros((len(names), len(states())))
    # a state never met is as unlikely as the least likely one of each feature
    table += model.coef_.min(axis=0)[:, None]
    for state, row in zip(model.classes_, model.coef_, strict=True):
        table[:, states().index(state)] = row
    return dict(zip(map(str, names), table, strict=True))
