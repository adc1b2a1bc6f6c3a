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
from qualcode.reports.cells import breakable, numeric
from qualcode.wording import NBSP, quoted
from qualcode.writing import wordml
from qualcode.writing.archives import settled
from qualcode.writing.captions import rows_shown, sentence, told
from qualcode.writing.columns import column_widths
from qualcode.writing.days import meeting_day
from qualcode.writing.files import whole_file
from qualcode.writing.typography import bound
from qualcode.writing.wordstyles import dress

_PARAGRAPH_STYLES = {"body": "", "note": "Uwaga", "lead": ""}
_WIDTH = 15.95  # cm a chart takes of the width of a page
_MAX_HEIGHT = 20.5  # cm it may take of the height
_WORDS = 5  # a table of more columns of words is set in smaller type
_SMALL = 8 / 9  # of the usual size
_WHOLE_WORD = 16  # letters of a word in it that is not broken
_PIECE = 13  # letters of a heading that stays on one line
_PAGE_NUMBERS = (
    "Numery stron w spisach pojawią się po ich odświeżeniu: w Wordzie Ctrl+A i F9, w LibreOffice "
    "Narzędzia – Aktualizuj – Wszystkie indeksy i tabele. Ta uwaga wtedy zniknie."
)
_LISTS = (("Tabela", "Spis tabel"), ("Wykres", "Spis wykresów"))


def write_docx(thing: Report | Table, path: Path) -> None:
    """Write a report, or one table, as a Word document; the same input gives the same bytes."""
    with whole_file(path) as temporary:
        temporary.write_bytes(_Builder(thing).made())


