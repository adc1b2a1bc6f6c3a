"""Families of features: which numbers of a place meet which number of a candidate.

The first pass sees words and what they may be. The second pass also sees what the first one
chose on both sides, the preposition that governs, the noun ahead and the verbs around.
"""

from __future__ import annotations

import numpy as np

from qualcode.polish.features import (
    CELL,
    ENDING2,
    ENDING3,
    ENDING4,
    KIND,
    LEMMA,
    MAYBE,
    MAYBE_CASE,
    NAME,
    PRIOR,
    PRIOR_KIND,
    SHAPE,
    SLOT,
    START,
    UPOS,
    WORD,
    Sheet,
    number,
)  # fmt: skip

Family = tuple[int, tuple[tuple[int, int], ...]]
_W, _M, _C = WORD, MAYBE, MAYBE_CASE
PLAIN: tuple[Family, ...] = (
    (KIND, ()), (KIND, ((_W, 0),)), (KIND, ((ENDING2, 0),)), (KIND, ((ENDING3, 0),)),
    (KIND, ((ENDING4, 0),)), (KIND, ((SHAPE, 0),)), (KIND, ((_M, 0),)), (KIND, ((_W, -1),)),
    (KIND, ((_W, 1),)), (KIND, ((_W, -2),)), (KIND, ((_W, 2),)), (KIND, ((_M, -1),)),
    (KIND, ((_M, 1),)), (KIND, ((_M, -2),)), (KIND, ((_M, 2),)),
    (KIND, ((_M, -1), (_M, 0))), (KIND, ((_M, 0), (_M, 1))), (KIND, ((_M, -1), (_M, 1))),
    (KIND, ((_M, -1), (_M, 0), (_M, 1))), (KIND, ((_W, -1), (_M, 0))),
    (KIND, ((_W, 1), (_M, 0))), (KIND, ((_W, 0), (_M, -1))), (KIND, ((_W, 0), (_M, 1))),
    (KIND, ((_W, 0), (_W, -1))), (KIND, ((_W, 0), (_W, 1))), (KIND, ((_M, 1), (_M, 2))),
    (KIND, ((_M, -2), (_M, -1))), (KIND, ((SHAPE, -1), (SHAPE, 0), (SHAPE, 1))),
    (KIND, ((START, 0),)), (KIND, ((_W, -1), (_W, 1))),
    (CELL, ()), (CELL, ((_W, 0),)), (CELL, ((_W, -1),)), (CELL, ((_W, 1),)), (CELL, ((_W, -2),)),
    (CELL, ((_M, 0),)), (CELL, ((_M, -1),)), (CELL, ((_M, 1),)), (CELL, ((_C, 0),)),
    (CELL, ((_C, -1),)), (CELL, ((_C, 1),)), (CELL, ((_C, -1), (_C, 0))),
    (CELL, ((_C, 0), (_C, 1))), (CELL, ((ENDING3, 0),)), (CELL, ((_W, -1), (_C, 1))),
    (CELL, ((ENDING3, -1), (ENDING2, 0))), (CELL, ((ENDING2, 0), (ENDING3, 1))),
    (LEMMA, ()), (LEMMA, ((_W, -1),)), (LEMMA, ((_W, 1),)), (LEMMA, ((_M, -1),)),
    (LEMMA, ((_M, 1),)), (LEMMA, ((SHAPE, 0),)),
    (PRIOR, ()), (PRIOR_KIND, ()), (PRIOR, ((_M, 0),)), (PRIOR_KIND, ((SHAPE, 0),)),
    (NAME, ((SHAPE, 0),)), (NAME, ((SHAPE, -1), (SHAPE, 0), (SHAPE, 1))), (NAME, ((_M, -1),)),
)  # fmt: skip
# Columns the first pass adds to a place.
_K, _X, _L, _U, GOVERNOR, AHEAD, VERB_BEFORE, VERB_AFTER, NOUN_BEFORE = range(8, 17)
# … and to a candidate: agreement with the choice before, after and with the noun ahead.
FIT_BEFORE, FIT_AFTER, FIT_AHEAD, FIT_NOUN = range(9, 13)
AROUND: tuple[Family, ...] = (
    (KIND, ((_K, -1),)), (KIND, ((_K, 1),)), (KIND, ((_K, -2),)), (KIND, ((_K, 2),)),
    (KIND, ((_K, -2), (_K, -1))), (KIND, ((_K, -1), (_K, 1))), (KIND, ((_K, 1), (_K, 2))),
    (KIND, ((_K, -1), (_W, 0))), (KIND, ((_K, 1), (_W, 0))), (KIND, ((_L, -1),)),
    (KIND, ((_L, 1),)), (KIND, ((_K, -1), (_M, 0))), (KIND, ((_K, 1), (_M, 0))),
    (KIND, ((_K, -1), (_K, 1), (_M, 0))), (KIND, ((_X, -1), (_M, 0))), (KIND, ((_X, 1), (_M, 0))),
    (KIND, ((_X, 1), (_W, 0))), (KIND, ((_X, -1), (_W, 0))), (KIND, ((_K, -1), (_K, 1), (_W, 0))),
    (KIND, ((VERB_BEFORE, 0), (_W, 0))), (KIND, ((VERB_AFTER, 0), (_W, 0))),
    (KIND, ((AHEAD, 0), (_W, 0))), (KIND, ((_K, -3), (_W, 0))), (KIND, ((_K, 3), (_W, 0))),
    (KIND, ((_K, 2), (_W, 0))), (KIND, ((_K, -2), (_W, 0))),
    (CELL, ((_X, -1),)), (CELL, ((_X, 1),)), (CELL, ((_X, -2),)), (CELL, ((_X, 2),)),
    (CELL, ((_X, -1), (_X, 1))), (CELL, ((_X, -2), (_X, -1))), (CELL, ((_L, -1),)),
    (CELL, ((_L, 1),)), (CELL, ((GOVERNOR, 0),)), (CELL, ((GOVERNOR, 0), (_X, 1))),
    (CELL, ((GOVERNOR, 0), (_C, 0))), (CELL, ((VERB_BEFORE, 0),)), (CELL, ((VERB_AFTER, 0),)),
    (CELL, ((AHEAD, 0),)), (CELL, ((AHEAD, 0), (_C, 0))), (CELL, ((NOUN_BEFORE, 0),)),
    (CELL, ((_K, -1), (_K, 1))), (CELL, ((_U, -1), (_C, 0))),
    (LEMMA, ((_K, -1),)), (LEMMA, ((_K, 1),)), (LEMMA, ((_L, -1),)), (LEMMA, ((_L, 1),)),
    (FIT_BEFORE, ()), (FIT_AFTER, ()), (FIT_AHEAD, ()), (FIT_NOUN, ()),
    (FIT_BEFORE, ((_U, -1),)), (FIT_AFTER, ((_U, 1),)), (FIT_AHEAD, ((_U, 1),)),
    (FIT_BEFORE, ((_U, -1), (_M, 0))), (FIT_AFTER, ((_U, 1), (_M, 0))),
    (FIT_AHEAD, ((_M, 0),)), (FIT_NOUN, ((_U, -1),)), (FIT_NOUN, ((_M, 0),)),
)  # fmt: skip
_ODD = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)
_SALTS = [number(f"family {index}") for index in range(200)]


