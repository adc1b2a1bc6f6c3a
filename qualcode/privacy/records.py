"""What was replaced where, without the originals: a list a person can check the masked text by."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

import pandas as pd

from qualcode.privacy.detection import category_name
from qualcode.study import Study

if TYPE_CHECKING:
    from qualcode.privacy.masking import Masker

COLUMNS = (
    "transcript",
    "turn",
    "start",
    "end",
    "category",
    "replacement",
    "check",
    "reason",
    "context",
)
REPLACED, DOUBTFUL, LEFT = "", "zastąpiono niepewnie", "zostawiono"
_CONTEXT = 30


def record(masker: Masker, masked: Study) -> pd.DataFrame:
    """List the places of a masked study that were replaced, and the doubtful ones.

    Parameters
    ----------
    masker : Masker
        That has masked ``masked``.
    masked : Study

    Returns
    -------
    DataFrame
        A row per place, in the order of the text: ``transcript`` and ``start, end`` in the masked
        study, ``turn`` (number of the segment, 0 beside segments), ``category`` (Polish),
        ``replacement`` (empty where nothing was replaced), ``check`` (empty for what is certain),
        ``reason`` of a doubt, and ``context`` from the masked text. The originals are in the key
        alone.
    """
    texts = {item.id: item.text for item in masked.transcripts}
    starts = {
        str(name): sorted(rows["start"])
        for name, rows in masked.segments.groupby("transcript", sort=False)
    }
    rows: list[dict[str, Any]] = []
    for item in masker.before.transcripts:
        name = masker.ids[item.id]
        edits = masker.edits[item.id]
        replaced = {(edit.start, edit.end): edit.new for edit in edits}
        for mention in masker.found[item.id]:
            new = replaced.get((mention.start, mention.end))
            if new is None and mention.certain:
                continue
            moved = sum(
                len(edit.new) - (edit.end - edit.start)
                for edit in edits
                if edit.end <= mention.start
            )
            start = mention.start + moved
            end = start + (len(new) if new is not None else mention.end - mention.start)
            rows.append(
                {
                    "transcript": name,
                    "turn": _turn(starts.get(name, []), start),
                    "start": start,
                    "end": end,
                    "category": category_name(mention.category),
                    "replacement": new or "",
                    "check": REPLACED if mention.certain else DOUBTFUL if new else LEFT,
                    "reason": "" if mention.certain else mention.reason,
                    "context": " ".join(
                        texts[name][max(0, start - _CONTEXT) : end + _CONTEXT].split()
                    ),
                }
            )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _turn(starts: list[int], place: int) -> int:
    """Return the number of the segment a place is in; a label before a turn belongs to the last."""
    return bisect_right(starts, place)
