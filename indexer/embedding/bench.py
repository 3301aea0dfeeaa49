"""How fast and how true the fast path is: `python -m indexer.embedding.bench TEXTS [FOLDER]`.

TEXTS: a text file, a sentence or paragraph a line. FOLDER: a packed model, by default the one that ships. Each figure
is the best of several tries, since other work on the machine only makes it worse; parity is against
sentence-transformers on the same folder.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from indexer.embedding.folder import OWN_FOLDER
from indexer.embedding.onnx import OnnxEmbedder
from indexer.embedding.sentence import SentenceEmbedder

PASSAGE_TOKENS = 86
"""So long are the paragraphs that are timed: the mean of committee documents."""
_QUERY_WORDS = 10
_MOST = 256  # texts of each kind
_TRIES = 5
_LONGEST = 4000  # letters: more than any 86 tokens have
_COLD = """
import resource, sys, time
start = time.perf_counter()
from pathlib import Path
from indexer.embedding.onnx import OnnxEmbedder
embedder = OnnxEmbedder(Path(sys.argv[1]))
embedder.embed_query("Hur många ärenden avslutades?")
seconds = time.perf_counter() - start
embedder.embed_passages(sys.stdin.read().splitlines())
sys.stdout.write(f"{seconds} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}")
"""


def bench(lines: Sequence[str], folder: Path) -> dict[str, float]:
    """Every figure by name, with its unit."""
    passages, queries = _passages(folder, lines), [" ".join(line.split()[:_QUERY_WORDS]) for line in lines[:_MOST]]
    cold = [_cold(folder, passages) for _ in range(_TRIES)]  # first: a child begins with its parent's memory mark
    embedder = OnnxEmbedder(folder)
    embedder.embed_query("")
    texts = [*lines[:_MOST], *queries, *passages]
    query, query_work = _median_milliseconds(embedder, queries)
    one, one_work = _per_second(embedder, passages, threads=1)
    two, _ = _per_second(embedder, passages, threads=2)
    cosines = (embedder.embed_passages(texts) * SentenceEmbedder(str(folder)).embed_passages(texts)).sum(axis=1)
    return {
        "query, ms (median)": query,
        "query, ms of processor time (median)": query_work,
        f"paragraphs of {PASSAGE_TOKENS} tokens a second, one thread": one,
        f"paragraphs of {PASSAGE_TOKENS} tokens a second of processor time": one_work,
        f"paragraphs of {PASSAGE_TOKENS} tokens a second, two threads": two,
        "cold start with imports, s": min(seconds for seconds, _ in cold),
        "most memory, MB": max(megabytes for _, megabytes in cold),
        "cosine with sentence-transformers, mean": float(np.mean(cosines)),
        "cosine with sentence-transformers, least": float(np.min(cosines)),
        "stored, MB": sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6,
    }


def _passages(folder: Path, lines: Sequence[str]) -> list[str]:
    """The lines run together and cut into texts of the same number of tokens."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(PASSAGE_TOKENS)
    text = " ".join(lines)
    found: list[str] = []
    while text and len(found) < _MOST:
        end = tokenizer.encode(text[:_LONGEST]).offsets[-2][1]
        found.append(text[:end])
        text = text[end:].lstrip()
    return found[:-1] or found


def _median_milliseconds(embedder: OnnxEmbedder, queries: Sequence[str]) -> tuple[float, float]:
    """By the clock and in processor time: where other work runs beside, only the latter can be compared."""
    tries = [[_seconds(partial(embedder.embed_query, query)) for query in queries] for _ in range(_TRIES)]
    clock, work = (min(statistics.median(pair[kind] for pair in one) for one in tries) for kind in (0, 1))
    return 1000 * clock, 1000 * work


def _per_second(embedder: OnnxEmbedder, passages: Sequence[str], threads: int) -> tuple[float, float]:
    """By the clock and in processor time."""
    os.environ["OMP_NUM_THREADS"] = str(threads)
    tries = [_seconds(partial(embedder.embed_passages, passages)) for _ in range(_TRIES)]
    clock, work = (len(passages) / min(pair[kind] for pair in tries) for kind in (0, 1))
    return clock, work


def _cold(folder: Path, passages: Sequence[str]) -> tuple[float, float]:
    """Seconds to the first vector in a new process, and the megabytes that it took for all passages."""
    command = [sys.executable, "-c", _COLD, str(folder)]
    done = subprocess.run(command, input="\n".join(passages), capture_output=True, text=True, check=True)
    seconds, megabytes = done.stdout.split()
    return float(seconds), float(megabytes)


def _seconds(work: Callable[[], object]) -> tuple[float, float]:
    start = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start[0], time.process_time() - start[1]


if __name__ == "__main__":
    given = [line for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines() if line.strip()]
    for name, value in bench(given, Path(sys.argv[2]) if len(sys.argv) > 2 else OWN_FOLDER).items():
        sys.stdout.write(f"{name}: {value:.4g}\n")
