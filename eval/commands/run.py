"""`eval run GOLDEN`: ask every question and score the answers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from eval import files, indexing, report, terminal
from eval.asking import evaluated
from eval.commands.options import DEFAULT_LIBRARY, Golden, Json, Library, Product, in_a_folder
from eval.golden import cases
from eval.originals import beside


def run(
    golden: Golden,
    library: Library = DEFAULT_LIBRARY,
    json_out: Json = None,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            metavar="OUT",
            dir_okay=False,
            callback=in_a_folder,
            help="Write a report to look through.",
            show_default=False,
        ),
    ] = None,
    documents: Annotated[
        Path | None,
        typer.Option(
            "--documents",
            metavar="DIR",
            exists=True,
            file_okay=False,
            help="The original files: quotes are looked up there. Default: beside GOLDEN, else where the library says.",
            show_default=False,
        ),
    ] = None,
    search: Annotated[bool, typer.Option(help="Measure the search as well.")] = True,
    failures: Annotated[bool, typer.Option(help="Show each answer that was not strictly right.")] = False,
    product: Product = "",
) -> None:
    """Ask every question of GOLDEN and score the answers."""
    chosen = list(cases(golden))
    originals = documents or beside(golden, chosen, indexing.sources(library, product))
    found = evaluated(golden.name, chosen, library, product, originals, search)
    console = Console(width=terminal.WIDTH)
    terminal.show(found, console)
    if failures:
        terminal.failures(found, console)
    if json_out:
        files.write_json(json_out, found)
    if html:
        report.write(found, html)
