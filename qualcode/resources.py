"""Where the data that ships with qualcode lives: ``models/`` and ``corpora/``.

Looked for, in this order, under the folder named by the environment variable
``QUALCODE_DATA``, inside the installed package (wheel), and beside it (checkout).
"""

from __future__ import annotations

import os
from pathlib import Path

from qualcode.errors import MissingPartError
from qualcode.wording import quoted

DATA_VARIABLE = "QUALCODE_DATA"
_PACKAGE = Path(__file__).parent


def roots() -> list[Path]:
    """Return the folders that may hold ``models/`` and ``corpora/``, best first."""
    named = os.environ.get(DATA_VARIABLE)
    return [Path(named)] if named else [_PACKAGE, _PACKAGE.parent]


def find(relative: str) -> Path:
    """Return the path of a shipped file or folder such as ``"models/cus/codebook.yaml"``.

    Raises
    ------
    MissingPartError
        When no root holds it.
    """
    for root in roots():
        path = root / relative
        if path.exists():
            return path
    raise MissingPartError(
        f"Instalacja qualcode jest niepełna: brakuje {quoted(relative)}; "
        "zainstaluj program ponownie poleceniem „pip install --force-reinstall qualcode”."
    )
