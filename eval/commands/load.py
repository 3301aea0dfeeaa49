"""`eval load`: many users at once ask a running server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eval.errors import DoorError
from eval.files import write_json
from eval.load.figures import figures, lines
from eval.load.questions import questions
from eval.load.users import Plan, let_ask
from eval.load.wire import Server

_DIFFERENT = 20_000  # questions


def load(
    address: Annotated[str, typer.Argument(help="Of a server that runs, such as http://127.0.0.1:8000.")],
    users: Annotated[int, typer.Option("--users", min=1, max=1000)] = 50,
    seconds: Annotated[float, typer.Option("--seconds", min=1, help="How long they ask.")] = 60,
    think: Annotated[str, typer.Option("--think", help="Least-most seconds between two questions of a user.")] = "1-3",
    seed: Annotated[int, typer.Option("--seed", help="Another one, other questions.")] = 1,
    key: Annotated[str, typer.Option("--key", envvar="NAMNDSVAR_API_KEY", help="The server's key.")] = "",
    out: Annotated[Path | None, typer.Option("--json", metavar="OUT", help="Write the figures to a file too.")] = None,
) -> None:
    """Ask a running server as many users at once do, with questions made of words from its documents.

    Exit code 1 when a question failed.
    """
    plan = Plan(address, users, seconds, _between(think), key, seed)
    first = Server(address, key)
    asked = questions(first, _DIFFERENT, seed)
    first.close()
    if not asked:
        raise DoorError(f"{address} holds no documents to ask about.")
    found = figures(plan, let_ask(plan, asked))
    typer.echo("\n".join(lines(found)))
    if out:
        write_json(out, found)
    if found["errors"]:
        raise typer.Exit(1)


def _between(think: str) -> tuple[float, float]:
    try:
        least, _, most = think.partition("-")
        pair = float(least), float(most or least)
    except ValueError:
        raise typer.BadParameter(
            f"{think!r} is no span of seconds, such as 1-3 or 0.", param_hint="'--think'"
        ) from None
    if not 0 <= pair[0] <= pair[1]:
        raise typer.BadParameter(f"{think!r} runs backwards.", param_hint="'--think'")
    return pair
