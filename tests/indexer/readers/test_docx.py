from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import docx
import pytest

from indexer.errors import Reason, Refusal
from indexer.model import Block, Form
from indexer.readers.docx import read_docx

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def p(text: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks]


def test_a_document_of_python_docx_is_read_in_its_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "Svar på skrivelse"
    document.core_properties.author = "Kansliet"
    document.core_properties.created = datetime(2024, 3, 12, 8, 30)
    document.add_heading("Svar på skrivelse", 0)
    document.add_heading("Bakgrund", 2)
    document.add_paragraph("Första stycket.")
    document.add_paragraph().add_run("Särskilt uttalande").bold = True
    table = document.add_table(2, 3)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = str(number)
    table.cell(0, 0).merge(table.cell(0, 1))
    document.add_paragraph("Efter tabellen.")
    document.add_paragraph("ett", style="List Number")
    document.add_paragraph("två", style="List Number")
    document.add_paragraph("punkt", style="List Bullet")
    document.sections[0].header.paragraphs[0].text = "Dnr  12-3/2024"
    document.save(str(tmp_path / "a.docx"))

    raw = read_docx(tmp_path / "a.docx")

    assert [(block.form, block.level, block.marker, block.text) for block in raw.blocks] == [
        (Form.HEADING, 1, "", "Svar på skrivelse"),
        (Form.HEADING, 2, "", "Bakgrund"),
        (Form.TEXT, None, "", "Första stycket."),
        (Form.TEXT, None, "", "Särskilt uttalande"),
        (Form.TABLE, None, "", "0 1 2\n3 4 5"),
        (Form.TEXT, None, "", "Efter tabellen."),
        (Form.ITEM, None, "1.", "ett"),
        (Form.ITEM, None, "2.", "två"),
        (Form.ITEM, None, "•", "punkt"),
    ]
    assert raw.blocks[4].rows == (("0 1", "", "2"), ("3", "4", "5"))
    assert [block.emphasis for block in raw.blocks[2:4]] == [False, True]
    assert raw.properties == {"title": "Svar på skrivelse", "author": "Kansliet", "created": "2024-03-12"}
    assert raw.furniture == ("Dnr 12-3/2024",)
    assert raw.pages is None


@pytest.mark.parametrize(
    ("style", "level"),
    [
        ('<w:name w:val="heading 3"/>', 3),
        ('<w:name w:val="Rubrik 2"/>', 2),
        ('<w:name w:val="Rubrik"/>', 1),
        ('<w:name w:val="Eget namn"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr>', 4),
        ('<w:name w:val="Eget namn"/><w:basedOn w:val="H"/>', 1),
        ('<w:name w:val="Brödtext"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>', None),
        ('<w:name w:val="Ring"/><w:basedOn w:val="S"/>', None),
    ],
)
def test_headings_are_told_by_style_or_outline(docx_of: Callable[..., Path], style: str, level: int | None) -> None:
    styles = (
        f'<w:styles {WORD}><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'
        f'<w:style w:type="paragraph" w:styleId="S">{style}</w:style></w:styles>'
    )
    block = read_docx(docx_of(p("Ärendet", '<w:pStyle w:val="S"/>'), styles=styles)).blocks[0]
    assert (block.level, block.form) == (level, Form.HEADING if level else Form.TEXT)


def test_tracked_changes_are_accepted_and_hidden_text_left_out(docx_of: Callable[..., Path]) -> None:
    run = "<w:r>{properties}<w:{tag}>{text}</w:{tag}></w:r>"
    body = (
        "<w:p><w:r><w:t>Avgiften är </w:t></w:r>"
        f"<w:del>{run.format(properties='', tag='delText', text='40')}</w:del>"
        f"<w:ins>{run.format(properties='', tag='t', text='45')}</w:ins>"
        f"{run.format(properties='<w:rPr><w:vanish/></w:rPr>', tag='t', text=' hemligt')}"
        "<w:hyperlink><w:r><w:t> kr per</w:t></w:r></w:hyperlink>"
        '<w:fldSimple w:instr="PAGE"><w:r><w:t> dag</w:t></w:r></w:fldSimple>'
        "<w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:tab/><w:t>och</w:t><w:br/><w:br/><w:t>2</w:t></w:r>"
        "<w:r><w:noBreakHyphen/><w:t>5</w:t><w:softHyphen/><w:t>0</w:t></w:r></w:p>"
        f"<w:moveFrom>{p('bort')}</w:moveFrom><w:sdt><w:sdtContent>{p('i en ruta')}</w:sdtContent></w:sdt>"
    )
    assert texts(read_docx(docx_of(body)).blocks) == ["Avgiften är 45 kr per dag\toch\n2-50", "i en ruta"]


