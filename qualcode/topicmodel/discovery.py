"""The measure :func:`topics`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from qualcode.errors import MisuseError
from qualcode.study import Codebook, Study
from qualcode.topicmodel import crosswalk, fitting, naming, parcels
from qualcode.topicmodel.material import Material, gather
from qualcode.topicmodel.subjects import Subjects, field_words
from qualcode.topicmodel.verdicts import poorly_marked, settled
from qualcode.topicmodel.words import SHORTEST
from qualcode.wording import counted, listed, number, percent, plural, quoted

OTHER, SILENT = "inne", "bez treści"
REST = (OTHER, SILENT)
"""Labels of the rows that are no topics."""
FEWEST = 20
"""Segments without which topics would be chance."""
COLUMNS = {
    "topic": "int64",
    "label": "str",
    "keywords": "str",
    "n": "int64",
    "share": "float64",
    "stability": "float64",
    "nearest_code": "str",
    "overlap": "float64",
    "new": "bool",
    "segments": "object",
}
_SAID = ("wypowiedź", "wypowiedzi", "wypowiedzi")


def topics(
    study: Study,
    *,
    n_topics: int | None = None,
    guided: bool = False,
    coder: str | None = None,
    pipeline: str | None = None,
) -> pd.DataFrame:
    """Find what participants spoke of, without asking the codebook.

    Segments are compared by the sense and the beginnings of their nouns, verbs and adjectives;
    BERTopic (Grootendorst 2022) with a neighbour graph, Ward's clusters and lemma c-TF-IDF does
    the rest. Nothing is random and the order of the segments does not matter.

    Parameters
    ----------
    study : Study
        Segmented; coded if the topics are to be set beside the codebook.
    n_topics : int, optional
        As many clusters are made; those that have no words in common end in the last row. By
        default the largest number that repeats itself about as well as any on random nine
        tenths of the segments, at most 6 for 60 segments, 13 for 300, 28 for 3 000.
    guided : bool, default False
        Draw segments that resemble a code's name and examples together.
    coder : str, optional
        Whose codings the topics are set beside. Default: the shipped coder, or the only one.
    pipeline : str, optional
        Name of a spaCy pipeline; the shipped one by default.

    Returns
    -------
    DataFrame
        A row per topic, the largest first; then ``"inne"`` for segments that fit nowhere and
        ``"bez treści"`` for those with fewer than two words that carry meaning, so every segment
        of a participant is in exactly one row. Columns:
        ``topic`` (1…), ``label``, ``keywords`` (lemmas apart by ``", "``), ``n``, ``share`` of
        all segments of participants (0-1), ``stability`` (0-1: mean of the highest Jaccard
        index with a topic found in nine tenths of the segments; NaN in the last two rows),
        ``nearest_code`` (of the codes that cover it, else of all, the one most given to its
        segments; ``""`` when not coded), ``overlap`` (share of its segments with that code),
        ``new`` (the codebook does not cover it), ``segments``
        (tuple of ids, the most typical first).
        ``attrs``: ``base``, ``n_segments``, ``ari`` (agreement of topics found in two random
        nine tenths), ``other`` (why segments are in the last two rows), ``weak``
        (numbers of topics of fewer than six segments or a stability below 0.5), ``map`` (a pair x, y per
        topic, the last two rows left out; near topics are spoken of in like words); with fewer than twenty
        usable segments the frame is empty and ``note`` says so.

    Raises
    ------
    MisuseError
        When ``n_topics`` is below 2, or the coder is unknown.
    MissingPartError
        When BERTopic is not installed.

    References
    ----------
    Grootendorst (2022), BERTopic: Neural topic modeling with a class-based TF-IDF procedure.
    Hennig (2007), Cluster-wise assessment of cluster stability.
    """
    prepared = prepare(study, n_topics=n_topics, guided=guided, pipeline=pipeline)
    given = crosswalk.given_codes(study, coder)
    return described(prepared, discovered(prepared)(), given)


@dataclass(frozen=True)
class Prepared:
    """What topics are sought in; the codes play no part yet."""

    said: pd.DataFrame
    material: Material
    seeds: list[list[str]]
    n_topics: int | None
    field: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Found:
    """Topics as sets of texts, not named yet; ``table`` holds what the texts were compared by."""

    table: np.ndarray
    fit: fitting.Fit


def prepare(
    study: Study,
    *,
    n_topics: int | None = None,
    guided: bool = False,
    pipeline: str | None = None,
) -> Prepared:
    """Take the first step of :func:`topics`, the only one that needs the pipeline."""
    if n_topics is not None and n_topics < 2:
        raise MisuseError(f"Tematów ma być co najmniej 2, a podano {n_topics}.")
    said = study.said
    material = gather(said["text"].tolist(), pipeline)
    seeds = _seeds(study.codebook, pipeline) if guided else []
    field = field_words(study.codebook, pipeline)
    return Prepared(said, material, seeds, n_topics, field)


def discovered(prepared: Prepared) -> Callable[[], Found | None]:
    """Begin the long step of :func:`topics`, in a companion process where there is one.

    Returns
    -------
    callable
        Waits for the topics; it returns None when too little was said, and raises
        MissingPartError when BERTopic is not installed.
    """
    material = prepared.material
    if len(material) < FEWEST:
        return lambda: None
    answer = parcels.begun(material.bags, material.terms, prepared.seeds, prepared.n_topics)

    def found() -> Found:
        table, fit = answer()
        return Found(table, settled(fit, table, material.terms, material.book, prepared.field))

    return found


def _seeds(codebook: Codebook, pipeline: str | None) -> list[list[str]]:
    """Return the words of each code's name and examples."""
    seeds = []
    for code in codebook.codes.values():
        bags = gather([code.name, *code.examples], pipeline).bags
        seeds.append(list(dict.fromkeys(word for bag in bags for word in bag)))
    return [seed for seed in seeds if seed]


