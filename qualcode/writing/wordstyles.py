"""The styles of the Word document: named, Polish, restrained; fonts and language of the whole."""

from __future__ import annotations

from typing import Any

from qualcode.writing.wordml import W

FONT = "Calibri"
INK = "1F3A5F"
GREY = "555555"
# page numbers at the right margin, after dots
_LEADER = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9072"/></w:tabs>'
# id, name, based on, paragraph properties, run properties
_PARAGRAPHS = (
    (
        "Zrodlo",
        "Źródło",
        "Normal",
        '<w:spacing w:before="60" w:after="240"/>',
        f'<w:color w:val="{GREY}"/><w:sz w:val="16"/>',
    ),
    (
        "Uwaga",
        "Uwaga",
        "Normal",
        '<w:spacing w:after="120"/>',
        f'<w:color w:val="{GREY}"/><w:sz w:val="18"/>',
    ),
    (
        "TabelaTekst",
        "Tabela – tekst",
        "Normal",
        '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>',
        '<w:sz w:val="18"/>',
    ),
    ("TabelaNaglowek", "Tabela – nagłówek", "TabelaTekst", "", "<w:b/>"),
    ("TabelaDrobna", "Tabela – tekst drobny", "TabelaTekst", "", '<w:sz w:val="16"/>'),
    ("TabelaDrobnaNaglowek", "Tabela – nagłówek drobny", "TabelaDrobna", "", "<w:b/>"),
    (
        "Cytat",
        "Cytat z wypowiedzi",
        "Normal",
        '<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="9AA7B5"/></w:pBdr><w:spacing w:before="60" w:after="100"/><w:ind w:left="397" w:right="397"/>',
        "",
    ),
    (
        "CytatUwaga",
        "Cytat – uwaga",
        "Normal",
        '<w:keepLines/><w:spacing w:before="0" w:after="120"/><w:ind w:left="397" w:right="397"/>',
        '<w:color w:val="8A3B00"/><w:sz w:val="17"/>',
    ),
    (
        "CytatKod",
        "Cytat – kod",
        "Normal",
        '<w:keepNext/><w:spacing w:before="200" w:after="40"/>',
        f'<w:b/><w:color w:val="{INK}"/>',
    ),
    (
        "Wykres",
        "Wykres",
        "Normal",
        '<w:keepNext/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>',
        "",
    ),
    (
        "SpisNaglowek",
        "Nagłówek spisu",
        "Normal",
        '<w:keepNext/><w:spacing w:before="240" w:after="80"/>',
        f'<w:b/><w:color w:val="{INK}"/><w:sz w:val="26"/>',
    ),
    (
        "TOC1",
        "toc 1",
        "Normal",
        f'{_LEADER}<w:spacing w:before="40" w:after="0" w:line="240" w:lineRule="auto"/>',
        '<w:sz w:val="20"/>',
    ),
    (
        "TOC2",
        "toc 2",
        "Normal",
        f'{_LEADER}<w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="284"/>',
        '<w:sz w:val="18"/>',
    ),
    (
        "SpisIlustracji",
        "table of figures",
        "Normal",
        f'{_LEADER}<w:spacing w:after="20"/><w:ind w:left="284" w:right="567" w:hanging="284"/>',
        '<w:sz w:val="20"/>',
    ),
)
_TABLE = f"""
<w:style {W} w:type="table" w:customStyle="1" w:styleId="TabelaRaportu">
  <w:name w:val="Tabela raportu"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:space="0" w:color="333333"/>
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="333333"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="CCCCCC"/>
    </w:tblBorders>
    <w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:rPr><w:b/></w:rPr>
    <w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="333333"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="EDF0F3"/></w:tcPr>
  </w:tblStylePr>
  <w:tblStylePr w:type="lastRow">
    <w:rPr><w:b/></w:rPr>
    <w:tcPr><w:tcBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="333333"/></w:tcBorders></w:tcPr>
  </w:tblStylePr>
</w:style>"""


def dress(document: Any) -> None:
    """Give a python-docx document its language, fonts and styles."""
    from docx.oxml import parse_xml

    styles = document.styles
    _settle(document.settings.element)
    _language(styles)
    _plain(styles["Normal"], 11, after=6, line=1.12)
    for level, size, before in ((1, 18, 24), (2, 13, 16), (3, 11, 12)):
        _heading(styles[f"Heading {level}"], size, before)
    _plain(styles["Title"], 26, after=2, bold=True, colour=INK)
    _border_off(styles["Title"])
    _plain(styles["Subtitle"], 13, after=14, colour=GREY)
    _spacing_off(styles["Subtitle"], styles["Title"])
    _plain(styles["Caption"], 10, before=12, after=4, bold=True, colour="222222")
    styles["Caption"].paragraph_format.keep_with_next = True
    _plain(styles["List Bullet"], 11, after=3)
    for identifier, name, base, block, letters in _PARAGRAPHS:
        builtin = name in ("toc 1", "toc 2", "table of figures")
        custom = "" if builtin else 'w:customStyle="1" '
        styles.element.append(
            parse_xml(
                f'<w:style {W} w:type="paragraph" {custom}w:styleId="{identifier}">'
                f'<w:name w:val="{name}"/><w:basedOn w:val="{base}"/><w:uiPriority w:val="39"/>'
                f"{'' if builtin else '<w:qFormat/>'}<w:pPr>{block}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
            )
        )
    styles.element.append(parse_xml(_TABLE))


def _settle(settings: Any) -> None:
    """Make it a document of today's Word, not one opened in compatibility mode, and Polish."""
    from docx.oxml.ns import qn

    for item in settings.iter(qn("w:compatSetting")):
        if item.get(qn("w:name")) == "compatibilityMode":
            item.set(qn("w:val"), "15")
    for name, value in (("decimalSymbol", ","), ("listSeparator", ";"), ("themeFontLang", "pl-PL")):
        for item in settings.iter(qn(f"w:{name}")):
            item.set(qn("w:val"), value)


def _language(styles: Any) -> None:
    from docx.oxml.ns import qn

    defaults = styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:val"), "pl-PL")
        language.set(qn("w:eastAsia"), "pl-PL")
    for fonts in styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for part in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{part}"), FONT)


def _heading(style: Any, size: int, before: int) -> None:
    _plain(style, size, before=before, after=6, bold=True, colour=INK)
    style.paragraph_format.keep_with_next = True


def _plain(
    style: Any, size: float, *, before: float = 0, after: float = 0, line: float = 1.0,
    bold: bool = False, colour: str = "000000",
) -> None:  # fmt: skip
    from docx.shared import Pt, RGBColor

    style.font.name = FONT
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(colour)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.line_spacing = line


def _border_off(style: Any) -> None:
    from docx.oxml.ns import qn

    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def _spacing_off(*styles: Any) -> None:
    """Set letters as close as in the text."""
    from docx.oxml.ns import qn

    for style in styles:
        for spacing in style.element.rPr.findall(qn("w:spacing")):
            style.element.rPr.remove(spacing)
