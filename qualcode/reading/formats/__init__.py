"""Transcript formats: a module each, with ``SUFFIXES`` and ``draft(path) -> Draft``.

A new format is one new module here; it is found by itself.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType


@cache
def by_suffix() -> dict[str, ModuleType]:
    """Return the format module of each file suffix, dot included."""
    found = {}
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        found.update(dict.fromkeys(module.SUFFIXES, module))
    return found
