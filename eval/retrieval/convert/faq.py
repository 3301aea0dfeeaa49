"""Pairs of question and answer -> a benchmark: the answers are the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eval.retrieval.beir import Benchmark, Passage, Query


def of_pairs(name: str, answers: Sequence[str], pairs: Iterable[tuple[str, str]]) -> Benchmark:
    """answers: the corpus, equal ones once. pairs: question, right answer; one asked twice has two right answers."""
    ids = {answer: f"a{number}" for number, answer in enumerate(dict.fromkeys(answers))}
    queries: dict[str, str] = {}
    grades: dict[str, dict[str, int]] = {}
    for question, answer in pairs:
        query = queries.setdefault(question, f"q{len(queries)}")
        grades.setdefault(query, {})[ids[answer]] = 1
    return Benchmark(
        name=name,
        passages=tuple(Passage(id, "", answer) for answer, id in ids.items()),
        queries=tuple(Query(id, question) for question, id in queries.items()),
        grades=grades,
    )
