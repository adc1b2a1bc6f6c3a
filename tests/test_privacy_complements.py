"""What could be counted back from results for publication: complements, sizes of groups, forms."""

import html
import re

import pandas as pd
import pytest
from test_privacy_suppression import K, words_of

import qualcode as qc
from qualcode.reports.blocks import Bullets, Table
from qualcode.reports.redaction import untold
from qualcode.reports.sizes import measured, rebased
from qualcode.reports.suppression import suppressed

NEUTRAL = (
    "Dzień dobry, witam się z wszystkimi tutaj obecnymi.",
    "Zgadzam się z tym, co przed chwilą zostało powiedziane.",
    "Nie mam w tej sprawie nic do dodania.",
    "Musiałbym się nad tym dłużej zastanowić.",
)
DISABLED = "Gmina nie ma pieniędzy na asystenta osoby niepełnosprawnej."
MEETINGS = {"a": (2, "", 3), "b": (5, " (mieszkaniec)", 12), "c": (6, "", 16)}
"""People, their role, and statements: two people make a meeting small, and the next hides it."""


@pytest.fixture(scope="module")
def telling(tmp_path_factory):
    """Return a coded study in which hidden numbers have a published complement, and its results."""
    folder = tmp_path_factory.mktemp("dopełnienia")
    (folder / "w").mkdir()
    for name, (crowd, role, n) in MEETINGS.items():
        said = [NEUTRAL[at % len(NEUTRAL)] for at in range(n)]
        if name == "c":
            said[3] = DISABLED
        lines = [f"Pan {chr(65 + at % crowd)}{role}: {text}" for at, text in enumerate(said)]
        text = "\n".join(["Prowadząca: Jakie są bariery?", *lines])
        (folder / "w" / f"{name}.txt").write_text(text, "utf-8")
    study = qc.analyse(folder / "w", folder / "out", coder="rules", topics=False, suppress=K)
    plain = qc.code(qc.segment(qc.read(folder / "w")), "rules")
    assert len(study.said) == len(plain.said)
    return plain, folder / "out"


def read_as_people_do(path):
    """Return the text of a file without markup, its spaces made plain."""
    text = html.unescape(re.sub(r"<[^>]*>", " ", words_of(path)))
    text = re.sub(r"[\\{}$\u00ad]", "", text.replace("~", " ")).replace("\\#", "#")
    return re.sub(r"\s+", " ", text)


def texts_of(folder):
    kinds = {".md", ".html", ".tex", ".csv", ".docx", ".xlsx", ".json"}
    found = {
        path.name: read_as_people_do(path) for path in folder.rglob("*") if path.suffix in kinds
    }
    assert {name.rpartition(".")[2] for name in found} >= {kind[1:] for kind in kinds}
    return found


def test_no_word_beside_a_sign_is_inflected_by_what_it_hides(telling):
    plain, folder = telling
    before = qc.report(plain, coder="rules")
    assert before.table("lpdi").data["Wnioski z diagnozy"].str.startswith("1\u00a0wypowiedź").any()
    beside = 0
    for name, text in texts_of(folder).items():
        found = re.findall(r"(?:(\w+) )?# (wypowied\w*|os[oó]b\w*|spotka\w*)", text)
        beside += len(found)
        for verb, noun in found:
            assert verb != "mają", name
            assert noun in ("wypowiedzi", "wypowiedziach", "osób", "spotkań"), (name, noun)
        assert not re.search(r"mają mniej niż", text), name
    assert beside


def test_no_complement_of_a_hidden_number_is_told(telling):
    plain, folder = telling
    given = plain.codings[plain.codings["code"].str.startswith("grupa.")]
    few = given["segment"].nunique()
    assert 0 < few < K
    rest = len(plain.said) - few
    rows = pd.read_csv(folder / "macierze" / "lpdi.csv", dtype=str).set_index("Grupa")
    assert len(rows) > 1
    assert (
        rows["Wnioski z diagnozy"].str.replace("\u00a0", " ").str.startswith("# wypowiedzi.").all()
    )
    for name, text in texts_of(folder).items():
        assert not re.search(rf"\b{rest} wypowied", text), name


def test_no_base_tells_the_size_of_a_group_kept_back(telling):
    plain, folder = telling
    hidden = pd.read_csv(folder / "macierze" / "uczestnicy.csv", dtype=str)
    assert (hidden[["Osoby", "Wypowiedzi"]] == "#").all().all()
    sizes = (plain.said["role"] != "").value_counts().tolist()
    assert min(sizes) >= 10
    before = [item.base for item in qc.report(plain, coder="rules").tables]
    assert any(f"n\u00a0=\u00a0{sizes[0]}" in base for base in before)
    signs = 0
    for name, text in texts_of(folder).items():
        signs += len(re.findall(r"n = #", text))
        for size in sizes:
            assert not re.search(rf"n = {size}\b", text), (name, size)
    assert signs


def test_percentages_of_a_group_kept_back_go_with_its_size(telling):
    folder = telling[1]
    tables = list((folder / "macierze").glob("*-uczestnicy.csv"))
    assert tables
    for path in tables:
        data = pd.read_csv(path, dtype=str).iloc[:, 1:]
        for head in [head for head in data if head.endswith("%")]:
            assert data[head].isin(["#", "0", "0.0", "0,0", "–"]).all(), (path.name, head)


def test_results_without_any_number_say_so(telling):
    told_of = 0
    for name, text in texts_of(telling[1]).items():
        assert "Najczęściej wskazywane w" not in text, name
        told_of += "żaden kod nie ma liczby na tyle dużej" in text
    assert told_of >= 4  # the page, the document, and both reports in plain text
    blocks = suppressed(qc.report(telling[0], coder="rules"), k=K).blocks
    assert all(block.items for block in blocks if isinstance(block, Bullets))


def test_percentages_and_headings_lose_what_tells_the_size_of_a_group():
    data = pd.DataFrame(
        {"Kod": ["x"], "Dolany: n": [12], "Dolany: %": [26.1], "Stare Dolany (n = 20)": [5.0]}
    )
    item = Table("t", "T", data, ("text", "count", "percent", "percent"), base="(Dolany n = 46)")
    assert measured(item, {"Dolany"}) == {(0, 2)}
    assert measured(item, {"Stare Dolany"}) == {(0, 3)}
    assert rebased(item, {"Dolany"}).base == "(Dolany n = #)"
    assert rebased(item, {"Stare Dolany"}).data.columns[3] == "Stare Dolany (n = #)"
    assert rebased(item, {"Dolany"}).data.columns[3] == "Stare Dolany (n = 20)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kody mają 2 wypowiedzi 1 osoby z 1 spotkania.",
            "Kody ma # wypowiedzi # osób z # spotkań.",
        ),
        ("Głosy w 4 wypowiedziach (1 osoba)", "Głosy w # wypowiedziach (# osób)"),
        ("Razem 1\u00a0188 wypowiedzi.", "Razem # wypowiedzi."),
    ],
)
def test_a_sentence_kept_back_as_a_whole_tells_nothing_by_its_forms(text, expected):
    assert untold(text) == expected
