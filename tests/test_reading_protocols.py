"""Protocols: what who wrote them says of the meeting is nobody's statement."""

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
    assert "dopisz przed nimi mówcę" in told


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
