"""``qualcode review-queue``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.commands import options
from qualcode.commands.polish_click import Whole

if TYPE_CHECKING:
    from pandas import DataFrame

    from qualcode.study import Codebook

_HEADERS = {
    "transcript": "transkrypcja",
    "speaker": "mówca",
    "question": "pytanie",
    "text": "wypowiedź",
    "codes": "kody maszyny",
    "unsure": "może niepotrzebne",
    "missed": "może brakuje",
    "doubt": "spodziewane błędy",
    "influence": "wpływ",
    "priority": "ważność",
    "segment": "segment",
}
_SCREEN = ("wypowiedź", "kody maszyny", "może niepotrzebne", "może brakuje")
_SHOWN = 20


@click.command("review-queue", options_metavar="[OPCJE]")
@options.study
@options.coder
@click.option(
    "--n",
    metavar="LICZBA",
    type=Whole(1),
    help=f"Ile segmentów od góry; domyślnie wszystkie (na ekranie {_SHOWN}).",
)
@options.material
@options.output_file
def command(
    study: Path,
    coder: str | None,
    n: int | None,
    pipeline: str | None,
    output: Path | None,
    **reading: options.Material,
) -> None:
    """Układa segmenty w kolejności, w jakiej najbardziej opłaca się je sprawdzić.

    Na górze stoją te, w których maszyna najpewniej się myli, a pomyłka najbardziej zmienia wyniki.
    To, co przeczytał już człowiek, jest pominięte.

    BADANIE to folder wyników „qualcode analyse” albo same transkrypcje.

    Przykład: qualcode review-queue wyniki -o kolejka.xlsx
    """
    from qualcode.commands.material import segmented, tell_pipeline
    from qualcode.commands.show import one_step, progress_bar, show
    from qualcode.reading.sources import read
    from qualcode.worklist import review_queue

    tell_pipeline(pipeline)
    material = segmented(read(study, **reading), pipeline)
    with progress_bar() as progress:
        queue = review_queue(
            material,
            coder=coder,
            n=n or (None if output else _SHOWN),
            pipeline=pipeline,
            progress=one_step(progress, "Ocena segmentów"),
        )
    show(_readable(queue, material.codebook), output, "Do sprawdzenia", columns=_SCREEN)


def _readable(queue: DataFrame, codebook: Codebook) -> DataFrame:
    """Return the queue with Polish headers and the names of codes."""
    shown = queue.assign(
        **{
            column: [
                "; ".join(codebook.label(code) for code in codes.split("; ") if code)
                for codes in queue[column]
            ]
            for column in ("codes", "unsure", "missed")
        }
    )
    return shown[list(_HEADERS)].rename(columns=_HEADERS).rename_axis("nr")
