"""`eval convert FORM SOURCE OUT_DIR`: a public set of questions in the form of BEIR."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eval.retrieval import beir
from eval.retrieval.convert import CONVERTERS


def convert(
    form: Annotated[str, typer.Argument(metavar="FORM", help=f"One of {', '.join(CONVERTERS)}.")],
    source: Annotated[Path, typer.Argument(metavar="SOURCE", exists=True, dir_okay=False, help="The set as it comes.")],
    out: Annotated[Path, typer.Argument(metavar="OUT_DIR", file_okay=False, help="Where the folder is written.")],
) -> None:
    """Write a public set of questions as corpus.jsonl, queries.jsonl and qrels/test.tsv."""
    if form not in CONVERTERS:
        raise typer.BadParameter(f"There is no form {form!r}; the forms are {', '.join(CONVERTERS)}.")
    benchmarks = CONVERTERS[form](source)
    for benchmark in benchmarks:
        folder = out / benchmark.name if len(benchmarks) > 1 else out
        beir.write(benchmark, folder)
        typer.echo(f"{folder}: {len(benchmark.queries)} questions, {len(benchmark.passages)} passages")
