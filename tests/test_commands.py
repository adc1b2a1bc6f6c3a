"""What a facilitator sees: Polish help, one sentence per mistake, exit codes."""

import importlib
import inspect
import subprocess
import sys

import click
import pandas as pd
import pytest

import qualcode as qc
from qualcode.commands import COMMANDS, group
from qualcode.writing.folder import write_folder

MINUTES = """Gmina: Żabin
Data: 14 marca 2024 r.

2. Jakie są najważniejsze bariery rozwoju usług?

Prowadząca: Proszę, kto zacznie?
Pani Ela (mieszkanka): Nie ma kto pracować, opiekunki odchodzą za granicę.
Pan Jan (sołtys): Z naszej wsi nie ma czym dojechać do lekarza.
"""


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
        (["analyse"], ["Brakuje argumentu „ŚCIEŻKA…”."]),
        (["train", "x"], ["Brakuje opcji „--like”."]),
        (["train", "x", "--like"], ["Opcja „--like” wymaga wartości."]),
        (["analyse", "x", "--topics=3"], ["Opcja „--topics” nie przyjmuje wartości."]),
        (["analyse", "x", "--codr", "y"], ["Nie ma opcji „--codr”. Czy chodziło o „--"]),
        (["matrix", "moje", "wyniki"], ["argument „wyniki”; ścieżkę ze spacją ujmij w cudzysłów"]),
        (["quotes", "x", "y", "--n", "0"], ["„--n”: 0 to za mało; podaj co najmniej 1"]),
        (["quotes", "x", "y", "--n", "dwa"], ["„dwa” to nie jest liczba całkowita"]),
        (["matrix", "x", "-o", "."], ["„-o” / „--output”", "„.” jest folderem"]),
        (["analyse", "/nie/ma/takiego"], ["Nie ma pliku ani folderu", "/nie/ma/takiego"]),
        (
            ["matrix", "x", "--values", "procenty"],
            ["Zła wartość opcji „--values”", "„procenty”", "„n”"],
        ),
        (["matrix", "x", "-o", "wynik.pdf"], ["nie ma formatu „.pdf”", ".xlsx"]),
        (["code-table", "x", "--text", "a", "-o", "wynik.pdf"], ["nie ma formatu „.pdf”"]),
        (["models", "instal"], ["„instal”; są: install i list", "Czy chodziło o „install”?"]),
    ],
)
def test_misuse_is_one_polish_sentence_and_exit_code_2(run, arguments, words):
    code, _, err = run(*arguments)
    assert code == 2
    assert all(word in err for word in words)
    assert not set("'\"") & set(err)


# what no command of ours can make click say
_UNSAID = (
    "Try '", "start character", "eprecat", "iterable", "declaration", "(dynamic)", "defined twice",
    "pass '--{name}'", "Takes {nargs}", "same flag", "any key", "colour", "Choice(", "the format",
    "are required", "was given", "UUID",
)  # fmt: skip


def test_click_says_nothing_in_english():
    """Every message in click's own source is in the catalogue, or no command can cause it."""
    import ast
    from pathlib import Path

    from qualcode.commands.polish_click import _CATALOGUE, _MODULES

    unknown = []
    for name in ("exceptions", "parser", "core", "termui", "types"):
        assert name in _MODULES
        source = Path(importlib.import_module(f"click.{name}").__file__).read_text("utf-8")
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
                words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                unknown += [word for word in words if isinstance(word, str)]
    unknown = [word for word in unknown if word not in _CATALOGUE]
    assert [word for word in unknown if not any(part in word for part in _UNSAID)] == []


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
    out = out.replace("\u00a0", " ")
    assert "Pominięto 2 pliki:" in out
    assert "  – zepsuty.docx: " in out
    assert "  – program.txt: " in out
    assert "wczyta 1 transkrypcję i zakoduje 2 wypowiedzi uczestników (bez 1 wypowiedzi" in out
    assert out.endswith("a pominie 2 pliki.\n")
    code, out, err = run("check", tmp_path / "zepsuty.docx", tmp_path / "program.txt")
    assert code == 1
    assert "z 2 plików żadnego nie dało się odczytać" in err.replace("\u00a0", " ")
    assert err.count("zepsuty.docx: ") == err.count("program.txt: ") == 1


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
    assert "ksiazka.yaml, wiersz 4" in err
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


