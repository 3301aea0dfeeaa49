"""`namndsvar index`: files and folders into the library."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.options import Json, Library, library_path
from api.troubles import NOT_MET, in_words, not_met, told, wrong_usage
from indexer.errors import NamndsvarError

if TYPE_CHECKING:
    from indexer.build import BuildReport, FileReport

DONE = ("indexed", "unchanged", "replaced", "removed")


@told
def index(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders.")],
    library: Library = None,
    json: Json = False,
) -> None:
    """Read files and folders into the library, a report line per file.

    Exit code 0 when all was read, 1 when some file was refused, 2 when nothing could be done.
    """
    reports: list[FileReport] = []
    try:
        with _progress(_count(paths, library_path(library))) as tell:

            def take(report: FileReport) -> None:
                reports.append(report)
                tell("" if json else _line(report))

            done = _build(paths, library_path(library), take)
    except NamndsvarError as error:
        (not_met if reports else wrong_usage)(in_words(error))
    _sum_up(done, as_json=json)


def _build(paths: Sequence[Path], library: Path, report: Callable[[FileReport], None]) -> BuildReport:
    from indexer.build import build

    return build(paths, library, report=report)


def _line(report: FileReport) -> str:
    """What came of one file: "minutes.pdf: indexed, 34 paragraphs", "scan.pdf: refused: no text ..."."""
    from api.terminal import shown

    path = shown(report.path)
    if report.outcome == "refused":
        return f"{path}: refused: {shown(report.reason)}"
    counted = f", {report.paragraphs} paragraphs" if report.paragraphs else ""
    remark = f" ({report.reason})" if report.reason else ""
    return f"{path}: {report.outcome}{counted}{remark}"


def _sum_up(done: BuildReport, *, as_json: bool) -> None:
    """The closing line or the JSON object, and the exit code."""
    counts = done.outcomes
    if as_json:
        from api.index_json import index_json
        from api.streams import write_json

        write_json(index_json(done))
    elif counts:
        told = ", ".join(f"{number} {outcome}" for outcome, number in counts.items())
        typer.echo(f"{told}, in {done.seconds:.1f} s")
    if not any(outcome in counts for outcome in DONE):
        wrong_usage("No file could be read." if counts else "There is no file to read here.")
    if "refused" in counts:
        raise typer.Exit(NOT_MET)


def _count(paths: Sequence[Path], library: Path) -> int:
    """How many files there are to look at, for the progress bar. Raises NotFound for a missing path."""
    from indexer.scan import scan

    return len(scan(paths, library).sources)


@contextmanager
def _progress(files: int) -> Iterator[Callable[[str], None]]:
    """A bar on stderr while the block runs, where someone can see it; it moves on with each line that is told."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from api.terminal import console

    shown = console(on_stderr=True)
    over_bar = shown.is_terminal and sys.stdout.isatty()  # then a line on stdout would land in the bar
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=shown, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=files)

        def tell(line: str) -> None:
            if line and over_bar:
                shown.print(line, soft_wrap=True)
            elif line:
                typer.echo(line)
            bar.advance(task)

        yield tell
