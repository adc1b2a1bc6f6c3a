"""What all commands share: progress on stderr, tables on stdout or into a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

Progress = Callable[[str, int, int], None]
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


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Yield ``progress(step, done, in_all)`` drawing one bar on stderr, gone when done."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<24}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("Start", total=None)

        def tell(step: str, done: int, total: int) -> None:
            bars.update(task, description=step, completed=done, total=total or None)

        yield tell


def one_step(progress: Progress, step: str) -> Callable[[int, int], None]:
    """Return the two-argument progress function verbs take."""
    return lambda done, total: progress(step, done, total)


def save(data: Any, output: Path) -> None:
    """Write a frame in the format of the file's suffix and say where it lies."""
    from qualcode.writing.targets import write

    write(data, output)
    click.echo(f"Zapisano: {output}", err=True)


def show(
    data: Any, output: Path | None, title: str, *, columns: Sequence[str] | None = None
) -> None:
    """Print a frame as a table, or write it in the format of the file's suffix.

    ``columns`` are those shown on the screen; a file gets all of them.
    """
    if output is not None:
        save(data, output)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    frame = _named(data if columns is None else data[list(columns)])
    shares = str(data.attrs.get("values", "")).endswith(_PERCENT)
    labels = data.attrs.get("labels", {})
    grid = Table(title=title, title_justify="left")
    for place, column in enumerate(frame.columns):
        numeric = frame[column].dtype.kind in "iuf"
        header = _HEADERS.get(str(column)) or labels.get(column, str(column))
        # ids are typed again in other commands, so they stay whole
        whole = place == 0 and bool(labels)
        grid.add_column(
            header, justify="right" if numeric else "left", overflow="fold", no_wrap=whole
        )
    percents = [shares or column == _SHARE for column in frame.columns]
    for row in frame.itertuples(index=False):
        cells = zip(row, percents, strict=True)
        grid.add_row(*(Text(_cell(value, share)) for value, share in cells))
    console = Console()
    console.print(grid)
    if "base" in data.attrs:
        console.print(Text(data.attrs["base"]))


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
