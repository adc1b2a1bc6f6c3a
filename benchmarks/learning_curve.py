"""What more training text is worth: the linear coder on shares of the workshops.

``python benchmarks/learning_curve.py [--gold ../shared/gold-dev]`` trains on an eighth, a
quarter, half and all of the transcripts whose ``split`` is ``train`` (each larger share holds the
smaller ones), and prints pooled alpha, precision and recall on kept-aside workshops and gold. The
linear coder stands for all: it trains in minutes, and what it gains from text the others gain.
"""

import argparse
from pathlib import Path

import pandas as pd
from build_coders import CORPORA, figures, gold_sets, joined, material

from qualcode.coders.linear import LinearCoder
from qualcode.reading.codebooks import load_codebook
from qualcode.study import decisions

SHARES = (1 / 8, 1 / 4, 1 / 2, 1.0)


def parts_of(segments: pd.DataFrame, share: float) -> pd.DataFrame:
    """Return the segments of every n-th transcript, so that all corpora and regions stay."""
    names = sorted(segments["transcript"].unique())
    chosen = names[:: round(1 / share)]
    return segments[segments["transcript"].isin(chosen)].reset_index(drop=True)


def main() -> None:
    """Train, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("corpora"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold-dev"))
    options = parser.parse_args()
    book = load_codebook("cus")
    codes = list(book.codes)
    parts = material(options.corpora)
    segments, codings = joined(parts, "train")
    sets = [
        (f"{name}/test", rows, decisions(rows["segment"], given, codes).to_numpy(), None)
        for name in CORPORA
        for rows, given in [parts[name, "test"]]
        if len(rows)
    ]
    if options.gold.is_dir():
        sets += list(gold_sets(options.gold, codes))
    lines = []
    for share in SHARES:
        part = parts_of(segments, share)
        coder = LinearCoder(book).fit(part, codings[codings["segment"].isin(part["segment"])])
        for place, rows, labels, counts in sets:
            found = figures(coder, rows, labels, counts)
            shown = {name: found[name] for name in ("alpha", "precision", "recall")}
            lines.append({"training segments": len(part), "measured on": place} | shown)
            print(lines[-1], flush=True)
    print(pd.DataFrame(lines).to_string(index=False))


if __name__ == "__main__":
    main()
