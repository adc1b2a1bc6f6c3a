"""Texts as spaCy documents, the latest remembered: coders and topics read the same segments."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from qualcode.polish.pipelines import load_pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEPT = 2048  # about 20 MB
_UNNEEDED = frozenset({"polish_terms", "polish_speech"})
_memory: OrderedDict[tuple[str | None, str], Doc] = OrderedDict()


def documents(
    texts: Iterable[str], pipeline: str | None = None, needs: Iterable[str] = ("lemmas",)
) -> list[Doc]:
    """Return each text as a document with what the pipeline sets, marks of terms and speech aside.

    Parameters
    ----------
    texts : iterable of str
    pipeline : str, optional
        Name of a spaCy pipeline; the shipped one by default.
    needs : iterable of str
        What must be set, see :func:`load_pipeline`.

    Returns
    -------
    list of Doc
        Equal texts share one document; do not change it.

    Raises
    ------
    MissingPartError
        When the pipeline is not installed or does not set what is needed.
    """
    nlp = load_pipeline(pipeline, needs=tuple(needs))
    wanted = list(texts)
    known = {text: _memory[pipeline, text] for text in wanted if (pipeline, text) in _memory}
    new = [text for text in dict.fromkeys(wanted) if text not in known]
    unneeded = [name for name in nlp.pipe_names if name in _UNNEEDED]
    fresh = dict(zip(new, nlp.pipe(new, disable=unneeded), strict=True))
    for text, doc in fresh.items():
        _memory[pipeline, text] = doc
    while len(_memory) > _KEPT:
        _memory.popitem(last=False)
    return [fresh[text] if text in fresh else known[text] for text in wanted]
