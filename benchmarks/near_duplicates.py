"""Near-duplicates within and between the corpora, and against gold that is never trained on.

``python benchmarks/near_duplicates.py [--gold ../shared/gold-dev] [--least 0.8]`` compares every
segment of at least six words with every other by the cosine of their TF-IDF over character
four-grams (Salton & Buckley 1988), counts the pairs at or above the limit and prints those of the
corpora; of gold only the counts are printed, because nobody should read it.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer

from qualcode.reading.sources import read

CORPORA = ("warsztaty", "mowa_publiczna", "wypowiedzi", "przebiegi", "demo")
MIN_WORDS = 6  # "No właśnie, tak." is said in every workshop
BLOCK = 1000


def corpus(folder: Path, gold: Path) -> pd.DataFrame:
    """Return columns ``source, segment, text`` of everything that is compared."""
    parts = [
        read(folder / name).segments[["segment", "text"]].assign(source=name)
        for name in CORPORA
        if (folder / name).is_dir()
    ]
    for path in sorted(gold.glob("*.jsonl")) if gold.is_dir() else []:
        rows = [json.loads(line) for line in path.open(encoding="utf-8")]
        texts = pd.DataFrame({"text": [row["text"] for row in rows]})
        parts.append(texts.assign(segment=texts.index.astype(str), source=f"gold/{path.stem}"))
    joined = pd.concat(parts, ignore_index=True)
    return joined[joined["text"].str.split().str.len() >= MIN_WORDS].reset_index(drop=True)


def pairs(texts: pd.Series, least: float) -> list[tuple[float, int, int]]:
    """Return (cosine, row, later row) of all pairs that are at least this alike."""
    grams = TfidfVectorizer(analyzer="char_wb", ngram_range=(4, 4), sublinear_tf=True)
    vectors = grams.fit_transform(texts).astype(np.float32)
    found = []
    for first in range(0, len(texts), BLOCK):
        alike = (vectors[first : first + BLOCK] @ vectors.T).tocoo()
        for row, other, cosine in zip(alike.row + first, alike.col, alike.data, strict=True):
            if cosine >= least and other > row:
                found.append((float(cosine), int(row), int(other)))
    return sorted(found, reverse=True)


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("corpora"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold-dev"))
    parser.add_argument("--least", type=float, default=0.8)
    options = parser.parse_args()
    rows = corpus(options.corpora, options.gold)
    found = pairs(rows["text"], options.least)
    sources = rows["source"]
    print(
        f"{len(rows)} segments of at least {MIN_WORDS} words, pairs with cosine >= {options.least}"
    )
    between = [tuple(sorted((sources[a], sources[b]))) for _, a, b in found]
    print(pd.Series(between, dtype=object).value_counts().to_string() if found else "none")
    for cosine, a, b in found:
        if not sources[[a, b]].str.startswith("gold").any():
            print(
                f"{cosine:.2f}",
                *(f"{rows.segment[r]} {rows.text[r]!r}" for r in (a, b)),
                sep="\n  ",
            )


if __name__ == "__main__":
    main()
