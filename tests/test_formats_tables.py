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


def as_protocol(tmp_path, *parts):
    """Save paragraphs and tables (lists of rows) as a document and read it."""
    import docx

    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(len(part), len(part[0]))
        for line, row in zip(table.rows, part, strict=True):
            for cell, text in zip(line.cells, row, strict=True):
                cell.text = text
    document.save(str(tmp_path / "a.docx"))
    return qc.read(tmp_path / "a.docx")


TURNS = ("Anna Mszana: Brakuje opiekunek.", "Jan Kos: I busa.", "Anna Mszana: Tak.")


def test_lists_of_people_and_of_tasks_are_told_and_said_by_nobody(tmp_path):
    study = as_protocol(
        tmp_path,
        "Protokół",
        [["Lp.", "Imię i nazwisko", "Podpis"], ["1.", "Anna Mszana", ""], ["2.", "Jan Kos", ""]],
        *TURNS,
        [["Działanie", "Termin", "Odpowiedzialny"], ["Klub seniora", "2025", "GOPS"]],
    )
    assert list(study.segments["text"]) == ["Brakuje opiekunek.", "I busa.", "Tak."]
    assert set(study.segments["speaker"]) == {"Anna Mszana", "Jan Kos"}
    assert "Klub seniora | 2025 | GOPS" in study.transcripts[0].text
    assert told(study, "tabela 1 to lista obecności (2\u00a0wiersze)")
    assert told(study, "tabela 2 to tabela zadań (1\u00a0wiersz)")


def test_a_table_under_the_title_of_a_list_of_people_needs_no_header(tmp_path):
    people = [["1", "Anna Mszana", "GOPS Pcim"], ["2", "Jan Lis", "OSP"]]
    study = as_protocol(tmp_path, *TURNS, "Lista obecności", people)
    assert list(study.segments["text"]) == ["Brakuje opiekunek.", "I busa.", "Tak."]
    assert "Lista obecności" in study.transcripts[0].text


def test_what_people_in_a_table_said_is_no_list_of_them(tmp_path):
    rows = [
        ["Imię i nazwisko", "Instytucja", "Jakie są bariery?"],
        ["Anna Mszana", "GOPS", "brak kadry"],
        ["Jan Lis", "OSP", "pieniądze"],
    ]
    study = as_protocol(tmp_path, "Lista uczestników", rows)
    assert {"brak kadry", "pieniądze"} <= set(study.segments["text"])


def test_who_does_what_and_when_on_a_flip_chart_is_no_table_of_tasks(read):
    rows = [["Co zrobić?", "Kto?", "Kiedy?"], ["klub seniora", "GOPS", "wiosną"], ["bus na telefon", "gmina i KGW", "jesienią"]]  # fmt: skip
    assert len(read(rows, "docx").segments) == 6


def test_a_file_of_nothing_but_a_list_of_people_is_refused_with_the_reason(read):
    with pytest.raises(qc.InputError, match="tylko listy osób albo zadań"):
        read([["Imię i nazwisko", "Podpis"], ["Anna Mszana", ""], ["Jan Lis", ""]])


SHORT = ["Kolejki", "nie wiem", "-", "Wstyd, bo wszyscy się znają.", "Brak lokali", "", "schody"]


@pytest.mark.parametrize(
    "name",
    ["G01Q02. Proszę opisać, z czym mają Państwo trudności.", "Co utrudnia życie?", "Odpowiedź na pytanie 1: bariery", "Uwagi"],
)  # fmt: skip
def test_short_answers_are_read_where_the_header_asks(read, name):
    rows = [["id", "submitdate", name], *([str(n), "2024-03-01", cell] for n, cell in enumerate(SHORT, 1))]  # fmt: skip
    study = read(rows, "csv")
    assert {"Kolejki", "Wstyd, bo wszyscy się znają.", "Brak lokali", "schody"} <= set(study.segments["text"])  # fmt: skip
    assert not told(study, "pominięto")


def test_several_columns_of_answers_in_a_word_keep_who_answers(read):
    text = (
        "Imię;Rola;Odpowiedź na pytanie 1: bariery;Odpowiedź na pytanie 2: priorytety\n"
        "Anna;kierowniczka;brak kadry;klub\nJan;sołtys;drogi;bus\n"
    )
    segments = read(text, "csv").segments
    assert list(segments["text"]) == ["brak kadry", "drogi", "klub", "bus"]
    assert list(segments["question"]) == ["bariery", "bariery", "priorytety", "priorytety"]
    assert list(segments["role"]) == ["kierowniczka", "sołtys"] * 2