def addresses(
    families: tuple[Family, ...],
    context: np.ndarray,
    labels: np.ndarray,
    rows: np.ndarray,
    bits: int,
) -> np.ndarray:
    """Return the address of every feature of every candidate in the table of weights.

    Parameters
    ----------
    families : tuple of Family
    context : ndarray of uint64, shape (n_rows, n_columns)
    labels : ndarray of uint64, shape (n, n_label_columns)
    rows : ndarray of int, shape (n,)
        Row of the place of each candidate.
    bits : int
        The table has ``2 ** bits`` weights.

    Returns
    -------
    ndarray of int64, shape (n, len(families))
    """
    begins = np.diff(rows, prepend=-1) != 0  # candidates of a row stand together
    keys = _mixed(families, context, rows[begins])[np.cumsum(begins) - 1]
    keys ^= labels[:, [label for label, _ in families]]
    keys *= _ODD
    keys ^= keys >> _HALF
    keys *= _ODD
    keys >>= np.uint64(64 - bits)
    return keys.view(np.int64)


def _mixed(families: tuple[Family, ...], context: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Return one number per row and family: what the family sees of the place."""
    last = len(context) - 1
    near = {
        offset: context[np.clip(rows + offset, 0, last)]
        for offset in sorted({offset for _, parts in families for _, offset in parts})
    }
    mixed = np.empty((len(rows), len(families)), dtype=np.uint64)
    for column, (label, parts) in enumerate(families):
        value: np.ndarray | np.uint64 = np.uint64(_SALTS[column + (label << 3) % 97])
        for part, offset in parts:
            value = (value ^ near[offset][:, part]) * _ODD
            value = value ^ (value >> _HALF)
        mixed[:, column] = value
    return mixed


def surroundings(sheet: Sheet, chosen: np.ndarray) -> np.ndarray:
    """Return the numbers of places with what the first pass chose around them.

    Parameters
    ----------
    sheet : Sheet
    chosen : ndarray of int, shape (n_rows,)
        Index of the chosen candidate of each row, -1 for empty rows.
    """
    filled = chosen >= 0
    picked = np.zeros((len(chosen), 4), dtype=np.uint64)
    picked[filled] = sheet.labels[chosen[filled]][:, [KIND, CELL, LEMMA, UPOS]]
    upos = picked[:, 3]
    verb = (upos == _UPOS["VERB"]) | (upos == _UPOS["AUX"])
    noun = (upos == _UPOS["NOUN"]) | (upos == _UPOS["PROPN"]) | (upos == _UPOS["PRON"])
    words = sheet.places[:, WORD]
    governor = _nearest(upos == _UPOS["ADP"], verb | ~filled, words, -1, 4)
    ahead = _nearest(noun, verb | ~filled, picked[:, 1], 1, 3)
    before = _nearest(verb, ~filled, picked[:, 2], -1, 6)
    after = _nearest(verb, ~filled, picked[:, 2], 1, 6)
    noun_before = _nearest(noun, verb | ~filled, picked[:, 1], -1, 3)
    return np.column_stack([sheet.places, picked, governor, ahead, before, after, noun_before])


_UPOS = {name: np.uint64(number(name)) for name in "ADP VERB AUX NOUN PROPN PRON".split()}


def _nearest(
    wanted: np.ndarray, stops: np.ndarray, values: np.ndarray, step: int, reach: int
) -> np.ndarray:
    """Return the value of the nearest wanted row in one direction, 0 when a stop comes first."""
    found = np.zeros(len(wanted), dtype=np.uint64)
    going = np.ones(len(wanted), dtype=bool)
    for distance in range(1, reach + 1):
        hit, stop, value = (_moved(a, step * distance) for a in (wanted, stops, values))
        take = going & hit
        found[take] = value[take]
        going &= ~hit & ~stop
    return found


def _moved(column: np.ndarray, by: int) -> np.ndarray:
    """Return each row's neighbour; the margins make the rows at the ends harmless."""
    moved = np.zeros_like(column)
    if by > 0:
        moved[:-by] = column[by:]
    else:
        moved[-by:] = column[:by]
    return moved


def agreement(
    sheet: Sheet, chosen: np.ndarray, options: np.ndarray, rows: np.ndarray
) -> np.ndarray:
    """Return the numbers that tell whether candidates agree with the choices around them.

    Returns
    -------
    ndarray of uint64, shape (len(options), 4)
        Mix of the candidate's kind with: same case and number or not, genders that meet or not.
    """
    filled = chosen >= 0
    slots = np.zeros(len(chosen), dtype=np.uint64)
    genders = np.zeros(len(chosen), dtype=np.uint8)
    upos = np.zeros(len(chosen), dtype=np.uint64)
    told = sheet.labels[chosen[filled]]
    slots[filled], upos[filled] = told[:, SLOT], told[:, UPOS]
    genders[filled] = sheet.genders[chosen[filled]][:, 0]
    verb = (upos == _UPOS["VERB"]) | (upos == _UPOS["AUX"])
    noun = (upos == _UPOS["NOUN"]) | (upos == _UPOS["PROPN"])
    last = len(chosen) - 1
    own = sheet.labels[options]
    own_slot, own_gender, kinds = own[:, SLOT], sheet.genders[options][:, 0], own[:, KIND]
    columns = []
    sources = [
        (slots, genders, -1), (slots, genders, 1),
        (_nearest(noun, verb | ~filled, slots, 1, 3),
         _nearest(noun, verb | ~filled, genders.astype(np.uint64), 1, 3), 0),
        (_nearest(noun, ~filled, slots, -1, 6),
         _nearest(noun, ~filled, genders.astype(np.uint64), -1, 6), 0),
    ]  # fmt: skip
    for slot, gender, offset in sources:
        at = np.clip(rows + offset, 0, last)
        same = np.where((slot[at] == 0) | (own_slot == 0), 2, slot[at] == own_slot)
        other = gender[at].astype(np.uint8)
        meets = np.where((other == 0) | (own_gender == 0), 2, (other & own_gender) > 0)
        columns.append(kinds ^ _FITS[same * 3 + meets])
    return np.column_stack(columns)


def genders(sheet: Sheet, chosen: np.ndarray) -> np.ndarray:
    """Return the gender of every row as an index into GENDER_ORDER, -1 without one.

    Forms that serve several genders take that of the noun ahead, else of the noun before, when
    case and number are the same.
    """
    filled = chosen >= 0
    slots = np.zeros(len(chosen), dtype=np.uint64)
    bits = np.zeros(len(chosen), dtype=np.uint64)
    upos = np.zeros(len(chosen), dtype=np.uint64)
    told = sheet.labels[chosen[filled]]
    slots[filled], upos[filled] = told[:, SLOT], told[:, UPOS]
    bits[filled] = sheet.genders[chosen[filled]][:, 0]
    noun = (upos == _UPOS["NOUN"]) | (upos == _UPOS["PROPN"])
    result = bits.copy()
    for step, reach in ((-1, 6), (1, 3)):
        slot = _nearest(noun, ~filled, slots, step, reach)
        meet = _nearest(noun, ~filled, bits, step, reach) & bits
        same = (slot == slots) | (upos == _UPOS["VERB"])
        result = np.where(same & (meet > 0) & ~noun, meet, result)
    lowest = np.full(len(bits), -1, dtype=np.int64)
    for index in reversed(range(5)):
        lowest[(result >> np.uint64(index)) & np.uint64(1) > 0] = index
    return lowest


_FITS = np.array([number(f"fit {index}") for index in range(9)], dtype=np.uint64)
