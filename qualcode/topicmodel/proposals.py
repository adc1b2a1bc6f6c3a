"""New topics as codes an author can take into the codebook."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pandas as pd

from qualcode.errors import MisuseError
from qualcode.quotations import shortened
from qualcode.study import Code, Codebook, Facet, Study
from qualcode.wording import listed, quoted

FACET = Facet(
    "temat",
    "Temat spoza książki",
    "O czym jeszcze mówiono?",
    "Tematy, które wyłoniły się z materiału, a których książka kodowa nie obejmowała.",
)
N_EXAMPLES = 3
_LONGEST = 40
_FEWEST_WORDS = 5


def proposed_codes(study: Study, found: pd.DataFrame) -> pd.DataFrame:
    """Propose a code for each topic the codebook does not cover.

    Parameters
    ----------
    study : Study
    found : DataFrame
        From :func:`qualcode.topics`.

    Returns
    -------
    DataFrame
        Index ``topic``; columns ``code`` (a free id), ``name``, ``definition``, ``examples``
        (tuple of at most three quotes, the most typical, one per speaker), ``nearest_code``,
        ``overlap`` and ``n``.
    """
    rows = []
    taken = set(study.codebook.codes)
    for topic in found[found["new"]].itertuples():
        name = topic.label[:1].upper() + topic.label[1:]
        code = _free(f"{FACET.id}.{_identifier(topic.label)}", taken)
        taken.add(code)
        rows.append(
            {
                "topic": topic.topic,
                "code": code,
                "name": name,
                "definition": _definition(study.codebook, topic.keywords, topic.nearest_code),
                "examples": _examples(study, topic.segments),
                "nearest_code": topic.nearest_code,
                "overlap": topic.overlap,
                "n": topic.n,
            }
        )
    columns = ["topic", "code", "name", "definition", "examples", "nearest_code", "overlap", "n"]
    return pd.DataFrame(rows, columns=columns).set_index("topic")


def accept(codebook: Codebook, proposals: pd.DataFrame, topic: int) -> Codebook:
    """Take one proposed code into a codebook.

    Parameters
    ----------
    codebook : Codebook
    proposals : DataFrame
        From :func:`proposed_codes`.
    topic : int
        Number of the topic.

    Returns
    -------
    Codebook
        With the code in the facet ``temat``, which is added at the end when missing, and the
        next version.

    Raises
    ------
    MisuseError
        When there is no proposal of that number, or its code is already there.
    """
    if topic not in proposals.index:
        known = listed([str(number) for number in proposals.index])
        raise MisuseError(
            f"Nie ma propozycji kodu dla tematu {topic}; "
            + (f"nowe tematy: {known}." if known else "książka kodowa obejmuje wszystkie tematy.")
        )
    row = proposals.loc[topic]
    if row["code"] in codebook.codes:
        raise MisuseError(f"Kod {quoted(row['code'])} jest już w książce kodowej.")
    code = Code(row["code"], row["name"], row["definition"], examples=tuple(row["examples"]))
    facets = {facet.id: facet for facet in codebook.facets}
    facet = facets.get(FACET.id, FACET)
    facets[FACET.id] = replace(facet, codes=(*facet.codes, code))
    return replace(codebook, facets=tuple(facets.values()), version=_next(codebook.version))


def _definition(codebook: Codebook, keywords: str, nearest: str) -> str:
    words = listed(quoted(word) for word in keywords.split(", ")[:5])
    near = f" Najbliższy kod: {quoted(codebook.label(nearest))}." if nearest else ""
    return f"Wypowiedzi, w których powracają słowa {words}.{near} Definicję doprecyzuj."


def _examples(study: Study, segments: tuple[str, ...]) -> tuple[str, ...]:
    """Return the most typical quotes, of different speakers, the long enough ones first."""
    rows = study.segments.set_index("segment").loc[list(segments)]
    long_enough = rows["text"].str.split().str.len() >= _FEWEST_WORDS
    rows = pd.concat([rows[long_enough], rows[~long_enough]])
    who = rows["transcript"] + "\n" + rows["speaker"].where(rows["speaker"] != "", rows.index)
    repeated = who.duplicated() | rows["text"].str.lower().duplicated()
    return tuple(shortened(text) for text in rows.loc[~repeated, "text"].head(N_EXAMPLES))


def _identifier(label: str) -> str:
    """Return the first words of a label as an id: ``usługi opiekuńcze`` → uslugi_opiekuncze."""
    first = re.split(r", | i ", label)[0].lower().replace("ł", "l")
    plain = unicodedata.normalize("NFD", first).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:_LONGEST].strip("_") or "temat"


def _free(code: str, taken: set[str]) -> str:
    number, free = 2, code
    while free in taken:
        free = f"{code}_{number}"
        number += 1
    return free


def _next(version: str) -> str:
    """Return the version after this one: 1 → 1.1 → 1.2."""
    main, dot, last = version.rpartition(".")
    return f"{main}.{int(last) + 1}" if dot and last.isdigit() else f"{version}.1"
