"""The source form of an example: a head of `key: value` lines, a line `===`, then blocks parted by blank lines.

A block is one of
    # heading, ## heading, ### heading
    - item              or  1. item   (one item a line; a continued line is indented)
    | cell | cell |     (the first row is the head)
    @ Label             followed by its lines, set as a list beside the label
    [ny sida]           a page break
    [^1]: text          a footnote, called by [^1] in a paragraph
    anything else       a paragraph; its lines are joined, a line that ends with `\\` keeps its break
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

ITEM = re.compile(r"(-|\d+\.)\s+(.*)")
NOTE = re.compile(r"\[\^(\d+)\]:\s*(.*)", re.DOTALL)
CALL = re.compile(r"\[\^(\d+)\]")


class Sort(Enum):
    """What a block is."""

    HEADING = "heading"
    TEXT = "text"
    ITEMS = "items"
    TABLE = "table"
    PAIR = "pair"
    BREAK = "break"


@dataclass(frozen=True)
class Part:
    """One block. `level` is a heading's; `rows` are table rows, (marker, text) of items, or label and lines."""

    sort: Sort
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Source:
    """One document before it is set. `head` holds file, kind, unit, title, date; dnr and foot where stated."""

    head: dict[str, str]
    parts: tuple[Part, ...]
    notes: dict[str, str]


def read_source(path: Path) -> Source:
    """Read one source file; ValueError when the line `===` or a required key is missing."""
    top, line, body = path.read_text(encoding="utf-8").partition("\n===\n")
    if not line:
        raise ValueError(f"{path.name}: no line '===' between head and body")
    head = {key.strip(): value.strip() for key, _, value in (row.partition(":") for row in top.splitlines())}
    missing = {"file", "kind", "unit", "title", "date"} - head.keys()
    if missing:
        raise ValueError(f"{path.name}: the head lacks {', '.join(sorted(missing))}")
    blocks = [block.strip("\n") for block in re.split(r"\n\s*\n", body) if block.strip()]
    notes = {found[1]: fold(found[2]) for block in blocks if (found := NOTE.match(block))}
    return Source(head, tuple(part(block) for block in blocks if not NOTE.match(block)), notes)


def part(block: str) -> Part:
    """One block of the source as a Part."""
    lines = block.splitlines()
    if block.startswith("#"):
        marks, _, text = block.partition(" ")
        return Part(Sort.HEADING, fold(text), level=len(marks))
    if block == "[ny sida]":
        return Part(Sort.BREAK)
    if block.startswith("|"):
        return Part(Sort.TABLE, rows=tuple(cells(line) for line in lines))
    if block.startswith("@ "):
        return Part(Sort.PAIR, rows=((lines[0][2:],), tuple(lines[1:])))
    if ITEM.match(lines[0]):
        return Part(Sort.ITEMS, rows=tuple(items(lines)))
    return Part(Sort.TEXT, fold(block))


def cells(line: str) -> tuple[str, ...]:
    """The cells between the bars; an empty cell is a cell."""
    return tuple(cell.strip() for cell in line.strip()[1:-1].split("|"))


def items(lines: list[str]) -> list[tuple[str, str]]:
    """(marker, text) of each item; indented lines belong to the item above."""
    found: list[tuple[str, str]] = []
    for line in lines:
        if start := ITEM.match(line):
            found.append((start[1], start[2]))
        else:
            marker, text = found[-1]
            found[-1] = (marker, f"{text} {line.strip()}")
    return found


def fold(text: str) -> str:
    """Join the lines of a paragraph; a backslash at a line's end keeps the break."""
    return text.replace("\\\n", "\v").replace("\n", " ").replace("\v", "\n")
