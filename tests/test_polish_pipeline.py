"""The Polish pipeline as its users meet it."""

import pickle

import pytest

from qualcode.errors import MissingPartError, MisuseError
from qualcode.polish import blank_pipeline, describe_pipeline, load_pipeline


@pytest.fixture(scope="module")
def nlp():
    return load_pipeline()


def lemmas(doc):
    return [token.lemma_ for token in doc if not token.is_punct]


def test_sets_lemma_part_of_speech_features_and_sentences(nlp):
    doc = nlp("W gminie brakuje usług opiekuńczych. Zrobiłbym to sam.")
    assert lemmas(doc)[:5] == ["w", "gmina", "brakować", "usługa", "opiekuńczy"]
    assert [token.pos_ for token in doc][:5] == ["ADP", "NOUN", "VERB", "NOUN", "ADJ"]
    assert doc[3].morph.get("Case") == ["Gen"]
    assert doc[3].morph.get("Number") == ["Plur"]
    assert doc[4].morph.get("Gender") == ["Fem"]
    assert doc[6].lemma_ == "zrobić"
    assert [sentence.text for sentence in doc.sents] == [
        "W gminie brakuje usług opiekuńczych.",
        "Zrobiłbym to sam.",
    ]


def test_the_same_pipeline_is_returned_and_named(nlp):
    assert load_pipeline() is nlp
    assert describe_pipeline(nlp).startswith("pl_qualcode 1.")


def test_missing_pipeline_says_how_to_install_it():
    with pytest.raises(MissingPartError) as caught:
        load_pipeline("pl_core_news_lg")
    sentence = str(caught.value)
    assert "qualcode models install pl_core_news_lg" in sentence
    assert sentence.count(".") == 1


def test_abbreviations_do_not_end_sentences(nlp):
    doc = nlp("Mieszkam przy ul. Długiej, np. obok dr. Nowaka. Potem w 2019 r. zmarła mama.")
    assert len(list(doc.sents)) == 2
    assert next(token.lemma_ for token in doc if token.text == "np") == "na_przykład"


def test_a_line_break_ends_a_sentence(nlp):
    assert len(list(nlp("Wnioski z grupy\nbrakuje busów").sents)) == 2


def test_white_space_and_empty_text_are_harmless(nlp):
    assert len(nlp("")) == 0
    assert [t.pos_ for t in nlp("  Dzień \n\n dobry ") if not t.is_space] == ["NOUN", "ADJ"]


def test_speech_without_marks_is_cut_into_units(nlp):
    talk = (
        "no dobrze to ja zacznę bo ja jestem opiekunką mojej mamy i powiem tak że u nas w gminie "
        "nie ma autobusu no i jak ktoś nie ma samochodu to on się do lekarza nie dostanie bo "
        "przychodnia jest czynna do trzynastej a drugi problem to jest opieka wytchnieniowa pani "
        "z mopsu mówiła że będzie ale nie ma kto tego robić"
    )
    sentences = list(nlp(talk).sents)
    assert 2 <= len(sentences) <= 15
    assert all(4 <= len(sentence) <= 45 for sentence in sentences)


@pytest.mark.parametrize(
    ("spelling", "lemma"),
    [
        ("MOPS-ie", "MOPS"), ("mopsu", "MOPS"), ("MOPSu", "MOPS"), ("wtz-tu", "WTZ"),
        ("WTZ-cie", "WTZ"), ("NGO-sów", "NGO"), ("ngosy", "NGO"), ("DPS-y", "DPS"),
        ("kusu", "CUS"), ("deps", "DPS"), ("ŚDS-u", "ŚDS"), ("PFRON-u", "PFRON"),
    ],
)  # fmt: skip
def test_acronyms_in_every_spelling(nlp, spelling, lemma):
    token = nlp(f"Byłam wczoraj w {spelling} z mamą.")[3]
    assert (token.text, token.lemma_) == (spelling, lemma)


def test_a_tree_is_not_an_acronym(nlp):
    assert nlp("Pod oknem rośnie cis.")[3].lemma_ == "cis"


@pytest.mark.parametrize(
    ("typed", "lemma"),
    [("uslugi", "usługa"), ("opiekuncze", "opiekuńczy"), ("jezdzic", "jeździć"), ("zeby", "żeby")],
)
def test_words_typed_without_polish_letters(nlp, typed, lemma):
    assert nlp(f"prosze o {typed}")[2].lemma_ == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("żebyśmy", "żeby"), ("robiłżeśmy", "robić"), ("poszłaś", "pójść"), ("kiedyś", "kiedyś")],
)
def test_clitics(nlp, form, lemma):
    assert nlp(f"tak {form}")[1].lemma_ == lemma


