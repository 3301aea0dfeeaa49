"""`python -m eval` (and `namndsvar eval`): its table of contents."""

from __future__ import annotations

import os
import sys

import typer

from eval.commands.baselines import baselines
from eval.commands.build import build
from eval.commands.compare import compare
from eval.commands.convert import convert
from eval.commands.gates import gates
from eval.commands.load import load
from eval.commands.report import report
from eval.commands.results import results
from eval.commands.retrieval import retrieval
from eval.commands.review import review
from eval.commands.run import run
from eval.commands.search import search
from eval.errors import EvalError

app = typer.Typer(
    name="eval",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Score the product on questions with known answers.",
)
for command in (
    run,
    report,
    compare,
    gates,
    search,
    retrieval,
    convert,
    baselines,
    results,
    load,
    build,
    review,
):
    app.command()(command)


def main() -> None:
    """Run the command line: an error is one sentence and exit code 1, wrong usage is 2."""
    try:
        app(prog_name="namndsvar eval")
    except EvalError as error:
        if os.environ.get("NAMNDSVAR_DEBUG"):
            raise
        typer.echo(" ".join(str(error).split()), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
