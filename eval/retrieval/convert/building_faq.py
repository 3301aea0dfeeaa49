"""Building FAQ: Swedish answers with the question in Swedish and in English, so two benchmarks on one corpus."""

from __future__ import annotations

from pathlib import Path

from eval.retrieval.beir import Benchmark
from eval.retrieval.convert.faq import of_pairs
from eval.retrieval.convert.rows import rows


def building_faq(source: Path) -> tuple[Benchmark, ...]:
    """source: JSON lines with question_sv, question_en, answer_sv. Gives sv -> sv and en -> sv."""
    read = rows(source, "question_sv", "question_en", "answer_sv")
    answers = [row["answer_sv"] for row in read]
    return tuple(
        of_pairs(language, answers, ((row[f"question_{language}"], row["answer_sv"]) for row in read))
        for language in ("sv", "en")
    )
