"""The folder of the model around its weights: spaCy's files and ``model.json``."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from pathlib import Path

VERSION = "1.0.0"
_OURS = ("model.json", "CARD.md", "figures.json")
_LICENCE = "CC-BY-SA-4.0 AND CC-BY-4.0 AND BSD-2-Clause AND MIT"
_TRAINING = [
    {
        "name": "UD_Polish-PUD", "licence": "CC-BY-SA-4.0", "cite": "Zeman et al. 2017",
        "files": ["pud-test.conllu.xz"], "teaches": ["polish_tagger/weights-cc-by-sa.xz"],
    },
    {
        "name": "UD_Polish-MPDT", "licence": "CC-BY-SA-4.0", "cite": "Wieczorek et al. 2023",
        "files": ["mpdt-train.conllu.xz", "mpdt-dev.conllu.xz", "mpdt-test.conllu.xz"],
        "teaches": ["polish_tagger/weights-cc-by-sa.xz"],
    },
    {
        "name": "NKJP 1M", "licence": "CC-BY-4.0", "cite": "Przepiórkowski et al. 2012",
        "files": ["nkjp-nested.iob.7z"],
        "teaches": [
            "polish_tagger/prior-cc-by.tsv.xz", "polish_tagger/endings-cc-by.tsv.xz",
            "polish_sentences/boundaries-cc-by.xz", "polish_sentences/units-cc-by.xz",
            "polish_names/names-cc-by.xz",
            "polish_tagger/weights-cc-by-sa.xz",
        ],
    },
    {
        "name": "corpora/mowa", "licence": "MIT", "cite": "this project",
        "files": ["mowa-train.conllu", "nkjp.tsv"],
        "teaches": ["polish_tagger/weights-cc-by-sa.xz"],
    },
    {
        "name": "corpora/warsztaty, corpora/mowa_publiczna, corpora/wypowiedzi",
        "licence": "CC-BY-4.0", "cite": "this project",
        "files": ["segments.csv", "meta.csv"], "teaches": ["polish_sentences/units-cc-by.xz"],
    },
    {
        "name": "SGJP in morfeusz2", "licence": "BSD-2-Clause", "cite": "Kieraś, Woliński 2017",
        "files": [], "teaches": ["polish_tagger/endings-cc-by.tsv.xz"],
    },
]  # fmt: skip


def write_pipeline(output: Path) -> None:
    """Write spaCy's files and ``model.json`` beside the weights.

    Parameters
    ----------
    output : Path
        The model's folder, with the weights in it.
    """
    from qualcode.polish.pipelines import blank_pipeline

    nlp = blank_pipeline()
    for name in ("polish_tagger", "polish_sentences", "polish_names", "polish_speech"):
        nlp.get_pipe(name).from_disk(output / name)  # type: ignore[attr-defined]
    nlp.meta.update(
        {
            "name": "qualcode", "version": VERSION, "license": _LICENCE, "author": "qualcode",
            "description": "Polish of workshops: tokens, sentences, lemmas, features, names.",
        }
    )  # fmt: skip
    nlp.to_disk(output)
    _write_facts(output)


def _write_facts(output: Path) -> None:
    import srsly

    figures = output / "figures.json"
    srsly.write_json(
        output / "model.json",
        {
            "name": "pl_qualcode",
            "version": VERSION,
            "versions": {name: version(name) for name in ("spacy", "morfeusz2", "numpy", "scipy")},
            "dictionary": _dictionary(),
            "command": "python -m qualcode.polish.training TREEBANKS",
            "training_data": _TRAINING,
            "licence": _LICENCE,
            "figures": json.loads(figures.read_text("utf-8")) if figures.exists() else {},
            "sha256": {
                path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted(output.rglob("*"))
                if path.is_file() and path.name not in _OURS
            },
        },
    )


def _dictionary() -> str:
    from qualcode.polish.readings import Dictionary

    return Dictionary().version
