"""Protocols: what who wrote them says of the meeting is nobody's statement.

Minutes without speakers, notes and tables among the talk, and what an opening tells are here too.
"""

import pytest

import qualcode as qc
from qualcode.reading.narration import is_narration

PROTOCOL = """Protokół ze spotkania w gminie Lipowiec, 14 maja 2024 r.

Ad 1. Jakie są najważniejsze bariery rozwoju usług?
Pan Jan: A do lekarza jak dojechać, skoro autobus jest raz dziennie?
Pani Halina: U nas nikt nic nie wie, bo nie ma internetu.
Następnie zapytano zebranych, czego się obawiają.
Pan Jan: Że zamkną nam ośrodek zdrowia.
Pani Halina: Zapytali nas raz i nic z tego nie wyszło.
A ja bym jeszcze dodała: zamkną i pocztę.
W dalszej części omówiono pomysły mieszkańców.
Pani Halina: Klub seniora w remizie, raz w tygodniu.
Na tym spotkanie zakończono.
Protokołowała: Anna Nowicka
"""


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    path = tmp_path_factory.mktemp("protokoly") / "lipowiec.txt"
    path.write_text(PROTOCOL, encoding="utf-8")
    return qc.read(path)


def test_narration_is_nobodys_statement_and_stays_in_the_text(study):
    said = " ".join(study.segments["text"])
    assert "zapytano" not in said
    assert "zakończono" not in said
    assert "Nowicka" not in said
    assert "A ja bym jeszcze dodała" in said
    assert all(line in study.transcripts[0].text for line in PROTOCOL.splitlines())


def test_narration_that_names_a_question_opens_it(study):
    by_text = dict(zip(study.segments["text"], study.segments["question"], strict=True))
    assert by_text["Że zamkną nam ośrodek zdrowia."].startswith("Czego się Państwo obawiają")
    assert by_text["Klub seniora w remizie, raz w tygodniu."] == "Jakie mają Państwo pomysły?"
    first = by_text["U nas nikt nic nie wie, bo nie ma internetu."]
    assert first == "Jakie są najważniejsze bariery rozwoju usług?"


def test_what_was_taken_for_narration_is_told_with_the_mend(study):
    (told,) = [p.sentence for p in study.problems if "opis przebiegu" in p.sentence]
    assert "4\u00a0wiersze" in told
    assert "dopisz na początku wiersza mówcę" in told


@pytest.mark.parametrize(
    "line",
    [
        "Następnie poszłam do ośrodka i nic.",
        "Na koniec powiem jedno: dosyć.",
        "Po przerwie wracamy do tematu.",
        "Zapytałam w gminie i mnie zbyto.",
        "Spotkanie było dobre, dziękuję.",
        "Uczestnicy mają rację.",
    ],
)
def test_speech_is_no_narration(line):
    assert not is_narration(line)


MINUTES = """Notatka ze spotkania z mieszkańcami
Gmina Raciechowice, 11.04.2024 r.
Obecni: 14 osób, w tym wójt Wacław Żarski.

Pani Dobczycka zwróciła uwagę, że brakuje opiekunek.

Por. Kowalski J., Usługi społeczne na wsi, Kraków 2021, s. 14: autorzy piszą o podobnych barierach.

Ustalenia:
- GOPS przygotuje listę potrzeb do 30.04.2024
"""


def read_text(path, text):
    path.write_text(text, encoding="utf-8")
    return qc.read(path)


def test_minutes_without_speakers_have_a_header_and_formalities(tmp_path):
    study = read_text(tmp_path / "a.txt", MINUTES)
    assert list(study.segments["text"]) == [
        "Pani Dobczycka zwróciła uwagę, że brakuje opiekunek.",
        "- GOPS przygotuje listę potrzeb do 30.04.2024",
    ]
    assert set(study.segments["question"]) == {""}
    (item,) = study.transcripts
    assert (item.meta["gmina"], item.meta["date"]) == ("Raciechowice", "2024-04-11")
    assert all(line in item.text for line in MINUTES.splitlines())
    told = " ".join(problem.sentence for problem in study.problems)
    assert "za nagłówek pliku, a nie czyjeś słowa, uznano: „Notatka ze spotkania" in told
    assert "Por. Kowalski" in told


@pytest.mark.parametrize(
    "line",
    [
        "Warsztat był za krótki",
        "Gmina Kłaj nas nie słucha.",
        "Gmina Kłaj potrzebuje autobusu",
        "W Wieliczce jest lepiej",
        "Spotkanie zakończyło się niczym.",
        "– Gmina Kłaj",
    ],
)
def test_a_first_statement_without_speakers_is_no_header(tmp_path, line):
    study = read_text(tmp_path / "a.txt", f"{line}\nBrakuje lekarza.\n")
    assert list(study.segments["text"]) == [line, "Brakuje lekarza."]


