"""Words of a report for publication: sentences without small numbers, meetings without their names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from qualcode.privacy.smallcells import SIGN
from qualcode.reports.blocks import Block, Figure, Report, Table
from qualcode.wording import counted

_COUNTED = re.compile(r"(?<![\d,])(?P<n>\d+)\s(?P<noun>osob\w*|osób|wypowied\w*)")
_BRACKETED = re.compile(r"(?<!prowadzącej )\((?P<n>\d+)\)")
_NUMBER = re.compile(
    r"(?<!mniej niż )(?<![\d,])\d+(?:\u00a0\d{3})*(?:,\d+)?"
    r"(?=%|\)|,\s|\s(?:wypowied|os[oó]b|spotka))"
)
_INFLECTED = re.compile(
    rf"(?P<place>\bw\s)?{SIGN}(?P<gap>\s)(?P<noun>wypowied|os[oó]b|spotka)\w*", re.IGNORECASE
)
_AGREEING = re.compile(rf"\bmają(?=\s(?:{SIGN}|mniej\sniż\s))")
_MANY = {"wypowied": "wypowiedzi", "spotka": "spotkań", "osob": "osób", "osób": "osób"}
_IN_MANY = {"wypowied": "wypowiedziach", "spotka": "spotkaniach", "osob": "osobach"}
_NAMES = {"spotkania": "Spotkanie", "nasycenie": "label"}
"""Tables and charts that name meetings, and the column in which they do."""


def told(text: str, k: int, names: frozenset[str] = frozenset()) -> str:
    """Return sentences without small numbers of people and statements.

    Parameters
    ----------
    text : str
    k : int
    names : frozenset of str
        Codes whose numbers are blanked in a table, in small letters: a clause that tells of one
        loses its numbers.
    """

    def people(match: re.Match[str]) -> str:
        if not 0 < int(match["n"]) < k:
            return match[0]
        one = match["noun"].startswith("os")
        forms = ("osoba", "osoby", "osób") if one else ("wypowiedź", "wypowiedzi", "wypowiedzi")
        return f"mniej niż {counted(k, *forms)}"

    def bracket(match: re.Match[str]) -> str:
        return f"({SIGN})" if 0 < int(match["n"]) < k else match[0]

    parts = re.split(r"(;\s|\.\s)", re.sub(_BRACKETED, bracket, re.sub(_COUNTED, people, text)))
    return uninflected(
        "".join(
            _NUMBER.sub(SIGN, part)
            if f"mniej niż {k}" in part or any(name in part.lower() for name in names)
            else part
            for part in parts
        )
    )


def untold(text: str) -> str:
    """Return a sentence all of whose numbers of people, statements and meetings are kept back."""
    return uninflected(_NUMBER.sub(SIGN, _BRACKETED.sub(f"({SIGN})", text)))


def uninflected(text: str) -> str:
    """Return text whose words beside a sign do not tell by their form which number it hides.

    Examples
    --------
    >>> uninflected("mają # wypowiedź # osoby"), uninflected("w # wypowiedzi")
    ('ma # wypowiedzi # osób', 'w # wypowiedziach')
    """

    def many(match: re.Match[str]) -> str:
        forms = _IN_MANY if match["place"] else _MANY
        noun = match["noun"].lower()
        return f"{match['place'] or ''}{SIGN}{match['gap']}{forms.get(noun, _MANY[noun])}"

    return _AGREEING.sub("ma", _INFLECTED.sub(many, text))


def unquoted(text: str, secret: Iterable[str]) -> str:
    """Return text without the quotes that hold a telling word."""
    words = list(secret)

    def kept(match: re.Match[str]) -> str:
        return "" if any(word in match[0] for word in words) else match[0]

    return re.sub(r"(?:,?\snp\.\s)?„[^„”]*”", kept, text) if words else text


def unnamed(report: Report) -> Report:
    """Return a report whose meetings are called by number: names of files may name people."""
    transcripts = report.study.transcripts
    names = {item.id: f"Spotkanie {number}" for number, item in enumerate(transcripts, 1)}

    def called(block: Block) -> Block:
        if not isinstance(block, Table | Figure) or block.id not in _NAMES:
            return block
        column = _NAMES[block.id]
        told_of = [names.get(name, name) for name in block.data[column]]
        return replace(block, data=block.data.assign(**{column: told_of}))

    return replace(report, blocks=tuple(map(called, report.blocks)))
