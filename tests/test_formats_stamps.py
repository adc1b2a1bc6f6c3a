"""Turns under a line of name and time, and what programs add to a transcript."""

import pytest
from test_formats import read, turns

SAID = [("Jan Kos", "Brakuje lekarza."), ("Ewa Lis", "I busa."), ("Jan Kos", "Oraz pieniędzy.")]
TIMES = [5.0, 15.0, 25.0]


def document(tmp_path, paragraphs):
    """Read a Word document of paragraphs given as runs (text, bold)."""
    import docx

    made = docx.Document()
    for runs in paragraphs:
        paragraph = made.add_paragraph()
        for text, bold in runs:
            paragraph.add_run(text).bold = bold
    made.save(str(tmp_path / "a.docx"))
    import qualcode as qc

    return qc.read(tmp_path / "a.docx")


@pytest.mark.parametrize("mark", ["   0:{0:02}\n", " [0:{0:02}] ", " (00:00:{0:02}): "])
def test_the_time_after_a_bold_name_is_no_speech(tmp_path, mark):
    paragraphs = [
        [(name, True), (mark.format(int(time)) + text, None)]
        for (name, text), time in zip(SAID, TIMES, strict=True)
    ]
    study = document(tmp_path, paragraphs)
    assert turns(study) == SAID
    assert list(study.segments["time"]) == TIMES


def test_a_bold_name_and_time_may_stand_above_the_speech(tmp_path):
    paragraphs = [
        runs
        for (name, text), time in zip(SAID, TIMES, strict=True)
        for runs in ([(name, True), (f"   0:{int(time):02}", None)], [(text, None)])
    ]
    study = document(tmp_path, paragraphs)
    assert turns(study) == SAID
    assert list(study.segments["time"]) == TIMES


def test_an_hour_that_begins_a_sentence_is_speech(tmp_path):
    said = [("Jan Kos", "16:40 to za późno."), ("Ewa Lis", "Tak."), ("Jan Kos", "Nie.")]
    study = document(tmp_path, [[(name, True), (f" {text}", None)] for name, text in said])
    assert turns(study) == said


def test_who_began_the_transcription_is_no_speech(tmp_path):
    paragraphs = [[(name, True), (f"\n{text}", None)] for name, text in SAID]
    system = [
        [("Jan Kos", True), (" rozpoczął(-ęła) transkrypcję", None)],
        [("Jan Kos", True), (" zatrzymał(a) transkrypcję", None)],
    ]
    study = document(tmp_path, [system[0], *paragraphs, system[1]])
    assert turns(study) == SAID
    assert "zatrzymał(a) transkrypcję" in study.transcripts[0].text


@pytest.mark.parametrize(
    "stamp", ["0:0:{0}.0 --> 0:0:{1}.20", "00:00:{0:02} - 00:00:{1:02}", "[0:{0:02} – 0:{1:02}]"]
)
def test_two_times_above_a_name_are_its_stamp(tmp_path, stamp):
    lines = [
        f"{stamp.format(int(time), int(time) + 9)}\n{name}\n{text}"
        for (name, text), time in zip(SAID, TIMES, strict=True)
    ]
    study = document(tmp_path, [[(line, None)] for line in lines])
    assert turns(study) == SAID
    assert list(study.segments["time"]) == TIMES


def test_two_times_above_a_name_in_plain_text(tmp_path):
    text = "\n\n".join(
        f"00:00:{int(time):02} - 00:00:{int(time) + 9:02}\n{name}\n{said}\n\nI jeszcze to."
        for (name, said), time in zip(SAID, TIMES, strict=True)
    )
    study = read(tmp_path, "a.txt", text)
    assert turns(study) == [(name, f"{said}\nI jeszcze to.") for name, said in SAID]


def test_hours_of_an_agenda_are_no_speakers(tmp_path):
    text = "10:00 – 10:15\nPowitanie\n10:15 – 11:00\nWarsztat\nJan: Brak.\nEwa: Bus.\nJan: Tak.\n"
    study = read(tmp_path, "a.txt", text)
    assert [speaker for speaker, _ in turns(study)] == ["Jan", "Ewa", "Jan"]
    assert "10:15 – 11:00" in study.transcripts[0].text


@pytest.mark.parametrize(
    "footer",
    [
        "Transcribed by https://otter.ai",
        "(Transcribed by TurboScribe.ai. Go Unlimited to remove this message.)",
        "Ta edytowalna transkrypcja została wygenerowana komputerowo i może zawierać błędy.",
        "This editable transcript was computer generated and might contain errors.",
        "Spotkanie zakończone po 00:09:12 👋",
    ],
)
@pytest.mark.parametrize("turn", ["{0}: {1}\n", "{0}  0:05\n{1}\n\n"])
def test_footers_of_programs_are_nobodys_speech(tmp_path, turn, footer):
    text = "".join(turn.format(*said) for said in SAID)
    study = read(tmp_path, "a.txt", f"{text}\n{footer}\n")
    assert turns(study) == SAID
    assert footer in study.transcripts[0].text


@pytest.mark.parametrize(
    "line",
    [
        "Wtedy kierowniczka zatrzymała nagrywanie.",
        "Ta transkrypcja jest nam potrzebna.",
        "Spotkanie zakończone po dwóch godzinach to za mało.",
    ],
)
def test_sentences_about_recordings_are_speech(tmp_path, line):
    study = read(tmp_path, "a.txt", f"Jan: Brakuje.\nEwa: {line}\nJan: Bus.\n")
    assert ("Ewa", line) in turns(study)