READ = ("reading.sources", "read")
PREPARED = (READ, ("segments", "segment"), ("coding", "code"))
# command -> the verbs it chains, and the options it has beside theirs
VERBS = {
    "analyse": ([("pipeline", "analyse")], set()),
    "code-table": ([("coding", "code_sheet")], set()),
    "matrix": ([*PREPARED, ("tables", "matrix")], set()),
    "quotes": ([*PREPARED, ("quotations", "quotes")], set()),
    "topics": ([*PREPARED, ("topicmodel", "topics")], {"accept", "new"}),
    "agreement": ([("reliability", "agreement")], {"disagreements"}),
    "train": ([("coding", "train")], set()),
    "review-queue": ([READ, ("worklist", "review_queue")], set()),
    "mask": ([READ, ("privacy", "mask"), ("privacy", "doubts")], {"doubts"}),
    "check": ([READ], set()),
    "models": ([], set()),
}


@pytest.mark.parametrize("name", VERBS)
def test_a_command_takes_what_its_verbs_take(name):
    verbs, own = VERBS[name]
    parameters = set()
    for module, verb in verbs:
        function = getattr(importlib.import_module(f"qualcode.{module}"), verb)
        parameters |= set(inspect.signature(function).parameters) - {"progress", "output"}
        if verb == "code":  # coding on the way is plain coding
            parameters -= {"like", "folds", "abstain"}
    command = group.get_command(click.Context(group), name)
    options = {option.name for option in command.params} - {"output"}
    # a study is read from a path; which of the two words depends on whether there may be many
    options, parameters = options - {"study", "paths"}, parameters - {"study", "paths"}
    assert options == parameters | own


def test_every_command_that_mirrors_verbs_is_compared_with_them():
    assert set(COMMANDS) == set(VERBS)


def test_installing_takes_what_its_verb_takes():
    from qualcode.polish.installation import install_pipeline

    install = group.get_command(click.Context(group), "models").commands["install"]
    names = [option.name for option in install.params]
    assert names == list(inspect.signature(install_pipeline).parameters)


