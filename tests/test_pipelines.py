"""Other spaCy pipelines: installed from a file, used everywhere, refused with a sentence."""

import hashlib
import json
import re
import subprocess
import sys
import zipfile

import pytest

import qualcode as qc
from qualcode.coders.rules import RulesCoder
from qualcode.errors import MissingPartError
from qualcode.polish import installation, load_pipeline
from qualcode.polish.pipelines import forget, given_by
from qualcode.reports.blocks import Report
from qualcode.writing.manifests import manifest

NAME, VERSION = "pl_probny", "0.3.0"
TALK = """Gmina: Żabin

Prowadząca: Jakie są najważniejsze bariery rozwoju usług?
Pani Ela (mieszkanka): Nie ma kto pracować. Opiekunki odchodzą za granicę.
Pan Jan (sołtys): Z naszej wsi nie ma czym dojechać do lekarza. Brakuje busów.
Pani Ela (mieszkanka): Młodzi wyjeżdżają, a do pracy w opiece nikt nie przychodzi.
"""
LOADER = """from pathlib import Path

from spacy.util import get_model_meta, load_model_from_init_py

__version__ = get_model_meta(Path(__file__).parent)["version"]


def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""


def pipeline(*components, language="pl", name="probny"):
    import spacy

    nlp = spacy.blank(language, meta={"name": name, "version": VERSION})
    for component in components:
        nlp.add_pipe(component)
    return nlp


def packed(nlp, folder, file=None):
    """Write a wheel as ``spacy package`` does."""
    name = f"{nlp.lang}_{nlp.meta['name']}"
    inner, info = f"{name}/{name}-{VERSION}", f"{name}-{VERSION}.dist-info"
    nlp.to_disk(folder / "potok")
    files = {
        f"{inner}/{path.relative_to(folder / 'potok').as_posix()}": path.read_bytes()
        for path in (folder / "potok").rglob("*")
        if path.is_file()
    }
    files[f"{name}/__init__.py"] = LOADER.encode()
    files[f"{name}/meta.json"] = files[f"{inner}/meta.json"]
    files[f"{info}/METADATA"] = (
        f"Metadata-Version: 2.1\nName: {name}\nVersion: {VERSION}\n".encode()
    )
    files[f"{info}/WHEEL"] = b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files[f"{info}/entry_points.txt"] = f"[spacy_models]\n{name} = {name}\n".encode()
    record = [f"{path},," for path in (*files, f"{info}/RECORD")]
    files[f"{info}/RECORD"] = "\n".join(record).encode()
    target = folder / (file or f"{name}-{VERSION}-py3-none-any.whl")
    with zipfile.ZipFile(target, "w") as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return target


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """Return the wheel of a Polish pipeline that sets sentences and lemmas, but no names."""
    nlp = pipeline("polish_sentences", "polish_tagger")
    return packed(nlp, tmp_path_factory.mktemp("kolo"), f"{NAME}-{VERSION}-py3-none-any (1).whl")


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Let pip install into a folder of the test alone."""
    folder = tmp_path / "pakiety"
    folder.mkdir()
    monkeypatch.setenv("PIP_TARGET", str(folder))
    monkeypatch.syspath_prepend(str(folder))
    yield folder
    sys.modules.pop(NAME, None)
    forget(NAME)


@pytest.fixture
def talk(tmp_path):
    path = tmp_path / "zabin.txt"
    path.write_text(TALK, "utf-8")
    return path


def on_disk(folder, *components, **about):
    nlp = pipeline(*components, **about)
    nlp.to_disk(folder)
    return str(folder)


def simple(folder, language="pl"):
    """Write a pipeline that cuts sentences and knows one lemma; it loads at once."""
    nlp = pipeline("sentencizer", language=language)
    attributes = {"LEMMA": "opiekunka", "POS": "NOUN"}
    nlp.add_pipe("attribute_ruler").add([[{"LOWER": "opiekunek"}]], attributes)
    nlp.to_disk(folder)
    return str(folder)


