"""Results for publication: meetings without the names of their files, a screen without small counts."""

import pytest

import qualcode as qc
from qualcode.reports.suppression import suppressed
from qualcode.summaries import summary

SAID = (
    "Do lekarza nie ma czym dojechać, autobus jeździ dwa razy dziennie.",
    "Autobus nie jeździ w niedzielę i nie ma czym dojechać do lekarza.",
    "Nie ma czym dojechać na rehabilitację, przystanek jest daleko.",
)
ALONE = "Brakuje opiekunek i nie ma kto pracować przy chorych."


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """Return the folder of results for publication and the study they were made from."""
    folder = tmp_path_factory.mktemp("spotkania")
    for name, more in (("Kowalska Anna 12 marca", [ALONE]), ("u Zenona w remizie", [])):
        lines = ["Gmina: Żabin", "", "Prowadząca: Jakie są bariery?"]
        lines += [f"Pan {chr(65 + n)} (mieszkaniec): {text}" for n, text in enumerate([*SAID, *more])]  # fmt: skip
        (folder / f"{name}.txt").write_text("\n".join(lines), "utf-8")
    study = qc.analyse(folder, folder / "w", coder="rules", topics=False, suppress=3)
    return folder / "w", study


def test_meetings_are_numbered(results):
    folder, study = results
    table = suppressed(qc.report(study, coder="rules"), k=3).table("spotkania")
    assert table.data["Spotkanie"].tolist() == ["Spotkanie 1", "Spotkanie 2", "Razem"]
    for name in ("Kowalska", "Zenona"):
        written = [path for path in folder.rglob("*") if name in str(path.relative_to(folder))]
        written += [
            path
            for path in folder.rglob("*")
            if path.suffix in (".csv", ".md", ".tex", ".html", ".json", ".toml", ".yaml")
            and name in path.read_text("utf-8-sig")
        ]
        assert not written


def test_the_screen_tells_no_number_the_tables_keep_back(results):
    folder, study = results
    open_, closed = (
        summary(study, folder, coder="rules", suppress=suppress) for suppress in (None, 3)
    )
    assert "Kadrowa – 1" in open_
    assert "Kadrowa" not in closed
    assert "utajnionych" in closed
    assert "Kadrowa,#" in (folder / "macierze/bariera.csv").read_text("utf-8")
    assert str(folder) in closed


def test_quotes_for_publication_lead_to_no_statement(results):
    page = (results[0] / "raport.html").read_text("utf-8")
    assert "<blockquote>" in page
    assert "#s=" not in page.split("<script>")[0]


def test_no_sentence_names_the_most_frequent_code_whose_number_is_kept_back(results):
    text = (results[0] / "raport.md").read_text("utf-8")
    assert "Kody tego aspektu" in text
    for sentence in text.split("Najczęściej: ")[1:]:
        assert "#" not in sentence.split(".")[0]
