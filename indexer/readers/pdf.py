"""PDF files -> RawDocument.

pdfium gives letters and ruling lines; from their places come lines, tables, paragraphs and headings.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from indexer.errors import Reason, Refusal
from indexer.model import RawDocument
from indexer.readers.pdf_columns import Columns, take_columns
from indexer.readers.pdf_edges import take_edges
from indexer.readers.pdf_flow import to_blocks
from indexer.readers.pdf_grid import find_grids
from indexer.readers.pdf_layout import Line, Page, Run
from indexer.readers.pdf_lines import to_lines
from indexer.readers.pdf_newspaper import reading_bands
from indexer.readers.pdf_notes import take_notes
from indexer.readers.pdf_paragraphs import Measure, Piece, to_pieces
from indexer.readers.pdf_rules import is_pictured, read_rules
from indexer.readers.pdf_tables import Table, take_tables
from indexer.readers.pdf_text import read_runs

_MOST_PAGES = 2000
_TITLE = 1.6  # points over the body
_FEWEST_LETTERS = 20  # fewer on a pictured page are a stamp on a scan


def read_pdf(path: Path) -> RawDocument:
    """The PDF at `path` as blocks in reading order.

    The property "unread_pages" lists pages without a text layer or too damaged to read ("3, 7").
    Raises Refusal: encrypted, damaged, without a text layer, or with too many pages.
    """
    try:
        document = pdfium.PdfDocument(path)
        if len(document) > _MOST_PAGES:
            detail = f"the PDF has {len(document)} pages, at most {_MOST_PAGES} are read"
            raise Refusal(Reason.TOO_LARGE, detail, "Split the file into parts")
        pages = [_read_page(document, index) for index in range(len(document))]
        properties = _properties(document)
    except (pdfium.PdfiumError, UnicodeError) as error:
        raise _refusal(error) from None
    _must_be_readable(pages)
    unread = [str(page.number) for page in pages if page.unread]
    return _document(pages, properties | ({"unread_pages": ", ".join(unread)} if unread else {}))


def _refusal(error: Exception) -> Refusal:
    if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return Refusal(Reason.ENCRYPTED, "the PDF asks for a password", "Save it without a password and add it again")
    return Refusal(Reason.DAMAGED, "the PDF cannot be opened", "Fetch the file again or save it anew as PDF")


def _read_page(document: pdfium.PdfDocument, index: int) -> Page:
    try:
        page = document[index]
        runs, aside, turn = read_runs(page)
    except pdfium.PdfiumError:
        return Page(index + 1, 1.0, 1.0, (), unread=True)
    left, bottom, right, top = page.get_bbox()
    width, height = (right - left, top - bottom) if turn % 2 == 0 else (top - bottom, right - left)
    unread = sum(len(run.text) for run in runs) < _FEWEST_LETTERS and is_pictured(page)
    result = Page(index + 1, max(width, 1.0), max(height, 1.0), runs, read_rules(page, turn), aside, unread)
    page.close()
    return result


def _must_be_readable(pages: Sequence[Page]) -> None:
    """Raises Refusal when the pages hold no text, or none that means anything."""
    letters = [letter for page in pages for run in page.runs for letter in run.text]
    if not letters or all(page.unread for page in pages):
        detail = f"none of the {len(pages)} pages has a text layer"
        raise Refusal(Reason.NO_TEXT, detail, "Read the original; text recognition (OCR) comes in a later version")
    if sum(letter == "\ufffd" or unicodedata.category(letter) in ("Co", "Cn") for letter in letters) > len(letters) / 3:
        detail = "the fonts do not say which letters their shapes are"
        raise Refusal(Reason.NO_TEXT, detail, "Ask for a PDF made anew, or read the original")


def _properties(document: pdfium.PdfDocument) -> dict[str, str]:
    stated = document.get_metadata_dict(skip_empty=True)
    created = re.match(r"D:(\d{4})(\d{2})(\d{2})", stated.get("CreationDate", ""))
    found = {"title": stated.get("Title", ""), "author": stated.get("Author", "")}
    found["created"] = "-".join(created.groups()) if created else ""
    return {name: value for name, value in found.items() if value}


def _document(pages: Sequence[Page], properties: dict[str, str]) -> RawDocument:
    grids = [find_grids(page.rules) for page in pages]
    body, furniture = take_edges(pages, grids)
    parts = [take_tables(runs, held) for runs, held in zip(body, grids, strict=True)]
    measure = _measure([line for _, rest in parts for line in to_lines(rest)])
    pieces: list[list[Piece]] = []
    footnotes: list[str] = []
    for page, (tables, rest) in zip(pages, parts, strict=True):
        runs, notes = take_notes(rest, measure.body)
        pieces.append(_pieces(page.number, tables, runs, measure))
        footnotes.extend(notes)
    blocks = to_blocks(pieces, measure)
    return RawDocument("pdf", blocks, len(pages), furniture, properties, tuple(footnotes))


def _pieces(number: int, tables: Sequence[Table], runs: Sequence[Run], measure: Measure) -> list[Piece]:
    """The pieces of one page, read band by band where its text is set in newspaper columns."""
    pieces: list[Piece] = []
    waiting = sorted(tables, key=lambda table: table.top)
    for band in reading_bands(runs):
        lines = to_lines(band.runs)
        above = [table for table in waiting if table.top < band.bottom]
        waiting = waiting[len(above) :]
        items: list[Line | Columns | Table] = [*above, *take_columns(lines)]
        titles = [item.base for item in items if isinstance(item, Line) and item.size > measure.body + _TITLE]
        ordered = sorted(items, key=lambda item: _top(item, titles))
        pieces += to_pieces(ordered, number, replace(measure, right=band.right or measure.right))
    return pieces + to_pieces(waiting, number, measure)


def _top(item: Line | Columns | Table, titles: Sequence[float]) -> tuple[float, bool]:
    """Where the item is read: a table after the titles that stand beside it, as on a slide."""
    if isinstance(item, Line):
        return item.base, False
    return max([item.top, *(title for title in titles if item.top <= title <= item.bottom)]), True


def _measure(lines: Iterable[Line]) -> Measure:
    lines = list(lines)
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 11.0
    usual = [line for line in lines if abs(line.size - body) < 0.6]
    steps = Counter(
        round((after.base - before.base) / body, 2)
        for before, after in pairwise(usual)
        if 0.9 < (after.base - before.base) / body < 2
    )
    rights = sorted(line.right for line in usual)
    right = rights[int(len(rights) * 0.95)] if rights else 0.0
    return Measure(body, steps.most_common(1)[0][0] if steps else 1.2, right)
