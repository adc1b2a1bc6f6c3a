"""What is no name stays: a text full of pseudonyms that stand for nobody cannot be read."""

from pathlib import Path

import pytest

import qualcode as qc
from qualcode.privacy.details.documents import documents
from qualcode.privacy.detection import Finder
from qualcode.privacy.names.days import is_day
from qualcode.privacy.names.labels import names_in
from qualcode.privacy.pseudonyms import Pseudonyms


def masked(folder: Path, *turns: str) -> str:
    """Return what is said in a meeting once it is masked, without the labels."""
    (folder / "spotkanie.txt").write_text("\n".join(turns) + "\n", encoding="utf-8")
    text = qc.mask(qc.read(folder / "spotkanie.txt")).transcripts[0].text
    return "\n".join(line.partition(": ")[2] for line in text.strip().splitlines())


@pytest.mark.parametrize(
    "said",
    [
        "mówię celowo że jestem gotowa a powiedziała mi to salowa",
        "żłobek spóźnia się już o rok z budową i nie ma na to rady",
        "i wtedy pan młody przyszedł a pan czegoś jeszcze chce",
        "ona szuka gdzie jest małpa na klawiaturze i nie może znaleźć",
        "w małej wsi i w dużej wsi nie ma nawet sklepu",
        "pani krawcowa szyje firanki do świetlicy",
        "Mamy czterdziestu Kolumbijczyków i Nepalczyków, a ja byłam w Ameryce Południowej.",
        "Jest Korpus Wsparcia Seniorów i Biblioteka Miejska, a w niej Dom Kultury.",
        "Zajęcia mamy w Maju i w Piątki, od Poniedziałku do Piątku.",
        "Art. 17 ustawy mówi, ile się należy.",
        "Szkoła ma III LO 120/24 uczniów, klasa III A 12/24 osób, a PKD 8810Z.",
        "Stoi pusty lokal, klucz ma komendant, a nawet kredens tam stoi.",
    ],
)
def test_plain_words_stay(tmp_path: Path, said: str) -> None:
    assert masked(tmp_path, "Prowadzący: Witam.", f"Mieszkanka: {said}").splitlines()[1] == said


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Był Mazur. Mazur odszedł.", "Był Bielak. Bielak odszedł."),
        (
            "Sołtysem Gruszowa jest Nowak.",
            "Sołtysem miejscowości A jest Bielak.",
        ),
        ("u państwa wilków jest źle", "u państwa bielaków jest źle"),
        ("U państwa Marków jest źle.", "U państwa Bielaków jest źle."),
        ("Wilkowie mają auto.", "Bielakowie mają auto."),
        ("Pani Lesia wie, znam panią Lesię.", "Pani Barbara wie, znam panią Barbarę."),
        ("na kolejowej mieszka pan", "na ulicy b mieszka pan"),
    ],
)
def test_pseudonyms_agree_with_the_sentence(tmp_path: Path, said: str, expected: str) -> None:
    assert masked(tmp_path, "Mieszkanka: Tak.", f"Mieszkanka: {said}").splitlines()[1] == expected


def test_who_is_called_in_a_chat_is_masked(tmp_path: Path) -> None:
    told = masked(
        tmp_path,
        "Krystyna Bielecka: @Aneta Piątek a Kubuś dostał miejsce?",
        "Aneta Piątek: Nie. Piątkom należy się zasiłek. @Basia, @Wszyscy, W piątek nie ma busa.",
        "Krystyna Bielecka: @Aneta dzięki. @Kowalska nie pisała.",
    )
    for name in ("Aneta", "Piątek", "Piątkom", "Basia", "Kowalska", "Kubuś"):
        assert name not in told
    assert "@Wszyscy" in told
    assert "W piątek" in told
    assert told.count("@") == 5


@pytest.mark.parametrize(
    ("forms", "given"),
    [
        (["Aleksander", "Aleksandra", "Aleksandrowi"], ["Marek", "Barbara", "Markowi"]),
        (["Bogusia", "Bogusię"], ["Julia", "Julię"]),
    ],
)
def test_a_forename_keeps_its_sex(forms: list[str], given: list[str]) -> None:
    pseudonyms = Pseudonyms(())
    pseudonyms.learn(forms)
    assert [pseudonyms.person(form) for form in forms] == given


def test_days_are_no_people() -> None:
    assert is_day("Piątku", "do")
    assert is_day("Maju", "w")
    assert not is_day("Piątka", "do")
    assert not is_day("Lisa", "od")


@pytest.mark.parametrize(
    ("label", "word"),
    [
        ("Szkoła SP2 Renata", "szkoła"),
        ("Ewa CIS Kuźnia", "kuźnia"),
        ("Fundacja Krok – Tomek", "krok"),
    ],
)
def test_institutions_of_a_label_are_no_names(label: str, word: str) -> None:
    assert word not in {lemma.lstrip("^") for lemma in names_in(label, "")}
    assert list(names_in(label, ""))


def test_surnames_of_a_label_are_names_beside_an_office() -> None:
    assert "wrona" in {lemma.lstrip("^") for lemma in names_in("GOPS Anna Wrona", "")}
    assert "lis" in {lemma.lstrip("^") for lemma in names_in("Anna Lis (GOPS)", "")}


def test_signs_of_courts_are_found() -> None:
    for sign in ("III RC 123/24", "I C 55/21", "II K 7/2023", "V GNc 12/22", "XII Ns 3/24"):
        assert [m.category for m in documents(f"to jest {sign} i tyle")] == ["sygnatura"], sign
    assert not list(documents("w III LO 120/24 uczniów i II DPS 10/20 miejsc"))


def test_a_number_is_not_called_after_the_next_sentence(tmp_path: Path) -> None:
    said = "Dzwońcie: 012 345 67 89. KRS 0000123456."
    assert masked(tmp_path, f"Mieszkanka: {said}") == "Dzwońcie: [telefon 1]. KRS [KRS 1]."


def test_abroad_points_at_nobody(tmp_path: Path) -> None:
    study = qc.read(_written(tmp_path, "Jestem z Charkowa, a on z Kolumbii. Mieszkamy w Jodłówce."))
    found = Finder(study).study(study)["spotkanie"]
    text = study.transcripts[0].text
    places = [text[m.start : m.end] for m in found if m.category == "miejsce" and m.masked]
    assert places == ["Jodłówce"]


def _written(folder: Path, said: str) -> Path:
    path = folder / "spotkanie.txt"
    path.write_text(f"Prowadzący: Witam.\nMieszkanka: {said}\n", encoding="utf-8")
    return path
