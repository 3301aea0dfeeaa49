"""All engines on one set -> the result of `eval baselines`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from eval.baselines import places
from eval.baselines.engine import Found
from eval.baselines.measure import ENGINES, Measured, measure
from eval.errors import NothingFound
from eval.golden import Case
from eval.retrieval.beir import Benchmark
from eval.retrieval.metrics import Mean, measured
from eval.retrieval.shelf import HITS, ranking, shelve

Told = Callable[[str], None]


def golden(
    name: str, cases: Sequence[Case], documents: Path, engines: Sequence[str], product: str, told: Told
) -> dict[str, Any]:
    """Compare on finding the places of a golden set. told: hears the name of each engine before it runs."""
    chosen = places.with_place(cases)
    if not chosen:
        raise NothingFound(f"No question of {name} names a place in a text that can be searched for.")
    questions = [case.question for case in chosen]
    rows = []
    for engine in engines:
        told(engine)
        run = measure(engine, documents, questions, max(places.DEPTHS), places.FirstRight(chosen), product)
        rows.append(_row(engine, run, places.by_language(chosen, run.kept)))
    return _result(name, "places", rows)


def benchmark(which: Benchmark, engines: Sequence[str], product: str, told: Told) -> dict[str, Any]:
    """Compare on a benchmark in the form of BEIR, each passage a file."""
    rows = []
    with TemporaryDirectory(prefix="eval-corpus-") as folder:
        shelf = shelve(which.passages, Path(folder))
        for engine in engines:
            told(engine)
            run = measure(engine, Path(folder), [query.question for query in which.queries], HITS, _documents, product)
            rankings = {query.id: ranking(found, shelf) for query, found in zip(which.queries, run.kept, strict=True)}
            rows.append(_row(engine, run, {"all": measured(rankings, which.grades)}))
    return _result(which.name, "benchmark", rows)


def _documents(_: int, found: list[Found]) -> list[str]:
    return [piece.document for piece in found]


def _row(engine: str, run: Measured[Any], metrics: dict[str, dict[str, Mean]]) -> dict[str, Any]:
    return {
        "engine": engine,
        "label": ENGINES[engine][0],
        "index_seconds": round(run.index_seconds, 2),
        "query_ms": round(run.query_ms, 2),
        "peak_mb": round(run.peak_mb),
        "metrics": {group: {name: asdict(value) for name, value in of.items()} for group, of in metrics.items()},
    }


def _result(name: str, kind: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "form": 1,
        "kind": kind,
        "name": name,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "engines": rows,
    }
