"""What passes through stdin and stdout: always UTF-8, whatever the locale, and nothing but the answer."""

from __future__ import annotations

from collections.abc import Iterator

import typer
from pydantic import BaseModel

from api.answer_json import json_line


def write_json(model: BaseModel) -> None:
    """One JSON object on one line of stdout, seen by the reader at once."""
    stdout = typer.get_binary_stream("stdout")
    stdout.write(f"{json_line(model)}\n".encode())
    stdout.flush()


def read_lines() -> Iterator[bytes]:
    """The lines of stdin as they come, empty ones left out, without the mark that some editors put first."""
    for line in typer.get_binary_stream("stdin"):
        words = line.removeprefix(b"\xef\xbb\xbf").strip()
        if words:
            yield words


def read_question(most_characters: int) -> str:
    """A question on stdin; no more is read than shows that it is too long."""
    return typer.get_binary_stream("stdin").read(4 * most_characters + 4).decode("utf-8", "replace")
