"""The console command `namndsvar`: its table of contents."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from api.commands.asking import ask
from api.commands.evaluating import PASS_THROUGH, evaluate
from api.commands.indexing import index
from api.commands.keeping import remove, status, verify
from api.commands.searching import search
from api.commands.serving import serve
from api.quiet import make_unbreakable, silence_libraries
from api.threads import one_thread_a_question
from api.troubles import DEBUG

app = typer.Typer(
    name="namndsvar",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Ask the municipality's own documents and get an answer that can be checked.",
)
for command in (index, ask, search, serve, status, remove, verify):
    app.command()(command)
app.command("eval", context_settings=PASS_THROUGH, add_help_option=False)(evaluate)


@app.callback()
def begin(
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
) -> None:
    """Prepare the streams and the threads before any command runs."""
    if debug:
        os.environ[DEBUG] = "1"
    make_unbreakable()
    silence_libraries()
    one_thread_a_question()


def main() -> None:
    """Run the command line."""
    app(prog_name="namndsvar")
