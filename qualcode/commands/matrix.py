"""``qualcode matrix``."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode.commands import options


@click.command("matrix", options_metavar="[OPCJE]")
@click.argument("study", metavar="BADANIE", type=click.Path(path_type=Path))
@click.option(
    "--rows",
    default="code",
    show_default=True,
    metavar="NAZWA",
    help="Wiersze: code, facet, aspekt (np. bariera), gmina, role, question…",
)
@click.option(
    "--columns", default="gmina", show_default=True, metavar="NAZWA", help="Kolumny; jak wiersze."
)
@click.option(
    "--values",
    type=click.Choice(
        ["n", "row_percent", "column_percent", "per_1000_words", "speakers", "transcripts"]
    ),
    default="n",
    show_default=True,
    help="Liczby, udziały, na 1000 słów, liczba osób albo spotkań.",
)
@options.coder
@options.output_file
def command(
    study: Path, rows: str, columns: str, values: str, coder: str | None, output: Path | None
) -> None:
    """Krzyżuje kody z gminą, rolą, pytaniem albo innym aspektem zakodowanego badania."""
    from qualcode.commands.show import show
    from qualcode.reading.sources import read
    from qualcode.tables import matrix

    counts = matrix(read(study), rows, columns, values=values, coder=coder)
    show(counts, output, f"{rows} × {columns}")
