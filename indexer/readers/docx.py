"""DOCX: paragraphs, headings, computed list numbers, tables, notes, heads and feet. Word stores no pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from indexer.model import Block, RawDocument
from indexer.readers.decode import tidy
from indexer.readers.docx_numbering import Numbering
from indexer.readers.docx_parts import Parts, is_on, read_parts, value, w
from indexer.readers.docx_styles import Styles
from indexer.readers.docx_text import is_prompt, lines_of, text_boxes
from indexer.readers.paragraph import blocks_of
from indexer.readers.table import table_block

_PARAGRAPH_HOLDERS = {w(name) for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_CORE = {"title": "title", "creator": "author", "created": "created"}


def read_docx(path: Path) -> RawDocument:
    """A Word document with its tracked changes accepted and hidden text left out. Raises Refusal."""
    parts = read_parts(path)
    reader = _Walk(parts)
    return RawDocument(
        "docx",
        tuple(reader.blocks(parts.body)),
        furniture=tuple(dict.fromkeys(reader.lines("header", "footer"))),
        properties=_properties(parts.core),
        footnotes=tuple(reader.notes()),
    )


class _Walk:
    """Goes through the parts in reading order; list numbers are counted on the way."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._styles = Styles(parts.first("styles"))
        self._numbering = Numbering(parts.first("numbering"), self._styles)

    def blocks(self, container: Any) -> Iterator[Block]:
        for child in container.iterchildren("*"):
            if child.tag == w("p"):
                yield from self._paragraph(child)
            elif child.tag == w("tbl"):
                yield from self._table(child)
            elif child.tag in _PARAGRAPH_HOLDERS and not is_prompt(child):
                yield from self.blocks(child)

    def lines(self, *kinds: str) -> Iterator[str]:
        """The lines of heads and feet, as text."""
        for kind in kinds:
            for root in self._parts.related.get(kind, ()):
                for block in self.blocks(root):
                    yield from filter(None, (" ".join(line.split()) for line in block.text.split("\n")))

    def notes(self) -> Iterator[str]:
        """Footnotes and endnotes as written."""
        for kind, name in (("footnotes", "footnote"), ("endnotes", "endnote")):
            root = self._parts.first(kind)
            for note in () if root is None else root.findall(w(name)):
                text = " ".join(block.text for block in self.blocks(note)).strip()
                if text and note.get(w("type"), "normal") == "normal":
                    yield text

    def _paragraph(self, paragraph: Any) -> Iterator[Block]:
        if self._styles.is_contents(paragraph):
            return  # says again what the headings say
        lines = lines_of(paragraph, self._styles)
        text = tidy("\n".join(line for line, _ in lines))
        if not text and paragraph.find(f"{w('pPr')}/{w('rPr')}/{w('del')}") is not None:
            return  # deleted with its number
        marker = self._numbering.marker(paragraph)
        level = self._styles.heading_level(paragraph)
        if text:
            yield from self._blocks_of(lines, level, marker or "")
        for box in text_boxes(paragraph):
            yield from self.blocks(box)

    def _blocks_of(self, lines: list[tuple[str, bool]], level: int | None, marker: str) -> Iterator[Block]:
        """The lines in blocks, parted where bold ones stand beside others: a heading typed with a line break."""
        said = [(line, stands_out) for line, stands_out in lines if line.strip()]
        for stands_out, group in groupby(said, key=lambda found: level is None and found[1]):
            text = tidy("\n".join(line for line, _ in group))
            yield from blocks_of(text, level, marker, stands_out or all(found[1] for found in said))
            marker = ""

    def _table(self, table: Any) -> Iterator[Block]:
        rows = [row for row in _own(table, w("tr")) if is_on(row.find(w("trPr")), "del") is None]
        widest = max((len(list(_own(row, w("tc")))) for row in rows), default=0)
        if widest < 2:  # one column is a frame around text, no table
            for row in rows:
                for cell in _own(row, w("tc")):
                    yield from self.blocks(cell)
        else:
            yield from table_block([self._row(row) for row in rows])

    def _row(self, row: Any) -> list[str]:
        cells = [""] * _whole(value(row.find(w("trPr")), "gridBefore"), 0)
        for cell in _own(row, w("tc")):
            properties = cell.find(w("tcPr"))
            merged = None if properties is None else properties.find(w("vMerge"))
            goes_on = merged is not None and merged.get(w("val"), "continue") == "continue"
            cells.append("" if goes_on else self._cell(cell))
            cells += [""] * (_whole(value(properties, "gridSpan"), 1) - 1)
        return cells

    def _cell(self, cell: Any) -> str:
        return " ".join(f"{block.marker} {block.text}".strip() for block in self.blocks(cell))


def _own(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, also those inside content controls and insertions."""
    for child in element.iterchildren("*"):
        if child.tag == tag:
            yield child
        elif child.tag in _PARAGRAPH_HOLDERS:
            yield from _own(child, tag)


def _whole(stated: str, default: int) -> int:
    return min(int(stated), 63) if stated.isdigit() else default  # 63 columns are Word's most


def _properties(core: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in () if core is None else core.iterchildren("*"):
        name = _CORE.get(str(element.tag).rpartition("}")[2])
        text = " ".join((element.text or "").split())
        if name and text:
            found[name] = text[:10] if name == "created" and re.match(r"\d{4}-\d\d-\d\d", text) else text
    return found
