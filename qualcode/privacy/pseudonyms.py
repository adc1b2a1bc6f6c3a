"""Pseudonyms: one for each name in a study, in the form the sentence asks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import permutations
from string import ascii_uppercase

from qualcode.privacy.diminutives import BASES
from qualcode.privacy.mentions import PLACE
from qualcode.privacy.names.inflection import (
    FORENAME,
    SURNAME,
    NameReading,
    paradigm,
    pattern,
    readings,
)
from qualcode.privacy.names.nameforms import (
    OFTEN,
    ORDER,
    adjectival_stem,
    as_name,
    base_of,
    cased_like,
    cell_of,
    families_of,
    family_of,
    form_of,
    lemma_id,
    wanted_cases,
)
from qualcode.privacy.names.offices import is_seat
from qualcode.privacy.names.vocabulary import (
    FEMALE_POOL,
    MALE_POOL,
    NOUN_SURNAME_POOL,
    SURNAME_POOL,
)
from qualcode.privacy.placeforms import place_keys

_PART = re.compile(r"[^\W\d_]+\.?")
_FAMILY = frozenset("państwo państwa państwu państwem państwie".split())
"""After which a plural is a family's surname: "u państwa Wilków"."""
_HEADS = {
    "miejsce": {"nom": "miejscowość", "acc": "miejscowość", "inst": "miejscowością", "": "miejscowości"},
    "ulica": {"nom": "ulica", "acc": "ulicę", "inst": "ulicą", "": "ulicy"},
}  # fmt: skip


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
        self.surnames: set[str] = set()
        self.numbers: dict[tuple[str, str], str] = {}
        self.places: dict[str, str] = {}

    def learn(self, names: Iterable[str]) -> None:
        """Count the lemmas of all names, so that an ambiguous form goes to the commoner one."""
        for name in names:
            for part in _PART.findall(name):
                as_read = as_name(part)
                found = {base_of(reading.lemma) for reading in as_read}
                if all(r.kind == SURNAME for r in as_read):
                    self.surnames |= found
                # nobody gets a name somebody else of the study bears
                self.taken |= {
                    form.lower() for lemma in found for form in (lemma, *BASES.get(lemma, ()))
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
            pieces.append(self._formed(part[0], reading, wanted_cases(before)))
            at = part.end()
        return "".join([*pieces, name[at:]])

    def numbered(self, category: str, value: str) -> str:
        """Return the mark of a number: ``[telefon 1]``, the same for the same number."""
        key = (category, value)
        if key not in self.numbers:
            n = 1 + sum(kind == category for kind, _ in self.numbers)
            self.numbers[key] = f"[{category} {n}]"
        return self.numbers[key]

    def knows(self, category: str, name: str) -> bool:
        """Say whether a place or number of the study was replaced under this name."""
        value = self._place_key(name) if category == PLACE else name
        return (category, value) in self.numbers

    def place(self, name: str, before: str, *, head: str = "miejsce") -> str:
        """Return how a place is called now: ``miejscowości A``, in the case of the sentence.

        In small letters where the name is. ``head`` is ``"ulica"`` for a street said without the
        word for it, and empty where that word, or the one for a village, stands before it: the
        letter alone is given.
        """
        key = ("miejsce", self._place_key(name))
        if key not in self.numbers:
            self.numbers[key] = self._next_letter(small=name.islower())
            for other in place_keys(name):
                self.places.setdefault(other, key[1])
        letter = cased_like(self.numbers[key], name)
        if not head:
            return letter
        forms = _HEADS[head]
        return f"{forms.get(_place_case(name, before), forms[''])} {letter}"

    def _place_key(self, name: str) -> str:
        """Return what all forms of one place share, as the first of them in the study had it."""
        keys = place_keys(name)
        return next((self.places[key] for key in keys if key in self.places), keys[0])

    def _next_letter(self, *, small: bool) -> str:
        """Return the next letter for a place; in small letters none that is a word: "wsi i jest"."""
        used = set(self.numbers.values())
        number = sum(kind == "miejsce" for kind, _ in self.numbers)
        while _letter(number) in used or (small and _letter(number) in "AIOUWZ"):
            number += 1
        return _letter(number)

    def _agreed(self, parts: list[str], before: str, gender: str) -> list[NameReading]:
        """Choose one reading for each part so that gender and case agree."""
        options = [self._options(part, gender, before in _FAMILY) for part in parts]
        cells: frozenset[tuple[str, str]] | None = None
        for choice in options:
            here = frozenset(cell for reading in choice for cell in reading.cells)
            both = here if cells is None else cells & here
            cells = both or cells
        sexes = [{r.gender for r in choice} for choice in options if choice]
        sex = set.intersection(*sexes) if sexes else set()
        return [self._best(choice, sex, cells, wanted_cases(before)) for choice in options]

    def _best(
        self,
        choice: list[NameReading],
        sex: set[str],
        cells: frozenset[tuple[str, str]] | None,
        wanted: frozenset[str],
    ) -> NameReading:
        """Return the likeliest reading of one part that agrees with the others."""
        fit = [r for r in choice if (not sex or r.gender in sex)] or choice
        fit = [r for r in fit if not cells or r.cells & cells] or fit

        def rank(r: NameReading) -> tuple[object, ...]:
            return (
                bool(wanted & {case for _, case in r.cells}) if wanted else True,
                self.votes[base_of(r.lemma)],
                not wanted and ("sg", "nom") in r.cells,
                any(number == "sg" for number, _ in r.cells),
                r.kind == FORENAME,
                -len(r.lemma),
                r.lemma,
            )

        best = max(fit, key=rank)
        narrowed = best.cells & (cells or best.cells) or best.cells
        return best._replace(cells=frozenset(narrowed))

    def _options(self, part: str, gender: str, family: bool) -> list[NameReading]:
        if part.endswith(".") or len(part) == 1:
            return [NameReading(part, gender, frozenset(), "initial")]
        families = families_of(part) if family else []
        found = families or self._held(part) or as_name(part, gender)
        if gender:
            found = [r for r in found if r.gender == gender] or found
        return found

    def _held(self, part: str) -> list[NameReading]:
        """Return a surname of the study a form belongs to, where its forename is one few bear."""
        if any(r.kind != FORENAME or base_of(r.lemma).lower() in OFTEN for r in as_name(part)):
            return []  # "wilkowi" is of Wilk, not of Wilek
        return [
            r for r in readings(part) if r.kind == SURNAME and base_of(r.lemma) in self.surnames
        ]

    def _formed(self, part: str, reading: NameReading, wanted: frozenset[str]) -> str:
        if reading.kind == "initial":
            return self._initial(part)
        given = self._given(reading)
        cell = cell_of(reading, wanted)
        form = form_of(given, reading, cell)
        return cased_like(form, part)

    def _initial(self, part: str) -> str:
        return f"N{'.' if part.endswith('.') else ''}"

    def _given(self, reading: NameReading) -> str:
        key = (self._family(reading), FORENAME if reading.kind == FORENAME else SURNAME)
        if key not in self.given:
            self.given[key] = self._next(reading)
        return self.given[key]

    def _family(self, reading: NameReading) -> str:
        """Return whose name it is: a diminutive belongs to the full name the study knows."""
        lemma = base_of(reading.lemma)
        if reading.kind != FORENAME or lemma not in BASES:
            return family_of(reading)
        return max(BASES[lemma], key=lambda name: self.votes[name]).lower()

    def _next(self, reading: NameReading) -> str:
        """Return a pseudonym for a name met the first time; never its own."""
        if reading.kind != FORENAME:
            own = self._family(reading)
            pool, wider = (
                [name for name in names if (adjectival_stem(name) or name.lower()) != own]
                for names in (_surname_pool(base_of(reading.lemma)), NOUN_SURNAME_POOL)
            )
            return self._free(pool, wider)
        borne = {base_of(reading.lemma), *BASES.get(base_of(reading.lemma), ())}
        pool = FEMALE_POOL if reading.gender == "f" else MALE_POOL
        pool = [name for name in pool if name not in borne]
        alike = _alike(reading, pool)
        return self._single(alike) or self._single(pool) or self._free(alike, pool)

    def _single(self, pool: Iterable[str]) -> str:
        """Return the first name nobody of the study bears, or an empty string."""
        used = set(self.given.values())
        return next((n for n in pool if n not in used and n.lower() not in self.taken), "")

    def _free(self, pool: Sequence[str], wider: Sequence[str]) -> str:
        """Return a name nobody of the study bears; a double one where there are more people."""
        single = self._single(pool)
        if single:
            return single
        free = [name for name in pool if name.lower() not in self.taken]
        # all of a pool may be borne in the study: its names make double ones nobody bears
        for names in (free, pool, wider):
            double = self._single(f"{a}-{b}" for a, b in permutations(names, 2))
            if double:
                return double
        return wider[0]


def _alike(reading: NameReading, pool: Iterable[str]) -> list[str]:
    """Return the forenames whose forms are alike in the same cases: nothing has to be guessed."""
    known = bool(paradigm(reading.lemma, FORENAME))
    model = ("Barbara" if reading.gender == "f" else "Robert") if not known else ""
    lemma = lemma_id(model, reading.gender) if model else reading.lemma
    wanted = pattern(lemma, FORENAME)
    return [name for name in pool if pattern(lemma_id(name, reading.gender), FORENAME) == wanted]


def _surname_pool(lemma: str) -> list[str]:
    """Return the pseudonyms that inflect as a surname does: as an adjective, in -a, or else."""
    if adjectival_stem(lemma):
        return SURNAME_POOL
    in_a = lemma.endswith("a")
    return [name for name in NOUN_SURNAME_POOL if name.endswith("a") == in_a]


_STANDING = frozenset(["pod", "nad", "za", "przed", "między"])


def _place_case(name: str, before: str) -> str:
    if is_seat(before):
        return "gen"  # sołtysem Sygneczowa
    wanted = wanted_cases(before)
    word = name.split()[0].split("-")[0]
    cells = {case for r in readings(word) for _, case in r.cells}
    both = [case for case in ORDER if case in cells & wanted]
    if both:
        return "inst" if "inst" in both and before in _STANDING else both[0]
    if wanted:
        return min(wanted, key=ORDER.index) if before not in ("z", "ze") else "gen"
    return "nom" if not cells or "nom" in cells else min(cells, key=ORDER.index)


def _letter(number: int) -> str:
    more, rest = divmod(number, len(ascii_uppercase))
    return (_letter(more - 1) if more else "") + ascii_uppercase[rest]
