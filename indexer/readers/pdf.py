"""PDF files -> RawDocument.

pdfium gives letters and ruling lines; from their places come lines, tables, paragraphs and headings.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from indexer.errors import Reason, Refusal
from indexer.model import RawDocument
from indexer.readers.furniture import Standing, find_furniture
from indexer.readers.pdf_columns import Columns, take_columns
from indexer.readers.pdf_flow import to_blocks
from indexer.readers.pdf_grid import find_grids
from indexer.readers.pdf_layout import Line, Page
from indexer.readers.pdf_lines import segments, to_lines
from indexer.readers.pdf_paragraphs import Measure, Piece, to_pieces
from indexer.readers.pdf_rules import is_pictured, read_rules
from indexer.readers.pdf_tables import Table, take_tables
from indexer.readers.pdf_text import read_runs

_MOST_PAGES = 2000
_FEWEST_LETTERS = 20


def read_pdf(path: Path) -> RawDocument:
    """The PDF at `path` as blocks in reading order.

    Raises Refusal: encrypted, damaged, without a text layer, or with too many pages.
    """
    try:
        document = pdfium.PdfDocument(path)
        if len(document) > _MOST_PAGES:
            raise Refusal(
                Reason.TOO_LARGE, f"the PDF has {len(document)} pages, at most {_MOST_PAGES} are read", "Split the file"
            )
        pages = [_read_page(document[index], index + 1) for index in range(len(document))]
        properties = _properties(document)
    except pdfium.PdfiumError as error:
        raise _refusal(error) from None
    if sum(len(run.text) for page in pages for run in page.runs) < _FEWEST_LETTERS:
        raise Refusal(
            Reason.NO_TEXT,
            f"the {len(pages)} pages hold pictures but no text layer",
            "Read the original; text recognition (OCR) comes in a later version",
        )
    return _document(pages, properties)


def _refusal(error: pdfium.PdfiumError) -> Refusal:
    if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return Refusal(Reason.ENCRYPTED, "the PDF asks for a password", "Save it without a password and add it again")
    return Refusal(Reason.DAMAGED, "the PDF cannot be opened", "Fetch the file again or save it anew as PDF")


def _read_page(page: pdfium.PdfPage, number: int) -> Page:
    runs, aside, turn = read_runs(page)
    left, bottom, right, top = page.get_bbox()
    width, height = (right - left, top - bottom) if turn % 2 == 0 else (top - bottom, right - left)
    rules = read_rules(page, turn)
    result = Page(number, width, height, runs, rules, aside, not runs and is_pictured(page))
    page.close()
    return result


def _properties(document: pdfium.PdfDocument) -> dict[str, str]:
    stated = document.get_metadata_dict(skip_empty=True)
    created = re.match(r"D:(\d{4})(\d{2})(\d{2})", stated.get("CreationDate", ""))
    found = {"title": stated.get("Title", ""), "author": stated.get("Author", "")}
    found["created"] = "-".join(created.groups()) if created else ""
    return {name: value for name, value in found.items() if value}


def _document(pages: Sequence[Page], properties: dict[str, str]) -> RawDocument:
    lines = [(page, part) for page in pages for line in to_lines(page.runs) for part in segments(line)]
    standing = [Standing(part.text, page.number, part.base / page.height) for page, part in lines]
    out = find_furniture(standing, len(pages))
    dropped = {id(run) for index in out for run in lines[index][1].runs}
    measure = _measure([line for index, (_, line) in enumerate(lines) if index not in out])
    pieces = [_pieces(page, dropped, measure) for page in pages]
    furniture = [lines[index][1].text for index in sorted(out)] + [text for page in pages for text in page.aside]
    return RawDocument("pdf", to_blocks(pieces, measure), len(pages), tuple(dict.fromkeys(furniture)), properties)


def _pieces(page: Page, dropped: set[int], measure: Measure) -> list[Piece]:
    runs = [run for run in page.runs if id(run) not in dropped]
    tables, rest = take_tables(runs, find_grids(page.rules))
    items: list[Line | Columns | Table] = [*tables, *take_columns(to_lines(rest))]
    return to_pieces(sorted(items, key=_top), page.number, measure)


def _top(item: Line | Columns | Table) -> float:
    if isinstance(item, Table):
        return item.top
    return item.base if isinstance(item, Line) else item.lines[0].base


def _measure(lines: Iterable[Line]) -> Measure:
    lines = list(lines)
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 11.0
    usual = [line for line in lines if abs(line.size - body) < 0.6]
    steps = Counter(
        round((after.base - before.base) / body, 2)
        for before, after in zip(usual, usual[1:], strict=False)
        if 0.9 < (after.base - before.base) / body < 2
    )
    rights = sorted(line.right for line in usual)
    right = rights[int(len(rights) * 0.95)] if rights else statistics.fmean([0.0])
    return Measure(body, steps.most_common(1)[0][0] if steps else 1.2, right)
