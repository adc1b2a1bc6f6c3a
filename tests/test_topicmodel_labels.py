"""Phrases of topic labels: found in any case, written in the dictionary form."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from qualcode.polish import load_pipeline
from qualcode.reading.codebooks import load_codebook
from qualcode.topicmodel.clusters import NOWHERE
from qualcode.topicmodel.material import gather
from qualcode.topicmodel.naming import labels
from qualcode.topicmodel.paradigms import nominative
from qualcode.topicmodel.phrases import Phrasebook, phrases
from qualcode.topicmodel.subjects import field_words
from qualcode.topicmodel.verdicts import Fit, settled
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


def settled_labels(lines, stability=0.9):
    """Labels and the number of segments left over, of two groups of as many lines each."""
    material = gather(lines)
    half = {place: int(place >= len(lines) // 2) for place in range(len(lines))}
    groups = np.array([half[places[0]] for places in material.places])
    terms = sorted({term for bag in material.terms for term in bag})
    counts = np.array(
        [
            [sum(term in bag for bag, at in zip(material.terms, groups, strict=True) if at == group)
             for term in terms]
            for group in (0, 1)
        ],
        dtype=float,
    )  # fmt: skip
    weights = csr_matrix(counts / counts.sum(axis=0))
    fit = Fit(groups, weights, {0: 0, 1: 1}, terms, {0: stability, 1: 0.9}, 0.9)
    table = np.eye(2)[groups]
    field = field_words(load_codebook("cus"))
    kept = settled(fit, table, material.terms, material.book, field)
    names = labels(kept, material.terms, material.book, field)
    return list(names.values()), int((kept.labels == NOWHERE).sum())


REPAIRS = ("remontują", "malują", "zamykają", "budują", "wietrzą", "sprzedają")
HOUSING = [f"Mieszkanie chronione {what}." for what in REPAIRS]
BUS = [
    "Autobus odjeżdża, a ja stoję z kubkiem herbaty.",
    "Herbata stygnie, autobus nie przyjeżdża.",
    "Kierowca autobusu pije herbatę.",
    "Do autobusu z termosem i herbatą.",
    "Wylała się herbata, odjechał autobus.",
    "Autobus spóźniony, zimna herbata.",
]
FRIDGE = [
    "Lodówka buczy obok stołu.",
    "Na stole stoi lodówka z naklejką.",
    "Stół i lodówka od szwagra.",
    "Lodówka skrzypi, stół się kiwa.",
    "Krzywy stół, stara lodówka.",
    "Pod stołem kabel od lodówki.",
]


def test_a_topic_is_named_by_its_service_before_its_props():
    names, left = settled_labels(BUS + HOUSING)
    assert names[0].startswith("autobus")
    assert "herbata" not in names[0]
    assert left == 0


def test_a_topic_of_props_that_does_not_repeat_itself_is_dissolved():
    names, left = settled_labels(FRIDGE + HOUSING, stability=0.4)
    assert len(names) == 1
    assert left == len(FRIDGE)


def test_props_name_a_topic_when_it_is_firm():
    names, left = settled_labels(FRIDGE + HOUSING)
    assert "lodówka" in names[0]
    assert left == 0


def test_a_poorly_marked_topic_of_the_field_stays():
    names, _ = settled_labels(BUS + HOUSING, stability=0.4)
    assert len(names) == 2


def test_a_term_of_few_segments_names_no_topic():
    lines = [*BUS, "Psychiatra dziecięcy jeździ autobusem."]
    names, _ = settled_labels(lines + HOUSING + ["Mieszkania chronione są piękne."])
    assert "psychiatra" not in names[0]
