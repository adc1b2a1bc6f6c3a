"""What ``qualcode train`` says of the coder it made, and which one it advises to use."""

from pathlib import Path

import pytest
from test_learning import as_given, by_habit, coded

import qualcode as qc
from qualcode.coders.rules import RulesCoder
from qualcode.commands.train import advice
from qualcode.writing.folder import write_folder

SURE = {"segments": 200, "transcripts": 8, "alpha": 0.7, "alpha_low": 0.65, "alpha_high": 0.75}


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ({**SURE, "alpha_before": 0.6}, "Jest lepszy od wbudowanego; użycie: qualcode analyse"),
        ({**SURE, "alpha_before": 0.66}, "niepewna: mieści się w przedziale ufności"),
        ({**SURE, "alpha_before": 0.7}, "Nie jest lepszy od wbudowanego (α = 0,70 wobec 0,70)"),
        ({**SURE, "alpha_before": 0.8}, "Nie jest lepszy od wbudowanego (α = 0,70 wobec 0,80)"),
        (SURE, "Wbudowanego kodera dla tej książki kodowej nie ma"),
        (
            {"segments": 40, "transcripts": 1, "alpha": 0.7, "alpha_before": 0.2},
            "niepewna: zmierzono ją na jednej transkrypcji",
        ),
        ({"segments": 40, "transcripts": 2}, "Nie wiadomo, czy jest lepszy"),
    ],
)
def test_the_better_coder_is_advised_only_where_that_is_sure(figures, words):
    told = advice(figures, Path("moj"))
    assert words in told
    assert ("--coder moj" in told) == ("używaj wbudowanego" not in told)


def as_shipped(codebook):
    """A study a person coded as the shipped coder would, so nothing can be better than that."""
    study = qc.code(coded(codebook, as_given), "rules")
    same = study.codings_of("rules").assign(coder="ewa", score=1.0, evidence="")
    return study.with_(codings=same)


@pytest.mark.parametrize("better", [True, False])
def test_a_coder_learned_from_nothing_is_compared_with_the_shipped_one(
    run, codebook, tmp_path, monkeypatch, better
):
    shipped = RulesCoder(codebook)
    monkeypatch.setattr("qualcode.coders.storage.load_coder", lambda *_, **__: shipped)
    study = coded(codebook, by_habit) if better else as_shipped(codebook)
    write_folder(study, tmp_path / "badanie")
    code, out, _ = run(
        "train", tmp_path / "badanie", "--like", "ewa", "--coder", "linear", "--folds", "2",
        "-o", tmp_path / "moj",
    )  # fmt: skip
    assert code == 0
    assert ("koder wbudowany, bez uczenia: α = 1,00" in out) != better
    assert ("Jest lepszy od wbudowanego" in out) == better
    assert ("Nie jest lepszy od wbudowanego" in out) != better
    assert (tmp_path / "moj" / "model.json").is_file()
