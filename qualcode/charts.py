"""Charts for print: one dark colour and its shades, marks that differ in shape, Polish labels.

Kinds and the columns of their data:

- ``bars``: ``label, n, low, high`` (limits may be missing), longest first
- ``dots``: ``panel, label, value, low, high, n``
- ``heatmap``: a wide frame of counts
- ``network``: ``source, target, n, source_facet, target_facet``
- ``timeline``: ``x, series, n``
- ``curve``: ``x, label, total, expected``
- ``map``: ``label, x, y, n, new``, numbered as the rows stand; ``new``: the codebook lacks it
"""

from __future__ import annotations

import io
import warnings
from typing import Any

import numpy as np
import pandas as pd

from qualcode.reports.blocks import Figure
from qualcode.reports.layouts import lines_of, ring
from qualcode.reports.maps import LINE, STANDINGS, TOLD, Map, Spot, topic_map
from qualcode.reports.maps import WIDTH as MAP_WIDTH
from qualcode.wording import number

INK = "#1f3a5f"
MIDDLE = "#7d93ad"
PALE = "#dfe5ec"
TEXT = "#222222"
WIDTH = 6.3  # inches between the margins of A4
_STYLE: Any = {
    "font.family": "DejaVu Sans",
    "font.size": 8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": "#888888",
    "axes.linewidth": 0.6,
    "axes.labelcolor": TEXT,
    "xtick.color": TEXT,
    "ytick.color": TEXT,
    "xtick.major.width": 0.6,
    "ytick.major.size": 0,
    "text.parse_math": False,
    "svg.hashsalt": "qualcode",
}
_MARKERS = ("o", "s", "^", "D", "v", "P", "X", "h")


def draw(figure: Figure) -> bytes:
    """Draw a figure as PNG, 200 dots per inch, the same bytes for the same data.

    Parameters
    ----------
    figure : Figure
        ``kind`` and ``data`` as the head of this module lists them.

    Returns
    -------
    bytes
    """
    import matplotlib

    painter = _PAINTERS[figure.kind]
    # names may hold signs no font has; a box in their place is no reason to fail
    with matplotlib.rc_context(_STYLE), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        canvas = painter(figure)
        buffer = io.BytesIO()
        canvas.savefig(
            buffer,
            format="png",
            dpi=200,
            metadata={"Software": None},
        )
    return buffer.getvalue()


def drawn(kind: str, unit: str, columns: list[Any], index: list[Any], rows: list[Any]) -> bytes:
    """Draw a figure from what JSON can say of it, see :func:`draw`."""
    data = pd.DataFrame(rows, index=index, columns=columns)
    return draw(Figure("", "", kind, data, "", unit))


def prepare() -> None:
    """Load what drawing needs, so that the first chart does not wait for it."""
    import matplotlib.backends.backend_agg
    import matplotlib.figure  # noqa: F401


def _canvas(height: float) -> Any:
    from matplotlib.figure import Figure as Canvas

    return Canvas(figsize=(WIDTH, height), layout="constrained")


def _wrapped(text: str, width: int = 30) -> str:
    """Return text in lines of a width; a word that is longer breaks between syllables."""
    return "\n".join(lines_of(text, width))


def _comma(value: float, _place: object = None) -> str:
    return number(value, 0 if float(value).is_integer() else 1)


def _bars(figure: Figure) -> Any:
    data = figure.data
    canvas = _canvas(0.5 + 0.32 * len(data))
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
        axes.text(left, y, _comma(n), va="center", color="white" if inside else TEXT)
    axes.set_yticks(place, [_wrapped(label, 34) for label in data["label"]])
    axes.invert_yaxis()
    axes.set_xlim(0, reach.max() * 1.08)
    _plain(axes, figure.unit)
    return canvas


