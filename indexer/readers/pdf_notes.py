"""Footnotes: the small print under the text of a page, each note after its raised number."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.readers.hyphens import join_lines
from indexer.readers.pdf_layout import Line, Run
from indexer.readers.pdf_lines import is_mark, to_lines

_SMALLER = 0.8  # points under the body's size


def take_notes(runs: Sequence[Run], body: float) -> tuple[list[Run], list[str]]:
    """The page's runs without its footnotes, and the footnotes as written; `body` is the usual font size."""
    lines = to_lines(runs)
    start = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        if lines[index].size > body - _SMALLER:
            break
        if _begins_note(lines[index]):
            start = index
    notes: list[list[str]] = []
    for line in lines[start:]:
        if _begins_note(line):
            notes.append([line.runs[0].text])
            line = Line(line.runs[1:])
        notes[-1].append(line.text)
    taken = {id(run) for line in lines[start:] for run in line.runs}
    return [run for run in runs if id(run) not in taken], [join_lines(note) for note in notes]


def _begins_note(line: Line) -> bool:
    return len(line.runs) > 1 and is_mark(line.runs[0], line)
