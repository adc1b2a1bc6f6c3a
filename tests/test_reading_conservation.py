"""Nothing people said is lost: every word of a file stands in its text, and speech in the turns."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import qualcode as qc
from qualcode.reading.codebooks import load_codebook

NAMES = ["Prowadząca", "Anna Kowalska (GOPS)", "Pan Jan, sołtys", "KOWALSKA ANNA", "Grupa 2"]
PHRASES = [
    "no i tych opiekunek brakuje najbardziej",
    "Nie ma kto pracować.",
    "Co nas blokuje? Pieniądze.",
    "Osoby starsze",
    "Punkt 4: sprawozdanie za rok ubiegły",
    "Czego najbardziej potrzeba",
    "2. Jakie są bariery?",
    "I tak to jest, proszę Państwa, że od lat mówimy to samo",
    "– busy, asystenci, psycholog",
    "Pomysły",
]
UNLABELLED = [phrase for phrase in PHRASES if ":" not in phrase]
WORD = re.compile(r"\w+")


def paragraphs():
    """Lines of a transcript: labelled, or paragraphs without a label, with gaps or without."""
    label = st.sampled_from(["", "", *[f"{name}: " for name in NAMES]])
    line = st.tuples(label, st.sampled_from(PHRASES), st.sampled_from(["\n", "\n", "\n\n"]))
    return st.lists(line, min_size=3, max_size=40)


@pytest.fixture(scope="module")
def codebook():
    """Read once: the property reads many small files."""
    return load_codebook("cus")


def words(text):
    return WORD.findall(text.lower())


@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(lines=paragraphs())
def test_every_word_is_in_the_text_and_in_a_turn_a_question_or_the_header(
    tmp_path, codebook, lines
):
    numbered = [
        (label, f"{phrase} q{number}" if label else phrase, gap)
        for number, (label, phrase, gap) in enumerate(lines)
    ]
    text = "".join(label + phrase + gap for label, phrase, gap in numbered)
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    study = qc.read(file, codebook=codebook)
    whole = study.transcripts[0].text
    assert sorted(words(whole)) == sorted(words(text))
    said = set(words(" ".join(study.segments["text"])))
    told = said | set(words(" ".join(study.segments["question"])))
    labels = set(words(" ".join([*study.segments["speaker"], *NAMES])))
    first = whole.index(study.segments["text"].iloc[0])
    header = set(words(whole[:first]))
    notes = set(words(" ".join(problem.sentence for problem in study.problems)))
    numbers = {"punkt", "4", "2"}  # of headings: they stay in the text, not in the question
    lost = set(words(text)) - told - labels - header - notes - numbers
    assert not lost, lost
    # what a label begins, somebody said
    marks = {f"q{number}" for number, (label, _, _) in enumerate(lines) if label}
    assert marks <= said | header | told


@pytest.mark.parametrize(
    "line",
    [
        "- brak opiekunek na wsiach",
        "no i to by było wszystko od nas",
        "Osoby starsze, niepełnosprawne i te samotne",
        "Co nas blokuje? Brak ludzi i pieniędzy",
    ],
)
def test_a_paragraph_of_a_long_turn_stays_speech(tmp_path, line):
    """Empty lines between all turns: a lone paragraph goes on with whoever spoke."""
    turns = [f"{who}: Wypowiedź numer {n}." for n in range(10) for who in ("Anna K.", "Jan Nowak")]
    turns.insert(7, line)
    (tmp_path / "a.txt").write_text("\n\n".join(turns), encoding="utf-8")
    segments = qc.read(tmp_path).segments
    assert segments["speaker"][segments["text"] == line].tolist() == ["Anna K."]
    assert set(segments["question"]) == {""}


def test_a_heading_by_its_place_alone_is_told(tmp_path):
    turns = [f"{who}: Odpowiedź numer {n}." for n in range(10) for who in ("Anna K.", "Jan Nowak")]
    text = "\n".join([*turns, "", "Grupa 2: osoby w kryzysie", "", *turns])
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    study = qc.read(tmp_path)
    assert len(study.segments) == 40
    assert list(study.segments["question"])[20:] == ["Grupa 2: osoby w kryzysie"] * 20
    assert any("Grupa 2: osoby w kryzysie" in str(problem) for problem in study.problems)


def test_long_paragraphs_in_a_heading_style_are_speech(tmp_path):
    import docx

    document = docx.Document()
    document.add_paragraph("Anna: Dzień dobry.")
    document.add_paragraph("Jan: Dzień dobry.")
    long = "Mówiliśmy o tym wiele razy, że opiekunki odchodzą. " * 8
    document.add_heading(long.strip(), 3)
    document.save(str(tmp_path / "a.docx"))
    assert long.strip() in list(qc.read(tmp_path).segments["text"])


def test_prose_before_the_first_label_is_no_header(tmp_path):
    prose = "\n\n".join(
        f"Zdanie numer {n} o usługach w naszej gminie i o ludziach." for n in range(60)
    )
    (tmp_path / "a.txt").write_text(f"{prose}\n\nAnna: Tak.\nJan: Nie.\n", encoding="utf-8")
    said = " ".join(qc.read(tmp_path).segments["text"])
    assert "Zdanie numer 0 " in said
    assert "Zdanie numer 59 " in said


def test_what_is_said_twice_is_kept_twice(tmp_path):
    """Only a file whose captions roll repeats itself; people may do so as well."""
    said = [
        "Nie wiem, naprawdę.",
        "Nie wiem, naprawdę.",
        "Może busy.",
        "Może asystent.",
        "Może nic.",
    ]
    cues = [
        f"00:00:{n:02}.000 --> 00:00:{n + 1:02}.000\nAnna Kowalska: {text}\n"
        for n, text in enumerate(said)
    ]
    (tmp_path / "a.vtt").write_text("WEBVTT\n\n" + "\n".join(cues), encoding="utf-8")
    assert " ".join(qc.read(tmp_path).segments["text"]) == " ".join(said)


def test_a_sentence_with_a_colon_in_a_cue_without_a_name_stays_speech(tmp_path):
    """Nearly every cue begins with a name; the words of one that does not are no name."""
    cues = [
        f"00:{n:02}:00.000 --> 00:{n:02}:01.000\nAnna Kowalska: Zdanie numer {n}.\n"
        for n in range(30)
    ]
    said = "wiem, czy do was, czy do powiatu: łóżko rehabilitacyjne"
    cues.insert(9, f"00:08:30.000 --> 00:08:31.000\n{said}\n")
    (tmp_path / "a.vtt").write_text("WEBVTT\n\n" + "\n".join(cues), encoding="utf-8")
    segments = qc.read(tmp_path).segments
    assert said in " ".join(segments["text"])
    assert set(segments["speaker"]) == {"Anna Kowalska"}


def test_prose_above_a_wall_of_notes_is_no_header(tmp_path):
    """Notes have an origin, not a speaker: the text above them is somebody's."""
    prose = [f"Zdanie numer {n} o usługach w naszej gminie." for n in range(6)]
    wall = "Karteczki: bariery\n- brak lokali\n- wstyd\n"
    (tmp_path / "a.txt").write_text("\n".join(prose) + f"\n\n{wall}", encoding="utf-8")
    assert list(qc.read(tmp_path).segments["text"]) == [*prose, "brak lokali", "wstyd"]


@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    lines=st.lists(
        st.tuples(
            st.sampled_from([*UNLABELLED, "Gmina Kłaj", "Jakie mamy priorytety?", "Ustalenia:"]),
            st.sampled_from(["\n", "\n\n"]),
        ),
        min_size=2,
        max_size=20,
    )
)
def test_without_speakers_what_is_no_statement_is_told(tmp_path, codebook, lines):
    text = "".join(phrase + gap for phrase, gap in [*lines, ("Brakuje busa.", "\n")])
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    study = qc.read(file, codebook=codebook)
    assert sorted(words(study.transcripts[0].text)) == sorted(words(text))
    said = set(study.segments["text"])
    told = " ".join(problem.sentence for problem in study.problems)
    lost = [phrase for phrase, _ in lines if phrase not in said and phrase not in told]
    assert set(lost) <= {"Gmina Kłaj", "Ustalenia:"}
