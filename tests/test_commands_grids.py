"""Tables on the screen: nothing is cut, numbers stand to the right, the base is told."""

import re

import pandas as pd
import pytest

from qualcode.commands.grids import draw
from qualcode.study import Transcript
from qualcode.writing.folder import write_folder

NAMES = [f"Gmina Długa Nazwa {number}" for number in range(1, 18)]


@pytest.fixture
def drawn(capsys, monkeypatch):
    """Draw a frame on a screen of so many columns and return its lines."""

    def call(data, width, title="kod × gmina"):
        monkeypatch.setenv("COLUMNS", str(width))
        draw(data, title)
        lines = capsys.readouterr().out.splitlines()
        assert max(map(len, lines)) <= width
        return lines

    return call


def counts(rows, **told):
    """A matrix of numbers all of which differ."""
    data = pd.DataFrame(
        [[row * 100 + column for column in range(len(NAMES))] for row in range(1, rows + 1)],
        index=pd.Index([f"bariera.kod_{row}" for row in range(rows)], name="code"),
        columns=pd.Index(NAMES, name="gmina"),
    )
    data.attrs = {
        "base": "Podstawa: 345 wypowiedzi.",
        "values": "n",
        "labels": {f"bariera.kod_{row}": f"Kod {row}" for row in range(rows)},
        "column_bases": {name: 5000 + place for place, name in enumerate(NAMES)},
        **told,
    }
    return data


def cells(lines):
    return [[cell.strip() for cell in line.split("│")[1:-1]] for line in lines if "│" in line]


@pytest.mark.parametrize("width", [60, 80, 120, 400])
def test_no_number_is_cut_at_any_width(drawn, width):
    data = counts(40)
    lines = drawn(data, width)
    shown = {cell for row in cells(lines) for cell in row}
    assert {str(value) for value in data.to_numpy().ravel() if value < 1000} <= shown
    assert {f"5\u00a0{place:03}" for place in range(17)} <= shown
    assert set(data.index) <= shown
    assert lines[-1] == "Podstawa: 345 wypowiedzi."
    parts = sum("część" in line for line in lines)
    assert (parts == 0) == (width == 400)


def test_numbers_stand_to_the_right(drawn):
    for line in drawn(counts(4), 80):
        for cell in line.split("│")[2:-1]:
            if re.search(r"\d", cell):
                assert cell.endswith(" ")
                assert not cell.endswith("  ")


def test_a_few_rows_of_many_columns_are_turned_over(drawn):
    data = counts(2)
    lines = drawn(data, 80)
    assert lines[0].strip() == "gmina × kod"
    table = [row for row in cells(lines) if row[0] in NAMES]
    assert [row[0] for row in table] == NAMES
    assert [row[1:3] for row in table] == [[str(a), str(b)] for a, b in data.T.to_numpy()]
    assert table[0][3] == "5\u00a0000"  # the base of each gmina stands beside it now


def test_shares_turned_over_are_told_by_their_new_side(drawn):
    data = counts(
        2,
        values="column_percent",
        base="Podstawa: 345 wypowiedzi. Udziały w wypowiedziach kolumny.",
        bases={name: 50 for name in NAMES},
    )
    data = data.astype(float) / 1000
    lines = drawn(data, 80)
    assert lines[0].strip() == "gmina × kod"
    assert "wypowiedziach wiersza" in lines[-1]
    first = next(row for row in cells(lines) if row[0] == NAMES[0])
    assert first[1:] == ["10,0%", "20,0%", "50"]


def test_a_study_of_many_gminy_fits_a_terminal(run, study, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    more = tuple(
        Transcript(item.id, item.text, {**item.meta, "gmina": f"Gmina o długiej nazwie {item.id}"})
        for item in study.transcripts
    )
    write_folder(study.with_(transcripts=more), tmp_path)
    code, out, _ = run("matrix", tmp_path, "--coder", "coder_a")
    assert code == 0
    assert max(map(len, out.splitlines())) <= 80
    assert "podstawa" in out
    assert "kod × gmina" in out
