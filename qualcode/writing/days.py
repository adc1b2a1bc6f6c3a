"""The date files bear: of the last meeting, so that it depends on nothing but the input."""

from __future__ import annotations

import datetime

from qualcode.reports.blocks import Report, Table


def meeting_day(thing: Report | Table) -> datetime.datetime:
    """Return the day of the last meeting, or 1 January 2000 when none is known."""
    dates = []
    if isinstance(thing, Report):
        dates = [item.meta.get("date", "") for item in thing.study.transcripts]
    for text in sorted(dates, reverse=True):
        try:
            return datetime.datetime.fromisoformat(text[:10])
        except ValueError:
            continue
    return datetime.datetime(2000, 1, 1)
