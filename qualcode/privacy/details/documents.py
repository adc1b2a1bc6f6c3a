"""Documents, case files and land registers: "dowód ABC123456", "III RC 123/24", "KR1I/00012345/6"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qualcode.privacy.details.checksums import is_identity_card
from qualcode.privacy.details.numerals import runs
from qualcode.privacy.details.plates import spelt
from qualcode.privacy.mentions import Mention

_CARD = re.compile(r"(?<![\w-])[A-Z]{3} ?\d{6}(?![\w-])")
_PASSPORT = re.compile(r"(?<![\w-])[A-Z]{2}\d{7}(?![\w-])")
_CUE = re.compile(
    r"(?i)\b(?:dow[oó]d(?:u|em|zie)?(?!\w)(?:\s+osobist\w+|\s+tożsamości)?|paszport\w*|"
    r"kart\w\s+pobytu|legitymac\w+|praw\w+\s+jazdy|numer\w*\s+dokumentu)"
)
_NAMED = re.compile(
    r"(?i)(?<![\w-])(?:[a-z]{3}[ -]?\d{6}|[a-z]{2}[ -]?\d{7}|\d{5}/\d{2}/\d{4})(?![\w-])"
)
_BARE = re.compile(r"(?i)\W{0,3}(?:(?:nr|numer)\.?:?\s)(?P<number>\d{4,8}(?:/\d{2,4})?)(?![\w/-])")
_REACH = 60
_SPELT_DIGITS = 6
_REPERTORY = r"(?:[A-Z]{1,3}|[A-Z]?[A-Z][a-z]{1,3})"
_COURT_REPERTORY = (
    r"(?:RC(?:o|ps)?|R?Ns[mr]?|RNmo|N[ckp]|Nmo|Nkd|C(?:z|a|o|ps|zs)?|ACa|ACz|AGa|G(?:C|Nc|Ns|Co|a|U|z)?|GUp|"
    r"K(?:p|o|a|z|op|m|ms|mp|mn)?|W[zk]?|P[aoz]?|NP|U[aoz]?|S[oA]?|SAB|O[SF]K|Op[np]?|AmC|ApUa|Alk|Zs|Ds|RSD|PR|Pd)"
)
"""Signs of registers at courts and prosecutors'; "III LO 120/24" is a school."""
_COURT = re.compile(
    rf"(?<![\w/])(?:[IVXL]{{1,6}}|\d{{1,2}})\s{_COURT_REPERTORY}\s\d{{1,6}}/(?:19|20)?\d\d(?:/[A-Z]{{1,2}})?(?![\w/])"
)
_FILE_CUE = re.compile(
    r"(?i)\b(?:sygn\.?|sygnatur\w*|akt(?:a|ach|ami)?|sprawa\s+nr|znak\s+sprawy|sąd\w*|komornik\w*|prokurat\w*)"
)
_NAMED_FILE = re.compile(
    rf"(?i)(?<![\w/])(?:[ivxl]{{1,6}}\s)?{_REPERTORY}\s\d{{1,6}}[/.](?:19|20)?\d\d(?![\w/])"
)
_OFFICE_CUE = re.compile(r"(?i)\b(?:wnios\w+|decyzj\w+|sygn\w*|znak\w*|spraw\w+|pism\w+)")
_OFFICE = re.compile(
    r"(?<![\w.])[A-Z]{2,8}(?:\.[A-Z]{1,4})?(?:[.-]\d{1,6}){1,4}[./-]20\d\d(?![\w/])"
)
_LAND = re.compile(r"(?i)(?<![\w/])[a-z]{2}\d[a-z]\s?/\s?\d{5,8}(?:\s?/\s?\d)?(?![\w/])")
_LAND_CUE = re.compile(
    r"(?i:\bksi[ęąe]g\w*\s+wieczyst\w+(?:\s+(?:nr|numer)\.?)?|\bkw\s+nr\.?)\s*:?\s*(?P<number>\d[\d/]{2,})"
    r"|\bKW:?\s?(?P<short>\d{5,8}(?:/\d)?)(?![\w/])"
)


def documents(text: str) -> Iterator[Mention]:
    """Yield numbers of identity cards, passports, case files and land registers of a text."""
    yield from _cards(text)
    for cue in _CUE.finditer(text):
        yield from _named(text, cue.end())
    yield from _files(text)
    yield from _registers(text)


def _cards(text: str) -> Iterator[Mention]:
    """Yield what looks like a card or passport wherever it stands."""
    for match in _CARD.finditer(text):
        if is_identity_card(match[0].replace(" ", "")):
            yield Mention(*match.span(), "dokument", True, "zgodna suma kontrolna", rank=9)
        elif " " not in match[0]:
            yield Mention(*match.span(), "dokument", False, "układ numeru dowodu", rank=6)
    for match in _PASSPORT.finditer(text):
        yield Mention(*match.span(), "dokument", False, "układ numeru paszportu", rank=6)


def _named(text: str, place: int) -> Iterator[Mention]:
    """Yield the number, typed or spelt, that follows the word for a document."""
    limit = re.search(r"[.!?]\s", text[place : place + _REACH])
    end = place + (limit.start() if limit else _REACH)
    found = _NAMED.search(text, place, end)
    bare = _BARE.match(text, place, end)
    spans = [*([found.span()] if found else []), *([bare.span("number")] if bare else [])]
    if spans:
        yield Mention(*min(spans), "dokument", True, "nazwany w tekście", rank=10)
        return
    words = list(re.finditer(r"[^\W_]+", text[place : place + 2 * _REACH]))
    for first in range(min(5, len(words))):
        length = spelt(words, first)
        if not length:
            continue
        start, end = place + words[first].start(), place + words[first + length - 1].end()
        if sum(len(run.digits) for run in runs(text[start:end])) >= _SPELT_DIGITS:
            yield Mention(start, end, "dokument", True, "nazwany w tekście", rank=10)
            return


def _files(text: str) -> Iterator[Mention]:
    """Yield the signs of cases at courts and offices."""
    for match in _COURT.finditer(text):
        yield Mention(*match.span(), "sygnatura", True, "układ sygnatury akt", rank=10)
    for cues, pattern in ((_FILE_CUE, _NAMED_FILE), (_OFFICE_CUE, _OFFICE)):
        for cue in cues.finditer(text):
            found = pattern.search(text, cue.end(), cue.end() + _REACH)
            if found:
                yield Mention(*found.span(), "sygnatura", True, "nazwana w tekście", rank=10)


def _registers(text: str) -> Iterator[Mention]:
    for match in _LAND.finditer(text):
        yield Mention(*match.span(), "księga wieczysta", True, "układ numeru księgi", rank=11)
    for match in _LAND_CUE.finditer(text):
        span = match.span("number" if match["number"] else "short")
        yield Mention(*span, "księga wieczysta", True, "nazwana w tekście", rank=11)
