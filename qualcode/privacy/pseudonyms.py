"""Pseudonyms: one for each name in a study, in the form the sentence asks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from string import ascii_uppercase

from qualcode.privacy.inflection import (
    FORENAME,
    SURNAME,
    NameReading,
    guessed,
    paradigm,
    pattern,
    readings,
)
from qualcode.privacy.lookups import foreign_lemma
from qualcode.privacy.vocabulary import (
    COMMON_LEMMAS,
    DIMINUTIVES,
    FEMALE_POOL,
    MALE_POOL,
    NOUN_SURNAME_POOL,
    SURNAME_POOL,
)

_PART = re.compile(r"[^\W\d_]+\.?")
_ADJECTIVAL = re.compile(r"(?i)(.+(?:sk|ck|dzk))(?:i|a)$")
_BASE = {short: name for name, shorts in DIMINUTIVES.items() for short in shorts.split()}
_GOVERNED = {
    "do": "gen", "od": "gen", "dla": "gen", "bez": "gen", "u": "gen", "z": "inst gen", "ze": "inst gen",
    "w": "loc", "we": "loc", "o": "loc", "przy": "loc", "na": "acc loc", "po": "loc", "przez": "acc",
    "za": "inst acc", "nad": "inst", "pod": "inst acc", "przed": "inst", "koło": "gen", "obok": "gen",
    "dzięki": "dat", "ku": "dat",
}  # fmt: skip
_HEADS = {
    "miejsce": {"nom": "miejscowość", "acc": "miejscowość", "inst": "miejscowością", "": "miejscowości"},
    "ulica": {"nom": "ulica", "acc": "ulicę", "inst": "ulicą", "": "ulicy"},
}  # fmt: skip
_ORDER = ("nom", "gen", "acc", "inst", "loc", "dat", "voc")


class Pseudonyms:
    """Gives every name of a study its pseudonym, the same one in all places.

    Parameters
    ----------
    taken : iterable of str
        Words of the study, in small letters: none of them is given as a pseudonym.
    """

    def __init__(self, taken: Iterable[str]) -> None:
        self.taken = set(taken)
        self.given: dict[tuple[str, str], str] = {}
        self.votes: Counter[str] = Counter()
        self.numbers: dict[tuple[str, str], str] = {}

    def learn(self, names: Iterable[str]) -> None:
        """Count the lemmas of all names, so that an ambiguous form goes to the commoner one."""
        for name in names:
            for part in _PART.findall(name):
                found = {base_of(reading.lemma) for reading in _as_name(part)}
                # nobody gets a name somebody else of the study bears
                self.taken |= {
                    form.lower() for lemma in found for form in (lemma, _BASE.get(lemma, lemma))
                }
                for lemma in found:
                    self.votes[lemma] += 2 if len(found) == 1 else 1

    def person(self, name: str, before: str = "", gender: str = "") -> str:
        """Return the pseudonym of a name as written, in the same case.

        Parameters
        ----------
        name : str
            Forenames, surnames or both, in any case; initials stay initials.
        before : str
            The word before, in small letters: a preposition or title tells the case.
        gender : str
            ``"f"`` or ``"m1"`` where a title tells.
        """
        parts = list(_PART.finditer(name))
        chosen = self._agreed([part[0] for part in parts], before, gender)
        pieces, at = [], 0
        for part, reading in zip(parts, chosen, strict=True):
            pieces.append(name[at : part.start()])
            pieces.append(self._formed(part[0], reading, _wanted(before)))
            at = part.end()
        return "".join([*pieces, name[at:]])

    def numbered(self, category: str, value: str) -> str:
        """Return the mark of a number: ``[telefon 1]``, the same for the same number."""
        key = (category, value)
        if key not in self.numbers:
            n = 1 + sum(kind == category for kind, _ in self.numbers)
            self.numbers[key] = f"[{category} {n}]"
        return self.numbers[key]

    def place(self, name: str, before: str, *, street: bool = False) -> str:
        """Return how a place is called now: ``miejscowości A``, in the case of the sentence.

        ``street`` gives the letter alone, as the word for street stands before it.
        """
        key = ("miejsce", _place_key(name))
        if key not in self.numbers:
            self.numbers[key] = _letter(sum(kind == "miejsce" for kind, _ in self.numbers))
        if street:
            return self.numbers[key]
        head = _HEADS["miejsce"]
        case = _place_case(name, before)
        return f"{head.get(case, head[''])} {self.numbers[key]}"

    def _agreed(self, parts: list[str], before: str, gender: str) -> list[NameReading]:
        """Choose one reading for each part so that gender and case agree."""
        options = [self._options(part, gender) for part in parts]
        cells = None
        for choice in options:
            here = {cell for reading in choice for cell in reading.cells}
            both = here if cells is None else cells & here
            cells = both or cells
        sexes = [{r.gender for r in choice} for choice in options if choice]
        sex = set.intersection(*sexes) if sexes else set()
        chosen = []
        for choice in options:
            fit = [r for r in choice if (not sex or r.gender in sex)] or choice
            fit = [r for r in fit if not cells or r.cells & cells] or fit
            wanted = _wanted(before)
            best = max(
                fit,
                key=lambda r: (
                    bool(wanted & {case for _, case in r.cells}) if wanted else True,
                    self.votes[base_of(r.lemma)],
                    any(number == "sg" for number, _ in r.cells),
                    r.kind == FORENAME,
                    -len(r.lemma),
                    r.lemma,
                ),
            )
            narrowed = best.cells & (cells or best.cells) or best.cells
            chosen.append(best._replace(cells=frozenset(narrowed)))
        return chosen

    def _options(self, part: str, gender: str) -> list[NameReading]:
        if part.endswith(".") or len(part) == 1:
            return [NameReading(part, gender, frozenset(), "initial")]
        found = _as_name(part, gender)
        if gender:
            found = [r for r in found if r.gender == gender] or found
        return found

    def _formed(self, part: str, reading: NameReading, wanted: frozenset[str]) -> str:
        if reading.kind == "initial":
            return self._initial(part)
        given = self._given(reading)
        cell = _cell(part, reading, wanted)
        form = _form_of(given, reading, cell)
        return _cased_like(form, part)

    def _initial(self, part: str) -> str:
        return f"N{'.' if part.endswith('.') else ''}"

    def _given(self, reading: NameReading) -> str:
        family = _family(reading)
        key = (family, reading.kind if reading.kind == FORENAME else SURNAME)
        if key not in self.given:
            self.given[key] = self._next(reading)
        return self.given[key]

    def _next(self, reading: NameReading) -> str:
        if reading.kind != FORENAME:
            adjectival = _ADJECTIVAL.match(base_of(reading.lemma))
            pool = SURNAME_POOL if adjectival else NOUN_SURNAME_POOL
            if not adjectival and _declines_like(reading, "Wrona"):
                pool = [name for name in NOUN_SURNAME_POOL if name.endswith("a")]
            elif not adjectival:
                pool = [name for name in NOUN_SURNAME_POOL if not name.endswith("a")]
            return self._free(pool)
        pool = FEMALE_POOL if reading.gender == "f" else MALE_POOL
        known = bool(paradigm(reading.lemma, FORENAME))
        model = ("Barbara" if reading.gender == "f" else "Robert") if not known else ""
        lemma = _lemma_id(model, reading.gender) if model else reading.lemma
        wanted = pattern(lemma, FORENAME)
        alike = [
            name for name in pool if pattern(_lemma_id(name, reading.gender), FORENAME) == wanted
        ]
        return self._free(alike) or self._free(pool)

    def _free(self, pool: Iterable[str]) -> str:
        used = set(self.given.values())
        names = list(pool)
        for name in names:
            if name not in used and name.lower() not in self.taken:
                return name
        # more people than names in the pool: double ones
        for first in names:
            for second in names:
                if first != second and f"{first}-{second}" not in used:
                    return first if first not in used else second
        return names[0] if names else ""


def base_of(lemma: str) -> str:
    """Return a lemma without its mark of homonyms."""
    return lemma.partition(":")[0]


def _as_name(part: str, gender: str = "") -> list[NameReading]:
    found = [
        r
        for r in readings(part)
        if r.kind in (FORENAME, SURNAME) and r.cells and r.gender in ("f", "m1")
    ]
    if any(r.kind == SURNAME for r in found):
        # a beast's name is a surname before it is a forename: Wilk
        found = [
            r for r in found if r.kind == SURNAME or base_of(r.lemma).lower() not in COMMON_LEMMAS
        ]
    listed = foreign_lemma(part)
    if any(r.kind == FORENAME for r in found):
        found = [r for r in found if r.kind == FORENAME or _ADJECTIVAL.match(base_of(r.lemma))]
    elif listed:
        found = []
    if found:
        return found
    if listed:
        sex = (
            "f"
            if listed.endswith("a")
            and listed not in ("Luka", "Kola", "Sasza", "Misza", "Wania", "Żenia", "Wowa", "Kuba")
            else "m1"
        )
        same = part.lower() == listed.lower()
        cells = frozenset(
            cell
            for reading in ([] if same else guessed(part.lower(), gender=sex))
            for cell in reading.cells
            if cell != ("sg", "nom")
        )
        return [NameReading(listed, sex, cells or frozenset([("sg", "nom")]), FORENAME)]
    return guessed(part[:1].upper() + part[1:].lower(), gender=gender)


def _family(reading: NameReading) -> str:
    """Return what all forms of one name share, for men and women: ``kowalsk``."""
    lemma = base_of(reading.lemma)
    if reading.kind == FORENAME:
        return _BASE.get(lemma, lemma).lower()
    adjectival = _ADJECTIVAL.match(lemma)
    if adjectival:
        return adjectival[1].lower()
    low = lemma.lower()
    for ending in ("ówna", "owa", "anka"):
        if low.endswith(ending) and len(low) > len(ending) + 3:
            return low[: -len(ending)]
    return low


def _declines_like(reading: NameReading, model: str) -> bool:
    return base_of(reading.lemma).endswith(model[-1])


def _lemma_id(name: str, gender: str) -> str:
    """Return the dictionary's own id of a pool name: ``Marek:Sm1``."""
    ids = {
        r.lemma
        for r in readings(name)
        if r.kind == FORENAME and r.gender == gender and ("sg", "nom") in r.cells
    }
    return min(ids) if ids else name


