"""The component that sets sentence starts: ``polish_sentences``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from qualcode.polish.boundaries import ENDS, Looks, begins
from qualcode.polish.columns import words
from qualcode.polish.packing import unpack_weights
from qualcode.polish.parts import Part
from qualcode.polish.units import SCALE, Traits, addresses, divide

if TYPE_CHECKING:
    from spacy.tokens import Doc

BOUNDARIES = "boundaries-cc-by.xz"
UNITS = "units-cc-by.xz"
_LONG = 32
"""Words in a row with hardly a mark among them: written down from speech."""
_LONG_WRITTEN = 60
"""The same for what begins with a capital and ends with a full stop: a long sentence."""
_WORDS_PER_MARK = 12


class PolishSentences(Part):
    """Set ``token.is_sent_start``; a line break always ends a sentence."""

    component = "polish_sentences"
    files = (BOUNDARIES, UNITS)

    def __call__(self, doc: Doc) -> Doc:
        """Set the sentence starts of one document."""
        from spacy.attrs import SENT_START

        starts = np.full(len(doc), -1, dtype=np.int64)
        found = words(doc)
        first = 0
        for last in [*found.breaks, len(found.forms)]:
            if first < last:
                for start in self.starts(found.forms[first:last], found.spaces[first:last]):
                    starts[found.indices[first + start]] = 1
                first = last
        if len(doc):
            starts[0] = 1
            table: Any = starts.astype(np.uint64).reshape(-1, 1)
            doc.from_array([SENT_START], table)
        return doc

    def starts(self, forms: Sequence[str], spaces: Sequence[bool]) -> list[int]:
        """Return the tokens that begin a sentence, the first one included.

        Parameters
        ----------
        forms : sequence of str
        spaces : sequence of bool
            Whether white space follows each token.
        """
        edges = begins(forms, spaces, self._weights, self._looks)
        result = []
        for first, last in zip(edges, [*edges[1:], len(forms)], strict=True):
            result.append(first)
            if _unpunctuated(forms[first:last]):
                result += [first + place for place in self._units(forms[first:last])]
        return result

    def _units(self, forms: Sequence[str]) -> list[int]:
        """Cut a stretch of speech without marks into units that can be read."""
        places = [place for place, form in enumerate(forms) if form[:1].isalnum()]
        words = [forms[place].lower() for place in places]
        found = self._spoken[addresses(words, self._traits)].sum(axis=1, dtype=np.int64) / SCALE
        return [places[word] for word in divide(found.tolist())]

    @cached_property
    def _weights(self) -> np.ndarray:
        return unpack_weights(self.read(BOUNDARIES))

    @cached_property
    def _spoken(self) -> np.ndarray:
        return unpack_weights(self.read(UNITS))

    @cached_property
    def _looks(self) -> Looks:
        return Looks()

    @cached_property
    def _traits(self) -> Traits:
        return Traits()


def _unpunctuated(forms: Sequence[str]) -> bool:
    written = forms[0][:1].isupper() and forms[-1] in ENDS
    if len(forms) < (_LONG_WRITTEN if written else _LONG):
        return False
    marks = sum(not form[:1].isalnum() for form in forms[:-1])
    return marks * _WORDS_PER_MARK * 2 < len(forms)
