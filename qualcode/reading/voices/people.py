"""``speakers.csv``: who the speakers are, where the transcripts do not say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from qualcode.errors import InputError, Problem
from qualcode.reading.metadata import key_of
from qualcode.reading.tables.tabular import load_table
from qualcode.reading.voices.roles import FACILITATOR_WORD
from qualcode.reading.voices.variants import doubtful
from qualcode.study import FACILITATOR
from qualcode.wording import counted, listed, quoted

PEOPLE_NAMES = (
    "speakers.csv", "speakers.xlsx", "mówcy.csv", "mówcy.xlsx", "mowcy.csv", "mowcy.xlsx",
)  # fmt: skip
_SPEAKER = ("speaker", "mówca", "mowca", "etykieta", "nazwa", "label")
_ROLE = ("role", "rola", "funkcja")
_NAME = ("name", "osoba", "imię", "imie", "jako", "pseudonim", "imię i nazwisko")
_TRANSCRIPT = ("transcript", "transkrypcja", "plik", "file")


@dataclass(frozen=True)
class Person:
    """One row: a label, the name to use instead and the role; ``transcript`` is a file key."""

    label: str
    name: str
    role: str
    transcript: str


class People:
    """The rows of ``speakers.csv`` of one folder, and which of them were met."""

    def __init__(self, rows: Iterable[Person] = (), place: str = "") -> None:
        self.rows = {(row.transcript, _label_key(row.label)): row for row in rows}
        self.place = place
        self.met: set[tuple[str, str]] = set()

    def find(self, transcript: str, label: str) -> Person | None:
        """Return the row of a speaker: the transcript's own first, then one for all."""
        if not self.rows:
            return None
        for key in ((key_of(transcript), _label_key(label)), ("", _label_key(label))):
            if key in self.rows:
                self.met.add(key)
                return self.rows[key]
        return None

    def unmet(self) -> list[Problem]:
        """Return a note of the rows that fit no speaker."""
        lost = sorted({row.label for key, row in self.rows.items() if key not in self.met})
        if not lost:
            return []
        rows = counted(len(lost), "wiersz", "wiersze", "wierszy")
        sentence = (
            f"{rows} nie pasuje do żadnego mówcy: {listed(lost)}; sprawdź pisownię nazw mówców."
        )
        return [Problem(self.place, sentence)]

    def undecided(self, transcript: str, speakers: Iterable[str]) -> list[Problem]:
        """Return a note of the names that may be one person's, unless a row decides."""
        pairs = doubtful(speakers)
        asked = [
            f"{quoted(first)} i {quoted(full)}"
            for first, full in pairs.items()
            if self.find(transcript, first) is None
        ]
        if not asked:
            return []
        sentence = (
            f"to może być jedna osoba pod dwiema nazwami: {'; '.join(asked)}; jeśli tak, dopisz w "
            "pliku mówcy.csv, w kolumnach „mówca” i „osoba”, kim jest osoba podana samym imieniem."
        )
        return [Problem(transcript, sentence)]


def read_people(folder: Path) -> tuple[People, list[Problem]]:
    """Read ``speakers.csv`` (or ``mówcy.xlsx``…) of a folder; empty when there is none."""
    for name in PEOPLE_NAMES:
        path = folder / name
        if path.is_file():
            try:
                return People(_rows(path), name), []
            except InputError as error:
                return People(), [Problem(name, f"{error}.")]
    return People(), []


def _rows(path: Path) -> list[Person]:
    data = load_table(path)
    columns = {str(column).strip().lower(): column for column in data.columns}

    def column(wanted: tuple[str, ...]) -> str | None:
        return next((columns[name] for name in wanted if name in columns), None)

    label, role, name, transcript = map(column, (_SPEAKER, _ROLE, _NAME, _TRANSCRIPT))
    if label is None:
        raise InputError(f"nie ma kolumny z mówcą; nazwij ją „mówca” (są: {listed(columns)})")
    found = []
    for row in data.to_dict("records"):
        who = str(row[label]).strip()
        what = str(row[role]).strip() if role else ""
        if who:
            found.append(
                Person(
                    who,
                    str(row[name]).strip() if name else "",
                    FACILITATOR if FACILITATOR_WORD.search(what) else what,
                    key_of(str(row[transcript])) if transcript else "",
                )
            )
    return found


def _label_key(label: str) -> str:
    return re.sub(r"[\W_]+", "", label).casefold()
