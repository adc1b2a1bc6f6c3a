"""One table, several gminy: the rows of each are a transcript of its own."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from qualcode.errors import Problem
from qualcode.reading.drafts import Block, Draft
from qualcode.wording import counted, listed

_PREFIX = re.compile(
    r"(?i)^(?:miasto i gmina|m(?:iasto)?\.? i gm\.?|gmina (?:miejsko-wiejska|miejska|wiejska)(?=\s)|"
    r"gmin\w*|gm\.)\s*"
)
_PLACES = ("gmina", "powiat", "województwo")
_SHOWN = 8  # gminy named in one sentence


def bare_name(cell: str) -> str:
    """Return the name in a cell of gminy: "gm. Skawina" is "Skawina"."""
    return " ".join(_PREFIX.sub("", cell).split())


def by_gmina(draft: Draft, file: str) -> list[tuple[str, Draft]]:
    """Return the drafts of a file: one, or one a gmina where the rows of its tables name several.

    A transcript has one gmina, so that meetings and surveys can be compared by it. What stands
    under no gmina is a draft of its own; headings go where something stands under them.

    Parameters
    ----------
    draft : Draft
    file : str
        Name of the file, for the problems.

    Returns
    -------
    list of (str, Draft)
        The name of the gmina, ``""`` for the only draft and for what names none.
    """
    names = _names(draft.blocks)
    if len(names) < 2:
        told = {"gmina": next(iter(names.values()))} if names else {}
        return [("", replace(draft, meta={**told, **draft.meta}))]
    parts = []
    meta = _common(draft.meta)
    blocks = _beside_first(draft.blocks, next(iter(names.values())))
    for key in [*names, ""]:
        own = _blocks_of(blocks, key)
        if own:
            told = {**meta, "gmina": names[key]} if key else dict(meta)
            parts.append((names.get(key, ""), Draft(own, told)))
    rows = Counter(key for block in draft.blocks if (key := _key(block)) and not block.aside)
    said = [f"{names[key]} ({_statements(rows[key])})" for key in names]
    more = [counted(len(said) - _SHOWN, "inna", "inne", "innych")] if len(said) > _SHOWN else []
    sentence = (
        f"wypowiedzi w tabeli pochodzą z {counted(len(names), 'gminy', 'gmin', 'gmin')}: "
        f"{listed([*said[:_SHOWN], *more])}; każda gmina jest osobną transkrypcją."
    )
    parts[0][1].problems += [*draft.problems, Problem(file, sentence)]
    return parts


def _common(meta: dict[str, str]) -> dict[str, str]:
    """Return what holds for every gmina: the powiat of a gmina in the title is only its own."""
    return {key: value for key, value in meta.items() if "gmina" not in meta or key not in _PLACES}


def _beside_first(blocks: list[Block], name: str) -> list[Block]:
    """Put what nobody said under the first gmina, unless something said names no gmina."""
    if any(not (_key(block) or block.aside or block.heading) for block in blocks):
        return blocks
    return [replace(block, gmina=name) if block.aside else block for block in blocks]


def _names(blocks: list[Block]) -> dict[str, str]:
    """Return each gmina by its key, spelled as it is most often."""
    spelled: dict[str, Counter[str]] = {}
    for block in blocks:
        if key := _key(block):
            spelled.setdefault(key, Counter())[bare_name(block.gmina)] += 1
    return {key: max(forms, key=lambda form: forms[form]) for key, forms in spelled.items()}


def _key(block: Block) -> str:
    return bare_name(block.gmina).casefold()


def _blocks_of(blocks: list[Block], key: str) -> list[Block]:
    """Return what stands under a gmina, with the headings above it."""
    kept: list[Block] = []
    heading: Block | None = None
    for block in blocks:
        if block.heading:
            heading = block
        elif _key(block) == key:
            kept += [heading, block] if heading is not None else [block]
            heading = None
    return kept


def _statements(count: int) -> str:
    return counted(count, "wypowiedź", "wypowiedzi", "wypowiedzi")
