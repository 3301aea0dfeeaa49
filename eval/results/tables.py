"""Results -> tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

Metric = Mapping[str, Any]
LANGUAGES: Final = {"sv": "Swedish", "en": "English"}
ANSWERS: Final = (
    ("strictly right", "all", "strict"),
    ("strictly right, answerable", "answerable", "strict"),
    ("unanswerable refused", "unanswerable", "refused_right"),
    ("answerable refused", "answerable", "refused_wrongly"),
    ("answer right", "answerable", "answer"),
    ("citation right", "answerable", "citation"),
    ("citation precision", "answerable", "citation_precision"),
    ("citation recall", "answerable", "citation_recall"),
    ("every number found or derived", "all", "fidelity"),
    ("a made-up citation", "all", "made_up"),
    ("place among the first paragraph", "answerable", "recall@1"),
    ("… five", "answerable", "recall@5"),
    ("… twenty", "answerable", "recall@20"),
    ("MRR of the place", "answerable", "mrr"),
    ("nDCG@10 of the place", "answerable", "ndcg@10"),
)
"""Row of the table, group and metric in the result of `eval run`."""


def answers(result: Mapping[str, Any]) -> str:
    """The table of `eval run`: a row for each measure, a column for each language."""
    summary = result["summary"]
    languages = [language for language in LANGUAGES if language in summary]
    rows = []
    for label, group, metric in ANSWERS:
        found = [summary[language].get(group, {}).get(metric) for language in languages]
        if any(metric and metric["n"] for metric in found):
            rows.append([label, *(_share(metric) for metric in found)])
    lines = [_table(["", *(LANGUAGES[language] for language in languages)], rows)]
    return "\n".join([*lines, *_asides(result)])


def engines(rows: Sequence[Mapping[str, Any]]) -> str:
    """The table of `eval baselines`: a row for each engine and language."""
    first = next(iter(rows[0]["metrics"].values()))
    head = [
        "",
        *(["language"] if "all" not in rows[0]["metrics"] else []),
        *first,
        "index",
        "median query",
        "peak memory",
    ]
    body = [
        [
            row["label"],
            *([LANGUAGES.get(group, group)] if group != "all" else []),
            *(_mean(metrics[name], with_interval=place == 0) for place, name in enumerate(first)),
            f"{row['index_seconds']:.1f} s",
            f"{row['query_ms']:.1f} ms",
            f"{row['peak_mb']} MB",
        ]
        for row in rows
        for group, metrics in row["metrics"].items()
    ]
    return _table(head, body)


def _asides(result: Mapping[str, Any]) -> Iterable[str]:
    parity, latency = result.get("parity") or {}, result.get("latency_ms") or {}
    if parity.get("groups"):
        yield (
            f"\nThe same {parity['groups']} questions in both languages: both right {parity['both_strict']}, "
            f"only Swedish {parity['sv_only']}, only English {parity['en_only']}, neither {parity['neither']}."
        )
    if latency.get("p50") is not None:
        yield f"\nAn answer takes {latency['p50']:.0f} ms at the median, {latency['p95']:.0f} ms at p95."


def _share(metric: Metric | None) -> str:
    if not metric or not metric["n"]:
        return ""
    counted = f" {metric['right']}/{metric['n']}" if metric.get("right") is not None else f" ({metric['n']})"
    return _mean(metric, with_interval=True) + counted


def _mean(metric: Metric, *, with_interval: bool) -> str:
    interval = f" [{_digits(metric['low'])}–{_digits(metric['high'])}]" if with_interval else ""
    return _digits(metric["value"]) + interval


def _digits(share: float) -> str:
    return f"{share:.2f}".removeprefix("0") if share < 1 else f"{share:.2f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
