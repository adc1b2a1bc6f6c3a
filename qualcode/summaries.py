"""The short Polish summary a run ends with: read, skipped, the strongest codes, where it lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from qualcode.errors import Problem
from qualcode.privacy.smallcells import SIGN
from qualcode.study import Facet, Study
from qualcode.tables import chosen_coder, matrix
from qualcode.wording import counted, listed, number, percent, quoted

_TOP = 3
_NOTES = "badanie/problems.csv"
_PER_PLACE = 2  # remarks on one thing
_REMARKS = 15
_MOST = 0.5  # of the statements
_NO_GMINA = "nie znaleziono nazwy gminy"  # as the reader says it
_LETTERS = 240  # of a remark
_FACETS = {
    "bariera": "Najsilniejsze bariery",
    "priorytet": "Najczęstsze priorytety",
    "usluga": "Najczęściej wymieniane usługi",
}


def summary(
    study: Study, output: Path, *, coder: str | None = None, suppress: int | None = None
) -> str:
    """Return what a facilitator should know after a run.

    Parameters
    ----------
    study : Study
        Coded.
    output : Path
        Folder of the results.
    coder : str, optional
        Default: the shipped coder, or the only one.
    suppress : int, optional
        The results are for publication: numbers are told only as their tables tell them.
    """
    name = chosen_coder(study, coder)
    said = study.said
    lines = [
        *_without_gmina(study, sized=not suppress),
        f"Przeczytano {counted(len(study.transcripts), 'transkrypcję', 'transkrypcje', 'transkrypcji')}: "
        f"{counted(len(said), 'wypowiedź', 'wypowiedzi', 'wypowiedzi')} uczestników; pominięto "
        f"{counted(len(study.segments) - len(said), 'wypowiedź', 'wypowiedzi', 'wypowiedzi')} "
        "osoby prowadzącej.",
        *problem_lines(study.problems, output / _NOTES, kept=not suppress),
        "",
        *(_published(study, output) if suppress else _strongest(study, name)),
        f"Wyniki: {output} (zacznij od raport.html albo raport.docx)",
    ]
    return "\n".join(lines)


def _without_gmina(study: Study, *, sized: bool) -> list[str]:
    """Warn when most of what was said stands in no table by gmina, though some of it does."""
    told = {problem.place for problem in study.problems if _NO_GMINA in problem.sentence}
    said = study.said["transcript"]
    lost = said[said.isin(told)]
    if len(lost) <= _MOST * len(said):
        return []
    part = "większość wypowiedzi"
    if sized:
        n = counted(len(lost), "wypowiedź", "wypowiedzi", "wypowiedzi")
        part = f"{n} z {number(len(said))} ({percent(len(lost) / len(said), 0)})"
    few = [quoted(name) for name in dict.fromkeys(lost)]
    names = listed(few) if len(few) <= _TOP else f"{', '.join(few[:_TOP])} i inne"
    return [
        f"Ważne: {part} nie ma gminy, więc tabele według gmin "
        "nie obejmują większości materiału. Dopisz gminę w pliku meta.csv z kolumnami „plik” i "
        f"„gmina” i powtórz polecenie; transkrypcje bez gminy: {names}.",
    ]


def problem_lines(
    problems: Iterable[Problem], whole: Path | None = None, *, kept: bool = True
) -> list[str]:
    """Return the files left out, counted, and then what else should be known, a line each.

    Where a file has them in full, remarks are shortened to what a screen has room for; results
    for publication have such a file, but without remarks, so they are not ``kept`` there.
    """
    told = list(problems)
    skipped = [problem for problem in told if problem.skipped]
    noted = [problem for problem in told if not problem.skipped]
    lines = []
    if skipped:
        lines.append(f"Pominięto {counted(len(skipped), 'plik', 'pliki', 'plików')}:")
        lines += [f"  – {problem}" for problem in skipped]
    if noted:
        lines.append("Uwagi:")
        lines += (
            [f"  – {problem}" for problem in noted]
            if whole is None
            else _brief(noted, whole, kept=kept)
        )
    return lines


def _brief(noted: list[Problem], whole: Path, *, kept: bool) -> list[str]:
    """Return of each place the first remarks, long ones cut, and where all of them are."""
    seen: Counter[str] = Counter()
    shown: list[str] = []
    for problem in noted:
        seen[problem.place] += 1
        if seen[problem.place] <= _PER_PLACE and len(shown) < _REMARKS:
            shown.append(str(problem))
    lines = [f"  – {_cut(text)}" for text in shown]
    more = len(noted) - len(shown)
    if more or any(len(text) > _LETTERS for text in shown):
        rest = f"i jeszcze {counted(more, 'uwaga', 'uwagi', 'uwag')}; " if more else ""
        where = (
            f"pełna treść uwag: {whole}" if kept else "do wyników do publikacji uwag nie zapisano"
        )
        lines.append(f"  {rest}{where}")
    return lines


def _cut(text: str) -> str:
    if len(text) <= _LETTERS:
        return text
    return f"{text[:_LETTERS].rpartition(' ')[0].rstrip(',;: ')}…"


def _facets(study: Study) -> tuple[Facet, ...]:
    facets = tuple(facet for facet in study.codebook.facets if facet.id in _FACETS)
    return facets or study.codebook.facets[:3]


def _published(study: Study, output: Path) -> list[str]:
    """Return the strongest codes as the tables written tell them, small numbers left out."""
    lines: list[str] = []
    for facet in _facets(study):
        lines.append(f"{_FACETS.get(facet.id, facet.name)} (wypowiedzi):")
        table = output / "macierze" / f"{facet.id}.csv"
        rows = pd.read_csv(table, dtype=str, keep_default_na=False) if table.is_file() else None
        if rows is None or not len(rows):
            lines += [_no_code(facet), ""]
            continue
        told = rows[~rows["Wypowiedzi"].isin(["0", SIGN])].head(_TOP)
        for place, (code, n) in enumerate(
            zip(told[facet.name], told["Wypowiedzi"], strict=True), 1
        ):
            lines.append(f"  {place}. {code} – {n}")
        if (rows["Wypowiedzi"] == SIGN).any():
            lines.append("  liczb utajnionych w wynikach nie podano")
        lines.append("")
    return lines


def _no_code(facet: Facet) -> str:
    return f"  żadna wypowiedź nie dostała kodu z aspektu {quoted(facet.name)}"


def _strongest(study: Study, coder: str) -> list[str]:
    lines: list[str] = []
    for facet in _facets(study):
        counts = matrix(study, facet.id, "transcript", coder=coder)
        base = counts.attrs["n_segments"]
        total = counts.sum(axis=1)
        # equal counts keep the codebook's order
        ranked = total[total > 0].sort_values(ascending=False, kind="stable").head(_TOP)
        title = _FACETS.get(facet.id, facet.name)
        of = counted(base, "wypowiedzi", "wypowiedzi", "wypowiedzi")
        lines.append(f"{title} (na {of}):")
        for place, (code, n) in enumerate(ranked.items(), 1):
            share = f" ({percent(n / base)})" if base >= 10 else ""
            lines.append(f"  {place}. {study.codebook.code(str(code)).name} – {n}{share}")
        if ranked.empty:
            lines.append(_no_code(facet))
        lines.append("")
    return lines
