"""Files: whole or not at all, the same each time, and harmless whatever people said."""

import csv
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pandas as pd
import pytest
from reports_study import build, hostile_report, plain_report, plain_study

import qualcode as qc
from qualcode.errors import MisuseError, OutputError
from qualcode.reading.codebooks import load_codebook
from qualcode.reports import report
from qualcode.tables import matrix, table
from qualcode.wording import NBSP
from qualcode.writing.targets import check_results, write, write_results
from qualcode.writing.typography import bound

SUFFIXES = ["docx", "xlsx", "html", "csv", "md", "tex"]


@pytest.fixture(scope="module")
def whole():
    return plain_report()


@pytest.fixture(scope="module")
def hostile():
    return hostile_report()


@pytest.fixture(scope="module")
def results(whole, tmp_path_factory):
    folder = tmp_path_factory.mktemp("wyniki")
    write_results(whole, folder)
    return folder


def test_the_results_folder_holds_what_is_promised(results):
    names = {path.relative_to(results).as_posix() for path in results.rglob("*") if path.is_file()}
    assert {
        "raport.docx",
        "raport.html",
        "raport.md",
        "raport.tex",
        "wyniki.xlsx",
        "kodowanie.csv",
        "kodowanie-excel.csv",
        "macierze/bariera.csv",
        "macierze/bariera-excel.csv",
        "wykresy/bariera-slupki.png",
        "badanie/codings.csv",
        "manifest.json",
    } <= names
    assert not [name for name in names if ".qualcode-" in name]


def test_the_same_input_gives_the_same_bytes(results, codebook, tmp_path):
    write_results(report(plain_study(codebook)), tmp_path)
    for path in results.rglob("*"):
        if path.is_file():
            other = tmp_path / path.relative_to(results)
            assert other.read_bytes() == path.read_bytes(), path.name


def test_progress_is_told_to_the_end(hostile, tmp_path):
    told = []
    write_results(hostile, tmp_path, progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] == len(told)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_reports_frames_and_hostile_text_can_be_written_everywhere(
    hostile, study, suffix, tmp_path
):
    assert write(hostile, tmp_path / f"raport.{suffix}").stat().st_size > 0
    counts = matrix(study, "bariera", "transcript", coder="coder_a")
    assert write(counts, tmp_path / f"macierz.{suffix}").stat().st_size > 0


def test_a_study_is_written_as_a_folder(study, tmp_path):
    from qualcode.reading.sources import read

    assert read(write(study, tmp_path / "badanie")) == study


def test_unknown_format_is_answered_with_a_suggestion(whole, tmp_path):
    with pytest.raises(MisuseError, match=r"Czy chodziło o „\.docx”"):
        write(whole, tmp_path / "raport.doc")
    with pytest.raises(MisuseError, match="bez rozszerzenia"):
        write(whole, tmp_path / "raport")
    with pytest.raises(MisuseError, match="Nie umiem zapisać"):
        write("tekst", tmp_path / "raport.md")


def test_a_place_that_cannot_be_written_is_one_sentence_and_no_rest(whole, tmp_path):
    blocked = tmp_path / "plik"
    blocked.write_text("x")
    with pytest.raises(OutputError, match="Nie można zapisać"):
        write(whole, blocked / "raport.md")
    assert [path.name for path in tmp_path.iterdir()] == ["plik"]


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def full_disk(*_, **__):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("older", [True, False])
def test_a_full_disk_leaves_older_results_and_nothing_new(
    whole, results, tmp_path, monkeypatch, older
):
    target = tmp_path / "nowy" / "wyniki"
    if older:
        shutil.copytree(results, target)
    monkeypatch.setattr("qualcode.writing.documents.write_docx", full_disk)
    with pytest.raises(OutputError, match=r"Nie można zapisać.*miejsce na dysku") as told:
        write_results(whole, target)
    assert ".qualcode-" not in str(told.value)
    if older:
        assert contents(target) == contents(results)
        assert [path.name for path in target.parent.iterdir()] == ["wyniki"]
    else:
        assert not list(tmp_path.iterdir())


def test_a_file_is_named_as_asked_when_it_cannot_be_written(whole, tmp_path, monkeypatch):
    monkeypatch.setattr("pathlib.Path.write_text", full_disk)
    with pytest.raises(OutputError) as told:
        write_results(whole, tmp_path / "wyniki")
    assert ".qualcode-" not in str(told.value)
    assert str(tmp_path / "wyniki") in str(told.value)


def test_results_that_cannot_be_moved_in_are_taken_back(whole, results, tmp_path, monkeypatch):
    target = tmp_path / "wyniki"
    shutil.copytree(results, target)
    (target / "macierze" / "dawna.csv").write_text("x")
    before = contents(target)
    rename = Path.rename

    def locked(self, goal):
        if goal == target / "raport.html":
            raise PermissionError(13, "otwarty w innym programie")
        return rename(self, goal)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", locked)
        with pytest.raises(OutputError, match="otwarty w innym programie"):
            write_results(hostile_report(), target)
    # the older file of that name could not be put back either, so it is kept beside
    left = contents(target)
    assert left == {name: data for name, data in before.items() if name != "raport.html"}
    (kept,) = tmp_path.glob(".qualcode-*/dawne/raport.html")
    assert kept.read_bytes() == before["raport.html"]


