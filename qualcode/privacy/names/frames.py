"""Words that ask for a person: "rozmawiałem z", "dzwonić do", "stary", "u".

An everyday word that is rare in talk of services and is a surname as well becomes a name there:
"rozmawiałem z gołąbkiem". A word that calls people, such as "dentysta", never does.
"""

from __future__ import annotations

from collections.abc import Sequence

from qualcode.privacy.names.inflection import COMMON, SURNAME, readings
from qualcode.privacy.names.lookups import Word
from qualcode.privacy.names.rarity import is_rare, is_thing
from qualcode.privacy.names.vocabulary import WORKADAY

_FRAMES = {
    "z": ("inst", "rozmawiać porozmawiać pogadać gadać spotkać spotykać kłócić pokłócić umówić "
          "umawiać współpracować pracować przyjść jechać iść chodzić żyć mieszkać"),
    "do": ("gen", "dzwonić zadzwonić pisać napisać mówić powiedzieć iść pójść chodzić jechać "
           "pojechać jeździć dojeżdżać zajrzeć zaglądać przyjść przychodzić należeć pójść "
           "podejść zwrócić zwracać"),
    "za": ("acc", "wyjść wychodzić dziękować prosić"),
    "na": ("acc", "czekać poczekać głosować liczyć narzekać skarżyć skarga"),
    "o": ("loc", "mówić powiedzieć opowiadać słyszeć pamiętać zapomnieć wiedzieć"),
    "po": ("loc", "dostać odziedziczyć przejąć płakać"),
    "od": ("gen", "wiedzieć słyszeć usłyszeć dostać pożyczyć kupić wziąć"),
    "dla": ("gen", "zrobić kupić załatwić"),
    "przez": ("acc", "załatwić załatwiać"),
}  # fmt: skip
_FRAMES["ze"] = _FRAMES["z"]
_TAKES_PERSON = frozenset(
    "pytać zapytać spytać prosić poprosić znać poznać odwiedzać odwiedzić wozić zawieźć zabrać "
    "spotkać zatrudnić wybrać pochować zwolnić namówić".split()
)
"""Verbs of which a person is the object."""
_CALLING = frozenset("dzwonić zadzwonić oddzwonić przedzwonić".split())
_TALKING = frozenset(
    "rozmawiać porozmawiać gadać pogadać dogadać dogadywać umówić umawiać spotkać spotykać kłócić "
    "pokłócić".split()
)
"""Only people and offices are called or talked with: a beast's name is somebody's there."""
_OFFICES = frozenset(
    "gmina rada urząd powiat pcpr gops mops ops pefron pfron zus starostwo straż policja fundacja "
    "parafia opieka zarząd komisja gopsu mopsu opsu pcprze zusu pefronu".split()
)
_SOMEBODYS = frozenset(
    "pomysł wniosek propozycja prośba podpis żona mąż syn córka matka ojciec brat siostra wdowa wnuk "
    "wnuczka synowa zięć sąsiad".split()
)
"""Nouns after which it is told whose they are."""
_PLACING = frozenset("w we na pod nad przy".split())
_REACH = 3
_OLD_AND_YOUNG = {
    "stary": "m1", "młody": "m1", "ten": "m1", "tamten": "m1", "nasz": "m1", "wasz": "m1",
    "taki": "m1", "mój": "m1", "stara": "f", "młoda": "f", "ta": "f", "tamta": "f", "nasza": "f",
}  # fmt: skip
"""Said before a surname, with the sex: "stary gruszka", "ta lis"."""
_POINTING = frozenset("ten ta tego tej temu tym tą tę taki taka takim".split())
_WHENCE = frozenset("z ze od co spod".split())


