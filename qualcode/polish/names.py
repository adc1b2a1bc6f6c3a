"""Names of people, places, organisations, dates and times in text.

Every token gets one of seven labels from a log-linear model over hashed features, scored for a
whole batch at once; the second pass sees the labels the first one gave around. A lower threshold
finds more names of people at the price of false ones: the privacy setting.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

import numpy as np

from qualcode.polish.boundaries import shape
from qualcode.polish.features import MARGIN, Store, number, numbers
from qualcode.polish.readings import dictionary
from qualcode.polish.templates import Family, addresses

LABELS = ("", "persName", "placeName", "geogName", "orgName", "date", "time")
PERSON = LABELS.index("persName")
BITS = 18
WIDTH = 8
"""Weights of one feature lie side by side: seven labels and a spare one."""
COLUMNS = 9
_WORD, _LEMMA, _TAIL, _TAIL2, _SHAPE, _KINDS, _UPOS, _HEAD, _OPENS = range(COLUMNS)
_LABEL = COLUMNS
_MOST_KEPT = 60_000
_REACH = 2
"""Tokens farther than this from anything that may be a name, a date or a time are skipped."""
_TIMES = frozenset(
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad "
    "grudzień poniedziałek wtorek środa czwartek piątek sobota niedziela rok wiek godzina rano "
    "południe północ wieczór pierwszy drugi trzeci czwarty piąty szósty siódmy ósmy dziewiąty "
    "dziesiąty jedenasty dwunasty trzynasty czternasty piętnasty szesnasty siedemnasty "
    "osiemnasty dziewiętnasty dwudziesty lata dzień".split()
)
_KIND_LETTERS = {
    "imię": "F", "nazwisko": "S", "patronimicum": "S", "przydomek": "S",
    "nazwa_geograficzna": "G", "człon_nazwy_geograficznej": "g", "nazwa_organizacji": "O",
    "nazwa_instytucji": "O", "nazwa_firmy": "O", "nazwa_własna": "P", "człon_nazwy_własnej": "p",
    "akronim": "A",
}  # fmt: skip
_W, _L, _T, _S, _K, _U = _WORD, _LEMMA, _TAIL, _SHAPE, _KINDS, _UPOS
PLAIN: tuple[Family, ...] = tuple(
    (0, parts)
    for parts in (
        (), ((_W, 0),), ((_L, 0),), ((_T, 0),), ((_TAIL2, 0), (_S, 0)), ((_S, 0),), ((_HEAD, 0),),
        ((_K, 0), (_S, 0)), ((_K, 0), (_OPENS, 0)), ((_L, -1),), ((_L, 1),), ((_L, -2),),
        ((_L, 2),), ((_W, -1), (_S, 0)), ((_W, 1), (_S, 0)), ((_K, -1), (_S, -1), (_S, 0)),
        ((_K, 1), (_S, 1), (_S, 0)), ((_K, -1), (_K, 0)), ((_K, 0), (_K, 1)),
        ((_S, -2), (_S, -1), (_S, 0)), ((_S, -1), (_S, 0), (_S, 1)), ((_S, 0), (_S, 1), (_S, 2)),
        ((_L, -1), (_K, 0)), ((_L, 1), (_K, 0)), ((_U, 0), (_S, 0)), ((_U, -1), (_S, 0)),
        ((_U, 1), (_S, 0)), ((_L, -2), (_L, -1)), ((_L, 1), (_L, 2)), ((_L, -1), (_L, 0)),
        ((_L, 0), (_L, 1)), ((_S, -3), (_S, 0)), ((_L, -3), (_S, 0)), ((_K, -2), (_K, -1), (_K, 0)),
        ((_T, -1), (_S, 0)), ((_T, 1), (_S, 0)),
    )
)  # fmt: skip
AROUND: tuple[Family, ...] = tuple(
    (0, parts)
    for parts in (
        ((_LABEL, -1),), ((_LABEL, 1),), ((_LABEL, -2), (_LABEL, -1)), ((_LABEL, 1), (_LABEL, 2)),
        ((_LABEL, -1), (_LABEL, 0), (_LABEL, 1)), ((_LABEL, 0),), ((_LABEL, -1), (_S, 0)),
        ((_LABEL, 1), (_S, 0)), ((_LABEL, -1), (_L, 0)), ((_LABEL, 1), (_L, 0)),
        ((_LABEL, -1), (_K, 0)), ((_LABEL, 1), (_K, 0)), ((_LABEL, -1), (_LABEL, 1), (_S, 0)),
        ((_LABEL, -1), (_L, -1), (_S, 0)), ((_LABEL, 1), (_L, 1), (_S, 0)),
        ((_LABEL, -2), (_L, -1), (_S, 0)), ((_LABEL, -3), (_LABEL, -2), (_LABEL, -1), (_S, 0)),
    )
)  # fmt: skip
_WRITTEN_SMALL = frozenset("FG")
"""Kinds of names that stay recognisable in small letters: pani kasia z radomia."""
Token = tuple[str, str, str]
"""Form, lemma and part of speech."""
Face = tuple[str, str, str, bool]
"""The same, and whether the token opens its sentence."""


class Faces:
    """The numbers of tokens, with the kinds of names the dictionary knows; bounded cache."""

    def __init__(self) -> None:
        self.dictionary = dictionary()
        self._empty()

    def __call__(self, keys: Sequence[Face]) -> list[int]:
        """Return the indices of tokens' numbers in ``store``."""
        known = self._known
        new = list(dict.fromkeys(key for key in keys if key not in known))
        if new:
            first = self.store.add(self._numbers(new))
            known.update(zip(new, range(first, first + len(new)), strict=True))
        return [known[key] for key in keys]

    def trim(self) -> None:
        """Start anew when the store is full; indices given before are void."""
        if len(self._known) >= _MOST_KEPT:
            self._empty()

    def _empty(self) -> None:
        self._known: dict[Face, int] = {}
        self.store = Store(COLUMNS + 1, np.uint64)
        self.store.add([[*(number(f"<{column}>") for column in range(COLUMNS)), 0]])

    def _numbers(self, keys: Sequence[Face]) -> np.ndarray:
        texts: list[str] = []
        bright = []
        for form, lemma, upos, opens in keys:
            low = form.lower()
            if form[:1].isdigit():
                low = lemma = "".join("0" if sign.isdigit() else sign for sign in form)
            look = shape(form)
            if look == "u" and len(form) == 1:
                look = "I"  # an initial
            kinds = self._kinds(form)
            texts += (
                low, f"l{lemma.lower()}", low[-3:], low[-2:], f"s{look}", f"k{kinds}", upos,
                low[:4], f"o{int(opens)}{look}",
            )  # fmt: skip
            bright.append(_bright(lemma, look, kinds))
        found = np.empty((len(keys), COLUMNS + 1), dtype=np.uint64)
        found[:, :-1] = numbers(texts).reshape(-1, COLUMNS)
        found[:, -1] = bright
        return found

    def _kinds(self, form: str) -> str:
        if not form[:1].isalpha():
            return "-"
        return _letters(
            tuple((r.tag[:5] == "subst", r.kinds) for r in self.dictionary.readings(form))
        )


