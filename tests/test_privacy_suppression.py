"""Results for publication: small numbers and recognisable words are in no format that is written."""

import io
import json
import re
import zipfile
from dataclasses import replace

import pandas as pd
import pytest

import qualcode as qc
from qualcode.commands import main
from qualcode.errors import MisuseError, Problem
from qualcode.reports.blocks import Heading, Quotes, Table
from qualcode.reports.cells import numeric
from qualcode.reports.suppression import REST, suppressed, told
from qualcode.tables import table

K = 3
SAID = (
    ("Pan A (mieszkaniec)", "Do lekarza nie ma czym dojechać, autobus jeździ dwa razy dziennie."),
    ("Pan B (mieszkaniec)", "Autobus nie jeździ w niedzielę i nie ma czym dojechać do lekarza."),
    ("Pan C (mieszkaniec)", "Nie ma czym dojechać na rehabilitację, przystanek jest daleko."),
    ("Pan D (mieszkaniec)", "Przystanek stoi za lasem i autobus do nas nie dojeżdża wcale."),
    ("Dobromir Kwaśnik (sołtys)", "Brakuje opiekunek i nie ma kto pracować przy chorych."),
    ("Dobromir Kwaśnik (sołtys)", "Opiekunek brakuje, a Zyta Mroczek pracuje za trzy osoby."),
)
SECRETS = ("Kwaśnik", "Mroczek", "sołtys", "za trzy osoby")
LINES = ["Gmina: Dolany", "", "Prowadząca: Jakie są bariery?", *map(": ".join, SAID)]


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path = tmp_path_factory.mktemp("mały") / "Dolany.txt"
    path.write_text("\n".join(LINES), "utf-8")
    return path


@pytest.fixture(scope="module")
def plain(source):
    """Return the coded study as it is."""
    return qc.code(qc.segment(qc.read(source)), "rules")


@pytest.fixture(scope="module")
def quiet(source):
    """Return the folder of suppressed results."""
    folder = source.parent / "utajnione"
    qc.analyse(source, folder, coder="rules", topics=False, suppress=K)
    return folder


def words_of(path):
    """Return everything a file holds, unpacked where it is a package."""
    data = path.read_bytes()
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(path) as package:
        parts = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return "".join(package.read(name).decode("utf-8") for name in parts)


def test_no_file_holds_what_identifies(plain, quiet):
    written = [path for path in quiet.rglob("*") if path.is_file() and path.suffix != ".png"]
    assert {path.suffix for path in written} >= {".csv", ".xlsx", ".html", ".docx", ".md", ".tex"}
    for secret in SECRETS:
        assert secret in plain.transcripts[0].text
        for path in written:
            assert secret not in words_of(path), (path.name, secret)


def codes_by_crowd(study):
    """Return the codes with 1 or 2 people behind them, and those with more."""
    coded = study.segments.merge(study.codings, on="segment")
    people = coded.groupby("code")["speaker"].nunique()
    return set(people[people < K].index), set(people[people >= K].index)


def few_names(study):
    return {study.codebook.code(code).name for code in codes_by_crowd(study)[0]}


def rows(folder, facet):
    data = pd.read_csv(folder / "macierze" / f"{facet}.csv", dtype=str)
    return data.set_index(data.columns[1]).drop(columns="Miejsce")


def test_small_codes_have_no_number_in_csv(plain, quiet):
    few, many = codes_by_crowd(plain)
    book = plain.codebook
    assert few
    assert many
    for code in few:
        row = rows(quiet, code.partition(".")[0]).loc[book.code(code).name]
        assert (row == "#").all(), code
    for code in many:
        row = rows(quiet, code.partition(".")[0]).loc[book.code(code).name]
        assert row["Wypowiedzi"] == "#" or int(row["Wypowiedzi"]) >= K


