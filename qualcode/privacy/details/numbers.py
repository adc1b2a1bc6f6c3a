"""Numbers that point at a person, typed or said: PESEL, NIP, REGON, phone, account, plate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qualcode.privacy.details.checksums import is_account, is_nip, is_pesel, is_regon
from qualcode.privacy.details.numerals import Run, runs
from qualcode.privacy.mentions import Mention

_TYPED = re.compile(
    r"(?<![\w])(?:PL[ ]?)?\+?\(?\d(?:[\d()]|[ \u00a0./–-]{1,3}(?=[\d(])){5,45}(?!\w)"
)
_CUES = {
    "PESEL": re.compile(r"(?i)\bpesel\w*"),
    "NIP": re.compile(r"(?i)\bnip(?:u|em|ie|-?u)?\b|numer\w* podatkow\w*"),
    "REGON": re.compile(r"(?i)\bregon\w*"),
    "KRS": re.compile(r"(?i)\bkrs(?:-?u|em|ie)?\b"),
    "konto": re.compile(r"(?i)\b(?:kont[oaue]|kontem|rachun\w+|iban\w*|przelew\w*|bank\w*)\b"),
    "telefon": re.compile(
        r"(?i)\b(?:tel|telefon\w*|komórk\w*|kom|dzwoni\w*|zadzwoni\w*|numer\w*|whatsapp\w*|sms\w*|"
        r"stacjonarn\w*|kontakt\w*|infolini\w*|oddzwoni\w*|faks\w*)\b"
    ),
}
_SENTENCE_END = re.compile(r"[.!?]\s")
_LENGTHS = {"PESEL": (11,), "NIP": (10,), "REGON": (9, 14), "KRS": (10,), "konto": (26,)}
_CHECKS = {"PESEL": is_pesel, "NIP": is_nip, "REGON": is_regon, "konto": is_account}
_AREAS = frozenset(
    "12 13 14 15 16 17 18 22 23 24 25 29 32 33 34 41 42 43 44 46 48 52 54 55 56 58 59 61 62 63 65 "
    "67 68 71 74 75 76 77 81 82 83 84 85 86 87 89 91 94 95".split()
)
_MOBILES = frozenset("45 50 51 53 57 60 66 69 72 73 78 79 88".split())
_DATE = re.compile(r"^\d{1,2}[. /-]\d{1,2}[. /-]\d{4}$|^\d{4}-\d{2}-\d{2}$")
_BEFORE, _AFTER = 60, 25
_PART = re.compile(r"(?i)\b(?:końców\w*|ostatni\w*|pierwsz\w*|zaczyna\w*|kończy\w*|począt\w*)\b")
_LEAST_PART = 6
"""Digits of a PESEL that tell the day of birth."""
_LEAST = 7
"""Digits from which a series said in words is no count any more."""
_LONG_GROUPS = 3


def numbers(text: str) -> Iterator[Mention]:
    """Yield the numbers of a text.

    A number with the right length and check digit is certain; one announced by its name counts
    even when a digit was misheard, and is then marked as doubtful.

    Parameters
    ----------
    text : str
    """
    for match in _TYPED.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if not _DATE.match(match[0].strip()):
            yield from _judged(text, match.start(), match.end(), digits, len(match[0].split()))
    for run in runs(text):
        if run.spoken:
            yield from _said(text, run)
        yield from _partial(text, run)


def _partial(text: str, run: Run) -> Iterator[Mention]:
    """Yield what is told of a PESEL: "zaczyna się na 440514", "końcówka 359"."""
    around = text[max(0, run.start - _BEFORE) : run.end + _AFTER]
    least = 3 if _PART.search(around) else _LEAST_PART
    if not least <= len(run.digits) < _LENGTHS["PESEL"][0] or not _CUES["PESEL"].search(around):
        return
    if _cue(text, run.start, run.end) == "PESEL" and not _DATE.match(text[run.start : run.end]):
        yield Mention(run.start, run.end, "PESEL", False, "część numeru PESEL", rank=4)


def _said(text: str, run: Run) -> Iterator[Mention]:
    if len(run.digits) < _LEAST or len(run.groups) < _LONG_GROUPS:
        return
    found = list(_judged(text, run.start, run.end, run.digits, len(run.groups)))
    if found:
        yield from found
    else:
        yield Mention(run.start, run.end, "numer", False, "długi ciąg cyfr powiedziany słowami")


def _judged(text: str, start: int, end: int, digits: str, parts: int) -> Iterator[Mention]:
    """Yield what a run of digits is: by its announcement, its check digit, its look."""
    digits = (
        digits[2:]
        if digits.startswith("48") and len(digits) == 11 and "+" in text[start:end]
        else digits
    )
    cue = _cue(text, start, end)
    if len(digits) == _LENGTHS["KRS"][0] and (cue == "KRS" or digits.startswith("000")):
        yield Mention(start, end, "KRS", True, "długość i początek numeru KRS", rank=9)
        return
    for kind, check in _CHECKS.items():
        if len(digits) in _LENGTHS[kind] and check(digits) and _stands(kind, cue, digits):
            yield Mention(start, end, kind, True, "zgodna suma kontrolna", rank=9)
            return
    if cue in _LENGTHS and abs(len(digits) - _LENGTHS[cue][0]) <= 2 + (cue == "konto") * 6:
        yield Mention(
            start, end, cue, False, "nazwany w tekście, suma kontrolna się nie zgadza", rank=8
        )
    elif _is_phone(digits, text[start:end]) or (cue == "telefon" and 7 <= len(digits) <= 13):
        yield Mention(start, end, "telefon", True, "długość i początek numeru telefonu", rank=7)
    elif len(digits) >= 9 and not _money(text, end):
        yield Mention(start, end, "numer", False, "długi ciąg cyfr", rank=5)


def _stands(kind: str, cue: str, digits: str) -> bool:
    """Say whether a check digit alone is enough: nine digits are a phone unless called REGON."""
    if kind == "REGON" and len(digits) == 9:
        return cue == "REGON" or (not cue and not _is_phone(digits, digits))
    if kind == "NIP":
        return cue in ("NIP", "", "telefon")
    return True


def _is_phone(digits: str, typed: str) -> bool:
    if len(digits) == 11 and digits.startswith("48"):
        digits = digits[2:]
    if len(digits) == 13 and digits.startswith("0048"):
        digits = digits[4:]
    if len(digits) == 10 and digits.startswith("0"):
        digits = digits[1:]
    if typed.startswith(("+", "00")) and 9 <= len(digits) <= 14:
        return True
    if len(digits) != 9:
        return False
    return digits[:2] in _MOBILES or digits[:2] in _AREAS or digits[:3] in ("800", "801")


def _cue(text: str, start: int, end: int) -> str:
    """Return the kind announced nearest before the number, or just after it."""
    before = text[max(0, start - _BEFORE) : end]
    best, place = "", -1
    for kind, pattern in _CUES.items():
        for match in pattern.finditer(before):
            if match.start() > place or (match.start() == place and kind != "telefon"):
                best, place = kind, match.start()
    if best and best != "telefon":
        return best
    if (
        best
        and re.match(r"(?i)(?:tel|kom|sms|dzw|zadz|stac)", before[place:])
        and start - max(0, start - _BEFORE) - place < 25
    ):
        return best
    after = _SENTENCE_END.split(text[end : end + _AFTER])[0]
    for kind, pattern in _CUES.items():
        if kind in ("PESEL", "NIP", "REGON", "KRS") and pattern.search(after):
            return kind
    if best == "telefon":
        # "numer" alone may belong to any of them
        named = [
            kind for kind in ("PESEL", "NIP", "REGON", "KRS", "konto") if _CUES[kind].search(before)
        ]
        return named[-1] if named and re.search(r"(?i)numer\w*$", before[: place + 8]) else best
    return best


def _money(text: str, end: int) -> bool:
    return bool(re.match(r"\s*(?:zł|złot|tys|mln|euro)", text[end : end + 8]))
