"""SweFAQ (SuperLim 2): a question, candidate answers of its category, and which is right.

All candidates together are the corpus here, which is harder than choosing within the category.
"""

from __future__ import annotations

from pathlib import Path

from eval.retrieval.beir import Benchmark
from eval.retrieval.convert.faq import of_pairs
from eval.retrieval.convert.rows import rows


def swefaq(source: Path) -> tuple[Benchmark, ...]:
    """source: JSON lines with question, answers (candidates), correct (index of the right one)."""
    read = rows(source, "question", "answers", "correct")
    answers = [answer for row in read for answer in row["answers"]]
    pairs = ((row["question"], row["answers"][row["correct"]]) for row in read)
    return (of_pairs("swefaq", answers, pairs),)
