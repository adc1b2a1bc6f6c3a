"""What is known of a meeting: header lines, titles, file names, ``meta.csv`` joined by file name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from qualcode.errors import InputError, Problem
from qualcode.reading.dates import parse_date
from qualcode.reading.geography.pathnames import places_of_path
from qualcode.reading.geography.places import of_gmina, places_of
from qualcode.reading.tables.tabular import load_grids, load_table
from qualcode.reading.voices.attendance import present
from qualcode.wording import counted, listed, plural, quoted

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
PRESENT = "present"  # names of those present: they give roles to speakers and describe no group
_ID_KEYS = (
    "transcript", "plik", "file", "filename", "nazwa pliku", "transkrypcja", "dokument", "nazwa", "id",
)  # fmt: skip
_HEADER = re.compile(r"^\s*[#*]*\s*([\w ]{3,25}?)\s*\**\s*[:=]\s*\**\s*(\S.{0,120}?)\s*\**\s*$")
_SUFFIX = re.compile(
    r"\.(transcript\.vtt|cc\.vtt|txt|md|docx|odt|rtf|pdf|html?|vtt|srt|json|csv|tsv|xlsx)$"
)


def header_entry(line: str) -> tuple[str, str] | None:
    """Return (key, value) when a line of the header says ``Gmina: Żabin`` and the like.

    The key of a list of names is :data:`PRESENT`.
    """
    names = present(line)
    if names:
        return PRESENT, names
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
    for above, part in enumerate(reversed(path.parts)):
        name = _SUFFIX.sub("", part)
        day = parse_date(name)
        places = places_of_path(name, folder=above > 0)
        if places.get("gmina", "") not in ("", found.get("gmina", places.get("gmina"))):
            places = {}  # a powiat of another gmina
        for key, value in {**places, **({"date": day} if day else {})}.items():
            found.setdefault(key, value)
    return found


def completed(meta: dict[str, str]) -> dict[str, str]:
    """Return the entries with powiat and województwo added where the gmina tells them."""
    return {**of_gmina(meta.get("gmina", ""), meta.get("powiat", "")), **meta}


@dataclass(frozen=True)
class MetaTable:
    """The table ``meta.csv`` of a folder.

    Parameters
    ----------
    name : str
        Of the file, ``""`` when the folder has none.
    entries : dict
        What each row says, by :func:`key_of` the file it speaks of.
    rows : dict
        Number and first words of each row as the user wrote them, by the same keys.
    """

    name: str = ""
    entries: dict[str, dict[str, str]] = field(default_factory=dict)
    rows: dict[str, tuple[int, str]] = field(default_factory=dict)

    def unmatched(self, used: set[str], folder: str) -> list[Problem]:
        """Report rows of the table that belong to no transcript."""
        lost = sorted(self.rows[key] for key in set(self.entries) - used)
        if not lost:
            return []
        rows = counted(len(lost), "wiersz", "wiersze", "wierszy")
        told = listed([f"{quoted(name)} (wiersz {row})" for row, name in lost])
        sentence = (
            f"{rows} nie {plural(len(lost), 'pasuje', 'pasują', 'pasuje')} do żadnej transkrypcji: "
            f"{told}; sprawdź nazwy plików."
        )
        return [Problem(f"{folder}/{self.name}" if folder else self.name, sentence)]


def read_meta(folder: Path) -> tuple[MetaTable, list[Problem]]:
    """Read ``meta.csv`` or ``meta.xlsx`` of a folder, and what is wrong with it."""
    for name in META_NAMES:
        path = folder / name
        if path.is_file():
            try:
                return _table(path), []
            except InputError as error:
                return MetaTable(), [Problem(name, f"{error}.")]
    return MetaTable(), []


def _table(path: Path) -> MetaTable:
    data = load_table(path)
    columns = {str(column): " ".join(str(column).lower().split()) for column in data.columns}
    id_column = next(
        (name for wanted in _ID_KEYS for name, low in columns.items() if low == wanted), None
    )
    if id_column is None:
        raise InputError(f"nie ma kolumny z nazwą pliku; nazwij ją „plik” (są: {listed(columns)})")
    table = MetaTable(path.name)
    numbers = _row_numbers(path, list(columns).index(id_column))
    for row in data.to_dict("records"):
        values = {
            _KEYS.get(columns[str(column)], columns[str(column)]): str(value).strip()
            for column, value in row.items()
            if column != id_column and str(value).strip()
        }
        if "date" in values:
            values["date"] = parse_date(values["date"]) or values["date"]
        name = str(row[id_column]).strip()
        key = key_of(name)
        if key:
            table.entries[key] = values
            table.rows[key] = (numbers.get(name, 0), name)
    return table


def _row_numbers(path: Path, column: int) -> dict[str, int]:
    """Return where each cell of a column first stands, as a spreadsheet numbers its rows."""
    rows = next(iter(load_grids(path, even=False).values()))
    found: dict[str, int] = {}
    for number, row in enumerate(rows, 1):
        if column < len(row):
            found.setdefault(row[column].strip(), number)
    return found


def key_of(name: str) -> str:
    """Return a file name reduced to what people agree on: no suffix, case, spaces or dashes."""
    plain = unicodedata.normalize("NFC", name).strip().lower()  # macOS parts letters and marks
    return re.sub(r"[\W_]+", "", _SUFFIX.sub("", re.split(r"[/\\]", plain)[-1]))