def test_prompts_that_nobody_filled_in_are_left_out(docx_of: Callable[..., Path]) -> None:
    prompt = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    run = "<w:r><w:t>Klicka här</w:t></w:r>"
    body = (
        f"<w:sdt>{prompt}<w:sdtContent>{p('Ange text')}</w:sdtContent></w:sdt>"
        f"<w:p><w:r><w:t>Datum:</w:t></w:r><w:sdt>{prompt}<w:sdtContent>{run}</w:sdtContent></w:sdt></w:p>"
    )
    assert texts(read_docx(docx_of(body)).blocks) == ["Datum:"]


def test_text_boxes_follow_their_paragraph_once(docx_of: Callable[..., Path]) -> None:
    box = f"<w:txbxContent>{p('I rutan')}</w:txbxContent>"
    compatibility = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = (
        f"<w:p><w:r><w:t>Före</w:t><mc:AlternateContent {compatibility}><mc:Choice><w:drawing>{box}</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>{p('Efter')}"
    )
    assert texts(read_docx(docx_of(body)).blocks) == ["Före", "I rutan", "Efter"]


def test_notes_are_taken_out_of_the_running_text(docx_of: Callable[..., Path]) -> None:
    line = f'<w:footnote w:type="separator" w:id="0">{p("---")}</w:footnote>'
    note = f'{line}<w:footnote w:id="1">{p("Se bilaga.")}</w:footnote>'
    body = '<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t> mer</w:t></w:r></w:p>'
    raw = read_docx(docx_of(body, footnotes=f"<w:footnotes {WORD}>{note}</w:footnotes>"))
    assert texts(raw.blocks) == ["Text mer"]
    assert raw.footnotes == ("Se bilaga.",)


def test_tables_keep_their_grid_and_frames_are_no_tables(docx_of: Callable[..., Path]) -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    down, goes_on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    body = (
        f"<w:tbl><w:tr>{cell('A', down)}{cell('B', wide)}</w:tr>"
        f"<w:tr>{cell('dold', goes_on)}{cell('1')}{cell('2')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('x')}{cell('y')}{cell('z')}</w:tr></w:tbl>"
        f"<w:tbl><w:tr><w:tc>{p('Ram om')}{p('två stycken')}</w:tc></w:tr></w:tbl>"
    )
    raw = read_docx(docx_of(body))
    assert raw.blocks[0].rows == (("A", "B", ""), ("", "1", "2"))
    assert texts(raw.blocks) == ["A B\n1 2", "Ram om", "två stycken"]


def test_typed_markers_and_contents_lines(docx_of: Callable[..., Path]) -> None:
    styles = f'<w:styles {WORD}><w:style w:styleId="T"><w:name w:val="toc 1"/></w:style></w:styles>'
    body = p("Ärendet 3", '<w:pStyle w:val="T"/>') + p("- Vad kostar det?") + p("-4,5 mnkr")
    raw = read_docx(docx_of(body, styles=styles))
    assert [(block.marker, block.text) for block in raw.blocks] == [("-", "Vad kostar det?"), ("", "-4,5 mnkr")]


def test_a_strict_document_is_refused_with_what_to_do(packed: Callable[..., Path]) -> None:
    strict = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'
    with pytest.raises(Refusal, match="ordinary") as caught:
        read_docx(packed("a.docx", {"word/document.xml": strict}))
    assert caught.value.reason is Reason.UNSUPPORTED


def test_a_heading_typed_in_bold_over_a_line_break_is_parted_from_its_text(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("Yrkanden").bold = True
    paragraph.add_run("\nBo Lind yrkar avslag.\nCia Holm yrkar bifall.")
    document.save(str(tmp_path / "a.docx"))

    blocks = read_docx(tmp_path / "a.docx").blocks

    assert [(block.text, block.emphasis) for block in blocks] == [
        ("Yrkanden", True),
        ("Bo Lind yrkar avslag.\nCia Holm yrkar bifall.", False),
    ]
