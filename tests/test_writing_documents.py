"""The Word document, read back the way Word reads it."""

import io
import itertools
import re
import zipfile

import docx
import pandas as pd
import pytest
from docx.oxml.ns import qn
from reports_study import hostile_report, plain_report

from qualcode.reports import Heading, Paragraph, Table
from qualcode.wording import NBSP
from qualcode.writing.columns import column_widths
from qualcode.writing.documents import pages
from qualcode.writing.targets import write


@pytest.fixture(scope="module")
def whole():
    return plain_report()


@pytest.fixture(scope="module")
def path(whole, tmp_path_factory):
    return write(whole, tmp_path_factory.mktemp("docx") / "raport.docx")


@pytest.fixture(scope="module")
def document(path):
    return docx.Document(str(path))


def fields(document):
    return [node.text.strip() for node in document.element.iter(qn("w:instrText"))]


def test_captions_are_real_and_numbered(document, whole):
    instructions = fields(document)
    assert instructions.count("SEQ Tabela \\* ARABIC") == len(whole.tables)
    assert instructions.count("SEQ Wykres \\* ARABIC") == len(whole.figures)
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    assert captions[0].startswith(f"Tabela{NBSP}1. Spotkania")
    assert not [caption for caption in captions if caption.endswith(".")]


def test_contents_and_lists_of_tables_and_charts_are_fields(document):
    instructions = fields(document)
    assert any(item.startswith("TOC \\o") for item in instructions)
    assert 'TOC \\h \\z \\c "Tabela"' in instructions
    assert 'TOC \\h \\z \\c "Wykres"' in instructions


def test_every_link_has_its_bookmark_and_fields_are_closed(document):
    body = document.element.body
    marks = {node.get(qn("w:name")) for node in body.iter(qn("w:bookmarkStart"))}
    links = {node.get(qn("w:anchor")) for node in body.iter(qn("w:hyperlink"))}
    assert links <= marks
    kinds = [node.get(qn("w:fldCharType")) for node in body.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_header_rows_repeat_and_widths_fill_the_page(document, whole):
    assert len(document.tables) == len(whole.tables)
    for table in document.tables:
        rows = table._tbl.findall(qn("w:tr"))
        assert rows[0].find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
        assert all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in rows)
        assert table.style.name == "Tabela raportu"


def test_language_and_author_and_date_are_set(document):
    languages = {node.get(qn("w:val")) for node in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"pl-PL"}
    assert document.core_properties.author == "qualcode"
    assert document.core_properties.created.isoformat().startswith("2024-02-14")


def test_wide_tables_stand_on_landscape_pages(document, whole):
    wide = [section for section in document.sections if section.page_width > section.page_height]
    assert wide
    assert len(wide) == sum(landscape for landscape, _ in pages(whole.blocks))


def test_a_wide_table_takes_its_heading_along(whole):
    for landscape, blocks in pages(whole.blocks):
        if landscape:
            assert not isinstance(blocks[0], Table)
    assert [block for _, part in pages(whole.blocks) for block in part] == list(whole.blocks)


def test_charts_have_alternative_text(document, whole):
    told = [node.get("descr") for node in document.element.iter(qn("wp:docPr"))]
    assert told == [figure.alt for figure in whole.figures]


def test_every_table_names_its_source_and_numbers_are_polish(document, whole):
    notes = [p.text for p in document.paragraphs if p.style.name == "Źródło"]
    assert len(notes) == len(whole.tables) + len(whole.figures)
    assert all("Źródło: opracowanie własne" in note for note in notes)
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    assert "–" in cells
    assert not [cell for cell in cells if re.fullmatch(r"\d+\.\d+", cell)]


def test_hostile_text_stays_text(tmp_path):
    made = write(hostile_report(), tmp_path / "zly.docx")
    read = docx.Document(str(made))
    assert "</title><script>alert(2)</script>" in read.paragraphs[0].text
    quotes = "\n".join(p.text for p in read.paragraphs if p.style.name == "Cytat z wypowiedzi")
    assert "👵🏽" in quotes or "שלום" in quotes


