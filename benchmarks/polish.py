"""Measure the language room: the table of targets, from treebanks that are not in the project.

    python benchmarks/polish.py TREEBANKS [--split dev] [--pipeline NAME] [--save FILE]

PDB dev is for choosing settings, PDB test for reporting; neither is ever trained on. Names and
speed are measured on NKJP documents kept out of training, speech on the test half of
``corpora/mowa``.
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from qualcode.isolation import spare_collector
from qualcode.polish.boundaries import shape
from qualcode.polish.names import LABELS, PERSON
from qualcode.polish.naming import LEANS
from qualcode.polish.pipelines import load_pipeline
from qualcode.polish.training.build import HELD_OUT, Sources, tagged
from qualcode.polish.training.material import detached_spaces
from qualcode.polish.training.naming import labels_of
from qualcode.polish.training.sentences import by_document
from qualcode.polish.training.treebanks import Named, Sentence, read_conllu
from qualcode.polish.training.units import END, Stripped, from_corpora
from qualcode.reading.folders import read_folder
from qualcode.resources import find

WORDS = 20_000
SPEEDS = {
    "transcript": "a transcript as one text",
    "turns": "a transcript, turn by turn",
    "nkjp": "samples of many books, turn by turn",  # more different words: the harder case
}
FIGURES: dict[str, dict[str, float]] = {}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--pipeline")
    parser.add_argument("--save", type=Path, help="write the figures as JSON")
    parser.add_argument("--skip", nargs="*", default=[], help="names, speed")
    parser.add_argument("--alone", choices=SPEEDS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.alone:
        print(json.dumps(alone(options)))
        return
    nlp = load_pipeline(options.pipeline)
    pdb = read_conllu(options.treebanks / f"pdb-{options.split}.conllu.xz")
    speech = read_conllu(find("corpora/mowa/mowa-test.conllu"))
    show(f"PDB {options.split}, tokens given", analysis(nlp, pdb))
    show(f"PDB {options.split}, raw text", raw(nlp, pdb))
    show("own speech, test half, tokens given", analysis(nlp, speech))
    show("own speech, test half, names", own_names(nlp, speech))
    show("own speech, unpunctuated, units", units(nlp, speech))
    show(f"workshops {options.split}, marks taken away, units", stripped_units(nlp, options.split))
    held: list[list[Named]] = []
    if set(options.skip) != {"names", "speed"}:
        sources = Sources(options.treebanks, find("corpora/mowa"))
        held = by_document(sources.nkjp)[::HELD_OUT]
    if "names" not in options.skip and not options.pipeline:
        for setting in LEANS:
            show(f"NKJP held out, names, setting {setting}", nkjp_names(nlp, held, setting))
    if "speed" not in options.skip:
        for material, told in SPEEDS.items():
            show(f"words/s of one core, {WORDS} words, {told}", apart(options, material))
    if not options.pipeline:
        size = sum(p.stat().st_size for p in find("models/pl_qualcode").rglob("*") if p.is_file())
        show("size", {"MB": size / 1e6})
    if options.save:
        options.save.write_text(json.dumps(FIGURES, indent=1) + "\n", encoding="utf-8")


def show(title: str, figures: dict[str, float]) -> None:
    FIGURES[title] = {name: round(float(value), 4) for name, value in figures.items()}
    cells = "  ".join(
        f"{name} {value:,.0f}" if value > 5 else f"{name} {value:.4f}"
        for name, value in figures.items()
    )
    print(f"{title:48s} {cells}", flush=True)


def given(nlp, sentence: Sentence):
    from spacy.tokens import Doc

    return Doc(nlp.vocab, words=sentence.forms, spaces=sentence.spaces)


def analysis(nlp, sentences: Sequence[Sentence]) -> dict[str, float]:
    docs = []
    for sentence in sentences:
        doc = given(nlp, sentence)
        for token in doc:
            token.is_sent_start = token.i == 0
        docs.append(doc)
    disabled = [name for name in nlp.pipe_names if name in ("polish_sentences", "senter")]
    with nlp.select_pipes(disable=disabled):
        docs = list(nlp.pipe(docs))
    pairs = [
        (word, token)
        for sentence, doc in zip(sentences, docs, strict=True)
        for word, token in zip(sentence.words, doc, strict=True)
    ]
    words = [(w, t) for w, t in pairs if w.upos != "PUNCT"]
    cased = [(w, t) for w, t in pairs if "Case=" in w.feats and w.upos != "ADP"]
    figures = {
        "lemma": share(w.lemma == t.lemma_ for w, t in pairs),
        "UPOS": share(w.upos == t.pos_ for w, t in pairs),
        "lemma (words)": share(w.lemma == t.lemma_ for w, t in words),
        "UPOS (words)": share(w.upos == t.pos_ for w, t in words),
    }
    if cased:
        for name in ("Case", "Number", "Gender"):
            figures[name] = share(
                value(w.feats, name) == value(str(t.morph), name)
                for w, t in cased
                if value(w.feats, name)
            )
    figures["tokens"] = len(pairs)
    return figures


def value(feats: str, name: str) -> str:
    found = dict(part.split("=") for part in feats.split("|") if "=" in part).get(name, "")
    return "Plur" if found == "Ptan" else found


def share(truths: Iterable[bool]) -> float:
    marks = list(truths)
    return sum(marks) / len(marks)


def raw(nlp, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Documents of ten sentences joined by a space; exact spans of sentences, tokens, lemmas."""
    hits = {"sentences": [0, 0, 0], "tokens": [0, 0, 0], "lemma": [0, 0, 0], "UPOS": [0, 0, 0]}
    for start in range(0, len(sentences), 10):
        text, gold, tokens = "", set(), {}
        for sentence in sentences[start : start + 10]:
            at = 0
            for word in sentence.words:
                at = sentence.text.index(word.form, at)
                begin = len(text) + at
                tokens[begin, begin + len(word.form)] = word
                at += len(word.form)
            gold.add((len(text), len(text) + len(sentence.text)))
            text += sentence.text + " "
        doc = nlp(text.rstrip())
        spans = {(s.start_char, s.end_char) for s in doc.sents}
        found = {(t.idx, t.idx + len(t)): t for t in doc if not t.is_space}
        both = [(tokens[key], found[key]) for key in tokens.keys() & found.keys()]
        for name, good in (
            ("tokens", len(both)),
            ("lemma", sum(w.lemma == t.lemma_ for w, t in both)),
            ("UPOS", sum(w.upos == t.pos_ for w, t in both)),
        ):
            add(hits[name], good, len(found), len(tokens))
        add(hits["sentences"], len(spans & gold), len(spans), len(gold))
    return {f"{name} F": 2 * good / (n + m) for name, (good, n, m) in hits.items()}


