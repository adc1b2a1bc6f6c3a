"""Captions and what speech recognition writes."""

import json

import pytest
from test_formats import TALK, ZOOM, read, turns

TEAMS = """WEBVTT

8f1f-11/1-0
0:0:1.0 --> 0:0:4.57
<v Anna Nowak>Nie ma kto</v>

8f1f-11/1-1
0:0:3.0 --> 0:0:6.13
<v Anna Nowak>pracować.</v>

8f1f-11/2-0
0:0:6.0 --> 0:0:9.0
<v Jan>Jest dobrze.</v>
"""
MEET = (
    ZOOM.replace("Anna Nowak: Nie", "(Anna Nowak)\nNie")
    .replace("\npracować", "\n(Anna Nowak)\npracować")
    .replace("Jan: ", "(Jan)\n")
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("zoom.vtt", ZOOM),
        ("teams.vtt", TEAMS),
        ("zoom.srt", ZOOM.replace("WEBVTT\n\n", "").replace(".000", ",000")),
        ("zoom.txt", ZOOM),
        ("meet.vtt", MEET),
        ("zoom.sbv", "0:00:01.000,0:00:04.000\nAnna Nowak: Nie ma kto pracować.\n\n0:00:06.000,0:00:09.000\nJan: Jest dobrze.\n"),
        ("bom.vtt", "\ufeff" + ZOOM.replace("\n", "\r\n")),
    ],
)  # fmt: skip
def test_captions_of_many_programs(tmp_path, name, text):
    study = read(tmp_path, name, text)
    assert turns(study) == TALK
    assert list(study.segments["time"]) == [1.0, 6.0]


def test_rolling_captions_are_said_once(tmp_path):
    text = (
        "WEBVTT\nKind: captions\n\n00:00:00.000 --> 00:00:02.000 align:start\nnie ma<00:00:00.500><c> kto</c>"
        "<00:00:01.000><c> pracować</c>\n\n00:00:02.000 --> 00:00:02.010\nnie ma kto pracować\n \n\n"
        "00:00:02.010 --> 00:00:04.000\nnie ma kto pracować\nopiekunki<00:00:02.500><c> odchodzą</c>\n"
    )
    said = " ".join(text for _, text in turns(read(tmp_path, "a.vtt", text)))
    assert said == "nie ma kto pracować opiekunki odchodzą"


def test_a_cue_that_lost_its_time_is_kept_and_told(tmp_path):
    study = read(tmp_path, "a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nraz\n\ndwa\n\n00:0x:03 --> 00:04.000\ntrzy\n")  # fmt: skip
    assert [text for _, text in turns(study)] == ["raz", "dwa", "trzy"]
    assert any("2\u00a0napisy mają zepsuty czas" in problem.sentence for problem in study.problems)


def test_notes_and_styles_of_captions_are_not_speech(tmp_path):
    study = read(tmp_path, "a.vtt", "WEBVTT\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000\nraz\n\nNOTE to nie mowa\n\n00:03.000 --> 00:04.000\ndwa\n")  # fmt: skip
    assert [text for _, text in turns(study)] == ["raz", "dwa"]


def test_whisper_with_speakers(tmp_path):
    segments = [
        {"start": 1.5, "end": 2, "text": " Nie ma kto", "speaker": "SPEAKER_00"},
        {"start": 2, "end": 3, "text": " pracować.", "speaker": "SPEAKER_00"},
        {"start": 4, "end": 5, "text": " Jest dobrze.", "speaker": "SPEAKER_01"},
    ]
    study = read(tmp_path, "a.json", json.dumps({"segments": segments, "language": "pl"}))
    assert turns(study) == [("SPEAKER_00", TALK[0][1]), ("SPEAKER_01", TALK[1][1])]
    assert list(study.segments["time"]) == [1.5, 4.0]


def test_whisper_without_speakers_keeps_segments(tmp_path):
    study = read(tmp_path, "a.json", json.dumps({"segments": [{"start": 0, "text": "a b"}, {"text": "c"}]}))  # fmt: skip
    assert turns(study) == [("", "a b"), ("", "c")]


def test_segments_of_whisper_without_a_speaker_are_counted(tmp_path):
    text = (
        '{"segments": [{"start": 0, "text": "Raz", "speaker": "A"}, {"start": 1, "text": "dwa"},'
        ' {"start": 2, "text": "trzy", "speaker": "B"}]}'
    )
    study = read(tmp_path, "a.json", text)
    assert turns(study) == [("A", "Raz dwa"), ("B", "trzy")]
    assert any("1\xa0fragment bez mówcy" in problem.sentence for problem in study.problems)


def test_rolling_subtitles_without_tags_are_said_once(tmp_path):
    lines = ["nie ma kto pracować", "opiekunki odchodzą", "bo mało płacą", "i daleko"]
    cues = [
        f"{n + 1}\n00:00:{2 * n:02},000 --> 00:00:{2 * n + 2:02},000\n"
        + "\n".join(lines[max(0, n - 1) : n + 1])
        for n in range(4)
    ]
    said = " ".join(text for _, text in turns(read(tmp_path, "a.srt", "\n\n".join(cues))))
    assert said == " ".join(lines)
