"""The study a command works on: read from where it lies, prepared when it is bare transcripts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qualcode.commands.show import one_step, progress_bar

if TYPE_CHECKING:
    from qualcode.study import Study


def segmented(study: Study, pipeline: str | None = None) -> Study:
    """Return a study split into segments; one that is coded keeps those it has."""
    from qualcode.segments import segment

    if not study.codings.empty:
        return study
    with progress_bar() as progress:
        parts = one_step(progress, "Podział na segmenty")
        study = segment(study, pipeline=pipeline, progress=parts)
    tell_problems(study)
    return study


def coded_study(
    path: Path,
    *,
    coder: str | None = None,
    pipeline: str | None = None,
    later: bool = False,
    code_id: str | None = None,
    **reading: Any,
) -> Study:
    """Read a coded study; bare transcripts are segmented and coded first, and that is said.

    ``later`` says that the pipeline is used by the command itself as well; ``code_id`` has to be
    in the codebook, which is looked up before the long work.
    """
    from qualcode.coding import code
    from qualcode.errors import MisuseError
    from qualcode.reading.sources import read

    study = read(path, **reading)
    if code_id is not None:
        study.codebook.code(code_id)
    coded = not study.codings.empty
    if coded and pipeline is not None and not later:
        raise MisuseError(
            "To badanie jest już zakodowane, więc „--pipeline” niczego w nim nie zmieni; pomiń "
            "tę opcję albo zakoduj transkrypcje od nowa („qualcode analyse”)."
        )
    tell_pipeline(pipeline)
    if coded:
        return study
    click.echo(
        "Transkrypcje nie są jeszcze zakodowane, więc najpierw je koduję (bez zapisywania); "
        "wyniki zostawi „qualcode analyse”.",
        err=True,
    )
    study = segmented(study, pipeline)
    with progress_bar() as progress:
        return code(study, coder, pipeline=pipeline, progress=one_step(progress, "Kodowanie"))


def coder_name(coder: str | None) -> str | None:
    """Return what the codings of a coder are signed with: a trained one bears its folder's name."""
    if coder is not None and (Path(coder) / "model.json").is_file():
        return Path(coder).resolve().name
    return coder


def tell_pipeline(name: str | None) -> None:
    """Print to stderr what speaks against a language pipeline; a missing one is an error."""
    if name is None:
        return
    from qualcode.polish import language_remark, load_pipeline

    remark = language_remark(load_pipeline(name))
    if remark:
        click.echo(f"Uwaga: {remark}", err=True)


def tell_problems(study: Study) -> None:
    """Print what was skipped or doubtful to stderr."""
    from qualcode.summaries import problem_lines

    for line in problem_lines(study.problems):
        click.echo(line, err=True)