@lru_cache(maxsize=5_000)
def _letters(readings: tuple[tuple[bool, tuple[str, ...]], ...]) -> str:
    letters = {_KIND_LETTERS.get(kind, "") for _, kinds in readings for kind in kinds}
    letters |= {"n" if noun else "o" for noun, kinds in readings if not kinds}
    letters |= {"c" for _, kinds in readings if "nazwa_pospolita" in kinds}
    return "".join(sorted(letters)) or "?"


def _bright(lemma: str, look: str, kinds: str) -> bool:
    if look in "uUId" or lemma in _TIMES:
        return True
    return kinds.isupper() and not _WRITTEN_SMALL.isdisjoint(kinds)


def context(sentences: Sequence[Sequence[Token]], faces: Faces) -> tuple[np.ndarray, np.ndarray]:
    """Lay sentences out: numbers of rows with margins, and the rows of tokens.

    The last column tells whether a name may be near.
    """
    faces.trim()
    keys: list[Face] = []
    for sentence in sentences:
        start = len(keys)
        keys += [(*token, False) for token in sentence]
        for place, token in enumerate(sentence, start):
            keys[place] = (*token, True)
            if token[0][:1].isalnum():
                break
    ids = iter(faces(keys))
    margin = [0] * MARGIN
    rows = list(margin)
    for sentence in sentences:
        rows += islice(ids, len(sentence))
        rows += margin
    indices = np.array(rows, dtype=np.int64)
    numbers = faces.store[indices]
    bright = numbers[:, -1].astype(bool)
    near = bright.copy()
    for step in range(1, _REACH + 1):
        near[step:] |= bright[:-step]
        near[:-step] |= bright[step:]
    numbers[:, -1] = near
    return numbers, np.flatnonzero(indices)


_ONE = np.ones((1, 1), dtype=np.uint64)
_LABEL_NUMBERS = np.array([number(f"label {label}") for label in LABELS], dtype=np.uint64)


def plain(table: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Return the addresses of the features of the first pass."""
    return addresses(PLAIN, table, np.broadcast_to(_ONE, (len(rows), 1)), rows, BITS)


def around(table: np.ndarray, rows: np.ndarray, given: np.ndarray) -> np.ndarray:
    """Return the addresses of the features that look at the labels around."""
    column = np.zeros(len(table), dtype=np.uint64)
    column[rows] = _LABEL_NUMBERS[given]
    wide = np.column_stack([table[:, :COLUMNS], column])
    found = addresses(AROUND, wide, np.broadcast_to(_ONE, (len(rows), 1)), rows, BITS)
    return found + (1 << BITS)


class NameTagger:
    """Label tokens.

    Parameters
    ----------
    first : ndarray of int8, shape (2 ** BITS, WIDTH)
    second : ndarray of int8, shape (2 * 2 ** BITS, WIDTH)
    scale : float
        The weights are whole numbers of ``1 / scale``.
    """

    def __init__(self, first: np.ndarray, second: np.ndarray, scale: float) -> None:
        self.first = first
        self.second = second
        self.scale = scale
        self.faces = Faces()

    def __call__(self, sentences: Sequence[Sequence[Token]], lean: float = 0.0) -> np.ndarray:
        """Return the label of every token, an index into :data:`LABELS`.

        Parameters
        ----------
        sentences : sequence of sequence of (form, lemma, part of speech)
        lean : float
            Added to the score of ``persName``; above zero finds more people.
        """
        table, rows = context(sentences, self.faces)
        near = table[rows, -1].astype(bool) if len(rows) else np.zeros(0, dtype=bool)
        labels = np.zeros(len(rows), dtype=np.int64)
        rows = rows[near]
        if not len(rows):
            return labels
        where = plain(table, rows)
        given = summed(self.first, where)
        seen = np.concatenate([where, around(table, rows, given.argmax(axis=1))], axis=1)
        scores = summed(self.second, seen) / self.scale
        scores[:, PERSON] += lean
        labels[near] = scores.argmax(axis=1)
        return labels


def summed(weights: np.ndarray, where: np.ndarray) -> np.ndarray:
    """Return the scores of all labels, shape (n, WIDTH)."""
    total = np.zeros((len(where), weights.shape[1]), dtype=np.float32)
    for column in where.T:
        total += weights[column]
    return total[:, : len(LABELS)]