def test_a_single_blanked_cell_takes_another_with_it(quiet):
    blanked = 0
    names = [path.name for path in (quiet / "macierze").glob("*-*.csv")]
    for name in ("usluga-bariera.csv", "bariera-grupa.csv", "usluga-grupa.csv"):
        assert name in names
        signs = pd.read_csv(quiet / "macierze" / name, dtype=str).iloc[:, 1:] == "#"
        # a statement has several codes: sums of a row are in its last column, of columns nowhere
        inner = signs.iloc[:, :-1]
        assert (inner.sum(axis=0) != 1).all(), name
        assert (signs[inner.any(axis=1)].sum(axis=1) != 1).all(), name
        blanked += int(signs.to_numpy().sum())
    assert blanked


def test_the_workbook_the_page_and_the_document_show_the_sign(plain, quiet):
    from docx import Document
    from openpyxl import load_workbook

    names = few_names(plain)
    sheets = load_workbook(quiet / "wyniki.xlsx", read_only=True)
    cells = [row for sheet in sheets for row in sheet.iter_rows(values_only=True)]
    sheets.close()
    document = Document(str(quiet / "raport.docx"))
    lines = [[cell.text for cell in row.cells] for t in document.tables for row in t.rows]
    for table_rows in (cells, lines):
        found = [row for row in table_rows if names & {str(value) for value in row}]
        assert found
        for row in found:
            numbers = [value for value in row if re.fullmatch(r"[1-9]\d*", str(value))]
            assert not numbers, row
        assert any("#" in [str(value) for value in row] for row in found)


def test_the_data_of_the_page_hold_no_statement_and_no_set(plain, quiet):
    page = (quiet / "raport.html").read_text("utf-8")
    data = json.loads(
        re.search(r'<script type="application/json" id="dane">(.*?)</script>', page)[1]
    )
    assert data["segments"]["text"] == []
    assert data["gminy"] == [] or all(not group for group in data["gminy"])
    assert not any(data["sets"])
    labels = few_names(plain)
    for figure in data["figures"].values():
        assert not labels & {str(value) for row in figure["rows"] for value in row}


def test_prose_tells_no_small_number():
    text = "Kadrowa – 6 wypowiedzi, 16,7% (2 osoby); dojazd – 9 wypowiedzi, 25,0% (4 osoby)."
    result = told(text, K).replace("\N{NO-BREAK SPACE}", " ")
    assert "dojazd – 9 wypowiedzi, 25,0% (4 osoby)" in result
    assert "Kadrowa – # wypowiedzi, #% (mniej niż 3 osoby)" in result
    assert told("Najczęściej: „Kadrowa” (6).", K, frozenset(["kadrowa"])).endswith("(#).")
    assert told("Kod „Inny” (2), 12 osób.", K) == "Kod „Inny” (#), 12 osób."


def test_a_report_is_suppressed_by_itself_too(plain):
    result = suppressed(qc.report(plain, coder="rules"), k=K)
    assert result.study.segments.empty
    assert table(result.study, coder="rules").empty
    assert all(not item.cells for item in result.tables)
    with pytest.raises(MisuseError):
        suppressed(qc.report(plain, coder="rules"), k=1)


def test_the_command_takes_the_number(plain, source, tmp_path, monkeypatch, capsys):
    asked = {}

    def analyse(paths, output, **options):
        asked.update(options)
        return plain

    monkeypatch.setattr("qualcode.pipeline.analyse", analyse)
    common = ["analyse", str(source), "--coder", "rules", "-o", str(tmp_path / "w")]
    assert main([*common, "--suppress", "3"]) in (0, None)
    assert asked["suppress"] == 3
    assert main(common) in (0, None)
    assert asked["suppress"] is None
    with pytest.raises(SystemExit) as stopped:
        main([*common, "--suppress", "1"])
    assert stopped.value.code == 2
    assert "suppress" in capsys.readouterr().err


