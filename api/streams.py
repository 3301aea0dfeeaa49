"""What passes through stdin and stdout: always UTF-8, whatever the locale, and nothing but the answer."""

from __future__ import annotations

from collections.abc import Iterator

import typer
from pydantic import BaseModel

from api.answer_json import json_line
from indexer.settings import settings

STDIN = "-"


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


def asked_or_read(question: str) -> str:
    """The question itself, or for "-" what stdin gives; no more is read than shows that it is too long."""
    if question != STDIN:
        return question
    most_bytes = 4 * settings().question_characters + 4
    return typer.get_binary_stream("stdin").read(most_bytes).decode("utf-8", "replace")
