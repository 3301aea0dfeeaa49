"""CSV and its kin: separators, encodings and decimal signs as Swedish files have them; rows are physical lines."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from indexer.errors import Reason, Refusal
from indexer.model import Block, RawDocument
from indexer.readers.decode import decode
from indexer.tables.cells import decimal_sign, plain_number
from indexer.tables.grid import Grid
from indexer.tables.tables import tables_of

_SEPARATORS = ";\t,|"
_CHUNK = 20_000  # rows
_HEAD_LINES = 400
_FIELD_CHARACTERS = 1 << 20
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\x00]")


def read_csv(path: Path) -> RawDocument:
    """A table in text. Raises Refusal when nothing in it is a table."""
    text = _INVISIBLE.sub("", decode(path.read_bytes()))
    separator = separator_of(text)
    if separator is None:
        raise Refusal(
            Reason.UNSUPPORTED, "no separator parts its lines into columns", "Save it as CSV with semicolons."
        )
    grid = grid_of(text, separator)
    del text
    tables, lines = tables_of([grid], path.name)
    blocks = tuple(Block(line) for line in lines)
    return RawDocument("csv", blocks, tables=tables)


def separator_of(text: str) -> str | None:
    """The sign that parts most lines into the same number of columns; None when none does."""
    lines = [line for line in islice(_lines(text), _HEAD_LINES) if line.strip()]
    best, score = None, 0.0
    for sign in _SEPARATORS:
        counts = [_outside_quotes(line, sign) for line in lines]
        parted = [count for count in counts if count]
        if not parted:
            continue
        usual = max(set(parted), key=parted.count)
        steady = sum(count >= usual for count in counts) / len(lines)
        weight = steady * min(usual, 4) * (0.5 if sign == "," and _decimals(lines) else 1.0)
        if steady >= 0.3 and weight > score:
            best, score = sign, weight
    return best


def grid_of(text: str, separator: str) -> Grid:
    """The fields; a quoted field that runs over lines leaves blank rows behind it, so that rows stay lines."""
    csv.field_size_limit(_FIELD_CHARACTERS)
    sample = [field for line in islice(_lines(text), _HEAD_LINES) for field in line.replace('"', "").split(separator)]
    grid = Grid(decimal=decimal_sign(sample, separator))
    number_of = partial(plain_number, decimal=grid.decimal)
    rows = _rows(text, separator)
    while chunk := list(islice(rows, _CHUNK)):
        grid.add_rows(chunk, number_of)
    return grid


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    reader = csv.reader(_lines(text), delimiter=separator, strict=False)
    done = 0
    for row in reader:
        while row and not row[-1]:
            row.pop()
        yield row
        for _ in range(reader.line_num - done - 1):
            yield []
        done = reader.line_num


def _lines(text: str) -> Iterator[str]:
    """Line by line without making a list of a million lines."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end + 1
        yield text[start:end]
        start = end


def _outside_quotes(line: str, sign: str) -> int:
    return re.sub(r'"[^"]*"', "", line).count(sign) if '"' in line else line.count(sign)


def _decimals(lines: list[str]) -> bool:
    """Whether commas stand inside numbers and other signs part the columns."""
    inside = sum(len(re.findall(r"\d,\d", line)) for line in lines)
    return inside >= sum(line.count(",") for line in lines) * 0.8
