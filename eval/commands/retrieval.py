"""`eval retrieval DIR`: a public benchmark in the form of BEIR, asked through the product's doors."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from eval import files
from eval.commands.options import Json, Product
from eval.retrieval import beir
from eval.retrieval.ask import asked
from eval.terminal import bar


def retrieval(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR",
            exists=True,
            file_okay=False,
            help=f"With {beir.CORPUS}, {beir.QUERIES} and {beir.JUDGEMENTS}.",
        ),
    ],
    work: Annotated[
        Path | None,
        typer.Option("--work", metavar="DIR", help="Keep libraries here for the next time.", show_default="not kept"),
    ] = None,
    product: Product = "",
    json_out: Json = None,
) -> None:
    """Measure the ranking of passages: nDCG@10, recall, MRR@10, MAP over the first 100."""
    benchmark = beir.read(folder)
    doing = f"indexing {len(benchmark.passages)} passages, then asking"
    with ExitStack() as stack, bar(doing, len(benchmark.queries)) as step:
        place = work or Path(stack.enter_context(TemporaryDirectory(prefix="eval-retrieval-")))
        result = asked(benchmark, place, product, step)
    if json_out:
        files.write_json(json_out, result)
    Console(width=120).print(_table(result))


def _table(result: dict[str, Any]) -> Table:
    title = f"{result['name']}: {result['queries']} questions on {result['passages']} passages, with 95 % intervals"
    table = Table(title=title if not result["refused"] else f"{title}; {result['refused']} passages refused")
    for column in ("metric", "mean", "interval"):
        table.add_column(column)
    for name, mean in result["metrics"]["all"].items():
        table.add_row(name, f"{mean['value']:.3f}", f"{mean['low']:.3f}–{mean['high']:.3f}")
    return table
