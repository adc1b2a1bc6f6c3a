"""The codebook as an appendix, and the working sheets of the workbook."""

from __future__ import annotations

import re

import pandas as pd

from qualcode.quotations import RULE, typeset
from qualcode.reports.blocks import Block, Heading, Paragraph, Table
from qualcode.reports.cautions import cautions
from qualcode.reports.framing import NAMES
from qualcode.reports.material import Material, inside
from qualcode.tables import table


def codebook_appendix(material: Material) -> list[Block]:
    """Return the codebook: a table per facet."""
    book = material.study.codebook
    blocks: list[Block] = [
        Heading("Aneks: książka kodowa", new_page=True),
        Paragraph(
            f"{book.title}, wersja {book.version}; skrót treści (SHA-256): {book.hash[:12]}.",
            "note",
        ),
    ]
    for facet in book.facets:
        lines = [
            (code.name, _described(code.definition, code.exclude), len(material.ids(code.id)))
            for code in facet.codes
        ]
        data = pd.DataFrame(lines, columns=["Kod", "Definicja", "Wypowiedzi"])
        blocks.append(Heading(facet.name, 3))
        if facet.definition:
            blocks.append(Paragraph(_described(facet.definition, facet.exclude)))
        blocks.append(
            Table(
                f"ksiazka-{facet.id}",
                f"Kody aspektu „{facet.name}”",
                data,
                ("text", "text", "count"),
                base=material.base,
                cells={(row, 2): material.ids(code.id) for row, code in enumerate(facet.codes)},
                name=f"Książka – {inside(material.word(facet.id))}",
            )
        )
    return blocks


def _described(definition: str, exclude: str) -> str:
    """Return the definition and what else the codebook says of its limits."""
    limits = f"Granice: {inside(exclude)}" if exclude else ""
    return typeset(" ".join(filter(None, (definition, limits)))) or "Jak w nazwie."


def sheets(material: Material) -> tuple[Table, ...]:
    """Return the coded table and all quotes as working sheets."""
    return coded_sheet(material), quotes_sheet(material)


def coded_sheet(material: Material) -> Table:
    """Return the coded table with Polish headings; a 1 per code given."""
    study = material.study
    coded = table(study, coder=material.coder)
    codes = list(study.codebook.codes)
    names = {**NAMES, **{code: study.codebook.label(code) for code in codes}}
    coded["codes"] = [
        "; ".join(study.codebook.label(code) for code in value.split("; ") if code)
        for value in coded["codes"]
    ]
    for code in codes:
        coded[code] = coded[code].astype("int64")
    if coded["time"].isna().all():
        coded = coded.drop(columns="time")
    numeric = {"time": "number", "score": "share", **dict.fromkeys(codes, "flag")}
    kinds = tuple(numeric.get(str(column), "text") for column in coded)
    data = coded.rename(columns=names).reset_index(drop=True)
    return Table(
        "kodowanie", "Zakodowane wypowiedzi", data, kinds, base=material.base, name="Kodowanie"
    )


def _warned(why: str, names: str) -> str:
    """Return the warning of a quote and what else in it should be looked at."""
    told = re.findall("„([^”]+)”", names)
    return (
        why if all(f"„{word}”" in why for word in told) else "; ".join(filter(None, (why, names)))
    )


_TOLD = ("quote", "attribution", "warning", "typicality", "score")


def quotes_sheet(material: Material) -> Table:
    """Return up to five quotes per code with the warning where a role points at one person."""
    lines = []
    for code, quotes in material.candidates.items():
        label = material.study.codebook.label(code)
        remarks = map(_warned, quotes["warning"], cautions(material, quotes["quote"]))
        found = quotes.assign(warning=list(remarks))
        told = (found[key].tolist() for key in _TOLD)
        lines += [(label, *row) for row in zip(*told, found.index.tolist(), strict=True)]
    names = [
        "Kod",
        "Cytat",
        "Podpis",
        "Uwaga o rozpoznawalności",
        "Typowość",
        "Wynik kodera",
        "Segment",
    ]
    data = pd.DataFrame(lines, columns=names)
    return Table(
        "cytaty",
        "Cytaty do wyboru",
        data,
        ("text", "text", "text", "text", "share", "share", "text"),
        base=RULE,
        name="Cytaty",
    )
