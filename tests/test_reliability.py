import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

import qualcode as qc
from qualcode.reliability import cohen_kappa, gwet_ac1, krippendorff_alpha

pairs = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=3, max_size=60)


def counts(ratings):
    one, two = np.array(ratings).T
    return np.array(
        [(one & two).sum(), (one & ~two).sum(), (~one & two).sum(), (~one & ~two).sum()]
    )


@given(pairs)
def test_kappa_and_alpha_equal_the_reference_packages(ratings):
    one, two = np.array(ratings).T
    if len(set(one) | set(two)) < 2:
        assert np.isnan(krippendorff_alpha(counts(ratings)))
        return
    expected = krippendorff.alpha(
        [one.astype(int), two.astype(int)], level_of_measurement="nominal"
    )
    assert krippendorff_alpha(counts(ratings)) == pytest.approx(expected)
    assert cohen_kappa(counts(ratings)) == pytest.approx(cohen_kappa_score(one, two))


def test_kappa_of_a_textbook_table():
    # 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: observed .70, chance .50
    assert cohen_kappa(np.array([20, 5, 10, 15])) == pytest.approx(0.4)


def test_ac1_withstands_the_prevalence_paradox():
    # Gwet (2008): 118 yes-yes, 5 yes-no, 2 no-yes, 0 no-no
    table = np.array([118, 5, 2, 0])
    assert gwet_ac1(table) == pytest.approx(0.94, abs=0.005)
    assert cohen_kappa(table) == pytest.approx(-0.02, abs=0.005)


def test_rows_columns_and_too_few(study):
    frame = qc.agreement(study, "coder_a", "coder_b")
    assert frame.index[-1] == "all"
    assert len(frame) == 45
    assert frame.loc["bariera.kadrowa", "too_few"]
    assert np.isnan(frame.loc["bariera.kadrowa", "kappa"])
    assert frame.loc["all", "n"] == 5 * 44
    assert frame.loc["all", "first_n"] == 6
    assert frame.loc["all", "second_n"] == 4
    assert frame.loc["all", "percent"] == pytest.approx(1 - 2 / 220)


def test_a_coder_agrees_with_itself(study):
    frame = qc.agreement(study, "coder_a", "coder_a", by="facet")
    assert (frame["percent"] == 1).all()


def test_disagreements_come_with_text(study):
    found = qc.disagreements(study, "coder_a", "coder_b")
    assert list(found["code"]) == ["usluga.opiekuncza", "glos.ocena_pozytywna"]
    assert found["text"][0].startswith("Nie ma kto")
    assert found["first"].all()
    assert not found["second"].any()
