"""Learning from people: honest folds, warm starts, abstention."""

import numpy as np
import pytest

import qualcode as qc
from qualcode.coders.adapted import AdaptedCoder
from qualcode.coders.base import Coder
from qualcode.coders.calibration import any_wrong, best_thresholds
from qualcode.coders.heldout import out_of_fold
from qualcode.coders.rules import RulesCoder
from qualcode.coders.storage import trainable_kind
from qualcode.study import CODINGS, SEGMENTS, Study, Transcript, address, decisions, frame

SAID = {
    "Pieniędzy w budżecie gminy nie ma na nic.": "bariera.finansowa",
    "Opiekunki odchodzą, nie ma kto pracować.": "bariera.kadrowa",
    "Ludzie się wstydzą przyjść po pomoc.": "bariera.spoleczna",
    "Proszę zamknąć okno, bo wieje.": "",
}


def coded(codebook, code_of, meetings=10):
    """A study of meetings where the same four things are said; a person codes by a rule."""
    rows, codings, transcripts = [], [], []
    for number in range(meetings):
        text, name = "", f"m{number}"
        for said in SAID:
            sentence = f"{said[:-1]} ({number})."
            start, text = len(text), f"{text}{sentence}\n"
            segment = address(name, start, start + len(sentence))
            rows.append(
                {
                    "segment": segment,
                    "transcript": name,
                    "start": start,
                    "end": start + len(sentence),
                    "speaker": "Ela",
                    "text": sentence,
                }
            )
            codings.append(
                {"segment": segment, "code": code_of(SAID[said]), "coder": "ewa", "score": 1.0}
            )
        transcripts.append(Transcript(name, text))
    return Study(codebook, tuple(transcripts), frame(SEGMENTS, rows), frame(CODINGS, codings))


def as_given(code):
    return code


def by_habit(code):
    """A person who takes barriers of staff for barriers of organisation."""
    return "bariera.organizacyjna" if code == "bariera.kadrowa" else code


@pytest.fixture(scope="module")
def book():
    return qc.load_codebook("cus")


class Spy(Coder):
    """Notes what it was shown and gives one code to everything."""

    name = "spy"
    shown: list = []  # noqa: RUF012 - shared on purpose by the copies of each fold

    def fit(self, segments, codings):
        self.known = set(codings["segment"])
        return self

    def scores(self, segments):
        transcripts = {segment.partition(":")[0] for segment in self.known}
        self.shown.append((transcripts, set(segments["transcript"])))
        scores = np.zeros((len(segments), len(self.codes)))
        scores[:, 0] = 0.9
        return scores

    @property
    def thresholds_(self):
        return np.full(len(self.codes), 0.5)


def test_no_transcript_is_coded_by_a_coder_that_saw_it(book):
    study = coded(book, as_given)
    Spy.shown.clear()
    honest = qc.code(study, Spy(book), like="ewa", folds=5)
    assert len(Spy.shown) == 5
    for learned, judged in Spy.shown:
        assert not learned & judged
        assert learned | judged == set(study.segments["transcript"])
    assert set(honest.codings_of("spy")["segment"]) == set(study.segments["segment"])
    assert honest.codings_of("ewa").equals(study.codings_of("ewa"))
    assert qc.code(honest, Spy(book), like="ewa", folds=5) == honest


def test_only_what_the_person_read_is_coded_out_of_fold(book):
    study = coded(book, as_given)
    half = study.with_(codings=study.codings.iloc[:32])
    honest = qc.code(half, Spy(book), like="ewa")
    assert set(honest.codings_of("spy")["segment"]) == set(half.codings["segment"])


def test_a_single_transcript_is_cut_into_blocks(book):
    study = coded(book, as_given)
    one = study.segments.assign(transcript="razem")
    found = out_of_fold(lambda: Spy(book), one, study.codings, folds=4)
    assert found["segment"].tolist() == one["segment"].tolist()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"like": "ewa", "folds": 1}, "co najmniej 2"),
        ({"like": "ewka"}, "Czy chodziło o „ewa”"),
        ({"like": "ewa", "coder": "rules"}, "adapted, linear i transformer"),
        ({"abstain": 1.5, "coder": "rules"}, "1,50"),
        ({"folds": 3, "coder": "rules"}, "„folds=3” działa tylko razem z „like”"),
    ],
)
def test_a_wrong_call_is_a_sentence(book, arguments, words):
    with pytest.raises(qc.MisuseError, match=words):
        qc.code(coded(book, as_given), **arguments)


