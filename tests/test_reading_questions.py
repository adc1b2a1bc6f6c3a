"""Questions: headings, the facilitator's words, a guide of one's own."""

import numpy as np
import pytest

import qualcode as qc
from qualcode.reading.agendas.agenda import follow_agenda
from qualcode.reading.agendas.meetings import (
    OTHER_STATES,
    Weights,
    divide,
    keep_founded,
    load_weights,
)
from qualcode.reading.agendas.origins import origin_features
from qualcode.reading.agendas.questions import (
    heading_question,
    known_questions,
    load_guide,
    match_question,
)
from qualcode.reading.agendas.wordings import merge_wordings

TURNS = [
    ("Prowadząca", "Dzień dobry, zaczynamy."),
    ("Jan", "Dzień dobry."),
    ("Prowadząca", "Pierwsze pytanie: jakie usługi ponad ustawę są w gminie?"),
    ("Jan", "Jest klub seniora."),
    ("Prowadząca", "Przejdźmy do pytania drugiego, jakie mamy priorytety, co najpilniejsze?"),
    ("Jan", "Asystent."),
    ("Prowadząca", "Pytanie trzecie, bariery. Co nas blokuje?"),
    ("Jan", "Pieniądze."),
]


def test_every_known_question_names_itself():
    for question in known_questions():
        assert match_question(question.text) == question.text, question.id


@pytest.mark.parametrize(
    ("heading", "fragment"),
    [
        ("2. Co nas blokuje? (bariery)", "bariery"),
        ("Uchodźcy i cudzoziemcy – jakie potrzeby?", "uchodźców"),
        ("Czego powinni się uczyć pracownicy?", "edukacyjne"),
        ("Jaką drogę rozwoju usług Państwo wolą?", "ścieżka"),
        ("Skąd pieniądze?", "sfinansujemy"),
        ("Na co mają Państwo nadzieję?", "nadzieję"),
    ],
)
def test_headings_are_matched_to_the_guide(heading, fragment):
    assert fragment in match_question(heading)


def test_headings_and_speech_are_told_apart():
    assert heading_question("3. Jakie są bariery?") == "Jakie są bariery?"
    assert heading_question("Osoby starsze", marked=True) == "Osoby starsze"
    assert heading_question("Zakończenie", marked=True) == ""
    assert heading_question("Nie ma tu żadnych barier.") is None
    assert heading_question("A co z tym busem?") is None


def test_facilitator_announces_questions():
    found = follow_agenda([(who == "Prowadząca", text) for who, text in TURNS])
    assert found[:2] == ["", ""]
    assert [match_question(question) for question in found[2:]] == found[2:]
    assert "wykraczające" in found[3]
    assert "priorytety" in found[5]
    assert "bariery" in found[7]


def test_without_a_facilitator_no_question_is_invented():
    assert set(follow_agenda([(False, text) for _, text in TURNS])) == {""}


