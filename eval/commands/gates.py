"""`eval gates`: does the product still reach the minimum scores on the example set?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from eval import files
from eval.commands.options import Json, Product
from eval.gates import FILE, Passed, held, measured, read
from eval.terminal import LABELS, WIDTH

CLOSED = 1


def gates(
    library: Annotated[
        Path | None,
        typer.Option("--library", metavar="DIR", help="Default: the documents are indexed anew.", show_default=False),
    ] = None,
    file: Annotated[
        Path, typer.Option("--gates", metavar="FILE", exists=True, dir_okay=False, help="The gates.")
    ] = FILE,
    json_out: Json = None,
    product: Product = "",
) -> None:
    """Hold the product to its minimum scores; exit code 1 when one is not reached."""
    if product and not library:
        raise typer.BadParameter("another product needs a --library that it has made", param_hint="--product")
    known = read(file)
    found = measured(known, library, product)
    passed = held(known.gates, found["summary"])
    console = Console(width=WIDTH)
    console.print(_table(passed))
    if json_out:
        files.write_json(json_out, found)
    closed = [each for each in passed if not each.open]
    if closed:
        typer.echo(f"{len(closed)} of {len(passed)} gates are not passed.", err=True)
        raise typer.Exit(CLOSED)


def _table(passed: list[Passed]) -> Table:
    table = Table("", "", "measured", "bound", "", title="Gates", title_justify="left")
    for each in passed:
        gate = each.gate
        bound = f"at least {gate.least:.2f}" if gate.least is not None else f"at most {gate.most:.2f}"
        value = "nothing counted" if each.value is None else f"{each.value:.3f}"
        table.add_row(gate.language, LABELS[gate.measure], value, bound, "" if each.open else "not passed")
    return table