def test_no_help_imports_anything_heavy():
    script = (
        "import sys\n"
        "from qualcode.commands import COMMANDS, main\n"
        "for words in [[], *([name] for name in COMMANDS), ['models', 'install']]:\n"
        "    try:\n        main([*words, '--help'])\n    except SystemExit:\n        pass\n"
        "heavy = {'pandas', 'numpy', 'spacy', 'sklearn', 'rich', 'yaml', 'docx'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "--pipeline" in done.stdout


TALK = """Gmina: Żabin

Anna: Kto zacznie? Jakie są bariery?
Ela: Nie ma kto pracować, opiekunki odchodzą za granicę.
Jan: Z naszej wsi nie ma czym dojechać do lekarza.
Anna: A co z dziećmi?
Ela: Do psychologa czeka się rok.
"""


@pytest.fixture
def talk(tmp_path):
    path = tmp_path / "zabin.txt"
    path.write_text(TALK, "utf-8")
    return path


def test_the_facilitator_is_named_and_the_questions_are_read(run, talk, tmp_path):
    code, out, _ = run("check", talk, "--facilitator", "Anna")
    assert code == 0
    assert "prowadzi: Anna" in out
    code, out, _ = run("check", talk, "--facilitator", "")
    assert code == 0
    assert "nie rozpoznano osoby prowadzącej" in out
    other = TALK.replace("Jakie są bariery?", "Gdzie kupujecie rowery zimowe?")
    talk.write_text(other.replace("A co z dziećmi?", "A jak drogie rowery letnie?"), "utf-8")
    _, out, _ = run("check", talk, "--facilitator", "Anna")
    assert "nie znaleziono pytań" in out
    guide = tmp_path / "scenariusz.txt"
    guide.write_text("Gdzie kupujecie rowery zimowe?\nIle kosztują rowery letnie?\n", "utf-8")
    _, out, _ = run("check", talk, "--facilitator", "Anna", "--questions", guide)
    assert "nie znaleziono" not in out
    code, _, err = run("check", talk, "--questions", tmp_path / "brak.txt")
    assert code == 2
    assert "Nie ma pliku z pytaniami" in err


@pytest.mark.parametrize(
    "command", ["analyse", "check", "matrix", "topics", "mask", "review-queue"]
)
def test_a_facilitator_nobody_knows_is_misuse(run, command, talk, tmp_path):
    output = ["-o", tmp_path / "gdzie"] if command in ("analyse", "mask") else []
    code, _, err = run(command, talk, "--facilitator", "Ania", *output)
    assert code == 2
    assert "nie ma mówcy „Ania”" in err
    assert "Czy chodziło o „Anna”?" in err
    assert not (tmp_path / "gdzie").exists()


def test_a_study_read_before_takes_no_facilitator_and_no_pipeline(run, study, tmp_path):
    write_folder(study, tmp_path)
    code, _, err = run("matrix", tmp_path, "--coder", "coder_a", "--facilitator", "Anna")
    assert code == 2
    assert "już wczytane" in err
    code, _, err = run("matrix", tmp_path, "--coder", "coder_a", "--pipeline", "pl_core_news_lg")
    assert code == 2
    assert "już zakodowane" in err


def test_an_unknown_code_is_met_before_anything_is_coded(run, talk):
    code, _, err = run("quotes", talk, "bariera.kadr")
    assert code == 2
    assert "bariera.kadrowa" in err
    assert "koduję" not in err


def test_the_screen_speaks_polish(run, study, tmp_path):
    write_folder(study, tmp_path)
    _, out, _ = run("agreement", tmp_path, "coder_a", "coder_b", "--by", "facet")
    assert not {"facet", "first_n", "second_n", "kappa", "alpha", "all"} & set(out.split())
    _, out, _ = run(
        "matrix", tmp_path, "--rows", "bariera", "--values", "row_percent", "--coder", "coder_a"
    )
    assert "100,0%" in out
    assert "Kadrowa" in out
    _, out, _ = run("quotes", tmp_path, "bariera.kadrowa", "--coder", "coder_a")
    assert "1. „Nie ma kto pracować, opiekunki odchodzą.” (" in out.replace("\u00a0", " ")
    assert not {"evidence", "typicality", "warning"} & set(out.split())


def test_bare_transcripts_are_coded_on_the_way(run, talk):
    code, out, err = run("matrix", talk, "--rows", "bariera", "--coder", "rules")
    assert code == 0
    assert "najpierw je koduję" in err
    assert "Żabin" in out
    assert "kodowanie: rules" in out.replace("\n", " ")
    code, out, _ = run("quotes", talk, "bariera.kadrowa", "--coder", "rules")
    assert code == 0
    assert "opiekunki odchodzą" in out


def test_a_folder_of_results_stands_for_its_study(run, study, tmp_path):
    write_folder(study, tmp_path / "wyniki" / "badanie")
    code, out, _ = run("agreement", tmp_path / "wyniki", "coder_a", "coder_b")
    assert code == 0
    assert "bariera.kadrowa" in out


def test_the_queue_of_bare_transcripts_reads_as_analyse_does(run, talk, tmp_path):
    arguments = ("review-queue", talk, "--coder", "rules", "-o", tmp_path / "kolejka.csv")
    assert run(*arguments)[0] == 0
    whole = (tmp_path / "kolejka.csv").read_text("utf-8")
    assert run(*arguments, "--facilitator", "Ela")[0] == 0
    without = (tmp_path / "kolejka.csv").read_text("utf-8")
    assert "opiekunki odchodzą" in whole
    assert "opiekunki odchodzą" not in without
    assert "czym dojechać" in without


def test_check_counts_what_is_coded(run, tmp_path):
    long = " ".join(f"To jest zdanie numer {n}, w którym ktoś mówi o busie." for n in range(20))
    (tmp_path / "a.txt").write_text(f"Anna: {long}\nJan: Nie ma busa.\nAnna: Tak.\n", "utf-8")
    read = qc.read(tmp_path, facilitator=())
    said = len(qc.segment(read).said)
    assert said > len(read.said)
    _, out, _ = run("check", tmp_path, "--facilitator", "")
    assert f"a: {said} wypowiedzi" in out.replace("\u00a0", " ")
    assert f"zakoduje {said} wypowiedzi" in out.replace("\u00a0", " ")


@pytest.fixture
def themed(monkeypatch):
    """Topics that stand ready: two the codebook covers."""
    rows = [[0, "bus", 4, 0.5, 0.9, "bariera.kadrowa", False] for _ in range(2)]
    names = ["topic", "label", "n", "share", "stability", "nearest_code", "new"]
    found = pd.DataFrame(rows, columns=names)
    found.attrs["base"] = "Podstawa: 8 wypowiedzi uczestników."
    monkeypatch.setattr("qualcode.topicmodel.topics", lambda *_, **__: found)
    return found


def test_no_proposals_are_one_sentence(run, study, tmp_path, themed):
    write_folder(study, tmp_path)
    code, out, _ = run("topics", tmp_path, "--new", "--coder", "coder_a")
    assert code == 0
    assert out.strip() == (
        "Nie ma propozycji nowych kodów: książka kodowa obejmuje każdy ze znalezionych tematów."
    )


def test_the_base_of_topics_is_told_once(run, study, tmp_path, themed):
    write_folder(study, tmp_path)
    _, out, err = run("topics", tmp_path, "--coder", "coder_a")
    assert (out + err).count("Podstawa: 8") == 1


def test_check_asks_for_no_leader_of_a_wall_of_notes(run, tmp_path):
    (tmp_path / "wall.csv").write_text("Bariery;Pomysły\nbrak busa;klub w remizie\nkolejki do lekarza;dyżur\n", "utf-8")  # fmt: skip
    _, out, _ = run("check", tmp_path)
    assert "4\u00a0notatki z tablicy" in out
    assert "osoby prowadzącej" not in out
