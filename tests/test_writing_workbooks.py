"""The workbook: numbers are numbers, formulas never run, each number leads to its segments."""

from dataclasses import replace

import openpyxl
import pytest
from reports_study import hostile_report, plain_report

from qualcode.writing.targets import write


@pytest.fixture(scope="module")
def whole():
    return plain_report()


@pytest.fixture(scope="module")
def book(whole, tmp_path_factory):
    path = write(whole, tmp_path_factory.mktemp("xlsx") / "wyniki.xlsx")
    return openpyxl.load_workbook(path)


def test_there_is_an_index_in_front_and_a_sheet_per_table(book, whole):
    assert book.sheetnames[0] == "Spis"
    assert len(book.sheetnames) == len(whole.tables) + len(whole.sheets) + 2
    links = [cell for cell in book["Spis"]["B"] if cell.hyperlink]
    assert len(links) == len(book.sheetnames) - 1
    for cell in links:
        assert cell.hyperlink.location.split("!")[0].strip("'") in book.sheetnames


def test_numbers_are_numbers_with_formats(book):
    sheet = book["Bariera rozwoju usług"]
    heads = [cell.value for cell in sheet[3]]
    count, share = (sheet.cell(4, heads.index(name) + 1) for name in ("Wypowiedzi", "% wypowiedzi"))
    assert count.value == 6
    assert share.value == pytest.approx(6 / 36)
    assert share.number_format.startswith("0.0%")
    assert sheet.freeze_panes == "A4"


def test_the_coded_table_can_be_filtered(book, whole):
    sheet = book["Kodowanie"]
    assert sheet.auto_filter.ref
    assert sheet.freeze_panes == "B2"
    assert sheet.max_row == len(whole.table("kodowanie").data) + 1


def test_each_number_leads_to_its_segments(book, whole):
    known = set(whole.study.segments["segment"])
    rows = list(book["Segmenty"].iter_rows(min_row=2, values_only=True))
    assert len(rows) == sum(1 for table in whole.tables for ids in table.cells.values() if ids)
    for _, _, _, n, ids in rows:
        assert len(ids.split("; ")) == n
        assert set(ids.split("; ")) <= known


def test_text_that_looks_like_a_formula_is_text(tmp_path):
    path = write(hostile_report(), tmp_path / "zly.xlsx")
    book = openpyxl.load_workbook(path)
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    risky = [
        cell
        for row in book["Kodowanie"].iter_rows(min_row=2)
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith(("=", "+", "@"))
    ]
    assert risky
    assert all(cell.quotePrefix for cell in risky)
    links = [cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]  # fmt: skip
    assert links
    # no link but within the workbook
    assert all(link.location and not link.target for link in links)


def test_headings_stand_above_their_columns(book):
    sheet = book["Bariera rozwoju usług"]
    for head, value in zip(sheet[3], sheet[4], strict=True):
        right = isinstance(value.value, (int, float))
        assert (head.alignment.horizontal == "right") == right, head.value


def test_words_right_after_numbers_are_set_apart(book, whole):
    sheet = book["Uczestnicy"]
    kinds = whole.table("uczestnicy").kinds
    place = next(n for n in range(1, len(kinds)) if kinds[n] == "text" and kinds[n - 1] == "count")
    for row in (3, 4):
        assert sheet.cell(row, place + 1).alignment.indent > 0


def test_title_and_source_stand_above_and_below_with_ways_back(book, whole):
    for number, table in enumerate(whole.tables, 1):
        sheet = book[table.name]
        assert sheet["A1"].value.startswith(f"Tabela {number}. {table.title}")
        assert sheet["A2"].hyperlink.location.startswith("'Spis'")
        below = [sheet.cell(row, 1).value for row in range(len(table.data) + 4, sheet.max_row + 1)]
        assert below[-1] == table.source


def test_the_way_to_the_segments_leads_to_those_of_the_table(book, whole):
    trace = book["Segmenty"]
    for table in whole.tables:
        link = book[table.name]["B2"].hyperlink
        if link is not None:
            row = int(link.location.rsplit("A", 1)[1])
            assert trace.cell(row, 1).value == table.name


def test_rows_of_the_trace_bear_the_name_of_the_code(book, whole):
    names = set(whole.table("ksiazka-bariera").data["Kod"])
    rows = book["Segmenty"].iter_rows(min_row=2, values_only=True)
    labels = {row[1] for row in rows if row[0] == "Książka – bariera"}
    assert labels
    assert labels <= names


def test_the_coded_table_prints_without_the_columns_of_codes(book, whole):
    kinds = whole.table("kodowanie").kinds
    area = book["Kodowanie"].print_area
    assert area.endswith(f"${len(whole.table('kodowanie').data) + 1}")
    last = openpyxl.utils.cell.range_boundaries(area.split("!")[1])[2]
    assert last == kinds.index("flag")


def test_a_long_title_has_room_in_the_index(tmp_path):
    whole = plain_report()
    long = replace(whole.tables[0], title="Bardzo długi tytuł tabeli z wieloma słowami " * 6)
    blocks = tuple(long if block is whole.tables[0] else block for block in whole.blocks)
    path = write(replace(whole, blocks=blocks), tmp_path / "w.xlsx")
    index = openpyxl.load_workbook(path)["Spis"]
    usual = index.row_dimensions[6].height or 15
    assert index.row_dimensions[5].height >= 3 * 15 > usual
    assert index["C5"].alignment.wrap_text
