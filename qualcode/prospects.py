"""What a codebook of one's own will be worth, told before its codes are believed."""

from __future__ import annotations

import numpy as np
import pandas as pd

from qualcode.coders.base import Coder
from qualcode.coders.extended import ExtendedCoder
from qualcode.coders.similarity import SimilarityCoder
from qualcode.reliability import TOO_FEW, people
from qualcode.study import Codebook, Study, decisions
from qualcode.wording import counted, number, percent, quoted

FROM_EXAMPLES = "examples"
_ADVICE = (
    "To szkic do poprawienia; po zakodowaniu 30 segmentów wytrenuj własny koder („qualcode train”)."
)


def codebook_quality(material: Study | Codebook, *, pipeline: str | None = None) -> pd.DataFrame:
    """Measure how well a codebook is applied without training (``"similarity"``).

    Where a person has coded a part of the study, the coder is compared with the one who read most;
    it learned nothing from it, so the comparison is fair. Elsewhere the codebook's own examples are
    coded, each as if the codebook did not have it (leave-one-out, Lachenbruch & Mickey 1968). Examples
    are clearer than speech, so real material goes worse; an example that rightly has a second code
    counts as a mistake, so precision comes out too low.

    Parameters
    ----------
    material : Study or Codebook
    pipeline : str, optional
        Name of the spaCy pipeline that lemmatises.

    Returns
    -------
    DataFrame
        Index ``code``, the last row ``"all"``; columns ``n`` (examples or segments of the code),
        ``given`` (how often the coder gives it), ``found`` (of these rightly), ``precision``,
        ``recall`` and ``f1``, NaN where ``n`` is below ten. ``attrs``: ``source`` (``"examples"``
        or the person), ``n_texts``, and ``base``, a Polish sentence for readers.
    """
    codebook = material if isinstance(material, Codebook) else material.codebook
    coder = SimilarityCoder(codebook, pipeline)
    person = None if isinstance(material, Codebook) else _reader(material)
    if isinstance(material, Study) and person is not None:
        labels, given = _of_person(material, person, coder)
    else:
        scores, owners = coder.example_scores()
        labels = np.eye(len(codebook), dtype=bool)[owners]
        given = scores >= coder.thresholds_
    quality = _table(labels, given, coder.codes)
    quality.attrs.update(source=person or FROM_EXAMPLES, n_texts=len(labels))
    quality.attrs["base"] = _sentence(quality, codebook)
    return quality


def coder_remark(material: Study | Codebook, coder: Coder, *, pipeline: str | None = None) -> str:
    """Return what a reader of results should know when codes were given without training.

    Parameters
    ----------
    material : Study or Codebook
    coder : Coder
        The coder used.
    pipeline : str, optional
        Name of the spaCy pipeline that lemmatises.

    Returns
    -------
    str
        One Polish sentence or two; empty when every code was trained.
    """
    if isinstance(coder, SimilarityCoder):
        return str(codebook_quality(material, pipeline=pipeline).attrs["base"])
    if isinstance(coder, ExtendedCoder) and coder.new_codes:
        new = counted(len(coder.new_codes), "kodu", "kodów", "kodów")
        names = ", ".join(coder.new_codes[:5])
        more = "…" if len(coder.new_codes) > 5 else ""
        return (
            f"{new} spoza wbudowanej książki ({names}{more}) koder nie uczył się na wypowiedziach: "
            f"przypisano je według definicji i przykładów, więc są mniej pewne od pozostałych. {_ADVICE}"
        )
    return ""


def _reader(study: Study) -> str | None:
    """Return the person who read most segments, if they gave enough codes."""
    best, most = None, 0
    for person in people(study):
        codings = study.codings_of(person)
        if (codings["code"] != "").sum() >= TOO_FEW and codings["segment"].nunique() > most:
            best, most = person, codings["segment"].nunique()
    return best


def _of_person(study: Study, person: str, coder: SimilarityCoder) -> tuple[np.ndarray, np.ndarray]:
    given = decisions(study.segments["segment"], study.codings_of(person), coder.codes)
    read = study.segments.set_index("segment").loc[given.index].reset_index()
    return given.to_numpy(), coder.scores(read) >= coder.thresholds_


def _table(labels: np.ndarray, given: np.ndarray, codes: list[str]) -> pd.DataFrame:
    n, said, found = labels.sum(axis=0), given.sum(axis=0), (labels & given).sum(axis=0)
    table = pd.DataFrame(
        {"n": n, "given": said, "found": found}, index=pd.Index(codes, name="code")
    )
    table.loc["all"] = table.sum()
    enough = table["n"] >= TOO_FEW
    table["precision"] = (table["found"] / table["given"].where(table["given"] > 0)).where(enough)
    table["recall"] = (table["found"] / table["n"].where(table["n"] > 0)).where(enough)
    table["f1"] = (2 * table["found"] / (table["n"] + table["given"])).where(enough)
    return table


def _sentence(quality: pd.DataFrame, codebook: Codebook) -> str:
    pooled, n = quality.loc["all"], quality.attrs["n_texts"]
    start = (
        f"dla książki kodowej {quoted(codebook.title)} nie ma wytrenowanego kodera, więc kody "
        "przypisano według jej definicji i przykładów"
    )
    if pooled["n"] < TOO_FEW:
        return (
            f"{start}; przykładów jest za mało ({number(n)}), żeby ocenić, jak dobrze: dopisz po dwa, "
            f"trzy do każdego kodu. {_ADVICE}"
        )
    hits = f"odnaleziono {percent(pooled['recall'], 0)} kodów"
    if pooled["given"]:
        hits += f", a z nadanych trafnych było {percent(pooled['precision'], 0)}"
    if quality.attrs["source"] == FROM_EXAMPLES:
        where = counted(n, "przykładzie", "przykładach", "przykładach")
        return (
            f"{start}; na {where} z samej książki, z których każdy oceniono tak, jakby go w niej nie "
            f"było, {hits}. Żywe wypowiedzi są mniej jasne niż przykłady. {_ADVICE}"
        )
    person = quality.attrs["source"]
    where = counted(n, "wypowiedzi", "wypowiedziach", "wypowiedziach")
    return f"{start}; na {where}, które zakodował człowiek ({quoted(person)}), {hits}. {_ADVICE}"