PLACES = {
    "Dolany": (0, 1, 2, 3, 6, 7, 8, 9),
    "Brzezina": (0, 1, 2, 4, 5, 8, 9, 10, 11),
    "Żabin": (4, 5, 6, 7, 10, 11),
}
MORE = (
    "Do lekarza nie ma czym dojechać, autobus jeździ dwa razy dziennie.",
    "Autobus nie jeździ w niedzielę i nie ma czym dojechać do lekarza.",
    "Nie ma czym dojechać na rehabilitację, przystanek jest daleko.",
    "Starsi ludzie boją się prosić o usługi opiekuńcze, bo wstydzą się sąsiadów.",
    "Brakuje opiekunek i nie ma kto pracować przy osobach starszych.",
    "Opiekunek brakuje, a osoby starsze zostają same.",
    "Potrzebny jest dzienny dom seniora, mogłoby go prowadzić stowarzyszenie.",
    "Gmina nie ma pieniędzy na asystenta osoby niepełnosprawnej.",
    "Brakuje psychologa dla dzieci i młodzieży.",
    "Rodziny z dziećmi czekają na poradnię pół roku, bo nie ma pieniędzy.",
    "Urzędy nie rozmawiają ze sobą i każdy odsyła gdzie indziej.",
    "Ludzie wstydzą się prosić o pomoc w domu.",
)


@pytest.fixture(scope="module")
def spread(tmp_path_factory):
    """Return a coded study of three gminas whose codes have few people in some of them."""
    folder = tmp_path_factory.mktemp("gminy")
    for place, said in PLACES.items():
        lines = [f"Gmina: {place}", "", "Prowadząca: Jakie są bariery?"]
        lines += [f"Pan {chr(65 + n)} (mieszkaniec): {MORE[at]}" for n, at in enumerate(said)]
        (folder / f"{place}.txt").write_text("\n".join(lines), "utf-8")
    return qc.code(qc.segment(qc.read(folder)), "rules")


@pytest.fixture(scope="module")
def pair(spread):
    """Return its report as it is, and suppressed."""
    whole = qc.report(spread, coder="rules")
    return whole, suppressed(whole, k=K)


def shown_row(table, before, row):
    """Return where a row stands in the suppressed table: it may have moved to the end."""
    if "Miejsce" not in before.data or "Aspekt" in before.data:
        return row
    return table.data.iloc[:, 1].tolist().index(before.data.iat[row, 1])


def test_a_number_is_kept_back_in_every_table_or_in_none(pair):
    hidden, visible = {}, {}
    for before in pair[0].tables:
        after = pair[1].table(before.id)
        for (row, column), ids in before.cells.items():
            if ids and numeric(before.kinds[column]):
                value = after.data.iat[shown_row(after, before, row), column]
                # other measures of a row go with the one that is blanked
                (hidden if value == "#" else visible)[frozenset(ids)] = before.id
    assert hidden
    assert visible
    both = {(hidden[ids], visible[ids]) for ids in hidden.keys() & visible.keys()}
    assert not both


def test_swot_and_lpdi_repeat_no_number_of_a_cell(pair):
    names = ("swot-wewnetrzne", "swot-zewnetrzne")
    assert any(
        "najczęściej:" in text for n in names for text in pair[0].table(n).data.to_numpy().ravel()
    )
    assert not any(
        "najczęściej:" in text for n in names for text in pair[1].table(n).data.to_numpy().ravel()
    )
    said = pair[0].table("lpdi").data["Wnioski z diagnozy"]
    assert said.str.contains(r"\(\d+\)").any()
    assert not pair[1].table("lpdi").data["Wnioski z diagnozy"].str.contains(r"\(\d+\)").any()


def test_parts_of_one_number_in_words_are_told_together_or_not_at_all(spread):
    everybody = tuple(spread.said["segment"])
    points = ["Pomysł: usługi (9)", "Pomysł: inne sprawy (2)", "Obawa: usługi (8)"]
    cells = {(0, 0): everybody[:9], (1, 0): everybody[:2], (2, 0): everybody[4:12]}
    data = pd.DataFrame({"Szanse": points})
    found = with_table(spread, Table("swot-zewnetrzne", "SWOT", data, ("text",), cells=cells))
    assert found.data["Szanse"].tolist() == [
        "Pomysł: usługi (#)",
        "Pomysł: inne sprawy (#)",
        "Obawa: usługi (8)",
    ]


