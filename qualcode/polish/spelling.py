"""Words typed without Polish letters: ``uslugi opiekuncze`` → ``usługi opiekuńcze``.

Only words the dictionary lacks are mended, by the fewest changes that make words of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

_POLISH = {"a": "ą", "c": "ć", "e": "ę", "l": "ł", "n": "ń", "o": "ó", "s": "ś", "z": "żź"}
_MOST_CHANGES = 4
_MOST_PLACES = 9
_FOREIGN = frozenset("ąćęłńóśżź")


def restored(word: str) -> Iterator[list[str]]:
    """Yield spellings with Polish letters, those with the fewest changes first.

    Parameters
    ----------
    word : str

    Yields
    ------
    list of str
        All spellings with one change, then with two…

    Examples
    --------
    >>> next(restored("zle"))
    ['żle', 'źle', 'złe', 'zlę']
    """
    low = word.lower()
    if not word.isalpha() or not _FOREIGN.isdisjoint(low) or len(word) < 3:
        return
    spots = [index for index, letter in enumerate(low) if letter in _POLISH]
    if len(spots) > _MOST_PLACES:
        return
    for changes in range(1, min(_MOST_CHANGES, len(spots)) + 1):
        yield list(_changed(word, spots, changes))


def _changed(word: str, spots: list[int], changes: int) -> Iterator[str]:
    for chosen in combinations(spots, changes):
        for letters in product(*(_POLISH[word[index].lower()] for index in chosen)):
            signs = list(word)
            for index, letter in zip(chosen, letters, strict=True):
                signs[index] = letter.upper() if word[index].isupper() else letter
            yield "".join(signs)