def test_sections_end_where_an_empty_line_says_so(tmp_path):
    lines = [f"{who}: {text}" for who, text in TURNS[:2]]
    lines += ["", "1. Jakie są bariery?", ""]
    lines += [f"{who}: Odpowiedź numer {n}." for n in range(10) for who in ("Prowadząca", "Jan")]
    lines += ["", "Prowadząca: Kończymy, dziękuję.", "Jan: Do widzenia."]
    (tmp_path / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    asked = list(qc.read(tmp_path).segments["question"])
    assert asked == ["", "", *["Jakie są bariery?"] * 20, "", ""]


def test_ones_own_guide_is_used(tmp_path):
    text = "\n".join(
        [
            "Prowadząca: Witam.",
            "Jan: Witam.",
            "Prowadząca: Porozmawiajmy o placu zabaw, jaki ma być nowy plac zabaw?",
            "Jan: Duży.",
            "Prowadząca: Teraz ścieżki rowerowe, gdzie budować ścieżki?",
            "Jan: Wszędzie.",
        ]
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    own = ["Jaki ma być nowy plac zabaw?", "Gdzie budować ścieżki rowerowe?"]
    asked = list(qc.read(tmp_path, questions=own).segments["question"])
    assert asked == ["", "", own[0], own[0], own[1], own[1]]
    (tmp_path / "pytania.txt").write_text("1. " + "\n2. ".join(own), encoding="cp1250")
    assert list(qc.read(tmp_path).segments["question"]) == asked


def test_a_broken_guide_is_one_sentence(tmp_path):
    file = tmp_path / "pytania.yaml"
    file.write_text("- id: [", encoding="utf-8")
    with pytest.raises(qc.InputError, match=r"pytania\.yaml"):
        load_guide(file)
    with pytest.raises(qc.MisuseError):
        load_guide(tmp_path / "nie_ma.txt")


ANSWERED = [
    "Ala: Brak pieniędzy w gminie na usługi.",
    "Ola: Nie ma chętnych do pracy za najniższą krajową.",
    "Jan: Nie ma czym dojechać do przychodni.",
    "Prowadzący: Jakie mamy priorytety?",
    "Ala: Żłobek.",
]


@pytest.mark.parametrize("greeting", ["", "Dzień dobry, witam Państwa. ", "Czy mnie słychać? "])
def test_the_very_first_turn_may_ask(tmp_path, greeting):
    first = f"Prowadzący: {greeting}Jakie są najważniejsze bariery rozwoju usług?"
    (tmp_path / "a.txt").write_text("\n".join([first, *ANSWERED]), encoding="utf-8")
    study = qc.read(tmp_path)
    asked = list(study.segments["question"])
    assert all("bariery" in question for question in asked[:4])
    assert all("priorytety" in question for question in asked[4:])
    note = next(p.sentence for p in study.problems if "nie ma nagłówków" in p.sentence)
    assert "„Jakie są najważniejsze bariery rozwoju usług?” (wypowiedź 1)" in note
    assert "„Jakie mamy priorytety?” (wypowiedź 5)" in note


def test_a_greeting_and_the_first_question_in_subtitles(tmp_path):
    (tmp_path / "a.vtt").write_text(
        "WEBVTT\n\n00:01.000 --> 00:04.000\nProwadzący: Dzień dobry państwu.\n\n"
        "00:04.100 --> 00:08.000\nProwadzący: Jakie są najważniejsze bariery rozwoju usług?\n\n"
        "00:09.000 --> 00:12.000\nAla: Brak pieniędzy.\n",
        encoding="utf-8",
    )
    study = qc.read(tmp_path)
    assert "bariery" in study.segments["question"].iloc[-1]
    assert any("wypowiedź 1, 0:01)" in problem.sentence for problem in study.problems)


def test_a_first_turn_that_tells_the_programme_opens_nothing():
    said = "Witam. Dziś porozmawiamy o barierach i priorytetach. Kto zacznie?"
    assert follow_agenda([(True, said), (False, "Dzień dobry.")]) == ["", ""]
    said = "Witam. Jakie mamy priorytety? Jakie są bariery? O tym dziś."
    assert follow_agenda([(True, said), (False, "Dzień dobry.")]) == ["", ""]


GREETING = "dzień dobry witam państwa proszę o wyciszenie mikrofonów"
HINDRANCES = "jakie są największe przeszkody w rozwoju usług"


def write_captions(folder, first):
    lines = [f"Prowadzący: {first}", "Ala: brak pieniędzy", "Ola: brak ludzi do pracy"]
    cues = [f"00:0{2 * n}.000 --> 00:0{2 * n + 1}.500\n{line}\n" for n, line in enumerate(lines, 1)]
    (folder / "a.vtt").write_text("WEBVTT\n\n" + "\n".join(cues), encoding="utf-8")


@pytest.mark.parametrize("link", ["", "i od razu pytam ", "powiedzcie "])
def test_a_greeting_without_punctuation_goes_on_to_the_question(tmp_path, link):
    write_captions(tmp_path, f"{GREETING} {link}{HINDRANCES}")
    study = qc.read(tmp_path)
    assert len(study.segments) == 3
    assert all("bariery" in question for question in study.segments["question"])


@pytest.mark.parametrize(
    "rest",
    [
        "telefony tu i tak nie działają a okna działają",
        "każdy arkusz ma mieć cel i działania",
        "porozmawiamy o tym jakie są bariery i jakie mamy priorytety",
        "zaczynamy za pięć minut",
    ],
)
def test_a_greeting_without_punctuation_and_without_a_question_opens_nothing(rest):
    assert follow_agenda([(True, f"{GREETING} {rest}"), (False, "dzień dobry")]) == ["", ""]


def test_headings_win_over_what_the_greeting_asks(tmp_path):
    lines = ["1. Jakie mamy priorytety?", "", f"Prowadzący: {GREETING} {HINDRANCES}", "Ala: żłobek"]
    (tmp_path / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    assert set(qc.read(tmp_path).segments["question"]) == {"Jakie mamy priorytety?"}


def test_ones_own_questions_win_over_the_shipped_ones(tmp_path):
    write_captions(tmp_path, f"{GREETING} {HINDRANCES}")
    own = ["Gdzie postawić nowy żłobek?", "Jakie przeszkody spotyka rozwój usług?"]
    assert set(qc.read(tmp_path, questions=own).segments["question"]) == {own[1]}
    assert set(qc.read(tmp_path, questions=own[:1]).segments["question"]) == {""}


def test_a_question_is_known_without_diacritics_and_by_its_group():
    assert "wykraczające" in match_question("jakie uslugi mamy w gminie")
    assert match_question("Grupa druga: osoby z niepełnosprawnościami").startswith("Osoby z niepe")
    assert "bariery" in match_question("co jest największą przeszkodą w rozwijaniu usług")


def test_a_rare_question_needs_its_own_word():
    said = [(True, "Jakie są bariery rozwoju usług?"), (False, "Brak ludzi.")] * 2
    said += [(True, "pani olu jak to wygląda u dzieci i młodzieży"), (False, "rodzice za granicą")]
    assert all("bariery" in question for question in follow_agenda(said))
    said += [(True, "A jakie usługi dla uchodźców mamy?"), (False, "Jest tłumacz.")]
    assert "uchodźców" in follow_agenda(said)[-1]


def test_an_interjection_opens_nothing():
    said = [(True, "Jakie są bariery rozwoju usług?"), (False, "Brak ludzi."), (True, "ojej")]
    said += [(False, "Mam nadzieję i pomysł."), (True, "pani grażyno przepraszam panie grzegorzu")]
    assert len(set(follow_agenda([*said, (False, "Czego oczekuję? Emocji.")]))) == 1


def test_ones_own_question_is_the_one_named_most(tmp_path):
    own = [
        "Jakie usługi społeczne działają w gminie?",
        "Czego brakuje i jakie są bariery w dostępie do usług?",
        "Czego się Państwo obawiają?",
    ]
    asked = "drugie pytanie czego brakuje i jakie są największe bariery w dostępie do usług"
    first = "dzień dobry pierwsze pytanie jakie usługi społeczne dzisiaj w gminie działają"
    lines = [f"Prowadząca: {first}", "Jan: klub", f"Prowadząca: {asked}", "Jan: brak ludzi"]
    (tmp_path / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    study = qc.read(tmp_path, questions=own)
    assert list(study.segments["question"]) == [own[0], own[0], own[1], own[1]]
    assert any("nie rozpoznano: „Czego się Państwo obawiają?”" in str(p) for p in study.problems)


def test_a_heading_that_names_no_question_clearly_stays_as_typed():
    known = next(q.text for q in known_questions() if q.id == "uslugi")
    typed = "Jakie są mocne strony usług społecznych w gminie?"
    asked = {"a": [known], "b": [typed], "c": ["Co jest najważniejsze?"]}
    assert merge_wordings(asked, dict.fromkeys(asked, known_questions())) == ({}, [])


def _weights(guide, begin):
    """Return weights that know each question by one word and every step as equally likely."""
    states = (*(question.id for question in guide), *OTHER_STATES)
    rows = 3 * np.eye(len(states))
    words = {f"słowo{letter}": rows[place] for place, letter in enumerate("ab")}
    words["witam"] = rows[len(guide)]
    return Weights(states, words, {}, {"": begin}, np.zeros((len(states), len(states))))


def test_a_section_may_begin_with_an_answer_and_not_for_one_stray_turn():
    guide = load_guide(["Gdzie plac zabaw?", "Gdzie ścieżki rowerowe?"])
    turns = [(True, "witam"), *[(False, "słowoa słowoa")] * 9, *[(False, "słowob")] * 9]
    found = divide(turns, guide, _weights(guide, -4.0))
    assert found == [-1, *[0] * 9, *[1] * 9]
    stray = [*turns[:5], (False, "słowob"), *turns[5:10]]
    assert divide(stray, guide, _weights(guide, -4.0)) == [-1, *[0] * 10]


def test_a_meeting_keeps_to_one_guide_where_words_leave_it_open(tmp_path):
    (tmp_path / "g.yaml").write_text(
        "- {id: a, text: 'Gdzie plac zabaw?', guide: gmina}\n"
        "- {id: b, text: 'Gdzie ścieżki rowerowe?', guide: gmina}\n"
        "- {id: c, text: 'Jakie ławki w parku?', guide: park}\n",
        encoding="utf-8",
    )
    guide = load_guide(tmp_path / "g.yaml")
    weights = _weights(guide[:2], -1.0)
    states = (*(question.id for question in guide), *OTHER_STATES)
    words = {word: np.insert(row, 2, 0.0) for word, row in weights.words.items()}
    words["trawni"] = np.array([0.0, 1.0, 1.1, 0.0, 0.0, 0.0])
    words["alejka"] = np.array([0.0, 1.0, 3.0, 0.0, 0.0, 0.0])
    wider = Weights(states, words, {}, {"": -1.0}, np.zeros((len(states), len(states))))
    start = [(True, "witam"), *[(False, "słowoa")] * 9]
    open_to_both = divide([*start, *[(False, "trawnik")] * 9], guide, wider)
    assert open_to_both == [-1, *[0] * 9, *[1] * 9]
    clearly = divide([*start, *[(False, "alejka")] * 9], guide, wider)
    assert clearly == [-1, *[0] * 9, *[2] * 9]


def test_weights_of_the_agenda_are_kept_as_text():
    guide = load_guide(["Gdzie plac zabaw?", "Gdzie ścieżki rowerowe?"])
    weights = _weights(guide, -4.0)
    again = load_weights(weights.as_json())
    assert again.states == weights.states
    assert again.begins == weights.begins
    assert again.words.keys() == weights.words.keys()
    assert all(np.array_equal(again.words[key], row) for key, row in weights.words.items())


def test_flip_chart_and_survey_begin_sections_of_their_own():
    leads = [True, False, False, True, False, False, False, False]
    speakers = ["Ola", "Jan", "Ewa", "Ola", "karteczka", "respondent 4", "respondent 9"]
    found = origin_features(leads, [*speakers, "respondent 2"])
    assert [number for number, features in enumerate(found) if features] == [3, 5, 7]
    assert origin_features(leads[:3], speakers[:3]) == [set()] * 3
    assert origin_features([True, True], ["Ola", "Ola"]) == [set()] * 2


def test_a_question_put_again_by_a_survey_costs_nothing_more():
    guide = load_guide(["Gdzie plac zabaw?", "Gdzie ścieżki rowerowe?"])
    turns = [(True, "witam"), *[(False, f"słowo{letter}") for letter in "aaaabbbbaa"]]
    assert divide(turns, guide, _weights(guide, -1.0)) == [-1, *[0] * 4, *[1] * 6]
    labels = ["Ola", *["Jan"] * 8, "respondent 1", "respondent 2"]
    found = divide(turns, guide, _weights(guide, -1.0), speakers=labels)
    assert found == [-1, *[0] * 4, *[1] * 4, 0, 0]


STRAYING = """
Ewa: dzień dobry państwu poprowadzę dziś rozmowę zaczniemy od tego czego państwu najbardziej brakuje
gops: brakuje nam opiekunek są trzy na całą gminę i nie dają rady
Radny: do specjalisty jedzie się godzinę w jedną stronę
Basia: do sąsiadki z końca wsi nikt nie zagląda
gops: zaglądamy raz na tydzień bo nie ma ludzi
Basia: a zimą było gorzej bo mróz
Radny: sołtys wozi starszych własnym autem
Basia: rozmawiałam o tym z sołtysem
Ewa: dziękuję a proszę powiedzieć jakie są największe bariery w dostępie do usług
gops: wstydzą się przyjść i nie wiedzą gdzie się zgłosić
Basia: autobus jest rano i po południu a w ferie wcale
gops: dzwoniła do nas jedna pani i płakała
Radny: proszę tego nie zapisywać
Basia: do urzędu nie wjedzie się wózkiem bo nie ma podjazdu
Radny: gołębie na dachu to inna sprawa
gops: jedna mama zrezygnowała z pracy bo syn ma autyzm
Ewa: mhm kto jeszcze chciałby coś dodać
Basia: w szkole od roku nie ma psychologa dla dzieci
Radny: była pani psycholog ale wyjechała do miasta
gops: z nią współpracowało się świetnie
Ewa: {together}
Radny: gmina i powiat i parafia ksiądz dużo robi
gops: z księdzem i z kołem gospodyń mamy dobry kontakt
Basia: kołu gospodyń trzeba podziękować bo gotują obiady dla samotnych
Radny: lis nam kury zjada taki żart
gops: z powiatowym centrum pomocy rodzinie nie ma żadnej współpracy
Basia: szpital też nas odsyła
Ewa: a co zrobiliby państwo w pierwszej kolejności gdyby znalazły się pieniądze
Radny: bus na telefon bo bez niego nic nie ruszy
gops: zatrudniłabym dwie opiekunki i asystenta rodziny
Basia: klub seniora w dawnej szkole tam stoi pusta sala
Radny: kolega ma firmę i zrobi remont
Basia: a ja bym chciała żeby ktoś usiadł i posłuchał
gops: proszę do mnie pisać
Ewa: czy jest coś ważnego o co nie zapytałam
Basia: że młodzi wyjeżdżają i zostają starzy
Radny: zgadzam się z panią basią
Ewa: dziękuję bardzo państwu do widzenia
"""


@pytest.mark.parametrize(
    "together",
    [
        "dobrze to idźmy dalej kto według państwa powinien współpracować żeby to szło",
        "dobrze przejdźmy dalej kto zdaniem państwa ma współpracować żeby to działało",
    ],
)
def test_a_talk_that_leaves_the_guide_gets_no_question_from_its_order(tmp_path, together):
    (tmp_path / "a.txt").write_text(STRAYING.format(together=together), encoding="utf-8")
    study = qc.read(tmp_path)
    asked = list(study.segments["question"])
    assert not any("ścieżka" in question or "edukacyjne" in question for question in asked)
    assert all("oczekują" in question for question in asked[:8])
    assert all("bariery" in question for question in asked[8:20])
    note = next(p.sentence for p in study.problems if "nie ma nagłówków" in p.sentence)
    assert "oczekują" in note
    assert "bariery" in note
    assert "ścieżka" not in note
    assert "edukacyjne" not in note


def test_a_section_keeps_its_question_when_something_said_speaks_for_it(tmp_path):
    (tmp_path / "g.yaml").write_text(
        "- {id: a, text: 'Gdzie plac zabaw?', cues: 'huśtawk\\w*'}\n"
        "- {id: b, text: 'Gdzie ścieżki rowerowe?'}\n",
        encoding="utf-8",
    )
    guide = load_guide(tmp_path / "g.yaml")
    weights = _weights(guide, -1.0)
    weights.openings["słucha"] = 2 * np.eye(len(weights.states))[0]
    talk = [(False, "tak")] * 4
    spoken = [(False, "słowoa")] * 4
    places = [0] * 5

    def kept(opening, turns, first=None):
        said = [(True, opening), *turns]
        return keep_founded(said, guide, weights, [0] * len(said), first)

    assert kept("proszę dalej", talk) == [-1] * 5
    assert kept("proszę dalej", talk, {0: 1.0}) == places
    assert kept("to gdzie plac zabaw", talk) == places
    assert kept("a huśtawki", talk) == places
    assert kept("słucham", talk) == places
    assert kept("proszę dalej", spoken) == places
    assert kept("proszę dalej", [*spoken, *talk * 10]) == [-1] * 45


OWN = ["Jakie mamy bariery?", "Co jest priorytetem?", "Czy chcemy CUS?"]


@pytest.mark.parametrize(
    "opened",
    [
        ["Zaczynamy od pytania pierwszego.", "Przejdźmy do pytania drugiego.", "Pytanie trzecie."],
        ["Dzień dobry państwu. Pierwsze pytanie.", "Pytanie drugie.", "Pytanie nr 3."],
    ],
)
def test_questions_of_ones_own_guide_are_called_by_their_numbers(opened):
    guide = load_guide(OWN)
    turns = [turn for said in opened for turn in ((True, said), (False, "Nie wiem."))]
    assert follow_agenda(turns, guide) == [text for text in OWN for _ in range(2)]


def test_a_greeting_that_counts_opens_no_question_of_ones_own():
    said = "Witam po raz pierwszy. Mamy dziś pierwsze pytanie, drugie pytanie i trzecie pytanie."
    assert follow_agenda([(True, said), (False, "Dobrze.")], load_guide(OWN)) == ["", ""]


def test_a_question_left_for_one_called_by_its_number_is_left():
    """The second question of a meeting need not be the second of the shipped guide."""
    turns = [
        (True, "Jakie są bariery w gminie?"),
        (False, "Brak kadry i pieniędzy."),
        (True, "Przejdźmy do pytania drugiego."),
        (False, "Bus na telefon."),
    ]
    found = follow_agenda(turns)
    assert "bariery" in found[1]
    assert "bariery" not in found[2] + found[3]


@pytest.mark.parametrize(("count", "said"), [(1, "Jeśli się nie zgadza, "), (2, "nie zgadzają, ")])
def test_the_note_of_found_questions_agrees_with_their_number(tmp_path, count, said):
    first = "Prowadzący: Jakie są najważniejsze bariery rozwoju usług?"
    path = tmp_path / "a.txt"
    path.write_text("\n".join([first, *ANSWERED[: 3 if count == 1 else 5]]), encoding="utf-8")
    told = [problem.sentence for problem in qc.read(path).problems]
    assert any(said in sentence for sentence in told)