def test_a_file_is_installed_listed_and_used(run, wheel, place, talk, tmp_path):
    # the browser's "(1)" in the file name must not stop pip
    code, out, _ = run("models", "install", "pl-probny", "--from", wheel)
    assert code == 0
    assert f"{NAME} {VERSION}" in out
    assert "lematy" in out
    assert "nazwy własne" not in out
    code, out, _ = run("models")
    assert code == 0
    assert NAME in out
    assert "pl_qualcode" in out

    results = tmp_path / "wyniki"
    code, out, _ = run("analyse", talk, "-o", results, "--pipeline", NAME, "--no-topics")
    assert code == 0
    assert "pl_qualcode" in out  # the coder was trained with it, and the reader is told
    noted = json.loads((results / "manifest.json").read_text("utf-8"))
    assert noted["pipeline"] == f"{NAME} {VERSION}"
    assert noted["parameters"]["pipeline"] == NAME
    assert f"{NAME} {VERSION}" in (results / "raport.html").read_text("utf-8")
    assert qc.read(results / "badanie").about["pipeline"] == f"{NAME} {VERSION}"


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"to nie jest archiwum", 1, ["to nie jest plik .whl", NAME]),
        (None, 2, ["Nie ma pliku"]),
        ("inny", 2, ["pl_inny", NAME]),
        ("pusty", 1, ["to nie jest plik .whl", NAME]),
    ],
)
def test_a_wrong_file_is_refused_before_anything_is_installed(
    run, place, tmp_path, content, code, words
):
    path = tmp_path / "plik.whl"
    if content == "inny":
        path = packed(pipeline("sentencizer", name="inny"), tmp_path)
    elif content == "pusty":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("pakiet/__init__.py", "")
    elif content:
        path.write_bytes(content)
    got, _, err = run("models", "install", NAME, "--from", path)
    assert got == code
    assert all(word in err for word in words)
    assert not list(place.iterdir())


@pytest.mark.parametrize("name", ["pl_qualcode", "../pl_core", "pl core", "x"])
def test_a_name_that_cannot_be_installed_is_misuse(run, name):
    code, _, err = run("models", "install", name)
    assert code == 2
    assert name.rsplit("/", 1)[-1] in err


def test_without_pip_the_sentence_says_what_to_do(run, wheel, monkeypatch):
    monkeypatch.setattr(installation.importlib.util, "find_spec", lambda name: None)
    code, _, err = run("models", "install", NAME, "--from", wheel)
    assert code == 1
    assert "ensurepip" in err


class Registry:
    """Stands for pip and spaCy as child processes: fails, or "downloads" a file."""

    def __init__(self, file=None):
        self.file, self.calls = file, []

    def run(self, command, **options):
        assert options["capture_output"], "their English would reach the user"
        self.calls.append(command)
        if self.file is None or "download" not in command or "spacy" in command:
            return subprocess.CompletedProcess(command, 1, "", "ERROR: no")
        folder = command[command.index("-d") + 1]
        with zipfile.ZipFile(f"{folder}/x-9-py3-none-any.whl", "w") as archive:
            archive.writestr(*self.file)
        return subprocess.CompletedProcess(command, 0, "", "")


def test_offline_the_sentence_leads_to_a_file(run, monkeypatch):
    monkeypatch.setattr(installation.subprocess, "run", Registry().run)
    code, _, err = run("models", "install", "pl_core_news_lg")
    assert code == 1
    assert "qualcode models install pl_core_news_lg --from" in err.replace("\n", " ")
    assert "no" not in err.split()


def test_a_stranger_under_the_same_name_is_not_installed(run, monkeypatch):
    registry = Registry(("pl_core_news_lg/__init__.py", "raise SystemExit"))
    monkeypatch.setattr(installation.subprocess, "run", registry.run)
    code, _, err = run("models", "install", "pl_core_news_lg")
    assert code == 1
    assert "to nie jest potok spaCy" in err
    assert not [call for call in registry.calls if "install" in call]


def test_what_pip_says_is_told_in_a_polish_sentence(run, wheel, monkeypatch):
    monkeypatch.setattr(installation.subprocess, "run", Registry().run)
    code, _, err = run("models", "install", NAME, "--from", wheel)
    assert code == 1
    assert "Program pip nie zainstalował potoku" in err


def test_no_address_stands_in_the_code():
    text = installation.__loader__.get_source(installation.__name__)
    assert "://" not in text
    assert not re.search(r"\w\.(com|org|net|io|co|ai)\b", text)


@pytest.mark.parametrize("command", ["analyse", "matrix", "topics", "code-table", "mask", "quotes"])
def test_a_missing_pipeline_is_one_sentence_with_the_mend(run, command, talk, tmp_path):
    sheet = tmp_path / "odpowiedzi.csv"
    sheet.write_text("odpowiedź\nBrakuje opiekunek.\n", "utf-8")
    more = {
        "analyse": [talk, "-o", tmp_path / "wyniki"],
        "code-table": [sheet, "--text", "odpowiedź", "-o", tmp_path / "wynik.csv"],
        "mask": [talk, "-o", tmp_path / "maska"],
        "quotes": [talk, "bariera.kadrowa"],
    }
    code, _, err = run(command, *more.get(command, [talk]), "--pipeline", "pl_core_news_lg")
    assert code == 1
    assert "qualcode models install pl_core_news_lg" in err.replace("\n", " ")
    assert not (tmp_path / "wyniki").exists()
    assert not (tmp_path / "maska").exists()


