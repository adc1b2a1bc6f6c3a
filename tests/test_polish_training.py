"""Training: readers, learners, and the command on a tiny treebank."""

import lzma

import numpy as np
import pytest

from qualcode.polish.boundaries import Looks, gaps
from qualcode.polish.candidates import Candidates, Place
from qualcode.polish.entries import Entries
from qualcode.polish.prior import Prior
from qualcode.polish.training.loglinear import Choices, fit, fit_binary
from qualcode.polish.training.material import (
    UNKNOWN,
    decided,
    detached_spaces,
    fingerprint,
    old_polish,
    right,
)
from qualcode.polish.training.naming import from_speech, labels_of, lowered
from qualcode.polish.training.priors import count_forms, learn_prior
from qualcode.polish.training.tagging import learn_tagger, measured
from qualcode.polish.training.treebanks import Named, Word, read_conllu, unpack_7z
from qualcode.resources import find

TREE = """\
# text = Zrobiłbym to.
1-2\tZrobiłbym\t_\t_\t_\t_\t_\t_\t_\t_
1\tZrobił\tzrobić\tVERB\tpraet:sg:m1:perf\tNumber=Sing\t0\troot\t_\t_
2\tbym\tby\tAUX\tpart\t_\t1\taux\t_\t_
3\tto\tto\tPRON\tsubst:sg:acc:n:ncol\tCase=Acc\t1\tobj\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\tinterp\t_\t1\tpunct\t_\t_

# text = Gmina ma to.
1\tGmina\tgmina\tNOUN\tsubst:sg:nom:f\tCase=Nom\t2\tnsubj\t_\t_
2\tma\tmieć\tVERB\tfin:sg:ter:imperf\tNumber=Sing\t0\troot\t_\t_
3\tto\tto\tPRON\tsubst:sg:acc:n:ncol\tCase=Acc\t2\tobj\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\tinterp\t_\t2\tpunct\t_\t_

"""


@pytest.fixture
def trees(tmp_path):
    path = tmp_path / "drzewa.conllu.xz"
    path.write_bytes(lzma.compress(TREE.encode()))
    return read_conllu(path)


def test_split_words_are_read_as_written(trees):
    assert trees[0].forms == ["Zrobiłbym", "to", "."]
    assert trees[0].words[0].lemma == "zrobić"
    assert trees[0].spaces == [True, False, True]


def test_a_tagger_learns_what_it_is_shown(trees):
    candidates = Candidates()
    counts = count_forms(tuple(sentence.forms) for sentence in trees)
    entries = Entries(candidates, learn_prior(counts, candidates))
    tagger = learn_tagger([(trees * 8, 1.0)], entries)
    assert measured(tagger, trees) == {"lemma": 1.0, "upos": 1.0}


def test_the_prior_prefers_what_is_common():
    candidates = Candidates()
    forms = [("mam", "gminę"), ("masz", "gminy"), ("mieć", "gminom")] * 5 + [("mam", "mamę")]
    prior = learn_prior(count_forms(forms), candidates)
    found = candidates(Place("mam"))
    best = max(found, key=prior.weight)
    assert best.lemma == "mieć"
    assert Prior.read(prior.lines()).levels(found)


def test_conventions_of_old_polish_are_not_learned(trees):
    gerund = Word("pisanie", "pisanie", "NOUN", tag="ger:sg:nom:n:imperf:aff")
    changed = old_polish([trees[0].__class__((gerund,))])
    assert changed[0].words[0].upos == UNKNOWN


def test_decisions_name_sentences_by_their_code():
    named = Named("d", ("Jest", "tak", "."), ((), (), ()))
    answers = {fingerprint(named.forms): {0: ("być", "VERB")}}
    sentence = decided([named], answers)[0]
    assert [word.upos for word in sentence.words] == ["VERB", UNKNOWN, UNKNOWN]


def test_decisions_in_the_project_hold_no_text():
    lines = find("corpora/mowa/nkjp.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert len(rows) > 1000
    assert all(len(row) == 4 and len(row[0]) == 12 for row in rows)


def test_gold_is_found_among_candidates():
    candidates = Candidates()(Place("usługami"))
    answer = right(candidates, Word("usługami", "usługa", "NOUN", "Case=Ins|Number=Plur"))
    chosen = [c.lemma for c, good in zip(candidates, answer, strict=True) if good]
    assert chosen == ["usługa"]
    assert right(candidates, Word("usługami", "pies", "NOUN")) is None


def test_entities_of_nkjp_become_one_label_per_word():
    named = Named(
        "d",
        ("ulica", "Jana", "Nowaka", "w", "Łodzi"),
        (
            ("B-geogName",),
            ("B-persName", "B-persName-forename", "I-geogName"),
            ("B-persName-surname", "I-geogName", "I-persName"),
            (),
            ("B-placeName-settlement",),
        ),
    )
    assert labels_of(named) == [3, 3, 3, 0, 2]
    assert lowered(named).forms[1] == "jana"


def test_own_speech_teaches_names():
    speech = read_conllu(find("corpora/mowa/mowa-train.conllu"))
    labels = [label for named in from_speech(speech) for label in labels_of(named)]
    assert len(labels) >= 3000
    assert set(labels) == {0, 1, 2, 3, 4, 5, 6}


def test_our_speech_is_large_enough_and_well_formed():
    for part in ("train", "test"):
        sentences = read_conllu(find(f"corpora/mowa/mowa-{part}.conllu"))
        assert sum(len(sentence.words) for sentence in sentences) >= 3000
        for sentence in sentences:
            written = "".join(w.form + " " * w.space for w in sentence.words).strip()
            assert written == sentence.text
            assert all(word.lemma and word.upos for word in sentence.words)


def test_spaces_of_nkjp_are_guessed():
    forms = ["Tak", ",", "(", "może", ")", "jutro", "."]
    spaces = detached_spaces(forms)
    written = "".join(f + " " * s for f, s in zip(forms, spaces, strict=True))
    assert written.strip() == "Tak, (może) jutro."


def test_gaps_are_asked_only_where_a_sentence_may_begin():
    forms = ["Tak", "jest", ".", "Nowy", "dzień", "pani", "Anny"]
    found = gaps(forms, [True, False, True, True, True, True, True], Looks())
    assert [gap.at for gap in found] == [3, 6]


def test_loglinear_choice_and_logistic_fit():
    choices = Choices(
        np.array([[0, 2], [1, 2], [0, 3], [1, 3]]),
        np.array([0, 2]),
        np.array([True, False, True, False]),
        np.ones(2),
    )
    weights = fit(choices, 4, penalty=0.1)
    assert weights[0] > weights[1]
    weights = fit_binary(np.array([[0], [1], [0]]), np.array([True, False, True]), 2, penalty=0.1)
    assert weights[0] > 0 > weights[1]


def test_only_7z_is_unpacked(tmp_path):
    path = tmp_path / "x.7z"
    path.write_bytes(b"not an archive at all, no matter how long it is")
    with pytest.raises(ValueError, match="no 7z"):
        unpack_7z(path)
