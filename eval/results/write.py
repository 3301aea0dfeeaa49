"""Measure every set and write the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from eval import files
from eval.errors import ResultError
from eval.results import measuring, page, tables
from eval.results.sets import GOLDEN, PUBLIC, GoldenSet, PublicSet
from eval.results.steps import ROOT, Outcome, Step, Told, run
from eval.retrieval import beir
from eval.retrieval.convert import CONVERTERS


def write(out: Path, work: Path, only: Sequence[str], product: str, told: Told) -> None:
    """Measure the sets (or only those named) and put their sections into `out`.

    A set whose files are absent, or that is not among `only`, keeps the section that it has.
    """
    old = page.sections(files.text(out, ResultError))
    new = {}
    for which in (*GOLDEN, *PUBLIC):
        reason = _skipped(which, only)
        if reason:
            told(f"{which.name}: skipped: {reason}")
            if which.title in old:
                new[which.title] = old[which.title]
        else:
            new[which.title] = (
                _golden(which, work, product, told)
                if isinstance(which, GoldenSet)
                else _public(which, work, product, told)
            )
            merged = {title: (old | new)[title] for title in _titles() if title in old | new}
            files.write(out, page.replaced(files.text(out, ResultError), merged))


def _titles() -> list[str]:
    return [which.title for which in (*GOLDEN, *PUBLIC)]


def _skipped(which: GoldenSet | PublicSet, only: Sequence[str]) -> str:
    """Why a set is not measured now, or nothing."""
    if only and which.name not in only:
        return "not asked for"
    needed = [which.golden, which.documents] if isinstance(which, GoldenSet) else [which.source]
    missing = [path for path in needed if not (ROOT / path).exists()]
    return f"{missing[0]} is not there" if missing else ""


def _golden(which: GoldenSet, work: Path, product: str, told: Told) -> str:
    answering, finding = measuring.answering(which), measuring.finding(which)
    answered = run(answering, work, product, told)
    found = [run(step, work, product, told) for step in finding]
    return "\n\n".join(
        [
            answering.shown + _made([answered]),
            tables.answers(answered.result) if answered.result else f"Not measured: {answered.reason}",
            finding[0].shown + _made(found),
            _engines(finding, found),
        ]
    )


def _public(which: PublicSet, work: Path, product: str, told: Told) -> str:
    folder = work / "public" / which.name
    chosen = next(b for b in CONVERTERS[which.form](ROOT / which.source) if which.part in ("", b.name))
    beir.write(chosen, folder)
    steps = measuring.ranking(which, folder.resolve())
    found = [run(step, work, product, told) for step in steps]
    size = f"{len(chosen.queries)} questions, {len(chosen.passages)} passages."
    return "\n\n".join([f"{steps[0].shown}{_made(found)}. {size}", _engines(steps, found)])


def _engines(steps: Sequence[Step], found: Sequence[Outcome]) -> str:
    rows: list[dict[str, Any]] = [row for outcome in found if outcome.result for row in outcome.result["engines"]]
    failed = [f"Not measured: {s.name}: {o.reason}" for s, o in zip(steps, found, strict=True) if not o.result]
    return "\n\n".join([*([tables.engines(rows)] if rows else []), *failed])


def _made(outcomes: Sequence[Outcome]) -> str:
    """When the figures were made: the oldest day among them."""
    days = [datetime.fromisoformat(outcome.result["made"]).date() for outcome in outcomes if outcome.result]
    return f", {min(days)}" if days else ""
