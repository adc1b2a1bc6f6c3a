"""One person, several display names: variants joined where only one reading is possible."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from qualcode.reading.voices.devices import is_device
from qualcode.reading.voices.roles import FIRST_NAMES, ROLE_WORD

_PARENTHESES = re.compile(r"\s*[(\[]([^)\]]*)[)\]]")
_TITLES = frozenset(["dr", "prof", "mgr", "inż", "hab", "ks", "pan", "pani", "br"])
# "p. Ela" is a courtesy and "s. Anna" a nun, "P. Lis" and "Ewa S." have an initial
_LETTER_TITLES = frozenset(["p", "s", "o"])
# what may stand before a name in full, besides the words for roles
_OFFICE = re.compile(
    r"(?i)^(?:poseł|posłanka|senator(?:ka)?|minist(?:er|ra)|(?:wice)?przewodnicząc[ya]|"
    r"(?:wice)?marszałek|(?:wice)?prezydent(?:ka)?|wice\w+|zastępc(?:a|zyni))\b"
)


def join_variants(labels: Counter[str]) -> dict[str, str]:
    """Return the name each label is joined under.

    Joined are labels that differ in case, order, brackets or what follows a comma; a first name
    with an initial ("Anna K.", "A. Kowalska") goes to the only full name it fits, and so does a
    full name without its function ("Jan Kot", "Sołtys Jan Kot"); a device with a name in brackets
    goes to that name. A first name alone is joined only where the transcript already shortens
    that very name. Where two people fit, nothing is joined.

    Parameters
    ----------
    labels : Counter of str
        How many turns each label has.

    Returns
    -------
    dict
        Label → the commonest of its variants.
    """
    names = sorted(labels)
    parent = {name: name for name in names}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    for group in _same(names):
        for name in group[1:]:
            parent[root(name)] = root(group[0])
    for name in names:
        fits = {root(other) for other in names if root(other) != root(name) and _fits(name, other)}
        if len(fits) == 1:
            parent[root(name)] = fits.pop()
    for name, person in _first_names(names, {name: root(name) for name in names}).items():
        if any(root(other) == person and _shortened(other) for other in names):
            parent[root(name)] = root(person)
    members: dict[str, list[str]] = {}
    for name in names:
        members.setdefault(root(name), []).append(name)
    result = {}
    for group in members.values():
        best = max(group, key=lambda name: (not is_device(name), labels[name], len(name), name))
        result.update(dict.fromkeys(group, best))
    return result


def doubtful(labels: Iterable[str]) -> dict[str, str]:
    """Return first names alone, each with the only person of the meeting who bears it too.

    Of two display names of one meeting, "Ewa" and "Ewa Lis", nobody can tell whether they are one
    person; the user can.

    Parameters
    ----------
    labels : iterable of str
        After :func:`join_variants`.
    """
    names = sorted(set(labels))
    return _first_names(names, {name: name for name in names})


def may_be(label: str, person: str) -> bool:
    """Tell whether a label may stand for a person named in full: "J. Lis", "Joanna", "JL".

    Examples
    --------
    >>> may_be("LIS J. (fundacja)", "Joanna Lis"), may_be("Pani Halina (GOPS)", "Joanna Lis")
    (True, False)
    """
    few, many = _words(label), _words(person)
    if not few or is_device(label):
        return False
    if len(few) == 1 and few[0] == "".join(word[0] for word in many):
        return True
    full = [word for word in few if len(word) > 1]
    return (
        bool(full)
        and (len(few) > 1 or not _suffix(label))  # "Joanna (GOPS)" may be another Joanna
        and set(full) <= set(many)
        and all(any(word.startswith(part) for word in many) for part in few)
    )


def is_nameless(label: str) -> bool:
    """Tell a label that anybody may bear: a device, a number ("Mówca 2", "SPEAKER_00"), a letter."""
    letters = [letter for letter in label if letter.isalpha()]
    return is_device(label) or any(map(str.isdigit, label)) or len(letters) < 3


def _same(names: list[str]) -> list[list[str]]:
    """Group labels of one bare name, unless their brackets tell two people apart."""
    groups: dict[tuple[str, ...], list[str]] = {}
    people = {" ".join(re.findall(r"\w+", name.casefold())) for name in names}
    for name in names:
        key = _key(name)
        several = "," in name and _suffix(name) in people  # "U1, U2" speak at once
        if key and not several and not is_device(name):
            groups.setdefault(key, []).append(name)
    result = []
    for group in groups.values():
        suffixes = {_suffix(name) for name in group} - {""}
        if len(suffixes) <= 1:
            result.append(group)
        else:  # two institutions: only spellings of each
            for suffix in sorted(suffixes):
                result.append([name for name in group if _suffix(name) == suffix])
    return result


def _first_names(names: list[str], roots: dict[str, str]) -> dict[str, str]:
    """Return each first name that stands alone, with the root of the only one it may belong to."""
    found = {}
    for name in names:
        words = _words(name)
        if len(words) != 1 or words[0] not in FIRST_NAMES or _suffix(name) or is_device(name):
            continue
        bearers = {
            roots[other]
            for other in names
            if roots[other] != roots[name] and words[0] in _words(other) and _is_full(other)
        }
        if len(bearers) == 1:
            found[name] = bearers.pop()
    return found


def _is_full(name: str) -> bool:
    """Tell a person's name from a device's and from "Joanna prowadząca"."""
    return not is_device(name) and all(word[0].isupper() for word in _bare(name).split())


def _shortened(name: str) -> bool:
    words = _words(name)
    return len(words) > 1 and any(len(word) == 1 and word.isalpha() for word in words)


def _bare(name: str) -> str:
    text = _PARENTHESES.sub("", name)
    return re.split(r",|\s[–—-]\s", text)[0].strip()


def _suffix(name: str) -> str:
    """Return what tells two bearers of a name apart: brackets, or what follows a comma or dash."""
    inside = _PARENTHESES.search(name)
    rest = inside[1] if inside else "".join(re.split(r",|\s[–—-]\s", name)[1:])
    return " ".join(re.findall(r"\w+", rest.casefold()))


def _words(name: str) -> list[str]:
    spelt = re.findall(r"[\w’'-]+", unicodedata.normalize("NFC", _bare(name)))
    words = [word.casefold() for word in spelt]
    letter = len(words) > 1 and words[0] in _LETTER_TITLES
    if letter and (spelt[0].islower() or words[1] in FIRST_NAMES):
        words = words[1:]
    return [word for word in words if word not in _TITLES]


def _without_office(name: str) -> list[str]:
    """Return the words of a name in full without the function before it; ``[]`` for other labels."""
    bare = _bare(name)
    match = ROLE_WORD.match(bare) or _OFFICE.match(bare)
    words = _words(bare[match.end() :]) if match else []
    return words if len(words) == 2 and not set(words).isdisjoint(FIRST_NAMES) else []


def _key(name: str) -> tuple[str, ...]:
    return tuple(sorted(_words(name)))


def _fits(short: str, full: str) -> bool:
    """Tell whether ``short`` can only be an abbreviation of ``full``."""
    if is_device(short):
        inside = _PARENTHESES.search(short)
        return bool(inside) and not is_device(full) and _key(inside[1]) == _key(full)  # type: ignore[index]
    few, many = _words(short), _words(full)
    if is_device(full) or (_suffix(short) and _suffix(full) and _suffix(short) != _suffix(full)):
        return False
    if len(few) == 2 and sorted(few) == sorted(_without_office(full)):
        return True
    if len(few) != 2 or len(many) != 2:
        return False
    initials = [len(word) == 1 and word.isalpha() for word in few]
    if sum(initials) != 1 or any(len(word) == 1 for word in many):
        return False
    # "Anna K." and "A. Kowalska", in either order of the full name
    return any(
        all(b.startswith(a) if len(a) == 1 else a == b for a, b in zip(few, order, strict=True))
        for order in (many, many[::-1])
    )
