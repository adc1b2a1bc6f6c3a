"""How much of a study a person must read until it is coded at alpha 0.80, the machine doing the rest.

``python benchmarks/reading_effort.py [--gold ../shared/gold-dev] [--coder NAME]`` reads segment by
segment, in the order of ``qualcode review-queue`` or at random, puts the person's codings in the
place of the machine's, and prints a row per material, order and way of learning: alpha over all
codes pooled when 0-50% of the segments are read, the share of segments and of words read when alpha
reaches 0.80. With learning, the coder is adapted to what was read after every tenth of the study.

The person is taken to decide as the reference does, so that a study read in full has alpha 1. Two
materials differ: "with habits" is coded by a person who systematically departs from the shipped
rules, and "read by coder_b" is read by another person, who agrees with the reference only as people
do. A last table shows alpha on held-out workshops of the shipped coder, of one adapted to 30, 100 and
300 segments (``qualcode train``), and of one trained on them alone.
"""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd
from build_coders import PERSON, gold_sets

from qualcode.coders.adapted import AdaptedCoder
from qualcode.coders.linear import LinearCoder
from qualcode.coders.storage import load_coder
from qualcode.reading.codebooks import load_codebook
from qualcode.reading.sources import read
from qualcode.reliability import krippendorff_alpha
from qualcode.study import CODINGS, FACILITATOR, SEGMENTS, decisions, frame
from qualcode.worklist import decision_weights, priorities

GOAL = 0.80
SHARES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)
ROUND = 0.1  # share of the study read between two adaptations
LEARNERS, COLD = 6, 2  # draws of segments to learn from, and how many of them by a cold coder
FEWEST = 30  # segments read before the first adaptation
RANDOM = 3  # random orders averaged


class Material:
    """Segments with the reference's and the reader's decisions."""

    def __init__(self, name, segments, labels, reader=None, counts=None):
        self.name, self.segments, self.labels = name, frame(SEGMENTS, segments), labels
        self.reader = labels if reader is None else reader
        self.counts = np.ones_like(labels) if counts is None else counts
        self.words = self.segments["text"].str.split().str.len().to_numpy()
        self._scores = None

    def __len__(self):
        return len(self.labels)

    def part(self, name, rows):
        """Return some rows as material of their own."""
        chosen = Material(
            name, self.segments[rows], self.labels[rows], self.reader[rows], self.counts[rows]
        )
        chosen._scores = None if self._scores is None else self._scores[rows]
        return chosen

    def scores(self, coder):
        """Return the scores of the coder as shipped, computed once."""
        if self._scores is None:
            self._scores = coder.scores(self.segments)
        return self._scores

    def codings(self, rows, codes):
        """Return what the reader coded in some rows."""
        ids = self.segments["segment"].tolist()
        given = [
            {"segment": ids[row], "code": code, "coder": "reader", "score": 1.0}
            for row in rows
            for code in ([codes[place] for place in np.flatnonzero(self.reader[row])] or [""])
        ]
        return frame(CODINGS, given)


def from_study(name, study, person, rows=None, reader=None):
    """Return the material of a coded study: what participants said and the person read."""
    segments = study.segments if rows is None else study.segments[rows]
    segments = segments[segments["role"] != FACILITATOR]
    codes = list(study.codebook.codes)
    given = decisions(segments["segment"], study.codings_of(person), codes)
    segments = segments[segments["segment"].isin(given.index)]
    other = None
    if reader:
        other = decisions(segments["segment"], study.codings_of(reader), codes).to_numpy()
    return Material(name, segments, given.to_numpy(), other)


def with_habits(material, codes):
    """Return the material as coded by a person with habits that no shipped coder knows.

    The person codes no voices, takes barriers of money for barriers of organisation, and every
    wish for care as a priority beside the service.
    """
    place = {code: number for number, code in enumerate(codes)}
    labels = material.labels.copy()
    labels[:, [number for code, number in place.items() if code.startswith("glos.")]] = False
    money, order = place["bariera.finansowa"], place["bariera.organizacyjna"]
    labels[:, order] |= labels[:, money]
    labels[:, money] = False
    labels[:, place["priorytet.opieka"]] |= labels[:, place["usluga.opiekuncza"]]
    habits = Material(f"{material.name}, with habits", material.segments, labels)
    habits._scores = material._scores
    return habits


def alpha(material, decided):
    """Return alpha over all codes pooled."""
    one, two, counts = material.labels, decided, material.counts
    cells = [one & two, one & ~two, ~one & two, ~one & ~two]
    return float(krippendorff_alpha(np.array([(cell & counts).sum() for cell in cells])))


