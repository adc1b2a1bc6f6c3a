"""Quality, repeatability and time of ``topics``.

python benchmarks/topics.py                    constructed material with clear themes
python benchmarks/topics.py STUDY [CODER]      a study folder as well
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.metrics import adjusted_rand_score

sys.path.insert(0, str(Path(__file__).parent))
from topics_material import clear_study

from qualcode.reading.sources import read
from qualcode.study import Study
from qualcode.topicmodel import REST, topics

SIZES = (60, 300, 3000)


def labels(study: Study, coder: str | None = None) -> dict[str, str]:
    found = topics(study, coder=coder)
    return {segment: row.label for row in found.itertuples() for segment in row.segments}


def part(study: Study, seed: int, share: float = 0.9) -> Study:
    rows = study.segments.sample(frac=share, random_state=seed).sort_index()
    return study.with_(segments=rows.reset_index(drop=True))


def repeatability(study: Study, times: int = 3, coder: str | None = None) -> float:
    """Mean ARI of the whole function on pairs of random nine tenths, "inne" a class of its own."""
    runs = [labels(part(study, seed), coder) for seed in range(times)]
    scores = []
    for one, other in combinations(runs, 2):
        both = sorted(one.keys() & other.keys())
        scores.append(adjusted_rand_score([one[s] for s in both], [other[s] for s in both]))
    return float(np.mean(scores))


def report(name: str, study: Study, truth: Sequence[str] | None, coder: str | None = None) -> None:
    start = time.perf_counter()
    found = topics(study, coder=coder)
    seconds = time.perf_counter() - start
    given = {segment: row.label for row in found.itertuples() for segment in row.segments}
    said = study.said["segment"]
    other = float(np.mean([given[s] in REST for s in said]))
    line = f"{name}: {len(found) - (other > 0)} topics, inne {other:.0%}, {seconds:.1f} s"
    if truth is not None:
        line += f", ARI with truth {adjusted_rand_score(truth, [given[s] for s in said]):.2f}"
    line += (
        f", own ARI {found.attrs['ari']:.2f}, 90% parts ARI {repeatability(study, coder=coder):.2f}"
    )
    print(line)
    for row in found.itertuples():
        print(f"   {row.n:5d}  {row.stability:4.2f}  {row.label}   [{row.keywords}]")


def main(arguments: Sequence[str]) -> None:
    for size in SIZES:
        study, truth = clear_study(size, n_themes=5 if size < 100 else 10)
        report(f"clear themes, {size}", study, truth)
    if arguments:
        report(arguments[0], read(arguments[0]), None, *arguments[1:2])


if __name__ == "__main__":
    main(sys.argv[1:])
