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
        (GOOD.replace("name: Temat", "nazwa: Temat"), "wiersz 5:", "nazwa"),
        (GOOD.replace("temat.droga", "inny.droga"), "wiersz 7", "temat.droga"),
        (GOOD.replace("temat.droga", "Temat.Dróga"), "wiersz 7", "małe litery"),
        (GOOD[: GOOD.index("      - id")], "wiersz 6:", "codes"),
        (GOOD.replace("title: Moja", "title: [Moja"), "wiersz", "YAML"),
        (
            GOOD + GOOD[GOOD.index("      - id") :],
            "wiersz 11:",
            "dwa razy (pierwszy raz: wiersz 7)",
        ),
    ],
)
def test_a_mistake_is_named_with_line_and_mend(tmp_path, broken, line, word):
    with pytest.raises(qc.CodebookError) as caught:
        parse(tmp_path, broken)
    assert line in str(caught.value)
    assert word in str(caught.value)


LONG = "id: dluga\ntitle: Długa\nfacets:\n" + "".join(
    f"  - id: a{facet}\n    name: Aspekt {facet}\n    codes:\n"
    + "".join(
        f"      - id: a{facet}.k{code}\n        name: Kod {code}\n        definition: Opis\n"
        f"        examples:\n          - Nie ma.\n          - Brak.\n"
        for code in range(3)
    )
    for facet in range(3)
)
MISTAKES = {
    "unknown key": ("        definition: Opis", "        definicja: Opis", "„definicja”"),
    "identifier": ("      - id: a1.k1", "      - id: a1.K 1", "„a1.K 1”"),
    "of another facet": ("      - id: a1.k1", "      - id: a2.k1", "nazwij go „a1.k1”"),
    "duplicate id": ("      - id: a1.k1", "      - id: a1.k0", "(pierwszy raz: wiersz 28)"),
    "a list for a text": ("        name: Kod 1", "        name: [Kod 1]", "„name” ma być tekstem"),
    "a text for a list": ("        examples:", "        examples: Nie ma.", "niepustą listą"),
    "nothing": ("        name: Kod 1", "        name:", "„name” jest puste"),
    "twice": ("        definition: Opis", "        name: Opis", "drugi raz"),
    "a colon in an example": ("          - Brak.", "          - Mówią: brak", "przykład ma być tekstem"),
    "a colon in a name": ("        name: Kod 1", "        name: Kod: 1", "YAML"),
    "an open quotation": ("        name: Kod 1", '        name: "Kod 1', "YAML"),
    "an open bracket": ("        name: Kod 1", "        name: [Kod 1", "YAML"),
    "a missing colon": ("        name: Kod 1", "        name Kod 1", "YAML"),
    "less indented": ("        definition: Opis", "       definition: Opis", "YAML"),
    "a tab": ("        definition: Opis", "\tdefinition: Opis", "YAML"),
    "a star": ("        name: Kod 1", "        name: *Kod", "cudzysłów"),
}  # fmt: skip


@pytest.mark.parametrize("quotation", ["", '"'])
@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_line_of_a_mistake_in_a_long_codebook_is_the_true_one(tmp_path, mistake, quotation):
    good, bad, word = MISTAKES[mistake]
    lines = LONG.replace("Opis", f"{quotation}Opis{quotation}").splitlines()
    bad = bad.replace("Opis", f"{quotation}Opis{quotation}")
    good = good.replace("Opis", f"{quotation}Opis{quotation}")
    assert len(lines) == 66
    parse(tmp_path, "\n".join(lines))  # all is well before
    middle = lines.index("      - id: a1.k1")
    place = lines.index(good, middle)
    lines[place] = bad
    if mistake == "a text for a list":
        del lines[place + 1 : place + 3]
    with pytest.raises(qc.CodebookError) as caught:
        parse(tmp_path, "\n".join(lines))
    assert f"ksiazka.yaml, wiersz {place + 1}: " in str(caught.value)
    assert word in str(caught.value)


def test_words_yaml_takes_for_something_else_stay_words(tmp_path):
    book = parse(
        tmp_path, GOOD.replace("name: Droga", "name: no").replace("Dziury są.", "2024-01-10")
    )
    assert book.code("temat.droga").name == "no"
    assert book.code("temat.droga").examples == ("2024-01-10",)


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