def test_bare_codes_of_a_survey_are_told_and_judged_by_their_cells(read):
    rows = [
        ["id", "G01Q01", "G01Q02", "G02Q03", "G02Q04"],
        ["1", "Gdów", "brak kadry i lokali", "Tak", "GOPS"],
        ["2", "Kłaj", "kolejki", "Nie", "GOPS"],
        ["3", "Gdów", "wstyd przed sąsiadami", "Nie wiem", "OSP"],
        ["4", "Kłaj", "drogi", "Tak", "GOPS"],
    ]
    study = read(rows, "csv")
    assert set(study.segments["text"]) == {row[2] for row in rows[1:]}
    assert sorted(study.meta["gmina"]) == ["Gdów", "Kłaj"]
    assert told(study, "„G01Q02” to sam kod pytania")
    (sentence,) = told(study, "pominięto")
    assert "G02Q04" in sentence
    assert "G02Q03" not in sentence  # ticked, not said


def test_what_is_asked_about_the_person_or_ticked_is_no_answer(read):
    rows = [
        ["ID", "Proszę podać stanowisko", "Proszę zaznaczyć usługi", "Jaki jest Pani zawód?", "Proszę opisać bariery"],
        ["1", "radny", "Opieka", "rolnik", "transport"],
        ["2", "sołtys", "Bus", "lekarz", "kadra i lokale"],
        ["3", "wójt", "Klub", "nauczyciel", "pieniądze"],
    ]  # fmt: skip
    assert list(read(rows).segments["text"]) == ["transport", "kadra i lokale", "pieniądze"]


def test_addresses_of_those_who_answer_are_no_noise(read):
    rows = [
        ["Identyfikator", "Godzina rozpoczęcia", "Adres e-mail", "Czego brakuje?"],
        ["1", "2024-03-01 10:00:00", "anonymous", "lekarza i busa"],
        ["2", "2024-03-01 10:05:00", "anonymous", "opiekunek na wsi"],
    ]
    assert not told(read(rows), "pominięto")


@pytest.mark.parametrize(
    "name",
    ["Proszę podać gminę", "Miejsce zamieszkania (gmina)", "G01Q01. W jakiej gminie Pani mieszka?", "Gmina (proszę wybrać)", "Proszę wpisać nazwę gminy, w której Pan mieszka", "Którą gminę Państwo reprezentują?"],
)  # fmt: skip
def test_columns_that_ask_for_the_gmina(read, name):
    rows = [["Sygnatura czasowa", name, "Czego brakuje?"], ["2024-03-01", "Gdów", "lekarza i busa"], ["2024-03-02", "Kłaj", "opiekunek"]]  # fmt: skip
    study = read(rows)
    assert sorted(study.meta["gmina"]) == ["Gdów", "Kłaj"]
    assert not told(study, "pominięto")


def test_answers_about_the_gmina_are_no_names_of_it(read):
    rows = [["ID", "Czego brakuje w gminie?"], ["1", "Lekarza"], ["2", "Busa"], ["3", "Opiekunek"]]
    assert list(read(rows).segments["text"]) == ["Lekarza", "Busa", "Opiekunek"]


def test_a_title_with_a_gmina_goes_to_no_row_that_names_another(read):
    rows = [
        ["Ankieta w gminie Wieliczka", ""],
        ["Gmina", "Czego brakuje?"],
        ["Gdów", "lekarza i busa"],
        ["Kłaj", "opiekunek na wsi"],
        ["", "psychologa dla dzieci"],
    ]
    study = read(rows)
    assert sorted(study.meta["gmina"]) == ["", "Gdów", "Kłaj"]
    assert len(study.segments) == 3
    whole = " ".join(item.text for item in study.transcripts)
    assert "Ankieta w gminie Wieliczka" in whole


def test_a_table_that_heads_a_protocol_tells_of_the_meeting(tmp_path):
    import docx

    document = docx.Document()
    document.add_paragraph("Protokół z zebrania wiejskiego")
    rows = [("Gmina", "Biskupice"), ("Data", "21.02.2025"), ("Prowadząca", "Bernadetta Kluska"), ("Czas", "dwie godziny")]  # fmt: skip
    table = document.add_table(rows=0, cols=2)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph("Bernadetta Kluska: Witam, czego brakuje seniorom?")
    document.add_paragraph("Adam Lis: Dziennego domu i lekarza.")
    document.add_paragraph("Anna Wnuk: I autobusu w niedzielę.")
    document.save(tmp_path / "zebranie.docx")
    study = qc.read(tmp_path)
    assert study.meta.iloc[0][["gmina", "date"]].tolist() == ["Biskupice", "2025-02-21"]
    assert list(study.segments["speaker"]) == ["Bernadetta Kluska", "Adam Lis", "Anna Wnuk"]
    assert next(iter(study.segments["role"])) == "prowadzący"
    assert "dwie godziny" in study.transcripts[0].text
