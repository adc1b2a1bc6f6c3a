"""What the Polish tokenizer of spaCy cuts and Polish spelling keeps together.

``MOPS-u``, ``PiS-owi``, ``28-letni``, ``e-usługa``, ``12.03.2021``, ``14.30`` and ``1.200`` stay
one token each, as in the Polish treebanks.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_UPPER = "A-ZĄĆĘŁŃÓŚŹŻ"
_LOWER = "a-ząćęłńóśźż"
_ENDINGS = "u|tu|ie|cie|em|tem|owi|ów|tów|y|ty|ach|tach|ami|tami|om|tom"
WHOLE = (
    r"^(?:[^\W\d_]+"  # letters alone: nothing to cut, and quicker said at once
    rf"|\d+(?:,\d+)?-[{_LOWER}]+"  # 28-letni, 1,5-roczny
    rf"|[{_UPPER}][{_UPPER}{_LOWER}]*[{_UPPER}][-–'’][{_LOWER}]{{1,4}}"  # MOPS-u, PiS-owi
    r"|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,3}(?:\.\d{3})+|\d{1,2}[.:]\d{2}"  # dates, thousands, hours
    rf"|[{_LOWER}]{{3,5}}-(?:{_ENDINGS})"  # wtz-tu
    rf"|[Ee]-[{_LOWER}]{{3,}})$"  # e-usługa
)


class PolishTokens:
    """Teaches the tokenizer of its pipeline; documents pass through unchanged."""

    def __init__(self, nlp: Language) -> None:
        from qualcode.polish.lexemes import cheapen

        keep_whole(nlp)
        cheapen(nlp.vocab)

    def __call__(self, doc: Doc) -> Doc:
        """Return the document as it is."""
        return doc

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write nothing: the patterns are in the tokenizer."""

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> PolishTokens:
        """Read nothing."""
        return self


def keep_whole(nlp: Language) -> None:
    """Teach the tokenizer of a pipeline the patterns of this module, on top of its own."""
    import re

    tokenizer: Any = nlp.tokenizer
    own = tokenizer.token_match
    pattern = getattr(getattr(own, "__self__", None), "pattern", "")
    if WHOLE not in pattern:
        joined = f"(?:{WHOLE})|(?:{pattern})" if pattern else WHOLE
        tokenizer.token_match = re.compile(joined).match
