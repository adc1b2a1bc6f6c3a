"""The short Polish summary a run ends with: read, skipped, the strongest codes, where it lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from qualcode.errors import Problem
from qualcode.study import Study
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


def summary(study: Study, output: Path, *, coder: str | None = None) -> str:
    """Return what a facilitator should know after a run.

    Parameters
    ----------
    study : Study
        Coded.
    output : Path
        Folder of the results.
    coder : str, optional
        Default: the shipped coder, or the only one.
    """
    name = chosen_coder(study, coder)
    said = study.said
    lines = [
        *_without_gmina(study),
        f"Przeczytano {counted(len(study.transcripts), 'transkrypcję', 'transkrypcje', 'transkrypcji')}: "
        f"{counted(len(said), 'wypowiedź', 'wypowiedzi', 'wypowiedzi')} uczestników; pominięto "
        f"{counted(len(study.segments) - len(said), 'wypowiedź', 'wypowiedzi', 'wypowiedzi')} "
        "osoby prowadzącej.",
        *problem_lines(study.problems, output / _NOTES),
        "",
        *_strongest(study, name),
        f"Wyniki: {output} (zacznij od raport.html albo raport.docx)",
    ]
    return "\n".join(lines)


def _without_gmina(study: Study) -> list[str]:
    """Warn when most of what was said stands in no table by gmina, though some of it does."""
    told = {problem.place for problem in study.problems if _NO_GMINA in problem.sentence}
    said = study.said["transcript"]
    lost = said[said.isin(told)]
    if len(lost) <= _MOST * len(said):
        return []
    part = f"{counted(len(lost), 'wypowiedź', 'wypowiedzi', 'wypowiedzi')} z {number(len(said))}"
    few = [quoted(name) for name in dict.fromkeys(lost)]
    names = listed(few) if len(few) <= _TOP else f"{', '.join(few[:_TOP])} i inne"
    return [
        f"Ważne: {part} ({percent(len(lost) / len(said), 0)}) nie ma gminy, więc tabele według gmin "
        "nie obejmują większości materiału. Dopisz gminę w pliku meta.csv z kolumnami „plik” i "
        f"„gmina” i powtórz polecenie; transkrypcje bez gminy: {names}.",
    ]


def problem_lines(problems: Iterable[Problem], whole: Path | None = None) -> list[str]:
    """Return the files left out, counted, and then what else should be known, a line each.

    Where a file has them in full, remarks are shortened to what a screen has room for.
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
        lines += [f"  – {problem}" for problem in noted] if whole is None else _brief(noted, whole)
    return lines


def _brief(noted: list[Problem], whole: Path) -> list[str]:
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
        lines.append(f"  {rest}pełna treść uwag: {whole}")
    return lines


def _cut(text: str) -> str:
    if len(text) <= _LETTERS:
        return text
    return f"{text[:_LETTERS].rpartition(' ')[0].rstrip(',;: ')}…"


def _strongest(study: Study, coder: str) -> list[str]:
    lines: list[str] = []
    facets = [facet for facet in study.codebook.facets if facet.id in _FACETS]
    for facet in facets or study.codebook.facets[:3]:
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
            lines.append(f"  żadna wypowiedź nie dostała kodu z aspektu {quoted(facet.name)}")
        lines.append("")
    return lines
