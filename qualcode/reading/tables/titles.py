"""What stands above the header of a table: its title, the question, whose meeting it was."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from qualcode.reading.drafts import Block, Draft
from qualcode.reading.geography.places import of_gmina
from qualcode.reading.metadata import header_entry, title_entries
from qualcode.reading.tables.headers import columns_of, without_code
from qualcode.reading.tables.tabular import Grid

_ROWS = 10  # the header is one of the first rows
# Words of a title of a wall or of a meeting: "Karteczki, stolik 2", "Wyniki głosowania".
WALL_WORDS = re.compile(
    r"(?i)\b(?:flip-?\s?chart\w*|karteczk\w*|karteczek|kartk\w*|kartek|krop\w+|tablic\w+|plakat\w*|"
    r"arkusz\w*|stolik\w*|głosowani\w+|board|miro|mural|padlet|jamboard)\b"
)
_MEETING_WORDS = re.compile(
    r"(?i)\b(?:transkrypcj\w+|warsztat\w*|spotkani\w+|zebrani\w+|ankiet\w*|wyniki|protok[oó]ł\w*|"
    r"konsultacj\w+|zapis|lista|(?:question|slide|pytanie|slajd) \d+)\b"
)
# what programs of votes write before a slide's table, a name and its value a row
_PROGRAM_KEYS = frozenset(
    ["type", "typ", "question type", "typ pytania", "rodzaj pytania", "presentation", "prezentacja"]
)
_RESPONSES = re.compile(r"(?i)^(?:responses?|answers?|odpowiedzi|wypowiedzi)\s*:?$")


@dataclass(frozen=True)
class Top:
    """The rows above a table: what they ask and tell, and which row is the header."""

    start: int = 0
    question: str = ""
    lines: tuple[str, ...] = ()
    meta: dict[str, str] = field(default_factory=dict)

    @property
    def sure(self) -> bool:
        """Tell whether every line is a title; the first note of a flip chart may stand alone too."""
        return all(map(_is_title, self.lines))


def top_of(rows: Grid) -> Top:
    """Return what stands above the header of a table."""
    start = _header_row(rows)
    lines = [[cell for cell in row if cell] for row in rows[:start]]
    asked = [cell for line in lines for cell in line if "?" in cell]
    meta: dict[str, str] = {}
    for line in lines:
        for key, value in _told(line).items():
            meta.setdefault(key, value)
    question = without_code(asked[-1]) if asked else ""
    return Top(start, question, tuple(" | ".join(line) for line in lines), meta)


def below(top: Top, draft: Draft) -> Draft:
    """Return what a table says with its title before it, where it says anything."""
    if not draft.blocks:
        return draft
    above = [Block(line, speaker="", aside=True) for line in top.lines]
    return replace(draft, blocks=[*above, *draft.blocks], meta={**top.meta, **draft.meta})


def heads_responses(cell: str) -> bool:
    """Tell the header "Responses" that stands alone above the answers to a slide."""
    return bool(_RESPONSES.match(cell))


def _header_row(rows: Grid) -> int:
    asked = False
    for number, row in enumerate(rows[:_ROWS]):
        filled = [cell for cell in row if cell]
        if len(filled) == 1 and not (asked and heads_responses(filled[0])):
            asked = asked or "?" in filled[0]
        elif _is_pair(filled) or _asks_slide(filled, rows[number + 1 : number + 2]):
            asked = asked or "?" in filled[1]
        else:
            return number
    return 0


def _is_pair(filled: list[str]) -> bool:
    """Tell a name and its value ("Type | Open Ended", "Data | 12.03.2024") from a header."""
    if len(filled) != 2 or {"text", "votes"} & set(columns_of(filled)):
        return False
    key, value = filled[0].casefold().rstrip(" :"), filled[1]
    if key == "gmina":
        return bool(of_gmina(value))
    return key in _PROGRAM_KEYS or (key in ("data", "date") and value[0].isdigit())


def _asks_slide(filled: list[str], below: Grid) -> bool:
    """Tell "Question | Jakie bariery?" above the answers to a slide from a header of two columns."""
    alone = [cell for row in below for cell in row if cell]
    asked = len(filled) == 2 and filled[0].casefold().rstrip(" :") in ("question", "pytanie")
    return asked and "?" in filled[1] and len(alone) == 1 and heads_responses(alone[0])


def _told(line: list[str]) -> dict[str, str]:
    if len(line) == 2:
        entry = header_entry(f"{line[0].rstrip(' :')}: {line[1]}")
        return dict([entry]) if entry else title_entries(line[1])
    entry = header_entry(line[0])
    return dict([entry]) if entry else title_entries(line[0])


def _is_title(line: str) -> bool:
    return (
        "?" in line
        or " | " in line
        or bool(WALL_WORDS.search(line) or _MEETING_WORDS.search(line))
        or bool(title_entries(line) or header_entry(line))
    )
