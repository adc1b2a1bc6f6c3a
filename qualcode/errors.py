"""The exceptions qualcode raises, and problems that travel with a study as values.

::

    QualcodeError                  one Polish sentence; ``exit_code`` 1
    ├── MisuseError (ValueError)   the call is wrong: unknown name, bad option; ``exit_code`` 2
    ├── InputError                 a file cannot be used
    │   └── CodebookError          a codebook breaks its rules
    ├── MissingPartError           an optional package, pipeline or model is not installed
    └── OutputError                a result cannot be written
"""

from __future__ import annotations

from dataclasses import dataclass


class QualcodeError(Exception):
    """Base of all errors meant for the user: one Polish sentence with the mend in it."""

    exit_code = 1


class MisuseError(QualcodeError, ValueError):
    """The call itself is wrong (an unknown coder, column or option)."""

    exit_code = 2


class InputError(QualcodeError):
    """A file or folder cannot be used as input; ``problems`` tells of each where it was many."""

    problems: tuple[Problem, ...] = ()


class CodebookError(InputError):
    """A codebook breaks its rules."""


class MissingPartError(QualcodeError):
    """An optional package, pipeline or model is not installed."""


class OutputError(QualcodeError):
    """A result cannot be written."""


@dataclass(frozen=True, order=True)
class Problem:
    """Something that went wrong in one place while the rest went on.

    Parameters
    ----------
    place : str
        File, with line or cell where known: ``"warsztat_03.docx"``, ``"meta.csv:4"``.
    sentence : str
        What happened and how to mend it, in Polish.
    skipped : bool
        True when the whole file was left out, False for a warning.
    """

    place: str
    sentence: str
    skipped: bool = False

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}"
