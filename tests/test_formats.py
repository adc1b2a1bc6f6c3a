"""Formats: what each kind of file gives, and that nothing said is lost."""

import io
import zipfile

import pytest

import qualcode as qc
from qualcode.reading import formats


def read(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return qc.read(path)


def turns(study):
    return [(row.speaker, row.text) for row in study.segments.itertuples()]


TALK = [("Anna Nowak", "Nie ma kto pracować."), ("Jan", "Jest dobrze.")]
ZOOM = """WEBVTT

1
00:00:01.000 --> 00:00:04.000
Anna Nowak: Nie ma kto

2
00:00:04.000 --> 00:00:06.000
pracować.

3
00:00:06.000 --> 00:00:09.000
Jan: Jest dobrze.
"""


def test_every_format_says_its_suffixes_and_drafts():
    assert {".txt", ".docx", ".odt", ".rtf", ".pdf", ".html", ".vtt", ".srt", ".json", ".csv", ".xlsx"} <= set(formats.by_suffix())  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Anna Nowak: Nie ma kto pracować.\nJan: Jest dobrze.\n",
        "Anna Nowak:\tNie ma kto pracować.\n\nJan:\tJest dobrze.\n",
        "**Anna Nowak:** Nie ma kto pracować.\n\n**Jan:** Jest dobrze.\n",
        "[Anna Nowak] Nie ma kto pracować.\n[Jan] Jest dobrze.\n",
        "#Anna Nowak: Nie ma kto pracować.\n#Jan: Jest dobrze.\n",
        "[00:00:05] Anna Nowak: Nie ma kto pracować.\n[00:00:09] Jan: Jest dobrze.\n",
        "Anna Nowak   0:05\nNie ma kto pracować.\n\nJan   0:09\nJest dobrze.\n",
        "00:00:05 Anna Nowak: Nie ma kto pracować.\n00:00:09 Jan: Jest dobrze.\n",
        "10:00:05\tAnna Nowak:\tNie ma kto pracować.\n10:00:09\tJan:\tJest dobrze.\n",
        "10:00:05 From Anna Nowak to Everyone:\n\tNie ma kto pracować.\n10:00:09 From Jan to Everyone: Jest dobrze.\n",
    ],
)
def test_polish_and_program_conventions_of_plain_text(tmp_path, text):
    assert turns(read(tmp_path, "a.txt", text)) == TALK


def test_times_of_stamps_are_kept(tmp_path):
    study = read(tmp_path, "a.txt", "[00:01:05] Anna: tak\n[01:00:00] Jan: nie\n")
    assert list(study.segments["time"]) == [65.0, 3600.0]


def test_wrapped_lines_and_second_paragraphs_stay_with_the_speaker(tmp_path):
    text = (
        "Anna: To jest bardzo długi wiersz, który edytor złamał w połowie zdania, bo tak\n"
        "działa.\nI jeszcze jeden akapit.\nJan: Tak.\n"
    )
    study = read(tmp_path, "a.txt", text)
    assert [who for who, _ in turns(study)] == ["Anna", "Anna", "Jan"]
    assert turns(study)[0][1].endswith("bo tak działa.")


def word(build):
    import docx

    document = docx.Document()
    build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def bold(document):
    document.add_heading("Jakie są bariery?", 2)
    for who, said in TALK:
        paragraph = document.add_paragraph()
        paragraph.add_run(who).bold = True
        paragraph.add_run(f": {said}")


def plain(document):
    document.add_paragraph("1. Jakie są bariery?")
    for who, said in TALK:
        document.add_paragraph(f"{who}: {said}")


def headed_table(document):
    table = document.add_table(rows=3, cols=3)
    rows = [("Pytanie", "Mówca", "Wypowiedź"), *(("Jakie są bariery?", *turn) for turn in TALK)]
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text


@pytest.mark.parametrize("build", [bold, plain, headed_table])
def test_word_documents(tmp_path, build):
    study = read(tmp_path, "a.docx", word(build))
    assert turns(study) == TALK
    assert set(study.segments["question"]) == {"Jakie są bariery?"}


