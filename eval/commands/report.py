"""`eval report RUN.json OUT.html`: the page for reading a run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eval import result
from eval.report import write

Run = Annotated[Path, typer.Argument(metavar="RUN.json", help="What `eval run --json` wrote.")]
Out = Annotated[Path, typer.Argument(metavar="OUT.html", help="Write the page here.")]


def report(run: Run, out: Out) -> None:
    """Make the HTML report of a run: one file that opens offline."""
    write(result.read(run), out)
