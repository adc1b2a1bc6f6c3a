"""``analyse``: the one verb that chains the others with good defaults."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from qualcode.coders.base import Coder
from qualcode.coders.storage import load_coder
from qualcode.coding import code
from qualcode.errors import MissingPartError, Problem
from qualcode.privacy import mask
from qualcode.reading.codebooks import load_codebook
from qualcode.reading.sources import read
from qualcode.reports import report
from qualcode.segments import segment
from qualcode.study import Codebook, Study
from qualcode.topicmodel import topics as find_topics
from qualcode.writing.targets import write_results

_SKETCH = (
    "dla tej książki kodowej nie ma wytrenowanego kodera, więc kody przypisano według jej definicji "
    "i przykładów; to szkic do poprawienia przez człowieka (po zakodowaniu 30 segmentów: "
    "„qualcode train”)."
)
Progress = Callable[[str, int, int], None]


def analyse(
    paths: str | Path | Iterable[str | Path],
    output: str | Path = "wyniki",
    *,
    codebook: str | Path | Codebook | None = None,
    coder: str | Coder | None = None,
    pipeline: str | None = None,
    topics: bool = True,
    pseudonymise: bool = False,
    progress: Progress | None = None,
) -> Study:
    """Read, segment, code, find topics, and write everything an author needs.

    Parameters
    ----------
    paths : str, Path or iterable of them
        Files, folders or a study.
    output : str or Path, default "wyniki"
        Folder for the results; made when missing, its older results replaced.
    codebook : str, Path or Codebook, optional
        Default: the study's own, else ``"cus"``.
    coder : str or Coder, optional
        Default ``"qualcode"``.
    pipeline : str, optional
        Name of a spaCy pipeline instead of the shipped one.
    topics : bool, default True
        Look for themes the codebook missed.
    pseudonymise : bool, default False
        Mask names, small places and numbers before anything is coded or written, see
        :func:`qualcode.mask`; no key is kept.
    progress : callable, optional
        Called with (step in Polish, done, in all).

    Returns
    -------
    Study
        Coded; its ``problems`` say what was skipped and why.

    Raises
    ------
    MisuseError
        When a path or a name is wrong.
    InputError
        When nothing could be read.
    OutputError
        When the results cannot be written.
    """

    def step(name: str) -> Callable[[int, int], None]:
        def tell(done: int, total: int) -> None:
            if progress:
                progress(name, done, total)

        return tell

    # a wrong name should fail before the long work
    ready = load_coder(coder, load_codebook(codebook)) if codebook else None
    study = read(paths, codebook=codebook, progress=step("Czytanie"))
    ready = ready or load_coder(coder, study.codebook)
    study = segment(study, pipeline=pipeline, progress=step("Podział na segmenty"))
    if pseudonymise:
        step("Pseudonimizacja")(0, 1)
        study = mask(study)
        step("Pseudonimizacja")(1, 1)
    study = code(study, ready, progress=step("Kodowanie"))
    if coder is None and ready.name == "similarity":
        study = study.with_problems([Problem(study.codebook.title, _SKETCH)])
    found = None
    if topics:
        step("Tematy")(0, 1)
        try:
            found = find_topics(study, coder=ready.name, pipeline=pipeline)
        except MissingPartError as error:
            study = study.with_problems([Problem("tematy", str(error))])
        step("Tematy")(1, 1)
    result = report(study, coder=ready.name, topics=found)
    write_results(result, Path(output), progress=step("Zapis wyników"))
    return study
