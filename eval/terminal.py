"""A run on the terminal: measures by language, strictly right by kind, parity, latency, what was made up; the bar."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

WIDTH = 120
LABELS: Final = {
    "strict": "strictly right",
    "answer": "answer right (answerable)",
    "citation": "a citation at the place (answerable)",
    "citation_precision": "citation precision",
    "citation_recall": "citation recall",
    "refused_right": "unanswerable refused",
    "answered_anyway": "unanswerable answered anyway",
    "refused_wrongly": "answerable refused",
    "fidelity": "every number has its source",
    "made_up": "with a made-up citation",
    "recall@1": "search: place found at 1",
    "recall@5": "search: place among 5",
    "recall@20": "search: place among 20",
    "mrr": "search: MRR",
    "ndcg@10": "search: nDCG@10",
}


@contextmanager
def bar(label: str, total: int) -> Iterator[Callable[[], None]]:
    """A progress bar on stderr, where that is a terminal; what is given steps it by one."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(label, total=total)
        yield lambda: progress.advance(task)


def show(found: Mapping[str, Any], console: Console) -> None:
    """The tables and lines of a run."""
    console.print(_measures(found))
    console.print(_kinds(found))
    for line in _lines(found):
        console.print(line, markup=False, highlight=False)


def failures(found: Mapping[str, Any], console: Console) -> None:
    """Each answer that was not strictly right: what was wanted, given and wrong."""
    for row in found["cases"]:
        if not row["verdict"]["strict"]:
            console.print(_failure(row), markup=False, highlight=False)


def figure(measured: Mapping[str, Any] | None) -> str:
    """`0.81 [0.70–0.89] 56/69`, or "" where nothing was counted."""
    if not measured:
        return ""
    counted = f"{measured['right']}/{measured['n']}" if measured["right"] is not None else f"n={measured['n']}"
    return f"{measured['value']:.2f} [{measured['low']:.2f}–{measured['high']:.2f}] {counted}"


def _spoken(found: Mapping[str, Any]) -> list[str]:
    """The columns: each language, and all where there is more than one."""
    known = [language for language in found["summary"] if language != "all"]
    return [*known, "all"] if len(known) > 1 else known


def _table(title: str, found: Mapping[str, Any]) -> Table:
    table = Table(title=title, title_justify="left", width=WIDTH)
    table.add_column("")
    for language in _spoken(found):
        table.add_column(language, no_wrap=True)
    return table


def _measures(found: Mapping[str, Any]) -> Table:
    table = _table(f"{found['golden']}: measures with 95 % intervals", found)
    for name, label in LABELS.items():
        cells = [figure(found["summary"][language]["all"].get(name)) for language in _spoken(found)]
        if any(cells):
            table.add_row(label, *cells)
    return table


def _kinds(found: Mapping[str, Any]) -> Table:
    table = _table("Strictly right by kind", found)
    for group in found["summary"]["all"]:
        cells = [figure(found["summary"][language].get(group, {}).get("strict")) for language in _spoken(found)]
        if any(cells):
            table.add_row(f"  {group.removeprefix('kind:')}" if ":" in group else group, *cells)
    return table


def _lines(found: Mapping[str, Any]) -> Iterator[str]:
    same, taken, seconds = found["parity"], found["latency_ms"], found["seconds"]
    if same["groups"]:
        yield (
            f"{same['groups']} groups in Swedish and English: both right {same['both_strict']},"
            f" only Swedish {same['sv_only']}, only English {same['en_only']}, neither {same['neither']};"
            f"\n  answered in both {same['both_answered']}, in the same numbers {_percent(same['same_answer_numbers'])}"
        )
    if taken["p50"] is not None:
        p50, p95, slowest = taken["p50"], taken["p95"], taken["max"]
        yield f"An answer takes {p50:.0f} ms (median), {p95:.0f} ms (95 %), {slowest:.0f} ms (slowest)"
    if not found.get("originals", True):
        yield "The original files are not known (--documents): a quote was only looked up in its own paragraph."
    yield ", ".join(f"{name} {value:.1f} s" for name, value in seconds.items())
    for row in found["cases"]:
        verdict = row["verdict"]
        if verdict["unsupported_numbers"]:
            yield f"Unsupported number in {row['id']}: {', '.join(verdict['unsupported_numbers'])}"
        if verdict["made_up"]:
            yield f"Made up in {row['id']}: {', '.join(verdict['made_up'])}"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.0f} %"


def _failure(row: Mapping[str, Any]) -> str:
    verdict = row["verdict"]
    wrong = [
        *(["answer"] if not verdict["answer_right"] else []),
        *(["citation"] if not verdict["citation_right"] else []),
    ]
    return (
        f"\n{row['id']} [{row['kind']}] {row['question']}"
        f"\n   wanted: {row['expected']['answer']} {list(row['expected']['must'])}"
        f"\n   given ({verdict['status']}; wrong: {', '.join(wrong) if row['answerable'] else 'not refused'}):"
        f" {row['given'].get('text') or row['given']}"
    )
