"""Metadata: header lines, titles, file names, meta.csv, places and dates."""

import pytest

import qualcode as qc
from qualcode.reading.dates import parse_date
from qualcode.reading.geography.places import places_of
from qualcode.reading.metadata import key_of

TALK = "Anna: Nie ma busa.\nJan: Jest dobrze.\nAnna: No tak.\n"


def meta_of(study, name):
    return dict(study.meta.loc[name])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14 listopada 2023 r., godz. 10.05", "2023-11-14"),
        ("w dniu 3.03.2024", "2024-03-03"),
        ("3/3/2024", "2024-03-03"),
        ("5 XII 2024", "2024-12-05"),
        ("warsztat_2024-06-01", "2024-06-01"),
        ("20240601_zapis", "2024-06-01"),
        ("31.02.2024", ""),
        ("o godz. 10.05", ""),
    ],
)
def test_polish_dates(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "gmina", "powiat"),
    [
        ("Warsztat w Wieliczce", "Wieliczka", "wielicki"),
        ("Spotkanie w Nowym Targu", "Nowy Targ", "nowotarski"),
        ("Urząd Miejski w Żmigrodzie", "Żmigród", "trzebnicki"),
        ("w Łodzi", "Łódź", "Łódź"),
        ("w Zakopanem", "Zakopane", "tatrzański"),
        ("w Siedlcu", "Siedlec", "wolsztyński"),
        ("w Siedlcach", "Siedlce", "Siedlce"),
        ("w Bielsku-Białej", "Bielsko-Biała", "Bielsko-Biała"),
        ("w Kudowie-Zdroju", "Kudowa-Zdrój", "kłodzki"),
    ],
)
def test_places_in_any_case(text, gmina, powiat):
    found = places_of(text)
    assert (found.get("gmina"), found.get("powiat")) == (gmina, powiat)


def test_a_gmina_nobody_knows_is_believed_after_its_word():
    assert places_of("mieszkańcy gminy Dolany")["gmina"] == "Dolany"
    assert places_of("z gmin powiatu wolsztyńskiego") == {"powiat": "wolsztyński", "województwo": "wielkopolskie"}  # fmt: skip
    assert places_of("Pan Jan Nowak mówi o busie") == {}
    for person in ("Pani Marta Zielonka, konsultantka", "z Janem Siedlcem", "ks. Marek Sanok"):
        assert places_of(f"Spotkanie prowadziła {person}") == {}
    assert places_of("Spotkanie z Anną Wieliczką w Skawinie")["gmina"] == "Skawina"


def test_two_gminas_of_one_name_give_no_powiat():
    assert "powiat" not in places_of("w Józefowie")


def test_the_title_of_minutes(tmp_path):
    head = (
        "PROTOKÓŁ\nz warsztatu „Usługi w gminach powiatu wolsztyńskiego”\n"
        "Siedlec, Gminny Ośrodek Kultury, 14 listopada 2023 r., godz. 10.05–13.20\n\n"
    )
    (tmp_path / "a.txt").write_text(head + TALK, encoding="utf-8")
    assert meta_of(qc.read(tmp_path), "a") == {
        "gmina": "Siedlec",
        "powiat": "wolsztyński",
        "województwo": "wielkopolskie",
        "date": "2023-11-14",
    }


def test_folders_and_file_names_tell(tmp_path):
    folder = tmp_path / "Gmina Wieliczka" / "2024-03-14"
    folder.mkdir(parents=True)
    (folder / "mieszkańcy.txt").write_text(TALK, encoding="utf-8")
    (tmp_path / "Nowy_Targ_5_maja_2024.txt").write_text(TALK, encoding="utf-8")
    study = qc.read(tmp_path)
    assert meta_of(study, "mieszkańcy")["gmina"] == "Wieliczka"
    assert meta_of(study, "mieszkańcy")["date"] == "2024-03-14"
    assert meta_of(study, "Nowy_Targ_5_maja_2024")["powiat"] == "nowotarski"
    assert meta_of(study, "Nowy_Targ_5_maja_2024")["date"] == "2024-05-05"