def profiles_of(report):
    return [item.data for item in report.tables if item.id.startswith("gmina-")]


def test_profiles_repeat_no_number_of_the_study_that_is_kept_back(pair):
    facets = [pair[1].table(name).data for name in ("bariera", "priorytet", "usluga", "grupa")]
    secret = {name for data in facets for name in data.iloc[:, 1][data["Wypowiedzi"] == "#"]}
    absent = 0
    for data in profiles_of(pair[1]):
        rows = data[data["Kod"].isin(secret)]
        assert (rows["% w badaniu"] == "#").all()
        absent += int((rows["Wypowiedzi"] == 0).sum())
    assert absent  # where the gmina itself has none, the percentage would tell the number


def test_what_is_kept_back_has_no_rank_and_leaves_no_tie(pair):
    tables = [pair[1].table("usluga").data, *profiles_of(pair[1])]
    assert any((data["Miejsce"] == "#").any() for data in tables)
    for data in tables:
        secret = data["Wypowiedzi"] == "#"
        assert (data["Miejsce"][secret] == "#").all()
        facets = data["Aspekt"].ne("").cumsum() if "Aspekt" in data else secret * 0
        for _, part in data[~secret].groupby(facets):
            tied = part[part["Miejsce"].str.endswith("=")]
            assert (tied.groupby("Miejsce")["Wypowiedzi"].size() > 1).all()
            assert (tied.groupby("Miejsce")["Wypowiedzi"].nunique() == 1).all()
    values = (tables[0]["Wypowiedzi"] == "#").tolist()
    assert values == sorted(values)  # no order tells between which numbers a blanked one lies


def test_codes_of_few_people_are_not_quoted(spread, pair):
    coded = spread.segments.merge(spread.codings, on="segment")
    owner = coded["transcript"] + coded["speaker"]
    people = owner.groupby(coded["code"]).nunique().drop("", errors="ignore")
    few = set(people[people < K].index)
    quotes = [[b.code for b in report.blocks if isinstance(b, Quotes)] for report in pair]
    assert few & set(quotes[0])
    assert not few & set(quotes[1])
    labels = {spread.codebook.label(code) for code in few}
    sheets = [set(report.table("cytaty").data["Kod"]) for report in pair]
    assert labels & sheets[0]
    assert not labels & sheets[1]
    assert sheets[1]


def with_table(spread, table):
    whole = qc.report(spread, coder="rules")
    return suppressed(replace(whole, blocks=(Heading("Rozdział"), table)), k=K).table(table.id)


def test_a_removed_quote_leaves_no_signature(spread):
    ids = tuple(spread.said["segment"][:4])
    text = "„Zyta Mroczek pracuje za troje.” – pracownicy instytucji, gmina Siemień (4)"
    kept = "„Brakuje opiekunek.” – pracownicy instytucji, gmina Siemień (4)"
    note = "Sprawdź przed publikacją słowa w przytoczonych wypowiedziach: „Zyta Mroczek”."
    data = pd.DataFrame({"Grupa": ["a", "b", "c"], "Cel": [text, kept, kept]})
    cells = {(0, 1): ids, (1, 1): ids, (2, 1): ids[:2]}
    found = with_table(
        spread, Table("lpdi", "Plan", data, ("text", "text"), note=note, cells=cells)
    )
    assert found.data["Cel"].tolist() == ["–", kept, "–"]


def test_groups_made_general_are_called_so(spread):
    data = pd.DataFrame({"Kod": ["rola nieznana"], "rola nieznana: n": [7]})
    found = with_table(spread, Table("x", "Razem: rola nieznana", data, ("text", "count")))
    assert found.title == f"Razem: {REST}"
    assert found.data.columns.tolist() == ["Kod", f"{REST}: n"]
    assert found.data["Kod"].tolist() == [REST]


