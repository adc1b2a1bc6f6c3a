"""Studies written by qualcode that are read together with other paths."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pandas as pd

from qualcode.errors import Problem
from qualcode.reading.folders import is_study, read_folder
from qualcode.study import Codebook, Study, address
from qualcode.wording import listed, quoted

RESULTS = "manifest.json"  # marks a folder of results, which is no input
_INSIDE = "badanie"  # where a folder of results keeps its study
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=$|\.| )")
_LONGEST = 100


def meant(path: Path) -> Path:
    """Return the study a folder of results stands for; any other path as it is."""
    inside = path / _INSIDE
    return inside if (path / RESULTS).is_file() and is_study(inside) else path


def study_folders(path: Path) -> list[Path]:
    """Return the studies at a path or below it, without those inside folders of results."""
    if not path.is_dir():
        return []
    around = [path, *sorted(item for item in path.rglob("*") if item.is_dir())]
    found: list[Path] = []
    for folder in around:
        inside = [path / part for part in folder.relative_to(path).parents] + [folder]
        hidden = any(part.startswith(".") for part in folder.relative_to(path).parts)
        if hidden or any((place / RESULTS).is_file() for place in inside):
            continue
        if is_study(folder) and not any(folder.is_relative_to(other) for other in found):
            found.append(folder)
    return found


def read_studies(folders: Iterable[Path], codebook: str | Path | Codebook | None) -> Study | None:
    """Read several studies as one; None when there is none.

    Transcripts of one name get the folder's name before their own. The codebook is the given one,
    else that of the first study; codings by another one are told.
    """
    joined: Study | None = None
    for folder in folders:
        study = read_folder(folder, codebook)
        joined = study if joined is None else _join(joined, study, folder.resolve().name)
    return joined


def add_study(study: Study, other: Study) -> Study:
    """Return a study with the transcripts of another one behind its own; ids are apart."""
    return study.with_(
        transcripts=(*study.transcripts, *other.transcripts),
        segments=pd.concat([study.segments, other.segments], ignore_index=True),
        codings=pd.concat([study.codings, other.codings], ignore_index=True),
        problems=(*study.problems, *other.problems),
    )


def _join(study: Study, other: Study, name: str) -> Study:
    taken = [transcript.id for transcript in study.transcripts]
    names: dict[str, str] = {}
    for transcript in other.transcripts:
        names[transcript.id] = free_name(transcript.id, name, [*taken, *names.values()])
    moved = {old: new for old, new in names.items() if old != new}
    joined = add_study(study, _renamed(other, names))
    problems = []
    if moved:
        shown = listed(f"{quoted(old)} to {quoted(new)}" for old, new in sorted(moved.items()))
        problems.append(Problem(name, f"transkrypcje o tych samych nazwach: {shown}."))
    if study.codebook.hash != other.codebook.hash:
        problems.append(
            Problem(
                name,
                "badanie ma inną książkę kodową; użyto pierwszej, więc kody spoza niej nie wejdą do "
                "tabel. Wskaż jedną opcją --codebook.",
            )
        )
    return joined.with_problems(problems)


def _renamed(study: Study, names: dict[str, str]) -> Study:
    """Return a study with its transcripts, segments and codings under new ids."""
    segments = study.segments.assign(transcript=study.segments["transcript"].replace(names))
    segments["segment"] = [
        address(str(row.transcript), int(row.start), int(row.end)) for row in segments.itertuples()
    ]
    moved = dict(zip(study.segments["segment"], segments["segment"], strict=True))
    ids = study.codings["segment"].map(lambda old: moved.get(old, old)).astype("str")
    return study.with_(
        transcripts=tuple(replace(item, id=names[item.id]) for item in study.transcripts),
        segments=segments,
        codings=study.codings.assign(segment=ids),
    )


def safe_name(stem: str) -> str:
    """Return a name that every system can bear as a file: no ``: ? *``, no CON, no dot at the end.

    Examples
    --------
    >>> safe_name("CON"), safe_name("Żabin: rano?"), safe_name("a. ")
    ('CON_', 'Żabin_ rano_', 'a')
    """
    clean = _UNSAFE.sub("_", unicodedata.normalize("NFC", stem))[:_LONGEST].strip().rstrip(". ")
    return _RESERVED.sub(r"\1_", clean) or "transkrypcja"


def free_name(stem: str, folder: str, taken: Iterable[str]) -> str:
    """Return a safe name no transcript bears yet, with the folder or a number before or behind.

    Names that differ in case only are one: so Windows and macOS see them.
    """
    used = {name.casefold() for name in taken}
    name = safe_name(stem)
    candidates = [name, safe_name(f"{folder}_{stem}")]
    candidates += [f"{name}_{number}" for number in range(2, len(used) + 3)]
    return next(item for item in candidates if item.casefold() not in used)
