"""The nouns of the product, in the order in which they come to be.

file -> RawDocument (Blocks) -> Document with Paragraphs -> Library

Every Paragraph knows its Place, so a citation can always be walked back to the page it stands on.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indexer.tables.model import ReadTable


class Form(StrEnum):
    """What a block or paragraph looks like on the page."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"  # of a numbered or bulleted list
    TABLE = "table"


@dataclass(frozen=True)
class Block:
    """One run of text as a reader found it, in reading order; furniture is already taken out.

    text: the words as they stand, line-end hyphens joined. Line breaks inside a block are kept as `\\n`
        where the source has them (structure decides what they mean). A table's text is its rows, one a line, the
        cells of a row separated by one space, empty cells left out.
    page: page number from 1, None where the format has no pages.
    page_breaks: offsets in `text` where a new page begins (a block that runs over a page break).
    level: heading depth from 1 when the format states it, else None.
    marker: the list marker as written or computed ("1.", "a)", "-", "•"), "" when none. Not repeated in `text`.
    emphasis: the whole block is set in bold or in a larger size than the body.
    rows: the cells of a table, as text, row by row; `text` holds the same words in linear order.
    """

    text: str
    form: Form = Form.TEXT
    page: int | None = None
    page_breaks: tuple[int, ...] = ()
    level: int | None = None
    marker: str = ""
    emphasis: bool = False
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class RawDocument:
    """A file as read, before anything is concluded from it.

    format: "pdf", "docx", "odt", "html", "text", "markdown"; "xlsx", "xls", "xlsb", "ods", "csv", "px", "json-stat".
    furniture: running heads, feet, stamps and page marks that were taken out, each once; structure looks for
        dnr and date here too.
    properties: what the file says of itself ("title", "author", "created" as ISO date), as far as stated.
    footnotes: notes taken out of the running text, as written.
    tables: tables of typed values. Those of statistics files are not in `blocks`, which then hold the other lines.
    """

    format: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    furniture: tuple[str, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)
    footnotes: tuple[str, ...] = ()
    tables: tuple[ReadTable, ...] = ()


class Role(StrEnum):
    """What a paragraph is worth as evidence (documents.md: evidence classes)."""

    DECISION = "decision"
    PROPOSAL = "proposal"
    ACCOUNT = "account"  # by the administration
    REPLY = "reply"  # by the chair
    CLAIM = "claim"  # by a party or politician
    QUESTION = "question"  # never evidence
    PROCEDURE = "procedure"  # attendance, order of business, distribution, attachments, headings without a voice
    SIGNATURE = "signature"
    FURNITURE = "furniture"


@dataclass(frozen=True)
class Speaker:
    """Who says it. Empty fields are not stated, never guessed.

    body: the organ that speaks ("socialnämnden", "förvaltningen"), as written in the document where it is.
    role: the office of the person ("ordförande", "vice ordförande", "ledamot").
    parties: party marks without brackets, in document order ("V", "S").
    persons: names as written.
    """

    body: str = ""
    role: str = ""
    parties: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where a paragraph stands.

    page: page of its first character, from 1; None where the format has no pages.
    page_breaks: offsets in the paragraph's text at which the next page begins.
    section: the § of the minutes as written ("§ 14"), None outside minutes.
    headings: the heading path from the outermost to the nearest.
    number: the paragraph's number in its document, from 1, in reading order.
    sheet: in a workbook the name of the sheet, else None.
    cells: of a table's paragraph the addresses that it covers: "B4", "A4:F11", "dim=label|dim=label".
    """

    number: int
    page: int | None = None
    page_breaks: tuple[int, ...] = ()
    section: str | None = None
    headings: tuple[str, ...] = ()
    sheet: str | None = None
    cells: tuple[str, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The page on which the character at `offset` of the paragraph's text stands."""
        return None if self.page is None else self.page + bisect_right(self.page_breaks, offset)


@dataclass(frozen=True)
class Paragraph:
    """The unit of retrieval and citation.

    id: content hash of document, number and text (hex, 16 characters).
    text: verbatim as read; quotes and locators are found in it (white space folded).
    repaired: the text as it should read where OCR damaged it, else None. For search and display only.
    question: in question-and-answer documents, the question that this paragraph answers.
    rows: the cells when form is TABLE.
    """

    id: str
    document_id: str
    text: str
    place: Place
    role: Role
    form: Form = Form.TEXT
    speaker: Speaker = Speaker()
    marker: str = ""
    repaired: str | None = None
    question: str | None = None
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def readable(self) -> str:
        """The text for search and display."""
        return self.repaired if self.repaired is not None else self.text


class Kind(StrEnum):
    """Document kinds, in the domain's own words."""

    PROTOKOLL = "protokoll"
    PROTOKOLLSUTDRAG = "protokollsutdrag"
    KALLELSE = "kallelse"
    TJANSTEUTLATANDE = "tjänsteutlåtande"  # tjänsteskrivelse elsewhere: facts and a proposal by the administration
    SKRIVELSE = "skrivelse"
    MOTION = "motion"
    INTERPELLATION = "interpellation"
    INTERPELLATIONSSVAR = "interpellationssvar"
    SVAR = "svar"  # an adopted or proposed reply to a letter, motion or remiss that is no tjänsteutlåtande
    RAPPORT = "rapport"
    RIKTLINJE = "riktlinje"
    AVTAL = "avtal"
    LISTA = "lista"  # delegation lists, staff lists
    STATISTIK = "statistik"
    OKAND = "okänd"


@dataclass(frozen=True)
class Document:
    """One file as understood.

    id: SHA-256 of the file's content (hex, 16 characters): the same file twice is one document.
    path: relative to the folder that was indexed, with `/`, or the file's name; set by the build, not by structure.
    committee, municipality, date: None when the document does not state them. date is ISO: of the meeting for minutes,
        else the date that the document bears.
    adjusted: ISO date on which minutes were approved (justerade).
    dnr: registry numbers of this matter, character for character. Other matters' numbers are not in it.
    status: "decided", "adjusted", "proposal", "asked", "stated" by kind.
    damaged: the text was damaged by OCR and repaired for search.
    """

    id: str
    path: str
    kind: Kind
    title: str
    format: str
    committee: str | None = None
    municipality: str | None = None
    date: str | None = None
    adjusted: str | None = None
    dnr: tuple[str, ...] = ()
    status: str = "stated"
    speaker: Speaker = Speaker()
    pages: int | None = None
    damaged: bool = False
