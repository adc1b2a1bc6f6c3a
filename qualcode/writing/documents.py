"""Word documents: real captions and lists, named styles, landscape pages for wide tables."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from qualcode.reports.blocks import (
    Block,
    Bullets,
    Figure,
    Heading,
    Paragraph,
    Quotes,
    Report,
    Table,
)
from qualcode.reports.cells import SOFT_HYPHEN, breakable, numeric, shown
from qualcode.wording import quoted
from qualcode.writing import wordml
from qualcode.writing.archives import settled
from qualcode.writing.days import meeting_day
from qualcode.writing.files import whole_file
from qualcode.writing.wordstyles import dress

_PARAGRAPH_STYLES = {"body": "", "note": "Uwaga", "lead": ""}
_INSET = 70  # the table's first cell begins so much inside, in twentieths of a point
_MAX_HEIGHT = 20.5  # cm a chart may take of a page


def write_docx(thing: Report | Table, path: Path) -> None:
    """Write a report, or one table, as a Word document; the same input gives the same bytes."""
    with whole_file(path) as temporary:
        temporary.write_bytes(_Builder(thing).made())


class _Builder:
    """Builds one document from top to bottom, counting captions and bookmarks."""

    def __init__(self, thing: Report | Table) -> None:
        import docx

        self.thing = thing
        self.document = docx.Document()
        self.body = self.document.element.body
        self.bookmarks = 0
        self.counts = {"Tabela": 0, "Wykres": 0}
        self.entries: dict[str, list[tuple[str, str, str]]] = {"r": [], "Tabela": [], "Wykres": []}

    def made(self) -> bytes:
        dress(self.document)
        self._properties()
        content = self.thing.blocks if isinstance(self.thing, Report) else (self.thing,)
        first = len(self.body)
        for landscape, blocks in pages(content):
            for block, after in zip(blocks, [*blocks[1:], None], strict=True):
                self._add(block, landscape, leads=isinstance(after, (Table, Figure)))
            self._end_section(landscape)
        self._last_section()
        if isinstance(self.thing, Report):
            self._front(first)
            self._footer(self.thing.title)
        buffer = io.BytesIO()
        self.document.save(buffer)
        return settled(buffer.getvalue())

    def _properties(self) -> None:
        properties = self.document.core_properties
        day = meeting_day(self.thing)
        properties.created = properties.modified = day
        properties.title = self.thing.title[:250]
        properties.author = properties.last_modified_by = "qualcode"
        properties.comments = properties.keywords = ""
        properties.language = "pl-PL"
        properties.revision = 1

    def _xml(self, text: str) -> Any:
        from docx.oxml import parse_xml

        return parse_xml(f"<w:part {wordml.W}>{text}</w:part>")[0]

    def _append(self, text: str) -> None:
        # the section properties stay the last child of the body
        self.body.insert(len(self.body) - 1, self._xml(text))

    def _marked(self, kind: str, runs: str) -> tuple[str, str]:
        self.bookmarks += 1
        name = f"_Toc{kind}{self.bookmarks:05}"
        return name, wordml.bookmark(self.bookmarks, name, runs)

    def _add(self, block: Block, landscape: bool, *, leads: bool) -> None:
        if isinstance(block, Heading):
            name, runs = self._marked("r", wordml.run(block.text))
            extra = "<w:pageBreakBefore/>" if block.new_page else ""
            self._append(wordml.paragraph(runs, f"Heading{block.level}", extra))
            if block.level <= 2:
                self.entries["r"].append((f"TOC{block.level}", name, block.text))
        elif isinstance(block, Paragraph):
            extra = "<w:keepNext/>" if leads else ""
            style = _PARAGRAPH_STYLES[block.style]
            self._append(wordml.paragraph(wordml.run(block.text), style, extra))
        elif isinstance(block, Bullets):
            for item in block.items:
                self._append(wordml.paragraph(wordml.run(item), "ListBullet"))
        elif isinstance(block, Quotes):
            self._quotes(block)
        elif isinstance(block, Figure):
            self._figure(block)
        else:
            self._table(block, landscape)

    def _caption(self, label: str, title: str, unit: str) -> None:
        self.counts[label] += 1
        number = self.counts[label]
        runs = wordml.run(f"{label}\u00a0") + wordml.field(
            f"SEQ {label} \\* ARABIC", wordml.run(str(number))
        )
        told = f"{title}, {unit}" if unit and unit not in title else title
        name, marked = self._marked(label[0], runs + wordml.run(f". {told}"))
        self._append(wordml.paragraph(marked, "Caption"))
        self.entries[label].append(("SpisIlustracji", name, f"{label}\u00a0{number}. {told}"))

    def _table(self, block: Table, landscape: bool) -> None:
        if block.title:
            self._caption("Tabela", block.title, block.unit)
        heads = [breakable(str(column)) for column in block.data.columns]
        rows = [
            [shown(value, kind) for value, kind in zip(row, block.kinds, strict=True)]
            for row in block.data.itertuples(index=False, name=None)
        ]
        sides = [numeric(kind) for kind in block.kinds]
        widths = column_widths(heads, rows, sides, wordml.text_width(landscape=landscape) - _INSET)
        self._append(wordml.table(heads, rows, sides, widths, total=block.total))
        foot = " ".join(part for part in (block.base, block.note, block.source) if part)
        # Word joins tables that nothing parts
        self._append(wordml.paragraph(wordml.run(foot) if foot else "", "Zrodlo"))

    def _figure(self, block: Figure) -> None:
        from docx.shared import Cm, Length

        self._caption("Wykres", block.title, block.unit)
        picture = self.document.add_paragraph(style="Wykres")
        shape = picture.add_run().add_picture(io.BytesIO(block.png()), width=Cm(15.9))
        if shape.height > Cm(_MAX_HEIGHT):
            shape.width = Length(int(shape.width * Cm(_MAX_HEIGHT) / shape.height))
            shape.height = Cm(_MAX_HEIGHT)
        described = shape._inline.docPr
        described.set("descr", wordml._FORBIDDEN.sub("", block.alt))
        described.set("name", f"Wykres {self.counts['Wykres']}")
        foot = " ".join(part for part in (block.base, block.source) if part)
        self._append(wordml.paragraph(wordml.run(foot), "Zrodlo"))

    def _quotes(self, block: Quotes) -> None:
        self._append(wordml.paragraph(wordml.run(block.label), "CytatKod"))
        for row in block.items.itertuples():
            runs = wordml.run(quoted(str(row.quote)), italic=True)
            runs += wordml.run(f" ({row.attribution})")
            self._append(wordml.paragraph(runs, "Cytat", "<w:keepLines/>"))

    def _end_section(self, landscape: bool) -> None:
        last = self.body[len(self.body) - 2]
        self._section = self._xml(wordml.section(landscape=landscape))
        last.get_or_add_pPr().append(self._section)

    def _last_section(self) -> None:
        """Let the document's own last section be the one just ended."""
        final = self.body[-1]
        ended = self._section
        ended.getparent().remove(ended)
        for child in list(final):
            final.remove(child)
        for child in list(ended):
            final.append(child)

    def _front(self, first: int) -> None:
        """Put title, contents and the lists of tables and charts before the text."""
        report = self.thing
        lines = [
            wordml.paragraph(wordml.run(report.title), "Title"),
            wordml.paragraph(wordml.run(getattr(report, "subtitle", "")), "Subtitle"),
            wordml.paragraph(wordml.run("Spis treści"), "SpisNaglowek"),
            *wordml.listing('TOC \\o "1-2" \\h \\z \\u', self.entries["r"]),
        ]
        for place, text in enumerate(lines):
            self.body.insert(first - 1 + place, self._xml(text))
        for label, title in (("Tabela", "Spis tabel"), ("Wykres", "Spis wykresów")):
            if self.entries[label]:
                self._append(wordml.paragraph(wordml.run(title), "SpisNaglowek"))
                for text in wordml.listing(f'TOC \\h \\z \\c "{label}"', self.entries[label]):
                    self._append(text)

    def _footer(self, title: str) -> None:
        footer = self.document.sections[0].footer
        footer.is_linked_to_previous = False
        line = footer.paragraphs[0]
        text = wordml.run(f"{title}  ·  ") + wordml.field("PAGE", wordml.run("1"))
        new = self._xml(wordml.paragraph(text, "Uwaga", '<w:jc w:val="right"/>'))
        line._p.getparent().replace(line._p, new)


