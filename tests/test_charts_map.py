"""The map of topics: in print, on the page, and under a choice of statements."""

import itertools
import json
import math
import re
from xml.etree import ElementTree

import matplotlib
import pandas as pd
import pytest
from reports_study import PLAIN, build

from qualcode.charts.maps import topics as painted
from qualcode.charts.style import STYLE
from qualcode.reading.codebooks import load_codebook
from qualcode.reports import report
from qualcode.reports.blocks import Figure
from qualcode.reports.maps import STANDINGS, TOLD, WIDTH, topic_map
from qualcode.writing.drawings import svg
from qualcode.writing.targets import write

NAMES = (
    "transport do lekarza", "opieka nad starszymi", "mieszkania chronione", "MOPS i GOPS",
    "asystent osoby z niepełnosprawnością", "psycholog w szkole", "wolontariat", "WWWWW MMMMM",
    "długie kolejki do specjalisty", "najdłuższewymyślonesłowobezspacji", "bus", "łóżko i mąż",
)  # fmt: skip


def made(count, crowded=False):
    """Return topics on a spiral, or all but in one place; the first is the largest."""
    turns = [2.4 * place for place in range(count)]
    far = [0.001 if crowded else 0.02 * place for place in range(count)]
    return pd.DataFrame(
        {
            "label": [f"{NAMES[n % 12]} {n // 12}" if n > 11 else NAMES[n] for n in range(count)],
            "x": [r * math.cos(turn) for r, turn in zip(far, turns, strict=True)],
            "y": [r * math.sin(turn) for r, turn in zip(far, turns, strict=True)],
            "n": [2 + 150 // (place + 1) for place in range(count)],
            "new": [place % 3 == 1 for place in range(count)],
        }
    )


def figure(data):
    cells = {place: (f"w:{place}",) for place in range(len(data))}
    return Figure("mapa", "Mapa", "map", data, "Mapa <tematów>", "liczba wypowiedzi", cells=cells)


CASES = [(3, False), (12, False), (12, True), (40, False), (40, True)]


@pytest.mark.parametrize(("count", "crowded"), CASES)
def test_no_two_words_meet_in_print_and_none_leaves_the_picture(count, crowded):
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    with matplotlib.rc_context(STYLE):
        canvas = painted(figure(made(count, crowded)))
        renderer = FigureCanvasAgg(canvas).get_renderer()
        written = [(item.get_text(), item.get_window_extent(renderer)) for item in canvas.axes[0].texts]  # fmt: skip
        whole = canvas.bbox
        circles = [patch.get_window_extent(renderer) for patch in canvas.axes[0].patches]
    for text, box in written:
        assert min(box.x0, box.y0) >= 0, text
        assert box.x1 <= whole.x1, text
        assert box.y1 <= whole.y1, text
    for (text, box), (other, second) in itertools.combinations(written, 2):
        # fonts keep a little room above and below letters
        meet = min(box.x1, second.x1) > max(box.x0, second.x0) + 0.5
        meet &= min(box.y1, second.y1) > max(box.y0, second.y0) + 1.5
        assert not meet, (text, other)
    assert len(circles) == count + 2  # the key shows both standings
    for (text, box), circle in itertools.product(written, circles):
        middle, radius = (circle.x0 + circle.x1) / 2, circle.width / 2
        height = (circle.y0 + circle.y1) / 2
        near = min(max(middle, box.x0), box.x1), min(max(height, box.y0 + 1), box.y1 - 1)
        assert text.isdigit() or math.dist(near, (middle, height)) > radius, text


@pytest.mark.parametrize(("count", "crowded"), CASES)
def test_circles_do_not_cover_each_other_and_their_areas_are_the_counts(count, crowded):
    data = made(count, crowded)
    plan = topic_map(data)
    for spot, other in itertools.combinations(plan.spots, 2):
        assert math.dist((spot.x, spot.y), (other.x, other.y)) >= spot.r + other.r
    first = plan.spots[0]
    for spot, n in zip(plan.spots, data["n"], strict=True):
        assert spot.r**2 / first.r**2 == pytest.approx(n / data["n"][0], abs=0.01)
        assert spot.r < spot.x < WIDTH - spot.r
        assert spot.r < spot.y < plan.plane - spot.r


def test_topics_that_do_not_collide_keep_their_distances():
    data = made(3).assign(x=[0.0, 1.0, 3.0], y=[0.0, 0.5, -0.5], n=[5, 4, 3])
    spots = topic_map(data).spots
    scale = (spots[2].x - spots[0].x) / 3
    for (first, second), (x, y) in zip([(0, 1), (1, 2)], [(1, 0.5), (2, -1)], strict=True):
        assert spots[second].x - spots[first].x == pytest.approx(scale * x, abs=0.2)
        assert spots[first].y - spots[second].y == pytest.approx(scale * y, abs=0.2)


@pytest.mark.parametrize(("count", "crowded"), [*CASES, (120, True)])
def test_each_topic_is_named_once_beside_its_circle_or_in_the_legend(count, crowded):
    data = made(count, crowded)
    plan = topic_map(data)
    listed = {" ".join(words.lines).split(". ")[0] for words in plan.legend}
    for place, (spot, label) in enumerate(zip(plan.spots, data["label"], strict=True)):
        number = str(place + 1)
        assert (number in listed) == (spot.words is None)
        if spot.words is None:
            assert spot.number is not None
            continue
        told = re.sub(r"-? ", "", " ".join(spot.words.lines))
        # a circle too small for its number has it before its name
        assert told == re.sub(r"-? ", "", label if spot.number else f"{number}. {label}")


def test_few_topics_need_no_legend():
    assert topic_map(made(3)).legend == ()


@pytest.mark.parametrize(
    "change",
    [{"x": 0.0, "y": 0.0}, {"y": 0.0}, {"n": 0}, {"n": 1}, {"label": "𝕏 👵🏽 <b>"}],
    ids=["one place", "one line", "nothing said", "once each", "odd names"],
)
def test_odd_topics_make_a_map_too(change):
    drawing = figure(made(5).assign(**change))
    assert drawing.png().startswith(b"\x89PNG")
    assert drawing.png() == figure(made(5).assign(**change)).png()
    ElementTree.fromstring(svg(drawing))


def test_new_topics_differ_in_outline_and_shade_in_grey():
    with matplotlib.rc_context(STYLE):
        patches = painted(figure(made(4))).axes[0].patches
    known, fresh = patches[0], patches[1]
    grey = [sum(patch.get_facecolor()[:3]) / 3 for patch in (known, fresh)]
    assert grey[0] - grey[1] > 0.2
    assert fresh.get_linewidth() >= 2 * known.get_linewidth()


def test_the_drawing_of_the_page_says_what_it_shows():
    data = made(12)
    text = svg(figure(data))
    root = ElementTree.fromstring(text)
    assert root.find("title").text == "Mapa <tematów>"
    marks = [node for node in root if node.get("class") == "mark"]
    assert [mark.get("data-c") for mark in marks] == [f"mapa:{n}" for n in range(12)]
    for place, mark in enumerate(marks):
        standing = STANDINGS[bool(data["new"][place])]
        said = f"{place + 1}. {data['label'][place]}, {standing}: {data['n'][place]}"
        assert mark.get("aria-label") == said
        assert ("fresh" in mark.find("circle").get("class")) == data["new"][place]
    words = ["".join(node.itertext()) for node in root.iter("text")]
    assert TOLD in words
    assert set(STANDINGS) <= set(words)
    assert not any(word.replace(",", "").isdigit() and int(word) > 12 for word in words)


# in a report


def topics_of(study, count, rest=True):
    """Return topics that share out the statements, the last part being "inne"."""
    ids = study.said["segment"].tolist()
    parts = count + rest
    rows = [
        {
            "topic": n + 1,
            "label": NAMES[n] if n < count else "inne",
            "keywords": "słowo" if n < count else "",
            "n": len(ids[n::parts]),
            "share": len(ids[n::parts]) / len(ids),
            "stability": 0.8 if n < count else float("nan"),
            "nearest_code": "",
            "overlap": 0.0,
            "new": n == 1,
            "segments": tuple(ids[n::parts]),
        }
        for n in range(parts)
    ]
    table = pd.DataFrame(rows)
    table.attrs["map"] = [(0.1 * n, 0.05 * (-1) ** n) for n in range(count)]
    return table


@pytest.fixture(scope="module")
def study():
    meetings = [
        (name, {"gmina": name, "date": f"2024-0{n}-14"}, PLAIN * times)
        for n, (name, times) in enumerate((("Żabin", 2), ("Dolany", 5)), 1)
    ]
    return build(load_codebook("cus"), meetings)


@pytest.fixture(scope="module")
def whole(study):
    return report(study, topics=topics_of(study, 4))


def map_of(result):
    return next((item for item in result.figures if item.kind == "map"), None)


def test_the_report_maps_its_topics_without_the_rest(study, whole):
    drawing = map_of(whole)
    assert drawing.data["label"].tolist() == list(NAMES[:4])
    assert drawing.data["new"].tolist() == [False, True, False, False]
    topics = topics_of(study, 4)
    for place, ids in drawing.cells.items():
        assert set(ids) == set(topics["segments"][place])
        assert len(ids) == drawing.data["n"][place]
    assert NAMES[0] in drawing.alt
    assert "1 z 4" in drawing.alt


def test_two_topics_or_no_places_make_no_map(study):
    assert map_of(report(study, topics=topics_of(study, 2))) is None
    assert map_of(report(study, topics=topics_of(study, 3, rest=False))) is not None
    lost = topics_of(study, 4)
    lost.attrs.clear()
    assert map_of(report(study, topics=lost)) is None


MARKS = (
    "[...document.querySelectorAll('#w-tematy-mapa .mark')].map(m => [m.getAttribute('aria-label'),"
    " Number(m.querySelector('circle.bar').getAttribute('r'))])"
)


def test_circles_follow_the_choice_and_open_their_statements(browser, study, whole, tmp_path):
    browser.open(write(whole, tmp_path / "raport.html"))
    before = browser.run(MARKS)
    browser.run(
        "(() => { const f = document.getElementById('filtr'); f.elements.gmina.value = 'Dolany';"
        " f.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )
    after = browser.run(MARKS)
    assert len(after) == 4
    here = set(study.segments.loc[study.segments["transcript"] == "Dolany", "segment"])
    for place, ((_, old), (told, new)) in enumerate(zip(before, after, strict=True)):
        ids = map_of(whole).cells[place]
        chosen = len(here & set(ids))
        assert told.endswith(f": {chosen}")
        assert (new / old) ** 2 == pytest.approx(chosen / len(ids), abs=0.02)
    browser.run("document.querySelector('#w-tematy-mapa details').open = true")
    browser.wait("document.querySelector('#w-tematy-mapa table') !== null")
    cells = browser.run("[...document.querySelectorAll('#w-tematy-mapa tbody tr')].map(r => [...r.cells].map(c => c.textContent))")  # fmt: skip
    assert [row[1] for row in cells] == list(NAMES[:4])
    assert [told.rpartition(": ")[2] for told, _ in after] == [row[2] for row in cells]
    browser.run("document.getElementById('filtr').reset()")
    browser.wait("!document.documentElement.classList.contains('filtered')")
    assert json.dumps(browser.run(MARKS)) == json.dumps(before)
    browser.run("document.querySelector('#w-tematy-mapa .mark').focus()")
    browser.press("ArrowRight")
    assert browser.run("document.activeElement.dataset.c") == "tematy-mapa:1"
    browser.press("Enter")
    number = browser.run("document.querySelectorAll('#okno-lista li').length")
    assert number == len(map_of(whole).cells[1])
