"""One thing against another: heat maps and networks."""

from __future__ import annotations

from typing import Any

import numpy as np

from qualcode.charts.style import INK, MARKERS, MIDDLE, PALE, WIDTH, canvas_of, comma, wrapped
from qualcode.reports.blocks import Figure
from qualcode.reports.layouts import bent, ring
from qualcode.wording import number

_HALF = 2.5  # from the middle of a network to the edge; its nodes stand between -1 and 1
_GAP = 0.09  # between a mark and its name
_KEYS = 2  # columns of the key of marks
_LINES = "wspólne wypowiedzi:"


def heatmap(figure: Figure) -> Any:
    """Draw a table of counts as shades, each with its number."""
    from matplotlib.colors import LinearSegmentedColormap

    data = figure.data
    values = data.to_numpy(float)
    canvas = canvas_of(0.8 + 0.26 * len(data))
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
    """Draw codes on two arcs and lines between those that meet, the strongest on top."""
    data = figure.data
    places = ring(data)
    facets = list(dict.fromkeys(facet for facet, _ in places))
    foot = 0.16 + 0.17 * -(-len(facets) // _KEYS)  # inches the key takes
    height = foot + 0.24 + 0.165 * len(places)
    canvas = canvas_of(height)
    canvas.set_layout_engine("none")
    axes = canvas.add_axes((0, foot / height, 1, 1 - foot / height))
    axes.set_xlim(-_HALF, _HALF)
    axes.set_ylim(-1.06, 1.06)
    axes.axis("off")
    for row in data.sort_values("n", kind="stable").itertuples():
        ends = places[row.source_facet, row.source], places[row.target_facet, row.target]
        _line(axes, ends, row.n / data["n"].max())
    for (facet, name), (x, y) in places.items():
        marker = MARKERS[facets.index(facet) % len(MARKERS)]
        axes.plot(x, y, marker, color=INK, markersize=8, markeredgecolor="white", zorder=3)
        side = "left" if x > 0 else "right"
        beside = x + (_GAP if x > 0 else -_GAP)
        axes.text(beside, y, wrapped(name, 27), ha=side, va="center", in_layout=False)
    _key(canvas, facets, (int(data["n"].min()), int(data["n"].max())))
    return canvas


def _line(axes: Any, ends: tuple[tuple[float, float], tuple[float, float]], weight: float) -> None:
    """Draw a line as heavy as its weight, a white edge around it where it crosses others."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    path = Path(bent(*ends), [Path.MOVETO, Path.CURVE3, Path.CURVE3])
    wide = _wide(weight)
    for colour, width in (("white", wide + 1.6), (_grey(weight), wide)):
        axes.add_patch(PathPatch(path, fill=False, edgecolor=colour, linewidth=width, zorder=1))


def _wide(weight: float) -> float:
    return 0.7 + 3.8 * weight


def _grey(weight: float) -> str:
    return str(round(0.72 - 0.57 * weight, 3))


def _key(canvas: Any, facets: list[str], span: tuple[int, int]) -> None:
    """Tell marks and the thinnest and the heaviest line, in columns under the picture."""
    from matplotlib.lines import Line2D

    least, most = span
    marks = [
        Line2D([], [], marker=MARKERS[n % len(MARKERS)], linestyle="", color=INK, label=facet)
        for n, facet in enumerate(facets)
    ]
    lines = [
        Line2D([], [], color=_grey(n / most), linewidth=_wide(n / most), label=number(n))
        for n in dict.fromkeys((least, most))
    ]
    shared: Any = {"frameon": False, "borderaxespad": 0, "labelspacing": 0.35, "columnspacing": 1.2}
    edge = 0.1 / WIDTH
    canvas.legend(
        handles=marks, loc="lower left", bbox_to_anchor=(edge, 0.02), ncols=_KEYS, **shared
    )
    canvas.legend(
        handles=lines,
        loc="lower right",
        bbox_to_anchor=(1 - edge, 0.02),
        title=_LINES,
        title_fontsize=8,
        alignment="left",
        ncols=2,
        handlelength=2.6,
        **shared,
    )
