"""``qualcode check``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.commands import options

if TYPE_CHECKING:
    from pandas import DataFrame


@click.command("check", options_metavar="[OPCJE]")
@options.paths
@options.codebook
@options.facilitator
@options.questions
def command(paths: tuple[Path, ...], **reading: options.Material) -> None:
    """Sprawdza transkrypcje albo książkę kodową (plik .yaml lub .qdc): co się wczyta i co poprawić."""
    from qualcode.commands.material import read_study
    from qualcode.errors import MisuseError
    from qualcode.reading.codebooks import load_codebook
    from qualcode.wording import counted

    books = [path for path in paths if path.suffix.lower() in (".yaml", ".yml", ".qdc")]
    for path in books:
        if not path.is_file():
            raise MisuseError(f"Nie ma pliku „{path}”; sprawdź ścieżkę.")
        book = load_codebook(path)
        codes = counted(len(book), "kod", "kody", "kodów")
        click.echo(f"{path.name}: książka kodowa bez błędów, {codes}.")
    others = [path for path in paths if path not in books]
    if not others:
        return
    study = read_study(others, **reading)
    for name, turns in study.segments.groupby("transcript", sort=False):
        click.echo(f"{name}: {_told(turns)}.")
    if study.problems:
        click.echo("Uwagi:")
    for problem in study.problems:
        click.echo(f"  – {problem}")


def _told(turns: DataFrame) -> str:
    """Return what was found in one transcript: turns, people, who leads, questions."""
    from qualcode.study import FACILITATOR
    from qualcode.wording import counted, listed

    people = sorted(set(turns["speaker"]) - {""})
    leading = sorted(set(turns.loc[turns["role"] == FACILITATOR, "speaker"]))
    asked = set(turns["question"]) - {""}
    names = [name or "osoba bez podpisu" for name in leading]
    return "; ".join(
        [
            counted(len(turns), "wypowiedź", "wypowiedzi", "wypowiedzi"),
            counted(len(people), "osoba", "osoby", "osób"),
            f"prowadzi: {listed(names)}" if names else "nie rozpoznano osoby prowadzącej",
            counted(len(asked), "pytanie", "pytania", "pytań") if asked else "nie znaleziono pytań",
        ]
    )
