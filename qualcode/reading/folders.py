"""A study on disk: a folder a person can read.

``study.toml`` · ``codebook.yaml`` · ``transcripts/`` · ``meta.csv`` · ``segments.csv`` ·
``codings.csv`` · ``problems.csv`` (only when there were any). Written by
:mod:`qualcode.writing.folder`; what was written is read back equal.
"""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path

import pandas as pd

from qualcode.errors import InputError, Problem
from qualcode.reading.codebooks import load_codebook, parse_codebook
from qualcode.study import CODINGS, SEGMENTS, Codebook, Column, Study, Transcript, frame
from qualcode.wording import counted, listed, quoted


def is_study(folder: Path) -> bool:
    """Tell a study written by qualcode from a bare folder of transcripts."""
    return (folder / "segments.csv").is_file() and (folder / "transcripts").is_dir()


def read_folder(folder: Path, codebook: str | Path | Codebook | None = None) -> Study:
    """Read a study written by :func:`qualcode.write`.

    Parameters
    ----------
    folder : Path
    codebook : str, Path or Codebook, optional
        Used instead of the folder's own ``codebook.yaml``.

    Returns
    -------
    Study
        With a :class:`~qualcode.errors.Problem` for each segment that no longer fits its text.

    Raises
    ------
    InputError
        When a table is broken; the sentence names file and mend.
    """
    own = folder / "codebook.yaml"
    chosen = load_codebook(codebook or "cus") if codebook or not own.is_file() else None
    study = Study(
        codebook=chosen or parse_codebook(own),
        transcripts=_transcripts(folder),
        segments=_table(folder / "segments.csv", SEGMENTS),
        codings=_table(folder / "codings.csv", CODINGS),
        problems=_problems(folder / "problems.csv"),
        about=_about(folder / "study.toml"),
    )
    return study.with_problems(_misfits(study, folder.name))


def _transcripts(folder: Path) -> tuple[Transcript, ...]:
    meta_file = folder / "meta.csv"
    meta: dict[str, dict[str, str]] = {}
    if meta_file.is_file():
        data = _csv(meta_file)
        if "transcript" not in data:
            raise InputError(f"{meta_file.name}: brakuje kolumny „transcript”; dopisz ją.")
        for row in data.to_dict("records"):
            name = row.pop("transcript")
            meta[name] = {key: value for key, value in row.items() if value}
    found = []
    for path in sorted((folder / "transcripts").glob("*.txt")):
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
        found.append(Transcript(path.stem, text, meta.get(path.stem, {})))
    return tuple(found)


def _csv(path: Path) -> pd.DataFrame:
    try:
        return pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8-sig")
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise InputError(
            f"{path.name}: tabeli nie da się odczytać; ma być w UTF-8, z nagłówkiem i przecinkami."
        ) from error


def _table(path: Path, columns: tuple[Column, ...]) -> pd.DataFrame:
    if not path.is_file():
        return frame(columns)
    data = _csv(path)
    missing = [column.name for column in columns if column.name not in data]
    if missing:
        raise InputError(f"{path.name}: brakuje kolumn: {listed(missing)}; dopisz je.")
    for column in columns:
        if column.dtype != "str":
            # "" is "unknown": NaN for floats, refused for offsets
            numbers = pd.to_numeric(data[column.name], errors="coerce")
            wrong = numbers.isna() & ((data[column.name] != "") | (column.dtype == "int64"))
            if wrong.any():
                line = int(wrong.to_numpy().argmax()) + 2
                raise InputError(
                    f"{path.name}, wiersz {line}: w kolumnie {quoted(column.name)} ma być liczba."
                )
            data[column.name] = numbers
    return frame(columns, data)


def _problems(path: Path) -> tuple[Problem, ...]:
    if not path.is_file():
        return ()
    rows = _csv(path).to_dict("records")
    return tuple(Problem(row["place"], row["sentence"], row["skipped"] == "1") for row in rows)


def _about(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        return {key: str(value) for key, value in tomllib.loads(path.read_text("utf-8")).items()}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path.name}: to nie jest poprawny plik TOML w UTF-8.") from error


def _misfits(study: Study, name: str) -> list[Problem]:
    """Note the segments whose stored text no longer matches their address."""
    texts = {transcript.id: transcript.text for transcript in study.transcripts}
    lost: dict[str, int] = {}
    for row in study.segments.itertuples():
        if texts.get(row.transcript, "")[row.start : row.end] != row.text:
            lost[row.transcript] = lost.get(row.transcript, 0) + 1
    return [
        Problem(
            f"{name}/transcripts/{transcript}.txt",
            f"tekst zmienił się po kodowaniu: {counted(count, 'segment', 'segmenty', 'segmentów')} "
            "nie pasuje do swojego miejsca; podziel i zakoduj tę transkrypcję od nowa.",
        )
        for transcript, count in sorted(lost.items())
    ]
