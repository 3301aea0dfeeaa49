"""Files read and written, so that every command tells the same of a file that cannot be used."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from eval.errors import EvalError, OutputError


def text(path: Path, error: type[EvalError]) -> str:
    """The whole file. Raises `error` for a file that cannot be read or is no UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as failed:
        raise error(f"Cannot read {path}: {failed.strerror}.") from failed
    except UnicodeDecodeError as failed:
        raise error(f"{path} is no text in UTF-8 ({failed.reason}).") from failed


def lines(path: Path, error: type[EvalError]) -> Iterator[tuple[int, str]]:
    """Numbered lines that are not blank. Raises `error`."""
    numbered = enumerate(text(path, error).split("\n"), start=1)
    yield from ((number, line.rstrip("\r")) for number, line in numbered if line.strip())


def objects(path: Path, error: type[EvalError], *fields: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The numbered JSON objects of a file, one a line. Raises `error` for a line that is none or lacks a field."""
    for number, line in lines(path, error):
        try:
            found = json.loads(line)
        except json.JSONDecodeError as failed:
            raise error(f"{path}, line {number}: not JSON ({failed}).") from failed
        if not isinstance(found, dict) or any(field not in found for field in fields):
            raise error(f"{path}, line {number}: expected the fields {', '.join(fields)}.")
        yield number, found


def write(path: Path, content: str) -> None:
    """Write a text file at once: a kill in the middle leaves the earlier one whole. Raises OutputError."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_text(content, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as failed:
        raise OutputError(f"Cannot write {path}: {failed.strerror}.") from failed


def write_json(path: Path, found: object) -> None:
    """Write one JSON value. Raises OutputError."""
    write(path, json.dumps(found, ensure_ascii=False, indent=1))


def write_objects(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write JSON objects, one a line. Raises OutputError."""
    write(path, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def make_folder(path: Path) -> None:
    """Make a folder and those above it. Raises OutputError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as failed:
        raise OutputError(f"Cannot make the folder {path}: {failed.strerror}.") from failed
