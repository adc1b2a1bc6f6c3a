"""From any frame a measure returns to a table ready to be shown."""

from __future__ import annotations

import pandas as pd

from qualcode.reports.blocks import Table


def framed(data: pd.DataFrame, title: str = "") -> Table:
    """Return a table for a frame: its named index as the first columns, kinds from the dtypes.

    Parameters
    ----------
    data : DataFrame
        As measures return it; ``attrs["base"]`` becomes the base line.
    title : str, optional
    """
    named = data.index.name is not None or isinstance(data.index, pd.MultiIndex)
    plain = data.reset_index() if named else data.reset_index(drop=True)
    plain.columns = [
        " / ".join(map(str, name)) if isinstance(name, tuple) else str(name)
        for name in plain.columns
    ]
    kinds = []
    for place, column in enumerate(plain.columns):
        values = plain.iloc[:, place]
        if values.dtype.kind == "b":
            plain[column] = ["tak" if value else "nie" for value in values]
            kinds.append("mark")
        elif values.dtype.kind in "iu":
            kinds.append("count")
        elif values.dtype.kind == "f":
            kinds.append("exact")
        else:
            plain[column] = [
                "" if value is None or value != value else str(value) for value in values
            ]
            kinds.append("text")
    return Table(
        "tabela", title, plain, tuple(kinds), base=str(data.attrs.get("base", "")), source=""
    )
