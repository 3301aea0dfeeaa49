"""`eval baselines SET`: the product beside the usual other ways of finding places."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from eval import files
from eval.baselines import compared
from eval.baselines.measure import ENGINES
from eval.commands.options import Json, Product
from eval.golden import cases
from eval.retrieval import beir


def baselines(
    source: Annotated[
        Path, typer.Argument(metavar="SET", exists=True, help="A golden set, or a folder as BEIR has it.")
    ],
    documents: Annotated[
        Path | None,
        typer.Option(
            "--documents", metavar="DIR", exists=True, file_okay=False, help="The documents of the golden set."
        ),
    ] = None,
    engine: Annotated[list[str] | None, typer.Option(help=f"Only these: {', '.join(ENGINES)}.")] = None,
    product: Product = "",
    json_out: Json = None,
) -> None:
    """Compare ways of finding the place: what is found, index time, query time, memory."""
    chosen = engine or list(ENGINES)
    if unknown := [name for name in chosen if name not in ENGINES]:
        raise typer.BadParameter(f"There is no engine {unknown[0]!r}; there are {', '.join(ENGINES)}.")
    console = Console(stderr=True)
    with console.status("") as status:

        def told(name: str) -> None:
            status.update(f"{source.stem}: {ENGINES[name][0]}")

        if source.is_dir():
            result = compared.benchmark(beir.read(source), chosen, product, told)
        elif documents is None:
            raise typer.BadParameter("A golden set needs --documents, the folder of its documents.")
        else:
            result = compared.golden(source.stem, list(cases(source)), documents, chosen, product, told)
    if json_out:
        files.write_json(json_out, result)
    Console(width=200).print(_table(result))


def _table(result: dict[str, Any]) -> Table:
    table = Table(title=f"{result['name']}: finding the place")
    first = result["engines"][0]["metrics"]
    names = list(next(iter(first.values())))
    for column in ("", "", *names, "index s", "query ms", "peak MB"):
        table.add_column(column)
    for row in result["engines"]:
        for group, metrics in row["metrics"].items():
            found = [f"{metrics[name]['value']:.3f}" for name in names]
            table.add_row(
                row["engine"], group, *found, *(str(row[n]) for n in ("index_seconds", "query_ms", "peak_mb"))
            )
    return table
