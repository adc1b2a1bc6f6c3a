"""Phrases of topic labels: found in any case, written in the dictionary form."""

import pytest

from qualcode.polish import load_pipeline
from qualcode.topicmodel.paradigms import nominative
from qualcode.topicmodel.phrases import Phrasebook, phrases
from qualcode.topicmodel.words import words


def labels_of(*texts):
    book = Phrasebook()
    terms = []
    for doc in load_pipeline().pipe(texts):
        for seen in phrases(doc):
            book.note(seen)
            terms.append(seen.term)
    return {book.written(term) for term in terms}


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("Brakuje nam usług opiekuńczych.", "usługi opiekuńcze"),
        ("Rozmawialiśmy z pracownikiem socjalnym.", "pracownik socjalny"),
        ("Nie ma psychiatry dziecięcego.", "psychiatra dziecięcy"),
        ("Pomagamy osobom starszym.", "osoby starsze"),
        ("O mieszkaniach komunalnych nikt nie mówi.", "mieszkania komunalne"),
        ("Wniosek leży w domu pomocy społecznej.", "dom pomocy społecznej"),
        ("Nie mamy dojazdu do lekarza.", "dojazd do lekarza"),
        ("Mówię o opiece nad seniorem.", "opieka nad seniorem"),
        ("Brakuje dziennego domu dla seniorów.", "dom dla seniorów"),
        ("Nie ma ośrodka zdrowia.", "ośrodek zdrowia"),
        ("Pytali w MOPS-ie o zasiłek.", "MOPS"),
        ("Zajmujemy się dziećmi.", "dzieci"),
        ("Nie ma pieniędzy.", "pieniądze"),
    ],
)
def test_a_phrase_said_in_any_case_is_written_in_the_nominative(said, label):
    assert label in labels_of(said)


def test_the_number_said_most_often_wins():
    assert "usługi opiekuńcze" in labels_of(
        "Usługi opiekuńcze działają.", "Nie ma usług opiekuńczych.", "Ta usługa opiekuńcza."
    )


def test_the_adjective_stands_where_people_put_it():
    assert "kolorowe kredki" in labels_of("Kupiono kolorowe kredki.", "Nie ma kolorowych kredek.")


def test_words_that_do_not_agree_make_no_phrase():
    assert not any(
        "opiekuńcz" in label for label in labels_of("Dom usług opiekuńczy.") if "usługi" in label
    )


def test_persons_get_the_usual_plural():
    assert nominative("senior", "pl", "m1")[0] == "seniorzy"
    assert nominative("wójt", "pl", "m1")[0] == "wójtowie"
    assert nominative("dzieciak", "pl", "m1")[0] == "dzieciaki"
    assert nominative("psycholog", "pl", "m1")[0] == "psycholodzy"


def test_an_unknown_word_stays_as_it_is():
    assert nominative("zzxqy", "pl") == ("zzxqy", "")


def test_no_label_names_a_person():
    found = labels_of(
        "Filip chodzi do szkoły.", "Antek ma asystenta.", "Widziałam Filipa w szkole."
    )
    assert not {"filip", "antek", "Filip", "Antek"} & found
    assert "szkoła" in found


def test_names_in_small_letters_are_names_but_hope_is_not():
    found = labels_of("no i filip pojechał do szkoły", "mam nadzieję że filipa zabiorą")
    assert "filip" not in found
    assert {"szkoła", "nadzieja"} <= found


def test_names_numbers_and_fillers_carry_no_subject():
    (doc,) = load_pipeline().pipe(["No więc pan Kowalski z Żabina mówił trzeci raz o autobusie."])
    lemmas = [word.lemma for word in words(doc)]
    assert "autobus" in lemmas
    assert not {"kowalski", "żabin", "trzeci", "raz", "mówić", "pan"} & set(lemmas)
