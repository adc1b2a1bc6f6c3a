"""What in a study points at people: every piece of text looked at once, names known everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from qualcode.polish import blank_pipeline
from qualcode.privacy.details.contacts import contacts
from qualcode.privacy.details.numbers import numbers
from qualcode.privacy.mentions import KINDS, PERSON, SPEAKER, Mention, apart
from qualcode.privacy.names.labels import names_in
from qualcode.privacy.names.localities import institutions as find_institutions
from qualcode.privacy.names.localities import kept_places, localities, place_lemmas
from qualcode.privacy.names.lookups import SPEAKER_SURE, SURE, lemmas_of
from qualcode.privacy.names.origins import names_region
from qualcode.privacy.names.persons import persons
from qualcode.privacy.names.rarity import stems
from qualcode.privacy.names.villages import villages
from qualcode.privacy.names.vocabulary import EVERYDAY, KNOWN_PLACES, TITLES
from qualcode.privacy.names.votes import added, named
from qualcode.study import Study

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_LABEL = re.compile(r"(?:^|(?<=\n))[ \t]*(?P<label>[^\s:][^\n:]{0,99}?)\s*:\s*$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_BEFORE = re.compile(r"(?P<word>[^\W\d_]{1,40})(?P<stop>\.?)[\s„]{0,3}\Z")
_ABBREVIATION = 4
_PLACE_KEYS = ("gmina", "powiat", "województwo")
_CONTEXT = 40
COLUMNS = (
    "transcript",
    "start",
    "end",
    "category",
    "text",
    "certain",
    "masked",
    "reason",
    "context",
)


@dataclass(frozen=True)
class Piece:
    """A stretch of one transcript looked at by itself: a segment, or what lies between two."""

    transcript: str
    start: int
    text: str
    speaker: str | None = None


@lru_cache(maxsize=1)
def privacy_pipeline() -> Language:
    """Return the Polish pipeline, without the parts masking has no use for.

    The balanced setting votes; dictionary and cues find what it misses in small letters.
    """
    nlp = blank_pipeline(setting="balanced")
    for name in ("polish_terms", "polish_speech"):
        nlp.remove_pipe(name)
    return nlp


def pieces(study: Study) -> Iterator[Piece]:
    """Yield what somebody says at a stretch and the gaps between; together they are the whole text.

    Units of one turn are looked at as one: a number dictated over two of them is a number.
    """
    by_transcript = dict(tuple(study.segments.groupby("transcript", sort=False)))
    for transcript in study.transcripts:
        rows = by_transcript.get(transcript.id)
        at = 0
        if rows is not None:
            for start, end, speaker in _stretches(rows, transcript.text):
                yield Piece(transcript.id, at, transcript.text[at:start], speaker)
                yield Piece(transcript.id, start, transcript.text[start:end])
                at = end
        yield Piece(transcript.id, at, transcript.text[at:])


def _stretches(rows: pd.DataFrame, text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each speaker's stretch of text begins and ends: segments of one line joined."""
    first, last, owner = 0, 0, ""
    for row in rows.sort_values("start").itertuples():
        start, end, speaker = int(row.start), int(row.end), str(row.speaker)
        if start < last:
            continue
        gap = text[last:start]
        if last and speaker == owner and not gap.strip() and "\n" not in gap:
            last = end
            continue
        if last:
            yield first, last, owner
        first, last, owner = start, end, speaker
    if last:
        yield first, last, owner


