"""From the tags of Morfeusz to Universal Dependencies: parts of speech and features.

The rules follow the UD guidelines for Polish as they show in UD_Polish-PUD; word lists are
closed classes (pronouns, determiners, auxiliaries) that SGJP tags like nouns and adjectives.
"""

from __future__ import annotations

from functools import lru_cache

PRONOUNS = frozenset(
    "co kto nic nikt coś ktoś cokolwiek ktokolwiek cośkolwiek ktośkolwiek to tamto owo wszystko "
    "wszyscy cóż któż byleco bylekto".split()
)
DETERMINERS = frozenset(
    "ten tamten ów taki jaki który każdy mój twój swój nasz wasz jakiś któryś żaden wszystek "
    "wszelki jakikolwiek którykolwiek czyj czyjś niektóry pewien niejaki niejeden tenże takiż "
    "ówże takowy byle czyjkolwiek pański".split()
)
QUANTIFIERS = frozenset(
    "ile tyle kilka wiele parę mało dużo niewiele kilkanaście kilkadziesiąt kilkaset ileś tyleż "
    "trochę sporo mnóstwo więcej mniej najwięcej najmniej parędziesiąt kilkoro ilekolwiek "
    "wieluset moc masa multum oba".split()
)
AUXILIARIES = frozenset({"być", "zostać", "zostawać", "bywać"})
SUBORDINATORS = frozenset({"niż", "niczym", "aniżeli", "zamiast", "jak", "czym", "im"})
_ALSO_PARTICLES = frozenset({"więc", "zarówno", "zaś"})
_PARTICLES = {"się": ("PRON",), "by": ("AUX",), "niech": ("AUX",)}
_ABBREVIATED = {"około": "PART", "do_spraw": "ADP", "złoty": "NOUN", "luty": "NOUN"}
_SMALL_WORDS = frozenset("na między to i tak w ten po pod co bez za".split())
FINITE = frozenset({"fin", "praet", "inf", "bedzie", "impt", "pcon", "imps", "pant", "cond"})

