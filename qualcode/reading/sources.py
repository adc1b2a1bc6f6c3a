"""The verb ``read``: files, folders and studies become one study."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pandas as pd

from qualcode.errors import InputError, MisuseError, Problem
from qualcode.reading import formats
from qualcode.reading.assembly import assemble
from qualcode.reading.codebooks import load_codebook
from qualcode.reading.folders import is_study, read_folder
from qualcode.reading.metadata import META_NAMES, key_of, read_meta, unmatched
from qualcode.study import SEGMENTS, Codebook, Study, Transcript, frame
from qualcode.wording import listed, quoted

_IGNORED = (".", "~$")  # hidden files and Word's lock files


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    codebook: str | Path | Codebook | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Study:
    """Read transcripts.

    Parameters
    ----------
    paths : str, Path or iterable of them
        Files, folders (searched through) or a study written by qualcode.
    codebook : str, Path or Codebook, optional
        Default: the study's own, else ``"cus"``.
    progress : callable, optional
        Called with (files done, files in all).

    Returns
    -------
    Study
        ``segments`` has a row per turn; bad files are skipped and noted in ``problems``.

    Raises
    ------
    MisuseError
        When a path does not exist.
    InputError
        When nothing could be read.
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    chosen = [Path(path) for path in given]
    for path in chosen:
        if not path.exists():
            raise MisuseError(f"Nie ma pliku ani folderu {quoted(str(path))}; sprawdź ścieżkę.")
    if len(chosen) == 1 and chosen[0].is_dir() and is_study(chosen[0]):
        return read_folder(chosen[0], codebook)
    study = Study(load_codebook(codebook or "cus"), about=_about(chosen))
    files = _files(chosen)
    known = formats.by_suffix()
    transcripts: list[Transcript] = []
    rows: list[dict[str, object]] = []
    problems: list[Problem] = []
    metas, used = _metas(files, problems)
    for done, path in enumerate(files, 1):
        module = known.get(path.suffix.lower())
        if module is None:
            problems.append(_unknown(path, known))
        elif path.name.lower() not in META_NAMES:
            try:
                draft = module.draft(path)
            except InputError as error:
                problems.append(Problem(path.name, f"{error}.", skipped=True))
                continue
            except PermissionError:
                sentence = "nie wolno otworzyć tego pliku; zamknij go w innych programach."
                problems.append(Problem(path.name, sentence, skipped=True))
                continue
            name = _free_name(path, {item.id for item in transcripts})
            transcript, turns, noted = assemble(name, draft)
            key = key_of(path.name)
            extra = metas[path.parent].get(key, {})
            used[path.parent].add(key)
            transcripts.append(replace(transcript, meta={**transcript.meta, **extra}))
            rows += turns
            problems += noted
        if progress:
            progress(done, len(files))
    for folder, entries in metas.items():
        problems += unmatched(entries, used[folder], f"{folder.name}/meta")
    if not transcripts:
        raise InputError(_nothing(chosen, problems))
    segments = frame(SEGMENTS, pd.DataFrame(rows, columns=[column.name for column in SEGMENTS]))
    return study.with_(transcripts=tuple(transcripts), segments=segments).with_problems(problems)


def _about(paths: list[Path]) -> dict[str, str]:
    names = [path.stem if path.is_file() else path.resolve().name for path in paths]
    return {"title": listed(names)}


def _files(paths: list[Path]) -> list[Path]:
    """Return all files, folders searched through in alphabetical order."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        found += [item for item in inside if item.is_file() and not item.name.startswith(_IGNORED)]
    return list(dict.fromkeys(found))


def _metas(
    files: list[Path], problems: list[Problem]
) -> tuple[dict[Path, dict[str, dict[str, str]]], dict[Path, set[str]]]:
    folders = sorted({path.parent for path in files})
    metas = {}
    for folder in folders:
        metas[folder], noted = read_meta(folder)
        problems += noted
    return metas, {folder: set() for folder in folders}


def _free_name(path: Path, taken: set[str]) -> str:
    """Return the file's stem, with the folder or a number where two files share it."""
    if path.stem not in taken:
        return path.stem
    candidates = [f"{path.parent.name}_{path.stem}"]
    candidates += [f"{path.stem}_{number}" for number in range(2, len(taken) + 3)]
    return next(name for name in candidates if name not in taken)


def _unknown(path: Path, known: Iterable[str]) -> Problem:
    return Problem(
        path.name,
        f"tego formatu qualcode nie czyta; zapisz plik jako jeden z: {listed(sorted(known), 'lub')}.",
        skipped=True,
    )


def _nothing(paths: list[Path], problems: list[Problem]) -> str:
    skipped = [problem for problem in problems if problem.skipped]
    place = listed(str(path) for path in paths)
    if not skipped:
        return f"W {quoted(place)} nie ma żadnej transkrypcji; wskaż folder z plikami .txt, .docx, .vtt, .csv lub .xlsx."
    if len(skipped) == 1:
        return f"Nie ma czego analizować: {skipped[0]}"
    return f"Nie ma czego analizować; z {len(skipped)} plików żadnego nie dało się odczytać. Pierwszy: {skipped[0]}"
