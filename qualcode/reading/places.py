"""Place names to gmina, powiat and województwo, in any case: "w Wieliczce", "powiatu wolsztyńskiego"."""

from __future__ import annotations

import re
from functools import cache

from qualcode.reading.gazetteer import POWIATY
from qualcode.reading.roles import FIRST_NAMES

_NAME = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ][\w-]*(?:[ _](?:nad|[A-ZĄĆĘŁŃÓŚŹŻ][\w-]*))*")
_GMINA = re.compile(
    r"\b[Gg](?:mina|miny|minie|minę|miną)[ _-]+(?:(?:[Mm]iasto|i)[ _-]+)*"
    r"([A-ZĄĆĘŁŃÓŚŹŻ][\w-]*(?:[ _](?:nad[ _])?[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż-]+)*)"
)
# what may follow a name and is no part of it: "gmina Siedlec Warsztat 1"
_AFTER = re.compile(
    r"(?i)(?:warsztat|spotkani|transkrypcj|zapis|protok[oó]ł|notatk|wywiad|debat|konsultacj|nagrani|"
    r"diagnoz|ankiet|sesj|grup|mieszka[nń]|senior|młodzież|rodzic|rodzin|opiekun|pracowni[ck]|radn|"
    r"sołtys|uczestni|osob|osób|kadr|zesp[oó]ł|usług|urz[aą]d|ośrod|gminn|gmina|gminy|powiat|centrum|"
    r"świetlic|bibliotek|szko[lł]|wojew|część|etap|październik|listopad)\w*|(?:miejski|wiejski|dom|"
    r"sala|dzień|dnia|data|rok|styczeń|stycznia|luty|lutego|marzec|marca|kwiecień|kwietnia|maja|"
    r"czerwiec|czerwca|lipiec|lipca|sierpień|sierpnia|wrzesień|września|grudzień|grudnia)"
)
# a word that makes another name of a known one: "Sosnowica Dolna", "Nowa Sosnowica"
_TELLS_APART = re.compile(
    r"(?i)(?:(?:doln|górn|mał|wielk|duż|now|star|wyżn|niżn|średni|przedni|tyln|zachodni|wschodni|"
    r"północn|południow|prusk|polsk|królewsk|szlacheck|kościeln)"
    r"(?:ych|ich|iej|ej|iego|ego|im|ym|ie|ą|a|y|e|i)|koloni[aięą]|wieś|osada|parcele)"
)
_POWIAT = re.compile(r"(?i)\bpowia(?:t|tu|towi|cie|tem)[ _-]+([a-ząćęłńóśźż-]+(?:ski|cki)\w*)")
_WOJEWODZTWO = re.compile(r"(?i)\bwoj(?:ewództw\w*|\.)[ _-]+([a-ząćęłńóśźż-]+)")
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
_OF_PERSONS = frozenset("pan pani pana panu panem panią państwo państwa ks dr mgr inż prof".split())
_ENDING = 4  # letters that a case of a forename adds, and one
_INDECLINABLE = frozenset(["nad", "zdrój"])


def places_of(text: str) -> dict[str, str]:
    """Return the gmina, powiat and województwo a title, header or file name tells.

    Parameters
    ----------
    text : str
        Any case of the names; "gmina X" is believed, other names must be known ones. A name
        that two gminy bear gives no powiat.

    Returns
    -------
    dict
        Keys ``gmina``, ``powiat``, ``województwo``, as far as known.
    """
    text = text[:2000]
    found: dict[str, str] = {}
    powiat, region = _POWIAT.search(text), _WOJEWODZTWO.search(text)
    if powiat:
        found["powiat"] = _adjective(powiat[1].lower())
    if region:
        name = re.sub(r"(skiego|skim|skie)$", "skie", region[1].lower())
        name = re.sub(r"(ckiego|ckim)$", "ckie", name)
        if name in POWIATY:
            found["województwo"] = name
    gmina = _gmina(text)
    if gmina:
        found["gmina"] = gmina
        found = {**of_gmina(gmina, found.get("powiat", "")), **found}
    if "powiat" in found and "województwo" not in found:
        regions = {region for _, powiat, region in _gminas() if powiat == found["powiat"]}
        if len(regions) == 1:
            found["województwo"] = regions.pop()
    return found


