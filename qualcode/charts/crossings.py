"""One thing against another: heat maps and networks."""

from __future__ import annotations

from typing import Any

import numpy as np

from qualcode.charts.style import INK, MARKERS, MIDDLE, PALE, canvas_of, comma, wrapped
from qualcode.reports.blocks import Figure
from qualcode.reports.layouts import ring


def heatmap(figure: Figure) -> Any:
    """Draw a table of counts as shades, each with its number."""
    from matplotlib.colors import LinearSegmentedColormap

    data = figure.data
    values = data.to_numpy(float)
    canvas = canvas_of(0.9 + 0.3 * len(data))
    axes = canvas.add_subplot()
    shades = LinearSegmentedColormap.from_list("ink", ["#ffffff", PALE, MIDDLE, INK])
    top = values.max() or 1
    axes.pcolormesh(values, cmap=shades, vmin=0, vmax=top, edgecolors="white", linewidth=1.5)
    for (row, column), value in np.ndenumerate(values):
        axes.text(
            column + 0.5,
            row + 0.5,
            comma(value) if value else "–",
            ha="center",
            va="center",
            color=_readable(shades(value / top)),
            in_layout=False,
        )
    width = max(9, 72 // max(data.shape[1], 1))
    many = data.shape[1] > 8
    names = [wrapped(name, 24 if many else width) for name in data.columns]
    axes.set_xticks(np.arange(data.shape[1]) + 0.5, names, rotation=90 if many else 0)
    axes.set_yticks(np.arange(len(data)) + 0.5, [wrapped(name, 34) for name in data.index])
    axes.invert_yaxis()
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    return canvas


def _readable(ground: tuple[float, float, float, float]) -> str:
    """Return the colour of letters that stands out more on a ground (WCAG 2.2, contrast ratio)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in ground[:3]
    )
    return "white" if 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179 else "black"


def network(figure: Figure) -> Any:
    """Draw codes on two arcs and lines between those that meet."""
    data = figure.data
    places = ring(data)
    canvas = canvas_of(1.3 + 0.2 * len(places))
    canvas.set_layout_engine("none")
    axes = canvas.add_axes((0, 0.14, 1, 0.86))
    for row in data.sort_values("n").itertuples():
        ends = places[row.source_facet, row.source], places[row.target_facet, row.target]
        weight = row.n / data["n"].max()
        shade = str(round(0.75 - 0.6 * weight, 3))
        axes.plot(*zip(*ends, strict=True), color=shade, linewidth=0.6 + 4 * weight, zorder=1)
    facets = list(dict.fromkeys(facet for facet, _ in places))
    for (facet, name), (x, y) in places.items():
        marker = MARKERS[facets.index(facet) % len(MARKERS)]
        axes.plot(x, y, marker, color=INK, markersize=8, markeredgecolor="white", zorder=2)
        side = "left" if x > 0 else "right"
        axes.text(
            x + (0.05 if x > 0 else -0.05),
            y,
            wrapped(name, 28),
            ha=side,
            va="center",
            in_layout=False,
        )
    handles = [
        axes.plot([], [], MARKERS[n % len(MARKERS)], color=INK, label=facet)[0]
        for n, facet in enumerate(facets)
    ]
    axes.legend(
        handles=handles,
        loc="upper center",
        bbox_to_anchor=(0.5, 0.02),
        ncols=3,
        frameon=False,
    )
    axes.set_xlim(-2.5, 2.5)
    axes.set_ylim(-1.05, 1.05)
    axes.axis("off")
    return canvas