def _cell(part: str, reading: NameReading, wanted: frozenset[str]) -> tuple[str, str]:
    cells = reading.cells
    if not cells:
        return ("sg", "nom")
    return min(
        cells,
        key=lambda cell: (
            cell[0] == "pl",
            bool(wanted) and cell[1] not in wanted,
            _ORDER.index(cell[1]),
        ),
    )


def _form_of(given: str, reading: NameReading, cell: tuple[str, str]) -> str:
    """Return a pseudonym in a cell, feminine for a woman's surname."""
    if reading.kind == FORENAME:
        forms = paradigm(_lemma_id(given, reading.gender), FORENAME)
        return forms.get(cell) or given
    if given.endswith(("ski", "cki", "dzki")):
        lemma = given if reading.gender != "f" else given[:-1] + "a"
        return _surname(lemma, "m1" if reading.gender != "f" else "f").get(cell) or lemma
    if reading.gender == "f" and not given.endswith("a"):
        return given  # a woman's surname in a consonant stays as it is
    return _surname(given, reading.gender if given.endswith("a") else "m1").get(cell) or given


def _surname(name: str, gender: str) -> dict[tuple[str, str], str]:
    ids = sorted(
        {
            r.lemma
            for r in readings(name)
            if r.kind == SURNAME and r.gender == gender and ("sg", "nom") in r.cells
        },
        key=lambda lemma: len(set(paradigm(lemma, SURNAME).values())),
    )
    return paradigm(ids[-1], SURNAME) if ids else {}


