"""`eval results`: measure every set and write the figures into eval/RESULTS.md."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eval.commands.options import Product
from eval.results import sets
from eval.results.steps import ROOT
from eval.results.write import write

NAMES = [which.name for which in (*sets.GOLDEN, *sets.PUBLIC)]


def results(
    only: Annotated[list[str] | None, typer.Option(metavar="SET", help=f"Only these: {', '.join(NAMES)}.")] = None,
    work: Annotated[
        Path,
        typer.Option("--work", metavar="DIR", help="What is measured is kept here; a stopped run goes on from it."),
    ] = ROOT / "build" / "results",
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The page, with its markers.")] = ROOT
    / "eval"
    / "RESULTS.md",
    product: Product = "",
) -> None:
    """Measure the examples, and the sets in ../shared where they are; what is unchanged is not measured again."""
    if unknown := [name for name in only or () if name not in NAMES]:
        raise typer.BadParameter(f"There is no set {unknown[0]!r}; there are {', '.join(NAMES)}.")
    write(out, work, only or (), product, typer.echo)
