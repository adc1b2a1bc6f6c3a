"""Charts: the same bytes each time, a picture for every kind, no trouble with odd names."""

import itertools
import re
import struct
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest
from reports_study import hostile_report, plain_report, plain_study

import qualcode
from qualcode.charts.crossings import heatmap
from qualcode.reports import report
from qualcode.reports.blocks import Figure
from qualcode.reports.layouts import bent, ring
from qualcode.writing.drawings import svg

CSS = (Path(qualcode.__file__).parent / "writing/page/page.css").read_text("utf-8")


@pytest.fixture(scope="module")
def figures():
    made = plain_report()
    return {figure.kind: figure for figure in made.figures}


@pytest.mark.parametrize("kind", ["bars", "dots", "heatmap", "timeline", "curve", "network"])
def test_each_kind_is_drawn_for_print(figures, kind):
    png = figures[kind].png()
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    assert width == 1260  # 6.3 inches at 200 dots
    assert 100 < height < 2000


def test_the_same_data_gives_the_same_bytes(codebook, figures):
    again = {figure.kind: figure for figure in report(plain_study(codebook)).figures}
    assert again["bars"].png() == figures["bars"].png()
    assert again["network"].png() == figures["network"].png()
    assert b"Software" not in figures["bars"].png()


def test_names_no_font_knows_and_mathematics_do_no_harm():
    made = hostile_report()
    assert made.figures[0].png()


def test_charts_do_not_rest_on_colour(figures):
    """All colours have the same hue, so shades alone tell them apart in grey."""
    import io

    from PIL import Image

    for figure in figures.values():
        pixels = np.asarray(Image.open(io.BytesIO(figure.png())).convert("RGB")).astype(int)
        strong = pixels[np.ptp(pixels, axis=2) > 40]
        # blue is never below red: one family from dark blue to pale
        assert (strong[:, 2] >= strong[:, 0]).all()


def light(colour):
    """Return the relative luminance of red, green and blue between 0 and 1 (WCAG 2.2)."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def colour(name, theme):
    """Return a colour of the page's style sheet."""
    found = re.search(rf"{re.escape(theme)}{{[^}}]*?--{name}:#(\w+)", CSS).group(1)
    signs = found if len(found) == 6 else "".join(2 * sign for sign in found)
    return [int(signs[place : place + 2], 16) / 255 for place in (0, 2, 4)]


def shades():
    data = pd.DataFrame([[10 * row + n for n in range(10)] for row in range(11)])
    return Figure("h", "H", "heatmap", data.rename(index=str, columns=str), "opis")


@pytest.mark.parametrize("theme", [":root", ":root[data-theme=dark]"])
def test_numbers_of_a_heat_map_are_readable_on_every_shade_of_the_page(theme):
    root = ElementTree.fromstring(svg(shades()))
    plain = [0.0] * 3 if theme == ":root" else [1.0] * 3  # CanvasText
    letters = {"value": plain, "value mid": colour("strong", theme), "on": colour("on", theme)}
    assert ".cell+text.value:not(.mid){fill:CanvasText}" in CSS
    for mark in (node for node in root if node.find("rect") is not None):
        share = float(mark.find("rect").get("fill-opacity"))
        pairs = zip(colour("ink", theme), colour("bg", theme), strict=True)
        ground = [share * ink + (1 - share) * below for ink, below in pairs]
        assert contrast(ground, letters[mark.find("text").get("class")]) >= 4.5, share


def test_numbers_of_a_heat_map_are_readable_on_every_shade_in_print():
    from matplotlib.colors import to_rgb

    axes = heatmap(shades()).axes[0]
    picture = axes.collections[0]
    for text in axes.texts:
        column, row = map(int, text.get_position())
        ground = picture.cmap(picture.norm(picture.get_array()[row, column]))[:3]
        assert contrast(ground, to_rgb(text.get_color())) >= 4.5, text.get_text()


@pytest.mark.parametrize("top", [1, 3, 7, 10, 11, 23, 47, 99, 101, 260, 1001])
def test_a_grid_line_stands_above_every_mark(top):
    rows = [(n, f"w{n}", total, total) for n, total in enumerate((top // 2, top), 1)]
    data = pd.DataFrame(rows, columns=["x", "label", "total", "expected"])
    figure = Figure("c", "C", "curve", data, "opis", "liczba kodów")
    root = ElementTree.fromstring(svg(figure))
    lines = [node for node in root if node.get("class") == "grid"]
    heights = [float(line.get("d").split(" ")[1].partition("H")[0]) for line in lines]
    dots = [float(dot.get("cy")) for dot in root.iter("circle")]
    assert min(heights) <= min(dots)
    assert 3 <= len(heights) <= 7 or top < 3
    numbers = [int(line.get("data-n")) for line in lines]
    assert numbers[0] == 0
    assert len({after - before for before, after in itertools.pairwise(numbers)}) == 1
    # a dot stands where the grid says
    scale = (heights[0] - heights[-1]) / numbers[-1]
    assert min(dots) == pytest.approx(heights[0] - scale * top, abs=0.2)


@pytest.mark.parametrize("top", [1, 7, 23, 101])
def test_a_grid_line_stands_above_every_mark_in_print(top):
    from qualcode.charts.courses import curve

    rows = [(n, f"w{n}", total, total) for n, total in enumerate((top // 2, top), 1)]
    data = pd.DataFrame(rows, columns=["x", "label", "total", "expected"])
    axes = curve(Figure("c", "C", "curve", data, "opis", "liczba kodów")).axes[0]
    assert max(axes.get_yticks()) >= top
    assert axes.get_ylim()[1] >= max(axes.get_yticks())
    assert all(float(tick).is_integer() for tick in axes.get_yticks())


def test_lines_of_a_network_pass_the_marks_between_their_ends():
    names = [chr(65 + n) for n in range(20)]
    data = pd.DataFrame(
        [(a, b, 2, "x", "x") for a, b in itertools.combinations(names, 2)],
        columns=["source", "target", "n", "source_facet", "target_facet"],
    )
    places = ring(data)
    for first, last in itertools.combinations(places, 2):
        (x, y), (across, down), (end_x, end_y) = bent(places[first], places[last])
        for part in np.linspace(0, 1, 41):
            rest = 1 - part
            at_x = rest * rest * x + 2 * rest * part * across + part * part * end_x
            at_y = rest * rest * y + 2 * rest * part * down + part * part * end_y
            for node in set(places) - {first, last}:
                assert np.hypot(at_x - places[node][0], at_y - places[node][1]) > 0.06
