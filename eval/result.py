"""The JSON of a run: made from cases, answers and hits, and read again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from eval import files
from eval.errors import ResultError
from eval.golden import Case
from eval.originals import Originals
from eval.ranking import ranked
from eval.score import judge
from eval.summary import parity, summary

FORM = 1


def scored(
    cases: Sequence[Case],
    answers: Sequence[Mapping[str, Any]],
    hits: Mapping[str, Sequence[Mapping[str, Any]]],
    originals: Originals | None,
) -> list[dict[str, Any]]:
    """A row for each case: what was expected, given, found by the search (hits by case id) and judged."""
    return [
        {
            **_asked(case),
            "given": dict(answer),
            "verdict": asdict(judge(case, answer, originals)),
            "retrieval": ranked(case, hits[case.id], originals) if case.id in hits else None,
        }
        for case, answer in zip(cases, answers, strict=True)
    ]


def result(
    golden: str, product: str | None, seconds: Mapping[str, float], rows: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """The whole of a run. golden: name of the golden set; seconds: of asking, searching and scoring."""
    return {
        "form": FORM,
        "golden": golden,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "product": product,
        "seconds": {name: round(value, 2) for name, value in seconds.items()},
        "summary": summary(rows),
        "parity": parity(rows),
        "latency_ms": _latency(rows),
        "cases": list(rows),
    }


def read(path: Path) -> dict[str, Any]:
    """Read a run again. Raises ResultError for a file that `eval run --json` did not write."""
    try:
        found = json.loads(files.text(path, ResultError))
    except json.JSONDecodeError as error:
        raise ResultError(f"{path} is no JSON; expected what `eval run --json` writes.") from error
    if not isinstance(found, dict) or found.get("form") != FORM or not _are_cases(found.get("cases")):
        raise ResultError(f"{path} is not a run of form {FORM}; make it again with `eval run GOLDEN --json {path}`.")
    return found


def _are_cases(rows: object) -> bool:
    fields = {"id", "group", "lang", "kind", "question", "answerable", "expected", "given", "verdict", "retrieval"}
    return isinstance(rows, list) and all(isinstance(row, dict) and fields <= row.keys() for row in rows)


def _asked(case: Case) -> dict[str, Any]:
    expected = ("answer", "must", "must_not", "must_alt", "documents", "locators", "cells", "accept")
    return {
        "id": case.id,
        "group": case.group,
        "lang": case.language,
        "kind": case.kind,
        "question": case.question,
        "history": list(case.history),
        "answerable": case.answerable,
        "expected": {name: getattr(case, name) for name in expected},
    }


def _latency(rows: Sequence[Mapping[str, Any]]) -> dict[str, float | None]:
    """Of one answer, as the product states it."""
    taken = [float(row["given"]["elapsed_ms"]) for row in rows if row["given"].get("elapsed_ms") is not None]
    if not taken:
        return {"p50": None, "p95": None, "max": None}
    p50, p95 = np.percentile(taken, [50, 95])
    return {"p50": round(float(p50), 1), "p95": round(float(p95), 1), "max": round(max(taken), 1)}