def asks_for_person(words: Sequence[Word], place: int) -> bool:
    """Say whether what stands around a surname that is an everyday word asks for a person."""
    word = words[place]
    low = word.text.lower()
    plain = [r for r in readings(low) if r.kind == COMMON]
    rare = is_rare(low)
    if not rare and any(r.tag_class not in ("subst", "depr") for r in plain):
        return False
    before = words[place - 1].text.lower() if place else ""
    if _other_sex_of(before, low):
        return True
    if before == "za" and word.surname_too and _fills(low, "acc") and _weds(words, place):
        return True  # wyszła za krawca
    human = any(r.gender == "m1" and ("sg", "nom") in r.cells for r in plain)
    beast = not human and any(r.gender == "m2" and r.tag_class != "depr" for r in plain)
    likely = word.surname_too and not {r.lemma.partition(":")[0] for r in plain} & WORKADAY
    if not human and (rare or likely or beast) and _talks(words, place, before):
        return True
    if is_thing(low) and before not in _PLACING and _pointed_at(words, place):
        return True
    if human or not (rare or likely):
        return False
    if low.endswith("owi") and beast and before not in _FRAMES:
        return True
    if before in ("u", "od") and low.endswith("ów"):
        return rare or beast
    if _from_office(words, place) and before not in _PLACING:
        return True
    return rare and _framed(words, place, before)


def _framed(words: Sequence[Word], place: int, before: str) -> bool:
    """Say whether a verb or noun before a rare word asks for somebody."""
    if not place:
        return False
    low = words[place].text.lower()
    if before == "u":
        return _fills(low, "gen")
    if before in _FRAMES:
        case, verbs = _FRAMES[before]
        near = words[max(0, place - 1 - _REACH) : place - 1]
        return _fills(low, case) and any(item.lemma in verbs.split() for item in near)
    if words[place - 1].lemma in _TAKES_PERSON:
        return _fills(low, "acc") or _fills(low, "gen")
    return words[place - 1].lemma in _SOMEBODYS and _fills(low, "gen")


def _talks(words: Sequence[Word], place: int, before: str) -> bool:
    """Say whether somebody is talked with or called: "dzwoniłam do kota", "z lisem się umówisz"."""
    if before not in ("z", "ze", "do"):
        return False
    case = "gen" if before == "do" else "inst"
    near = [*words[max(0, place - 1 - _REACH) : place - 1]]
    if before != "do":
        near += words[place + 1 : place + 2 + _REACH]
    verbs = _CALLING if before == "do" else _TALKING
    return _fills(words[place].text.lower(), case) and any(item.lemma in verbs for item in near)


def _from_office(words: Sequence[Word], place: int) -> bool:
    """Say whether an office follows: "gil z gminy", "lis z rady"."""
    after = words[place + 1 : place + 3]
    return (
        len(after) > 1
        and after[0].text.lower() in ("z", "ze")
        and (after[1].lemma in _OFFICES or after[1].text.lower() in _OFFICES)
    )


def _weds(words: Sequence[Word], place: int) -> bool:
    return any(
        item.lemma in ("wyjść", "wychodzić", "wydać") for item in words[max(0, place - 4) : place]
    )


def _pointed_at(words: Sequence[Word], place: int) -> bool:
    """Say whether it is told afterwards which one: "o żurku, tym z kółka", "bober ten od busów"."""
    after = [word.text.lower() for word in words[place + 1 : place + 4] if word.text != ","]
    fit = len(after) > 1 and after[0] in _POINTING and after[1] in _WHENCE
    return fit and bool({r.gender for r in readings(words[place].text) if r.kind == COMMON} - {"n"})


def _fills(low: str, case: str) -> bool:
    return any(r.kind == SURNAME and ("sg", case) in r.cells for r in readings(low))


def _other_sex_of(before: str, low: str) -> bool:
    """Say whether a word of one sex stands before a noun of the other: "stary gruszka"."""
    sex = _OLD_AND_YOUNG.get(before)
    if sex is None:
        return False
    found = [r for r in readings(low) if ("sg", "nom") in r.cells]
    plain = {r.gender[0] for r in found if r.kind == COMMON}
    if any(r.kind == COMMON for r in readings(low)) and not plain:
        return False  # only another case is an everyday word: "ten raty"
    return (
        bool(plain)
        and sex[0] not in plain
        and any(r.kind == SURNAME and r.gender == sex for r in found)
    )
