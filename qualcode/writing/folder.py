"""A study as a folder a person can read (read back by :mod:`qualcode.reading.folders`)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd

from qualcode.study import Codebook, Study
from qualcode.writing.files import write_text


def write_folder(study: Study, folder: Path) -> None:
    """Write a study: readable, sorted, diff-friendly.

    Where a study was written before, its transcripts and notes go: they may hold names that this
    one masks, and reading the folder must give this study again.

    Raises
    ------
    OutputError
        When a file cannot be written.
    """
    if (folder / "study.toml").is_file():
        for former in [*(folder / "transcripts").glob("*.txt"), folder / "problems.csv"]:
            former.unlink(missing_ok=True)
    for transcript in study.transcripts:
        write_text(folder / "transcripts" / f"{transcript.id}.txt", transcript.text)
    write_text(folder / "study.toml", _toml(study.about))
    write_text(folder / "codebook.yaml", codebook_yaml(study.codebook))
    _csv(folder / "meta.csv", study.meta.reset_index())
    _csv(folder / "segments.csv", study.segments)
    _csv(folder / "codings.csv", study.codings)
    if study.problems:
        rows = [(item.place, item.sentence, int(item.skipped)) for item in study.problems]
        _csv(folder / "problems.csv", pd.DataFrame(rows, columns=["place", "sentence", "skipped"]))


def codebook_yaml(codebook: Codebook) -> str:
    """Return a codebook as the YAML that :func:`qualcode.reading.codebooks` reads."""
    import yaml

    def filled(**entries: Any) -> dict[str, Any]:
        return {key: value for key, value in entries.items() if value}

    facets = [
        filled(
            id=facet.id,
            name=facet.name,
            question=facet.question,
            definition=facet.definition,
            exclude=facet.exclude,
            codes=[
                filled(
                    id=code.id,
                    name=code.name,
                    definition=code.definition,
                    exclude=code.exclude,
                    examples=list(code.examples),
                )
                for code in facet.codes
            ],
        )
        for facet in codebook.facets
    ]
    content = filled(
        id=codebook.id,
        version=codebook.version,
        language=codebook.language,
        title=codebook.title,
        facets=facets,
    )
    return str(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100))


def _csv(path: Path, data: pd.DataFrame) -> None:
    write_text(path, data.to_csv(index=False, lineterminator="\n"))


def _toml(about: Any) -> str:
    # a JSON string is a TOML basic string
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in about.items()]
    return "".join(f"{line}\n" for line in sorted(lines))
