"""``analyse``: the one verb that chains the others with good defaults."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from qualcode.coders.base import Coder
from qualcode.coders.storage import CODERS, UNTRAINED, load_coder
from qualcode.coding import code
from qualcode.companion import beside, load
from qualcode.errors import MissingPartError, Problem
from qualcode.polish import language_remark, load_pipeline
from qualcode.polish.pipelines import pipeline_name
from qualcode.privacy import mask
from qualcode.privacy import suppress as generalised
from qualcode.prospects import coder_remark
from qualcode.reading.codebooks import load_codebook
from qualcode.reading.sources import read
from qualcode.reports import report
from qualcode.reports.suppression import suppressed
from qualcode.segments import segment
from qualcode.study import Codebook, Study
from qualcode.topicmodel.crosswalk import given_codes
from qualcode.topicmodel.discovery import Found, Prepared, described, discovered, prepare
from qualcode.wording import quoted
from qualcode.writing.targets import check_results, write_results

Progress = Callable[[str, int, int], None]


@beside()
def analyse(
    paths: str | Path | Iterable[str | Path],
    output: str | Path = "wyniki",
    *,
    codebook: str | Path | Codebook | None = None,
    coder: str | Coder | None = None,
    facilitator: str | Iterable[str] | None = None,
    questions: str | Path | Iterable[str] | None = None,
    pipeline: str | None = None,
    topics: bool = True,
    pseudonymise: bool = False,
    suppress: int | None = None,
    progress: Progress | None = None,
) -> Study:
    """Read, segment, code, find topics, and write everything an author needs.

    Parameters
    ----------
    paths : str, Path or iterable of them
        Files, folders or a study.
    output : str or Path, default "wyniki"
        Folder for the results; made when missing, its older results replaced, other files kept.
    codebook : str, Path or Codebook, optional
        Default: the study's own, else ``"cus"``.
    coder : str or Coder, optional
        Default ``"qualcode"``.
    facilitator, questions : optional
        Who leads and what is asked, see :func:`qualcode.read`.
    pipeline : str, optional
        Name of a spaCy pipeline for every step. Default: the one a trained coder was trained
        with, else the shipped one.
    topics : bool, default True
        Look for themes the codebook missed.
    pseudonymise : bool, default False
        Mask names, small places and numbers before anything is coded or written, see
        :func:`qualcode.mask`; no key is kept.
    suppress : int, optional
        Write results for publication: roles and places made general until that many people share
        them (:func:`qualcode.suppress`), numbers with fewer people behind them blanked, quotes that
        point at somebody left out, and no statements beside the quotes.
    progress : callable, optional
        Called with (step in Polish, done, in all).

    Returns
    -------
    Study
        Coded; its ``problems`` say what was skipped and why, its ``about`` which pipeline ran.

    Raises
    ------
    MisuseError
        When a path or a name is wrong, or the folder holds files that look like results and are
        not qualcode's.
    InputError
        When nothing could be read.
    MissingPartError
        When the pipeline is not installed or cannot do what is asked.
    OutputError
        When the results cannot be written.
    """

    def step(name: str) -> Callable[[int, int], None]:
        def tell(done: int, total: int) -> None:
            if progress:
                progress(name, done, total)

        return tell

    check_results(output)
    # what takes long to load is loaded meanwhile by the companion process
    load(topics=topics)
    # a wrong name should fail before the long work
    load_pipeline(pipeline, needs=("sentences", "lemmas"))
    ready = load_coder(coder, load_codebook(codebook), pipeline=pipeline) if codebook else None
    study = read(
        paths,
        codebook=codebook,
        facilitator=facilitator,
        questions=questions,
        progress=step("Czytanie"),
    )
    ready = ready or load_coder(coder, study.codebook, pipeline=pipeline)
    used = pipeline or getattr(ready, "pipeline", None)
    if pseudonymise:  # before anything is cut in two: a number dictated at length is one number
        step("Pseudonimizacja")(0, 1)
        study = mask(study, pipeline=pipeline)
        step("Pseudonimizacja")(1, 1)
    study = segment(study, pipeline=used, progress=step("Podział na segmenty"))
    if suppress is not None:
        study = generalised(study, k=suppress)
    themes = _sought(study, used) if topics else None  # they need no codes until they have names
    study = code(study, ready, progress=step("Kodowanie"))
    if ready.name not in CODERS:
        own = {"own_coder": f"{type(ready).name} {ready.name}", "own_coder_sha256": ready.sha256}
        study = study.with_(about={**study.about, **own})
    study = study.with_problems(_remarks(study, ready, used))
    found = None
    if themes:
        try:
            found = described(*themes(), given_codes(study, ready.name))
        except MissingPartError as error:  # the rest of the run goes on
            study = study.with_problems([Problem("tematy", str(error))])
    result = report(study, coder=ready.name, topics=found)
    # of a folder only its name: where it lies is nobody's business
    asked = {"pipeline": Path(pipeline_name(used)).name, "pseudonymise": pseudonymise}
    result = replace(result, parameters={**result.parameters, **asked})
    if suppress is not None:
        result = suppressed(result, k=suppress)
    write_results(result, Path(output), progress=step("Zapis wyników"))
    return study


def _remarks(study: Study, ready: Coder, pipeline: str | None) -> list[Problem]:
    """Return what a reader of the results should know of coder and pipeline."""
    found = []
    if remark := coder_remark(study, ready, pipeline=pipeline):
        found.append(Problem(study.codebook.title, remark))
    if pipeline is None:
        return found
    foreign = language_remark(load_pipeline(pipeline))
    if foreign:
        found.append(Problem("język", foreign))
    elif ready.name not in UNTRAINED and pipeline_name(pipeline) != pipeline_name(
        ready.trained_with
    ):
        other = quoted(Path(pipeline_name(ready.trained_with)).name)
        found.append(
            Problem(
                "koder",
                f"{quoted(ready.name)} uczono z potokiem językowym {other}, więc z potokiem "
                f"{quoted(Path(pipeline).name)} kody mogą być mniej trafne.",
            )
        )
    return found


def _sought(study: Study, pipeline: str | None) -> Callable[[], tuple[Prepared, Found | None]]:
    """Begin to look for topics; what is returned waits for them or says what is missing."""
    try:
        prepared = prepare(study, pipeline=pipeline)
    except MissingPartError as error:
        reason = error

        def failed() -> tuple[Prepared, Found | None]:
            raise reason

        return failed
    found = discovered(prepared)
    return lambda: (prepared, found())
