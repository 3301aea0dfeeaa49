"""JSON lines with the fields that a form must have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.errors import BenchmarkError


def lines(file: Path) -> Iterator[tuple[int, str]]:
    """Numbered lines that are not blank. Raises BenchmarkError when the file cannot be read."""
    try:
        with file.open(encoding="utf-8") as stream:
            yield from ((number, line.rstrip("\n")) for number, line in enumerate(stream, start=1) if line.strip())
    except OSError as error:
        raise BenchmarkError(f"Cannot read {file}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise BenchmarkError(f"{file} is no text in UTF-8 ({error.reason}).") from error


def rows(file: Path, *fields: str) -> Iterator[dict[str, Any]]:
    """The objects of a file. Raises BenchmarkError for a line that is no object or lacks a field."""
    for number, line in lines(file):
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise BenchmarkError(f"{file}, line {number}: not JSON ({error}).") from error
        if not isinstance(row, dict) or any(field not in row for field in fields):
            raise BenchmarkError(f"{file}, line {number}: expected the fields {', '.join(fields)}.")
        yield row
