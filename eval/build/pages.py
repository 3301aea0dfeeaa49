"""The text of an original file, page by page and paragraph by paragraph, read without the product's readers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml import etree, html

from eval.extract import decoded, pdf_pages

BROKEN = "\ufffe"  # what PDFium gives for a hyphen at the end of a line: part of the word, or not
_SPACES = re.compile(r"\s+")
_PAGE_NUMBER = re.compile(r"^(?:(?:sida|page) )?\d{1,3}(?: (?:av|of) \d{1,3}| ?\(\d{1,3}\)|/\d{1,3})?$", re.IGNORECASE)
_EDGE = 7  # lines at the top and the bottom of a page among which headers and footers are looked for


@dataclass(frozen=True)
class Text:
    """One document. pages: lines of each; laid_out: are the lines those of a page, rather than whole paragraphs?"""

    document: str
    pages: tuple[tuple[str, ...], ...]
    laid_out: bool

    @cached_property
    def folded(self) -> str:
        """The whole text on one line, lower-cased."""
        return fold(" ".join(line for page in self.pages for line in page))

    @cached_property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """(page, line) without page numbers and without what is repeated at the edges of pages."""
        edges = Counter(key for page in self.pages for key in {_key(line) for line in (*page[:_EDGE], *page[-_EDGE:])})
        kept = []
        for number, page in enumerate(self.pages, start=1):
            for place, line in enumerate(page):
                edge = self.laid_out and (place < _EDGE or place >= len(page) - _EDGE)
                again = number > 1 and edges[_key(line)] >= max(2, len(self.pages) / 2)
                if not (edge and (again or _PAGE_NUMBER.match(line))):
                    kept.append((number, line))
        return tuple(kept)

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, str], ...]:
        """(page, paragraph); lines of a laid-out page are joined until one ends short or with a full stop."""
        if not self.laid_out:
            return tuple((page, line) for page, line in self.lines if line)
        width = sorted((len(line) for _, line in self.lines), reverse=True)[len(self.lines) // 10] if self.lines else 0
        joined: list[tuple[int, str]] = []
        open_ = False
        for page, line in self.lines:
            if open_ and line and not re.match(r"[•▪§–]|- |\d+\. ", line):
                joined[-1] = (joined[-1][0], f"{joined[-1][1]} {line}")
            elif line:
                joined.append((page, line))
            open_ = bool(line) and len(line) > 0.7 * width
        return tuple(joined)


def _key(line: str) -> str:
    """What a header or footer has in common on all pages; the number of a § is no page number."""
    return line if line.startswith("§") else re.sub(r"\d+", "#", line)


def fold(text: str) -> str:
    """White space of every kind as one blank, lower-cased."""
    return _SPACES.sub(" ", text).strip().lower()


def clean(line: str) -> str:
    """A line without white space at its ends and without Markdown's asterisks."""
    return _SPACES.sub(" ", line.replace("**", " ")).strip()


def read(file: Path, document: str) -> Text | None:
    """The text of a PDF, DOCX, ODT, HTML or text file; None for what holds none."""
    reader = _READERS.get(file.suffix.lower())
    pages = tuple(reader(file)) if reader else ()
    if not any(line for page in pages for line in page):
        return None
    return Text(document, pages, laid_out=file.suffix.lower() == ".pdf" or _wrapped(pages))


def _wrapped(pages: Sequence[Sequence[str]]) -> bool:
    """Are the lines of a text file cut at a width?"""
    lines = [line for page in pages for line in page if line]
    return len(lines) >= 10 and max(map(len, lines)) < 120


def _pdf(file: Path) -> Iterator[tuple[str, ...]]:
    for page in pdf_pages(file.read_bytes()):
        yield tuple(clean(line) for line in page.splitlines())


def _plain(file: Path) -> Iterator[tuple[str, ...]]:
    yield tuple(clean(line.lstrip("#")) for line in decoded(file.read_bytes()).splitlines())


def _zipped(part: str, blocks: str) -> Callable[[Path], Iterator[tuple[str, ...]]]:
    def lines(file: Path) -> Iterator[tuple[str, ...]]:
        try:
            with ZipFile(file) as packed:
                root = etree.fromstring(packed.read(part), etree.XMLParser(resolve_entities=False, huge_tree=False))
        except (BadZipFile, KeyError, RuntimeError, etree.XMLSyntaxError):
            return
        yield tuple(clean("".join(block.itertext())) for block in root.xpath(blocks))

    return lines


def _html(file: Path) -> Iterator[tuple[str, ...]]:
    try:
        root = html.document_fromstring(file.read_bytes())
    except etree.ParserError:  # nothing in it
        return
    blocks = root.xpath("//h1|//h2|//h3|//h4|//h5|//p|//li|//td|//th")
    yield tuple(clean(block.text_content()) for block in blocks)


_READERS: dict[str, Callable[[Path], Iterator[tuple[str, ...]]]] = {
    ".pdf": _pdf,
    ".txt": _plain,
    ".md": _plain,
    ".docx": _zipped("word/document.xml", "//*[local-name()='p']"),
    ".odt": _zipped("content.xml", "//*[local-name()='p' or local-name()='h']"),
    ".html": _html,
    ".htm": _html,
}
