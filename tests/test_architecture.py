"""The rules of the house, read from the imports."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import qualcode

PACKAGE = Path(qualcode.__file__).parent
FLOORS = [
    {"errors", "wording", "isolation"},
    {"study", "resources", "companion", "estimators"},
    {"polish", "vectors", "reading", "participants", "statistics"},
    {
        "segments",
        "coders",
        "tables",
        "quotations",
        "comparisons",
        "reliability",
        "topicmodel",
        "privacy",
        "exchange",
    },
    {"coding", "charts", "prospects", "reports", "summaries", "worklist", "writing"},
    {"pipeline", "review"},
    {"__init__"},
    {"commands"},
]
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
# floors whose rooms may look into each other: reading needs nothing else of its floor,
# the second nouns stand on the first, coders and vectors are used by those above
SAME_FLOOR = {
    ("study", "errors"),
    ("resources", "errors"),
    ("quotations", "tables"),
    ("comparisons", "tables"),
    ("topicmodel", "tables"),
    ("topicmodel", "quotations"),
    ("charts", "reports"),
    ("reports", "charts"),
    ("writing", "reports"),
    ("summaries", "reports"),
}


def modules():
    return sorted(PACKAGE.rglob("*.py"))


def room_of(path):
    part = path.relative_to(PACKAGE).parts[0]
    return part.removesuffix(".py")


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("qualcode"):
            parts = node.module.split(".")
            if len(parts) == 1:
                yield from (alias.name for alias in node.names)
            else:
                yield parts[1]
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("qualcode."):
                    yield alias.name.split(".")[1]


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_only_go_down(path):
    room = room_of(path)
    assert room in FLOOR, f"{room} has no floor"
    for other in set(imported(ast.parse(path.read_text("utf-8")))):
        if other in (room, "__version__"):
            continue
        assert other in FLOOR, f"{path.name} imports {other}, which has no floor"
        lower = FLOOR[other] < FLOOR[room]
        assert lower or (room, other) in SAME_FLOOR, f"{room} imports {other}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_module_is_too_long(path):
    assert len(path.read_text("utf-8").splitlines()) <= 400


def test_only_commands_know_click_and_print():
    for path in modules():
        if room_of(path) == "commands":
            continue
        tree = ast.parse(path.read_text("utf-8"))
        names = {
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for alias in node.names
        }
        names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert "click" not in names, path


def test_bertopic_lives_only_in_topicmodel():
    for path in modules():
        if "bertopic" in path.read_text("utf-8") and "import bertopic" in path.read_text("utf-8"):
            assert room_of(path) == "topicmodel"


def test_the_public_names_are_the_table_and_all_exist():
    for name in qualcode.__all__:
        assert getattr(qualcode, name) is not None
    assert sorted(qualcode.__all__) == dir(qualcode)


def test_no_module_bears_the_name_of_a_verb():
    verbs = {name for name, room in qualcode._PUBLIC.items() if name.islower()}
    names = {path.stem for path in PACKAGE.glob("*.py")}
    names |= {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert not verbs & names


def test_help_imports_nothing_heavy():
    script = (
        "import sys\n"
        "from qualcode.commands import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'pandas', 'numpy', 'spacy', 'sklearn', 'matplotlib', 'bertopic'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "analyse" in done.stdout


def test_import_of_the_package_costs_nothing():
    script = "import sys, qualcode; assert 'pandas' not in sys.modules; assert 'spacy' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", script]).returncode == 0