def test_bold_words_inside_speech_are_no_speakers(tmp_path):
    def build(document):
        plain(document)
        paragraph = document.add_paragraph()
        paragraph.add_run("Najważniejsze").bold = True
        paragraph.add_run(" to nie stracić ludzi.")

    study = read(tmp_path, "a.docx", word(build))
    assert {who for who, _ in turns(study)} == {"Anna Nowak", "Jan"}
    assert turns(study)[-1][1] == "Najważniejsze to nie stracić ludzi."


def test_comments_of_word_are_kept_outside_the_turns(tmp_path):
    def build(document):
        plain(document)
        document.add_comment(document.paragraphs[1].runs, text="ważne", author="Ewa")

    study = read(tmp_path, "a.docx", word(build))
    assert turns(study) == TALK
    assert "ważne" in study.transcripts[0].text
    assert any("1\u00a0komentarz" in problem.sentence for problem in study.problems)


def test_sticky_notes_in_a_word_table_have_a_place_of_origin(tmp_path):
    def build(document):
        table = document.add_table(rows=3, cols=2)
        for cell, text in zip(table._cells, ["Bariery", "Priorytety", "brak kadry", "asystent", "", "bus na wieś"], strict=True):  # fmt: skip
            cell.text = text

    study = read(tmp_path, "a.docx", word(build))
    rows = study.segments
    assert list(rows["text"]) == ["brak kadry", "asystent", "bus na wieś"]
    assert list(rows["question"]) == ["Bariery", "Priorytety", "Priorytety"]
    assert rows["speaker"][2] == "karteczka: tabela 1, wiersz 3, kolumna 2"
    assert "Bariery | Priorytety" in study.transcripts[0].text


def sheet(rows, title="Arkusz1"):
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_dot_votes_keep_their_dots(tmp_path):
    rows = [["Priorytet", "Kropki"], ["klub młodzieżowy", 15], ["bus na wieś", 3]]
    study = read(tmp_path, "a.xlsx", sheet(rows))
    assert list(study.segments["text"]) == ["klub młodzieżowy", "bus na wieś"]
    assert study.segments["speaker"][0] == "głosowanie: wiersz 2 (15\u00a0kropek)"


def test_flip_chart_lists_in_text(tmp_path):
    text = "Anna: Wieszamy.\nJan: Już.\n\nFlipchart – bariery:\n- brak kadry (5 kropek)\n- dojazd\n\nAnna: Dziękuję.\n"
    rows = read(tmp_path, "a.txt", text).segments
    assert list(rows["text"]) == ["Wieszamy.", "Już.", "brak kadry", "dojazd", "Dziękuję."]
    assert rows["speaker"][2].startswith("głosowanie: Flipchart – bariery, poz. 1 (5")
    assert rows["role"][3] == "karteczka"
    assert rows["question"][3] == "Flipchart – bariery"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250"])
@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_tables_of_interviews(tmp_path, encoding, mark):
    rows = ["Mówca|Rola|Pytanie|Wypowiedź|Czas", "Anna Nowak|GOPS|Bariery?|Nie ma kto pracować.|1:05", "Jan|sołtys||Jest dobrze.|"]  # fmt: skip
    study = read(tmp_path, "a.csv", "\n".join(rows).replace("|", mark).encode(encoding))
    assert turns(study) == TALK
    assert list(study.segments["role"]) == ["GOPS", "sołtys"]
    assert study.segments["time"][0] == 65


def test_survey_exports_keep_open_questions_only(tmp_path):
    limesurvey = (
        '"id","submitdate","lastpage","startlanguage","G1Q1. Jak Pan(i) ocenia usługi?","G1Q2. Wiek"\n'
        '"7","2024-01-01","3","pl","Dobrze, ale autobus jest za rzadko","61"\n'
        '"9","2024-01-02","3","pl","Nie mam zdania o tym wszystkim","34"\n'
    )
    study = read(tmp_path, "lime.csv", limesurvey)
    assert list(study.segments["question"].unique()) == ["Jak Pan(i) ocenia usługi?"]
    assert list(study.segments["speaker"]) == ["respondent 7", "respondent 9"]


