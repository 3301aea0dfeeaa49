"""The tables of a web page with their spanned cells in place, also those that the search for the main content drops."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from lxml import etree

from indexer.model import Block, Form
from indexer.readers.table import table_block

_FEWEST = 2  # rows and columns: less is layout
_MOST_CELLS = 200_000
_MOST_SPAN = 1000


def with_tables(blocks: Sequence[Block], page: Any, furniture: Sequence[str]) -> tuple[Block, ...]:
    """The blocks, each table as the page lays it out; those of the page that no block holds come last.

    furniture: the tags of what is not the page's content.
    """
    own = [(caption, block) for _, caption, block in _tables(_content(page, furniture))]
    laid = {_words(block): [block] for _, block in own}
    laid |= {"".join(map(_words, (*caption, block))): [*caption, block] for caption, block in own}
    out: list[Block] = []
    for block in blocks:
        out += laid.get(_words(block), [block]) if block.form is Form.TABLE else [block]
    for caption, block in own:
        if all(_words(block) not in _words(other) for other in out):
            out += [*caption, block]
    return tuple(out)


def swallowed(blocks: Sequence[Block], page: Any, furniture: Sequence[str]) -> bool:
    """Are the cells of a table of data among the words of running text?"""
    texts = [_words(block) for block in blocks if block.form is not Form.TABLE]
    return any(_words(block) in text for _, _, block in _tables(_content(page, furniture)) for text in texts)


def without_tables(page: Any) -> Any:
    """A copy of the page without its tables of data."""
    copy = deepcopy(page)
    for table, _, _ in _tables(copy):
        table.clear(keep_tail=True)
    return copy


def _content(page: Any, furniture: Sequence[str]) -> Any:
    copy = deepcopy(page)
    etree.strip_elements(copy, *furniture, with_tail=False)
    return copy


def _words(block: Block) -> str:
    return "".join(block.text.split())


def _tables(page: Any) -> Iterator[tuple[Any, list[Block], Block]]:
    """Each table of data: its element, its caption and its block."""
    for table in list(page.iter("table")):
        rows = [] if table.find(".//table") is not None else _rows(table)
        if len(rows) < _FEWEST or max(map(len, rows)) < _FEWEST:
            continue
        said = " ".join(" ".join(text for one in table.iter("caption") for text in one.itertext()).split())
        for block in table_block(rows):
            yield table, ([Block(said)] if said else []), block


def _rows(table: Any) -> list[list[str]]:
    """The cells as words, each in the first of the places that it spans, the others empty."""
    rows: list[list[str]] = []
    taken: dict[int, int] = {}  # column -> rows below that a cell above covers
    cells = 0
    for row in table.iter("tr"):
        out: list[str] = []
        below = {column: left - 1 for column, left in taken.items() if left > 1}
        for cell in row.iterchildren("td", "th"):
            while taken.get(len(out), 0):
                out.append("")
            wide, deep = _span(cell, "colspan"), _span(cell, "rowspan")
            below |= {len(out) + at: deep - 1 for at in range(wide) if deep > 1}
            out += [" ".join(" ".join(cell.itertext()).split()), *[""] * (wide - 1)]
        taken = below
        cells += len(out)
        if cells > _MOST_CELLS:
            break
        rows.append(out)
    return rows


def _span(cell: Any, name: str) -> int:
    written = str(cell.get(name) or "1").strip()
    return min(max(int(written), 1), _MOST_SPAN) if written.isdecimal() else 1
