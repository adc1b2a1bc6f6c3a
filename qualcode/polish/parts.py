"""What the spaCy components of this room share: where their weights are, and serialisation."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from qualcode.resources import find

MODEL = "models/pl_qualcode"


class Part:
    """A component with weights of its own, read on first use.

    A component added to a blank pipeline takes the weights that ship with qualcode; one read
    from disk takes those beside it. What was built from them stays in the process: Morfeusz can
    be neither pickled nor copied.
    """

    component: ClassVar[str]
    files: ClassVar[tuple[str, ...]]

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._bytes: dict[str, bytes] = {}

    @property
    def folder(self) -> Path:
        """Return the folder of the weights."""
        return self._folder or find(f"{MODEL}/{self.component}")

    def read(self, name: str) -> bytes:
        """Return the content of a file of weights."""
        return self._bytes[name] if name in self._bytes else (self.folder / name).read_bytes()

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the weights into a folder."""
        contents = {name: self.read(name) for name in self.files}
        Path(path).mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            (Path(path) / name).write_bytes(content)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Part:
        """Take the weights of a folder."""
        self._forget()
        self._folder, self._bytes = Path(path), {}
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the weights as bytes."""
        import srsly

        return srsly.msgpack_dumps({name: self.read(name) for name in self.files})

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Part:
        """Take weights from bytes."""
        import srsly

        self._forget()
        self._bytes = srsly.msgpack_loads(data)
        return self

    def __getstate__(self) -> dict[str, Any]:
        return {"_folder": self._folder, "_bytes": self._bytes}

    def _forget(self) -> None:
        for name, value in list(vars(type(self)).items()):
            if isinstance(value, cached_property):
                self.__dict__.pop(name, None)
