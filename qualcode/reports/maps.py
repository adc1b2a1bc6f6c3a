"""The map of topics: where circles, names and the legend stand, the same in print and on the page.

Lengths are in units of the page's drawing, 760 to its width; on paper the same unit is 0.6 points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from math import cos, hypot, pi, sin, sqrt

import numpy as np
import pandas as pd

from qualcode.reports.layouts import lines_of

WIDTH = 760
LINE = 15
TOLD = "Im bliżej siebie, tym podobniejsza treść. Pole koła: liczba wypowiedzi."
STANDINGS = ("jest w książce kodowej", "nowy (brak go w książce kodowej)")
LOWERED = 5.5
"""How far a circle too small for its number is moved up."""
_EM = 13.4
_SLIM, _BROAD = frozenset("fijlrtI.,;:'’|!() "), frozenset("mwMW@%—")
_EDGE = 3  # nothing stands nearer to the frame
_LARGEST = 46
_SIDES = 90  # room for names at the sides
_SHARE = 0.14  # of the plane is covered by circles
_CROWDED = 0.3  # share of the plane above which circles could not be moved apart
_LETTERS = (22, 13)  # of a line of a name beside its circle
_NAMED = 40  # topics at most whose names stand on the map
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
    """A topic: its circle, its name unless the legend has it, the height of a number of its own."""

    x: float
    y: float
    r: float
    new: bool
    words: Words | None = None
    stroke: Stroke | None = None
    number: float | None = None


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
    labels = [f"{place}. {label}" for place, label in enumerate(data["label"], 1)]
    sizes = data["n"].to_numpy(float)
    # so that numbers do not meet either
    rooms = np.full(len(data), 7.0 + 3 * len(str(len(data))))
    plane = max(min(260.0 + 8 * len(data), 560), pi * (rooms**2).sum() / _CROWDED / WIDTH)
    shares = sizes / max(sizes.max(), 1)
    largest = min(_LARGEST, sqrt(_SHARE * WIDTH * plane / pi / max(shares.sum(), 1)))
    radii = np.round(largest * np.sqrt(shares), 1)
    rooms = np.maximum(rooms, radii + 2)
    places = _apart(_scaled(data[["x", "y"]].to_numpy(float), plane), rooms, plane)
    plane = _trimmed(places, rooms)
    circles = [
        Spot(float(x), float(y), float(r), bool(new))
        for (x, y), r, new in zip(places, radii, data["new"], strict=True)
    ]
    ground = _Plane(circles, rooms.tolist(), plane)
    order = np.argsort(-sizes, kind="stable").tolist()
    found = {topic: ground.named(topic, labels[topic]) for topic in order[:_NAMED]}
    found |= {topic: ground.numbered(topic) for topic in order[_NAMED:]}
    spots = tuple(found[topic] for topic in range(len(data)))
    rest = [label for label, spot in zip(labels, spots, strict=True) if not spot.words]
    legend, end = _legend(rest, plane + 12)
    return Map(spots, plane, end + 46, legend, tuple(sorted({spot.new for spot in spots})))


def _scaled(places: np.ndarray, plane: float) -> np.ndarray:
    """Return places on the plane, both directions on one scale, in its middle."""
    low, high = places.min(axis=0), places.max(axis=0)
    span = np.where(high - low > 0, high - low, 1e-9)
    scale = min((WIDTH - 2 * _SIDES) / span[0], (plane - 2.3 * _LARGEST) / span[1])
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


def _trimmed(places: np.ndarray, rooms: np.ndarray) -> float:
    """Move places up to where the frame will be, with room for a name; return its height."""
    low, high = (places[:, 1] - rooms).min(), (places[:, 1] + rooms).max()
    places[:, 1] = np.round(places[:, 1] - low + 2 * LINE, 1)
    return float(round(high - low + 4 * LINE))


def least(number: str) -> float:
    """Return the radius of the smallest circle a number fits into."""
    return 2.5 + 3 * len(number)


class _Plane:
    """What stands on the map so far: circles, names and lines to them."""

    def __init__(self, circles: list[Spot], rooms: list[float], height: float) -> None:
        self.circles, self.rooms, self.height = circles, rooms, height
        self.boxes: list[Box] = []
        self.strokes: list[Stroke] = []

    def named(self, topic: int, label: str) -> Spot:
        """Return a topic with its name in the first free place beside its circle, if any is."""
        circle = self.circles[topic]
        number, _, name = label.partition(". ")
        fits = circle.r >= least(number)
        told = name if fits else label
        forms = list(dict.fromkeys(tuple(lines_of(told, letters)) for letters in _LETTERS))
        sizes = [(max(map(_wide, lines)), float(LINE * len(lines))) for lines in forms]
        for away, (lines, size), turn in product(
            _AWAY, list(zip(forms, sizes, strict=True)), _TURNS
        ):
            box, stroke = _candidate(circle, away, turn * pi / 8, size)
            if self._free(topic, box, stroke):
                self.boxes.append(box)
                far = stroke if away > _BESIDE else None
                self.strokes += [stroke] if far else []
                words = _words(lines, box, cos(turn * pi / 8))
                return replace(circle, words=words, stroke=far, number=circle.y if fits else None)
        return self.numbered(topic)

    def numbered(self, topic: int) -> Spot:
        """Return a topic with its number alone, in its circle or below one that is too small."""
        circle = self.circles[topic]
        if circle.r >= least(str(topic + 1)):
            return replace(circle, number=circle.y)
        # circle and number one above the other, together as high as the room
        return replace(circle, y=circle.y - LOWERED, number=circle.y + circle.r + 1)

    def _free(self, topic: int, box: Box, stroke: Stroke) -> bool:
        left, top, right, bottom = box
        if left < _EDGE or top < _EDGE or right > WIDTH - _EDGE or bottom > self.height - _EDGE:
            return False
        if any(_meet(box, other) for other in self.boxes):
            return False
        for place, (spot, room) in enumerate(zip(self.circles, self.rooms, strict=True)):
            near = min(max(spot.x, left), right), min(max(spot.y, top), bottom)
            if hypot(near[0] - spot.x, near[1] - spot.y) < (
                spot.r + _EDGE if place == topic else room
            ):
                return False
            if place != topic and _distance(spot.x, spot.y, stroke) < room:
                return False
        return not any(
            _meet((x, y, x, y), other)
            for strokes, boxes in (([stroke], self.boxes), (self.strokes, [box]))
            for line, other in product(strokes, boxes)
            for x, y in _points(line)
        )


def _candidate(
    circle: Spot, away: float, angle: float, size: tuple[float, float]
) -> tuple[Box, Stroke]:
    """Return the box of a name at a distance and angle from a circle, and the line to it."""
    wide, high = size
    across, down = cos(angle), sin(angle)
    first, last = circle.r + 1, circle.r + 2 + away
    end_x, end_y = circle.x + last * across, circle.y + last * down
    left, top = end_x + (across - 1) / 2 * wide, end_y + (down - 1) / 2 * high
    stroke = (
        circle.x + first * across,
        circle.y + first * down,
        end_x - 2 * across,
        end_y - 2 * down,
    )
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
    return _EM * sum(
        0.42 if sign in _SLIM else 1.0 if sign in _BROAD or ord(sign) > 0x2E7F else 0.68
        for sign in text
    )