def _wanted(before: str) -> frozenset[str]:
    if before in _GOVERNED:
        return frozenset(_GOVERNED[before].split())
    titles = {
        "pana": "gen acc",
        "panu": "dat loc",
        "panem": "inst",
        "pani": "nom gen dat loc",
        "panią": "acc inst",
        "panie": "voc",
        "pan": "nom",
    }
    return frozenset(titles.get(before, "").split())


def _place_key(name: str) -> str:
    """Return what the forms of one place share: the beginnings of its words."""
    return " ".join(word[: max(3, len(word) - 3)] for word in name.lower().split())


def _place_case(name: str, before: str) -> str:
    wanted = _wanted(before)
    word = name.split()[0].split("-")[0]
    cells = {case for r in readings(word) for _, case in r.cells}
    both = [case for case in _ORDER if case in cells & wanted]
    if both:
        return both[0]
    if wanted:
        return min(wanted, key=_ORDER.index) if before not in ("z", "ze") else "gen"
    return "nom" if not cells or "nom" in cells else min(cells, key=_ORDER.index)


def _letter(number: int) -> str:
    more, rest = divmod(number, len(ascii_uppercase))
    return (_letter(more - 1) if more else "") + ascii_uppercase[rest]


def _cased_like(form: str, model: str) -> str:
    if model.islower():
        return form.lower()
    return form.upper() if model.isupper() and len(model) > 2 else form


def variants(words: Iterable[str]) -> Iterator[str]:
    """Yield words in small letters."""
    yield from (word.lower() for word in words)
