"""`eval review FILE`: accept or reject built cases, one by one, in the terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import click
import typer
from rich.console import Console
from rich.text import Text

from eval import files
from eval.commands.options import in_a_folder
from eval.review import KEYS, QUIT, Reviewed, Row, context
from eval.review import review as go_through

File = Annotated[
    Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="A golden set of `eval build`.")
]
Documents = Annotated[
    list[Path] | None,
    typer.Option("--documents", metavar="DIR", exists=True, file_okay=False, help="Original files, to show the place."),
]
OnlyAccepted = Annotated[
    Path | None,
    typer.Option(
        "--only-accepted",
        metavar="OUT",
        dir_okay=False,
        callback=in_a_folder,
        help="Review nothing; write the accepted cases to OUT.",
    ),
]
_PROMPT = "[a]ccept  [r]eject  [e]dit later  [q]uit > "


def review(file: File, documents: Documents = None, only_accepted: OnlyAccepted = None) -> None:
    """Look through built cases. Each decision is in FILE at once; come back whenever you like."""
    golden = Reviewed.open(file)
    if only_accepted:
        kept = golden.accepted()
        files.write_objects(only_accepted, kept)
        typer.echo(f"{only_accepted}: {len(kept)} accepted of {len(golden.rows)} cases")
        return
    console = Console(width=110, highlight=False)
    go_through(golden, lambda row, place, total: _show(console, row, documents or [], place, total), _ask)
    typer.echo(", ".join(f"{decision} {number}" for decision, number in golden.counts().items()))


def _show(console: Console, row: Row, folders: list[Path], place: int, total: int) -> None:
    built = row.get("built") or {}
    console.rule(f"{place} of {total} · {row['id']} · {row.get('kind', '')}")
    console.print(Text(row["question"], style="bold"))
    console.print(Text(f"Answer: {row.get('answer', '')}"))
    console.print(Text(f"Must hold: {'; '.join(row.get('must') or ()) or '-'}"))
    console.print(Text(f"Where: {', '.join(row.get('docs') or ()) or '-'} {row.get('locator') or ''} "
                       f"{', '.join(row.get('cells') or ())}"))  # fmt: skip
    console.print(Text(f"Built from: {built.get('from', '-')}", style="dim"))
    for before, locator, after in context(row, folders):
        console.print(Text.assemble("… ", before, (locator, "reverse"), after, " …"))


def _ask() -> tuple[str, str] | None:
    """A key, and a note for a case that is not accepted; from lines on stdin where there is no terminal."""
    while True:
        key, note = _pressed() if sys.stdin.isatty() else _line()
        if key == QUIT:
            return None
        if key in KEYS:
            return key, note
        typer.echo(f"{key!r} is none of {', '.join([*KEYS, QUIT])}.", err=True)


def _pressed() -> tuple[str, str]:
    typer.echo(_PROMPT, nl=False)
    key = click.getchar().lower()
    typer.echo(key)
    if key in {"\x03", "\x04"}:
        return QUIT, ""
    return key, typer.prompt("Note", default="", show_default=False) if key in KEYS and key != "a" else ""


def _line() -> tuple[str, str]:
    """`r the year is wrong`: key, then a note. The end of the input quits."""
    line = sys.stdin.readline()
    if not line:
        return QUIT, ""
    key, _, note = line.strip().partition(" ")
    return key.lower(), note.strip()
