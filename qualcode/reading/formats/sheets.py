"""Tables of answers: CSV and XLSX with one answer a row."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from qualcode.errors import InputError
from qualcode.reading.decoding import check_size
from qualcode.reading.drafts import Block, Draft
from qualcode.reading.metadata import load_table
from qualcode.wording import listed

SUFFIXES = (".csv", ".xlsx")
_TEXT = (
    "text",
    "tekst",
    "odpowiedź",
    "odpowiedz",
    "wypowiedź",
    "wypowiedz",
    "treść",
    "tresc",
    "answer",
)
_SPEAKER = ("speaker", "mówca", "mowca", "respondent", "uczestnik", "osoba", "id", "lp", "case")
_ROLE = ("role", "rola", "funkcja", "kim jest")
_QUESTION = ("question", "pytanie")
_MIN_WORDS = 4  # a column whose answers are longer on average is text


def draft(path: Path) -> Draft:
    """Read a table: the column of answers, and speaker, role and question where it has them.

    Columns are known by their names (``text``/``tekst``/``odpowiedź``, ``pytanie``,
    ``respondent``, ``rola``); otherwise every column of longer answers is taken, with its
    header as the question.

    Raises
    ------
    InputError
        When no column holds answers.
    """
    check_size(path)
    data = load_table(path)
    names = {str(column).strip().lower(): str(column) for column in data.columns}
    data.columns = [str(column) for column in data.columns]
    speaker, role = _find(names, _SPEAKER), _find(names, _ROLE)
    question, text = _find(names, _QUESTION), _find(names, _TEXT)
    columns = [text] if text else _open_answers(data, {speaker, role, question})
    if not columns:
        raise InputError(
            f"w tabeli nie ma kolumny z wypowiedziami; nazwij ją „tekst” (są: {listed(names)})"
        )
    blocks = []
    for column in columns:
        for row in data.to_dict("records"):
            answer = " ".join(str(row[column]).split())
            if answer:
                asked = str(row[question]) if question else ("" if text else column)
                who = str(row[speaker]).strip() if speaker else ""
                blocks.append(
                    Block(answer, who, role=str(row[role]).strip() if role else "", question=asked)
                )
    if not blocks:
        raise InputError("w tabeli nie ma żadnej wypowiedzi; sprawdź, czy to właściwy arkusz")
    return Draft(blocks)


def _find(names: dict[str, str], wanted: tuple[str, ...]) -> str | None:
    return next((names[name] for name in wanted if name in names), None)


def _open_answers(data: pd.DataFrame, taken: set[str | None]) -> list[str]:
    lengths = {
        column: data[column].astype(str).str.split().str.len().replace(0, pd.NA).mean()
        for column in data.columns
        if column not in taken
    }
    return [
        column for column, words in lengths.items() if words is not pd.NA and words >= _MIN_WORDS
    ]
