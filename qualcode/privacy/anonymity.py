"""How many people share gmina, role and group (k-anonymity), and hiding those who are too few."""

from __future__ import annotations

import pandas as pd

from qualcode.errors import MisuseError
from qualcode.participants import people
from qualcode.study import FACILITATOR, Study, Transcript
from qualcode.wording import counted, listed, quoted

K = 3
"""Fewer people in one cell could be recognised by neighbours."""
AXES = ("gmina", "role", "group")


def risks(study: Study, *, k: int = K) -> pd.DataFrame:
    """Count the people who share a gmina, a role and a group.

    Parameters
    ----------
    study : Study
    k : int, default 3
        A cell of fewer people is a risk (k-anonymity; Sweeney 2002).

    Returns
    -------
    DataFrame
        A row per cell met, the smallest first: ``gmina, role, group, n_people, n_segments, risk``
        (True below ``k``) and ``advice`` (Polish, empty without risk). The facilitator is left
        out; segments without a speaker count as one person per transcript. ``attrs`` hold ``k``
        and the share of people at risk, ``share``.

    Raises
    ------
    MisuseError
        When ``k`` is below 2.
    """
    _check(k)
    crowd = _crowd(study)
    table = crowd.groupby(list(AXES), sort=True, as_index=False).agg(
        n_people=("speaker", "size"), n_segments=("n_segments", "sum")
    )
    table["risk"] = table["n_people"] < k
    table["advice"] = [_advice(row, k) if row.risk else "" for row in table.itertuples()]
    table = table.sort_values(["n_people", *AXES], ignore_index=True)
    at_risk = int(table.loc[table["risk"], "n_people"].sum())
    table.attrs.update(k=k, share=at_risk / max(1, len(crowd)))
    return table


def suppress(study: Study, *, k: int = K) -> Study:
    """Make roles, groups and at last the gmina general until ``k`` people share each cell.

    First the role becomes the kind of participant ("pracownicy instytucji"), then the role and
    the group go, and where a gmina has fewer than ``k`` people its name goes too, together with
    the powiat. Speakers' labels made of roles go with them.

    Parameters
    ----------
    study : Study
    k : int, default 3

    Returns
    -------
    Study

    Raises
    ------
    MisuseError
        When ``k`` is below 2.
    """
    _check(k)
    segments, transcripts = study.segments.copy(), study.transcripts
    kinds = _crowd(study).set_index(["transcript", "speaker"])["role_group"]
    for step in ("kind", "role", "group", "gmina"):
        now = study.with_(segments=segments, transcripts=transcripts)
        crowd = _crowd(now)
        size = crowd.groupby(list(AXES))["speaker"].transform("size")
        small = crowd[size < k]
        if small.empty:
            break
        if step in ("kind", "role"):
            segments = _general(segments, small, kinds if step == "kind" else None)
        elif step == "group":
            transcripts = _without(transcripts, set(small["transcript"]), ("group",))
        else:
            few = crowd.groupby("gmina")["speaker"].transform("size") < k
            transcripts = _without(transcripts, set(crowd[few]["transcript"]), ("gmina", "powiat"))
    return study.with_(segments=segments, transcripts=transcripts)


def _crowd(study: Study) -> pd.DataFrame:
    crowd = people(study)
    groups = {item.id: item.meta.get("group", "") for item in study.transcripts}
    return crowd.assign(group=crowd["transcript"].map(groups))


def _general(segments: pd.DataFrame, small: pd.DataFrame, kinds: pd.Series | None) -> pd.DataFrame:
    """Return segments with the roles of people in small cells made general."""
    wanted = {
        who: "" if kinds is None else str(kinds[who])
        for who in zip(small["transcript"], small["speaker"], strict=True)
    }
    roles = [
        role if role == FACILITATOR else wanted.get((name, speaker), role)
        for name, speaker, role in zip(
            segments["transcript"], segments["speaker"], segments["role"], strict=True
        )
    ]
    return segments.assign(role=roles)


def _without(
    transcripts: tuple[Transcript, ...], names: set[str], keys: tuple[str, ...]
) -> tuple[Transcript, ...]:
    return tuple(
        Transcript(t.id, t.text, {key: v for key, v in t.meta.items() if key not in keys})
        if t.id in names
        else t
        for t in transcripts
    )


def _advice(row: object, k: int) -> str:
    values = [getattr(row, axis) for axis in AXES]
    cell = listed(quoted(value) for value in values if value) or "bez opisu"
    n = counted(row.n_people, "osoba", "osoby", "osób")  # type: ignore[attr-defined]
    return f"{cell}: {n}, mniej niż {k}; uogólnij rolę albo nie podawaj gminy przy cytacie."


def _check(k: int) -> None:
    if k < 2:
        raise MisuseError(f"Najmniejsza liczba osób w komórce to 2, a podano {k}.")
