"""Results for publication: small numbers and recognisable words are in no format that is written."""

import io
import json
import re
import zipfile

import pandas as pd
import pytest

import qualcode as qc
from qualcode.commands import main
from qualcode.errors import MisuseError
from qualcode.reports.suppression import suppressed, told
from qualcode.tables import table

K = 3
SAID = (
    ("Pan A (mieszkaniec)", "Do lekarza nie ma czym dojechać, autobus jeździ dwa razy dziennie."),
    ("Pan B (mieszkaniec)", "Autobus nie jeździ w niedzielę i nie ma czym dojechać do lekarza."),
    ("Pan C (mieszkaniec)", "Nie ma czym dojechać na rehabilitację, przystanek jest daleko."),
    ("Pan D (mieszkaniec)", "Przystanek stoi za lasem i autobus do nas nie dojeżdża wcale."),
    ("Dobromir Kwaśnik (sołtys)", "Brakuje opiekunek i nie ma kto pracować przy chorych."),
    ("Dobromir Kwaśnik (sołtys)", "Opiekunek brakuje, a Zyta Mroczek pracuje za trzy osoby."),
)
SECRETS = ("Kwaśnik", "Mroczek", "sołtys", "za trzy osoby")
LINES = ["Gmina: Dolany", "", "Prowadząca: Jakie są bariery?", *map(": ".join, SAID)]


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path = tmp_path_factory.mktemp("mały") / "Dolany.txt"
    path.write_text("\n".join(LINES), "utf-8")
    return path


@pytest.fixture(scope="module")
def plain(source):
    """Return the coded study as it is."""
    return qc.code(qc.segment(qc.read(source)), "rules")


@pytest.fixture(scope="module")
def quiet(source):
    """Return the folder of suppressed results."""
    folder = source.parent / "utajnione"
    qc.analyse(source, folder, coder="rules", topics=False, suppress=K)
    return folder


def words_of(path):
    """Return everything a file holds, unpacked where it is a package."""
    data = path.read_bytes()
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(path) as package:
        parts = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return "".join(package.read(name).decode("utf-8") for name in parts)


def test_no_file_holds_what_identifies(plain, quiet):
    written = [path for path in quiet.rglob("*") if path.is_file() and path.suffix != ".png"]
    assert {path.suffix for path in written} >= {".csv", ".xlsx", ".html", ".docx", ".md", ".tex"}
    for secret in SECRETS:
        assert secret in plain.transcripts[0].text
        for path in written:
            assert secret not in words_of(path), (path.name, secret)


def codes_by_crowd(study):
    """Return the codes with 1 or 2 people behind them, and those with more."""
    coded = study.segments.merge(study.codings, on="segment")
    people = coded.groupby("code")["speaker"].nunique()
    return set(people[people < K].index), set(people[people >= K].index)


def few_names(study):
    return {study.codebook.code(code).name for code in codes_by_crowd(study)[0]}


def rows(folder, facet):
    data = pd.read_csv(folder / "macierze" / f"{facet}.csv", dtype=str)
    return data.set_index(data.columns[1]).drop(columns="Miejsce")


def test_small_codes_have_no_number_in_csv(plain, quiet):
    few, many = codes_by_crowd(plain)
    book = plain.codebook
    assert few
    assert many
    for code in few:
        row = rows(quiet, code.partition(".")[0]).loc[book.code(code).name]
        assert (row == "#").all(), code
    for code in many:
        row = rows(quiet, code.partition(".")[0]).loc[book.code(code).name]
        assert row["Wypowiedzi"] == "#" or int(row["Wypowiedzi"]) >= K


def test_a_single_blanked_cell_takes_another_with_it(quiet):
    blanked = 0
    names = [path.name for path in (quiet / "macierze").glob("*-*.csv")]
    for name in ("usluga-bariera.csv", "bariera-grupa.csv", "usluga-grupa.csv"):
        assert name in names
        signs = pd.read_csv(quiet / "macierze" / name, dtype=str).iloc[:, 1:] == "#"
        # a statement has several codes: sums of a row are in its last column, of columns nowhere
        inner = signs.iloc[:, :-1]
        assert (inner.sum(axis=0) != 1).all(), name
        assert (signs[inner.any(axis=1)].sum(axis=1) != 1).all(), name
        blanked += int(signs.to_numpy().sum())
    assert blanked


def test_the_workbook_the_page_and_the_document_show_the_sign(plain, quiet):
    from docx import Document
    from openpyxl import load_workbook

    names = few_names(plain)
    sheets = load_workbook(quiet / "wyniki.xlsx", read_only=True)
    cells = [row for sheet in sheets for row in sheet.iter_rows(values_only=True)]
    sheets.close()
    document = Document(str(quiet / "raport.docx"))
    lines = [[cell.text for cell in row.cells] for t in document.tables for row in t.rows]
    for table_rows in (cells, lines):
        found = [row for row in table_rows if names & {str(value) for value in row}]
        assert found
        for row in found:
            numbers = [value for value in row if re.fullmatch(r"[1-9]\d*", str(value))]
            assert not numbers, row
        assert any("#" in [str(value) for value in row] for row in found)


def test_the_data_of_the_page_hold_no_statement_and_no_set(plain, quiet):
    page = (quiet / "raport.html").read_text("utf-8")
    data = json.loads(
        re.search(r'<script type="application/json" id="dane">(.*?)</script>', page)[1]
    )
    assert data["segments"]["text"] == []
    assert data["gminy"] == [] or all(not group for group in data["gminy"])
    assert not any(data["sets"])
    labels = few_names(plain)
    for figure in data["figures"].values():
        assert not labels & {str(value) for row in figure["rows"] for value in row}


def test_prose_tells_no_small_number():
    text = "Kadrowa – 6 wypowiedzi, 16,7% (2 osoby); dojazd – 9 wypowiedzi, 25,0% (4 osoby)."
    result = told(text, K).replace("\N{NO-BREAK SPACE}", " ")
    assert "dojazd – 9 wypowiedzi, 25,0% (4 osoby)" in result
    assert "Kadrowa – # wypowiedzi, #% (mniej niż 3 osoby)" in result
    assert told("Najczęściej: „Kadrowa” (6).", K, frozenset(["kadrowa"])).endswith("(#).")
    assert told("Kod „Inny” (2), 12 osób.", K) == "Kod „Inny” (#), 12 osób."


def test_a_report_is_suppressed_by_itself_too(plain):
    result = suppressed(qc.report(plain, coder="rules"), k=K)
    assert result.study.segments.empty
    assert table(result.study, coder="rules").empty
    assert all(not item.cells for item in result.tables)
    with pytest.raises(MisuseError):
        suppressed(qc.report(plain, coder="rules"), k=1)


def test_the_command_takes_the_number(plain, source, tmp_path, monkeypatch, capsys):
    asked = {}

    def analyse(paths, output, **options):
        asked.update(options)
        return plain

    monkeypatch.setattr("qualcode.pipeline.analyse", analyse)
    common = ["analyse", str(source), "--coder", "rules", "-o", str(tmp_path / "w")]
    assert main([*common, "--suppress", "3"]) in (0, None)
    assert asked["suppress"] == 3
    assert main(common) in (0, None)
    assert asked["suppress"] is None
    with pytest.raises(SystemExit) as stopped:
        main([*common, "--suppress", "1"])
    assert stopped.value.code == 2
    assert "suppress" in capsys.readouterr().err
