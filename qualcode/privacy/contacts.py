"""E-mails, web addresses, car plates, birth dates and addresses, typed or said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qualcode.privacy.mentions import Mention
from qualcode.privacy.numerals import values

_UPPER, _LOWER = "A-ZĄĆĘŁŃÓŚŹŻ", "a-ząćęłńóśźż"
_EMAIL = re.compile(r"(?i)[\w.+-]+(?:@|\s?\(at\)\s?|\s?\[at\]\s?)[\w-]+(?:\.[\w-]+)+")
_DOMAINS = r"(?:pl|com|eu|org|net|gov|edu|info|de|uk|ua)"
_SAID_EMAIL = re.compile(
    r"(?i)(?:[\w-]+(?:\s*(?:,\s*)?(?:kropka|podkreślnik|podkreślenie|myślnik|minus|dot)\s+(?:,\s*)?|[._-]))*[\w-]+"
    r"(?:\s*,)?\s+(?:małpa|małpka|et|at)\s*,?\s+"
    rf"(?:(?:[\w-]+(?:\s+[\w-]+)?\s*,?\s+kropka\s+)+{_DOMAINS}\b|[\w-]+(?:\.[\w-]+)+)"
)
_LOOSE_EMAIL = re.compile(r"(?i)\b[\w.-]+\s+małp(?:a|ka)\s+[\w.-]+(?:\s+kropka\s+\w+)*")
_SPELT = re.compile(
    r"(?i)(?:(?<!\w)(?:\d+|wszystko|razem|małymi|literami|bez|polskich|znaków)\s+)+$"
)
_URL = re.compile(
    r"(?i)\b(?:https?://|www\.)[^\s<>„”\"]+|\b(?:facebook|instagram|linkedin|tiktok)\.com/[^\s<>„”\"]+"
)
_SAID_URL = re.compile(
    r"(?i)\b(?:wu wu wu|www)\s+kropka\s+[\w-]+(?:\s+(?:kropka|myślnik|ukośnik|łamane na)\s+[\w-]+)+"
)
_PLATE = re.compile(
    r"(?<![\w-])(?=[A-Z0-9 ]{0,4}\d)(?!(?:NR|ART|UST|PKT|ROK|DZ|UL|COVID|PFRON|GOPS|MOPS|OPS|CUS)\b)"
    r"[BCDEFGKLNOPRSTWZ][A-Z]{1,2}[ -]?(?=[A-Z0-9]*\d)[A-Z0-9]{4,5}(?![\w-])"
)
_PLATE_CUE = re.compile(r"(?i)\b(?:rejestrac\w*|tablic\w*|blach\w*|numer\w* wozu|numer\w* auta)\b")
_LETTERS = {
    "a": "a", "be": "b", "b": "b", "ce": "c", "c": "c", "de": "d", "d": "d", "e": "e", "ef": "f",
    "f": "f", "gie": "g", "g": "g", "ge": "g", "ha": "h", "h": "h", "i": "i", "jot": "j", "j": "j",
    "ka": "k", "k": "k", "el": "l", "l": "l", "em": "m", "m": "m", "en": "n", "n": "n", "o": "o",
    "pe": "p", "p": "p", "ku": "q", "er": "r", "r": "r", "es": "s", "s": "s", "te": "t", "t": "t",
    "u": "u", "fał": "v", "v": "v", "wu": "w", "wu ": "w", "w": "w", "iks": "x", "x": "x",
    "igrek": "y", "ypsylon": "y", "y": "y", "zet": "z", "zed": "z", "z": "z",
}  # fmt: skip
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
    rf"\b\d{{1,2}}\s+(?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII)\s+(?:19|20)\d\d\b|"
    rf"\b{_MONTHS}\s+(?:{_YEAR}|{_YEAR_WORDS}|{_CARDINAL_YEAR})|"
    rf"\b(?:{_YEAR_WORDS}|(?:19|20)\d\d)(?=\s+rok|\s*r\.|[,.;)]|\s|$)|(?<![\w])(?:'\d\d\b|{_CARDINAL_YEAR}(?!\s+(?:lat|rok|osób|złot|tysi))))"
)
_FULL = re.compile(r"(?:19|20)\d\d")
_OF_YEAR = re.compile(r"\s*(?:r\.|roku\b)")
_BIRTH = re.compile(rf"(?i){_BIRTH_CUE}")
_STREET_CUE = (
    r"(?i:(?<!\w)ul\.|\bulic(?:a|y|ę|ą)\b|(?<!\w)al\.|\bale(?:ja|i|ję|ją|je|jach)\b|\bplac(?:u|em|owi)?\b|(?<!\w)pl\.|"
    r"\bosiedl(?:e|a|u|em)\b|(?<!\w)os\.|\brond(?:o|a|zie|em)\b|\bskwer(?:u|ze|em)?\b|\bbulwar\w*)"
)
_NAME = rf"(?:[{_UPPER}][\w-]*|\d+\s+(?:[Mm]aja|[Ll]istopada|[Ss]ierpnia|[Cc]zerwca|[Ll]utego))"
_STREET = re.compile(
    rf"(?P<cue>{_STREET_CUE})\s*(?P<name>(?:(?:gen|ks|św|dr|płk|bp|prof|im)\.\s?)*{_NAME}(?:\s(?:i\s|nad\s|pod\s)?{_NAME})*)"
)
_SPOKEN_STREET = re.compile(
    rf"(?P<cue>{_STREET_CUE})\s+(?P<name>(?:(?:księdza|generała|świętego|świętej|marszałka|doktora|pierwszego|trzeciego)\s+)?"
    rf"(?!nie\b|i\b|to\b|jest\b|jak\b|na\b|w\b|z\b|do\b|nam\b|się\b|bo\b|a\b|żeby\b|przed\b|przy\b|pod\b|za\b|że\b|gdzie\b|mieszka\w*\b|zabaw\w*|targow\w*)[{_LOWER}-]{{4,}})"
)
_HOUSE_DIGITS = re.compile(
    r"(?i)(?:\s*,)?\s*(?:nr\s+|numer\s+|dom\s+(?:nr\s+|numer\s+)?)?\d{1,4}\s?[a-h]?\b(?:\s?[/\\]\s?\d{1,4}[a-h]?)?"
    r"(?:\s*,?\s*(?:m\.|lok\.|mieszkani[ae]|lokal|łamane (?:na|przez))\s*(?:nr\s+|numer\s+)?\d{1,4})?(?!\s*(?:lat|osób|rok|godz|zł|tys|minut|km|metr))"
)
_POSTCODE = re.compile(
    rf"(?<![\d-])\d{{2}}[-–]\d{{3}}(?![\d-])(?:\s+[{_UPPER}][\w-]+(?:\s+[{_UPPER}][\w-]+)?)?"
)
_HOUSE_WORDS = re.compile(r"(?i)\s*,?\s+(?:(?:numer|numeru|pod|dom|domu|pod numerem)\s+)*")
_FLAT_WORDS = re.compile(
    r"(?i)\s*,?\s+(?:mieszkani[ae]|lokal|łamane(?: na| przez)?|przez|m)\s+(?:numer\s+)?"
)
_LODGING = re.compile(
    r"(?i:\b(?:mieszka\w*|zamieszk\w*|adres\w*|zameldowan\w*|meldun\w*|przeprowadzi\w*))"
)
_AT_HOUSE = re.compile(
    rf"(?:(?i:\b(?:w|we|na|przy|pod|z|ze|do|to|adres)\b):?\s+)(?P<name>[{_UPPER}][\w-]+(?:\s[{_UPPER}][\w-]+)?)(?=\s+(?:numer\s+|nr\s+|pod\s+)?\d)"
)


def contacts(text: str) -> Iterator[Mention]:
    """Yield e-mails, web addresses, plates, birth dates, streets and addresses of a text."""
    for pattern in (_EMAIL, _SAID_EMAIL, _LOOSE_EMAIL):
        for match in pattern.finditer(text):
            yield Mention(match.start(), match.end(), "e-mail", True, "adres e-mail", rank=10)
    for pattern in (_URL, _SAID_URL):
        for match in pattern.finditer(text):
            end = match.start() + len(match[0].rstrip(".,;)"))
            yield Mention(match.start(), end, "strona", True, "adres strony", rank=9)
    yield from _plates(text)
    yield from _births(text)
    yield from addresses(text)


def _plates(text: str) -> Iterator[Mention]:
    for match in _PLATE.finditer(text):
        yield Mention(*match.span(), "rejestracja", True, "układ tablicy rejestracyjnej", rank=6)
    for cue in _PLATE_CUE.finditer(text):
        words = list(re.finditer(r"[^\W_]+", text[cue.end() : cue.end() + 140]))
        for first in range(min(7, len(words))):
            length = _spelt(words, first)
            if length:
                start = cue.end() + words[first].start()
                end = cue.end() + words[first + length - 1].end()
                yield Mention(start, end, "rejestracja", True, "nazwana w tekście", rank=8)
                break


def _spelt(words: list[re.Match[str]], first: int) -> int:
    """Return how many words from ``first`` on spell a plate: two or three letters, then signs."""
    letters, signs, place = 0, 0, first
    while place < len(words):
        word = words[place][0].lower()
        gap = words[place].start() - words[place - 1].end() if place > first else 1
        if word in _LETTERS and gap <= 3:
            letters, signs = letters + 1, signs + (letters >= 2)
        elif (word.isdecimal() or word in values()) and gap <= 3:
            signs += max(1, len(word) if word.isdecimal() else len(str(values()[word])))
        elif re.fullmatch(r"(?=.*\d)[a-z0-9]{4,8}|[a-z]{2,3}", word) and place == first:
            letters, signs = letters + 2, signs + max(0, len(word) - 3)
        elif re.fullmatch(r"(?=.*\d)[a-z0-9]{2,5}", word) and place > first:
            signs += len(word)
        else:
            break
        place += 1
    return place - first if letters >= 2 and signs >= 2 else 0


def _births(text: str) -> Iterator[Mention]:
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


def addresses(text: str) -> Iterator[Mention]:
    """Yield streets with house numbers ("adres"), streets alone ("miejsce") and post codes."""
    for match in _POSTCODE.finditer(text):
        yield Mention(*match.span(), "adres", True, "kod pocztowy", rank=7)
    found = [*_STREET.finditer(text), *_SPOKEN_STREET.finditer(text)]
    for match in found:
        end = house(text, match.end())
        if end > match.end():
            yield Mention(match.start("name"), end, "adres", True, "ulica z numerem domu", rank=8)
        else:
            sure = match["name"][:1].isupper() or match["name"][:1].isdigit()
            yield Mention(*match.span("name"), "miejsce", sure, "nazwa ulicy", rank=4)
    for match in _AT_HOUSE.finditer(text):
        end = house(text, match.end("name"))
        near = _LODGING.search(text[max(0, match.start() - 50) : match.start() + 12])
        if end > match.end("name") and (near or "/" in text[match.end("name") : end]):
            yield Mention(match.start("name"), end, "adres", True, "miejsce z numerem domu", rank=8)
    yield from _lodgings(text)


def _lodgings(text: str) -> Iterator[Mention]:
    """Yield addresses said without the word for street: "mieszkam na leśnej dwanaście"."""
    for cue in _LODGING.finditer(text):
        window = re.compile(
            r"(?i)\b(?:na|przy|w|we|pod|to)\s+((?:[^\W\d_]+\s){1,3}?)(?=(?:numer\s+|pod\s+)?[^\W_]+)"
        )
        for match in window.finditer(text, cue.end(), min(len(text), cue.end() + 60)):
            start = match.start(1)
            end = house(text, match.end(1) - 1)
            name = match[1].split()[-1].lower()
            if (
                end > match.end(1)
                and name not in values()
                and not name.startswith(("pięt", "parter"))
            ):
                yield Mention(start, end, "adres", False, "miejsce zamieszkania z numerem", rank=7)
                break


def house(text: str, place: int) -> int:
    """Return where the house number that follows ``place`` ends, or ``place``."""
    match = _HOUSE_DIGITS.match(text, place)
    if match:
        return match.end()
    end = _number_words(text, place, _HOUSE_WORDS)
    if end > place:
        end = max(end, _number_words(text, end, _FLAT_WORDS))
        if re.match(
            r"\s+(?:lat|osób|rok|godzin|złot|tysi|minut|kilomet|metr|razy|miesi|dni|pań|rodzin|bloków|bloki|domów|stop)",
            text[end : end + 12],
        ):
            return place
    return end


def _number_words(text: str, place: int, opener: re.Pattern[str]) -> int:
    match = opener.match(text, place)
    if not match:
        return place
    end, at = place, match.end()
    for _ in range(3):
        word = re.compile(r"[^\W_]+").match(text, at)
        if not word or not (word[0].lower() in values() or word[0].isdecimal()):
            break
        end, at = word.end(), word.end() + 1
        letter = re.match(r"\s(?:[b-h]\b|a\b(?=\s*(?:[,.]|$|mieszk|łam)))", text[end : end + 12])
        if letter:
            end, at = end + letter.end(), end + letter.end() + 1
    return end
