import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qualcode as qc
from qualcode.reading.folders import read_folder
from qualcode.study import SEGMENTS, Transcript, decisions, frame
from qualcode.writing.folder import write_folder


def test_a_study_on_disk_is_read_back_equal(study, tmp_path):
    noted = study.with_problems([qc.Problem("plik.txt", "coś, „z” przecinkiem", skipped=True)])
    write_folder(noted, tmp_path / "badanie")
    assert read_folder(tmp_path / "badanie") == noted


@settings(deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_any_text_survives_the_folder(text, tmp_path_factory, codebook):
    import unicodedata

    text = unicodedata.normalize("NFC", text)
    segments = frame(
        SEGMENTS,
        [
            {
                "segment": f"a:0-{len(text)}",
                "transcript": "a",
                "start": 0,
                "end": len(text),
                "speaker": text,
                "text": text,
            }
        ],
    )
    study = qc.Study(codebook, (Transcript("a", text, {"gmina": "Żabin"}),), segments)
    folder = tmp_path_factory.mktemp("badanie")
    write_folder(study, folder)
    assert read_folder(folder) == study


def test_an_edited_transcript_is_noticed(study, tmp_path):
    write_folder(study, tmp_path)
    file = tmp_path / "transcripts" / "nowa.txt"
    file.write_text("X" + file.read_text("utf-8"), "utf-8")
    problems = read_folder(tmp_path).problems
    assert len(problems) == 1
    assert "nowa.txt" in problems[0].place


def test_a_broken_table_names_file_and_line(study, tmp_path):
    write_folder(study, tmp_path)
    table = tmp_path / "segments.csv"
    lines = table.read_text("utf-8").splitlines()
    lines[2] = lines[2].replace(",nowa,", ",nowa,x", 1)
    table.write_text("\n".join(lines), "utf-8")
    with pytest.raises(qc.InputError, match=r"segments\.csv, wiersz 3"):
        read_folder(tmp_path)


def test_empty_code_means_read_and_no_row_means_unread(study):
    given = decisions(study.segments["segment"], study.codings_of("coder_a"), ["bariera.kadrowa"])
    assert len(given) == 5  # two facilitator turns were not read
    assert given["bariera.kadrowa"].sum() == 1


def test_with_leaves_the_study_untouched(study):
    other = study.with_(about={"title": "Inne"})
    assert study.title == "Próba"
    assert other.title == "Inne"
    with pytest.raises(AttributeError):
        study.about = {}


def test_what_was_said_leaves_the_facilitator_out(study):
    assert set(study.said["speaker"]) == {"Pani Ela", "Pan Jan", "Pan Ryszard", "Pani Zofia"}


def test_unknown_names_are_refused_with_a_suggestion(study):
    with pytest.raises(qc.MisuseError, match=r"bariera\.kadrowa"):
        study.codebook.code("bariera.kadrow")
    with pytest.raises(qc.MisuseError, match="gmina"):
        study.attribute("gminy")
    with pytest.raises(qc.MisuseError, match="coder_a"):
        study.codings_of("koder_a")


def test_the_hash_follows_the_content(codebook):
    import dataclasses

    other = dataclasses.replace(codebook, title="Inna")
    assert other.hash != codebook.hash
    assert len(codebook) == 44


def test_a_notebook_shows_the_study_as_a_table_without_running_it(study):
    hostile = study.with_(about={"title": "<script>alert(1)</script>"})
    shown = hostile._repr_html_()
    assert "<script>" not in shown
    assert "<th>wypowiedzi</th>" in shown
    assert "<td>3</td>" in shown  # what participants said in one of the meetings
