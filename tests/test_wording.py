from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode import wording


@pytest.mark.parametrize(
    ("count", "noun"),
    [
        (0, "kodów"),
        (1, "kod"),
        (2, "kody"),
        (5, "kodów"),
        (12, "kodów"),
        (14, "kodów"),
        (22, "kody"),
        (25, "kodów"),
        (101, "kodów"),
        (102, "kody"),
        (112, "kodów"),
        (1001, "kodów"),
    ],
)
def test_plural_agrees_with_the_number(count, noun):
    assert wording.plural(count, "kod", "kody", "kodów") == noun


def test_numbers_are_polish():
    assert wording.number(1234567.891, 2) == "1\u00a0234\u00a0567,89"
    assert wording.percent(0.125) == "12,5%"
    assert wording.number(-3) == "\u22123"


def test_quotes_nest():
    assert wording.quoted("powiedział „dość” i wyszedł") == "„powiedział «dość» i wyszedł”"


def test_lists_dates_and_order():
    assert wording.listed(["a", "b", "c"]) == "a, b i c"
    assert wording.listed(["a"]) == "a"
    assert wording.long_date(date(2024, 3, 14)) == "14 marca 2024\u00a0r."
    towns = ["Łódź", "Lublin", "Ćmielów", "Żabin", "Zator", "Chełm"]
    assert sorted(towns, key=wording.collation_key) == [
        "Chełm",
        "Ćmielów",
        "Lublin",
        "Łódź",
        "Zator",
        "Żabin",
    ]


def test_suggestion_names_the_nearest_word_or_nothing():
    assert "bariera" in wording.suggestion("bariery", ["bariera", "usluga"])
    assert wording.suggestion("xyz", ["bariera"]) == ""


@given(st.lists(st.text(max_size=5), max_size=6))
def test_collation_is_a_total_order(words):
    once = sorted(words, key=wording.collation_key)
    assert once == sorted(reversed(words), key=wording.collation_key)
