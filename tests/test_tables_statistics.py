"""Intervals, corrections and tests against values known from elsewhere."""

from itertools import permutations

import numpy as np
import pytest

from qualcode.statistics import accumulation, holm, permutation_test, ranks, residuals, wilson


def test_wilson_agrees_with_scipy():
    from scipy.stats import binomtest

    for n, base in [(0, 12), (3, 12), (12, 12), (27, 345)]:
        low, high = wilson(n, base)
        expected = binomtest(n, base).proportion_ci(0.95, method="wilson")
        assert low == pytest.approx(expected.low, abs=1e-9)
        assert high == pytest.approx(expected.high, abs=1e-9)


def test_wilson_of_nothing_is_unknown():
    low, high = wilson(0, 0)
    assert np.isnan(low)
    assert np.isnan(high)


def test_holm_by_hand():
    # sorted .01 .02 .04: times 3, 2, 1, never falling
    assert holm(np.array([0.04, 0.01, np.nan, 0.02])) == pytest.approx([0.04, 0.03, np.nan, 0.04], nan_ok=True)  # fmt: skip


def test_ranks_leave_a_gap_after_a_tie():
    assert ranks(np.array([5, 9, 5, 1])).tolist() == [2, 1, 2, 4]


def test_residuals_of_a_two_by_two_are_the_root_of_chi_square():
    from scipy.stats import chi2_contingency

    counts, bases = np.array([[30.0], [10.0]]), np.array([50.0, 50.0])
    observed = np.column_stack([counts[:, 0], bases - counts[:, 0]])
    chi = chi2_contingency(observed, correction=False).statistic
    assert residuals(counts, bases)[0, 0] == pytest.approx(np.sqrt(chi))


def test_accumulation_is_the_mean_over_all_orders():
    present = np.array([[1, 0, 0], [1, 1, 0], [0, 1, 0], [0, 1, 1]], bool)
    orders = list(permutations(range(4)))
    for taken in range(1, 5):
        seen = [present[list(order[:taken])].any(axis=0).sum() for order in orders]
        assert accumulation(present)[taken - 1] == pytest.approx(np.mean(seen))


def test_permutation_keeps_people_whole():
    # one talkative person said it all: among so few people that is no difference of groups
    counts = np.array([[20.0], [0.0], [0.0], [0.0]])
    bases = np.array([20.0, 20.0, 20.0, 20.0])
    p, _, _ = permutation_test(counts, bases, np.array(["a", "a", "b", "b"]))
    assert p[0] == pytest.approx(1.0)


def test_permutation_is_deterministic():
    random = np.random.default_rng(1)
    counts, bases = random.integers(0, 4, (20, 3)).astype(float), np.full(20, 6.0)
    groups = np.array(["a", "b"] * 10)
    first, second = (permutation_test(counts, bases, groups) for _ in range(2))
    for one, other in zip(first, second, strict=True):
        assert (one == other).all()
