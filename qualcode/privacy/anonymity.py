"""How many people share gmina, role and group (k-anonymity), and hiding those who are too few."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from qualcode.errors import MisuseError, Problem
from qualcode.participants import people
from qualcode.privacy.detection import pieces, speaker_label
from qualcode.privacy.replacing import Edit, rewritten
from qualcode.study import FACILITATOR, Study, Transcript
from qualcode.wording import counted, listed, quoted

K = 3
"""Fewer people in one cell could be recognised by neighbours."""
AXES = ("gmina", "role", "group")
STEPS = ("kind", "role", "group", "gmina")
_PERSON = "osoba"


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
    the powiat. Whoever was alone in a cell is called "osoba 1" from then on, in the column and
    before every turn in the text, so that quotes are signed without the role as well. What these
    people say stays as it is: where they name their own role, a problem asks a person to look.
    For tables of counts see :func:`blank`.

    Parameters
    ----------
    study : Study
        Masked already, or its names remain.
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
    hidden: set[tuple[str, str]] = set()
    now = study
    kinds = _crowd(study).set_index(["transcript", "speaker"])["role_group"]
    for step in STEPS:
        crowd = _crowd(now)
        small = crowd[crowd.groupby(list(AXES))["speaker"].transform("size") < k]
        hidden |= set(zip(small["transcript"], small["speaker"], strict=True))
        if small.empty:
            break
        now = _generalised(now, crowd, small, k, kinds, step)
    told = _self_named(study, hidden)
    return _unlabelled(now, hidden).with_problems(told)


def _generalised(
    study: Study, crowd: pd.DataFrame, small: pd.DataFrame, k: int, kinds: pd.Series, step: str
) -> Study:
    """Return the study after one step, the people in small cells described less exactly."""
    if step in ("kind", "role"):
        segments = _general(study.segments, small, kinds if step == "kind" else None)
        return study.with_(segments=segments)
    if step == "group":
        names = set(small["transcript"])
        return study.with_(transcripts=_without(study.transcripts, names, ("group",)))
    few = crowd.groupby("gmina")["speaker"].transform("size") < k
    names = set(crowd[few]["transcript"])
    return study.with_(transcripts=_without(study.transcripts, names, ("gmina", "powiat")))


def _unlabelled(study: Study, hidden: set[tuple[str, str]]) -> Study:
    """Return the study with people's labels, in the column and in the text, made "osoba 1"."""
    segments = study.segments
    owners = list(zip(segments["transcript"], segments["speaker"], strict=True))
    labels: dict[tuple[str, str], str] = {}
    for owner in owners:
        if owner in hidden and owner[1]:
            labels.setdefault(owner, f"{_PERSON} {len(labels) + 1}")
    if not labels:
        return study
    edits: dict[str, list[Edit]] = {item.id: [] for item in study.transcripts}
    for piece in pieces(study):
        label = speaker_label(piece)
        new = labels.get((piece.transcript, piece.speaker or ""))
        if label and new:
            edits[piece.transcript].append(
                Edit(piece.start + label.start, piece.start + label.end, new)
            )
    moved = rewritten(study, edits, {name: name for name in edits})
    named = [labels.get(owner, owner[1]) for owner in owners]
    return moved.with_(segments=moved.segments.assign(speaker=named))


def _self_named(study: Study, hidden: set[tuple[str, str]]) -> Iterator[Problem]:
    """Yield where people at risk say themselves what they are: "jako sołtyska"."""
    for row in study.segments.itertuples():
        words = re.findall(r"[^\W\d_]{4,}", str(row.role).lower())
        if (row.transcript, row.speaker) not in hidden or not words:
            continue
        stems = "|".join(re.escape(word[: max(4, len(word) - 3)]) for word in words)
        if re.search(
            rf"(?i)\b(?:jestem|jako|byłam|byłem|my)\s+(?:\w+\s+)?(?:{stems})\w*", row.text
        ):
            yield Problem(
                str(row.transcript),
                f"w wypowiedzi na znakach {row.start}–{row.end} osoba, którą łatwo rozpoznać, mówi "
                "o swojej roli; sprawdź przed cytowaniem.",
            )


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
