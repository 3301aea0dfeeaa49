"""A benchmark asked of the product -> the result of `eval retrieval`."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from eval import door
from eval.retrieval.beir import Benchmark
from eval.retrieval.kept import Kept, library_of
from eval.retrieval.metrics import Ranking, measured
from eval.retrieval.shelf import HITS, ranking


def asked(benchmark: Benchmark, work: Path, product: str, progress: Callable[[], None]) -> dict[str, Any]:
    """Index the corpus (or find it indexed under `work`), ask every question, and measure. progress: after each."""
    kept = library_of(benchmark.passages, work, product)
    rankings, times = _rankings(benchmark, kept, product, progress)
    metrics = measured(rankings, benchmark.grades)
    return {
        "form": 1,
        "kind": "retrieval",
        "name": benchmark.name,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "passages": len(benchmark.passages),
        "queries": len(benchmark.queries),
        "refused": kept.refused,
        "index_seconds": kept.index_seconds,
        "query_ms": round(statistics.median(times) * 1000, 2),
        "metrics": {"all": {name: asdict(value) for name, value in metrics.items()}},
        "rankings": {query: list(found[:20]) for query, found in rankings.items()},
    }


def _rankings(
    benchmark: Benchmark, kept: Kept, product: str, progress: Callable[[], None]
) -> tuple[dict[str, Ranking], list[float]]:
    """Query id -> passages; and seconds from answer to answer, of which the first holds the start of the product."""
    rankings, times = {}, []
    mark = time.perf_counter()
    answers = door.search(benchmark.queries, kept.library, HITS, progress, product)
    for query, answer in zip(benchmark.queries, answers, strict=True):
        rankings[query.id] = ranking((hit["document"] for hit in answer["hits"]), kept.shelf)
        times.append(time.perf_counter() - mark)
        mark = time.perf_counter()
    return rankings, times
