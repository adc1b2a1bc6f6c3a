"""Charts of the HTML page as SVG: marks one can reach by keyboard and ask for their statements."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np

from qualcode.reports.blocks import Figure
from qualcode.reports.layouts import bent, lines_of, ring
from qualcode.reports.maps import STANDINGS, TOLD, Map, Words, topic_map
from qualcode.wording import number

WIDTH = 760
_LABELS = 250  # room for names at the left
_LINE = 15
_DIM, _DARK = 0.57, 0.69  # shades from which letters turn, in the dark and in the light
_STEPS = (1, 2, 5, 10)
_SHAPES = ("circle", "square", "diamond", "triangle")


def svg(figure: Figure) -> str:
    """Return a figure as an SVG element; colours come from the page's style sheet."""
    height, body = _PAINTERS[figure.kind](figure)
    name = escape(figure.id, quote=True)
    return (
        f'<svg viewBox="0 0 {WIDTH} {height:.0f}" role="group" aria-labelledby="{name}-opis" '
        f'data-kind="{figure.kind}"><title id="{name}-opis">{escape(figure.alt)}</title>{body}</svg>'
    )


def _mark(figure: Figure, key: object, label: str, body: str) -> str:
    """Return a mark that opens its statements, if it has any."""
    at = ":".join(map(str, key)) if isinstance(key, tuple) else str(key)
    told = escape(label, quote=True)
    if not figure.cells.get(key):
        return f"<g><title>{told}</title>{body}</g>"
    return (
        f'<g class="mark" tabindex="0" role="button" data-c="{escape(figure.id, quote=True)}:{at}" '
        f'aria-label="{told}"><title>{told}</title>{body}</g>'
    )


def _text(
    x: float, y: float, text: str, anchor: str = "start", width: int = 99, name: str = ""
) -> str:
    """Return text centred on a height, in lines of a width."""
    return _lines(lines_of(text, width), x, y, anchor, name)


def _lines(lines: Sequence[str], x: float, y: float, anchor: str, name: str = "") -> str:
    first = y - (len(lines) - 1) * _LINE / 2 + 4
    spans = "".join(
        f'<tspan x="{x:.1f}" y="{first + n * _LINE:.1f}">{escape(line)}</tspan>'
        for n, line in enumerate(lines)
    )
    return f'<text text-anchor="{anchor}"{f" class={name!r}" if name else ""}>{spans}</text>'


def _value(value: float) -> str:
    return number(value, 0 if float(value).is_integer() else 1)


def _bars(figure: Figure) -> tuple[float, str]:
    data, row = figure.data, 34
    reach = float(np.nanmax([data["n"].max(), data["high"].max()])) or 1
    scale = (WIDTH - _LABELS - 60) / reach
    parts = []
    for place, item in enumerate(data.itertuples()):
        y = 6 + place * row
        wide = item.n * scale
        body = (
            f'<rect class="bar" x="{_LABELS}" y="{y + 5}" width="{wide:.1f}" height="{row - 12}" '
            f'data-w="{wide:.1f}"/>'
        )
        end = _LABELS + wide
        if item.high == item.high:
            low, high = _LABELS + item.low * scale, _LABELS + item.high * scale
            middle = y + row / 2 - 1
            body += f'<path class="whisker" d="M{low:.1f} {middle}H{high:.1f}M{low:.1f} {middle - 4}v8M{high:.1f} {middle - 4}v8"/>'
            end = high
        body += _text(end + 8, y + row / 2 - 1, _value(item.n), name="value")
        body += _text(_LABELS - 10, y + row / 2 - 1, item.label, "end", 34)
        parts.append(_mark(figure, place, f"{item.label}: {_value(item.n)}", body))
    return 12 + row * len(data), "".join(parts)


def _dots(figure: Figure) -> tuple[float, str]:
    data, row = figure.data, 22
    reach = float(data["high"].max()) or 1
    scale = (WIDTH - _LABELS - 70) / reach
    y, parts, last = 4.0, [], None
    for place, item in enumerate(data.itertuples()):
        if item.panel != last:
            y += 20
            parts.append(_text(0, y - 6, item.panel, name="head"))
            last = item.panel
        middle = y + row / 2
        low, mean, high = (_LABELS + value * scale for value in (item.low, item.value, item.high))
        body = (
            f'<path class="whisker" d="M{low:.1f} {middle}H{high:.1f}"/>'
            f'<circle class="bar" cx="{mean:.1f}" cy="{middle}" r="5"/>'
            + _text(high + 8, middle, f"{number(item.value, 1)}%", name="value")
            + _text(_LABELS - 10, middle, item.label, "end", 40)
        )
        parts.append(
            _mark(figure, place, f"{item.panel}, {item.label}: {number(item.value, 1)}%", body)
        )
        y += row
    return y + 6, "".join(parts)


