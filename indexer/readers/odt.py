"""ODT: paragraphs, headings, computed list numbers, tables, notes, heads and feet. Pages are not stored.

Own code on lxml and not odfpy: that one unpacks every picture, and its XML parser is not under our guard.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from indexer.errors import Reason, Refusal
from indexer.model import Block, RawDocument
from indexer.readers.decode import tidy
from indexer.readers.odt_styles import Styles, q, whole
from indexer.readers.odt_text import BOXES, inside, text_of
from indexer.readers.package import open_package, parse_xml, read_part
from indexer.readers.paragraph import blocks_of
from indexer.readers.table import table_block

_HOLDERS = {q(name) for name in ("text:section", "draw:text-box", "draw:frame", "text:numbered-paragraph")}
_ROW_HOLDERS = {q(name) for name in ("table:table-header-rows", "table:table-row-group", "table:table-rows")}
_CELLS = {q("table:table-cell"), q("table:covered-table-cell")}
_PROPERTIES = {
    "dc:title": "title",
    "meta:initial-creator": "author",
    "dc:creator": "author",
    "meta:creation-date": "created",
}
_MOST_COLUMNS = 200  # files may say that a cell repeats a billion times
_LOCKED = (b"encryption-data", b"encrypted-package")


def read_odt(path: Path) -> RawDocument:
    """An OpenDocument text with its tracked deletions and hidden text left out. Raises Refusal."""
    content, styles, meta = _roots(path)
    body = content.find(f"{q('office:body')}/{q('office:text')}")
    if body is None:
        raise Refusal(Reason.DAMAGED, "its content has no text body", "Open it in its program and save it anew.")
    walk = _Walk(Styles(*(root for root in (styles, content) if root is not None)))
    blocks = tuple(walk.blocks(body))
    furniture = () if styles is None else tuple(dict.fromkeys(walk.furniture(styles)))
    return RawDocument("odt", blocks, None, furniture, _properties(meta), tuple(walk.notes))


def _roots(path: Path) -> tuple[Any, Any, Any]:
    with open_package(path) as package:
        manifest = read_part(package, "META-INF/manifest.xml")
        parts = {name: read_part(package, name) for name in ("content.xml", "styles.xml", "meta.xml")}
    if any(mark in manifest for mark in _LOCKED):
        raise Refusal(Reason.ENCRYPTED, "it is protected by a password", "Save it without the password.")
    if not parts["content.xml"]:
        raise Refusal(Reason.DAMAGED, "its content is missing", "Open it in its program and save it anew.")
    content, styles, meta = (parse_xml(data, name) if data else None for name, data in parts.items())
    return content, styles, meta


class _List:
    """An open list: its style, and the number of its next item."""

    def __init__(self, style: str, begin: int) -> None:
        self.style = style
        self.count = begin - 1


class _Walk:
    """Goes through the content in reading order, counting list items and collecting notes."""

    def __init__(self, styles: Styles) -> None:
        self.notes: list[str] = []
        self._styles = styles
        self._lists: list[_List] = []
        self._last: dict[str, int] = {}  # by list style and by list id: where the counting stands

    def blocks(self, container: Any) -> Iterator[Block]:
        for child in container.iterchildren("*"):
            if child.tag in (q("text:p"), q("text:h")):
                yield from self._paragraph(child, "")
            elif child.tag == q("text:list"):
                yield from self._list(child)
            elif child.tag == q("table:table"):
                yield from self._table(child)
            elif child.tag in _HOLDERS:
                yield from self.blocks(child)

    def furniture(self, styles: Any) -> Iterator[str]:
        """The lines of heads and feet."""
        for master in styles.iter(q("style:master-page")):
            for part in master.iterchildren("*"):
                for block in self.blocks(part):
                    yield from filter(None, (" ".join(line.split()) for line in block.text.split("\n")))

    def _paragraph(self, paragraph: Any, marker: str) -> Iterator[Block]:
        words, bold = text_of(paragraph, self._styles)
        for note in inside(paragraph, {q("text:note")}):
            for body in note.findall(q("text:note-body")):
                self.notes.append(" ".join(block.text for block in self.blocks(body)))
        text = tidy(words)
        hidden = self._styles.is_hidden(paragraph.get(q("text:style-name"), ""))
        if text and not hidden:
            yield from blocks_of(text, self._level(paragraph), marker, bold)
        for box in inside(paragraph, BOXES):
            yield from self.blocks(box)

    def _level(self, paragraph: Any) -> int | None:
        if paragraph.tag == q("text:h"):
            return max(1, whole(paragraph, "text:outline-level", 1))
        return self._styles.heading_level(paragraph.get(q("text:style-name"), ""))

    def _list(self, element: Any) -> Iterator[Block]:
        style = element.get(q("text:style-name")) or (self._lists[-1].style if self._lists else "")
        style = style or self._style_by_paragraph(element)
        depth = len(self._lists) + 1
        open_list = _List(style, self._begin(element, style, depth))
        self._lists.append(open_list)
        for item in element.iterchildren(q("text:list-item"), q("text:list-header")):
            yield from self._item(item)
        self._lists.pop()
        for key in (f"{style} {depth}", element.get("{http://www.w3.org/XML/1998/namespace}id", "")):
            self._last[key] = open_list.count

    def _begin(self, element: Any, style: str, depth: int) -> int:
        earlier = element.get(q("text:continue-list"))
        if earlier is None and element.get(q("text:continue-numbering")) == "true":
            earlier = f"{style} {depth}"
        if earlier in self._last:
            return self._last[earlier] + 1
        return self._styles.level(style, depth).start

    def _style_by_paragraph(self, element: Any) -> str:
        first = next(element.iter(q("text:p"), q("text:h")), None)
        return "" if first is None else self._styles.list_style_of(first.get(q("text:style-name"), ""))

    def _item(self, item: Any) -> Iterator[Block]:
        marker = ""
        first = next(item.iterchildren("*"), None)
        if item.tag == q("text:list-item") and first is not None and first.tag != q("text:list"):
            current = self._lists[-1]
            current.count = whole(item, "text:start-value", current.count + 1)
            marker = self._styles.marker(current.style, [open_list.count for open_list in self._lists])
        for child in item.iterchildren("*"):
            if child.tag == q("text:list"):
                yield from self._list(child)
            elif child.tag in (q("text:p"), q("text:h")):
                yield from self._paragraph(child, marker)
                marker = ""
            elif child.tag == q("table:table"):
                yield from self._table(child)

    def _table(self, table: Any) -> Iterator[Block]:
        rows = list(_rows(table))
        if max((sum(1 for _ in row.iterchildren(*_CELLS)) for row in rows), default=0) < 2:
            for row in rows:  # one column is a frame around text, no table
                for cell in row.iterchildren(q("table:table-cell")):
                    yield from self.blocks(cell)
        else:
            yield from table_block([self._row(row) for row in rows])

    def _row(self, row: Any) -> list[str]:
        cells: list[str] = []
        for cell in row.iterchildren(*_CELLS):
            text = " ".join(f"{block.marker} {block.text}".strip() for block in self.blocks(cell))
            covered = cell.tag == q("table:covered-table-cell")
            cells += ["" if covered else text] * whole(cell, "table:number-columns-repeated", 1, _MOST_COLUMNS)
        return cells[:_MOST_COLUMNS]


def _rows(table: Any) -> Iterator[Any]:
    for child in table.iterchildren("*"):
        if child.tag == q("table:table-row"):
            yield child
        elif child.tag in _ROW_HOLDERS:
            yield from _rows(child)


def _properties(meta: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, ours in _PROPERTIES.items():
        element = None if meta is None else next(meta.iter(q(name)), None)
        text = "" if element is None else " ".join((element.text or "").split())
        if text and ours not in found:
            found[ours] = text[:10] if ours == "created" else text
    return found
