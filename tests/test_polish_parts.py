"""The parts of the language room, each on its own."""

import json
import warnings
from hashlib import sha256

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.polish import PolishLemmatizer, readings
from qualcode.polish.candidates import Candidates, Place, places
from qualcode.polish.conventions import cells, features, parts_of_speech
from qualcode.polish.guesser import Guesser, Rule
from qualcode.polish.lexicon import Lexicon
from qualcode.polish.packing import pack_lines, pack_weights, unpack_lines, unpack_weights
from qualcode.polish.prior import Prior
from qualcode.polish.speech import repetitions
from qualcode.polish.spelling import restored
from qualcode.resources import find


def test_tags_become_universal_features():
    assert features("dobry", "ADJ", "adj:pl:gen:m1.m2.m3.f.n:pos", "f") == (
        "Case=Gen|Degree=Pos|Gender=Fem|Number=Plur"
    )
    assert parts_of_speech("być", "fin") == ("AUX", "VERB")
    assert parts_of_speech("na_przykład", "brev") == ("ADV",)
    assert cells("subst:sg:nom.acc.voc:n:ncol") == ["subst:sg:nom:n:ncol", "subst:sg:acc:n:ncol"]


def test_the_place_of_a_token_tells_abbreviations_from_ends():
    forms = ["Idę", "na", "ul", ".", "Długą", "i", "np", "."]
    found = places(forms, [True, True, False, True, True, True, False, False])
    assert found[0].opens
    assert not found[1].opens
    assert found[2].stop == "inside"
    assert found[6].stop == "last"


def test_every_form_has_a_candidate():
    candidates = Candidates()
    for form in ("gmina", "xqzt", "5.000", "?!", "%", "MOPS", "KC-135", "Strobe'a", "…", "XIV"):
        assert candidates(Place(form)), form


@given(st.text(min_size=1, max_size=12))
def test_no_form_breaks_the_candidates(form):
    assert _CANDIDATES(Place(form.strip() or "x"))


_CANDIDATES = Candidates()


def test_lexicon_reads_its_lines():
    lexicon = Lexicon.read(
        ["# uwaga", "A\tCIS\tm3", "S\tkus\tCUS\tm3", "T\tpraca socjalny\tpraca socjalna"]
    )
    assert [r.lemma for r in lexicon("CIS-u")][:1] == ["CIS"]
    assert lexicon("cis") == []
    assert {r.lemma for r in lexicon("kusem")} == {"CUS"}
    assert lexicon.terms == {("praca", "socjalny"): "praca socjalna"}


def test_guesser_applies_the_longest_ending():
    guesser = Guesser({(False, "ami"): (Rule(3, "", "subst:pl:inst:m1", 0.9),)})
    assert guesser("streetworkerami", False)[0].lemma == "streetworker"
    assert Guesser.read(guesser.lines()).rules == guesser.rules


def test_prior_survives_writing():
    prior = Prior({"gmina\tNOUN\tsubst": 8.0}, {"subst:sg:nom": 0.25})
    again = Prior.read(prior.lines())
    assert again.theta == prior.theta
    assert again.psi == prior.psi


def test_fewest_changes_of_letters_come_first():
    assert "źle" in next(restored("zle"))
    assert list(restored("źle")) == []


def test_repetitions_of_several_words():
    assert list(repetitions("u nas u nas w gminie".split())) == [(0, 2)]
    assert list(repetitions("nie nie wiem".split())) == []


@given(st.lists(st.integers(-127, 127), min_size=1))
def test_weights_survive_packing(numbers):
    weights = np.array(numbers, dtype=np.int8)
    assert (unpack_weights(pack_weights(weights)) == weights).all()


def test_lines_survive_packing():
    assert unpack_lines(pack_lines(["ą\tb", "", "c"])) == ["ą\tb", "", "c"]


def test_the_model_folder_tells_the_truth_about_its_files():
    folder = find("models/pl_qualcode")
    told = json.loads((folder / "model.json").read_text("utf-8"))
    for name, digest in told["sha256"].items():
        assert sha256((folder / name).read_bytes()).hexdigest() == digest, name
    assert {source["name"] for source in told["training_data"]} >= {"UD_Polish-PUD", "NKJP 1M"}
    assert "PDB" not in json.dumps(told["training_data"])


def test_the_model_is_small_and_holds_no_code():
    files = [path for path in find("models/pl_qualcode").rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 3_000_000
    assert not any(path.suffix in (".pkl", ".pickle", ".py", ".pt") for path in files)


def test_simplemma_stands_in_for_morfeusz_and_says_so_once(monkeypatch):
    import sys
    import types

    from qualcode.polish import readings

    stand_in = types.ModuleType("simplemma")
    stand_in.lemmatize = lambda word, lang: {"gminie": "gmina"}.get(word, word)
    stand_in.is_known = lambda word, lang: word in ("gmina", "gminie")
    monkeypatch.setitem(sys.modules, "morfeusz2", None)
    monkeypatch.setitem(sys.modules, "simplemma", stand_in)
    monkeypatch.setattr(readings, "_WARNED", set())
    with pytest.warns(UserWarning, match="simplemma"):
        first = readings.Dictionary()
    assert first.readings("gminie")[0].lemma == "gmina"
    assert first.readings("xqzt") == ()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        readings.Dictionary()


def test_lemmatizer_as_analyser_and_as_a_step():
    from sklearn.base import clone
    from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
    from sklearn.pipeline import make_pipeline

    texts = ["Brakuje usług opiekuńczych.", "Usługi opiekuńcze są drogie, yyy, no drogie."]
    analyser = TfidfVectorizer(analyzer=PolishLemmatizer()).fit(texts)
    assert set(analyser.get_feature_names_out()) == {"brakować", "usługa", "opiekuńczy", "drogi"}
    steps = make_pipeline(clone(PolishLemmatizer(terms=True)), CountVectorizer()).fit(texts)
    assert "usługa_opiekuńczy" in steps[-1].get_feature_names_out()


def test_lemmatizer_rejects_unknown_parameters():
    from qualcode.errors import MisuseError

    with pytest.raises(MisuseError, match="terms"):
        PolishLemmatizer().set_params(term=True)
    assert PolishLemmatizer().set_params(lowercase=False)("Anna czyta")[0] == "Anna"


def test_letters_an_encoding_lost_do_not_make_the_dictionary_speak(capfd):
    assert readings.Dictionary().readings("z\ufffdobek") == ()
    assert capfd.readouterr() == ("", "")
