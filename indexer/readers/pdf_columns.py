"""Text set in columns without ruling lines: rows of figures, and labels with their values beside them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from indexer.readers.hyphens import SOFT, join, join_lines
from indexer.readers.pdf_layout import Line
from indexer.readers.pdf_lines import segments
from indexer.readers.pdf_markers import split_marker
from indexer.readers.pdf_tables import Rows, is_number, tidy

_NEAR = 4.0  # points: edges closer than this are one edge
_FAR = 3.5  # of the font size: a wider step down ends the group
_WRAP = 1.4  # of the font size: a label's next line is closer than this
_CENTRED = 2.0  # points that a label may stand off the middle of its values
_NAME = re.compile(r"(?:[A-ZÅÄÖÉ][\w.-]*\s?){2,4}")


@dataclass(frozen=True)
class Columns:
    """Lines that belong together in columns: `rows` when they are figures, else `texts`, each a label and values."""

    lines: tuple[Line, ...]
    rows: Rows = ()
    texts: tuple[str, ...] = ()

    @property
    def top(self) -> float:
        """The first baseline."""
        return self.lines[0].base

    @property
    def bottom(self) -> float:
        """The last baseline."""
        return self.lines[-1].base


def take_columns(lines: Sequence[Line]) -> list[Line | Columns]:
    """The lines in order, those in columns grouped."""
    result: list[Line | Columns] = []
    left_over = list(lines)
    while left_over:
        members = _Group(left_over[0]).members(left_over[1:])
        if len(members) < 2:
            result.append(left_over.pop(0))
        else:
            result.append(_columns(members))
            left_over = [line for line in left_over if not any(line is member for member in members)]
    return result


@dataclass
class _Group:
    """Lines that share columns, gathered from the first one down.

    stops, ends, middles: the left and right edges and the middles of the columns after the first.
    """

    first: Line
    stops: list[float] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)
    middles: list[float] = field(default_factory=list)

    def members(self, below: Sequence[Line]) -> list[Line]:
        """The first line and those below it that share its columns, labels' second lines among them."""
        found, waiting, last = [self.first], list[Line](), self.first
        titled = self.first.bold and self.first.text.startswith("§")
        if titled or split_marker(self.first.text)[0] or not self._takes(segments(self.first)):
            return found
        for line in below:
            if line.base - last.base > _FAR * line.size or split_marker(line.text)[0]:
                break
            if line.right < self.first.left or line.left > max(self.ends) + 5 * line.size:
                continue  # it stands beside the group
            parts = segments(line)
            if self._shares(parts):
                found += [*waiting, line]
                waiting = []
                self._takes(parts)
            elif len(parts) > 1 or line.right > min(self.stops) or line.base - last.base > _WRAP * line.size:
                break
            else:
                waiting.append(line)
            last = line
        return found + [line for line in waiting[:1] if len(found) > 1 and line.text[0].islower()]

    def _takes(self, parts: Sequence[Line]) -> bool:
        self.stops += [part.left for part in parts[1:]]
        self.ends += [part.right for part in parts[1:]]
        self.middles += [(part.left + part.right) / 2 for part in parts[1:]]
        return len(parts) > 1

    def _shares(self, parts: Sequence[Line]) -> bool:
        if len(parts) == 1:
            return self._aligned(parts[0]) and parts[0].left >= min(self.stops) - _NEAR
        return any(map(self._aligned, parts[1:]))

    def _aligned(self, part: Line) -> bool:
        edges = (part.left, self.stops), (part.right, self.ends), ((part.left + part.right) / 2, self.middles)
        return any(abs(place - other) <= _NEAR for place, others in edges for other in others)


def _columns(lines: Sequence[Line]) -> Columns:
    table = [segments(line) for line in lines]
    beside = [part.text for parts in table for part in parts[1:]]
    if len([parts for parts in table if len(parts) > 1]) > 1 and sum(map(is_number, beside)) * 2 >= len(beside):
        return Columns(tuple(lines), rows=_figures(table))
    if _are_signers(table):
        texts = ["\n".join(parts[column].text for parts in table) for column in range(len(table[0]))]
        return Columns(tuple(lines), texts=("\n".join(texts),))
    return Columns(tuple(lines), texts=tuple(_labelled(table)))


def _are_signers(table: Sequence[Sequence[Line]]) -> bool:
    """Whether names stand side by side, each with its title below."""
    return (
        2 <= len(table) <= 3
        and len({len(parts) for parts in table}) == 1
        and all(_NAME.fullmatch(part.text) and not part.bold for part in table[0])
    )


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
    labels: list[list[Line]] = []
    values: list[Line] = []
    for parts in table:
        beside = list(parts)
        if parts[0].left < gutter - _NEAR:
            label = beside.pop(0)
            if labels and _wraps(labels[-1][-1], label):
                labels[-1].append(label)
            else:
                labels.append([label])
        if beside:
            values.append(Line(tuple(run for part in beside for run in part.runs)))
    counts = _centred([label[0].base for label in labels], values) or _topped([label[0] for label in labels], values)
    texts = []
    for names, count in zip([[], *labels], counts, strict=True):
        own, values = values[:count], values[count:]
        texts.append(" ".join(filter(None, (join_lines(name.text for name in names), _stacked(own)))))
    return [text for text in texts if text]


def _stacked(values: Sequence[Line]) -> str:
    """The values one a line; a value that begins in lower case goes on from the one above."""
    text = ""
    for value in values:
        goes_on = text and value.text[0].islower() and not text.endswith((".", ":"))
        text = join(text, value.text) if goes_on else "\n".join(filter(None, (text, value.text)))
    return text.rstrip(SOFT)


def _centred(labels: Sequence[float], values: Sequence[Line]) -> list[int] | None:
    """How many values each label has when it stands at half their height (none before the first), else None."""
    counts = [0]
    left = [value.base for value in values]
    for label in labels:
        tries = [(abs(sum(left[:count]) / count - label), count) for count in range(1, len(left) + 1)]
        off, count = min(tries, default=(_NEAR, 0))
        if off > _CENTRED:
            return None
        counts.append(count)
        left = left[count:]
    return None if left else counts


def _topped(labels: Sequence[Line], values: Sequence[Line]) -> list[int]:
    """How many values stand before the first label and beside or below each label."""
    starts = [label.base - label.size / 2 for label in labels]
    counts = [0] * (len(labels) + 1)
    for value in values:
        counts[bisect_right(starts, value.base)] += 1
    return counts


def _wraps(before: Line, label: Line) -> bool:
    return label.text[0].islower() and label.base - before.base <= _WRAP * label.size and before.bold == label.bold
