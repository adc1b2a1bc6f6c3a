"""Speakers: who counts as one, variants of a name, roles, who leads."""

from collections import Counter

import pytest

import qualcode as qc
from qualcode.reading.voices.roles import guess_facilitator, role_of, said_role
from qualcode.reading.voices.speakers import speaker_labels, split_label
from qualcode.reading.voices.variants import join_variants
from qualcode.study import FACILITATOR


@pytest.mark.parametrize(
    "label",
    [
        "Anna", "KOWALSKA ANNA (GOPS)", "Żaneta Ćwik", "Śliwa Łukasz – radny", "Uczestniczka 4", "R1",
        "Resp. 3", "K1", "Prowadząca", "Głos z sali", "p. Stasio", "ks. Marek, Caritas", "zuza_2008",
        "iPhone", "o. Anatol (parafia prawosławna)", "Pani Ela z KGW",
    ],
)  # fmt: skip
def test_what_people_put_before_a_colon_is_a_speaker(label):
    lines = [f"{label}: Dzień dobry.", "Inna Osoba: Tak.", f"{label}: Do widzenia."]
    assert label in speaker_labels(lines)


@pytest.mark.parametrize(
    "line",
    [
        "Kiger & Varpio (2020): a reference", "Nowak i in. (2019): odwołanie", "12.03.2024: data",
        "Godz. 10:30: przerwa", "10:15 kawa", "https://www.ops.pl: adres", "Uwaga: mokro",
        "Wnioski: brak", "14 marca 2024: spotkanie", "Po pierwsze: kadry", "Tel.: 123 456 789",
    ],
)  # fmt: skip
def test_dates_references_and_addresses_are_no_speakers(line):
    body = [line] * 4 + ["Anna Nowak: Tak.", "Jan Kot: Nie."]
    assert speaker_labels(body) == {"Anna Nowak", "Jan Kot"}


def test_a_sentence_with_a_colon_is_no_speaker():
    text = ["Anna Nowak: Tak.", "Powiem wam jedno, moi drodzy: nie ma.", "Anna Nowak: No."]
    assert speaker_labels(text) == {"Anna Nowak"}


def test_brackets_of_other_programs_are_labels():
    assert split_label("[id1] hello") == ("id1", 6)
    assert split_label("#Anna: tak")[0] == "Anna"


def test_variants_of_one_name_are_joined():
    names = [
        "Anna Kowalska (GOPS)",
        "KOWALSKA ANNA",
        "Anna K.",
        "iPhone (Anna Kowalska)",
        "Jan Nowak",
    ]
    joined = join_variants(Counter(names))
    assert len({joined[name] for name in names[:4]}) == 1
    assert joined["Jan Nowak"] == "Jan Nowak"


@pytest.mark.parametrize(
    "names",
    [
        ["Anna (GOPS)", "Anna (PCPR)"], ["iPhone", "iPhone (2)"], ["Uczestnik 1", "Uczestnik 11"],
        ["Anna K.", "Anna Kot", "Anna Kowal"], ["Pan Jan", "Pani Janina"], ["Radna Mrozek", "Radna Sobczyk"],
    ],
)  # fmt: skip
def test_two_people_are_never_joined(names):
    joined = join_variants(Counter(names))
    assert len(set(joined.values())) == len(names)


def test_roles_from_labels_and_from_the_talk():
    assert role_of("Anna K. (GOPS)") == "GOPS"
    assert role_of("SAWICKI Bogdan, wójt gminy") == "wójt gminy"
    assert role_of("Agnieszka – moderatorka") == role_of("moderator_Ola") == FACILITATOR
    assert role_of("iPhone (2)") == ""
    assert said_role("Dzień dobry, jestem sołtysem Dolan od lat.") == "sołtys"
    assert said_role("Ja jestem kierowniczką GOPS-u.").startswith("kierowniczka")
    assert said_role("Jestem zmęczona.") == ""


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Ania GOPS", "GOPS"), ("Kowalska MOPS", "MOPS"), ("KOWALSKA ANNA PCPR", "PCPR"),
        ("Iza_OPS", "OPS"), ("Ania z GOPS-u", "GOPS"), ("Ewa K. MOPS Nowe Miasto", "MOPS"),
        ("Pani z KGW", "KGW"), ("Pan z OSP Dolany", "OSP"), ("Pani z biblioteki", "biblioteka"),
        ("Paulina z fundacji „Most”", "fundacja „Most”"), ("Jan Nowak – sołtys", "sołtys"),
        ("Jan Nowak sołtys", "sołtys"), ("Pani kierownik GOPS Anna", "kierownik GOPS"),
        ("Pani radna Mrozek", "radna"), ("PCPR Beata", "PCPR"), ("GOPS – Anna Lis", "GOPS"),
        ("Andrzej Urząd Gminy", "Urząd Gminy"), ("Ola SP nr 2", "SP nr 2"),
        ("Halina Klub Seniora", "Klub Seniora"), ("Kasia Biblioteka", "Biblioteka"),
        ("Grzegorz Fundacja Pomocna Dłoń", "Fundacja Pomocna Dłoń"),
        ("Ewa Gminny Ośrodek Kultury", "Gminny Ośrodek Kultury"),
    ],
)  # fmt: skip
def test_a_role_without_brackets_is_read_as_one_in_them(tmp_path, label, role):
    assert role_of(label) == role
    text = f"{label}: Nie ma kto pracować.\nJan: Nie ma busa.\n{label}: I pieniędzy.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    said = qc.read(tmp_path, facilitator=()).segments
    assert said["speaker"].tolist() == [label, "Jan", label]
    assert said["role"].tolist() == [role, "", role]


