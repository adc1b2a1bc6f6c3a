"""What all sections of a report look at: the coded statements of one coder, looked up once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from qualcode.participants import kinds, people, places
from qualcode.quotations import chosen_quotes
from qualcode.study import Code, Facet, Study
from qualcode.tables import given_codes
from qualcode.wording import NBSP, collation_key, counted, listed, number


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

    def ids(self, *masks: pd.Series | np.ndarray | str) -> tuple[str, ...]:
        """Return the statements that meet all conditions: masks, or ids of codes."""
        met = np.ones(self.n, dtype=bool)
        for mask in masks:
            met &= (
                (self.given[mask] if isinstance(mask, str) else mask).to_numpy()
                if not isinstance(mask, np.ndarray)
                else mask
            )
        return tuple(self.given.index[met])

    def where(self, column: str, value: str) -> np.ndarray:
        """Return which statements have a value in a column of :attr:`rows`."""
        return (self.rows[column] == value).to_numpy()

    @cached_property
    def quoted(self) -> set[str]:
        """Return the statements quoted so far, to be added to."""
        return set()

    @cached_property
    def _codings(self) -> dict[str, pd.DataFrame]:
        codings = self.study.codings_of(self.coder).drop_duplicates(["segment", "code"])
        return {str(code): part.set_index("segment") for code, part in codings.groupby("code")}

    def quotes(self, code: str, n: int, ids: tuple[str, ...] | None = None) -> pd.DataFrame:
        """Return quotes of a code, chosen among all its statements or those named."""
        chosen = self.ids(code) if ids is None else ids
        fresh = tuple(item for item in chosen if item not in self.quoted)
        # a reader should not meet the same words twice while there are others
        chosen = fresh if len(fresh) >= n else chosen
        rows = self.rows.loc[list(chosen)]
        if chosen:
            part = self._codings[code]
            rows = rows.assign(score=part["score"], evidence=part["evidence"])
        else:
            rows = rows.assign(score=0.0, evidence="")
        found = chosen_quotes(rows, self.crowd, n)
        self.quoted.update(found.index)
        return found

    def speakers(self, ids: tuple[str, ...]) -> int:
        """Return how many people said these statements."""
        return int(self.rows.loc[list(ids), "person"].nunique())

    def meetings(self, ids: tuple[str, ...]) -> int:
        """Return in how many meetings these statements were made."""
        return int(self.rows.loc[list(ids), "transcript"].nunique())

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
        years = sorted({item.meta.get("date", "")[:4] for item in self.study.transcripts} - {""})
        span = years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}" if years else ""
        return f"{place}, {span}" if span else place

    @property
    def base(self) -> str:
        """Return the base of counts over all statements."""
        return f"Podstawa: {statements(self.n)} uczestników (n{NBSP}={NBSP}{number(self.n)}), bez wypowiedzi osoby prowadzącej."


def statements(count: int) -> str:
    """Return ``3 wypowiedzi``."""
    return counted(count, "wypowiedź", "wypowiedzi", "wypowiedzi")


def persons(count: int) -> str:
    """Return ``3 osoby``."""
    return counted(count, "osoba", "osoby", "osób")


def meetings(count: int) -> str:
    """Return ``3 spotkania``."""
    return counted(count, "spotkanie", "spotkania", "spotkań")