def described(
    prepared: Prepared, discovery: Found | None, given: pd.DataFrame | None
) -> pd.DataFrame:
    """Take the last step of :func:`topics`: name them and set them beside the codes given."""
    said, material = prepared.said, prepared.material
    if discovery is None:
        return _nothing(len(said), len(material))
    table, found = discovery.table, discovery.fit
    ids = said["segment"].tolist()
    names = naming.labels(found, material.terms, material.book, prepared.field)
    subjects = Subjects(material.terms, material.book, prepared.field)
    spots = _map(table, found.labels, list(names))
    rows = []
    for topic, label in names.items():
        places = np.flatnonzero(found.labels == topic)
        typical = places[np.argsort(-_typicality(table[places]), kind="stable")]
        members = [ids[place] for distinct in typical for place in material.places[distinct]]
        words = ", ".join(naming.keywords(found, topic, subjects))
        row = _row(label, members, words, found.stability[topic])
        rows.append(row | {"spot": spots[topic]})
    rows.sort(key=lambda row: (-row["n"], row["label"]))
    drawn = [row.pop("spot") for row in rows]
    taken = {segment for row in rows for segment in row["segments"]}
    spoken = {ids[place] for places in material.places for place in places}
    left = [segment for segment in ids if segment not in taken]
    for label, members in (
        (OTHER, [segment for segment in left if segment in spoken]),
        (SILENT, [segment for segment in left if segment not in spoken]),
    ):
        if members:
            rows.append(_row(label, members, "", float("nan")))
    result = pd.DataFrame(rows)
    result["topic"] = range(1, len(result) + 1)
    result["share"] = result["n"] / len(said)
    result = crosswalk.beside_codes(result, given)
    result.loc[result["label"].isin(REST), ["nearest_code", "overlap", "new"]] = ["", 0.0, False]
    result = result[list(COLUMNS)].astype(COLUMNS)
    result.attrs["map"] = drawn
    return _explained(result, len(said), found, given)


