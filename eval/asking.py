"""A whole run: ask, search, score, with progress bars on stderr."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eval import door, indexing
from eval.errors import DoorError
from eval.golden import Case
from eval.originals import Originals
from eval.ranking import DEPTH, searchable
from eval.result import result, scored
from eval.terminal import bar


def evaluated(
    name: str, cases: Sequence[Case], library: Path, product: str, documents: Path | None, searching: bool
) -> dict[str, Any]:
    """Ask every case, search for those that can be searched, score. documents: folder of the originals, if known."""
    seconds = {}
    started = time.monotonic()
    with bar("asking", len(cases)) as step:
        answers = list(door.ask(cases, library, step, product))
    seconds["asking"] = time.monotonic() - started
    started = time.monotonic()
    hits = searched(cases, library, product) if searching else {}
    seconds["searching"] = time.monotonic() - started
    started = time.monotonic()
    rows = scored(cases, answers, hits, Originals(documents) if documents else None)
    found = result(name, indexing.version(library, product), seconds, rows) | {"originals": documents is not None}
    found["seconds"]["scoring"] = round(time.monotonic() - started, 2)
    return found


def searched(cases: Sequence[Case], library: Path, product: str, k: int = DEPTH) -> dict[str, list[dict[str, Any]]]:
    """The hits by case id, for the cases that a search can be judged on. Raises DoorError where a search failed."""
    chosen = [case for case in cases if searchable(case)]
    with bar("searching", len(chosen)) as step:
        answers = list(door.search(chosen, library, k, step, product))
    return {case.id: _hits(case, answer) for case, answer in zip(chosen, answers, strict=True)}


def _hits(case: Case, answer: dict[str, Any]) -> list[dict[str, Any]]:
    hits = answer.get("hits")
    if not isinstance(hits, list):
        raise DoorError(f"The search for {case.id!r} gave no hits: {str(answer)[:120]}.")
    return hits