def test_typeform_and_mentimeter(tmp_path):
    typeform = "#,Czego Państwu najbardziej brakuje?,Start Date (UTC),Network ID\na1,busa na wieś,2024,x\nb2,lekarza,2024,y\n"  # fmt: skip
    assert len(read(tmp_path, "t.csv", typeform).segments) == 2
    menti = [["Mentimeter"], ["Czego brakuje w gminie?"], ["Voter", "Response"], [1, "busa"], [2, "lekarza na miejscu"]]  # fmt: skip
    study = read(tmp_path, "m.xlsx", sheet(menti))
    assert "lekarza na miejscu" in list(study.segments["text"])


SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style")
)


def odt(body, styles=""):
    content = (
        f'<office:document-content {SPACES} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("content.xml", content)
    return buffer.getvalue()


def test_opendocument(tmp_path):
    styles = (
        '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    body = "<text:h>Jakie są bariery?</text:h>" + "".join(
        f'<text:p><text:span text:style-name="B">{who}:</text:span> {said}</text:p>'
        for who, said in TALK
    )
    study = read(tmp_path, "a.odt", odt(body, styles))
    assert turns(study) == TALK
    assert study.segments["question"][0] == "Jakie są bariery?"


def test_spaces_and_comments_of_opendocument(tmp_path):
    body = "<text:p>Anna:<text:s/>raz<text:tab/>dwa<office:annotation><text:p>uwaga</text:p></office:annotation> trzy</text:p><text:p>Jan: tak</text:p>"  # fmt: skip
    study = read(tmp_path, "a.odt", odt(body))
    assert turns(study)[0] == ("Anna", "raz\tdwa trzy")
    assert "uwaga" in study.transcripts[0].text


@pytest.mark.parametrize("letters", [r"pracowa\u263?.", r"pracowa\'e6."])
def test_rich_text(tmp_path, letters):
    text = rf"{{\rtf1\ansi\ansicpg1250{{\fonttbl{{\f0 Arial;}}}}\f0 {{\b Anna Nowak:}} Nie ma kto {letters}\par Jan: Jest dobrze.\par}}"
    assert turns(read(tmp_path, "a.rtf", text)) == TALK


def test_web_page(tmp_path):
    page = (
        "<html><head><title>x</title><style>p{}</style></head><body><script>zle()</script>"
        "<h2>Jakie są bariery?</h2><p><b>Anna Nowak:</b> Nie&nbsp;ma kto <i>pracować</i>.</p>"
        "<p><strong>Jan:</strong> Jest dobrze.</p></body></html>"
    )
    study = read(tmp_path, "a.html", page)
    assert [(who, " ".join(text.split())) for who, text in turns(study)] == TALK
    assert "zle" not in study.transcripts[0].text


def test_pdf_with_text(tmp_path):
    plt = pytest.importorskip("matplotlib.pyplot")
    figure = plt.figure(figsize=(8, 11))
    lines = [f"{who}: {said}" for who, said in TALK]
    for number, line in enumerate(lines):
        figure.text(0.1, 0.9 - number / 20, line)
    with plt.rc_context({"pdf.fonttype": 42}):
        figure.savefig(tmp_path / "a.pdf")
    plt.close(figure)
    assert turns(qc.read(tmp_path / "a.pdf")) == TALK


def test_archives_keep_folders_and_meta(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("Gmina Wieliczka/a.txt", "Anna: tak\nJan: nie\n")
        package.writestr("Gmina Wieliczka/meta.csv", "plik;grupa\na;mieszkańcy\n")
        package.writestr("b.vtt", ZOOM)
        package.writestr("zdjecie.jpg", b"\xff\xd8\xff")
        package.writestr("__MACOSX/._a.txt", b"x")
    study = read(tmp_path, "paczka.zip", buffer.getvalue())
    assert {item.id for item in study.transcripts} == {"a", "b"}
    assert dict(study.meta.loc["a"])["gmina"] == "Wieliczka"
    assert dict(study.meta.loc["a"])["group"] == "mieszkańcy"
    assert [problem.place for problem in study.problems if problem.skipped] == ["paczka.zip/zdjecie.jpg"]  # fmt: skip


def test_offsets_hold_in_every_format(tmp_path):
    for name, data in {
        "a.txt": "Anna: 😅 tak\nJan: Zażo\u0301łć\n", "b.vtt": ZOOM, "c.docx": word(bold), "d.odt": odt("<text:p>Anna: a</text:p><text:p>Jan: b</text:p>"),
        "e.csv": "mówca,tekst\nAnna,tak\n",
    }.items():  # fmt: skip
        study = read(tmp_path, name, data)
        text = study.transcripts[0].text
        for row in study.segments.itertuples():
            assert text[row.start : row.end] == row.text != ""


def test_every_real_file_is_read_or_refused_in_a_sentence(shared):
    folder = shared / "real-files"
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    assert paths
    for path in paths:
        study, sentence = None, ""
        try:
            study = qc.read(path)
        except qc.InputError as error:
            sentence = str(error)
        assert len(study.segments) if study else sentence.endswith("."), path.name


def test_a_real_encounter_of_formats(shared):
    files = shared / "real-files" / "vtt_srt"
    teams = qc.read(files / "teams_timeframe.vtt")
    assert turns(teams) == [("Yuri Bakulin", "There you go."), ("Adrian Petrescu", "Why hello there, Yuri.")]  # fmt: skip
    assert len(qc.read(files / "missing_timeframe.vtt").segments) == 7
    assert len(qc.read(files / "using_identifiers.vtt").segments) == 6


def test_names_on_a_line_of_their_own(tmp_path):
    text = "Anna:\nNie ma kto\nPracować nie ma.\n\nJan:\nJest dobrze.\n\nAnna:\nNie jest.\n"
    segments = read(tmp_path, "a.txt", text).segments
    assert list(segments["speaker"]) == ["Anna", "Anna", "Jan", "Anna"]
    assert segments["text"].iloc[-1] == "Nie jest."


def test_titles_of_lists_are_no_speakers(tmp_path):
    text = (
        "Anna: Dzień dobry.\nJan: Cześć.\nAnna: Proponuję.\nJan: Tak.\nAnna: No.\nSprzęty:\nrower\n"
    )
    assert set(read(tmp_path, "a.txt", text).segments["speaker"]) == {"Anna", "Jan"}


def test_a_dash_opens_speech_and_no_heading(tmp_path):
    text = "– Zaczynamy?\n– Jakie są bariery?\n– Brak ludzi.\n"
    segments = read(tmp_path, "a.txt", text).segments
    assert [said.lstrip("– ") for said in segments["text"]] == [
        "Zaczynamy?",
        "Jakie są bariery?",
        "Brak ludzi.",
    ]


def test_utf16_without_a_mark_in_a_text_full_of_polish_letters(tmp_path):
    (tmp_path / "a.txt").write_bytes("Żółć: Zażółć gęślą jaźń.\nŁoś: Ście.\n".encode("utf-16-le"))
    assert list(qc.read(tmp_path / "a.txt").segments["speaker"]) == ["Żółć", "Łoś"]


def test_word_clouds_of_one_word_are_kept_with_their_question(tmp_path):
    text = "Question 1: Jakie słowo opisuje usługi?\nVoter,Response\n1,kolejki\n2,ratunek\n"
    segments = read(tmp_path, "a.csv", text).segments
    assert set(segments["question"]) == {"Jakie słowo opisuje usługi?"}
    assert list(segments["speaker"]) == ["respondent 1", "respondent 2"]
