"""The component that sets sentence starts: ``polish_sentences``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from qualcode.polish.boundaries import BITS, Looks, gaps, scores, spoken_gaps
from qualcode.polish.columns import words
from qualcode.polish.packing import unpack_weights
from qualcode.polish.parts import Part

if TYPE_CHECKING:
    from spacy.tokens import Doc

BOUNDARIES = "boundaries-cc-by.xz"
_LONG = 32
"""Words in a row with hardly a mark among them: written down from speech."""
_LONGEST = 40
_SHORTEST = 4
_WORDS_PER_MARK = 12
_LIKELY = -20


class PolishSentences(Part):
    """Set ``token.is_sent_start``; a line break always ends a sentence."""

    component = "polish_sentences"
    files = (BOUNDARIES,)

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
        written, spoken = self._weights
        found = gaps(forms, spaces, self._looks)
        begins = [
            0,
            *(g.at for g, s in zip(found, scores(found, written), strict=True) if s > 0),
        ]
        result = []
        for first, last in zip(begins, [*begins[1:], len(forms)], strict=True):
            result.append(first)
            if _unpunctuated(forms[first:last]):
                result += [first + i for i in self._units(forms[first:last], spoken)]
        return result

    def _units(self, forms: Sequence[str], weights: np.ndarray) -> list[int]:
        """Cut a stretch of speech without marks into units that can be read."""
        found = spoken_gaps(forms, self._looks)
        points = {g.at: int(s) for g, s in zip(found, scores(found, weights), strict=True)}
        cuts = {0, len(forms)}
        for index in sorted(points, key=lambda i: (-points[i], i)):
            if points[index] <= _LIKELY:
                break
            if all(abs(index - cut) >= _SHORTEST for cut in cuts):
                cuts.add(index)
        edges = sorted(cuts)
        for first, last in pairwise(edges):
            begin = first
            while last - begin > _LONGEST:
                near = range(begin + _SHORTEST, min(begin + _LONGEST, last - _SHORTEST) + 1)
                begin = max(near, key=lambda i: (points[i], -i))
                cuts.add(begin)
        return sorted(cuts - {0, len(forms)})

    @cached_property
    def _weights(self) -> tuple[np.ndarray, np.ndarray]:
        both = unpack_weights(self.read(BOUNDARIES))
        return both[: 1 << BITS], both[1 << BITS :]

    @cached_property
    def _looks(self) -> Looks:
        return Looks()


def _unpunctuated(forms: Sequence[str]) -> bool:
    if len(forms) < _LONG:
        return False
    marks = sum(not form[:1].isalnum() for form in forms[:-1])
    return marks * _WORDS_PER_MARK * 2 < len(forms)
