"""``qualcode mask``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.commands import options

if TYPE_CHECKING:
    from qualcode.errors import Problem


@click.command("mask", options_metavar="[OPCJE]")
@options.paths
@click.option(
    "-o",
    "--output",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Dokąd zapisać badanie z pseudonimami.",
)
@click.option("--institutions", is_flag=True, help="Zastępuje też nazwy instytucji.")
@click.option(
    "--key",
    metavar="PLIK",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Zapisuje klucz do odtworzenia nazwisk; trzymaj go osobno, poza folderem wyników.",
)
@click.option("--passphrase", is_flag=True, help="Pyta o hasło i szyfruje nim klucz.")
@options.codebook
@options.facilitator
@options.questions
@click.option(
    "--pipeline",
    metavar="NAZWA",
    help="Potok językowy spaCy, np. pl_core_news_lg: zastępuje także nazwiska, które on wskaże.",
)
@click.option(
    "--doubts", is_flag=True, help="Tylko pokazuje miejsca wątpliwe, niczego nie zmienia."
)
def command(
    paths: tuple[Path, ...],
    output: Path | None,
    institutions: bool,
    key: Path | None,
    passphrase: bool,
    doubts: bool,
    pipeline: str | None,
    **reading: options.Material,
) -> None:
    """Zastępuje nazwiska, miejsca i numery pseudonimami. To pomoc, a nie gwarancja.

    Przykład: qualcode mask warsztaty/ -o bez_nazwisk --key klucz.json
    """
    from qualcode.commands.material import read_study
    from qualcode.commands.show import show
    from qualcode.errors import MisuseError
    from qualcode.privacy import doubts as find_doubts
    from qualcode.privacy import mask
    from qualcode.writing.folder import write_folder

    if doubts:
        columns = ("transcript", "text", "category", "masked", "context")
        places = find_doubts(
            read_study(paths, **reading), institutions=institutions, pipeline=pipeline
        )
        if places.empty:
            click.echo("Nie znaleziono miejsc wątpliwych; tekst i tak powinien przejrzeć człowiek.")
        else:
            show(places.set_index("transcript"), None, "Miejsca wątpliwe", columns=columns[1:])
        return
    if output is None:
        raise MisuseError("Podaj, dokąd zapisać badanie: „-o bez_nazwisk”.")
    if key is not None and key.resolve().is_relative_to(output.resolve()):
        raise MisuseError(
            f"Klucz „{key}” leżałby w folderze wyników; zapisz go gdzie indziej, żeby nikt nie "
            "dostał obu naraz."
        )
    if passphrase and key is None:
        raise MisuseError("Hasło szyfruje klucz, więc podaj też plik: „--key klucz.json”.")
    secret = _asked() if passphrase else None
    study = mask(
        read_study(paths, **reading),
        institutions=institutions,
        key=key,
        passphrase=secret,
        pipeline=pipeline,
    )
    write_folder(study, output)
    for line in _told(study.problems):
        click.echo(line)
    click.echo(f"Zapisano: {output}", err=True)


def _told(problems: Iterable[Problem]) -> list[str]:
    """Return the lines of what was left out and noted, the note of masking as a sentence."""
    from qualcode.privacy.masking import LOG_PLACE
    from qualcode.wording import counted

    skipped: list[str] = []
    noted: list[str] = []
    for problem in problems:
        own = problem.place == LOG_PLACE
        line = problem.sentence[:1].upper() + problem.sentence[1:] if own else str(problem)
        (skipped if problem.skipped else noted).append(f"  – {line}")
    files = counted(len(skipped), "plik", "pliki", "plików")
    return [
        *([f"Pominięto {files}:", *skipped] if skipped else []),
        *(["Uwagi:", *noted] if noted else []),
    ]


def _asked() -> str:
    secret: str = click.prompt("Hasło", hide_input=True, confirmation_prompt="Powtórz hasło")
    return secret