def _plain(axes: Any, unit: str) -> None:
    """Give an axis of numbers whole steps, a light grid and its unit."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axes.xaxis.set_major_locator(MaxNLocator(6, integer=True, steps=[1, 2, 5, 10]))
    axes.xaxis.set_major_formatter(FuncFormatter(_comma))
    axes.grid(axis="x", color="#dddddd", linewidth=0.5)
    axes.set_axisbelow(True)
    axes.set_xlabel(unit)


def _dots(figure: Figure) -> Any:
    data = figure.data
    panels = list(dict.fromkeys(data["panel"]))
    labels = list(dict.fromkeys(data["label"]))
    columns = min(len(panels), 4)
    lines = -(-len(panels) // columns)
    canvas = _canvas(lines * (0.75 + 0.24 * len(labels)))
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
        axes.set_title(_wrapped(panel, 22), fontsize=8, loc="left")
        axes.set_yticks(place, [_wrapped(label, 24) for label in labels])
        _plain(axes, "")
    grid[0].set_xlim(0, 1.05 * data["high"].max())
    grid[0].set_ylim(len(labels) - 0.4, -0.6)
    for axes in grid[len(panels) :]:
        axes.set_visible(False)
    canvas.supxlabel(figure.unit, fontsize=8)
    return canvas


def _heatmap(figure: Figure) -> Any:
    from matplotlib.colors import LinearSegmentedColormap

    data = figure.data
    values = data.to_numpy(float)
    canvas = _canvas(0.9 + 0.3 * len(data))
    axes = canvas.add_subplot()
    shades = LinearSegmentedColormap.from_list("ink", ["#ffffff", PALE, MIDDLE, INK])
    top = values.max() or 1
    axes.imshow(values, cmap=shades, vmin=0, vmax=top, aspect="auto")
    for (row, column), value in np.ndenumerate(values):
        colour = _readable(shades(value / top))
        axes.text(
            column, row, _comma(value) if value else "–", ha="center", va="center", color=colour
        )
    width = max(9, 72 // max(data.shape[1], 1))
    axes.set_xticks(range(data.shape[1]), [_wrapped(name, width) for name in data.columns])
    axes.set_yticks(range(len(data)), [_wrapped(name, 34) for name in data.index])
    if data.shape[1] > 8:
        axes.set_xticks(range(data.shape[1]), [_wrapped(name, 24) for name in data.columns])
        axes.tick_params("x", labelrotation=90)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.set_xticks(np.arange(data.shape[1] + 1) - 0.5, minor=True)
    axes.set_yticks(np.arange(len(data) + 1) - 0.5, minor=True)
    axes.grid(which="minor", color="white", linewidth=1.5)
    axes.tick_params(which="minor", length=0)
    axes.spines[:].set_visible(False)
    return canvas


def _readable(ground: tuple[float, float, float, float]) -> str:
    """Return the colour of letters that stands out more on a ground (WCAG 2.2, contrast ratio)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in ground[:3]
    )
    return "white" if 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179 else "black"


