"""The manifest of a run: what was used, so that the result can be made again."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import platform

from qualcode import resources
from qualcode.errors import MissingPartError
from qualcode.reports.blocks import Report
from qualcode.study import Study, Transcript

_LIBRARIES = (
    "qualcode",
    "pandas",
    "numpy",
    "scipy",
    "scikit-learn",
    "spacy",
    "matplotlib",
    "python-docx",
    "xlsxwriter",
    "bertopic",
)
# what of models/<codebook>/ each shipped coder decides by
_PARTS = {
    "qualcode": ("qualcode", "transformer", "linear", "cues.yaml"),
    "transformer": ("transformer",),
    "linear": ("linear", "cues.yaml"),
    "rules": ("cues.yaml",),
}


def manifest(report: Report) -> str:
    """Return the manifest as JSON: versions, hashes and parameters, no text and no clock.

    Parameters
    ----------
    report : Report
    """
    study = report.study
    book = study.codebook
    content = {
        "versions": {"python": platform.python_version(), **_versions()},
        "codebook": {"id": book.id, "version": book.version, "sha256": book.hash},
        "pipeline": study.about.get("pipeline", ""),
        "coder": {"name": report.coder, "files": _model_files(study, report.coder)},
        "inputs": {item.id: _hash(item) for item in study.transcripts},
        "n_segments": len(study.segments),
        "codings_sha256": _frame_hash(study, report.coder),
        "parameters": dict(report.parameters),
    }
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _versions() -> dict[str, str]:
    found = {}
    for name in _LIBRARIES:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def _hash(transcript: Transcript) -> str:
    content = json.dumps(
        [transcript.text, dict(transcript.meta)], ensure_ascii=False, sort_keys=True
    )
    return hashlib.sha256(content.encode()).hexdigest()


def _frame_hash(study: Study, coder: str) -> str:
    rows = study.codings_of(coder).sort_values(["segment", "code"]).to_csv(index=False)
    return hashlib.sha256(rows.encode()).hexdigest()


def _model_files(study: Study, coder: str) -> dict[str, str]:
    """Return the SHA-256 of each file a coder decides by; people have none.

    Of a coder one trained oneself it is that of ``model.json``, which holds those of its files.
    """
    _, _, own = study.about.get("own_coder", "").partition(" ")
    told = study.about.get("own_coder_sha256", "") if own == coder else ""
    found = {"model.json": told} if told else {}
    for part in _PARTS.get(coder, ()):
        try:
            root = resources.find(f"models/{study.codebook.id}/{part}")
        except MissingPartError:
            continue
        files = [root] if root.is_file() else [path for path in root.rglob("*") if path.is_file()]
        for path in files:
            name = part if path == root else f"{part}/{path.relative_to(root).as_posix()}"
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found
