"""Labels people mark speakers with: letters, dashes, short forms of a name, lists of those present."""

from collections import Counter

import pytest

import qualcode as qc
from qualcode.reading.voices.attendance import present, roles_of
from qualcode.reading.voices.roles import guess_facilitator
from qualcode.reading.voices.speakers import speaker_labels
from qualcode.reading.voices.variants import doubtful, join_variants
from qualcode.study import FACILITATOR


def read(folder, text, **options):
    (folder / "a.txt").write_text(text, encoding="utf-8")
    return qc.read(folder, **options)


def speakers(study):
    return study.segments["speaker"].tolist()


def told(study):
    return " ".join(problem.sentence for problem in study.problems)


INTERVIEW = (
    "{0}: Proszę powiedzieć, jakie bariery Pani widzi?\n{1}: Przede wszystkim brak rodzin.\n"
    "{0}: A współpraca z gminami?\n{1}: Z Niepołomicami dobra.\n"
    "{0}: Jakie potrzeby edukacyjne mają kadry?\n{1}: Superwizja.\n"
    "{0}: Dziękuję.\n{1}: Dziękuję.\n"
)


@pytest.mark.parametrize(
    ("asks", "answers"),
    [("Badaczka", "R"), ("Moderator", "W"), ("B", "R"), ("M", "I"), ("P", "A")],
)
def test_an_interview_may_name_its_speakers_by_letters(tmp_path, asks, answers):
    study = read(tmp_path, INTERVIEW.format(asks, answers))
    assert speakers(study) == [asks, answers] * 4
    led = study.segments["role"] == FACILITATOR
    assert led.tolist() == [True, False] * 4


def test_a_letter_met_once_is_somebody_too(tmp_path):
    text = "Moderator: Jak jest?\nW: Źle, bo nie ma busa.\nI nie ma psychologa.\nModerator: Dziękuję.\n"
    study = read(tmp_path, text)
    assert speakers(study) == ["Moderator", "W", "W", "Moderator"]


def test_answers_to_choose_from_and_conjunctions_are_nobody(tmp_path):
    text = (
        "Prowadząca: Wybieramy jedno.\nA: klub seniora\nB: bus na telefon\nC: psycholog\n"
        "Jan: Bus.\ni: jeszcze klub.\nOla: Klub.\nProwadząca: Dziękuję.\n"
    )
    assert set(speakers(read(tmp_path, text))) == {"Prowadząca", "Jan", "Ola"}


def test_a_name_before_a_dash_is_a_speaker(tmp_path):
    text = (
        "Gmina Kłaj\n\nPani Anna Mszana – brakuje opiekunek.\nPan Józef Kasinka – ludzie wyjeżdżają.\n"
        "dr Beata Wąs (szkoła) – nie ma psychologa – od września.\nPan Józef Kasinka - brakuje lokali.\n"
        "Pani Anna Mszana – powiem tak: teleopieka.\n"
    )
    study = read(tmp_path, text, facilitator=())
    anna, jan = "Pani Anna Mszana", "Pan Józef Kasinka"
    assert speakers(study) == [anna, jan, "dr Beata Wąs (szkoła)", jan, anna]
    assert study.segments["text"].tolist() == [
        "brakuje opiekunek.", "ludzie wyjeżdżają.", "nie ma psychologa – od września.",
        "brakuje lokali.", "powiem tak: teleopieka.",
    ]  # fmt: skip
    assert study.segments["role"][2] == "szkoła"


@pytest.mark.parametrize(
    "text",
    [
        # those present, each with a function
        "Anna Mszana – kierownik GOPS\nJan Kos – sołtys\nPani Beata Wąs – mieszkanka\nAnna Mszana – GOPS\n",
        # needs and places, not people
        "Klub seniora – czynny w środy.\nPsycholog – dwa etaty.\nKlub seniora – za mały.\nBus – brak.\n",
        "Dom Kultury – nieczynny.\nKoło Gospodyń – działa.\nDom Kultury – daleko.\n",
    ],
)
def test_a_list_with_dashes_names_no_speakers(tmp_path, text):
    study = read(tmp_path, text)
    assert set(speakers(study)) == {""}


