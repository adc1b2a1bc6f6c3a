"""The honest quality of a codebook of one's own."""

import pytest

import qualcode as qc
from qualcode.coders.extended import ExtendedCoder
from qualcode.coders.rules import RulesCoder
from qualcode.coders.similarity import SimilarityCoder
from qualcode.coders.storage import load_coder
from qualcode.prospects import codebook_quality, coder_remark
from qualcode.study import CODINGS, SEGMENTS, Code, Codebook, Facet, Study, frame

ROADS = (
    "Dziury w drodze od wiosny.",
    "Na naszej drodze leży asfalt pełen dziur.",
    "Chodnik przy drodze się rozpadł.",
    "Droga do sąsiedniej wsi jest dziurawa.",
    "Asfalt na drodze popękał po zimie.",
)
SCHOOLS = (
    "Dzieci w szkole uczą się na dwie zmiany.",
    "W szkole brakuje nauczyciela matematyki.",
    "Nauczyciel w szkole odchodzi na emeryturę.",
    "Szkoła nie ma świetlicy dla dzieci.",
    "Lekcje w szkole kończą się o siedemnastej.",
)


def book(roads=ROADS, schools=SCHOOLS, identifier="moja"):
    codes = (
        Code("temat.droga", "Drogi", "Stan dróg i chodników", examples=roads),
        Code("temat.szkola", "Szkoła", "Nauczyciele, lekcje, uczniowie", examples=schools),
    )
    return Codebook(identifier, "Moja książka", (Facet("temat", "Temat", codes=codes),))


def segments(text):
    row = {"segment": "a:0-1", "transcript": "a", "start": 0, "end": 1, "text": text}
    return frame(SEGMENTS, [row])


def test_each_example_is_judged_as_if_the_codebook_did_not_have_it():
    alone = "Kwiatki szumią w oddali nad strumieniem."
    with_it = book(roads=(*ROADS, alone))
    scores, owners = SimilarityCoder(with_it).example_scores()
    assert len(owners) == 11
    assert owners.tolist() == [0] * 6 + [1] * 5
    # in the codebook it is found by its own words; left out, nothing leads to it
    kept = SimilarityCoder(with_it).scores(segments(alone))[0, 0]
    left_out = SimilarityCoder(book()).scores(segments(alone))[0, 0]
    assert kept > 0.9
    assert scores[5, 0] == pytest.approx(left_out, abs=0.02)


def test_quality_from_examples_is_said_in_polish():
    quality = codebook_quality(book())
    assert quality.attrs["source"] == "examples"
    assert quality.loc["all", "n"] == 10
    assert quality.loc["all", "recall"] >= 0.5
    assert quality.loc["temat.droga"].isna()["recall"]  # five examples are too few for a share
    assert "10 przykładach" in quality.attrs["base"].replace("\u00a0", " ")
    assert "Moja książka" in quality.attrs["base"]


def test_without_examples_nothing_is_claimed():
    sentence = codebook_quality(book((), ())).attrs["base"]
    assert "za mało" in sentence
    assert "%" not in sentence


def test_a_person_who_coded_the_study_is_the_better_judge():
    texts = [*ROADS, *SCHOOLS]
    rows = [
        {"segment": f"a:{n}-{n + 1}", "transcript": "a", "start": n, "end": n + 1, "text": text}
        for n, text in enumerate(texts)
    ]
    codes = ["temat.droga"] * 5 + ["temat.szkola"] * 5
    codings = [
        {"segment": row["segment"], "code": code, "coder": "Ewa", "score": 1.0}
        for row, code in zip(rows, codes, strict=True)
    ]
    study = Study(book((), ()), segments=frame(SEGMENTS, rows), codings=frame(CODINGS, codings))
    quality = codebook_quality(study)
    assert quality.attrs["source"] == "Ewa"
    assert quality.attrs["n_texts"] == 10
    assert quality.loc["temat.droga", "n"] == 5
    assert "„Ewa”" in quality.attrs["base"]


def test_a_trained_codebook_needs_no_remark(codebook):
    assert coder_remark(codebook, RulesCoder(codebook)) == ""


def test_codes_added_to_a_shipped_codebook_are_coded_by_their_words(codebook):
    added = Code("temat.droga", "Drogi", "Dziury w drodze, chodniki, asfalt", examples=ROADS)
    larger = Codebook(
        codebook.id,
        codebook.title,
        (Facet("temat", "Temat", codes=(added,)), *codebook.facets),
        version="1.1",
    )
    coder = load_coder("rules", larger)
    assert isinstance(coder, ExtendedCoder)
    assert coder.name == "rules"
    assert coder.new_codes == ["temat.droga"]
    text = "Asfalt popękał, dziury w drodze. Ludzie się wstydzą przyjść."
    said = coder.predict(segments(text)).set_index("code")
    assert "wstydzą" in said.loc["bariera.spoleczna", "evidence"]
    assert "Asfalt" in said.loc["temat.droga", "evidence"]
    assert "temat.droga" in coder_remark(larger, coder)


def test_a_foreign_codebook_with_a_shipped_name_is_not_taken_for_it():
    assert qc.load_coder(None, book(identifier="cus")).name == "similarity"
