"""ZIP archives of transcripts, unfolded to a private folder with limits."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

from qualcode.errors import InputError, Problem
from qualcode.reading.packages import open_package, read_part
from qualcode.wording import quoted

SUFFIX = ".zip"
_MEND = "rozpakuj je i wskaż folder"
_SKIPPED = ("__MACOSX",)
_UTF8 = 0x800
_LONGEST = 120


def unfold(archive: Path, target: Path) -> list[Problem]:
    """Write the files of an archive below a folder, keeping their folders.

    Parameters
    ----------
    archive, target : Path
        ``target`` exists and is private; nothing is ever written outside it.

    Returns
    -------
    list of Problem
        Entries left out.

    Raises
    ------
    InputError
        When the archive is broken, under a password, or unfolds to too much.
    """
    problems = []
    target.chmod(0o700)
    with open_package(archive, "archiwum ZIP", _MEND) as package:
        for entry in package.infolist():
            parts = _safe_parts(_name(entry.filename, entry.flag_bits))
            if entry.is_dir() or not parts or parts[0] in _SKIPPED:
                continue
            place = f"{archive.name}/{'/'.join(parts)}"
            if parts[-1].lower().endswith(SUFFIX):
                sentence = "archiwum w archiwum pominięto; rozpakuj je i wskaż folder."
                problems.append(Problem(place, sentence, skipped=True))
                continue
            try:
                data = read_part(package, entry.filename)
            except InputError as error:
                problems.append(Problem(place, f"{error}.", skipped=True))
                continue
            path = target.joinpath(*parts)
            try:
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                _write_private(path, data)
            except OSError:
                sentence = f"nie da się zapisać pliku o nazwie {quoted(parts[-1])}; zmień ją."
                problems.append(Problem(place, sentence, skipped=True))
    return problems


def _write_private(path: Path, data: bytes) -> None:
    """Write a file nobody else on the machine may read."""
    path.unlink(missing_ok=True)
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(data)


def _name(name: str, flags: int) -> str:
    """Return a name in Polish letters: older programs write code page 852."""
    if flags & _UTF8:
        return name
    try:
        return name.encode("cp437").decode("cp852")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return name


def _safe_parts(name: str) -> list[str]:
    """Return the folders and name of an entry without anything that leads out of the target."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    clean = [
        "".join(letter for letter in part if letter.isprintable() and letter not in ':<>|"?*')
        for part in parts
        if part not in ("/", "..", ".")
    ]
    kept = [part[-_LONGEST:] for part in clean if part.strip(". ")]
    return kept if kept and not kept[-1].startswith((".", "~$")) else []