def _map(
    table: np.ndarray, labels: np.ndarray, topics: list[int]
) -> dict[int, tuple[float, float]]:
    """Return a place on the plane per topic: near ones are spoken of in like words (PCA)."""
    if len(topics) < 2:
        return dict.fromkeys(topics, (0.0, 0.0))
    centres = np.vstack([table[labels == topic].mean(axis=0) for topic in topics])
    left, lengths, _ = np.linalg.svd(centres - centres.mean(axis=0), full_matrices=False)
    plane = left[:, :2] * lengths[:2]
    signs = np.sign(plane[np.abs(plane).argmax(axis=0), [0, 1]])  # else either is as good
    plane = np.round(plane * np.where(signs == 0, 1, signs), 6)
    return {topic: (float(x), float(y)) for topic, (x, y) in zip(topics, plane, strict=True)}


def _row(label: str, segments: list[str], keywords: str, stability: float) -> dict[str, Any]:
    return {
        "label": label,
        "keywords": keywords,
        "n": len(segments),
        "stability": stability,
        "segments": tuple(segments),
    }


def _typicality(rows: np.ndarray) -> np.ndarray:
    """Return how near each row is to the middle of all, rounded so that ties stay ties."""
    middle: np.ndarray = np.round(rows @ rows.mean(axis=0), 9)
    return middle


def _explained(
    result: pd.DataFrame, n_said: int, found: fitting.Fit, given: pd.DataFrame | None
) -> pd.DataFrame:
    sizes = result.set_index("label")["n"]
    reasons = []
    if OTHER in sizes:
        told = counted(int(sizes[OTHER]), *_SAID)
        reasons.append(f"„{OTHER}”: {told} bez wyraźnego przedmiotu wspólnego z innymi")
    if SILENT in sizes:
        told = counted(int(sizes[SILENT]), *_SAID)
        reasons.append(f"„{SILENT}”: {told} z mniej niż {SHORTEST} słowami, które niosą treść")
    weak = _weak(result)
    result.attrs.update(
        base=f"Podstawa: {counted(n_said, *_SAID)} uczestników. Zgodność tematów z dwóch "
        f"losowych części materiału po 90%: ARI = {number(found.agreement, 2)}.{_warned(result, weak)}",
        n_segments=n_said,
        ari=found.agreement,
        weak=tuple(weak),
        other=f"{'; '.join(reasons)}.{_uncoded(result, given)}" if reasons else "",
    )
    return result


def _weak(result: pd.DataFrame) -> list[int]:
    """Return the numbers of topics that are small or do not repeat themselves well."""
    rows = result[~result["label"].isin(REST)]
    pairs = zip(rows["topic"].tolist(), rows["n"], rows["stability"], strict=True)
    return [topic for topic, n, stability in pairs if poorly_marked(n, stability)]


def _warned(result: pd.DataFrame, weak: list[int]) -> str:
    if not weak:
        return ""
    names = [quoted(label) for label in result.loc[result["topic"].isin(weak), "label"]]
    one = plural(len(names), "temat", "tematy", "tematy")
    return f" Słabo {plural(len(names), 'wyodrębniony', 'wyodrębnione', 'wyodrębnione')} {one}: {listed(names)}."


def _uncoded(result: pd.DataFrame, given: pd.DataFrame | None) -> str:
    """Say how many of the segments left over have no code either: jokes, asides, manners."""
    left = [item for ids in result.loc[result["label"].isin(REST), "segments"] for item in ids]
    if given is None or given.empty or not left:
        return ""
    read = given.loc[given.index.isin(left)]
    bare = int((~read.any(axis=1)).sum())
    return (
        f" Żadnego kodu nie ma {counted(bare, *_SAID)} spoza tematów ({percent(bare / len(read))})."
        if bare
        else ""
    )


def _nothing(n_said: int, n_usable: int) -> pd.DataFrame:
    result = pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in COLUMNS.items()})
    result.attrs.update(
        note=f"Tematów nie szukano: trzeba co najmniej {FEWEST} wypowiedzi uczestników o "
        f"uchwytnej treści, a jest {counted(n_usable, *_SAID)}.",
        base=f"Podstawa: {counted(n_said, *_SAID)} uczestników.",
        n_segments=n_said,
    )
    return result
