"""Log-linear choice among candidates, fitted by L-BFGS: convex, so the result is one."""

from __future__ import annotations

from dataclasses import dataclass

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
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    used, columns = np.unique(choices.addresses, return_inverse=True)
    n_rows, n_families = choices.addresses.shape
    pointers = np.arange(0, n_rows * n_families + 1, n_families)
    matrix = csr_matrix(
        (np.ones(columns.size, dtype=np.float32), columns.ravel().astype(np.int32), pointers),
        shape=(n_rows, len(used)),
    )
    transposed = matrix.T.tocsr()
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

    found = minimize(
        loss,
        np.zeros(len(used)),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": rounds, "maxcor": 6},
    )
    table = np.zeros(size, dtype=np.float32)
    table[used] = found.x
    return table


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
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    used, columns = np.unique(addresses, return_inverse=True)
    n_rows, width = addresses.shape
    matrix = csr_matrix(
        (
            np.ones(columns.size, dtype=np.float32),
            columns.ravel().astype(np.int32),
            np.arange(0, n_rows * width + 1, width),
        ),
        shape=(n_rows, len(used)),
    )
    transposed = matrix.T.tocsr()
    signs = np.where(truth, 1.0, -1.0)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margins = signs * (matrix @ weights.astype(np.float32))
        slope = -signs / (1 + np.exp(np.clip(margins, -30, 30)))
        value = float(np.logaddexp(0, -margins).sum()) + penalty * float(weights @ weights)
        return value, transposed @ slope.astype(np.float32) + 2 * penalty * weights

    found = minimize(
        loss, np.zeros(len(used)), jac=True, method="L-BFGS-B", options={"maxiter": rounds}
    )
    table = np.zeros(size, dtype=np.float32)
    table[used] = found.x
    return table
