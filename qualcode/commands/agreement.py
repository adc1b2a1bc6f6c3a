"""``qualcode agreement``."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode.commands import options


@click.command("agreement", options_metavar="[OPCJE]")
@click.argument("study", metavar="BADANIE", type=click.Path(path_type=Path))
@click.argument("first", metavar="KODER_1")
@click.argument("second", metavar="KODER_2")
@click.option(
    "--by",
    type=click.Choice(["code", "facet"]),
    default="code",
    show_default=True,
    help="Wiersz na kod albo na aspekt.",
)
@options.output_file
def command(study: Path, first: str, second: str, by: str, output: Path | None) -> None:
    """Porównuje dwóch koderów (ludzi lub modele) na segmentach, które przeczytali obaj."""
    from qualcode.commands.show import show
    from qualcode.reading.sources import read
    from qualcode.reliability import agreement

    shown = ["n", "first_n", "second_n", "kappa", "alpha", "ac1", "f1"]
    result = agreement(read(study), first, second, by=by)
    show(result, output, f"Zgodność: {first} – {second}", columns=shown)
