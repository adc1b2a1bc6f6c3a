"""Options that mean the same in every command, named and defaulted as in the verbs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Material = Any
"""What :func:`material` passes on: codebook, facilitator, questions and pipeline."""
paths = click.argument(
    "paths", metavar="ŚCIEŻKA…", nargs=-1, required=True, type=click.Path(path_type=Path)
)
study = click.argument("study", metavar="BADANIE", type=click.Path(path_type=Path))
codebook = click.option(
    "--codebook",
    metavar="PLIK|NAZWA",
    help="Książka kodowa (.yaml, .qdc, .xlsx, .csv); domyślnie „cus” albo własna badania.",
)
_CODER = (
    "Koder: qualcode (domyślny), transformer, linear, rules, similarity albo folder wytrenowanego"
)
coder = click.option("--coder", metavar="NAZWA", help=f"{_CODER}.")
signed = click.option(
    "--coder", metavar="NAZWA", help=f"{_CODER}; w zakodowanym badaniu także osoba."
)
"""The coder whose codings are shown, where ``coder`` is the one that codes."""
pipeline = click.option(
    "--pipeline",
    metavar="NAZWA",
    help="Potok językowy spaCy zamiast wbudowanego, np. pl_core_news_lg; zob. qualcode models.",
)
questions = click.option(
    "--questions",
    metavar="PLIK",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Scenariusz spotkania: plik z jednym pytaniem w wierszu; domyślnie pytania.txt obok "
    "transkrypcji.",
)


def _leaders(
    context: click.Context, option: click.Parameter, names: tuple[str, ...]
) -> tuple[str, ...] | None:
    """Return who leads: None to recognise, nobody when the only name given is empty."""
    if not names:
        return None
    return tuple(name for name in names if name.strip())


facilitator = click.option(
    "--facilitator",
    metavar="OSOBA",
    multiple=True,
    callback=_leaders,
    help='Kto prowadzi spotkanie, jak w transkrypcji; można powtórzyć; "" gdy nikt. Domyślnie '
    "rozpoznaje sam.",
)


def reading(function: Callable[..., None]) -> Callable[..., None]:
    """Add what :func:`qualcode.read` takes beside the paths."""
    for option in (questions, facilitator, codebook):
        function = option(function)
    return function


def material(function: Callable[..., None]) -> Callable[..., None]:
    """Add what turns bare transcripts into a coded study."""
    return reading(pipeline(function))


def writable(context: click.Context, option: click.Parameter, path: Path | None) -> Path | None:
    """Refuse a format nobody writes before the long work, not after it."""
    if path is None:
        return None
    from qualcode.errors import MisuseError
    from qualcode.wording import listed, quoted
    from qualcode.writing.targets import SUFFIXES

    # topics writes codebooks as well
    known = (*SUFFIXES, ".yaml", ".yml") if context.info_name == "topics" else SUFFIXES
    if path.suffix.lower() not in known:
        raise MisuseError(
            f"{path.name}: nie ma formatu {quoted(path.suffix or 'bez rozszerzenia')}; "
            f"są: {listed(known)}."
        )
    return path


output_file = click.option(
    "-o",
    "--output",
    metavar="PLIK",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=writable,
    help="Zapisuje do pliku .csv, .xlsx, .docx, .html lub .md zamiast na ekran.",
)
