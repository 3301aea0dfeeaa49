"""The form of BEIR (Thakur et al. 2021): corpus.jsonl, queries.jsonl, qrels/test.tsv."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eval import files
from eval.errors import BenchmarkError

CORPUS, QUERIES, JUDGEMENTS = "corpus.jsonl", "queries.jsonl", "qrels/test.tsv"


@dataclass(frozen=True)
class Passage:
    """One entry of the corpus."""

    id: str
    title: str
    text: str


@dataclass(frozen=True)
class Query:
    """One question."""

    id: str
    question: str


@dataclass(frozen=True)
class Benchmark:
    """A corpus, the questions that have a right passage in it, and grades: query id -> passage id -> 1 or more."""

    name: str
    passages: tuple[Passage, ...]
    queries: tuple[Query, ...]
    grades: Mapping[str, Mapping[str, int]]


def read(folder: Path) -> Benchmark:
    """Read a folder. Questions without a right passage in the corpus are left out, as trec_eval does.

    Raises BenchmarkError for a file or line that is not of the form.
    """
    passages = tuple(
        Passage(str(row["_id"]), row.get("title") or "", row["text"])
        for _, row in files.objects(folder / CORPUS, BenchmarkError, "_id", "text")
    )
    known = {passage.id for passage in passages}
    if len(known) < len(passages):
        raise BenchmarkError(f"{folder / CORPUS}: {len(passages) - len(known)} passages have the _id of another one.")
    grades = _grades(folder / JUDGEMENTS, known)
    asked = (
        Query(str(row["_id"]), row["text"]) for _, row in files.objects(folder / QUERIES, BenchmarkError, "_id", "text")
    )
    queries = tuple(query for query in asked if query.id in grades)
    if not queries:
        raise BenchmarkError(f"No question of {folder} has a right passage in its corpus.")
    return Benchmark(folder.resolve().name, passages, queries, {query.id: grades[query.id] for query in queries})


def write(benchmark: Benchmark, folder: Path) -> None:
    """Write a benchmark as a folder that `read` reads. Raises OutputError."""
    files.make_folder((folder / JUDGEMENTS).parent)
    files.write_objects(folder / CORPUS, [{"_id": p.id, "title": p.title, "text": p.text} for p in benchmark.passages])
    files.write_objects(folder / QUERIES, [{"_id": q.id, "text": q.question} for q in benchmark.queries])
    judged = [f"{query}\t{passage}\t{grade}" for query, of in benchmark.grades.items() for passage, grade in of.items()]
    text = "\n".join(["query-id\tcorpus-id\tscore", *judged]) + "\n"
    files.write(folder / JUDGEMENTS, text)


def _grades(file: Path, known: set[str]) -> dict[str, dict[str, int]]:
    """Judgements above zero of passages that the corpus has; the first line may be a header."""
    grades: dict[str, dict[str, int]] = {}
    for number, line in files.lines(file, BenchmarkError):
        parts = line.split("\t")
        if len(parts) != 3 or not parts[2].strip().lstrip("-").isdigit():
            if number == 1:
                continue
            raise BenchmarkError(f"{file}, line {number}: expected query id, passage id and a whole number, with tabs.")
        if parts[1] in known and int(parts[2]) > 0:
            grades.setdefault(parts[0], {})[parts[1]] = int(parts[2])
    return grades
