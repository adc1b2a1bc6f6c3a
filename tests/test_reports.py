"""The report: what an author finds in it, and that its numbers hold."""

import json

import pandas as pd
import pytest
from reports_study import build, hostile_report, plain_report, plain_study

import qualcode as qc
from qualcode.errors import MisuseError, Problem
from qualcode.privacy import mask
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
    shown_table = made.table("bariera")
    assert not [name for name in shown_table.data if "%" in name]
    assert "percent" not in shown_table.kinds
    assert len(shown_table.kinds) == shown_table.data.shape[1]
    assert "Odsetków nie podano: podstawa mniejsza niż 10." in shown_table.base
    assert shown_table.data["Wypowiedzi"].max() == 4


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
    assert plan.loc["Osoby starsze", "Wskaźnik"] == "do uzupełnienia"


def test_only_proposals_and_hopes_are_recommendations(codebook):
    complaint = "Nikt nam nie pomaga, trzeba opiekunek, bo stare baby leżą same."
    turns = [
        ("A", "mieszkanka", complaint, ("priorytet.opieka", "glos.ocena_negatywna", "grupa.starsi")),
        ("B", "radny", "Mam nadzieję na dzienny dom dla seniorów.", ("glos.nadzieja", "grupa.starsi")),
        ("C", "radny", "Brakuje ramp i wind.", ("priorytet.dostepnosc_i_transport", "grupa.niepelnosprawnosc")),
    ]  # fmt: skip
    plan = report(build(codebook, [("a", {"gmina": "X"}, turns)])).table("lpdi").data
    plan = plan.set_index("Grupa")["Rekomendacja"]
    assert "dzienny dom" in plan["Osoby starsze"]
    assert plan["Osoby z niepełnosprawnościami"] == "do uzupełnienia"
    assert not plan.str.contains("leżą same").any()


def comparison_study(codebook, sizes):
    """Build a study of one gmina with so many statements per role."""
    turns = [
        (f"{role} {n}", role, f"Nie ma pieniędzy na busa numer {n}.", ("bariera.finansowa",))
        for role, size in sizes.items()
        for n in range(size)
    ]
    return build(codebook, [("a", {"gmina": "X", "date": "2024-05-05"}, turns)])


def test_groups_below_the_limit_are_told_in_a_line_and_not_in_columns_of_dots(codebook):
    sizes = {"mieszkanka": 12, "radny": 11, "dyrektorka MOPS": 3}
    made = report(comparison_study(codebook, sizes)).table("bariera-uczestnicy")
    assert not made.data.isna().to_numpy().any()
    assert not [name for name in made.data if "pracownicy" in name]
    told = made.note.replace(NBSP, " ")
    assert "Pominięto grupy poniżej 10 wypowiedzi: pracownicy instytucji n = 3." in told


def test_a_comparison_of_one_large_group_is_a_sentence(codebook):
    made = report(comparison_study(codebook, {"mieszkanka": 12, "radny": 9}))
    assert not [item.id for item in made.tables if item.id.endswith("-uczestnicy")]
    assert "władze samorządowe n = 9" in words(made).replace(NBSP, " ")


def test_bases_tell_of_greetings_and_of_the_facilitator(whole, codebook):
    told = "w tym powitania i uwagi techniczne, bez wypowiedzi osoby prowadzącej"
    for name in ("bariera", "usluga-grupa", "bariera-gmina", "gmina-01", "lpdi"):
        assert told in whole.table(name).base
    turns = [("A", "mieszkanka", "Nie ma pieniędzy.", ("bariera.finansowa",))] * 12
    alone = report(build(codebook, [("a", {"gmina": "X"}, turns)])).table("bariera").base
    assert "osoby prowadzącej nie rozpoznano" in alone


def test_names_inside_quotes_are_told_beside_them(codebook):
    said = "Pani Krystyna Wiśniewska trzeci rok czeka na miejsce w domu dziennym."
    turns = [
        ("A", "mieszkanka", said, ("bariera.finansowa",)),
        ("B", "mieszkanka", "Na busa do lekarza pieniędzy nie było nigdy.", ("bariera.kadrowa",)),
    ]
    study = build(codebook, [("a", {"gmina": "X"}, turns)])
    made = report(study)
    told = {
        quote: check
        for block in made.blocks
        if isinstance(block, Quotes)
        for quote, _, check in block.signed
    }
    (check,) = [told[quote] for quote in told if "Krystyna" in quote]
    assert check.startswith("sprawdź przed publikacją: „")
    assert "Wiśniewska" in check
    assert [told[quote] for quote in told if "lekarza" in quote] == [""]
    assert "W 1 z 2 cytatów wykryto słowa" in words(made).replace(NBSP, " ")
    sheet = made.table("cytaty").data.set_index("Kod")["Uwaga o rozpoznawalności"]
    assert sheet.str.contains("Wiśniewska").sum() == 1
    masked = report(mask(study))
    assert not [
        check for b in masked.blocks if isinstance(b, Quotes) for check in b.checks if check
    ]
    assert "imiona w cytatach są pseudonimami" in words(masked)


def test_saturation_names_meetings_by_place_and_day(whole):
    (figure,) = [item for item in whole.figures if item.id == "nasycenie"]
    assert figure.data["label"].tolist() == ["Żabin 2024-01-14", "Dolany 2024-02-14"]


def test_tables_have_polish_names_for_sheets(whole):
    names = {item.id: item.name for item in (*whole.tables, *whole.sheets)}
    assert names["bariera-uczestnicy"] == "Bariera × uczestnicy"
    assert names["usluga-grupa"] == "Usługa × grupa"
    assert names["gmina-01"] == "Profil Dolany"
    assert all(names.values())
    assert len(set(names.values())) == len(names)


def test_a_table_of_many_words_goes_on_a_landscape_page(whole):
    wide = {item.id for item in whole.tables if item.wide}
    assert "lpdi" in wide
    assert wide.isdisjoint({"spotkania", "bariera", "gmina-01", "swot-wewnetrzne"})


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


def test_notes_nobody_signed_are_not_passed_off_as_known_people(tmp_path, whole):
    wall = tmp_path / "Żabin sciana.csv"
    wall.write_text("Bariery;Pomysły\nbrak busa do lekarza;klub w remizie\nkolejki do poradni;dyżur pielęgniarki\n", "utf-8")  # fmt: skip
    made = report(qc.code(qc.read(wall), coder="rules"))
    assert "każda liczy się jak osobna osoba" in made.table("spotkania").base
    assert "karteczki" not in whole.table("spotkania").base
