"""One paragraph of a word processor as blocks: a heading, an item of a list, or text with markers typed by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from indexer.model import Block, Form
from indexer.readers.items import item_of
from indexer.readers.text import raw_text


def blocks_of(text: str, level: int | None, marker: str, emphasis: bool) -> Iterator[Block]:
    """The paragraph, cut where its line breaks part items that were typed and not made with the list button.

    level: heading depth from 1, None for no heading. marker: of the list that the paragraph is in, "" for none.
    """
    if level is not None:
        yield Block(text, Form.HEADING, level=level, marker=marker, emphasis=emphasis)
    elif not marker and any(map(item_of, text.split("\n"))):
        yield from (replace(block, emphasis=emphasis) for block in raw_text(text).blocks)
    else:
        yield Block(text, Form.ITEM if marker else Form.TEXT, marker=marker, emphasis=emphasis)
