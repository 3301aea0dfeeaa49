"""Text set in two newspaper columns, which are read one after the other and not line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.readers.pdf_layout import Line, Run
from indexer.readers.pdf_lines import segments, to_lines

_FEWEST = 6  # lines side by side: fewer are labels with values, or signatures
_LETTERS = 20  # in each half of such a line: shorter ones are cells of a table
_FULL = 0.15  # of a column's width: full lines of prose end closer to its edge
_MOST = 0.6  # of the lines in the column that must be full


@dataclass(frozen=True)
class Band:
    """Runs to be read together, and the y where they end; `right`: x where full lines end, None for the page's."""

    runs: tuple[Run, ...]
    bottom: float
    right: float | None = None


def reading_bands(runs: Sequence[Run]) -> list[Band]:
    """The runs of a page in the order in which they are read: above, left column, right column, below."""
    whole = Band(tuple(runs), max((run.base for run in runs), default=0.0))
    pairs = [parts for parts in map(segments, to_lines(runs)) if _is_pair(parts)]
    if len(pairs) < _FEWEST:
        return [whole]
    gutter = max(pair[0].right for pair in pairs), min(pair[1].left for pair in pairs)
    if gutter[0] >= gutter[1] or not _is_prose(pairs):
        return [whole]
    middle = sum(gutter) / 2
    top, bottom = pairs[0][0].base - pairs[0][0].size, pairs[-1][0].base
    crossing = [run.base for run in runs if run.left < middle < run.right]
    top = max((base for base in crossing if base < top), default=0.0)
    bottom = min((base for base in crossing if base > bottom), default=whole.bottom + 1) - 1
    inside = [run for run in runs if top < run.base <= bottom]
    left = tuple(run for run in inside if run.left < middle)
    right = tuple(run for run in inside if run.left >= middle)
    above, below = (tuple(run for run in runs if run.base <= top), tuple(run for run in runs if run.base > bottom))
    edge = max(run.right for run in right)
    bands = [Band(above, top), Band(left, bottom, gutter[0]), Band(right, bottom, edge), Band(below, whole.bottom)]
    return [band for band in bands if band.runs]


def _is_pair(parts: Sequence[Line]) -> bool:
    return len(parts) == 2 and all(len(part.text) >= _LETTERS for part in parts)


def _is_prose(pairs: Sequence[Sequence[Line]]) -> bool:
    """Whether the lines of the left column mostly run to its right edge, as they do in prose."""
    left, right = min(pair[0].left for pair in pairs), max(pair[0].right for pair in pairs)
    full = sum(pair[0].right > right - _FULL * (right - left) for pair in pairs)
    return full >= _MOST * len(pairs)
