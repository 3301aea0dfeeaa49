"""`namndsvar eval`: the evaluation, run as a program of its own so that it sees the product only from outside."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import typer

import api
from api.troubles import told

# What follows `eval` is the evaluation's own, --help included: nothing of it is read here.
PASS_THROUGH = {"allow_extra_args": True, "ignore_unknown_options": True, "allow_interspersed_args": False}


@told
def evaluate(context: typer.Context) -> None:
    """Score the product on questions with known answers (`eval --help` lists what it can do)."""
    ended = subprocess.run(_program(*context.args), env=_environment(), check=False)
    raise typer.Exit(ended.returncode if ended.returncode >= 0 else 128 - ended.returncode)


def _program(*arguments: str) -> list[str]:
    # -P: a folder named eval where the user stands must not be taken for the package
    return [sys.executable, "-P", "-m", "eval", *arguments]


def _environment() -> dict[str, str]:
    """This process's environment, with the folder that holds the packages on the module path."""
    packages = str(Path(api.__file__).parent.parent)
    known = os.environ.get("PYTHONPATH")
    return os.environ | {"PYTHONPATH": f"{packages}{os.pathsep}{known}" if known else packages}
