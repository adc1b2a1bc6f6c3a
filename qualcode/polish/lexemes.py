"""Cheaper ways to the attributes spaCy works out for every new word.

A word met for the first time costs spaCy twenty calls. Most of their answers follow from the
first sign or from all signs being letters; the functions here say the same sooner. Only spaCy's
own functions are replaced, by ones that give the same values.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any

from spacy.lang import lex_attrs

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.vocab import Vocab

_LONG = 100
"""spaCy gives no shape to words of so many signs."""


def is_punct(text: str) -> bool:
    """Tell whether all signs are punctuation."""
    return not text[0].isalnum() and lex_attrs.is_punct(text)


def is_currency(text: str) -> bool:
    """Tell whether all signs are currency signs."""
    return not text[0].isalnum() and lex_attrs.is_currency(text)


def is_bracket(text: str) -> bool:
    """Tell whether this is a bracket."""
    return len(text) == 1 and lex_attrs.is_bracket(text)


def is_quote(text: str) -> bool:
    """Tell whether this is a quotation mark."""
    return not text[0].isalnum() and lex_attrs.is_quote(text)


def is_left_punct(text: str) -> bool:
    """Tell whether this opens a bracket or a quotation."""
    return not text[0].isalnum() and lex_attrs.is_left_punct(text)


def is_right_punct(text: str) -> bool:
    """Tell whether this closes a bracket or a quotation."""
    return not text[0].isalnum() and lex_attrs.is_right_punct(text)


def like_url(text: str) -> bool:
    """Tell whether this looks like an address of a page."""
    return not text.isalpha() and lex_attrs.like_url(text)


def like_email(text: str) -> bool:
    """Tell whether this looks like an address of mail."""
    return "@" in text and lex_attrs.like_email(text)


def word_shape(text: str) -> str:
    """Return the shape of a word: ``Xxxxx``."""
    if text.isalpha() and len(text) < _LONG:
        if text.islower():
            return "xxxx"[: len(text)]
        if text[0].isupper() and text[1:].islower():
            return "Xxxxx"[: len(text)]
    return lex_attrs.word_shape(text)


_CHEAP: dict[object, Callable[[str], object]] = {
    lex_attrs.lower: str.lower,
    lex_attrs.prefix: itemgetter(0),
    lex_attrs.is_alpha: str.isalpha,
    lex_attrs.is_digit: str.isdigit,
    lex_attrs.is_lower: str.islower,
    lex_attrs.is_space: str.isspace,
    lex_attrs.is_title: str.istitle,
    lex_attrs.is_upper: str.isupper,
    lex_attrs.is_ascii: str.isascii,
    lex_attrs.is_punct: is_punct,
    lex_attrs.is_currency: is_currency,
    lex_attrs.is_bracket: is_bracket,
    lex_attrs.is_quote: is_quote,
    lex_attrs.is_left_punct: is_left_punct,
    lex_attrs.is_right_punct: is_right_punct,
    lex_attrs.like_url: like_url,
    lex_attrs.like_email: like_email,
    lex_attrs.word_shape: word_shape,
}


def cheapen(vocab: Vocab) -> None:
    """Replace the attribute functions of a vocabulary by equal ones that cost less."""
    getters: dict[int, Any] = vocab.lex_attr_getters  # type: ignore[attr-defined]
    for attribute, getter in getters.items():
        getters[attribute] = _CHEAP.get(getter, getter)
