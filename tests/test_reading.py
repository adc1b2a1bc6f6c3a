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
    write(tmp_path, "b/zapis.txt", TALK)
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
