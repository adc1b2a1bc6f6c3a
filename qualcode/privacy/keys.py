"""The key file: what leads from pseudonyms back to names, kept apart from the study.

A plain key is JSON. With a passphrase the content is encrypted and signed with what the standard
library offers: scrypt (Percival 2009) makes two keys of the passphrase, HMAC-SHA-256 in counter
mode (NIST SP 800-108) the stream, and a second HMAC over everything guards it (encrypt, then MAC).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from qualcode.errors import InputError, MisuseError, OutputError
from qualcode.wording import quoted

FORMAT = "qualcode-klucz-1"
_N, _R, _P = 2**15, 8, 1
_BLOCK = hashlib.sha256().digest_size


def write_key(path: Path, content: dict[str, Any], passphrase: str | None = None) -> None:
    """Write a key file only its owner can read.

    Raises
    ------
    MisuseError
        When the file exists: an older key would be lost.
    OutputError
        When it cannot be written.
    """
    refuse_existing(path)
    plain = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True).encode()
    data = {"format": FORMAT, "encrypted": passphrase is not None}
    if passphrase is None:
        data["content"] = json.loads(plain)
    else:
        data |= _encrypted(plain, passphrase)
    _write_private(path, json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def refuse_existing(path: Path) -> None:
    """Raise MisuseError when a key file exists already."""
    if path.exists():
        raise MisuseError(
            f"Plik klucza {quoted(str(path))} już istnieje; podaj inną nazwę, bo bez starego "
            "klucza nie da się odtworzyć wcześniejszego badania."
        )


def read_key(path: Path, passphrase: str | None = None) -> dict[str, Any]:
    """Read a key file.

    Raises
    ------
    InputError
        When it is no key, needs a passphrase, or the passphrase or content is wrong.
    """
    try:
        data = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise InputError(f"Nie ma pliku klucza {quoted(str(path))}; sprawdź ścieżkę.") from error
    except (OSError, ValueError) as error:
        raise InputError(_BROKEN.format(quoted(str(path)))) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise InputError(_BROKEN.format(quoted(str(path))))
    if not data.get("encrypted"):
        return dict(data["content"])
    if passphrase is None:
        raise InputError(f"Klucz {quoted(str(path))} jest zaszyfrowany; podaj hasło.")
    return _decrypted(data, passphrase, path)


_BROKEN = (
    "Plik {} nie jest kluczem pseudonimizacji albo jest uszkodzony; wskaż plik zapisany przy "
    "maskowaniu."
)


def _encrypted(plain: bytes, passphrase: str) -> dict[str, str]:
    salt = os.urandom(16)
    stream_key, mac_key = _keys(passphrase, salt)
    secret = _xor(plain, stream_key)
    tag = hmac.digest(mac_key, FORMAT.encode() + salt + secret, "sha256")
    parts = {"salt": salt, "content": secret, "tag": tag}
    return {name: base64.b64encode(value).decode() for name, value in parts.items()}


def _decrypted(data: dict[str, Any], passphrase: str, path: Path) -> dict[str, Any]:
    try:
        salt, secret, tag = (base64.b64decode(data[name]) for name in ("salt", "content", "tag"))
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(_BROKEN.format(quoted(str(path)))) from error
    stream_key, mac_key = _keys(passphrase, salt)
    right = hmac.digest(mac_key, FORMAT.encode() + salt + secret, "sha256")
    if not hmac.compare_digest(tag, right):
        raise InputError(
            f"Hasło do klucza {quoted(str(path))} jest błędne albo plik zmieniono; wpisz hasło "
            "jeszcze raz."
        )
    return dict(json.loads(_xor(secret, stream_key)))


def _keys(passphrase: str, salt: bytes) -> tuple[bytes, bytes]:
    # 32 MiB of memory for each guess; the salt is new for each file, so no counter repeats
    made = hashlib.scrypt(
        passphrase.encode(), salt=salt, n=_N, r=_R, p=_P, maxmem=2**26, dklen=2 * _BLOCK
    )
    return made[:_BLOCK], made[_BLOCK:]


def _xor(data: bytes, key: bytes) -> bytes:
    stream = b"".join(
        hmac.digest(key, number.to_bytes(8, "big"), "sha256")
        for number in range(-(-len(data) // _BLOCK))
    )
    size = len(data)
    mixed = int.from_bytes(data, "big") ^ int.from_bytes(stream[:size], "big")
    return mixed.to_bytes(size, "big")


def _write_private(path: Path, text: str) -> None:
    """Write a file whole, readable by its owner alone from the first byte on."""
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".qualcode-", suffix=path.suffix)
        temporary = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        temporary.replace(path)
    except OSError as error:
        raise OutputError(
            f"Nie można zapisać klucza {quoted(str(path))}: sprawdź, czy folder istnieje i wolno "
            "w nim pisać."
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
