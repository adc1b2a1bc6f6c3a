"""Tables: no note of a flip chart and no answer of a survey is lost without a word about it."""

import csv
import io
import zipfile

import pytest

import qualcode as qc

WALL = [
    ["Wiedza", "Obawy", "Nadzieje", "Pomysły"],
    ["nic nie wiem", "kolejki i biurokracja", "bliżej do lekarza", "bus dla seniorów"],
    ["to zamiast GOPS?", "zabraknie kadry", "opieka dla mamy", "złota rączka – Kowal Piotr pomoże"],
    ["usługi dla każdego", "wstyd przed sąsiadami", "zajęcia", "kawiarenka w remizie"],
    ["", "boję się samotności", "", "punkt informacyjny w sklepie u Sroki"],
]
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def as_docx(rows):
    import docx

    document = docx.Document()
    table = document.add_table(len(rows), len(rows[0]))
    for line, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_xlsx(rows):
    import openpyxl

    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def as_csv(rows):
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";").writerows(rows)
    return buffer.getvalue().encode()


def as_odt(rows):
    lines = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell><text:p>{cell}</text:p></table:table-cell>' for cell in row)}</table:table-row>"
        for row in rows
    )
    spaces = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "text", "table"))
    content = (
        f"<office:document-content {spaces}><office:body><office:text><table:table>{lines}"
        "</table:table></office:text></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("content.xml", content)
    return buffer.getvalue()


def as_html(rows):
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<html><body><table>{lines}</table></body></html>".encode()


KINDS = {"docx": as_docx, "xlsx": as_xlsx, "csv": as_csv, "odt": as_odt, "html": as_html}


@pytest.fixture
def read(tmp_path):
    """Read rows saved as a file of a kind."""

    def call(rows, kind="xlsx"):
        path = tmp_path / f"tabela.{kind}"
        path.write_bytes(KINDS[kind](rows) if isinstance(rows, list) else rows.encode())
        return qc.read(path)

    return call


def told(study, words):
    return [str(problem) for problem in study.problems if words in str(problem)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [4, 5])
def test_every_note_of_a_flip_chart_is_a_unit_however_long_one_of_them_is(read, kind, count):
    rows = WALL[:count]
    segments = read(rows, kind).segments
    expected = [
        (name, cell)
        for row in rows[1:]
        for name, cell in zip(rows[0], row, strict=True)
        if cell
    ]  # fmt: skip
    assert list(zip(segments["question"], segments["text"], strict=True)) == expected
    assert set(segments["role"]) == {"karteczka"}


@pytest.mark.parametrize("kind", KINDS)
def test_questions_above_notes_keep_every_note(read, kind):
    header = ["Co wiemy?", "Czego się boimy?", "Na co liczymy?", "Co zrobić?"]
    rows = [header, *WALL[1:], ["", "kolejki", "zdrowie", ""]]
    said = list(read(rows, kind).segments["text"])
    assert sorted(said) == sorted(cell for row in rows[1:] for cell in row if cell)


def test_numbers_of_rows_make_no_survey_of_a_flip_chart(read):
    rows = [["Lp.", *WALL[0]], *([f"{n}.", *row] for n, row in enumerate(WALL[1:], 1))]
    assert len(read(rows, "docx").segments) == 14


def test_a_sentence_among_votes_or_dates_is_kept_or_told(read):
    sentence = "boję się o siebie i o całą rodzinę"
    study = read([["Obawy", "Kropki"], ["kolejki", "3"], ["brak kadry", sentence]], "docx")
    assert sentence in list(study.segments["text"])
    rows = [["Rola", "Data wysłania", "Czego brakuje?"], ["radny", "2024-01-02", "lekarza i busa"], ["wójt", sentence, "opiekunek na wsi"]]  # fmt: skip
    assert len(told(read(rows), "1\u00a0komórkę z tekstem z kolumny „Data wysłania”")) == 1


SURVEY = [
    ["ID", "Rola", "Czego brakuje w okolicy?", "Zawód", "Czy korzysta?"],
    ["1", "radny", "Opiekunek i lekarza na miejscu", "rolnik", "Tak"],
    ["2", "sołtyska", "Klubu seniora dla starszych", "księgowa w szkole", "Nie"],
    ["3", "mieszkanka", "Autobusu do miasta", "", "Tak"],
]


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_survey_leaves_out_is_told(read, kind):
    study = read(SURVEY, kind)
    assert set(study.segments["question"]) == {"Czego brakuje w okolicy?"}
    assert list(study.segments["role"]) == ["radny", "sołtyska", "mieszkanka"]
    (sentence,) = told(study, "pominięto")
    assert "2\u00a0komórki z tekstem z kolumny „Zawód”" in sentence
    assert "Czy korzysta?" not in sentence  # ticked, not said


def test_text_beside_the_speeches_is_told(read):
    rows = [
        ["Mówca", "Wypowiedź", "Uwagi"],
        ["Anna", "Nie ma kto pracować.", "mówiła bardzo cicho"],
        ["Druga część spotkania, po przerwie", "", ""],
        ["Jan", "Jest dobrze.", ""],
    ]
    study = read(rows, "docx")
    assert list(study.segments["text"]) == ["Nie ma kto pracować.", "Jest dobrze."]
    (sentence,) = told(study, "pominięto")
    assert "2\u00a0komórki z tekstem z kolumn „Uwagi” i „Mówca”" in sentence


def test_a_semicolon_too_many_in_a_row_loses_nothing(read):
    text = 'mówca;wypowiedź\nJan;=HYPERLINK("http://zlo.pl";"brakuje lekarza")\nEwa;Boję się; i to bardzo\nOla;Jest dobrze;;\n'
    study = read(text, "csv")
    said = list(study.segments["text"])
    assert "brakuje lekarza" in said[0]
    assert said[1:] == ["Boję się; i to bardzo", "Jest dobrze"]
    (sentence,) = told(study, "więcej komórek niż nagłówków")
    assert "w wierszach 2 i 3 " in sentence


def test_commas_in_every_speech_of_a_comma_table_lose_nothing(read):
    study = read("mówca,wypowiedź\nJan,\"Tak\", jest źle\nEwa,Nie, nie wiem, naprawdę\n", "csv")  # fmt: skip
    assert list(study.segments["text"]) == ["Tak, jest źle", "Nie, nie wiem, naprawdę"]


def test_one_gmina_of_all_rows_is_the_gmina_of_the_transcript(read):
    rows = [["Gmina", "Czego brakuje?"], ["Lipowiec", "lekarza i busa"], ["gmina Lipowiec", "opiekunek na wsi"]]  # fmt: skip
    study = read(rows)
    assert study.meta["gmina"].tolist() == ["Lipowiec"]
    assert list(study.segments["text"]) == ["lekarza i busa", "opiekunek na wsi"]
    assert not told(study, "gmin")


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx"])
def test_rows_of_each_gmina_are_a_transcript_of_their_own(read, form):
    rows = [
        ["Gmina", "Rola", "Jakich usług brakuje?", "Jakie mają Państwo pomysły?"],
        ["Stary Lipowiec", "radny", "Opiekunek i lekarza", "Klub w dawnej szkole"],
        ["gm. Stary Lipowiec", "mieszkanka", "Busa", "Wspólne gotowanie w remizie"],
        ["Dębno", "sołtys", "Klubu seniora dla starszych", "Telefon do pielęgniarki"],
    ]
    study = read(rows, form)
    gminas = dict(study.meta["gmina"])
    assert sorted(gminas.values()) == ["Dębno", "Stary Lipowiec"]
    said = study.segments.assign(gmina=study.segments["transcript"].map(gminas))
    assert list(said.loc[said["gmina"] == "Dębno", "text"]) == ["Klubu seniora dla starszych", "Telefon do pielęgniarki"]  # fmt: skip
    assert list(said.loc[said["gmina"] == "Dębno", "speaker"].unique()) == ["respondent 3"]
    assert len(said) == 6
    (sentence,) = told(study, "każda gmina jest osobną transkrypcją")
    assert (
        "z 2\u00a0gmin: Stary Lipowiec (4\u00a0wypowiedzi) i Dębno (2\u00a0wypowiedzi)" in sentence
    )
    assert not told(study, "pominięto")


def test_a_row_without_a_gmina_is_not_given_one(read):
    rows = [
        ["Gmina", "Jakich usług brakuje?"],
        ["Lipowiec", "Opiekunek i lekarza"],
        ["", "Busa do miasta w soboty"],
        ["Dębno", "Klubu seniora dla starszych"],
    ]
    study = read(rows)
    lost = study.meta.index[study.meta["gmina"] == ""]
    assert list(study.segments.loc[study.segments["transcript"].isin(lost), "text"]) == ["Busa do miasta w soboty"]  # fmt: skip
    assert told(study, "nie znaleziono nazwy gminy")


def test_what_the_gmina_should_do_is_no_name_of_it(read):
    rows = [["Gmina", "Powiat"], ["zatrudnić opiekunki", "uruchomić bus"], ["remont świetlicy", "dopłaty do leków"]]  # fmt: skip
    assert len(read(rows, "docx").segments) == 4


@pytest.mark.parametrize(
    "name", ["Rola", "Stanowisko", "Funkcja", "Kim Pan/Pani jest?", "Kim Pan(i) jest?", "Kim jest Pani/Pan?", "Kim jesteś?", "Pełniona funkcja"]
)  # fmt: skip
def test_columns_that_tell_who_answers_give_the_roles(read, name):
    rows = [[name, "Czego brakuje?"], ["radny", "lekarza i busa"], ["sołtyska wsi", "opiekunek na wsi"]]  # fmt: skip
    study = read(rows)
    assert list(study.segments["role"]) == ["radny", "sołtyska wsi"]
    assert set(study.segments["question"]) == {"Czego brakuje?"}
    assert not told(study, "pominięto")


def test_a_broken_archive_is_told_in_the_right_gender(tmp_path):
    (tmp_path / "t.zip").write_bytes(b"PK\x03\x04 urwane")
    with pytest.raises(qc.InputError, match="archiwum ZIP jest uszkodzone; rozpakuj je"):
        qc.read(tmp_path / "t.zip")


def test_scripts_and_styles_inside_captions_are_nobodys_speech(tmp_path):
    cues = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Jan Bąk><i>Zgadzam się</i> "
        "<script>alert(1)</script></v>\n\n00:00:04.000 --> 00:00:06.000\n<v Ola Sowa>Brakuje "
        "<STYLE type='x'>b{}\np{}</STYLE>busa, a mniej < więcej 5 osób > 3</v>\n"
    )
    (tmp_path / "a.vtt").write_text(cues, encoding="utf-8")
    study = qc.read(tmp_path / "a.vtt")
    said = "Brakuje busa, a mniej < więcej 5 osób > 3"
    assert list(study.segments["text"]) == ["Zgadzam się", said]


def test_scripts_inside_a_table_of_a_page_are_nobodys_speech(read):
    page = (
        "<html><body><table><tr><th>Mówca</th><th>Wypowiedź</th></tr><tr><td>Jan</td><td>Brakuje "
        "<script>alert(1)</script><b>busa</b> na wsi</td></tr></table></body></html>"
    )
    study = read(page, "html")
    assert list(study.segments["text"]) == ["Brakuje busa na wsi"]
