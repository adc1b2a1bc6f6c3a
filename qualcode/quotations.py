"""Quotes: chosen by a stated rule, trimmed openly, set in Polish typography, signed with care."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

import numpy as np
import pandas as pd

from qualcode.participants import Crowd, careful, people, places
from qualcode.study import EVIDENCE_SEPARATOR, FACILITATOR, Study
from qualcode.tables import chosen_coder
from qualcode.wording import NBSP, listed, quoted

RULE = (
    "Cytaty wybrano według reguły: najpierw wypowiedź najbardziej typowa dla kodu (najbliższa "
    "słownictwem pozostałym wypowiedziom z tym kodem), potem kolejne typowe, lecz jak najmniej "
    "podobne do już wybranych; najwyżej jeden cytat od osoby, w pierwszej kolejności z różnych "
    "gmin i bez nazw własnych w treści. Skróty zaznaczono znakiem […]."
)
MAX_WORDS = 60
_TEXTS_KEPT = 50_000
_MIN_WORDS = 6
_WORD = re.compile(r"\w+")
_HESITATION = re.compile(
    # no class of letters: „my” is a word
    r"(?:\s*,?\s*(?<!\w)(?:e{2,}|y{2,}|m{2,}|[ey]+m+|yhm+|ehm+|hmm+|uhm)(?!\w)[,…]*(?:\.{3})?)+",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:(?:no|znaczy|to znaczy|wie (?:pan|pani)|wiecie|więc|tak że|nie no)(?:,\s*|\s+(?=no\b|więc\b|tak\b)))+(?=\w)",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?<![\w])([aiouwzAIOUWZ]) (?=\w)")
CUT = "[…]"
_NAME = re.compile(r"(?<![.?!…:„«(–]) (?![A-ZĄĆĘŁŃÓŚŹŻ]{2})([A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż]{2,})")
_NOT_TELLING = (
    "Facebo",
    "Intern",
    "Messen",
    "WhatsA",
    "Ukrain",
    "Polsk",
    "Polac",
    "Polak",
    "Europ",
    "Unii",
    "Unia",
    "Pan",
    "Boż",
    "Bóg",
    "Bog",
    "Boga",
    "Wigil",
    "Wielkan",
    "Covid",
)
_WORTH_OF_NAMED = 0.85
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
        general, and which words in the quote look like names, or ``""``). The rule is in ``attrs["rule"]``. Typicality is the cosine to the
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


def chosen_quotes(rows: pd.DataFrame, crowd: pd.DataFrame | Crowd, n: int) -> pd.DataFrame:
    """Choose among statements by the rule of :func:`quotes`.

    Parameters
    ----------
    rows : DataFrame
        Index ``segment``; columns ``text, speaker, role, gmina, transcript, question, score,
        evidence``.
    crowd : DataFrame or Crowd
        From :func:`qualcode.participants.people`.
    n : int

    Returns
    -------
    DataFrame
        As :func:`quotes`.
    """
    known = crowd if isinstance(crowd, Crowd) else Crowd.of(crowd)
    texts = rows["text"].tolist()
    vectors = _Vectors(texts)
    typicality = vectors.typicality()
    places = _chosen(rows, vectors, typicality, n)
    chosen = rows.iloc[places]
    signed = [
        careful(role, place, known)
        for role, place in zip(chosen["role"].tolist(), chosen["gmina"].tolist(), strict=True)
    ]
    cut = [
        shortened(text, evidence.split(EVIDENCE_SEPARATOR))
        for text, evidence in zip(chosen["text"].tolist(), chosen["evidence"].tolist(), strict=True)
    ]
    result = pd.DataFrame(
        {
            "quote": [typeset(text) for text in cut],
            "attribution": [sign for sign, _ in signed],
            **{name: chosen[name].to_list() for name in _KEPT},
            "typicality": typicality[places].round(3).tolist(),
            "warning": [
                "; ".join(filter(None, (why, _telling(text))))
                for (_, why), text in zip(signed, cut, strict=True)
            ],
        },
        index=pd.Index(chosen.index, name="segment"),
    )
    result.attrs.update(rule=RULE, base=RULE)
    return result


@lru_cache(_TEXTS_KEPT)
def names_in(text: str) -> tuple[str, ...]:
    """Return words that look like names: with a capital inside a sentence, acronyms left out."""
    found = _NAME.findall(text)
    return tuple(name for name in dict.fromkeys(found) if not name.startswith(_NOT_TELLING))


def _telling(text: str) -> str:
    names = names_in(text)
    if not names:
        return ""
    shown = listed(quoted(name) for name in names[:3])
    return f"w treści są słowa pisane jak nazwy własne ({shown}): sprawdź, czy nie wskazują osoby"


class _Vectors:
    """Unit TF-IDF vectors of word beginnings (six letters stand in for the lemma), sparse."""

    def __init__(self, texts: list[str]) -> None:
        bags = [_bag(text) for text in texts]
        place: dict[str, int] = {}
        self.n = len(bags)
        self.row = np.repeat(np.arange(self.n), [len(bag) for bag in bags])
        self.column = np.array(
            [place.setdefault(word, len(place)) for bag in bags for word, _ in bag], dtype=np.int64
        )
        counts = np.array([count for bag in bags for _, count in bag], dtype=float)
        self.n_words = len(place)
        holders = np.bincount(self.column, minlength=self.n_words)
        rarity = np.log((1 + self.n) / (1 + holders)) + 1
        weights = (1 + np.log(counts)) * rarity[self.column]
        norms = np.sqrt(np.bincount(self.row, weights**2, minlength=self.n))
        self.weights = weights / norms[self.row]

    def like(self, vector: np.ndarray) -> np.ndarray:
        """Return the dot product of every row with a vector of words."""
        return np.bincount(self.row, self.weights * vector[self.column], minlength=self.n)

    def typicality(self) -> np.ndarray:
        """Return the cosine of every row with the mean of all, rounded so that ties stay ties."""
        middle = np.bincount(self.column, self.weights, minlength=self.n_words)
        length = np.linalg.norm(middle)
        return np.round(self.like(middle) / (length or 1), 6)

    def one(self, place: int) -> np.ndarray:
        """Return one row as a vector of words."""
        here = self.row == place
        vector = np.zeros(self.n_words)
        vector[self.column[here]] = self.weights[here]
        return vector


@lru_cache(_TEXTS_KEPT)
def _bag(text: str) -> tuple[tuple[str, int], ...]:
    bag = Counter(word[:6] for word in _WORD.findall(text.lower()) if len(word) > 3)
    return tuple(sorted(bag.items()))


def _chosen(rows: pd.DataFrame, vectors: _Vectors, typicality: np.ndarray, n: int) -> list[int]:
    """Return the places of the quotes: typical, then different, one per person."""
    if rows.empty:
        return []
    texts = rows["text"].tolist()
    words = np.array([len(text.split()) for text in texts])
    # a stub or a speech makes a poor quote, a doubtful coding too
    fit = np.where(words < _MIN_WORDS, 0.5, np.where(words > MAX_WORDS, 0.8, 1.0))
    fit = fit * np.array([_WORTH_OF_NAMED if names_in(text) else 1.0 for text in texts])
    score = rows["score"].to_numpy(dtype=float)
    worth = typicality * fit * np.where(np.isnan(score), 1.0, score)
    # whoever is unknown may be anybody, so counts as a person of their own
    persons = [
        f"{transcript}\0{speaker}" if speaker else f"{transcript}\0\0{place}"
        for place, (transcript, speaker) in enumerate(
            zip(rows["transcript"].tolist(), rows["speaker"].tolist(), strict=True)
        )
    ]
    person, gmina = (pd.factorize(np.array(v, dtype=object))[0] for v in (persons, rows["gmina"]))
    near, free = np.zeros(len(rows)), np.ones(len(rows), dtype=bool)
    elsewhere = np.ones(len(rows), dtype=bool)
    taken: list[int] = []
    while len(taken) < n and free.any():
        gain = np.where(free, 0.6 * worth - 0.4 * near + 0.2 * elsewhere, -np.inf)
        best = int(np.argmax(np.round(gain, 9)))
        taken.append(best)
        free &= person != person[best]
        elsewhere &= gmina != gmina[best]
        near = np.maximum(near, vectors.like(vectors.one(best)))
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
    last = min(first + limit, len(words))
    # a whole sentence reads better than its beginning
    for place in range(last, max(centre, first + limit // 2), -1):
        if words[place - 1][-1] in ".?!":
            return first, place
    return first, last


def typeset(text: str) -> str:
    """Set text the Polish way: dashes, ellipsis, quotation marks, no hanging short words."""
    text = text.replace("...", "…")
    text = re.sub(r"(?<=\s)-{1,2}(?=\s)|^-{1,2}(?=\s)", "–", text)
    text = re.sub(r'"([^"]*)"', r"„\1”", text)
    return _SHORT.sub(rf"\1{NBSP}", text)


__all__ = ["RULE", "chosen_quotes", "quotes", "shortened", "typeset"]