def _network(figure: Figure) -> Any:
    data = figure.data
    places = ring(data)
    canvas = _canvas(1.3 + 0.2 * len(places))
    canvas.set_layout_engine("none")
    axes = canvas.add_axes((0, 0.14, 1, 0.86))
    for row in data.sort_values("n").itertuples():
        ends = places[row.source_facet, row.source], places[row.target_facet, row.target]
        weight = row.n / data["n"].max()
        shade = str(round(0.75 - 0.6 * weight, 3))
        axes.plot(*zip(*ends, strict=True), color=shade, linewidth=0.6 + 4 * weight, zorder=1)
    facets = list(dict.fromkeys(facet for facet, _ in places))
    for (facet, name), (x, y) in places.items():
        marker = _MARKERS[facets.index(facet) % len(_MARKERS)]
        axes.plot(x, y, marker, color=INK, markersize=8, markeredgecolor="white", zorder=2)
        side = "left" if x > 0 else "right"
        axes.text(x + (0.05 if x > 0 else -0.05), y, _wrapped(name, 28), ha=side, va="center")
    handles = [
        axes.plot([], [], _MARKERS[n % len(_MARKERS)], color=INK, label=facet)[0]
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


def _timeline(figure: Figure) -> Any:
    data = figure.data
    canvas = _canvas(2.6)
    axes = canvas.add_subplot()
    for number_, (name, part) in enumerate(data.groupby("series", sort=False)):
        solid = number_ == 0
        axes.plot(
            part["x"],
            part["n"],
            marker=_MARKERS[number_],
            label=name,
            color=INK if solid else "#6d7f94",
            linestyle="-" if solid else "--",
            markersize=5,
            linewidth=1.6,
            markerfacecolor=INK if solid else "white",
        )
    axes.legend(frameon=False, loc="lower right", bbox_to_anchor=(1, 1), ncols=2)
    axes.set_xlabel("część spotkania")
    _upright(axes, figure.unit)
    return canvas


def _curve(figure: Figure) -> Any:
    data = figure.data
    canvas = _canvas(2.6)
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
        axes.set_xticks(data["x"], [_wrapped(label, 12) for label in data["label"]])
    axes.legend(frameon=False, loc="lower right")
    _upright(axes, figure.unit)
    return canvas


def _upright(axes: Any, unit: str) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    steps = MaxNLocator(6, integer=True, steps=[1, 2, 5, 10])
    ticks = steps.tick_values(0, axes.dataLim.y1)
    axes.set_yticks(ticks)  # the highest is above every mark
    axes.set_ylim(0, 1.03 * ticks[-1])
    axes.yaxis.set_major_formatter(FuncFormatter(_comma))
    axes.grid(axis="y", color="#dddddd", linewidth=0.5)
    axes.set_axisbelow(True)
    axes.set_ylabel(unit)


def _map(figure: Figure) -> Any:
    plan = topic_map(figure.data)
    canvas = _canvas(WIDTH / MAP_WIDTH * plan.height)
    canvas.set_layout_engine("none")
    axes = canvas.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, MAP_WIDTH)
    axes.set_ylim(plan.height, 0)
    axes.axis("off")
    axes.plot(
        [1, MAP_WIDTH - 1, MAP_WIDTH - 1, 1, 1],
        [1, 1, plan.plane, plan.plane, 1],
        color="#cccccc",
        linewidth=0.6,
    )
    for place, spot in enumerate(plan.spots):
        _circle(axes, spot)
        axes.text(spot.x, spot.y, str(place + 1), ha="center", va="center_baseline", fontsize=6.5)
    for words in (*(spot.words for spot in plan.spots if spot.words), *plan.legend):
        side = {"start": "left", "middle": "center", "end": "right"}[words.anchor]
        for line, text in enumerate(words.lines):
            y = words.y + (line - (len(words.lines) - 1) / 2) * LINE
            axes.text(words.x, y, text, ha=side, va="center_baseline")
    _key(axes, plan)
    return canvas


def _circle(axes: Any, spot: Spot) -> None:
    """Draw a topic; those the codebook lacks are darker and have a thick outline."""
    from matplotlib.patches import Circle

    if spot.stroke:
        x, y, end_x, end_y = spot.stroke
        axes.plot([x, end_x], [y, end_y], color="#888888", linewidth=0.6)
    axes.add_patch(
        Circle(
            (spot.x, spot.y),
            spot.r,
            facecolor="#9aa6b7" if spot.new else PALE,
            edgecolor=INK,
            linewidth=1.8 if spot.new else 0.6,
        )
    )


def _key(axes: Any, plan: Map) -> None:
    for place, new in enumerate(plan.standings):
        x, y = 12 + 230 * place, plan.height - 28
        _circle(axes, Spot(x, y, 7, new, None, None))
        axes.text(x + 14, y, STANDINGS[new], va="center_baseline")
    axes.text(3, plan.height - 9, TOLD, va="center_baseline")


_PAINTERS = {
    "bars": _bars,
    "dots": _dots,
    "heatmap": _heatmap,
    "network": _network,
    "timeline": _timeline,
    "curve": _curve,
    "map": _map,
}
