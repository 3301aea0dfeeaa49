"""Runs of letters set together as lines; footnote marks in the text are taken out here."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from indexer.readers.pdf_layout import Line, Run
from indexer.readers.pdf_markers import shown, split_marker

_SAME_LINE = 0.4  # of the smaller font size: how far two baselines of one line may lie apart
_SMALL = 0.8  # of the line's size: footnote marks are smaller
_HIGHEST = 20.0  # points that a mark can stand above its line
_RAISED = 0.12  # of the line's size
_OTHER_SIZE = 1.3  # times larger: text that only happens to stand at the same height
_STRETCH = 3.0  # of the font size: the widest gap between the words of a justified line
_GUTTER = 1.2  # of the font size: a wider gap parts two columns
_MARK = re.compile(r"(?:\d{1,2}|[*†])(?:[,\s]\s?\d{1,2})*")
_UNIT = re.compile(r"(?<![^\W\d_])[kcdm]?m$")
_EXPONENTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def to_lines(runs: Iterable[Run]) -> list[Line]:
    """The runs as lines from top to bottom, footnote marks left out."""
    rows: list[list[Run]] = []
    raised: list[Run] = []
    ordered = sorted(runs, key=lambda run: (run.base, run.left))
    bases = [run.base for run in ordered]
    for index, run in enumerate(ordered):
        below = ordered[index + 1 : bisect_right(bases, run.base + _HIGHEST)]
        if _MARK.fullmatch(run.text) and any(_carries(other, run) for other in below):
            raised.append(run)
        elif (row := next((row for row in rows[:-4:-1] if _shares(row, run)), None)) is not None:
            row.append(run)
        else:
            rows.append([run])
    for mark in raised:
        next(row for row in rows if any(_carries(run, mark) for run in row)).append(mark)
    rows.sort(key=lambda row: row[0].base)
    lines = (Line(tuple(sorted(row, key=lambda run: run.left))) for row in rows)
    return [without_marks(line) for line in lines if line.text]


def segments(line: Line) -> list[Line]:
    """The line cut where wide gaps part columns; a list marker stays with its text, a stretched line is whole."""
    parts: list[list[Run]] = [[line.runs[0]]]
    gaps: list[float] = []
    for run in line.runs[1:]:
        gap = run.left - max(before.right for before in parts[-1])
        if gap > _GUTTER * max(run.size, parts[-1][-1].size) and not _is_marker(parts):
            parts.append([run])
            gaps.append(gap)
        else:
            parts[-1].append(run)
    if len(gaps) >= 3 and max(gaps) < _STRETCH * line.size and max(gaps) < 1.1 * min(gaps):
        return [line]
    return [Line(tuple(part)) for part in parts]


def _shares(row: Sequence[Run], run: Run) -> bool:
    """Whether the run stands on the row's baseline and is of its size, or right beside one of its runs."""
    last = row[-1]
    small, large = sorted((run.size, last.size))
    if abs(run.base - last.base) > _SAME_LINE * small:
        return False
    return large < _OTHER_SIZE * small or any(
        min(abs(run.left - other.right), abs(other.left - run.right)) < _GUTTER * large for other in row
    )


def _is_marker(parts: Sequence[Sequence[Run]]) -> bool:
    text = "".join(run.text for run in parts[0]).strip()
    return len(parts) == 1 and split_marker(f"{text} A") == (shown(text), "A")


def _carries(run: Run, mark: Run) -> bool:
    """Whether `mark` is small, raised and right after `run`, or right before it at the start of a note."""
    beside = min(abs(mark.left - run.right), abs(run.left - mark.right))
    raised = run.base - mark.base
    return mark.size <= _SMALL * run.size and _RAISED * run.size < raised < 0.8 * run.size and beside < 0.5 * run.size


def without_marks(line: Line) -> Line:
    """The line without the small raised figures that point to footnotes."""
    if len(line.runs) < 2:
        return line
    kept: list[Run] = []
    for run in line.runs:
        if not kept or not is_mark(run, line) or _UNIT.search(kept[-1].text):
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
