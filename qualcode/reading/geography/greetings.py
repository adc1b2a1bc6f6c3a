"""The gmina that who opens a meeting names: "Witam na spotkaniu w gminie Gdów"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qualcode.errors import Problem
from qualcode.reading.geography.places import of_gmina, places_of
from qualcode.study import FACILITATOR
from qualcode.wording import quoted

_TURNS = 3  # first turns of a meeting, and of who leads it, in which it may be opened
_OPENING, _SHOWN = 600, 120  # letters
_SENTENCE = re.compile(r"[^.!?…\n]+")
_OPENS = re.compile(
    r"(?i)\b(?:wita[mj]\w*|dzień dobry|spot(?:ka|yka)\w+|warsztat\w*|konsultacj\w+|zebra\w+|debat\w+|diagnoz\w+|"
    r"zaczyna\w+|rozpoczyna\w+|jesteśmy)\b"
)
_OF_ONESELF = re.compile(r"(?i)\b(?:jestem|mieszkam|pracuję|reprezentuję|przyjecha\w+)\b")
_NAME = r"([A-ZĄĆĘŁŃÓŚŹŻ][\w-]*(?:[ ](?:nad[ ])?[A-ZĄĆĘŁŃÓŚŹŻ][\w-]*)*)"
_IN_GMINA = re.compile(rf"\b[Gg]min(?:a|y|ie|ę|ą)(?: i mie(?:ście|jscowości))? {_NAME}")
_IN_PLACE = re.compile(rf"\b(?i:w(?: gminie i)? mieście|tu(?:taj)? we?) {_NAME}")


def opening_gmina(
    name: str, rows: Iterable[dict[str, object]]
) -> tuple[dict[str, str], list[Problem]]:
    """Return the gmina that the opening of a meeting names, and a note of where it was heard.

    Parameters
    ----------
    name : str
        Id of the transcript.
    rows : iterable of dict
        Its turns: keys ``role`` and ``text``.

    Returns
    -------
    (dict, list of Problem)
        Empty when no opening names one, or openings name several.
    """
    heard: dict[str, tuple[str, int]] = {}
    for number, text in _openings(rows):
        for sentence in _SENTENCE.findall(text[:_OPENING]):
            opens = _OPENS.search(sentence) and not _OF_ONESELF.search(sentence)
            gmina = _named(sentence) if opens else ""
            if gmina:
                heard.setdefault(gmina, (" ".join(sentence.split()), number))
    if len(heard) != 1:
        return {}, []
    [(gmina, (sentence, number))] = heard.items()
    shown = sentence if len(sentence) <= _SHOWN else f"{sentence[:_SHOWN].rsplit(' ', 1)[0]}…"
    told = (
        f"gminę {quoted(gmina)} wzięto ze słów otwierających spotkanie: {quoted(shown)} (wypowiedź "
        f"{number}); jeśli to nie ona, podaj właściwą w pliku meta.csv z kolumnami „plik” i „gmina”."
    )
    return {"gmina": gmina}, [Problem(name, told)]


def _openings(rows: Iterable[dict[str, object]]) -> Iterable[tuple[int, str]]:
    """Return the first turns of a meeting and of who leads it, with their numbers."""
    led = 0
    for number, row in enumerate(rows, 1):
        leads = row["role"] == FACILITATOR
        led += leads
        if number <= _TURNS or (leads and led <= _TURNS):
            yield number, str(row["text"])


def _named(sentence: str) -> str:
    """Return the gmina of a sentence: after the word for it any name, after others a known one."""
    called = _IN_GMINA.search(sentence)
    if called:
        return places_of(f"gmina {called[1]}").get("gmina", "")
    placed = _IN_PLACE.search(sentence)
    gmina = places_of(f"w {placed[1]}").get("gmina", "") if placed else ""
    return gmina if of_gmina(gmina) else ""