class _Builder:
    """Builds one document from top to bottom, counting captions and bookmarks.

    The body is written as text and read by the XML parser once: cells of python-docx are slow.
    """

    def __init__(self, thing: Report | Table) -> None:
        import docx

        self.thing = thing
        self.document = docx.Document()
        self.parts: list[str] = []
        self.opens = False  # whether the next block is the first of a section
        self.bookmarks = 0
        self.counts = {"Tabela": 0, "Wykres": 0}
        self.entries: dict[str, list[tuple[str, str, str]]] = {"r": [], "Tabela": [], "Wykres": []}

    def made(self) -> bytes:
        dress(self.document)
        self._properties()
        report = self.thing if isinstance(self.thing, Report) else None
        blocks = self.thing.blocks if isinstance(self.thing, Report) else (self.thing,)
        groups = pages(blocks)
        for place, (landscape, part) in enumerate(groups):
            self.opens = place > 0
            for block, after in zip(part, [*part[1:], None], strict=True):
                self._add(block, landscape, leads=isinstance(after, (Table, Figure)))
                self.opens = False
            last = place == len(groups) - 1
            if last and report:
                self._lists()
            self._end_section(landscape, last=last)
        if report:
            self.parts[:0] = self._front(report)
        self._fill()
        if report:
            self._footer(report.title)
        buffer = io.BytesIO()
        self.document.save(buffer)
        return settled(buffer.getvalue())

    def _properties(self) -> None:
        properties = self.document.core_properties
        day = meeting_day(self.thing)
        properties.created = properties.modified = day
        properties.title = wordml.clean(self.thing.title)[:250]
        properties.author = properties.last_modified_by = "qualcode"
        properties.comments = properties.keywords = ""
        properties.language = "pl-PL"
        properties.revision = 1

    def _fill(self) -> None:
        """Put what was written into the document."""
        body = self.document.element.body
        for child in list(body):
            body.remove(child)
        for child in _elements("".join(self.parts)):
            body.append(child)

    def _marked(self, kind: str, runs: str) -> tuple[str, str]:
        self.bookmarks += 1
        name = f"_Toc{kind}{self.bookmarks:05}"
        return name, wordml.bookmark(self.bookmarks, name, runs)

    def _add(self, block: Block, landscape: bool, *, leads: bool) -> None:
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Paragraph):
            extra = "<w:keepNext/>" if leads else ""
            style = _PARAGRAPH_STYLES[block.style]
            self.parts.append(wordml.paragraph(wordml.run(bound(block.text)), style, extra))
        elif isinstance(block, Bullets):
            for item in block.items:
                self.parts.append(wordml.paragraph(wordml.run(bound(item)), "ListBullet"))
        elif isinstance(block, Quotes):
            self._quotes(block)
        elif isinstance(block, Figure):
            self._figure(block)
        else:
            self._table(block, landscape)

    def _heading(self, block: Heading) -> None:
        text = bound(block.text)
        name, runs = self._marked("r", wordml.run(text))
        extra = "<w:pageBreakBefore/>" if block.new_page and not self.opens else ""
        if block.new_page or self.opens:
            extra += '<w:spacing w:before="0"/>'
        self.parts.append(wordml.paragraph(runs, f"Heading{min(block.level, 3)}", extra))
        if block.level <= 2:
            self.entries["r"].append((f"TOC{block.level}", name, text))

    def _caption(self, label: str, block: Table | Figure) -> None:
        self.counts[label] += 1
        number = self.counts[label]
        runs = wordml.run(f"{label}{NBSP}") + wordml.field(
            f"SEQ {label} \\* ARABIC", wordml.run(str(number))
        )
        text = bound(told(block))
        name, marked = self._marked(label[0], runs + wordml.run(f". {text}"))
        self.parts.append(wordml.paragraph(marked, "Caption"))
        self.entries[label].append(("SpisIlustracji", name, f"{label}{NBSP}{number}. {text}"))

    def _table(self, block: Table, landscape: bool) -> None:
        if block.title:
            self._caption("Tabela", block)
        heads = [breakable(_bound_head(str(column))) for column in block.data.columns]
        rows = rows_shown(block)
        sides = [numeric(kind) for kind in block.kinds]
        room, small = wordml.text_width(landscape=landscape), sides.count(False) > _WORDS
        if small:
            # one long word would make its column wide and all others narrow
            rows = [[breakable(text, _WHOLE_WORD) for text in row] for row in rows]
        widths = column_widths(heads, rows, sides, int(room / _SMALL) if small else room)
        if small:
            widths = [int(width * _SMALL) for width in widths]
        self.parts.append(
            wordml.table(
                heads, rows, sides, widths, total=block.total, title=block.title, small=small
            )
        )
        # Word joins tables that nothing parts
        self._foot((block.base, block.note), block.source)

    def _foot(self, remarks: Iterable[str], source: str) -> None:
        """Add what stands under a table or chart: remarks, and the source on a line of its own."""
        lines = (" ".join(part for part in remarks if part), source)
        text = "\n".join(bound(line) for line in lines if line)
        self.parts.append(wordml.paragraph(wordml.run(text) if text else "", "Zrodlo"))

    def _figure(self, block: Figure) -> None:
        from docx.oxml import OxmlElement
        from docx.shared import Cm, Length
        from lxml import etree

        self._caption("Wykres", block)
        inline = self.document.part.new_pic_inline(io.BytesIO(block.png()), width=Cm(_WIDTH))
        size = inline.extent
        if size.cy > Cm(_MAX_HEIGHT):
            size.cx, size.cy = Length(int(size.cx * Cm(_MAX_HEIGHT) / size.cy)), Cm(_MAX_HEIGHT)
            shape = inline.graphic.graphicData.pic.spPr
            shape.cx, shape.cy = size.cx, size.cy
        inline.docPr.set("descr", wordml.clean(block.alt))
        inline.docPr.set("name", f"Wykres {self.counts['Wykres']}")
        drawing = OxmlElement("w:drawing")
        drawing.append(inline)
        text = etree.tostring(drawing, encoding="unicode")
        self.parts.append(wordml.paragraph(f"<w:r>{text}</w:r>", "Wykres"))
        self._foot((block.base,), block.source)

    def _quotes(self, block: Quotes) -> None:
        self.parts.append(wordml.paragraph(wordml.run(block.label), "CytatKod"))
        for quote, attribution, check in block.signed:
            runs = wordml.run(quoted(bound(quote)), italic=True)
            runs += wordml.run(f" ({bound(attribution)})")
            keep = "<w:keepNext/><w:keepLines/>" if check else "<w:keepLines/>"
            self.parts.append(wordml.paragraph(runs, "Cytat", keep))
            if check:
                self.parts.append(
                    wordml.paragraph(wordml.run(bound(sentence(check))), "CytatUwaga")
                )

    def _end_section(self, landscape: bool, *, last: bool) -> None:
        """End a run of pages: the last section stands by itself, others in their last paragraph."""
        section = wordml.section(landscape=landscape)
        if last:
            self.parts.append(section)
        else:
            self.parts[-1] = self.parts[-1].replace("</w:pPr>", f"{section}</w:pPr>", 1)

    def _front(self, report: Report) -> list[str]:
        """Return title and contents."""
        return [
            wordml.paragraph(wordml.run(bound(report.title)), "Title"),
            wordml.paragraph(wordml.run(bound(report.subtitle)), "Subtitle"),
            wordml.paragraph(wordml.run("Spis treści"), "SpisNaglowek"),
            *wordml.listing('TOC \\o "1-2" \\h \\z \\u', self.entries["r"], _PAGE_NUMBERS),
        ]

    def _lists(self) -> None:
        """Add the lists of tables and charts."""
        for label, title in _LISTS:
            if self.entries[label]:
                self.parts.append(wordml.paragraph(wordml.run(title), "SpisNaglowek"))
                self.parts += wordml.listing(f'TOC \\h \\z \\c "{label}"', self.entries[label])

    def _footer(self, title: str) -> None:
        footer = self.document.sections[0].footer
        footer.is_linked_to_previous = False
        line = footer.paragraphs[0]
        text = wordml.run(f"{title}  ·  ") + wordml.field("PAGE", wordml.run("1"))
        new = _elements(wordml.paragraph(text, "Uwaga", '<w:jc w:val="right"/>'))[0]
        line._p.getparent().replace(line._p, new)


def _bound_head(head: str) -> str:
    """Return a heading like "Żabin: n" in one piece, when it is short."""
    return head.replace(": ", f":{NBSP}") if len(head) <= _PIECE else head


def _elements(text: str) -> list[Any]:
    from docx.oxml import parse_xml

    return list(parse_xml(f"<w:part {wordml.W}>{text}</w:part>"))


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
        if not runs[-1][1]:  # nothing but words between two wide tables: the same pages go on
            runs.pop()
        if runs and runs[-1][0] == wide:
            runs[-1][1].extend([*taken, block])
        else:
            runs.append((wide, [*taken, block]))
    return [(wide, part) for wide, part in runs if part]
