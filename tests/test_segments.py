import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qualcode as qc
from qualcode.segments import MAX_WORDS, units
from qualcode.study import SEGMENTS, Transcript, frame

LONG = (
    "No u nas jest tak. Autobus jeździ dwa razy. Do lekarza nie ma czym. "
    "A opiekunka jedna na cztery wsie. I jeszcze kolejka."
)


def turn(codebook, text, **columns):
    row = {
        "segment": f"a:0-{len(text)}",
        "transcript": "a",
        "start": 0,
        "end": len(text),
        "speaker": "Pani Ela",
        "role": "mieszkanka",
        "text": text,
        **columns,
    }
    return qc.Study(codebook, (Transcript("a", text),), frame(SEGMENTS, [row]))


def test_a_short_turn_stays_whole(codebook):
    assert list(qc.segment(turn(codebook, "Nie ma kto. No bo za co?")).segments["text"]) == [
        "Nie ma kto. No bo za co?"
    ]


def test_a_long_turn_is_split_into_units_of_at_most_three_sentences(codebook):
    texts = list(qc.segment(turn(codebook, LONG)).segments["text"])
    assert len(texts) == 2
    assert all(text.count(".") <= 3 for text in texts)


def test_speech_without_punctuation_is_split_at_clauses(codebook):
    said = " ".join(
        ["no u nas jest tak że autobus jeździ rano"] * 5
        + ["ale wieczorem nie ma czym wrócić z pracy do domu"] * 8
    )
    segments = qc.segment(turn(codebook, said)).segments
    assert len(segments) >= 2
    assert all(len(text.split()) <= MAX_WORDS for text in segments["text"])
    assert " ".join(segments["text"]).split() == said.split()


def test_units_never_cross_a_speaker_and_keep_what_is_known(study):
    segments = qc.segment(study).segments
    assert set(segments["speaker"]) == set(study.segments["speaker"])
    for row in segments.itertuples():
        inside = study.segments[
            (study.segments["transcript"] == row.transcript)
            & (study.segments["start"] <= row.start)
            & (study.segments["end"] >= row.end)
        ]
        assert list(inside["speaker"]) == [row.speaker]
        assert list(inside["question"]) == [row.question]


def test_offsets_point_at_the_text(study):
    texts = {item.id: item.text for item in study.transcripts}
    for row in qc.segment(study).segments.itertuples():
        assert texts[row.transcript][row.start : row.end] == row.text
        assert row.segment == f"{row.transcript}:{row.start}-{row.end}"


def test_codings_of_spans_that_stay_are_kept(study):
    again = qc.segment(study)
    assert again.codings.equals(study.codings)
    assert qc.segment(again) == again


def test_a_line_break_ends_a_unit(codebook):
    texts = list(qc.segment(turn(codebook, "Pierwsze.\nDrugie.")).segments["text"])
    assert texts == ["Pierwsze.", "Drugie."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("był lekarz i | nie wiem kto", ["był lekarz", "i nie wiem kto"]),
        ("pisali że w | szkole nie ma", ["pisali", "że w szkole nie ma"]),
        ("i | nie ma busa", ["i nie ma busa"]),
        ("i w | u nas | nie ma", ["i w u nas", "nie ma"]),
        ("No bo. | Nie ma kto.", ["No bo.", "Nie ma kto."]),
        ("grupa A | nie ma busa", ["grupa A", "nie ma busa"]),
        ("jestem za | a ty nie", ["jestem za", "a ty nie"]),
        ("bo nie ma i | \nbusa też", ["bo nie ma i", "busa też"]),
        ("tak mówił ale", ["tak mówił ale"]),
    ],
)
def test_a_unit_does_not_end_in_a_word_that_belongs_to_the_next(text, expected, monkeypatch):
    monkeypatch.setattr("qualcode.segments.MAX_SENTENCES", 1)
    plain, cuts = text.replace("| ", ""), []
    start = 0
    for part in text.split("| "):
        cuts.append((start, start + len(part)))
        start += len(part)
    assert [plain[begin:end] for begin, end in units(plain, cuts)] == expected


def test_a_long_stretch_is_not_cut_behind_a_preposition():
    said = " ".join(["autobus jeździ w dni szkolne z"] * 5 + ["u nas nikt nie pracuje wcale w"] * 9)
    found = [said[start:end] for start, end in units(said, [(0, len(said))])]
    assert len(found) > 1
    assert not [unit for unit in found[:-1] if unit.split()[-1] in ("w", "z", "u")]
    assert " ".join(found) == said


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("aąbi .,!?\n\t„”😀-"), min_size=1, max_size=300))
def test_every_word_lies_in_exactly_one_unit(text):
    cuts = [match.span() for match in re.finditer(r"[^.!?]+[.!?]*", text)]
    found = units(text, cuts)
    assert found == sorted(found)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(found))
    covered = [m for start, end in found for m in re.findall(r"\w+", text[start:end])]
    expected = [m for start, end in cuts for m in re.findall(r"\w+", text[start:end])]
    assert covered == expected
    assert all(text[start:end].strip() == text[start:end] for start, end in found)


def test_keep_drops_what_does_not_fit(study):
    part = qc.keep(study, gmina="Łąka")
    assert [item.id for item in part.transcripts] == ["łąka"]
    assert set(part.codings["segment"]) <= set(part.segments["segment"])
    assert len(qc.keep(study, role=["mieszkanka", "radny"]).segments) == 4
    with pytest.raises(qc.MisuseError, match="gmina"):
        qc.keep(study, gmna="Łąka")
