"""The order of the report: which sections, from which measures."""

from __future__ import annotations

import pandas as pd

from qualcode.quotations import RULE
from qualcode.reports.appendices import codebook_appendix, sheets
from qualcode.reports.blocks import Block, Paragraph, Report
from qualcode.reports.cautions import told_of_quotes
from qualcode.reports.crossings import code_crossings, comparison
from qualcode.reports.facets import facet_chapter
from qualcode.reports.material import Material
from qualcode.reports.methods import highlights, method, sample
from qualcode.reports.plans import answers, lpdi, swot
from qualcode.reports.profiles import profiles
from qualcode.reports.themes import saturated, themes, voices
from qualcode.study import Study
from qualcode.wording import collation_key


def compose(study: Study, coder: str, topics: pd.DataFrame | None) -> Report:
    """Return the report of one coder's codings."""
    material = Material(study, coder)
    blocks: list[Block] = [*highlights(material), *sample(material), *method(material)]
    if material.n:
        blocks += _results(material, topics)
    else:
        blocks.append(Paragraph("W materiale nie ma odczytanych wypowiedzi uczestników."))
    blocks += codebook_appendix(material)
    return Report(
        study.title or "Wyniki kodowania warsztatów",
        material.where_and_when,
        tuple(blocks),
        sheets(material),
        study,
        coder,
        {"coder": coder, "topics": topics is not None},
    )


def _results(material: Material, topics: pd.DataFrame | None) -> list[Block]:
    # what has charts and no quotes first: they are drawn while quotes are chosen and looked at
    crossed = code_crossings(material)
    if len(material.gminy) > 1:
        crossed += comparison(material, "gmina", material.gminy, "Porównanie gmin")
    crossed += [*_by_kind(material), *voices(material)]
    blocks: list[Block] = []
    for facet in material.facets:
        blocks += facet_chapter(material, facet)
    blocks += answers(material)
    blocks += crossed
    blocks += profiles(material)
    blocks += swot(material)
    blocks += lpdi(material)
    blocks += themes(material, topics)
    blocks += saturated(material)
    return [Paragraph(_about_quotes(), "note"), told_of_quotes(material, blocks), *blocks]


def _by_kind(material: Material) -> list[Block]:
    rows = material.rows
    names = sorted((name for name in rows["role_group"].unique()), key=collation_key)
    if len(names) < 2 or not (rows["role"] != "").any():
        return []
    return comparison(material, "role_group", names, "Porównanie uczestników")


def _about_quotes() -> str:
    return (
        f"{RULE} W podpisie podano rolę i gminę; jeżeli w danej gminie rolę ma jedna osoba, zastąpiono ją "
        "określeniem ogólnym."
    )