@pytest.mark.parametrize(
    "label",
    [
        "Ania", "Anna Nowak", "Nowak-Kopsik", "Ala Mops", "Zenon Sala", "Maria Radna", "Pani Ela",
        "Pani z Wólki", "Natalia z Charkowa", "Pan Zbyszek", "Była dyrektor szkoły", "Jan Um", "A. K.",
        "Jan Koło", "Anna Szkoła", "Zenon Rada", "Gminny Ośrodek Kultury", "Klub Seniora",
        "iPhone (Zbyszek)", "Galaxy A52 (Ewa Kot)", "Kowalska (Anna)",
    ],
)  # fmt: skip
def test_no_role_is_made_of_a_name_or_a_place(label):
    assert role_of(label) == ""


def test_what_an_institution_offers_is_not_a_speaker():
    lines = ["Oferta MOPS: dwa kluby", "Budżet GOPS: mały", "Ania GOPS: Tak.", "Jan Kot: Nie."]
    assert speaker_labels(lines * 2) == {"Ania GOPS", "Jan Kot"}


LED = [
    ("Ewa", "Witam Państwa, kto zacznie?"),
    ("Jan", "Nie ma busa."),
    ("Ewa", "Dziękuję bardzo. Kto jeszcze?"),
    ("Ola", "Nie ma kadry."),
    ("Ewa", "Przejdźmy dalej, co Państwo na to?"),
    ("Jan", "Nic."),
    ("Ewa", "Zapisuję. Ktoś jeszcze?"),
    ("Ola", "Pieniądze."),
    ("Ewa", "Dziękuję Państwu."),
]


def test_the_facilitator_is_found_in_the_talk_with_a_confidence():
    name, confidence = guess_facilitator(LED)
    assert name == "Ewa"
    assert 0.6 <= confidence <= 1


def test_nobody_leads_a_talk_of_equals():
    talk = [("Jan", "Nie ma busa."), ("Ola", "Nie ma kadry.")] * 6
    assert guess_facilitator(talk)[0] == ""


def written(tmp_path, turns=LED):
    (tmp_path / "a.txt").write_text("\n".join(f"{who}: {what}" for who, what in turns), "utf-8")
    return tmp_path


def leaders(study):
    return set(study.segments.loc[study.segments["role"] == FACILITATOR, "speaker"])


def test_the_guess_is_told_and_can_be_overridden(tmp_path):
    folder = written(tmp_path)
    study = qc.read(folder)
    assert leaders(study) == {"Ewa"}
    assert any("Ewa" in problem.sentence and "%" in problem.sentence for problem in study.problems)
    assert leaders(qc.read(folder, facilitator="ola")) == {"Ola"}
    assert leaders(qc.read(folder, facilitator=["Ola", "Jan"])) == {"Ola", "Jan"}
    assert leaders(qc.read(folder, facilitator=())) == set()
    with pytest.raises(qc.MisuseError, match="Czy chodziło o „Ewa”"):
        qc.read(folder, facilitator="Eva")


def test_speakers_csv_names_people_and_roles(tmp_path):
    folder = written(tmp_path)
    rows = "mówca;rola;osoba\nJAN;sołtys;Jan Nowak\nola;prowadząca;\nZenek;;\n"
    (folder / "mówcy.csv").write_text(rows, encoding="cp1250")
    study = qc.read(folder)
    assert leaders(study) == {"Ola"}
    roles = dict(zip(study.segments["speaker"], study.segments["role"], strict=True))
    assert roles["Jan Nowak"] == "sołtys"
    assert any("Zenek" in problem.sentence for problem in study.problems)


