"""Questions on Swedish public reports: *_questions.jsonl with the ids of the right chunks, *_chunks.jsonl beside it."""

from __future__ import annotations

from pathlib import Path

from eval.errors import BenchmarkError
from eval.retrieval.beir import Benchmark, Passage, Query
from eval.retrieval.convert.rows import rows


def swedish_reports(source: Path) -> tuple[Benchmark, ...]:
    """source: the file of questions (id, question, gold); the chunks (_id, text) lie beside it."""
    chunks = source.with_name(source.name.replace("questions", "chunks"))
    if chunks == source:
        raise BenchmarkError(f"{source}: expected a name with `questions` in it, beside the same name with `chunks`.")
    asked = rows(source, "id", "question", "gold")
    return (
        Benchmark(
            name="swedish-reports",
            passages=tuple(Passage(row["_id"], "", row["text"]) for row in rows(chunks, "_id", "text")),
            queries=tuple(Query(row["id"], row["question"]) for row in asked),
            grades={row["id"]: dict.fromkeys(row["gold"], 1) for row in asked},
        ),
    )
