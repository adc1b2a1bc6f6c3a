"""Quotes: chosen by a stated rule, trimmed openly, set in Polish typography, signed with care."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
import pandas as pd

from qualcode.participants import careful, people, places
from qualcode.study import EVIDENCE_SEPARATOR, FACILITATOR, Study
from qualcode.tables import chosen_coder
from qualcode.wording import NBSP

RULE = (
    "Cytaty wybrano według reguły: najpierw wypowiedź najbardziej typowa dla kodu (najbliższa "
    "słownictwem pozostałym wypowiedziom z tym kodem), potem kolejne typowe, lecz jak najmniej "
    "podobne do już wybranych; najwyżej jeden cytat od osoby, w pierwszej kolejności z różnych "
    "gmin. Skróty zaznaczono znakiem […]."
)
MAX_WORDS = 60
_MIN_WORDS = 6
_WORD = re.compile(r"\w+")
_HESITATION = re.compile(
    r"(?:\s*,?\s*(?<!\w)(?:[eym]{2,}|yhm+|ehm+|hmm+|uhm)(?!\w)[,…]*(?:\.{3})?)+", re.IGNORECASE
)
_OPENING = re.compile(
    r"^(?:(?:no|znaczy|to znaczy|wie (?:pan|pani)|wiecie|więc|tak że|nie no)(?:,\s*|\s+(?=no\b|więc\b|tak\b)))+(?=\w)",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?<![\w])([aiouwzAIOUWZ]) (?=\w)")
CUT = "[…]"
_KEPT = ("role", "gmina", "transcript", "question", "score", "evidence")


def quotes(study: Study, code: str, *, n: int = 3, coder: str | None = None) -> pd.DataFrame:
    """Choose quotes that show what a code means in this study.

    Parameters
    ----------
    study : Study
        Coded.
    code : str
        Code id, e.g. ``"bariera.kadrowa"``.
    n : int, default 3
        At most so many.
    coder : str, optional
        Default: the shipped coder, or the only one.

    Returns
    -------
    DataFrame
        Index ``segment``; columns ``quote`` (trimmed, typeset), ``attribution`` (names nobody
        who is the only one of that role in the gmina), ``role, gmina, transcript, question,
        score, evidence, typicality`` (0-1) and ``warning`` (why the attribution was made
        general, or ``""``). The rule is in ``attrs["rule"]``. Typicality is the cosine to the
        mean TF-IDF vector of word beginnings; the order is by maximal marginal relevance
        (Carbonell & Goldstein 1998).

    Raises
    ------
    MisuseError
        When the code or the coder is unknown.
    """
    study.codebook.code(code)
    name = chosen_coder(study, coder)
    given = study.codings_of(name)
    given = given[given["code"] == code].drop_duplicates("segment").set_index("segment")
    rows = study.segments.assign(gmina=places(study)).set_index("segment")
    rows = rows[rows["role"] != FACILITATOR]
    rows = rows[rows.index.isin(given.index)]
    rows = rows.assign(score=given["score"], evidence=given["evidence"])
    result = chosen_quotes(rows, people(study), n)
    result.attrs.update(code=code, coder=name)
    return result


def chosen_quotes(rows: pd.DataFrame, crowd: pd.DataFrame, n: int) -> pd.DataFrame:
    """Choose among statements by the rule of :func:`quotes`.

    Parameters
    ----------
    rows : DataFrame
        Index ``segment``; columns ``text, speaker, role, gmina, transcript, question, score,
        evidence``.
    crowd : DataFrame
        From :func:`qualcode.participants.people`.
    n : int

    Returns
    -------
    DataFrame
        As :func:`quotes`.
    """
    vectors = _vectors(rows["text"].tolist())
    rows = rows.assign(typicality=_typicality(vectors))
    chosen = rows.iloc[_chosen(rows.reset_index(), vectors, n)]
    signed = [
        careful(role, place, crowd)
        for role, place in zip(chosen["role"], chosen["gmina"], strict=True)
    ]
    result = pd.DataFrame(
        {
            "quote": [
                typeset(shortened(text, evidence.split(EVIDENCE_SEPARATOR)))
                for text, evidence in zip(chosen["text"], chosen["evidence"], strict=True)
            ],
            "attribution": [sign for sign, _ in signed],
            **{name: chosen[name].to_list() for name in _KEPT},
            "typicality": chosen["typicality"].round(3).to_list(),
            "warning": [why for _, why in signed],
        },
        index=pd.Index(chosen.index, name="segment"),
    )
    result.attrs.update(rule=RULE, base=RULE)
    return result


def _vectors(texts: list[str]) -> np.ndarray:
    """Return unit TF-IDF vectors of word beginnings (six letters stand in for the lemma)."""
    bags = [
        Counter(word[:6] for word in _WORD.findall(text.lower()) if len(word) > 3) for text in texts
    ]
    names = sorted({word for bag in bags for word in bag})
    place = {word: number for number, word in enumerate(names)}
    table = np.zeros((len(bags), max(len(names), 1)))
    for row, bag in enumerate(bags):
        for word, count in bag.items():
            table[row, place[word]] = 1 + np.log(count)
    table *= np.log((1 + len(bags)) / (1 + (table > 0).sum(axis=0))) + 1
    norms = np.linalg.norm(table, axis=1, keepdims=True)
    return table / np.where(norms == 0, 1, norms)


def _typicality(vectors: np.ndarray) -> np.ndarray:
    if not len(vectors):
        return np.zeros(0)
    middle = vectors.mean(axis=0)
    length = np.linalg.norm(middle)
    return np.round(vectors @ middle / (length or 1), 6)


def _chosen(rows: pd.DataFrame, vectors: np.ndarray, n: int) -> list[int]:
    """Return the places of the quotes: typical, then different, one per person."""
    if rows.empty:
        return []
    words = rows["text"].str.split().str.len().to_numpy()
    # a stub or a speech makes a poor quote, a doubtful coding too
    fit = np.where(words < _MIN_WORDS, 0.5, np.where(words > MAX_WORDS, 0.8, 1.0))
    worth = rows["typicality"].to_numpy() * fit * rows["score"].fillna(1).to_numpy()
    # whoever is unknown may be anybody, so counts as a person of their own
    persons = [
        (transcript, speaker) if speaker else (transcript, place)
        for place, (transcript, speaker) in enumerate(
            zip(rows["transcript"], rows["speaker"], strict=True)
        )
    ]
    gminy = rows["gmina"].to_numpy()
    near = np.zeros(len(rows))
    taken: list[int] = []
    while len(taken) < n:
        used = {persons[i] for i in taken}
        free = np.array([person not in used for person in persons])
        if not free.any():
            break
        elsewhere = ~np.isin(gminy, gminy[taken])
        gain = np.where(free, 0.6 * worth - 0.4 * near + 0.2 * elsewhere, -np.inf)
        taken.append(int(np.argmax(np.round(gain, 9))))
        near = np.maximum(near, vectors @ vectors[taken[-1]])
    return taken


def shortened(text: str, evidence: list[str] | tuple[str, ...] = (), limit: int = MAX_WORDS) -> str:
    """Take out hesitations and cut to a length, marking every cut with […].

    Parameters
    ----------
    text : str
    evidence : list of str
        Words that led to the code; they stay inside the cut.
    limit : int
        Words left at most.
    """
    clean = _HESITATION.sub(f" {CUT}", " ".join(text.split()))
    clean = _OPENING.sub(f"{CUT} ", clean)
    words = clean.split()
    if len(words) > limit:
        first, last = _window(words, [word for word in evidence if word], limit)
        middle = " ".join(words[first:last])
        clean = f"{f'{CUT} ' if first else ''}{middle}{f' {CUT}' if last < len(words) else ''}"
    clean = re.sub(rf"(?:{re.escape(CUT)}\s*)+", f"{CUT} ", clean).strip()
    return re.sub(rf"{re.escape(CUT)} ([,.;?!])", rf"{CUT}\1", clean)


def _window(words: list[str], evidence: list[str], limit: int) -> tuple[int, int]:
    """Return the stretch of words to keep: around the evidence, from a sentence start if near."""
    text = " ".join(words)
    found = [text.find(" ".join(item.split())) for item in evidence]
    at = min((place for place in found if place >= 0), default=0)
    centre = len(text[:at].split())
    first = max(0, min(centre - limit // 3, len(words) - limit))
    for place in range(first, min(first + 15, centre + 1)):
        if place and words[place - 1][-1] in ".?!":
            first = place
            break
    return first, min(first + limit, len(words))


def typeset(text: str) -> str:
    """Set text the Polish way: dashes, ellipsis, quotation marks, no hanging short words."""
    text = text.replace("...", "…")
    text = re.sub(r"(?<=\s)-{1,2}(?=\s)|^-{1,2}(?=\s)", "–", text)
    text = re.sub(r'"([^"]*)"', r"„\1”", text)
    return _SHORT.sub(rf"\1{NBSP}", text)


__all__ = ["RULE", "chosen_quotes", "quotes", "shortened", "typeset"]
