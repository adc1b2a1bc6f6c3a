"""Recall of persons and places in workshop speech of ``corpora/osoby/warsztat.tsv``.

``python -m benchmarks.privacy_speech [poprawki|"dawny odczyt"|"drugi odczyt"] [-v]``; without a
part all are measured. The rules were mended by every one of them: two were read once before. Kinds: as written, in small letters without
punctuation (recognised speech), with capitals here and there, and all of it put into small
letters. Persons are counted by token, places by mention: every letter of it must be replaced.
"""

from __future__ import annotations

import sys

import pandas as pd

from benchmarks.privacy import CORPUS, lowered, measure

PARTS = {
    "poprawki": "służyły poprawkom",
    "dawny odczyt": "zmierzone raz, potem służyły poprawkom",
    "drugi odczyt": "zmierzone raz, potem służyły poprawkom",
}
KINDS = {"pismo": "pismo", "mowa": "małymi literami", "mieszane": "wielkie litery raz są, raz nie"}


def figures(texts: list[str], verbose: bool = False) -> str:
    """Return recall of persons and places, and words masked for nothing, as one line."""
    table = measure(texts, verbose)
    false, _, words = table["fałszywe"]
    line = []
    for kind, name in (("osoba", "osoby"), ("miejsce", "miejsca")):
        if kind in table:
            found, _, total = table[kind]
            line.append(f"{name} {found / total:.3f} ({found}/{total})")
    return ", ".join([*line, f"niepotrzebnie {false} z {words} wyrazów"]).replace(".", ",")


def main() -> None:
    """Print the figures of each part by kind."""
    asked = [word for word in sys.argv[1:] if word in PARTS] or list(PARTS)
    verbose = "-v" in sys.argv
    data = pd.read_csv(CORPUS / "warsztat.tsv", sep="\t", dtype=str)
    for part in asked:
        rows = data[data["część"] == part]
        print(f"{part} ({PARTS[part]}): {len(rows)} wypowiedzi")
        for kind, name in KINDS.items():
            texts = list(rows.loc[rows["zapis"] == kind, "wypowiedź"])
            print(f"  {name}: {figures(texts, verbose)}", flush=True)
        print(f"  wszystko małymi literami: {figures([lowered(t) for t in rows['wypowiedź']])}")


if __name__ == "__main__":
    main()
