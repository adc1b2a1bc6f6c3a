"""The study a command works on: read from where it lies, prepared when it is bare transcripts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qualcode.commands.show import one_step, progress_bar

if TYPE_CHECKING:
    from qualcode.study import Study

_INSIDE = "badanie"  # where a folder of results keeps its study


def read_study(paths: Path | Iterable[Path], **reading: Any) -> Study:
    """Read a study or transcripts; a folder of results stands for the study in it.

    Parameters
    ----------
    paths : Path or iterable of Path
    **reading
        ``codebook, facilitator, questions`` as :func:`qualcode.read` takes them.
    """
    from qualcode.reading.folders import is_study
    from qualcode.reading.sources import read

    given = [paths] if isinstance(paths, Path) else list(paths)
    chosen = [path / _INSIDE if is_study(path / _INSIDE) else path for path in given]
    return read(chosen, **reading)


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
    from qualcode.segments import segment

    study = read_study(path, **reading)
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
    with progress_bar() as progress:
        parts = one_step(progress, "Podział na segmenty")
        study = segment(study, pipeline=pipeline, progress=parts)
        study = code(study, coder, pipeline=pipeline, progress=one_step(progress, "Kodowanie"))
    tell_problems(study)
    return study


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
    for problem in study.problems:
        click.echo(f"  – {problem}", err=True)
