"""One way of finding places, run in a process of its own: what it finds, and its time and memory."""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Final, Generic, TypeVar

from eval.baselines.engine import Engine, Found
from eval.baselines.plain import Plain
from eval.baselines.product import Product
from eval.baselines.stemmed import Stemmed
from eval.baselines.tutorial import Tutorial
from eval.errors import MissingTool

T = TypeVar("T")
Reduce = Callable[[int, list[Found]], T]
"""Number of the question, what was found -> what is kept of it; a function that pickle can carry."""

ENGINES: Final[Mapping[str, tuple[str, Callable[[str], Engine]]]] = {
    "product": ("the product", Product),
    "tutorial": ("tutorial: LangChain splitter 1000/200, Chroma, all-MiniLM-L6-v2", lambda _: Tutorial()),
    "stemmed": ("BM25 with Swedish stems (bm25s)", lambda _: Stemmed()),
    "plain": ("LangChain's BM25Retriever as it comes", lambda _: Plain()),
}
"""Name on the command line -> label in the tables, what makes it from the product's command."""


@dataclass(frozen=True)
class Measured(Generic[T]):
    """What one engine did. kept: an entry for each question. Times by the wall clock; memory of the largest process."""

    kept: list[T]
    index_seconds: float
    query_ms: float  # the median question
    peak_mb: float


def measure(name: str, folder: Path, questions: Sequence[str], k: int, reduce: Reduce[T], product: str) -> Measured[T]:
    """Index the folder and ask the questions, in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        return alone.submit(_here, name, folder, questions, k, reduce, product).result()


def _here(name: str, folder: Path, questions: Sequence[str], k: int, reduce: Reduce[T], product: str) -> Measured[T]:
    engine = ENGINES[name][1](product)
    start = time.perf_counter()
    try:
        engine.index(folder)
    except ModuleNotFoundError as error:
        raise MissingTool(f"{name} needs the package {error.name}: pip install 'namndsvar[develop]'.") from error
    index_seconds = time.perf_counter() - start
    kept, times = [], []
    mark = time.perf_counter()
    for number, found in enumerate(engine.answers(questions, k)):
        times.append(time.perf_counter() - mark)
        kept.append(reduce(number, found))
        mark = time.perf_counter()
    return Measured(kept, index_seconds, statistics.median(times) * 1000, _peak_mb())


def _peak_mb() -> float:
    """Peak resident memory of this process or of the largest that it started, whichever is more."""
    peaks = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return max(peaks) / (1024 * 1024 if sys.platform == "darwin" else 1024)
