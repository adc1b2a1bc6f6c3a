"""Texts in which nobody is named: which of their lines are a header or a heading, and no speech.

There every line may be somebody's words. Only what is plainly a header ("Gmina Kłaj, 14 marca
2024 r.") or puts a question at the beginning of a section is none, and the reader is told.
"""

from __future__ import annotations

import math
import re

from qualcode.errors import Problem
from qualcode.reading.agendas.questions import Guide, is_numbered, match_question
from qualcode.reading.dates import parse_date
from qualcode.reading.drafts import Block
from qualcode.reading.metadata import title_entries
from qualcode.reading.tables.written import is_posted
from qualcode.wording import counted, listed, quoted

_LONGEST_TITLE, _LONGEST_QUESTION = 15, 14  # words
_LONGEST_ASKED = 400  # letters of a question with what stands in brackets
_FEW = 2  # words of a line that is a name of a place alone
_LONGEST_SAID = 160  # letters of an announcement with its question
_CLOSING = 4  # words of a line such as „Ustalenia:”
_SHOWN, _BRIEF = 6, 100  # lines shown in a note, letters of each
_DASH = "jeśli to czyjeś słowa, zacznij je od myślnika"
_SENTENCE = re.compile(r"[!?…]$|(?<!\br)(?<!\bgodz)\.$")  # „2024 r.” ends no sentence
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")
_INSIDE = re.compile(r"[.!?…]\s+\w")  # a second sentence
_TOLD = re.compile(  # verbs of the third person and the like: a line with one says something
    r"\b(?!szkoł|koł|skał)[a-ząćęłńóśźż]+(?:(?<!ó)ł|ła|ło|li|ły|łam|łem)\b|"
    r"\b(?:jest|są|ma|mają|nie|było|będzie|trzeba|brakuje|można)\b"
)
_DOCUMENT = re.compile(  # what the title of a document begins with
    r"(?i)^(?:(?:protok[oó]ł|notatka|notatki ze?|transkrypcja|zapis|sprawozdanie|wywiad|"
    r"flip-?charty?)\b|"
    # "Warsztaty dla rodziców" and "Konsultacje psychologiczne" are what people want
    r"(?:warsztat|spotkanie|zebranie|debata|diagnoza)\b(?! (?:dla|psycholog\w+|dzieci)\b)|"
    r"konsultacje (?:społeczne|w|ws\.?|dotyczące|CUS|z mieszkańcami)\b)"
)
_ENTRY = re.compile(  # an entry of a header: „Obecni: 14 osób”
    r"(?i)^(?:(?:obecn[ia]|lista obecności|uczestni(?:cy|czki|czyli)|(?:w spotkaniu )?(?:udział )?wzięli"
    r"(?: udział)?|nieobecn[ia]|porządek (?:obrad|spotkania))\b[^:.?]{0,40}|"
    # "Czas dojazdu do lekarza: dwie godziny" tells of the life there, not of the meeting
    r"(?:miejsce|data|termin|czas(?: trwania)?|godzina|temat|protokołował\w?|protokolant(?:ka)?|"
    r"sporządził\w?)(?: (?:spotkania|warsztatu|zebrania|wywiadu|konsultacji|debaty|rozmowy|nagrania|"
    r"rozpoczęcia|zakończenia|i|oraz|miejsce|data|godzina))*)\s*:"
)
_PLACED = re.compile(r"(?i)^(?:gmin[ay]|gm\.|miasto|powiat|woj\.|województwo)\s")
_HEADER_WORD = re.compile(  # words beside the names in a line of place and date
    r"(?:gmin\w*|gm|miast\w*|miejsk\w+|wiejsk\w+|powia\w+|woj\w*|i|w|we|nad|dnia|dn|r|roku|godz|"
    r"sal[aąi]|świetlic\w+|remiz\w+|dom\w*|kultury|ośrod\w+|szko[lł]\w+|podstawow\w+|bibliote\w+|"
    r"urz[aąę]\w+|stolik\w*|grup\w+|warsztat\w*|spotkani\w+|stycz\w+|lut\w+|mar[zc]\w+|kwie\w+|maj\w*|"
    r"czerw\w+|lip\w+|sierp\w+|wrze\w+|paźdz\w+|listop\w+|grud\w+)"
)
_CLOSES = re.compile(
    r"(?i)^(?:ustaleni\w+|wnios\w+|podsumowani\w+|zakończeni\w+|załącznik\w*|uwagi|rekomendacj\w+|"
    r"przebieg|porządek|pozostałe|inne|sprawy różne)\b"
)
# how somebody asks who answers at the same time, or speaks of himself
_SPOKEN = re.compile(
    r"(?i)^(?:a|i|ale|no|bo|to|więc|tylko|albo|ja|tak|nie|dobra|właśnie|zresztą|ciekawe|u nas)\b|"
    r"\b(?:naprawdę|przecież|w ogóle|ja|mnie|mną|mi|m[oó]j\w*|mam|jestem|muszę|ktoś)\b"
)
_COUNTED = r"(?:pierwsz|drug|trzec|czwart|piąt|szóst|ostatni|kolejn|następn)\w*"
_ANNOUNCES = re.compile(rf"(?i)\b(?:pytani\w+ (?:nr )?(?:{_COUNTED}|\d)|{_COUNTED} pytani\w+)\b")
_LEADS = re.compile(r"(?i)\b(?:zaczn\w+|zaczyna\w+|przejd\w+|przechodz\w+|ostatni\w+)\b")
_QUESTION = re.compile(r"\?[?!.”\"’']*$")


