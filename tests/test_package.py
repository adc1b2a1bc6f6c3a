"""What gets installed: a wheel with the package and its data, and a lock that names no host."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_holds_the_package_and_its_data_alone(wheel):
    names = wheel.namelist()
    assert {name.split("/")[0] for name in names} == {"qualcode", "qualcode-0.1.0.dist-info"}
    for needed in (
        "qualcode/py.typed",
        "qualcode/models/cus/codebook.yaml",
        "qualcode/models/cus/cues.yaml",
        "qualcode/corpora/demo/codings.csv",
    ):
        assert needed in names
    assert not [name for name in names if name.endswith((".pkl", ".pickle", ".joblib"))]


def test_every_data_file_of_the_checkout_is_in_the_wheel(wheel):
    names = set(wheel.namelist())
    for folder in ("models", "corpora"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and not path.name.startswith("."):
                assert f"qualcode/{path.relative_to(ROOT)}" in names


def test_the_lock_pins_hashes_names_no_host_and_brings_no_torch():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        pinned = re.findall(r"^([a-z0-9-]+)==", text, re.M)
        assert "numpy" in pinned
        for heavy in ("torch", "umap-learn", "hdbscan", "sentence-transformers", "numba"):
            assert heavy not in pinned
        entries = re.split(r"^(?=[a-z0-9])", text, flags=re.M)
        assert all("--hash=sha256:" in entry for entry in entries if "==" in entry)


@pytest.mark.parametrize("folder", ["models", "corpora"])
def test_models_and_corpora_carry_cards(folder):
    for path in (ROOT / folder).iterdir():
        if path.is_dir():
            assert (path / "CARD.md").is_file(), f"{path.name} has no card"


def test_no_pickle_is_loaded_anywhere():
    for path in (ROOT / "qualcode").rglob("*.py"):
        text = path.read_text("utf-8")
        assert "import pickle" not in text
        assert "allow_pickle=True" not in text
