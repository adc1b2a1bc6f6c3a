"""Numbers that point at people: check digits, and finding them typed and said."""

import pytest

from qualcode.privacy.checksums import is_account, is_nip, is_pesel, is_regon
from qualcode.privacy.contacts import contacts
from qualcode.privacy.mentions import apart
from qualcode.privacy.numbers import numbers


def found(text):
    mentions = apart([*numbers(text), *contacts(text)])
    return [(m.category, text[m.start : m.end]) for m in mentions if m.masked]


def test_check_digits_of_known_examples():
    assert is_pesel("44051401359")  # the example of the register's own description
    assert not is_pesel("44051401358")
    assert not is_pesel("44053201350"), "there is no 32nd of May"
    assert is_nip("1234563218")
    assert not is_nip("1234563219")
    assert is_regon("123456785")
    assert is_regon("12345678512347")
    assert not is_regon("123456786")
    assert is_account("61109010140000071219812874")
    assert not is_account("61109010140000071219812875")


@pytest.mark.parametrize(
    ("text", "category", "part"),
    [
        ("Mój PESEL to 44051401359.", "PESEL", "44051401359"),
        ("Podaję 44051401359, bez słowa o co chodzi.", "PESEL", "44051401359"),
        (
            "pesel czterdzieści cztery zero pięć czternaście zero jeden trzysta pięćdziesiąt dziewięć",
            "PESEL",
            "czterdzieści cztery zero pięć czternaście zero jeden trzysta pięćdziesiąt dziewięć",
        ),
        ("NIP 123-456-32-18 na fakturze", "NIP", "123-456-32-18"),
        ("REGON 123456785 klubu", "REGON", "123456785"),
        ("Tel. 502 314 089, po szesnastej", "telefon", "502 314 089"),
        ("tel. +48 (22) 621-33-44", "telefon", "+48 (22) 621-33-44"),
        (
            "to pięćset dwa trzysta czternaście zero osiemdziesiąt dziewięć",
            "telefon",
            "pięćset dwa trzysta czternaście zero osiemdziesiąt dziewięć",
        ),
        ("Na konto 61 1090 1014 0000 0712 1981 2874", "konto", "61 1090 1014 0000 0712 1981 2874"),
        ("Piszcie: ania.k@gmina.pl.", "e-mail", "ania.k@gmina.pl"),
        ("to ania kropka k małpa gmina kropka pl", "e-mail", "ania kropka k małpa gmina kropka pl"),
        (
            "to jot kropka nowak at o pe kropka pe el",
            "e-mail",
            "jot kropka nowak at o pe kropka pe el",
        ),
        ("końcówka peselu to 359", "PESEL", "359"),
        ("Nasz bus, BIA-88350, stoi", "rejestracja", "BIA-88350"),
        (
            "rejestracja no wu e cztery yyy pięć sześć siedem ka",
            "rejestracja",
            "wu e cztery yyy pięć sześć siedem ka",
        ),
        (
            "przy ulicy wojska polskiego pod numerem sto dwa",
            "adres",
            "wojska polskiego pod numerem sto dwa",
        ),
        ("Bus WE 4567K stoi", "rejestracja", "WE 4567K"),
        ("rejestracja wu e cztery pięć sześć", "rejestracja", "wu e cztery pięć sześć"),
        ("Mieszka przy ul. Polnej 3/7", "adres", "Polnej 3/7"),
        ("na ulicy polnej dwanaście mieszkania dwa", "adres", "polnej dwanaście mieszkania dwa"),
        ("ur. 12 marca 1948 r.", "data urodzenia", "12 marca 1948 r."),
        ("urodziłam się piątego maja pięćdziesiątego ósmego", "data urodzenia", None),
        (
            "Strona https://przyklad.pl/jan-kowalski jest",
            "strona",
            "https://przyklad.pl/jan-kowalski",
        ),
    ],
)
def test_found(text, category, part):
    hits = found(text)
    assert hits
    assert hits[0][0] == category
    assert part is None or hits[0][1] == part


@pytest.mark.parametrize(
    "text",
    [
        "W 2023 roku było 1234 osób i 45 tysięcy złotych.",
        "mamy dwadzieścia pięć osób a było sto trzydzieści",
        "Spotkanie 14.03.2024 o 10:00 w sali 12.",
        "Ustawa z dnia 19 lipca 2019 r. o realizowaniu usług",
        "od ósmej do piętnastej trzydzieści",
        "CUS, MOPS i PCPR w art. 12 ust. 3",
        "trzydzieści, czterdzieści, może pięćdziesiąt osób",
    ],
)
def test_counts_years_and_hours_stay(text):
    assert found(text) == []
