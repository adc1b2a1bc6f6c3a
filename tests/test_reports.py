"""The report: what an author finds in it, and that its numbers hold."""

import json

import pandas as pd
import pytest
from reports_study import build, hostile_report, plain_report, plain_study

from qualcode.errors import MisuseError, Problem
from qualcode.reports import Figure, Heading, Paragraph, Quotes, Table, report
from qualcode.reports.cells import breakable, shown
from qualcode.reports.framing import framed, styled
from qualcode.tables import matrix, table
from qualcode.wording import NBSP


@pytest.fixture(scope="module")
def whole():
    return plain_report()


def words(made):
    return "\n".join(b.text for b in made.blocks if isinstance(b, (Heading, Paragraph)))


@pytest.mark.parametrize(
    ("value", "kind", "printed"),
    [
        (0, "count", "–"),
        (1234, "count", f"1{NBSP}234"),
        (0.04, "percent", "0,0"),
        (-0.04, "percent", "0,0"),
        (float("nan"), "percent", "."),
        (None, "count", "."),
        ("x", "percent", "x"),
        (12.345, "percent", "12,3"),
        (0.5, "share", "0,50"),
    ],
)
def test_signs_of_public_statistics(value, kind, printed):
    assert shown(value, kind) == printed


def test_counts_can_be_recomputed_from_the_coded_table(whole):
    coded = table(whole.study, coder="m")
    counts = whole.table("bariera").data.set_index("Bariera rozwoju usług")["Wypowiedzi"]
    for code in whole.study.codebook.facet("bariera").codes:
        assert counts[code.name] == coded[code.id].sum()


def test_every_cell_with_segments_has_as_many_as_it_says(whole):
    seen = 0
    for made in whole.tables:
        for (row, column), ids in made.cells.items():
            value = made.data.iloc[row, column]
            unit = str(made.data.columns[column])
            assert len(set(ids)) == len(ids)
            if made.kinds[column] == "count" and unit not in ("Osoby", "Spotkania"):
                assert value == len(ids), (made.id, row, unit)
                seen += 1
    assert seen > 50


def test_crossing_a_code_with_a_code_agrees_with_the_matrix(whole):
    counts = matrix(whole.study, "usluga", "grupa")
    shown_table = whole.table("usluga-grupa").data.iloc[:, 1:-1]
    assert (shown_table.to_numpy() == counts.to_numpy()).all()


def test_no_percent_on_a_small_base(codebook):
    turns = [("A", "mieszkanka", "Nie ma pieniędzy.", ("bariera.finansowa",))] * 4
    made = report(build(codebook, [("a", {"gmina": "X"}, turns)]))
    data = made.table("bariera").data
    assert data["% wypowiedzi"].isna().all()
    assert data["Wypowiedzi"].max() == 4


def test_every_gmina_gets_the_same_table(whole):
    one, two = whole.table("gmina-01").data, whole.table("gmina-02").data
    assert one["Kod"].tolist() == two["Kod"].tolist()
    assert list(one.columns) == list(two.columns)


def test_tables_and_charts_have_unique_names_and_titles_without_a_full_stop(whole):
    names = [item.id for item in (*whole.tables, *whole.figures, *whole.sheets)]
    assert len(set(names)) == len(names)
    assert not [item.title for item in (*whole.tables, *whole.figures) if item.title.endswith(".")]
    assert all(figure.alt for figure in whole.figures)


def test_the_method_names_material_coder_and_limits(whole):
    text = words(whole).replace(NBSP, " ")
    assert "2 transkrypcje" in text
    assert "prowadzącej (6) nie wchodzą" in text
    assert "wersja 1, 44 kody" in text.replace(NBSP, " ")
    assert "Wilsona (1927)" in text
    assert "nie o mieszkańcach gmin" in text


def test_files_left_out_are_named(codebook):
    problems = [
        Problem("skan.pdf", "nie umiem.", skipped=True),
        Problem("notatki.txt", "brak.", skipped=True),
        Problem("w0", "nie ma daty."),
    ]
    text = words(report(plain_study(codebook).with_problems(problems))).replace(NBSP, " ")
    assert "pominięto 2 pliki: „" in text
    assert "„skan.pdf”" in text
    assert "„notatki.txt”" in text
    assert "pominięto" not in words(plain_report())


