"""One cell of every kind of table, counted again from the coded table with pandas alone."""

import math

import numpy as np
import pandas as pd
import pytest

from qualcode.comparisons import differences, ranking, saturation
from qualcode.reading.sources import read
from qualcode.reports import Paragraph, report
from qualcode.resources import find
from qualcode.tables import cooccurrence, matrix, table
from qualcode.wording import NBSP

CODER = "coder_a"


@pytest.fixture(scope="module")
def demo():
    return read(find("corpora/demo"))


@pytest.fixture(scope="module")
def coded(demo, tmp_path_factory):
    """The coded table as an author gets it: a file, read with pandas."""
    path = tmp_path_factory.mktemp("csv") / "kodowanie.csv"
    table(demo, coder=CODER).to_csv(path, index=False)
    return pd.read_csv(path, keep_default_na=False)


@pytest.fixture(scope="module")
def made(demo):
    return report(demo, coder=CODER)


def codes_of(coded, facet):
    return [column for column in coded if column.startswith(f"{facet}.")]


def test_counts_and_shares(demo, coded):
    for code in codes_of(coded, "bariera"):
        per_gmina = coded[coded[code]].groupby("gmina").size()
        bases = coded.groupby("gmina").size()
        counts = matrix(demo, "bariera", "gmina", coder=CODER).loc[code]
        column = matrix(demo, "bariera", "gmina", values="column_percent", coder=CODER).loc[code]
        row = matrix(demo, "bariera", "gmina", values="row_percent", coder=CODER).loc[code]
        for gmina, base in bases.items():
            n = per_gmina.get(gmina, 0)
            assert counts[gmina] == n
            assert column[gmina] == pytest.approx(n / base)
            assert row[gmina] == pytest.approx(n / coded[code].sum())


def test_per_thousand_words_people_and_presence(demo, coded):
    words = coded["text"].str.split().str.len().groupby(coded["gmina"]).sum()
    person = coded["transcript"] + "|" + coded["speaker"]
    for code in codes_of(coded, "usluga"):
        met = coded[code]
        rate = matrix(demo, "usluga", "gmina", values="per_1000_words", coder=CODER).loc[code]
        people = matrix(demo, "usluga", "gmina", values="speakers", coder=CODER).loc[code]
        presence = matrix(demo, "usluga", "gmina", values="transcripts", coder=CODER).loc[code]
        for gmina in words.index:
            here = met & (coded["gmina"] == gmina)
            assert rate[gmina] == pytest.approx(1000 * here.sum() / words[gmina])
            assert people[gmina] == person[here].nunique()
            assert presence[gmina] == coded["transcript"][here].nunique()


def test_ranking_with_ties_and_wilson(demo, coded, made):
    n = coded[codes_of(coded, "priorytet")].sum()
    places = n.rank(method="min", ascending=False).astype(int)
    found = ranking(demo, "priorytet", coder=CODER)
    assert found["rank"].to_dict() == places.to_dict()
    assert found["tied"].sum() == (n[n > 0].duplicated(keep=False)).sum()
    data = made.table("priorytet").data.set_index("Priorytet (najpilniejsza potrzeba)")
    base, z = len(coded), 1.959964
    for code, count in n.items():
        row = data.loc[demo.codebook.code(code).name]
        share = count / base
        middle = share + z**2 / (2 * base)
        half = z * math.sqrt(share * (1 - share) / base + z**2 / (4 * base**2))
        assert row["% wypowiedzi"] == pytest.approx(100 * share)
        assert row["95% PU od"] == pytest.approx(
            100 * (middle - half) / (1 + z**2 / base), abs=1e-4
        )
        assert row["95% PU do"] == pytest.approx(
            100 * (middle + half) / (1 + z**2 / base), abs=1e-4
        )


