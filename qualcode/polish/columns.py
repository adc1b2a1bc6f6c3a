"""Documents as plain lists: much faster than asking spaCy token by token."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_MOST_KEPT = 100_000
_TEXTS: dict[int, str] = {}
"""Strings by spaCy's hash, which is the same in every vocabulary."""


class Words(NamedTuple):
    """The tokens of a document that are not white space.

    Parameters
    ----------
    indices : list of int
        Place of each word in the document.
    forms : list of str
    spaces : list of bool
        Whether white space follows.
    starts : list of bool
        Whether a sentence begins.
    breaks : list of int
        Words that begin a line, as places in these lists.
    more : list of list of str
        The attributes asked for.
    """

    indices: list[int]
    forms: list[str]
    spaces: list[bool]
    starts: list[bool]
    breaks: list[int]
    more: list[list[str]]


def words(doc: Doc, *attributes: int) -> Words:
    """Return the words of a document.

    Parameters
    ----------
    doc : Doc
    *attributes : int
        Attributes of tokens wanted as strings, such as ``spacy.attrs.LEMMA``.
    """
    from spacy.attrs import IS_SPACE, ORTH, SENT_START, SPACY

    table = doc.to_array([ORTH, SPACY, IS_SPACE, SENT_START, *attributes])
    if not len(table):
        return Words([], [], [], [], [], [[] for _ in attributes])
    columns = [table[:, column].tolist() for column in range(table.shape[1])]
    forms = _texts(doc.vocab, columns[0])
    spaces = [spaced > 0 for spaced in columns[1]]
    starts = [start == 1 for start in columns[3]]
    starts[0] = spaces[-1] = True
    more = [_texts(doc.vocab, column) for column in columns[4:]]
    if True not in columns[2] and 1 not in columns[2]:
        return Words(list(range(len(forms))), forms, spaces, starts, [], more)
    found = _without_blanks(forms, spaces, starts, columns[2])
    return found._replace(more=[[column[i] for i in found.indices] for column in more])


def _without_blanks(
    forms: list[str], spaces: list[bool], starts: list[bool], blanks: list[int]
) -> Words:
    found = Words([], [], [], [], [], [])
    begins = False
    for index, (form, spaced, start, blank) in enumerate(
        zip(forms, spaces, starts, blanks, strict=True)
    ):
        begins = begins or start
        if blank:
            if found.spaces:
                found.spaces[-1] = True
            if "\n" in form:
                found.breaks.append(len(found.forms))
            continue
        found.indices.append(index)
        found.forms.append(form)
        found.spaces.append(spaced)
        found.starts.append(begins)
        begins = False
    return found


def _texts(vocab: Vocab, codes: list[int]) -> list[str]:
    try:
        return list(map(_TEXTS.__getitem__, codes))
    except KeyError:
        if len(_TEXTS) >= _MOST_KEPT:
            _TEXTS.clear()
        strings = vocab.strings
        _TEXTS.update((code, strings[code]) for code in codes if code not in _TEXTS)
        return [_TEXTS[code] for code in codes]


def sentences(found: Words) -> list[tuple[int, int]]:
    """Return the first word and the one after the last of every sentence."""
    if not found.forms:
        return []  # an empty text has no sentence
    edges = [place for place, start in enumerate(found.starts) if start]
    return list(zip(edges, [*edges[1:], len(found.forms)], strict=True))
