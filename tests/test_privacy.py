"""Masking a study: nothing left, everything in its place, and the way back."""

import logging
import os
import re
import socket
import stat

import pytest

import qualcode as qc
from qualcode.errors import InputError, MisuseError
from qualcode.privacy.detection import Finder, privacy_pipeline
from qualcode.privacy.keys import read_key, write_key
from qualcode.privacy.masking import LOG_PLACE
from qualcode.study import CODINGS, SEGMENTS, Problem, Study, Transcript, address, frame

SPOKEN = [
    ("nowa", "Prowadząca Ewa", "prowadzący", "Proszę, panie Janie, co mówi Anna Kowalska?"),
    ("nowa", "Jan Kot (sołtys)", "sołtys", "Annę Kowalską znam, Anny nie ma, tel. 502 314 089."),
    ("nowa", "Anna Kowalska", "mieszkanka", "Z panem Kotem mieszkamy w Krzywej Wsi koło Nowej."),
    ("nowa", "Jan Kot (sołtys)", "sołtys", "Kowalscy piszą na ania@kowalscy.pl, Kowalskim zimno."),
    ("asr", "Ola", "siostra", "no i agnieszka powiedziała agnieszce że radek śpi a kot mruczy"),
    ("asr", "Prowadząca Ewa", "prowadzący", "dziękuję panu radkowi mają państwo pytania"),
]
NAMES = (
    "Ann",
    "Kowalsk",
    "Kotem",
    "Jan ",
    "Janie",
    "agnieszk",
    "radek",
    "radkowi",
    "Ewa",
    "Ola",
    "Krzyw",
)


@pytest.fixture(scope="module")
def spoken():
    texts, rows = {}, []
    for name, speaker, role, text in SPOKEN:
        before = texts.get(name, "")
        start = len(before) + len(speaker) + 2
        texts[name] = f"{before}{speaker}: {text}\n"
        end = start + len(text)
        rows.append(
            (address(name, start, end), name, start, end, float("nan"), speaker, role, "", text)
        )
    metas = {"nowa": {"gmina": "Nowa", "zapis": "Anna Kowalska"}, "asr": {"gmina": "Nowa"}}
    codings = [(row[0], "bariera.kadrowa", "coder_a", 1.0, "Kowalską · znam") for row in rows[:2]]
    return Study(
        qc.load_codebook("cus"),
        tuple(Transcript(name, text, metas[name]) for name, text in texts.items()),
        frame(SEGMENTS, rows),
        frame(CODINGS, codings),
        (Problem("nowa", "połączono zapisy: „Jan Kot (sołtys)” to też „J. Kot”."),),
        {"title": "Próba"},
    )


@pytest.fixture(scope="module")
def masked(spoken):
    return qc.mask(spoken)


def everything(study):
    frames = study.segments.to_csv() + study.codings.to_csv() + study.meta.to_csv()
    texts = "".join(item.text for item in study.transcripts)
    return frames + texts + "".join(map(str, study.problems)) + str(dict(study.about))


def test_no_name_is_left_anywhere(masked):
    content = everything(masked)
    for name in NAMES:
        assert name not in content, name
    assert "502 314" not in content
    assert "kowalscy.pl" not in content


def test_what_is_no_name_stays(masked):
    text = " ".join(masked.segments["text"])
    assert "a kot mruczy" in text
    assert "mają państwo pytania" in text
    assert "Proszę, panie" in text
    assert "koło Nowej" in text, "the study's gmina stays"


def test_offsets_ids_and_codings_follow(spoken, masked):
    texts = {item.id: item.text for item in masked.transcripts}
    for row in masked.segments.itertuples():
        assert texts[row.transcript][row.start : row.end] == row.text
        assert row.segment == address(row.transcript, row.start, row.end)
    assert len(masked.codings) == len(spoken.codings)
    assert set(masked.codings["segment"]) <= set(masked.segments["segment"])
    assert list(masked.codings["evidence"]) == ["znam", "znam"]


def test_one_name_has_one_pseudonym_in_the_right_case(masked):
    first, second, third, fourth = masked.segments["text"][:4]
    surname = re.search(r"mówi (\w+) (\w+)ska\?", first)
    assert surname, first
    assert f"{surname[2]}ską" in second
    assert f"{surname[2]}scy" in fourth
    assert f"{surname[2]}skim" in fourth
    forename = re.search(r"(\w+) nie ma", second)[1]
    assert forename[:3] == surname[1][:3]
    assert re.match(r"Z panem \w+em ", third)


