"""ODT: headings, paragraphs, lists and tables, with a head and a foot on the master page."""

from __future__ import annotations

import io
from pathlib import Path

from odf import dc, meta, style, table, teletype, text
from odf.opendocument import OpenDocumentText
from read_source import Part, Sort, Source
from still_zip import write_still

MADE_BY = "examples/make_documents.py"


def write_odt(source: Source, path: Path) -> None:
    """Set the document and write it; the same source gives the same bytes."""
    page = OpenDocumentText()
    properties(page, source)
    head_and_foot(page, source)
    for part in source.parts:
        SETTERS[part.sort](page, part)
    packed = io.BytesIO()
    page.write(packed)
    write_still(packed.getvalue(), path)


def properties(page: OpenDocumentText, source: Source) -> None:
    """What the file says of itself, in place of odfpy's own mark."""
    page.meta.childNodes.clear()
    page.meta.addElement(meta.Generator(text=MADE_BY))
    page.meta.addElement(dc.Title(text=source.head["title"]))
    page.meta.addElement(dc.Creator(text=source.head["unit"]))
    page.meta.addElement(meta.CreationDate(text=f"{source.head['date']}T00:00:00"))


def head_and_foot(page: OpenDocumentText, source: Source) -> None:
    """The running head and the mark that this is an example."""
    layout = style.PageLayout(name="Sida")
    page.automaticstyles.addElement(layout)
    master = style.MasterPage(name="Standard", pagelayoutname="Sida")
    page.masterstyles.addElement(master)
    head = source.head
    dnr = f" · Dnr {head['dnr']}" if "dnr" in head else ""
    top = style.Header()
    top.addElement(text.P(text=f"Exempelköpings kommun, {head['unit']} · {head['kind']} · {head['date']}{dnr}"))
    bottom = style.Footer()
    bottom.addElement(text.P(text="Exempeldokument, påhittat för Nämndsvar"))
    master.addElement(top)
    master.addElement(bottom)


def heading(page: OpenDocumentText, part: Part) -> None:
    """A heading with its level."""
    page.text.addElement(text.H(outlinelevel=part.level, text=part.text))


def paragraph(page: OpenDocumentText, part: Part) -> None:
    """A paragraph; a kept line break becomes the format's own."""
    element = text.P()
    teletype.addTextToElement(element, part.text)
    page.text.addElement(element)


def items(page: OpenDocumentText, part: Part) -> None:
    """A list; its markers are left to the reading program."""
    group = text.List()
    for _, words in part.rows:
        item = text.ListItem()
        item.addElement(text.P(text=words))
        group.addElement(item)
    page.text.addElement(group)


def grid(page: OpenDocumentText, part: Part) -> None:
    """A table, its head in the first row."""
    whole = table.Table()
    whole.addElement(table.TableColumn(numbercolumnsrepeated=len(part.rows[0])))
    for cells in part.rows:
        row = table.TableRow()
        for words in cells:
            cell = table.TableCell(valuetype="string")
            cell.addElement(text.P(text=words))
            row.addElement(cell)
        whole.addElement(row)
    page.text.addElement(whole)


def pair(page: OpenDocumentText, part: Part) -> None:
    """A label and its lines in one paragraph."""
    (label,), lines = part.rows
    paragraph(page, Part(Sort.TEXT, "\n".join((label, *lines))))


def new_page(page: OpenDocumentText, part: Part) -> None:
    """ODT pages are the reading program's; a break is an empty paragraph."""
    page.text.addElement(text.P())


SETTERS = {
    Sort.HEADING: heading,
    Sort.TEXT: paragraph,
    Sort.ITEMS: items,
    Sort.TABLE: grid,
    Sort.PAIR: pair,
    Sort.BREAK: new_page,
}
