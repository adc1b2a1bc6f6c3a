"""The coded table, matrices, and what stands behind each number."""

import pandas as pd
import pytest

from qualcode.comparisons import differences, ranking, saturation
from qualcode.errors import MisuseError
from qualcode.study import CODINGS, frame
from qualcode.tables import cells, cooccurrence, matrix, table


def test_the_table_has_a_row_per_statement_of_a_participant(study):
    coded = table(study, coder="coder_a")
    assert len(coded) == 5  # seven turns, two of them the facilitator's
    assert coded["bariera.kadrowa"].tolist() == [True, False, False, False, False]
    assert coded["codes"][2] == ""


def test_a_matrix_counts_what_a_person_would_count(study):
    counts = matrix(study, "usluga", "transcript", coder="coder_a")
    assert counts.loc["usluga.opiekuncza"].to_dict() == {"nowa": 1, "łąka": 1}


@pytest.mark.parametrize(("values", "expected"), [("n", 2), ("speakers", 2), ("transcripts", 2)])
def test_units_of_counting(study, values, expected):
    counts = matrix(study, "usluga", "facet", values=values, coder="coder_a")
    assert counts.loc["usluga.opiekuncza", "bariera"] == expected


def test_a_person_counts_once_however_often_they_say_it(study):
    ela = study.said[study.said["speaker"] == "Pani Ela"]["segment"]
    rows = [(segment, "bariera.kadrowa", "c", 1.0, "") for segment in ela]
    twice = study.with_(codings=frame(CODINGS, rows))
    assert len(ela) == 2
    assert matrix(twice, "bariera", "transcript", values="n").loc["bariera.kadrowa", "nowa"] == 2
    people = matrix(twice, "bariera", "transcript", values="speakers")
    assert people.loc["bariera.kadrowa", "nowa"] == 1


@pytest.mark.parametrize(
    ("rows", "columns"),
    [("bariera", "transcript"), ("usluga", "bariera"), ("role_group", "facet")],
)
def test_every_number_knows_its_segments(study, rows, columns):
    counts = matrix(study, rows, columns, coder="coder_a")
    behind = cells(study, rows, columns, coder="coder_a")
    for row in counts.index:
        for column in counts.columns:
            here = behind[(behind["row"] == row) & (behind["column"] == column)]
            assert len(here) == counts.loc[row, column]
            assert here["segment"].is_unique


def test_wrong_names_are_answered_with_a_mend(study):
    with pytest.raises(MisuseError, match="Czy chodziło o „bariera”"):
        matrix(study, "barierra", "transcript", coder="coder_a")
    with pytest.raises(MisuseError, match="nie mówi o kodach"):
        matrix(study, "role", "transcript", coder="coder_a")


def test_cooccurrence_is_symmetric(study):
    both = cooccurrence(study, coder="coder_a")
    pd.testing.assert_frame_equal(both, both.T)
    assert both.loc["bariera.kadrowa", "usluga.opiekuncza"] == 1


def test_equal_counts_share_a_place(study):
    places = ranking(study, "bariera", coder="coder_a")
    assert places["n"].tolist() == [1, 1, 1, 0]
    assert places["rank"].tolist() == [1, 1, 1, 4]
    assert places["tied"].tolist() == [True, True, True, False]


def test_no_share_under_ten_statements(study):
    places = ranking(study, "bariera", coder="coder_a")
    assert places[["share", "low", "high"]].isna().all().all()


def test_no_test_where_there_is_too_little(study):
    found = differences(study, "bariera", "transcript", coder="coder_a")
    assert found[["p", "residual", "p_cell"]].isna().all().all()
    assert found["n"].sum() == 3


def test_a_real_difference_is_found_and_chance_is_not(study, codebook):
    made = many_people(codebook, {"A": (0.9, 0.5), "B": (0.1, 0.5)})
    found = differences(made, "bariera", "gmina").set_index(["code", "group"])
    sure = found.loc["bariera.finansowa"]
    assert (sure["p_holm"] < 0.01).all()
    assert sure.loc["A", "residual"] > 3 > -3 > sure.loc["B", "residual"]
    assert (found.loc["bariera.kadrowa"]["p_holm"] > 0.05).all()


def test_saturation_ends_where_all_codes_met_have_been_counted(study):
    curve = saturation(study, coder="coder_a")
    met = {code for code in study.codings_of("coder_a")["code"] if code}
    assert curve["total"].iloc[-1] == len(met) == curve["expected"].iloc[-1]
    assert curve["new"].sum() == len(met)


def many_people(codebook, shares, people=12, said=5):
    """Build a study where shares of statements with two barrier codes are known per gmina."""
    from qualcode.study import SEGMENTS, Study, Transcript, address

    transcripts, rows, codings = [], [], []
    for gmina, (money, staff) in shares.items():
        text = ""
        for person in range(people):
            for turn in range(said):
                sentence = f"Zdanie {person} {turn}.\n"
                start, text = len(text), text + sentence
                segment = address(gmina, start, len(text) - 1)
                row = (segment, gmina, start, len(text) - 1, float("nan"), f"Osoba {person}", "mieszkanka", "", sentence[:-1])  # fmt: skip
                rows.append(row)
                number = person * said + turn
                given = [
                    code
                    for code, share, step in (
                        ("bariera.finansowa", money, 7),
                        ("bariera.kadrowa", staff, 11),
                    )
                    if number * step % (people * said) < share * people * said
                ]
                codings += [(segment, code, "m", 0.8, "Zdanie") for code in given or [""]]
        transcripts.append(Transcript(gmina, text, {"gmina": gmina, "date": "2024-05-01"}))
    return Study(codebook, tuple(transcripts), frame(SEGMENTS, rows), frame(CODINGS, codings))
