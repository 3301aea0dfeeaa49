"""The rows of a public set."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eval import files
from eval.errors import BenchmarkError


def rows(source: Path, *fields: str) -> list[dict[str, Any]]:
    """The objects of a file, each with these fields. Raises BenchmarkError, also where there is none."""
    found = [row for _, row in files.objects(source, BenchmarkError, *fields)]
    if not found:
        raise BenchmarkError(f"{source} holds no question.")
    return found
