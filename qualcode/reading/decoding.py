r"""Bytes to text: Polish encodings recognised, binary refused, Unicode NFC with ``\\n``."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from qualcode.errors import InputError
from qualcode.wording import counted, number, plural, quoted

MAX_BYTES = 20_000_000  # a workshop of a whole day is under 1 MB of text
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
_POLISH = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
TWICE = "utf-8 dwukrotnie"  # the letters of UTF-8 taken for Windows letters and saved once more
_TWICE_SAVED = ("cp1250", "cp1252", "iso-8859-2", "iso-8859-1")
_FEWEST = 2  # Polish letters that tell a text encoded twice
_ONE_BYTE = ("cp1250", "iso-8859-2", "cp852")
_MAGIC = (
    b"PK\x03\x04",
    b"%PDF",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"Rar!",
    b"\x1f\x8b",
)


def check_size(path: Path, limit: int = MAX_BYTES) -> None:
    """Refuse files that are empty or too large to be a transcript, without reading them.

    Raises
    ------
    InputError
    """
    size = path.stat().st_size
    if size == 0:
        raise InputError("plik jest pusty; sprawdź, czy zapisał się do końca")
    if size > limit:
        raise InputError(
            f"plik ma {number(size / 1e6)} MB, a transkrypcja może mieć najwyżej "
            f"{number(limit / 1e6)} MB; podziel go na spotkania"
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
    """Decode UTF-8, UTF-16, Windows-1250, ISO-8859-2 or DOS 852; what was encoded twice is mended.

    Returns
    -------
    (str, str)
        The text and the name of its encoding, :data:`TWICE` for the last case.

    Raises
    ------
    InputError
        When the bytes are no text.
    """
    encoding = _encoding(data)
    raw = data.decode(encoding, errors="replace")
    mended = _mended(raw)
    text = clean(mended or raw)
    encoding = TWICE if mended else encoding
    if not text.strip():
        raise InputError("w pliku nie ma tekstu; sprawdź, czy to właściwy plik")
    return text, encoding.removesuffix("-sig")


def clean(text: str) -> str:
    r"""Return text in NFC with ``\\n`` line ends and without characters nobody can see."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\v", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\x85", "\n")
    text = _UNSEEN.sub("", text)
    return unicodedata.normalize("NFC", text)


def encoding_note(encoding: str, text: str) -> str:
    """Return a sentence on an encoding other than UTF-8, or on letters lost in it."""
    lost = text.count("\ufffd")
    broken = (
        f"{counted(lost, 'znak', 'znaki', 'znaków')} "
        f"{plural(lost, 'jest zepsuty', 'są zepsute', 'jest zepsutych')}"
    )
    if encoding == TWICE:
        told = "polskie litery były zapisane podwójnie (na przykład „Ä…” zamiast „ą”); odczytano je"
        return (
            f"{told}, ale {broken}: popraw je w pliku." if lost else f"{told}, sprawdź kilka zdań."
        )
    if lost:
        return (
            f"plik był w kodowaniu {encoding.upper()}, ale {broken}; zapisz go ponownie jako UTF-8."
        )
    if encoding == "utf-8":
        return ""
    return f"plik był w kodowaniu {encoding.upper()}; odczytano polskie znaki."


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
        # a few broken bytes in a long text that is UTF-8 otherwise, such as a letter cut at the end
        if error.start > 1000 and _mostly_utf8(data):
            return "utf-8"
        return max(_ONE_BYTE, key=lambda name: _polishness(data, name))
    return "utf-8"


def _mended(text: str) -> str:
    """Return a text whose letters were encoded twice as it was meant, or ``""``.

    Line by line, since a line with a letter of its own cannot have been; ordinary Polish text is
    never UTF-8 when its letters are taken for bytes.
    """
    for encoding in _TWICE_SAVED:
        lines = [_once(line, encoding) for line in text.split("\n")]
        found = "".join(line for line in lines if line)
        if sum(letter in _POLISH for letter in found) >= _FEWEST:
            pairs = zip(lines, text.split("\n"), strict=True)
            return "\n".join(mended or line for mended, line in pairs)
    return ""


def _once(line: str, encoding: str) -> str:
    """Return a line with one encoding undone, or ``""`` where it was not encoded twice."""
    if line.isascii():
        return ""
    try:
        data = b"".join(_byte(letter, encoding) for letter in line.removeprefix("\ufeff"))
    except UnicodeError:
        return ""
    found = re.sub("\ufffd+", "\ufffd", data.decode("utf-8", errors="replace"))
    return found if found.count("\ufffd") <= line.count("\ufffd") else ""


def _byte(letter: str, encoding: str) -> bytes:
    """Return the byte a letter was taken from; a lost one gives a byte UTF-8 does not have."""
    if letter == "\ufffd":
        return b"\xff"
    # Windows leaves the bytes it has no letter for as they are
    return bytes([ord(letter)]) if 0x80 <= ord(letter) < 0xA0 else letter.encode(encoding)


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", errors="replace")
    return text.count("\ufffd") * 20 < sum(letter in _POLISH for letter in text)


def _wide(data: bytes) -> str:
    """Recognise UTF-16 without a byte order mark by its zero bytes."""
    sample = data[:4000]
    odd, even = sample[1::2], sample[0::2]
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if len(zeros) > 8 and zeros.count(0) > 0.5 * len(zeros) and not others.count(0):
            return encoding
    return ""


def _binary(data: bytes) -> bool:
    sample = data[:100_000]
    controls = sum(sample.count(byte) for byte in range(32) if byte not in (9, 10, 11, 12, 13))
    return data.startswith(_MAGIC) or b"\0" in sample or controls > 0.02 * len(sample)


def _polishness(data: bytes, encoding: str) -> int:
    """Count Polish letters against characters that ordinary text does not have."""
    score = 0
    before = ""
    for letter in data[:200_000].decode(encoding, errors="replace"):
        small, before = before.islower(), letter
        if letter in _POLISH:
            score += -1 if small and letter.isupper() else 1  # "mówiĄ" is another encoding
        elif letter == "\ufffd" or (
            unicodedata.category(letter) == "Cc" and letter not in "\t\n\r"
        ):
            score -= 3
        elif ord(letter) > 127 and letter not in "„”–—…«»’°§€":
            score -= 1
    return score
