"""``qualcode train``."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode.commands import options


@click.command("train", options_metavar="[OPCJE]")
@click.argument("study", metavar="BADANIE", type=click.Path(path_type=Path))
@click.option(
    "--like",
    cls=options.PolishOption,
    required=True,
    metavar="KODER",
    help="Osoba, której kodowań koder ma się nauczyć.",
)
@click.option(
    "--coder",
    default="linear",
    show_default=True,
    metavar="NAZWA",
    help="Rodzaj kodera: linear albo transformer.",
)
@click.option(
    "-o",
    "--output",
    cls=options.PolishOption,
    required=True,
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Dokąd zapisać koder; potem: qualcode analyse … --coder FOLDER.",
)
def command(study: Path, like: str, coder: str, output: Path) -> None:
    """Uczy koder na tym, co w badaniu zakodował człowiek (od 30 segmentów)."""
    from qualcode.coders.storage import save_coder
    from qualcode.coding import train
    from qualcode.reading.sources import read

    material = read(study)
    trained = train(material, like, coder=coder)
    save_coder(trained, output, training=material.title, like=like)
    click.echo(f"Zapisano koder: {output}")
