"""Words of topics in results for publication: none that few people said, and no names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from qualcode.polish.documents import documents
from qualcode.privacy.detection import Finder
from qualcode.privacy.mentions import PERSON, PLACE
from qualcode.privacy.names.inflection import COMMON, FORENAME, PLACE_NAME, SURNAME, readings
from qualcode.reports.blocks import Block, Figure, Quotes, Report, Table
from qualcode.reports.material import inside
from qualcode.study import Study
from qualcode.topicmodel import REST
from qualcode.topicmodel.words import lemma_of
from qualcode.wording import counted, listed, quoted

TOPICS, PROPOSED = "tematy", "propozycje-kodow"
_FIGURES = ("tematy-mapa", "tematy-wielkosc", "tematy-gmina")
_WORD = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)*")
_PARTS = re.compile(r", | i ")
_BACK = re.compile(r"powracają\s+słowa\s+[^.]*\.")
_NAMING = frozenset([FORENAME, SURNAME, PLACE_NAME])
_LOOKED_AT = 40
"""Statements with a word that are looked at for a name: as many show what it is."""


def discreet(report: Report, k: int) -> Report:
    """Return a report whose topics are called by no name and by no word of fewer than ``k`` people.

    Parameters
    ----------
    report : Report
        Of a study with its statements.
    k : int
    """
    table = next((table for table in report.tables if table.id == TOPICS), None)
    if table is None:
        return report
    speech = _Speech(report.study, k)
    titles: dict[str, str] = {}
    rows = zip(table.data["Nr"], table.data["Temat"], table.data["Słowa"], strict=True)
    for number, title, words in rows:
        if title not in REST:
            new = _title(str(number), str(title), str(words), speech)
            titles[str(title)] = new if new not in titles.values() else f"temat {number}"
    changed = {old: new for old, new in titles.items() if old != new}
    return replace(
        report, blocks=tuple(_renamed(block, changed, speech) for block in report.blocks)
    )


def _title(number: str, title: str, words: str, speech: _Speech) -> str:
    """Return a title without what may not be said: its other parts, or other words of the topic."""
    parts = [part for part in _PARTS.split(title) if part]
    kept = [part for part in parts if speech.free(part)]
    if len(kept) == len(parts):
        return title
    others = [word for word in words.split(", ") if word and speech.free(word)][:2]
    return listed(kept or others) or f"temat {number}"


def _renamed(block: Block, titles: dict[str, str], speech: _Speech) -> Block:
    if isinstance(block, Table) and block.id == TOPICS:
        words = [_kept(text, speech) for text in block.data["Słowa"]]
        names = [titles.get(name, name) for name in block.data["Temat"]]
        left_out = words != block.data["Słowa"].tolist() or bool(titles)
        note = f"{block.note} {speech.remark}" if left_out else block.note
        data = block.data.assign(Temat=names, Słowa=words)
        return replace(block, data=data, note=note.strip())
    if isinstance(block, Table) and block.id == PROPOSED:
        return _proposals(block, titles, speech)
    if isinstance(block, Figure) and block.id in _FIGURES:
        return _figure(block, titles)
    if isinstance(block, Quotes):
        number, dot, title = block.label.partition(". ")
        return replace(block, label=f"{number}{dot}{titles[title]}") if title in titles else block
    return block


def _figure(figure: Figure, titles: dict[str, str]) -> Figure:
    alt = figure.alt
    for old, new in sorted(titles.items(), key=lambda item: -len(item[0])):
        alt = re.sub(rf"(?<!\w)(?:{re.escape(old)}|{re.escape(inside(old))})(?!\w)", new, alt)
    data = figure.data.rename(index=lambda name: titles.get(name, name))
    if "label" in data:
        data = data.assign(label=[titles.get(name, name) for name in data["label"]])
    return replace(figure, data=data, alt=alt)


def _proposals(table: Table, titles: dict[str, str], speech: _Speech) -> Table:
    capitals = {old[:1].upper() + old[1:]: new for old, new in titles.items()}
    rows = zip(*(table.data[name] for name in ("Nr", "Proponowany kod", "Nazwa")), strict=True)
    codes, names = [], []
    for number, code, name in rows:
        new = capitals.get(name, "")
        codes.append(f"temat.temat_{number}" if new else code)
        names.append(new[:1].upper() + new[1:] or name)
    told = [
        _BACK.sub(lambda found: _returning(found[0], speech), t) for t in table.data["Definicja"]
    ]
    data = table.data.assign(**{"Proponowany kod": codes, "Nazwa": names, "Definicja": told})
    return replace(table, data=data)


def _returning(text: str, speech: _Speech) -> str:
    words = [word for word in re.findall("„([^„”]+)”", text) if speech.free(word)]
    return (
        f"powracają słowa {listed(map(quoted, words))}." if words else "powraca ten sam przedmiot."
    )


def _kept(words: str, speech: _Speech) -> str:
    return ", ".join(word for word in words.split(", ") if speech.free(word))


class _Speech:
    """What was said, by how many people, and whether as a name.

    Parameters
    ----------
    study : Study
    k : int
        Words of fewer people are not free to be told.
    """

    def __init__(self, study: Study, k: int) -> None:
        self.k = k
        self._study = study
        self._texts = study.said["text"].tolist()
        people = (study.said["transcript"] + "\0" + study.said["speaker"]).tolist()
        self._people: dict[str, set[str]] = defaultdict(set)
        self._places: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        docs = documents(self._texts, None, ("lemmas", "parts_of_speech"))
        for n, (doc, person) in enumerate(zip(docs, people, strict=True)):
            for token in doc:
                lemma = lemma_of(token).lower()
                self._people[lemma].add(person)
                self._places[lemma].append((n, token.idx, token.idx + len(token)))
        self._free: dict[str, bool] = {}

    @property
    def remark(self) -> str:
        """Return the note on words left out."""
        people = counted(self.k, "osoba", "osoby", "osób")
        return f"Pominięto słowa, których użyło mniej niż {people}, i nazwiska."

    def free(self, text: str) -> bool:
        """Say whether every word of a text may be told: enough people said it, and as no name."""
        return all(self._is_free(word) for word in _WORD.findall(text))

    def _is_free(self, word: str) -> bool:
        if word not in self._free:
            lemmas = [lemma for lemma in _lemmas(word) if lemma in self._people]
            said = [lemma for lemma in lemmas if len(self._people[lemma]) >= self.k]
            # a word nobody said comes from the form of the title alone: a preposition
            self._free[word] = (bool(said) or not lemmas) and not self._is_name(word, said)
        return self._free[word]

    def _is_name(self, word: str, lemmas: Iterable[str]) -> bool:
        known = readings(word)
        places = [place for lemma in lemmas for place in self._places[lemma]][:_LOOKED_AT]
        if not places or (known and not any(reading.kind in _NAMING for reading in known)):
            return False
        found = self._finder.texts([self._texts[n] for n, _, _ in places])
        return any(
            mention.category in (PERSON, PLACE) and mention.start < end and start < mention.end
            for (_, start, end), mentions in zip(places, found, strict=True)
            for mention in mentions
            if mention.masked
        )

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self._study)


def _lemmas(word: str) -> set[str]:
    """Return the word and the words it may be a form of, in small letters."""
    found = {r.lemma.partition(":")[0].lower() for r in readings(word) if r.kind == COMMON}
    return found | {word.lower()}