@pytest.mark.parametrize(
    ("coder", "about", "told", "untold"),
    [
        ("qualcode", {}, "uczonym na skonstruowanych (nie prawdziwych) warsztatach", "dostrojonym"),
        ("linear", {}, "uczonym na skonstruowanych (nie prawdziwych) warsztatach", "własn"),
        ("adapted", {}, "dostrojonym do wypowiedzi, które zakodował człowiek", "własn"),
        ("moj", {"own_coder": "adapted moj"}, "koderem wbudowanym, uczonym na skonstruowanych", "własn"),
        ("moj", {"own_coder": "linear moj"}, "koder własny, nie wbudowany", "skonstruowanych"),
        ("moj", {"own_coder": "linear inny"}, "„moj”: własnym", "skonstruowanych"),
    ],
)  # fmt: skip
def test_the_method_says_what_the_coder_learned_from(codebook, coder, about, told, untold):
    study = plain_study(codebook)
    coded = study.with_(codings=study.codings.assign(coder=coder), about=about)
    (text,) = [line for line in words(report(coded)).split("\n") if "Kodowano automatycz" in line]
    assert told in text
    assert untold not in text


def test_a_facet_does_not_claim_that_its_question_was_asked(whole):
    text = words(whole).replace(NBSP, " ")
    question = whole.study.codebook.facet("grupa").question
    assert f"Kody tego aspektu („{question}”) ma 12 wypowiedzi" in text
    assert "Na pytanie „" not in text


@pytest.mark.parametrize(("count", "rest"), [(4, " (1, ex aequo)"), (5, " i 1 inny po 1"), (6, " i 2 inne po 1")])  # fmt: skip
def test_the_most_frequent_codes_that_tie_are_all_counted(codebook, count, rest):
    codes = [code.id for code in codebook.facet("usluga").codes][:count]
    turns = [("A", "mieszkanka", f"Zdanie {n}.", (code,)) for n, code in enumerate(codes)]
    text = words(report(build(codebook, [("a", {"gmina": "X"}, turns)]))).replace(NBSP, " ")
    line = next(line for line in text.split("\n") if "Kody tego aspektu" in line)
    assert f"{codebook.code(codes[3]).name}”{rest}" in line


def test_measured_agreement_is_told(codebook):
    study = plain_study(codebook)
    human = study.codings.assign(coder="coder_a", score=1.0, evidence="")
    both = study.with_(codings=pd.concat([study.codings.assign(coder="rules"), human]))
    text = words(report(both, coder="rules"))
    assert "α Krippendorffa = 1,00" in text
    assert "koderem „rules”" in text


def test_a_machine_without_a_human_says_it_was_not_checked(codebook):
    study = plain_study(codebook)
    alone = study.with_(codings=study.codings.assign(coder="rules"))
    assert "sprawdzić ręcznie" in words(report(alone))


def test_figures_of_the_shipped_coder_are_told_where_nobody_checked(
    codebook, tmp_path, monkeypatch
):
    folder = tmp_path / "models" / "cus" / "qualcode"
    folder.mkdir(parents=True)
    held = {"segments": 1200, "alpha": 0.61, "precision": 0.7, "recall": 0.55}
    figures = {"gold": {"segments": 9000}, "corpora/warsztaty/test": held}
    (folder / "model.json").write_text(json.dumps({"figures": figures}), "utf-8")
    monkeypatch.setenv("QUALCODE_DATA", str(tmp_path))
    study = plain_study(codebook)
    text = words(report(study.with_(codings=study.codings.assign(coder="qualcode"))))
    assert "Na 1 200 segmentach odłożonych przy uczeniu" in text.replace(NBSP, " ")
    assert "α Krippendorffa = 0,61, precyzja 0,70" in text
    assert "pochodzą z materiału skonstruowanego, nie z prawdziwych spotkań" in text


def test_swot_and_lpdi_are_filled_from_codes(whole):
    assert whole.table("swot-wewnetrzne").data.iloc[0, 1].startswith("Bariera kadrowa (6)")
    plan = whole.table("lpdi").data.set_index("Grupa")
    assert "dzienny dom" in plan.loc["Osoby starsze", "Cel"]
    assert plan.loc["Osoby starsze", "Wskaźnik"] == "–"


def test_questions_are_answered(whole):
    row = whole.table("pytania").data.iloc[0]
    assert row["Pytanie"] == "Jakie są bariery?"
    assert row["Wypowiedzi"] == 36


