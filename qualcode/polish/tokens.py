"""What the Polish tokenizer of spaCy cuts and Polish spelling keeps together.

``MOPS-u``, ``PiS-owi``, ``28-letni``, ``e-usługa``, ``12.03.2021``, ``14.30`` and ``1.200`` stay
one token each, as in the Polish treebanks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

_UPPER = "A-ZĄĆĘŁŃÓŚŹŻ"
_LOWER = "a-ząćęłńóśźż"
WHOLE = (
    rf"^(?:\d+(?:,\d+)?-[{_LOWER}]+"  # 28-letni, 1,5-roczny
    rf"|[{_UPPER}][{_UPPER}{_LOWER}]*[{_UPPER}][-–'’][{_LOWER}]{{1,4}}"  # MOPS-u, PiS-owi
    r"|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,3}(?:\.\d{3})+|\d{1,2}[.:]\d{2}"  # dates, thousands, hours
    rf"|[Ee]-[{_LOWER}]{{3,}})$"  # e-usługa
)


def keep_whole(nlp: Language) -> None:
    """Teach the tokenizer of a pipeline the patterns of this module, on top of its own."""
    import re

    own = nlp.tokenizer.token_match
    if own is not None and getattr(own, "__self__", None) is not None:
        pattern = own.__self__.pattern
        if WHOLE in pattern:
            return
        nlp.tokenizer.token_match = re.compile(f"{WHOLE}|{pattern}").match
        return
    nlp.tokenizer.token_match = re.compile(WHOLE).match
