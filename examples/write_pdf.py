"""PDF: a running head with dnr and "Sida 2 (4)", a foot on every page, line-end hyphens, tables with rules."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF, FontFace
from read_source import Part, Sort, Source

SIZES = {1: 14.0, 2: 11.5, 3: 10.5}
BODY = 11.0
LINE = 5.4
LEFT = 25.0
LABEL = 50.0
SOFT_HYPHEN = "\u00ad"
# A compound is broken where its last part begins; a plain rule of consonants would break "procenten-heter".
LAST_PARTS = (
    "arbete|avdelning|avtal|bedömning|beslut|besök|central|chef|enhet|förvaltning|företag|grupp|handlägg|kommun|konsult"
    "|kostnad|ledare|mottagning|nämnd|omsättning|period|placering|rapport|samtal|sekreterare|stadsdel|stöd|system|tid"
    "|tjänst|uppfölj|utlåtande|utredning|verksamhet|övning|ning|tion"
)
BREAK = re.compile(rf"(?<=[a-zåäö]{{3}})(?=(?:{LAST_PARTS})[a-zåäö]*)")


class Page(FPDF):
    """A page that carries the document's head and foot."""

    def __init__(self, source: Source) -> None:
        super().__init__(format="A4")
        self.head = source.head
        self.core_fonts_encoding = "windows-1252"
        self.set_margins(LEFT, 38, 40)
        self.set_auto_page_break(True, margin=28)
        self.set_creation_date(datetime.fromisoformat(source.head["date"]).replace(tzinfo=UTC))
        self.set_title(source.head["title"])
        self.set_author(source.head["unit"])
        self.set_lang("sv-SE")

    def header(self) -> None:
        """Unit, kind, date and page at the top of every page; dnr where the whole document has one."""
        self.set_font("helvetica", size=9)
        self.set_y(12)
        self.cell(80, 4.5, "Exempelköpings kommun")
        self.cell(50, 4.5, self.head["kind"])
        self.cell(0, 4.5, f"Sida {self.page_no()} ({{nb}})", align="R", new_x="LMARGIN", new_y="NEXT")
        self.cell(80, 4.5, self.head["unit"])
        self.cell(50, 4.5, self.head["date"])
        self.cell(0, 4.5, f"Dnr {self.head['dnr']}" if "dnr" in self.head else "", align="R")
        self.set_y(38)

    def footer(self) -> None:
        """The mark that this is an example, and the signature line of minutes."""
        self.set_font("helvetica", size=8)
        self.set_y(-20)
        self.cell(0, 4, self.head.get("foot", ""), new_x="LMARGIN", new_y="NEXT")
        self.cell(0, 4, "Exempeldokument, påhittat för Nämndsvar")


def write_pdf(source: Source, path: Path) -> None:
    """Set the document and write it; the same source gives the same bytes."""
    page = Page(source)
    page.add_page()
    for part in source.parts:
        SETTERS[part.sort](page, part)
    page.output(str(path))


def heading(page: Page, part: Part) -> None:
    """A heading stays with what follows it."""
    if page.will_page_break(24):
        page.add_page()
    page.ln(2)
    page.set_font("helvetica", "B", SIZES[part.level])
    page.multi_cell(0, LINE + 1, part.text, align="L", new_x="LMARGIN", new_y="NEXT")
    page.ln(1)


def text(page: Page, part: Part) -> None:
    """A paragraph; it may run over a page break."""
    page.set_font("times", size=BODY)
    page.multi_cell(0, LINE, hyphenated(part.text), align="L", new_x="LMARGIN", new_y="NEXT")
    page.ln(2.5)


def items(page: Page, part: Part) -> None:
    """Items with a hanging indent."""
    page.set_font("times", size=BODY)
    for marker, words in part.rows:
        if page.will_page_break(LINE):
            page.add_page()
            page.set_font("times", size=BODY)
        page.set_x(LEFT + 4)
        page.cell(8, LINE, "•" if marker == "-" else marker)
        page.multi_cell(0, LINE, hyphenated(words), align="L", new_x="LMARGIN", new_y="NEXT")
    page.ln(2.5)


def table(page: Page, part: Part) -> None:
    """A table with rules; the first column is wide and all others are set to the right."""
    page.set_font("helvetica", size=9)
    columns = len(part.rows[0])
    widths = (max(2, columns // 2), *[1] * (columns - 1))
    aligns = ("LEFT", *["RIGHT"] * (columns - 1))
    with page.table(
        part.rows,
        col_widths=widths,
        text_align=aligns,
        line_height=LINE,
        headings_style=FontFace(emphasis="BOLD"),
        align="LEFT",
    ):
        pass
    page.ln(3)


def pair(page: Page, part: Part) -> None:
    """A label with a list beside it, as on the first page of minutes."""
    (label,), lines = part.rows
    page.set_font("helvetica", "B", 9.5)
    page.cell(LABEL, LINE, label)
    page.set_font("times", size=BODY)
    for line in lines:
        page.set_x(LEFT + LABEL)
        page.multi_cell(0, LINE, line, align="L", new_x="LMARGIN", new_y="NEXT")
    page.ln(2)


def new_page(page: Page, part: Part) -> None:
    """A page break that the source asks for."""
    page.add_page()


def hyphenated(words: str) -> str:
    """The text with soft hyphens where long words may be broken."""
    return re.sub(r"\b[a-zåäö]{9,}\b", lambda word: BREAK.sub(SOFT_HYPHEN, word[0]), words)


SETTERS = {
    Sort.HEADING: heading,
    Sort.TEXT: text,
    Sort.ITEMS: items,
    Sort.TABLE: table,
    Sort.PAIR: pair,
    Sort.BREAK: new_page,
}
