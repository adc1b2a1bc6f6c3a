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
TRAINABLE = ("linear", "transformer")
_VERSIONS = ("scikit-learn", "numpy", "spacy")


def new_coder(kind: str, codebook: Codebook) -> Coder:
    """Return an untrained coder of a kind.

    Raises
    ------
    MisuseError
        When there is no such kind.
    """
    if kind == "rules":
        from qualcode.coders.rules import RulesCoder

        return RulesCoder(codebook)
    if kind == "linear":
        from qualcode.coders.linear import LinearCoder

        return LinearCoder(codebook)
    if kind == "transformer":
        from qualcode.coders.transformer import TransformerCoder

        return TransformerCoder(codebook)
    if kind == "similarity":
        from qualcode.coders.similarity import SimilarityCoder

        return SimilarityCoder(codebook)
    if kind == DEFAULT_CODER:
        from qualcode.coders.combined import CombinedCoder

        return CombinedCoder(codebook)
    raise MisuseError(
        f"Nie ma kodera {quoted(kind)}; są: {listed(CODERS)} albo folder wytrenowanego kodera."
        f"{suggestion(kind, CODERS)}"
    )


def load_coder(name: str | Path | Coder | None, codebook: Codebook) -> Coder:
    """Return a coder ready to predict with this codebook.

    Parameters
    ----------
    name : str, Path, Coder or None
        ``"qualcode"`` (default), ``"transformer"``, ``"linear"``, ``"rules"``, ``"similarity"``,
        the folder of a coder trained by :func:`qualcode.train`, or a coder (returned as it is).
        Without a name, a codebook nobody trained a coder for gets ``"similarity"``.
    codebook : Codebook

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
        When the folder holds no coder, or one of another codebook.
    """
    if isinstance(name, Coder):
        return name
    wanted = str(name or DEFAULT_CODER)
    if (Path(wanted) / "model.json").is_file():
        return _from_folder(Path(wanted), codebook)
    if name is None and not is_trained(codebook):
        wanted = "similarity"
    coder = new_coder(wanted, codebook)
    if wanted in UNTRAINED:
        return coder
    return coder.load(_shipped(codebook, wanted))


def is_trained(codebook: Codebook) -> bool:
    """Tell whether a coder trained for this codebook ships with qualcode."""
    try:
        resources.find(f"models/{codebook.id}/{DEFAULT_CODER}")
    except MissingPartError:
        return False
    return True


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
        "versions": {name: version(name) for name in _VERSIONS}
        | {"python": platform.python_version()},
        "sha256": {path.name: digest(path) for path in files if path.name != "model.json"},
        **about,
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "model.json").write_text(f"{text}\n", encoding="utf-8")


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _from_folder(folder: Path, codebook: Codebook) -> Coder:
    try:
        about = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        kind, codes = about["kind"], about["codes"]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{folder}: plik model.json jest uszkodzony; wytrenuj koder od nowa."
        ) from error
    if codes != list(codebook.codes):
        raise InputError(
            f"{folder}: ten koder zna inną książkę kodową ({about.get('codebook')}); podaj ją "
            "w „--codebook” albo wytrenuj koder na swojej."
        )
    coder = new_coder(kind, codebook).load(folder)
    coder.name = folder.resolve().name
    return coder


def _shipped(codebook: Codebook, kind: str) -> Path:
    try:
        return resources.find(f"models/{codebook.id}/{kind}")
    except MissingPartError as error:
        raise MissingPartError(
            f"Dla książki kodowej {quoted(codebook.title)} nie ma wytrenowanego kodera {quoted(kind)}; "
            "użyj kodera „rules” albo wytrenuj własny na zakodowanym badaniu („qualcode train”)."
        ) from error
