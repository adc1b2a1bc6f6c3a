"""One meeting in two files: copies are left out, and forms of the same talk are told."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

import pandas as pd

from qualcode.errors import Problem
from qualcode.reading.metadata import key_of
from qualcode.reading.tables.written import is_vote
from qualcode.study import FACILITATOR
from qualcode.wording import percent, quoted

_COPY = re.compile(
    r"(?i)(?:\s*[-–—_]?\s*(?:kopia|copy)(?: of)?)?\s*(?:\(\d+\))?$|^(?:kopia|copy of)\s"
)
_TOLD = ("gmina", "date", "group", "meeting", "place")  # what tells two meetings apart
_BRIEF = 20  # words that two people may well write alike
_SHINGLE = 5  # words in a row; ordinary talk hardly repeats them
_ENOUGH, _SHARED = 12, 0.5  # shingles to judge by, and the share of the shorter meeting


@dataclass(frozen=True)
class _Seen:
    """A file that was read, and what is known of its meeting apart from the text."""

    place: str
    told: Mapping[str, str]


def in_order(path: Path) -> tuple[Path, bool]:
    """Return a key that sorts files by their names, a copy after what it was made of."""
    original = path.with_name(f"{_COPY.sub('', path.stem) or path.stem}{path.suffix}")
    return original, original != path


class Copies:
    """Remembers files by their bytes."""

    def __init__(self) -> None:
        self._seen: dict[str, list[_Seen]] = {}

    def note(self, path: Path, place: str, told: Mapping[str, str], words: int) -> Problem | None:
        """Return what to tell of a file whose bytes were read before.

        Parameters
        ----------
        path : Path
        place : str
            How the user knows it.
        told : mapping
            What its path and the tables beside it say of the meeting.
        words : int
            How many it has.

        Returns
        -------
        Problem or None
            Skipped when the file is a copy; a warning when it may be another meeting: its gmina,
            date or group is another one, or so little is said that two people may have said it.
        """
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        before = self._seen.setdefault(digest, [])
        same = [seen for seen in before if _agree(seen.told, told)]
        first = next(iter(same or before), None)
        before.append(_Seen(place, told))
        if first is None:
            return None
        begins = f"plik jest taki sam jak {quoted(first.place)}"
        if not same:
            sentence = (
                f"{begins}, choć nazwy plików, foldery albo meta.csv podają dla nich inną gminę, datę "
                "lub grupę; wczytano oba: sprawdź, czy nie trafił tu niewłaściwy plik."
            )
            return Problem(place, sentence)
        if words >= _BRIEF or _bare(place) == _bare(first.place):
            sentence = f"{begins}, więc wczytano go raz; usuń kopię albo wstaw właściwy plik."
            return Problem(place, sentence, skipped=True)
        return Problem(place, f"{begins}; jeśli to kopia, usuń ją, bo liczy się dwa razy.")


def _agree(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return all(one[key] == other[key] for key in _TOLD if key in one and key in other)


def _bare(place: str) -> str:
    """Return the name of a file without what a computer adds to copies: "zebranie (1)"."""
    return key_of(_COPY.sub("", PurePath(place).stem))


def repeated(segments: pd.DataFrame, files: Mapping[str, str]) -> list[Problem]:
    """Tell meetings that stand in two files, such as minutes in DOCX and PDF.

    Runs of :data:`_SHINGLE` words are compared (shingles: Broder 1997, "On the resemblance and
    containment of documents"), without those of who leads, since a script comes back, and
    without votes.

    Parameters
    ----------
    segments : DataFrame
        With ``transcript``, ``role`` and ``text``.
    files : mapping
        File of each transcript; those of one file are not compared.
    """
    listed_alike = segments["role"].map(is_vote)  # one list may be voted on everywhere
    said = segments.loc[(segments["role"] != FACILITATOR) & ~listed_alike.astype(bool)]
    runs = {
        str(name): _shingles(texts)
        for name, texts in said.groupby("transcript", sort=False)["text"]
    }
    counts = Counter(run for own in runs.values() for run in own)
    where: dict[int, list[str]] = {}
    for name, own in runs.items():
        for run in own:
            if counts[run] > 1:
                where.setdefault(run, []).append(name)
    shared = Counter(
        (one, other)
        for names in where.values()
        for place, other in enumerate(names)
        for one in names[:place]
    )
    found: dict[str, tuple[float, str]] = {}  # the closest earlier one of each
    for (one, other), count in sorted(shared.items()):
        fewer = min(len(runs[one]), len(runs[other]))
        share = count / fewer
        if fewer >= _ENOUGH and share >= _SHARED and files[one] != files[other]:
            found[other] = max(found.get(other, (0.0, "")), (share, one))
    return [_same(files[name], files[one], share) for name, (share, one) in found.items()]


def _shingles(texts: pd.Series) -> set[int]:
    found = set()
    for text in texts:
        words = re.findall(r"\w+", str(text).casefold())
        for place in range(len(words) - _SHINGLE + 1):
            found.add(zlib.crc32(" ".join(words[place : place + _SHINGLE]).encode()))
    return found


def _same(file: str, other: str, share: float) -> Problem:
    sentence = (
        f"wygląda na to samo spotkanie co {quoted(other)} (wspólne {percent(share, 0)} "
        "treści), więc te słowa liczą się dwa razy; zostaw w folderze jeden z tych plików."
    )
    return Problem(file, sentence)
