"""The charts of a report as picture files, for those who paste them and for formats that point at them."""

from __future__ import annotations

from pathlib import Path

from qualcode.reports.blocks import Report
from qualcode.writing.files import whole_file

FOLDER = "wykresy"


def write_figures(report: Report, folder: Path) -> None:
    """Write every chart as PNG into the folder of charts within ``folder``."""
    for figure in report.figures:
        with whole_file(folder / FOLDER / f"{figure.id}.png") as temporary:
            temporary.write_bytes(figure.png())
