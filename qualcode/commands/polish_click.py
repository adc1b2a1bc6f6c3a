"""Click's own messages in Polish: its translation function looked up in a small catalogue."""

from __future__ import annotations

import importlib
import re

import click

from qualcode.wording import listed, quoted, suggestion

_MODULES = (
    "core",
    "decorators",
    "exceptions",
    "formatting",
    "parser",
    "termui",
    "types",
    "_termui_impl",
)
_CATALOGUE = {
    "Options": "Opcje",
    "Commands": "Polecenia",
    "Positional arguments": "Argumenty",
    "Usage:": "Użycie:",
    "Show this message and exit.": "Pokazuje tę pomoc i kończy.",
    "Error: {message}": "Błąd: {message}",
    "No such option {name!r}.": "Nie ma opcji „{name}”.",
    "Did you mean {possibility}?": "Czy chodziło o {possibility}?",
    "(Did you mean one of: {possibilities}?)": "Czy chodziło o jedną z: {possibilities}?",
    "No such command {name!r}.": "Nie ma polecenia „{name}”.",
    "Missing command.": "Brakuje polecenia.",
    "Missing argument": "Brakuje argumentu",
    "Missing option": "Brakuje opcji",
    "Missing parameter": "Brakuje parametru",
    "Missing parameter: {param_name}": "Brakuje parametru: {param_name}",
    "Missing {param_type}": "Brakuje: {param_type}",
    "Choose from:\n\t{choices}": "Do wyboru:\n\t{choices}",
    "Invalid value: {message}": "Zła wartość: {message}",
    "Invalid value for {param_hint}: {message}": "Zła wartość opcji {param_hint}: {message}",
    "Option {name!r} requires an argument.": "Opcja „{name}” wymaga wartości.",
    "Option {name!r} requires {nargs} arguments.": "Opcja „{name}” wymaga {nargs} wartości.",
    "Option {name!r} does not take a value.": "Opcja „{name}” nie przyjmuje wartości.",
    "Got unexpected extra argument ({args})": "Nieoczekiwany argument „{args}”; ścieżkę ze spacją "
    "ujmij w cudzysłów.",
    "Got unexpected extra arguments ({args})": "Nieoczekiwane argumenty „{args}”; ścieżkę ze "
    "spacją ujmij w cudzysłów.",
    "Argument {name!r} takes {nargs} values.": "Argument „{name}” wymaga {nargs} wartości.",
    "{name} {filename!r} does not exist.": "{name} „{filename}” nie istnieje.",
    "{name} {filename!r} is a file.": "{name} „{filename}” jest plikiem.",
    "{name} {filename!r} is a directory.": "{name} „{filename}” jest folderem.",
    "{name} {filename!r} is not readable.": "{name} „{filename}”: brak prawa odczytu.",
    "{name} {filename!r} is not writable.": "{name} „{filename}”: brak prawa zapisu.",
    "file": "plik",
    "directory": "folder",
    "path": "ścieżka",
    "default: {default}": "domyślnie: {default}",
    "required": "wymagane",
    "env var: {var}": "zmienna: {var}",
    "Aborted!": "Przerwano.",
    "{value!r} is not a valid {number_type}.": "„{value}” to nie jest liczba.",
    "{value} is not in the range {range}.": "{value} jest poza zakresem {range}.",
    "{value!r} is not one of {choices}.": "„{value}” nie jest żadną z wartości: {choices}.",
    "{value!r} is not {choice}.": "„{value}” to nie {choice}.",
    "{value!r} is not a valid boolean. Recognized values: {states}": "„{value}” to ani tak, ani "
    "nie; można: {states}.",
    "{name} {filename!r} is not executable.": "{name} „{filename}”: brak prawa uruchomienia.",
    "Could not open file {filename!r}: {message}": "Nie da się otworzyć pliku „{filename}”: "
    "{message}.",
    "unknown error": "nieznany błąd",
    "Repeat for confirmation": "Powtórz",
    "Error: The two entered values do not match.": "Wpisano dwie różne wartości; wpisz jeszcze raz.",
    "Error: invalid input": "Wpisz „y” (tak) albo „n” (nie).",
}
# click quotes what it names itself; what the catalogue has quoted stays as it is
_QUOTES = re.compile(r"„[^”]*”|'([^'\n]+)'")


class PolishGroup(click.Group):
    """A group that answers an unknown command with the nearest one and those there are."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command; suggest the nearest one when there is none of that name."""
        known = self.list_commands(ctx)
        if args[0] not in known and not args[0].startswith("-"):
            raise click.UsageError(
                f"Nie ma polecenia {quoted(args[0])}; są: {listed(known)}."
                f"{suggestion(args[0], known)}",
                ctx,
            )
        return super().resolve_command(ctx, args)


class Whole(click.ParamType):
    """A whole number of at least ``least``."""

    name = "liczba"

    def __init__(self, least: int) -> None:
        self.least = least

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the number or fail with what it should be."""
        try:
            number = int(str(value))
        except ValueError:
            self.fail(f"{quoted(str(value))} to nie jest liczba całkowita.", param, ctx)
        if number < self.least:
            self.fail(f"{number} to za mało; podaj co najmniej {self.least}.", param, ctx)
        return number


def show_error(error: click.ClickException) -> None:
    """Print the usage of the command and one sentence on what is wrong."""
    if isinstance(error, getattr(click.exceptions, "NoArgsIsHelpError", ())):
        error.show()  # the help page itself
        return
    context = getattr(error, "ctx", None)
    if context is not None:
        click.echo(f"{context.get_usage()}\nPomoc: „{context.command_path} --help”.\n", err=True)
    click.echo(f"Błąd: {_sentence(error)}", err=True)


def _sentence(error: click.ClickException) -> str:
    nearest = getattr(error, "possibilities", None)
    if nearest:
        return f"{error.message} Czy chodziło o {listed(map(quoted, nearest), 'albo')}?"
    return _QUOTES.sub(
        lambda match: quoted(match[1]) if match[1] else match[0], error.format_message()
    )


def speak_polish() -> None:
    """Replace the translation functions click's modules hold."""
    for name in _MODULES:
        module = importlib.import_module(f"click.{name}")
        if hasattr(module, "_"):
            vars(module)["_"] = _translate
        if hasattr(module, "ngettext"):
            vars(module)["ngettext"] = _translate_count


def _translate(message: str) -> str:
    return _CATALOGUE.get(message, message)


def _translate_count(one: str, many: str, count: int) -> str:
    return _translate(one if count == 1 else many)
