"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Library = Annotated[
    Path | None,
    typer.Option(
        "--library",
        metavar="DIR",
        help="The library's folder. Default: NAMNDSVAR_LIBRARY, else ./library.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Give one JSON object instead of text.")]
Batch = Annotated[bool, typer.Option("--batch", help="Read JSON lines on stdin, write one JSON object a line.")]


def library_path(given: Path | None) -> Path:
    """The folder that was named, else the one that the settings name."""
    from indexer.settings import settings

    return given if given is not None else settings().library
