"""Recall and precision of masking on ``corpora/osoby``: persons and the nine kinds of numbers.

``python -m benchmarks.privacy`` or ``python benchmarks/privacy.py [odłożone|sprawdzian|ocena|strojenie|wszystko] [-v]``.
Names are counted by token: all letters of it must be replaced. Numbers count when every letter
and digit of them is replaced, and, apart from that, when the kind is right. Every utterance is
also read in small letters without punctuation, as speech recognition writes. Precision is the
share of masked words that had to be; sentences without any data show what is masked for nothing.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import pandas as pd

from qualcode.privacy.detection import Finder, privacy_pipeline
from qualcode.privacy.mentions import PERSON, Mention
from qualcode.reading.codebooks import load_codebook
from qualcode.study import Study

CORPUS = Path(__file__).resolve().parents[1] / "corpora" / "osoby"
KINDS = (
    "PESEL",
    "NIP",
    "REGON",
    "telefon",
    "e-mail",
    "adres",
    "data urodzenia",
    "konto",
    "rejestracja",
)
_MARK = re.compile(r"\{([^|{}]+)\|([^{}]*)\}")
_WORD = re.compile(r"[^\W_]+")
Gold = list[tuple[int, int, str]]


def unmarked(text: str) -> tuple[str, Gold]:
    """Return a text without marks, and the places they stood at."""
    parts: list[str] = []
    gold: Gold = []
    at = length = 0
    for match in _MARK.finditer(text):
        before = text[at : match.start()]
        start = length + len(before)
        parts += [before, match[2]]
        length = start + len(match[2])
        gold.append((start, length, match[1]))
        at = match.end()
    return "".join([*parts, text[at:]]), gold


def lowered(text: str) -> str:
    """Return marked text as speech recognition would write it: no capitals, no punctuation."""
    pieces = []
    at = 0
    for match in _MARK.finditer(text):
        pieces.append(re.sub(r"[.,:;!?–()„”]", "", text[at : match.start()]).lower())
        pieces.append(f"{{{match[1]}|{re.sub(r'[.,-]', ' ', match[2]).lower().strip()}}}")
        at = match.end()
    pieces.append(re.sub(r"[.,:;!?–()„”]", "", text[at:]).lower())
    return "".join(pieces)


def measure(texts: list[str], verbose: bool) -> dict[str, tuple[int, int, int]]:
    """Return (found, right kind, in all) by kind.

    Under ``"fałszywe"`` the words masked for nothing and all words outside marks, under
    ``"trafione"`` the words masked rightly.
    """
    finder = Finder(Study(load_codebook("cus")))
    counts: dict[str, Counter[str]] = {}
    false = words = hit = 0
    for marked in texts:
        text, gold = unmarked(marked)
        found = [m for m in finder.doc(privacy_pipeline()(text)) if m.masked]
        taken = {i for m in found for i in range(m.start, m.end)}
        inside = {i for start, end, _ in gold for i in range(start, end)}
        for start, end, kind in gold:
            _count(
                text, (start, end, kind), found, taken, counts.setdefault(kind, Counter()), verbose
            )
        for word in _WORD.finditer(text):
            outside = word.start() not in inside
            words += outside
            hit += not outside and word.start() in taken
            if outside and word.start() in taken:
                false += 1
                if verbose:
                    print(f"  + {word[0]}  |  {text}")
    table = {kind: (c["found"], c["right"], c["all"]) for kind, c in counts.items()}
    return {**table, "fałszywe": (false, false, words), "trafione": (hit, hit, hit)}


def _count(
    text: str,
    gold: tuple[int, int, str],
    found: list[Mention],
    taken: set[int],
    count: Counter[str],
    verbose: bool,
) -> None:
    start, end, kind = gold
    spans = [(start + w.start(), start + w.end()) for w in _WORD.finditer(text[start:end])]
    if kind != "osoba":
        spans_hit = all(set(range(*span)) <= taken for span in spans)
        right = any(m.category == kind and m.start < end and m.end > start for m in found)
        count.update(all=1, found=int(spans_hit), right=int(spans_hit and right))
        if verbose and not spans_hit:
            print(f"  - {kind}: {text[start:end]}  |  {text}")
        elif verbose and not right:
            print(f"  ~ {kind}: {text[start:end]}  |  {[m.category for m in found]}")
        return
    for left, right_end in spans:
        if not text[left:right_end].isalpha() or text[left:right_end] == "z":
            continue
        hit = set(range(left, right_end)) <= taken
        right = any(m.category == PERSON and m.start <= left < m.end for m in found)
        count.update(all=1, found=int(hit), right=int(hit and right))
        if verbose and not hit:
            print(f"  - osoba: {text[left:right_end]}  |  {text}")


def show(title: str, texts: list[str], verbose: bool) -> None:
    """Print the figures of one set of utterances."""
    if not texts:
        return
    print(f"{title} ({len(texts)} wypowiedzi)")
    table = measure(texts, verbose)
    false, _, words = table.pop("fałszywe")
    right = table.pop("trafione")[0]
    for kind, (found, exact, total) in table.items():
        print(
            f"  {kind}: czułość {found / total:.3f} ({found}/{total}), rodzaj {exact / total:.3f}"
        )
    if right:
        print(f"  precyzja {right / (right + false):.3f} ({right}/{right + false} wyrazów)")
    print(f"  zamaskowane niepotrzebnie: {false} z {words} wyrazów ({false / max(1, words):.2%})")


def main() -> None:
    part = next((a for a in sys.argv[1:] if not a.startswith("-")), "sprawdzian")
    verbose = "-v" in sys.argv
    data = pd.concat(
        [
            pd.read_csv(CORPUS / f"{name}.tsv", sep="\t", dtype=str)
            for name in ("wypowiedzi", "numery")
        ]
    )
    if part != "wszystko":
        data = data[data["część"] == part]
    marked = data["wypowiedź"].str.contains(r"\{\w", regex=True)
    people = data[data["wypowiedź"].str.contains(r"\{osoba\|")]
    numbers = data[marked & ~data["wypowiedź"].str.contains(r"\{osoba\|")]
    plain = list(data[~marked]["wypowiedź"])
    written = list(people[people["zapis"] == "pismo"]["wypowiedź"])
    spoken = list(people[people["zapis"] == "mowa"]["wypowiedź"])
    mixed = list(people[people["zapis"] == "mieszane"]["wypowiedź"])
    small = [lowered(text) for text in (*written, *mixed)]
    print(f"część: {part}")
    show("osoby, pismo", written, verbose)
    show("osoby, mowa małymi literami", spoken, verbose)
    show("osoby, wielkie litery raz są, raz nie", mixed, verbose)
    show("osoby, pismo bez wielkich liter i znaków", small, verbose)
    if spoken and small:
        show("osoby, wszystko małymi literami", [*spoken, *small], False)
    show("numery", list(numbers["wypowiedź"]), verbose)
    show("bez danych osobowych, jak zapisano", plain, verbose)
    show("bez danych osobowych, małymi literami", [lowered(text) for text in plain], verbose)


if __name__ == "__main__":
    main()
