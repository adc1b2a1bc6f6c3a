"""The summary a run ends with: short on the screen, whole in the file."""

from pathlib import Path

from reports_study import plain_study

from qualcode.errors import Problem
from qualcode.reading.codebooks import load_codebook
from qualcode.summaries import problem_lines, summary
from qualcode.wording import NBSP

LONG = "w transkrypcjach było: " + "; ".join(f"„Pytanie numer {n}?” (w{n})" for n in range(60))


def test_remarks_are_cut_to_what_a_screen_has_room_for():
    problems = [Problem("pytania", LONG) for _ in range(9)] + [Problem("w0", "nie ma daty.")]
    study = plain_study(load_codebook("cus")).with_problems(problems)
    lines = summary(study, Path("wyniki"), coder="m").split("\n")
    told = [line for line in lines if line.startswith("  – ")]
    assert len([line for line in told if line.startswith("  – pytania: ")]) == 2
    assert "  – w0: nie ma daty." in told
    assert max(map(len, told)) < 260
    (rest,) = [line for line in lines if "pełna treść uwag" in line]
    assert "i jeszcze 7 uwag" in rest.replace(NBSP, " ")
    assert str(Path("wyniki/badanie/problems.csv")) in rest


def test_files_left_out_are_all_named():
    problems = [Problem(f"skan{n}.pdf", "nie umiem.", skipped=True) for n in range(30)]
    lines = problem_lines(problems, Path("wyniki/badanie/problems.csv"))
    assert len([line for line in lines if "skan" in line]) == 30


def test_few_short_remarks_stand_as_they_are():
    lines = problem_lines([Problem("w0", "nie ma daty.")], Path("x/problems.csv"))
    assert lines == ["Uwagi:", "  – w0: nie ma daty."]