def test_a_dash_after_a_name_in_the_talk_begins_nothing(tmp_path):
    text = (
        "Jan Kos: To powiem, kto nam pomaga.\nAnna Lis – prowadzi klub.\nAnna Lis: Tak.\n"
        "Jan Kos: I jeszcze.\nAnna Lis – gotuje.\nAnna Lis: No.\nJan Kos: Tyle.\n"
    )
    study = read(tmp_path, text, facilitator=())
    named = dict(zip(study.segments["text"], study.segments["speaker"], strict=True))
    assert named["Anna Lis – prowadzi klub."] == named["Anna Lis – gotuje."] == "Jan Kos"


def test_heads_of_a_note_and_its_matters_are_no_speakers(tmp_path):
    record = "Problem: brak {0} w gminie.\nRozwiązanie: więcej {0}.\nOdpowiedzialny: GOPS\n\n"
    study = read(
        tmp_path, "".join(record.format(what) for what in ("busów", "opiekunek", "lokali"))
    )
    assert set(speakers(study)) == {""}
    text = (
        "Anna Lis: Wymienię.\nTransport: autobus o 16.\nTransport: i bus w niedzielę.\n"
        "Zdrowie: psycholog.\nJan Kos: Zgoda.\nZdrowie: i logopeda.\n"
    )
    study = read(tmp_path, text, facilitator=())
    assert speakers(study) == ["Anna Lis"] * 4 + ["Jan Kos"] * 2
    assert "Transport: i bus w niedzielę." in study.segments["text"].tolist()


def test_a_name_in_small_letters_is_the_speaker_of_that_name():
    lines = ["Anna Kowalska: Tak.", "Jan: Nie.", "anna kowalska: Lokal.", "koszty są takie: duże."]
    assert speaker_labels(lines) == {"Anna Kowalska", "Jan", "anna kowalska"}


@pytest.mark.parametrize(
    "names",
    [
        ["Ewa Sułkowska (GOPS)", "Ewa S.", "Ewa"],
        ["Jan Pietras", "Jan P.", "Jan"],
        ["Sołtys Jan Kęty", "Jan Kęty"],
        ["Wiceprzewodnicząca Anna Lis", "LIS ANNA", "A. Lis"],
        ["p. Ela", "P. Ela", "Pani Ela"],
        ["S. Kowalska", "Stanisława Kowalska"],
    ],
)
def test_short_forms_of_one_name_are_joined(names):
    joined = join_variants(Counter([*names, "Marek Bąk"]))
    assert len({joined[name] for name in names}) == 1
    assert joined["Marek Bąk"] == "Marek Bąk"


@pytest.mark.parametrize(
    "names",
    [
        ["Ewa", "Ewa Sułkowska"],
        ["Ewa S.", "Ewa Bąk"],
        ["Ewa", "Ewa S.", "Ewa Bąk"],
        ["Jan S.", "Jan P."],
        ["Radny Jan Kęty", "Sołtys Jan Kęty"],
        ["Sołtys Starej Wsi", "Radny Starej Wsi"],
        ["Anna K. (PCPR)", "Anna Kowalska (GOPS)"],
        ["Sołtys Jan", "Jan"],
    ],
)
def test_names_of_perhaps_two_people_are_left(names):
    joined = join_variants(Counter(names))
    assert len(set(joined.values())) == len(names)


def test_the_user_is_asked_about_a_first_name_alone(tmp_path):
    assert doubtful(["Ewa", "Ewa Lis", "Jan Kot"]) == {"Ewa": "Ewa Lis"}
    assert doubtful(["Ewa", "Ewa Lis", "Ewa Bąk"]) == doubtful(["Ewa", "Ewa prowadząca"]) == {}
    text = "Ewa Lis: Nikt nie odbiera.\nJan: Bus.\nEwa: Klub.\nJan: Tak.\n"
    assert "„Ewa” i „Ewa Lis”" in told(read(tmp_path, text))
    (tmp_path / "mówcy.csv").write_text("mówca;osoba\nEwa;Ewa Lis\n", encoding="utf-8")
    study = qc.read(tmp_path)
    assert "„Ewa” i „Ewa Lis”" not in told(study)
    assert set(speakers(study)) == {"Ewa Lis", "Jan"}


TALK = "Katarzyna Nowak: Mało ludzi.\nM. Bielska: Sami.\np. Stefan: Podjazd.\nM. Bielska: Tak.\n"


