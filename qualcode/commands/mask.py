"""``qualcode mask``."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode.commands import options

LOG_FILE = "zastapienia.csv"
_HEADINGS = {
    "transcript": "transkrypcja",
    "turn": "wypowiedź",
    "start": "od znaku",
    "end": "do znaku",
    "category": "rodzaj",
    "replacement": "zastąpiono przez",
    "check": "do sprawdzenia",
    "reason": "powód",
    "context": "fragment po zmianach",
}


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
@options.reading
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
    from qualcode.commands.show import show
    from qualcode.errors import MisuseError
    from qualcode.privacy import doubts as find_doubts
    from qualcode.privacy.masking import LOG_PLACE, recorded
    from qualcode.reading.sources import read
    from qualcode.summaries import problem_lines
    from qualcode.writing.files import write_text
    from qualcode.writing.folder import write_folder

    if doubts:
        columns = ("transcript", "text", "category", "masked", "context")
        places = find_doubts(read(paths, **reading), institutions=institutions, pipeline=pipeline)
        if places.empty:
            click.echo("Nie znaleziono miejsc wątpliwych; tekst i tak powinien przejrzeć człowiek.")
        else:
            show(places.set_index("transcript"), None, "Miejsca wątpliwe", columns=columns[1:])
        return
    if output is None:
        raise MisuseError("Podaj, dokąd zapisać badanie: „-o bez_nazwisk”.")
    _refuse_originals(paths, output)
    if key is not None and key.resolve().is_relative_to(output.resolve()):
        raise MisuseError(
            f"Klucz „{key}” leżałby w folderze wyników; zapisz go gdzie indziej, żeby nikt nie "
            "dostał obu naraz."
        )
    if passphrase and key is None:
        raise MisuseError("Hasło szyfruje klucz, więc podaj też plik: „--key klucz.json”.")
    secret = _asked() if passphrase else None
    study, places = recorded(
        read(paths, **reading),
        institutions=institutions,
        key=key,
        passphrase=secret,
        pipeline=pipeline,
    )
    write_folder(study, output)
    log = output / LOG_FILE
    write_text(log, places.rename(columns=_HEADINGS).to_csv(index=False, lineterminator="\n"))
    for line in problem_lines(study.problems):
        # what was done needs no place, unlike what was noticed somewhere
        click.echo(line.replace(f"{LOG_PLACE}: zastąpiono", "Zastąpiono"))
    click.echo(f"Zapisano: {output}; lista zastąpień i miejsc do sprawdzenia: {log}", err=True)


def _refuse_originals(paths: tuple[Path, ...], output: Path) -> None:
    """Refuse to write where the originals lie: they would be overwritten, or handed on with it."""
    from qualcode.errors import MisuseError

    for path in paths:
        if path.exists() and path.resolve().is_relative_to(output.resolve()):
            raise MisuseError(
                f"W folderze „{output}” leżą oryginały („{path}”); podaj inny folder na badanie z "
                "pseudonimami, np. „-o bez_nazwisk”."
            )


def _asked() -> str:
    secret: str = click.prompt("Hasło", hide_input=True, confirmation_prompt="Powtórz hasło")
    return secret
