"""A run of three invented questions: one right, its English twin wrong, one without an answer that was answered."""

from __future__ import annotations

from typing import Any

import pytest

HOSTILE = (
    "</script><script>document.title='caught'</script>"
    "<img src=http://example.invalid/x onerror=alert(1)> & <b>fet</b> <!--"
)
PARAGRAPH = "Nämnden hyrde in 17 lärare under hösten. Kostnaden blev 4,2 mnkr & mer därtill."


def share(right: int, total: int) -> dict[str, Any]:
    return {"value": right / total, "low": 0.1, "high": 0.9, "n": total, "right": right}


def case(name: str, language: str, text: str, **verdict: Any) -> dict[str, Any]:
    cited = {
        "number": 1,
        "document": "rapport.txt",
        "title": HOSTILE,
        "page": 2,
        "section": "§ 4",
        "paragraph": 3,
        "cells": [],
        "speaker": None,
        "quote": "Nämnden hyrde in 17 lärare under hösten.",
        "text": PARAGRAPH + HOSTILE,
    }
    return {
        "id": f"{name}-{language}",
        "group": name,
        "lang": language,
        "kind": "figure_text",
        "history": [],
        "question": f"Hur många lärare hyrdes in? {HOSTILE}",
        "answerable": True,
        "expected": {
            "answer": "17 lärare",
            "must": ["17"],
            "must_not": [],
            "must_alt": [],
            "documents": ["rapport.txt"],
            "locators": ["hyrde in  17 lärare"],
            "cells": [],
            "accept": [],
        },
        "given": {"status": "answered", "text": text, "citations": [cited], "related": [], "elapsed_ms": 40.0},
        "verdict": {
            "status": "answered",
            "strict": True,
            "answer_right": True,
            "citation_right": True,
            "citation_precision": 1.0,
            "citation_recall": 1.0,
            "refused": False,
            "fidelity": True,
            "unsupported_numbers": [],
            "missing": [],
            "forbidden": [],
            "made_up": [],
        }
        | verdict,
        "retrieval": {
            "rank": 1,
            "ndcg@10": 1.0,
            "hits": [
                {
                    "document": "rapport.txt",
                    "page": 2,
                    "section": "§ 4",
                    "paragraph": 3,
                    "score": 1.5,
                    "right": True,
                    "text": PARAGRAPH,
                }
            ],
        },
    }


@pytest.fixture
def run() -> dict[str, Any]:
    wrong = {
        "strict": False,
        "answer_right": False,
        "fidelity": False,
        "unsupported_numbers": ["19"],
        "missing": ["17"],
    }
    unanswerable = case("LR-2", "sv", f"Det var 19. {HOSTILE}", strict=False) | {"answerable": False, "retrieval": None}
    cases = [case("LR-1", "sv", "17 lärare. [1]"), case("LR-1", "en", "19 teachers. [1]", **wrong), unanswerable]
    figures = {"strict": share(1, 3), "answer": share(1, 2), "citation": share(2, 2), "fidelity": share(2, 3)}
    groups = {"all": figures, "kind:figure_text": figures}
    return {
        "form": 1,
        "golden": f"egna {HOSTILE}.jsonl",
        "made": "2026-03-04T09:00:00+00:00",
        "product": "1.2",
        "seconds": {"asking": 1.0},
        "summary": {"sv": groups, "en": groups, "all": groups},
        "parity": {
            "groups": 1,
            "both_strict": 0,
            "sv_only": 1,
            "en_only": 0,
            "neither": 0,
            "same_strict": 0.0,
            "same_answer_numbers": 0.0,
        },
        "latency_ms": {"p50": 40.0, "p95": 40.0, "max": 40.0},
        "cases": cases,
    }
