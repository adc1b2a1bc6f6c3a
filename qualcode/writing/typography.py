"""Polish typography of printed text: what may not stand at the end of a line."""

from __future__ import annotations

import re

from qualcode.wording import NBSP

_LETTER = re.compile(r"(?<![^\s(\[„«])([aiouwzAIOUWZ]) (?=\S)")


def bound(text: str) -> str:
    r"""Return text whose one-letter words stay on the line of the word after them.

    Parameters
    ----------
    text : str
        Running text, a heading or a caption; cells of tables are too narrow for it.

    Examples
    --------
    >>> bound("brak busa i kadr w gminie").replace("\u00a0", "_")
    'brak busa i_kadr w_gminie'
    """
    return _LETTER.sub(rf"\1{NBSP}", text)
