"""``mask``: names, places and numbers replaced throughout a study, offsets kept true."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pandas as pd

from qualcode.errors import Problem
from qualcode.privacy.detection import Finder, category_name
from qualcode.privacy.filenames import FileNames
from qualcode.privacy.keys import refuse_existing, write_key
from qualcode.privacy.mentions import PERSON, PLACE, SPEAKER, STREET, Mention
from qualcode.privacy.names.lookups import SURE, lemmas_of
from qualcode.privacy.names.nameforms import wanted_cases
from qualcode.privacy.names.streets import is_street
from qualcode.privacy.pseudonyms import Pseudonyms
from qualcode.privacy.records import record
from qualcode.privacy.remarks import Remarks
from qualcode.privacy.replacing import Edit, Speakers, applied, digest, rewritten, without_swallowed
from qualcode.study import EVIDENCE_SEPARATOR, Study, Transcript
from qualcode.wording import NBSP, counted, listed, number

LOG_PLACE = "pseudonimizacja"
_KEPT_META = frozenset(["gmina", "powiat", "województwo", "date", "typ", "forma"])
_WORD = re.compile(r"\w+")
_LAST_WORDS = re.compile(r"([^\W\d_]+)\W{0,2}\s*$")
_STREET = re.compile(
    r"(?i)(?:\bul\.|\bal\.|\bpl\.|\bos\.|ulic\w|alej\w*|plac\w*|osiedl\w*|rond\w*|skwer\w*|bulwar\w*|"
    r"\bwieś|\bwsi|\bwsią|\bwiosk\w+|\bwiosce|przysió[łl]\w+|sołectw\w+|koloni[aię]|osad\w+|miejscowoś\w+)\s*$"
)
_CONJUNCTIONS = frozenset("i a oraz albo lub czy ani jeszcze też nawet także".split())
_GOVERNOR_REACH = 40
_TITLE_SEX = {
    "pani": "f", "panią": "f", "pań": "f", "siostra": "f", "siostry": "f", "ciocia": "f", "babcia": "f",
    "pan": "m1", "pana": "m1", "panu": "m1", "panem": "m1", "panie": "m1", "ksiądz": "m1", "księdza": "m1", "wujek": "m1",
}  # fmt: skip


def mask(
    study: Study,
    *,
    institutions: bool = False,
    key: str | Path | None = None,
    passphrase: str | None = None,
    pipeline: str | None = None,
) -> Study:
    """Replace names, places below the gmina and numbers by pseudonyms and marks, speakers by roles.

    It is an aid and no promise: the doubtful places that :func:`doubts` lists need a person.

    Parameters
    ----------
    study : Study
        Read or segmented; codings and their evidence follow.
    institutions : bool, default False
        Names of institutions too.
    key : str or Path, optional
        File for the way back, to keep apart; without it the change cannot be undone.
    passphrase : str, optional
        Encrypts the key.
    pipeline : str, optional
        A spaCy pipeline whose names of people are replaced too, and listed as doubts.

    Returns
    -------
    Study
        A note of what was replaced (counts, no originals) is among its ``problems``.

    Raises
    ------
    MisuseError
        When the key file exists.
    OutputError
        When the key cannot be written.
    MissingPartError
        When the pipeline is not installed or finds no names.
    """
    return recorded(
        study, institutions=institutions, key=key, passphrase=passphrase, pipeline=pipeline
    )[0]


def recorded(
    study: Study,
    *,
    institutions: bool = False,
    key: str | Path | None = None,
    passphrase: str | None = None,
    pipeline: str | None = None,
) -> tuple[Study, pd.DataFrame]:
    """Mask as :func:`mask` does, and list what was replaced (:func:`qualcode.privacy.records.record`)."""
    path = Path(key) if key is not None else None
    if path:
        refuse_existing(path)
    masker = Masker(study, institutions, pipeline)
    masked = masker.masked()
    if path:
        write_key(path, masker.way_back(masked), passphrase)
    return masked, record(masker, masked)


class Masker:
    """One masking of one study: finds, names, replaces."""

    def __init__(self, study: Study, institutions: bool, pipeline: str | None = None) -> None:
        self.before = study
        self.finder = Finder(study, institutions, pipeline)
        self.found = self.finder.study(study)
        self.texts = texts = {item.id: item.text for item in study.transcripts}
        words = {w.lower() for text in texts.values() for w in _WORD.findall(text)}
        self.pseudonyms = Pseudonyms(words)
        self.pseudonyms.learn(
            texts[name][m.start : m.end]
            for name, mentions in self.found.items()
            for m in mentions
            if m.category == PERSON and m.masked
        )
        self.speakers = Speakers(study, self.text)
        self.edits = {name: self._edits(name, texts[name]) for name in texts}
        self.before = without_swallowed(study, self.edits)
        self.questions = {q: self.text(q) for q in study.segments["question"].unique()}
        self.files = FileNames(self.finder.kept, self._points)
        self.ids = self._ids()
        self.names = frozenset(
            form
            for name, mentions in self.found.items()
            for m in mentions
            if m.category == PERSON and m.masked
            for word in _WORD.findall(texts[name][m.start : m.end])
            if len(word) > 1
            for form in _faces(word)
        ) | frozenset(lemma.lstrip(SURE) for lemma in self.finder.known)

    def masked(self) -> Study:
        """Return the study with everything replaced and a note of it."""
        study = self.before
        moved = rewritten(study, self.edits, self.ids)
        metas = {self.ids[t.id]: self._meta(t) for t in study.transcripts}
        remarks = Remarks(self)
        problems = tuple(remarks.problem(problem) for problem in study.problems)
        return moved.with_(
            transcripts=tuple(Transcript(t.id, t.text, metas[t.id]) for t in moved.transcripts),
            segments=self._segments(moved.segments),
            codings=self._codings(moved.codings),
            problems=(*problems, *self._log()),
            about={k: self.text(v) if k == "title" else v for k, v in study.about.items()},
        )

    def text(self, text: str) -> str:
        """Return a short text (a role, a title, a note) with everything replaced."""
        mentions = [m for m in self.finder.text(text) if m.masked]
        edits = [edit for m in mentions for edit in self.edit(m, text)]
        return applied(text, sorted(edits))

    def _edits(self, name: str, text: str) -> list[Edit]:
        edits: list[Edit] = []
        owners = self.speakers.starts(name)
        for mention in self.found[name]:
            if mention.category == SPEAKER:
                label = self.speakers.label_after(owners, mention.end)
                edits.append(Edit(mention.start, mention.end, label))
            elif mention.masked:
                edits += self.edit(mention, text)
        return sorted(edits)

    def edit(self, mention: Mention, text: str) -> list[Edit]:
        """Return the change of one mention, and of "ze", "we" before it."""
        original = text[mention.start : mention.end]
        last = _LAST_WORDS.search(text, max(0, mention.start - 30), mention.start)
        before = last[1].lower() if last else ""
        if mention.category == PERSON:
            new = self.pseudonyms.person(original, before, _TITLE_SEX.get(before, ""))
        elif mention.category == PLACE:
            street = mention.reason == STREET or is_street(original, before)
            head = "ulica" if street else "miejsce"
            if _STREET.search(text[: mention.start]):
                head = ""
            if before in _CONJUNCTIONS:
                before = _governor(text, mention.start) or before
            new = self.pseudonyms.place(original, before, head=head)
        else:
            new = self.pseudonyms.numbered(mention.category, _value(original))
        edits = [Edit(mention.start, mention.end, new)]
        if last and before in ("ze", "we") and last.end() == mention.start:
            edits.append(Edit(last.start(1) + 1, last.end(1), ""))
        return edits

    def _ids(self) -> dict[str, str]:
        """Return new ids for transcripts whose file name may point at somebody or a small place."""
        ids = {t.id: t.id for t in self.before.transcripts if self.files.is_plain(t.id)}
        kept = set(ids)
        for place, item in enumerate(self.before.transcripts, 1):
            new = f"transkrypcja_{place:02d}"
            ids.setdefault(item.id, new if new not in kept else f"{new}_a")
        return ids

    def _points(self, name: str) -> bool:
        """Say whether a file name holds a name or a place below the gmina, known or not."""
        found = (m for m in self.finder.text(name) if m.masked)
        return any(m.category in (PERSON, PLACE) for m in found) or any(
            self.pseudonyms.knows(PLACE, word) for word in _WORD.findall(name)
        )

    def _meta(self, transcript: Transcript) -> dict[str, str]:
        return {
            name: value if name in _KEPT_META else self.text(value)
            for name, value in transcript.meta.items()
        }

    def _segments(self, segments: pd.DataFrame) -> pd.DataFrame:
        """Return moved segments with labels for speakers, roles and questions masked."""
        before = self.before.segments
        owners = zip(before["transcript"], before["speaker"], strict=True)
        return segments.assign(
            speaker=[self.speakers.labels.get(owner, "") for owner in owners],
            role=segments["role"].map(self.speakers.roles),
            question=segments["question"].map(self.questions),
        )

    def _codings(self, codings: pd.DataFrame) -> pd.DataFrame:
        """Return moved codings whose evidence holds none of the words replaced."""
        old = self.before.segments
        secret = {row.segment: self._masked_words(row) for row in old.itertuples()}
        owners = self.before.codings["segment"]
        owners = owners[owners.isin(secret)]
        evidence = [
            _evidence(text, secret[owner])
            for owner, text in zip(owners, codings["evidence"], strict=True)
        ]
        return codings.assign(evidence=evidence)

    def _masked_words(self, row: object) -> frozenset[str]:
        start, end, name = row.start, row.end, row.transcript  # type: ignore[attr-defined]
        inside = [e for e in self.edits[name] if e.start < end and start < e.end]
        text = self.texts[name]
        words = [word for edit in inside for word in _WORD.findall(text[edit.start : edit.end])]
        return frozenset(form for word in words for form in _faces(word))

    def knows(self, mention: Mention, text: str) -> bool:
        """Say whether the place or number of a mention was replaced in the study too."""
        original = text[mention.start : mention.end]
        value = original if mention.category == PLACE else _value(original)
        return self.pseudonyms.knows(mention.category, value)

    def bears(self, word: str) -> bool:
        """Say whether somebody of the study bears a name."""
        return bool(_faces(word) & self.names)

    def _log(self) -> list[Problem]:
        """Return what was replaced and what is left to look at: counts, never originals."""
        done: Counter[str] = Counter()
        doubtful: Counter[str] = Counter()
        for name, mentions in self.found.items():
            done.update(m.category for m in mentions if m.masked)
            doubtful[name] = sum(not m.certain for m in mentions)
        parts = [f"{category_name(kind)} – {number(n)}" for kind, n in done.most_common()]
        total = counted(sum(done.values()), "miejsce", "miejsca", "miejsc")
        notes = [
            Problem(
                LOG_PLACE,
                f"zastąpiono {total}{': ' if parts else ''}{listed(parts)}. To pomoc, a nie "
                "gwarancja: przed publikacją tekst powinien przejrzeć człowiek.",
            )
        ]
        for name, n in doubtful.items():
            if n:
                places = counted(n, "miejsce wątpliwe", "miejsca wątpliwe", "miejsc wątpliwych")
                command = f"„qualcode{NBSP}mask --doubts”"
                notes.append(
                    Problem(
                        self.ids[name],
                        f"{places} do sprawdzenia przez człowieka; pokaże je polecenie {command}.",
                    )
                )
        return notes

    def way_back(self, masked: Study) -> dict[str, object]:
        """Return the content of the key."""
        texts = {item.id: item.text for item in masked.transcripts}
        transcripts = {}
        for item in self.before.transcripts:
            edits, shift, back = self.edits[item.id], 0, []
            for edit in edits:
                start = edit.start + shift
                end = start + len(edit.new)
                back.append([start, end, item.text[edit.start : edit.end]])
                shift += len(edit.new) - (edit.end - edit.start)
            new = self.ids[item.id]
            transcripts[new] = {
                "id": item.id,
                "sha256": digest(texts[new]),
                "edits": back,
                "meta": dict(item.meta),
                "speakers": self.speakers.back(item.id),
            }
        return {
            "transcripts": transcripts,
            "questions": {new: old for old, new in self.questions.items() if new != old},
            "roles": {new: old for old, new in self.speakers.roles.items() if new != old},
            "about": dict(self.before.about),
            "problems": [[p.place, p.sentence, p.skipped] for p in self.before.problems],
            "names": dict(sorted(self._names().items())),
        }

    def _names(self) -> dict[str, str]:
        return {
            f"{category}: {name}": given
            for (name, category), given in self.pseudonyms.given.items()
        }


def _governor(text: str, at: int) -> str:
    """Return the nearest preposition of place before "i", "a": "z wierzbicy i olszanki" → z."""
    near = _WORD.findall(text[max(0, at - _GOVERNOR_REACH) : at].lower())
    return next((word for word in reversed(near) if wanted_cases(word)), "")


def _value(text: str) -> str:
    """Return what two writings of one number share."""
    return re.sub(r"[\W_]+", "", text).lower()


def _evidence(text: str, secret: frozenset[str]) -> str:
    """Return the words that led to a code, without those replaced in the segment."""
    items = text.split(EVIDENCE_SEPARATOR)
    kept = [
        item for item in items if not any(secret & _faces(word) for word in _WORD.findall(item))
    ]
    return EVIDENCE_SEPARATOR.join(kept)


def _faces(word: str) -> frozenset[str]:
    """Return a word and its lemmas as a name: evidence may hold another form than the text."""
    return lemmas_of(word) | {word.lower()}