def test_a_single_table_is_a_document_too(study, tmp_path):
    from qualcode.tables import matrix

    counts = matrix(study, "bariera", "transcript", coder="coder_a")
    read = docx.Document(str(write(counts, tmp_path / "m.docx")))
    assert [cell.text for cell in read.tables[0].rows[1].cells] == ["Finansowa", "1", "–"]


def test_no_part_of_the_document_points_outside(path):
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        for name in archive.namelist():
            if name.endswith(".rels"):
                assert b'TargetMode="External"' not in archive.read(name)


def test_words_after_numbers_are_set_apart(document, whole):
    table = document.tables[[item.id for item in whole.tables].index("uczestnicy")]
    kinds = whole.table("uczestnicy").kinds
    place = next(n for n in range(1, len(kinds)) if kinds[n] == "text" and kinds[n - 1] == "count")
    for row in table.rows[:2]:
        assert row.cells[place].paragraphs[0].paragraph_format.left_indent


def test_a_table_keeps_with_its_caption_and_source(document):
    captions = [p for p in document.paragraphs if p.style.name == "Caption"]
    assert all(p.style.paragraph_format.keep_with_next for p in captions)
    for table in document.tables:
        for row in (table.rows[0], table.rows[-1]):
            assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells)


def test_the_source_stands_on_a_line_of_its_own(document):
    for paragraph in document.paragraphs:
        if paragraph.style.name == "Źródło":
            assert paragraph.text.splitlines()[-1].startswith("Źródło: ")


def test_tables_say_what_they_are_to_those_who_cannot_see_them(document, whole):
    told = [node.get(qn("w:val")) for node in document.element.iter(qn("w:tblCaption"))]
    assert told == [table.title for table in whole.tables]


def test_no_line_can_end_with_a_one_letter_word(document):
    texts = [
        p.text for p in document.paragraphs if p.style.name in ("Normal", "Cytat z wypowiedzi")
    ]
    assert any(f" w{NBSP}" in text for text in texts)
    assert not [text for text in texts if re.search(r"(?<=\s)[aiouwz] \S", text)]


def test_it_opens_as_a_document_of_todays_word(document):
    modes = {
        item.get(qn("w:val"))
        for item in document.settings.element.iter(qn("w:compatSetting"))
        if item.get(qn("w:name")) == "compatibilityMode"
    }
    assert modes == {"15"}


def test_the_hint_about_page_numbers_goes_when_the_field_is_updated(document):
    depth, inside = 0, []
    for paragraph in document.element.body.iter(qn("w:p")):
        kinds = [node.get(qn("w:fldCharType")) for node in paragraph.iter(qn("w:fldChar"))]
        text = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        if "Numery stron" in text:
            inside.append(depth > 0)
        depth += kinds.count("begin") - kinds.count("end")
    assert inside == [True]


def test_no_section_begins_with_an_empty_page(document):
    # a page break before a heading that opens a section would leave a blank page
    body = list(document.element.body)
    for before, after in itertools.pairwise(body):
        if before.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            assert after.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is None


def test_columns_with_little_in_them_leave_room_to_the_others():
    heads = ["Grupa", "Wnioski", "Podmiot"]
    rows = [["osoby starsze", "długie zdanie o wielu słowach " * 6, "–"]] * 5
    group, words, body = column_widths(heads, rows, [False, False, False], 9072)
    assert words > 3 * max(group, body)


def test_column_widths_fill_the_width_and_give_words_the_rest():
    widths = column_widths(["Kod", "n"], [["bardzo długa nazwa kodu", "3"]], [False, True], 9000)
    assert 8990 <= sum(widths) <= 9000
    assert widths[0] > widths[1]


def test_wide_tables_with_only_words_between_share_their_pages():
    rows = pd.DataFrame({f"kolumna {n}": [1, 2] for n in range(12)})
    first, second = (Table(name, "Szeroka", rows, ("count",) * 12) for name in "ab")
    blocks = [Heading("Razem"), first, Heading("Dalej", 2), Paragraph("Słowo."), second]
    assert [(wide, len(part)) for wide, part in pages(blocks)] == [(True, 5)]
    narrow = Table("c", "Wąska", rows.iloc[:, :3], ("count",) * 3)
    apart = [(wide, len(part)) for wide, part in pages([first, narrow, second])]
    assert apart == [(True, 1), (False, 1), (True, 1)]
