"""What a facilitator sees: Polish help, one sentence per mistake, exit codes."""

import importlib
import inspect

import click
import pytest

from qualcode.commands import COMMANDS, group, main
from qualcode.writing.folder import write_folder

MINUTES = """Gmina: Żabin
Data: 14 marca 2024 r.

2. Jakie są najważniejsze bariery rozwoju usług?

Prowadząca: Proszę, kto zacznie?
Pani Ela (mieszkanka): Nie ma kto pracować, opiekunki odchodzą za granicę.
Pan Jan (sołtys): Z naszej wsi nie ma czym dojechać do lekarza.
"""


@pytest.fixture
def run(capsys):
    def call(*arguments):
        code = 0
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            code = stopped.code or 0
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err

    return call


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_polish_help(run, name):
    code, out, _ = run(name, "--help")
    assert code == 0
    assert "Użycie:" in out
    assert "Opcje:" in out
    for english in ("Usage", "Options:", "Show ", "[default", "TEXT", "INTEGER", "[required]"):
        assert english not in out


def test_the_help_table_knows_every_command():
    context = click.Context(group)
    for name in COMMANDS:
        command = group.get_command(context, name)
        assert command is not None
        assert command.name == name


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["analiza"], ["Nie ma polecenia „analiza”", "analyse"]),
        (["analyse"], ["Brakuje argumentu"]),
        (["analyse", "x", "--codr", "y"], ["Nie ma opcji „--codr”"]),
        (["analyse", "/nie/ma/takiego"], ["Nie ma pliku ani folderu", "/nie/ma/takiego"]),
        (["matrix", "x", "--values", "procenty"], ["Zła wartość", "procenty"]),
    ],
)
def test_misuse_is_one_polish_sentence_and_exit_code_2(run, arguments, words):
    code, _, err = run(*arguments)
    assert code == 2
    assert all(word in err for word in words)


def test_an_empty_file_is_a_failure_with_a_reason(run, tmp_path):
    (tmp_path / "pusty.txt").touch()
    code, _, err = run("check", tmp_path)
    assert code == 1
    assert "pusty.txt" in err
    assert "pusty" in err


def test_one_bad_file_among_good_ones_is_skipped(run, tmp_path):
    (tmp_path / "dobry.txt").write_text(MINUTES, "utf-8")
    (tmp_path / "zepsuty.docx").write_bytes(b"PK\x03\x04 to nie jest dokument")
    (tmp_path / "program.txt").write_bytes(bytes(range(256)) * 20)
    code, out, _ = run("check", tmp_path)
    assert code == 0
    assert "dobry" in out
    assert "zepsuty.docx" in out
    assert "program.txt" in out


def test_windows_encoding_is_read(run, tmp_path):
    (tmp_path / "stary.txt").write_bytes(MINUTES.encode("cp1250"))
    code, out, _ = run("check", tmp_path)
    assert code == 0
    assert "CP1250" in out


def test_a_file_far_too_large_is_refused_unread(run, tmp_path):
    with (tmp_path / "wielki.txt").open("wb") as file:
        file.truncate(60_000_000)
    code, _, err = run("check", tmp_path / "wielki.txt")
    assert code == 1
    assert "60 MB" in err.replace("\u00a0", " ")


def test_a_codebook_mistake_names_the_line(run, tmp_path):
    book = tmp_path / "ksiazka.yaml"
    book.write_text("facets:\n  - id: a\n    name: A\n    kody: []\n", "utf-8")
    code, _, err = run("check", book)
    assert code == 1
    assert "ksiazka.yaml, wiersz 2" in err
    assert "kody" in err


def test_matrix_and_agreement_of_a_study(run, study, tmp_path):
    write_folder(study, tmp_path)
    code, out, _ = run("matrix", tmp_path, "--rows", "bariera", "--coder", "coder_a")
    assert code == 0
    assert "Podstawa: 5" in out.replace("\u00a0", " ")
    code, out, _ = run("agreement", tmp_path, "coder_a", "coder_b", "--by", "facet")
    assert code == 0
    assert "bariera" in out
    code, _, err = run("agreement", tmp_path, "coder_a", "coder_c")
    assert code == 2
    assert "coder_b" in err


VERBS = {
    "analyse": ("pipeline", "analyse"),
    "code-table": ("coding", "code_sheet"),
    "matrix": ("tables", "matrix"),
    "quotes": ("quotations", "quotes"),
    "agreement": ("reliability", "agreement"),
    "topics": ("topicmodel", "topics"),
    "train": ("coding", "train"),
}


@pytest.mark.parametrize("name", VERBS)
def test_a_command_takes_what_its_verb_takes(name):
    module, verb = VERBS[name]
    function = getattr(importlib.import_module(f"qualcode.{module}"), verb)
    parameters = set(inspect.signature(function).parameters) - {"progress"}
    command = group.get_command(click.Context(group), name)
    options = {option.name for option in command.params} - {"output", "accept", "new"}
    assert options == parameters - {"output"}
