"""Where lines of text break and the nodes of a network stand, the same in print and on the page."""

from __future__ import annotations

import numpy as np
import pandas as pd

from qualcode.reports.cells import SOFT_HYPHEN, breakable


def ring(data: pd.DataFrame) -> dict[tuple[str, str], tuple[float, float]]:
    """Return places of the nodes of a network on two arcs, facets side by side.

    Parameters
    ----------
    data : DataFrame
        Columns of the kind ``network``.

    Returns
    -------
    dict of (facet, name) to (x, y)
        Between -1 and 1; heights are even on each arc, so labels do not meet.
    """
    ends = [*zip(data["source_facet"], data["source"], strict=True)]
    ends += [*zip(data["target_facet"], data["target"], strict=True)]
    nodes = sorted(set(ends))
    right = -(-len(nodes) // 2)
    places = {}
    for side, part in ((1, nodes[:right]), (-1, nodes[right:][::-1])):
        for place, node in enumerate(part):
            y = 1 - 2 * (place + 0.5) / len(part)
            places[node] = (side * float(np.sqrt(1 - 0.85 * y * y)), y)
    return places


def bent(
    start: tuple[float, float], end: tuple[float, float]
) -> tuple[tuple[float, float], tuple[float, float], tuple[float, float]]:
    """Return the points of a quadratic curve between two nodes of :func:`ring`.

    Between the arcs it is straight; within one it bends inwards, so that it passes the marks that
    stand between its ends.
    """
    (x, y), (end_x, end_y) = start, end
    middle = (x + end_x) / 2
    if x * end_x > 0:
        inwards = 0.2 + 0.45 * abs(y - end_y)
        middle -= inwards if x > 0 else -inwards
    return start, (middle, (y + end_y) / 2), end


def lines_of(text: str, width: int) -> list[str]:
    """Return text in lines of at most so many letters; long words break between syllables."""
    lines = [""]
    for word in str(text).split(" "):
        pieces = breakable(word).split(SOFT_HYPHEN) if len(word) > width else [word]
        for place, piece in enumerate(pieces):
            gap = " " if lines[-1] and not place else ""
            if lines[-1] and len(lines[-1] + gap + piece) > width:
                lines[-1] += "-" if place else ""
                lines.append(piece)
            else:
                lines[-1] += gap + piece
    return lines