def test_too_few_codings_are_refused_with_their_number(book):
    study = coded(book, as_given, meetings=7)
    for call in (qc.train, lambda *a: qc.code(study, like="ewa")):
        with pytest.raises(qc.MisuseError, match=r"28.*30"):
            call(study, "ewa")


@pytest.fixture(scope="module")
def adapted(book):
    study = coded(book, by_habit)
    prior = RulesCoder(book)
    return AdaptedCoder(book, prior).fit(study.segments, study.codings), prior, study


def test_a_warm_start_takes_over_a_habit_and_keeps_the_rest(adapted, book):
    coder, prior, _ = adapted
    other = coded(book, by_habit, meetings=12)
    fresh = other.segments[other.segments["transcript"].isin(["m10", "m11"])]
    truth = decisions(fresh["segment"], other.codings, coder.codes).to_numpy()
    learned = coder.scores(fresh) >= coder.thresholds_
    before = prior.scores(fresh) >= prior.thresholds_
    column = coder.codes.index("bariera.organizacyjna")
    assert not before[:, column].any()
    assert (learned[:, column] == truth[:, column]).all()
    assert (learned != truth).sum() < (before != truth).sum()


def test_with_nothing_to_correct_it_decides_as_the_coder_it_began_with(book):
    study = coded(book, as_given)
    prior = RulesCoder(book)
    scores = prior.scores(study.segments)
    said = prior.predict(study.segments)
    coder = AdaptedCoder(book, prior).fit(study.segments, said)
    given = coder.scores(study.segments) >= coder.thresholds_
    assert (given == (scores >= prior.thresholds_)).mean() > 0.999


def test_an_adapted_coder_is_the_same_after_saving(adapted, book, tmp_path):
    coder, prior, study = adapted
    coder.save(tmp_path)
    again = AdaptedCoder(book, prior).load(tmp_path)
    np.testing.assert_allclose(
        again.scores(study.segments), coder.scores(study.segments), atol=1e-4
    )
    assert again.predict(study.segments)["code"].tolist() == (
        coder.predict(study.segments)["code"].tolist()
    )


def test_known_codes_are_learned_from_a_warm_start_and_own_ones_from_nothing(book):
    assert trainable_kind(book) == "adapted"
    own = qc.Codebook("cus", "Moja", book.facets[:2])
    assert trainable_kind(own) == "linear"
    with pytest.raises(qc.MissingPartError, match="linear"):
        qc.train(coded(own, as_given), "ewa", coder="adapted")


def test_rare_codes_take_the_thresholds_of_the_prior():
    labels = np.zeros((40, 2), dtype=bool)
    labels[:20, 0] = True
    labels[0, 1] = True
    scores = np.where(labels, 0.8, 0.6)
    chosen = best_thresholds(scores, labels, prior=np.array([0.3, 0.3]))
    assert chosen[1] == pytest.approx(0.3)
    assert 0.3 < chosen[0] < 0.8


class Doubtful(Coder):
    """Sure where something is good, unsure elsewhere."""

    name = "doubtful"

    def fit(self, segments, codings):
        return self

    def scores(self, segments):
        scores = np.zeros((len(segments), len(self.codes)))
        scores[:, 0] = np.where(segments["text"].str.contains("dobrze"), 0.95, 0.55)
        return scores

    @property
    def thresholds_(self):
        return np.full(len(self.codes), 0.5)


def test_a_coder_may_leave_a_segment_undecided(study):
    coder = Doubtful(study.codebook)
    everything = qc.code(study, coder)
    assert set(everything.codings_of("doubtful")["segment"]) == set(study.said["segment"])
    careful = qc.code(study, coder, abstain=0.3)
    sure = study.said.loc[study.said["text"].str.contains("dobrze"), "segment"]
    assert careful.codings_of("doubtful")["segment"].tolist() == sure.tolist()
    # an undecided segment counts as not read
    assert len(qc.table(careful, coder="doubtful")) == 1
    assert len(qc.table(everything, coder="doubtful")) == 5


def test_the_chance_of_a_mistake_is_that_of_independent_decisions():
    scores = np.array([[0.9, 0.2], [1.0, 0.0]])
    assert any_wrong(scores, np.array([0.5, 0.5])) == pytest.approx([1 - 0.9 * 0.8, 0])
