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


def captions(tmp_path, *cues, name="a.vtt"):
    """Read cues given as (begin, end, text)."""
    stamps = [
        f"{begin // 60:02}:{begin % 60:02}.000 --> {end // 60:02}:{end % 60:02}.000\n{text}\n"
        for begin, end, text in cues
    ]
    return read(tmp_path, name, "WEBVTT\n\n" + "\n".join(stamps))


def sentences(study):
    return " ".join(problem.sentence for problem in study.problems)


def test_a_new_sentence_without_a_name_is_put_in_nobodys_mouth(tmp_path):
    study = captions(
        tmp_path,
        (0, 4, "Anna Lis: Jestem z GOPS i mówię, że kadry wystarczy."),
        (5, 9, "Ja jestem sołtysem i się nie zgadzam, brakuje opiekunek."),
        (10, 14, "Anna Lis: No dobrze."),
        (15, 19, "Jan Kos: Bus."),
    )
    assert [speaker for speaker, _ in turns(study)] == ["Anna Lis", "", "Anna Lis", "Jan Kos"]
    assert "sołtys" not in set(study.segments["role"])
    assert "1\xa0napis bez mówcy (0:05) przypisano nieznanemu mówcy" in sentences(study)


def test_a_sentence_that_goes_on_without_a_name_stays_with_its_speaker(tmp_path):
    study = captions(
        tmp_path,
        (0, 4, "Anna Lis: Jestem z GOPS i mówię,"),
        (5, 9, "że kadry wystarczy."),
        (10, 14, "Anna Lis: No dobrze."),
        (15, 19, "Jan Kos: Bus kosztuje 120 tys."),
        (19, 22, "zł rocznie."),
        (22, 25, "I tyle."),
    )
    assert turns(study) == [
        ("Anna Lis", "Jestem z GOPS i mówię, że kadry wystarczy. No dobrze."),
        ("Jan Kos", "Bus kosztuje 120 tys. zł rocznie. I tyle."),
    ]
    assert "3\xa0napisy bez mówcy przypisano mówcy napisu poprzedniego" in sentences(study)
    assert "sprawdź w nagraniu (0:22)" in sentences(study)  # a new sentence may be another's


def test_names_written_once_a_turn_hold_for_the_whole_turn(tmp_path):
    cues = [
        (0, 4, "Anna Lis: Jedno zdanie."),
        (5, 9, "Drugie zdanie."),
        (10, 14, "Jan Kos: Trzecie."),
        (15, 19, "Czwarte."),
        (20, 24, "Ewa Bąk: Piąte."),
    ]
    assert turns(captions(tmp_path, *cues)) == [
        ("Anna Lis", "Jedno zdanie. Drugie zdanie."),
        ("Jan Kos", "Trzecie. Czwarte."),
        ("Ewa Bąk", "Piąte."),
    ]


def test_a_segment_of_whisperx_without_a_speaker_is_nobodys(tmp_path):
    segments = [
        {"start": 0, "end": 4, "text": "Najgorszy jest transport.", "speaker": "SPEAKER_01"},
        {"start": 4, "end": 8, "text": "To prawda, brakuje kadry."},
        {"start": 8, "end": 9, "text": "Dziękuję.", "speaker": "SPEAKER_00"},
    ]
    study = read(tmp_path, "a.json", json.dumps({"segments": segments}))
    assert [speaker for speaker, _ in turns(study)] == ["SPEAKER_01", "", "SPEAKER_00"]
    assert "(0:04) przypisano nieznanemu mówcy" in sentences(study)


def test_captions_without_speakers_are_joined_to_sentences(tmp_path):
    study = captions(
        tmp_path,
        (0, 2, "Dzień dobry państwu. Witam na"),
        (2, 4, "spotkaniu przy ul."),
        (4, 6, "Szkolnej. Brakuje nam"),
        (6, 8, "opiekunek."),
        (8, 9, "Tak."),
    )
    assert [text for _, text in turns(study)] == [
        "Dzień dobry państwu.",
        "Witam na spotkaniu przy ul. Szkolnej.",
        "Brakuje nam opiekunek.",
        "Tak.",
    ]
    assert list(study.segments["time"]) == [0.0, 0.0, 4.0, 8.0]


def test_captions_without_marks_end_at_a_pause(tmp_path):
    study = captions(
        tmp_path,
        (0, 2, "u nas nie ma miejsca"),
        (2, 4, "w przedszkolu"),
        (6, 8, "ja powiem że kolejka"),
        (8, 10, "jest na pół roku"),
    )
    assert [text for _, text in turns(study)] == [
        "u nas nie ma miejsca w przedszkolu",
        "ja powiem że kolejka jest na pół roku",
    ]


def test_long_speech_without_marks_or_pauses_keeps_its_times(tmp_path):
    cues = [
        (2 * n, 2 * n + 2, f"słowo {n} i jeszcze kilka słów bez końca zdania") for n in range(60)
    ]
    study = captions(tmp_path, *cues)
    assert " ".join(study.segments["text"]) == " ".join(text for _, _, text in cues)
    steps = study.segments["time"].diff().dropna()
    assert len(steps) >= 3
    assert steps.max() < 60


def test_two_arrows_are_another_speaker(tmp_path):
    study = captions(
        tmp_path,
        (0, 2, "&gt;&gt; Jakie są"),
        (2, 4, "bariery"),
        (4, 6, ">> brakuje lekarzy >> i autobusów"),
    )
    assert turns(study) == [("", "Jakie są bariery"), ("", "brakuje lekarzy"), ("", "i autobusów")]


def test_two_arrows_before_a_name_are_its_speaker(tmp_path):
    study = captions(tmp_path, (0, 2, ">> Anna Lis: Tak."), (2, 4, ">> Nie."), (4, 6, ">> Anna Lis: A jednak."))  # fmt: skip
    assert turns(study) == [("Anna Lis", "Tak."), ("", "Nie."), ("Anna Lis", "A jednak.")]


def test_sounds_are_nobodys_speech(tmp_path):
    study = captions(
        tmp_path,
        (0, 2, "[muzyka]"),
        (2, 4, "[Oklaski] Brakuje lekarzy."),
        (4, 6, "(śmiech na sali)"),
        (6, 8, "[nie wiem] to moje słowa."),
    )
    assert [text for _, text in turns(study)] == ["Brakuje lekarzy.", "[nie wiem] to moje słowa."]
    whole = study.transcripts[0].text
    assert all(sound in whole for sound in ("[muzyka]", "[Oklaski]", "(śmiech na sali)"))


def test_names_on_the_first_line_of_captions_are_speakers(tmp_path):
    study = captions(
        tmp_path,
        (0, 2, "Jan Kos\nBrakuje lekarza."),
        (2, 4, "Ewa Lis\nI busa."),
        (4, 6, "Jan Kos\nOraz pieniędzy."),
        name="a.txt",
    )
    assert turns(study) == [
        ("Jan Kos", "Brakuje lekarza."),
        ("Ewa Lis", "I busa."),
        ("Jan Kos", "Oraz pieniędzy."),
    ]


def test_credits_made_up_by_speech_recognition_are_no_speech(tmp_path):
    segments = [
        {"start": 0, "end": 2, "text": "Brakuje lekarza."},
        {"start": 2, "end": 4, "text": "Napisy stworzone przez społeczność Amara.org"},
    ]
    study = read(tmp_path, "a.json", json.dumps({"segments": segments}))
    assert [text for _, text in turns(study)] == ["Brakuje lekarza."]
