"""What a report is made of: frozen blocks that every output format renders in its own way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from qualcode.companion import begin
from qualcode.study import Study

SOURCE = "Źródło: opracowanie własne na podstawie transkrypcji spotkań."
KINDS = ("text", "count", "percent", "number", "share", "exact", "flag", "mark")
"""Kinds of columns: words; whole numbers; percent points; decimals; 0-1; floats in full; 0 or 1; signs as they are."""
Cell = tuple[int, int]
_PAGE = 119  # letters of a line of a table on an upright page, some of them wrapped
_COLUMN = 30  # letters of a column of words that is easy to read
_WORD = 12  # letters of a heading before a word in it is broken
_GAP = 2  # letters between columns


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 opens a chapter; ``new_page`` starts a page in print."""

    text: str
    level: int = 1
    new_page: bool = False

    @property
    def anchor(self) -> str:
        """Return a name for links within one document."""
        return "r-" + "".join(letter if letter.isalnum() else "-" for letter in self.text.lower())


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; style is ``body``, ``note`` or ``lead``."""

    text: str
    style: str = "body"


@dataclass(frozen=True)
class Bullets:
    """A list of points."""

    items: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Table:
    """A table ready to be shown: raw values, kinds that say how to write them, and its base.

    Parameters
    ----------
    id : str
        Unique in the report; names sheets, files and anchors.
    title : str
        Caption without "Tabela n." and without a full stop.
    data : DataFrame
        Columns are the headings; the index is ignored. Missing values print as ".".
    kinds : tuple of str
        One of :data:`KINDS` per column.
    unit, base, note : str
        What is counted; on what; remarks and signs.
    cells : mapping of (row, column) to tuple of str
        Segments behind a number, by position.
    total : bool
        True when the last row sums up and is set off.
    name : str
        A few words for a sheet of a workbook; default: the id.
    """

    id: str
    title: str
    data: pd.DataFrame
    kinds: tuple[str, ...]
    unit: str = ""
    base: str = ""
    note: str = ""
    source: str = SOURCE
    cells: Mapping[Cell, tuple[str, ...]] = field(default_factory=dict)
    total: bool = False
    name: str = ""

    @property
    def wide(self) -> bool:
        """Return whether the table needs a landscape page."""
        words = sum(kind == "text" for kind in self.kinds)
        return len(self.kinds) - words > 8 or words > 5 or self._letters > _PAGE

    @property
    def _letters(self) -> int:
        """Return about how many letters a line of the table needs to be read with ease."""
        need = 0
        for place, kind in enumerate(self.kinds):
            words = str(self.data.columns[place]).split()
            texts = self.data.iloc[:, place] if kind == "text" else ()
            longest = max((len(str(text)) for text in texts), default=0)
            need += _GAP + max(min(longest, _COLUMN), *(min(len(w), _WORD) for w in words or [""]))
        return need

    def _repr_html_(self) -> str:
        from qualcode.reports.fragments import table_html

        return table_html(self)


@dataclass(frozen=True, eq=False)
class Figure:
    """A chart: its kind, tidy data, and the words a reader who cannot see it gets.

    Parameters
    ----------
    id, title : str
    kind : {"bars", "dots", "heatmap", "network", "timeline", "curve", "map"}
    data : DataFrame
        As :mod:`qualcode.charts` documents per kind.
    alt : str
        Alternative text.
    unit, base : str
    """

    id: str
    title: str
    kind: str
    data: pd.DataFrame
    alt: str
    unit: str = ""
    base: str = ""
    source: str = SOURCE
    cells: Mapping[Any, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # where there is a companion process, the chart is drawn while the report is still made
        rows = self.data.astype(object).to_numpy().tolist()
        columns, index = self.data.columns.tolist(), self.data.index.tolist()
        self.__dict__["_begun"] = begin("charts:drawn", self.kind, self.unit, columns, index, rows)

    def png(self) -> bytes:
        """Return the chart drawn for print."""
        return self._drawn

    @cached_property
    def _drawn(self) -> bytes:
        from qualcode.charts import draw

        begun = self.__dict__.get("_begun")
        # rather than load what drawing needs a second time, the first process waits
        return draw(self) if begun is None or begun.cancelled() else begun.result()

    def _repr_png_(self) -> bytes:
        return self.png()


@dataclass(frozen=True, eq=False)
class Quotes:
    """Quotes of one code, columns as :func:`qualcode.quotes` gives them.

    A column ``check`` says what to look at before publishing, or ``""``.
    """

    code: str
    label: str
    items: pd.DataFrame

    @property
    def checks(self) -> list[str]:
        """Return what to look at before publishing, per quote."""
        return self.items["check"].tolist() if "check" in self.items else [""] * len(self.items)

    @property
    def signed(self) -> list[tuple[str, str, str]]:
        """Return quote, attribution and what to look at before publishing, per quote."""
        told = (self.items[name].astype(str) for name in ("quote", "attribution"))
        return list(zip(*told, self.checks, strict=True))


Block = Heading | Paragraph | Bullets | Table | Figure | Quotes


@dataclass(frozen=True, eq=False)
class Report:
    """A report: title, blocks in reading order, and sheets for the workbook only.

    Parameters
    ----------
    title, subtitle : str
    blocks : tuple of Block
    sheets : tuple of Table
        Working tables for spreadsheets: the coded table, quotes, every number's segments.
    study : Study
    coder : str
    parameters : mapping
        What the run was asked for, for the manifest.
    """

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    sheets: tuple[Table, ...]
    study: Study
    coder: str
    parameters: Mapping[str, Any] = field(default_factory=dict)

    @property
    def tables(self) -> tuple[Table, ...]:
        """Return the tables in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return the charts in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Figure))

    def table(self, name: str) -> Table:
        """Return a table or sheet by id.

        Raises
        ------
        MisuseError
            When there is none of that name.
        """
        from qualcode.errors import MisuseError
        from qualcode.wording import listed, quoted, suggestion

        known = {item.id: item for item in (*self.tables, *self.sheets)}
        if name in known:
            return known[name]
        raise MisuseError(
            f"W raporcie nie ma tabeli {quoted(name)}; są: {listed(known)}.{suggestion(name, known)}"
        )

    def __repr__(self) -> str:
        return f"<Report {self.title!r}: {len(self.tables)} tables, {len(self.figures)} figures>"

    def _repr_html_(self) -> str:
        from qualcode.reports.fragments import report_html

        return report_html(self)
