"""The summary a run ends with: short on the screen, whole in the file."""

from pathlib import Path

from reports_study import plain_study

import qualcode as qc
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


def without_gmina(folder, known, unknown):
    talk = "Anna: Nie ma busa.\nJan: Jest dobrze.\n"
    (folder / "znana.txt").write_text(f"Gmina: Żabin\n\n{talk * known}", "utf-8")
    (folder / "bez.txt").write_text(talk * unknown, "utf-8")
    study = qc.code(qc.read(folder, facilitator=()), "rules")
    return summary(study, Path("wyniki"), coder="rules").replace(NBSP, " ").split("\n")


def test_it_comes_first_that_most_statements_have_no_gmina(tmp_path):
    first = without_gmina(tmp_path, 1, 3)[0]
    assert "6 wypowiedzi z 8 (75%) nie ma gminy" in first
    assert "„bez”" in first


def test_few_statements_without_a_gmina_are_a_remark_only(tmp_path):
    assert without_gmina(tmp_path, 3, 1)[0].startswith("Przeczytano")