def test_meta_csv_wins_and_unmatched_rows_are_listed(tmp_path):
    (tmp_path / "Warsztat 03.txt").write_text(f"Gmina: Inna\n\n{TALK}", encoding="utf-8")
    rows = "Nazwa pliku;Gmina;Data spotkania;Grupa\nwarsztat_03.docx;Żabin;14 marca 2024;mieszkańcy\nzgubiony;X;;\n"
    (tmp_path / "meta.csv").write_text(rows, encoding="cp1250")
    study = qc.read(tmp_path)
    found = meta_of(study, "Warsztat 03")
    assert (found["gmina"], found["date"], found["group"]) == ("Żabin", "2024-03-14", "mieszkańcy")
    assert any("zgubiony" in problem.sentence for problem in study.problems)


def test_keys_are_tolerant():
    assert key_of("Warsztat 03.docx") == key_of("folder\\warsztat-03") == key_of("WARSZTAT_03.vtt")


def test_header_lines_are_no_turns(tmp_path):
    (tmp_path / "a.txt").write_text(f"Gmina: Żabin\nTermin: 1.02.2024\n\n{TALK}", encoding="utf-8")
    study = qc.read(tmp_path)
    assert len(study.segments) == 3
    assert meta_of(study, "a")["date"] == "2024-02-01"


def test_one_table_at_the_top_speaks_of_all_folders(tmp_path):
    (tmp_path / "rok 2024").mkdir()
    (tmp_path / "rok 2024" / "a.txt").write_text(TALK, encoding="utf-8")
    (tmp_path / "meta.csv").write_text("plik,grupa\na.docx,mieszkańcy\n", encoding="utf-8")
    study = qc.read(tmp_path)
    assert meta_of(study, "a")["group"] == "mieszkańcy"
    assert not study.problems[1:]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gmina Sosnowica Dolna", {"gmina": "Sosnowica Dolna"}),
        ("Sosnowica Dolna, 14 marca 2024 r.", {}),
        ("Nowa Sosnowica", {}),
        ("gmina Grabów nad Sanem", {"gmina": "Grabów nad Sanem"}),
    ],
)
def test_part_of_a_longer_name_is_no_gmina(text, found):
    assert places_of(text) == found


@pytest.mark.parametrize(
    "text",
    ["Gmina Sosnowica", "gmina_Sosnowica_Warsztat_1", "w gminie Sosnowica Mieszkańcy", "Sosnowica"],
)
def test_what_follows_a_name_does_not_hide_it(text):
    assert places_of(text)["powiat"] == "parczewski"


def test_a_heading_with_a_longer_name_is_kept_as_written(tmp_path):
    (tmp_path / "a.txt").write_text(f"Gmina Sosnowica Dolna\n\n{TALK}", encoding="utf-8")
    study = qc.read(tmp_path)
    assert meta_of(study, "a") == {"gmina": "Sosnowica Dolna"}


def test_a_transcript_without_a_gmina_among_others_is_told(tmp_path):
    (tmp_path / "a.txt").write_text(f"Gmina: Żabin\n\n{TALK}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(TALK, encoding="utf-8")
    told = [str(problem) for problem in qc.read(tmp_path).problems if "gminy" in problem.sentence]
    assert len(told) == 1
    assert told[0].startswith("b")
    assert "meta.csv" in told[0]
    (tmp_path / "meta.csv").write_text("plik;gmina\nb.txt;Dolany\n", encoding="utf-8")
    assert not any("gminy" in problem.sentence for problem in qc.read(tmp_path).problems)


def test_rows_of_the_table_that_fit_nothing_are_told_as_written(tmp_path):
    folder = tmp_path / "drzewo"
    folder.mkdir()
    (folder / "a.txt").write_text(TALK, encoding="utf-8")
    rows = "plik;gmina\na;Dolany\n\nStolik C;Żabin\nStolik D;Żabin\n"
    (folder / "meta.csv").write_text(rows, encoding="utf-8")
    (told,) = qc.read(folder).problems[-1:]
    assert told.place == "drzewo/meta.csv"
    assert "2\u00a0wiersze nie pasują" in told.sentence
    assert "„Stolik C” (wiersz 4) i „Stolik D” (wiersz 5)" in told.sentence
