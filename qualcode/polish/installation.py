"""spaCy pipelines on this machine: which there are, and how another one gets in.

The one module that may reach for the network, and only when no file is given. Everything runs
through pip and spaCy's own downloader as child processes, so no address stands here.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from qualcode.errors import InputError, MissingPartError, MisuseError, OutputError
from qualcode.polish.parts import MODEL
from qualcode.polish.pipelines import (
    DEFAULT,
    forget,
    installed_names,
    load_pipeline,
    pipeline_name,
)
from qualcode.resources import find
from qualcode.wording import quoted

COLUMNS = ("pipeline", "version", "language", "licence", "shipped", "compatible")
_NAME = re.compile(r"[a-z]{2,3}_\w+")
_QUIET = ("--disable-pip-version-check", "--no-input", "--quiet")


@dataclass(frozen=True)
class Wheel:
    """A wheel file with a spaCy pipeline in it.

    Parameters
    ----------
    path : Path
    name, version : str
        Of the pipeline: ``pl_core_news_lg``, ``3.8.0``.
    file_name : str
        What the file has to be called for pip: browsers write "(1)" into names.
    """

    path: Path
    name: str
    version: str
    file_name: str


def installed_pipelines() -> pd.DataFrame:
    """List the language pipelines that can be used here.

    Returns
    -------
    DataFrame
        Columns ``pipeline, version, language, licence`` (str), ``shipped`` (comes with
        qualcode) and ``compatible`` (made for the spaCy that runs here).
    """
    from spacy.util import get_package_path

    folders = {DEFAULT: find(MODEL)}
    for name in installed_names():
        try:
            folders[name] = get_package_path(name)
        except (ImportError, AttributeError, TypeError):
            continue  # what cannot be imported cannot be used
    rows = [_row(name, folder) for name, folder in folders.items()]
    return pd.DataFrame([row for row in rows if row], columns=list(COLUMNS))


def _row(name: str, folder: Path) -> tuple[Any, ...] | None:
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    fits = _fits(str(meta.get("spacy_version", "")))
    told = (str(meta.get(key, "")) for key in ("version", "lang", "license"))
    return (name, *told, name == DEFAULT, fits)


def _fits(wanted: str) -> bool:
    from spacy import about
    from spacy.util import is_compatible_version

    return not wanted or is_compatible_version(about.__version__, wanted) is not False


def install_pipeline(name: str, wheel: str | Path | None = None) -> str:
    """Install a spaCy pipeline into the running environment.

    Parameters
    ----------
    name : str
        Name of the package, such as ``"pl_core_news_lg"``.
    wheel : str or Path, optional
        Its wheel file: nothing is downloaded. Without it, spaCy's own releases are asked first
        (anyone may take a free name in a package registry), then the registry.

    Returns
    -------
    str
        The version installed; the pipeline was loaded once to see that it works.

    Raises
    ------
    MisuseError
        When the name is none, the file does not exist or holds another pipeline.
    InputError
        When the file is no wheel of a spaCy pipeline.
    MissingPartError
        When pip is missing, the pipeline could not be found, or does not work here.
    OutputError
        When pip could not install it.
    """
    wanted = pipeline_name(name)
    if wanted == DEFAULT:
        raise MisuseError(f"Potok {quoted(DEFAULT)} jest wbudowany; nie trzeba go instalować.")
    if not _NAME.fullmatch(wanted):
        raise MisuseError(
            f"{quoted(name)} nie jest nazwą potoku spaCy; podaj na przykład „pl_core_news_lg”."
        )
    file = check_wheel(Path(wheel), wanted) if wheel is not None else None
    _check_pip()
    if file is not None:
        _install(file)
    elif not _released(wanted):
        _from_registry(wanted)
    importlib.invalidate_caches()
    forget(wanted)
    return str(load_pipeline(wanted).meta.get("version", ""))


def check_wheel(path: Path, name: str) -> Wheel:
    """Read what a wheel file holds, before anything of it runs.

    Raises
    ------
    MisuseError
        When the file does not exist, or holds another pipeline than ``name``.
    InputError
        When it is no wheel of a spaCy pipeline.
    """
    if not path.is_file():
        raise MisuseError(f"Nie ma pliku {quoted(str(path))}; sprawdź ścieżkę.")
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            inner = [item for item in names if re.fullmatch(r"\w+/meta\.json", item)]
            facts = [item for item in names if re.fullmatch(r"[^/]+\.dist-info/WHEEL", item)]
            meta = json.loads(archive.read(inner[0]))
            package = inner[0].partition("/")[0]
            version, language, own = (str(meta[key]) for key in ("version", "lang", "name"))
            tag = re.search(r"^Tag:\s*(\S+)", archive.read(facts[0]).decode(), re.M)
            stem = facts[0].partition(".dist-info")[0]
    except (zipfile.BadZipFile, OSError, ValueError, LookupError, TypeError) as error:
        raise InputError(
            f"{path.name}: to nie jest plik .whl z potokiem spaCy; pobierz plik potoku "
            f"{quoted(name)} kończący się na „.whl” jeszcze raz."
        ) from error
    if package != name or f"{language}_{own}" != name:
        raise MisuseError(
            f"{path.name}: w pliku jest {quoted(package)}, a nie {quoted(name)}; popraw nazwę albo "
            "wskaż inny plik."
        )
    return Wheel(path, name, version, f"{stem}-{tag[1] if tag else 'py3-none-any'}.whl")


def _check_pip() -> None:
    if importlib.util.find_spec("pip") is None:
        raise MissingPartError(
            "W tym środowisku Pythona nie ma programu pip: dodaj go poleceniem "
            "„python -m ensurepip” albo zainstaluj plik potoku poleceniem "
            "„uv pip install --no-deps PLIK.whl”."
        )


def _pip(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pip", *arguments, *_QUIET]
    return subprocess.run(command, capture_output=True, text=True, errors="replace")  # noqa: S603


def _install(wheel: Wheel) -> None:
    with tempfile.TemporaryDirectory(prefix="qualcode-") as folder:
        path = wheel.path
        if path.name != wheel.file_name:
            path = Path(folder) / wheel.file_name
            shutil.copyfile(wheel.path, path)
        done = _pip("install", "--no-deps", "--no-index", "--force-reinstall", str(path))
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        detail = f": {quoted(lines[0].removeprefix('ERROR: '))}" if lines else ""
        raise OutputError(
            f"Program pip nie zainstalował potoku {quoted(wheel.name)}{detail}; sprawdź wolne "
            "miejsce na dysku i prawo zapisu w środowisku Pythona."
        )


def _released(name: str) -> bool:
    """Install from spaCy's own releases, whose place spaCy knows; False when that failed."""
    command = [sys.executable, "-m", "spacy", "download", name, "--no-deps", *_QUIET]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace")  # noqa: S603
    return done.returncode == 0


def _from_registry(name: str) -> None:
    with tempfile.TemporaryDirectory(prefix="qualcode-") as folder:
        # wheels alone: building a source package would run its code before it is looked at
        _pip(
            "download", "--no-deps", "--only-binary", ":all:", "--retries", "1", "-d", folder, name
        )
        found = sorted(Path(folder).glob("*.whl"))
        if not found:
            raise MissingPartError(
                f"Potoku {quoted(name)} nie udało się pobrać (nie ma sieci albo nie ma go w "
                "rejestrze pakietów): pobierz jego plik .whl ze strony modeli spaCy na komputerze "
                f"z internetem, przenieś go tutaj i wywołaj „qualcode models install {name} "
                "--from PLIK.whl”."
            )
        try:
            wheel = check_wheel(found[0], name)
        except (InputError, MisuseError) as error:
            raise MissingPartError(
                f"Pakiet {quoted(name)} z rejestru to nie jest potok spaCy, więc go nie "
                "zainstalowano: pobierz plik .whl ze strony modeli spaCy i podaj go w „--from”."
            ) from error
        _install(wheel)
