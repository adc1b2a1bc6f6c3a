"""The short Polish summary a run ends with: read, skipped, the strongest codes, where it lies."""

from __future__ import annotations

from pathlib import Path

from qualcode.study import Study
from qualcode.tables import chosen_coder, matrix
from qualcode.wording import counted, percent, quoted

_TOP = 3
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
        f"Przeczytano {counted(len(study.transcripts), 'transkrypcję', 'transkrypcje', 'transkrypcji')}: "
        f"{counted(len(said), 'wypowiedź', 'wypowiedzi', 'wypowiedzi')} uczestników; pominięto "
        f"{counted(len(study.segments) - len(said), 'wypowiedź', 'wypowiedzi', 'wypowiedzi')} "
        "osoby prowadzącej.",
        *_problems(study),
        "",
        *_strongest(study, name),
        f"Wyniki: {output} (zacznij od raport.html albo raport.docx)",
    ]
    return "\n".join(lines)


def _problems(study: Study) -> list[str]:
    skipped = [problem for problem in study.problems if problem.skipped]
    noted = [problem for problem in study.problems if not problem.skipped]
    lines = []
    if skipped:
        lines.append(f"Pominięto {counted(len(skipped), 'plik', 'pliki', 'plików')}:")
        lines += [f"  – {problem}" for problem in skipped]
    if noted:
        lines.append("Uwagi:")
        lines += [f"  – {problem}" for problem in noted]
    return lines


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
