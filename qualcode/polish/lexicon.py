"""The domain lexicon: acronyms of social services in all spellings, and terms of many words.

The data are a text file beside the weights, one entry a line, so that a researcher can add to
it without touching code::

    A  MOPS  m3  mały     acronym, gender, and whether small letters mean it too (mopsu)
    S  kus   CUS m3       what speech recognition writes for an acronym
    W  mili  miły adj:pl:nom:m1:pos    a reading that replaces the dictionary's
    T  usługa opiekuńcza  a term of many words, as lemmas
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from qualcode.polish.readings import Reading

KIND = "akronim"
_SMALL = "mały"
_CASES = {
    "": "sg:nom sg:gen sg:dat sg:acc sg:inst sg:loc",
    "u tu cu": "sg:gen sg:loc", "a": "sg:gen", "owi towi": "sg:dat", "em iem tem": "sg:inst",
    "ie cie ze u": "sg:loc", "y i ty sy": "pl:nom pl:acc", "ów tów sów": "pl:gen",
    "om tom som": "pl:dat", "ami tami sami": "pl:inst", "ach tach sach": "pl:loc",
    "ą": "sg:acc sg:inst", "ę": "sg:acc",
}  # fmt: skip
_HYPHENS = str.maketrans("–’'", "---")


@dataclass(frozen=True)
class Lexicon:
    """Readings that replace the dictionary's, and terms.

    Parameters
    ----------
    spellings : mapping of str to tuple of Reading
        By small letters.
    capitals : frozenset of str
        Spellings that count only when written with capitals: ``cis`` is a tree.
    terms : mapping of tuple of str to str
        Lemmas of a term, in small letters, and how it is written.
    """

    spellings: Mapping[str, tuple[Reading, ...]] = field(default_factory=dict)
    capitals: frozenset[str] = frozenset()
    terms: Mapping[tuple[str, ...], str] = field(default_factory=dict)

    def __call__(self, form: str) -> list[Reading]:
        """Return the readings of a form, none when the lexicon lacks it."""
        key = form.lower().translate(_HYPHENS)
        found = self.spellings.get(key)
        if not found or (key in self.capitals and not form[:2].isupper()):
            return []
        return list(found)

    @classmethod
    def parsed(cls, text: str) -> Lexicon:
        """Return the lexicon of a file's text; the three components that ask for it share one."""
        return _parsed(text)

    @classmethod
    def read(cls, lines: Iterable[str]) -> Lexicon:
        """Read the lines of a lexicon file."""
        spellings: dict[str, dict[Reading, None]] = {}
        capitals: set[str] = set()
        small: set[str] = set()
        terms: dict[tuple[str, ...], str] = {}
        for line in lines:
            sort, *cells = line.split("\t") if line[:1] not in ("", "#") else [""]
            if sort == "T":
                terms[tuple(cells[0].lower().split())] = cells[-1]
            elif sort == "W":
                spellings.setdefault(cells[0], {})[Reading(cells[1], cells[2])] = None
                small.add(cells[0])
            elif sort in ("A", "S"):
                lemma = cells[0] if sort == "A" else cells[1]
                gender = cells[1] if sort == "A" else cells[2]
                known = sort == "S" or _SMALL in cells[2:]
                for spelling, readings in _inflected(cells[0].lower(), lemma, gender):
                    spellings.setdefault(spelling, {}).update(dict.fromkeys(readings))
                    (small if known else capitals).add(spelling)
        return cls(
            {key: tuple(found) for key, found in spellings.items()},
            frozenset(capitals - small),
            terms,
        )


@lru_cache(maxsize=4)
def _parsed(text: str) -> Lexicon:
    return Lexicon.read(text.splitlines())


def _inflected(stem: str, lemma: str, gender: str) -> Iterable[tuple[str, list[Reading]]]:
    for endings, cases in _CASES.items():
        readings = [Reading(lemma, f"subst:{case}:{gender}", (KIND,)) for case in cases.split()]
        for ending in endings.split() or [""]:
            yield stem + ending, readings
            if ending:
                yield f"{stem}-{ending}", readings
