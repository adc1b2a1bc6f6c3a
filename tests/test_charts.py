"""Charts: the same bytes each time, a picture for every kind, no trouble with odd names."""

import struct

import pytest
from reports_study import hostile_report, plain_report, plain_study

from qualcode.reports import report


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

    import numpy as np
    from PIL import Image

    for figure in figures.values():
        pixels = np.asarray(Image.open(io.BytesIO(figure.png())).convert("RGB")).astype(int)
        strong = pixels[np.ptp(pixels, axis=2) > 40]
        # blue is never below red: one family from dark blue to pale
        assert (strong[:, 2] >= strong[:, 0]).all()
