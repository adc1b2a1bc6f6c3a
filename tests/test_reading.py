"""Reading as a whole: encodings, bad input, limits; the good files are always done."""

import io
import zipfile

import pytest

import qualcode as qc

TALK = "Anna: Zażółć gęślą jaźń, mówią ludzie.\nJan: Źle się dzieje, ślisko.\n"


def write(folder, name, data):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def refusal(path):
    """Return the sentence a bad file gets, having checked that it is one."""
    with pytest.raises(qc.InputError) as caught:
        qc.read(path)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith((".", "?"))
    assert path.name in sentence
    return sentence


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16-LE"),
        ("utf-16-be", "UTF-16-BE"),
        ("cp1250", "CP1250"),
        ("iso-8859-2", "ISO-8859-2"),
    ],
)
def test_encodings_are_recognised_and_reported(tmp_path, encoding, told):
    study = qc.read(write(tmp_path, "a.txt", TALK.encode(encoding)))
    assert list(study.segments["text"]) == [line.split(": ", 1)[1] for line in TALK.splitlines()]
    sentences = " ".join(problem.sentence for problem in study.problems)
    assert (told in sentences) if told else ("kodowaniu" not in sentences)


def test_letters_of_two_code_points_become_one(tmp_path):
    study = qc.read(write(tmp_path, "a.txt", "Anna: z\u0307e\r\nJan: tak\r\n"))
    assert study.segments["text"][0] == "że"


def package(parts, method=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return buffer.getvalue()


ATTACK = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w>&b;</w>'


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "pusty"),
        ("a.txt", b" \n\n ", "nie ma tekstu"),
        ("a.vtt", b"WEBVTT\n", "nie ma żadnego tekstu"),
        ("a.txt", bytes(range(256)) * 40, "nie jest plik tekstowy"),
        ("a.txt", b"%PDF-1.4 abc", "nie jest plik tekstowy"),
        ("a.docx", b"to nie jest docx", "uszkodzony"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "pod hasłem"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "pod hasłem"),
        ("a.docx", package({"word/document.xml": ATTACK}), "encji"),
        ("a.odt", package({"content.xml": ATTACK}), "encji"),
        ("a.xlsx", package({"xl/workbook.xml": ATTACK}), "encji"),
        ("a.odt", package({"content.xml": b"<a><b></a>"}), "zepsuty XML"),
        ("a.odt", package({"inny.xml": b"<a/>"}), "uszkodzony"),
        ("a.docx", package({"word/document.xml": b"0" * 61_000_000}), "po rozpakowaniu"),
        ("a.zip", package({f"{n}.txt": b"0" * 30_000_000 for n in range(7)}), "po rozpakowaniu"),
        ("a.zip", b"PK\x03\x04 reszta", "uszkodzone"),
        ("a.rtf", b"zwykly tekst", "to nie jest plik RTF"),
        ("a.pdf", b"%PDF-1.4\nbzdury", "PDF jest uszkodzony"),
        ("a.json", b"{", "JSON"),
        ("a.json", b'{"a": 1}', "segments"),
        ("a.html", b"<html><script>x</script></html>", "nie ma tekstu"),
        ("a.csv", b"wiek,plec\n34,k\n", "nazwij ją „tekst”"),
        ("a.mp3", b"ID3", "nagranie"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "stary format"),
        ("a.xyz", b"x", "nie czyta"),
    ],
)  # fmt: skip
def test_bad_files_get_one_sentence(tmp_path, name, data, words):
    assert words in refusal(write(tmp_path, name, data))


def test_huge_files_are_refused_without_being_read(tmp_path):
    for name in ("a.txt", "b.docx", "c.csv", "d.pdf", "e.zip"):
        path = tmp_path / name
        with path.open("wb") as file:
            file.truncate(200_000_000)
        assert "200 MB" in refusal(path)


def test_a_document_under_a_password_inside_an_archive(tmp_path):
    data = bytearray(package({"a.txt": TALK.encode()}, zipfile.ZIP_STORED))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1  # the flag of encryption
    assert "pod hasłem" in refusal(write(tmp_path, "a.zip", bytes(data)))


def test_archives_write_nothing_outside_and_leave_nothing_behind(tmp_path, monkeypatch):
    import tempfile

    private = tmp_path / "tymczasowe"
    private.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(private))
    data = package({"../../../uciekinier.txt": TALK, "/etc/b.txt": TALK, "w/c.zip": b"PK"})
    study = qc.read(write(tmp_path, "dane/a.zip", data))
    assert len(study.transcripts) == 2
    assert not list(private.iterdir())
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["a.zip"]
    assert any("archiwum w archiwum" in problem.sentence for problem in study.problems)


