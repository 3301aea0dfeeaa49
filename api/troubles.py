"""How a command ends: exit codes, one sentence on stderr, never a traceback unless asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import NoReturn, ParamSpec

import typer

from indexer.errors import NamndsvarError

NOT_MET = 1
WRONG_USAGE = 2
DEBUG = "NAMNDSVAR_DEBUG"

Given = ParamSpec("Given")


def told(command: Callable[Given, None]) -> Callable[Given, None]:
    """Wrap a command so that its errors reach the user as one sentence and an exit code."""

    @wraps(command)
    def teller(*arguments: Given.args, **options: Given.kwargs) -> None:
        try:
            command(*arguments, **options)
            sys.stdout.flush()  # a reader that went away shows itself here, where typer ends quietly
        except NamndsvarError as error:
            not_met(in_words(error), error)
        except (typer.Exit, typer.Abort, typer.BadParameter, BrokenPipeError):
            raise
        except Exception as error:  # noqa: BLE001 - the last stop before the user
            not_met(f"{unexpected(error)} Run `namndsvar --debug …` for the traceback.", error)

    return teller


def in_words(error: NamndsvarError) -> str:
    """An error of the product with the advice that goes with it."""
    from api.error_json import sentence, trouble

    return sentence(trouble(error))


def not_met(sentence: str, cause: Exception | None = None) -> NoReturn:
    """End: the request could not be met, and `sentence` says why. With --debug the cause is raised instead."""
    if cause is not None and os.environ.get(DEBUG):
        raise cause
    _say(sentence)
    raise typer.Exit(NOT_MET) from cause


def wrong_usage(sentence: str) -> NoReturn:
    """End: the command was called in a way that it cannot be."""
    _say(sentence)
    raise typer.Exit(WRONG_USAGE)


def unexpected(error: Exception) -> str:
    """A sentence for an error that nobody foresaw."""
    detail = " ".join(str(error).split())
    return f"Something unexpected went wrong ({type(error).__name__}{': ' if detail else ''}{detail[:300]})."


def _say(sentence: str) -> None:
    typer.echo(sentence, err=True)
