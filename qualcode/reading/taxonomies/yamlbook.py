"""Codebooks as YAML: parsed without running code, checked line by line."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any

from qualcode.errors import CodebookError
from qualcode.reading.taxonomies.rules import IDENTIFIER
from qualcode.study import Code, Codebook, Facet
from qualcode.wording import listed, quoted, suggestion

SUFFIXES = (".yaml", ".yml")
_LINE = "\0line"  # cannot clash with a key a person types
_CODEBOOK_KEYS = ("id", "version", "language", "title", "facets")
_FACET_KEYS = ("id", "name", "question", "definition", "exclude", "codes")
_CODE_KEYS = ("id", "name", "definition", "exclude", "examples")


def parse(path: Path) -> Codebook:
    """Parse a YAML codebook and check it.

    Raises
    ------
    CodebookError
        At the first broken rule, with its line.
    """
    checker = _Checker(path.name)
    top = checker.mapping(_load_yaml(path), "książka kodowa", _CODEBOOK_KEYS, ("facets",))
    facets = tuple(
        _facet(checker, item) for item in checker.sequence(top, "facets", "książki kodowej")
    )
    checker.unique([(facet.id, "aspekt") for facet in facets])
    return Codebook(
        id=str(top.get("id") or path.stem),
        title=str(top.get("title") or path.stem),
        version=str(top.get("version", "1")),
        language=str(top.get("language", "pl")),
        facets=facets,
    )


def _facet(checker: _Checker, item: Any) -> Facet:
    entry = checker.mapping(item, "aspekt", _FACET_KEYS, ("id", "name", "codes"))
    facet_id = checker.identifier(entry["id"], entry, dotted=False)
    codes = []
    for raw in checker.sequence(entry, "codes", f"aspektu {quoted(facet_id)}"):
        code = checker.mapping(raw, "kod", _CODE_KEYS, ("id", "name"))
        code_id = checker.identifier(code["id"], code, dotted=True)
        if not code_id.startswith(f"{facet_id}."):
            mend = f"{facet_id}.{code_id.rpartition('.')[2]}"
            checker.fail(
                code,
                f"kod {quoted(code_id)} leży w aspekcie {quoted(facet_id)}; "
                f"nazwij go {quoted(mend)}",
            )
        examples = code.get("examples") or []
        if not isinstance(examples, list):
            checker.fail(code, f"przykłady kodu {quoted(code_id)} mają być listą (wiersze od „- ”)")
        codes.append(
            Code(
                id=code_id,
                name=_text(code["name"]),
                definition=_text(code.get("definition")),
                exclude=_text(code.get("exclude")),
                examples=tuple(_text(example) for example in examples),
            )
        )
    checker.unique([(code.id, "kod") for code in codes])
    return Facet(
        id=facet_id,
        name=_text(entry["name"]),
        question=_text(entry.get("question")),
        definition=_text(entry.get("definition")),
        exclude=_text(entry.get("exclude")),
        codes=tuple(codes),
    )


def _text(value: Any) -> str:
    return " ".join(str(value).split()) if value is not None else ""


class _Checker:
    """Raises :class:`CodebookError` with file, line and mend."""

    def __init__(self, file: str) -> None:
        self.file = file

    def fail(self, where: Any, sentence: str) -> None:
        line = where.get(_LINE) if isinstance(where, dict) else None
        place = f"{self.file}, wiersz {line}" if line else self.file
        raise CodebookError(f"{place}: {sentence}{'' if sentence.endswith('?') else '.'}")

    def mapping(
        self, item: Any, noun: str, known: tuple[str, ...], needed: tuple[str, ...]
    ) -> dict[str, Any]:
        if not isinstance(item, dict):
            self.fail(item, f"{noun} ma być zapisem „klucz: wartość”, a jest: {quoted(str(item))}")
        for key in item:
            if key not in known and key != _LINE:
                self.fail(
                    item,
                    f"nieznany klucz {quoted(str(key))}; dozwolone: {listed(known)}."
                    f"{suggestion(str(key), known)}",
                )
        for key in needed:
            if item.get(key) in (None, ""):
                self.fail(item, f"{noun} nie ma klucza {quoted(key)}; dopisz go")
        return dict(item)

    def sequence(self, entry: dict[str, Any], key: str, owner: str) -> list[Any]:
        items = entry[key]
        if not isinstance(items, list) or not items:
            self.fail(entry, f"{quoted(key)} {owner} ma być niepustą listą (wiersze od „- ”)")
        return list(items)

    def identifier(self, value: Any, entry: dict[str, Any], *, dotted: bool) -> str:
        name = str(value)
        parts = name.split(".")
        if len(parts) != (2 if dotted else 1) or not all(
            IDENTIFIER.fullmatch(part) for part in parts
        ):
            shape = "aspekt.kod" if dotted else "aspekt"
            self.fail(
                entry,
                f"identyfikator {quoted(name)} ma mieć postać {quoted(shape)}: "
                "małe litery bez polskich znaków, cyfry i „_”",
            )
        return name

    def unique(self, names: list[tuple[str, str]]) -> None:
        seen = set()
        for name, noun in names:
            if name in seen:
                self.fail(None, f"{noun} {quoted(name)} występuje dwa razy; usuń jeden z nich")
            seen.add(name)


def _load_yaml(path: Path) -> Any:
    """Load YAML safely, remembering in every mapping the line it starts at."""
    import yaml

    class Loader(yaml.SafeLoader):
        pass

    def mapping(loader: Loader, node: yaml.MappingNode) -> dict[Hashable, Any]:
        return {**loader.construct_mapping(node, deep=True), _LINE: node.start_mark.line + 1}

    Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, mapping)
    try:
        return yaml.load(path.read_text(encoding="utf-8-sig"), Loader)  # noqa: S506 - a SafeLoader
    except UnicodeDecodeError as error:
        raise CodebookError(f"{path.name}: plik nie jest w UTF-8; zapisz go w UTF-8.") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f", wiersz {mark.line + 1}" if mark else ""
        raise CodebookError(
            f"{path.name}{line}: to nie jest poprawny YAML; sprawdź wcięcia, dwukropki "
            "i cudzysłowy w tym miejscu."
        ) from error
    except yaml.YAMLError as error:
        raise CodebookError(
            f"{path.name}: w pliku są znaki, których YAML nie dopuszcza."
        ) from error
