"""What is known of a meeting: header lines, titles, file names, ``meta.csv`` joined by file name."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path, PurePath

from qualcode.errors import InputError, Problem
from qualcode.reading.dates import parse_date
from qualcode.reading.places import of_gmina, places_of
from qualcode.reading.tabular import load_table
from qualcode.wording import counted, listed

META_NAMES = ("meta.csv", "meta.xlsx", "metadane.csv", "metadane.xlsx")
_KEYS = {
    "gmina": "gmina",
    "nazwa gminy": "gmina",
    "powiat": "powiat",
    "województwo": "województwo",
    "wojewodztwo": "województwo",
    "woj": "województwo",
    "data": "date",
    "date": "date",
    "termin": "date",
    "data spotkania": "date",
    "data warsztatu": "date",
    "dzień": "date",
    "grupa": "group",
    "group": "group",
    "uczestnicy": "group",
    "miejsce": "place",
    "miejscowość": "place",
    "spotkanie": "meeting",
    "warsztat": "meeting",
    "typ": "typ",
    "forma": "forma",
}
_ID_KEYS = (
    "transcript", "plik", "file", "filename", "nazwa pliku", "transkrypcja", "dokument", "nazwa", "id",
)  # fmt: skip
_HEADER = re.compile(r"^\s*[#*]*\s*([\w ]{3,25}?)\s*\**\s*[:=]\s*\**\s*(\S.{0,120}?)\s*\**\s*$")
_SUFFIX = re.compile(
    r"\.(transcript\.vtt|cc\.vtt|txt|md|docx|odt|rtf|pdf|html?|vtt|srt|json|csv|tsv|xlsx)$"
)


def header_entry(line: str) -> tuple[str, str] | None:
    """Return (key, value) when a line of the header says ``Gmina: Żabin`` and the like."""
    match = _HEADER.match(line[:400])
    if not match:
        return None
    key = _KEYS.get(match[1].strip().lower())
    if key is None:
        return None
    value = match[2].strip()
    if key == "date":
        value = parse_date(value) or value
    elif key == "gmina":
        # a declined or prefixed name: "Gmina: gmina Wieliczka"
        value = re.sub(r"(?i)^gmin\w*\s+", "", value) or value
    return key, value


def title_entries(line: str) -> dict[str, str]:
    """Return what a title says: "Siedlec, Gminny Ośrodek Kultury, 14 listopada 2023 r."."""
    if len(line) > 300:
        return {}
    found = places_of(line)
    day = parse_date(line)
    return {**found, "date": day} if day else found


def path_entries(path: PurePath) -> dict[str, str]:
    """Return what the names of a file and its folders say, the file's own first.

    Parameters
    ----------
    path : PurePath
        Relative to what the user named, so that nothing above it is believed.
    """
    found: dict[str, str] = {}
    for part in reversed(path.parts):
        name = _SUFFIX.sub("", part)
        words = re.sub(r"(?<=[^\W\d_])[_-]+(?=[^\W\d_])", " ", name).replace("_", " ")
        day = parse_date(name)
        for key, value in {**places_of(words), **({"date": day} if day else {})}.items():
            found.setdefault(key, value)
    return found


def completed(meta: dict[str, str]) -> dict[str, str]:
    """Return the entries with powiat and województwo added where the gmina tells them."""
    return {**of_gmina(meta.get("gmina", ""), meta.get("powiat", "")), **meta}


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
    columns = {str(column): " ".join(str(column).lower().split()) for column in data.columns}
    id_column = next(
        (name for wanted in _ID_KEYS for name, low in columns.items() if low == wanted), None
    )
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
        key = key_of(str(row[id_column]))
        if key:
            entries[key] = values
    return entries


def key_of(name: str) -> str:
    """Return a file name reduced to what people agree on: no suffix, case, spaces or dashes."""
    plain = unicodedata.normalize("NFC", name).strip().lower()  # macOS parts letters and marks
    return re.sub(r"[\W_]+", "", _SUFFIX.sub("", re.split(r"[/\\]", plain)[-1]))


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