def test_a_run_that_fails_while_moving_in_changes_nothing(whole, results, tmp_path, monkeypatch):
    target = tmp_path / "wyniki"
    shutil.copytree(results, target)
    (target / "macierze" / "dawna.csv").write_text("x")
    before = contents(target)
    rename = Path.rename

    def locked(self, goal):
        if self == target / "raport.html":
            raise PermissionError(13, "otwarty w innym programie")
        return rename(self, goal)

    monkeypatch.setattr(Path, "rename", locked)
    with pytest.raises(OutputError, match="otwarty w innym programie"):
        write_results(hostile_report(), target)
    assert contents(target) == before
    assert [path.name for path in tmp_path.iterdir()] == ["wyniki"]


@pytest.mark.parametrize(("name", "inner"), [("wyniki.xlsx", "moje.txt"), ("macierze", "")])
def test_a_folder_for_a_file_or_a_file_for_a_folder_is_refused(
    whole, results, tmp_path, name, inner
):
    (tmp_path / "manifest.json").write_bytes((results / "manifest.json").read_bytes())
    if inner:
        (tmp_path / name).mkdir()
    (tmp_path / name / inner).write_text("x")
    before = contents(tmp_path)
    with pytest.raises(MisuseError, match=name):
        write_results(whole, tmp_path)
    assert contents(tmp_path) == before


def test_a_second_run_replaces_the_first_and_keeps_what_is_not_its_own(results, codebook, tmp_path):
    target = tmp_path / "wyniki"
    shutil.copytree(results, target)
    own = ["notatki.txt", "raport-moj.docx", "badanie/moje.txt", "macierze/opis.md"]
    stale = ["badanie/transcripts/dawny.txt", "badanie/problems.csv", "macierze/tematy.csv", "wykresy/x.png"]  # fmt: skip
    for name in own + stale:
        (target / name).write_text("x")
    write_results(report(plain_study(codebook, ("Żabin",))), target)
    names = contents(target)
    assert set(own) <= set(names)
    assert not set(stale) & set(names)
    assert "badanie/transcripts/w0.txt" in names
    assert "badanie/transcripts/w1.txt" not in names
    assert "macierze/gmina-02.csv" not in names
    assert set(json.loads(names["manifest.json"])["inputs"]) == {"w0"}


@pytest.mark.parametrize("name", ["raport.docx", "badanie/codings.csv", "manifest.json"])
def test_files_of_somebody_else_are_not_replaced(whole, tmp_path, name):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text('{"name": "strona"}')
    with pytest.raises(MisuseError, match=f"„{name}”.*podaj inny folder"):
        write_results(whole, tmp_path)
    assert list(contents(tmp_path)) == [name]


def test_a_folder_is_checked_without_a_trace(results, tmp_path):
    check_results(tmp_path / "a" / "b")
    assert not list(tmp_path.iterdir())
    before = contents(results)
    check_results(results)
    assert contents(results) == before
    (tmp_path / "plik").write_text("x")
    for place in (tmp_path / "plik", tmp_path / "plik" / "wyniki"):
        with pytest.raises(OutputError, match="Nie można zapisać"):
            check_results(place)
    assert list(contents(tmp_path)) == ["plik"]


def test_a_place_that_cannot_be_written_is_refused_before_anything_is_read(tmp_path, monkeypatch):
    from qualcode.pipeline import analyse

    monkeypatch.setattr("qualcode.pipeline.read", lambda *_, **__: pytest.fail("czyta"))
    (tmp_path / "plik").write_text("x")
    with pytest.raises(OutputError, match="Nie można zapisać"):
        analyse(tmp_path, tmp_path / "plik" / "wyniki")
    (tmp_path / "raport.md").write_text("moje")
    with pytest.raises(MisuseError, match=r"raport\.md"):
        analyse(tmp_path, tmp_path)


def test_the_manifest_names_versions_hashes_and_no_text(results, whole):
    content = json.loads((results / "manifest.json").read_text("utf-8"))
    assert content["codebook"]["sha256"] == whole.study.codebook.hash
    assert set(content["inputs"]) == {"w0", "w1"}
    assert content["versions"]["qualcode"]
    assert "opiekunki" not in json.dumps(content, ensure_ascii=False)


def test_the_manifest_names_the_files_of_a_shipped_coder(codebook):
    from qualcode.writing.manifests import manifest

    study = plain_study(codebook)
    alone = study.with_(codings=study.codings.assign(coder="rules"))
    files = json.loads(manifest(report(alone)))["coder"]["files"]
    assert set(files) == {"cues.yaml"}


