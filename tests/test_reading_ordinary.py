"""Ordinary transcripts, which no rule for odd ones may misread: what was said is a statement."""

import json

import docx
import openpyxl
import pytest

import qualcode as qc
from qualcode.reading.geography.pathnames import places_of_path
from qualcode.reading.geography.places import places_of
from qualcode.reading.narration import is_narration


def read(folder, text, name="a.txt", **options):
    (folder / name).write_text(text, encoding="utf-8")
    return qc.read(folder / name, **options)


def turns(study):
    return list(zip(study.segments["speaker"], study.segments["text"], strict=True))


def told(study):
    return " ".join(problem.sentence for problem in study.problems)


@pytest.mark.parametrize(("asks", "answers"), [("b", "r"), ("m", "w"), ("p", "i")])
def test_an_interview_may_name_its_speakers_by_small_letters(tmp_path, asks, answers):
    text = f"{asks}: Jak jest?\n{answers}: Źle.\n{asks}: A dojazd?\n{answers}: Nie ma.\n"
    said = ["Jak jest?", "Źle.", "A dojazd?", "Nie ma."]
    assert turns(read(tmp_path, text)) == list(zip([asks, answers] * 2, said, strict=True))


def test_small_letters_of_a_list_are_nobody(tmp_path):
    text = "Moderator: Wybieramy.\na: klub\nb: bus\nJan: Bus.\nOla: Klub.\nModerator: Dziękuję.\n"
    study = read(tmp_path, text)
    assert set(study.segments["speaker"]) == {"Moderator", "Jan", "Ola"}


@pytest.mark.parametrize(
    "line",
    [
        "Omówiono tam z nami budżet i nic z tego nie wyszło.",
        "Potem rozmawiano o mojej mamie, a ja czekałam.",
        "Na koniec podziękowano nam i tyle.",
        "Obecni na sali też to wiedzą.",
        "Uczestnicy czyli my wszyscy.",
    ],
)
def test_who_speaks_of_himself_narrates_no_meeting(tmp_path, line):
    assert not is_narration(line)
    study = read(tmp_path, f"Jan: Jak było?\nEwa: Byłam tam.\n{line}\nJan: Aha.\nEwa: No.\n")
    assert ("Ewa", line) in turns(study)


def test_minutes_with_a_noun_like_a_verb_of_oneself_narrate():
    assert is_narration("Następnie omówiono z udziałem wójta plac pod kościołem.")


@pytest.mark.parametrize(
    "line",
    [
        "Warsztaty dla rodziców dzieci z autyzmem",
        "Konsultacje psychologiczne dla dzieci",
        "Spotkania międzypokoleniowe",
        "Diagnoza dzieci bez kolejek",
        "Czas dojazdu do lekarza: dwie godziny",
        "Temat tabu: przemoc w rodzinie",
        "Zapisy przez internet",
        "Zapisałam córkę do psychologa",
    ],
)
def test_a_need_on_the_first_line_is_no_title_of_the_file(tmp_path, line):
    study = read(tmp_path, f"{line}\nKlub seniora w każdej wsi\nBus na telefon\n")
    assert line in set(study.segments["text"])


def test_an_item_of_a_numbered_list_may_ask(tmp_path):
    study = read(tmp_path, "1. Brak kadry\n2. Bariery architektoniczne?\n3. Bus\n")
    assert len(study.segments) == 3
    assert set(study.segments["question"]) == {""}


def test_a_speech_about_notes_stays_with_who_gave_it(tmp_path):
    study = read(
        tmp_path,
        "Moderator: Co macie?\nAnna: Na karteczkach mamy:\n- bus\n- klub\nJan: Na tablicy:\n"
        "- żłobek\n- lekarz\nAnna: I tyle.\n",
    )
    assert [speaker for speaker, _ in turns(study)] == ["Moderator", *["Anna"] * 3, *["Jan"] * 3, "Anna"]  # fmt: skip
    assert ("Anna", "Na karteczkach mamy:") in turns(study)


