"""``qualcode train``."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.commands import options
from qualcode.commands.polish_click import Whole

if TYPE_CHECKING:
    from qualcode.study import Study


@click.command("train", options_metavar="[OPCJE]")
@options.study
@click.option(
    "--like",
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
    metavar="LICZBA",
    type=Whole(0),
    help="Na ilu częściach najpierw zmierzyć, jak dobrze się uczy; 0 pomija; domyślnie 5.",
)
@options.pipeline
@click.option(
    "-o",
    "--output",
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
    from qualcode.commands.material import tell_pipeline
    from qualcode.reading.sources import read

    material = read(study)
    tell_pipeline(pipeline)
    trained = train(material, like, coder=coder, folds=folds, pipeline=pipeline)
    save_coder(trained, output, training=material.title, like=like, figures=trained.figures_)
    click.echo(f"Zapisano koder: {output}")
    if trained.figures_:
        figures = {**_shipped(material, like, pipeline, trained.figures_), **trained.figures_}
        click.echo(_told(figures))
        click.echo(advice(figures, output))


def _shipped(
    study: Study, like: str, pipeline: str | None, figures: dict[str, float]
) -> dict[str, float]:
    """Return how well the shipped coder does on the same segments, unless that was measured."""
    from qualcode.coders.storage import is_trained, load_coder
    from qualcode.coding import code
    from qualcode.reliability import agreement

    if "alpha_before" in figures or "alpha" not in figures or not is_trained(study.codebook):
        return {}
    ready = load_coder(None, study.codebook, pipeline=pipeline)
    alpha = float(agreement(code(study, ready), like, ready.name).loc["all", "alpha"])
    return {} if math.isnan(alpha) else {"alpha_before": alpha}


def advice(figures: dict[str, float], output: Path) -> str:
    """Return which coder to use: the trained one only where it is surely better.

    Surely means that the shipped coder's alpha lies below the 95% interval of the trained one's.
    """
    from qualcode.wording import number, quoted

    use = f"qualcode analyse … --coder {output}"
    if "alpha" not in figures:
        return f"Nie wiadomo, czy jest lepszy od wbudowanego; użycie: {use}."
    if "alpha_before" not in figures:
        return f"Wbudowanego kodera dla tej książki kodowej nie ma; użycie: {use}."
    after, before = figures["alpha"], figures["alpha_before"]
    if round(after, 2) <= round(before, 2):
        return (
            f"Nie jest lepszy od wbudowanego (α = {number(after, 2)} wobec {number(before, 2)}), więc "
            f"używaj wbudowanego: pomiń {quoted('--coder')}. Pomoże zakodowanie kolejnych segmentów."
        )
    if before >= figures.get("alpha_low", -1.0) or figures["transcripts"] == 1:
        reason = (
            "zmierzono ją na jednej transkrypcji"
            if "alpha_low" not in figures
            else "mieści się w przedziale ufności"
        )
        return (
            f"Wypadł lepiej od wbudowanego, ale ta różnica jest niepewna: {reason}. Na razie używaj "
            f"wbudowanego (pomiń {quoted('--coder')}) i zakoduj więcej segmentów."
        )
    return f"Jest lepszy od wbudowanego; użycie: {use}."


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
