"""Frames drawn as tables on the screen; numbers too many for its width go block by block."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from rich.table import Table

# how columns of frames are called on the screen; files keep the names of the contract
_HEADERS = {
    "ac1": "AC1",
    "alpha": "α",
    "category": "rodzaj",
    "code": "kod",
    "codebooks": "książki kodowe",
    "coder": "koder",
    "compatible": "zgodny",
    "context": "otoczenie",
    "description": "opis",
    "f1": "F1",
    "facet": "aspekt",
    "first_n": "kody 1",
    "kappa": "κ",
    "label": "nazwa",
    "language": "język",
    "licence": "licencja",
    "masked": "zastąpione",
    "n": "decyzje",
    "name": "nazwa",
    "pipeline": "potok",
    "question": "pytanie",
    "reason": "powód",
    "role": "rola",
    "role_group": "uczestnicy",
    "second_n": "kody 2",
    "shipped": "wbudowany",
    "speaker": "osoba",
    "text": "tekst",
    "transcript": "transkrypcja",
    "version": "wersja",
}
_ALL, _NONE = "all", "(brak)"
_PERCENT, _SHARE = "_percent", "udział"
_WIDE = 6  # columns of a table that leave no room for names beside ids
_BASE = "podstawa"
_BASED = ("n", "row_percent", "column_percent")  # values whose base is a number of segments
_FRAME = 3  # a column's border and the spaces around its text
_SIDES = {"row": "wypowiedziach wiersza", "column": "wypowiedziach kolumny"}
_TIMES = " × "
_LINES = 5  # lines a header may take before its column grows
_NAMES = (30, 15)  # how narrow a column of names may become for the sake of numbers


class _Column(NamedTuple):
    header: str
    cells: list[str]
    numeric: bool
    whole: bool = False  # never broken

    @property
    def width(self) -> int:
        """Return how many letters it needs: its cells and the words of its header uncut."""
        words = max(map(len, self.header.split()), default=1)
        return max(words, -(-len(self.header) // _LINES), *map(len, self.cells), 1)


def draw(data: Any, title: str) -> None:
    """Print a frame and its base.

    A matrix wider than the screen is turned over when that makes it fit better; numbers still too
    many go below one another in blocks of columns.

    Parameters
    ----------
    data : DataFrame
        Its ``attrs`` may have ``base, bases, row_bases, column_bases, labels`` and ``values`` of
        :func:`qualcode.matrix`.
    title : str
    """
    from rich.console import Console
    from rich.text import Text

    console = Console()
    blocks = _laid_out(data, console.width)
    if len(blocks) > 1 and "values" in data.attrs:
        turned = _turned(data)
        other = _laid_out(turned, console.width)
        if len(other) < len(blocks):
            data, blocks, title = turned, other, _TIMES.join(reversed(title.split(_TIMES)))
    for number, block in enumerate(blocks, 1):
        part = f", część {number} z {len(blocks)}" if len(blocks) > 1 else ""
        console.print(_grid(block, title + part))
    if "base" in data.attrs:
        console.print(Text(data.attrs["base"]))


def _laid_out(data: Any, width: int) -> list[list[_Column]]:
    """Return the columns of as few tables as fit into so many letters."""
    columns = _columns(data)
    names = list(takewhile(lambda column: not column.numeric, columns))
    numbers = columns[len(names) :]
    if not numbers or not all(column.numeric for column in numbers):
        return [columns]
    found = []
    for most in _NAMES:
        for kept in (names, names[:1]):  # names beside ids only where they cost no table
            taken = sum(_FRAME + _name_width(column, most) for column in kept)
            blocks = _blocks(numbers, width - 1 - taken)
            found.append([[*kept, *block] for block in blocks])
    return min(found, key=len)


def _turned(data: Any) -> Any:
    """Return a matrix with rows for columns, and what is said of them."""
    told = data.attrs
    turned = data.T
    turned.attrs = {**told, "row_bases": None, "column_bases": None}
    for one, other in (("row", "column"), ("column", "row")):
        turned.attrs[f"{one}_bases"] = told.get(f"{other}_bases")
        if told["values"] == f"{one}{_PERCENT}":
            turned.attrs["values"] = f"{other}{_PERCENT}"
            turned.attrs["base"] = told["base"].replace(*(_SIDES[side] for side in (one, other)))
    return turned


def header(name: str) -> str:
    """Return what a column of a frame is called on the screen."""
    return _HEADERS.get(name, name)


def _blocks(columns: list[_Column], room: int) -> list[list[_Column]]:
    """Deal columns into as few blocks as fit into so many letters; one always fits."""
    blocks: list[list[_Column]] = []
    left = 0
    for column in columns:
        needed = _FRAME + column.width
        if not blocks or needed > left:
            blocks.append([])
            left = room
        blocks[-1].append(column)
        left -= needed
    return blocks


def _name_width(column: _Column, most: int) -> int:
    longest = max(map(len, [column.header, *column.cells]))
    return longest if column.whole else min(longest, most)


def _grid(columns: list[_Column], title: str) -> Table:
    from rich.table import Table
    from rich.text import Text

    grid = Table(title=title, title_justify="left")
    for column in columns:
        grid.add_column(
            column.header,
            justify="right" if column.numeric else "left",
            overflow="fold",
            no_wrap=column.whole,
            width=column.width if column.numeric else None,
        )
    for cells in zip(*(column.cells for column in columns), strict=True):
        grid.add_row(*map(Text, cells))
    return grid


def _columns(data: Any) -> list[_Column]:
    """Return a frame's index and columns as text, with the bases of a matrix at its edges."""
    frame = _named(data)
    labels = data.attrs.get("labels", {})
    shares = str(data.attrs.get("values", "")).endswith(_PERCENT)
    columns = []
    for place, (name, values) in enumerate(frame.items()):
        share = shares or name == _SHARE
        cells = [_cell(value, share) for value in values.tolist()]
        header = _HEADERS.get(str(name)) or labels.get(name, str(name))
        # ids are typed again in other commands, so they stay whole
        whole = place == 0 and values.isin(list(labels)).any()
        columns.append(_Column(header, cells, values.dtype.kind in "iuf", whole))
    return _based(columns, data)


