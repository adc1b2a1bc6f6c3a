"""The command line: the only room that imports click, prints or exits.

Commands are imported when called, so that ``qualcode --help`` stays quick.
"""

from __future__ import annotations

import importlib
import sys

import click

from qualcode import __version__
from qualcode.commands.polish_click import PolishGroup, show_error, speak_polish
from qualcode.errors import QualcodeError
from qualcode.isolation import isolate, spare_collector

# command -> (module, what it does); the help page is made from this table alone
COMMANDS = {
    "analyse": ("analyse", "Cała droga: transkrypcje → zakodowane macierze, raport i cytaty."),
    "code-table": ("code_table", "Koduje kolumnę odpowiedzi w arkuszu CSV lub XLSX."),
    "matrix": ("matrix", "Krzyżuje kody z gminą, rolą, pytaniem albo innym aspektem."),
    "quotes": ("quotes", "Wybiera cytaty do wskazanego kodu."),
    "topics": ("topics", "Szuka tematów i pokazuje, których nie obejmuje książka kodowa."),
    "agreement": ("agreement", "Porównuje dwóch koderów: ludzi lub modele."),
    "review-queue": (
        "review_queue",
        "Układa wypowiedzi, które człowiek powinien sprawdzić najpierw.",
    ),
    "train": ("train", "Uczy koder na tym, co zakodował człowiek."),
    "mask": ("mask", "Zastępuje nazwiska, miejsca i numery pseudonimami."),
    "models": ("models", "Pokazuje potoki językowe i kodery; doinstalowuje potoki."),
    "check": ("check", "Sprawdza transkrypcje albo książkę kodową, niczego nie licząc."),
}
_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class LazyGroup(PolishGroup):
    """A group that imports a command only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"qualcode.commands.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help page from the table, without importing any command."""
        with formatter.section("Polecenia"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings=_CONTEXT,
    options_metavar="[OPCJE]",
    subcommand_metavar="POLECENIE [ARGUMENTY]…",
)
@click.version_option(
    __version__,
    "-V",
    "--version",
    prog_name="qualcode",
    message="%(prog)s %(version)s",
    help="Pokazuje wersję i kończy.",
)
def group() -> None:
    """Koduje transkrypcje warsztatów o usługach społecznych. Bez internetu, na tym komputerze.

    Najprościej: qualcode analyse FOLDER_Z_TRANSKRYPCJAMI
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; one Polish sentence and an exit code instead of a traceback."""
    speak_polish()
    spare_collector()
    if arguments is None and sys.argv[1:2] != ["models"]:
        isolate()  # what people said stays on this machine
    try:
        group.main(arguments, prog_name="qualcode", standalone_mode=False)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        show_error(error)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Przerwano; niczego nie zapisano w połowie.", err=True)
        sys.exit(1)
    except QualcodeError as error:
        click.echo(f"Błąd: {error}", err=True)
        for problem in getattr(error, "problems", ())[1:]:
            click.echo(f"  – {problem}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.exit(1)
    except MemoryError:
        click.echo("Błąd: zabrakło pamięci; podziel materiał na mniejsze części.", err=True)
        sys.exit(1)
    except Exception as error:
        click.echo(_unexpected(error), err=True)
        sys.exit(1)


def _unexpected(error: Exception) -> str:
    """Say where the program failed; never what the error says, which may quote a transcript."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "qualcode" in frame.filename] or list(frames)
    place = f"{own[-1].filename.replace(chr(92), '/').rsplit('/', 1)[-1]}:{own[-1].lineno}"
    return (
        f"Błąd programu ({type(error).__name__}, {place}): nie powinien się zdarzyć. Niczego nie "
        "zapisano w połowie; zgłoś go, podając ten napis."
    )
