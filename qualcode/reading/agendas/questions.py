"""The question under discussion: the discussion guide, and headings that name its questions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from qualcode import resources
from qualcode.errors import InputError, MisuseError
from qualcode.wording import quoted

GUIDE_NAMES = ("pytania.yaml", "pytania.yml", "pytania.txt", "questions.yaml", "questions.txt")
_NUMBER = re.compile(
    r"^\s*(?:(?:pytanie|punkt|temat|blok|część|ad\.?)\s+)?(?:\d{1,2}|[IVX]{1,4})\s*[.):]\s*(?=\S)",
    re.I,
)
_POINT = re.compile(r"(?i)^(?:pytanie|punkt|temat|blok|część)\s+(?:\d{1,2}|[IVX]{1,4})\s*[.):]")
_NO_QUESTION = re.compile(
    r"(?i)^(?:pozostałe|inne|zakończenie|podsumowanie|wstęp|powitanie|otwarcie|uczestni\w+|obecni|"
    r"wprowadzenie|przebieg|ustalenia|wnioski|załącznik\w*|lista|protokół|protokol|transkrypcj\w+|"
    r"zapis|warsztat\w*|spotkani\w+|notatk\w+|wywiad\w*|metryczk\w+|transcript\w*|część wstępna)\b"
)
# a question, and perhaps a word on it in brackets; what is answered in the same breath is speech
_ASKS = re.compile(r"\?[?!.”\"’']*(?:\s*[(\[–-].{0,80})?$")
_SAID = re.compile(r"^[-–—•*·„]")  # a dash or a quotation mark opens speech, a bullet an item
_WORD = re.compile(r"\w+")
_BARE = re.compile(r"[^\W_]+")
_MAX_HEADING = 160
_HALF = 0.5  # share of the distinctive words that names a question of one's own
_GENERIC = (  # beginnings of words that tell no question from another, without diacritics
    *("jaki", "jaka", "jak", "czego", "czym", "ktor", "kto", "gdzie", "panstw", "uslug", "gmin"),
    *("najbardz", "najwazn", "jest", "sa", "maja", "mamy", "mieli", "spolecz", "dziala", "gdyby"),
    *("warto", "zostaw", "tylko", "dzis", "swiadcz", "miedzy", "moze", "potrzeb", "nasz", "co"),
)
_MATCHED = 1000  # letters of a text that may name a question
PASS_ON = re.compile(
    r"(?i)\b(pytani\w*|przejd\w+|przechodz\w+|idziemy dalej|kolejn\w+|następn\w+|pierwsz\w+|drug\w+|"
    r"trzec\w+|czwart\w*|piąt\w*|szóst\w*|ostatni\w*|teraz|zaczn\w+|zaczyna\w+|porozmawia\w+|"
    r"temat\w*|blok\w*|arkusz\w*|rund\w+|tablic\w+|finał|na koniec)\b"
)
_ORDINALS = [
    re.compile(rf"(?i)\b(?:{word}|pytanie (?:nr |numer )?{number})\b")
    for number, word in enumerate(
        [r"pierwsz\w+", r"drug\w+", r"trzec\w+", r"czwart\w*", r"piąt\w*", r"szóst\w*"], 1
    )
]
CLOSE = re.compile(
    r"(?i)\b(kończymy|na dziś wystarczy|na tym (?:zako|sko)\w+|dziękuję (?:państwu|wszystkim|bardzo|"
    r"wam)|do widzenia|szerokiej drogi|raport|wyślę|prześlę|podsumow\w+)"
)


@dataclass(frozen=True)
class Question:
    """A question of a discussion guide and what it is known by.

    Parameters
    ----------
    id, text : str
    words : tuple of tuple of str
        Groups of word beginnings; the question is meant when all of one group occur.
    cues : str
        Regular expression of phrases a facilitator opens it with; may be empty.
    guide, place : str, int
        The guide it belongs to and its usual place there, from 1.
    special : str
        Few meetings put it: regular expression of words one of which is said where it begins or
        soon after; empty for a usual question.
    own : tuple of str
        Beginnings of its distinctive words, when nothing but its text is given.
    """

    id: str
    text: str
    words: tuple[tuple[str, ...], ...]
    cues: str = ""
    guide: str = ""
    place: int = 1
    special: str = ""
    own: tuple[str, ...] = ()


Guide = tuple[Question, ...]


@cache
def known_questions() -> Guide:
    """Return the questions of the shipped discussion guide."""
    return _parsed(resources.find("models/cus/questions.yaml"))


def load_guide(source: str | Path | Iterable[str] | None) -> Guide:
    """Return a discussion guide.

    Parameters
    ----------
    source : None, path, or iterable of str
        None for the shipped guide; a file with one question a line, or in YAML with the keys of
        the shipped one (``text`` is enough); or the questions themselves.

    Raises
    ------
    MisuseError
        When the file does not exist.
    InputError
        When it holds no question.
    """
    if source is None:
        return known_questions()
    if not isinstance(source, str | Path):
        return _plain(source)
    path = Path(source)
    if not path.is_file():
        raise MisuseError(f"Nie ma pliku z pytaniami {quoted(str(source))}; sprawdź ścieżkę.")
    if path.suffix.lower() in (".yaml", ".yml"):
        return _parsed(path)
    from qualcode.reading.decoding import read_text

    return _plain(read_text(path)[0].split("\n"))


def _parsed(path: Path) -> Guide:
    import yaml

    wrong = InputError(
        f"{path.name}: pytania mają być listą YAML: w każdym wpisie „text” z treścią pytania."
    )
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise wrong from error
    if isinstance(entries, list) and entries and all(isinstance(e, str) for e in entries):
        return _plain(entries)
    found = []
    for number, entry in enumerate(entries if isinstance(entries, list) else [], 1):
        if not isinstance(entry, dict) or not str(entry.get("text") or "").strip():
            raise wrong
        text = str(entry["text"]).strip()
        groups = entry.get("words") or []
        place = entry.get("place")
        found.append(
            Question(
                id=str(entry.get("id") or number),
                text=text,
                words=tuple(tuple(map(str, group)) for group in groups if isinstance(group, list))
                or _stems(text),
                cues=_pattern(entry.get("cues"), path.name),
                guide=str(entry.get("guide") or ""),
                place=place if isinstance(place, int) else number,
                special=_pattern(entry.get("special"), path.name),
            )
        )
    if not found:
        raise wrong
    return tuple(found)


def _pattern(cues: object, file: str) -> str:
    try:
        re.compile(str(cues or ""))
    except re.error as error:
        raise InputError(
            f"{file}: {quoted(str(cues))} nie jest poprawnym wyrażeniem regularnym."
        ) from error
    return str(cues or "")


def _plain(texts: Iterable[str]) -> Guide:
    clean = [_NUMBER.sub("", text).strip() for text in texts]
    kept = [text for text in clean if text]
    if not kept:
        raise InputError("W spisie pytań nie ma żadnego pytania; wpisz po jednym w wierszu.")
    return tuple(
        Question(str(place), text, _stems(text), place=place, own=_distinctive(text))
        for place, text in enumerate(kept, 1)
    )


def _stems(text: str) -> tuple[tuple[str, ...], ...]:
    """Return groups that know a question by two of its longer words in any form."""
    stems = [word.lower()[:5] for word in _WORD.findall(text) if len(word) >= 5]
    if len(stems) < 2:
        return (tuple(stems or [text.lower()]),)
    return tuple((a, b) for n, a in enumerate(stems) for b in stems[n + 1 :] if a != b)


def _distinctive(text: str) -> tuple[str, ...]:
    """Return the beginnings of the words that tell a question from others."""
    words = [word for word in fold_text(text).split() if len(word) >= 4]
    return tuple(dict.fromkeys(w[: max(4, min(5, len(w) - 4))] for w in words if not _plainly(w)))


def _plainly(word: str) -> bool:
    """Tell a word that any question may hold."""
    return word.startswith(_GENERIC)


def clearly_names(text: str, question: Question) -> bool:
    """Tell whether a text names a question by a word of its own, not by "usługi" or "gmina"."""
    words = set(fold_text(text[:_MATCHED]).split())
    if question.own:
        return _share(words, question) >= _HALF
    return any(
        any(not _plainly(fold_text(start)) for start in group)
        and all(any(_begins(word, _folded(start)) for word in words) for start in group)
        for group in question.words
    )


def _share(words: set[str], question: Question) -> float:
    """Return the share of the distinctive words of a question that are said."""
    said = [stem for stem in question.own if any(word.startswith(stem) for word in words)]
    return len(said) / len(question.own) if question.own else 0.0


def match_question(text: str, guide: Guide | None = None) -> str:
    """Return the question of a guide a text names, or an empty string.

    Parameters
    ----------
    text : str
        A heading or a sentence of the facilitator.
    guide : tuple of Question, optional
        The shipped one by default.
    """
    return next(iter(_named(text, known_questions() if guide is None else guide)), "")


def named_questions(text: str, guide: Guide) -> list[str]:
    """Return every question of a guide a text names, in the order of the guide's entries."""
    return list(_named(text, guide))


