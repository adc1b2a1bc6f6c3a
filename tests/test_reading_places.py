"""Names of gminy: the gazetteer, any case, and the careless names of files and folders."""

from pathlib import PurePath

import pytest

from qualcode.reading.geography.gazetteer import POWIATY
from qualcode.reading.geography.pathnames import places_of_path
from qualcode.reading.geography.places import is_well_known, places_of
from qualcode.reading.metadata import completed, path_entries


def test_the_gazetteer_is_whole():
    lines = [line for text in POWIATY.values() for line in text.strip().split("\n")]
    cities = [line.split()[1:] for line in lines if line.startswith("miasta ")]
    assert len(POWIATY) == 16
    assert len(lines) - len(cities) == 314  # powiaty
    assert sum(map(len, cities)) == 66  # cities with the rights of one
    for line in lines:
        names = line.replace("|", " ").split()[1:]
        assert len(names) == len(set(names)), line


@pytest.mark.parametrize(
    ("text", "gmina"),
    [
        ("Warsztat w Raciechowicach (gm. Raciechowice)", "Raciechowice"),
        ("gm. Kłaj", "Kłaj"),
        ("Urząd Gminy w Pcimiu", "Pcim"),
        ("Urząd Gminy w Wiśniowej", "Wiśniowa"),
        ("mieszkańcy Gminy Miejskiej Bochnia", "Bochnia"),
        ("gmina wiejska Kłaj", "Kłaj"),
        ("Gmina Miejska Górka", "Miejska Górka"),
        ("w gminie Rabie Wyżnej", "Raba Wyżna"),
        ("w Gminie Lipnicy Murowanej", "Lipnica Murowana"),
        ("spotkanie w Limanowej", "Limanowa"),
        ("Gmina i Miasto Dobczyce", "Dobczyce"),
        ("z gminy Wieliczki", "Wieliczka"),
        ("Gmina Wieliczki", "Wieliczki"),
        ("w gminie Czarna", "Czarna"),
    ],
)
def test_a_gmina_in_any_case_is_one_gmina(text, gmina):
    assert places_of(text)["gmina"] == gmina


@pytest.mark.parametrize(
    "text",
    [
        "Piątek, 14 marca 2024 r.",
        "Łączna liczba osób: 14",
        "Linia autobusowa do Klucza",
        "Przewóz osób, Nowiny, Klucze do zmiany",
        "Pokój socjalny, ul. Lipowa 5",
        "Urząd Gminy w Nieznanowicach",
        "Stare Miasto",
    ],
)
def test_words_of_everyday_speech_are_no_gminy(text):
    assert "gmina" not in places_of(text)


def test_a_city_is_meant_rather_than_the_gmina_around_it():
    assert completed({"gmina": "Tarnów"})["powiat"] == "Tarnów"
    assert completed({"gmina": "Tarnów", "powiat": "tarnowski"})["województwo"] == "małopolskie"
    assert "powiat" not in completed({"gmina": "Wiśniowa"})  # two of them


@pytest.mark.parametrize(
    ("path", "gmina"),
    [
        ("Gdów 12.03.2024.txt", "Gdów"),
        ("Gdów.txt", "Gdów"),
        ("Kęty 2024-03-12.txt", "Kęty"),
        ("Gdów/2024-05-06/stolik 1.txt", "Gdów"),
        ("Konsultacje CUS Gdów-20240312_160012-Nagrywanie spotkania.vtt", "Gdów"),
        ("gmina_sułkowice/15-05-2024/a.txt", "Sułkowice"),
        ("gmina_sulkowice/a.txt", "Sułkowice"),
        ("Myslenice 2024-03-12.txt", "Myślenice"),
        ("Gdow_2024-03-12.txt", "Gdów"),
        ("2024.05.08_Tokarnia/spotkanie.txt", "Tokarnia"),
        ("Wiśniowa 2024-05-06/stolik A.txt", "Wiśniowa"),
        ("Warsztaty 2024/Kłaj/maj/c.txt", "Kłaj"),
        ("Bielsko-Biała 2024-03-12.txt", "Bielsko-Biała"),
        ("2024-03-12 Nowy Sącz grupa 2.txt", "Nowy Sącz"),
        ("Warsztat Gdów 1.txt", "Gdów"),
        ("Dąbrowa/zapis.txt", "Dąbrowa"),
        ("Mentimeter-Niepolomice.xlsx", "Niepołomice"),
    ],
)
def test_careless_names_of_files_and_folders_tell_the_gmina(path, gmina):
    assert path_entries(PurePath(path))["gmina"] == gmina


@pytest.mark.parametrize(
    "name",
    [
        "Piątek 15.03.2024", "linia 2024-03-12", "Nowe", "nowe 2024-03-12", "Dobre", "Koło",
        "Koło Gospodyń 2024-03-12", "Jan Turek 2024-03-12", "wywiad Anna Kęty 2024-03-12",
        "gmina_sosnowica_dolna", "GM Recording 2024-03-12", "sala 2024-03-12", "Sosna 2024-03-12",
        "nasze klucze 2024-03-12", "pokój", "Pani Gdów 2024-03-12",
    ],
)  # fmt: skip
def test_other_names_of_files_tell_none(name):
    assert "gmina" not in places_of_path(name)
    assert "gmina" not in places_of_path(name, folder=True)


def test_the_powiat_goes_with_the_gmina_of_the_same_name():
    found = path_entries(PurePath("Wieliczka/Wiśniowa 2024-05-06.txt"))
    assert found == {"gmina": "Wiśniowa", "date": "2024-05-06"}


def test_small_gminy_are_not_well_known():
    assert is_well_known("w Wieliczce")
    assert not is_well_known("w Raciechowicach")
    assert not is_well_known("w Nieznanowicach")