def test_turns_may_be_items_of_a_list_in_word(tmp_path):
    lines = ["Jan: Jak jest?", "Ewa: Nie ma busa.", "Jan: A lekarz?", "Ewa: Jest."]
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line, style="List Number")
    document.save(str(tmp_path / "a.docx"))
    assert [f"{who}: {said}" for who, said in turns(qc.read(tmp_path / "a.docx"))] == lines


def test_notes_that_begin_with_a_group_are_notes_in_word(tmp_path):
    document = docx.Document()
    document.add_heading("Flipchart: mieszkańcy", 2)
    for line in ["Senior: samotność", "Rodzic: brak żłobka", "Młodzież: nuda"]:
        document.add_paragraph(line, style="List Bullet")
    document.save(str(tmp_path / "a.docx"))
    assert set(qc.read(tmp_path / "a.docx").segments["role"]) == {"karteczka"}


def test_who_speaks_for_a_matter_is_somebody(tmp_path):
    text = "Jan: Zaczynajmy.\nKultura (Anna): Dom kultury działa.\nJan: A bus?\nWarsztaty: ich brakuje.\n"
    assert turns(read(tmp_path, text)) == [
        ("Jan", "Zaczynajmy."), ("Kultura (Anna)", "Dom kultury działa."), ("Jan", "A bus?"),
        ("Jan", "Warsztaty: ich brakuje."),
    ]  # fmt: skip


def test_two_who_speak_at_once_are_not_one_of_them(tmp_path):
    study = read(tmp_path, "U1: Źle.\nU2: Dobrze.\nU1, U2: Nie ma busa.\nU1: Tak.\nU2: Nie.\n")
    assert [speaker for speaker, _ in turns(study)] == ["U1", "U2", "U1, U2", "U1", "U2"]
    assert set(study.segments["role"]) == {""}


def test_people_told_of_between_dashes_do_not_speak(tmp_path):
    text = (
        "Anna Lis – sołtyska z Brzezia – mówi, że nie ma busa.\nJan Kos – też tak myśli.\n"
        "Klub seniora – czynny w środy.\nAnna Lis – chce świetlicy.\nNikt nas nie słucha.\n"
    )
    assert set(read(tmp_path, text).segments["speaker"]) == {""}


@pytest.mark.parametrize(
    "header", [["Lp.", "Osoba", "Wypowiedź"], ["Kto", "Co powiedział"], ["Id", "Kto", "Co mówi"]]
)
def test_the_column_of_names_says_who_speaks(tmp_path, header):
    said = ["Brakuje opiekunek w całej gminie.", "Bus nie jeździ w niedzielę.", "I psychologa."]
    book = openpyxl.Workbook()
    book.active.append(header)
    for number, (who, text) in enumerate(zip(["Ewa", "Jan", "Ewa"], said, strict=True), 1):
        book.active.append([number, who, text][-len(header) :])
    book.save(tmp_path / "a.xlsx")
    study = qc.read(tmp_path / "a.xlsx")
    assert turns(study) == list(zip(["Ewa", "Jan", "Ewa"], said, strict=True))


def table(folder, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / "a.xlsx")
    return qc.read(folder / "a.xlsx")


def test_who_had_an_idea_is_no_note(tmp_path):
    rows = [["Pomysł", "Autor"], ["klub seniora", "Ewa"], ["bus na telefon", "Jan"]]
    assert turns(table(tmp_path, rows)) == [("Ewa", "klub seniora"), ("Jan", "bus na telefon")]


def test_remarks_beside_tasks_are_answers(tmp_path):
    header = ["Zadanie", "Realizator", "Termin", "Uwagi mieszkańców"]
    said = ["byle nie w piątek, bo wtedy targ", "codziennie po szesnastej, jak kończy się szkoła"]
    study = table(tmp_path, [header, ["klub", "GOPS", "2025", said[0]], ["bus", "wójt", "2026", said[1]]])  # fmt: skip
    assert study.segments["text"].tolist() == said


def test_the_question_of_a_slide_beside_its_key(tmp_path):
    rows = [["Question", "Jakie są bariery?"], ["Responses"], ["dojazd"], ["brak kadry"], ["lęk"]]
    study = table(tmp_path, rows)
    assert study.segments["text"].tolist() == ["dojazd", "brak kadry", "lęk"]
    assert set(study.segments["question"]) == {"Jakie są bariery?"}