def _named(text: str, guide: Guide) -> Iterator[str]:
    words = set(fold_text(text[:_MATCHED]).split())
    shares = {question.text: _share(words, question) for question in guide if question.own}
    yield from (t for t, s in sorted(shares.items(), key=lambda item: -item[1]) if s >= _HALF)
    for question in guide:
        if not question.own and any(
            all(any(_begins(word, _folded(start)) for word in words) for start in group)
            for group in question.words
        ):
            yield question.text


_folded = cache(lambda start: fold_text(start) + "." * start.endswith("."))


def fold_text(text: str) -> str:
    """Return words alone: lower case, no punctuation, no diacritics."""
    return " ".join(_BARE.findall(fold_marks(text.lower())))


def fold_marks(text: str) -> str:
    """Return a text without diacritics, as a chat or a narrow keyboard spells it."""
    plain = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("Ł", "L"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _begins(word: str, start: str) -> bool:
    return word == start[:-1] if start.endswith(".") else word.startswith(start)


def ordinals(text: str) -> set[int]:
    """Return the numbers of questions that the beginning of a text announces."""
    return {number for number, pattern in enumerate(_ORDINALS, 1) if pattern.search(text[:60])}


def is_numbered(line: str) -> bool:
    """Tell a line that begins with a number: "2. Jakie są bariery?", "Pytanie 3: …"."""
    return bool(_NUMBER.match(line.strip().lstrip("#").strip()))


def heading_question(
    line: str, guide: Guide | None = None, *, marked: bool = False, alone: bool = False
) -> str | None:
    """Return the question a heading puts, ``""`` for a heading that ends it, None for speech.

    Parameters
    ----------
    line : str
        A line that no speaker label begins.
    guide : tuple of Question, optional
        The shipped one by default.
    marked : bool
        The format marks it as a heading.
    alone : bool
        It stands between empty lines in a text whose turns have labels.
    """
    bare = line.strip().lstrip("#").strip()
    numbered = bool(_NUMBER.match(bare))
    text = _NUMBER.sub("", bare).strip()
    if not text or len(text) > _MAX_HEADING or (_SAID.match(bare) and not marked):
        return None
    known = match_question(text, guide)
    asks = bool(_ASKS.search(text))
    if known and (asks or marked or numbered or alone):
        return text
    if marked or alone or _POINT.match(bare):
        return "" if _NO_QUESTION.match(text) else text
    return text if asks and numbered else None