SHEET = """\
Kod;Nazwa;Kategoria;Definicja;Przykłady
b1;Brak kadr;Bariery;Za mało ludzi do pracy;Nie ma kto|Odchodzą za granicę

b2;Brak pieniędzy;Bariery;;Budżet pusty; a potrzeb dużo
;Dom dzienny;;Miejsce na dzień;
"""


def written(tmp_path, name, content):
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "cp1250", "utf-8-sig"])
def test_a_sheet_with_polish_headers(tmp_path, encoding):
    text = SHEET.replace("pusty; a", "pusty, a")
    book = qc.load_codebook(written(tmp_path, "moja.csv", text.encode(encoding)))
    assert list(book.codes) == ["bariery.b1", "bariery.b2", "kody.dom_dzienny"]
    assert book.label("bariery.b1") == "Bariery: Brak kadr"
    assert book.code("bariery.b1").examples == ("Nie ma kto", "Odchodzą za granicę")
    assert book.code("bariery.b1").definition == "Za mało ludzi do pracy"
    assert book.title == "moja"


def test_english_headers_and_dotted_ids(tmp_path):
    text = 'id,name,examples,exclude\nbarrier.staff,Staff,"one\ntwo",not money\n'
    code = qc.load_codebook(written(tmp_path, "my.csv", text)).code("barrier.staff")
    assert code.examples == ("one", "two")
    assert code.exclude == "not money"


def test_a_workbook(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    for row in [
        ["Książka kodowa 2024"],
        ["nazwa", "aspekt", "opis", "przykład 1", "przykład 2"],
        ["Drogi", "Temat", "Stan dróg", "Dziury.", "Asfalt."],
    ]:
        book.active.append(row)
    book.save(tmp_path / "ksiazka.xlsx")
    code = qc.load_codebook(tmp_path / "ksiazka.xlsx").code("temat.drogi")
    assert code.definition == "Stan dróg"
    assert code.examples == ("Dziury.", "Asfalt.")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ((None, "Temat", "x"), ["nie ma nazwy"]),
        (("Drogi", "Temat", "x"), ["dwa razy", "pierwszy raz: wiersz 4"]),
        (("!!!", "Temat", "x"), ["nie ma nazwy"]),
    ],
)
def test_a_mistake_in_a_workbook_is_named_with_the_row_excel_shows(tmp_path, row, words):
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "Książka kodowa 2024"
    header = {"A": "nazwa", "B": "aspekt", "C": "opis"}
    for column, name in header.items():
        sheet[f"{column}3"] = name
    for number in range(4, 30):
        sheet[f"A{number}"], sheet[f"B{number}"] = f"Kod {number}", "Temat"
    sheet["A4"] = "Drogi"
    sheet.delete_rows(10)
    sheet.insert_rows(10)  # an empty row is none of a code
    for column, value in zip(header, row, strict=True):
        sheet[f"{column}17"] = value
    book.save(tmp_path / "ksiazka.xlsx")
    with pytest.raises(qc.CodebookError) as caught:
        qc.load_codebook(tmp_path / "ksiazka.xlsx")
    assert "ksiazka.xlsx, wiersz 17: " in str(caught.value)
    assert all(word in str(caught.value) for word in words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\n\nnazwaa,opis\nA,x\n", ["wiersz 3", "nie ma kolumny z nazwą"]),
        ("nazwa,opis\nA,x\n\n,y\n", ["wiersz 4", "nie ma nazwy"]),
        ("nazwa,opis\nA,x\nA,y\n", ["wiersz 3", "dwa razy", "wiersz 2"]),
        ("nazwaa,opis\nA,x\n", ["nie ma kolumny z nazwą", "Czy chodziło o „nazwa”?"]),
        ("", ["pusty"]),
        ("nazwa,opis\n", ["żadnego kodu"]),
    ],
)
def test_a_mistake_in_a_sheet_is_named_with_its_row(tmp_path, text, words):
    with pytest.raises(qc.CodebookError) as caught:
        qc.load_codebook(written(tmp_path, "tabela.csv", text))
    assert "tabela.csv" in str(caught.value)
    assert all(word in str(caught.value) for word in words)


