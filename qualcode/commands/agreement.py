"""``qualcode agreement``."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode.commands import options


@click.command("agreement", options_metavar="[OPCJE]")
@options.study
@click.argument("first", metavar="KODER_1")
@click.argument("second", metavar="KODER_2")
@click.option(
    "--by",
    type=click.Choice(["code", "facet"]),
    default="code",
    show_default=True,
    help="Wiersz na kod albo na aspekt.",
)
@click.option(
    "--disagreements",
    is_flag=True,
    help="Zamiast współczynników wypisuje segmenty zakodowane różnie, z tekstem.",
)
@options.output_file
def command(
    study: Path, first: str, second: str, by: str, disagreements: bool, output: Path | None
) -> None:
    """Porównuje dwóch koderów (ludzi lub modele) na segmentach, które przeczytali obaj.

    Kropka znaczy, że kod nadano mniej niż dziesięć razy i współczynnika się nie podaje.
    """
    from qualcode.commands.material import coder_name
    from qualcode.commands.show import show
    from qualcode.reading.sources import read
    from qualcode.reliability import agreement
    from qualcode.reliability import disagreements as differences

    coded = read(study)
    first, second = (coder_name(name) or name for name in (first, second))
    if disagreements:
        differing = differences(coded, first, second).set_index("segment")
        show(differing, output, f"Rozbieżności: {first} – {second}")
        return
    result = agreement(coded, first, second, by=by)
    shown = ["n", "first_n", "second_n", "kappa", "alpha", "ac1", "f1"]
    if output is None:
        names = {"first_n": f"kody: {first}", "second_n": f"kody: {second}"}
        result = result.rename(columns=names)
        shown = [names.get(name, name) for name in shown]
    show(result, output, f"Zgodność: {first} – {second}", columns=shown)