def test_terms_in_any_case_form(nlp):
    doc = nlp("Brakuje nam asystentów osobistych osób z niepełnosprawnością i usług opiekuńczych.")
    assert [span.label_ for span in doc.spans["terms"]] == [
        "asystent osobisty osoby z niepełnosprawnością",
        "usługi opiekuńcze",
    ]


def test_names_with_the_labels_of_polish_models(nlp):
    doc = nlp("Pani Anna Kowalska z Radomia pracuje od 3 maja 2019 roku w MOPS-ie.")
    found = {(entity.text, entity.label_) for entity in doc.ents}
    assert ("Anna Kowalska", "persName") in found
    assert ("Radomia", "placeName") in found
    assert ("MOPS-ie", "orgName") in found
    assert any(label == "date" for _, label in found)


def test_privacy_setting_finds_at_least_as_many_people():
    careful = blank_pipeline(setting="privacy")
    text = "Rozmawiałam z Markiem, z Wiśniewską i z panią Zosią od Gajdy."
    people = [t.text for t in careful(text) if t.ent_type_ == "persName"]
    usual = [t.text for t in load_pipeline()(text) if t.ent_type_ == "persName"]
    assert set(usual) <= set(people)
    assert {"Markiem", "Wiśniewską", "Zosią"} <= set(people)


def test_an_unknown_setting_is_misuse():
    with pytest.raises(MisuseError, match="privacy"):
        blank_pipeline(setting="privcy")


def test_marks_of_speech(nlp):
    doc = nlp("No, yyy, u nas u nas w gminie brakuje us- usług.")
    marked = {token.text for token in doc if token._.disfluent}
    assert {"yyy", "No", "us"} <= marked
    assert [token.text for token in doc[:]._.fluent] == [
        "u",
        "nas",
        "w",
        "gminie",
        "brakuje",
        "usług",
    ]


def test_said_twice_on_purpose_is_no_repetition(nlp):
    assert not any(token._.repeated for token in nlp("To jest bardzo bardzo ważne."))


def test_batches_and_single_texts_agree(nlp):
    texts = ["Ala ma kota.", "", "W gminie nie ma lekarza, a pani Helena choruje.", "no nie wiem"]
    one = [[(t.lemma_, t.pos_, str(t.morph), t.ent_type_) for t in nlp(text)] for text in texts]
    many = [[(t.lemma_, t.pos_, str(t.morph), t.ent_type_) for t in d] for d in nlp.pipe(texts)]
    assert one == many


def test_two_processes(nlp):
    texts = ["Usługi opiekuńcze są drogie."] * 6
    docs = list(nlp.pipe(texts, n_process=2, batch_size=2))
    assert [lemmas(doc) for doc in docs] == [["usługa", "opiekuńczy", "być", "drogi"]] * 6


def test_round_trip_through_a_folder_and_bytes(nlp, tmp_path):
    import spacy

    text = "Pani Anna Kowalska mieszka w Radomiu."
    nlp.to_disk(tmp_path / "kopia")
    copy = spacy.load(tmp_path / "kopia")
    assert lemmas(copy(text)) == lemmas(nlp(text))
    again = blank_pipeline().from_bytes(nlp.to_bytes())
    assert lemmas(again(text)) == lemmas(nlp(text))
    assert [e.label_ for e in again(text).ents] == [e.label_ for e in nlp(text).ents]


def test_components_can_be_pickled_after_use(nlp):
    tagger = nlp.get_pipe("polish_tagger")
    nlp("rozgrzewka")
    assert pickle.loads(pickle.dumps(tagger)).files == tagger.files


def test_a_blank_pipeline_takes_single_components():
    import spacy

    nlp = spacy.blank("pl")
    nlp.add_pipe("polish_sentences")
    nlp.add_pipe("polish_tagger")
    assert lemmas(nlp("Nie ma opiekunek.")) == ["nie", "mieć", "opiekunka"]


def test_another_spacy_pipeline_by_path(tmp_path):
    import spacy

    other = spacy.blank("pl")
    other.add_pipe("sentencizer")
    other.to_disk(tmp_path / "inny")
    nlp = load_pipeline(str(tmp_path / "inny"))
    assert len(list(nlp("Raz. Dwa.").sents)) == 2
