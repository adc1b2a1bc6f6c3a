"""``qualcode analyse``."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode.commands import options


@click.command("analyse", options_metavar="[OPCJE]")
@options.paths
@click.option(
    "-o",
    "--output",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("wyniki"),
    show_default=True,
    help="Dokąd zapisać wyniki.",
)
@options.codebook
@options.coder
@options.facilitator
@options.questions
@options.pipeline
@click.option(
    "--topics/--no-topics", default=True, help="Czy szukać tematów spoza książki kodowej."
)
@click.option(
    "--pseudonymise",
    is_flag=True,
    help="Zastępuje nazwiska, małe miejsca i numery, zanim cokolwiek zapisze.",
)
@click.option(
    "--suppress",
    metavar="K",
    type=click.IntRange(min=2),
    help="Zapisuje wyniki do publikacji: utajnia liczby, za którymi jest mniej niż K osób, i cytaty, które mogą wskazać osobę; bez zapisu wypowiedzi.",
)
def command(
    paths: tuple[Path, ...],
    output: Path,
    codebook: str | None,
    coder: str | None,
    facilitator: tuple[str, ...] | None,
    questions: Path | None,
    pipeline: str | None,
    topics: bool,
    pseudonymise: bool,
    suppress: int | None,
) -> None:
    """Czyta transkrypcje, koduje je i zapisuje macierze, cytaty, wykresy i raport.

    ŚCIEŻKA to folder, pliki (.txt, .docx, .pdf, .vtt, .srt, .csv, .xlsx i inne) albo badanie zapisane przez
    qualcode.
    """
    from qualcode.companion import beside, load

    with beside():
        load(topics=topics)  # first of all: it goes on while the rest is imported
        from qualcode.commands.material import coder_name
        from qualcode.commands.show import progress_bar
        from qualcode.pipeline import analyse
        from qualcode.summaries import summary

        with progress_bar() as progress:
            study = analyse(
                paths,
                output,
                codebook=codebook,
                coder=coder,
                facilitator=facilitator,
                questions=questions,
                pipeline=pipeline,
                topics=topics,
                pseudonymise=pseudonymise,
                suppress=suppress,
                progress=progress,
            )
    click.echo(summary(study, output, coder=coder_name(coder), suppress=suppress))
