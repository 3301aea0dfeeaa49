"""Runs of letters set together as lines; footnote marks in the text are taken out here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from indexer.readers.pdf_layout import Line, Run

_SAME_LINE = 0.4  # of the larger font size: how far two baselines of one line may lie apart
_SMALL = 0.8  # of the line's size: footnote marks are smaller
_RAISED = 0.12  # of the line's size
_GUTTER = 1.2  # of the font size: a wider gap parts two columns
_MARK = re.compile(r"(?:\d{1,2}|[*†])(?:[,\s]\s?\d{1,2})*")
_UNIT = re.compile(r"(?<![^\W\d_])[kcdm]?m$")
_EXPONENTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def to_lines(runs: Iterable[Run]) -> list[Line]:
    """The runs as lines from top to bottom, footnote marks left out."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.base, run.left)):
        if rows and _shares(rows[-1], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    lines = (Line(tuple(sorted(row, key=lambda run: run.left))) for row in rows)
    return [without_marks(line) for line in lines if line.text]


def segments(line: Line) -> list[Line]:
    """The line cut where wide gaps part columns."""
    parts: list[list[Run]] = [[line.runs[0]]]
    for run in line.runs[1:]:
        last = max(before.right for before in parts[-1])
        if run.left - last > _GUTTER * max(run.size, parts[-1][-1].size):
            parts.append([run])
        else:
            parts[-1].append(run)
    return [Line(tuple(part)) for part in parts]


def without_marks(line: Line) -> Line:
    """The line without the small raised figures that point to footnotes."""
    if len(line.runs) < 2:
        return line
    kept: list[Run] = []
    for run in line.runs:
        if not kept or not is_mark(run, line):
            kept.append(run)
        elif _UNIT.search(kept[-1].text):
            kept.append(run)
        elif kept[-1].text.endswith("10"):
            power = run.text.translate(_EXPONENTS)
            kept.append(Run(power, run.left, run.right, run.base, run.size, run.bold, run.starts))
    return Line(tuple(kept))


def is_mark(run: Run, line: Line) -> bool:
    """Whether the run is a small raised figure on the line."""
    return (
        run.size <= _SMALL * line.size
        and run.base < line.base - _RAISED * line.size
        and _MARK.fullmatch(run.text.strip()) is not None
    )


def _shares(row: Sequence[Run], run: Run) -> bool:
    anchor = max(row, key=lambda other: other.size)
    return abs(run.base - anchor.base) <= _SAME_LINE * max(run.size, anchor.size)
