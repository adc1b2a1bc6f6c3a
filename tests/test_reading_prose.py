"""Texts without speakers: which lines are headings, and what is told of it."""

import pytest

import qualcode as qc


def asked_and_told(path, text):
    """Return (text, question) of each statement of a text, and the notes, the transcript's own."""
    path.write_text(text, encoding="utf-8")
    study = qc.read(path)
    rows = list(zip(study.segments["text"], study.segments["question"], strict=True))
    return rows, [problem.sentence for problem in study.problems]


VOICES = [
    "Mieszkam tu od dawna i nic się nie zmienia.",
    "Jakie bariery? Brak ludzi do pracy, brak pieniędzy i dojazd, bo kto tu przyjedzie pracować?",
    "Pracuję w GOPS od lat.",
    "A czy ktoś pomyślał, jakie usługi będą priorytetem dla osób leżących w domach?",
    "Czy naprawdę najważniejsze potrzeby to chodnik?",
    "Na psychologa czekam rok.",
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_without_speakers_a_question_among_statements_is_one(tmp_path, gap):
    rows, told = asked_and_told(tmp_path / "a.txt", gap.join(VOICES) + "\n")
    assert rows == [(line, "") for line in VOICES]
    assert not any("nagłówki" in sentence for sentence in told)


def test_without_speakers_a_question_that_begins_a_section_is_a_heading_and_told(tmp_path):
    text = (
        "Jakie są najważniejsze bariery?\nbrak kadry\nwstyd\n\n"
        "Jakie mają Państwo pomysły?\nklub seniora\nJakie bariery, skoro są pieniądze?\nbus na telefon\n"
    )
    rows, told = asked_and_told(tmp_path / "a.txt", text)
    first, second = "Jakie są najważniejsze bariery?", "Jakie mają Państwo pomysły?"
    asked = dict(rows)
    assert asked["wstyd"] == first
    assert asked["bus na telefon"] == second
    assert asked["Jakie bariery, skoro są pieniądze?"] == second
    (heads,) = [sentence for sentence in told if "za nagłówki uznano" in sentence]
    assert f"„{first}” i „{second}”; jeśli to czyjeś słowa, zacznij je od myślnika" in heads
    (doubt,) = [sentence for sentence in told if "policzono jako czyjeś słowa" in sentence]
    assert "„Jakie bariery, skoro są pieniądze?”; jeśli to pytania scenariusza" in doubt


def test_both_mends_for_questions_without_speakers_work(tmp_path):
    text = "– Jakie są bariery?\nbrak kadry\n\n1. Jakie mamy priorytety?\nklub seniora\n"
    rows, _ = asked_and_told(tmp_path / "a.txt", text)
    assert rows == [
        ("– Jakie są bariery?", ""),
        ("brak kadry", ""),
        ("klub seniora", "Jakie mamy priorytety?"),
    ]


def test_without_empty_lines_questions_are_only_told(tmp_path):
    text = "Jakie są bariery?\nbrak kadry\nJakie mamy priorytety?\nklub seniora\n"
    rows, told = asked_and_told(tmp_path / "a.txt", text)
    assert rows == [(line, "") for line in text.splitlines()]
    assert any("„Jakie są bariery?” i „Jakie mamy priorytety?”" in sentence for sentence in told)


def test_a_numbered_list_of_answers_is_no_list_of_headings(tmp_path):
    answers = ["1. bariery finansowe", "2. brak kadry", "3. bariery w głowach"]
    rows, _ = asked_and_told(tmp_path / "a.txt", "\n".join(answers))
    assert rows == [(line, "") for line in answers]


def test_a_recording_without_speakers_knows_only_announced_questions(tmp_path):
    lines = [
        "Brakuje lekarza.",
        "Jakie są bariery?",
        "Nie wiem.",
        "Przejdźmy do pytania drugiego: jakie usługi powinny być priorytetem?",
        "Klub seniora.",
        "I ostatnie pytanie.",
        "Jakie mają Państwo pomysły?",
        "Bus na telefon.",
    ]
    cues = [f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{line}\n" for n, line in enumerate(lines, 1)]
    rows, told = asked_and_told(tmp_path / "a.srt", "\n".join(cues))
    kept = [line for line in lines if "drugiego" not in line and "pomysły" not in line]
    assert " ".join(text for text, _ in rows) == " ".join(kept)
    asked = dict(rows)
    assert "priorytetem" in asked["Klub seniora."]
    assert asked["Bus na telefon."] == "Jakie mają Państwo pomysły?"
    assert asked["Nie wiem."] == ""
    assert sum("za nagłówki uznano" in sentence for sentence in told) == 1
