"""Codebooks by name or file: YAML, REFI-QDA (``.qdc``), CSV and XLSX."""

from __future__ import annotations

from pathlib import Path

from qualcode import resources
from qualcode.errors import CodebookError, MisuseError
from qualcode.reading.taxonomies import qdc, sheets, yamlbook
from qualcode.study import Codebook
from qualcode.wording import listed, quoted, suggestion

_SHIPPED = ("cus",)
_FORMATS = {suffix: module for module in (yamlbook, qdc, sheets) for suffix in module.SUFFIXES}


def load_codebook(source: str | Path | Codebook = "cus") -> Codebook:
    """Return a codebook by the name of a shipped one, or from a file.

    Parameters
    ----------
    source : str, Path or Codebook
        ``"cus"``, a codebook (returned as it is), or the path of a file: ``.yaml``; ``.qdc``, the
        REFI-QDA codebook other programs export; ``.csv``, ``.tsv`` or ``.xlsx`` with a row per
        code and the columns nazwa/name and, where known, id, aspekt/facet, definicja/definition,
        wyłączenia/exclude and przykłady/examples (several apart by line ends, ``|`` or ``;``).

    Returns
    -------
    Codebook
        From a table or ``.qdc``, facets and codes get ids made of their names, and codes outside
        any facet lie in the facet ``kody``.

    Raises
    ------
    MisuseError
        When there is neither a shipped codebook nor a file of that name.
    CodebookError
        When the file breaks a rule; the sentence names the line or row and the mend.
    """
    if isinstance(source, Codebook):
        return source
    if str(source) in _SHIPPED:
        return parse_codebook(resources.find(f"models/{source}/codebook.yaml"))
    path = Path(source)
    if path.is_file():
        return parse_codebook(path)
    raise MisuseError(
        f"Nie ma książki kodowej {quoted(str(source))}: podaj plik ({listed(_FORMATS, 'albo')}) "
        f"lub nazwę jednej z wbudowanych ({listed(_SHIPPED)}).{suggestion(str(source), _SHIPPED)}"
    )


def parse_codebook(path: Path) -> Codebook:
    """Parse one codebook by the suffix of its file and check it.

    Raises
    ------
    CodebookError
        At the first broken rule, with its line, or when the suffix is of no known format.
    """
    suffix = path.suffix.lower()
    if suffix not in _FORMATS:
        raise CodebookError(
            f"{path.name}: takiego pliku nie da się wczytać jako książki kodowej; zapisz ją jako "
            f"{listed(_FORMATS, 'albo')}."
        )
    return _FORMATS[suffix].parse(path)
