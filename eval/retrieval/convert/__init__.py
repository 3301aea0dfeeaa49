"""Public sets of questions in their own forms -> folders in the form of BEIR."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from eval.retrieval.beir import Benchmark
from eval.retrieval.convert.building_faq import building_faq
from eval.retrieval.convert.swedish_reports import swedish_reports
from eval.retrieval.convert.swefaq import swefaq

CONVERTERS: Final[Mapping[str, Callable[[Path], tuple[Benchmark, ...]]]] = {
    "building-faq": building_faq,
    "swedish-reports": swedish_reports,
    "swefaq": swefaq,
}
"""Form -> what reads a file of it; several benchmarks (one corpus, several sets of questions) give several folders."""

__all__ = ["CONVERTERS"]
