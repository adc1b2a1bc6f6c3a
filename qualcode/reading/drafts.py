"""What a format module hands over: blocks of text, before speakers and questions are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from qualcode.errors import Problem

UNKNOWN_TIME = float("nan")


@dataclass(frozen=True)
class Block:
    """One paragraph, cue or cell as it stands in the file.

    Parameters
    ----------
    text : str
    speaker : str or None
        The speaker when the format itself says so; None when the text may begin with a label.
    role : str
        Role when the format itself says so.
    question : str
        Question when the format itself says so (a column of a table).
    time : float
        Seconds from the start of the recording, NaN when unknown.
    heading : bool
        True when the format marks the paragraph as a heading.
    alone : bool
        True when the paragraph stands between empty lines.
    gap : bool
        True when an empty line stands before the paragraph.
    gmina : str
        Gmina when a column of the table says so.
    aside : bool
        True for what nobody said: a comment, a table row of names; kept in the text only.
    """

    text: str
    speaker: str | None = None
    role: str = ""
    question: str = ""
    time: float = UNKNOWN_TIME
    gmina: str = ""
    heading: bool = False
    alone: bool = False
    gap: bool = False
    aside: bool = False


@dataclass
class Draft:
    """One file in blocks, with what its format told about it and what went wrong inside."""

    blocks: list[Block]
    meta: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