APART = frozenset().union(
    PRONOUNS,
    DETERMINERS,
    QUANTIFIERS,
    AUXILIARIES,
    SUBORDINATORS,
    _ALSO_PARTICLES,
    _PARTICLES,
    {"to"},
)
"""Lemmas whose part of speech does not follow from the tag and the first letter."""
_BY_CLASS = {
    "adj": "ADJ", "adja": "ADJ", "adjp": "ADJ", "adjc": "ADJ", "pact": "ADJ", "ppas": "ADJ",
    "adv": "ADV", "pacta": "ADV", "burk": "X", "depr": "NOUN", "ger": "NOUN", "brev": "NOUN",
    "conj": "CCONJ", "comp": "SCONJ", "num": "NUM", "numcomp": "NUM", "fin": "VERB",
    "praet": "VERB", "impt": "VERB", "imps": "VERB", "inf": "VERB", "winien": "VERB",
    "pred": "VERB", "pant": "VERB", "pcon": "VERB", "cond": "VERB", "bedzie": "AUX",
    "aglt": "AUX", "prep": "ADP", "ppron12": "PRON", "ppron3": "PRON", "siebie": "PRON",
    "part": "PART", "interp": "PUNCT", "interj": "INTJ", "sym": "SYM", "emo": "SYM",
}  # fmt: skip
_CASES = {
    "nom": "Nom", "gen": "Gen", "dat": "Dat", "acc": "Acc", "inst": "Ins", "loc": "Loc",
    "voc": "Voc",
}  # fmt: skip
_GENDERS = {
    "m1": "Animacy=Hum|Gender=Masc", "m2": "Animacy=Nhum|Gender=Masc",
    "m3": "Animacy=Inan|Gender=Masc", "f": "Gender=Fem", "n": "Gender=Neut",
}  # fmt: skip
_PARTS = {
    "sg": "Number=Sing", "pl": "Number=Plur", "pri": "Person=1", "sec": "Person=2",
    "ter": "Person=3", "perf": "Aspect=Perf", "imperf": "Aspect=Imp", "pos": "Degree=Pos",
    "com": "Degree=Cmp", "sup": "Degree=Sup", "aff": "Polarity=Pos", "neg": "Polarity=Neg",
    "praep": "PrepCase=Pre", "npraep": "PrepCase=Npr", "akc": "Variant=Long",
    "nakc": "Variant=Short", "wok": "Variant=Long", "nwok": "Variant=Short",
}  # fmt: skip
_OF_CLASS = {
    "fin": "Mood=Ind|VerbForm=Fin|Voice=Act",
    "bedzie": "Mood=Ind|Tense=Fut|VerbForm=Fin",
    "praet": "Mood=Ind|Tense=Past|VerbForm=Fin|Voice=Act",
    "impt": "Mood=Imp|VerbForm=Fin|Voice=Act",
    "imps": "Mood=Ind|Person=0|Tense=Past|VerbForm=Fin|Voice=Act",
    "inf": "VerbForm=Inf|Voice=Act",
    "pcon": "Tense=Pres|VerbForm=Conv|Voice=Act",
    "pant": "Tense=Past|VerbForm=Conv|Voice=Act",
    "winien": "Mood=Ind|Tense=Pres|VerbForm=Fin|VerbType=Mod|Voice=Act",
    "pred": "Mood=Ind|Tense=Pres|VerbForm=Fin|VerbType=Quasi",
    "pact": "VerbForm=Part|Voice=Act",
    "ppas": "VerbForm=Part|Voice=Pass",
    "ger": "VerbForm=Vnoun",
    "ppron12": "PronType=Prs",
    "ppron3": "PronType=Prs",
    "siebie": "PronType=Prs|Reflex=Yes",
    "prep": "AdpType=Prep",
    "adja": "Hyph=Yes",
    "brev": "Abbr=Yes",
    "dig": "NumForm=Digit",
}
_PRONOUN_TYPES = {
    "Dem": "ten tamten ów taki tenże takiż takowy to tamto owo tu tam tak wtedy tyle stąd dlatego",
    "Rel": "który",
    "Int": "jaki czyj kto co ile gdzie kiedy jak dlaczego skąd dokąd",
    "Ind": "jakiś któryś pewien niektóry niejaki niejeden coś ktoś cokolwiek ktokolwiek kilka "
    "wiele parę mało dużo niewiele kilkanaście kilkadziesiąt kilkaset ileś jakikolwiek",
    "Tot": "każdy wszystek wszelki wszystko wszyscy oba",
    "Neg": "żaden nic nikt",
    "Prs": "mój twój swój nasz wasz się",
}
_PRONOUN_TYPE = {lemma: kind for kind, words in _PRONOUN_TYPES.items() for lemma in words.split()}
_REFLEXIVE = frozenset({"swój", "się"})
_TELLING = frozenset({*_PRONOUN_TYPE, "nie"})
"""Lemmas that decide on features; the features of all others follow from the tag."""
_POSSESSIVE = frozenset({"mój", "twój", "swój", "nasz", "wasz"})


def parts_of_speech(lemma: str, tag_class: str) -> tuple[str, ...]:
    """Return the universal parts of speech a reading may stand for, the usual one first.

    Parameters
    ----------
    lemma : str
    tag_class : str
        First part of a Morfeusz tag: ``subst``, ``adj``, ``praet``…

    Examples
    --------
    >>> parts_of_speech("być", "fin"), parts_of_speech("który", "adj")
    (('AUX', 'VERB'), ('DET',))
    """
    if tag_class == "subst":
        return ("PRON",) if lemma in PRONOUNS else _by_capital(lemma)
    if tag_class == "brev":
        return (_of_abbreviation(lemma),)
    if tag_class == "adj" and lemma in DETERMINERS:
        return ("DET",)
    if tag_class == "num" and lemma in QUANTIFIERS:
        return ("DET",)
    if tag_class == "part":
        return _PARTICLES.get(lemma, ("PART",))
    if tag_class == "pred" and lemma == "to":
        return ("AUX",)
    if tag_class == "conj" and lemma in SUBORDINATORS:
        return ("SCONJ", "CCONJ")
    if tag_class in ("conj", "comp") and lemma in _ALSO_PARTICLES:
        return (_BY_CLASS[tag_class], "PART")
    if tag_class in FINITE and lemma in AUXILIARIES:
        return ("AUX", "VERB")
    return (_BY_CLASS.get(tag_class, "X"),)


