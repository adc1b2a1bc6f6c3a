"""Where results go: one thing into a file of the suffix's format, or a whole results folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from qualcode.errors import MisuseError
from qualcode.reports.blocks import Report, Table
from qualcode.reports.framing import framed
from qualcode.study import Study
from qualcode.tables import table
from qualcode.wording import listed, quoted, suggestion
from qualcode.writing.files import write_text
from qualcode.writing.folder import write_folder

SUFFIXES = (".docx", ".xlsx", ".html", ".csv", ".md", ".tex")


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
        Made when missing; files of the same names are replaced.
    progress : callable, optional
        Called with (steps done, steps in all).

    Raises
    ------
    OutputError
        When a file cannot be written.
    """
    from qualcode.writing.manifests import manifest

    target = Path(folder)
    steps: list[Callable[[], object]] = [
        lambda: write(report, target / "raport.html"),
        lambda: write(report, target / "wyniki.xlsx"),
        lambda: _write_tables(report, target),
        lambda: write(report.study, target / "badanie"),
        lambda: write_text(target / "manifest.json", manifest(report)),
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