def test_the_note_counts_the_signs_of_its_table(pair):
    told_of = 0
    for item in pair[1].tables:
        signs = int((item.data.astype(object) == "#").to_numpy().sum())
        number = re.search(r"Utajniono\s(\d+)", item.note)
        assert (int(number[1]) if number else 0) == signs, item.id
        told_of += bool(number)
    assert told_of


def test_problems_name_nobody(spread):
    named = [
        Problem("Kwaśnik.txt", "plik jest pusty.", skipped=True),
        Problem("x", "Mroczek mówi."),
    ]
    whole = qc.report(spread.with_problems(named), coder="rules")
    result = suppressed(whole, k=K)
    assert "Kwaśnik" in repr(whole.study.problems)
    assert "Kwaśnik" in "".join(getattr(block, "text", "") for block in whole.blocks)
    texts = repr(result.study.problems) + "".join(getattr(b, "text", "") for b in result.blocks)
    assert "Kwaśnik" not in texts
    assert "Mroczek" not in texts
    assert "1\N{NO-BREAK SPACE}plik" in result.study.problems[0].sentence


def test_the_page_promises_no_statements(pair, tmp_path):
    pages = []
    for name, report in zip(("a.html", "b.html"), pair, strict=True):
        qc.write(report, tmp_path / name)
        pages.append((tmp_path / name).read_text("utf-8"))
    assert "otwierają wypowiedzi" in pages[0]
    assert "otwierają wypowiedzi" not in pages[1]


NAMED = (
    "Brakuje opiekunek, pani Filipowska została bez pomocy.",
    "Opiekunek szuka też pani Filipowska z córką.",
    "O opiekunki prosiła pani Filipowska w urzędzie.",
    "Opiekunki nie ma, a hospicjum jest za daleko.",
)


def themed(study, label):
    """Return a topic of all statements, with a name, a word of one person and a free word."""
    ids = tuple(study.said["segment"])
    row = {
        "topic": 1,
        "label": label,
        "keywords": "opiekunka, filipowska, hospicjum",
        "n": len(ids),
        "share": 1.0,
        "stability": 0.9,
        "nearest_code": "",
        "overlap": 0.0,
        "new": True,
        "segments": ids,
    }
    return pd.DataFrame([row])


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("opiekunki i hospicjum", "opiekunki"),
        ("filipowska", "opiekunka"),
        ("opiekunki", "opiekunki"),
    ],
)
def test_topics_are_called_by_no_name_and_by_no_word_of_few_people(tmp_path, label, expected):
    lines = [f"Pani {chr(65 + n)}: {text}" for n, text in enumerate(NAMED * 2)]
    lines[7] = "Pani H: Opiekunek jest za mało."
    path = tmp_path / "a.txt"
    path.write_text("\n".join(["Prowadząca: Jakie są bariery?", *lines]), "utf-8")
    study = qc.code(qc.segment(qc.read(path)), "rules")
    whole = qc.report(study, coder="rules", topics=themed(study, label))
    result = suppressed(whole, k=K)
    assert "Pominięto słowa, których użyło mniej niż 3" in result.table("tematy").note
    table = result.table("tematy").data
    assert table["Słowa"].tolist() == ["opiekunka"]
    assert table["Temat"].tolist() == [expected]
    for block in result.blocks:
        if not isinstance(block, Quotes):
            told_of = repr(getattr(block, "data", "")) + repr(block)
            assert "filipowsk" not in told_of.lower()
            assert "hospicjum" not in told_of.lower()
    proposal = result.table("propozycje-kodow").data
    assert proposal["Nazwa"].tolist() == [expected[:1].upper() + expected[1:]]
    assert proposal["Definicja"].str.contains("„opiekunka”").all()
