"""The report of a coded study: one frozen object every output format is written from."""

from __future__ import annotations

import pandas as pd

from qualcode.reports.blocks import Bullets, Figure, Heading, Paragraph, Quotes, Report, Table
from qualcode.reports.composition import compose
from qualcode.study import Study
from qualcode.tables import chosen_coder

__all__ = [
    "Bullets",
    "Figure",
    "Heading",
    "Paragraph",
    "Quotes",
    "Report",
    "Table",
    "report",
]


def report(study: Study, *, coder: str | None = None, topics: pd.DataFrame | None = None) -> Report:
    """Put together everything an author of a diagnosis pastes.

    Parameters
    ----------
    study : Study
        Coded.
    coder : str, optional
        Whose codings to report. Default: the shipped coder, or the only one.
    topics : DataFrame, optional
        As :func:`qualcode.topics` returns them.

    Returns
    -------
    Report
        Give it to :func:`qualcode.write`.

    Raises
    ------
    MisuseError
        When the study is not coded or the coder unknown.
    """
    return compose(study, chosen_coder(study, coder), topics)
