"""The gmina that the name of a file or folder tells, written with less care than a title.

Small letters, no Polish letters and names of four letters count here, yet only for a whole name or
right beside a date, never in running text.
"""

from __future__ import annotations

import re
from functools import cache

from qualcode.reading.agendas.questions import fold_marks
from qualcode.reading.dates import parse_date
from qualcode.reading.geography.places import (
    DOUBTFUL,
    EVERYDAY,
    forms,
    gmina_named,
    is_general,
    is_other,
    name_of,
    places_of,
    standing_of,
)

# "gmina_sulkowice", "gm. kety", "GMINA ŻABIN", "gmina wiejska Kłaj"
_GMINA = re.compile(
    r"(?i)(?:^|[\W_])(?:gmin(?:a|y|ie|ę|e)|gm\.?)[\W_]+"
    r"(?:(?:miast[oa]|i|(?:miejsko-)?[mw]iejsk(?:a|iej|ą))[\W_]+)*(?=[^\W\d_])"
)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBERS = re.compile(r"[\W_]*\d[\d\W_]*")
# programs and kinds of files that are no part of a name: "Mentimeter-Niepolomice"
_KINDS = re.compile(
    r"(?i)mentimeter|menti|miro|mural|whisperx?|youtube|zoom|teams|meet|otter|karteczki|kropki|"
    r"cza[ct]\w*|flipchart|fokus|tablica|rozmowa|wywiad|eksport|pl"
)
_SHORTEST = 4  # letters of a name written in full
_MOST_WORDS = 4


def places_of_path(name: str, *, folder: bool = False) -> dict[str, str]:
    """Return the gmina, powiat and województwo the name of a file or folder tells.

    Parameters
    ----------
    name : str
        Without the suffix.
    folder : bool
        A folder is named for a place oftener than a file, so its whole name may be a rarer one.

    Returns
    -------
    dict
        As of :func:`qualcode.reading.geography.places.places_of`.
    """
    name = name.replace("_", " ")
    words = re.sub(r"(?<=[^\W\d])-+(?=[^\W\d])", " ", name)
    named = _after_gmina(words)
    found = places_of(f"gmina {named}" if named else name)  # Bielsko-Biała keeps its hyphen
    found = found if "gmina" in found else places_of(words)
    if "gmina" in found:
        return found
    gmina = _beside_date(words) or _alone(words, folder)
    return {**places_of(f"gmina {gmina}"), **found} if gmina else found


def _after_gmina(name: str) -> str:
    """Return the known gmina after the word, however it is written; a longer name is another."""
    match = _GMINA.search(name)
    if not match:
        return ""
    said = _WORD.findall(_NUMBERS.split(name[match.end() :])[0])
    return _known(name_of(said))


def _beside_date(name: str) -> str:
    """Return the gmina right before or after a date: "Konsultacje CUS Gdów-20240312"."""
    if not parse_date(name):
        return ""
    parts = [_WORD.findall(part) for part in _NUMBERS.split(name)]
    for place, words in enumerate(parts):
        for count in range(min(_MOST_WORDS, len(words)), 0, -1):
            ends = {0} if place else set()  # it stands after a number
            ends |= {len(words) - count} if place < len(parts) - 1 else set()
            for first in sorted(ends):
                gmina = _known(words[first : first + count])
                rare = standing_of(gmina) == DOUBTFUL and count < len(words)
                if gmina in EVERYDAY or rare or is_other(words, first, count):
                    continue
                if gmina:
                    return gmina
    return ""


def _alone(name: str, folder: bool) -> str:
    """Return the gmina that is the whole name but for numbers and words such as "Warsztat"."""
    said = _WORD.findall(name)
    words = [word for word in said if not is_general(word) and not _KINDS.fullmatch(word)]
    gmina = _known(words)
    capital = bool(words) and words[0][0].isupper()
    if not gmina or gmina in EVERYDAY or is_other(words, 0, len(words)):
        return ""
    sure = standing_of(gmina) != DOUBTFUL and (folder or capital)
    return gmina if sure or (folder and capital) else ""


def _known(words: list[str]) -> str:
    """Return the gmina that the words are: in any case, with Polish letters or quite without."""
    name = " ".join(words)
    if len(name) < _SHORTEST or len(words) > _MOST_WORDS:
        return ""
    found = gmina_named(name) or _plainly().get(
        _plain(name) if name.isascii() else name.lower(), ""
    )
    declined = _plain(found) != _plain(name)
    return "" if declined and standing_of(found) == DOUBTFUL else found


def _plain(name: str) -> str:
    """Return a name in small letters without Polish ones and hyphens."""
    return fold_marks(name.lower()).replace("-", " ")


@cache
def _plainly() -> dict[str, str]:
    """Return the forms of the known names as they are typed in names of files."""
    table: dict[str, str] = {}
    for form, name in forms().items():
        table.setdefault(form.replace("-", " "), name)
        table.setdefault(_plain(form), name)
    return table
