"""Replacing stretches of text with true offsets, and labels for speakers."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import pandas as pd

from qualcode.study import CODINGS, FACILITATOR, SEGMENTS, Study, Transcript, address, frame

_UNKNOWN = "osoba"
_LONGEST = 40


class Edit(NamedTuple):
    """A stretch of a text and what stands there instead."""

    start: int
    end: int
    new: str


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made; they are in order and do not overlap."""
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*parts, text[at:]])


def moved(edits: Sequence[Edit], place: int) -> int:
    """Return where a place of the old text lies in the new one."""
    return place + sum(len(e.new) - (e.end - e.start) for e in edits if e.end <= place)


def uncut(edits: Sequence[Edit], text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span of the old text that cuts through no change.

    A change two segments share belongs to the one it begins in: the other begins after it, and is
    empty where it holds nothing else.
    """
    over = _around(edits, start)
    if over:
        rest = text[over.end : end]
        start = over.end + len(rest) - len(rest.lstrip())
    over = _around(edits, end)
    end = over.end if over else end
    return start, max(start, end)


def _around(edits: Sequence[Edit], place: int) -> Edit | None:
    """Return the change a place lies inside of."""
    at = bisect_left(edits, place, key=lambda edit: edit.start) - 1
    return edits[at] if at >= 0 and edits[at].end > place else None


def without_swallowed(study: Study, edits: dict[str, list[Edit]]) -> Study:
    """Return a study without the segments of which nothing is left beside a change of the one before.

    A unit may hold no more than the end of a number that began in the unit before.
    """
    texts = {item.id: item.text for item in study.transcripts}
    rows = study.segments
    kept = [
        _is_left(edits[name], texts[name], int(start), int(end))
        for name, start, end in zip(rows["transcript"], rows["start"], rows["end"], strict=True)
    ]
    if all(kept):
        return study
    segments = rows[kept].reset_index(drop=True)
    codings = study.codings[study.codings["segment"].isin(segments["segment"])]
    return study.with_(segments=segments, codings=codings.reset_index(drop=True))


def _is_left(edits: Sequence[Edit], text: str, start: int, end: int) -> bool:
    """Say whether a segment keeps a word of its own."""
    if not _around(edits, start):
        return True
    first, last = uncut(edits, text, start, end)
    return bool(re.search(r"\w", text[first:last]))


def digest(text: str) -> str:
    """Return the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def rewritten(study: Study, edits: dict[str, list[Edit]], ids: dict[str, str]) -> Study:
    """Return a study with its texts edited, segments and codings moved along.

    No segment may be swallowed by a change, see :func:`without_swallowed`.

    Parameters
    ----------
    study : Study
    edits : dict of list of Edit
        By transcript, in order, not overlapping.
    ids : dict of str
        New id of each transcript.
    """
    transcripts = tuple(
        Transcript(ids[t.id], applied(t.text, edits[t.id]), t.meta) for t in study.transcripts
    )
    texts = {t.id: t.text for t in transcripts}
    before = {t.id: t.text for t in study.transcripts}
    rows = []
    for row in study.segments.to_dict("records"):
        name, new = row["transcript"], ids[row["transcript"]]
        span = uncut(edits[name], before[name], row["start"], row["end"])
        start, end = (moved(edits[name], place) for place in span)
        place = {"segment": address(new, start, end), "transcript": new, "start": start, "end": end}
        rows.append({**row, **place, "text": texts[new][start:end]})
    segments = frame(SEGMENTS, pd.DataFrame(rows, columns=[c.name for c in SEGMENTS]))
    new_ids = dict(zip(study.segments["segment"], segments["segment"], strict=True))
    codings = study.codings[study.codings["segment"].isin(new_ids)].copy()
    codings["segment"] = codings["segment"].map(new_ids)
    return study.with_(transcripts=transcripts, segments=segments, codings=frame(CODINGS, codings))


class Speakers:
    """Gives every speaker of a study a label made of the role: ``sołtyska 1``.

    Parameters
    ----------
    study : Study
    masked : callable
        Masks a short text; roles may hold names too ("mama Antka").
    """

    def __init__(self, study: Study, masked: Callable[[str], str]) -> None:
        self.study = study
        self.roles = {
            role: role if role == FACILITATOR else masked(role)
            for role in study.segments["role"].unique()
        }
        self.labels: dict[tuple[str, str], str] = {}
        numbers: Counter[str] = Counter()
        shared: dict[str, str] = {}
        rows = study.segments[study.segments["speaker"] != ""]
        for row in rows.drop_duplicates(["transcript", "speaker"]).itertuples():
            whole = _whole_name(row.speaker)
            if whole and row.speaker in shared:
                self.labels[row.transcript, row.speaker] = shared[row.speaker]
                continue
            base = self._base(str(row.role))
            numbers[base] += 1
            label = f"{base} {numbers[base]}"
            self.labels[row.transcript, row.speaker] = label
            shared[row.speaker] = label

    def _base(self, role: str) -> str:
        first = re.split(r"[,;:(]", self.roles[role])[0].strip()[:_LONGEST].strip()
        return first or _UNKNOWN

    def starts(self, transcript: str) -> list[tuple[int, str]]:
        """Return where each segment of a transcript begins, and the label of its speaker."""
        rows = self.study.segments[self.study.segments["transcript"] == transcript]
        pairs = zip(rows["start"], rows["speaker"], strict=True)
        return sorted(
            (int(start), self.labels.get((transcript, str(speaker)), _UNKNOWN))
            for start, speaker in pairs
        )

    @staticmethod
    def label_after(starts: list[tuple[int, str]], place: int) -> str:
        """Return the label of whoever speaks right after a place."""
        at = bisect_left(starts, (place, ""))
        return starts[at][1] if at < len(starts) else _UNKNOWN

    def longest_first(self) -> list[tuple[tuple[str, str], str]]:
        """Return speakers and their labels, the longest names first."""
        return sorted(self.labels.items(), key=lambda item: (-len(item[0][1]), item))

    def back(self, transcript: str) -> dict[str, str]:
        """Return the speaker behind each label of a transcript."""
        return {label: name for (owner, name), label in self.labels.items() if owner == transcript}


def _whole_name(speaker: str) -> bool:
    """Say whether a label is a forename and a surname: the same person in every transcript."""
    words = [word for word in speaker.split() if word[:1].isupper() and len(word) > 2]
    return len(words) >= 2 and not speaker.isupper()
