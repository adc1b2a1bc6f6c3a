"""``qualcode models``."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode.commands.polish_click import PolishGroup

# what it is, and the file that tells for which codebooks it ships; none for any codebook
_CODERS = {
    "qualcode": (
        "domyślny: reguły i modele uczone na skonstruowanych warsztatach, razem",
        "qualcode/model.json",
    ),
    "transformer": (
        "mały model językowy uczony na skonstruowanych warsztatach",
        "transformer/model.json",
    ),
    "linear": (
        "regresja na formach podstawowych słów, pytaniu i wskazówkach reguł",
        "linear/model.json",
    ),
    "rules": ("reguły z zasięgiem przeczenia, bez uczenia", "cues.yaml"),
    "similarity": ("podobieństwo do definicji i przykładów, bez uczenia: szkic", ""),
}


@click.group(
    "models",
    cls=PolishGroup,
    invoke_without_command=True,
    subcommand_metavar="[list | install]",
    options_metavar="[OPCJE]",
)
@click.pass_context
def command(context: click.Context) -> None:
    """Pokazuje potoki językowe i kodery, które są na tym komputerze; doinstalowuje potoki.

    Samo „qualcode models” znaczy tyle co „qualcode models list”.
    """
    if context.invoked_subcommand is None:
        _show()


@command.command(
    "list", short_help="Pokazuje, co jest na tym komputerze.", options_metavar="[OPCJE]"
)
def shown() -> None:
    """Pokazuje potoki językowe i kodery, które są na tym komputerze."""
    _show()


@command.command("install", short_help="Instaluje potok językowy spaCy.", options_metavar="[OPCJE]")
@click.argument("name", metavar="NAZWA")
@click.option(
    "--from",
    "wheel",
    metavar="PLIK.whl",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Plik potoku pobrany wcześniej: instaluje bez internetu. Tylko z zaufanego źródła.",
)
def install(name: str, wheel: Path | None) -> None:
    """Instaluje potok językowy spaCy, np. pl_core_news_lg.

    To jedyne polecenie, które może sięgnąć do internetu, i tylko bez „--from”: wysyła wtedy samą
    nazwę potoku, nigdy treści transkrypcji.

    Przykład: qualcode models install pl_core_news_lg --from pl_core_news_lg-3.8.0-py3-none-any.whl
    """
    from qualcode.polish import language_remark, load_pipeline
    from qualcode.polish.installation import install_pipeline
    from qualcode.polish.pipelines import GIFTS, given_by, pipeline_name
    from qualcode.wording import listed

    click.echo("Instaluję…" if wheel else "Szukam potoku w internecie…", err=True)
    version = install_pipeline(name, wheel)
    own = pipeline_name(name)
    gifts = [told for gift, (_, told, _) in GIFTS.items() if gift in given_by(own)]
    click.echo(f"Zainstalowano potok {own} {version}.")
    click.echo(f"Wyznacza: {listed(gifts) or 'niczego'}.")
    remark = language_remark(load_pipeline(own))
    if remark:
        click.echo(f"Uwaga: {remark}")
    click.echo(f"Użycie: qualcode analyse FOLDER --pipeline {own}")


def _show() -> None:
    import pandas as pd

    from qualcode.commands.show import show
    from qualcode.polish.installation import installed_pipelines

    pipelines = installed_pipelines().set_index("pipeline")
    show(pipelines, None, "Potoki językowe (--pipeline NAZWA)")
    rows = [(name, told, _books(mark)) for name, (told, mark) in _CODERS.items()]
    coders = pd.DataFrame(rows, columns=["coder", "description", "codebooks"]).set_index("coder")
    show(coders, None, "Kodery (--coder NAZWA)")


def _books(mark: str) -> str:
    """Return the codebooks that ship with what a coder needs, by the file that tells."""
    from qualcode import resources
    from qualcode.wording import listed

    if not mark:
        return "każda"
    folders = [root / "models" for root in resources.roots()]
    found = {
        path.parents[mark.count("/")].name
        for folder in folders
        for path in folder.glob(f"*/{mark}")
    }
    return listed(sorted(found)) or "żadna (tu go nie ma)"
