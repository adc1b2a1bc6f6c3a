"""Coders by name, and coders on disk: a folder with ``model.json`` and weights that run no code."""

from __future__ import annotations

import hashlib
import json
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

from qualcode import resources
from qualcode.coders.base import Coder
from qualcode.errors import InputError, MissingPartError, MisuseError
from qualcode.study import Codebook
from qualcode.wording import listed, quoted, suggestion

DEFAULT_CODER = "qualcode"
CODERS = (DEFAULT_CODER, "transformer", "linear", "rules", "similarity")
UNTRAINED = ("rules", "similarity")
TRAINABLE = ("adapted", "linear", "transformer")
"""What learns from people; ``"adapted"`` starts from the default coder of the same codes."""
_PARTS = (DEFAULT_CODER, "linear", "transformer")
_SAME_BOOK = 0.5  # share of codes known, above which a codebook is a version of the shipped one
_VERSIONS = ("scikit-learn", "numpy", "spacy")


def new_coder(kind: str, codebook: Codebook, pipeline: str | None = None) -> Coder:
    """Return an untrained coder of a kind; the transformer reads no lemmas, so no pipeline.

    Raises
    ------
    MisuseError
        When there is no such kind.
    """
    if kind == "rules":
        from qualcode.coders.rules import RulesCoder

        return RulesCoder(codebook, pipeline)
    if kind == "linear":
        from qualcode.coders.linear import LinearCoder

        return LinearCoder(codebook, pipeline)
    if kind == "transformer":
        from qualcode.coders.transformer import TransformerCoder

        return TransformerCoder(codebook)
    if kind == "adapted":
        from qualcode.coders.adapted import AdaptedCoder

        return AdaptedCoder(codebook, _prior(codebook, pipeline), pipeline)
    if kind == "similarity":
        from qualcode.coders.similarity import SimilarityCoder

        return SimilarityCoder(codebook, pipeline)
    if kind == DEFAULT_CODER:
        from qualcode.coders.combined import CombinedCoder

        return CombinedCoder(codebook, pipeline)
    raise MisuseError(
        f"Nie ma kodera {quoted(kind)}; są: {listed(CODERS)} albo folder wytrenowanego kodera."
        f"{suggestion(kind, CODERS)}"
    )


def trainable_kind(codebook: Codebook) -> str:
    """Return what learns best from few codings: a warm start where a coder knows the codes."""
    return "adapted" if _shipped_codes(codebook) == list(codebook.codes) else "linear"


def load_coder(
    name: str | Path | Coder | None, codebook: Codebook, *, pipeline: str | None = None
) -> Coder:
    """Return a coder ready to predict with this codebook.

    Parameters
    ----------
    name : str, Path, Coder or None
        ``"qualcode"`` (default), ``"transformer"``, ``"linear"``, ``"rules"``, ``"similarity"``,
        the folder of a coder trained by :func:`qualcode.train`, or a coder (returned as it is).
        Without a name, a codebook nobody trained a coder for gets ``"similarity"``.
    codebook : Codebook
        A version of a shipped codebook (half of the codes or more are the same) is coded by its
        coder, and the codes that were added by their definitions and examples.
    pipeline : str, optional
        Name of the spaCy pipeline that lemmatises; by default the one the coder was trained
        with. A coder object keeps its own.

    Returns
    -------
    Coder

    Raises
    ------
    MisuseError
        When there is no coder of that name.
    MissingPartError
        When no such coder was trained for this codebook.
    InputError
        When the folder holds no coder, one of another codebook, or one that adapts another
        version of the shipped coder.
    """
    if isinstance(name, Coder):
        return name
    wanted = str(name or DEFAULT_CODER)
    if (Path(wanted) / "model.json").is_file():
        return _from_folder(Path(wanted), codebook, pipeline)
    if name is None and not is_trained(codebook):
        wanted = "similarity"
    if wanted == "adapted":
        raise MisuseError(
            "Koder „adapted” powstaje dopiero przez uczenie: „qualcode train BADANIE --like OSOBA "
            "-o FOLDER”; potem podaj ten folder."
        )
    known = _shipped_codes(codebook)
    if wanted == "similarity" or not known or known == list(codebook.codes):
        return _ready(wanted, codebook, pipeline)
    if not is_trained(codebook):
        raise _untrained(codebook, wanted)
    return _extended(wanted, codebook, pipeline)


def _ready(kind: str, codebook: Codebook, pipeline: str | None) -> Coder:
    coder = new_coder(kind, codebook, pipeline)
    return coder if kind in UNTRAINED else coder.load(_shipped(codebook, kind))


