"""One thing after another: courses of meetings and curves of saturation."""

from __future__ import annotations

from typing import Any

from qualcode.charts.style import INK, MARKERS, canvas_of, upright, wrapped
from qualcode.reports.blocks import Figure


def timeline(figure: Figure) -> Any:
    """Draw numbers over the parts of a meeting, a line per series."""
    data = figure.data
    canvas = canvas_of(2.6)
    axes = canvas.add_subplot()
    for number_, (name, part) in enumerate(data.groupby("series", sort=False)):
        solid = number_ == 0
        axes.plot(
            part["x"],
            part["n"],
            marker=MARKERS[number_],
            label=name,
            color=INK if solid else "#6d7f94",
            linestyle="-" if solid else "--",
            markersize=5,
            linewidth=1.6,
            markerfacecolor=INK if solid else "white",
        )
    axes.legend(frameon=False, loc="lower right", bbox_to_anchor=(1, 1), ncols=2)
    axes.set_xlabel("część spotkania")
    upright(axes, figure.unit)
    return canvas


def curve(figure: Figure) -> Any:
    """Draw a saturation curve beside the mean of all orders."""
    data = figure.data
    canvas = canvas_of(2.6)
    axes = canvas.add_subplot()
    axes.plot(
        data["x"], data["total"], "-o", color=INK, markersize=4, linewidth=1.6, label="w kolejności"
    )
    axes.plot(
        data["x"],
        data["expected"],
        "--",
        color="#6d7f94",
        linewidth=1.6,
        label="średnia ze wszystkich kolejności",
    )
    if len(data) <= 10:
        axes.set_xticks(data["x"], [wrapped(label, 12) for label in data["label"]])
    axes.legend(frameon=False, loc="lower right")
    upright(axes, figure.unit)
    return canvas
