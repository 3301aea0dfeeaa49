"""`namndsvar index`: files and folders into the library."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.options import Json, Library, library_path
from api.troubles import NOT_MET, WRONG_USAGE, not_met, told, wrong_usage
from indexer.errors import NamndsvarError

if TYPE_CHECKING:
    from indexer.build import FileReport

NOTHING_DONE = WRONG_USAGE  # the contract has one code for both
DONE = ("indexed", "unchanged", "replaced", "removed")


@told
def index(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", exists=True, help="Files and folders.")],
    library: Library = None,
    json: Json = False,
) -> None:
    """Read files and folders into the library, a report line per file.

    Exit code 0 when all was read, 1 when some file was refused, 2 when nothing could be done.
    """
    reports: list[FileReport] = []
    try:
        with _progress(_count(paths)) as advance:
            _build(paths, library_path(library), lambda report: _take(report, reports, advance, as_json=json))
    except NamndsvarError as error:
        (not_met if reports else wrong_usage)(str(error))
    _sum_up(reports, as_json=json)


def _build(paths: Sequence[Path], library: Path, report: Callable[[FileReport], None]) -> None:
    from indexer.build import build

    build(paths, library, report=report)


def _take(report: FileReport, reports: list[FileReport], advance: Callable[[], None], *, as_json: bool) -> None:
    reports.append(report)
    if not as_json:
        typer.echo(_line(report))
    advance()


def _line(report: FileReport) -> str:
    """What came of one file: "minutes.pdf: indexed, 34 paragraphs", "scan.pdf: refused: no text ..."."""
    if report.reason:
        return f"{report.path}: {report.outcome}: {report.reason}"
    counted = f", {report.paragraphs} paragraphs" if report.paragraphs else ""
    return f"{report.path}: {report.outcome}{counted}"


def _sum_up(reports: Sequence[FileReport], *, as_json: bool) -> None:
    """The closing line or the JSON object, and the exit code."""
    counts = Counter(str(report.outcome) for report in reports)
    if as_json:
        from api.index_json import index_json
        from api.streams import write_json

        write_json(index_json(reports))
    elif reports:
        typer.echo(", ".join(f"{number} {outcome}" for outcome, number in counts.items()))
    if not any(counts[outcome] for outcome in DONE):
        wrong_usage("No file could be read." if reports else "There is no file to read here.")
    if counts["refused"]:
        raise typer.Exit(NOT_MET)


def _count(paths: Sequence[Path]) -> int:
    """How many files there are to look at, for the progress bar alone."""
    return sum(1 for path in paths for file in (path.rglob("*") if path.is_dir() else (path,)) if file.is_file())


@contextmanager
def _progress(files: int) -> Iterator[Callable[[], None]]:
    """A bar on stderr while the block runs, only where someone can see it."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from api.terminal import console

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # rich would send a piped stdout to stderr, so it may take stdout over only when both are the terminal
    both = sys.stdout.isatty()
    with Progress(*columns, console=console(on_stderr=True), transient=True, redirect_stdout=both) as bar:
        task = bar.add_task("", total=files)
        yield lambda: bar.advance(task)
