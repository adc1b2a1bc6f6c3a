"""The README's notebook example runs and prints what it says."""

import contextlib
import io
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_notebook_example_prints_what_the_readme_shows(monkeypatch):
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"```python\n(.*?)```\n+```text\n(.*?)```", README, re.S)
    assert blocks
    names: dict[str, object] = {}
    for source, shown in blocks:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(source, names)
        assert out.getvalue().split() == shown.split()


def test_every_command_of_the_readme_exists():
    from qualcode.commands import COMMANDS

    used = set(re.findall(r"^\s*\|? ?`?qualcode ([a-z-]+)", README, re.M))
    assert used
    assert used <= set(COMMANDS)


def test_the_two_commands_lead():
    assert README.index("make demo") < README.index("make test") < README.index("```python")