def test_topics_find_their_place(codebook):
    study = plain_study(codebook)
    ids = study.said["segment"].tolist()
    topics = pd.DataFrame(
        [
            (0, "dowóz do lekarza", ["bus", "lekarz"], 6, 1 / 6, 0.9, "usluga.transportowa", 0.8, False, ids[:6]),
            (1, "cisza", "wieś, cisza", 3, 1 / 12, float("nan"), "", float("nan"), True, ids[6:9]),
            (-1, "inne", "", 2, 1 / 18, float("nan"), "", float("nan"), False, ids[9:11]),
        ],
        columns=["topic", "label", "keywords", "n", "share", "stability", "nearest_code", "overlap", "new", "segments"],
    )  # fmt: skip
    whole = report(study, topics=topics)
    made = whole.table("tematy")
    assert made.data["Wobec książki"].tolist() == ["jest w książce", "nowy", "–"]
    row = made.data.iloc[0]
    assert "usługi opiekuńcze (1)" not in row["Najczęstsze kody (liczba)"]
    assert len(made.cells[0, list(made.data).index("Wypowiedzi")]) == row["Wypowiedzi"] == 6
    assert "1 z nich nie ma bliskiego odpowiednika" in words(whole).replace(NBSP, " ")
    proposed = whole.table("propozycje-kodow").data
    assert proposed["Proponowany kod"].tolist() == ["temat.cisza"]
    assert "--accept 1 -o codebook.yaml" in words(whole)
    quoted = [block.label for block in whole.blocks if isinstance(block, Quotes)]
    assert "1. cisza" in quoted


@pytest.mark.parametrize("gminy", [(), ("Żabin",), tuple(f"G{n:02}" for n in range(15))])
def test_one_none_or_many_gminas(codebook, gminy):
    study = plain_study(codebook, gminy or ("",))
    made = report(study)
    profiles = [item for item in made.tables if item.id.startswith("gmina-")]
    assert len(profiles) == (len(gminy) if len(gminy) > 1 else 0)


def test_a_study_where_nobody_but_the_facilitator_spoke(codebook):
    from qualcode.study import CODINGS, frame

    turns = [("P", "prowadzący", "Kto zacznie?", ())]
    study = build(codebook, [("a", {}, turns)])
    rows = [(study.segments["segment"][0], "", "m", 1.0, "")]
    made = report(study.with_(codings=frame(CODINGS, rows)))
    assert "nie ma odczytanych wypowiedzi" in words(made)


def test_another_codebook_makes_a_report_too():
    from qualcode.study import Code, Codebook, Facet

    facet = Facet(
        "smak", "Smak", codes=(Code("smak.slodki", "Słodki"), Code("smak.kwasny", "Kwaśny"))
    )
    turns = [("A", "kucharka", f"Było słodkie {n}.", ("smak.slodki",)) for n in range(12)]
    made = report(build(Codebook("kuchnia", "Kuchnia", (facet,)), [("a", {}, turns)]))
    assert made.table("smak").data["Wypowiedzi"].tolist() == [12, 0]


def test_unknown_coder_and_unknown_table(codebook, whole):
    with pytest.raises(MisuseError, match="nie ma kodowań kodera „mm”"):
        report(plain_study(codebook), coder="mm")
    with pytest.raises(MisuseError, match="Czy chodziło o „bariera”"):
        whole.table("barierra")


def test_quotes_do_not_name_speakers(whole):
    signs = [sign for block in whole.blocks if isinstance(block, Quotes) for sign in block.items["attribution"]]  # fmt: skip
    assert signs
    assert not [sign for sign in signs if "Ela" in sign or "radny" in sign or "sołtys" in sign]


def test_a_frame_becomes_a_table_with_polish_names(study):
    made = framed(matrix(study, "bariera", "transcript", coder="coder_a"))
    assert made.data.iloc[:, 0].tolist()[0] == "Finansowa"
    assert list(made.data.columns) == ["Bariera rozwoju usług", "łąka", "nowa"]


def test_shares_become_percent_and_none_stands_on_a_small_base(study):
    whole = matrix(plain_study(study.codebook), "bariera", "gmina", values="column_percent")
    made = framed(whole)
    assert made.kinds[1:] == ("percent", "percent")
    assert made.data.iloc[0, 1] == pytest.approx(100 * 3 / 18)
    small = framed(matrix(study, "bariera", "gmina", values="column_percent", coder="coder_a"))
    assert small.data.iloc[:, 1:].isna().all().all()


def test_notebook_views_escape_and_speak_polish(study):
    made = hostile_report()
    assert "<script>" not in made._repr_html_()
    assert "<script>" not in made.table("uczestnicy")._repr_html_()
    html = styled(
        matrix(plain_study(study.codebook), "bariera", "gmina", values="column_percent")
    ).to_html()
    assert "16,7" in html
    assert "Finansowa" in html


def test_long_words_break_between_syllables():
    assert breakable("niepełnosprawnościami").replace("\u00ad", "-").count("-") >= 2
    assert breakable("dom") == "dom"


def test_blocks_are_of_known_kinds(whole):
    assert {type(block) for block in whole.blocks} >= {Heading, Paragraph, Table, Figure, Quotes}