def _of_abbreviation(lemma: str) -> str:
    if lemma in _ABBREVIATED:
        return _ABBREVIATED[lemma]
    if lemma[:1].isupper():
        return "PROPN"
    first, _, rest = lemma.partition("_")
    if rest:
        return "ADV" if first in _SMALL_WORDS else "NOUN"
    return "ADJ" if lemma.endswith(("y", "i")) else "NOUN"


def _by_capital(lemma: str) -> tuple[str, ...]:
    return ("PROPN",) if lemma[:1].isupper() else ("NOUN",)


def features(lemma: str, upos: str, tag: str, gender: str = "") -> str:
    """Write a Morfeusz tag as UD features.

    Parameters
    ----------
    lemma, upos : str
    tag : str
        A tag with one case and one number, such as ``adj:pl:gen:m1.m2.m3.f.n:pos``.
    gender : str
        Which of several genders to write; the first one when empty.

    Returns
    -------
    str
        ``"Case=Gen|Degree=Pos|Gender=Fem|Number=Plur"``, or an empty string.
    """
    return _features(lemma if lemma in _TELLING or lemma[:1].isdigit() else "", upos, tag, gender)


@lru_cache(maxsize=20_000)
def _features(lemma: str, upos: str, tag: str, gender: str) -> str:
    tag_class, *parts = tag.split(":")
    found = set(filter(None, _OF_CLASS.get(tag_class, "").split("|")))
    for part in parts:
        first = part.split(".")[0]
        if first in _CASES:
            if tag_class != "prep":
                found.add(f"Case={_CASES[first]}")
        elif first in _GENDERS:
            found.update(_GENDERS[gender if gender in part.split(".") else first].split("|"))
        elif first in _PARTS:
            found.add(_PARTS[first])
    _mend(found, lemma, upos, tag_class, parts)
    return "|".join(sorted(found, key=str.lower))


def _mend(found: set[str], lemma: str, upos: str, tag_class: str, parts: list[str]) -> None:
    if tag_class == "fin":
        found.add("Tense=Fut" if "perf" in parts else "Tense=Pres")
    if "pt" in parts and "Number=Plur" in found:
        found.discard("Number=Plur")
        found.add("Number=Ptan")
    if upos == "PART" and lemma == "nie":
        found.add("Polarity=Neg")
    if upos in ("DET", "PRON", "ADV") and lemma in _PRONOUN_TYPE:
        found.add(f"PronType={_PRONOUN_TYPE[lemma]}")
        found.discard("Degree=Pos")
    if upos in ("DET", "PRON") and lemma in _REFLEXIVE:
        found.add("Reflex=Yes")
    if upos == "DET" and lemma in _POSSESSIVE:
        found.add("Poss=Yes")
    if upos == "NUM":
        found.add("NumForm=Digit" if lemma[:1].isdigit() else "NumForm=Word")


def cells(tag: str) -> list[str]:
    """Split a dotted tag into tags with one case and one number each; genders stay together.

    The vocative is dropped where the nominative looks the same.

    Examples
    --------
    >>> cells("subst:sg:nom.acc.voc:n:ncol")
    ['subst:sg:nom:n:ncol', 'subst:sg:acc:n:ncol']
    """
    result = [""]
    for part in tag.split(":"):
        values = part.split(".")
        if len(values) > 1 and values[0] not in _GENDERS:
            kept = values if values[0] in _CASES or values[0] in ("sg", "pl") else values[:1]
            if "nom" in kept:
                kept = [value for value in kept if value != "voc"]
        else:
            kept = [part]
        result = [f"{start}:{value}" if start else value for start in result for value in kept]
    return result