def _based(columns: list[_Column], data: Any) -> list[_Column]:
    """Add to a matrix the number of segments each row or column of it is counted on."""
    told, values = data.attrs, data.attrs.get("values")
    if values not in _BASED:
        return columns
    below = told.get("bases" if values == "column_percent" else "column_bases")
    beside = told.get("bases" if values == "row_percent" else "row_bases")
    if below:
        width = len(columns) - len(data.columns)
        foot = [_BASE, *[""] * (width - 1), *(_cell(int(below[name])) for name in data.columns)]
        columns = [
            column._replace(cells=[*column.cells, cell])
            for column, cell in zip(columns, foot, strict=True)
        ]
    if beside:
        cells = [_cell(int(beside[name])) for name in data.index]
        columns.append(_Column(_BASE, [*cells, *([""] if below else [])], True))
    return columns


def _named(data: Any) -> Any:
    """Return a frame with its index as columns, and the names of the codes in it beside their ids."""
    labels = data.attrs.get("labels", {})
    frame = data.rename(index={_ALL: "razem", "": _NONE}).reset_index()
    first = frame.columns[0]
    if len(frame.columns) < _WIDE and frame[first].isin(list(labels)).any():
        frame.insert(1, "label", frame[first].map(labels).fillna(""))
    return frame.rename(columns={"": _NONE})


def _cell(value: Any, shares: bool = False) -> str:
    from qualcode.wording import number, percent

    if isinstance(value, bool):
        return "tak" if value else "nie"
    if isinstance(value, float):
        if value != value:
            return "."
        return percent(value) if shares else number(value, 2)
    if isinstance(value, int):
        return number(value)
    return str(value)
