"""The one door to Polish text: :func:`load_pipeline`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcode.errors import MissingPartError
from qualcode.wording import quoted

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT = "pl_qualcode"
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


def _own() -> Language:
    import spacy

    import qualcode.polish.components  # noqa: F401  registers the factories
    from qualcode.polish.tokens import keep_whole

    nlp = spacy.blank("pl")
    keep_whole(nlp)
    nlp.add_pipe("polish_sentences")
    nlp.add_pipe("polish_tagger")
    return nlp


def _installed(name: str) -> Language:
    import spacy

    try:
        return spacy.load(name)
    except OSError as error:
        raise MissingPartError(
            f"Nie ma potoku językowego {quoted(name)}: zainstaluj go poleceniem "
            f"„qualcode models install {name}” albo użyj domyślnego {quoted(DEFAULT)}."
        ) from error
