"""Speakers: which labels before a colon are people, and which are dates, references or addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from qualcode.reading.voices.devices import is_device
from qualcode.reading.voices.roles import FACILITATOR_WORD, FIRST_NAMES, ROLE_WORD

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
_MARK = " –"  # ends a label that stands before a dash
_DASHED, _DASHED_SHARE = 3, 0.15  # lines that begin with somebody's name and a dash
_ASIDE_WORDS = 5  # longest function between two dashes
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
    r"(?: (?:z |od )?\S+){1,3}|grupa docelowa|liczba \w+|inne|razem|suma|efekt|decyzja|ustalenia|po \w+|na przykład|to znaczy|tak|nie|ostatni[ea]? \w+)$"
)
# Heads of a note or a plan: what is wrong, what to do about it, who is to, and for what money.
_HEADS = re.compile(
    r"(?i)^(problem\w{0,3}|rozwiązani\w+|odpowiedzialn\w+|realizator\w*|działani\w+|zadani\w+|"
    r"rezultat\w*|wskaźnik\w*|efekty|ryzyk\w+|szans[ae]|zagrożeni\w+|(?:mocne|słabe) strony|"
    r"potrzeb[ay]|barier[ay]|priorytet\w*|usług[ai]|zasob\w+|pomysł\w*|propozycj\w+|postulat\w*|"
    r"rekomendacj\w+|przyczyn\w+|skutk\w+|budżet|koszt\w*|kwota|finansowani\w+|finanse|pieniądze|"
    r"ocena|wynik\w*|komentarz\w*|notatk\w+|streszczenie|hasł[oa]|wątek|wątki|obszar\w*)$"
)
# Matters that notes are arranged by; "Opiekun" or "Seniorzy" may speak, "Opieka" may not.
_MATTERS = re.compile(
    r"(?i)^(transport|komunikacja|dojazd\w*|drogi|infrastruktura|zdrowie|ochrona zdrowia|edukacja|"
    r"oświata|kultura|sport|rekreacja|turystyka|rolnictwo|ekologia|bezpieczeństwo|kadr[ay]|"
    r"mieszkalnictwo|mieszkani[ae]|lokale?|opieka|pomoc|wsparcie|"
    r"integracja|profilaktyka|rehabilitacja|terapia|aktywizacja|zatrudnienie|bezrobocie|"
    r"niepełnosprawność|starość|samotność|uzależnienia|przemoc|ubóstwo|bezdomność|dostępność|"
    r"współpraca|promocja|szkolenia|wolontariat|cyfryzacja|warsztaty|zajęcia|spotkania|informacja|"
    r"teleopieka|autobusy?)$"
)
# A small letter before a colon is a conjunction, unless the whole talk is written with such letters.
_SMALL_LETTER = re.compile(r"^[rwai]$")
# Words that open a title as often as a speech: "Grupa 2: osoby starsze", "Flipchart: pomysły".
_TOPIC = re.compile(
    r"(?i)^(grup\w*|stolik\w*|punkt\w*|pkt|pytani\w+|temat\w*|blok\w*|część|tablic\w*|flip-?\s?chart\w*|"
    r"kart\w+|kropki|ankiet\w*|czat\w*|chat\w*|swot|diagnoz\w*|wywiad\w*|rozmow\w+|rekomendacj\w+|"
    r"cel\w*|plan\w*|ciąg dalszy|załącznik\w*|sprawozdani\w+|informacj\w+|interpelacj\w+|runda|debat\w+)\b"
)


# "Pani Anna Mszana – brakuje opiekunek": who is named before a dash must be somebody beyond doubt
_DASH = re.compile(r"^[ \t]*([^\n:|–—]{2,63}?)(?:[ \t]+-|[ \t]*[–—])[ \t]+(?=\S)")


@lru_cache(maxsize=1 << 16)  # asked several times of every line, in passes over the text
def split_label(line: str) -> tuple[str, int]:
    """Return the speaker's label of a line and where the speech begins, or ``("", 0)``.

    Only the form is judged here; :func:`speaker_labels` decides over the whole text. A label before
    a dash keeps the dash, so that it is not taken for the same name before a colon;
    :func:`plain_label` takes it off.

    Examples
    --------
    >>> split_label("Anna: tak"), split_label("Pani Anna Lis – nie ma busa.")
    (('Anna', 6), ('Pani Anna Lis –', 16))
    >>> split_label("Klub seniora – czynny w środy.")
    ('', 0)
    """
    if ":" in line[:80] or line.lstrip().startswith(("[", "{", "<")):
        for pattern in (_LABEL, _BRACKET):
            match = pattern.match(line)
            if match and _possible(match[1].strip()) and not _said_after_dash(match[1]):
                return match[1].strip(), match.end()
    return _dash_label(line)


def plain_label(label: str) -> str:
    """Return a label of :func:`split_label` without the dash that may end it."""
    return label.removesuffix(_MARK)


def speaker_labels(lines: Iterable[str]) -> set[str]:
    """Return the labels of a text that are speakers.

    A label counts when it looks like a name or a role, or when a short one comes back. Dates,
    references, hours, addresses and the words of minutes are refused. Names before a dash count
    where the text marks its speakers so.
    """
    told = list(lines)
    found = [split_label(line)[0] for line in told]
    colons = [label for label in found if not label.endswith(_MARK)]
    counts = Counter(label for label in colons if label)
    chosen = {label for label, count in counts.items() if _accepted(label, count)}
    mostly = sum(map(bool, colons)) >= _MOST * len(colons)
    if len(found) >= _FEW and mostly:
        # where nearly every paragraph begins with a label, an unusual one is a speaker too
        chosen |= {label for label in counts if _begins_like_name(label)}
    chosen -= _options(counts) | _conjunctions(counts)
    known = {_folded(label) for label in chosen}
    chosen |= {label for label in counts if _folded(label) in known}  # "anna lis" beside "Anna Lis"
    # a lone label in a long text is more likely a sentence with a colon
    total = sum(counts[label] for label in chosen)
    return (chosen if total >= 2 else set()) | _dashed(told, found, total)


def _begins_like_name(label: str) -> bool:
    nickname = label[-1].isalnum() and "," in label and len(label.split()) <= 4
    return (label[0].isupper() or nickname) and not _SAYING.match(label)


def _folded(label: str) -> str:
    return " ".join(re.findall(r"\w+", _PARENTHESES.sub("", label).casefold()))


def _options(counts: Counter[str]) -> set[str]:
    """Return the letters of answers to choose from ("A: klub", "B: bus"), each met once."""
    once = {label for label in counts if len(label) == 1 and counts[label] == 1}
    return once if {"A", "B"} <= once else set()


def _conjunctions(counts: Counter[str]) -> set[str]:
    """Return "a", "i", "r" and "w" unless they answer another small letter: "b: … r: …"."""
    letters = {label for label in counts if len(label) == 1 and label.islower()}
    lone = {label for label in letters if _SMALL_LETTER.match(label)}
    met = [label for label in letters if counts[label] > 1]
    return {label for label in lone if label not in met or len(met) < 2}


def _dash_label(line: str) -> tuple[str, int]:
    match = _DASH.match(line)
    if not match or not (_surely_somebody(match[1]) or ROLE_WORD.match(match[1])):
        return "", 0
    return match[1].strip() + _MARK, match.end()


def _said_after_dash(label: str) -> bool:
    """Tell "Pani Anna – powiem tak: nie" from "Pani Anna – sołtys: nie"."""
    before, dash, after = label.partition(" – ")
    return bool(dash) and bool(_SAYING.match(f"{after} ")) and _surely_somebody(before)


def _surely_somebody(label: str) -> bool:
    """Tell a person named in full, by a first name or with a title, from any phrase."""
    bare = _PARENTHESES.sub("", label.split(",")[0]).strip()
    if _NUMBERED.match(bare) or FACILITATOR_WORD.match(bare):
        return True
    words = bare.split()
    role = ROLE_WORD.match(bare)
    named = bare[role.end() :].split() if role else words
    if not named or len(words) > 5 or not all(word[0].isupper() for word in named[1:]):
        return False
    if not role and len(words) > 1 and _TITLED.match(bare):
        return True
    first = any(word.casefold() in FIRST_NAMES for word in named) or named[0].endswith(".")
    return first and named[0][0].isupper()


def _dashed(lines: list[str], found: list[str], colons: int) -> set[str]:
    """Return the labels before a dash, where somebody named so comes back and speaks.

    A list of those present ("Anna Lis – kierownik GOPS") names everybody once.
    """
    marked = [
        (label, line) for label, line in zip(found, lines, strict=True) if label.endswith(_MARK)
    ]
    people = [
        label
        for label, line in marked
        if _surely_somebody(plain_label(label)) and not _is_function(line[split_label(line)[1] :])
    ]
    counts = Counter(people)
    back = any(count > 1 for count in counts.values())
    if len(people) < max(_DASHED, _DASHED_SHARE * len(lines)) or len(counts) < 2 or not back:
        return set()
    return {label for label, _ in marked} if len(marked) > colons else set()


def _is_function(text: str) -> bool:
    """Tell what a list says of somebody: a function or an institution, in a few words."""
    aside, dash, _ = text.partition(" – ")
    if dash and ROLE_WORD.match(aside) and len(aside.split()) <= _ASIDE_WORDS:
        return True  # "Anna Lis – sołtyska z Brzezia – mówi, że"
    few = len(text.split()) <= 6 and not text.rstrip().endswith((".", "!", "?", "…"))
    return few and bool(ROLE_WORD.match(text) or text[:2].isupper())


def is_person(label: str) -> bool:
    """Tell a label that can only be somebody from one that may be a title: "Punkt 5", "SWOT"."""
    label = plain_label(label)
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
    if not bare or _REFERENCE.search(label) or _NOT_SPEAKERS.match(bare):
        return False
    if (_HEADS.match(bare) or _MATTERS.match(bare)) and not _speaks_for(label):
        return False
    if _DATE.search(bare) and not _NUMBERED.match(bare):
        return False
    return bare[0].isalpha() and ";" not in bare and len(bare.split()) <= 8


def _speaks_for(label: str) -> bool:
    """Tell "Kultura (Anna)", somebody who speaks for a matter, from the matter itself."""
    inside = _PARENTHESES.search(label)
    named = inside[1].split() if inside else []
    return any(word.casefold() in FIRST_NAMES for word in named)


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
