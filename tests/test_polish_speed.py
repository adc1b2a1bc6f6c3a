"""What makes the Polish pipeline fast changes nothing it says."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.polish import blank_pipeline, load_pipeline
from qualcode.polish import entries as entries_module
from qualcode.polish.candidates import Place, keys, places
from qualcode.polish.features import number, numbers
from qualcode.polish.lexemes import _CHEAP
from qualcode.polish.speech import repetitions

TEXTS = [
    "W gminie nie ma lekarza. Pani Anna z Radomia mówi, że brakuje opiekunek środowiskowych.",
    "Ul. Długa 5, 26-600 Radom; np. MOPS-ie czy GOPS. Biało-czerwone flagi wiszą od 12.03.2021 r.",
    "yyy no u nas u nas w gminie to jest tak że nie ma dojazdu i nie ma jak dojechać do lekarza",
]


@pytest.fixture(scope="module")
def tagger():
    return load_pipeline().get_pipe("polish_tagger").tagger


def analysed(nlp, texts):
    return [
        [(t.text, t.lemma_, t.pos_, t.tag_, str(t.morph), t.ent_type_) for t in doc]
        for doc in nlp.pipe(texts)
    ]


@given(st.lists(st.text(max_size=12)))
def test_many_numbers_are_those_of_single_strings(texts):
    assert numbers(texts).tolist() == [number(text) for text in texts]


@given(st.text(min_size=1, max_size=8))
def test_cheap_attributes_are_those_of_spacy(word):

    for own, cheap in _CHEAP.items():
        assert cheap(word) == own(word), own.__name__


@pytest.mark.parametrize(
    "word",
    ["Gmina", "MOPS", "mops-u", "www.gmina.pl", "a@b.pl", "„", "''", "$", "x" * 120, "Ǆ", "ǅa"],
)
def test_cheap_attributes_of_telling_words(word):

    for own, cheap in _CHEAP.items():
        assert cheap(word) == own(word), own.__name__


def test_words_added_together_and_one_by_one_get_the_same_numbers(tagger):
    forms = "To są usługi opiekuńcze dla osób z Radomia , np . w MOPS-ie , 15 % .".split()
    asked = keys(forms, [True] * len(forms))
    together = entries_module.Entries(tagger.entries.candidates, tagger.entries.prior)
    single = entries_module.Entries(tagger.entries.candidates, tagger.entries.prior)
    rows = np.array(together(asked))
    others = np.array([single([key])[0] for key in asked])
    assert (together.places[rows] == single.places[others]).all()
    for one, other in zip(rows.tolist(), others.tolist(), strict=True):
        assert together.of(one) == single.of(other)
        assert (labels(together, one) == labels(single, other)).all()


def labels(entries, index):
    first, count = entries.spans[np.array([index])][0]
    return entries.labels[np.arange(first, first + count)]


def test_levels_of_the_prior_are_its_log_odds(tagger):
    entries, prior = tagger.entries, tagger.entries.prior
    place = Place("drogi")
    found = entries.candidates(place)
    (index,) = entries([place])
    told = labels(entries, index)[:, entries_module.PRIOR].tolist()
    expected = [
        number(f"level {level} {int(candidate.archaic)}")
        for candidate, (level, _) in zip(found, prior.levels(found), strict=True)
    ]
    assert len(found) > 3
    assert told == expected


def test_bare_forms_stand_for_places_that_say_nothing():
    forms = ["—", "Idę", "na", "ul", ".", "Długą", "i", "biało", "-", "czerwoną"]
    spaces = [True, True, True, False, True, True, True, False, False, True]
    found = keys(forms, spaces)
    assert found[2] == "na"
    assert places(forms, spaces)[2] == Place("na")
    assert [place.opens for place in places(forms, spaces)][:3] == [True, True, False]
    assert places(forms, spaces)[7].hyphen


def test_a_full_store_starts_anew_without_a_trace(monkeypatch):
    expected = analysed(load_pipeline(), TEXTS)
    monkeypatch.setattr(entries_module, "_MOST_KEPT", 5)
    nlp = blank_pipeline()
    one_by_one = [analysed(nlp, [text])[0] for text in TEXTS]
    assert one_by_one == expected
    assert nlp.get_pipe("polish_tagger").tagger.entries.age > 0


@given(st.lists(st.sampled_from("u nas w gminie tak".split()), max_size=12))
def test_repetitions_are_equal_runs_side_by_side(spoken):
    found = list(repetitions(spoken))
    for first, last in found:
        assert spoken[first:last] == spoken[last : 2 * last - first]
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    doubled = [i for i, pair in enumerate(pairwise(spoken)) if len(set(pair)) == 1]
    assert found or all(spoken[i] == "tak" for i in doubled)
