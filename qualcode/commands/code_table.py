"""``qualcode code-table``."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode.commands import options


@click.command("code-table", options_metavar="[OPCJE]")
@click.argument("path", metavar="ARKUSZ", type=click.Path(path_type=Path))
@click.option(
    "--text",
    required=True,
    metavar="KOLUMNA",
    help="Kolumna z odpowiedziami.",
)
@click.option(
    "--question", metavar="KOLUMNA", help="Kolumna z pytaniem (z pytaniem kody są trafniejsze)."
)
@options.codebook
@options.coder
@options.pipeline
@click.option("--scores", is_flag=True, help="Prawdopodobieństwa zamiast decyzji.")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="PLIK",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=options.writable,
    help="Dokąd zapisać: .xlsx lub .csv.",
)
def command(
    path: Path,
    text: str,
    question: str | None,
    codebook: str | None,
    coder: str | None,
    pipeline: str | None,
    scores: bool,
    output: Path,
) -> None:
    """Koduje kolumnę odpowiedzi w arkuszu CSV lub XLSX; reszta kolumn zostaje, jak była."""
    from qualcode.coders.storage import load_coder
    from qualcode.coding import code_sheet
    from qualcode.commands.material import tell_pipeline
    from qualcode.commands.show import show
    from qualcode.prospects import coder_remark
    from qualcode.reading.codebooks import load_codebook

    tell_pipeline(pipeline)
    book = load_codebook(codebook or "cus")
    ready = load_coder(coder, book, pipeline=pipeline)
    coded = code_sheet(
        path,
        text,
        question=question,
        codebook=book,
        coder=ready,
        pipeline=pipeline,
        scores=scores,
    )
    if remark := coder_remark(book, ready, pipeline=pipeline):
        click.echo(f"Uwaga: {remark}", err=True)
    show(coded, output, path.name)
