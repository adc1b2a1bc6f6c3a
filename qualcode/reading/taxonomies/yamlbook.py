"""Codebooks as YAML: parsed without running code, checked line by line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from qualcode.errors import CodebookError
from qualcode.reading.taxonomies.rules import IDENTIFIER, fail
from qualcode.study import Code, Codebook, Facet
from qualcode.wording import listed, quoted, suggestion

SUFFIXES = (".yaml", ".yml")
_TAGS = "tag:yaml.org,2002:"
_KINDS = ("str", "null", "bool", "int", "float", "timestamp", "seq", "map", "merge", "value")
# what the parser was in the middle of, when the mistake is where that began
_OPENED = ("while scanning a quoted scalar", "while scanning a simple key", "while parsing a flow")
_CODEBOOK_KEYS = ("id", "version", "language", "title", "facets")
_FACET_KEYS = ("id", "name", "question", "definition", "exclude", "codes")
_CODE_KEYS = ("id", "name", "definition", "exclude", "examples")


class _Mapping(dict[str, Any]):
    """A mapping that knows the line it begins at, and that of each of its keys."""

    line: int
    lines: dict[str, int]


class _List(list[Any]):
    """A list that knows the line of each of its items."""

    lines: list[int]


def parse(path: Path) -> Codebook:
    """Parse a YAML codebook and check it.

    Raises
    ------
    CodebookError
        At the first broken rule, with the line of the mistake.
    """
    checker = _Checker(path.name)
    top = checker.mapping(_load_yaml(path), 1, "książka kodowa", _CODEBOOK_KEYS, ("facets",))
    found = [
        _facet(checker, item, line)
        for item, line in checker.items(top, "facets", "książki kodowej")
    ]
    checker.unique([(facet.id, line) for facet, line in found], "aspekt")
    return Codebook(
        id=checker.text(top, "id") or path.stem,
        title=checker.text(top, "title") or path.stem,
        version=checker.text(top, "version") or "1",
        language=checker.text(top, "language") or "pl",
        facets=tuple(facet for facet, _ in found),
    )


def _facet(checker: _Checker, item: Any, line: int) -> tuple[Facet, int]:
    """Return a facet and the line of its id."""
    entry = checker.mapping(item, line, "aspekt", _FACET_KEYS, ("id", "name", "codes"))
    facet_id = checker.identifier(entry, dotted=False)
    found = [
        _code(checker, raw, place, facet_id)
        for raw, place in checker.items(entry, "codes", f"aspektu {quoted(facet_id)}")
    ]
    checker.unique([(code.id, place) for code, place in found], "kod")
    texts = {key: checker.text(entry, key) for key in ("name", "question", "definition", "exclude")}
    facet = Facet(id=facet_id, codes=tuple(code for code, _ in found), **texts)
    return facet, entry.lines["id"]


def _code(checker: _Checker, raw: Any, line: int, facet_id: str) -> tuple[Code, int]:
    """Return a code and the line of its id."""
    entry = checker.mapping(raw, line, "kod", _CODE_KEYS, ("id", "name"))
    code_id = checker.identifier(entry, dotted=True)
    if not code_id.startswith(f"{facet_id}."):
        mend = f"{facet_id}.{code_id.rpartition('.')[2]}"
        checker.fail(
            entry.lines["id"],
            f"kod {quoted(code_id)} leży w aspekcie {quoted(facet_id)}; nazwij go {quoted(mend)}",
        )
    examples: tuple[str, ...] = ()
    if entry.get("examples") not in (None, []):
        listed_ones = checker.items(entry, "examples", f"kodu {quoted(code_id)}")
        examples = tuple(
            checker.plain(example, place, "przykład") for example, place in listed_ones
        )
    texts = {key: checker.text(entry, key) for key in ("name", "definition", "exclude")}
    return Code(id=code_id, examples=examples, **texts), entry.lines["id"]


class _Checker:
    """Raises :class:`CodebookError` with file, line and mend."""

    def __init__(self, file: str) -> None:
        self.file = file

    def fail(self, line: int, sentence: str) -> NoReturn:
        fail(self.file, f"wiersz {line}", sentence)

    def mapping(
        self, item: Any, line: int, noun: str, known: tuple[str, ...], needed: tuple[str, ...]
    ) -> _Mapping:
        if not isinstance(item, _Mapping):
            seen = f", a jest: {quoted(str(item))}" if item is not None else ""
            self.fail(line, f"{noun} ma być zapisem „klucz: wartość”{seen}")
        for key in item:
            if key not in known:
                self.fail(
                    item.lines[key],
                    f"nieznany klucz {quoted(key)}; dozwolone: {listed(known)}."
                    f"{suggestion(key, known)}",
                )
        for key in needed:
            if item.get(key) in (None, ""):
                place = item.lines.get(key, item.line)
                lack = f"{quoted(key)} jest puste; uzupełnij" if key in item else ""
                self.fail(place, lack or f"{noun} nie ma klucza {quoted(key)}; dopisz go")
        return item

    def items(self, entry: _Mapping, key: str, owner: str) -> Iterable[tuple[Any, int]]:
        """Return the items of a list with their lines."""
        found = entry[key]
        if not isinstance(found, _List) or not found:
            self.fail(
                entry.lines[key], f"{quoted(key)} {owner} ma być niepustą listą (wiersze od „- ”)"
            )
        return zip(found, found.lines, strict=True)

    def text(self, entry: _Mapping, key: str) -> str:
        """Return a value as text on one line; empty when the key is missing."""
        return self.plain(entry.get(key), entry.lines.get(key, entry.line), quoted(key))

    def plain(self, value: Any, line: int, noun: str) -> str:
        if isinstance(value, _Mapping | _List):
            kind = "listą" if isinstance(value, _List) else "zapisem „klucz: wartość”"
            self.fail(line, f"{noun} ma być tekstem, a jest {kind}; ujmij go w cudzysłów")
        return " ".join(str(value).split()) if value is not None else ""

    def identifier(self, entry: _Mapping, *, dotted: bool) -> str:
        name = self.text(entry, "id")
        parts = name.split(".")
        if len(parts) != (2 if dotted else 1) or not all(
            IDENTIFIER.fullmatch(part) for part in parts
        ):
            shape = "aspekt.kod" if dotted else "aspekt"
            self.fail(
                entry.lines["id"],
                f"identyfikator {quoted(name)} ma mieć postać {quoted(shape)}: "
                "małe litery bez polskich znaków, cyfry i „_”",
            )
        return name

    def unique(self, names: Iterable[tuple[str, int]], noun: str) -> None:
        first: dict[str, int] = {}
        for name, line in names:
            if name in first:
                self.fail(
                    line,
                    f"{noun} {quoted(name)} występuje dwa razy (pierwszy raz: wiersz "
                    f"{first[name]}); usuń jeden z nich albo nazwij go inaczej",
                )
            first[name] = line


def _load_yaml(path: Path) -> Any:
    """Load YAML as text, lists and mappings, with the lines of all of them; nothing is run."""
    import yaml

    class Loader(yaml.SafeLoader):
        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.AliasEvent):  # such can unfold without end
                place = self.peek_event().start_mark.line + 1
                fail(
                    path.name,
                    f"wiersz {place}",
                    "gwiazdka na początku wartości znaczy w YAML odwołanie; ujmij ją w cudzysłów",
                )
            return super().compose_node(parent, index)

    try:
        text = path.read_text(encoding="utf-8-sig")
        node = yaml.compose(text, Loader)
        return None if node is None else _valued(node, path.name)
    except UnicodeDecodeError as error:
        raise CodebookError(f"{path.name}: plik nie jest w UTF-8; zapisz go w UTF-8.") from error
    except yaml.MarkedYAMLError as error:
        raise CodebookError(
            f"{path.name}, wiersz {_line_of(error, text)}: to nie jest poprawny YAML; sprawdź "
            "wcięcia, dwukropki i cudzysłowy w tym miejscu."
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise CodebookError(
            f"{path.name}: w pliku są znaki albo zagnieżdżenia, których książka kodowa nie "
            "dopuszcza; zapisz go od nowa jako zwykły tekst."
        ) from error


def _valued(node: Any, file: str) -> Any:
    """Return what a node of YAML says; words such as „no” and dates stay text."""
    line = node.start_mark.line + 1
    kind = node.tag.removeprefix(_TAGS)
    if kind not in _KINDS:
        fail(file, f"wiersz {line}", f"znacznik {quoted('!' + kind)} jest niedozwolony; usuń go")
    if node.id == "scalar":
        return None if kind == "null" else node.value
    if node.id == "sequence":
        found = _List(_valued(item, file) for item in node.value)
        found.lines = [item.start_mark.line + 1 for item in node.value]
        return found
    mapping = _Mapping()
    mapping.line, mapping.lines = line, {}
    for key, value in node.value:
        place = key.start_mark.line + 1
        if key.id != "scalar":
            fail(file, f"wiersz {place}", "klucz ma być jednym słowem przed dwukropkiem")
        if key.value in mapping:
            fail(
                file,
                f"wiersz {place}",
                f"klucz {quoted(key.value)} występuje drugi raz (pierwszy raz: wiersz "
                f"{mapping.lines[key.value]}); usuń jeden z nich",
            )
        mapping[key.value] = _valued(value, file)
        mapping.lines[key.value] = place
    return mapping


def _line_of(error: Any, text: str) -> int:
    """Return the line of the mistake, which is not always where the parser noticed it."""
    import yaml

    mark = error.problem_mark or error.context_mark
    if error.context_mark and str(error.context).startswith(_OPENED):
        mark = error.context_mark
    elif "<scalar>" in str(error.problem):
        # an unclosed quotation ends where the next one begins
        for token in yaml.scan(text, yaml.SafeLoader):
            if token.start_mark.index >= mark.index:
                break
            begin, end = token.start_mark, token.end_mark
            quoted_text = isinstance(token, yaml.ScalarToken) and not token.plain
            if quoted_text and begin.line < end.line == mark.line:
                return int(begin.line) + 1
    return int(mark.line) + 1 if mark else 1
