"""SWOT: complaints are no strengths, and answers to a question on a quadrant are not lost."""

import pytest
from reports_study import build

from qualcode.reports import Paragraph, report

PRAISE = "Dzienny dom na Leśnej działa świetnie i seniorzy bardzo go sobie chwalą."
MIXED = "Opiekunka ma złote serce, ale jest jedna i nie ma kto jej zastąpić."
BUS = "Droga ekspresowa będzie gotowa za rok i przyjadą do nas młodzi."
PLANT = "Zakład ma zostać zamknięty i połowa wsi straci pracę od razu."


def made(codebook, questions=()):
    turns = [
        ("A", "mieszkanka", PRAISE, ("glos.ocena_pozytywna", "usluga.dzienna")),
        ("B", "radny", MIXED, ("glos.ocena_pozytywna", "usluga.opiekuncza", "bariera.kadrowa")),
        ("C", "radny", BUS, ()),
        ("D", "mieszkanka", PLANT, ()),
        ("E", "mieszkanka", "Tak, zgadzam się.", ()),
    ]
    study = build(codebook, [("a", {"gmina": "X"}, turns)])
    segments = study.segments.copy()
    for place, question in questions:
        segments.loc[place, "question"] = question
    return report(study.with_(segments=segments))


def column(swot, table, name):
    return [text for text in swot.table(f"swot-{table}").data[name] if text]


def test_praise_beside_a_barrier_is_no_strength(codebook):
    swot = made(codebook)
    strong = column(swot, "wewnetrzne", "Mocne strony")
    assert len(strong) == 1
    assert "dzienne formy" in strong[0].lower() or "Leśnej" in strong[0]
    assert any(MIXED in text or "kadrowa" in text for text in column(swot, "wewnetrzne", "Słabe strony"))  # fmt: skip


@pytest.mark.parametrize(
    ("question", "table", "name"),
    [
        ("Jakie widzicie szanse?", "zewnetrzne", "Szanse"),
        ("Czego się obawiacie, jakie są zagrożenia?", "zewnetrzne", "Zagrożenia"),
        ("Jakie są mocne strony gminy?", "wewnetrzne", "Mocne strony"),
        ("Co jest słabą stroną?", "wewnetrzne", "Słabe strony"),
    ],
)
def test_answers_without_a_code_stand_where_the_question_puts_them(codebook, question, table, name):
    swot = made(codebook, [(2, question), (4, question)])
    told = [text for text in column(swot, table, name) if text.startswith("Odpowiedzi na pytanie")]
    # one answer; an interjection is none
    assert len(told) == 1
    assert "(1)" in told[0]
    assert BUS[:30] in told[0]
    rule = [block.text for block in swot.blocks if isinstance(block, Paragraph)]
    assert any("według pytania" in text for text in rule)


def test_a_question_on_two_quadrants_decides_nothing(codebook):
    swot = made(codebook, [(2, "Jakie są szanse i zagrożenia?"), (3, "Jakie są bariery?")])
    for table, names in (("wewnetrzne", ("Mocne strony", "Słabe strony")), ("zewnetrzne", ("Szanse", "Zagrożenia"))):  # fmt: skip
        for name in names:
            assert not any("Odpowiedzi na" in text for text in column(swot, table, name))
    assert not any("według pytania" in b.text for b in swot.blocks if isinstance(b, Paragraph))