def test_machine_csv_reads_back_as_the_coded_table(results, whole):
    back = pd.read_csv(results / "kodowanie.csv", keep_default_na=False)
    coded = table(whole.study, coder="m")
    assert back["text"].tolist() == coded["text"].tolist()
    assert back["bariera.kadrowa"].tolist() == coded["bariera.kadrowa"].tolist()
    assert back["score"].tolist() == coded["score"].tolist()


def test_excel_csv_is_what_polish_excel_opens(results):
    data = (results / "kodowanie-excel.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0][0] == "Segment"
    assert rows[1][rows[0].index("Wynik kodera")] == "0,75"


def test_excel_csv_disarms_formulas(hostile, tmp_path):
    write_results(hostile, tmp_path)
    for path in tmp_path.rglob("*-excel.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file, delimiter=";"):
                for cell in row:
                    risky = cell.lstrip(" ")[:1] in ("=", "@", "\t", "+") and len(cell) > 1
                    assert not risky, (path.name, cell)


def test_markdown_tables_keep_their_columns(hostile, tmp_path):
    text = write(hostile, tmp_path / "r.md").read_text("utf-8")
    rows = re.findall(r"(?m)^\|.*\|$", text)
    assert len(rows) > 50
    widths = [len(re.findall(r"(?<!\\)\|", row)) for row in rows]
    block = 0
    for row, width in zip(rows, widths, strict=True):
        if re.fullmatch(r"\|[-:|]+\|", row):
            block = width
        elif block and width != block:
            # a new table begins with its heading, right before its rule
            following = rows[rows.index(row) + 1]
            assert re.fullmatch(r"\|[-:|]+\|", following), row
    assert "<script>" not in re.sub(r"\\<script\\>", "", text)


def test_tex_escapes_what_it_would_run(hostile, tmp_path):
    text = write(hostile, tmp_path / "r.tex").read_text("utf-8")
    assert "\\textbf{z}" not in text
    assert "\\textbackslash{}textbf\\{z\\}" in text
    assert "\\begin{document}" in text


def test_markdown_and_tex_show_charts_that_exist(results):
    named = re.findall(r"\]\((wykresy/[^)]+\.png)\)", (results / "raport.md").read_text("utf-8"))
    named += re.findall(
        r"\\includegraphics\[[^\]]*\]\{([^}]+)\}", (results / "raport.tex").read_text("utf-8")
    )
    assert named
    assert all((results / name).is_file() for name in named)


def test_tex_names_letters_no_font_has_and_binds_one_letter_words(hostile, tmp_path):
    text = write(hostile, tmp_path / "r.tex").read_text("utf-8")
    body = text.split("\\begin{document}")[1]
    assert "\\znak{1F475}{👵}" in body
    assert not re.search(r"(?<!\{)👵", body)
    assert not re.search("[\x00-\x08\u202e]", text)


@pytest.mark.skipif(not shutil.which("pdflatex"), reason="nie ma pdflatex")
def test_tex_compiles(hostile, tmp_path):
    path = write(hostile, tmp_path / "r.tex")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", path.name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:].decode("utf-8", "replace")


def test_one_letter_words_are_bound_to_the_next():
    assert bound("A w tym i z nim (o tym)") == "A\xa0w\xa0tym i\xa0z\xa0nim (o\xa0tym)"
    assert bound("ja i my, plan B i C") == "ja i\xa0my, plan B i\xa0C"


def test_polish_typography_reaches_markdown(whole, tmp_path):
    text = write(whole, tmp_path / "r.md").read_text("utf-8")
    assert f"36{NBSP}wypowiedzi" in text
    assert "Źródło: opracowanie własne" in text


def test_zip_files_bear_no_clock(results):
    with zipfile.ZipFile(results / "raport.docx") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_study_written_over_another_leaves_none_of_its_transcripts(study, tmp_path):
    qc.write(study, tmp_path)
    smaller = qc.keep(study, transcript="nowa")
    qc.write(smaller, tmp_path)
    assert [path.stem for path in (tmp_path / "transcripts").iterdir()] == ["nowa"]
    assert qc.read(tmp_path).segments["transcript"].unique().tolist() == ["nowa"]


@pytest.mark.parametrize("suffix", [".html", ".md", ".tex", ".docx"])
def test_every_report_says_beside_a_quote_which_names_to_look_at(suffix, tmp_path):
    said = "Pani Krystyna Wiśniewska czeka trzeci rok na miejsce w domu dziennym."
    turns = [("A", "mieszkanka", said, ("bariera.finansowa",))]
    made = report(build(load_codebook("cus"), [("a", {"gmina": "X"}, turns)]))
    path = write(made, tmp_path / f"raport{suffix}")
    if suffix == ".docx":
        told = [p.text for p in docx.Document(str(path)).paragraphs if p.style.name == "Cytat – uwaga"]  # fmt: skip
        assert told
        assert all("Wiśniewska" in text for text in told)
    else:
        text = path.read_text("utf-8")
        beside = text[text.index("Sprawdź przed publikacją: ") :][:120]
        assert "Wiśniewska" in beside