def add(cell: list[int], good: int, found: int, gold: int) -> None:
    cell[0] += good
    cell[1] += found
    cell[2] += gold


def own_names(nlp, sentences: Sequence[Sentence]) -> dict[str, float]:
    hits, people = [0, 0, 0], [0, 0, 0]
    for sentence in sentences:
        doc = given(nlp, sentence)
        for _, component in nlp.pipeline:
            doc = component(doc)
        for word, token in zip(sentence.words, doc, strict=True):
            gold = "NE=" in word.misc
            add(hits, gold and bool(token.ent_type_), bool(token.ent_type_), gold)
            person, called = "persName" in word.misc, token.ent_type_ == "persName"
            add(people, person and called, called, person)
    return {
        "any P": hits[0] / max(1, hits[1]), "any R": hits[0] / hits[2],
        "people P": people[0] / max(1, people[1]), "people R": people[0] / people[2],
    }  # fmt: skip


def units(nlp, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Boundaries in talks written down without marks, joined talk by talk."""
    talks: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        marks = {word.form for word in sentence.words if word.upos == "PUNCT"} - {"-"}
        if not marks:
            talk = sentence.comments["sent_id"].partition("-")[0]
            talks.setdefault(talk, []).append(sentence)
    texts = [[sentence.forms for sentence in talk] for talk in talks.values()]
    return boundaries(nlp, [Stripped.of(sentences) for sentences in texts])


def stripped_units(nlp, split: str) -> dict[str, float]:
    """Turns of constructed workshops in small letters without marks: ends of sentences.

    ``at marks`` is the share of cuts where the author put any mark, so the rest fall inside a
    clause.
    """

    def cut(text: str) -> list[list[str]]:
        return [[t.text for t in s if not t.is_space] for s in nlp(text).sents]

    return boundaries(nlp, from_corpora(find("corpora"), cut, split))


def boundaries(nlp, documents: Sequence[Stripped]) -> dict[str, float]:
    """Precision, recall and F of exact places, and F when one word beside counts as right."""
    hits, near, marked = [0, 0, 0], [0, 0], 0
    for document in documents:
        edges = np.cumsum([0, *(len(word) + 1 for word in document.words)])
        gold = {i for i, kind in enumerate(document.before) if kind == END and i}
        starts = {span.start_char for span in nlp(" ".join(document.words)).sents}
        cuts = {i for i, edge in enumerate(edges[:-1].tolist()) if edge in starts and i}
        add(hits, len(cuts & gold), len(cuts), len(gold))
        near[0] += sum(bool(gold & {i - 1, i, i + 1}) for i in cuts)
        near[1] += sum(bool(cuts & {i - 1, i, i + 1}) for i in gold)
        marked += sum(document.before[i] > 0 for i in cuts)
    precision, recall = near[0] / max(1, hits[1]), near[1] / max(1, hits[2])
    words = sum(len(document.words) for document in documents)
    return {
        "boundary P": hits[0] / max(1, hits[1]), "R": hits[0] / max(1, hits[2]),
        "F": 2 * hits[0] / max(1, hits[1] + hits[2]),
        "F within a word": 2 * precision * recall / max(1e-9, precision + recall),
        "at marks": marked / max(1, hits[1]),
        "words a unit": words / (hits[1] + len(documents)),
    }  # fmt: skip


def nkjp_names(nlp, documents: Sequence[Sequence[Named]], setting: str) -> dict[str, float]:
    sentences = [named for document in documents for named in document]
    words = tagged(sentences, nlp.get_pipe("polish_tagger").tagger)
    truth = [label for named in sentences for label in labels_of(named)]
    people = [
        any("persName" in mark for mark in marks) for named in sentences for marks in named.labels
    ]
    capital = [shape(form) in "uUI" for named in sentences for form in named.forms]
    found = nlp.get_pipe("polish_names").tagger(words, LEANS[setting]).tolist()
    both = list(zip(truth, found, people, capital, strict=True))
    figures = {
        "people P": share(t == PERSON for t, f, _, _ in both if f == PERSON),
        "people R": share(f == PERSON for t, f, _, _ in both if t == PERSON),
        "R (capitals)": share(f == PERSON for t, f, _, c in both if t == PERSON and c),
        "any P": share(t > 0 for t, f, _, _ in both if f > 0),
        "any R": share(f > 0 for t, f, _, _ in both if t > 0),
        "hidden": share(f > 0 for t, f, p, c in both if p and c),
    }
    for label, name in enumerate(LABELS):
        if label and label != PERSON:
            figures[f"{name} P"] = share(t == f for t, f, _, _ in both if f == label)
            figures[f"{name} R"] = share(t == f for t, f, _, _ in both if t == label)
    return figures


def turns_of(documents: Sequence[Sequence[Named]]) -> list[str]:
    """Return turns of about 50 words from NKJP.

    Short samples of many books hold more different words than a transcript does, so the cold
    figure is a low one.
    """
    turns: list[str] = [""]
    for document in documents:
        for named in document:
            spaces = detached_spaces(named.forms)
            pairs = zip(named.forms, spaces, strict=True)
            turns[-1] += "".join(form + " " * space for form, space in pairs).strip() + " "
            if len(turns[-1]) > 300:
                turns.append("")
    return turns


def workshop_turns() -> list[str]:
    """Return what is said in constructed workshops, in order."""
    texts: list[str] = read_folder(find("corpora/warsztaty")).segments["text"].tolist()
    return texts


def words_in(text: str) -> int:
    return sum(word[:1].isalnum() for word in text.split())


def apart(options: argparse.Namespace, material: str) -> dict[str, float]:
    """Measure speed in a process of its own, where nothing has been read before."""
    command = [sys.executable, __file__, str(options.treebanks), "--alone", material]
    command += ["--pipeline", options.pipeline] if options.pipeline else []
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def alone(options: argparse.Namespace) -> dict[str, float]:
    """Return what :func:`speed` measures of one material, as the program runs."""
    spare_collector()
    if options.alone == "nkjp":
        sources = Sources(options.treebanks, find("corpora/mowa"))
        return speed(options.pipeline, turns_of(by_document(sources.nkjp)[::HELD_OUT]))
    return speed(options.pipeline, workshop_turns(), whole=options.alone == "transcript")


def speed(name: str | None, material: Sequence[str], *, whole: bool = False) -> dict[str, float]:
    """Return words a second, first with empty caches, then again."""
    until = np.searchsorted(np.cumsum([words_in(turn) for turn in material]), WORDS) + 1
    turns = list(material[:until])
    count = sum(map(words_in, turns))
    figures = {"words": float(count), "forms": float(len(set(" ".join(turns).split())))}
    if whole:
        turns = ["\n".join(turns)]
    nlp = load_pipeline(name)
    list(nlp.pipe(["Dzień dobry państwu."]))
    figures["cold"] = count / timed(nlp, turns)
    figures["warm"] = count / min(timed(nlp, turns) for _ in range(3))
    return figures


def timed(nlp, texts: Sequence[str]) -> float:
    gc.collect()
    started = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    return time.process_time() - started


if __name__ == "__main__":
    main()