def test_what_was_heard_stays_said_whatever_it_sounds_like(tmp_path):
    said = [
        ("Anna", "Obecni: 14 osób, ale kto słucha?"), ("Jan", "Gmina Kłaj nas nie lubi"),
        ("Anna", "Spotkanie zakończone po godzinie, a nic nie ustalono."), ("Jan", "Ustalenia:"),
        ("Anna", "Transkrypcja została wykonana źle, powiem od nowa."),
    ]  # fmt: skip
    data = [{"speaker": who, "text": text, "start": n} for n, (who, text) in enumerate(said)]
    assert turns(read(tmp_path, json.dumps(data), "a.json")) == said


@pytest.mark.parametrize(
    "title",
    [
        "w Rogoźnicy Leśnej", "Rogoźnica Leśna", "Warsztat w Woli Dobrej", "Wólka Czarna",
        "Wójt Gminy Jan Kos", "Obecni: Sekretarz Gminy Maria Lis", "Gminny Ośrodek Kultury",
        "Witam w imieniu gminy Panią Annę", "Gmina Warsztat", "12 Września 2024",
        "Dobre praktyki w opiece", "Senior w Świecie Techniki", "Koło nr 3",
    ],
)  # fmt: skip
def test_a_title_invents_no_gmina(title):
    assert "gmina" not in places_of(title)


@pytest.mark.parametrize(
    ("title", "gmina"),
    [
        ("Warsztat w Leśnej, sala OSP", "Leśna"),
        ("Dobra, 14 listopada 2023 r.", "Dobra"),
        ("Września, 12 marca 2024", "Września"),
        ("Spotkanie w Świeciu", "Świecie"),
        ("Ośrodek Kultury Limanowa", "Limanowa"),
        ("gmina Nowa Wieś Mała", "Nowa Wieś Mała"),
    ],
)
def test_a_title_still_tells_a_gmina_with_an_everyday_name(title, gmina):
    assert places_of(title)["gmina"] == gmina


def test_whole_names_of_files_tell_towns_with_names_of_things():
    assert places_of_path("Świecie 2024-03-12")["gmina"] == "Świecie"


def test_notes_from_tables_with_a_number_in_brackets_are_no_person(tmp_path):
    text = "Flipchart – stolik (1)\nBariery\n- brak kadry\n- dojazd\nPomysły\n- klub\n- bus\n"
    study = read(tmp_path, text)
    assert study.segments["speaker"].is_unique
    assert "połączono" not in told(study)


TALK = (
    "Jan: {}\nEwa: Brakuje opiekunek i lekarza, a do miasta nie ma czym dojechać w niedzielę.\n"
    "Jan: Tak jest od lat i nikt z tym nic nie robi.\n"
)


def test_a_copy_leaves_the_file_it_was_made_of(tmp_path):
    for name in ("zebranie (1).txt", "zebranie.txt"):
        (tmp_path / name).write_text(TALK.format("Jak jest?"), encoding="utf-8")
    (tmp_path / "meta.csv").write_text("plik;gmina\nzebranie;Żabin\n", encoding="utf-8")
    study = qc.read(tmp_path)
    assert [(t.id, t.meta["gmina"]) for t in study.transcripts] == [("zebranie", "Żabin")]


def test_one_list_voted_on_in_two_gminy_is_no_repeated_meeting(tmp_path):
    services = [
        "opieka wytchnieniowa dla rodzin osób z niepełnosprawnościami",
        "transport od drzwi do drzwi dla osób starszych i samotnych",
        "klub seniora z ciepłym posiłkiem w każdym sołectwie",
        "mieszkania chronione dla osób w kryzysie bezdomności",
    ]
    for gmina in ("Gdów", "Kłaj"):
        book = openpyxl.Workbook()
        for row in [["Usługa", "Liczba kropek"], *([s, len(gmina) + n] for n, s in enumerate(services))]:  # fmt: skip
            book.active.append(row)
        book.save(tmp_path / f"{gmina}.xlsx")
    study = qc.read(tmp_path)
    assert len(study.segments) == 8
    assert "to samo spotkanie" not in told(study)
