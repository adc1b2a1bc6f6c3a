"""The coder by rules: lemma cues with the scope of negation and lack, explainable to the word."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from typing import Any, Self

import numpy as np
import pandas as pd

from qualcode import resources
from qualcode.coders.base import Coder
from qualcode.coders.cues import Cues, Hit, load_cues, standing
from qualcode.coders.tokens import Token, tokenise
from qualcode.study import EVIDENCE_SEPARATOR, Codebook

# How much one cue of each kind weighs; several cues add up like independent signs.
WEIGHTS = {"sure": 0.75, "lack": 0.7, "wish": 0.7, "asked": 0.6, "hint": 0.35}
QUESTION_LIFT = 1.3  # a hint weighs more when the question asks for its facet
REACH = 4  # tokens a word of lack or negation acts over
WISH_REACH = 8  # a wish is told at more length: "trzeba by wreszcie kogoś, kto..."
_CLAUSE_ENDS = frozenset(".,;:!?–()")


_KEPT = 4096  # segments remembered: several coders ask for the same ones
_memory: OrderedDict[tuple[Any, ...], list[tuple[Hit, Any]]] = OrderedDict()


@cache
def _shipped_cues(codebook: str, codes: tuple[str, ...]) -> Cues:
    return load_cues(resources.find(f"models/{codebook}/cues.yaml"), codes)


class RulesCoder(Coder):
    """Codes by cues: no training, every decision shows the words that caused it.

    Cues of kind ``sure`` count by themselves, ``lack`` only within reach of a word of lack
    ("nie ma", "brak"), ``wish`` within reach of a word of lack or wish ("trzeba"), ``asked``
    only under a question that asks for the code or its facet, ``hint`` weakly, and ``not``
    takes the code away. In facets named negatable (barriers) a negated cue does not count.

    Parameters
    ----------
    codebook : Codebook
        One with a cue file; any other codebook gets cues from its names and examples.
    pipeline : str, optional
        Name of the spaCy pipeline that lemmatises.
    """

    name = "rules"
    reads_around = False

    def __init__(self, codebook: Codebook, pipeline: str | None = None) -> None:
        super().__init__(codebook)
        self.pipeline = pipeline
        self.thresholds_ = np.full(len(codebook), 0.5)

    def fit(self, segments: pd.DataFrame, codings: pd.DataFrame) -> Self:
        """Learn nothing: rules are written, not trained."""
        return self

    def scores(self, segments: pd.DataFrame) -> np.ndarray:
        """Return 1 - ∏(1 - weight) over the cues of each code, shape (n_segments, n_codes)."""
        column = {code: place for place, code in enumerate(self.codes)}
        missing = np.ones((len(segments), len(column)))
        for row, (hits, lifted) in enumerate(self._hits(segments)):
            # a word said twice is one sign
            for _pattern, (code, kind) in dict.fromkeys(
                (hit.pattern, label) for hit, label in hits
            ):
                weight = WEIGHTS[kind]
                if kind == "hint" and _is_asked(code, lifted):
                    weight *= QUESTION_LIFT
                missing[row, column[code]] *= 1 - weight
        return 1 - missing

    def evidence(self, segments: pd.DataFrame, chosen: Sequence[tuple[int, int]]) -> list[str]:
        """Return the matched words of each decision, in the order they were said."""
        rows = sorted({row for row, _ in chosen})
        texts = segments["text"].tolist()
        part = segments.iloc[rows]
        words: dict[tuple[int, str], list[str]] = {}
        docs = map(standing, tokenise(part["text"], self.pipeline))
        for row, tokens, (hits, _) in zip(rows, docs, self._hits(part), strict=True):
            for hit, (code, _) in hits:
                found = texts[row][tokens[hit.first].start : tokens[hit.last].end]
                words.setdefault((row, code), []).append(found)
        codes = self.codes
        return [
            EVIDENCE_SEPARATOR.join(dict.fromkeys(words.get((row, codes[column]), ())))
            for row, column in chosen
        ]

    @property
    def _cues(self) -> Cues:
        return _shipped_cues(self.codebook.id, tuple(self.codes))

    def _hits(self, segments: pd.DataFrame) -> list[tuple[list[tuple[Hit, Any]], set[str]]]:
        """Return the hits of each segment and what its question asks for; remembered."""
        cues = self._cues
        asked = self._asked(segments["question"])
        texts, questions = segments["text"].tolist(), segments["question"].tolist()
        keys = [(id(cues), self.pipeline, *pair) for pair in zip(texts, questions, strict=True)]
        fresh = {key: key[2] for key in keys if key not in _memory}
        for key, tokens in zip(fresh, tokenise(fresh.values(), self.pipeline), strict=True):
            _memory[key] = self._counted(standing(tokens), asked[key[3]])
        result = [(_memory[key], asked[key[3]]) for key in keys]
        while len(_memory) > _KEPT:
            _memory.popitem(last=False)
        return result

    def _asked(self, questions: pd.Series) -> dict[str, set[str]]:
        """Return the facets and codes each question asks for."""
        different = sorted(set(questions))
        return {
            question: {hit.label for hit in self._cues.questions.find(standing(tokens))}
            for question, tokens in zip(different, tokenise(different, self.pipeline), strict=True)
        }

    def _counted(self, tokens: Sequence[Token], asked: set[str]) -> list[tuple[Hit, Any]]:
        """Return the hits that count, with ``(code, kind)``."""
        if not tokens:
            return []
        scopes = list(self._cues.scopes.find(tokens))
        lacks, wishes, negations = (
            [hit for hit in scopes if hit.label == label] for label in ("lack", "wish", "negation")
        )
        lacking = _reach(tokens, lacks, both=True)
        wished = lacking | _reach(tokens, wishes, both=True, reach=WISH_REACH)
        negated = _reach(tokens, negations, both=False)
        hits = list(self._cues.patterns.find(tokens))
        refused = {hit.label[0] for hit in hits if hit.label[1] == "not"}
        counted = []
        for hit in hits:
            code, kind = hit.label
            if kind == "not" or code in refused:
                continue
            if kind == "lack" and hit.first not in lacking:
                continue
            if kind == "wish" and hit.first not in wished:
                continue
            if kind == "asked" and not _is_asked(code, asked):
                continue
            facet = code.partition(".")[0]
            if kind != "lack" and facet in self._cues.negatable and hit.first in negated:
                continue
            counted.append((hit, (code, kind)))
        return counted


def _is_asked(code: str, asked: set[str]) -> bool:
    return code in asked or code.partition(".")[0] in asked


def _reach(tokens: Sequence[Token], hits: list[Hit], *, both: bool, reach: int = REACH) -> set[int]:
    """Return the tokens within reach of a scope word, not across the end of a clause."""
    reached: set[int] = set()
    for hit in hits:
        directions = (1, -1) if both else (1,)
        for step in directions:
            place = hit.last if step == 1 else hit.first
            for _ in range(reach):
                place += step
                if not 0 <= place < len(tokens) or tokens[place].names[-1] in _CLAUSE_ENDS:
                    break
                reached.add(place)
    return reached
