"""Roles: what a speaker's label or the speaker's own words tell, and who leads the meeting."""

from __future__ import annotations

import re
from collections import Counter

from qualcode.reading.voices.devices import is_device
from qualcode.study import FACILITATOR

FACILITATOR_WORD = re.compile(
    r"(?i)(?<![^\W_])(prowadząc\w*|prowadzac\w*|moderator\w*|moderacja|facylitator\w*|badacz\w*|"
    r"ankieter\w*|trener\w* prowadząc\w*|host|interviewer)(?![^\W_])"
)
ROLE_WORD = re.compile(
    r"(?i)^(mieszkan(?:ka|iec|cy)|seniorka?|opiekun(?:ka)?|rodzic|mama|tata|matka|ojciec|"
    r"radn[ya]|sołtys(?:ka)?|wójt|burmistrz(?:yni)?|starosta|starościna|wicestarosta|skarbni(?:k|czka)|"
    r"sekretarz|proboszcz|ksiądz|pastor|dyrektor(?:ka)?|kierowni(?:k|czka)|naczelni(?:k|czka)|"
    r"pracowni(?:k|ca)(?: socjaln[ya])?|asystent(?:ka)?(?: rodziny)?|pielęgniarka|położna|"
    r"leka(?:rz|rka)|psycholog|pedagog|terapeut(?:a|ka)|nauczyciel(?:ka)?|bibliotekarka|"
    r"polic(?:jant(?:ka)?|ja)|dzielnicow[ya]|strażak|wolontariusz(?:ka)?|prezes(?:ka)?|"
    r"przedsiębiorca|pracodawca|uczestni(?:k|czka)|uczennica|uczeń|respondent(?:ka)?|"
    r"głosy? z sali|głosy?|sala|ekspert(?:ka)?|karteczka|kartka|stolik|grupa|kurator(?:ka)?)\b"
)
_SAID_ROLE = re.compile(
    r"(?i)\bjestem (?:tu |tutaj |od \w+ )?((?:zastępcą |zastępczynią )?"
    r"(?:dyrektor(?:em|ką)|kierowni(?:kiem|czką)|sołtys(?:em|ką)|radn(?:ym|ą)|wójtem|burmistrzem|"
    r"pracowni(?:kiem|cą) socjaln(?:ym|ą)|asystent(?:em|ką)(?: rodziny)?|opiekun(?:em|ką)|mamą|matką|"
    r"tatą|ojcem|pielęgniarką|psycholog(?:iem|ką)|pedagogiem|terapeut(?:ą|ką)|nauczyciel(?:em|ką)|"
    r"prezes(?:em|ką)|seniorką|seniorem|emeryt(?:em|ką)|mieszkan(?:ką|cem)|bibliotekarką|proboszczem)"
    r"(?: (?:[GM]{0,2}OPS-?u?|MGOPS-?u?|PCPR-?u?|CUS-?u?|ŚDS-?u?|DPS-?u?|WTZ-?u?))?)\b"
)
_PARENTHESES = re.compile(r"\(([^)]*)\)")
_DASH = re.compile(r",|\s[–—-]\s")
_ANOTHER = re.compile(r"[A-ZŁŚŻ]{1,2}\d{1,2}")  # "U1, U2" speak at once
_SHORT = (
    r"(?:M-?G|[GM]{1,2})?OPS|D?CUS|ROPS|PCPR|MOPR|MCPR|[DŚS]DS|DPS|DDP|WTZ|ZAZ|CIS|KIS|KGW|OSP|PSP|"
    r"[PGM]UP|PPP|UTW|POZ|[SN]?P?ZOZ|[GM]KRPA|M?[GM]OK|[GM]CK|[GM]BP|PCK|PKPS|ZUS|KRUS|PFRON|LGD|NGO|"
    r"SOSW|OREW|UMiG|U[GM]|Caritas"
)
_UPPER = r"[^\W\d_a-ząćęłńóśźż]"
# an institution beside a name, and perhaps the place it is in: "Ania GOPS", "Pani z KGW Stary Dwór"
_AFTER = re.compile(
    rf"(?P<name>.+?)[\s_]+(?:ze?\s+|od\s+)?(?P<role>{_SHORT})(?:-?u|-?em|-ie)?"
    rf"(?:\s+we?)?(?:\s+{_UPPER}[\w.-]+){{0,3}}"
)
_BEFORE = re.compile(rf"(?P<role>{_SHORT})(?:$|[\s_])")
_PLACES = {
    "biblioteki": "biblioteka", "urzędu": "urząd", "szkoły": "szkoła", "przedszkola": "przedszkole",
    "parafii": "parafia", "straży": "straż", "policji": "policja", "przychodni": "przychodnia",
    "świetlicy": "świetlica", "fundacji": "fundacja", "stowarzyszenia": "stowarzyszenie",
    "poradni": "poradnia", "starostwa": "starostwo", "spółdzielni": "spółdzielnia",
    "koła": "koło", "klubu": "klub", "rady": "rada", "domu": "dom", "ośrodka": "ośrodek",
}  # fmt: skip
_FROM = re.compile(rf"(?P<name>.+?)\s+ze?\s+(?P<place>{'|'.join(_PLACES)})\b(?P<rest>.*)")
_WITHIN = re.compile(
    rf"(?P<name>.+?)\s(?P<role>{ROLE_WORD.pattern.removeprefix('(?i)^')}(?:\s(?:{_SHORT})(?!\w))?).*"
)
# an institution's name beside a person's: "Halina Klub Seniora", "Ola SP nr 2"; a word that is a
# surname as well, such as Klub or Szkoła, needs more words after it
_QUALIFIED = (
    r"(?:(?:Gminn|Miejsk|Wiejsk|Powiatow|Publiczn|Niepubliczn|Ochotnicz|Społeczn|Środowiskow|Dzienn)"
    r"(?:[yaei]|ie)\s+){0,2}"
)
_PHRASE = re.compile(
    rf"(?P<name>.+?)[\s_]+(?P<role>{_QUALIFIED}(?:"
    r"(?i:urząd|fundacja|stowarzyszenie|parafia|przychodnia|świetlica|biblioteka|przedszkole|poradnia|"
    r"starostwo|spółdzielnia)(?:\s.+)?|"
    r"(?i:szkoła|klub|koło|ośrodek|centrum|dom|rada|straż|zespół|środowiskowy dom|warsztat terapii)\s.+|"
    r"(?:SP|ZS|ZSP|ZSO|LO|PM)\s?(?:[Nn]r\s?)?\d+(?:\s.+)?))"
)
_INSTITUTION_FIRST = re.compile(_QUALIFIED.replace("{0,2}", "+") + r"|(?:Nasz|Wasz|Lokaln)\w*\s")
# the commonest first names and how they are shortened: alone in brackets they are no role
FIRST_NAMES = frozenset(
    "adam ada agata agnieszka ala aleksandra alicja amelia andrzej aneta anna ania antoni arek "
    "artur asia barbara basia bartek bartosz beata bogdan bogusia bożena cezary czesław damian "
    "danuta daria dariusz darek dawid dominik dorota edyta ela elżbieta emilia ewa ewelina filip "
    "franciszek gabriela genowefa gosia grażyna grzegorz grzesiek halina hanna hania helena "
    "henryk hubert ida irena iwona iza izabela jacek jadwiga jakub jan janek janina janusz "
    "jarek jarosław jerzy joanna jolanta józef julia jurek justyna kamil kamila karol karolina "
    "kasia katarzyna kazimierz kinga klaudia konrad krystyna krzysztof krzysiek kuba leszek "
    "lidia lucyna łukasz maciej maciek magda magdalena małgorzata marcin marek maria mariola "
    "mariusz marta martyna marysia mateusz michał mieczysław mirosław mirek monika natalia nina "
    "ola olga oliwia patrycja patryk paulina paweł piotr piotrek przemek przemysław rafał renata "
    "robert roman ryszard sebastian sławek sławomir stanisław stefan sylwia szymon tadeusz "
    "teresa tomasz tomek urszula ula wanda wiesława wiesław wiktor wiktoria witold władysław "
    "wojciech wojtek zbigniew zbyszek zdzisław zenon zofia zosia zuzanna zuza zygmunt".split()
)
# what a name is made of; who was something once is it no longer
_NAME = re.compile(rf"(?:(?:{_UPPER}|p\b|pani?\b|dr\b|ks\b|mgr\b|[os]\b|br\b)[\w.-]*[\s_]*)+")
_FORMER = re.compile(r"(?i)\b(?:był[ay]|b\.|eks-?|emeryt\w*)")
_CUE = re.compile(
    r"(?i)\b(przejdźmy|przechodzimy|przechodząc|kolejne pytanie|następne pytanie|pytanie (?:pierwsze|"
    r"drugie|trzecie|czwarte|piąte|szóste|ostatnie|numer)|kto (?:chciałby|jeszcze|zacznie|pierwszy)|"
    r"kto z państwa|czy ktoś|jeszcze ktoś|ktoś jeszcze|oddaję głos|proszę o (?:głos|zabranie)|"
    r"proszę (?:bardzo )?pan(?:i|a|ią)?|dziękuję (?:bardzo|państwu|pani|panu)|dzień dobry państwu|"
    r"witam|zapiszę|zapisuję|notuję|dopytam|dopytuję|a jak (?:u|w)|co państwo|jak państwo|"
    r"zaczynamy|zacznijmy|podsumuj\w*|mamy (?:jeszcze )?\w+ minut|przerwa|na tablicy|na ekranie|"
    r"ostatnie pytanie|pytanie (?:brzmi|pierwsze|drugie)|pierwsze pytanie|drugie pytanie|"
    r"to teraz|idziemy dalej|runda|arkusz|kończymy|kto (?:pierwszy|następny|z was)|proszę mówić|"
    r"po jednym|wpisuję|wpiszę|zanotuję|to (?:zapisuję|notuję)|dopytuję|co wy na to|jakie (?:mają|macie))\b"
)
_STAFF = re.compile(
    r"(?i)\b([GM]{0,2}OPS\w*|PCPR|MOPR|CUS|DCUS|ŚDS|DPS|WTZ|urząd\w*|(?:wice|z-ca |zastępc\w+ )?"
    r"(?:dyrektor|kierowni[kc]|wójt|burmistrz|staro[sś][tc]|sekretarz|skarbni|naczelni[kc])\w*|"
    r"pracowni[kc]\w* socjaln\w+|sołtys\w*|radn[yaą])(?![^\W_])"
)
_COURTESY = re.compile(r"(?i)(witam|dziękuję|dzień dobry)")
_ASKS = 0.5  # share of turns with which somebody of the staff asks rather than answers
_CERTAIN = 0.6
_OPENS, _CLOSES = 2, 1


