import krippendorff
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

import qualcode as qc
from qualcode.reliability import cohen_kappa, gwet_ac1, krippendorff_alpha, people

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
    # a percent never stands alone
    assert np.isnan(frame.loc["all", "percent"])


def twice(study):
    """The same study with every decision standing twice, so that there is enough to compare."""
    more = study.segments.assign(
        segment="z" + study.segments["segment"], transcript="z" + study.segments["transcript"]
    )
    codings = study.codings.assign(segment="z" + study.codings["segment"])
    return study.with_(
        segments=pd.concat([study.segments, more], ignore_index=True),
        codings=pd.concat([study.codings, codings], ignore_index=True),
    )


def test_a_coder_agrees_with_itself(study):
    frame = qc.agreement(twice(study), "coder_a", "coder_a", by="facet")
    assert frame.loc["all", ["percent", "kappa", "alpha", "ac1", "f1"]].tolist() == [1] * 5
    assert not frame.loc["all", "too_few"]


def test_percent_precision_recall_and_interval(study):
    pooled = qc.agreement(twice(study), "coder_a", "coder_b").loc["all"]
    assert pooled["percent"] == pytest.approx(1 - 4 / 440)
    assert pooled["recall"] == pytest.approx(8 / 12)
    assert pooled["precision"] == 1
    assert pooled["f1"] == pytest.approx(16 / 20)
    assert pooled["alpha_low"] <= pooled["alpha"] <= pooled["alpha_high"]
    one = twice(study)
    one = one.with_(segments=one.segments.assign(transcript="razem"))
    alone = qc.agreement(one, "coder_a", "coder_b").loc["all"]
    assert alone["alpha"] == pytest.approx(pooled["alpha"])
    assert np.isnan(alone["alpha_low"])


def test_alpha_of_a_published_table():
    # Krippendorff (2011), two observers, ten units: 1 yes-yes, 1 yes-no, 3 no-yes, 5 no-no
    assert krippendorff_alpha(np.array([1, 1, 3, 5])) == pytest.approx(0.095, abs=0.0005)


def test_people_are_told_from_machines(study):
    assert people(qc.code(study, "rules")) == ["coder_a", "coder_b"]


def test_disagreements_come_with_text(study):
    found = qc.disagreements(study, "coder_a", "coder_b")
    assert list(found["code"]) == ["usluga.opiekuncza", "glos.ocena_pozytywna"]
    assert found["text"][0].startswith("Nie ma kto")
    assert found["first"].all()
    assert not found["second"].any()
