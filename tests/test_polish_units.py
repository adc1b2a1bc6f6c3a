"""Units of speech written down without marks: where they begin and what teaches it."""

import csv

import numpy as np
import pytest

from qualcode.polish import units
from qualcode.polish.pipelines import load_pipeline
from qualcode.polish.training.units import END, MARK, NOTHING, Stripped, from_corpora, learn_units
from qualcode.polish.units import BITS, LONGEST, SHORTEST, Traits, addresses, divide

TURN = (
    "autobus jest rano o szóstej i potem dopiero po piętnastej "
    "moja teściowa ma osiemdziesiąt dwa lata i do lekarza wozi ją sąsiad "
    "no i sąsiad też już nie jest młody "
    "myśmy pisali do gminy w tej sprawie dwa razy "
    "druga sprawa to są usługi opiekuńcze pani przychodzi na dwie godziny dziennie"
)


@pytest.fixture(scope="module")
def nlp():
    return load_pipeline()


def starts(doc):
    return [" ".join(token.text for token in sentence[:2]) for sentence in doc.sents]


def test_a_turn_without_marks_is_cut_where_a_listener_would(nlp):
    found = starts(nlp(TURN))
    assert {"moja teściowa", "no i", "myśmy pisali", "druga sprawa"} <= set(found)


def test_no_unit_begins_inside_a_phrase(nlp):
    inside = {"teściowa", "dwa", "lata", "lekarza", "gminy", "sprawie", "razy", "opiekuńcze"}
    assert inside.isdisjoint(start.split()[0] for start in starts(nlp(TURN)))


def test_units_are_the_same_every_time_and_lose_no_word(nlp):
    first, second = nlp(TURN), nlp(TURN)
    assert starts(first) == starts(second)
    assert " ".join(sentence.text for sentence in first.sents) == TURN


def test_capitals_and_lone_dashes_do_not_hide_a_boundary(nlp):
    shouted = TURN.replace("no i sąsiad", "NO I sąsiad").replace("myśmy", "- myśmy")
    found = starts(nlp(shouted))
    assert "NO I" in found
    assert any(start.endswith("myśmy") or start.startswith("myśmy") for start in found)


def test_a_long_written_sentence_stays_whole(nlp):
    sentence = (
        "Przywóz pieczarek z państw trzecich do państw Wspólnoty po raz kolejny znalazł się w tym "
        "roku na poziomie znacznie wyższym niż ten który zapisano w planie przyjętym przez radę "
        "gminy na wniosek wójta i za zgodą powiatu."
    )
    assert len(sentence.split()) > 32
    assert len(list(nlp(sentence).sents)) == 1


def test_punctuated_text_never_meets_the_model_of_speech(nlp, monkeypatch):
    def refuse(self, forms):
        raise AssertionError(forms)

    monkeypatch.setattr(type(nlp.get_pipe("polish_sentences")), "_units", refuse)
    text = "Autobus jedzie o szóstej, wraca o siedemnastej. Przychodnia jest czynna krótko. " * 4
    assert len(list(nlp(text).sents)) == 8


def test_one_strong_cut_takes_the_place_of_weak_ones_beside_it():
    scores = [-9.0] * 19
    scores[9], scores[11] = 3.0, 1.0
    assert divide(scores) == [10]


def test_units_are_neither_endless_nor_scraps():
    for seed in range(5):
        scores = np.random.default_rng(seed).normal(-4, 3, 500).tolist()
        lengths = np.diff([0, *divide(scores), 501])
        assert lengths.min() >= SHORTEST
        assert lengths.max() <= LONGEST
    lengths = np.diff([0, *divide([-30.0] * 300), 301])
    assert lengths.max() <= LONGEST


def test_one_word_has_no_boundary():
    assert divide([]) == []
    assert addresses(["tak"], Traits()).shape[0] == 0


def test_features_do_not_depend_on_what_was_read_before(monkeypatch):
    words = TURN.split()
    fresh = addresses(words, Traits())
    used = Traits()
    monkeypatch.setattr(units, "_MOST_KEPT", 3)
    addresses(["zupełnie", "inne", "słowa", "niż", "tamte"], used)
    assert (addresses(words, used) == fresh).all()
    assert fresh.min() >= 0
    assert fresh.max() < 1 << BITS


def test_features_look_a_few_words_around_and_no_further():
    words = TURN.split()
    other = [*words[:-1], "bilet"]
    changed = (addresses(words, Traits()) != addresses(other, Traits())).any(axis=1)
    assert changed[-1]
    assert not changed[:-4].any()


def test_marks_and_capitals_are_taken_away():
    stripped = Stripped.of([["Tak", ",", "„", "Nowak", "”", "."], ["–", "A", "MOPS-u", "nie", "!"]])
    assert stripped.words == ["tak", "nowak", "a", "mops-u", "nie"]
    assert stripped.before == [END, MARK, END, NOTHING, NOTHING]


def test_only_the_training_part_with_marks_teaches(tmp_path):
    folder = tmp_path / "warsztaty"
    folder.mkdir()
    meta = [("a", "protokół", "train"), ("b", "ASR", "train"), ("c", "protokół", "test")]
    with (folder / "meta.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("transcript", "forma", "split"), *meta])
    rows = [("a", "Raz. Dwa."), ("b", "trzy"), ("c", "Cztery."), ("a", "Pięć.")]
    with (folder / "segments.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("transcript", "text"), *rows])

    def cut(text):
        return [[part.strip(), "."] for part in text.split(".") if part.strip()]

    assert [d.words for d in from_corpora(tmp_path, cut)] == [["raz", "dwa", "pięć"]]
    assert [d.words for d in from_corpora(tmp_path, cut, "test")] == [["cztery"]]


def test_a_word_that_opens_sentences_is_learned():
    sentence = ["natomiast", "gmina", "kupiła", "busa"]
    other = ["ale", "busa", "kupiła", "gmina"]
    taught = Stripped.of([sentence, other, sentence, sentence, other] * 40)
    weights = learn_units([taught], [])
    assert (weights == learn_units([taught], [])).all()
    words = ["gmina", "kupiła", "busa", "natomiast", "gmina", "kupiła"]
    scores = weights[addresses(words, Traits())].sum(axis=1, dtype=np.int64)
    assert scores.argmax() == words.index("natomiast") - 1
