"""Dates of birth, typed or said: a date counts only beside a word about being born."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qualcode.privacy.mentions import Mention

_MONTHS = (
    r"(?:styczni\w+|lut(?:y|ego|ym)|mar(?:zec|ca|cu)|kwie(?:cień|tnia|tniu)|maj(?:a|u)?|"
    r"czerw(?:iec|ca|cu)|lip(?:iec|ca|cu)|sierp(?:ień|nia|niu)|wrze(?:sień|śnia|śniu)|"
    r"październik\w*|listopad\w*|grud(?:zień|nia|niu))"
)
_BIRTH_CUE = (
    r"(?:\bur\.|\burodz(?:on\w*|ił\w*)|dat\w* urodzeni\w*|\burodzin\w*|\brocznik\w*|"
    r"przysz(?:ł\w+|edł\w*) na świat|jestem z (?=\d|tysiąc|dziew|pięć|sześć|siedem|osiem|czter|trzy))"
)
_ORDINAL = (
    r"(?:(?:dwudziest|trzydziest)\w+(?:\s+(?:pierwsz|drug|trzeci|czwart|piąt|szóst|siódm|ósm|dziewiąt)\w*)?|"
    r"(?:pierwsz|drug|trzeci|czwart|piąt|szóst|siódm|ósm|dziewiąt|dziesiąt|jedenast|dwunast|trzynast|"
    r"czternast|piętnast|szesnast|siedemnast|osiemnast|dziewiętnast)\w*)"
)
_TENS = r"(?:dwudziest|trzydzieści|dwadzieścia|czterdzieści|trzydziest|czterdziest|pięćdziesiąt|sześćdziesiąt|siedemdziesiąt|osiemdziesiąt|dziewięćdziesiąt)\w*"
_UNIT = (
    r"(?:(?:pierwsz|drug|trzeci|czwart|piąt|szóst|siódm|ósm|dziewiąt)\w*|"
    r"(?:jeden|dwa|trzy|cztery|pięć|sześć|siedem|osiem|dziewięć)\b)"
)
_YEAR_WORDS = (
    rf"(?:(?:tysiąc\s+dziewięćset(?:nego)?|dwa\s+tysiące|dwutysięczn\w+)(?:\s+(?:{_TENS}(?:\s+{_UNIT})?|{_ORDINAL}))?|"
    rf"{_TENS}(?:\s+{_UNIT})?)"
)
_CARDINAL_YEAR = r"(?:(?:tysiąc\s+dziewięćset\s+)?(?:czterdzieści|pięćdziesiąt|sześćdziesiąt|siedemdziesiąt|osiemdziesiąt|dziewięćdziesiąt)(?:\s+(?:jeden|dwa|trzy|cztery|pięć|sześć|siedem|osiem|dziewięć))?)"
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d(?!\d))"
_DAY = rf"(?:\d{{1,2}}|{_ORDINAL})"
_WHEN = re.compile(
    rf"(?i)(?:\b\d{{1,2}}[. /-]+\d{{1,2}}[. /-]+(?:19|20)?\d\d\b|\b(?:19|20)\d\d[-./]\d{{1,2}}[-./]\d{{1,2}}\b|"
    rf"\b{_DAY}[.,]?\s+(?:{_MONTHS}|{_ORDINAL})[,]?(?:\s+(?:roku\s+)?(?:{_YEAR}|{_YEAR_WORDS}|{_CARDINAL_YEAR}))?|"
    rf"\b\d{{1,2}}[. /-]+(?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII)[. /-]+(?:19|20)?\d\d\b|"
    rf"\b{_MONTHS}\s+(?:{_YEAR}|{_YEAR_WORDS}|{_CARDINAL_YEAR})|"
    rf"\b(?:{_YEAR_WORDS}|(?:19|20)\d\d)(?=\s+rok|\s*r\.|[,.;)]|\s|$)|(?<![\w])(?:'\d\d\b|{_CARDINAL_YEAR}(?!\s+(?:lat|rok|osób|złot|tysi))))"
)
_FULL = re.compile(r"(?:19|20)\d\d")
_OF_YEAR = re.compile(r"\s*(?:r\.|roku\b)")
_BIRTH = re.compile(rf"(?i){_BIRTH_CUE}")
_CLASS = re.compile(
    r"(?i)\brocznik(?:a|u|iem)?\s+'?(?P<year>\d\d)(?![\d%])(?!\s(?:osób|os[oó]b\w*|proc\w*|lat))"
)
_OLD_DATE = re.compile(
    r"(?<![\w./-])(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-]19[2-9]\d(?![\w/-])"
)
_PUBLIC = re.compile(
    r"(?i)\b(?:ustaw\w*|rozporządz\w*|uchwał\w*|zarządz\w*|dz\.|konstytucj\w*|umow\w*|konwencj\w*|traktat\w*|"
    r"statut\w*|powsta\w+|założ\w+|otwar\w+|stan\w*\swojenn\w+)"
)
_LOOK_BACK = 60


def births(text: str) -> Iterator[Mention]:
    """Yield the dates of birth of a text."""
    yield from _unannounced(text)
    for cue in _BIRTH.finditer(text):
        window = text[cue.end() : cue.end() + 90]
        limit = re.search(r"[.!?]\s+[A-ZŻŹĆŁŚ](?!\w?\.)", window)
        window = window[: limit.start() + 1] if limit else window
        dates = list(_WHEN.finditer(window))
        # the first date, and others written in full: "30/06 zamiast 03/06"
        for match in [*dates[:1], *(date for date in dates[1:] if _FULL.search(date[0]))]:
            year = _OF_YEAR.match(window, match.end())
            start, end = cue.end() + match.start(), cue.end() + (year or match).end()
            yield Mention(start, end, "data urodzenia", True, "data po słowie o urodzeniu", rank=8)
        if dates:
            continue
        before = text[max(0, cue.start() - 60) : cue.start()]
        earlier = list(_WHEN.finditer(before))
        if earlier and not re.search(r"[.!?]", before[earlier[-1].end() :]):
            offset = max(0, cue.start() - 60)
            start, end = offset + earlier[-1].start(), offset + earlier[-1].end()
            yield Mention(
                start, end, "data urodzenia", True, "data przy słowie o urodzeniu", rank=8
            )


def _unannounced(text: str) -> Iterator[Mention]:
    """Yield "rocznik 61", and full dates of the last century that no act or event explains."""
    for match in _CLASS.finditer(text):
        yield Mention(
            *match.span("year"), "data urodzenia", False, "rok po słowie „rocznik”", rank=7
        )
    for match in _OLD_DATE.finditer(text):
        if not _PUBLIC.search(text, max(0, match.start() - _LOOK_BACK), match.start()):
            yield Mention(*match.span(), "data urodzenia", False, "pełna data sprzed lat", rank=4)