QDC = """\
<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="inny program">
 <Codes>
  <Code guid="11111111-1111-1111-1111-111111111111" name="Bariery" isCodable="false">
   <Code guid="21111111-1111-1111-1111-111111111111" name="Kadry" isCodable="true">
    <Description>Brak ludzi.
Wyłączenia: nie dotyczy pieniędzy
Przykłady:
- Nie ma kto pracować.
- Odchodzą.</Description>
    <Code guid="31111111-1111-1111-1111-111111111111" name="Płace" isCodable="true"/>
   </Code>
  </Code>
  <Code guid="41111111-1111-1111-1111-111111111111" name="Inne" isCodable="true"/>
 </Codes>
</CodeBook>
"""
FLAT = """\
<CodeBook xmlns="urn:QDA-XML:codebook:0:4"><Codes>
<Code guid="{A1111111-1111-1111-1111-111111111111}" name="Drogi" isCodable="true"/>
</Codes><Sets><Set guid="5" name="Infrastruktura">
<MemberCode guid="a1111111-1111-1111-1111-111111111111"/></Set></Sets></CodeBook>
"""


def test_a_codebook_of_another_program(tmp_path):
    book = qc.load_codebook(written(tmp_path, "projekt.qdc", QDC))
    assert [code.name for code in book.codes.values()] == ["Kadry", "Kadry: Płace", "Inne"]
    assert list(book.codes) == ["bariery.kadry", "bariery.kadry_place", "kody.inne"]
    code = book.code("bariery.kadry")
    assert code.definition == "Brak ludzi."
    assert code.exclude == "nie dotyczy pieniędzy"
    assert code.examples == ("Nie ma kto pracować.", "Odchodzą.")
    assert parse(tmp_path, codebook_yaml(book)).codes == book.codes


def test_code_groups_stand_for_facets_in_a_flat_list(tmp_path):
    book = qc.load_codebook(written(tmp_path, "plaska.qdc", FLAT))
    assert book.label("infrastruktura.drogi") == "Infrastruktura: Drogi"


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("inside", [BOMB, BOMB.replace('"aaaa"', 'SYSTEM "file:///etc/passwd"')])
def test_entities_are_refused(tmp_path, encoding, inside):
    text = f'<?xml version="1.0" encoding="{encoding}"?>{inside}{FLAT.replace("Drogi", "&b;")}'
    with pytest.raises(qc.CodebookError, match="encji"):
        qc.load_codebook(written(tmp_path, "zla.qdc", text.encode(encoding)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (QDC[:500], ["wiersz", "ucięty"]),
        ("<html/>", ["REFI-QDA"]),
        ("<CodeBook xmlns='urn:QDA-XML:codebook:1.0'><Codes/></CodeBook>", ["żadnego kodu"]),
        (QDC.replace('name="Inne"', 'name=""'), ["wiersz 14", "nie ma nazwy"]),
        (QDC.replace('name="Inne" ', 'name="Bariery"/><Code name="Bariery" '), ["dwa razy"]),
    ],
)
def test_a_broken_codebook_of_another_program_is_named_with_its_line(tmp_path, text, words):
    with pytest.raises(qc.CodebookError) as caught:
        qc.load_codebook(written(tmp_path, "zla.qdc", text))
    assert all(word in str(caught.value) for word in words)


def test_a_file_that_is_no_codebook_names_the_formats(tmp_path):
    with pytest.raises(qc.CodebookError, match=r"\.qdc"):
        qc.load_codebook(written(tmp_path, "ksiazka.doc", "x"))


def test_real_codebooks_of_another_program(shared):
    folder = shared / "real-files" / "qdc"
    book = qc.load_codebook(folder / "atlasti_win_23.4.0_requal-test.qdc")
    assert len(book) == 1
    with pytest.raises(qc.CodebookError, match="ucięty"):
        qc.load_codebook(folder / "atlasti_win_23.4.0_truncated_czech_NEGATIVE.qdc")