def test_the_good_files_are_done_and_the_bad_ones_told(tmp_path):
    write(tmp_path, "dobry.txt", TALK)
    write(tmp_path, "pusty.txt", "")
    write(tmp_path, "zly.docx", b"x")
    write(tmp_path, "~$dobry.docx", b"x")
    write(tmp_path, ".ukryty.txt", TALK)
    study = qc.read(tmp_path)
    assert [item.id for item in study.transcripts] == ["dobry"]
    assert sorted(p.place for p in study.problems if p.skipped) == ["pusty.txt", "zly.docx"]


def test_results_of_an_earlier_run_are_no_input(tmp_path):
    write(tmp_path, "a.txt", TALK)
    write(tmp_path, "wyniki/manifest.json", "{}")
    write(tmp_path, "wyniki/tabele/tabela.csv", "mówca,tekst\nAnna,tak\n")
    assert len(qc.read(tmp_path).transcripts) == 1


def test_files_of_one_name_are_told_apart(tmp_path):
    write(tmp_path, "a/zapis.txt", TALK)
    write(tmp_path, "b/zapis.txt", TALK.replace("ludzie", "mieszkańcy"))
    ids = [item.id for item in qc.read(tmp_path).transcripts]
    assert len(set(ids)) == 2


def test_a_missing_path_and_an_empty_folder(tmp_path):
    with pytest.raises(qc.MisuseError, match="Nie ma pliku"):
        qc.read(tmp_path / "nie_ma")
    with pytest.raises(qc.InputError, match="nie ma żadnej transkrypcji"):
        qc.read(tmp_path)


def test_reading_is_repeatable(tmp_path):
    write(tmp_path, "a.txt", TALK)
    write(tmp_path, "b.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nAnna: tak\n")
    assert qc.read(tmp_path) == qc.read(tmp_path)


def test_deep_nesting_is_survived(tmp_path):
    deep = "<div>" * 5000 + "Anna: tak" + "</div>" * 5000
    write(tmp_path, "a.html", deep)
    write(tmp_path, "b.json", "[" * 50_000)
    write(tmp_path, "c.txt", TALK)
    assert "c" in {item.id for item in qc.read(tmp_path).transcripts}


LONG = "".join(
    f"{'Anna' if n % 2 else 'Jan'}: Punkt {n} to sprawa {n * 7} osób, które czekają na {n}. autobus do lekarza.\n"
    for n in range(12)
)


def test_a_copy_is_read_once_and_told(tmp_path):
    write(tmp_path, "zebranie.txt", TALK)
    write(tmp_path, "zebranie (1).txt", TALK)
    study = qc.read(tmp_path)
    assert len(study.transcripts) == 1
    (told,) = [problem for problem in study.problems if problem.skipped]
    assert {"zebranie.txt", "zebranie (1).txt"} == {told.place, told.sentence.split("„")[1][:-1].split("”")[0]}  # fmt: skip
    assert "wczytano go raz" in told.sentence


def test_a_long_copy_under_another_name_is_read_once(tmp_path):
    write(tmp_path, "a/zapis.txt", LONG)
    write(tmp_path, "b/inny.txt", LONG)
    study = qc.read(tmp_path)
    assert [item.id for item in study.transcripts] == ["zapis"]


def test_the_same_file_for_two_gminy_is_read_and_told(tmp_path):
    write(tmp_path, "Gmina Gdów/zapis.txt", LONG)
    write(tmp_path, "Gmina Kłaj/zapis.txt", LONG)
    study = qc.read(tmp_path)
    assert len(study.transcripts) == 2
    assert any("inną gminę" in problem.sentence for problem in study.problems)


def test_a_few_words_alike_in_two_files_are_kept(tmp_path):
    write(tmp_path, "a.txt", "Anna: Brakuje busa.\nJan: Tak.\n")
    write(tmp_path, "b.txt", "Anna: Brakuje busa.\nJan: Tak.\n")
    study = qc.read(tmp_path)
    assert len(study.transcripts) == 2
    assert any("jeśli to kopia" in problem.sentence for problem in study.problems)


def test_one_meeting_in_two_forms_is_told_and_kept(tmp_path):
    write(tmp_path, "spotkanie.txt", LONG)
    lines = [line.split(": ") for line in LONG.splitlines()]
    cues = [
        f"00:{n:02d}:00.000 --> 00:{n:02d}:30.000\n{who}: {said}\n"
        for n, (who, said) in enumerate(lines)
    ]
    write(tmp_path, "spotkanie.vtt", "WEBVTT\n\n" + "\n".join(cues))
    write(tmp_path, "drugie.txt", TALK)
    study = qc.read(tmp_path)
    assert len(study.transcripts) == 3
    (told,) = [problem for problem in study.problems if "to samo spotkanie" in problem.sentence]
    assert "spotkanie.txt" in str(told)
    assert "spotkanie.vtt" in str(told)
    assert not told.skipped