def pages(blocks: Iterable[Block]) -> list[tuple[bool, list[Block]]]:
    """Group blocks into runs of upright and landscape pages.

    A wide table takes the headings and paragraphs right before it along.
    """
    runs: list[tuple[bool, list[Block]]] = [(False, [])]
    for block in blocks:
        wide = isinstance(block, Table) and block.wide
        if wide == runs[-1][0]:
            runs[-1][1].append(block)
            continue
        taken: list[Block] = []
        while wide and runs[-1][1] and isinstance(runs[-1][1][-1], (Heading, Paragraph)):
            taken.insert(0, runs[-1][1].pop())
        runs.append((wide, [*taken, block]))
    return [(wide, part) for wide, part in runs if part]


def column_widths(
    heads: list[str], rows: list[list[str]], sides: list[bool], width: int
) -> list[int]:
    """Share a width among columns: no word broken if it can be helped, the rest by length."""
    unit = 90  # about one letter of the table's type
    whole = [head.replace(SOFT_HYPHEN, "") for head in heads]
    needs = _needs(whole, rows)
    if unit * sum(needs) > width:
        needs = _needs(heads, rows)
    even = max((need for need, number in zip(needs, sides, strict=True) if number), default=0)
    if unit * even * sum(sides) < 0.6 * width:
        # columns of numbers look calmer when they are alike
        needs = [even if number else need for need, number in zip(needs, sides, strict=True)]
    left = width - unit * sum(needs)
    if left < 0:
        return [int(need / sum(needs) * width) for need in needs]
    wishes = []
    for place, number in enumerate(sides):
        lengths = [len(row[place]) for row in rows] or [0]
        mean = sum(lengths) / len(lengths)
        wish = min(max(lengths), 1.5 * mean + 10, 70) - needs[place]
        wishes.append(0 if number else max(wish, 0))
    spare = [wish / sum(wishes) if sum(wishes) else 1 / len(wishes) for wish in wishes]
    return [int(unit * need + left * part) for need, part in zip(needs, spare, strict=True)]


def _needs(heads: list[str], rows: list[list[str]]) -> list[float]:
    """Return the letters each column needs so that no word breaks, bold headings counted fuller."""
    return [
        max(1.1 * _longest_word([head]), min(_longest_word([row[place] for row in rows]), 18), 4)
        + 1.7
        for place, head in enumerate(heads)
    ]


def _longest_word(texts: list[str]) -> int:
    parts = (part for text in texts for word in text.split(" ") for part in word.split(SOFT_HYPHEN))
    return max(map(len, parts), default=1)