def role_of(label: str) -> str:
    """Return the role a label tells.

    The facilitator's word anywhere, an institution or function in brackets, after a comma or a
    dash, or a word for a role at the start; an institution known by its letters or a word for a
    role beside a name; ``""`` when there is none.

    Examples
    --------
    >>> role_of("Anna K. (GOPS)"), role_of("p. Grażyna – opiekunka"), role_of("iPhone (2)")
    ('GOPS', 'opiekunka', '')
    >>> role_of("Ola SP nr 2"), role_of("Halina Klub Seniora"), role_of("iPhone (Zbyszek)")
    ('SP nr 2', 'Klub Seniora', '')
    >>> role_of("Kowalska MOPS"), role_of("Pani z KGW"), role_of("Pan Jan sołtys"), role_of("Ania")
    ('MOPS', 'KGW', 'sołtys', '')
    """
    if FACILITATOR_WORD.search(label):
        return FACILITATOR
    inside = _PARENTHESES.search(label)
    if inside and any(letter.isalpha() for letter in inside[1]):
        # "iPhone (Zbyszek)": the bracket says whose phone it is
        named = is_device(label) or inside[1].strip().casefold() in FIRST_NAMES
        return "" if named else inside[1].strip()
    match = ROLE_WORD.match(label)
    if match:
        return match[1].lower()
    before = _BEFORE.match(label)
    if before:
        return before["role"]  # "PCPR Beata", "GOPS – Anna Lis"
    parts = [part.strip() for part in _DASH.split(label, maxsplit=1)]
    if len(parts) > 1 and any(letter.isalpha() for letter in parts[1]):
        return "" if _ANOTHER.fullmatch(parts[1]) else parts[1]
    return _beside(label)


