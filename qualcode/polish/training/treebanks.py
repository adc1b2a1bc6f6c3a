"""Reading annotated Polish: CoNLL-U treebanks and the named-entity layer of NKJP.

UD cuts ``zrobiłbym`` into three words; here the written word stays one token with the lemma,
part of speech and features of its head, as the pipeline writes it.
"""

from __future__ import annotations

import io
import lzma
import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TextIO

NKJP = "nkjp-nested.iob.7z"
_ENCLITICS = frozenset("m em ś eś śmy eśmy ście eście by ń".split())
_NO_SPACE = "SpaceAfter=No"


@dataclass(frozen=True)
class Word:
    """One written word with its gold annotation."""

    form: str
    lemma: str
    upos: str
    feats: str = ""
    tag: str = ""
    space: bool = True
    misc: str = ""


@dataclass(frozen=True)
class Sentence:
    """Words of one sentence and the text they were cut from."""

    words: tuple[Word, ...]
    text: str = ""
    comments: dict[str, str] = field(default_factory=dict)

    @property
    def forms(self) -> list[str]:
        """Return the written words."""
        return [word.form for word in self.words]

    @property
    def spaces(self) -> list[bool]:
        """Return whether a space follows each word."""
        return [word.space for word in self.words]

    @property
    def key(self) -> str:
        """Return the letters alone, to find the same sentence elsewhere."""
        return letters(self.forms)


def letters(forms: Iterable[str]) -> str:
    """Return the letters and digits of words in lower case, nothing else."""
    return re.sub(r"\W+", "", "".join(forms)).lower()


def read_conllu(path: Path) -> list[Sentence]:
    """Read a CoNLL-U file, plain or packed with xz."""
    with _opened(path) as lines:
        return list(_sentences(lines))


def _opened(path: Path) -> TextIO:
    if path.suffix == ".xz":
        return io.TextIOWrapper(lzma.open(path), encoding="utf-8")
    return path.open(encoding="utf-8")


def _sentences(lines: Iterable[str]) -> Iterator[Sentence]:
    rows: list[list[str]] = []
    comments: dict[str, str] = {}
    for line in [*lines, ""]:
        line = line.rstrip("\n")
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            yield Sentence(tuple(_words(rows)), comments.get("text", ""), comments)
            rows, comments = [], {}


def _words(rows: list[list[str]]) -> Iterator[Word]:
    by_id = {row[0]: row for row in rows}
    covered: set[str] = set()
    for row in rows:
        if "." in row[0] or row[0] in covered:
            continue
        head = row
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            ids = [str(number) for number in range(first, last + 1)]
            covered.update(ids)
            parts = [by_id[i] for i in ids]
            head = next((part for part in parts if part[6] not in ids), parts[0])
        feats = "" if head[5] == "_" else head[5]
        yield Word(row[1], head[2], head[3], feats, head[4], _NO_SPACE not in row[9], row[9])


@dataclass(frozen=True)
class Named:
    """A sentence of NKJP: words, the entities each lies in, and its document."""

    document: str
    forms: tuple[str, ...]
    labels: tuple[tuple[str, ...], ...]


def read_nkjp(folder: Path, skip: frozenset[str] = frozenset()) -> list[Named]:
    """Read the sentences of NKJP, leaving out those whose letters are in ``skip``.

    Its base and tag columns are random picks of an analyser, so they are not read.
    """
    text = unpack_7z(folder / NKJP).decode("utf-8")
    joins = _Joins()
    found: list[Named] = []
    words: list[tuple[str, tuple[str, ...]]] = []
    document = ""
    for line in [*text.splitlines(), ""]:
        if line.startswith("-DOCSTART"):
            if line.startswith("-DOCSTART FILE"):
                document = line.split()[-1]
        elif line:
            form, _, _, label = line.split("\t")
            labels = tuple(sorted({part for part in label.split("#") if part != "O"}))
            if words and form in _ENCLITICS and joins(words[-1][0], form):
                words[-1] = (words[-1][0] + form, words[-1][1])
            else:
                words.append((form, labels))
        elif words:
            named = Named(document, tuple(w[0] for w in words), tuple(w[1] for w in words))
            if letters(named.forms) not in skip:
                found.append(named)
            words = []
    return found


class _Joins:
    """Whether an enclitic belongs to the word before it; NKJP writes them apart."""

    def __init__(self) -> None:
        import morfeusz2

        self._engine = morfeusz2.Morfeusz(generate=False)
        self._known: dict[tuple[str, str], bool] = {}

    def __call__(self, word: str, enclitic: str) -> bool:
        key = (word, enclitic)
        if key not in self._known:
            segments = [item for _, _, item in self._engine.analyse(word + enclitic)]
            self._known[key] = word[-1:].isalpha() and (
                any(orth == word for orth, *_ in segments)
                and any(
                    orth == enclitic and (tag.startswith("aglt") or orth in ("by", "ń"))
                    for orth, _, tag, *_ in segments
                )
            )
        return self._known[key]


def unpack_7z(path: Path) -> bytes:
    """Unpack a 7z archive of one file packed with LZMA, as the standard library has no 7z."""
    data = path.read_bytes()
    if data[:6] != b"7z\xbc\xaf\x27\x1c":
        raise ValueError(f"{path} is no 7z archive")
    offset, size = struct.unpack("<QQ", data[12:28])
    header = data[32 + offset : 32 + offset + size]
    coder = header.find(b"\x23\x03\x01\x01\x05")
    if coder < 0:
        raise ValueError(f"{path} is not packed with plain LZMA")
    flags, dictionary = struct.unpack("<BI", header[coder + 5 : coder + 10])
    settings = {
        "id": lzma.FILTER_LZMA1,
        "dict_size": dictionary,
        "lc": flags % 9,
        "lp": flags // 9 % 5,
        "pb": flags // 45,
    }
    return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[settings]).decompress(
        data[32 : 32 + offset]
    )


def detached(sentence: Sentence) -> Sentence:
    """Return a sentence without its comments, for training sets kept in memory."""
    return replace(sentence, comments={})
