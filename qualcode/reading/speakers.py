"""Speakers: which labels before a colon are people, and which are dates, references or addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from qualcode.reading.roles import FACILITATOR_WORD, ROLE_WORD
from qualcode.reading.variants import is_device

_LABEL = re.compile(r"^[ \t]*[#@]?([^\n:|]{1,63}?)[ \t]*:(?![/\d])[ \t]*", re.UNICODE)
_BRACKET = re.compile(r"^[ \t]*[\[{<]([^\]}>\n:]{1,63})[\]}>][ \t]*:?[ \t]*")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}|\d+\s*(zł|tys|proc|%)|^\d|\d{1,2}\s+\w+\s+(1[89]|20)\d\d")
_REFERENCE = re.compile(
    r"(?i)\bet al\b|\bi in\.|\(\s*(1[89]|20)\d\d|,\s*(1[89]|20)\d\d|www\.|@\w+\.|//"
)
_TITLED = re.compile(
    r"(?i)^(pani?|p|ks|o|s|br|siostra|brat|dr|prof|mgr|druh|st|asp|sierż|mł|piel|zast)\b\.? *\w"
)
_SAYING = re.compile(
    r"(?i)^(?:\w{2,}(?:em|am|ę|my|cie)[\s,]|(?:i|a|ale|bo|no|tu|to|czyli|więc|jest|nie)\s)"
)
_FEW, _MOST = 20, 0.8
_SMALL = frozenset(["z", "ze", "od", "de", "von", "van", "i", "&", "w", "do", "ds.", "na", "dla"])
_PARENTHESES = re.compile(r"\(([^)]*)\)")
_NUMBERED = re.compile(
    r"(?i)^(uczestni\w+|respondent\w*|resp\.?|mieszkan\w+|osoba|mówca|speaker|głos|rozmów\w+|"
    r"pan|pani|[a-z]{1,2})[ _.-]?\d{1,3}\.?$"
)
# Words that stand before a colon in minutes without being anybody.
_NOT_SPEAKERS = re.compile(
    r"(?i)^(uwaga|uwagi|wnios\w+|pytani\w+|odpowied\w+|data|miejsc\w+|obecni|temat|cel|cele|źródło|"
    r"podsumowanie|przykład\w*|np|czas|godz\w*|lista|lp|ad|punkt|pkt|termin|gmina|powiat|"
    r"województwo|protokołował\w*|sporządził\w*|opracował\w*|załącznik\w*|obraz\w*|https?|tel\w*|"
    r"e-?mail|po (?:pierwsze|drugie|trzecie|czwarte)|bariery|priorytety|usługi|barier\w* \w+|"
    r"(?:oferta|budżet|dane|raport|sprawozdanie|adres|siedziba|koszty?|etaty|regulamin|statut|kontakt)"
    r"(?: (?:z |od )?\S+){1,3}|grupa docelowa|liczba \w+|inne|razem|suma|efekt|decyzja|ustalenia|po \w+|na przykład|to znaczy|tak|nie|ostatni[ea]? \w+|r|w|a|i)$"
)
# Words that open a title as often as a speech: "Grupa 2: osoby starsze", "Flipchart: pomysły".
_TOPIC = re.compile(
    r"(?i)^(grup\w*|stolik\w*|punkt\w*|pkt|pytani\w+|temat\w*|blok\w*|część|tablic\w*|flip-?\s?chart\w*|"
    r"kart\w+|kropki|ankiet\w*|czat\w*|chat\w*|swot|diagnoz\w*|wywiad\w*|rozmow\w+|rekomendacj\w+|"
    r"cel\w*|plan\w*|ciąg dalszy|załącznik\w*|sprawozdani\w+|informacj\w+|interpelacj\w+|runda|debat\w+)\b"
)


@lru_cache(maxsize=1 << 16)  # asked several times of every line, in passes over the text
def split_label(line: str) -> tuple[str, int]:
    """Return the speaker's label of a line and where the speech begins, or ``("", 0)``.

    Only the form is judged here; :func:`speaker_labels` decides over the whole text.
    """
    if ":" not in line[:80] and not line.lstrip().startswith(("[", "{", "<")):
        return "", 0
    for pattern in (_LABEL, _BRACKET):
        match = pattern.match(line)
        if match and _possible(match[1].strip()):
            return match[1].strip(), match.end()
    return "", 0


def speaker_labels(lines: Iterable[str]) -> set[str]:
    """Return the labels of a text that are speakers.

    A label counts when it looks like a name or a role, or when a short one comes back. Dates,
    references, hours, addresses and the words of minutes are refused.
    """
    found = [split_label(line)[0] for line in lines]
    counts = Counter(label for label in found if label)
    chosen = {label for label, count in counts.items() if _accepted(label, count)}
    if len(found) >= _FEW and sum(map(bool, found)) >= _MOST * len(found):
        # where nearly every paragraph begins with a label, an unusual one is a speaker too
        chosen |= {
            label
            for label in counts
            if (
                label[0].isupper()
                or (label[-1].isalnum() and "," in label and len(label.split()) <= 4)
            )
            and not _SAYING.match(label)
        }
    # a lone label in a long text is more likely a sentence with a colon
    return chosen if sum(counts[label] for label in chosen) >= 2 else set()


def is_person(label: str) -> bool:
    """Tell a label that can only be somebody from one that may be a title: "Punkt 5", "SWOT"."""
    return not _TOPIC.match(label) and _named(label)


def _accepted(label: str, count: int) -> bool:
    words = len(label.split())
    if count >= 3 and words <= 6:
        return True
    if _odd(label):
        return False
    return _named(label) or (count >= 2 and (words == 1 or (words <= 4 and label[0].isupper())))


def _possible(label: str) -> bool:
    bare = _PARENTHESES.sub("", label).strip().rstrip(".")
    if not bare or _NOT_SPEAKERS.match(bare) or _REFERENCE.search(label):
        return False
    if _DATE.search(bare) and not _NUMBERED.match(bare):
        return False
    return bare[0].isalpha() and ";" not in bare and len(bare.split()) <= 8


def _odd(label: str) -> bool:
    """Tell a label that only repetition can make a speaker: a nickname with a year, a query."""
    bare = _PARENTHESES.sub("", label)
    if _NUMBERED.match(bare.strip()) or ROLE_WORD.match(bare) or re.fullmatch(r"\w+_\w+", bare):
        return False
    return bool(re.search(r"\d{3,}|[!?/]", bare))


def _named(label: str) -> bool:
    """Tell a name or role ("Anna K. (GOPS)", "KOWALSKA ANNA", "Głos z sali") from a phrase."""
    bare = _PARENTHESES.sub("", label).strip(" ,")
    if _NUMBERED.match(bare) or FACILITATOR_WORD.search(bare) or ROLE_WORD.match(bare):
        return True
    if is_device(bare) and len(bare.split()) <= 3:
        return True
    if _TITLED.match(bare) or re.fullmatch(r"\w*[a-ząćęłńóśźż]_\w+|\w*[a-z]\d{1,4}", bare):
        return True
    # what follows a comma or a dash is a function or an institution, written anyhow
    words = re.split(r"[\s-]+", re.split(r",|\s[–—-]\s", bare)[0])
    capital = [word for word in words if word and word[0].isupper()]
    others = [word for word in words if word and not word[0].isupper() and word not in _SMALL]
    if "(" in label and capital:
        return len(others) <= 2
    return bool(capital) and not others and len(capital) <= 5