def test_what_a_pipeline_cannot_give_is_said(run, talk, tmp_path):
    bare = on_disk(tmp_path / "goly", "sentencizer")
    assert given_by(bare) == {"sentences"}
    code, _, err = run("analyse", talk, "-o", tmp_path / "wyniki", "--pipeline", bare)
    assert code == 1
    assert "nie wyznacza form podstawowych" in err
    assert not (tmp_path / "wyniki").exists()
    code, _, err = run("mask", talk, "-o", tmp_path / "maska", "--pipeline", bare)
    assert code == 1
    assert "nazw własnych" in err
    blank = on_disk(tmp_path / "pusty")
    with pytest.raises(MissingPartError, match="granic zdań"):
        qc.segment(qc.read(talk), pipeline=blank)
    with pytest.raises(MissingPartError, match="lematów"):
        qc.code_texts(["Brakuje busów."], coder="rules", pipeline=blank)


def test_a_pipeline_that_does_not_load_is_a_sentence(tmp_path):
    folder = tmp_path / "zepsuty"
    on_disk(folder, "sentencizer")
    (folder / "config.cfg").write_text("[nlp]\nlang = nic\n", "utf-8")
    with pytest.raises(MissingPartError, match="nie działa z tą wersją spaCy"):
        load_pipeline(str(folder))
    # an installed package that is no pipeline
    with pytest.raises(MissingPartError, match="pandas"):
        load_pipeline("pandas")


@pytest.fixture
def reports(monkeypatch):
    """Keep empty reports of runs instead of making and writing them, which takes seconds."""
    kept = []
    monkeypatch.setattr(
        "qualcode.pipeline.report",
        lambda study, coder, topics: Report("", "", (), (), study, coder),
    )
    monkeypatch.setattr(
        "qualcode.pipeline.write_results", lambda report, *_, **__: kept.append(report)
    )
    return kept


def test_a_pipeline_of_another_language_is_noted(talk, tmp_path, reports):
    foreign = simple(tmp_path / "obcy", language="cs")
    study = qc.analyse(talk, tmp_path / "wyniki", coder="rules", pipeline=foreign, topics=False)
    assert [item for item in study.problems if "innego języka" in item.sentence]
    assert study.about["pipeline"] == f"cs_probny {VERSION}"


def test_a_trained_coder_keeps_its_pipeline(run, talk, codebook, tmp_path, reports):
    own = simple(tmp_path / "wlasny")
    qc.save_coder(RulesCoder(codebook, own), tmp_path / "moj")
    assert qc.load_coder(tmp_path / "moj", codebook).pipeline == own
    other = qc.load_coder(tmp_path / "moj", codebook, pipeline="pl_qualcode")
    assert other.pipeline == "pl_qualcode"
    code, out, _ = run("analyse", talk, "--coder", tmp_path / "moj", "--no-topics")
    assert code == 0
    assert "Najsilniejsze bariery" in out
    noted = manifest(reports[0])
    assert json.loads(noted)["pipeline"] == f"{NAME} {VERSION}"
    model = hashlib.sha256((tmp_path / "moj" / "model.json").read_bytes()).hexdigest()
    assert json.loads(noted)["coder"] == {"name": "moj", "files": {"model.json": model}}
    assert str(tmp_path) not in noted


def test_a_study_names_every_pipeline_that_read_it(talk, tmp_path):
    own = simple(tmp_path / "wlasny")
    study = qc.code(qc.segment(qc.read(talk)), "rules", pipeline=own)
    first, second = study.about["pipeline"].split("; ")
    assert first.startswith("pl_qualcode ")
    assert second == f"{NAME} {VERSION}"
    assert qc.code(study, "rules", pipeline=own).about == study.about


def test_masking_takes_the_names_another_pipeline_finds(talk, tmp_path):
    nlp = pipeline()
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "persName", "pattern": "za granicę"}])
    nlp.to_disk(tmp_path / "nazwy")
    study = qc.read(talk)
    assert "za granicę" in qc.mask(study).transcripts[0].text
    masked = qc.mask(study, pipeline=str(tmp_path / "nazwy"))
    assert "za granicę" not in masked.transcripts[0].text
    found = qc.doubts(study, pipeline=str(tmp_path / "nazwy"))
    assert "za granicę" in list(found["text"])
    for row in masked.segments.itertuples():
        assert masked.transcripts[0].text[row.start : row.end] == row.text
