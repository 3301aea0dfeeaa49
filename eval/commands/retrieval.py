"""`eval retrieval DIR`: a public benchmark in the form of BEIR, asked through the product's doors."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from eval.commands.options import Json, Product
from eval.retrieval import beir
from eval.retrieval.ask import asked


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
    with ExitStack() as stack, Progress(console=Console(stderr=True), transient=True) as progress:
        place = work or Path(stack.enter_context(TemporaryDirectory(prefix="eval-retrieval-")))
        task = progress.add_task(
            f"indexing {len(benchmark.passages)} passages, then asking", total=len(benchmark.queries)
        )
        result = asked(benchmark, place, product, lambda: progress.advance(task))
    if json_out:
        json_out.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
    Console(width=120).print(_table(result))


def _table(result: dict[str, Any]) -> Table:
    title = f"{result['name']}: {result['queries']} questions on {result['passages']} passages, with 95 % intervals"
    table = Table(title=title if not result["refused"] else f"{title}; {result['refused']} passages refused")
    for column in ("metric", "mean", "interval"):
        table.add_column(column)
    for name, mean in result["metrics"]["all"].items():
        table.add_row(name, f"{mean['value']:.3f}", f"{mean['low']:.3f}–{mean['high']:.3f}")
    return table
