"""The nouns of qualcode: transcript, code, codebook, study, and the columns of its frames.

A study is transcripts, a codebook, segments and codings. It is frozen: steps return changed
copies made by :meth:`Study.with_`. This module imports nothing of ours but wording and errors.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from html import escape
from types import MappingProxyType
from typing import Any

import pandas as pd

from qualcode.errors import MisuseError, Problem
from qualcode.wording import counted, listed, quoted, suggestion

FACILITATOR = "prowadzący"
"""Value of the column ``role`` for turns of whoever leads the meeting."""


@dataclass(frozen=True)
class Column:
    """One column of a frame: its name, pandas dtype and meaning."""

    name: str
    dtype: str
    meaning: str


SEGMENTS = (
    Column("segment", "str", "address: transcript:start-end"),
    Column("transcript", "str", "id of the transcript"),
    Column("start", "int64", "first character, code points of Transcript.text, from 0"),
    Column("end", "int64", "character after the last one"),
    Column("time", "float64", "seconds from the start of the recording, NaN when unknown"),
    Column("speaker", "str", "name as in the transcript, empty when unknown"),
    Column("role", "str", f"role of the speaker; {FACILITATOR!r} is kept out of counts"),
    Column("question", "str", "question under discussion, empty when none"),
    Column("text", "str", "what was said: Transcript.text[start:end]"),
)
CODINGS = (
    Column("segment", "str", "address of the segment"),
    Column("code", "str", "code id; empty = read, no code applies"),
    Column("coder", "str", "person or model that decided"),
    Column("score", "float64", "calibrated probability, 1.0 for people"),
    Column("evidence", "str", "words that led to the decision, apart by ' · '"),
)
EVIDENCE_SEPARATOR = " · "


def frame(columns: tuple[Column, ...], rows: Any = ()) -> pd.DataFrame:
    """Build a frame by its contract from rows (sequences or mappings) or another frame.

    Parameters
    ----------
    columns : tuple of Column
        :data:`SEGMENTS` or :data:`CODINGS`.
    rows : iterable or DataFrame
        Missing text is ``""``, missing numbers NaN; other columns are dropped.

    Returns
    -------
    DataFrame
        Columns in the contract's order and dtypes, index 0…n-1.
    """
    names = [column.name for column in columns]
    if isinstance(rows, pd.DataFrame):
        data = rows.reindex(columns=names).reset_index(drop=True)
    else:
        data = pd.DataFrame(list(rows), columns=names)
    for column in columns:
        values = data[column.name]
        if column.dtype == "str":
            values = values.astype(object).where(values.notna(), "")
        data[column.name] = values.astype(column.dtype)
    return data


def decisions(segments: pd.Series, codings: pd.DataFrame, codes: Iterable[str]) -> pd.DataFrame:
    """Return which code was given to which segment, one row per segment that was read.

    Parameters
    ----------
    segments : Series of str
        Segment ids; the order of the result.
    codings : DataFrame
        Columns :data:`CODINGS`, of one coder.
    codes : iterable of str
        Code ids; the columns of the result.

    Returns
    -------
    DataFrame of bool
        Index ``segment``; segments without any row in ``codings`` are left out.
    """
    names = list(codes)
    read = segments[segments.isin(codings["segment"])]
    table = pd.DataFrame(False, index=pd.Index(read, name="segment"), columns=names)
    given = codings[codings["segment"].isin(read) & codings["code"].isin(names)]
    rows = table.index.get_indexer(pd.Index(given["segment"]))
    columns = table.columns.get_indexer(pd.Index(given["code"]))
    values = table.to_numpy(copy=True)
    values[rows, columns] = True
    return pd.DataFrame(values, index=table.index, columns=names)


def address(transcript: str, start: int, end: int) -> str:
    """Return the id of a segment: ``warsztat_03:120-188``."""
    return f"{transcript}:{start}-{end}"


@dataclass(frozen=True)
class Transcript:
    r"""One text as it was read.

    Parameters
    ----------
    id : str
        Name unique in the study (the file's stem).
    text : str
        Unicode NFC with ``\\n`` line ends; segment offsets count its code points.
    meta : mapping of str to str
        gmina, powiat, województwo, date (ISO), group and whatever else is known.
    """

    id: str
    text: str
    meta: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "meta", MappingProxyType(dict(self.meta)))


@dataclass(frozen=True)
class Code:
    """One code of a codebook; ``id`` is ``facet.code``."""

    id: str
    name: str
    definition: str = ""
    exclude: str = ""
    examples: tuple[str, ...] = ()

    @property
    def facet(self) -> str:
        """Return the id of the facet the code belongs to."""
        return self.id.partition(".")[0]


@dataclass(frozen=True)
class Facet:
    """A question put to every segment, answered by its codes."""

    id: str
    name: str
    question: str = ""
    definition: str = ""
    exclude: str = ""
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True)
class Codebook:
    """The taxonomy: facets of codes, versioned and hashed by content."""

    id: str
    title: str
    facets: tuple[Facet, ...]
    version: str = "1"
    language: str = "pl"

    @property
    def codes(self) -> dict[str, Code]:
        """Return all codes by id, in the codebook's order."""
        return {code.id: code for facet in self.facets for code in facet.codes}

    @property
    def hash(self) -> str:
        """Return the SHA-256 of the content, so that results can name the codebook."""
        content = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()

    def facet(self, name: str) -> Facet:
        """Return a facet by id.

        Raises
        ------
        MisuseError
            When there is none of that name.
        """
        for facet in self.facets:
            if facet.id == name:
                return facet
        known = [facet.id for facet in self.facets]
        raise MisuseError(
            f"W książce kodowej {quoted(self.title)} nie ma aspektu {quoted(name)}; "
            f"są: {listed(known)}.{suggestion(name, known)}"
        )

    def code(self, name: str) -> Code:
        """Return a code by id.

        Raises
        ------
        MisuseError
            When there is none of that name.
        """
        if name in self.codes:
            return self.codes[name]
        raise MisuseError(
            f"W książce kodowej {quoted(self.title)} nie ma kodu {quoted(name)}."
            f"{suggestion(name, self.codes)}"
        )

    def label(self, name: str) -> str:
        """Return how a code is written in tables: ``Bariera rozwoju usług: finansowa``."""
        code = self.code(name)
        return f"{self.facet(code.facet).name}: {code.name}"

    def __len__(self) -> int:
        return len(self.codes)


@dataclass(frozen=True, eq=False)
class Study:
    """Transcripts, a codebook, segments and codings, with the problems met on the way.

    Parameters
    ----------
    codebook : Codebook
    transcripts : tuple of Transcript
    segments : DataFrame
        Columns :data:`SEGMENTS`; a row per stretch one speaker said.
    codings : DataFrame
        Columns :data:`CODINGS`; a row per decision.
    problems : tuple of Problem
    about : mapping of str to str
        Title, licence and origin of the study.
    """

    codebook: Codebook
    transcripts: tuple[Transcript, ...] = ()
    segments: pd.DataFrame = field(default_factory=lambda: frame(SEGMENTS))
    codings: pd.DataFrame = field(default_factory=lambda: frame(CODINGS))
    problems: tuple[Problem, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "about", MappingProxyType(dict(self.about)))

    def with_(self, **changes: Any) -> Study:
        """Return a copy with some fields replaced."""
        return replace(self, **changes)

    def with_problems(self, problems: Iterable[Problem]) -> Study:
        """Return a copy with more problems noted."""
        return self.with_(problems=(*self.problems, *problems))

    @property
    def title(self) -> str:
        """Return the study's title, or an empty string."""
        return self.about.get("title", "")

    @property
    def meta(self) -> pd.DataFrame:
        """Return what is known of each transcript: index ``transcript``, a column per key."""
        rows = {transcript.id: dict(transcript.meta) for transcript in self.transcripts}
        data = pd.DataFrame.from_dict(rows, orient="index").rename_axis("transcript")
        return data.fillna("")

    @property
    def said(self) -> pd.DataFrame:
        """Return the segments that count: everything but the facilitator's turns."""
        return self.segments[self.segments["role"] != FACILITATOR].reset_index(drop=True)

    def attribute(self, name: str) -> pd.Series:
        """Return a value per segment: a column of ``segments`` or a key of ``meta``.

        Raises
        ------
        MisuseError
            When there is neither; the sentence lists what there is.
        """
        if name in self.segments:
            return self.segments[name]
        meta = self.meta
        if name in meta:
            return self.segments["transcript"].map(meta[name]).fillna("").rename(name)
        known = ["transcript", "speaker", "role", "question", *meta.columns]
        raise MisuseError(
            f"Nie ma kolumny ani cechy {quoted(name)}; są: {listed(known)}."
            f"{suggestion(name, known)}"
        )

    @property
    def coders(self) -> list[str]:
        """Return the names of coders, in alphabetical order."""
        return sorted(self.codings["coder"].unique())

    def codings_of(self, coder: str) -> pd.DataFrame:
        """Return the codings of one coder.

        Raises
        ------
        MisuseError
            When that coder coded nothing here.
        """
        chosen = self.codings[self.codings["coder"] == coder]
        if chosen.empty:
            raise MisuseError(
                f"W badaniu nie ma kodowań kodera {quoted(coder)}; "
                f"są: {listed(self.coders) or 'żadne'}.{suggestion(coder, self.coders)} "
                f"Maszyna koduje dopiero na polecenie: code(study, {coder!r}) albo "
                "„qualcode analyse”."
            )
        return chosen.reset_index(drop=True)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Study):
            return NotImplemented
        return (
            self.codebook == other.codebook
            and self.transcripts == other.transcripts
            and self.problems == other.problems
            and self.about == other.about
            and self.segments.equals(other.segments)
            and self.codings.equals(other.codings)
        )

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        parts = [
            counted(len(self.transcripts), "transkrypcja", "transkrypcje", "transkrypcji"),
            counted(len(self.segments), "segment", "segmenty", "segmentów"),
            f"koderzy: {listed(self.coders) or 'brak'}",
        ]
        if self.problems:
            parts.append(counted(len(self.problems), "problem", "problemy", "problemów"))
        return f"<Study {quoted(self.title or 'bez tytułu')}: {', '.join(parts)}>"

    def _repr_html_(self) -> str:
        shown = self.meta.assign(wypowiedzi=self.said.groupby("transcript").size())
        shown["wypowiedzi"] = shown["wypowiedzi"].fillna(0).astype(int)
        return f"<p>{escape(repr(self))}</p>{shown.to_html()}"