def read_through(material, coder, order, learn, seed=0):
    """Read until half the study and the goal; return alpha and words after each segment."""
    rng = np.random.default_rng(seed)
    known = np.zeros(len(material), dtype=bool)
    scores, thresholds = material.scores(coder.prior), coder.prior.thresholds_
    step = max(1, round(ROUND * len(material)))
    decided, path = scores >= thresholds, []
    path.append((alpha(material, decided), 0.0))
    while not known.all() and (known.mean() < max(SHARES) or path[-1][0] < GOAL):
        if learn and known.sum() >= FEWEST:
            adapted = coder.fit(
                material.segments, material.codings(np.flatnonzero(known), coder.codes)
            )
            scores, thresholds = adapted.scores(material.segments), adapted.thresholds_
            decided = np.where(known[:, None], material.reader, scores >= thresholds)
        value = rng.random(len(material))
        if order == "queue":
            value = priorities(scores, thresholds, decision_weights(scores, thresholds)).round(4)
        for row in np.argsort(-np.where(known, -1.0, value), kind="stable")[:step]:
            if not known[row]:
                known[row] = True
                decided[row] = material.reader[row]
                path.append((alpha(material, decided), material.words[known].sum()))
    return np.array(path)


def row_of(material, coder, order, learn):
    """Return one row of the table."""
    seeds = range(RANDOM if order == "random" and not learn else 1)
    paths = [read_through(material, coder, order, learn, seed) for seed in seeds]
    n, words = len(material), material.words.sum()
    reached = [np.flatnonzero(path[:, 0] >= GOAL) for path in paths]
    first = [int(found[0]) if len(found) else n for found in reached]
    row = {"material": material.name, "n": n, "order": order, "learning": "yes" if learn else "no"}
    for share in SHARES:
        place = round(share * n)
        row[f"{share:.0%}"] = np.mean([path[min(place, len(path) - 1), 0] for path in paths])
    row["to .80"] = np.mean([place / n for place in first])
    row["words"] = np.mean(
        [
            path[min(place, len(path) - 1), 1] / words
            for path, place in zip(paths, first, strict=True)
        ]
    )
    return row


def one_by_one(material, coder, order, learn):
    """Return the mean row of the transcripts, each a study of its own."""
    names = material.segments["transcript"].to_numpy()
    rows = [
        row_of(material.part(name, names == name), coder, order, learn)
        for name in dict.fromkeys(names)
    ]
    table = pd.DataFrame(rows)
    mean = table.mean(numeric_only=True).to_dict()
    return {**rows[0], **mean, "material": f"{material.name}, each workshop alone", "n": mean["n"]}


def materials(corpora, gold, codes):
    """Yield what is measured on."""
    study = read(corpora / "warsztaty")
    test = (study.attribute("split") == "test").to_numpy()
    workshops = from_study("warsztaty/test", study, PERSON, test)
    yield workshops
    yield with_habits(workshops, codes)
    demo = read(corpora / "demo")
    yield from_study("demo", demo, "coder_a")
    if gold and gold.is_dir():
        for name, segments, labels, counts in gold_sets(gold, codes):
            yield Material(name, segments, labels, counts=counts)
    yield from_study("demo, read by coder_b", demo, "coder_a", reader="coder_b")


def learning_rows(material, coder):
    """Return alpha on held-out workshops by the number of segments learned from."""
    names = sorted(set(material.segments["transcript"]))
    rows = []
    for n in (30, 100, 300):
        found = []
        for seed in range(LEARNERS):
            rng = np.random.default_rng(seed)
            held = material.segments["transcript"].isin(rng.permutation(names)[: len(names) // 3])
            train = np.sort(rng.permutation(np.flatnonzero(~held))[:n])
            test = material.part("test", held.to_numpy())
            codings = material.codings(train, coder.codes)
            learners = [coder.fit(material.segments, codings)]
            if seed < COLD:
                learners.append(LinearCoder(coder.codebook).fit(material.segments, codings))
            ready = alpha(test, test.scores(coder.prior) >= coder.prior.thresholds_)
            learned = [alpha(test, c.scores(test.segments) >= c.thresholds_) for c in learners]
            found.append([ready, *learned, np.nan][:3])
        shipped, warm, cold = np.nanmean(found, axis=0)
        rows.append(
            {"material": material.name, "n": n, "shipped": shipped, "adapted": warm, "linear": cold}
        )
    return rows


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("corpora"))
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--coder", default=None, help="the coder that does the rest")
    options = parser.parse_args()
    book = load_codebook("cus")
    coder = AdaptedCoder(book, load_coder(options.coder, book))
    rows, learned = [], []
    for material in materials(options.corpora, options.gold, coder.codes):
        for order in ("queue", "random"):
            for learn in (False, True):
                rows.append(row_of(material, coder, order, learn))
                print(rows[-1], flush=True)
        if material.name == "warsztaty/test":
            rows += [one_by_one(material, coder, order, False) for order in ("queue", "random")]
        if "habits" in material.name or material.name == "demo":
            learned += learning_rows(material, coder)
    print(pd.DataFrame(rows).round(2).to_string(index=False))
    print(pd.DataFrame(learned).round(3).to_string(index=False))


if __name__ == "__main__":
    main()
