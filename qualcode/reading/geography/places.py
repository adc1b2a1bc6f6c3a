"""Place names to gmina, powiat and województwo, in any case: "w Wieliczce", "powiatu wolsztyńskiego"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from qualcode.reading.geography.declension import adjective, declined
from qualcode.reading.geography.gazetteer import POWIATY
from qualcode.reading.voices.roles import FIRST_NAMES

_NAME = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ][\w-]*(?:[ _](?:nad|[A-ZĄĆĘŁŃÓŚŹŻ][\w-]*))*")
# "gmina X", "gm. X", "Gminy Miejskiej X", "Gmina i Miasto X", "Urząd Gminy w X"
_GMINA = re.compile(
    r"\b(?P<word>[Gg]min(?:a|y|ie|ę|ą)[ _-]+|[Gg]m\.[ _]*)"
    r"(?P<kind>(?:(?:[Mm]iast[oa]|i|(?:[Mm]iejsko-)?[MmWw]iejsk(?:a|iej|ą))[ _-]+)*)"
    r"(?P<inside>we?[ _])?"
    r"(?P<name>[A-ZĄĆĘŁŃÓŚŹŻ][\w-]*(?:[ _](?:nad[ _])?[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż-]+)*)"
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
    r"północn|południow|prusk|polsk|królewsk|szlacheck|kościeln|leśn|czarn|biał|such)"
    r"(?:ych|ich|iej|ej|iego|ego|im|ym|ie|ą|a|y|e|i)|koloni[aięą]|wieś|osada|parcele)"
)
# names that are far oftener words, also as a whole name: a folder "Nowe", a file "Piątek 15.03.2024"
EVERYDAY = frozenset(
    "Banie Biała Bolesław Buk Ciasna Czarna Czarne Dobra Dobre Górno Góra Grodzisk Herby Hel Janowo "
    "Jednorożec Kaczory Kamień Kije Klucze Koło Komorniki Kozy Krasne Krzywda Książki Leśna Linia "
    "Lipka Medyka Mielnik Młynarze Nisko Nowe Nowinka Nowiny Nędza Nur Obryte Orły Osie Piaski "
    "Pielgrzymka Pisz Piątek Piła Pokój Police Przewóz Przytyk Pszczółki Płaska Ropa Serniki "
    "Siedlisko Skała Skąpe Sława Sokoły Starcza Stoczek Susz Trawniki Walce Wapno Warta Wieprz "
    "Wisła Wysoka Wysokie Złota Łyse Łączna ".split()
)
# names that are words in a title, though not as the whole name of a file: "12 Września", "w Świecie"
_IN_TITLES = EVERYDAY | frozenset(
    "Gniew Mrozy Niedźwiedź Płoty Strumień Świecie Urzędów Winnica Września".split()
)
# a gmina whose name is an adjective, which villages bear after a name of their own
_ADJECTIVAL = re.compile(
    r"(?:biał|ciasn|czarn|dobr|leśn|płask|wysok|złot)(a|i?ej|ą)|(?:czarn|dobr|krasn|now)(e|ego|ym)"
)
_AGREES = {  # how a word before such an adjective ends in the same case
    "a": "a", "ej": "yie", "iej": "yie", "ą": "ęą", "e": "eo", "ego": "a", "ym": "ue",
}  # fmt: skip
_POWIAT = re.compile(r"(?i)\bpowia(?:t|tu|towi|cie|tem)[ _-]+([a-ząćęłńóśźż-]+(?:ski|cki)\w*)")
_WOJEWODZTWO = re.compile(r"(?i)\bwoj(?:ewództw\w*|\.)[ _-]+([a-ząćęłńóśźż-]+)")
_OF_PERSONS = frozenset("pan pani pana panu panem panią państwo państwa ks dr mgr inż prof".split())
_OFFICIAL = re.compile(
    r"(?:wójt|burmistrz|prezydent|starost|staroś[ct]|sekretarz|skarbni|przewodnicząc)\w*"
)
_CASES = "a u owi em ie y i ę ą o".split()  # endings of a forename
_ENDING = 4  # letters that a case of a forename adds, and one
KNOWN, OTHER, DOUBTFUL = range(3)  # the parts of a line of the gazetteer
_LONG = 5  # letters of a name that stands anywhere in a title


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
        found["powiat"] = adjective(powiat[1].lower())
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
    """Return powiat and województwo of a gmina when only one (in that powiat) bears its name.

    A city with the rights of a powiat is meant rather than the rural gmina around it.
    """
    known = [(p, w) for name, p, w in _gminas() if name == gmina and powiat in ("", p)]
    if len(known) > 1:
        known = [(p, w) for p, w in known if p == gmina]
    if len(known) != 1:
        return {}
    return {"powiat": known[0][0], "województwo": known[0][1]}


def is_well_known(phrase: str) -> bool:
    """Tell whether a name, in any case, is that of a town or another well-known gmina."""
    return standing_of(_known(phrase)) == KNOWN


def gmina_named(name: str, *, nominative: bool = True) -> str:
    """Return the gmina that a whole name is, in any case and in small or capital letters, or ``""``.

    Parameters
    ----------
    name : str
    nominative : bool
        False where the name is more likely declined: "mieszkańcy gminy Wieliczki" are not of the
        gmina Wieliczki.
    """
    key = name.lower()
    plain = _nominatives().get(key) if nominative else None
    return plain or forms().get(key) or _nominatives().get(key, "")


def standing_of(gmina: str) -> int:
    """Return :data:`KNOWN`, :data:`OTHER` or :data:`DOUBTFUL`, as the gazetteer has a name."""
    return _standings().get(gmina, DOUBTFUL)


def _gmina(text: str) -> str:
    for match in _GMINA.finditer(text):
        words = name_of(match["name"].replace("_", " ").split())
        full = [*match["kind"].replace("_", " ").split(), *words]  # "Miejska Górka" is a name
        declinable = match["word"].lower().startswith("gminy") and words[-1][-1] in "yi"
        # the whole name or none: "Sosnowica Dolna" is not Sosnowica
        for candidate in (full, words):
            if known := gmina_named(" ".join(candidate), nominative=not declinable):
                return known
        if not match["inside"] and not _is_person(words):
            return " ".join(words[:3])
    return _known(text)


def _is_person(words: list[str]) -> bool:
    """Tell who holds an office from an unknown gmina: "Wójt Gminy Jan Kos", "gminy Panią Annę"."""
    first = words[0].lower()
    return (
        is_general(words[0])
        or first in _OF_PERSONS
        or bool(_OFFICIAL.fullmatch(first))
        or (len(words) > 1 and first in _forenames())
    )


@cache
def _forenames() -> frozenset[str]:
    """Return the commonest forenames in any case."""
    stems = [(name, name.removesuffix("a")) for name in FIRST_NAMES]
    return frozenset(form for name, stem in stems for form in [name, *(stem + e for e in _CASES)])


def name_of(words: list[str]) -> list[str]:
    """Return the words before the first that is no part of a name: "Siedlec Warsztat"."""
    end = next((n for n, word in enumerate(words) if n and is_general(word)), len(words))
    return words[:end]


def is_general(word: str) -> bool:
    """Tell a word that stands beside names of gminy and is no part of them: "Warsztat"."""
    return bool(_AFTER.fullmatch(word))


def is_other(words: list[str], first: int, count: int) -> bool:
    """Tell whether the words around a known name make it another place or a person."""
    return _another(words, first, count) or _of_person(words, first, count)


def _another(words: list[str], first: int, count: int) -> bool:
    """Tell whether the words around a known name make another name of it."""
    around = words[max(0, first - 1) : first] + words[first + count : first + count + 1]
    return any(_TELLS_APART.fullmatch(word) for word in around)


def _is_attribute(words: list[str], first: int, count: int) -> bool:
    """Tell the second half of a village's name: "w Rogoźnicy Leśnej" is not in the gmina Leśna."""
    match = _ADJECTIVAL.fullmatch(words[first].lower()) if first and count == 1 else None
    before = words[first - 1] if first else ""
    if not match or is_general(before) or before.isupper() or before.endswith(("ej", "ego")):
        return False
    return before.endswith(tuple(_AGREES[match[1] or match[2]]))


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
                said = " ".join(words[first : first + count]).lower()
                known = forms().get(said)
                if not known or not _believed(known, said, sure=sure and first == 0):
                    continue
                if is_other(words, first, count) or _is_attribute(words, first, count):
                    continue
                if known not in _IN_TITLES or count > 1 or _stands_apart(text, match, said, sure):
                    return known
    return ""


