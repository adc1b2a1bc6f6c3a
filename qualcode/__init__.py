"""qualcode codes Polish workshop transcripts and hands over coded matrices.

The public names below are imported when first used, so ``import qualcode as qc`` is quick.
"""

from __future__ import annotations

import importlib
from typing import Any

__version__ = "0.1.0"

# name -> module; this table is the whole API
_PUBLIC = {
    "Code": "study",
    "Codebook": "study",
    "Facet": "study",
    "Study": "study",
    "Transcript": "study",
    "CodebookError": "errors",
    "InputError": "errors",
    "MissingPartError": "errors",
    "MisuseError": "errors",
    "OutputError": "errors",
    "Problem": "errors",
    "QualcodeError": "errors",
    "load_codebook": "reading.codebooks",
    "load_pipeline": "polish",
    "SentenceVectors": "vectors",
    "Coder": "coders.base",
    "load_coder": "coders.storage",
    "save_coder": "coders.storage",
    "train": "coding",
    "read": "reading.sources",
    "segment": "segments",
    "keep": "segments",
    "code": "coding",
    "code_texts": "coding",
    "table": "tables",
    "matrix": "tables",
    "cells": "tables",
    "cooccurrence": "tables",
    "ranking": "comparisons",
    "differences": "comparisons",
    "saturation": "comparisons",
    "quotes": "quotations",
    "agreement": "reliability",
    "disagreements": "reliability",
    "review_queue": "worklist",
    "topics": "topicmodel",
    "topic_matrix": "topicmodel",
    "proposed_codes": "topicmodel",
    "accept": "topicmodel",
    "mask": "privacy",
    "unmask": "privacy",
    "identifiers": "privacy",
    "doubts": "privacy",
    "risks": "privacy",
    "suppress": "privacy",
    "report": "reports",
    "styled": "reports.framing",
    "write": "writing.targets",
    "analyse": "pipeline",
}
__all__ = ["__version__", *_PUBLIC]


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        value = getattr(importlib.import_module(f"qualcode.{_PUBLIC[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'qualcode' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
