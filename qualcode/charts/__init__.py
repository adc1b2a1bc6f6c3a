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

from qualcode.charts import courses, crossings, lengths, maps
from qualcode.charts.style import RESOLUTION, STYLE
from qualcode.reports.blocks import Figure

_PAINTERS = {
    "bars": lengths.bars,
    "dots": lengths.dots,
    "heatmap": crossings.heatmap,
    "network": crossings.network,
    "timeline": courses.timeline,
    "curve": courses.curve,
    "map": maps.topics,
}


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
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from PIL import Image

    # names may hold signs no font has; a box in their place is no reason to fail
    with matplotlib.rc_context(STYLE), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        canvas = FigureCanvasAgg(_PAINTERS[figure.kind](figure))
        canvas.draw()  # once; savefig draws twice
    buffer = io.BytesIO()
    picture = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    picture.save(buffer, format="png", dpi=(RESOLUTION, RESOLUTION), compress_level=3)
    return buffer.getvalue()


def drawn(kind: str, unit: str, columns: list[Any], index: list[Any], rows: list[Any]) -> bytes:
    """Draw a figure from what JSON can say of it, see :func:`draw`."""
    data = pd.DataFrame(rows, index=index, columns=columns)
    return draw(Figure("", "", kind, data, "", unit))


def prepare() -> None:
    """Load what drawing needs, so that the first chart does not wait for it."""
    import matplotlib.backends.backend_agg
    import matplotlib.figure  # noqa: F401
