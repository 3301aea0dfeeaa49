"""Results as Markdown."""

from __future__ import annotations

from typing import Any

from eval.results.tables import answers, engines


def mean(value: float, right: int | None = None) -> dict[str, Any]:
    return {"value": value, "low": max(0.0, value - 0.1), "high": min(1.0, value + 0.1), "n": 20, "right": right}


def test_answers_are_a_row_for_each_measure_and_a_column_for_each_language() -> None:
    result = {
        "summary": {
            "sv": {"all": {"strict": mean(0.5, 10)}, "answerable": {"mrr": mean(0.25)}},
            "en": {"all": {"strict": mean(1.0, 20)}, "answerable": {}},
            "all": {"all": {"strict": mean(0.75, 15)}},
        },
        "parity": {"groups": 20, "both_strict": 9, "sv_only": 1, "en_only": 8, "neither": 2},
        "latency_ms": {"p50": 41.4, "p95": 90.6, "max": 100},
    }
    lines = answers(result).splitlines()
    assert lines[0] == "|  | Swedish | English |"
    assert "| strictly right | .50 [.40–.60] 10/20 | 1.00 [.90–1.00] 20/20 |" in lines
    assert "| MRR of the place | .25 [.15–.35] (20) |  |" in lines
    assert not any("fidelity" in line or "citation" in line for line in lines)  # not measured: no row
    assert "both right 9, only Swedish 1, only English 8, neither 2" in lines[-3]
    assert "41 ms at the median, 91 ms" in lines[-1]


def test_a_product_that_tells_no_time_has_no_line_for_it() -> None:
    result = {"summary": {"sv": {"all": {"strict": mean(0.5, 10)}}}, "latency_ms": {"p50": None, "p95": None}}
    assert "median" not in answers(result)


def test_engines_stand_beside_each_other() -> None:
    row = {"label": "words", "index_seconds": 1.26, "query_ms": 0.04, "peak_mb": 80}
    metrics = {"recall@1": mean(0.5), "mrr": mean(0.5)}
    by_language = engines([{**row, "metrics": {"sv": metrics, "en": metrics}}]).splitlines()
    assert by_language[0] == "|  | language | recall@1 | mrr | index | median query | peak memory |"
    assert by_language[2] == "| words | Swedish | .50 [.40–.60] | .50 | 1.3 s | 0.0 ms | 80 MB |"
    assert len(by_language) == 4
    assert engines([{**row, "metrics": {"all": metrics}}]).startswith("|  | recall@1 |")
