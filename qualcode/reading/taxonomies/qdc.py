"""Codebooks of other programs for qualitative analysis: REFI-QDA Codebook 1.0 (``.qdc``).

The first level of the tree becomes facets, everything below codes. A flat list takes its facets
from the sets (code groups) of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qualcode.errors import CodebookError, InputError
from qualcode.reading.decoding import check_size
from qualcode.reading.packages import parse_xml
from qualcode.reading.taxonomies.rules import Entry, assembled, clean, fail, split_by
from qualcode.study import Codebook

SUFFIXES = (".qdc",)
NAMESPACE = "urn:QDA-XML:codebook:"
MAX_DEPTH = 50
_EXAMPLE = re.compile(r"(?i)^\s*(?:przykład\w*|examples?)\s*:\s*(.*)$")
_EXCLUDE = re.compile(r"(?i)^\s*(?:wyłączeni\w*|nie stosować|exclude|exclusions?)\s*:\s*(.*)$")


def parse(path: Path) -> Codebook:
    """Read a REFI-QDA codebook.

    Raises
    ------
    CodebookError
        When the file is no such codebook, is cut short, defines XML entities, or has two codes of
        one name in one place; the sentence names the line and the mend.
    """
    root = _root(path)
    top = [node for node in _children(root, "Codes") for node in _children(node, "Code")]
    nested = any(_children(node, "Code") for node in top)
    groups = {} if nested else _groups(root)
    entries = []
    for node in top:
        below = list(_leaves(path.name, node, "", 0))
        if below:
            entries += [_entry(leaf, name, _name(node)) for leaf, name in below]
        else:
            entries.append(_entry(node, _name(node), groups.get(_guid(node), "")))
    return assembled(path.name, path.stem, entries)


def _root(path: Path) -> Any:
    try:
        check_size(path)
        data = path.read_bytes()
    except InputError as error:
        raise CodebookError(f"{path.name}: {error}.") from error
    # entities let a small file unfold to gigabytes or read other files; no such program needs them
    head = data.replace(b"\0", b"")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        _unsafe(path.name)
    try:
        root = parse_xml(data)
    except InputError as error:
        line = getattr(getattr(error.__cause__, "position", None), "__getitem__", lambda _: 0)(0)
        fail(
            path.name,
            f"wiersz {line}" if line else "",
            "plik jest ucięty albo ma zepsuty XML; wyeksportuj książkę kodową jeszcze raz",
        )
    if root.getroottree().docinfo.doctype:  # in an encoding the search above does not know
        _unsafe(path.name)
    if _tag(root) != "CodeBook" or not _namespace(root).startswith((NAMESPACE, "{}")):
        fail(
            path.name,
            "wiersz 1",
            "to nie jest książka kodowa REFI-QDA; w swoim programie wybierz eksport "
            "„REFI-QDA Codebook” (.qdc)",
        )
    return root


def _unsafe(file: str) -> None:
    fail(
        file,
        "",
        "plik zawiera definicje encji XML, których książki kodowe nie potrzebują; nie otwarto go "
        "dla bezpieczeństwa. Wyeksportuj książkę kodową jeszcze raz",
    )


def _tag(node: Any) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _namespace(node: Any) -> str:
    return node.tag[1:].partition("}")[0] if node.tag.startswith("{") else "{}"


def _children(node: Any, tag: str) -> list[Any]:
    return [child for child in node if _tag(child) == tag]


def _name(node: Any) -> str:
    return clean(node.get("name") or "")


def _guid(node: Any) -> str:
    return (node.get("guid") or "").strip("{}").lower()


def _groups(root: Any) -> dict[str, str]:
    """Return the first set each code is a member of, by the code's GUID."""
    found: dict[str, str] = {}
    for node in (part for sets in _children(root, "Sets") for part in _children(sets, "Set")):
        for member in _children(node, "MemberCode"):
            found.setdefault(_guid(member), _name(node))
    return found


def _leaves(file: str, node: Any, prefix: str, depth: int) -> Iterator[tuple[Any, str]]:
    """Yield the codes below a node with their names; deeper ones bear their parents' names."""
    if depth > MAX_DEPTH:
        fail(
            file, f"wiersz {node.sourceline}", "kody są zagnieżdżone zbyt głęboko; spłaszcz drzewo"
        )
    for child in _children(node, "Code"):
        name = f"{prefix}{_name(child)}" if _name(child) else ""
        if child.get("isCodable", "true").strip().lower() not in ("false", "0"):
            yield child, name
        yield from _leaves(file, child, f"{name}: ", depth + 1)


def _entry(node: Any, name: str, facet: str) -> Entry:
    definition: list[str] = []
    exclude: list[str] = []
    examples: list[str] = []
    into = definition
    for part in _children(node, "Description"):
        for line in "".join(part.itertext()).splitlines():
            for pattern, target in ((_EXAMPLE, examples), (_EXCLUDE, exclude)):
                if match := pattern.match(line):
                    into, line = target, match[1]
            into.append(line)
    return Entry(
        place=f"wiersz {node.sourceline}",
        name=name,
        facet=facet,
        definition=clean(" ".join(definition)),
        exclude=clean(" ".join(exclude)),
        examples=split_by("\n".join(examples), "\n"),
    )
