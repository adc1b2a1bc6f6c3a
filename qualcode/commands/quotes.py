"""``qualcode quotes``."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode.commands import options


@click.command("quotes", options_metavar="[OPCJE]")
@click.argument("study", metavar="BADANIE", type=click.Path(path_type=Path))
@click.argument("code", metavar="KOD")
@click.option(
    "--n",
    metavar="LICZBA",
    default=3,
    show_default=True,
    type=click.IntRange(min=1),
    help="Ile cytatów.",
)
@options.coder
@options.output_file
def command(study: Path, code: str, n: int, coder: str | None, output: Path | None) -> None:
    """Wybiera cytaty do kodu, np. bariera.kadrowa: najtypowsze, po jednym od osoby."""
    from qualcode.commands.show import show
    from qualcode.quotations import quotes
    from qualcode.reading.sources import read

    show(quotes(read(study), code, n=n, coder=coder), output, f"Cytaty: {code}")
