from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from odf import dc, table, text
from odf.opendocument import OpenDocumentText
from odf.style import Footer, FooterLeft, MasterPage, PageLayout, Style, TextProperties

from indexer.errors import Reason, Refusal
from indexer.model import Block, Form, RawDocument
from indexer.readers.odt import read_odt

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)


@pytest.fixture
def odt_of(packed: Callable[..., Path]) -> Callable[..., RawDocument]:
    def of(body: str, styles: str = "") -> RawDocument:
        content = (
            f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        )
        return read_odt(packed("a.odt", {"content.xml": content}))

    return of


def texts(raw: RawDocument) -> list[str]:
    return [block.text for block in raw.blocks]


def marked(raw: RawDocument) -> list[tuple[str, str]]:
    return [(block.marker, block.text) for block in raw.blocks]


def test_a_document_of_odfpy_is_read_in_its_order(tmp_path: Path) -> None:
    document = OpenDocumentText()
    bold = Style(name="Fet", family="text")
    bold.addElement(TextProperties(fontweight="bold"))
    document.automaticstyles.addElement(bold)
    layout, master = PageLayout(name="L"), None
    document.automaticstyles.addElement(layout)
    master = MasterPage(name="Standard", pagelayoutname=layout)
    for kind in (Footer, FooterLeft):
        foot = kind()
        foot.addElement(text.P(text="Dnr 12-3/2024"))
        master.addElement(foot)
    document.masterstyles.addElement(master)
    document.meta.addElement(dc.Title(text="Svar på skrivelse"))
    document.text.addElement(text.H(outlinelevel=2, text="Bakgrund"))
    paragraph = text.P(text="Antalet")
    paragraph.addElement(text.S(c=2))
    paragraph.addText("är")
    paragraph.addElement(text.Tab())
    paragraph.addText("34.")
    note = text.Note(noteclass="footnote")
    note.addElement(text.NoteCitation(text="1"))
    note.addElement(text.NoteBody())
    note.lastChild.addElement(text.P(text="Se bilaga."))
    paragraph.addElement(note)
    document.text.addElement(paragraph)
    strong = text.P()
    strong.addElement(text.Span(stylename=bold, text="Särskilt uttalande"))
    document.text.addElement(strong)
    grid = table.Table()
    for cells in (("År", "Antal"), ("2022", "41")):
        row = table.TableRow()
        for cell in cells:
            holder = table.TableCell()
            holder.addElement(text.P(text=cell))
            row.addElement(holder)
        grid.addElement(row)
    document.text.addElement(grid)
    document.save(str(tmp_path / "a.odt"))

    raw = read_odt(tmp_path / "a.odt")

    assert raw.blocks == (
        Block("Bakgrund", Form.HEADING, level=2),
        Block("Antalet  är\t34."),
        Block("Särskilt uttalande", emphasis=True),
        Block("År Antal\n2022 41", Form.TABLE, rows=(("År", "Antal"), ("2022", "41"))),
    )
    assert (raw.format, raw.footnotes, raw.furniture) == ("odt", ("Se bilaga.",), ("Dnr 12-3/2024",))
    assert raw.properties["title"] == "Svar på skrivelse"


LISTS = """<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
<text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="2" text:start-value="3"/>
</text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/>
</text:list-style>"""


def items(*contents: str, attributes: str = 'text:style-name="L"') -> str:
    inside = "".join(f"<text:list-item>{content}</text:list-item>" for content in contents)
    return f"<text:list {attributes}>{inside}</text:list>"


def test_list_numbers_are_counted_by_level(odt_of: Callable[..., RawDocument]) -> None:
    deepest = items("<text:p>x</text:p>", attributes="")
    inner = items("<text:p>a</text:p>", f"<text:p>b</text:p>{deepest}", attributes="")
    raw = odt_of(items("<text:p>ett</text:p>", f"<text:p>två</text:p><text:p>mer</text:p>{inner}"), LISTS)
    assert marked(raw) == [("1.", "ett"), ("2.", "två"), ("", "mer"), ("a)", "a"), ("b)", "b"), ("b.3", "x")]


def test_a_list_may_go_on_where_an_earlier_one_ended(odt_of: Callable[..., RawDocument]) -> None:
    one, more = "<text:p>x</text:p>", 'text:style-name="L" text:continue-numbering="true"'
    raw = odt_of(items(one, one) + items(one) + items(one, attributes=more), LISTS)
    assert [block.marker for block in raw.blocks] == ["1.", "2.", "1.", "2."]


def test_bullets_keep_their_sign(odt_of: Callable[..., RawDocument]) -> None:
    raw = odt_of(items("<text:p>x</text:p>", attributes='text:style-name="B"') + items("<text:p>y</text:p>"), LISTS)
    assert marked(raw) == [("–", "x"), ("1.", "y")]
    assert {block.form for block in raw.blocks} == {Form.ITEM}


def test_deleted_and_hidden_text_and_comments_are_left_out(odt_of: Callable[..., RawDocument]) -> None:
    hidden = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>struket</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>Avgiften\n  är <text:span>45</text:span><office:annotation><text:p>nja</text:p></office:annotation> kr"
        '<text:span text:style-name="H"> hemligt</text:span><text:line-break/>per dag</text:p>'
        '<text:p text:style-name="H">dolt</text:p><text:table-of-content><text:index-body><text:p>Ärendet 3</text:p>'
        "</text:index-body></text:table-of-content>"
    )
    assert texts(odt_of(body, hidden)) == ["Avgiften är 45 kr\nper dag"]


def test_text_boxes_sections_and_title_styles(odt_of: Callable[..., RawDocument]) -> None:
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    body = (
        '<text:p text:style-name="P1">Protokoll</text:p><text:section><text:p>I avsnitt</text:p></text:section>'
        "<text:p>Före<draw:frame><svg:title>Bild</svg:title><draw:text-box><text:p>I rutan</text:p></draw:text-box>"
        "</draw:frame>"
        "<draw:custom-shape><text:p>I figuren</text:p></draw:custom-shape> efter</text:p>"
    )
    raw = odt_of(body, styles)
    assert texts(raw) == ["Protokoll", "I avsnitt", "Före efter", "I rutan", "I figuren"]
    assert raw.blocks[0].level == 1


def test_cells_that_repeat_a_billion_times_do_no_harm(odt_of: Callable[..., RawDocument]) -> None:
    cell = "<table:table-cell{more}><text:p>{text}</text:p></table:table-cell>"
    empty = '<table:table-cell table:number-columns-repeated="1000000000"/>'
    covered = "<table:covered-table-cell/>"
    rows = (
        f"<table:table-row>{cell.format(more='', text='Bred')}{covered}{empty}</table:table-row>"
        f"<table:table-row>{cell.format(more='', text='1')}{cell.format(more='', text='2')}</table:table-row>"
    )
    raw = odt_of(f"<table:table><table:table-header-rows>{rows}</table:table-header-rows></table:table>")
    assert raw.blocks[0].rows == (("Bred", ""), ("1", "2"))


def test_a_locked_or_hollow_document_is_refused(packed: Callable[..., Path]) -> None:
    manifest = "<manifest:encryption-data/>"
    for parts, reason in (
        ({"META-INF/manifest.xml": manifest, "content.xml": b"\x00\x01"}, Reason.ENCRYPTED),
        ({"mimetype": "x"}, Reason.DAMAGED),
        ({"content.xml": f"<office:document-content {NAMES}/>"}, Reason.DAMAGED),
    ):
        with pytest.raises(Refusal) as caught:
            read_odt(packed("a.odt", parts))
        assert caught.value.reason is reason
