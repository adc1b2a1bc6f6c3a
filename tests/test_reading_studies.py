"""Studies beside other paths, names every system can bear, one question in several wordings."""

import pytest

import qualcode as qc
from qualcode.reading.agendas.questions import known_questions
from qualcode.reading.agendas.wordings import merge_wordings
from qualcode.reading.studies import free_name, safe_name

TALK = "Prowadząca: Dzień dobry.\nJan: Nie ma busa.\nAnna: Ani opiekunek.\n"


@pytest.fixture
def saved(tmp_path):
    """A study written by qualcode, with its codings, and a file beside it."""
    source = tmp_path / "zapis"
    source.mkdir()
    (source / "a.txt").write_text(TALK, encoding="utf-8")
    study = qc.segment(qc.read(source))
    rows = study.codings.reindex(range(1)).assign(
        segment=study.segments["segment"][1], code="", coder="coder_a", score=1.0, evidence=""
    )
    study = study.with_(codings=rows)
    qc.write(study, tmp_path / "badanie")
    (tmp_path / "b.txt").write_text(TALK.replace("busa", "pociągu"), encoding="utf-8")
    return tmp_path


def test_a_study_beside_a_file_keeps_its_segments_and_codings(saved):
    both = qc.read([saved / "badanie", saved / "b.txt"])
    assert sorted(item.id for item in both.transcripts) == ["a", "b"]
    assert both.coders == ["coder_a"]
    assert set(both.codings["segment"]) <= set(both.segments["segment"])
    assert "Nie ma busa." in set(both.segments["text"])
    assert "Nie ma pociągu." in set(both.segments["text"])


def test_a_study_inside_a_folder_is_known(saved):
    (saved / "zapis" / "a.txt").unlink()
    (saved / "zapis").rmdir()
    study = qc.read(saved)
    assert sorted(item.id for item in study.transcripts) == ["a", "b"]
    assert study.coders == ["coder_a"]


def test_a_folder_of_results_is_read_as_the_study_in_it(saved, tmp_path):
    results = tmp_path / "wyniki"
    qc.write(qc.read(saved / "badanie"), results / "badanie")
    (results / "manifest.json").write_text("{}", encoding="utf-8")
    (results / "macierze.csv").write_text("kod,n\n", encoding="utf-8")
    assert qc.read(results) == qc.read(saved / "badanie")
    both = qc.read([results, saved / "b.txt"])
    assert sorted(item.id for item in both.transcripts) == ["a", "b"]
    with pytest.raises(qc.MisuseError, match="już wczytane"):
        qc.read(results, facilitator="Jan")


def test_two_studies_with_one_name_are_kept_apart(saved):
    study = qc.read(saved / "badanie")
    qc.write(study, saved / "drugie")
    both = qc.read([saved / "badanie", saved / "drugie"])
    assert sorted(item.id for item in both.transcripts) == ["a", "drugie_a"]
    assert both.codings["segment"].is_unique
    assert len(both.codings) == 2
    texts = {item.id: item.text for item in both.transcripts}
    for row in both.segments.itertuples():
        assert texts[row.transcript][row.start : row.end] == row.text


@pytest.mark.parametrize(
    "stem", ["CON", "con.2024", "a: rano?", "koniec.", "aux", "   ", 'x<y>"z|', "LPT1"]
)
def test_names_no_system_refuses(stem):
    name = safe_name(stem)
    assert name
    assert not set(name) & set('<>:"/\\|?*')
    assert not name.endswith((".", " "))
    assert name.split(".")[0].lower() not in {"con", "aux", "lpt1"}
    assert safe_name(name) == name


def test_names_that_differ_in_case_only_are_told_apart():
    assert free_name("Warsztat", "x", ["warsztat"]) == "x_Warsztat"


def test_transcripts_get_safe_names(tmp_path):
    for name in ("CON.txt", "spotkanie: rano?.txt", "koniec..txt"):
        (tmp_path / name).write_text(TALK, encoding="utf-8")
    (tmp_path / "meta.csv").write_text(
        'plik,gmina\nCON.txt,Siedlec\n"spotkanie: rano?.txt",Wieliczka\n', encoding="utf-8"
    )
    study = qc.read(tmp_path)
    assert sorted(item.id for item in study.transcripts) == ["CON_", "koniec", "spotkanie_ rano_"]
    assert study.meta["gmina"].to_dict()["spotkanie_ rano_"] == "Wieliczka"
    qc.write(study, tmp_path.parent / "wynik")
    assert [item.text for item in qc.read(tmp_path.parent / "wynik").transcripts]


def asked(**questions):
    return merge_wordings(questions, dict.fromkeys(questions, known_questions()))


def test_one_question_in_two_gminy_gets_one_text():
    changed, notes = asked(a=["Co nas blokuje? (bariery)"], b=["Jakie są największe bariery?"])
    assert len(set(changed.values())) == 1
    assert len(changed) == 2
    assert "Co nas blokuje? (bariery)" in str(notes[0])
    assert "(a)" in str(notes[0])


def test_questions_the_guide_does_not_know_are_joined_by_their_words():
    plain, more = (
        "Gdzie budować plac zabaw na osiedlu?",
        "Gdzie budować nowy plac zabaw na osiedlu?",
    )
    changed, notes = asked(a=[plain], b=[more], c=[more])
    assert changed == {("a", plain): more}
    assert len(notes) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Jakie dziuplowe zwierzęta żyją u nas w lesie?",
            "Jakie dziuplowe zwierzęta nie żyją u nas w lesie?",
        ),
        ("Stół 1", "Stół 2"),
        ("Gdzie chcemy mieć duże boisko i ławki?", "Gdzie chcemy mieć duże boisko i drzewa?"),
    ],
)
def test_different_questions_stay_apart(first, second):
    assert asked(a=[first], b=[second]) == ({}, [])


def test_two_wordings_of_one_meeting_are_two_questions():
    assert asked(a=["Bariery kadrowe?", "Bariery finansowe?"], b=[""]) == ({}, [])


def test_one_wording_is_left_as_it_is(tmp_path):
    for name in "ab":
        text = f"{TALK}\n1. Co nas blokuje?\n\n{TALK}"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    study = qc.read(tmp_path)
    assert set(study.segments["question"]) == {"", "Co nas blokuje?"}


def test_the_original_wording_stays_in_the_text(tmp_path):
    for name, line in (("a", "1. Co nas blokuje?"), ("b", "2. Jakie są bariery u nas?")):
        (tmp_path / f"{name}.txt").write_text(f"{TALK}\n{line}\n\n{TALK}", encoding="utf-8")
    study = qc.read(tmp_path)
    questions = set(study.segments["question"]) - {""}
    assert len(questions) == 1
    assert "Co nas blokuje?" in study.transcripts[0].text
    assert any("Co nas blokuje?" in problem.sentence for problem in study.problems)
