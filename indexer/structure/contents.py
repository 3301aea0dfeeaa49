"""The table of contents: its lines look like headings and open nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from indexer.model import Form
from indexer.structure.entry import Entry, Sort
from indexer.structure.folding import bare, tolerant
from indexer.structure.headings import Part

CONTENTS = tolerant(r"innehåll(?:sförteckning)?")
PAGE_AT_END = re.compile(r"(?:\.{3,}|…|\s)\s*\d{1,3}$")
LINE, LENGTH = 120, 1200  # characters of a line of contents, and of several in one


def without_contents(entries: Iterable[Entry]) -> Iterable[Entry]:
    """The table of contents marked as such, so that its lines open nothing."""
    heading: Entry | None = None
    numbered = False
    for entry in entries:
        if entry.part is Part.PROCEDURE and CONTENTS.fullmatch(bare(entry.text)):
            heading, numbered = entry, False
        elif heading is None or not _is_contents(entry, heading, numbered):
            heading = None
        if heading is not None:
            numbered = numbered or PAGE_AT_END.search(entry.text) is not None
            entry = replace(entry, sort=Sort.CONTENTS, part=None, section=None)
        yield entry


def _is_contents(entry: Entry, heading: Entry, numbered: bool) -> bool:
    """Whether the entry is a line of contents: with a page number or, where none has, short and on the same page."""
    on_page = entry.piece.page is not None and entry.piece.page == heading.piece.page
    if entry.piece.form is Form.TABLE:
        return on_page
    if PAGE_AT_END.search(entry.text):
        return len(entry.text) < LENGTH
    return on_page and not numbered and len(entry.text) < LINE and not entry.text.endswith(".")