def _heatmap(figure: Figure) -> tuple[float, str]:
    data = figure.data
    values = data.to_numpy(float)
    top = values.max() or 1
    wide = (WIDTH - _LABELS) / max(data.shape[1], 1)
    letters = max(int(wide / 7.2), 6)
    head = 10 + _LINE * max(len(lines_of(name, letters)) for name in data.columns)
    parts = [
        _text(_LABELS + (n + 0.5) * wide, head / 2, name, "middle", letters)
        for n, name in enumerate(data.columns)
    ]
    for row, name in enumerate(data.index):
        y = head + 32 * row
        parts.append(_text(_LABELS - 10, y + 16, name, "end", 36))
        for column, other in enumerate(data.columns):
            value = values[row, column]
            shade = 0.9 * value / top
            x = _LABELS + column * wide
            body = (
                f'<rect class="cell" x="{x + 1:.1f}" y="{y + 1}" width="{wide - 2:.1f}" height="30" '
                f'fill-opacity="{shade:.2f}"/>'
                + _text(
                    x + wide / 2,
                    y + 16,
                    _value(value) if value else "–",
                    "middle",
                    name="on" if shade > _DARK else "value mid" if shade > _DIM else "value",
                )
            )
            parts.append(_mark(figure, (row, column), f"{name} – {other}: {_value(value)}", body))
    return head + 32 * len(data) + 4, "".join(parts)


def _network(figure: Figure) -> tuple[float, str]:
    data = figure.data
    places = ring(data)
    half = max(sum(x > 0 for x, _ in places.values()), 1)
    height = 34 * half + 20

    def at(place: tuple[float, float]) -> tuple[float, float]:
        x, y = place
        return WIDTH / 2 + 130 * x, height / 2 - y * (height / 2 - 16)

    parts = []
    top = data["n"].max()
    for place, item in enumerate(data.itertuples()):
        ends = places[item.source_facet, item.source], places[item.target_facet, item.target]
        (x1, y1), (x, y), (x2, y2) = map(at, bent(*ends))
        body = f'<path class="edge" d="M{x1:.1f} {y1:.1f}Q{x:.1f} {y:.1f} {x2:.1f} {y2:.1f}" stroke-width="{1 + 6 * item.n / top:.1f}" stroke-opacity="{0.25 + 0.65 * item.n / top:.2f}"/>'
        parts.append(_mark(figure, place, f"{item.source} – {item.target}: {item.n}", body))
    facets = list(dict.fromkeys(facet for facet, _ in places))
    for node, (x, _) in places.items():
        px, py = at(places[node])
        parts.append(_shape(px, py, facets.index(node[0])))
        parts.append(
            _text(px + (12 if x > 0 else -12), py, node[1], "start" if x > 0 else "end", 34)
        )
    for n, facet in enumerate(facets):
        x, y = 20 + n % 4 * 185, height + 14 + n // 4 * 20
        parts.append(_shape(x, y, n) + _text(x + 12, y, facet))
    return height + 30 + (len(facets) - 1) // 4 * 20, "".join(parts)


def _shape(x: float, y: float, kind: int) -> str:
    name = _SHAPES[kind % len(_SHAPES)]
    hollow = " hollow" if kind // len(_SHAPES) % 2 else ""
    if name == "circle":
        return f'<circle class="bar{hollow}" cx="{x:.1f}" cy="{y:.1f}" r="5"/>'
    path = {
        "square": f"M{x - 5:.1f} {y - 5:.1f}h10v10h-10z",
        "diamond": f"M{x:.1f} {y - 6:.1f}l6 6l-6 6l-6 -6z",
        "triangle": f"M{x:.1f} {y - 6:.1f}l6 11h-12z",
    }[name]
    return f'<path class="bar{hollow}" d="{path}"/>'


