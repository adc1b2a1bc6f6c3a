"""The map of topics."""

from __future__ import annotations

from typing import Any

from qualcode.charts.style import INK, PALE, WIDTH, canvas_of
from qualcode.reports.blocks import Figure
from qualcode.reports.maps import LINE, STANDINGS, TOLD, Map, Spot, topic_map
from qualcode.reports.maps import WIDTH as MAP_WIDTH


def topics(figure: Figure) -> Any:
    """Draw topics as circles: near ones are alike, large ones are spoken of more."""
    plan = topic_map(figure.data)
    canvas = canvas_of(WIDTH / MAP_WIDTH * plan.height)
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
        if spot.number is not None:
            told = str(place + 1)
            axes.text(spot.x, spot.number, told, ha="center", va="center_baseline", fontsize=6.5)
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
            linewidth=1.4 if spot.new else 0.6,
        )
    )


def _key(axes: Any, plan: Map) -> None:
    for place, new in enumerate(plan.standings):
        x, y = 12 + 230 * place, plan.height - 28
        _circle(axes, Spot(x, y, 7, new))
        axes.text(x + 14, y, STANDINGS[new], va="center_baseline")
    axes.text(3, plan.height - 9, TOLD, va="center_baseline")
