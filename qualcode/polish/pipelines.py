"""The one door to Polish text: :func:`load_pipeline`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcode.errors import MissingPartError
from qualcode.polish.parts import MODEL
from qualcode.resources import find
from qualcode.wording import quoted

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT = "pl_qualcode"
COMPONENTS = (
    "polish_tokens", "polish_sentences", "polish_tagger", "polish_names", "polish_terms",
    "polish_speech",
)  # fmt: skip
_LOADED: dict[str, Language] = {}


def load_pipeline(name: str | None = None) -> Language:
    """Load a Polish spaCy pipeline; the same object is returned on every call.

    Parameters
    ----------
    name : str, optional
        ``"pl_qualcode"`` (default, ships with qualcode), the name of an installed spaCy package
        such as ``"pl_core_news_lg"``, or the path of a pipeline folder.

    Returns
    -------
    spacy.Language
        Sets ``token.lemma_``, ``token.pos_``, ``token.morph``, ``doc.sents`` and ``doc.ents``.

    Raises
    ------
    MissingPartError
        When the pipeline is not installed; the sentence says how to install it.
    """
    wanted = name or DEFAULT
    if wanted not in _LOADED:
        _LOADED[wanted] = _own() if wanted == DEFAULT else _installed(wanted)
    return _LOADED[wanted]


def blank_pipeline(*, setting: str = "default") -> Language:
    """Build the pipeline from a blank Polish one and the components of this room.

    Parameters
    ----------
    setting : str
        How readily people's names are found: ``"default"``, ``"balanced"`` or ``"privacy"``.
    """
    import spacy

    import qualcode.polish.components  # noqa: F401  registers the factories

    nlp = spacy.blank("pl")
    for name in COMPONENTS:
        nlp.add_pipe(name, config={"setting": setting} if name == "polish_names" else {})
    return nlp


def _own() -> Language:
    import spacy

    import qualcode.polish.components  # noqa: F401  registers the factories

    try:
        return spacy.load(find(MODEL))
    except OSError as error:
        raise MissingPartError(
            f"Folder potoku {quoted(DEFAULT)} jest uszkodzony ({error}); zainstaluj program "
            "ponownie poleceniem „pip install --force-reinstall qualcode”."
        ) from error


def _installed(name: str) -> Language:
    import spacy

    try:
        return spacy.load(name)
    except OSError as error:
        raise MissingPartError(
            f"Nie ma potoku językowego {quoted(name)}: zainstaluj go poleceniem "
            f"„qualcode models install {name}” albo użyj domyślnego {quoted(DEFAULT)}."
        ) from error


def describe_pipeline(nlp: Language) -> str:
    """Name a pipeline with its version, for manifests and reports: ``pl_qualcode 1.0.0``.

    Parameters
    ----------
    nlp : spacy.Language
        From :func:`load_pipeline`.
    """
    name = f"{nlp.lang}_{nlp.meta.get('name', '')}".rstrip("_")
    return f"{name} {nlp.meta.get('version', '')}".strip()
