"""DOCX: real heading styles, numbered lists whose numbers Word computes, tables, a page head and foot, footnotes."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as Page
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from read_source import CALL, Part, Sort, Source
from still_zip import write_still

FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def write_docx(source: Source, path: Path) -> None:
    """Set the document and write it; the same source gives the same bytes."""
    page = Document()
    properties(page, source)
    head_and_foot(page, source)
    for part in source.parts:
        SETTERS[part.sort](page, part)
    if source.notes:
        footnotes(page, source.notes)
    packed = io.BytesIO()
    page.save(packed)
    write_still(packed.getvalue(), path)


def properties(page: Page, source: Source) -> None:
    """What the file says of itself."""
    said = page.core_properties
    said.title, said.author, said.comments = source.head["title"], source.head["unit"], ""
    said.created = said.modified = datetime.fromisoformat(source.head["date"])


def head_and_foot(page: Page, source: Source) -> None:
    """The running head with kind, date and dnr, and the mark that this is an example."""
    head = source.head
    marks = [head["kind"], head["date"], *([f"Dnr {head['dnr']}"] if "dnr" in head else [])]
    page.sections[0].header.paragraphs[0].text = f"Exempelköpings kommun, {head['unit']}\t" + " · ".join(marks)
    page.sections[0].footer.paragraphs[0].text = "Exempeldokument, påhittat för Nämndsvar"


def heading(page: Page, part: Part) -> None:
    """A heading in Word's own style."""
    page.add_heading(part.text, level=part.level)


def text(page: Page, part: Part) -> None:
    """A paragraph, with its footnote calls."""
    called(page.add_paragraph(), part.text)


def items(page: Page, part: Part) -> None:
    """A list in Word's own style; each numbered list starts from its first number."""
    numbered = part.rows[0][0] != "-"
    number = restart(page, int(part.rows[0][0][:-1])) if numbered else None
    for _, words in part.rows:
        paragraph = page.add_paragraph(style="List Number" if numbered else "List Bullet")
        called(paragraph, words)
        if number is not None:
            paragraph._p.get_or_add_pPr()._add_numPr().get_or_add_numId().val = number


def restart(page: Page, first: int) -> int:
    """A new numbering instance that begins at `first`; returns its id."""
    numbering = page.part.numbering_part.element
    style = page.styles["List Number"].element.pPr.numPr.numId.val
    fresh = numbering.add_num(numbering.num_having_numId(style).abstractNumId.val)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(first)
    return int(fresh.numId)


def called(paragraph: Paragraph, words: str) -> None:
    """The words as runs, with a footnote reference for each [^n]."""
    for place, piece in enumerate(CALL.split(words)):
        run = paragraph.add_run("" if place % 2 else piece)
        if place % 2:
            run.font.superscript = True
            reference = OxmlElement("w:footnoteReference")
            reference.set(qn("w:id"), piece)
            run._r.append(reference)


def table(page: Page, part: Part) -> None:
    """A table with rules, its head in the first row."""
    grid = page.add_table(rows=0, cols=len(part.rows[0]), style="Table Grid")
    for row in part.rows:
        for cell, words in zip(grid.add_row().cells, row, strict=True):
            cell.text = words
    page.add_paragraph()


def pair(page: Page, part: Part) -> None:
    """A label and its lines in one paragraph."""
    (label,), lines = part.rows
    paragraph = page.add_paragraph()
    paragraph.add_run(label).bold = True
    for line in lines:
        paragraph.add_run().add_break()
        paragraph.add_run(line)


def new_page(page: Page, part: Part) -> None:
    """A page break."""
    page.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def footnotes(page: Page, notes: dict[str, str]) -> None:
    """The footnote part, which python-docx cannot make (ECMA-376 part 1, 17.11)."""
    body = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(words)}</w:t></w:r></w:p></w:footnote>'
        for number, words in notes.items()
    )
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{WORDS}">{body}</w:footnotes>'
    part = PackagePart(PackURI("/word/footnotes.xml"), FOOTNOTES, xml.encode(), page.part.package)
    page.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


SETTERS = {
    Sort.HEADING: heading,
    Sort.TEXT: text,
    Sort.ITEMS: items,
    Sort.TABLE: table,
    Sort.PAIR: pair,
    Sort.BREAK: new_page,
}
