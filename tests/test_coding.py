import pandas as pd
import pytest

import qualcode as qc


def test_coding_adds_a_coder_and_leaves_people_alone(study):
    coded = qc.code(study, "rules")
    assert coded.coders == ["coder_a", "coder_b", "rules"]
    assert coded.codings_of("coder_a").equals(study.codings_of("coder_a"))
    facilitator = study.segments.loc[study.segments["role"] == "prowadzący", "segment"]
    assert not coded.codings_of("rules")["segment"].isin(facilitator).any()


def test_coding_twice_is_coding_once(study):
    once = qc.code(study, "rules")
    assert qc.code(once, "rules") == once


def test_unknown_coder_is_a_misuse(study):
    with pytest.raises(qc.MisuseError, match="rules"):
        qc.code(study, "rulez")


def test_a_column_of_answers_keeps_its_index():
    answers = pd.Series(
        {"r7": "Brakuje nam psychologa dla dzieci.", "r9": None, "r11": "Nie wiem."}
    )
    coded = qc.code_texts(answers, questions="Jakie mamy priorytety?", coder="rules")
    assert list(coded.index) == ["r7", "r9", "r11"]
    assert coded.shape == (3, 44)
    assert coded.loc["r7", "priorytet.zdrowie_psychiczne"]
    assert not coded.loc["r9"].any()
    assert set(coded.dtypes) == {pd.Series([True]).dtype}


def test_scores_are_probabilities():
    scores = qc.code_texts(["Brakuje pieniędzy."], coder="rules", scores=True)
    assert scores.to_numpy().min() >= 0
    assert scores.to_numpy().max() <= 1
    assert scores.loc[0, "bariera.finansowa"] > 0.5


def test_as_many_questions_as_texts():
    with pytest.raises(qc.MisuseError, match="2"):
        qc.code_texts(["a", "b"], questions=["x", "y", "z"], coder="rules")


def test_no_texts_no_rows():
    assert qc.code_texts([], coder="rules").shape == (0, 44)


def test_a_short_answer_keeps_its_codes_when_its_question_is_known():
    answers = ["Brak pieniędzy", "nie ma opiekunek"]
    coded = qc.code_texts(answers, questions="Jakie są najważniejsze bariery rozwoju usług?")
    assert coded["bariera.finansowa"].tolist() == [True, False]
    assert coded["bariera.kadrowa"].tolist() == [False, True]


@pytest.mark.parametrize("wrong", ["Brakuje opiekunek", pd.DataFrame({"a": ["x"], "b": ["y"]})])
def test_one_text_or_a_whole_table_is_no_column_of_answers(wrong):
    with pytest.raises(qc.MisuseError, match="jedną kolumnę"):
        qc.code_texts(wrong)
