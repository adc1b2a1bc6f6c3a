"""``qualcode check``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.commands import options

if TYPE_CHECKING:
    from pandas import DataFrame

    from qualcode.study import Study


@click.command("check", options_metavar="[OPCJE]")
@options.paths
@options.reading
def command(paths: tuple[Path, ...], **reading: options.Material) -> None:
    """Sprawdza transkrypcje albo książkę kodową (plik .yaml lub .qdc): co się wczyta i co poprawić.

    Kod wyjścia: 0, gdy jest co analizować (pominięte pliki są wymienione), 1, gdy nie da się wczytać
    niczego.
    """
    from qualcode.errors import MisuseError
    from qualcode.reading.codebooks import load_codebook
    from qualcode.reading.sources import read
    from qualcode.segments import segment
    from qualcode.summaries import problem_lines
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
    # split as "analyse" does, so that both count the same statements
    study = segment(read(others, **reading))
    for name, turns in study.segments.groupby("transcript", sort=False):
        click.echo(f"{name}: {_told(turns)}.")
    for line in [*problem_lines(study.problems), _outlook(study)]:
        click.echo(line)


_NOTES = ("karteczka: ", "głosowanie: ")  # labels of what hung on a wall
_ANSWERS = "respondent "  # and of who answered a survey


def _outlook(study: Study) -> str:
    """Return in one sentence what ``analyse`` would read, count and leave out."""
    from qualcode.wording import counted

    said, skipped = len(study.said), sum(problem.skipped for problem in study.problems)
    read = counted(len(study.transcripts), "transkrypcję", "transkrypcje", "transkrypcji")
    counts = counted(said, "wypowiedź", "wypowiedzi", "wypowiedzi")
    sentence = f"Polecenie „qualcode analyse” wczyta {read} i zakoduje {counts} uczestników"
    if leading := len(study.segments) - said:
        sentence += (
            f" (bez {counted(leading, 'wypowiedzi', 'wypowiedzi', 'wypowiedzi')} osoby prowadzącej)"
        )
    if skipped:
        sentence += f", a pominie {counted(skipped, 'plik', 'pliki', 'plików')}"
    return f"{sentence}."


def _told(turns: DataFrame) -> str:
    """Return what was found in one transcript: statements, people, who leads, questions."""
    from qualcode.study import FACILITATOR
    from qualcode.wording import counted, listed

    speakers = set(turns["speaker"]) - {""}
    notes = {name for name in speakers if name.startswith(_NOTES)}
    written = speakers and all(name.startswith((*_NOTES, _ANSWERS)) for name in speakers)
    leading = sorted(set(turns.loc[turns["role"] == FACILITATOR, "speaker"]))
    asked = set(turns["question"]) - {""}
    names = [name or "osoba bez podpisu" for name in leading]
    told = [counted(len(turns), "wypowiedź", "wypowiedzi", "wypowiedzi")]
    if notes:
        told.append(
            counted(len(notes), "notatka z tablicy", "notatki z tablicy", "notatek z tablicy")
        )
    if speakers - notes or not notes:
        told.append(counted(len(speakers - notes), "osoba", "osoby", "osób"))
    if not written:  # nobody leads a survey or a wall of notes
        told.append(f"prowadzi: {listed(names)}" if names else "nie rozpoznano osoby prowadzącej")
    told.append(
        counted(len(asked), "pytanie", "pytania", "pytań") if asked else "nie znaleziono pytań"
    )
    return "; ".join(told)
