"""Text set in columns without ruling lines: rows of figures, and labels with their values beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.readers.hyphens import join_lines
from indexer.readers.pdf_layout import Line
from indexer.readers.pdf_lines import segments
from indexer.readers.pdf_tables import Rows, is_number, tidy

_NEAR = 4.0  # points: edges closer than this are one edge
_FAR = 3.5  # of the font size: a wider step down ends the group
_WRAP = 1.4  # of the font size: a label's next line is closer than this


@dataclass(frozen=True)
class Columns:
    """Lines that belong together in columns. `rows` when they are figures, else `texts`, a label and its values each."""

    lines: tuple[Line, ...]
    rows: Rows = ()
    texts: tuple[str, ...] = ()


def take_columns(lines: Sequence[Line]) -> list[Line | Columns]:
    """The lines in order, those in columns grouped."""
    result: list[Line | Columns] = []
    start = 0
    while start < len(lines):
        end = _end(lines, start)
        if end - start < 2:
            result.append(lines[start])
            start += 1
        else:
            result.append(_columns(lines[start:end]))
            start = end
    return result


def _end(lines: Sequence[Line], start: int) -> int:
    """The index after the last line of the group that begins at `start`."""
    first = segments(lines[start])
    if len(first) < 2:
        return start
    stops = [part.left for part in first[1:]]
    ends = [part.right for part in first[1:]]
    gutter = first[1].left
    end = start + 1
    for index in range(start + 1, len(lines)):
        line = lines[index]
        if line.base - lines[index - 1].base > _FAR * line.size:
            break
        parts = segments(line)
        if len(parts) > 1 and any(_aligned(part, stops, ends) for part in parts[1:]):
            stops += [part.left for part in parts[1:]]
            ends += [part.right for part in parts[1:]]
            gutter = min(gutter, parts[1].left) if parts[1].left > lines[start].left else gutter
            end = index + 1
        elif len(parts) == 1 and _aligned(line, stops, ends) and line.left >= gutter - _NEAR:
            end = index + 1
        elif len(parts) > 1 or line.right > gutter:
            break
        elif line.base - lines[index - 1].base <= _WRAP * line.size and end == index and line.text[0].islower():
            end = index + 1
    return end


def _aligned(part: Line, stops: Sequence[float], ends: Sequence[float]) -> bool:
    return any(abs(part.left - stop) <= _NEAR for stop in stops) or any(abs(part.right - end) <= _NEAR for end in ends)


def _columns(lines: Sequence[Line]) -> Columns:
    table = [segments(line) for line in lines]
    beside = [part.text for parts in table for part in parts[1:]]
    if len([parts for parts in table if len(parts) > 1]) > 1 and sum(map(is_number, beside)) * 2 >= len(beside):
        return Columns(tuple(lines), rows=_figures(table))
    return Columns(tuple(lines), texts=tuple(_labelled(table)))


def _figures(table: Sequence[Sequence[Line]]) -> Rows:
    """The cells put into the columns that their places on the page share."""
    bands: list[tuple[float, float]] = []
    for left, right in sorted((part.left, part.right) for parts in table if len(parts) > 1 for part in parts):
        if bands and left < bands[-1][1]:
            bands[-1] = bands[-1][0], max(right, bands[-1][1])
        else:
            bands.append((left, right))
    rows = []
    for parts in table:
        row = [""] * len(bands)
        for part in parts:
            middle = (part.left + part.right) / 2
            column = min(range(len(bands)), key=lambda i: abs(sum(bands[i]) / 2 - middle))
            row[column] = f"{row[column]} {part.text}".strip()
        rows.append(row)
    return tidy(rows)


def _labelled(table: Sequence[Sequence[Line]]) -> list[str]:
    """One text for each label: the label, and its values one a line."""
    gutter = min(parts[1].left for parts in table if len(parts) > 1)
    groups: list[tuple[list[Line], list[str]]] = []
    for parts in table:
        label = parts[0] if parts[0].left < gutter - _NEAR else None
        values = [part.text for part in parts[1 if label else 0 :]]
        if label is not None and not (groups and groups[-1][0] and _wraps(groups[-1][0][-1], label)):
            groups.append(([label], []))
        elif label is not None:
            groups[-1][0].append(label)
        elif not groups:
            groups.append(([], []))
        if values:
            groups[-1][1].append(" ".join(values))
    return [" ".join(filter(None, (join_lines(part.text for part in left), "\n".join(right)))) for left, right in groups]


def _wraps(before: Line, label: Line) -> bool:
    return label.text[0].islower() and label.base - before.base <= _WRAP * label.size and before.bold == label.bold
