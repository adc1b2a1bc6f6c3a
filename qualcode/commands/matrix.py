"""``qualcode matrix``."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode.commands import options


@click.command("matrix", options_metavar="[OPCJE]")
@options.study
@click.option(
    "--rows",
    default="code",
    show_default=True,
    metavar="NAZWA",
    help="Wiersze: code (kody), facet (aspekty), jeden aspekt (np. bariera), gmina, role, "
    "role_group, question, speaker albo transcript.",
)
@click.option(
    "--columns", default="gmina", show_default=True, metavar="NAZWA", help="Kolumny; jak wiersze."
)
@click.option(
    "--values",
    type=click.Choice(
        ["n", "row_percent", "column_percent", "per_1000_words", "speakers", "transcripts"]
    ),
    default="n",
    show_default=True,
    help="Wypowiedzi (n), ich udział w wierszu lub w kolumnie, na 1000 słów, osoby albo spotkania.",
)
@options.signed
@options.material
@options.output_file
def command(
    study: Path,
    rows: str,
    columns: str,
    values: str,
    coder: str | None,
    output: Path | None,
    **material: options.Material,
) -> None:
    """Krzyżuje kody z gminą, rolą, pytaniem albo innym aspektem.

    BADANIE to folder wyników „qualcode analyse” albo same transkrypcje (wtedy najpierw je koduje).
    """
    from qualcode.commands.grids import header
    from qualcode.commands.material import coded_study, coder_name
    from qualcode.commands.show import show
    from qualcode.tables import matrix

    coded = coded_study(study, coder=coder, **material)
    counts = matrix(coded, rows, columns, values=values, coder=coder_name(coder))
    show(counts, output, f"{header(rows)} × {header(columns)}")