def is_title(block: Block) -> bool:
    """Tell a line of the header of a text without speakers; a recording has no header.

    Examples
    --------
    >>> is_title(Block("Gmina Raciechowice, 11.04.2024 r.")), is_title(Block("Obecni: 14 osób."))
    (True, True)
    >>> is_title(Block("Warsztat był nudny")), is_title(Block("Gmina Kłaj nas nie słucha."))
    (False, False)
    """
    line = block.text.strip()
    if block.speaker is not None or not math.isnan(block.time) or len(line) > 300:
        return False
    if _ENTRY.match(line):
        return "?" not in line
    if _SENTENCE.search(line) or len(line.split()) > _LONGEST_TITLE or _TOLD.search(line):
        return False
    return bool(_DOCUMENT.match(line)) or is_place(line)


def is_place(line: str) -> bool:
    """Tell a line of nothing but the place and the date of a meeting."""
    words = re.findall(r"[^\W\d_]+", line)
    if not words or not line[0].isalnum() or not title_entries(line) or _SENTENCE.search(line):
        return False
    small = [word for word in words if word[0].islower()]
    named = bool(_PLACED.match(line) or parse_date(line)) or len(words) <= _FEW
    return named and all(_HEADER_WORD.fullmatch(word) for word in small)


def closes(line: str) -> bool:
    """Tell a line that ends the questions: „Ustalenia:”."""
    bare = line.strip()
    return bare.endswith(":") and len(bare.split()) <= _CLOSING and bool(_CLOSES.match(bare))


def may_ask(block: Block, guide: Guide) -> bool:
    """Tell a line that puts a question of the guide, and nothing besides.

    Examples
    --------
    >>> from qualcode.reading.agendas.questions import known_questions
    >>> may_ask(Block("Jakie są bariery?"), known_questions())
    True
    >>> may_ask(Block("Jakie bariery? Brak ludzi, a skąd ich wziąć?"), known_questions())
    False
    """
    if block.speaker or block.heading or len(block.text) > _LONGEST_ASKED:
        return False
    line = _BRACKETS.sub("", block.text.strip())
    if not _QUESTION.search(line):
        return False
    if len(line.split()) > _LONGEST_QUESTION or _INSIDE.search(line) or _SPOKEN.search(line):
        return False
    return bool(match_question(line, guide))


