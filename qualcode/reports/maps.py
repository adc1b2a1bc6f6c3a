"""The map of topics: where circles, names and the legend stand, the same in print and on the page.

Lengths are in units of the page's drawing, 760 to its width; on paper the same unit is 0.6 points.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import cos, hypot, pi, sin, sqrt

import numpy as np
import pandas as pd

from qualcode.reports.layouts import lines_of

WIDTH = 760
LINE = 15
TOLD = "Im bliżej siebie, tym podobniejsza treść. Pole koła: liczba wypowiedzi."
STANDINGS = ("jest w książce kodowej", "nowy (brak go w książce kodowej)")
_EM = 13.4
_EDGE = 3  # nothing stands nearer to the frame
_LARGEST = 46
_SHARE = 0.14  # of the plane is covered by circles
_CROWDED = 0.3  # share of the plane above which circles could not be moved apart
_LETTERS = 22  # of a line of a name beside its circle
_AWAY = (4, 16, 30, 46)
_BESIDE = 10  # a name so near needs no line
_TURNS = (0, 8, 4, 12, 2, 14, 6, 10, 1, 15, 3, 13, 5, 11, 7, 9)  # sixteenths of a turn
_COLUMNS = 3
Box = tuple[float, float, float, float]
Stroke = tuple[float, float, float, float]


@dataclass(frozen=True)
class Words:
    """Lines of text: ``x`` where their anchor is, ``y`` of their middle."""

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: str


@dataclass(frozen=True)
class Spot:
    """A topic: its circle, and its name beside it, unless the legend has it."""

    x: float
    y: float
    r: float
    new: bool
    words: Words | None
    stroke: Stroke | None


@dataclass(frozen=True)
class Map:
    """Spots in the order of the data, names of those without one beside them, standings met."""

    spots: tuple[Spot, ...]
    plane: float
    height: float
    legend: tuple[Words, ...]
    standings: tuple[bool, ...]


def topic_map(data: pd.DataFrame) -> Map:
    """Return where everything of a map stands.

    Circles that would cover each other are moved apart. Names go to the first free place near
    their circle, the largest topic first; those that find none are listed under the map.

    Parameters
    ----------
    data : DataFrame
        Columns of the kind ``map``.
    """
    sizes = data["n"].to_numpy(float)
    digits = len(str(len(data)))
    rooms = np.full(len(data), 7.0 + 3 * digits)  # so that numbers do not meet either
    plane = max(min(260.0 + 8 * len(data), 560), pi * (rooms**2).sum() / _CROWDED / WIDTH)
    shares = sizes / max(sizes.max(), 1)
    largest = min(_LARGEST, sqrt(_SHARE * WIDTH * plane / pi / max(shares.sum(), 1)))
    radii = np.round(largest * np.sqrt(shares), 1)
    rooms = np.maximum(rooms, radii + 2)
    places = _apart(_scaled(data[["x", "y"]].to_numpy(float), plane), rooms, plane)
    circles = [(*map(float, at), float(room)) for at, room in zip(places, rooms, strict=True)]
    ground = _Plane(circles, plane)
    labels = [str(label) for label in data["label"]]
    order = map(int, np.argsort(-sizes, kind="stable"))
    beside = {topic: ground.named(topic, labels[topic]) for topic in order}
    fresh = [bool(new) for new in data["new"]]
    spots = tuple(
        Spot(x, y, float(r), new, *(beside[place] or (None, None)))
        for place, ((x, y, _), r, new) in enumerate(zip(circles, radii, fresh, strict=True))
    )
    rest = [f"{place + 1}. {label}" for place, label in enumerate(labels) if not beside[place]]
    legend, end = _legend(rest, plane + 12)
    return Map(spots, plane, end + 40, legend, tuple(sorted(set(fresh))))


def _scaled(places: np.ndarray, plane: float) -> np.ndarray:
    """Return places on the plane, both directions on one scale, in its middle."""
    low, high = places.min(axis=0), places.max(axis=0)
    span = np.where(high - low > 0, high - low, 1e-9)
    scale = min((WIDTH - 2.6 * _LARGEST) / span[0], (plane - 1.6 * _LARGEST) / span[1])
    turns = 2.4 * np.arange(len(places))  # topics in one place need a way apart
    nudge = 0.01 * np.column_stack([np.cos(turns), np.sin(turns)])
    middle: np.ndarray = (places - (low + high) / 2) * scale * (1, -1)
    return middle + nudge + (WIDTH / 2, plane / 2)


def _apart(places: np.ndarray, rooms: np.ndarray, plane: float) -> np.ndarray:
    """Return places moved as little as needed for no circle to cover another or the frame."""
    need = rooms[:, None] + rooms
    np.fill_diagonal(need, 0)
    low = (rooms + _EDGE)[:, None]
    high = np.array([[WIDTH, plane]]) - low
    for _ in range(600):
        between = places[:, None] - places
        far = np.hypot(between[..., 0], between[..., 1])
        lacking = np.maximum(need + 0.3 - far, 0) * (need > 0)
        step = between / np.maximum(far, 1e-9)[..., None] * lacking[..., None]
        moved = np.clip(places + 0.4 * step.sum(axis=1), low, high)
        if np.abs(moved - places).max() < 0.01:
            break
        places = moved
    return np.round(places, 1)


class _Plane:
    """What stands on the map so far: circles, names and lines to them."""

    def __init__(self, circles: list[tuple[float, float, float]], height: float) -> None:
        self.circles, self.height = circles, height
        self.boxes: list[Box] = []
        self.strokes: list[Stroke] = []

    def named(self, topic: int, label: str) -> tuple[Words, Stroke | None] | None:
        """Return the name of a topic in the first free place beside its circle, if there is one."""
        lines = tuple(lines_of(label, _LETTERS))
        size = max(map(_wide, lines)), float(LINE * len(lines))
        for away, turn in product(_AWAY, _TURNS):
            box, stroke = _candidate(self.circles[topic], away, turn * pi / 8, size)
            if self._free(topic, box, stroke):
                self.boxes.append(box)
                told = stroke if away > _BESIDE else None
                self.strokes += [stroke] if told else []
                return _words(lines, box, cos(turn * pi / 8)), told
        return None

    def _free(self, topic: int, box: Box, stroke: Stroke) -> bool:
        left, top, right, bottom = box
        if left < _EDGE or top < _EDGE or right > WIDTH - _EDGE or bottom > self.height - _EDGE:
            return False
        if any(_meet(box, other) for other in self.boxes):
            return False
        for place, (x, y, room) in enumerate(self.circles):
            near = min(max(x, left), right), min(max(y, top), bottom)
            if hypot(near[0] - x, near[1] - y) < room - (place == topic) * _EDGE:
                return False
            if place != topic and _distance(x, y, stroke) < room:
                return False
        return not any(
            _meet((x, y, x, y), other)
            for strokes, boxes in (([stroke], self.boxes), (self.strokes, [box]))
            for line, other in product(strokes, boxes)
            for x, y in _points(line)
        )


def _candidate(
    circle: tuple[float, float, float], away: float, angle: float, size: tuple[float, float]
) -> tuple[Box, Stroke]:
    """Return the box of a name at a distance and angle from a circle, and the line to it."""
    (x, y, room), (wide, high) = circle, size
    across, down = cos(angle), sin(angle)
    end_x, end_y = x + (room + away) * across, y + (room + away) * down
    left, top = end_x + (across - 1) / 2 * wide, end_y + (down - 1) / 2 * high
    stroke = x + (room - 1) * across, y + (room - 1) * down, end_x, end_y
    return (left, top, left + wide, top + high), stroke


def _words(lines: tuple[str, ...], box: Box, across: float) -> Words:
    left, top, right, bottom = box
    middle = (top + bottom) / 2
    if abs(across) < 0.3:
        return Words(lines, (left + right) / 2, middle, "middle")
    return Words(lines, *((left, middle, "start") if across > 0 else (right, middle, "end")))


def _meet(box: Box, other: Box) -> bool:
    return (
        box[0] < other[2] + _EDGE
        and other[0] < box[2] + _EDGE
        and box[1] < other[3] + 1
        and other[1] < box[3] + 1
    )


def _points(line: Stroke) -> list[tuple[float, float]]:
    x, y, end_x, end_y = line
    return [(x + (end_x - x) * part / 8, y + (end_y - y) * part / 8) for part in range(9)]


def _distance(x: float, y: float, line: Stroke) -> float:
    return min(hypot(x - across, y - down) for across, down in _points(line))


def _legend(names: list[str], top: float) -> tuple[tuple[Words, ...], float]:
    """Return names in columns under the map, and where they end."""
    wide = WIDTH / _COLUMNS
    lines = [tuple(lines_of(name, int(wide / _EM / 0.62))) for name in names]
    deep = -(-sum(map(len, lines)) // _COLUMNS)  # lines of a column
    found, column, down, end = [], 0, 0, 0
    for item in lines:
        if down and down + len(item) > deep and column < _COLUMNS - 1:
            column, down = column + 1, 0
        middle = top + (down + len(item) / 2) * LINE
        found.append(Words(item, column * wide + _EDGE, middle, "start"))
        down += len(item)
        end = max(end, down)
    return tuple(found), top + end * LINE


def _wide(text: str) -> float:
    """Return how wide a text is at most, in the wider of the fonts met."""
    slim, broad = set("fijlrtI.,;:'’|!() "), set("mwMW@%ŚŻ—")
    return _EM * sum(
        0.42 if sign in slim else 1.0 if sign in broad or ord(sign) > 0x2E7F else 0.68
        for sign in text
    )