def of_gmina(gmina: str, powiat: str = "") -> dict[str, str]:
    """Return powiat and województwo of a gmina when only one (in that powiat) bears its name."""
    known = [(p, w) for name, p, w in _gminas() if name == gmina and powiat in ("", p)]
    if len(known) != 1:
        return {}
    return {"powiat": known[0][0], "województwo": known[0][1]}


def _gmina(text: str) -> str:
    for match in _GMINA.finditer(text):
        words = _name(match[1].replace("_", " ").split())
        # the whole name or none: "Sosnowica Dolna" is not Sosnowica
        return _forms().get(" ".join(words).lower(), " ".join(words[:3]))
    return _known(text)


def _name(words: list[str]) -> list[str]:
    """Return the words before the first that is no part of a name."""
    end = next((n for n, word in enumerate(words) if n and _AFTER.fullmatch(word)), len(words))
    return words[:end]


def _another(words: list[str], first: int, count: int) -> bool:
    """Tell whether the words around a known name make another name of it."""
    around = words[max(0, first - 1) : first] + words[first + count : first + count + 1]
    return any(_TELLS_APART.fullmatch(word) for word in around)


def _of_person(words: list[str], first: int, count: int) -> bool:
    """Tell a forename ("Marek", of many Marki), and a name after one: "Pani Marta Zielonka"."""
    if count == 1 and words[first].lower() in FIRST_NAMES:
        return True
    last = words[first - 1].lower() if first else ""
    return last in _OF_PERSONS or any(
        last.startswith(stem) and len(last) - len(stem) < _ENDING for stem in _stems()
    )


@cache
def _stems() -> tuple[str, ...]:
    return tuple(sorted(name.removesuffix("a") for name in FIRST_NAMES))


def _known(text: str) -> str:
    """Return the first known gmina named in a text."""
    for match in _NAME.finditer(text):
        words = match[0].replace("_", " ").split()
        before = text[: match.start()].rstrip("_ ")[-3:].lower()
        sure = bool(re.search(r"(?:^|\W)(?:we?|ze?|do)$", before))
        for first in range(len(words)):
            for count in range(min(4, len(words) - first), 0, -1):
                known = _forms().get(" ".join(words[first : first + count]).lower())
                if known and (_another(words, first, count) or _of_person(words, first, count)):
                    continue
                # one short word may be anything: Nowe, Koło, Góra, Piaski
                if known and (count > 1 or len(known) >= 5 or (sure and first == 0)):
                    return known
    return ""


@cache
def _gminas() -> tuple[tuple[str, str, str], ...]:
    """Return (gmina, powiat, województwo) of the gazetteer."""
    rows = []
    for region, lines in POWIATY.items():
        for line in lines.strip().split("\n"):
            powiat, *gminas = line.split()
            for gmina in gminas:
                name = gmina.replace("_", " ")
                rows.append(
                    (name, name if powiat == "miasta" else powiat.replace("_", " "), region)
                )
    return tuple(rows)


@cache
def _forms() -> dict[str, str]:
    """Return every case form of the known names in lower case, nominatives taking precedence."""
    names = sorted({gmina for gmina, _, _ in _gminas()})
    table = {name.lower(): name for name in names}
    for name in names:
        for form in _declined(name):
            table.setdefault(form, name)
    return table


def _declined(name: str) -> set[str]:
    words = name.lower().split()
    if len(words) == 1 and "-" not in name:
        return _cases(words[0], _FORMS)
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


def _adjective(word: str) -> str:
    return re.sub(r"(sk|ck)(iego|iemu|im|i)$", r"\1i", word)