def announces(block: Block, before: Block | None, guide: Guide) -> bool:
    """Tell words only who leads says: „Przejdźmy do pytania drugiego: jakie mamy priorytety?”.

    The announcement may be the sentence before: „Zacznijmy od pierwszego pytania.”
    """
    line = block.text.strip()
    if block.speaker or len(line) > _LONGEST_SAID or not _QUESTION.search(line):
        return False
    if _ANNOUNCES.search(line):
        return bool(_LEADS.search(line) or match_question(line, guide))
    told = "" if before is None or before.speaker else before.text
    return bool(_ANNOUNCES.search(told) and _LEADS.search(told)) and may_ask(block, guide)


class Prose:
    """What the layout of a text without speakers tells of its lines, and what is to be told of them."""

    def __init__(self, blocks: list[Block], guide: Guide) -> None:
        self.guide = guide
        self.posted = any(is_posted(block.speaker, block.role) for block in blocks)
        begins = [block.gap for block in blocks if may_ask(block, guide)]
        # most questions stand where a section begins; else their place tells nothing
        self.sections = 2 * sum(begins) > len(begins)
        self.titles: list[str] = []
        self.headings: list[str] = []
        self.doubtful: list[str] = []

    def titled(self, block: Block) -> bool:
        """Tell a line of the header; above sticky notes any short line is one."""
        line = block.text.strip()
        above = self.posted and len(line.split()) <= _LONGEST_TITLE and line[0].isupper()
        if not is_title(block) and not (above and not _SENTENCE.search(line)):
            return False
        if not is_place(line):
            self.titles.append(line)
        return True

    def asked(
        self, block: Block, asked: str | None, before: Block | None, following: Block | None
    ) -> str | None:
        """Return what a line puts that its words make a heading, None where its place makes it speech."""
        if closes(block.text):
            return ""
        if announces(block, before, self.guide):
            self.headings.append(block.text.strip())
            return block.text.strip()
        if not asked:
            return asked
        if self._heads(block, before, following):
            self.headings.append(block.text.strip())
            return asked
        if may_ask(block, self.guide):
            self.doubtful.append(block.text.strip())
        return None

    def _heads(self, block: Block, before: Block | None, following: Block | None) -> bool:
        """Tell a heading by its place: a number (but not of an item), or the begin of a section."""
        if is_numbered(block.text):
            beside = [b for b in (before if not block.gap else None, following) if b]
            items = sum(is_numbered(b.text) and not _QUESTION.search(b.text) for b in beside)
            return items < 2 if "?" in block.text else not any(is_numbered(b.text) for b in beside)
        first = block.gap and self.sections and following is not None
        return first and math.isnan(block.time) and may_ask(block, self.guide)

    def problems(self, name: str) -> list[Problem]:
        """Return what a user should check of a transcript."""
        told = (
            (self.titles, "za nagłówek pliku, a nie czyjeś słowa, uznano", _DASH),
            (self.headings, "w tekście bez mówców za nagłówki uznano", _DASH),
            (
                self.doubtful,
                "w tekście bez mówców policzono jako czyjeś słowa",
                "jeśli to pytania scenariusza, zacznij je numerem i kropką",
            ),
        )
        return [
            Problem(name, f"{what}: {_shown(lines)}; {mend}.")
            for lines, what, mend in told
            if lines
        ]


def _shown(lines: list[str]) -> str:
    kept = list(dict.fromkeys(lines))
    shown = [quoted(line if len(line) <= _BRIEF else f"{line[:_BRIEF]}…") for line in kept[:_SHOWN]]
    more = len(kept) - _SHOWN
    rest = [counted(more, "inny wiersz", "inne wiersze", "innych wierszy")] if more > 0 else []
    return listed([*shown, *rest])
