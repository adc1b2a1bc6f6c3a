"""Names of files and folders: kept where they tell of a meeting alone, else replaced by a number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from qualcode.privacy.names.inflection import COMMON, readings

_WORD = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[^\W\d_A-ZĄĆĘŁŃÓŚŹŻ])(?=[A-ZĄĆĘŁŃÓŚŹŻ])")
_DATE = re.compile(r"(?:19|20)\d\d[-_. ]?\d\d[-_. ]?\d\d|\d\d[-_. ]\d\d[-_. ](?:19|20)\d\d")
_NUMBER = re.compile(r"\d(?:[ _-]?\d){6,}")
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{2,5}$")
_SHORT = 3
_LONGEST_ACRONYM = 5
_PLAIN = frozenset(
    "warsztat warsztaty wywiad wywiady spotkanie spotkania zebranie zebrania grupa grupy fokus fokusy "
    "notatka notatki protokol protokoly ankieta ankiety transkrypcja transkrypcje nagranie nagrania "
    "rozmowa rozmowy konsultacje dyskusja dzien czesc tura runda sesja dane dodatki wyniki raport plik "
    "meta mowcy pytania scenariusz powiat gmina gminy miasto mieszkancy mieszkancow mieszkanki seniorzy seniorow seniorki "
    "mlodziez mlodziezy rodzice rodzicow radni soltysi soltysow nauczyciele opiekunowie uslugi spoleczne transcript interview "
    "meeting focus group notes session audio recording zoom teams whisper workshop speakers study "
    "codings segments problems questions results fgi idi cati cawi capi cus gops mops mgops".split()
)
"""Words of file names, without Polish letters as many write them."""


def bare(word: str) -> str:
    """Return a word in small letters without Polish ones: file names often lack them."""
    parts = unicodedata.normalize("NFD", word.lower().replace("ł", "l"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


class FileNames:
    """Judges the names of a study's files, and gives those of others neutral names.

    Parameters
    ----------
    kept : iterable of str
        Places a file name may hold: gminas of the study.
    points : callable
        Says of a text whether it points at somebody or at a place below the gmina.
    """

    def __init__(self, kept: Iterable[str], points: Callable[[str], bool]) -> None:
        self.kept = frozenset(bare(place) for place in kept)
        self.points = points
        self.given: dict[tuple[str, str], str] = {}

    def is_plain(self, name: str) -> bool:
        """Say whether a name, without its suffix, tells of a meeting alone."""
        words = _WORD.findall(_CAMEL.sub(" ", name))
        if _NUMBER.search(_DATE.sub(" ", name)) or not all(self._is_plain_word(w) for w in words):
            return False
        return all(self._is_listed(word) for word in words) or not self.points(" ".join(words))

    def _is_listed(self, word: str) -> bool:
        return bare(word) in _PLAIN or bare(word) in self.kept

    def _is_plain_word(self, word: str) -> bool:
        if len(word) <= _SHORT or self._is_listed(word):
            return True
        found = readings(word)
        if word.islower():
            return any(reading.kind == COMMON for reading in found)
        if word.isupper() and len(word) <= _LONGEST_ACRONYM:
            return True
        return bool(found) and all(reading.kind == COMMON for reading in found)

    def path(self, place: str) -> str:
        """Return a path with the folders and the file in it that are not plain renamed."""
        *folders, file = place.split("/")
        return "/".join([*(self._renamed(name, "folder") for name in folders), self.file(file)])

    def file(self, name: str) -> str:
        """Return the name of a file, ``plik_01.jpg`` where its own is not plain."""
        return self._renamed(name, "plik")

    def _renamed(self, name: str, kind: str) -> str:
        suffix = _SUFFIX.search(name) if kind == "plik" else None
        ending = suffix[0] if suffix else ""
        stem = name.removesuffix(ending)
        if self.is_plain(stem):
            return name
        key = (kind, name)
        if key not in self.given:
            number = 1 + sum(other == kind for other, _ in self.given)
            self.given[key] = f"{kind}_{number:02d}{ending}"
        return self.given[key]


def is_file(text: str) -> bool:
    """Say whether a text looks like the name of a file."""
    return bool(_SUFFIX.search(text)) and not text[-1:].isdigit()
