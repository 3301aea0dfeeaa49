"""`python -m eval run GOLDEN.jsonl` and `python -m eval search GOLDEN.jsonl`: score the product through its command."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from eval import door
from eval.golden import Case, GoldenError, cases
from eval.report import rows, share
from eval.score import Verdict, covers_locator, judge

app = typer.Typer(add_completion=False, no_args_is_help=True)
Library = Annotated[Path, typer.Option(help="Folder of the library.")]


@app.command()
def run(
    golden: Path,
    library: Library = Path("library"),
    json_out: Annotated[Path | None, typer.Option("--json", help="Write every verdict here.")] = None,
    failures: Annotated[bool, typer.Option(help="Show each answer that was not strictly right.")] = False,
) -> None:
    """Ask every question of GOLDEN and score the answers."""
    chosen = _load(golden)
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("asking", total=len(chosen))
        answers = list(door.ask(chosen, library, lambda: progress.advance(task)))
    verdicts = [judge(case, answer) for case, answer in zip(chosen, answers, strict=True)]
    console = Console(width=120)
    console.print(_table(golden.stem, verdicts))
    if failures:
        for verdict, answer in zip(verdicts, answers, strict=True):
            if not verdict.strict:
                console.print(_failure(verdict, answer.get("text", str(answer))), markup=False)
    if json_out:
        listed = [{**asdict(v), "given": a} for v, a in zip(verdicts, answers, strict=True)]
        json_out.write_text(json.dumps(listed, ensure_ascii=False, indent=1), encoding="utf-8")


@app.command()
def search(golden: Path, library: Library = Path("library"), k: int = 20, misses: bool = False) -> None:
    """Is a paragraph with the locator among the first hits?"""
    chosen = [case for case in _load(golden) if case.locators and not case.history]
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("searching", total=len(chosen))
        answers = list(door.search(chosen, library, k, lambda: progress.advance(task)))
    ranks = [
        next((rank for rank, hit in enumerate(answer["hits"], start=1) if _found(case, hit)), None)
        for case, answer in zip(chosen, answers, strict=True)
    ]
    console = Console(width=120)
    for language in ("sv", "en"):
        of_language = [rank for case, rank in zip(chosen, ranks, strict=True) if case.language == language]
        shares = (f"R@{depth} {share(r is not None and r <= depth for r in of_language)}" for depth in (1, 5, 20))
        console.print(language, *shares, sep="   ")
    if misses:
        for case, rank in zip(chosen, ranks, strict=True):
            if rank is None or rank > 5:
                console.print(case.id, rank, case.question, "|", case.locators, markup=False)


def _found(case: Case, hit: dict[str, object]) -> bool:
    return covers_locator(case, hit) or (hit.get("document"), hit.get("page")) in case.accept


def _load(golden: Path) -> list[Case]:
    try:
        return list(cases(golden))
    except GoldenError as error:
        raise typer.BadParameter(str(error)) from error


def _table(title: str, verdicts: list[Verdict]) -> Table:
    table = Table(title=f"{title}: strictly right, with 95 % intervals")
    table.add_column("")
    counted = rows(verdicts)
    for language in counted[0][1]:
        table.add_column(language)
    for label, shares in counted:
        table.add_row(label, *(str(value) if value.total else "" for value in shares.values()))
    return table


def _failure(verdict: Verdict, text: str) -> str:
    case = verdict.case
    parts = [name for name, right in (("text", verdict.text_right), ("citation", verdict.citation_right)) if not right]
    return (
        f"\n{case.id} [{case.kind}] {case.question}\n   wanted: {case.answer} {list(case.must)}"
        f"\n   given ({verdict.status}; wrong: {', '.join(parts) or 'status'}): {text}"
    )


if __name__ == "__main__":
    app()
