"""What all commands share: progress on stderr, tables on stdout or into a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

Progress = Callable[[str, int, int], None]


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
    from qualcode.commands.grids import draw

    draw(data if columns is None else data[list(columns)], title)
