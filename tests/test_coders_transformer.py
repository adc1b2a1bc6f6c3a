"""The shipped transformer coder, which runs without torch."""

import sys

import numpy as np
import pytest
from test_coders import segments

import qualcode as qc
from qualcode.coders.transformer import TransformerCoder
from qualcode.study import EVIDENCE_SEPARATOR

SAID = (
    "Nie ma kto pracować, opiekunki odchodzą za lepszymi pieniędzmi do Niemiec.",
    "Tak.",
    "autobus jeździ dwa razy dziennie i jak ktoś nie ma prawa jazdy to do lekarza nie dojedzie",
    "",
    "🙂 <script>",
)


@pytest.fixture(scope="module")
def coder(codebook):
    return qc.load_coder("transformer", codebook)


def test_it_finds_an_obvious_barrier_and_says_why(coder):
    codings = coder.predict(segments(*SAID[:1], question="Jakie są bariery?"))
    row = codings[codings["code"] == "bariera.kadrowa"].iloc[0]
    words = row["evidence"].split(EVIDENCE_SEPARATOR)
    assert 0 < len(words) <= 4
    assert all(word in SAID[0] for word in words)


def test_a_score_does_not_depend_on_what_else_is_coded(coder):
    together = coder.scores(segments(*SAID))
    alone = np.vstack([coder.scores(segments(text)) for text in SAID])
    assert np.allclose(together, alone, atol=1e-3)


def test_scores_are_probabilities_also_of_nothing_and_of_very_long_turns(coder):
    scores = coder.scores(segments("", "słowo " * 3000))
    assert scores.shape == (2, len(coder.codes))
    assert ((scores >= 0) & (scores <= 1)).all()


def test_the_question_counts(coder):
    asked = coder.scores(
        segments("Transport.", question="Jakie bariery utrudniają dostęp do usług?")
    )
    other = coder.scores(segments("Transport.", question="Jakie usługi są najważniejsze?"))
    assert np.abs(asked - other).max() > 0.01


def test_a_segment_is_scored_the_same_alone_and_in_company(coder):
    rows = segments(*SAID)
    assert np.allclose(coder.scores(rows)[1:2], coder.scores(rows, [1]), atol=1e-5)


def test_saved_and_loaded_it_gives_the_same_scores(coder, codebook, tmp_path):
    coder.save(tmp_path)
    again = TransformerCoder(codebook).load(tmp_path)
    assert np.array_equal(coder.scores(segments(*SAID)), again.scores(segments(*SAID)))


def test_coding_needs_no_torch(coder):
    coder.scores(segments("a"))
    assert "torch" not in sys.modules


def test_training_without_the_extra_says_what_to_install(codebook, study):
    if "torch" in sys.modules:
        pytest.skip("torch is installed")
    with pytest.raises(qc.MissingPartError, match="pip install"):
        TransformerCoder(codebook).learn(study.segments, study.codings_of("coder_a"))