def test_the_gmina_alone_on_the_first_line(tmp_path):
    study = read_text(tmp_path / "a.txt", "Gmina Kłaj\n\nBrakuje lekarza.\nNie ma busa.\n")
    assert study.transcripts[0].meta["gmina"] == "Kłaj"
    assert list(study.segments["text"]) == ["Brakuje lekarza.", "Nie ma busa."]


def test_nobody_goes_on_after_a_note_or_the_course_of_the_meeting(tmp_path):
    text = (
        "Anna Mszana: Brakuje opiekunek.\nJózef Kasinka: I busa.\nI lekarza.\n"
        "Na tym spotkanie zakończono.\nNa koniec mieszkanka zapytała o dowóz.\nI o żłobek.\n"
        "Anna Mszana: Tak.\n\nKarteczki: bariery\n- brak lokali\n- wstyd\n\n"
        "Mieszkańcy dopytywali o terminy.\n"
    )
    study = read_text(tmp_path / "a.txt", text)
    who = dict(zip(study.segments["text"], study.segments["speaker"], strict=True))
    assert who["I lekarza."] == "Józef Kasinka"
    assert who["Na koniec mieszkanka zapytała o dowóz."] == ""
    assert who["I o żłobek."] == ""
    assert who["Mieszkańcy dopytywali o terminy."] == ""
    assert who["wstyd"].startswith("karteczka")


TALK = "{}\nEwa: Jestem z GOPS w gminie Kłaj.\nJan: Brakuje busa.\nEwa: I ludzi.\n"


@pytest.mark.parametrize(
    ("opening", "gmina"),
    [
        ("Jan: Witam na spotkaniu w gminie Gdów.", "Gdów"),
        ("Jan: Dzień dobry. Spotykamy się tu w Wieliczce, żeby porozmawiać.", "Wieliczka"),
        ("Jan: Witam w gminie, proszę siadać.", ""),
        ("Jan: Dzień dobry, jestem z gminy Kłaj.", ""),
        ("Jan: Witam w gminie Gdów. Spotkanie w gminie Kłaj odwołano.", ""),
        ("Jan: Witam, spotykamy się tu w Domu Kultury.", ""),
    ],
)
def test_the_opening_of_a_meeting_names_its_gmina(tmp_path, opening, gmina):
    study = read_text(tmp_path / "nagranie.txt", TALK.format(opening))
    assert study.transcripts[0].meta.get("gmina", "") == gmina
    told = [p.sentence for p in study.problems if "słów otwierających" in p.sentence]
    assert len(told) == bool(gmina)
    assert not gmina or (gmina in told[0] and "meta.csv" in told[0] and "wypowiedź 1" in told[0])


def test_what_the_file_says_of_its_gmina_outranks_the_opening(tmp_path):
    (tmp_path / "Gmina Kłaj").mkdir()
    file = tmp_path / "Gmina Kłaj" / "nagranie.txt"
    read_text(file, TALK.format("Jan: Witam na spotkaniu w gminie Gdów."))
    study = qc.read(tmp_path)
    assert study.transcripts[0].meta["gmina"] == "Kłaj"
    assert not any("słów otwierających" in p.sentence for p in study.problems)


def test_nobody_is_missed_as_leader_of_a_survey_or_a_wall(tmp_path):
    answers = "".join(
        f"{n};Brakuje nam dobrego lekarza {n}.;Potrzebny jest klub {n}?\n" for n in range(9)
    )
    (tmp_path / "ankieta.csv").write_text(
        f"Lp.;Jakie są bariery?;Jakie mamy priorytety?\n{answers}", encoding="utf-8"
    )
    notes = "".join(f"- brak lokali numer {n}\n" for n in range(9))
    (tmp_path / "sciana.txt").write_text(f"Karteczki: bariery\n{notes}", encoding="utf-8")
    study = qc.read(tmp_path)
    assert len(study.segments) == 27
    assert not any("prowadząc" in problem.sentence for problem in study.problems)
    talk = "".join(f"{who}: Zdanie {n}.\n" for n in range(4) for who in ("Ala", "Jan", "Ewa"))
    told = read_text(tmp_path / "rozmowa.txt", talk).problems
    assert any("nie rozpoznano osoby prowadzącej" in problem.sentence for problem in told)
