"""``qualcode topics``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.commands import options
from qualcode.commands.polish_click import Whole

if TYPE_CHECKING:
    from pandas import DataFrame

    from qualcode.study import Study


@click.command("topics", options_metavar="[OPCJE]")
@options.study
@click.option(
    "--n-topics",
    metavar="LICZBA",
    type=Whole(2),
    help="Ile tematów; domyślnie tyle, ile się powtarza na częściach materiału.",
)
@click.option("--guided", is_flag=True, help="Skupia tematy wokół kodów książki kodowej.")
@click.option("--new", is_flag=True, help="Pokazuje propozycje kodów dla tematów spoza książki.")
@click.option(
    "--accept",
    metavar="NUMER",
    type=Whole(0),
    multiple=True,
    help="Dodaje kod z tematu do książki kodowej (z -o ksiazka.yaml); można powtórzyć.",
)
@options.signed
@options.material
@options.output_file
def command(
    study: Path,
    n_topics: int | None,
    guided: bool,
    new: bool,
    accept: tuple[int, ...],
    coder: str | None,
    pipeline: str | None,
    output: Path | None,
    **reading: options.Material,
) -> None:
    """Szuka tematów, o których mówiono, i pokazuje, których nie obejmuje książka kodowa.

    BADANIE to folder wyników „qualcode analyse” albo same transkrypcje (wtedy najpierw je koduje).

    Przykład: qualcode topics wyniki --accept 3 -o codebook.yaml
    """
    from qualcode.commands.material import coded_study, coder_name
    from qualcode.commands.show import show
    from qualcode.topicmodel import proposed_codes, topics

    material = coded_study(study, coder=coder, pipeline=pipeline, later=True, **reading)
    found = topics(
        material, n_topics=n_topics, guided=guided, coder=coder_name(coder), pipeline=pipeline
    )
    if "note" in found.attrs:
        click.echo(found.attrs["note"], err=True)
    if accept:
        _take(material, found, accept, output)
    elif new:
        _propose(proposed_codes(material, found), len(found), output)
    else:
        show(found if output else _short(found), output, "Tematy")
    drawn = not (accept or new or output)  # the base stands under the table already
    for remark in ("other",) if drawn else ("base", "other"):
        if len(found) and found.attrs.get(remark):
            click.echo(found.attrs[remark], err=True)


def _propose(proposals: DataFrame, n_topics: int, output: Path | None) -> None:
    """Show the codes proposed, or say that there are none."""
    from qualcode.commands.show import save, show

    if len(proposals):
        show(proposals, output, "Propozycje kodów")
        return
    reason = "książka kodowa obejmuje każdy ze znalezionych tematów" if n_topics else "brak tematów"
    click.echo(f"Nie ma propozycji nowych kodów: {reason}.")
    if output is not None:
        save(proposals, output)


def _short(found: DataFrame) -> DataFrame:
    """Return what fits on a screen, with Polish headers."""
    headers = {
        "topic": "nr",
        "label": "temat",
        "n": "wypowiedzi",
        "share": "udział",
        "stability": "stabilność",
        "nearest_code": "najbliższy kod",
        "new": "nowy",
    }
    return found[list(headers)].rename(columns=headers).set_index("nr")


def _take(material: Study, found: DataFrame, accept: tuple[int, ...], output: Path | None) -> None:
    """Write the study's codebook with the codes of the topics named."""
    from qualcode.errors import MisuseError
    from qualcode.topicmodel import accept as take
    from qualcode.topicmodel import proposed_codes
    from qualcode.writing.files import write_text
    from qualcode.writing.folder import codebook_yaml

    if output is None:
        raise MisuseError("Podaj, dokąd zapisać książkę kodową: „-o codebook.yaml”.")
    codebook = material.codebook
    proposals = proposed_codes(material, found)
    for number in accept:
        codebook = take(codebook, proposals, number)
        click.echo(
            f"Dodano kod {proposals.loc[number, 'code']}: {proposals.loc[number, 'name']}", err=True
        )
    write_text(output, codebook_yaml(codebook))
    click.echo(f"Zapisano: {output}", err=True)
