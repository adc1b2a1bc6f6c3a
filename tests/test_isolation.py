"""The program refuses the network, and its companion does the same work as itself."""

import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from qualcode import companion
from qualcode.charts import draw
from qualcode.reports.blocks import Figure
from qualcode.vectors import encoded

CONNECT = (
    "import socket\n"
    "from qualcode.isolation import isolate\n"
    "server = socket.create_server(('127.0.0.1', 0))\n"
    "isolate()\n"
    "try:\n    socket.create_connection(server.getsockname())\n"
    "except ConnectionRefusedError as error:\n    print(error)\n"
)


def run(script):
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout


def test_an_isolated_process_cannot_connect():
    assert run(CONNECT) == "qualcode uses no network\n"


def test_an_isolated_process_looks_no_name_up():
    script = CONNECT.replace(
        "create_connection(server.getsockname())", "gethostbyname('localhost')"
    )
    assert run(script) == "qualcode uses no network\n"


def test_the_same_connection_works_when_not_isolated():
    assert (
        run(CONNECT.replace("isolate()\ntry", "try").replace("import isolate", "import isolate\n"))
        == ""
    )


@pytest.fixture
def beside(monkeypatch):
    monkeypatch.setattr(companion, "_cores", lambda: 2)
    with companion.beside():
        yield companion


def test_the_companion_gives_what_the_function_gives(beside):
    texts = ["brak asystentów", "autobus"]
    assert np.array_equal(beside.begin("vectors:encoded", texts).result(), encoded(texts))


@pytest.mark.parametrize("kind", ["bars", "heatmap"])
def test_a_chart_drawn_by_the_companion_is_the_same_chart(beside, kind):
    data = {
        "bars": pd.DataFrame(
            {
                "label": ["mało ludzi", "„x”; <b>"],
                "n": [12, 3],
                "low": [8.25, None],
                "high": [17 / 3 * 4, None],
            }
        ),
        "heatmap": pd.DataFrame([[1, 0], [2, 7]], index=["a", "b"], columns=["c", "d"]),
    }[kind]
    figure = Figure("f", "t", kind, data, "alt", "wypowiedzi")
    assert figure.png() == draw(figure)


def test_a_dead_companion_is_replaced_by_the_process_itself(beside):
    companion._current._process.kill()
    assert np.array_equal(beside.begin("vectors:encoded", ["a"]).result(), encoded(["a"]))


def test_an_error_in_the_companion_is_raised_here(beside):
    with pytest.raises(TypeError):
        beside.begin("vectors:encoded").result()


def test_without_a_second_core_there_is_no_companion(monkeypatch):
    monkeypatch.setattr(companion, "_cores", lambda: 1)
    with companion.beside():
        assert companion.begin("vectors:encoded", ["a"]) is None


def test_a_companion_leaves_no_process_behind(monkeypatch):
    monkeypatch.setattr(companion, "_cores", lambda: 2)
    with companion.beside():
        process = companion._current._process
        companion.begin("vectors:encoded", ["a"])  # still busy when the work is over
    assert process.poll() is not None