def _beside(label: str) -> str:
    """Return the institution or the word for a role that stands beside a name without a mark.

    Only institutions of a closed list and words for roles are taken, so that no name becomes one.
    """
    # "Gminny Ośrodek Kultury" is nobody's name
    phrases = () if _INSTITUTION_FIRST.match(label) else (_PHRASE,)
    for pattern in (_AFTER, _FROM, _WITHIN, *phrases):
        match = pattern.fullmatch(label)
        if match and _NAME.fullmatch(match["name"]) and not _FORMER.match(match["name"]):
            if pattern is _FROM:
                return f"{_PLACES[match['place']]}{match['rest'].rstrip()}"
            return match["role"]
    return ""


def said_role(text: str) -> str:
    """Return the role someone gives in the first words ("Jestem sołtysem…"), in the nominative."""
    match = _SAID_ROLE.search(text[:300])
    if not match:
        return ""
    return " ".join(_nominative(word) for word in match[1].split())


def _nominative(word: str) -> str:
    for ending, new in (
        ("owcem", "owiec"), ("ańcem", "aniec"), ("ojcem", "ojciec"), ("kiem", "k"), ("giem", "g"),
        ("em", ""), ("ym", "y"), ("ynią", "yni"), ("ępcą", "ępca"), ("ą", "a"),
    ):  # fmt: skip
        if word.endswith(ending) and word.lower() == word:
            return word[: -len(ending)] + new
    return word.replace("-u", "") if word.isupper() is False and word[:1].isupper() else word