def test_names_of_those_present_are_roles_and_no_group(tmp_path):
    line = "Uczestnicy: Katarzyna Nowak (OPS), Maria Bielska – Rada Seniorów oraz p. Stefan"
    study = read(tmp_path, f"Gmina: Kłaj\n{line}\n\n{TALK}", facilitator=())
    meta = study.transcripts[0].meta
    assert meta["gmina"] == "Kłaj"
    assert "Nowak" not in " ".join(meta.values())
    assert study.segments["role"].tolist() == ["OPS", "Rada Seniorów", "", "Rada Seniorów"]
    assert line in study.transcripts[0].text


def test_who_leads_may_stand_among_those_present(tmp_path):
    line = "Obecni: Katarzyna Nowak (prowadząca), Maria Bielska, Stefan Wąs, sołtys Jan Kot"
    study = read(tmp_path, f"{line}\n\n{TALK}")
    led = study.segments["role"] == FACILITATOR
    assert study.segments.loc[led, "speaker"].tolist() == ["Katarzyna Nowak"]


@pytest.mark.parametrize(
    "group", ["mieszkańcy i seniorzy", "14 osób", "KGW Targowisko, Rada Seniorów", "Koło Gospodyń"]
)
def test_a_group_without_names_is_still_the_group(tmp_path, group):
    assert present(f"Uczestnicy: {group}") == ""
    study = read(tmp_path, f"Uczestnicy: {group}\n\n{TALK}")
    assert study.transcripts[0].meta["group"] == group


def test_a_long_list_of_those_present_is_no_speaker(tmp_path):
    names = ", ".join(f"Osoba{letter} Nowa{letter} (GOPS)".title() for letter in "abcdefghijkl")
    study = read(tmp_path, f"Uczestnicy: {names}\n\n{TALK}")
    assert speakers(study)[0] == "Katarzyna Nowak"


def test_names_with_initials_are_names(tmp_path):
    study = read(tmp_path, f"Uczestnicy: K. Nowak (OPS), M. Bielska (KGW)\n\n{TALK}")
    assert "group" not in study.transcripts[0].meta
    assert study.segments["role"].tolist() == ["OPS", "KGW", "", "KGW"]


def test_two_of_one_name_get_no_role_from_the_list():
    assert roles_of("Ewa Lis (GOPS), Ewa Kot (PCPR), Jan Bąk (KGW)", ["Ewa", "Jan"]) == {
        "Jan": "KGW"
    }


BRIEF = [
    ("K1", "To może ja zacznę. U nas jest problem z dojazdem."), ("K2", "I z lekarzem."),
    ("M1", "Dokładnie."), ("P", "A jak z opieką nad dziećmi?"), ("K1", "Żłobka nie ma w ogóle."),
    ("K2", "Jest klub malucha."), ("M1", "(śmiech)"), ("P", "Co by Państwo zrobili najpierw?"),
    ("K1", "Żłobek."), ("K2", "Lekarz rodzinny."), ("M1", "Droga."), ("K2", "I świetlica."),
]  # fmt: skip


@pytest.mark.parametrize("last", [("P", "Dziękuję, kończymy."), ("P", "A co z pracą?")])
def test_three_turns_may_show_who_leads(last):
    assert guess_facilitator([*BRIEF, last])[0] == "P"
    assert guess_facilitator([*BRIEF, last, ("K1", "Nie ma jej.")])[0] == "P"


def test_the_first_and_the_last_word_make_no_leader():
    assert guess_facilitator([*BRIEF[:3], *BRIEF[4:7], *BRIEF[8:], ("K1", "Tyle.")])[0] == ""


def test_who_asks_one_official_three_times_does_not_lead():
    talk = [("Jan", "Kiedy będzie bus?"), ("Ola", "Na wiosnę."), ("Ewa", "Brakuje psychologa.")]
    others = [("Ewa", "I klubu."), ("Ola", "Klub jest."), ("Ewa", "Mały.")]
    turns = [*others, *talk, ("Jan", "A chodnik?"), ("Ola", "W maju."), ("Jan", "A szkoła?")]
    assert guess_facilitator([*turns, ("Ola", "Będzie.")])[0] == ""
