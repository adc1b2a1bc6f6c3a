"""What a person should look at first."""

import numpy as np
import pytest

import qualcode as qc
from qualcode.coders.base import Coder
from qualcode.reliability import people
from qualcode.worklist import COLUMNS, decision_weights, priorities
from qualcode.writing.folder import write_folder


class Known(Coder):
    """Gives the scores it is told, by a word of the text."""

    name = "known"

    def __init__(self, codebook, by_word):
        super().__init__(codebook)
        self.by_word = by_word
        self.thresholds_ = np.full(len(codebook), 0.5)

    def fit(self, segments, codings):
        return self

    def scores(self, segments):
        scores = np.zeros((len(segments), len(self.codes)))
        for row, text in enumerate(segments["text"]):
            for word, codes in self.by_word.items():
                if word in text:
                    for code, score in codes.items():
                        scores[row, self.codes.index(code)] = score
        return scores


@pytest.fixture
def unread(study):
    return study.with_(codings=study.codings.iloc[:0])


def test_the_most_doubtful_comes_first_and_says_what_is_doubtful(unread):
    coder = Known(
        unread.codebook,
        {
            "opiekunki": {"bariera.kadrowa": 0.97},
            "dobrze": {"bariera.finansowa": 0.6, "bariera.spoleczna": 0.4},
            "budżet": {"bariera.finansowa": 0.8},
        },
    )
    queue = qc.review_queue(unread, coder=coder)
    assert list(queue.columns) == list(COLUMNS)
    assert queue.index.tolist() == [1, 2, 3, 4, 5]
    first = queue.loc[1]
    assert first["text"] == "U nas jest dobrze."
    assert first["codes"] == "bariera.finansowa"
    assert first["unsure"] == "bariera.finansowa"
    assert first["missed"] == "bariera.spoleczna"
    assert first["doubt"] == pytest.approx(0.8)
    assert queue.loc[2, "text"].startswith("Pieniędzy")
    assert np.allclose(queue["doubt"] * queue["influence"], queue["priority"], atol=1e-3)
    assert queue["priority"].is_monotonic_decreasing


def test_what_a_person_read_and_what_the_facilitator_said_is_left_out(study):
    queue = qc.review_queue(study, coder="rules")
    assert queue.empty
    assert "człowiek przeczytał już 5" in queue.attrs["base"].replace("\u00a0", " ")
    read = study.segments["segment"].iloc[1]
    some = study.with_(codings=study.codings[study.codings["segment"] == read])
    queue = qc.review_queue(some, coder="rules")
    assert len(queue) == 4
    assert read not in set(queue["segment"])


def test_a_machine_that_read_everything_changes_nothing(unread):
    plain = qc.review_queue(unread, coder="rules")
    machine = qc.code(unread, "rules")
    assert people(machine) == []
    assert qc.review_queue(machine, coder="rules").equals(plain)


def test_equals_stand_in_the_order_of_the_study(unread):
    queue = qc.review_queue(unread, coder=Known(unread.codebook, {}))
    assert queue["segment"].tolist() == unread.said["segment"].tolist()


def test_only_the_top_is_given_when_asked(unread):
    whole = qc.review_queue(unread, coder="rules")
    assert qc.review_queue(unread, coder="rules", n=2).equals(whole.head(2))
    with pytest.raises(qc.MisuseError, match="dodatnia"):
        qc.review_queue(unread, n=0)


def test_missed_and_rare_codes_weigh_more():
    thresholds = np.array([0.5, 0.5])
    scores = np.array([[0.9, 0.1]] * 9 + [[0.1, 0.9]])
    missing, needless = decision_weights(scores, thresholds)
    assert (missing > needless).all()
    assert missing[1] > missing[0]  # the second code is rarer
    # equal chances of a mistake: a missed code, a code given in vain
    two = np.array([[0.4, 0.0], [0.6, 0.0]])
    first, second = priorities(two, thresholds, np.stack([missing, needless]))
    assert first > second


def test_reading_in_this_order_mends_more_than_reading_at_random(unread):
    """On scores that mean what they say, the top half holds more than half of the mistakes."""
    rng = np.random.default_rng(0)
    scores = rng.beta(0.3, 2, size=(400, 12))
    labels = rng.random(scores.shape) < scores
    thresholds = np.full(12, 0.4)
    mistakes = ((scores >= thresholds) != labels).sum(axis=1)
    order = np.argsort(-priorities(scores, thresholds, decision_weights(scores, thresholds)))
    assert mistakes[order[:200]].sum() > 0.6 * mistakes.sum()


def test_the_command_writes_a_sheet_people_can_read(unread, tmp_path, monkeypatch, capsys):
    import openpyxl

    from qualcode.commands import main

    write_folder(unread, tmp_path / "badanie")
    sheet = tmp_path / "kolejka.xlsx"
    main(["review-queue", str(tmp_path / "badanie"), "--coder", "rules", "-o", str(sheet)])
    rows = list(openpyxl.load_workbook(sheet).worksheets[0].iter_rows(values_only=True))
    cells = [str(cell) for row in rows for cell in row if cell is not None]
    assert {"wypowiedź", "kody maszyny", "może brakuje"} <= set(cells)
    assert "Pieniędzy nie ma, budżet pusty." in cells
    assert any(cell.startswith("Bariera rozwoju usług: Finansowa") for cell in cells)
    main(["review-queue", str(tmp_path / "badanie"), "--coder", "rules", "--n", "1"])
    assert "Do sprawdzenia" in capsys.readouterr().out
