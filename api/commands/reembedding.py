"""`namndsvar index --re-embed`: the library's own text embedded anew with the model that is set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from indexer.reports import ReembedReport


def reembed_told(library: Path, *, as_json: bool) -> ReembedReport:
    """Embed anew with progress on stderr; the line about it goes to stdout unless JSON will."""
    with _progress() as report:
        done = _reembed(library, report)
    if not as_json:
        typer.echo(_line(done))
    return done


def _reembed(library: Path, report: Callable[[int, int], None]) -> ReembedReport:
    from indexer.reembed import reembed

    return reembed(library, report=report)


def _line(done: ReembedReport) -> str:
    """What came of it: "re-embedded 34 of 50 paragraphs with ..., in 1.2 s (16 had been done before)"."""
    if done.former == done.model:
        return f"nothing to re-embed: all {done.paragraphs} paragraphs are embedded with {done.model}"
    before = done.paragraphs - done.embedded
    remark = f" ({before} had been done before)" if before else ""
    counted = f"{done.embedded} of {done.paragraphs} paragraphs"
    return f"re-embedded {counted} with {done.model}, in {done.seconds:.1f} s{remark}"


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr while the block runs."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from api.terminal import console

    columns = (TextColumn("Embedding"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console(on_stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, everything: bar.update(task, completed=done, total=everything)
