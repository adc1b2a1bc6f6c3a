"""Files and folders written whole or not at all: to a temporary place first, then renamed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
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
        raise _unwritable(path) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def write_text(path: Path, text: str, encoding: str = "utf-8") -> None:
    r"""Write one text file whole, with ``\\n`` line ends."""
    with whole_file(path) as temporary:
        temporary.write_text(text, encoding=encoding, newline="\n")


@contextmanager
def whole_folder(folder: Path, former: Sequence[Path] = ()) -> Iterator[Path]:
    """Yield a private temporary folder; its files replace the former ones when the block ends well.

    When anything fails, ``folder`` is left as it was. Other files in it stay in any case.

    Parameters
    ----------
    folder : Path
        Made when missing.
    former : sequence of Path
        Files within the resolved ``folder`` that the new ones replace.

    Raises
    ------
    OutputError
        When a file cannot be written or replaced.
    """
    target = folder.resolve()
    missing = [place for place in (target, *target.parents) if not place.exists()]
    private = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        private = Path(tempfile.mkdtemp(dir=_beside(target), prefix=".qualcode-"))
        new, old = private / "nowe", private / "dawne"
        new.mkdir()
        yield new
        _exchange(target, new, old, former)
        shutil.rmtree(old, ignore_errors=True)
    except OutputError as error:
        raise OutputError(str(error).replace(str(new), str(folder))) from error
    except OSError as error:
        raise _unwritable(folder) from error
    finally:
        if private is not None:
            shutil.rmtree(private / "nowe", ignore_errors=True)
            # older results that could not be put back are kept there
            if not any(path.is_file() for path in private.rglob("*")):
                shutil.rmtree(private, ignore_errors=True)
        for place in missing:
            # what holds the results is not empty and stays
            with suppress(OSError):
                place.rmdir()


def check_folder(folder: Path) -> None:
    """Refuse a folder that cannot be made and written, and leave no trace of the trial.

    Raises
    ------
    OutputError
        When it cannot be written.
    """
    with whole_folder(folder):
        pass
    if not folder.is_dir():
        return
    try:
        tempfile.TemporaryFile(dir=folder, prefix=".qualcode-").close()
    except OSError as error:
        raise _unwritable(folder) from error


def _unwritable(path: Path) -> OutputError:
    return OutputError(
        f"Nie można zapisać {quoted(str(path))}: sprawdź, czy folder istnieje i wolno w nim "
        "pisać, czy jest miejsce na dysku i czy plik nie jest otwarty w innym programie."
    )


def _beside(target: Path) -> Path:
    """Return where files can be renamed into ``target`` from: its parent, unless that is elsewhere."""
    parent = target.parent
    if target.is_dir() and (
        target.stat().st_dev != parent.stat().st_dev or not os.access(parent, os.W_OK)
    ):
        return target
    return parent


def _exchange(target: Path, new: Path, old: Path, former: Sequence[Path]) -> None:
    """Move the former files away and the new ones in; when one move fails, take all back."""
    moved: list[tuple[Path, Path]] = []

    def move(source: Path, goal: Path) -> None:
        goal.parent.mkdir(parents=True, exist_ok=True)
        source.rename(goal)
        moved.append((source, goal))

    goals: list[Path] = []
    try:
        target.mkdir(exist_ok=True)
        for path in former:
            move(path, old / path.relative_to(target))
        for path in sorted(path for path in new.rglob("*") if path.is_file()):
            goals.append(target / path.relative_to(new))
            if goals[-1].is_file():
                move(goals[-1], old / path.relative_to(new))
            move(path, goals[-1])
    except BaseException:
        for source, goal in reversed(moved):
            with suppress(OSError):  # one that stays away must not keep the others away
                goal.rename(source)
        raise
    finally:
        _prune(target, [*goals, *former])


def _prune(root: Path, paths: Iterable[Path]) -> None:
    """Remove the folders of ``paths`` below ``root`` that became empty."""
    for path in paths:
        for place in path.relative_to(root).parents:
            with suppress(OSError):
                if place != Path():
                    (root / place).rmdir()
