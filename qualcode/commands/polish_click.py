"""Click's own messages in Polish: its translation function looked up in a small catalogue."""

from __future__ import annotations

import importlib

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
    "Try '{command} {option}' for help.": "Pomoc: „{command} {option}”.",
    "No such option {name!r}.": "Nie ma opcji „{name}”.",
    "Did you mean {possibility}?": "Czy chodziło o {possibility}?",
    "(Did you mean one of: {possibilities}?)": "(Czy chodziło o jedną z: {possibilities}?)",
    "No such command {name!r}.": "Nie ma polecenia „{name}”.",
    "Missing command.": "Brakuje polecenia.",
    "Missing argument": "Brakuje argumentu",
    "Missing option": "Brakuje opcji",
    "Missing parameter": "Brakuje parametru",
    "Missing parameter: {param_name}": "Brakuje parametru: {param_name}",
    "Missing {param_type}": "Brakuje: {param_type}",
    "Choose from:\n\t{choices}": "Do wyboru:\n\t{choices}",
    "Invalid value: {message}": "Zła wartość: {message}",
    "Invalid value for {param_hint}: {message}": "Zła wartość {param_hint}: {message}",
    "Option {name!r} requires an argument.": "Opcja „{name}” wymaga wartości.",
    "Option {name!r} requires {nargs} arguments.": "Opcja „{name}” wymaga {nargs} wartości.",
    "Option {name!r} does not take a value.": "Opcja „{name}” nie przyjmuje wartości.",
    "Got unexpected extra argument ({args})": "Nieoczekiwany argument ({args})",
    "Got unexpected extra arguments ({args})": "Nieoczekiwane argumenty ({args})",
    "Argument {name!r} takes {nargs} values.": "Argument {name} przyjmuje {nargs} wartości.",
    "{name} {filename!r} does not exist.": "{name} „{filename}” nie istnieje.",
    "{name} {filename!r} is a file.": "{name} „{filename}” jest plikiem.",
    "{name} {filename!r} is a directory.": "{name} „{filename}” jest folderem.",
    "{name} {filename!r} is not readable.": "{name} „{filename}”: brak prawa odczytu.",
    "{name} {filename!r} is not writable.": "{name} „{filename}”: brak prawa zapisu.",
    "file": "plik",
    "directory": "folder",
    "path": "ścieżka",
    "default: {default}": "domyślnie: {default}",
    "env var: {var}": "zmienna: {var}",
    "Aborted!": "Przerwano.",
    "{value!r} is not a valid {number_type}.": "„{value}” to nie jest liczba.",
    "{value} is not in the range {range}.": "{value} jest poza zakresem {range}.",
    "{value!r} is not one of {choices}.": "„{value}” nie jest żadną z wartości: {choices}.",
    "{value!r} is not {choice}.": "„{value}” to nie {choice}.",
}


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