class Finder:
    """Finds what points at people, knowing the names and places of a whole study.

    Parameters
    ----------
    study : Study
    institutions : bool
    pipeline : str, optional
        Name of a spaCy pipeline whose names of people are taken too.
    """

    def __init__(
        self, study: Study, institutions: bool = False, pipeline: str | None = None
    ) -> None:
        self.institutions = institutions
        self.pipeline = pipeline
        self.kept = kept_places(
            item.meta.get(key, "") for item in study.transcripts for key in _PLACE_KEYS
        )
        self.known = frozenset(
            lemma
            for label, role in set(
                zip(study.segments["speaker"], study.segments["role"], strict=True)
            )
            for lemma in names_in(label, role)
            if lemma.removeprefix(SPEAKER_SURE) not in self.kept
        )

    def study(self, study: Study) -> dict[str, list[Mention]]:
        """Return the mentions of each transcript, offsets in its text."""
        found: dict[str, list[Mention]] = {item.id: [] for item in study.transcripts}
        parts = []
        for piece in pieces(study):
            label = speaker_label(piece)
            if label:
                found[piece.transcript].append(label.moved(piece.start))
            if piece.text[: label.start if label else None].strip():
                parts.append(piece)
        docs = list(privacy_pipeline().pipe(piece.text for piece in parts))
        self._learn(docs)
        others = named((piece.text for piece in parts), self.pipeline)
        for piece, doc, spans in zip(parts, docs, others, strict=True):
            own = self.doc(doc)
            more = [m for m in added(doc.text, spans, own) if not self._stays(m, doc.text)]
            found[piece.transcript] += [m.moved(piece.start) for m in (*own, *more)]
        return {name: apart(mentions) for name, mentions in found.items()}

    def doc(self, doc: Doc) -> list[Mention]:
        """Return the mentions of one text, best of those that overlap."""
        text = doc.text
        people = list(persons(doc, self.known))
        found = [*numbers(text), *contacts(text), *people, *localities(doc, self.kept)]
        found += villages(doc, self.kept, careless=_is_careless(text, people))
        if self.institutions:
            found += find_institutions(doc)
        return apart(m for m in found if not self._stays(m, text))

    def text(self, text: str) -> list[Mention]:
        """Return the mentions of a short text such as a role, a title or a note."""
        return self.doc(privacy_pipeline()(text)) if text.strip() else []

    def texts(self, texts: Iterable[str]) -> list[list[Mention]]:
        """Return the mentions of several short texts, quicker than one by one."""
        return [self.doc(doc) for doc in privacy_pipeline().pipe(texts)]

    def _learn(self, docs: Iterable[Doc]) -> None:
        """Take the names that are certain somewhere as known everywhere."""
        sure: set[str] = set()
        for doc in docs:
            for mention in persons(doc, self.known):
                if mention.masked and mention.certain:
                    for word in _WORD.findall(doc.text[mention.start : mention.end]):
                        sure |= lemmas_of(word) or stems(word.lower()) or {word.lower()}
        sure -= self.kept
        self.known |= sure - EVERYDAY | {f"{SURE}{lemma}" for lemma in sure & EVERYDAY}

    def _stays(self, mention: Mention, text: str) -> bool:
        """Say whether a "person" is the study's own gmina: Brzezina is a surname as well."""
        if mention.category != PERSON:
            return False
        words = _WORD.findall(text[mention.start : mention.end])
        low = [word.lower() for word in words]
        before = _word_before(text, mention.start)
        titled = bool(place_lemmas(before) & (TITLES | {"pan", "pani"}))
        # Ewa Góra speaks: "z Górą" is she, and no town
        spoken = any(
            word[:1].isupper() and any(f"{SPEAKER_SURE}{x}" in self.known for x in lemmas_of(word))
            for word in words
        )
        large = self.kept | KNOWN_PLACES
        return (
            not titled
            and not spoken
            and names_region(words[-1] if words else "", before)
            and bool(low)
            and all(word in large or place_lemmas(word) & large for word in low)
        )


def _word_before(text: str, at: int) -> str:
    """Return the word before a place in its sentence, over the full stop of "dr."."""
    match = _BEFORE.search(text, max(0, at - _CONTEXT), at)
    if not match or (match["stop"] and len(match["word"]) > _ABBREVIATION):
        return ""
    return match["word"]


def _is_careless(text: str, people: Iterable[Mention]) -> bool:
    """Say whether a text writes names in small letters: all of it, or one of those found."""
    return text.islower() or any(
        mention.masked
        and any(word.islower() for word in _WORD.findall(text[mention.start : mention.end]))
        for mention in people
    )


def speaker_label(piece: Piece) -> Mention | None:
    """Return the speaker's label that stands at the end of a gap."""
    match = _LABEL.search(piece.text) if piece.speaker else None
    if not match:
        return None
    return Mention(*match.span("label"), SPEAKER, True, "podpis mówcy", rank=20)


def identifiers(
    study: Study, *, institutions: bool = False, pipeline: str | None = None
) -> pd.DataFrame:
    """List what in a study points at people, to look through before or after :func:`mask`.

    Parameters
    ----------
    study : Study
    institutions : bool, default False
        Names of institutions too.
    pipeline : str, optional
        Name of a spaCy pipeline whose names of people are taken too.

    Returns
    -------
    DataFrame
        A row per place: ``transcript, start, end`` (code points), ``category``, ``text``,
        ``certain`` (False: a person should look), ``masked`` (False: :func:`mask` leaves it),
        ``reason`` and ``context``, both Polish. It holds the originals: keep it as carefully as
        the transcripts.
    """
    texts = {item.id: item.text for item in study.transcripts}
    rows: list[dict[str, Any]] = []
    for name, mentions in Finder(study, institutions, pipeline).study(study).items():
        text = texts[name]
        rows += [_row(name, text, mention) for mention in mentions]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _row(name: str, text: str, mention: Mention) -> dict[str, Any]:
    left, right = max(0, mention.start - _CONTEXT), mention.end + _CONTEXT
    return {
        "transcript": name,
        "start": mention.start,
        "end": mention.end,
        "category": mention.category,
        "text": text[mention.start : mention.end],
        "certain": mention.certain,
        "masked": mention.masked,
        "reason": mention.reason,
        "context": " ".join(text[left:right].split()),
    }


def doubts(
    study: Study, *, institutions: bool = False, pipeline: str | None = None
) -> pd.DataFrame:
    """List the doubtful places of a study: what a person should look at.

    Parameters
    ----------
    study : Study
        Before masking: also what would be replaced without certainty. After masking: what is
        left in the text and may still be a name or number.
    institutions : bool, default False
    pipeline : str, optional
        As in :func:`identifiers`.

    Returns
    -------
    DataFrame
        Columns as in :func:`identifiers`, without ``certain``.
    """
    found = identifiers(study, institutions=institutions, pipeline=pipeline)
    return found[~found["certain"].astype(bool)].drop(columns="certain").reset_index(drop=True)


def category_name(category: str) -> str:
    """Return how a category is called in Polish."""
    return KINDS.get(category, category)
