"""Speakers: labels before a colon, roles from their wording, who leads the meeting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from qualcode.study import FACILITATOR

_LABEL = re.compile(r"^[ \t]*[#@]?([^\n:|]{1,63}?)[ \t]*:(?![/\d])[ \t]*", re.UNICODE)
_BRACKET = re.compile(r"^[ \t]*[\[{<]([^\]}>\n:]{1,63})[\]}>][ \t]*:?[ \t]*")
_YEAR = re.compile(r"\b(1[89]|20)\d\d\b")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}|\d{3,}|\d+\s*(zł|tys|proc|%)")
_PARENTHESES = re.compile(r"\(([^)]*)\)")
_NUMBERED = re.compile(
    r"(?i)^(uczestni\w+|respondent\w*|resp\.?|mieszkan\w+|osoba|mówca|speaker|głos|rozmów\w+|"
    r"pan|pani|[a-z]{1,2})[ _.-]?\d{1,3}\.?$"
)
_FACILITATOR = re.compile(
    r"(?i)\b(prowadząc\w*|moderator\w*|facylitator\w*|badacz\w*|ankieter\w*|konsultant\w* "
    r"prowadząc\w*|trener\w*|host)\b"
)
_ROLE_WORDS = re.compile(
    r"(?i)^(mieszkan(?:ka|iec|cy)|seniorka?|opiekun(?:ka)?|rodzic|mama|tata|matka|ojciec|"
    r"radn[ya]|sołtys(?:ka)?|wójt|burmistrz(?:yni)?|starosta|starościna|wicestarosta|skarbni(?:k|czka)|"
    r"sekretarz|proboszcz|ksiądz|pastor|dyrektor(?:ka)?|kierowni(?:k|czka)|naczelni(?:k|czka)|"
    r"pracowni(?:k|ca)(?: socjaln[ya])?|asystent(?:ka)?(?: rodziny)?|pielęgniarka|położna|"
    r"leka(?:rz|rka)|psycholog|pedagog|terapeut(?:a|ka)|nauczyciel(?:ka)?|bibliotekarka|"
    r"polic(?:jant(?:ka)?|ja)|dzielnicowy|strażak|wolontariusz(?:ka)?|prezes(?:ka)?|"
    r"przedsiębiorca|pracodawca|uczestni(?:k|czka)|uczennica|uczeń|respondent(?:ka)?|"
    r"głosy? z sali|głosy?|sala|ekspert(?:ka)?)\b"
)
# Words that stand before a colon in minutes without being anybody.
_NOT_SPEAKERS = re.compile(
    r"(?i)^(uwaga|uwagi|wnios\w+|pytani\w+|odpowied\w+|data|miejsc\w+|obecni|temat|cel|cele|źródło|"
    r"podsumowanie|przykład\w*|np|czas|godz\w*|lista|lp|ad|punkt|pkt|termin|gmina|powiat|"
    r"województwo|protokołował\w*|sporządził\w*|opracował\w*|załącznik\w*|obraz\w*|https?|tel\w*|"
    r"e-?mail|po (?:pierwsze|drugie|trzecie|czwarte)|bariery|priorytety|usługi|barier\w* \w+|"
    r"grupa docelowa|liczba \w+|inne|razem|suma|efekt|decyzja|ustalenia)$"
)
_CUE = re.compile(
    r"(?i)\b(przejdźmy|przechodzimy|przechodząc|kolejne pytanie|następne pytanie|pytanie (?:pierwsze|"
    r"drugie|trzecie|czwarte|piąte|szóste|ostatnie|numer)|kto (?:chciałby|jeszcze|zacznie|pierwszy)|"
    r"kto z państwa|czy ktoś|jeszcze ktoś|ktoś jeszcze|oddaję głos|proszę o (?:głos|zabranie)|"
    r"proszę (?:bardzo )?pan(?:i|a|ią)?|dziękuję (?:bardzo|państwu|pani|panu)|dzień dobry państwu|"
    r"witam|zapiszę|zapisuję|notuję|dopytam|dopytuję|a jak (?:u|w)|co państwo|jak państwo|"
    r"zaczynamy|zacznijmy|podsumuj\w*|mamy (?:jeszcze )?\w+ minut|przerwa|na tablicy|na ekranie)\b"
)


def split_label(line: str) -> tuple[str, int]:
    """Return the speaker's label of a line and where the speech begins, or ``("", 0)``.

    Only the form is judged here; :func:`speaker_labels` decides over the whole text.
    """
    for pattern in (_LABEL, _BRACKET):
        match = pattern.match(line)
        if match and _possible(match[1].strip()):
            return match[1].strip(), match.end()
    return "", 0


def speaker_labels(lines: Iterable[str]) -> set[str]:
    """Return the labels of a text that are speakers.

    A label counts when it looks like a name or a role, or when it comes back at least three
    times. Dates, references, hours, addresses and the words of minutes are refused.
    """
    counts = Counter(label for label, _ in map(split_label, lines) if label)
    chosen = {
        label
        for label, count in counts.items()
        if _named(label) or (count >= 3 and len(label.split()) <= 6)
    }
    # a lone label in a long text is more likely a sentence with a colon
    return chosen if sum(counts[label] for label in chosen) >= 2 else set()


def _possible(label: str) -> bool:
    bare = _PARENTHESES.sub("", label).strip()
    if not bare or _NOT_SPEAKERS.match(bare) or "&" in label or "www." in label.lower():
        return False
    if _YEAR.search(label) or (_DATE.search(bare) and not _NUMBERED.match(bare)):
        return False
    if not bare[0].isalpha() or any(mark in bare for mark in "!?;"):
        return False
    return len(bare.split()) <= 8


def _named(label: str) -> bool:
    """Tell a name or role ("Anna K. (GOPS)", "KOWALSKA ANNA", "Głos z sali") from a phrase."""
    bare = _PARENTHESES.sub("", label).strip(" ,")
    if _NUMBERED.match(bare) or _FACILITATOR.search(bare) or _ROLE_WORDS.match(bare):
        return True
    # what follows a comma or a dash is a function or an institution, written anyhow
    words = re.split(r"[\s-]+", re.split(r",|\s[–-]\s", bare)[0])
    small = {"z", "od", "de", "von", "van", "i", "w", "do", "ds."}
    capital = [word for word in words if word and word[0].isupper()]
    others = [word for word in words if word and not word[0].isupper() and word not in small]
    if "(" in label and capital:
        return len(others) <= 2
    return bool(capital) and not others and len(capital) <= 5


def role_of(label: str) -> str:
    """Return the role a label tells: institution in brackets, a word for a role, or ``""``."""
    if _FACILITATOR.search(label):
        return FACILITATOR
    inside = _PARENTHESES.search(label)
    if inside and inside[1].strip():
        return inside[1].strip()
    match = _ROLE_WORDS.match(label)
    if match:
        return match[1].lower()
    parts = [part.strip() for part in label.split(",")]
    return parts[1] if len(parts) > 1 and parts[1] else ""


def guess_facilitator(turns: list[tuple[str, str]]) -> tuple[str, float]:
    """Guess who leads a meeting whose labels do not say.

    Whoever opens, asks and passes the word: the share of a speaker's turns with such wording,
    weighed by how often he or she speaks.

    Parameters
    ----------
    turns : list of (speaker, text)

    Returns
    -------
    (str, float)
        The name and a confidence between 0 and 1; ``("", 0.0)`` when nobody stands out.
    """
    said = Counter(speaker for speaker, _ in turns if speaker)
    if len(said) < 2 or len(turns) < 8:
        return "", 0.0
    cues = Counter(
        speaker
        for speaker, text in turns
        if speaker and (_CUE.search(text) or text.rstrip().endswith("?"))
    )
    weight = {
        name: cues[name] ** 2 / said[name] for name in said if cues[name] >= 3 and said[name] >= 4
    }
    if not weight:
        return "", 0.0
    ranked = sorted(weight, key=lambda name: (-weight[name], name))
    best = weight[ranked[0]]
    second = weight[ranked[1]] if len(ranked) > 1 else 0.0
    confidence = best / (best + second) if best else 0.0
    return (ranked[0], round(confidence, 2)) if confidence >= 0.6 else ("", round(confidence, 2))
