"""What is known of a meeting: header lines, Polish dates, ``meta.csv`` joined by file name."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from qualcode.errors import InputError, Problem
from qualcode.reading.decoding import decode
from qualcode.wording import counted, listed

META_NAMES = ("meta.csv", "meta.xlsx")
_KEYS = {
    "gmina": "gmina",
    "powiat": "powiat",
    "województwo": "województwo",
    "wojewodztwo": "województwo",
    "data": "date",
    "date": "date",
    "termin": "date",
    "grupa": "group",
    "group": "group",
    "uczestnicy": "group",
    "miejsce": "place",
    "spotkanie": "meeting",
    "warsztat": "meeting",
    "typ": "typ",
    "forma": "forma",
}
_ID_KEYS = ("transcript", "plik", "file", "nazwa pliku", "transkrypcja", "id")
_HEADER = re.compile(r"^\s*#?\s*([\w ]{3,25}?)\s*[:=]\s*(\S.{0,120}?)\s*$")
_MONTHS = {
    stem: number
    for number, stem in enumerate(
        [
            "stycz",
            "lut",
            "mar",
            "kwie",
            "maj",
            "czerw",
            "lip",
            "sierp",
            "wrze",
            "paźdz",
            "listop",
            "grud",
        ],
        1,
    )
}
_ISO = re.compile(r"\b(20\d\d)-(\d{1,2})-(\d{1,2})\b")
_DOTTED = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](20\d\d)\b")
_WORDS = re.compile(r"\b(\d{1,2})\s+([a-ząćęłńóśźż]+)\s+(20\d\d)\b", re.I)


def header_entry(line: str) -> tuple[str, str] | None:
    """Return (key, value) when a line of the header says ``Gmina: Żabin`` and the like."""
    match = _HEADER.match(line)
    if not match:
        return None
    key = _KEYS.get(match[1].strip().lower())
    if key is None:
        return None
    value = match[2].strip()
    if key == "date":
        value = parse_date(value) or value
    return key, value


def parse_date(text: str) -> str:
    """Return the first date of a text as ISO (``2023-11-14``), or an empty string."""
    for pattern, order in ((_ISO, (1, 2, 3)), (_DOTTED, (3, 2, 1)), (_WORDS, (3, 2, 1))):
        match = pattern.search(text)
        if not match:
            continue
        month = match[order[1]]
        number = int(month) if month.isdigit() else _month(month.lower())
        try:
            return date(int(match[order[0]]), number, int(match[order[2]])).isoformat()
        except ValueError:
            continue
    return ""


def _month(word: str) -> int:
    return next((number for stem, number in _MONTHS.items() if word.startswith(stem)), 0)


def read_meta(folder: Path) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """Read ``meta.csv`` or ``meta.xlsx`` of a folder.

    Returns
    -------
    (dict, list of Problem)
        Entries by :func:`key_of` the file name; problems of the table.
    """
    for name in META_NAMES:
        path = folder / name
        if path.is_file():
            try:
                return _entries(path), []
            except InputError as error:
                return {}, [Problem(name, f"{error}.")]
    return {}, []


def _entries(path: Path) -> dict[str, dict[str, str]]:
    data = load_table(path)
    columns = {str(column): str(column).strip().lower() for column in data.columns}
    id_column = next((c for c, low in columns.items() if low in _ID_KEYS), None)
    if id_column is None:
        raise InputError(f"nie ma kolumny z nazwą pliku; nazwij ją „plik” (są: {listed(columns)})")
    entries = {}
    for row in data.to_dict("records"):
        values = {
            _KEYS.get(columns[str(column)], columns[str(column)]): str(value).strip()
            for column, value in row.items()
            if column != id_column and str(value).strip()
        }
        if "date" in values:
            values["date"] = parse_date(values["date"]) or values["date"]
        entries[key_of(str(row[id_column]))] = values
    return entries


def key_of(name: str) -> str:
    """Return a file name reduced to what people agree on: no suffix, case, spaces or dashes."""
    stem = re.sub(r"\.(txt|md|docx|vtt|srt|csv|xlsx)$", "", name.strip().lower())
    return re.sub(r"[\s_\-.]+", "", stem)


def unmatched(entries: dict[str, dict[str, str]], used: set[str], place: str) -> list[Problem]:
    """Report rows of the table that belong to no transcript."""
    lost = sorted(set(entries) - used)
    if not lost:
        return []
    rows = counted(len(lost), "wiersz", "wiersze", "wierszy")
    return [
        Problem(
            place,
            f"{rows} nie pasuje do żadnej transkrypcji: {listed(lost)}; sprawdź nazwy plików.",
        )
    ]


def load_table(path: Path) -> pd.DataFrame:
    """Read a CSV (comma, semicolon or tab; any Polish encoding) or the first sheet of an XLSX.

    Raises
    ------
    InputError
        When it is no table.
    """
    if path.suffix.lower() == ".xlsx":
        return _sheet(path)
    import io

    text, _ = decode(path.read_bytes())
    first = text.split("\n", 1)[0]
    separator = max(";,\t", key=lambda mark: (first.count(mark), mark == ","))
    try:
        return pd.read_csv(
            io.StringIO(text),
            sep=separator,
            dtype=str,
            keep_default_na=False,
            skip_blank_lines=True,
        )
    except (pd.errors.ParserError, pd.errors.EmptyDataError, ValueError) as error:
        raise InputError(
            "tabeli nie da się odczytać; sprawdź cudzysłowy i liczbę kolumn w wierszach"
        ) from error


def _sheet(path: Path) -> pd.DataFrame:
    import warnings
    from zipfile import BadZipFile

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles it does not keep
            data: Any = pd.read_excel(path, dtype=str, keep_default_na=False)
    except (BadZipFile, ValueError, KeyError, OSError) as error:
        raise InputError(
            "arkusza nie da się otworzyć; zapisz go w Excelu ponownie jako .xlsx bez hasła"
        ) from error
    return data
