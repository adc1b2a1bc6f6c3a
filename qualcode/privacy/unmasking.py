"""``unmask``: the way back from pseudonyms, with the key file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from qualcode.errors import InputError, Problem
from qualcode.privacy.keys import read_key
from qualcode.privacy.replacing import Edit, applied, digest, moved
from qualcode.study import CODINGS, SEGMENTS, Study, Transcript, address, frame
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
    for item in study.transcripts:
        if item.id not in entries or entries[item.id]["sha256"] != digest(item.text):
            raise InputError(
                f"Klucz {quoted(str(key))} nie pasuje do transkrypcji {quoted(item.id)}: tekst "
                "zmieniono albo to klucz innego badania."
            )
    edits = {item.id: _edits(entries[item.id]) for item in study.transcripts}
    transcripts = tuple(
        Transcript(entries[t.id]["id"], applied(t.text, edits[t.id]), entries[t.id]["meta"])
        for t in study.transcripts
    )
    segments = _segments(study, content, edits, {t.id: t.text for t in transcripts})
    ids = dict(zip(study.segments["segment"], segments["segment"], strict=True))
    codings = study.codings.assign(segment=study.codings["segment"].map(ids))
    return study.with_(
        transcripts=transcripts,
        segments=segments,
        codings=frame(CODINGS, codings),
        problems=tuple(Problem(*row) for row in content["problems"]),
        about=content["about"],
    )


def _edits(entry: dict[str, Any]) -> list[Edit]:
    return [Edit(start, end, old) for start, end, old in entry["edits"]]


def _segments(
    study: Study, content: dict[str, Any], edits: dict[str, list[Edit]], texts: dict[str, str]
) -> pd.DataFrame:
    rows = []
    for row in study.segments.to_dict("records"):
        name = row["transcript"]
        entry = content["transcripts"][name]
        start, end = (moved(edits[name], row[side]) for side in ("start", "end"))
        rows.append(
            {
                **row,
                "segment": address(entry["id"], start, end),
                "transcript": entry["id"],
                "start": start,
                "end": end,
                "speaker": entry["speakers"].get(row["speaker"], row["speaker"]),
                "role": content["roles"].get(row["role"], row["role"]),
                "question": content["questions"].get(row["question"], row["question"]),
                "text": texts[entry["id"]][start:end],
            }
        )
    return frame(SEGMENTS, pd.DataFrame(rows, columns=[c.name for c in SEGMENTS]))
