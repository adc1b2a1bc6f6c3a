r"""Bytes to text: Polish encodings recognised, binary refused, Unicode NFC with ``\\n``."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from qualcode.errors import InputError
from qualcode.wording import number, quoted

MAX_BYTES = 20_000_000  # a workshop of a whole day is under 1 MB of text
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_POLISH = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")


def check_size(path: Path) -> None:
    """Refuse files that are empty or too large to be a transcript.

    Raises
    ------
    InputError
    """
    size = path.stat().st_size
    if size == 0:
        raise InputError("plik jest pusty; sprawdź, czy zapisał się do końca")
    if size > MAX_BYTES:
        raise InputError(
            f"plik ma {number(size / 1e6)} MB, a transkrypcja może mieć najwyżej "
            f"{number(MAX_BYTES / 1e6)} MB; podziel go na spotkania"
        )


def read_text(path: Path) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding.

    Raises
    ------
    InputError
        When the file is empty, too large or binary.
    """
    check_size(path)
    return decode(path.read_bytes())


def decode(data: bytes) -> tuple[str, str]:
    """Decode UTF-8, UTF-16, Windows-1250 or ISO-8859-2.

    Raises
    ------
    InputError
        When the bytes are no text.
    """
    encoding = _encoding(data)
    text = data.decode(encoding, errors="replace")
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise InputError("w pliku nie ma tekstu; sprawdź, czy to właściwy plik")
    return text, encoding.removesuffix("-sig")


def _encoding(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return encoding
    wide = _wide(data)
    if wide:
        return wide
    if _binary(data):
        raise InputError(
            "to nie jest plik tekstowy; otwórz go w programie, w którym powstał, "
            f"i zapisz jako {quoted('zwykły tekst')} albo DOCX"
        )
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        # a multi-byte letter cut at the very end is still UTF-8
        if error.start > 1000 and len(data) - error.start < 4:
            return "utf-8"
        return max(("cp1250", "iso-8859-2"), key=lambda name: _polishness(data, name))
    return "utf-8"


def _wide(data: bytes) -> str:
    """Recognise UTF-16 without a byte order mark by its zero bytes."""
    sample = data[:4000]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if len(zeros) > 8 and zeros.count(0) > 0.7 * len(zeros):
            return encoding
    return ""


def _binary(data: bytes) -> bool:
    sample = data[:100_000]
    controls = sum(sample.count(byte) for byte in range(32) if byte not in (9, 10, 12, 13))
    return b"\0" in sample or controls > 0.02 * len(sample)


def _polishness(data: bytes, encoding: str) -> int:
    """Count Polish letters against characters that ordinary text does not have."""
    score = 0
    for letter in data.decode(encoding, errors="replace"):
        if letter in _POLISH:
            score += 1
        elif letter == "\ufffd" or (
            unicodedata.category(letter) == "Cc" and letter not in "\t\n\r"
        ):
            score -= 3
        elif ord(letter) > 127 and letter not in "„”–—…«»’°§€":
            score -= 1
    return score