def _axes(highest: float, left: float, height: float) -> tuple[float, str]:
    """Return the top of an axis and a light grid from 0 to it; no mark is above the grid."""
    whole = max(int(np.ceil(highest)), 1)
    scale = 10 ** max(len(str(whole)) - 2, 0)
    step = next(n * scale for n in (*_STEPS, 20, 50) if n * scale * 5 >= whole)
    top = -(-whole // step) * step
    parts = []
    for value in range(0, top + 1, step):
        y = height - 10 - value / top * (height - 30)
        parts.append(
            f'<path class="grid" data-n="{value}" d="M{left} {y:.1f}H{WIDTH - 10}"/>'
            + _text(left - 8, y, _value(value), "end")
        )
    return top, "".join(parts)


def _timeline(figure: Figure) -> tuple[float, str]:
    data, left, height = figure.data, 40, 220
    top, grid = _axes(float(data["n"].max()), left, height)
    steps = list(dict.fromkeys(data["x"]))
    gap = (WIDTH - left - 60) / max(len(steps) - 1, 1)
    parts = [grid]
    parts += [
        _text(left + 20 + n * gap, height + 14, step, "middle") for n, step in enumerate(steps)
    ]
    for number_, (name, part) in enumerate(data.groupby("series", sort=False)):
        points = [
            (left + 20 + steps.index(x) * gap, height - 10 - n / top * (height - 30))
            for x, n in zip(part["x"], part["n"], strict=True)
        ]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        parts.append(f'<path class="line{" dashed" if number_ else ""}" d="M{path}"/>')
        for (x, y), key, step, n in zip(points, part.index, part["x"], part["n"], strict=True):
            parts.append(_mark(figure, int(key), f"{name}, {step}: {n}", _shape(x, y, 5 * number_)))
        parts.append(
            _shape(left + 30 + number_ * 220, height + 38, 5 * number_)
            + _text(left + 44 + number_ * 220, height + 38, str(name))
        )
    return height + 52, "".join(parts)


def _curve(figure: Figure) -> tuple[float, str]:
    data, left, height = figure.data, 40, 220
    top, grid = _axes(float(data[["total", "expected"]].max().max()), left, height)
    gap = (WIDTH - left - 80) / max(len(data) - 1, 1)
    xs = [left + 20 + n * gap for n in range(len(data))]
    parts = [grid]
    for name, style, column in (
        ("w kolejności", "line", "total"),
        ("średnia ze wszystkich kolejności", "line dashed", "expected"),
    ):
        ys = [height - 10 - value / top * (height - 30) for value in data[column]]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in zip(xs, ys, strict=True))
        parts.append(f'<path class="{style}" d="M{path}"/>')
        at = left + 20 + 190 * (column == "expected")
        parts.append(
            f'<path class="{style}" d="M{at} {height + 38}h28"/>'
            + _text(at + 34, height + 38, name)
        )
    for x, label, value in zip(xs, data["label"], data["total"], strict=True):
        y = height - 10 - value / top * (height - 30)
        parts.append(
            f'<g><title>{escape(f"{label}: {value}", quote=True)}</title><circle class="bar" cx="{x:.1f}" cy="{y:.1f}" r="4"/></g>'
        )
        if len(data) <= 10:
            parts.append(_text(x, height + 14, str(label), "middle", 14))
    return height + 52, "".join(parts)


def _map(figure: Figure) -> tuple[float, str]:
    plan = topic_map(figure.data)
    parts = [f'<path class="grid" fill="none" d="M1 1H{WIDTH - 1}V{plan.plane:.1f}H1z"/>']
    for place, (spot, item) in enumerate(zip(plan.spots, figure.data.itertuples(), strict=True)):
        body = _topic(spot.x, spot.y, spot.r, spot.new)
        if spot.stroke:
            x, y, end_x, end_y = spot.stroke
            body += f'<path class="stem" d="M{x:.1f} {y:.1f}L{end_x:.1f} {end_y:.1f}"/>'
        if spot.number is not None:
            body += _text(spot.x, spot.number, str(place + 1), "middle", name="spot")
        body += _placed(spot.words) if spot.words else ""
        told = f"{place + 1}. {item.label}, {STANDINGS[spot.new]}: {item.n}"
        parts.append(_mark(figure, place, told, body))
    return plan.height, "".join([*parts, *map(_placed, plan.legend), _key(plan)])


def _topic(x: float, y: float, r: float, new: bool) -> str:
    """Return a circle; the topics the codebook lacks are darker and have a thick outline."""
    name = "bar topic fresh" if new else "bar topic"
    return f'<circle class="{name}" cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}"/>'


def _placed(words: Words) -> str:
    return _lines(words.lines, words.x, words.y, words.anchor)


def _key(plan: Map) -> str:
    y = plan.height - 28
    parts = [
        _topic(12 + 230 * place, y, 7, new) + _text(26 + 230 * place, y, STANDINGS[new])
        for place, new in enumerate(plan.standings)
    ]
    return "".join(parts) + _text(3, plan.height - 9, TOLD)


_PAINTERS = {
    "bars": _bars,
    "dots": _dots,
    "heatmap": _heatmap,
    "network": _network,
    "timeline": _timeline,
    "curve": _curve,
    "map": _map,
}
