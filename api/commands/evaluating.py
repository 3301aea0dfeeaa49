"""`namndsvar eval`: the evaluation, run as a program of its own so that it sees the product only from outside."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

import api
from api.options import Library, library_path
from api.troubles import told

evaluation = typer.Typer(help="Score the product on questions with known answers.", no_args_is_help=True)


@evaluation.command()
@told
def run(
    golden: Annotated[
        Path, typer.Argument(metavar="GOLDEN", exists=True, dir_okay=False, help="Questions and answers.")
    ],
    library: Library = None,
    json: Annotated[
        Path | None, typer.Option("--json", metavar="OUT", help="Write every verdict here.", show_default=False)
    ] = None,
) -> None:
    """Ask every question of GOLDEN and score the answers."""
    options = ["--library", str(library_path(library)), *(["--json", str(json)] if json else [])]
    ended = subprocess.run(_program("run", str(golden), *options), env=_environment(), check=False)
    raise typer.Exit(ended.returncode if ended.returncode >= 0 else 128 - ended.returncode)


def _program(*arguments: str) -> list[str]:
    # -P: a folder named eval where the user stands must not be taken for the package
    return [sys.executable, "-P", "-m", "eval", *arguments]


def _environment() -> dict[str, str]:
    """This process's environment, with the folder that holds the packages on the module path."""
    packages = str(Path(api.__file__).parent.parent)
    known = os.environ.get("PYTHONPATH")
    return os.environ | {"PYTHONPATH": f"{packages}{os.pathsep}{known}" if known else packages}
