"""Build ``qualcode/privacy/names/ordinary.txt``: everyday words that are also surnames or villages.

``python -m benchmarks.build_ordinary`` reads what was written in small letters in the transcripts
of ``corpora/warsztaty``, ``corpora/mowa_publiczna``, ``corpora/wypowiedzi`` and, of those to learn
from, ``corpora/przebiegi``, and keeps the lemmas that are a surname or a place as well, and the
words no dictionary has. A word with such a meaning that is not in the list is rare in talk of
services, so a cue as weak as "rozmawiałem z" makes it a name. Transcripts in ``HELD_OUT`` measure
what is masked for nothing and are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pandas as pd

from qualcode.privacy.names.clues import SURNAME_LOOK
from qualcode.privacy.names.inflection import COMMON, PLACE_NAME, SURNAME, _engine, readings
from qualcode.privacy.names.lookups import foreign_lemma

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "qualcode" / "privacy" / "names" / "ordinary.txt"
HELD_OUT = {"a01", "b04", "d02", "f05", "h07"}
_WORD = re.compile(r"(?<![\w-])[a-ząćęłńóśźż]{2,}(?![\w-])")
_CAPITAL = re.compile(r"(?<![\w-])[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż]+(?![\w-])")
_LEAST = 2
"""Times a lemma has to be seen: one may be a slip."""


def texts() -> list[str]:
    """Return the texts read."""
    files = [
        path
        for folder in ("warsztaty", "mowa_publiczna", "wypowiedzi")
        for path in sorted((ROOT / "corpora" / folder / "transcripts").glob("*.txt"))
        if path.stem not in HELD_OUT
    ]
    return [path.read_text(encoding="utf-8") for path in [*files, *_courses()]]


def _courses() -> list[Path]:
    """Return the courses of meetings to learn from that are written with capitals."""
    folder = ROOT / "corpora" / "przebiegi"
    meta = pd.read_csv(folder / "meta.csv", dtype=str, keep_default_na=False)
    learnt = meta[(meta["split"] == "train") & (meta["forma"] != "ASR")]
    return [folder / "transcripts" / f"{name}.txt" for name in sorted(learnt["transcript"])]


def ordinary() -> list[str]:
    """Return the lemmas, in the order of the alphabet."""
    seen: Counter[str] = Counter()
    strange: Counter[str] = Counter()
    for form, times in Counter(word for text in texts() for word in _WORD.findall(text)).items():
        for lemma in {r.lemma for r in readings(form) if r.kind == COMMON}:
            seen[lemma] += times
        if not readings(form) and not foreign_lemma(form) and not SURNAME_LOOK.search(form):
            strange[form] += times
    often = {lemma for lemma, times in seen.items() if times >= _LEAST}
    whole = Counter(word for text in texts() for word in _CAPITAL.findall(text))
    names = {form for form, times in strange.items() if whole[form.capitalize()] > times}
    named = {lemma.partition(":")[0].lower() for lemma in often if _names_too(lemma)}
    often_strange = {form for form, times in strange.items() if times >= _LEAST}
    return sorted(named | often_strange - names)


def _names_too(lemma: str) -> bool:
    """Say whether any form of an everyday word is a form of a surname or place as well."""
    forms = {item[0] for item in _engine().generate(lemma.partition(":")[0])}
    return any(r.kind in (SURNAME, PLACE_NAME) for form in forms for r in readings(form))


def main() -> None:
    """Write the list."""
    lemmas = ordinary()
    TARGET.write_text("\n".join(lemmas) + "\n", encoding="utf-8")
    print(f"{len(lemmas)} wyrazów: {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