def answers_as_staff(turns: list[tuple[str, str]], role: str) -> bool:
    """Tell somebody of the local staff who mostly makes statements, and so does not lead.

    Parameters
    ----------
    turns : list of (speaker, text)
        Those of this speaker.
    role : str
        As the label, the table of speakers or the speaker says.
    """
    told = role or next((said for _, text in turns if (said := said_role(text))), "")
    return bool(_STAFF.search(told)) and sum(_asks(text) for _, text in turns) < _ASKS * len(turns)


def _leads(text: str) -> bool:
    return bool(_CUE.search(text)) or text.rstrip().endswith("?")


def _asks(text: str) -> bool:
    """Tell a turn that asks or passes the word; greetings and thanks anybody may say."""
    passes = any(not _COURTESY.match(cue[0]) for cue in _CUE.finditer(text))
    return passes or text.rstrip().endswith("?")


def _leads_few(
    name: str, turns: list[tuple[str, str]], said: Counter[str], led: Counter[str]
) -> bool:
    """Tell who leads with three turns only: asks in each, alone does so, and several answer."""
    if said[name] != 3 or led[name] != 3 or led.total() > 4:
        return False
    answers: list[set[str]] = []
    for speaker, _ in turns:
        if speaker == name:
            answers.append(set())
        elif answers and speaker:
            answers[-1].add(speaker)
    # of two people, who asks leads; among more, somebody may ask the mayor three times
    return len(said) == 2 or sum(len(group) > 1 for group in answers) > 1


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
        The name and a confidence between 0 and 1; the name is ``""`` when nobody stands out.
    """
    said = Counter(speaker for speaker, _ in turns if speaker)
    if len(said) < 2 or len(turns) < 8:
        return "", 0.0
    led = Counter(speaker for speaker, text in turns if speaker and _leads(text))
    cues = led.copy()
    named = [speaker for speaker, _ in turns if speaker]
    cues[named[0]] += _OPENS  # who leads usually has the first word, and often the last
    cues[named[-1]] += _CLOSES
    weight = {
        name: cues[name] ** 2 / said[name]
        for name in said
        if cues[name] >= 3
        and led[name]  # the first and the last word alone make nobody a leader
        and (said[name] >= 4 or _leads_few(name, turns, said, led))
    }
    if not weight:
        return "", 0.0
    ranked = sorted(weight, key=lambda name: (-weight[name], name))
    best = weight[ranked[0]]
    second = weight[ranked[1]] if len(ranked) > 1 else 0.0
    # how far the first stands out, and how much there was to judge by
    confidence = best / (best + second) * min(1.0, 0.5 + cues[ranked[0]] / 10)
    return (ranked[0] if confidence >= _CERTAIN else ""), round(confidence, 2)
