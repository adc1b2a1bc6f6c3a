"""Files written whole or not at all: to a temporary file first, then renamed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qualcode.errors import OutputError
from qualcode.wording import quoted


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Yield a temporary path beside ``path``; rename it there when the block ends well.

    Raises
    ------
    OutputError
        When the folder cannot be written or the file is open in another program.
    """
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".qualcode-", suffix=path.suffix)
        os.close(handle)
        temporary = Path(name)
        yield temporary
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        raise OutputError(
            f"Nie można zapisać {quoted(str(path))}: sprawdź, czy folder istnieje i wolno w nim "
            "pisać, czy jest miejsce na dysku i czy plik nie jest otwarty w innym programie."
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def write_text(path: Path, text: str, encoding: str = "utf-8") -> None:
    r"""Write one text file whole, with ``\\n`` line ends."""
    with whole_file(path) as temporary:
        temporary.write_text(text, encoding=encoding, newline="\n")