def _stands_apart(text: str, phrase: re.Match[str], said: str, sure: bool) -> bool:
    """Tell "Dobra, 14 marca" and "w Dobrej" from "Dobre praktyki" and "w Świecie Techniki"."""
    if phrase[0].lower() != said and not is_general(phrase[0].split()[-1]):
        return False
    after = text[phrase.end() :].lstrip()
    return sure or (not phrase.start() and (not after or after[0] == ","))


def _believed(gmina: str, said: str, *, sure: bool) -> bool:
    """Tell whether a name in a title is that gmina; ``sure`` after "w", "z" or "do"."""
    standing = standing_of(gmina)
    if standing == DOUBTFUL:
        return False  # Piątek, Linia, Dąbrowa: "gmina" has to stand before it
    if sure or " " in said:
        return True
    # one short word may be anything: Nowe, Koło, Góra; so may a declined one of a small gmina
    return len(gmina) >= _LONG and (standing == KNOWN or said == gmina.lower())


@cache
def _gminas() -> tuple[tuple[str, str, str], ...]:
    """Return (gmina, powiat, województwo) of the gazetteer."""
    rows = []
    for region, powiat, groups in _lines():
        for name in (name for group in groups for name in group):
            rows.append((name, name if powiat == "miasta" else powiat, region))
    return tuple(rows)


def _lines() -> Iterator[tuple[str, str, list[list[str]]]]:
    """Yield województwo, powiat and the gminy of each standing."""
    for region, lines in POWIATY.items():
        for line in lines.strip().split("\n"):
            powiat, _, names = line.partition(" ")
            groups = [
                [name.replace("_", " ") for name in group.split()] for group in names.split("|")
            ]
            yield region, powiat.replace("_", " "), groups


@cache
def _standings() -> dict[str, int]:
    """Return the best standing of each name."""
    found: dict[str, int] = {}
    for _, _, groups in _lines():
        for standing, names in enumerate(groups):
            for name in names:
                found[name] = min(standing, found.get(name, standing))
    return found


@cache
def _nominatives() -> dict[str, str]:
    return {name.lower(): name for name in sorted(_standings())}


@cache
def forms() -> dict[str, str]:
    """Return every case form of the known names in lower case; well-known and plain ones win."""
    table: dict[str, str] = {}
    for wanted in ((KNOWN,), (OTHER, DOUBTFUL)):
        names = sorted(name for name, standing in _standings().items() if standing in wanted)
        for name in names:
            table.setdefault(name.lower(), name)
        for name in names:
            for form in sorted(declined(name)):
                table.setdefault(form, name)
    return table