def test_turns_without_a_speaker_are_counted(tmp_path):
    (tmp_path / "a.vtt").write_text(
        "WEBVTT\n\n00:01.000 --> 00:02.000\nhalo\n\n00:03.000 --> 00:04.000\nAnna: słychać\n\n"
        "00:05.000 --> 00:06.000\ni widać\n\n00:07.000 --> 00:08.000\nJan: tak\n",
        encoding="utf-8",
    )
    study = qc.read(tmp_path)
    assert list(study.segments["speaker"]) == ["", "Anna", "Jan"]
    assert list(study.segments["text"]) == ["halo", "słychać i widać", "tak"]
    told = " ".join(problem.sentence for problem in study.problems)
    assert "przypisano mówcy napisu poprzedniego" in told
    assert "bez mówcy" in told


def test_a_header_names_who_leads(tmp_path):
    text = (
        "Prowadząca: dr Anna Nowak\nGrupa: mieszkańcy\n\nAnna Nowak: Witam.\nJan: Tak.\nJan: Nie.\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    study = qc.read(tmp_path)
    assert leaders(study) == {"Anna Nowak"}
    assert len(study.segments) == 3
    assert study.transcripts[0].meta["group"] == "mieszkańcy"


HALINA = "Pani Halina (kierownik GOPS)"
ANSWERS = [
    (HALINA, "Witam, brakuje nam asystentów."),
    ("Jan", "Nie ma busa."),
    (HALINA, "Prowadzimy klub seniora."),
    ("Ola", "Nie ma kadry."),
    (HALINA, "Dziękuję bardzo za ten głos, zatrudniamy dwie osoby."),
    ("Jan", "Pieniądze."),
    (HALINA, "Mamy mieszkanie chronione."),
    ("Ola", "I wstyd."),
    (HALINA, "Dziękuję państwu."),
]


def headed(folder, line, turns):
    text = "\n".join([line, "", *(f"{who}: {what}" for who, what in turns)])
    (folder / "a.txt").write_text(text, encoding="utf-8")
    return qc.read(folder)


def told(study):
    return " ".join(problem.sentence for problem in study.problems)


def test_a_silent_declared_leader_is_not_replaced_by_a_guess(tmp_path):
    study = headed(tmp_path, "Prowadząca: Joanna Lis", LED)
    assert leaders(study) == set()
    assert "„Joanna Lis”" in told(study)
    assert '--facilitator ""' in told(study)
    assert "uznano" not in told(study)
    assert leaders(qc.read(tmp_path, facilitator="Ewa")) == {"Ewa"}
    assert "Joanna Lis" not in told(qc.read(tmp_path, facilitator=()))


@pytest.mark.parametrize("label", ["J. Lis", "LIS Joanna", "Joanna", "JL", "Lis", "Mówca 1"])
def test_a_declared_leader_is_known_by_other_spellings(tmp_path, label):
    turns = [(label if who == "Ewa" else who, what) for who, what in LED]
    assert leaders(headed(tmp_path, "Prowadząca: dr Joanna Lis", turns)) == {label}


def test_staff_who_answer_are_not_guessed_to_lead(tmp_path):
    assert guess_facilitator(ANSWERS)[0] == HALINA
    assert leaders(headed(tmp_path, "Gmina: Dolany", ANSWERS)) == set()
    asking = [("Ewa (GOPS)" if who == "Ewa" else who, what) for who, what in LED]
    assert leaders(headed(tmp_path, "Gmina: Dolany", asking)) == {"Ewa (GOPS)"}


def test_two_named_with_an_ampersand_are_a_speaker(tmp_path):
    text = "Anna: Nie ma busa.\nZenon O'Brien & Syn: Nie ma opieki.\nAnna: No tak.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    said = qc.read(tmp_path, facilitator=()).segments
    assert said["speaker"].tolist() == ["Anna", "Zenon O'Brien & Syn", "Anna"]


@pytest.mark.parametrize("label", ["Iza", "Iza Wrona", "IZA"])
def test_a_header_names_who_leads_by_the_first_name(tmp_path, label):
    turns = [(label if who == "Ewa" else who, what) for who, what in LED]
    study = headed(tmp_path, "Gmina: Jabłoń\nProwadzący: Iza", turns)
    assert leaders(study) == {label}
    assert len(study.segments) == len(LED)


def test_a_word_said_by_the_facilitator_is_no_name(tmp_path):
    study = headed(tmp_path, "Prowadząca: Witam", [("Jan", "Tak."), ("Ola", "Nie.")])
    assert study.segments["text"].tolist() == ["Witam", "Tak.", "Nie."]
    assert leaders(study) == {"Prowadząca"}
