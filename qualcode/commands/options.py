"""Options that mean the same in every command, named and defaulted as in the verbs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

paths = click.argument(
    "paths", metavar="ŚCIEŻKA…", nargs=-1, required=True, type=click.Path(path_type=Path)
)
codebook = click.option(
    "--codebook",
    metavar="PLIK|NAZWA",
    help="Książka kodowa (YAML); domyślnie „cus” albo własna badania.",
)
coder = click.option(
    "--coder",
    metavar="NAZWA",
    help="Koder: qualcode (domyślny), linear, rules, similarity albo folder wytrenowanego; w badaniu także osoba.",
)
pipeline = click.option(
    "--pipeline", metavar="NAZWA", help="Potok spaCy zamiast wbudowanego, np. pl_core_news_lg."
)


class PolishOption(click.Option):
    """An option whose help says "wymagane" and shows no English type names."""

    def get_help_extra(self, ctx: click.Context) -> Any:
        """Return what stands in brackets after the help text."""
        extra = super().get_help_extra(ctx)
        if "required" in extra:
            extra["required"] = "wymagane"
        extra.pop("range", None)
        return extra


output_file = click.option(
    "-o",
    "--output",
    metavar="PLIK",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Zapisuje do pliku .csv, .xlsx, .docx, .html lub .md zamiast na ekran.",
)
