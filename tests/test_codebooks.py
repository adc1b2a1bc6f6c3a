import pytest

import qualcode as qc
from qualcode.reading.codebooks import parse_codebook
from qualcode.writing.folder import codebook_yaml

GOOD = """\
id: moja
title: Moja książka
facets:
  - id: temat
    name: Temat
    codes:
      - id: temat.droga
        name: Droga
        examples:
          - Dziury są.
"""


def parse(tmp_path, text):
    file = tmp_path / "ksiazka.yaml"
    file.write_text(text, encoding="utf-8")
    return parse_codebook(file)


def test_a_good_codebook(tmp_path):
    book = parse(tmp_path, GOOD)
    assert book.label("temat.droga") == "Temat: Droga"
    assert book.code("temat.droga").examples == ("Dziury są.",)


def test_written_and_read_back_equal(tmp_path, codebook):
    assert parse(tmp_path, codebook_yaml(codebook)) == codebook


@pytest.mark.parametrize(
    ("broken", "line", "word"),
    [
        (GOOD.replace("name: Temat", "nazwa: Temat"), "wiersz 4", "nazwa"),
        (GOOD.replace("temat.droga", "inny.droga"), "wiersz 7", "temat.droga"),
        (GOOD.replace("temat.droga", "Temat.Dróga"), "wiersz 7", "małe litery"),
        (GOOD[: GOOD.index("      - id")], "wiersz 4", "codes"),
        (GOOD.replace("title: Moja", "title: [Moja"), "wiersz", "YAML"),
        (GOOD + GOOD[GOOD.index("      - id") :], "ksiazka.yaml", "dwa razy"),
    ],
)
def test_a_mistake_is_named_with_line_and_mend(tmp_path, broken, line, word):
    with pytest.raises(qc.CodebookError) as caught:
        parse(tmp_path, broken)
    assert line in str(caught.value)
    assert word in str(caught.value)


def test_a_misspelt_key_gets_a_suggestion(tmp_path):
    with pytest.raises(qc.CodebookError, match="examples"):
        parse(tmp_path, GOOD.replace("examples:", "exampels:"))


def test_code_in_yaml_is_not_run(tmp_path):
    evil = GOOD.replace("Moja książka", "!!python/object/apply:os.system ['true']")
    with pytest.raises(qc.CodebookError):
        parse(tmp_path, evil)


def test_unknown_codebook_is_a_misuse():
    with pytest.raises(qc.MisuseError, match="cus"):
        qc.load_codebook("cuss")
