"""Documents of paragraphs and tables (Word, OpenDocument, HTML): what is common to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from qualcode.reading.drafts import Block, Draft
from qualcode.reading.formats.notices import is_notice
from qualcode.reading.formats.stamps import stamped, timed
from qualcode.reading.formats.text import text_blocks
from qualcode.reading.formats.walls import posted
from qualcode.reading.tables.cards import card_blocks
from qualcode.reading.tables.grids import read_grid
from qualcode.reading.tables.listings import is_list_of_people
from qualcode.reading.tables.notes import read_notes
from qualcode.reading.tables.tabular import Grid
from qualcode.reading.voices.speakers import is_person, speaker_labels, split_label

_HEADS = 8  # paragraphs that may stand above the table of a protocol's header
SUFFIXES = ()  # shared by the formats that have paragraphs
_CAPTION = 120  # longest paragraph that names the table below it
_TITLE = 60  # longest title of a list of people
_LABEL = 63  # longest label, as in the rules QDA programs agree on


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: its text, whether it is a heading or a list item, and its bold beginning."""

    text: str
    heading: bool = False
    bold: str = ""
    item: bool = False


def document_draft(items: list[Paragraph | Grid], file: str) -> Draft:
    """Return the blocks of a document in order, and what its tables left out.

    Parameters
    ----------
    items : list of Paragraph or Grid
        Paragraphs may be empty: an empty one is a gap.
    file : str
        Name of the file, for the problems.
    """
    names, labels = _bold_names(items), _item_labels(items)
    result = Draft([])
    blocks = result.blocks
    run: list[Block] = []
    tables, gap, before = 0, True, ""
    for item in items:
        if isinstance(item, list):
            tables += 1
            blocks += posted(stamped(run))
            run = []
            heads = len(blocks) <= _HEADS and card_blocks(item)  # a protocol begins with it
            table = Draft(heads) if heads else _table(item, f"tabela {tables}", file, before)
            if table.blocks and all(block.aside for block in table.blocks):
                blocks[-1:] = [_caption(block, before) for block in blocks[-1:]]
            blocks += table.blocks
            result.problems += table.problems
            result.meta = {**table.meta, **result.meta}
        elif not item.text.strip():
            gap = True
            continue
        else:
            listed = item.item and split_label(item.text.strip())[0] not in labels
            run += _paragraph(replace(item, item=listed), names, gap)
        gap = False
        before = "" if isinstance(item, list) or len(item.text) > _CAPTION else item.text
    blocks += posted(stamped(run))
    return result


def _caption(block: Block, before: str) -> Block:
    """Return the title of a list nobody said ("Lista obecności") as an aside too."""
    text = before.strip()
    titled = block.text == text and is_list_of_people(text) and len(text) <= _TITLE
    return replace(block, aside=True) if titled and block.speaker is None else block


def _bold_names(items: list[Paragraph | Grid]) -> bool:
    """Tell whether bold beginnings are names here: they are followed by a colon or come back."""
    bold = [item.bold for item in items if isinstance(item, Paragraph) and item.bold]
    colons = sum(name.endswith(":") for name in bold)
    return len(bold) >= 2 and (colons >= 0.5 * len(bold) or len(set(bold)) <= 0.7 * len(bold))


def _item_labels(items: list[Paragraph | Grid]) -> set[str]:
    """Return the people whose turns are items of a list that the program numbers."""
    texts = [item.text.strip() for item in items if isinstance(item, Paragraph) and item.item]
    counts = Counter(split_label(text)[0] for text in texts)
    people = {label for label in speaker_labels(texts) if is_person(label)}
    # in a talk somebody comes back; on a flip chart "Senior: samotność" is a note
    return people if any(counts[label] > 1 for label in people) else set()


def _paragraph(item: Paragraph, names: bool, gap: bool) -> list[Block]:
    text = item.text.strip()
    if names and item.bold and not item.heading:
        name = item.bold.strip().rstrip(":–-— \t")
        rest = text[len(item.bold.strip()) :].lstrip(" :–-—\t")
        if is_notice(text):
            return [Block(text, gap=gap, aside=True)]
        name, time, rest = timed(name, rest)
        if rest and 0 < len(name) <= _LABEL and len(name.split()) <= 8:
            return [Block(rest, name, time=time, gap=gap)]
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if item.item and not item.heading:
        lines = [f"– {' '.join(lines)}"]  # the mark that the program draws
    if len(lines) == 1 and split_label(lines[0])[0]:
        return [Block(lines[0], heading=item.heading, gap=gap)]
    return [Block(line, heading=item.heading, gap=gap and not n) for n, line in enumerate(lines)]


def _table(rows: Grid, place: str, file: str, before: str) -> Draft:
    found = read_grid(rows, place, file, before)
    if found.blocks:
        return found
    if len(rows) == 1 or (rows and len(rows[0]) == 1):
        # a frame around text, not a table
        flat = [cell for row in rows for cell in row if cell]
        return Draft([replace(block, gap=False) for cell in flat for block in text_blocks(cell)])
    return read_notes(rows, place)


def even(rows: Iterator[list[str]] | list[list[str]]) -> Grid:
    """Return rows of equal length without empty ones."""
    kept = [[" ".join(cell.split()) for cell in row] for row in rows]
    kept = [row for row in kept if any(row)]
    width = max(map(len, kept), default=0)
    return [[*row, *[""] * (width - len(row))] for row in kept]
