"""Charts for print."""

from __future__ import annotations

import io

from qualcode.reports.blocks import Figure


def draw(figure: Figure) -> bytes:
    """Draw a figure as PNG."""
    from matplotlib.figure import Figure as Canvas

    canvas = Canvas(figsize=(6.3, 3))
    buffer = io.BytesIO()
    canvas.savefig(buffer, format="png", dpi=200, metadata={"Software": None})
    return buffer.getvalue()
