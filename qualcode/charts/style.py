"""What charts for print share: colours, sizes, axes with whole steps."""

from __future__ import annotations

from typing import Any

from qualcode.reports.layouts import lines_of
from qualcode.wording import number

INK = "#1f3a5f"
MIDDLE = "#7d93ad"
PALE = "#dfe5ec"
TEXT = "#222222"
WIDTH = 6.3  # inches between the margins of A4
RESOLUTION = 200  # dots per inch
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "h")
STYLE: Any = {
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
    "text.hinting": "none",  # at this resolution nobody sees it, and it takes a fifth of the time
    "svg.hashsalt": "qualcode",
}


def canvas_of(height: float) -> Any:
    """Return an empty picture as wide as the text of a page."""
    from matplotlib.figure import Figure as Canvas

    return Canvas(figsize=(WIDTH, height), dpi=RESOLUTION, layout="constrained")


def wrapped(text: str, width: int = 30) -> str:
    """Return text in lines of a width; a word that is longer breaks between syllables."""
    return "\n".join(lines_of(text, width))


def comma(value: float, _place: object = None) -> str:
    """Return a number as it is written on an axis."""
    return number(value, 0 if float(value).is_integer() else 1)


def lying(axes: Any, unit: str) -> None:
    """Give an axis of numbers whole steps, a light grid and its unit."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axes.xaxis.set_major_locator(MaxNLocator(6, integer=True, steps=[1, 2, 5, 10]))
    axes.xaxis.set_major_formatter(FuncFormatter(comma))
    axes.grid(axis="x", color="#dddddd", linewidth=0.5)
    axes.set_axisbelow(True)
    axes.set_xlabel(unit)


def upright(axes: Any, unit: str) -> None:
    """Give the height whole steps up to one above every mark, a light grid and a unit."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    steps = MaxNLocator(6, integer=True, steps=[1, 2, 5, 10])
    ticks = steps.tick_values(0, axes.dataLim.y1)
    axes.set_yticks(ticks)  # the highest is above every mark
    axes.set_ylim(0, 1.03 * ticks[-1])
    axes.yaxis.set_major_formatter(FuncFormatter(comma))
    axes.grid(axis="y", color="#dddddd", linewidth=0.5)
    axes.set_axisbelow(True)
    axes.set_ylabel(unit)
