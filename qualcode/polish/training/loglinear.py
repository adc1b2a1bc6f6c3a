"""Log-linear choice among candidates, fitted by L-BFGS: convex, so the result is one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Choices:
    """Training material: groups of candidates of which some are right.

    Parameters
    ----------
    addresses : ndarray of int, shape (n_candidates, n_families)
    starts : ndarray of int, shape (n_groups,)
        First candidate of each group.
    right : ndarray of bool, shape (n_candidates,)
    weight : ndarray of float, shape (n_groups,)
    """

    addresses: np.ndarray
    starts: np.ndarray
    right: np.ndarray
    weight: np.ndarray


def fit(choices: Choices, size: int, *, penalty: float, rounds: int = 60) -> np.ndarray:
    """Return the weights that make the right candidates likeliest.

    Parameters
    ----------
    choices : Choices
    size : int
        Length of the table of weights.
    penalty : float
        Strength of the L2 penalty.
    rounds : int
        Iterations of L-BFGS.
    """
    used, matrix = _sparse(choices.addresses)
    transposed = matrix.T.tocsr()
    n_rows = len(choices.addresses)
    starts, right, weight = choices.starts, choices.right, choices.weight
    counts = np.diff(np.append(starts, n_rows))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = (matrix @ weights.astype(np.float32)).astype(np.float64)
        top = np.maximum.reduceat(scores, starts)
        mass = np.exp(scores - np.repeat(top, counts))
        total = np.add.reduceat(mass, starts)
        good = np.add.reduceat(mass * right, starts)
        per_row = np.repeat(weight, counts)
        slope = mass / np.repeat(total, counts) - mass * right / np.repeat(good, counts)
        gradient = transposed @ (slope * per_row).astype(np.float32)
        value = float(np.sum(weight * (np.log(total) - np.log(good))))
        return value + penalty * float(weights @ weights), gradient + 2 * penalty * weights

    return minimised(loss, used, size, rounds, memory=6)


def fit_binary(
    addresses: np.ndarray, truth: np.ndarray, size: int, *, penalty: float, rounds: int = 80
) -> np.ndarray:
    """Return the weights of a logistic classifier over hashed features.

    Parameters
    ----------
    addresses : ndarray of int, shape (n, n_features)
    truth : ndarray of bool, shape (n,)
    size : int
        Length of the table of weights.
    penalty : float
        Strength of the L2 penalty.
    rounds : int
        Iterations of L-BFGS.
    """
    used, matrix = _sparse(addresses)
    transposed = matrix.T.tocsr()
    signs = np.where(truth, 1.0, -1.0)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margins = signs * (matrix @ weights.astype(np.float32))
        slope = -signs / (1 + np.exp(np.clip(margins, -30, 30)))
        value = float(np.logaddexp(0, -margins).sum()) + penalty * float(weights @ weights)
        return value, transposed @ slope.astype(np.float32) + 2 * penalty * weights

    return minimised(loss, used, size, rounds, memory=10)


def _sparse(addresses: np.ndarray) -> tuple[np.ndarray, Any]:
    """Return the addresses in use and a matrix with a one for every feature of every row."""
    from scipy.sparse import csr_matrix

    used, columns = np.unique(addresses, return_inverse=True)
    n_rows, width = addresses.shape
    ones = np.ones(columns.size, dtype=np.float32)
    pointers = np.arange(0, n_rows * width + 1, width)
    places = columns.ravel().astype(np.int32)
    return used, csr_matrix((ones, places, pointers), shape=(n_rows, len(used)))


def minimised(
    loss: Callable[[np.ndarray], tuple[float, np.ndarray]],
    used: np.ndarray,
    size: int,
    rounds: int,
    *,
    memory: int,
) -> np.ndarray:
    """Return the table of weights with the least loss, found by L-BFGS from zero.

    Parameters
    ----------
    loss : callable
        Takes the weights of the addresses in use; returns the loss and its gradient.
    used : ndarray of int
        Addresses in use.
    size : int
        Length of the table.
    rounds, memory : int
        Iterations of L-BFGS, and how many of them it remembers.
    """
    from scipy.optimize import minimize

    options = {"maxiter": rounds, "maxcor": memory}
    found = minimize(loss, np.zeros(len(used)), jac=True, method="L-BFGS-B", options=options)
    table = np.zeros(size, dtype=np.float32)
    table[used] = found.x
    return table
