"""Where results go: one thing into a file of the suffix's format, or a whole results folder."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from qualcode.errors import MisuseError
from qualcode.reports.blocks import Report, Table
from qualcode.reports.framing import framed
from qualcode.study import Study
from qualcode.tables import table
from qualcode.wording import listed, quoted, suggestion
from qualcode.writing.files import check_folder, whole_folder, write_text
from qualcode.writing.folder import write_folder

SUFFIXES = (".docx", ".xlsx", ".html", ".csv", ".md", ".tex")
_MANIFEST = "manifest.json"
_FOLDERS = ("macierze", "wykresy", "badanie")
# all that a run writes; nothing else in a folder of results is ever removed
_OUTPUTS = (
    *(f"raport.{suffix}" for suffix in ("docx", "html", "md", "tex")),
    "wyniki.xlsx",
    "kodowanie.csv",
    "kodowanie-excel.csv",
    "macierze/*.csv",
    "wykresy/*.png",
    "badanie/transcripts/**/*.txt",
    "badanie/study.toml",
    "badanie/codebook.yaml",
    *(f"badanie/{name}.csv" for name in ("meta", "segments", "codings", "problems")),
    _MANIFEST,
)


def write(thing: Report | pd.DataFrame | Study | Table, path: str | Path) -> Path:
    """Write a report, a frame or a study.

    Parameters
    ----------
    thing : Report, DataFrame, Table or Study
        A study goes into a folder.
    path : str or Path
        The suffix chooses the format: .docx .xlsx .html .csv .md .tex.

    Returns
    -------
    Path
        Where it was written.

    Raises
    ------
    MisuseError
        When the suffix is unknown, or the thing cannot be written.
    OutputError
        When the file cannot be written.
    """
    target = Path(path)
    if isinstance(thing, Study):
        write_folder(thing, target)
        return target
    suffix = target.suffix.lower()
    if suffix not in SUFFIXES:
        raise MisuseError(
            f"{target.name}: nie ma formatu {quoted(suffix or 'bez rozszerzenia')}; "
            f"są: {listed(SUFFIXES)}.{suggestion(suffix, SUFFIXES)}"
        )
    if suffix == ".csv" and isinstance(thing, pd.DataFrame):
        # a frame for machines is written as it is: names, types and full precision
        from qualcode.writing.sheets import write_frame

        write_frame(thing, target)
    else:
        _writer(suffix)(_shown(thing), target)
    return target


def write_results(
    report: Report, folder: str | Path, *, progress: Callable[[int, int], None] | None = None
) -> None:
    """Write everything a run hands over into one folder.

    Parameters
    ----------
    report : Report
    folder : str or Path
        Made when missing; what a former run wrote is replaced as a whole, other files stay. When
        anything fails, it is left as it was.
    progress : callable, optional
        Called with (steps done, steps in all).

    Raises
    ------
    MisuseError
        When the folder holds files of these names that qualcode did not write.
    OutputError
        When a file cannot be written.
    """
    with whole_folder(Path(folder), _former(Path(folder))) as private:
        _write_all(report, private, progress)


def check_results(folder: str | Path) -> None:
    """Refuse, before the long work, a folder that :func:`write_results` could not write.

    Raises
    ------
    MisuseError
        When the folder holds files of these names that qualcode did not write.
    OutputError
        When it cannot be made or written.
    """
    _former(Path(folder))
    check_folder(Path(folder))


def _former(folder: Path) -> list[Path]:
    """Return what a former run wrote into the folder."""
    target = folder.resolve()
    found = sorted({path for pattern in _OUTPUTS for path in target.glob(pattern)})
    # what has the name of a result and is no result: a folder for a file or a file for a folder
    foreign = [path for path in found if path.is_dir()]
    foreign += [target / name for name in _FOLDERS if (target / name).is_file()]
    if found and not _is_manifest(target / _MANIFEST):
        foreign = found
    if foreign:
        name = foreign[0].relative_to(target).as_posix()
        raise MisuseError(
            f"W folderze {quoted(str(folder))} jest {quoted(name)}, czego qualcode tam nie zapisał "
            "(brak manifestu qualcode albo pomylone plik i folder); przenieś to gdzie indziej albo "
            "podaj inny folder na wyniki."
        )
    return found


def _is_manifest(path: Path) -> bool:
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(content, dict) and {"versions", "codings_sha256"} <= set(content)


def _write_all(report: Report, target: Path, progress: Callable[[int, int], None] | None) -> None:
    from qualcode.writing.manifests import manifest

    steps: list[Callable[[], object]] = [
        lambda: write(report, target / "raport.html"),
        lambda: write(report, target / "wyniki.xlsx"),
        lambda: _write_tables(report, target),
        lambda: write(report.study, target / "badanie"),
        lambda: write_text(target / _MANIFEST, manifest(report)),
        # last, because the charts are drawn meanwhile
        lambda: write(report, target / "raport.md"),
        lambda: write(report, target / "raport.tex"),
        lambda: write(report, target / "raport.docx"),
    ]
    for done, step in enumerate(steps, 1):
        step()
        if progress:
            progress(done, len(steps))


def _write_tables(report: Report, folder: Path) -> None:
    from qualcode.writing.sheets import write_csv, write_excel_csv, write_frame

    write_frame(table(report.study, coder=report.coder), folder / "kodowanie.csv")
    write_excel_csv(report.table("kodowanie"), folder / "kodowanie-excel.csv")
    for item in report.tables:
        write_csv(item, folder / "macierze" / f"{item.id}.csv")
        write_excel_csv(item, folder / "macierze" / f"{item.id}-excel.csv")


def _shown(thing: Report | pd.DataFrame | Table) -> Report | Table:
    if isinstance(thing, (Report, Table)):
        return thing
    if isinstance(thing, pd.DataFrame):
        return framed(thing)
    raise MisuseError(
        f"Nie umiem zapisać obiektu typu {quoted(type(thing).__name__)}; podaj raport, tabelę "
        "(DataFrame) albo badanie."
    )


def _writer(suffix: str) -> Callable[[Report | Table, Path], None]:
    from qualcode.writing import documents, latex, pages, sheets, texts, workbooks

    return {
        ".docx": documents.write_docx,
        ".xlsx": workbooks.write_xlsx,
        ".html": pages.write_html,
        ".csv": sheets.write_csv,
        ".md": texts.write_markdown,
        ".tex": latex.write_tex,
    }[suffix]
