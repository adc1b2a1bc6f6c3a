"""Who speaks: kinds of participants behind the many roles, and who could be recognised."""

from __future__ import annotations

import re

import pandas as pd

from qualcode.study import FACILITATOR, Study
from qualcode.wording import NBSP

PLACE = "gmina"
UNKNOWN_KIND = "rola nieznana"
# kind -> (beginnings of words that mark it, how one such person is called in an attribution);
# read from top to bottom, the first that fits decides: "matka, NGO" is a carer
_KINDS = {
    "opiekunowie i odbiorcy usług": (
        "matk ojciec mam tat rodzic opiekun_ odbior uczestni podopieczn pacjent klient "
        "niepełnospraw niewidom senior emeryt rencist babc dziad uchodź cudzoziem ukrain",
        "opiekun lub odbiorca usług",
    ),
    "mieszkańcy": (
        "mieszka rolni gospody sąsiad ucze uczni student młodzież",
        "mieszkaniec lub mieszkanka",
    ),
    "organizacje społeczne": (
        "ngo fundacj stowarzysz prezes wolontar streetwork koł kgw klub_ parafi ksiądz proboszcz "
        "siostr caritas osp straż spółdzieln lider harcer",
        "osoba z organizacji społecznej",
    ),
    "władze samorządowe": (
        "wójt burmistrz prezydent starost radn rad_ sołty skarbni sekretarz wicewójt zastępc",
        "osoba z władz samorządowych",
    ),
    "pracownicy instytucji": (
        "dyrektor kierowni pracowni ops mops gops cus pcpr urzęd urząd asystent psycholo "
        "pielęgnia lekar nauczyciel pedagog bibliote policj dzielnicow terapeut koordynator "
        "specjalist kurator opiekunk opiekunek rehabilit fizjoterap położn inspektor referent "
        "doradc instruktor animator wychowaw logoped ratowni dps śds wtz poradni szko kadr",
        "osoba pracująca w instytucji",
    ),
}
_WORD = re.compile(r"\w+")


def kind_of(role: str) -> str:
    """Return the kind of participant a role belongs to.

    Examples
    --------
    >>> kind_of("dyrektorka MOPS"), kind_of("sołtyska"), kind_of("")
    ('pracownicy instytucji', 'władze samorządowe', 'rola nieznana')
    """
    words = _WORD.findall(role.lower())
    if not words:
        return UNKNOWN_KIND
    for word in words:
        # a professional carer is staff, a family carer is not
        if word.startswith(("opiekunk", "opiekunek")):
            return "pracownicy instytucji"
        for kind, (stems, _) in _KINDS.items():
            if any(_fits(word, stem) for stem in stems.split()):
                return kind
    return "inni uczestnicy"


def _fits(word: str, stem: str) -> bool:
    """Say whether a word begins with a stem; short stems and those ending in _ are whole words."""
    if stem.endswith("_") or len(stem) <= 3:
        bare = stem.rstrip("_")
        return word == bare or (
            stem.endswith("_") and word.startswith(bare) and len(word) - len(bare) <= 3
        )
    return word.startswith(stem)


def kinds(study: Study) -> pd.Series:
    """Return the kind of participant per segment, index as ``study.segments``."""
    known = {role: kind_of(role) for role in study.segments["role"].unique()}
    return study.segments["role"].map(known).rename("role_group")


def people(study: Study) -> pd.DataFrame:
    """Return who took part: a row per speaker and transcript, the facilitator left out.

    Returns
    -------
    DataFrame
        Columns ``transcript, speaker, role, role_group, gmina, n_segments, n_words``.
        Segments without a speaker count as one unknown person per transcript.
    """
    rows = study.segments.assign(
        role_group=kinds(study),
        gmina=places(study),
        n_words=study.segments["text"].str.split().str.len(),
    )
    rows = rows[rows["role"] != FACILITATOR]
    found = rows.groupby(["transcript", "speaker"], sort=False).agg(
        role=("role", "first"),
        role_group=("role_group", "first"),
        gmina=("gmina", "first"),
        n_segments=("segment", "size"),
        n_words=("n_words", "sum"),
    )
    return found.reset_index()


def places(study: Study) -> pd.Series:
    """Return the gmina per segment, ``""`` where it is not known."""
    if PLACE in study.meta:
        return study.attribute(PLACE)
    return pd.Series("", index=study.segments.index, name=PLACE)


def attribution(who: str, place: str) -> str:
    """Return how a quote is signed: ``mieszkanka, gmina Żabin``."""
    person = who or "osoba uczestnicząca w spotkaniu"
    return f"{person}, {unit(place)}" if place else person


def unit(place: str) -> str:
    """Return a gmina with the word before it, unless its name says what it is.

    Examples
    --------
    >>> unit("Żabin").replace(NBSP, " "), unit("powiat moreński")
    ('gmina Żabin', 'powiat moreński')
    """
    first = place.split(" ")[0].lower()
    named = first in ("gmina", "powiat", "miasto", "gm.", "dzielnica")
    return place if named else f"gmina{NBSP}{place}"


def careful(role: str, place: str, crowd: pd.DataFrame) -> tuple[str, str]:
    """Return an attribution that points at no single person, and why it had to change.

    Parameters
    ----------
    role, place : str
        Of the speaker.
    crowd : DataFrame
        From :func:`people`.

    Returns
    -------
    (str, str)
        Attribution, and a warning in Polish or ``""``. A role only one person holds in the
        gmina is replaced by the kind of participant, and that, if still alone, by a general
        word.
    """
    here = crowd[crowd["gmina"] == place]
    if role and (here["role"] == role).sum() > 1:
        return attribution(role, place), ""
    kind = kind_of(role)
    general = _KINDS[kind][1] if kind in _KINDS and (here["role_group"] == kind).sum() > 1 else ""
    if not role:
        return attribution("", place), ""
    where = f"w gminie {place}" if place else "w materiale"
    return attribution(general, place), (
        f"rolę „{role}” ma {where} jedna osoba: podpis z rolą mógłby ją wskazać, więc go uogólniono"
    )
