"""Annotated sentences turned into choices the tagger learns from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from qualcode.polish.candidates import keys
from qualcode.polish.conventions import features
from qualcode.polish.entries import Entries
from qualcode.polish.features import Sheet
from qualcode.polish.moulds import Candidate
from qualcode.polish.templates import PLAIN, addresses
from qualcode.polish.training.loglinear import Choices
from qualcode.polish.training.treebanks import Named, Sentence, Word, letters

UNKNOWN = "?"
"""Part of speech of a token whose annotation is not to be learned from."""
ANY = "*"
"""Lemma of a token of which only the part of speech is known."""
_COMPARED = ("Case", "Number", "Person", "Degree", "VerbForm")
_TIGHT = tuple(".,;:?!)]%…”»")


def old_polish(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Drop the annotation of MPDT that follows other conventions than modern treebanks.

    Gerunds have lemmas of their own there, digits are numerals, abbreviations adverbs.
    """
    return [
        replace(
            sentence,
            words=tuple(
                replace(word, upos=UNKNOWN) if word.tag.startswith(("ger", "brev", "dig")) else word
                for word in sentence.words
            ),
        )
        for sentence in sentences
    ]


def fingerprint(forms: Iterable[str]) -> str:
    """Return a short code of a sentence, to annotate it without copying it."""
    return hashlib.sha256(letters(forms).encode()).hexdigest()[:12]


def read_decisions(path: Path) -> dict[str, dict[int, tuple[str, str]]]:
    """Read decisions on single words of NKJP: code of the sentence, position, lemma, UPOS."""
    decisions: dict[str, dict[int, tuple[str, str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, position, lemma, upos = line.split("\t")
            decisions.setdefault(code, {})[int(position)] = (lemma, upos)
    return decisions


def decided(
    sentences: Iterable[Named], decisions: Mapping[str, Mapping[int, tuple[str, str]]]
) -> list[Sentence]:
    """Return the NKJP sentences that hold decisions; their other words stay unknown."""
    found = []
    seen = set()
    for named in sentences:
        code = fingerprint(named.forms)
        if code in decisions and code not in seen:
            seen.add(code)
            answers = decisions[code]
            spaces = detached_spaces(named.forms)
            words = (
                Word(form, *answers.get(i, (UNKNOWN, UNKNOWN)), space=space)
                for i, (form, space) in enumerate(zip(named.forms, spaces, strict=True))
            )
            found.append(Sentence(tuple(words)))
    return found


def with_people(sentences: Iterable[Named], most: int) -> list[Sentence]:
    """Return NKJP sentences in which forenames and surnames are known to be proper nouns."""
    found: list[Sentence] = []
    for named in sentences:
        told = [
            any(mark.endswith(("-forename", "-surname")) for mark in marks) and form[:1].isupper()
            for form, marks in zip(named.forms, named.labels, strict=True)
        ]
        if any(told) and len(found) < most:
            words = (
                Word(form, ANY if known else UNKNOWN, "PROPN" if known else UNKNOWN, space=space)
                for form, known, space in zip(
                    named.forms, told, detached_spaces(named.forms), strict=True
                )
            )
            found.append(Sentence(tuple(words)))
    return found


def detached_spaces(forms: Sequence[str]) -> list[bool]:
    """Guess where spaces stood: NKJP's copy lost them."""
    quoted = False
    spaces = []
    for form, after in zip(forms, (*forms[1:], "·"), strict=True):
        opening = form in ("(", "[", "„", "«")
        if form == '"':
            quoted = not quoted
            opening = quoted
        closing = after.startswith(_TIGHT) or (after == '"' and quoted)
        spaces.append(not opening and not closing)
    return spaces


@lru_cache(maxsize=200_000)
def _told(lemma: str, upos: str, tag: str) -> frozenset[str]:
    return _comparable(features(lemma, upos, tag))


def _comparable(feats: str) -> frozenset[str]:
    parts = feats.replace("Number=Ptan", "Number=Plur").split("|")
    return frozenset(part for part in parts if part.startswith(_COMPARED))


def right(candidates: Sequence[Candidate], word: Word) -> list[bool] | None:
    """Tell which candidates agree with the gold annotation, None when none does."""
    if word.lemma == ANY:
        fits = [c.upos == word.upos and c.lemma[:1].isupper() for c in candidates]
        return fits if any(fits) else None
    fits = [c.lemma == word.lemma and c.upos == word.upos for c in candidates]
    if not any(fits):
        low = word.lemma.lower()
        fits = [c.lemma.lower() == low and c.upos == word.upos for c in candidates]
    if not any(fits):
        return None
    wanted = _comparable(word.feats)
    scores = [
        len(wanted & _told(c.lemma, c.upos, c.tag)) if fit else -1
        for c, fit in zip(candidates, fits, strict=True)
    ]
    return [score == max(scores) for score in scores]


@dataclass
class Material:
    """Sentences laid out for learning.

    Attributes
    ----------
    sheet : Sheet
    options, rows, starts : ndarray
        From :meth:`Sheet.options`.
    right : ndarray of bool, shape (n_options,)
    known : ndarray of bool, shape (n_groups,)
        Groups whose right candidates are known.
    plain : ndarray of int
        Addresses of the plain families.
    weight : float
    """

    sheet: Sheet
    options: np.ndarray
    rows: np.ndarray
    starts: np.ndarray
    right: np.ndarray
    known: np.ndarray
    plain: np.ndarray
    weight: float

    def choices(self, where: np.ndarray) -> Choices:
        """Return the known groups as choices with the given addresses."""
        counts = np.diff(np.append(self.starts, len(self.options)))
        kept = np.repeat(self.known, counts)
        sizes = counts[self.known]
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
        weights = np.full(len(sizes), self.weight)
        return Choices(where[kept], starts, self.right[kept], weights)


def prepared(
    sentences: Sequence[Sentence], entries: Entries, *, weight: float, bits: int
) -> Material:
    """Lay sentences out for learning."""
    sheet = Sheet(entries, [entries(keys(s.forms, s.spaces)) for s in sentences])
    options, rows, starts = sheet.options()
    begins = dict(zip(sheet.open_rows.tolist(), starts.tolist(), strict=True))
    marks = np.zeros(len(options), dtype=bool)
    known = np.zeros(len(sheet.counts), dtype=bool)
    words = (word for sentence in sentences for word in sentence.words)
    for row, word in zip(sheet.token_rows.tolist(), words, strict=True):
        if row not in begins:
            continue
        first, count = sheet.first[row], sheet.counts[row]
        answer = right(entries.chosen(np.arange(first, first + count)), word)
        if answer is not None:
            known[row] = True
            marks[begins[row] : begins[row] + count] = answer
    plain = addresses(PLAIN, sheet.places, sheet.labels[options], rows, bits)
    return Material(sheet, options, rows, starts, marks, known[sheet.open_rows], plain, weight)


def joined(choices: Sequence[Choices]) -> Choices:
    """Put several sets of choices together."""
    offsets = np.cumsum([0, *(len(c.addresses) for c in choices)])
    return Choices(
        np.concatenate([c.addresses for c in choices]),
        np.concatenate([c.starts + o for c, o in zip(choices, offsets, strict=False)]),
        np.concatenate([c.right for c in choices]),
        np.concatenate([c.weight for c in choices]),
    )
