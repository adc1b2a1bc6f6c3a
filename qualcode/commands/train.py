"""``qualcode train``."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode.commands import options


@click.command("train", options_metavar="[OPCJE]")
@options.study
@click.option(
    "--like",
    cls=options.PolishOption,
    required=True,
    metavar="KODER",
    help="Osoba, której kodowań koder ma się nauczyć.",
)
@click.option(
    "--coder",
    metavar="NAZWA",
    help="adapted dostraja wbudowany koder (domyślnie, gdy zna on te kody), linear uczy się od "
    "zera, transformer wymaga dodatku „train”.",
)
@click.option(
    "--folds",
    cls=options.PolishOption,
    metavar="LICZBA",
    type=click.IntRange(min=0),
    help="Na ilu częściach najpierw zmierzyć, jak dobrze się uczy; 0 pomija; domyślnie 5.",
)
@options.pipeline
@click.option(
    "-o",
    "--output",
    cls=options.PolishOption,
    required=True,
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Dokąd zapisać koder; potem: qualcode analyse … --coder FOLDER.",
)
def command(
    study: Path,
    like: str,
    coder: str | None,
    folds: int | None,
    pipeline: str | None,
    output: Path,
) -> None:
    """Uczy koder na tym, co w badaniu zakodował człowiek (od 30 segmentów)."""
    from qualcode.coders.storage import save_coder
    from qualcode.coding import train
    from qualcode.commands.material import read_study, tell_pipeline

    material = read_study(study)
    tell_pipeline(pipeline)
    trained = train(material, like, coder=coder, folds=folds, pipeline=pipeline)
    save_coder(trained, output, training=material.title, like=like, figures=trained.figures_)
    if trained.figures_:
        click.echo(_told(trained.figures_))
    click.echo(f"Zapisano koder: {output}")


def _told(figures: dict[str, float]) -> str:
    """Return in one sentence how well the coder does on segments it did not learn from."""
    from qualcode.wording import counted, number

    n = counted(int(figures["segments"]), "segmencie", "segmentach", "segmentach")
    sentence = f"Na {n}, z których się nie uczył, koder zgadza się z tą osobą: α Krippendorffa = "
    if "alpha" not in figures:
        return f"Na {n} kodów jest za mało, żeby zmierzyć zgodność."
    sentence += number(figures["alpha"], 2)
    if "alpha_low" in figures:
        low, high = number(figures["alpha_low"], 2), number(figures["alpha_high"], 2)
        sentence += f" (95% PU: {low}–{high})"
    for name, word in (("precision", "precyzja"), ("recall", "czułość")):
        if name in figures:
            sentence += f", {word} {number(figures[name], 2)}"
    if "alpha_before" in figures:
        sentence += f"; koder wbudowany, bez uczenia: α = {number(figures['alpha_before'], 2)}"
    if figures["transcripts"] == 1:
        sentence += ". Jest tu jedna transkrypcja, więc ten wynik jest raczej za wysoki"
    return f"{sentence}."
