"""The arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Golden = Annotated[Path, typer.Argument(metavar="GOLDEN", exists=True, dir_okay=False, help="Questions and answers.")]
Library = Annotated[
    Path, typer.Option("--library", metavar="DIR", envvar="NAMNDSVAR_LIBRARY", help="Folder of the library.")
]
Product = Annotated[
    str,
    typer.Option(
        "--product",
        metavar="COMMAND",
        envvar="NAMNDSVAR_EVAL_PRODUCT",
        help="Judge another product: a command that takes `ask --batch` and `search --batch` as namndsvar does.",
        show_default=False,
    ),
]


def in_a_folder(path: Path | None) -> Path | None:
    """A file to write, whose folder is there: told before hours of measuring rather than after them."""
    if path and not path.absolute().parent.is_dir():
        raise typer.BadParameter(f"the folder {str(path.parent)!r} does not exist.")
    return path


Json = Annotated[
    Path | None,
    typer.Option(
        "--json",
        metavar="OUT",
        dir_okay=False,
        callback=in_a_folder,
        help="Write the result here.",
        show_default=False,
    ),
]
Run = Annotated[
    Path, typer.Argument(metavar="RUN.json", exists=True, dir_okay=False, help="What `eval run --json` wrote.")
]
DEFAULT_LIBRARY = Path("library")
