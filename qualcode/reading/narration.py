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
    r"^(?:zebrani|obecni|uczestnicy) (?:\w+ )?(?!sali\b|jeśli\b|czyli\b)\w+li\b|"
    r"^(?:prowadząc[ay]|moderator(?:ka)?|facylitator(?:ka)?|protokolant(?:ka)?) \w+ła?\b|"
    rf"^{_BEGINS}\b[^.?!:]{{0,20}}\b(?:prowadząc[ay]|moderator(?:ka)?) \w+ła?\b|"
    r"^(?:spotkanie|zebranie|warsztat) \w+(?:ła|ł|ęła|ął)\b|"
    r"^(?:protokołował|protokół sporządził|sporządził|spisał|opracował)a?\s*:"
)
_REFERENCE = re.compile(  # "Por. Kowalski J., Usługi na wsi, Kraków 2021, s. 14"
    r"^(?:Por\.|Zob\.|Cyt\. za|Źródł[oa]:|Podstawa prawna:).*(?:\b(?:19|20)\d\d\b|\bs\. ?\d|\bart\. ?\d|Dz\. ?U\.)"
)
_PROCEDURE = re.compile(  # a line with nothing but the course of the meeting, or a signature
    r"(?i)^(?:na tym )?(?:spotkanie|zebranie|warsztat|posiedzenie) (?:zakończono|zamknięto|otwarto|"
    r"rozpoczęto|(?:zakończył|rozpoczęł)[oa]? się|rozpoczął się)"
    r"(?: o (?:godz(?:\.|inie) ?)?\d{1,2}(?:[:.]\d\d)?)?\.?$|"
    r"^(?:protokołował|protokół sporządził|sporządził)a?\s*:"
)
_OF_ONESELF = re.compile(  # who writes the minutes does not speak of himself
    r"(?i)\b(?:ja|mnie|mi|mną|my|nas|nam|nami|m[oó]j\w*|nasz\w*|jestem|jesteśmy|\w+(?:łam|liśmy|łyśmy)|(?:był|miał|mówił|pytał|słyszał|widział|chciał)em)\b"
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
    return (
        len(line) <= _LONGEST
        and bool(_NARRATED.match(line.strip()))
        and not _OF_ONESELF.search(line)
    )


def is_formality(line: str) -> bool:
    """Tell a line that nobody says even where all is told by one person: a reference, a signature.

    Examples
    --------
    >>> is_formality("Na tym spotkanie zakończono."), is_formality("Por. Nowak P., Kraków 2021, s. 14")
    (True, True)
    >>> is_formality("Spotkanie zakończyło się niczym, jak zwykle.")
    False
    """
    bare = line.strip()
    return len(bare) <= _LONGEST and bool(_REFERENCE.match(bare) or _PROCEDURE.match(bare))
