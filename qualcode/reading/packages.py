"""ZIP containers (.docx, .odt, .xlsx, .zip) opened with limits on what they may unfold to."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import Any

from qualcode.errors import InputError
from qualcode.reading.decoding import check_size
from qualcode.wording import number

MAX_UNFOLDED = 200_000_000
MAX_PART = 60_000_000
MAX_ENTRIES = 5000
_OLE = b"\xd0\xcf\x11\xe0"  # the container of .doc and .xls and of documents under a password
_HEAD = 65_536
# NotImplementedError is how zipfile says that it does not know a compression method
ZIP_ERRORS = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError,
              RuntimeError, KeyError, ValueError, OSError)  # fmt: skip


def open_package(path: Path, noun: str, mend: str) -> zipfile.ZipFile:
    """Open a container after checking that it can be unfolded safely.

    Parameters
    ----------
    path : Path
    noun, mend : str
        What the file is ("dokument") and what to do when it is broken.

    Raises
    ------
    InputError
        When it is empty, too large, broken, under a password, or unfolds to too much.
    """
    check_size(path)
    with path.open("rb") as file:
        start = file.read(4)
    if start == _OLE:
        raise InputError(f"{noun} jest pod hasłem albo w starym formacie Office 97; {mend}")
    try:
        package = zipfile.ZipFile(path)
    except ZIP_ERRORS as error:
        state = "uszkodzone" if noun.startswith("archiwum") else "uszkodzony"
        raise InputError(f"{noun} jest {state}; {mend}") from error
    try:
        _check(package.infolist(), noun)
    except InputError:
        package.close()
        raise
    return package


def _check(entries: list[zipfile.ZipInfo], noun: str) -> None:
    if len(entries) > MAX_ENTRIES:
        raise InputError(
            f"{noun} zawiera {number(len(entries))} plików; rozpakuj go i wybierz kilka"
        )
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise InputError(f"{noun} jest pod hasłem; zapisz go bez hasła")
    largest = max((entry.file_size for entry in entries), default=0)
    if sum(entry.file_size for entry in entries) > MAX_UNFOLDED or largest > MAX_PART:
        raise InputError(
            f"{noun} po rozpakowaniu zająłby ponad {number(MAX_PART / 1e6)} MB; "
            "to nie jest zwykła transkrypcja, nie otwarto go"
        )


def read_part(package: zipfile.ZipFile, name: str) -> bytes:
    """Return one part, never more than it declares and the limit allows.

    Raises
    ------
    InputError
        When it is broken, or larger than it says.
    """
    try:
        with package.open(name) as part:
            data = part.read(MAX_PART + 1)
    except ZIP_ERRORS as error:
        raise InputError("plik jest uszkodzony w środku; zapisz go ponownie") from error
    if len(data) > MAX_PART:
        raise InputError("plik po rozpakowaniu jest za duży; to nie jest zwykła transkrypcja")
    return data


def check_entities(package: zipfile.ZipFile) -> None:
    """Refuse XML parts that define entities: office programs never write them.

    Raises
    ------
    InputError
    """
    for entry in package.infolist():
        if not entry.filename.lower().endswith((".xml", ".rels")):
            continue
        try:
            with package.open(entry) as part:
                head = part.read(_HEAD).replace(b"\0", b"")
        except ZIP_ERRORS as error:
            raise InputError("plik jest uszkodzony w środku; zapisz go ponownie") from error
        if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
            raise InputError(
                "plik zawiera definicje encji XML, których programy biurowe nie zapisują; "
                "nie otwarto go dla bezpieczeństwa"
            )


def parse_xml(data: bytes) -> Any:
    """Parse XML without entities, network or huge trees.

    Raises
    ------
    InputError
        When it is not well formed.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError("plik ma zepsuty XML; otwórz go i zapisz ponownie") from error
