"""What all sections of a report look at: the coded statements of one coder, looked up once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from qualcode.comparisons import compared, ranked
from qualcode.participants import Crowd, kinds, people, places
from qualcode.quotations import chosen_quotes
from qualcode.study import FACILITATOR, Code, Facet, Study
from qualcode.tables import given_codes
from qualcode.wording import NBSP, collation_key, counted, listed

if TYPE_CHECKING:
    from qualcode.privacy.detection import Finder


@dataclass(frozen=True, eq=False)
class Material:
    """A study seen through one coder's eyes.

    Parameters
    ----------
    study : Study
    coder : str
    """

    study: Study
    coder: str

    @cached_property
    def given(self) -> pd.DataFrame:
        """Return bool statements × codes; index ``segment``."""
        return given_codes(self.study, self.coder)

    @cached_property
    def rows(self) -> pd.DataFrame:
        """Return the statements read, index ``segment``, with ``gmina``, ``role_group``, ``person``."""
        study = self.study
        data = study.segments.assign(gmina=places(study), role_group=kinds(study))
        data["person"] = data["transcript"] + "\0" + data["speaker"]
        data["words"] = data["text"].str.split().str.len()
        return data.set_index("segment").loc[self.given.index]

    @cached_property
    def crowd(self) -> pd.DataFrame:
        """Return who took part (:func:`qualcode.participants.people`)."""
        return people(self.study)

    @cached_property
    def gminy(self) -> list[str]:
        """Return the gminas known, in Polish alphabetical order."""
        return sorted((name for name in self.rows["gmina"].unique() if name), key=collation_key)

    @property
    def n(self) -> int:
        """Return the number of statements read."""
        return len(self.given)

    @property
    def facets(self) -> tuple[Facet, ...]:
        """Return the facets of the codebook."""
        return self.study.codebook.facets

    def has(self, *names: str) -> bool:
        """Say whether the codebook has all these facets or codes."""
        known = {facet.id for facet in self.facets} | set(self.study.codebook.codes)
        return all(name in known for name in names)

    def codes(self, facet: str) -> tuple[Code, ...]:
        """Return the codes of a facet."""
        return self.study.codebook.facet(facet).codes

    def name(self, code: str) -> str:
        """Return the name of a code."""
        return self.study.codebook.code(code).name

    def short(self, facet: str) -> str:
        """Return the name of a facet without what stands in brackets."""
        return self.study.codebook.facet(facet).name.split(" (")[0]

    def word(self, facet: str) -> str:
        """Return the first word of the name of a facet."""
        return self.short(facet).split(" ")[0]

    def ids(self, *masks: pd.Series | np.ndarray | str) -> tuple[str, ...]:
        """Return the statements that meet all conditions: masks, or ids of codes."""
        met = np.ones(self.n, dtype=bool)
        for mask in masks:
            met &= self._decided[mask] if isinstance(mask, str) else np.asarray(mask)
        return tuple(self._names[met].tolist())

    def count(self, *masks: np.ndarray | str) -> int:
        """Return how many statements meet all conditions, as :meth:`ids` would list them."""
        met = np.ones(self.n, dtype=bool)
        for mask in masks:
            met &= self._decided[mask] if isinstance(mask, str) else mask
        return int(met.sum())

    def where(self, column: str, value: str) -> np.ndarray:
        """Return which statements have a value in a column of :attr:`rows`."""
        numbers, values = self._numbered(column)
        found: np.ndarray = numbers == values.get(value, -1)
        return found

    def among(self, ids: tuple[str, ...]) -> np.ndarray:
        """Return which statements are among those named."""
        mask = np.zeros(self.n, dtype=bool)
        mask[[self.places[item] for item in ids]] = True
        return mask

    def ranking(self, facet: str) -> pd.DataFrame:
        """Return :func:`qualcode.comparisons.ranking` of a facet."""
        if facet not in self._rankings:
            given = self.given[[code.id for code in self.codes(facet)]]
            rows = self.rows
            self._rankings[facet] = ranked(given, rows["person"], rows["transcript"])
        return self._rankings[facet]

    def differences(self, facet: str, by: str) -> pd.DataFrame:
        """Return :func:`qualcode.comparisons.differences` of a facet by a column of :attr:`rows`."""
        given = self.given[[code.id for code in self.codes(facet)]]
        return compared(given, self.rows["person"], self.rows[by])

    @cached_property
    def quoted(self) -> set[str]:
        """Return the statements quoted so far, to be added to."""
        return set()

    def quotes(self, code: str, n: int, ids: tuple[str, ...] | None = None) -> pd.DataFrame:
        """Return quotes of a code, chosen among all its statements or those named.

        A reader should not meet the same words twice while there are others.
        """
        chosen = self.ids(code) if ids is None else ids
        fresh = tuple(item for item in chosen if item not in self.quoted)
        chosen = fresh if len(fresh) >= n else chosen
        found = self._quotes_among(chosen, n, self._codings.get(code, {}))
        self.quoted.update(found.index)
        return found

    @cached_property
    def candidates(self) -> dict[str, pd.DataFrame]:
        """Return up to five quotes of every code, whatever the report quotes elsewhere."""
        return {
            code: self._quotes_among(self.ids(code), 5, self._codings.get(code, {}))
            for code in self.study.codebook.codes
        }

    def quotes_among(self, ids: tuple[str, ...], n: int, code: str = "") -> pd.DataFrame:
        """Return quotes chosen among statements, typical ones and those surer of a code first."""
        return self._quotes_among(ids, n, self._codings.get(code, {}))

    def _quotes_among(
        self, ids: tuple[str, ...], n: int, given: dict[str, tuple[float, str]]
    ) -> pd.DataFrame:
        rows = self._quotable.iloc[[self.places[item] for item in ids]]
        told = [given.get(item, (1.0, "")) for item in ids]
        rows = rows.assign(
            score=np.array([score for score, _ in told], dtype=float),
            evidence=[evidence for _, evidence in told],
        )
        return chosen_quotes(rows, self.counted_crowd, n)

    @cached_property
    def masked(self) -> bool:
        """Say whether names in the transcripts are pseudonyms."""
        from qualcode.privacy.masking import LOG_PLACE

        return any(problem.place == LOG_PLACE for problem in self.study.problems)

    def telling(self, texts: Iterable[str]) -> list[tuple[str, ...]]:
        """Return the words of each quote that may point at somebody; none in a masked study."""
        quotes = list(texts)
        if self.masked:
            return [()] * len(quotes)
        # most quotes of a report are among these, and many are looked at quicker than a few
        likely = [] if self._told else [q for few in self.candidates.values() for q in few["quote"]]
        new = [text for text in dict.fromkeys([*quotes, *likely]) if text not in self._told]
        for text, mentions in zip(new, self._finder.texts(new), strict=True):
            words = (text[found.start : found.end] for found in mentions if found.masked)
            self._told[text] = tuple(dict.fromkeys(words))
        return [self._told[text] for text in quotes]

    @cached_property
    def _finder(self) -> Finder:
        from qualcode.privacy.detection import Finder

        return Finder(self.study)

    @cached_property
    def _told(self) -> dict[str, tuple[str, ...]]:
        return {}

    def speakers(self, ids: tuple[str, ...]) -> int:
        """Return how many people said these statements."""
        return self._distinct("person", ids)

    def meetings(self, ids: tuple[str, ...]) -> int:
        """Return in how many meetings these statements were made."""
        return self._distinct("transcript", ids)

    @cached_property
    def counted_crowd(self) -> Crowd:
        """Return how many people share a role, for attributions."""
        return Crowd.of(self.crowd)

    @cached_property
    def _quotable(self) -> pd.DataFrame:
        # plain objects: rows are picked from it hundreds of times
        names = ["text", "speaker", "role", "gmina", "transcript", "question"]
        return self.rows[names].astype(object)

    @cached_property
    def _codings(self) -> dict[str, dict[str, tuple[float, str]]]:
        codings = self.study.codings_of(self.coder).drop_duplicates(["segment", "code"])
        found: dict[str, dict[str, tuple[float, str]]] = {}
        for segment, code, score, evidence in zip(
            *(codings[name].tolist() for name in ("segment", "code", "score", "evidence")),
            strict=True,
        ):
            found.setdefault(code, {})[segment] = (score, evidence)
        return found

    @cached_property
    def _names(self) -> np.ndarray:
        return np.array(self.given.index.tolist(), dtype=object)

    @cached_property
    def places(self) -> dict[str, int]:
        """Return the place of each statement in :attr:`given`."""
        return {name: place for place, name in enumerate(self._names)}

    @cached_property
    def _decided(self) -> dict[str, np.ndarray]:
        return dict(zip(self.given.columns, self.given.to_numpy().T, strict=True))

    @cached_property
    def _rankings(self) -> dict[str, pd.DataFrame]:
        return {}

    @cached_property
    def _columns(self) -> dict[str, tuple[np.ndarray, dict[str, int]]]:
        return {}

    def _numbered(self, column: str) -> tuple[np.ndarray, dict[str, int]]:
        if column not in self._columns:
            numbers, values = pd.factorize(self.rows[column].to_numpy(dtype=object))
            self._columns[column] = (numbers, {value: n for n, value in enumerate(values)})
        return self._columns[column]

    def _distinct(self, column: str, ids: tuple[str, ...]) -> int:
        numbers, _ = self._numbered(column)
        return len({numbers[self.places[item]] for item in ids})

    @property
    def where_and_when(self) -> str:
        """Return place and time for captions: ``gminy Brzezina, Dolany i Żabin, 2024``."""
        if len(self.gminy) > 4:
            place = counted(len(self.gminy), "gmina", "gminy", "gmin")
        elif self.gminy:
            word = "gmina" if len(self.gminy) == 1 else "gminy"
            place = f"{word} {listed(self.gminy)}"
        else:
            place = counted(len(self.study.transcripts), "spotkanie", "spotkania", "spotkań")
        lost = self.rows.loc[self.rows["gmina"] == "", "transcript"].nunique()
        if self.gminy and lost:
            place += f" oraz {'spotkanie' if lost == 1 else meetings(lost)} bez ustalonej gminy"
        years = sorted({item.meta.get("date", "")[:4] for item in self.study.transcripts} - {""})
        span = years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}" if years else ""
        return f"{place}, {span}" if span else place

    @property
    def base(self) -> str:
        """Return the base of counts over all statements."""
        return f"Podstawa: n{NBSP}={NBSP}{statements(self.n)} uczestników, {self.within}."

    @cached_property
    def within(self) -> str:
        """Return what a base holds beside answers, and whose statements it leaves out."""
        led = (self.study.segments["role"] == FACILITATOR).any()
        who = "bez wypowiedzi osoby prowadzącej" if led else "osoby prowadzącej nie rozpoznano"
        return f"w tym powitania i uwagi techniczne, {who}"


def statements(count: int) -> str:
    """Return ``3 wypowiedzi``."""
    return counted(count, "wypowiedź", "wypowiedzi", "wypowiedzi")


def persons(count: int) -> str:
    """Return ``3 osoby``."""
    return counted(count, "osoba", "osoby", "osób")


def meetings(count: int) -> str:
    """Return ``3 spotkania``."""
    return counted(count, "spotkanie", "spotkania", "spotkań")


def inside(name: str) -> str:
    """Return a name as it is written inside a sentence: ``finansowa``, but ``CUS``.

    Examples
    --------
    >>> inside("Usługi opiekuńcze"), inside("CUS")
    ('usługi opiekuńcze', 'CUS')
    """
    acronym = len(name) > 1 and name[:2].isupper()
    return name if acronym else name[:1].lower() + name[1:]
