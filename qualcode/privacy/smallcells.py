"""Small cells of count tables, blanked so that no sum gives them away.

Blanking what is below ``k`` is not enough where row and column totals are printed: what is missing
can be computed from them. Further cells are blanked until no small one can be (complementary
suppression; Cox 1980). Whether a cell can be computed is read from a network: rows and columns
are its nodes, a blanked cell an arc along which a person may move; a cell on no closed walk has
one possible value only (Gusfield 1988).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import pandas as pd

from qualcode.errors import MisuseError
from qualcode.wording import counted

SIGN = "#"
"""What GUS prints where statistical confidentiality forbids a number."""
TOTALS = frozenset(["razem", "ogółem", "suma", "łącznie", "ogółem gmina", "total"])
_EXPOSED = (
    "Obok małej liczby stoją same zera, więc suma wiersza lub kolumny by ją zdradziła: nie podawaj "
    "sum tej tabeli albo połącz jej wiersze lub kolumny."
)
_ZERO_COST = 10_000
_ALL = ("all",)
Node = tuple[Any, ...]


def blank(
    table: pd.DataFrame,
    *,
    k: int = 3,
    people: pd.DataFrame | None = None,
    totals: Iterable[str] = TOTALS,
    sign: str = SIGN,
) -> pd.DataFrame:
    """Blank the small cells of a table of counts, and others that would give them away.

    Totals are taken as known even where the table prints none. Zeros stay while others suffice.

    Parameters
    ----------
    table : DataFrame
        Whole numbers, zero or more.
    k : int, default 3
        Cells of 1 to ``k`` - 1 are small.
    people : DataFrame, optional
        People behind each cell of a table of statements; then they are compared with ``k``.
    totals : iterable of str
        Labels of total rows and columns, in small letters.
    sign : str, default "#"

    Returns
    -------
    DataFrame
        A copy, columns with a blanked cell of dtype object. ``attrs``: ``k``, ``blanked`` (row,
        column, reason), ``note`` (to print below), ``warning`` (where a sum still tells).

    Raises
    ------
    MisuseError
        When ``k`` is below 2, or the table holds anything but whole numbers.
    """
    values = _counts(table, k)
    crowd = values if people is None else _counts(people.reindex_like(table), k)
    net = Net(values, _totals(table.index, totals), _totals(table.columns, totals))
    small = list(zip(*np.nonzero((crowd > 0) & (crowd < k)), strict=True))
    net.hide(small)
    result = table.copy()
    for place in net.hidden:
        column = result.columns[place[1]]
        result[column] = result[column].astype(object)
        result.iat[place] = sign
    reasons = [
        (table.index[r], table.columns[c], "mała liczba" if (r, c) in set(small) else "wtórnie")
        for r, c in sorted(net.hidden)
    ]
    warning = _EXPOSED if net.exposed else ""
    result.attrs.update(
        k=k, blanked=reasons, note=told_below(len(reasons), k, sign), warning=warning
    )
    return result


class Net:
    """The blanked cells of a table as a network that says which of them can be computed.

    Parameters
    ----------
    values : array of int, shape (n_rows, n_columns)
    row_totals, column_totals : int
        Place of the total row and of the total column, -1 when there is none.
    """

    def __init__(self, values: np.ndarray, row_totals: int, column_totals: int) -> None:
        self.values = values
        self.row_total, self.column_total = row_totals, column_totals
        self.hidden: set[tuple[int, int]] = set()
        self.exposed: list[tuple[int, int]] = []
        n_rows = values.shape[0] - (row_totals >= 0)
        n_columns = values.shape[1] - (column_totals >= 0)
        # a total of one row or column says nothing beyond the cell itself
        self.free_rows = n_columns < 2 and column_totals < 0
        self.free_columns = n_rows < 2 and row_totals < 0

    def hide(self, small: Iterable[tuple[int, int]]) -> None:
        """Blank small cells, and the fewest and smallest others found that protect them."""
        wanted = sorted((int(r), int(c)) for r, c in small)
        self.hidden.update(wanted)
        for place in wanted:
            more = self._protection(place)
            if more is None:
                self.exposed.append(place)
            else:
                self.hidden |= more

    def _protection(self, place: tuple[int, int]) -> set[tuple[int, int]] | None:
        """Return the cells to blank, perhaps none, so that a cell may be one less or one more."""
        start, end = self._ends(place)
        found = []
        if self.values[place]:
            found.append(self._path(start, end, place))
        found.append(self._path(end, start, place))
        paths = [path for path in found if path is not None]
        return min(paths, key=lambda path: path[0])[1] if paths else None

    def _ends(self, place: tuple[int, int]) -> tuple[Node, Node]:
        """Return the nodes an arc joins when its cell grows: totals grow the other way round."""
        row: Node = ("row", place[0])
        column: Node = ("column", place[1])
        turned = (place[0] == self.row_total) != (place[1] == self.column_total)
        if place[0] == self.row_total and place[1] == self.column_total:
            return row, column
        return (column, row) if turned else (row, column)

    def _path(
        self, start: Node, end: Node, without: tuple[int, int]
    ) -> tuple[int, set[tuple[int, int]]] | None:
        """Return the cheapest walk between two nodes: its cost and the cells newly blanked."""
        queue: list[tuple[int, int, Node, frozenset[tuple[int, int]]]] = [
            (0, 0, start, frozenset())
        ]
        seen: set[Node] = set()
        order = 0
        while queue:
            cost, _, node, cells = heapq.heappop(queue)
            if node == end:
                return cost, set(cells)
            if node in seen:
                continue
            seen.add(node)
            for other, price, cell in self._arcs(node, without):
                order += 1
                more = cells if cell is None or cell in self.hidden else cells | {cell}
                heapq.heappush(queue, (cost + price, order, other, more))
        return None

    def _arcs(
        self, node: Node, without: tuple[int, int]
    ) -> Iterator[tuple[Node, int, tuple[int, int] | None]]:
        """Yield where one person more can move from a node, at what cost, through which cell."""
        if node == _ALL:
            yield from ((other, 0, None) for other in self._free())
            return
        if node in self._free():
            yield _ALL, 0, None
        kind, at = node
        n_rows, n_columns = self.values.shape
        places = (
            [(at, c) for c in range(n_columns)]
            if kind == "row"
            else [(r, at) for r in range(n_rows)]
        )
        for place in places:
            if place == without:
                continue
            tail, head = self._ends(place)
            value = int(self.values[place])
            if tail != node and not value:
                continue  # nothing can be taken from a zero
            price = 0 if place in self.hidden else (value + 1 if value else _ZERO_COST)
            yield (head if tail == node else tail), price, place

    def _free(self) -> list[Node]:
        rows = [("row", r) for r in range(self.values.shape[0])] if self.free_rows else []
        columns = [("column", c) for c in range(self.values.shape[1])] if self.free_columns else []
        return [*rows, *columns]


def _counts(table: pd.DataFrame, k: int) -> np.ndarray:
    if k < 2:
        raise MisuseError(f"Najmniejsza liczba osób w komórce to 2, a podano {k}.")
    try:
        numbers = table.to_numpy(dtype=float, na_value=0.0)
    except (TypeError, ValueError) as error:
        raise MisuseError("Utajniać można tylko tabelę samych liczebności.") from error
    if (numbers < 0).any() or (numbers != np.round(numbers)).any():
        raise MisuseError(
            "Utajniać można tylko liczebności, a nie udziały ani liczby ujemne; utajnij tabelę "
            "liczebności, a udziały policz z niej."
        )
    return numbers.astype(int)


def _totals(labels: pd.Index, names: Iterable[str]) -> int:
    """Return the place of the last label that names a total, -1 when there is none."""
    wanted = set(names)
    places = [
        place
        for place, label in enumerate(labels)
        if str(label[0] if isinstance(label, tuple) else label).strip().lower() in wanted
    ]
    return places[-1] if places else -1


def told_below(n: int, k: int, sign: str = SIGN) -> str:
    """Return the note on ``n`` blanked cells to print below a table, empty where there are none."""
    if not n:
        return ""
    cells = counted(n, "komórkę", "komórki", "komórek")
    return (
        f"Znak {sign} oznacza liczbę utajnioną, żeby nie wskazać osób: mniejszą niż {k} albo taką, "
        f"z której dałoby się mniejszą obliczyć. Utajniono {cells}."
    )
