"""What every codebook has to keep, whatever file it came from, and how a breach is told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NoReturn

from qualcode.errors import CodebookError
from qualcode.study import Code, Codebook, Facet
from qualcode.wording import quoted

IDENTIFIER = re.compile(r"[a-z0-9_]+")
LOOSE_FACET = "kody"
"""Name and id of the facet of codes that belong to none."""
_LONGEST = 40
_SEPARATORS = ("\n", "|", ";")
_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class Entry:
    """One code as a file without facets of its own says it.

    Parameters
    ----------
    place : str
        Where it stands: ``"wiersz 7"``.
    name, definition, exclude : str
    facet : str
        Name of its facet, empty when it has none.
    id : str
        As written, empty when there is none.
    examples : tuple of str
    """

    place: str
    name: str
    facet: str = ""
    id: str = ""
    definition: str = ""
    exclude: str = ""
    examples: tuple[str, ...] = ()


def fail(file: str, place: str, sentence: str) -> NoReturn:
    """Raise :class:`CodebookError` with file, place and mend."""
    where = f"{file}, {place}" if place else file
    raise CodebookError(f"{where}: {sentence}{'' if sentence.endswith('?') else '.'}")


def slug(name: str) -> str:
    """Return a name as an id: ``Brak opiekunek`` → ``brak_opiekunek``; empty without letters."""
    lowered = name.lower().replace("ł", "l")
    plain = unicodedata.normalize("NFD", lowered).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:_LONGEST].strip("_")


def clean(text: str) -> str:
    """Return text on one line, without doubled spaces."""
    return " ".join(text.split())


def split_examples(cell: str) -> tuple[str, ...]:
    """Split a cell of several examples: by lines, else by ``|``, else by ``;``."""
    for mark in _SEPARATORS:
        if mark in cell.strip():
            return split_by(cell, mark)
    return split_by(cell, "\n")


def split_by(text: str, mark: str) -> tuple[str, ...]:
    """Return the parts with a letter or digit in them, dashes of lists taken off."""
    parts = (clean(part).lstrip("-–•* ").strip() for part in text.split(mark))
    return tuple(part for part in parts if _WORD.search(part))


def assembled(file: str, title: str, entries: Iterable[Entry]) -> Codebook:
    """Build a codebook of single entries: facets in the order met, ids made from names.

    Raises
    ------
    CodebookError
        When a code has no name, or two codes share an id or a name within a facet.
    """
    facets: dict[str, str] = {}
    codes: dict[str, list[Code]] = {}
    places: dict[str, str] = {}
    for entry in entries:
        if not _WORD.search(entry.name):
            fail(file, entry.place, "kod nie ma nazwy; wpisz ją albo usuń wiersz")
        facet_name = entry.facet or _facet_of(entry.id) or LOOSE_FACET.capitalize()
        facet = slug(facet_name) or LOOSE_FACET
        own = slug(entry.id.rpartition(".")[2]) or slug(entry.name)
        if not own:
            fail(
                file,
                entry.place,
                f"z nazwy {quoted(entry.name)} nie da się zrobić identyfikatora; "
                "dodaj kolumnę „id” (małe litery bez polskich znaków, cyfry i „_”)",
            )
        code = f"{facet}.{own}"
        if code in places:
            first = f" (pierwszy raz: {places[code]})" if places[code] else ""
            fail(
                file,
                entry.place,
                f"kod {quoted(entry.name)} występuje dwa razy{first}; usuń jeden z nich "
                "albo nazwij go inaczej",
            )
        places[code] = entry.place
        facets.setdefault(facet, facet_name)
        codes.setdefault(facet, []).append(
            Code(code, entry.name, entry.definition, entry.exclude, entry.examples)
        )
    if not codes:
        fail(file, "", "nie ma tu żadnego kodu; sprawdź, czy to właściwy plik")
    return Codebook(
        id=slug(title) or "ksiazka",
        title=title,
        facets=tuple(
            Facet(facet, name, codes=tuple(codes[facet])) for facet, name in facets.items()
        ),
    )


def _facet_of(identifier: str) -> str:
    """Return the facet an id such as ``bariera.kadrowa`` names, empty when it names none."""
    facet, dot, _ = identifier.partition(".")
    return facet.strip().replace("_", " ").capitalize() if dot else ""
