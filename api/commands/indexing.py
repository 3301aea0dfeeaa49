"""`namndsvar index`: files and folders into the library."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.reembedding import reembed_told
from api.options import Json, Library, library_path
from api.troubles import NOT_MET, in_words, not_met, told, wrong_usage
from indexer.errors import NamndsvarError

if TYPE_CHECKING:
    from indexer.build import BuildReport, FileReport
    from indexer.reports import ReembedReport

DONE = ("indexed", "unchanged", "replaced", "removed")


@told
def index(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH", help="Files and folders.")] = None,
    library: Library = None,
    json: Json = False,
    re_embed: Annotated[
        bool, typer.Option("--re-embed", help="First embed the library's own text anew with the model that is set.")
    ] = False,
) -> None:
    """Read files and folders into the library, a report line per file.

    Exit code 0 when all was read, 1 when some file was refused, 2 when nothing could be done.
    """
    if not paths and not re_embed:
        raise typer.BadParameter("name a file or a folder, or give --re-embed.", param_hint="'PATH'")
    reembedded = reembed_told(library_path(library), as_json=json) if re_embed else None
    if paths:
        _index(paths, library_path(library), reembedded, as_json=json)
    elif json and reembedded is not None:
        from api.index_json import reembed_json
        from api.streams import write_json

        write_json(reembed_json(reembedded))


def _index(paths: Sequence[Path], library: Path, reembedded: ReembedReport | None, *, as_json: bool) -> None:
    reports: list[FileReport] = []
    try:
        with _progress(_count(paths, library)) as tell:

            def take(report: FileReport) -> None:
                reports.append(report)
                tell("" if as_json else _line(report))

            done = _build(paths, library, take)
    except NamndsvarError as error:
        (not_met if reports else wrong_usage)(in_words(error))
    _sum_up(done, reembedded, as_json=as_json)


def _build(paths: Sequence[Path], library: Path, report: Callable[[FileReport], None]) -> BuildReport:
    from api.waiting import when_free
    from indexer.build import build

    return when_free(lambda: build(paths, library, report=report))


def _line(report: FileReport) -> str:
    """What came of one file: "minutes.pdf: indexed, 34 paragraphs", "scan.pdf: refused: no text ..."."""
    from api.terminal import shown

    path = shown(report.path)
    if report.outcome == "refused":
        return f"{path}: refused: {shown(report.reason)}"
    counted = f", {report.paragraphs} paragraphs" if report.paragraphs else ""
    remark = f" ({report.reason})" if report.reason else ""
    return f"{path}: {report.outcome}{counted}{remark}"


def _sum_up(done: BuildReport, reembedded: ReembedReport | None, *, as_json: bool) -> None:
    """The closing line or the JSON object, and the exit code."""
    counts = done.outcomes
    if as_json:
        from api.index_json import index_json
        from api.streams import write_json

        write_json(index_json(done, reembedded))
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