def test_small_letters_stay_small(masked):
    text = masked.segments["text"][4]
    assert text.islower()
    said = re.search(r"no i (\w+) powiedziała (\w+) że", text)
    assert said[1][:3] == said[2][:3] != "agn"
    assert said[1] != said[2]


def test_speakers_become_roles_in_columns_and_text(masked):
    assert list(masked.segments["speaker"][:4]) == [
        "prowadzący 1",
        "sołtys 1",
        "mieszkanka 1",
        "sołtys 1",
    ]
    assert masked.transcripts[0].text.startswith("prowadzący 1: Proszę")
    assert "\nsołtys 1: " in masked.transcripts[0].text


def test_the_log_counts_and_promises_nothing(masked):
    note = next(p for p in masked.problems if p.place == LOG_PLACE)
    assert "numery telefonu – 1" in note.sentence
    assert "nie gwarancja" in note.sentence


def test_masking_twice_is_the_same(spoken, masked):
    assert qc.mask(spoken) == masked


def test_the_input_is_not_touched(spoken):
    before = everything(spoken)
    qc.mask(spoken)
    assert everything(spoken) == before


@pytest.mark.parametrize("passphrase", [None, "tajne hasło ąę"])
def test_the_way_back(spoken, tmp_path, passphrase):
    key = tmp_path / "klucz.json"
    study = qc.mask(spoken, key=key, passphrase=passphrase)
    back = qc.unmask(study, key, passphrase=passphrase)
    assert back.transcripts == spoken.transcripts
    assert back.segments.equals(spoken.segments)
    assert list(back.codings["segment"]) == list(spoken.codings["segment"])
    assert back.problems == spoken.problems
    assert not list(tmp_path.glob(".qualcode-*"))
    if os.name == "posix":
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
    if passphrase:
        assert "Kowalsk" not in key.read_text("utf-8")
    with pytest.raises(MisuseError, match="już istnieje"):
        qc.mask(spoken, key=key)


def test_a_wrong_passphrase_or_changed_key_is_refused(tmp_path):
    key = tmp_path / "k.json"
    write_key(key, {"a": "ż"}, "dobre")
    assert read_key(key, "dobre") == {"a": "ż"}
    for wrong in ("złe", None):
        with pytest.raises(InputError):
            read_key(key, wrong)
    text = key.read_text("utf-8")
    place = text.index('"content": "') + 12
    other = "A" if text[place] != "A" else "B"
    key.write_text(text[:place] + other + text[place + 1 :], "utf-8")
    with pytest.raises(InputError, match="zmieniono"):
        read_key(key, "dobre")
    with pytest.raises(InputError, match="nie jest kluczem"):
        read_key(_written(tmp_path / "x.json", "[]"))


def _written(path, text):
    path.write_text(text, "utf-8")
    return path


def test_a_key_of_another_study_is_refused(spoken, tmp_path):
    masked = qc.mask(spoken, key=tmp_path / "k.json")
    changed = Transcript("nowa", masked.transcripts[0].text + "!", {})
    with pytest.raises(InputError, match="nie pasuje"):
        qc.unmask(masked.with_(transcripts=(changed, *masked.transcripts[1:])), tmp_path / "k.json")


def test_a_file_name_with_a_name_is_renamed(spoken):
    old = spoken.transcripts[1]
    segments = spoken.segments.assign(
        transcript=spoken.segments["transcript"].replace("asr", "wywiad_agnieszka"),
        segment=spoken.segments["segment"].str.replace("asr", "wywiad_agnieszka"),
    )
    named = Transcript("wywiad_agnieszka", old.text, old.meta)
    study = spoken.with_(transcripts=(spoken.transcripts[0], named), segments=segments)
    assert "agnieszka" not in everything(qc.mask(study))


def test_institutions_only_where_asked(spoken):
    text = "Pomaga nam Fundacja „Most” i szkoła nr 3."
    rows = [(address("a", 0, len(text)), "a", 0, len(text), 0.0, "", "", "", text)]
    study = spoken.with_(
        transcripts=(Transcript("a", text),), segments=frame(SEGMENTS, rows), codings=frame(CODINGS)
    )
    assert "Fundacja „Most”" in qc.mask(study).transcripts[0].text
    assert "Most" not in qc.mask(study, institutions=True).transcripts[0].text


