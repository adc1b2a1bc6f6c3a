"""Sentences of a protocol that nobody said: "Następnie zapytano…", "Na tym spotkanie zakończono"."""

from __future__ import annotations

import re

_DONE = (  # what a protocol says was done, by nobody in particular
    r"(?:(?:za|s)?pytano(?! mnie| nas)|omówiono|omawiano|poruszono|przedstawiono|przypomniano|"
    r"zaprezentowano|przystąpiono|zakończono|zamknięto|otwarto|rozpoczęto|odczytano|dyskutowano|"
    r"rozmawiano|podsumowano|podziękowano)"
)
_BEGINS = (
    r"(?:następnie|potem|później|kolejno|dalej|z kolei|wspólnie|na (?:tym|zakończenie|koniec|początku|"
    r"wstępie)|po \w+|w (?:dalszej|drugiej|trzeciej|kolejnej|ostatniej|pierwszej) \w+|spotkanie|"
    r"zebranie|warsztat|dyskusję|listę)"
)
_NARRATED = re.compile(
    rf"(?i)^(?:{_BEGINS}\b[^.?!:]{{0,40}}\b)?{_DONE}\b|"
    r"^(?:zebrani|obecni|uczestnicy) (?:\w+ )?\w+li\b|"
    r"^(?:prowadząc[ay]|moderator(?:ka)?|facylitator(?:ka)?|protokolant(?:ka)?) \w+ła?\b|"
    rf"^{_BEGINS}\b[^.?!:]{{0,20}}\b(?:prowadząc[ay]|moderator(?:ka)?) \w+ła?\b|"
    r"^(?:spotkanie|zebranie|warsztat) \w+(?:ła|ł|ęła|ął)\b|"
    r"^(?:protokołował|protokół sporządził|sporządził|spisał|opracował)a?\s*:"
)
_LONGEST = 300  # letters; what is longer tells a story


def is_narration(line: str) -> bool:
    """Tell a sentence of who wrote the protocol from something said.

    Examples
    --------
    >>> is_narration("Następnie zapytano zebranych, czego się obawiają.")
    True
    >>> is_narration("Zapytali nas i nic z tego nie wyszło.")
    False
    """
    return len(line) <= _LONGEST and bool(_NARRATED.match(line.strip()))
