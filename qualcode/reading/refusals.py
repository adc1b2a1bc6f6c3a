"""What is said of files that cannot be read, one by one or when none is left."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qualcode.errors import InputError, Problem
from qualcode.wording import counted, listed, quoted

_OTHERS = {
    "to nagranie, a qualcode czyta tekst; zrób najpierw transkrypcję i zapisz ją jako .vtt, .docx "
    "lub .txt.": ".mp3 .mp4 .m4a .wav .ogg .webm .mov .mkv .aac .flac .wma .avi",
    "to obraz, a qualcode czyta tekst; przepisz go albo rozpoznaj tekst (OCR).": ".jpg .jpeg .png "
    ".gif .bmp .tif .tiff .heic .webp",
    "to stary format; otwórz plik i zapisz go jako .docx lub .xlsx.": ".doc .xls .dot .wps",
}


def unreadable(suffix: str, known: Iterable[str]) -> str:
    """Return the sentence on a file of a form that is not read, or no text at all."""
    for sentence, suffixes in _OTHERS.items():
        if suffix in suffixes.split():
            return sentence
    forms = listed(sorted(known), "lub")
    return f"tego formatu qualcode nie czyta; zapisz plik jako jeden z: {forms}."


def nothing(paths: list[Path], problems: list[Problem]) -> InputError:
    """Return what to raise when there is nothing to work on; it carries why each file fell out."""
    skipped = [problem for problem in problems if problem.skipped]
    if not skipped:
        return InputError(
            f"W {quoted(listed(map(str, paths)))} nie ma żadnej transkrypcji; wskaż folder z plikami "
            ".txt, .docx, .vtt, .csv lub .xlsx."
        )
    if len(skipped) == 1:
        return InputError(f"Nie ma czego analizować: {skipped[0]}")
    files = counted(len(skipped), "pliku", "plików", "plików")
    error = InputError(
        f"Nie ma czego analizować; z {files} żadnego nie dało się odczytać. Pierwszy: {skipped[0]}"
    )
    error.problems = tuple(skipped)
    return error
