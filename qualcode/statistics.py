"""Statistics with care for small numbers: intervals, permutation tests, corrections, residuals."""

from __future__ import annotations

from math import comb

import numpy as np

Z95 = 1.959963984540054
RESAMPLES = 1999
SEED = 20240314
_NUMBERS_AT_ONCE = 500_000
"""Numbers in one batch of shuffles: a few megabytes, so that they stay near the processor."""


def wilson(n: np.ndarray | float, base: np.ndarray | float) -> tuple[np.ndarray, np.ndarray]:
    """Return the 95% interval of a share (Wilson 1927).

    Parameters
    ----------
    n, base : array-like
        Hits and trials, shapes that broadcast.

    Returns
    -------
    (ndarray, ndarray)
        Lower and upper limit, 0-1; NaN where ``base`` is 0.
    """
    hits, trials = np.broadcast_arrays(np.asarray(n, float), np.asarray(base, float))
    trials = np.where(trials > 0, trials, np.nan)
    share = hits / trials
    spread = 1 + Z95**2 / trials
    middle = (share + Z95**2 / (2 * trials)) / spread
    half = Z95 / spread * np.sqrt(share * (1 - share) / trials + Z95**2 / (4 * trials**2))
    low = np.where(hits == 0, 0.0, np.maximum(middle - half, 0))
    high = np.where(hits == trials, 1.0, np.minimum(middle + half, 1))
    return np.where(np.isnan(trials), np.nan, low), np.where(np.isnan(trials), np.nan, high)


def holm(p: np.ndarray) -> np.ndarray:
    """Return p-values corrected for many tests (Holm 1979); NaN stays NaN and does not count."""
    values = np.asarray(p, float)
    result = np.full(values.shape, np.nan)
    known = np.flatnonzero(~np.isnan(values))
    order = known[np.argsort(values[known], kind="stable")]
    factors = np.arange(len(order), 0, -1)
    result[order] = (
        np.minimum(np.maximum.accumulate(values[order] * factors), 1) if len(order) else []
    )
    return result


def ranks(counts: np.ndarray) -> np.ndarray:
    """Return places from the largest down; equal counts share the best place (1, 2, 2, 4)."""
    values = np.asarray(counts)
    return np.array([1 + int((values > value).sum()) for value in values])


def residuals(counts: np.ndarray, bases: np.ndarray) -> np.ndarray:
    """Return adjusted standardised residuals (Haberman 1973) of codes by groups.

    Parameters
    ----------
    counts : ndarray of shape (..., n_groups, n_codes)
        Segments of the group with the code.
    bases : ndarray of shape (..., n_groups)
        Segments of the group.

    Returns
    -------
    ndarray
        Shape of ``counts``; 0 where a code is given to none or to all segments.
    """
    total = bases.sum(axis=-1)[..., None, None]
    share = counts.sum(axis=-2, keepdims=True) / total
    expected = bases[..., None] * share
    spread = expected * (1 - share) * (1 - bases[..., None] / total)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = (counts - expected) / np.sqrt(spread)
    return np.where(spread > 1e-12, found, 0.0)


def permutation_test(
    counts: np.ndarray, bases: np.ndarray, groups: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Test whether codes depend on the group, shuffling whole people over groups.

    Statements of one person resemble each other, so people, not statements, are exchanged.

    Parameters
    ----------
    counts : ndarray of shape (n_people, n_codes)
        Statements of a person with a code.
    bases : ndarray of shape (n_people,)
        Statements of a person.
    groups : ndarray of shape (n_people,)
        Group of a person.

    Returns
    -------
    (ndarray, ndarray, ndarray)
        Per code, the p-value of its sum of squared residuals, ``(1 + b) / (1 + m)`` (Phipson &
        Smyth 2010); per group and code, the residual; and its p-value corrected over all cells
        by the largest residual of each shuffle (Westfall & Young 1993). Groups are sorted.
    """
    order = np.argsort(groups, kind="stable")
    starts = np.unique(np.asarray(groups)[order], return_index=True)[1]
    people = np.column_stack([counts, bases])[order]

    def found(shuffled: np.ndarray) -> np.ndarray:
        # (shuffles, people, codes) → (shuffles, groups, codes); sums of whole numbers are exact
        sums = np.add.reduceat(shuffled, starts, axis=1)
        return residuals(sums[..., :-1], sums[..., -1])

    observed = found(people[None])[0]
    strength = (observed**2).sum(axis=0)
    random = np.random.default_rng(SEED)
    above = np.zeros(counts.shape[1])
    largest = []
    at_once = max(1, _NUMBERS_AT_ONCE // people.size)
    for done in range(0, RESAMPLES, at_once):
        places = np.tile(np.arange(len(people)), (min(at_once, RESAMPLES - done), 1))
        shuffled = found(people[random.permuted(places, axis=1)])
        above += ((shuffled**2).sum(axis=1) >= strength - 1e-9).sum(axis=0)
        largest.append(np.abs(shuffled).max(axis=(1, 2)))
    above_cell = (np.concatenate(largest)[:, None, None] >= np.abs(observed) - 1e-9).sum(axis=0)
    scale = 1 + RESAMPLES
    return (1 + above) / scale, observed, (1 + above_cell) / scale


def accumulation(present: np.ndarray) -> np.ndarray:
    """Return how many codes are expected after 1…n units taken in any order.

    The exact mean over all orders (sample-based rarefaction, Colwell et al. 2012).

    Parameters
    ----------
    present : ndarray of bool, shape (n_units, n_codes)

    Returns
    -------
    ndarray of float, shape (n_units,)
    """
    n = len(present)
    seen = present.sum(axis=0)
    return np.array(
        [
            sum(1 - comb(n - int(count), taken) / comb(n, taken) for count in seen if count)
            for taken in range(1, n + 1)
        ]
    )
