"""Case forms of place names, made from endings: Wieliczka, Wieliczce, w Nowym Targu."""

from __future__ import annotations

import re

# endings of the nominative and what stands there in other cases
_FORMS = (
    ("ka", "ce ki kę ką"), ("ga", "dze gi gę gą"), ("ra", "rze ry rę rą"), ("ta", "cie ty tę tą"),
    ("da", "dzie dy dę dą"), ("ła", "le ły łę łą"), ("na", "nie ny nę ną"), ("wa", "wie wy wę wą"),
    ("sa", "sie sy sę są"), ("za", "zie zy zę zą"), ("pa", "pie py pę pą"), ("ma", "mie my mę mą"),
    ("ba", "bie by bę bą"), ("ia", "ii i ię ią"), ("ca", "cy cę cą"), ("ja", "ji i ję ją"),
    ("a", "y i ę ą"), ("ów", "owa owie owi owem"), ("ek", "ka ku kiem kowi"), ("ec", "ca cu cem"),
    ("iec", "ca cu cem"), ("ień", "nia niu niem"), ("ń", "nia niu niem ni nią"),
    ("ść", "ścia ściu ści"), ("ść", "ścią"), ("dź", "dzi dzią"), ("ź", "zia ziu zi"),
    ("sk", "ska sku skiem"), ("rk", "rka rku"), ("g", "ga gu giem"), ("k", "ka ku kiem"),
    ("ice", "ic icach icom icami"), ("yce", "yc ycach ycom"), ("ce", "c cach com cami"),
    ("owo", "owa owie owem"), ("no", "na nie nem"), ("to", "ta cie tem"), ("ło", "ła le łem"),
    ("ko", "ka ku kiem"), ("e", "a u em"), ("o", "a ie u em"), ("ie", "ia iu iem"),
    ("sta", "ście"), ("st", "sta ście stem"), ("t", "ta cie tem"), ("d", "du dzie dem da"),
    ("n", "na nie nem"), ("m", "mia miu miem ma mie"), ("w", "wa wie wem"), ("r", "ra rze rem"),
    ("l", "la lu lem"), ("ł", "ła łu le łem"), ("j", "ja ju jem"), ("z", "za zie zu zem"),
    ("sz", "sza szu szem"), ("cz", "cza czu czem"), ("rz", "rza rzu rzem"), ("c", "ca cu cem"),
    ("p", "pia piu piem"), ("y", "ów ach om ami"), ("i", "ach om ami"), ("ki", "k ek kach kom"),
    ("nki", "nek nkach"), ("łki", "łk łkach"), ("ry", "r rach"), ("ty", "t tach"), ("ny", "n nach"),
    ("ch", "cha chu chem"), ("szcz", "szczy szczą"), ("ódź", "odzi odzią"), ("ód", "odu odzie odem oda"), ("óg", "ogu oga"), ("órz", "orza orzu orzem"),
    ("ór", "oru orze ora"), ("ąż", "ąża ążu"), ("ż", "ża żu"),
)  # fmt: skip
_ADJECTIVE = (
    ("ski", "skiego skim skiemu"), ("cki", "ckiego ckim"), ("ska", "skiej ską"), ("cka", "ckiej cką"),
    ("skie", "skiego skim skich"), ("ckie", "ckiego ckim ckich"), ("y", "ego ym emu"),
    ("a", "ej ą"), ("e", "ego ym ych"), ("i", "iego im"),
)  # fmt: skip
_INDECLINABLE = frozenset(["nad", "zdrój"])


def declined(name: str) -> set[str]:
    """Return the case forms of a name, in small letters, the nominative not always among them."""
    words = name.lower().split()
    if len(words) == 1 and "-" not in name:
        adjectival = {f"{words[0][:-1]}ej"} if words[0].endswith("a") else set()  # w Limanowej
        return _cases(words[0], _FORMS) | adjectival
    if len(words) == 1:
        first, _, last = words[0].partition("-")
        firsts = _cases(first, _FORMS) | {first}
        lasts = (
            (_cases(last, _FORMS) | _cases(last, _ADJECTIVE) | {last, "zdroju"}) if last else {""}
        )
        return {f"{a}-{b}" for a in firsts for b in lasts}
    variants = [{word} if word in _INDECLINABLE else _word_forms(word) for word in words]
    result = {""}
    for options in variants:
        result = {f"{before} {option}".strip() for before in result for option in options}
    return result


def _word_forms(word: str) -> set[str]:
    return _cases(word, _FORMS) | _cases(word, _ADJECTIVE) | {word}


def _cases(word: str, endings: tuple[tuple[str, str], ...]) -> set[str]:
    forms = set()
    longest = max((len(end) for end, _ in endings if word.endswith(end)), default=0)
    for end, others in endings:
        # the longest ending, and the plain one too: Chełmża, Łomża
        if word.endswith(end) and len(word) > len(end) and (end == "a" or len(end) == longest):
            forms |= {word[: -len(end)] + other for other in others.split()}
    return forms


def adjective(word: str) -> str:
    """Return the nominative of the adjective of a powiat: "wolsztyńskiego" is "wolsztyński"."""
    return re.sub(r"(sk|ck)(iego|iemu|im|i)$", r"\1i", word)
