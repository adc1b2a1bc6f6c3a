"""Numbers that point at people: check digits, and finding them typed and said."""

import pytest

from qualcode.privacy.details.checksums import (
    is_account,
    is_identity_card,
    is_nip,
    is_pesel,
    is_regon,
)
from qualcode.privacy.details.contacts import contacts
from qualcode.privacy.details.numbers import numbers
from qualcode.privacy.mentions import apart


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dowód osobisty ABC123456.", [("dokument", "ABC123456")]),
        ("mam dowód abc 123456", [("dokument", "abc 123456")]),
        (
            "numer dowodu a be ce jeden dwa trzy cztery pięć sześć",
            [("dokument", "a be ce jeden dwa trzy cztery pięć sześć")],
        ),
        ("Paszport EH1234567 stracił ważność.", [("dokument", "EH1234567")]),
        ("Legitymacja nr 4521/2020.", [("dokument", "4521/2020")]),
        ("Wyrok III RC 123/24 o alimenty.", [("sygnatura", "III RC 123/24")]),
        ("Sygn. akt II Nsm 45/2023, opieka", [("sygnatura", "II Nsm 45/2023")]),
        ("Wniosek GOPS.4321.12.2024 odrzucono.", [("sygnatura", "GOPS.4321.12.2024")]),
        ("numer KR1I/00012345/6", [("księga wieczysta", "KR1I/00012345/6")]),
        ("księga wieczysta nr 12345", [("księga wieczysta", "12345")]),
        ("Mój skype: jan.kowalski77.", [("profil", "jan.kowalski77")]),
        ("jestem na insta @kowalska_anna.", [("profil", "@kowalska_anna")]),
        ("instagram: kowalska_anna", [("profil", "kowalska_anna")]),
        ("skype: jankowalski", [("profil", "jankowalski")]),
        ("Pisz na fb.com/jan.kowalski.5.", [("strona", "fb.com/jan.kowalski.5")]),
        ("mail jan kowalski małpa wp pl", [("e-mail", "jan kowalski małpa wp pl")]),
        ("auto kr7h123 stoi pod sklepem", [("rejestracja", "kr7h123")]),
        ("auto na blachach K1 ABCD", [("rejestracja", "K1 ABCD")]),
        ("Urodzony 5.V.1987 w szpitalu.", [("data urodzenia", "5.V.1987")]),
        ("Mąż jest rocznik 61, a ja młodsza.", [("data urodzenia", "61")]),
        ("Wiesiek od 12.04.1961, czyli wcześnie.", [("data urodzenia", "12.04.1961")]),
        ("Fundacja ma KRS 0000123456.", [("KRS", "0000123456")]),
        ("Telefon mam 012 345 67 89.", [("telefon", "012 345 67 89")]),
    ],
)
def test_documents_profiles_and_kinds(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "To jest dowód, że mamy 12345 mieszkańców i 123456 złotych długu.",
        "Uchwała nr XII/123/2024 i ustawa z dnia 12.03.1999 r.",
        "@everyone proszę o kamery, @Aneta ma głos, @ktoś też, @karteczka 11.",
        "Facebook: brak, instagram: nie mamy.",
        "autem do 100km, bus c40 i bus za 50000, samochód po 12345 zł",
        "Rocznik 30 osób, z pierwszej klasy.",
        "Gmina ma 35% dowodów, a w 2023 roku 10 paszportów.",
    ],
)
def test_words_beside_documents_stay(text):
    assert found(text) == []


def test_an_identity_card_has_a_check_digit():
    assert is_identity_card("ABA300000")  # from the description of the card's number
    assert not is_identity_card("ABA400000")
    assert not is_nip("0123456789"), "no tax office has a number that begins with nought"
