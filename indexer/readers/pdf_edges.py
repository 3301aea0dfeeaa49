"""Heads, feet and stamps of a PDF's pages: which runs they are, and what they say."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.readers.furniture import Standing, find_furniture
from indexer.readers.pdf_grid import Grid
from indexer.readers.pdf_layout import Line, Page, Run
from indexer.readers.pdf_lines import segments, to_lines

_BODY = (0.17, 0.86)  # of the page's height: a table that reaches in here is no head or foot


def take_edges(pages: Sequence[Page], grids: Sequence[Sequence[Grid]]) -> tuple[list[list[Run]], tuple[str, ...]]:
    """For each page the runs that are body text, and the furniture of all pages, each text once."""
    lines = [(page, part) for page in pages for line in to_lines(page.runs) for part in segments(line)]
    standing = [_standing(page, part, grids[page.number - 1]) for page, part in lines]
    out = find_furniture(standing, len(pages))
    dropped = {id(run) for index in out for run in lines[index][1].runs}
    texts = [lines[index][1].text for index in sorted(out)] + [text for page in pages for text in page.aside]
    body = [[run for run in page.runs if id(run) not in dropped] for page in pages]
    return body, tuple(dict.fromkeys(texts))


def _standing(page: Page, line: Line, grids: Sequence[Grid]) -> Standing:
    x, y = (line.left + line.right) / 2, line.base - line.size / 3
    fixed = any(
        grid.box.holds(x, y) and grid.box.bottom > _BODY[0] * page.height and grid.box.top < _BODY[1] * page.height
        for grid in grids
    )
    return Standing(line.text, page.number, (line.base - line.size) / page.height, line.base / page.height, fixed)
