"""Recall of persons and places in whole meetings of ``corpora/osoby/spotkania.tsv``.

``python -m benchmarks.privacy_meetings [CSV] [-v]``: each meeting is read as a transcript with the
labels of its speakers and masked as a whole, as a user would, so a name said with a title once is
known from then on. Every meeting is measured as it is written and again without capitals and
punctuation. Persons are counted by token, places by mention: every letter must be replaced.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

import pandas as pd

from benchmarks.privacy import _WORD as WORD
from benchmarks.privacy import CORPUS, lowered, unmarked
from qualcode.privacy.detection import Finder
from qualcode.reading.sources import read

KINDS = {"mowa": "małymi literami", "mieszane": "wielkie litery raz są, raz nie", "pismo": "pismo"}


def measured(meetings: dict[str, list[tuple[str, str]]], verbose: bool) -> Counter[str]:
    """Return what is to be found and was, of meetings given as (speaker, marked text)."""
    count: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for name, turns in meetings.items():
            lines = [f"{speaker}: {unmarked(text)[0]}" for speaker, text in turns]
            Path(folder, f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        study = read(folder)
    found = Finder(study).study(study)
    for transcript in study.transcripts:
        taken = {
            at for m in found[transcript.id] if m.masked for at in range(m.start, m.end)
        }  # offsets in the transcript
        at = 0
        for _, marked in meetings[transcript.id]:
            text, gold = unmarked(marked)
            at = transcript.text.index(text, at)
            _tally(text, gold, {place - at for place in taken}, count, verbose)
            at += len(text)
    return count


def _tally(
    text: str,
    gold: list[tuple[int, int, str]],
    taken: set[int],
    count: Counter[str],
    verbose: bool,
) -> None:
    inside: set[int] = set()
    for start, end, kind in gold:
        inside |= set(range(start, end))
        words = [match for match in WORD.finditer(text, start, end)]
        hits = [set(range(*word.span())) <= taken for word in words]
        if kind == "osoba":
            count["osoby"] += len(words)
            count["znalezione osoby"] += sum(hits)
        else:
            count["miejsca"] += 1
            count["znalezione miejsca"] += all(hits)
        if verbose and not all(hits):
            print(f"  - {kind}: {text[start:end]}  |  {text}")
    for word in WORD.finditer(text):
        if word.start() not in inside:
            count["wyrazy"] += 1
            count["niepotrzebnie"] += word.start() in taken
            if verbose and word.start() in taken:
                print(f"  + {word[0]}  |  {text}")


def line(count: Counter[str]) -> str:
    """Return the figures of one set as a line."""
    parts = [
        f"{name} {count['znalezione ' + name] / count[name]:.3f} "
        f"({count['znalezione ' + name]}/{count[name]})"
        for name in ("osoby", "miejsca")
        if count[name]
    ]
    false = f"niepotrzebnie {count['niepotrzebnie']} z {count['wyrazy']} wyrazów"
    return ", ".join([*parts, false]).replace(".", ",")


def main() -> None:
    """Print the figures by kind, as written and in small letters."""
    given = [word for word in sys.argv[1:] if not word.startswith("-")]
    verbose = "-v" in sys.argv
    path = Path(given[0]) if given else CORPUS / "spotkania.tsv"
    data = pd.read_csv(path, sep="\t", dtype=str)
    meetings = {
        str(name): list(zip(rows["mówca"], rows["wypowiedź"], strict=True))
        for name, rows in data.groupby("spotkanie")
    }
    kinds = data.groupby("spotkanie")["zapis"].first()
    for kind, title in KINDS.items():
        chosen = {name: turns for name, turns in meetings.items() if kinds[name] == kind}
        print(f"{title} ({len(chosen)}): {line(measured(chosen, verbose))}", flush=True)
    small = {
        name: [(speaker, lowered(text)) for speaker, text in turns]
        for name, turns in meetings.items()
    }
    print(f"wszystko małymi literami: {line(measured(small, verbose))}")


if __name__ == "__main__":
    main()
