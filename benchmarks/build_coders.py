"""Rebuild the coders shipped for the codebook "cus" and measure them.

``python benchmarks/build_coders.py [--transformer] [--gold ../shared/gold-dev]`` trains on the
transcripts of ``corpora/warsztaty`` and ``corpora/mowa_publiczna`` whose ``split`` is ``train``,
calibrates the default coder on ``dev``, measures on ``test`` (and on gold that is never trained
on), and writes ``models/cus/{linear,transformer,qualcode}``. Without ``--transformer`` the one
that is there is used as it is. Fine-tuning takes about an hour on one core.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import pandas as pd

from qualcode.coders.combined import CombinedCoder
from qualcode.coders.linear import LinearCoder
from qualcode.coders.rules import RulesCoder
from qualcode.coders.storage import save_coder
from qualcode.coders.transformer import TransformerCoder
from qualcode.reading.codebooks import load_codebook
from qualcode.reading.sources import read
from qualcode.reliability import krippendorff_alpha
from qualcode.study import CODINGS, SEGMENTS, decisions, frame

CORPORA = ("warsztaty", "mowa_publiczna", "wypowiedzi")
PERSON = "settled"


def material(corpora: Path) -> dict[str, tuple[pd.DataFrame, pd.DataFrame]]:
    """Return segments and codings of each split and source."""
    parts = {}
    for name in CORPORA:
        study = read(corpora / name)
        split = study.attribute("split")
        for which in ("train", "dev", "test"):
            rows = study.segments[split == which].reset_index(drop=True)
            parts[name, which] = rows, study.codings_of(PERSON)
    return parts


def joined(parts, which):
    """Return one frame of segments and one of codings for a split."""
    chosen = [parts[name, which] for name in CORPORA]
    segments = pd.concat([rows for rows, _ in chosen], ignore_index=True)
    codings = pd.concat([codings for _, codings in chosen], ignore_index=True)
    return frame(SEGMENTS, segments), frame(CODINGS, codings)


def gold_sets(folder: Path, codes: list[str]):
    """Yield name, segments, labels and which labels count (undisputed ones)."""
    for name in ("workshop", "real"):
        rows = [json.loads(line) for line in (folder / f"{name}.jsonl").open(encoding="utf-8")]
        segments = [
            {
                "segment": str(place),
                # real segments come from many texts and have no neighbours
                "transcript": name if name == "workshop" else str(place),
                "start": place,
                "end": place + 1,
                "question": row.get("question") or "",
                "text": row["text"],
            }
            for place, row in enumerate(rows)
        ]
        labels = np.array([[code in row["codes"] for code in codes] for row in rows])
        counts = np.array([[code not in row["disputed"] for code in codes] for row in rows])
        yield f"gold-dev/{name}", frame(SEGMENTS, segments), labels, counts


def tau(first: np.ndarray, second: np.ndarray) -> float:
    """Return Kendall's tau-b of two orders of codes by frequency."""
    from scipy.stats import kendalltau

    return float(kendalltau(first, second).statistic)


def figures(coder, segments, labels, counts=None) -> dict[str, float]:
    """Return pooled alpha, precision, recall, tau and calibration error of one coder."""
    counts = np.ones_like(labels) if counts is None else counts
    scores = coder.scores(segments)
    given = scores >= coder.thresholds_
    cells = [labels & given, labels & ~given, ~labels & given, ~labels & ~given]
    table = np.array([(cell & counts).sum() for cell in cells])
    codes = coder.codes
    result = {
        "segments": len(labels),
        "alpha": float(krippendorff_alpha(table)),
        "precision": table[0] / max(1, table[0] + table[2]),
        "recall": table[0] / max(1, table[0] + table[1]),
        "tau": tau((labels & counts).sum(axis=0), (given & counts).sum(axis=0)),
        "ece": calibration_error(scores[counts], labels[counts]),
    }
    for facet in ("bariera", "priorytet", "usluga"):
        columns = [place for place, code in enumerate(codes) if code.startswith(f"{facet}.")]
        part = np.array([(cell & counts)[:, columns].sum() for cell in cells])
        result[f"alpha_{facet}"] = float(krippendorff_alpha(part))
    return {name: round(float(value), 3) for name, value in result.items()}


def calibration_error(scores: np.ndarray, labels: np.ndarray, bins: int = 10) -> float:
    """Return the expected calibration error of scores above 0.05 (Naeini et al. 2015)."""
    chosen = scores > 0.05
    scores, labels = scores[chosen], labels[chosen]
    place = np.minimum((scores * bins).astype(int), bins - 1)
    return float(
        sum(
            abs(scores[place == number].mean() - labels[place == number].mean())
            * (place == number).mean()
            for number in range(bins)
            if (place == number).any()
        )
    )


def main() -> None:
    """Train, measure, save, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("corpora"))
    parser.add_argument("--models", type=Path, default=Path("models/cus"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold-dev"))
    parser.add_argument("--transformer", action="store_true", help="fine-tune too (extra train)")
    options = parser.parse_args()
    book = load_codebook("cus")
    parts = material(options.corpora)
    train, dev = joined(parts, "train"), joined(parts, "dev")
    linear = LinearCoder(book).fit(*train)
    about = {
        "training": [f"corpora/{name}, split train" for name in CORPORA],
        "n_training_segments": len(train[0]),
        "licence": "MIT",
        "command": "python benchmarks/build_coders.py --transformer",
    }
    combined = CombinedCoder(book)
    combined.parts["linear"] = linear
    transformer = TransformerCoder(book)
    kept = options.models / "transformer"
    if options.transformer:
        transformer.learn(*train, report=lambda *done: print("epoch, loss:", *done, flush=True))
    elif kept.is_dir():
        transformer.load(kept)
    if options.transformer or kept.is_dir():
        combined.parts["transformer"] = transformer.calibrate(*dev)
    combined.fit(*dev)
    print("weights:", combined.weights_)
    coders = {
        "rules": RulesCoder(book),
        "linear": linear,
        **({"transformer": transformer} if hasattr(transformer, "thresholds_") else {}),
        "qualcode": combined,
    }
    results = {name: {} for name in coders}
    sets = [
        (
            f"corpora/{name}/test",
            rows,
            decisions(rows["segment"], codings, list(book.codes)).to_numpy(),
            None,
        )
        for name in CORPORA
        for rows, codings in [parts[name, "test"]]
        if len(rows)
    ]
    if options.gold.is_dir():
        sets += list(gold_sets(options.gold, list(book.codes)))
    for name, coder in coders.items():
        for place, rows, labels, counts in sets:
            results[name][place] = figures(coder, rows, labels, counts)
            print(name, place, results[name][place], flush=True)
    save_coder(linear, options.models / "linear", figures=results["linear"], **about)
    if "transformer" in results:
        save_coder(transformer, kept, figures=results["transformer"], **about)
    save_coder(combined, options.models / "qualcode", figures=results["qualcode"], **about)


if __name__ == "__main__":
    main()
