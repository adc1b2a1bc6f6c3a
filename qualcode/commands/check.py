"""``qualcode check``."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode.commands import options


@click.command("check", options_metavar="[OPCJE]")
@options.paths
@options.codebook
def command(paths: tuple[Path, ...], codebook: str | None) -> None:
    """Sprawdza transkrypcje albo książkę kodową (plik .yaml): co się wczyta i co poprawić."""
    from qualcode.errors import MisuseError
    from qualcode.reading.codebooks import load_codebook
    from qualcode.reading.sources import read
    from qualcode.wording import counted

    books = [path for path in paths if path.suffix.lower() in (".yaml", ".yml")]
    for path in books:
        if not path.is_file():
            raise MisuseError(f"Nie ma pliku „{path}”; sprawdź ścieżkę.")
        book = load_codebook(path)
        codes = counted(len(book), "kod", "kody", "kodów")
        click.echo(f"{path.name}: książka kodowa bez błędów, {codes}.")
    others = [path for path in paths if path not in books]
    if others:
        study = read(others, codebook=codebook)
        for transcript in study.transcripts:
            rows = study.segments[study.segments["transcript"] == transcript.id]
            speakers = rows["speaker"].replace("", None).nunique()
            click.echo(
                f"{transcript.id}: {counted(len(rows), 'wypowiedź', 'wypowiedzi', 'wypowiedzi')}, "
                f"{counted(speakers, 'mówca', 'mówców', 'mówców')}, "
                f"{counted(rows['question'].replace('', None).nunique(), 'pytanie', 'pytania', 'pytań')}"
            )
        for problem in study.problems:
            click.echo(f"  – {problem}")