def test_a_script_that_comes_back_makes_no_copy(tmp_path):
    script = (
        "Prowadząca: Proszę powiedzieć, jakie bariery w dostępie do usług widzą Państwo tutaj?\n"
    )
    for name, said in (("a", "dowozu na rehabilitację"), ("b", "opiekunek na wsi")):
        talk = "".join(
            f"{script}{who}: Brakuje {said} {n * 3}, {n} razy prosiłam.\n"
            for n, who in enumerate(["Ewa", "Jan"] * 8)
        )
        write(tmp_path, f"{name}.txt", talk)
    assert not any("samo spotkanie" in p.sentence for p in qc.read(tmp_path).problems)


def test_what_was_encoded_twice_is_mended_and_told(tmp_path):
    again = TALK.encode().decode("cp1252", errors="ignore")
    assert "Å¼" in again
    twice = "".join(
        chr(byte) if 0x80 <= byte < 0xA0 and byte in b"\x81\x8d\x8f\x90\x9d" else bytes([byte]).decode("cp1252")
        for byte in TALK.encode()
    )  # fmt: skip
    study = qc.read(write(tmp_path, "a.txt", twice))
    assert study.segments["text"][0] == "Zażółć gęślą jaźń, mówią ludzie."
    assert any("zapisane podwójnie" in problem.sentence for problem in study.problems)


def test_letters_of_dos_are_known(tmp_path):
    study = qc.read(write(tmp_path, "a.txt", TALK.encode("cp852")))
    assert study.segments["text"][0] == "Zażółć gęślą jaźń, mówią ludzie."
    assert any("CP852" in problem.sentence for problem in study.problems)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "1\u00a0znak jest zepsuty;"),
        (4, "4\u00a0znaki są zepsute;"),
        (5, "5\u00a0znaków jest zepsutych;"),
    ],
)
def test_broken_letters_are_counted_in_good_polish(count, words):
    from qualcode.reading.decoding import encoding_note

    assert words in encoding_note("cp1250", "\ufffd" * count)


def pdf(path, pages):
    """Write a PDF with a line a row, as a word processor would."""
    from matplotlib import pyplot as plt
    from matplotlib.backends.backend_pdf import PdfPages

    with plt.rc_context({"pdf.fonttype": 42}), PdfPages(path) as book:
        for lines in pages:
            figure = plt.figure(figsize=(8, 11))
            for row, line in enumerate(lines):
                figure.text(0.05, 0.95 - 0.03 * row, line, fontsize=8)
            book.savefig(figure)
            plt.close(figure)
    return path


def test_running_heads_of_two_pages_are_no_speech_but_tell_the_gmina(tmp_path):
    pages = [
        ["Transkrypcja – poufne", "Anna: Nie ma busa.", "Jan: Ani lekarza.", "Strona 1 – gmina Kłaj"],
        ["Transkrypcja – poufne", "Anna: Ani psychologa.", "Jan: Tak.", "Strona 2 – gmina Kłaj"],
    ]  # fmt: skip
    study = qc.read(pdf(tmp_path / "a.pdf", pages))
    said = ["Nie ma busa.", "Ani lekarza.", "Ani psychologa.", "Tak."]
    assert list(study.segments["text"]) == said
    assert study.meta.loc["a", "gmina"] == "Kłaj"


def test_words_that_open_two_pages_are_kept(tmp_path):
    pages = [["Anna: Tak.", "Jan: Nie ma busa."], ["Anna: Tak.", "Jan: Ani lekarza."]]
    assert len(qc.read(pdf(tmp_path / "a.pdf", pages)).segments) == 4


def test_names_before_a_dash_begin_a_paragraph_of_a_pdf(tmp_path):
    lines = [
        "Pani Anna Mszana – największą barierą jest u nas brak opiekunek, bo nikt nie chce",
        "pracować za takie pieniądze.",
        "Pan Józef Kasinka – ludzie z naszej gminy wyjeżdżają, więc wieś się starzeje i tyle.",
        "Pan Józef Kasinka – brakuje też lokali na klub seniora, a remiza stoi u nas zamknięta.",
        "Ad 3. Priorytety",
        "Pani Anna Mszana – usługi opiekuńcze, teleopieka i ktoś, kto to wszystko poprowadzi.",
    ]
    study = qc.read(pdf(tmp_path / "a.pdf", [lines]))
    said = study.segments
    assert len(said) == 4
    assert sum("Kasinka" in name for name in said["speaker"]) == 2
    assert not said["text"].str.contains("Kasinka|Mszana|Ad 3").any()
    assert said["text"].iloc[0].endswith("za takie pieniądze.")


def test_a_letter_lost_on_the_way_is_told_and_the_rest_mended(tmp_path):
    twice = "Jan: GÄ…ska mówi?\nAnna: Ĺ\ufffducja GÄ…ska, Ĺ»abin, źródło\nAnna: Ĺ\ufffdÄ…ka teĹĽ\n"
    study = qc.read(write(tmp_path, "a.txt", twice))
    said = list(study.segments["text"])
    assert said[2] == "\ufffdąka też"
    assert said[1].endswith("źródło"), "a line with letters of its own is left alone"
    assert any("znaki są zepsute" in problem.sentence for problem in study.problems)
