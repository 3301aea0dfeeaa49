"""`eval report RUN.json OUT.html`: the page for reading a run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eval import result
from eval.commands.options import Run, in_a_folder
from eval.report import write

Out = Annotated[
    Path, typer.Argument(metavar="OUT.html", dir_okay=False, callback=in_a_folder, help="Write the page here.")
]


def report(run: Run, out: Out) -> None:
    """Make the HTML report of a run: one file that opens offline."""
    write(result.read(run), out)
