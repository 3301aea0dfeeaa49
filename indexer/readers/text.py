"""Plain text: blocks parted by blank lines, list items, pages where form feeds mark them.

Line breaks inside a block are kept: whether they part paragraphs or only wrap lines is for structure to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from indexer.model import Block, Form, RawDocument
from indexer.readers.decode import clean, decode
from indexer.readers.items import Item, item_of
from indexer.readers.table import table_block
from indexer.readers.text_tables import TextTable, may_begin, table_at

_BLANK_LINES = re.compile(r"\n[^\S\n\f]*(?:\n[^\S\n\f]*)+")
_SENTENCE_END = re.compile(r"[.!?:;…][\"”’»)]*$")
_WRAP_WIDTHS = range(40, 111)  # of hard-wrapped text: wider lines are whole paragraphs, narrower ones short words
_FULL_LINE = 0.8  # of the widest line: the next line goes on
_TALL = 400  # lines of a table

_Line = tuple[str, int | None, bool]


def read_text(path: Path) -> RawDocument:
    """A text file in any usual encoding. Raises Refusal when its bytes are no text."""
    return raw_text(decode(path.read_bytes()))


def raw_text(text: str) -> RawDocument:
    """Text as read from the file, in blocks."""
    text = clean(text)
    pages = text.rstrip("\f\n ").count("\f") + 1 if "\f" in text.strip("\f\n ") else None
    return RawDocument("text", tuple(_blocks(text, pages is not None)), pages)


@dataclass
class _Draft:
    """A block in the making."""

    page: int | None
    item: Item | None = None
    lines: list[str] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)

    def add(self, line: str, page: int | None) -> None:
        if self.lines and page is not None and self.page is not None and page > self.page + len(self.breaks):
            self.breaks.append(len("\n".join(self.lines)) + 1)
        self.lines.append(line)

    def block(self) -> Block:
        form, marker = (Form.ITEM, self.item.marker) if self.item else (Form.TEXT, "")
        return Block("\n".join(self.lines), form, self.page, tuple(self.breaks), marker=marker)


def _blocks(text: str, paged: bool) -> Iterator[Block]:
    draft: _Draft | None = None
    width = 0
    lines = list(_lines(text, paged))
    at = 0
    while at < len(lines):
        line, page, parted = lines[at]
        if (table := _table(lines, at)) is not None:
            if draft is not None:
                yield draft.block()
            told = "\n".join(table.lines)
            yield from (replace(block, text=told, page=page) for block in table_block(table.rows))
            draft, at = None, at + table.taken
            continue
        width = len(line) if parted else max(width, len(line))
        item = item_of(line)
        if draft is None or parted or _begins(line, item, page, draft, width):
            if draft is not None:
                yield draft.block()
            draft = _Draft(page, item)
            line = (item.text if item else line).lstrip()
        draft.add(line, page)
        at += 1
    if draft is not None:
        yield draft.block()


def _table(lines: Sequence[_Line], at: int) -> TextTable | None:
    """The table of one page that begins here; taken: how many of the lines it is."""
    if not may_begin(lines[at][0]):
        return None
    texts: list[str] = []
    places: list[int] = []
    for place, (line, page, parted) in enumerate(lines[at : at + _TALL]):
        if page != lines[at][1]:
            break
        if parted and place:
            texts.append("")
            places.append(place)
        texts.append(line)
        places.append(place + 1)
    table = table_at(texts)
    return None if table is None else replace(table, taken=places[table.taken - 1])


def _lines(text: str, paged: bool) -> Iterator[_Line]:
    """Every line that is not blank, with its page and whether a blank line parts it from the one before."""
    page = 1
    for run in _BLANK_LINES.split(text):
        parted = True
        for line in run.split("\n"):
            turns = line.count("\f")
            page += turns
            line = line.replace("\f", "").rstrip()
            if line:
                yield line, page if paged else None, parted
                parted = False


def _begins(line: str, item: Item | None, page: int | None, draft: _Draft, width: int) -> bool:
    """Whether a line that no blank line parts from the draft begins a block of its own."""
    last = draft.lines[-1]
    ended = bool(_SENTENCE_END.search(last)) and not line.lstrip()[:1].islower()
    full = width in _WRAP_WIDTHS and len(last) >= _FULL_LINE * width
    if item is not None:
        return _continues_list(item, draft, ended or not full)
    if page is not None and draft.page is not None and page > draft.page + len(draft.breaks):
        return ended
    return draft.item is not None and ended and not full and not line[:1].isspace()


def _continues_list(item: Item, draft: _Draft, free: bool) -> bool:
    """Whether the marker is one, and not a number that a wrapped line happens to begin with ("bilaga / 1.")."""
    if item.number == 0:
        return True
    if draft.item is not None and item.number == draft.item.number + 1:
        return True
    return item.number == 1 and free