def _extended(kind: str, codebook: Codebook, pipeline: str | None) -> Coder:
    from qualcode.coders.extended import ExtendedCoder
    from qualcode.reading.codebooks import load_codebook

    trained_for = load_codebook(resources.find(f"models/{codebook.id}/codebook.yaml"))
    return ExtendedCoder(codebook, _ready(kind, trained_for, pipeline), pipeline)


def is_trained(codebook: Codebook) -> bool:
    """Tell whether a coder for this codebook, or a version of it, ships with qualcode."""
    known = _shipped_codes(codebook)
    same = len(set(known) & set(codebook.codes))
    return bool(known) and same >= _SAME_BOOK * len(codebook)


def _shipped_codes(codebook: Codebook) -> list[str]:
    """Return the codes the shipped coder of a codebook's id knows; none when there is none."""
    try:
        folder = _shipped(codebook, DEFAULT_CODER)
    except MissingPartError:
        return []
    return list(_about(folder)["codes"])


def _prior(codebook: Codebook, pipeline: str | None) -> Coder:
    if _shipped_codes(codebook) != list(codebook.codes):
        raise MissingPartError(
            f"Koder „adapted” dostraja wbudowany, a dla książki kodowej {quoted(codebook.title)} "
            "takiego nie ma; wytrenuj koder „linear”."
        )
    return _ready(DEFAULT_CODER, codebook, pipeline)


def _prior_digest(codebook: Codebook) -> str:
    """Return one SHA-256 of the shipped coder and its parts."""
    found = hashlib.sha256()
    for part in _PARTS:
        try:
            found.update(digest(_shipped(codebook, part) / "model.json").encode())
        except (MissingPartError, OSError):
            continue
    return found.hexdigest()


def save_coder(coder: Coder, folder: Path, **about: Any) -> None:
    """Write a trained coder with what is known of it.

    Parameters
    ----------
    coder : Coder
    folder : Path
    **about
        Further entries of ``model.json``: training data, figures, the command that rebuilds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    coder.save(folder)
    files = sorted(path for path in folder.iterdir() if path.suffix in (".npz", ".json", ".onnx"))
    content = {
        "kind": type(coder).name,
        "codebook": coder.codebook.id,
        "codebook_hash": coder.codebook.hash,
        "codes": coder.codes,
        "pipeline": getattr(coder, "pipeline", None),
        "versions": {name: version(name) for name in _VERSIONS}
        | {"python": platform.python_version()},
        "sha256": {path.name: digest(path) for path in files if path.name != "model.json"},
        **about,
    }
    if content["kind"] == "adapted":
        content["prior_sha256"] = _prior_digest(coder.codebook)
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "model.json").write_text(f"{text}\n", encoding="utf-8")


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _about(folder: Path) -> dict[str, Any]:
    try:
        about = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        if isinstance(about["kind"], str) and isinstance(about["codes"], list):
            return dict(about)
    except (OSError, ValueError, KeyError, TypeError):
        pass
    raise InputError(f"{folder}: plik model.json jest uszkodzony; wytrenuj koder od nowa.")


def _from_folder(folder: Path, codebook: Codebook, pipeline: str | None) -> Coder:
    about = _about(folder)
    if about["codes"] != list(codebook.codes):
        raise InputError(
            f"{folder}: ten koder zna inną książkę kodową ({about.get('codebook')}); podaj ją "
            "w „--codebook” albo wytrenuj koder na swojej."
        )
    if about["kind"] == "adapted" and about.get("prior_sha256") != _prior_digest(codebook):
        raise InputError(
            f"{folder}: ten koder dostraja inną wersję wbudowanego kodera; wytrenuj go od nowa "
            "(„qualcode train”) albo użyj wersji qualcode, w której powstał."
        )
    coder = new_coder(about["kind"], codebook, pipeline or about.get("pipeline")).load(folder)
    coder.name = folder.resolve().name
    coder.trained_with = about.get("pipeline")
    coder.sha256 = digest(folder / "model.json")  # which names the hash of every other file
    return coder


def _shipped(codebook: Codebook, kind: str) -> Path:
    try:
        return resources.find(f"models/{codebook.id}/{kind}")
    except MissingPartError as error:
        raise _untrained(codebook, kind) from error


def _untrained(codebook: Codebook, kind: str) -> MissingPartError:
    return MissingPartError(
        f"Dla książki kodowej {quoted(codebook.title)} nie ma wytrenowanego kodera {quoted(kind)}; "
        "użyj kodera „similarity” albo wytrenuj własny na zakodowanym badaniu („qualcode train”)."
    )
