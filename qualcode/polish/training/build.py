"""The whole rebuild: which data teach which weights, and where the files go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import numpy as np

from qualcode.polish import analysis, columns, naming, segmentation
from qualcode.polish.boundaries import Looks, begins
from qualcode.polish.candidates import Candidates
from qualcode.polish.entries import Entries
from qualcode.polish.guesser import Guesser
from qualcode.polish.lexicon import Lexicon
from qualcode.polish.names import Token
from qualcode.polish.packing import pack_lines, pack_weights, unpack_lines
from qualcode.polish.parts import MODEL
from qualcode.polish.pipelines import blank_pipeline
from qualcode.polish.prior import Prior
from qualcode.polish.tagger import Tagger
from qualcode.polish.training.endings import learn_guesser
from qualcode.polish.training.material import (
    decided,
    detached_spaces,
    old_polish,
    read_decisions,
    with_people,
)
from qualcode.polish.training.naming import from_speech, labels_of, learn_names, lowered
from qualcode.polish.training.priors import count_forms, learn_prior
from qualcode.polish.training.sentences import by_document, learn_boundaries
from qualcode.polish.training.tagging import learn_tagger
from qualcode.polish.training.treebanks import Named, Sentence, read_conllu, read_nkjp
from qualcode.polish.training.units import Stripped, from_corpora, learn_units
from qualcode.resources import find

STEPS = ("prior", "tagger", "sentences", "names", "pipeline")
HELD_OUT = 10
"""Every tenth document of NKJP is kept for measuring names."""
_PEOPLE = 6_000
_SMALL_LETTERS = 12
"""One document in so many is also shown in small letters without marks."""
_OLD, _PERSON = 0.12, 0.3


@dataclass(frozen=True)
class Sources:
    """Where the data are."""

    treebanks: Path
    speech: Path

    @cached_property
    def nkjp(self) -> list[Named]:
        """Return NKJP without the sentences that PDB uses for measuring."""
        used = [
            sentence.key
            for part in ("dev", "test")
            for sentence in read_conllu(self.treebanks / f"pdb-{part}.conllu.xz")
        ]
        return read_nkjp(self.treebanks, frozenset(used))

    @cached_property
    def documents(self) -> list[list[Named]]:
        """Return the NKJP documents that names may be learned from."""
        return [d for i, d in enumerate(by_document(self.nkjp)) if i % HELD_OUT]

    def modern(self) -> list[Sentence]:
        """Return UD_Polish-PUD."""
        return read_conllu(self.treebanks / "pud-test.conllu.xz")

    def old(self) -> list[Sentence]:
        """Return UD_Polish-MPDT without what follows other conventions."""
        parts = ("train", "dev", "test")
        files = [self.treebanks / f"mpdt-{part}.conllu.xz" for part in parts]
        return old_polish(sentence for file in files for sentence in read_conllu(file))

    def own(self) -> list[Sentence]:
        """Return the training half of our own speech."""
        path = self.speech / "mowa-train.conllu"
        return read_conllu(path) if path.exists() else []

    def decisions(self) -> list[Sentence]:
        """Return NKJP sentences with our decisions on single words."""
        return decided(self.nkjp, read_decisions(self.speech / "nkjp.tsv"))


_WRITTEN = ("polish_tagger/lexicon.tsv", "polish_speech/fillers.txt")
"""What is written by hand, not learned; a new folder gets copies."""


def build(
    treebanks: Path, output: Path, corpora: Path, *, steps: Sequence[str] = STEPS
) -> Iterator[str]:
    """Rebuild the weights, telling what was done after every step.

    Parameters
    ----------
    treebanks : Path
        Folder with the treebanks named in the model card.
    output : Path
        The model's folder.
    corpora : Path
        Our own annotated speech.
    steps : sequence of str
        Some of :data:`STEPS`.
    """
    sources = Sources(treebanks, corpora)
    for name in _WRITTEN:
        if not (output / name).exists():
            component, file = name.split("/")
            _write(output, component, file, (find(MODEL) / name).read_bytes())
    work = {
        "prior": _prior, "tagger": _tagger, "sentences": _sentences, "names": _names,
        "pipeline": _pipeline,
    }  # fmt: skip
    from threadpoolctl import threadpool_limits

    for step in STEPS:
        if step in steps:
            with threadpool_limits(1):  # sums in one order, so the same weights everywhere
                work[step](sources, output)
            yield step


def _write(output: Path, component: str, name: str, content: bytes) -> None:
    folder = output / component
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)


def _prior(sources: Sources, output: Path) -> None:
    counts = count_forms(named.forms for named in sources.nkjp)
    candidates = Candidates()
    prior = learn_prior(counts, candidates)
    guesser = learn_guesser(counts, candidates, prior)
    _write(output, "polish_tagger", analysis.PRIOR, pack_lines(prior.lines()))
    _write(output, "polish_tagger", analysis.ENDINGS, pack_lines(guesser.lines()))


def _entries(output: Path) -> Entries:
    folder = output / "polish_tagger"
    guesser = Guesser.read(unpack_lines((folder / analysis.ENDINGS).read_bytes()))
    prior = Prior.read(unpack_lines((folder / analysis.PRIOR).read_bytes()))
    lexicon = Lexicon.read((folder / analysis.LEXICON).read_text(encoding="utf-8").splitlines())
    return Entries(Candidates(guess=guesser, lexicon=lexicon), prior)


def _tagger(sources: Sources, output: Path) -> None:
    tagger = learn_tagger(
        [
            (sources.modern(), 1.0),
            (sources.old(), _OLD),
            (sources.own(), 1.0),
            (sources.decisions(), 1.0),
            (with_people(sources.nkjp, _PEOPLE), _PERSON),
        ],
        _entries(output),
    )
    weights = np.concatenate([tagger.first, tagger.second])
    _write(output, "polish_tagger", analysis.WEIGHTS, pack_weights(weights))


def _sentences(sources: Sources, output: Path) -> None:
    looks = Looks()
    written = learn_boundaries(by_document(sources.nkjp), looks)
    _write(output, "polish_sentences", segmentation.BOUNDARIES, pack_weights(written))
    tokenizer = blank_pipeline().tokenizer

    def cut(text: str) -> list[list[str]]:
        found = columns.words(tokenizer(text))
        edges = [*begins(found.forms, found.spaces, written, looks), len(found.forms)]
        return [found.forms[first:last] for first, last in pairwise(edges)]

    own = from_corpora(sources.speech.parent, cut)
    other = [Stripped.of(n.forms for n in d) for d in by_document(sources.nkjp)[::2]]
    _write(output, "polish_sentences", segmentation.UNITS, pack_weights(learn_units(own, other)))


def _names(sources: Sources, output: Path) -> None:
    documents = sources.documents
    sentences = [named for document in documents for named in document]
    small = [lowered(named) for document in documents[::_SMALL_LETTERS] for named in document]
    sentences += [named for named in small if named.forms]
    sentences += from_speech(sources.own())
    component = analysis.PolishTagger()
    component.from_disk(output / "polish_tagger")
    words = tagged(sentences, component.tagger)
    model = learn_names(words, [labels_of(named) for named in sentences])
    weights = np.concatenate([model.first, model.second])
    _write(output, "polish_names", naming.NAMES, pack_weights(weights))


def tagged(sentences: Sequence[Named], tagger: Tagger) -> list[list[Token]]:
    """Return forms with the lemmas and parts of speech the tagger gives them."""
    found: list[list[Token]] = []
    for start in range(0, len(sentences), 200):
        part = sentences[start : start + 200]
        chosen = tagger([(list(n.forms), detached_spaces(n.forms)) for n in part])
        for named, row in zip(part, chosen, strict=True):
            found.append([(f, c.lemma, c.upos) for f, c in zip(named.forms, row, strict=True)])
    return found


def _pipeline(sources: Sources, output: Path) -> None:
    from qualcode.polish.training.card import write_pipeline

    write_pipeline(output)
