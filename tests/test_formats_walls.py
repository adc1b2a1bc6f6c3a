"""Walls of a workshop: notes, votes and flip charts, their titles, and sheets that are none."""

import openpyxl
import pytest

import qualcode as qc

NOTES = [["Bariery", "Potrzeby"], ["brak kadry", "bus"], ["wstyd", "klub"]]
SAID = ["brak kadry", "bus", "wstyd", "klub"]
DOTS = [
    ["Lp.", "Usługa", "Liczba kropek"],
    [1, "Opieka wytchnieniowa", 12],
    [2, "Transport", 9],
]


@pytest.fixture
def book(tmp_path):
    """Save sheets as a workbook and read it."""

    def call(**sheets):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name.replace("_", " "))
            for row in rows:
                sheet.append(row)
        book.save(tmp_path / "a.xlsx")
        return qc.read(tmp_path / "a.xlsx")

    return call


@pytest.fixture
def text(tmp_path):
    """Save a text and read it."""

    def call(content, name="a.txt"):
        (tmp_path / name).write_text(content, encoding="utf-8")
        return qc.read(tmp_path / name)

    return call


def test_notes_of_a_word_each_are_read_beside_votes(book):
    votes = [["Choice", "Votes"], ["opieka wytchnieniowa", 7], ["transport", 5]]
    study = book(Karteczki=NOTES, Wykres=votes)
    assert list(study.segments["text"]) == [*SAID, "opieka wytchnieniowa", "transport"]
    assert list(study.segments["role"]) == ["karteczka"] * 4 + ["głosowanie"] * 2
    assert study.segments["speaker"].iloc[4].endswith("(7\u00a0kropek)")


def test_a_sheet_of_which_nothing_is_read_is_told_by_name(book):
    budget = [["Pozycja", "2023", "2024"], ["Wynagrodzenia", 100, 120], ["Zakupy", 3, 5]]
    study = book(Karteczki=NOTES, Budżet=budget, Pusty=[])
    assert list(study.segments["text"]) == SAID
    (problem,) = [str(p) for p in study.problems if "nie wczytano" in str(p)]
    assert "arkusza „Budżet” nie wczytano" in problem
    assert "Pusty" not in problem


def test_an_empty_sheet_says_nothing_about_where_a_note_stands(book):
    study = book(Karteczki=NOTES, Arkusz2=[])
    assert study.segments["speaker"].iloc[0] == "karteczka: wiersz 2, kolumna 1"


@pytest.mark.parametrize("above", [[], [["Głosowanie – gmina Siepraw, 13.06.2024"], []]])
def test_votes_by_dots_are_units_with_their_dots(book, above):
    study = book(A=[*above, *DOTS])
    assert list(study.segments["text"]) == ["Opieka wytchnieniowa", "Transport"]
    assert "(12\u00a0kropek)" in study.segments["speaker"].iloc[0]
    gmina = study.meta.reindex(columns=["gmina"])["gmina"].iloc[0]
    assert (gmina == "Siepraw") == bool(above)


def test_votes_as_csv(text):
    study = text("Lp.;Usługa;Liczba kropek\n1;Wytchnienie;12\n2;Bus;9\n", "a.csv")
    assert list(study.segments["text"]) == ["Wytchnienie", "Bus"]


def test_a_remark_beside_votes_has_no_votes_and_a_sum_is_no_unit(book):
    rows = [
        ["Usługa", "Głosy", "Uwagi"],
        ["Opieka wytchnieniowa", 12, "pilne"],
        ["Transport", 9, None],
        ["RAZEM", 21, None],
    ]
    segments = book(A=rows).segments
    assert list(segments["text"]) == ["Opieka wytchnieniowa", "pilne", "Transport"]
    assert list(segments["role"]) == ["głosowanie", "karteczka", "głosowanie"]


def test_votes_of_two_lists_side_by_side_stay_with_their_list(book):
    rows = [["Bariera", "Głosy", "Potrzeba", "Głosy"], ["kadra", 5, "bus", 2]]
    speakers = list(book(A=rows).segments["speaker"])
    assert [name.split("(")[1] for name in speakers] == ["5\u00a0kropek)", "2\u00a0kropki)"]


def test_slides_of_a_program_of_votes_keep_their_questions(book):
    study = book(
        Overview=[["Presentation", "Warsztat"], ["Date", "2024-04-10"], ["Participants", 9]],
        Slide_2=[
            ["Question 1"], ["Type", "Open Ended"], ["Jakie są bariery?"], [], ["Responses"],
            ["brak kadry"], ["pieniądze"],
        ],
        Slide_3=[
            ["Question 2"], ["Type", "Ranking"], ["Co jest ważne?"], [], ["Choice", "Votes"],
            ["wytchnienie", 7], ["bus", 5],
        ],
    )  # fmt: skip
    segments = study.segments
    assert list(segments["text"]) == ["brak kadry", "pieniądze", "wytchnienie", "bus"]
    assert list(segments["question"].str[:3]) == ["Jak", "Jak", "Co ", "Co "]
    assert any("arkusza „Overview” nie wczytano" in str(p) for p in study.problems)