def test_residuals_and_their_correction(demo, coded):
    found = differences(demo, "bariera", "gmina", coder=CODER)
    for row in found.dropna(subset=["residual"]).itertuples():
        here = coded["gmina"] == row.group
        n, total = (coded[row.code] & here).sum(), coded[row.code].sum()
        expected = total * here.mean()
        spread = expected * (1 - total / len(coded)) * (1 - here.mean())
        assert row.residual == pytest.approx((n - expected) / math.sqrt(spread))
    p = found.drop_duplicates("code").dropna(subset=["p"]).sort_values("p")
    holm = np.minimum(np.maximum.accumulate(p["p"] * np.arange(len(p), 0, -1)), 1)
    assert p["p_holm"].to_numpy() == pytest.approx(holm.to_numpy())
    # a cell corrected over all cells is never surer than its own shuffles could make it
    assert (found["p_cell"].dropna() >= 1 / 2000).all()


def test_saturation(demo, coded):
    codes = [column for column in coded if "." in column]
    order = coded[["date", "transcript"]].drop_duplicates().sort_values(["date", "transcript"])
    seen, totals = set(), []
    for transcript in order["transcript"]:
        here = coded[coded["transcript"] == transcript]
        seen |= {code for code in codes if here[code].any()}
        totals.append(len(seen))
    assert saturation(demo, coder=CODER)["total"].tolist() == totals


def test_codes_together_and_beside_each_other(demo, coded, made):
    both = (coded["usluga.opiekuncza"] & coded["grupa.starsi"]).sum()
    assert cooccurrence(demo, coder=CODER).loc["usluga.opiekuncza", "grupa.starsi"] == both
    data = made.table("usluga-grupa").data.set_index("Usługa społeczna")
    assert data.loc["Usługi opiekuńcze", "Osoby starsze"] == both
    assert data.loc["Usługi opiekuńcze", "Wypowiedzi ogółem"] == coded["usluga.opiekuncza"].sum()


def test_questions_profiles_and_meetings(coded, made):
    for row in made.table("pytania").data.itertuples(index=False):
        here = coded[coded["question"] == row[0]]
        assert row[1] == len(here)
        assert row[2] == (here["transcript"] + "|" + here["speaker"]).nunique()
    first = sorted(coded["gmina"].unique())[0]
    profile = made.table("gmina-01").data
    here = coded[coded["gmina"] == first]
    money = profile[profile["Kod"] == "Finansowa"].iloc[0]
    assert money["Wypowiedzi"] == here["bariera.finansowa"].sum()
    assert money["% w gminie"] == pytest.approx(100 * here["bariera.finansowa"].mean())
    assert money["% w badaniu"] == pytest.approx(100 * coded["bariera.finansowa"].mean())
    meetings = made.table("spotkania").data.set_index("Spotkanie")
    assert meetings.loc["Razem", "Słowa"] == coded["text"].str.split().str.len().sum()
    assert meetings.loc["Razem", "w tym zakodowane"] == (coded["codes"] != "").sum()


def test_swot_counts_a_statement_once_within_an_attitude(coded, made):
    strong = made.table("swot-wewnetrzne")
    told = [ids for (_, column), ids in strong.cells.items() if column == 0]
    ids = [segment for item in told for segment in item]
    assert len(ids) == len(set(ids))
    assert set(ids) <= set(coded.loc[coded["glos.ocena_pozytywna"], "segment"])


def test_marks_and_sentence_say_the_same(made):
    text = [block.text for block in made.blocks if isinstance(block, Paragraph)]
    for facet in ("bariera", "priorytet", "usluga"):
        shown = made.table(f"{facet}-uczestnicy")
        marked = any(str(value).endswith(("▲", "▼")) for value in shown.data.to_numpy().ravel())
        place = next(n for n, block in enumerate(made.blocks) if block is shown)
        before = made.blocks[place - 1].text
        assert before in text
        assert not (marked and "żadna różnica" in before)


def test_names_keep_their_capitals_inside_sentences(made):
    for item in made.tables:
        for value in item.data.to_numpy().ravel():
            assert "cUS" not in str(value)
    answers = made.table("pytania").data["Najczęstsze kody (liczba)"]
    assert answers.str.contains("ścieżka: CUS", regex=False).any()
    assert f"n{NBSP}=" in made.table("bariera").base
