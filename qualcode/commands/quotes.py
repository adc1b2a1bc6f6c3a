"""``qualcode quotes``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.commands import options
from qualcode.commands.polish_click import Whole

if TYPE_CHECKING:
    from pandas import DataFrame


@click.command("quotes", options_metavar="[OPCJE]")
@options.study
@click.argument("code", metavar="KOD")
@click.option(
    "--n",
    metavar="LICZBA",
    default=3,
    show_default=True,
    type=Whole(1),
    help="Ile cytatów.",
)
@options.signed
@options.material
@options.output_file
def command(
    study: Path,
    code: str,
    n: int,
    coder: str | None,
    output: Path | None,
    **material: options.Material,
) -> None:
    """Wybiera cytaty do kodu, np. bariera.kadrowa: najtypowsze, po jednym od osoby.

    BADANIE to folder wyników „qualcode analyse” albo same transkrypcje (wtedy najpierw je koduje).
    """
    from qualcode.commands.material import coded_study, coder_name
    from qualcode.commands.show import save
    from qualcode.quotations import quotes

    coded = coded_study(study, coder=coder, code_id=code, **material)
    found = quotes(coded, code, n=n, coder=coder_name(coder))
    if output is not None:
        save(found, output)
        return
    click.echo(f"Cytaty: {coded.codebook.label(code)} ({code})\n")
    click.echo(_listed(found))


def _listed(found: DataFrame) -> str:
    """Return quotes as a numbered list: a table of long texts is not read on a screen."""
    from qualcode.wording import quoted

    if found.empty:
        return "Żadna wypowiedź uczestników nie dostała tego kodu."
    lines = []
    for number, (place, row) in enumerate(found.iterrows(), 1):
        lines.append(f"{number}. {quoted(row['quote'])} ({row['attribution']})")
        lines.append(f"   [{place}]" + (f" Uwaga: {row['warning']}" if row["warning"] else ""))
        lines.append("")
    return "\n".join([*lines, str(found.attrs["rule"])])