def test_doubts_are_listed_with_context(spoken):
    table = qc.doubts(spoken)
    assert {"transcript", "text", "reason", "context", "masked"} <= set(table.columns)
    listed = qc.identifiers(spoken)
    assert set(listed["category"]) >= {"osoba", "mówca", "telefon", "e-mail", "miejsce"}


def test_people_alone_in_their_cell_are_a_risk(spoken):
    table = qc.risks(spoken, k=2)
    assert list(table["n_people"]) == [1, 1, 1]
    assert table["risk"].all()
    assert "gminy przy cytacie" in table["advice"][0]
    assert table.attrs["share"] == 1
    with pytest.raises(MisuseError):
        qc.risks(spoken, k=1)


def test_suppressing_makes_cells_large_enough(spoken):
    study = qc.suppress(spoken, k=3)
    left = qc.risks(study, k=3)
    assert not left.loc[left["gmina"] != "", "risk"].any()
    assert set(study.said["role"]) == {""}
    assert "prowadzący" in set(study.segments["role"])


def test_the_command_masks_and_keeps_the_key_apart(spoken, tmp_path, capsys):
    from qualcode.commands import main
    from qualcode.writing.folder import write_folder

    write_folder(spoken, tmp_path / "in")
    with pytest.raises(SystemExit) as stopped:
        main(
            [
                "mask",
                str(tmp_path / "in"),
                "-o",
                str(tmp_path / "o"),
                "--key",
                str(tmp_path / "o/k"),
            ]
        )
    assert stopped.value.code == 2
    assert "folderze wyników" in capsys.readouterr().err
    main(
        ["mask", str(tmp_path / "in"), "-o", str(tmp_path / "o"), "--key", str(tmp_path / "k.json")]
    )
    out = capsys.readouterr().out
    assert "Uwagi:\n" in out
    assert "\n  – Zastąpiono " in out
    written = "".join(p.read_text("utf-8") for p in (tmp_path / "o").rglob("*.*") if p.is_file())
    assert "Kowalsk" not in written
    (tmp_path / "a.txt").write_text("wczoraj wygrał kędziora i tyle", "utf-8")
    main(["mask", str(tmp_path / "a.txt"), "--doubts"])
    assert "kędziora" in capsys.readouterr().out


def test_analyse_opens_no_socket_and_tells_nobody(tmp_path, monkeypatch, caplog, capfd):
    """The whole run with every socket refused; no name in results, logs or the manifest."""
    folder = tmp_path / "in"
    folder.mkdir()
    lines = ["Gmina: Nowa", "", "1. Jakie są bariery?", "", "Prowadząca: Kto zacznie?"]
    for n in range(8):
        lines.append(
            "Anna Kowalska (mieszkanka): Brakuje opiekunek dla Zofii Wilk, nie ma kto pracować."
        )
        lines.append(
            f"Jan Kot (sołtys): Nie ma dojazdu do lekarza, Annie Kowalskiej też brak {n} busów."
        )
    (folder / "spotkanie.txt").write_text("\n".join(lines), "utf-8")

    def refuse(*args, **kwargs):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    with caplog.at_level(logging.DEBUG):
        study = qc.analyse(folder, tmp_path / "out", topics=False, pseudonymise=True)
    said = capfd.readouterr()
    for told in (caplog.text, said.out, said.err, (tmp_path / "out" / "manifest.json").read_text()):
        for phrase in ("Kowalsk", "Wilk", "opiekunek", "dojazdu"):
            assert phrase not in told
    for path in (tmp_path / "out").rglob("*"):
        assert not path.name.startswith(".qualcode-")
        if path.suffix in (".csv", ".html", ".json", ".txt", ".md", ".svg"):
            assert "Kowalsk" not in path.read_text("utf-8"), path.name
    assert not list((tmp_path / "tmp").glob("qualcode-*"))
    assert "Kowalsk" not in everything(study)


