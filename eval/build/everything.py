"""All ways of building, over a folder of original files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random

from eval.build.absent import Everything, absent
from eval.build.answered import answered
from eval.build.case import Built
from eval.build.cells import cells
from eval.build.cubes import cube
from eval.build.decisions import decisions
from eval.build.errands import errands
from eval.build.figures import figures
from eval.build.grids import Grid, grids
from eval.build.headers import tables
from eval.build.naming import Phrase
from eval.build.pages import Text, fold, read
from eval.build.sections import Minutes, minutes
from eval.build.table import Table
from eval.build.titles import titles


@dataclass(frozen=True)
class Originals:
    """The files of a library, each read once. files: (file, its path relative to the folder that was indexed)."""

    files: tuple[tuple[Path, str], ...]

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The documents that hold running text."""
        return tuple(text for file, path in self.files if (text := read(file, path)))

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The sheets of all spreadsheets."""
        return tuple(grid for file, path in self.files for grid in grids(file, path))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables whose header is beyond doubt."""
        cubes = [table for file, path in self.files for table in cube(file, path)]
        return tuple(cubes + [table for grid in self.grids for table in tables(grid)])

    @cached_property
    def minutes(self) -> tuple[Minutes, ...]:
        """The documents that are minutes."""
        return tuple(meeting for text in self.texts if (meeting := minutes(text)))

    @cached_property
    def names(self) -> dict[str, Phrase]:
        """What to call each text document."""
        return titles(self.texts, self.minutes)

    @cached_property
    def everything(self) -> Everything:
        """All that the files say, their names included."""
        cells = (entry.text for grid in self.grids for row in grid.rows for entry in row if entry.text)
        members = (member for table in self.tables for record in table.records for _, member in record.members)
        titled = (" ".join((table.title, *table.notes)) for table in self.tables)
        paths = (path for _, path in self.files)
        return Everything(fold(" ".join([*(text.folded for text in self.texts), *cells, *members, *titled, *paths])))


def _absent(originals: Originals, rng: Random, most: int) -> list[Built]:
    stated = figures(originals.texts, originals.names, rng, 10 * most)
    return absent(originals.tables, originals.minutes, stated, originals.names, originals.everything, rng, most)


WAYS: dict[str, Callable[[Originals, Random, int], list[Built]]] = {
    "cells": lambda originals, rng, most: cells(originals.tables, rng, most),
    "answered": lambda originals, rng, most: answered(originals.texts, originals.names, rng, most),
    "decisions": lambda originals, rng, most: decisions(originals.minutes, rng, most),
    "errands": lambda originals, rng, most: errands(originals.minutes, rng, most),
    "figures": lambda originals, rng, most: figures(originals.texts, originals.names, rng, most),
    "absent": _absent,
}


def build(originals: Originals, ways: Sequence[str], most: int, seed: int) -> Iterator[tuple[str, list[Built]]]:
    """(way, its cases, at most `most`) for each way; the same files and seed give the same cases."""
    for way in ways:
        yield way, WAYS[way](originals, Random(f"{seed} {way}"), most)
