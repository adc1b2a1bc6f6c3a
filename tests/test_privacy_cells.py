"""Identification risk: labels made general, small cells of count tables blanked."""

import itertools
import random

import numpy as np
import pandas as pd
import pytest

import qualcode as qc
from qualcode.errors import MisuseError
from qualcode.privacy import blank
from qualcode.study import CODINGS, SEGMENTS, Study, Transcript, address, frame


def counts(rows, index=None, columns=None):
    data = np.array(rows)
    return pd.DataFrame(
        data,
        index=index or [f"r{n}" for n in range(len(data))],
        columns=columns or [f"k{n}" for n in range(data.shape[1])],
    )


def test_a_small_cell_takes_others_with_it():
    table = blank(counts([[1, 9, 8], [7, 6, 9], [8, 9, 7]]))
    blanked = {(r, c) for r, c, _ in table.attrs["blanked"]}
    assert ("r0", "k0") in blanked
    for axis, label in ((0, "r0"), (1, "k0")):
        assert sum(pair[axis] == label for pair in blanked) >= 2, "the sum would tell"
    assert [reason for *_, reason in table.attrs["blanked"]].count("mała liczba") == 1
    assert "Znak #" in table.attrs["note"]
    assert "4\xa0komórki" in table.attrs["note"]


def test_nothing_small_nothing_blanked():
    table = counts([[3, 0], [5, 12]])
    result = blank(table)
    pd.testing.assert_frame_equal(result, table)
    assert result.attrs["note"] == ""


def test_totals_are_blanked_only_where_they_must_be():
    shown = counts([[1, 9], [8, 9], [9, 18]], ["A", "B", "Razem"], ["x", "y"])
    result = blank(shown)
    assert result.at["A", "x"] == "#"
    assert result.at["Razem", "y"] != "#"
    alone = blank(counts([[1], [9], [10]], ["A", "B", "razem"], ["x"]))
    assert list(alone["x"]).count("#") >= 2


def test_people_behind_statements_decide():
    statements = counts([[20, 30], [40, 50]])
    people = counts([[2, 9], [9, 9]])
    assert blank(statements, people=people).iat[0, 0] == "#"
    assert (blank(statements) == statements).all().all()


def test_an_author_is_warned_where_zeros_tell():
    table = blank(counts([[2, 0], [3, 0]]))
    assert table.iat[0, 0] == "#"
    assert "nie podawaj sum" in table.attrs["warning"]


@pytest.mark.parametrize("wrong", [[[0.5]], [[-1]], [["dużo"]]])
def test_only_counts_are_blanked(wrong):
    with pytest.raises(MisuseError):
        blank(counts(wrong))
    with pytest.raises(MisuseError):
        blank(counts([[1]]), k=1)


def possible(table, hidden, shown):
    """Return the values each hidden cell can have, by trying all; margins are known."""
    found = {place: set() for place in hidden}
    for values in itertools.product(range(int(table.max()) + 2), repeat=len(hidden)):
        trial = table.copy()
        for place, value in zip(hidden, values, strict=True):
            trial[place] = value
        if fits(trial, table, shown):
            for place, value in zip(hidden, values, strict=True):
                found[place].add(value)
    return found


def fits(trial, table, shown):
    if shown:
        inside = trial[:-1, :-1]
        sums = (inside.sum(axis=0) == trial[-1, :-1]).all()
        sums &= (inside.sum(axis=1) == trial[:-1, -1]).all()
        return sums and trial[-1, :-1].sum() == trial[-1, -1] == trial[:-1, -1].sum()
    rows = trial.shape[1] < 2 or (trial.sum(axis=1) == table.sum(axis=1)).all()
    return rows and (trial.shape[0] < 2 or (trial.sum(axis=0) == table.sum(axis=0)).all())


@pytest.mark.parametrize("seed", range(25))
def test_no_blanked_small_cell_can_be_computed(seed):
    chance = random.Random(seed)
    rows, columns = chance.choice([(1, 3), (2, 2), (2, 3), (3, 1)])
    body = np.array([[chance.randrange(5) for _ in range(columns)] for _ in range(rows)])
    shown = seed % 2 == 0
    if shown:
        body = np.c_[body, body.sum(axis=1)]
        body = np.r_[body, [body.sum(axis=0)]]
    table = counts(body)
    if shown:
        table = table.rename(index={table.index[-1]: "razem"}, columns={table.columns[-1]: "razem"})
    result = blank(table)
    hidden = list(zip(*np.nonzero((result == "#").to_numpy()), strict=True))
    if result.attrs["warning"] or (body.max() + 2) ** len(hidden) > 20_000:
        return
    for place, values in possible(body, hidden, shown).items():
        if 0 < body[place] < 3:
            assert len(values) > 1, (table, result, place)


@pytest.fixture(scope="module")
def spoken():
    lines = [
        ("Sołtyska Ela", "sołtyska", "Jako sołtyska mówię: brak busa."),
        ("Prowadząca", "prowadzący", "Kto jeszcze?"),
        ("Pan A", "mieszkaniec", "Nie ma lekarza."),
        ("Pan B", "mieszkaniec", "Nie ma kto pomóc."),
        ("Pan C", "mieszkaniec", "Zgadzam się."),
        ("Sołtyska Ela", "sołtyska", "I drogi."),
    ]
    text, rows = "", []
    for speaker, role, said in lines:
        start = len(text) + len(speaker) + 2
        text += f"{speaker}: {said}\n"
        end = start + len(said)
        place = address("a", start, end)
        rows.append((place, "a", start, end, float("nan"), speaker, role, "", said))
    codings = [(rows[5][0], "bariera.transportowa", "coder_a", 1.0, "drogi")]
    return Study(
        qc.load_codebook("cus"),
        (Transcript("a", text, {"gmina": "Nowa"}),),
        frame(SEGMENTS, rows),
        frame(CODINGS, codings),
    )


def test_suppressed_people_have_no_role_in_the_text_either(spoken):
    study = qc.suppress(spoken, k=2)
    text = study.transcripts[0].text
    assert "Sołtyska Ela" not in text
    assert text.startswith("osoba 1: Jako sołtyska")
    assert "Pan B: " in text, "whoever is in a crowd keeps the label"
    assert "Prowadząca: " in text
    for row in study.segments.itertuples():
        assert text[row.start : row.end] == row.text
    assert set(study.codings["segment"]) <= set(study.segments["segment"])
    assert study.codings["evidence"].tolist() == ["drogi"]


def test_people_who_name_their_role_are_pointed_out(spoken):
    told = [p.sentence for p in qc.suppress(spoken, k=2).problems]
    assert len(told) == 1
    assert "mówi o swojej roli" in told[0]
    assert "sołtys" not in told[0]


def test_a_large_crowd_is_left_as_it_is(spoken):
    crowd = spoken.with_(segments=spoken.segments.assign(role="mieszkaniec"))
    assert qc.suppress(crowd, k=2).transcripts == crowd.transcripts
