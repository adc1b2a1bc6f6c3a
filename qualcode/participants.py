"""Who speaks: kinds of participants behind the many roles, and who could be recognised."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from qualcode.study import FACILITATOR, Study
from qualcode.wording import NBSP

PLACE = "gmina"
UNKNOWN_KIND = "rola nieznana"
OTHER_KIND = "inni uczestnicy"
_CARERS = "opiekunowie i odbiorcy usług"
_STAFF = "pracownicy instytucji"
# kind -> (beginnings of words that mark it, how one such person is called in an attribution);
# of the words of a role the first that fits decides: "matka, NGO" is a carer
_KINDS = {
    _CARERS: (
        "matk ojciec mam_ tata rodzic opiekun_ opiekunowie odbior uczestni podopieczn pacjent klient żon_ "
        "niepełnospraw niewidom głuch babci dziad uchodź cudzoziem ukrain repatri reemigr "
        "wychowan kryzys bezdomn autyzm chor_ chorob wózk amputac użytkowni samorzeczn "
        "usamodziel doświadcz córk syn_ wnuczk wnuk",
        "opiekun lub odbiorca usług",
    ),
    "mieszkańcy": (
        "mieszka rolni gospody sąsiad ucze uczni student młodzież senior emeryt rencist wdow "
        "wdów licealist ósmoklasist maturzyst gimnazjalist chłopak dziewczyn",
        "mieszkaniec lub mieszkanka",
    ),
    "organizacje społeczne": (
        "ngo fundacj stowarzysz prezes wolontar streetwork koł kgw klub_ parafi ksiądz proboszcz "
        "wikar duchown diakon pastor siostr caritas osp straż spółdzieln lider harcer",
        "osoba z organizacji społecznej",
    ),
    "władze samorządowe": (
        "wójt burmistrz prezydent starost_ staroś radn rad_ sołty skarbni sekretarz",
        "osoba z władz samorządowych",
    ),
    _STAFF: (
        "dyrektor kierowni pracowni ops mops gops mgops cus pcpr urzęd urząd asystent psycholo "
        "psychiatr pielęgnia lekar nauczyciel katechet pedagog pedagoż bibliote policj dzielnicow "
        "terapeut koordynator specjalist kurator sędzi opiekunk opiekunek rehabilit fizjoterap "
        "położn inspektor referent doradc doradcz instruktor animator wychowaw logoped ratowni dps "
        "śds wtz poradni szko świetlic kadr wydział starostw konsultant ordynator",
        "osoba pracująca w instytucji",
    ),
}
_FAMILY = r"(?:rodzinn|mat[kc]|mam|męż|mąż|ojc|ojciec|syn|cór|żon|brat|siostr|teści|chor|rodzic|dziad|babc)"
# looked for before single words, which would mislead
_PHRASES = (
    (rf"opiekun\w*(?: \w+)?,? {_FAMILY}|opiekuje się|pod nadzorem", _CARERS),
    (
        r"(?:\w+ )?rodzin\w* (?:zast|spokrewn)|matka zastępcza|siostra (?!zakonn|dyrektor)\w+",
        _CARERS,
    ),
    (r"(?:komendant\w* )?straż\w* (?:miejsk|gminn)", _STAFF),
    (r"pracowni\w+ (?:magazyn|sezonow|fizyczn|produkc|sklep|z )", OTHER_KIND),
    (r"uczestni\w+(?: niezident\w+)?$|uczestnicy dyżuru", UNKNOWN_KIND),
)
_WORD = re.compile(r"\w+")


@lru_cache(4096)
def kind_of(role: str) -> str:
    """Return the kind of participant a role belongs to.

    Examples
    --------
    >>> kind_of("dyrektorka MOPS"), kind_of("sołtyska"), kind_of("")
    ('pracownicy instytucji', 'władze samorządowe', 'rola nieznana')
    """
    parts = [part.strip() for part in role.lower().split(",")]
    if not any(parts):
        return UNKNOWN_KIND
    for place, part in enumerate(parts):
        rest = ", ".join(parts[place:])
        for phrase, kind in _PHRASES:
            if re.match(phrase, rest):
                return kind
        for word in _WORD.findall(part):
            found = _kind_of_word(word)
            if found:
                return found
    return OTHER_KIND


def _kind_of_word(word: str) -> str:
    # a professional carer is staff, a family carer is not
    if word.startswith(("opiekunk", "opiekunek")):
        return _STAFF
    word = word.removeprefix("wice")
    for kind, (stems, _) in _KINDS.items():
        if any(_fits(word, stem) for stem in stems.split()):
            return kind
    return ""


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


@dataclass(frozen=True)
class Crowd:
    """How many people of a role, and of a kind, took part in each gmina."""

    roles: Counter[tuple[str, str]]
    kinds: Counter[tuple[str, str]]

    @classmethod
    def of(cls, crowd: pd.DataFrame) -> Crowd:
        """Count a frame of :func:`people`."""
        places = crowd["gmina"].tolist()
        return cls(
            Counter(zip(crowd["role"].tolist(), places, strict=True)),
            Counter(zip(crowd["role_group"].tolist(), places, strict=True)),
        )


def careful(role: str, place: str, crowd: pd.DataFrame | Crowd) -> tuple[str, str]:
    """Return an attribution that points at no single person, and why it had to change.

    Parameters
    ----------
    role, place : str
        Of the speaker.
    crowd : DataFrame or Crowd
        From :func:`people`; counted beforehand where many quotes are signed.

    Returns
    -------
    (str, str)
        Attribution, and a warning in Polish or ``""``. A role only one person holds in the
        gmina is replaced by the kind of participant, and that, if still alone, by a general
        word.
    """
    known = crowd if isinstance(crowd, Crowd) else Crowd.of(crowd)
    if not role:
        return attribution("", place), ""
    if known.roles[role, place] > 1:
        return attribution(role, place), ""
    kind = kind_of(role)
    general = _KINDS[kind][1] if kind in _KINDS and known.kinds[kind, place] > 1 else ""
    where = f"w gminie {place}" if place else "w materiale"
    return attribution(general, place), (
        f"rolę „{role}” ma {where} jedna osoba: podpis z rolą mógłby ją wskazać, więc go uogólniono"
    )
