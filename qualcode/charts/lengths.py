"""Numbers as lengths and places on an axis: bars and dots with intervals."""

from __future__ import annotations

from typing import Any

import numpy as np

from qualcode.charts.style import INK, MIDDLE, TEXT, canvas_of, comma, lying, wrapped
from qualcode.reports.blocks import Figure

_FEW = 14  # bars; of more, names on two lines are rare
_LOW = 0.21
_ROW = 0.27  # inches: two lines of a name; low charts share a page with their table


def bars(figure: Figure) -> Any:
    """Draw bars with intervals, the numbers inside."""
    data = figure.data
    canvas = canvas_of(0.5 + (_ROW if len(data) <= _FEW else _LOW) * len(data))
    axes = canvas.add_subplot()
    place = np.arange(len(data))
    axes.barh(place, data["n"], color=INK, height=0.62)
    known = data["low"].notna().to_numpy()
    if known.any():
        n = data["n"][known]
        axes.errorbar(
            n,
            place[known],
            xerr=[n - data["low"][known], data["high"][known] - n],
            fmt="none",
            ecolor=MIDDLE,
            elinewidth=1.6,
            capsize=2.5,
        )
    reach = np.fmax(data["n"], data["high"].fillna(0))
    for y, n, x in zip(place, data["n"], reach, strict=True):
        # inside the bar, so that nobody reads the number as the end of the interval
        inside = n > 0.06 * reach.max()
        left = 0.012 * reach.max() if inside else x + 0.012 * reach.max()
        colour = "white" if inside else TEXT
        axes.text(left, y, comma(n), va="center", color=colour, in_layout=False)
    axes.set_yticks(place, [wrapped(label, 38) for label in data["label"]])
    axes.invert_yaxis()
    axes.set_xlim(0, reach.max() * 1.08)
    lying(axes, figure.unit)
    return canvas


def dots(figure: Figure) -> Any:
    """Draw shares with intervals, a panel per code."""
    data = figure.data
    panels = list(dict.fromkeys(data["panel"]))
    labels = list(dict.fromkeys(data["label"]))
    columns = min(len(panels), 4)
    lines = -(-len(panels) // columns)
    canvas = canvas_of(lines * (0.75 + 0.24 * len(labels)))
    grid = canvas.subplots(lines, columns, sharex=True, sharey=True, squeeze=False).ravel()
    for axes, panel in zip(grid, panels, strict=False):
        part = data[data["panel"] == panel].set_index("label").reindex(labels)
        place = np.arange(len(labels))
        axes.errorbar(
            part["value"],
            place,
            xerr=[part["value"] - part["low"], part["high"] - part["value"]],
            fmt="o",
            color=INK,
            ecolor=MIDDLE,
            markersize=4,
            elinewidth=1.4,
            capsize=2,
        )
        axes.set_title(wrapped(panel, 22), fontsize=8, loc="left")
        axes.set_yticks(place, [wrapped(label, 24) for label in labels])
        lying(axes, "")
    grid[0].set_xlim(0, 1.05 * data["high"].max())
    grid[0].set_ylim(len(labels) - 0.4, -0.6)
    for axes in grid[len(panels) :]:
        axes.set_visible(False)
    canvas.supxlabel(figure.unit, fontsize=8)
    return canvas
