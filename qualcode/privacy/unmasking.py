"""``unmask``: the way back from pseudonyms, with the key file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from qualcode.errors import InputError, Problem
from qualcode.privacy.keys import read_key
from qualcode.privacy.replacing import Edit, digest, rewritten, without_swallowed
from qualcode.study import Study, Transcript
from qualcode.wording import quoted


def unmask(study: Study, key: str | Path, *, passphrase: str | None = None) -> Study:
    """Put the names back into a masked study.

    Parameters
    ----------
    study : Study
        As :func:`mask` left it, codings added or segmented anew since then included; evidence
        written since then keeps its pseudonyms.
    key : str or Path
        The file :func:`mask` wrote.
    passphrase : str, optional
        For an encrypted key.

    Returns
    -------
    Study

    Raises
    ------
    InputError
        When the key does not fit the study, or the passphrase is wrong.
    """
    content = read_key(Path(key), passphrase)
    entries = content["transcripts"]
    _check(study, entries, key)
    edits = {item.id: _edits(entries[item.id]) for item in study.transcripts}
    study = without_swallowed(study, edits)
    moved = rewritten(study, edits, {name: entries[name]["id"] for name in edits})
    metas = [entries[item.id]["meta"] for item in study.transcripts]
    return moved.with_(
        transcripts=tuple(
            Transcript(t.id, t.text, meta) for t, meta in zip(moved.transcripts, metas, strict=True)
        ),
        segments=_named(moved.segments, study, content),
        problems=tuple(Problem(*row) for row in content["problems"]),
        about=content["about"],
    )


def _check(study: Study, entries: dict[str, Any], key: str | Path) -> None:
    for item in study.transcripts:
        if item.id not in entries or entries[item.id]["sha256"] != digest(item.text):
            raise InputError(
                f"Klucz {quoted(str(key))} nie pasuje do transkrypcji {quoted(item.id)}: tekst "
                "zmieniono albo to klucz innego badania."
            )


def _edits(entry: dict[str, Any]) -> list[Edit]:
    return [Edit(start, end, old) for start, end, old in entry["edits"]]


def _named(segments: pd.DataFrame, study: Study, content: dict[str, Any]) -> pd.DataFrame:
    """Return moved segments with speakers, roles and questions as they were."""
    entries = content["transcripts"]
    owners = zip(study.segments["transcript"], segments["speaker"], strict=True)
    return segments.assign(
        speaker=[entries[name]["speakers"].get(label, label) for name, label in owners],
        role=[content["roles"].get(role, role) for role in segments["role"]],
        question=[content["questions"].get(q, q) for q in segments["question"]],
    )
