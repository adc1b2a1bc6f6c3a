import numpy as np
import pandas as pd
import pytest

import qualcode as qc
from qualcode.coders.base import Coder
from qualcode.coders.calibration import best_thresholds, fit_platt, platt, transcript_folds
from qualcode.coders.cues import PatternIndex, load_cues
from qualcode.coders.linear import LinearCoder
from qualcode.coders.rules import RulesCoder
from qualcode.coders.tokens import Token
from qualcode.study import CODINGS, SEGMENTS, Code, Facet, frame


def tokens(text):
    """Tokens whose lemma is the form: enough to test patterns without a pipeline."""
    found, place = [], 0
    for word in text.split():
        found.append(Token(place, place + len(word), (word.lower(),)))
        place += len(word) + 1
    return found


def segments(*texts, question="", transcript="a"):
    return frame(
        SEGMENTS,
        [
            {
                "segment": f"{transcript}:{n}-{n + 1}",
                "transcript": transcript,
                "start": n,
                "end": n + 1,
                "question": question,
                "text": text,
            }
            for n, text in enumerate(texts)
        ],
    )


def codes_of(codings, segment):
    return set(codings.loc[codings["segment"] == segment, "code"]) - {""}


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("opiekunka", "jest opiekunka tu", True),
        ("opiek*", "dwie opiekunki", True),
        ("opiek*", "piekarnia", False),
        ("nie ma kto/komu", "u nas nie ma komu robić", True),
        ("kolejka ... lekarz", "kolejka do naszego lekarz", True),
        ("kolejka ... lekarz", "kolejka a potem jeszcze raz długo lekarz", False),
        ("brak opiekunka", "brak", False),
    ],
)
def test_patterns(pattern, text, found):
    assert bool(list(PatternIndex([(pattern, "x")]).find(tokens(text)))) is found


def test_a_cue_file_with_an_unknown_code_is_refused(tmp_path, codebook):
    file = tmp_path / "cues.yaml"
    file.write_text("codes:\n  bariera.kadrow:\n    sure: [wakat]\n", "utf-8")
    with pytest.raises(qc.CodebookError, match=r"bariera\.kadrowa"):
        load_cues(file, codebook.codes)


def test_rules_say_which_words_led_to_a_code(codebook):
    codings = RulesCoder(codebook).predict(segments("Ludzie się wstydzą przyjść."))
    row = codings[codings["code"] == "bariera.spoleczna"].iloc[0]
    assert "wstydzą" in row["evidence"]
    assert row["coder"] == "rules"


def test_a_negated_barrier_is_no_barrier(codebook):
    coder = RulesCoder(codebook)
    said = coder.predict(segments("Jest wypalenie.", "Nie ma wypalenia."))
    assert "bariera.kadrowa" in codes_of(said, "a:0-1")
    assert "bariera.kadrowa" not in codes_of(said, "a:1-2")


def test_a_lack_cue_needs_a_word_of_lack(codebook):
    said = RulesCoder(codebook).predict(segments("Brakuje psychologa.", "Pozdrawiam psychologa."))
    assert "priorytet.zdrowie_psychiczne" in codes_of(said, "a:0-1")
    assert "priorytet.zdrowie_psychiczne" not in codes_of(said, "a:1-2")


def test_segments_without_a_code_are_marked_as_read(codebook):
    said = RulesCoder(codebook).predict(segments("Mhm."))
    assert said["code"].tolist() == [""]


TEXTS = {
    "bariera.finansowa": "Pieniędzy w budżecie nie ma na nic.",
    "usluga.zdrowotna": "Lekarz przyjmuje w przychodni.",
    "": "Proszę zamknąć okno.",
}


@pytest.fixture(scope="module")
def trained():
    book = qc.load_codebook("cus")
    rows = [segments(*TEXTS.values(), transcript=f"t{n}") for n in range(6)]
    data = pd.concat(rows, ignore_index=True)
    codings = frame(
        CODINGS,
        [
            {"segment": segment, "code": code, "coder": "a", "score": 1.0}
            for segment, code in zip(data["segment"], list(TEXTS) * 6, strict=True)
        ],
    )
    return LinearCoder(book).fit(data, codings), data


def test_the_linear_coder_learns_what_it_was_shown(trained):
    coder, _ = trained
    said = coder.predict(segments("W budżecie nie ma pieniędzy.", "Nasz lekarz i przychodnia."))
    assert codes_of(said, "a:0-1") == {"bariera.finansowa"}
    assert codes_of(said, "a:1-2") == {"usluga.zdrowotna"}


def test_saved_and_loaded_it_decides_the_same(trained, tmp_path):
    coder, data = trained
    coder.save(tmp_path)
    again = LinearCoder(coder.codebook).load(tmp_path)
    assert again.predict(data)["code"].tolist() == coder.predict(data)["code"].tolist()
    np.testing.assert_allclose(again.scores(data), coder.scores(data), atol=0.01)


def test_folds_never_split_a_transcript():
    names = pd.Series(list("aaabbbbccdddddee"))
    for train, test in transcript_folds(names, 3):
        assert not set(names[train]) & set(names[test])
        assert len(train) + len(test) == len(names)


def test_thresholds_and_calibration_follow_the_labels():
    rng = np.random.default_rng(0)
    labels = rng.random((400, 2)) < 0.3
    raw = np.where(labels, 1.0, -1.0) + rng.normal(0, 0.5, labels.shape)
    scores = platt(raw, fit_platt(raw, labels))
    given = scores >= best_thresholds(scores, labels)
    assert (given == labels).mean() > 0.95
    assert abs(scores.mean() - labels.mean()) < 0.02


def test_every_coder_keeps_the_contract(codebook, trained):
    data = segments("Brakuje opiekunek.", "Mhm.", question="Jakie są bariery?")
    for coder in (RulesCoder(codebook), trained[0]):
        assert isinstance(coder, Coder)
        scores = coder.scores(data)
        assert scores.shape == (2, 44)
        assert ((scores >= 0) & (scores <= 1)).all()
        said = coder.predict(data)
        assert list(said.columns) == [column.name for column in CODINGS]
        assert set(said["segment"]) == set(data["segment"])
        assert said.equals(coder.predict(data))


def test_a_codebook_of_ones_own_is_coded_from_its_definitions():
    book = qc.Codebook(
        "moja",
        "Moja",
        (
            Facet(
                "temat",
                "Temat",
                codes=(
                    Code(
                        "temat.droga",
                        "Drogi",
                        "Dziury w drodze, chodniki, asfalt",
                        examples=("Ulica dziurawa.",),
                    ),
                    Code("temat.szkola", "Szkoła", "Nauczyciele, lekcje, klasy, uczniowie"),
                ),
            ),
        ),
    )
    coder = qc.load_coder(None, book)
    assert coder.name == "similarity"
    said = coder.predict(
        segments("Asfalt i chodniki popękane.", "Uczniowie i nauczyciele na lekcji.")
    )
    assert codes_of(said, "a:0-1") == {"temat.droga"}
    assert codes_of(said, "a:1-2") == {"temat.szkola"}
    assert "Asfalt" in said["evidence"][0]
