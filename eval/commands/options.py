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
Json = Annotated[Path | None, typer.Option("--json", metavar="OUT", help="Write the result here.", show_default=False)]
DEFAULT_LIBRARY = Path("library")