def test_a_title_above_notes_tells_the_meeting(book):
    title = "Karteczki z warsztatu w gminie Kłaj, 12.03.2024"
    study = book(A=[[title], *NOTES])
    assert list(study.segments["text"]) == SAID
    assert list(study.segments["question"].unique()) == ["Bariery", "Potrzeby"]
    assert study.meta["gmina"].tolist() == ["Kłaj"]
    assert study.meta["date"].tolist() == ["2024-03-12"]
    assert title in study.transcripts[0].text


def test_a_title_above_speeches_tells_the_meeting(book):
    rows = [
        ["Transkrypcja"],
        ["Gmina", "Kłaj"],
        ["Mówca", "Wypowiedź"],
        ["Jan", "Brak kadry."],
        ["Ewa", "I busa."],
    ]
    study = book(A=rows)
    assert list(study.segments["speaker"]) == ["Jan", "Ewa"]
    assert study.meta["gmina"].tolist() == ["Kłaj"]


@pytest.mark.parametrize("title", ["Karteczki, gmina Kłaj, 12.03.2024", "Karteczki, gmina Kłaj"])
def test_a_title_with_commas_above_a_semicolon_table(text, title):
    study = text(f"{title}\nBariery;Potrzeby\nbrak kadry;bus\nwstyd;klub\n", "a.csv")
    assert list(study.segments["text"]) == SAID
    assert study.meta["gmina"].tolist() == ["Kłaj"]


def test_a_first_note_that_stands_alone_in_its_row_is_no_title(book):
    rows = [["Bariery", ""], ["brak dojazdu", ""], ["wstyd", "bus"], ["kadra", "klub"]]
    segments = book(A=rows).segments
    assert sorted(segments["text"]) == sorted(["brak dojazdu", "wstyd", "bus", "kadra", "klub"])


def test_a_board_of_one_column_keeps_its_colours_beside_the_notes(text):
    study = text("Tablica Miro\nżółte\nBrak kadry\nPieniądze\nróżowe\nAsystent\n", "miro.csv")
    assert list(study.segments["text"]) == ["Brak kadry", "Pieniądze", "Asystent"]
    assert [name.split(", ")[-1] for name in study.segments["speaker"]] == ["żółte", "żółte", "różowe"]  # fmt: skip
    assert "Tablica Miro" in study.transcripts[0].text


@pytest.mark.parametrize("rows", ["Imię i nazwisko\nAnna Kos\nJan Lis\n", "id\n1\n2\n"])
def test_one_column_of_names_or_numbers_is_no_board(text, rows):
    with pytest.raises(qc.InputError, match="nie ma kolumny z wypowiedziami"):
        text(rows, "a.csv")


FLIPCHART = (
    "Flipchart – stolik 2 (zdjęcia 3–4)\nGmina Siepraw, 13.06.2024\nBARIERY\n– brak psychologa\n"
    "– dojazd\n\nPRIORYTETY\n1. klub seniora ●●●\n2. bus ●\n"
)


def test_a_flip_chart_with_titled_lists(text):
    segments = text(FLIPCHART).segments
    assert list(segments["text"]) == ["brak psychologa", "dojazd", "klub seniora", "bus"]
    assert list(segments["question"]) == ["BARIERY"] * 2 + ["PRIORYTETY"] * 2
    assert segments["speaker"].iloc[2] == "głosowanie: Flipchart – stolik 2, PRIORYTETY, poz. 1 (3\u00a0kropki)"  # fmt: skip
    assert segments["speaker"].nunique() == 4


def test_a_flip_chart_with_titled_lists_in_word(tmp_path):
    import docx

    document = docx.Document()
    document.add_paragraph("Flipchart – stolik 2")
    for title, items in {"BARIERY": ["brak psychologa", "dojazd"], "POMYSŁY": ["klub", "bus ●"]}.items():  # fmt: skip
        document.add_paragraph(title)
        for item in items:
            document.add_paragraph(item, style="List Bullet")
    document.save(str(tmp_path / "a.docx"))
    segments = qc.read(tmp_path / "a.docx").segments
    assert list(segments["text"]) == ["brak psychologa", "dojazd", "klub", "bus"]
    assert list(segments["question"].unique()) == ["BARIERY", "POMYSŁY"]


def test_a_speech_that_mentions_a_flip_chart_opens_no_wall(text):
    study = text(
        "Ola: Podejdźmy do tablicy\nJan: Dobrze.\nOla: Zapiszmy bariery na tablicy\nBariery\n"
        "- brak kadry\n- dojazd\nJan: Zgoda.\nOla: To tyle.\n"
    )
    assert set(study.segments["speaker"]) == {"Ola", "Jan"}