def test_unfinished_files_are_private_while_they_are_written(tmp_path):
    from qualcode.writing.files import whole_file

    with whole_file(tmp_path / "a.txt") as path:
        if os.name == "posix":
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(ValueError, match="x"), whole_file(tmp_path / "b.txt"):
        raise ValueError("x")
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_recall_on_a_few_constructed_lines(codebook):
    """A glimpse of benchmarks/privacy.py, so that a change for the worse is noticed."""
    finder = Finder(Study(codebook))
    lines = {
        "no to niech aśka powie bo krzysiek nie wie": ["aśka", "krzysiek"],
        "pani kozłowska chodziła do starosty": ["kozłowska"],
        "Pani Oksana Kovalenko uczy, a Nazar pomaga.": ["Oksana Kovalenko", "Nazar"],
        "Doktor Sowa przyjmuje w czwartki.": ["Sowa"],
        "mam nadzieję że oni mają salę na lodowisku": [],
        "Syn ma zespół Downa, a mama Alzheimera. Bóg zapłać.": [],
        "Dobrze. Raz w roku. Klub ma czas do marca.": [],
        "wczoraj wygrał kędziora a mazurek chciał dobrze": ["kędziora", "mazurek"],
        "córka dostała termin a ojciec przyniósł drewno": [],
        "Szkoła im. Marii Konopnickiej i parafia świętej Anny pomagają.": [],
        "Rozmawiałam z Wrońską, a Kaczmarkowa słuchała.": ["Wrońską", "Kaczmarkowa"],
    }
    for text, names in lines.items():
        hits = [m for m in finder.doc(privacy_pipeline()(text)) if m.masked]
        assert [text[m.start : m.end] for m in hits] == names


def test_a_wife_bears_the_pseudonym_of_her_husband(spoken):
    text = "Pan Kaczmarek milczy, Kaczmarkowej żal, z Kaczmarkową rozmawiał Mykola, bo Mykoli ufa."
    rows = [(address("a", 0, len(text)), "a", 0, len(text), 0.0, "", "", "", text)]
    study = spoken.with_(
        transcripts=(Transcript("a", text),), segments=frame(SEGMENTS, rows), codings=frame(CODINGS)
    )
    new = qc.mask(study).transcripts[0].text
    found = re.match(r"Pan (\w+) milczy, (\w+)owej żal, z (\w+)ową rozmawiał (\w+), bo", new)
    assert found, new
    assert found[1][:3] == found[2][:3] == found[3][:3] != "Kac"
    assert not found[4].endswith("a"), "a man's name"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pani nowakowa mówiła, że czeka. Nikt do niej nie zadzwonił.", ["nowakowa"]),
        ("No i wtedy jan Kowalski wstał i wyszedł.", ["jan", "Kowalski"]),
        ("Autobus z Radomia nie jeździ. staszek mnie podwozi.", ["staszek"]),
        ("Pani Krysia borowiec sama nosi węgiel.", ["Krysia", "borowiec"]),
        ("sąsiad gruszka odgarnia jej śnieg", ["gruszka"]),
        ("pani pedagog rzepka ma pół etatu", ["rzepka"]),
        ("zapytajcie antosiową ona pamięta", ["antosiową"]),
        ("auto na tablicach no 9777m stoi na kopercie", ["no", "9777m"]),
    ],
)
def test_names_written_by_speech_recognition_are_found(spoken, text, names):
    found = [m for m in Finder(spoken).doc(privacy_pipeline()(text)) if m.masked]
    taken = {place for m in found for place in range(m.start, m.end)}
    for name in names:
        at = re.search(rf"\b{name}\b", text).span()
        assert set(range(*at)) <= taken, name


@pytest.mark.parametrize(
    "text",
    [
        "Jak naprawdę pojedzie, to ja panu wójtowi placek upiekę.",
        "Pani poseł, proszę zmierzać do konkluzji.",
        "Jedna koleżanka na macierzyńskim, druga na zwolnieniu.",
        "u zbyszka dach cieknie od lat",
    ],
)
def test_everyday_words_are_left_in_both_ways_of_writing(spoken, text):
    found = [m for m in Finder(spoken).doc(privacy_pipeline()(text)) if m.masked]
    assert {text[m.start : m.end] for m in found} <= {"zbyszka"}


def test_plain_words_of_a_role_are_no_names(spoken):
    label, text = "Halina Klub Seniora", "Halina Klub Seniora: u nas klub jest w Tulnikach."
    rows = [
        (address("a", 21, len(text)), "a", 21, len(text), 0.0, label, "Klub Seniora", "", text[21:])
    ]
    study = spoken.with_(
        transcripts=(Transcript("a", text),), segments=frame(SEGMENTS, rows), codings=frame(CODINGS)
    )
    masked = qc.mask(study).transcripts[0].text
    assert masked.startswith("Klub Seniora 1:")
    assert "Halina" not in masked
