"""What captions say of meetings whose gmina was not found."""

import pytest
from reports_study import plain_study

from qualcode.reading.codebooks import load_codebook
from qualcode.reports.material import Material
from qualcode.wording import NBSP


@pytest.mark.parametrize(
    ("gminy", "caption"),
    [
        (("Żabin", "Dolany"), "gminy Dolany i Żabin, 2024"),
        (("Żabin", ""), "gmina Żabin oraz spotkanie bez ustalonej gminy, 2024"),
        (("Żabin", "", ""), f"gmina Żabin oraz 2{NBSP}spotkania bez ustalonej gminy, 2024"),
        (("Żabin", *[""] * 5), f"gmina Żabin oraz 5{NBSP}spotkań bez ustalonej gminy, 2024"),
        (("", ""), f"2{NBSP}spotkania, 2024"),
    ],
)
def test_captions_tell_of_meetings_without_a_gmina(gminy, caption):
    study = plain_study(load_codebook("cus"), gminy)
    assert Material(study, "m").where_and_when == caption
