"""The rows of a run counted by language and group: every measure with its 95 % interval."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from eval.fidelity import numbers_of
from eval.intervals import mean_interval, share
from eval.score import NO_ANSWER, REFUSED

Row = Mapping[str, Any]
Measured = Callable[[Row], "bool | float | None"]


def _ambiguous(row: Row) -> bool:
    return bool(row["kind"] == "ambiguous")


def _of_answerable(name: str) -> Measured:
    return lambda row: row["verdict"][name] if row["answerable"] and not _ambiguous(row) else None


def _of_unanswerable(measured: Measured) -> Measured:
    return lambda row: None if row["answerable"] or _ambiguous(row) else measured(row)


def _within(depth: int) -> Measured:
    def measured(row: Row) -> bool | None:
        found = row["retrieval"]
        return None if not found else found["rank"] is not None and found["rank"] <= depth

    return measured


def _reciprocal(row: Row) -> float | None:
    found = row["retrieval"]
    return None if not found else (1 / found["rank"] if found["rank"] else 0.0)


# Each measure: what it is of one row, or None where the row does not count. An ambiguous question is neither answerable
# nor unanswerable: its own rule stands in `strict`. made_up: answers that cite and hold a made-up citation.
SHARES: Final[dict[str, Measured]] = {
    "strict": lambda row: row["verdict"]["strict"],
    "answer": _of_answerable("answer_right"),
    "citation": _of_answerable("citation_right"),
    "refused_right": _of_unanswerable(lambda row: row["verdict"]["status"] == REFUSED),
    "answered_anyway": _of_unanswerable(lambda row: row["verdict"]["status"] not in NO_ANSWER),
    "refused_wrongly": _of_answerable("refused"),
    "fidelity": lambda row: row["verdict"]["fidelity"],
    "made_up": lambda row: bool(row["verdict"]["made_up"]) if row["given"].get("citations") else None,
    "recall@1": _within(1),
    "recall@5": _within(5),
    "recall@20": _within(20),
}
MEANS: Final[dict[str, Measured]] = {
    "citation_precision": lambda row: row["verdict"]["citation_precision"],
    "citation_recall": lambda row: row["verdict"]["citation_recall"],
    "mrr": _reciprocal,
    "ndcg@10": lambda row: row["retrieval"]["ndcg@10"] if row["retrieval"] else None,
}


def values(rows: Sequence[Row], measured: Measured) -> list[tuple[str, float]]:
    """(question group, value) of the rows that count."""
    found = ((str(row["group"]), measured(row)) for row in rows)
    return [(group, float(value)) for group, value in found if value is not None]


def summary(rows: Sequence[Row]) -> dict[str, dict[str, dict[str, Any]]]:
    """{language or "all": {group: {measure: {value, low, high, n, right}}}}; measures of nothing are left out."""
    spoken = [(language, [row for row in rows if row["lang"] == language]) for language in languages(rows)]
    return {
        language: {name: measures(chosen) for name, chosen in groups(of_language)}
        for language, of_language in [*spoken, ("all", list(rows))]
    }


def languages(rows: Sequence[Row]) -> list[str]:
    """The languages asked in, Swedish first."""
    return sorted({str(row["lang"]) for row in rows}, reverse=True)


def groups(rows: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    """All, answerable, unanswerable, then each kind."""
    yield "all", list(rows)
    yield "answerable", [row for row in rows if row["answerable"] and not _ambiguous(row)]
    yield "unanswerable", [row for row in rows if not row["answerable"] and not _ambiguous(row)]
    for kind in sorted({str(row["kind"]) for row in rows}):
        yield f"kind:{kind}", [row for row in rows if row["kind"] == kind]


def measures(rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """Every measure over the rows."""
    found: dict[str, dict[str, Any]] = {}
    for name, measured in SHARES.items():
        counted = share(bool(value) for _, value in values(rows, measured))
        if counted.total:
            found[name] = _figure(counted.value, counted.interval, counted.total, counted.right)
    for name, measured in MEANS.items():
        pairs = values(rows, measured)
        if pairs:
            numbers = [value for _, value in pairs]
            interval = mean_interval(numbers, [group for group, _ in pairs])
            found[name] = _figure(sum(numbers) / len(numbers), interval, len(numbers), None)
    return found


def _figure(value: float, interval: tuple[float, float], n: int, right: int | None) -> dict[str, Any]:
    low, high = interval
    return {"value": round(value, 4), "low": round(low, 4), "high": round(high, 4), "n": n, "right": right}


def parity(rows: Sequence[Row]) -> dict[str, Any]:
    """Swedish against English on the same question group: are both right, and do both state the same numbers?

    same_answer_numbers: share of the pairs, both answered, whose texts state the same numbers; None where no group has
    both.
    """
    spoken: dict[str, dict[str, list[Row]]] = {}
    for row in rows:
        spoken.setdefault(str(row["group"]), {}).setdefault(str(row["lang"]), []).append(row)
    pairs = [pair for group in spoken.values() for pair in zip(group.get("sv", ()), group.get("en", ()), strict=False)]
    counts = {(sv, en): 0 for sv in (True, False) for en in (True, False)}
    for sv, en in pairs:
        counts[sv["verdict"]["strict"], en["verdict"]["strict"]] += 1
    answered = [pair for pair in pairs if not any(row["verdict"]["status"] in NO_ANSWER for row in pair)]
    same = [numbers_of(sv["given"]["text"]) == numbers_of(en["given"]["text"]) for sv, en in answered]
    return {
        "groups": len(pairs),
        "both_strict": counts[True, True],
        "sv_only": counts[True, False],
        "en_only": counts[False, True],
        "neither": counts[False, False],
        "same_strict": round((counts[True, True] + counts[False, False]) / len(pairs), 4) if pairs else None,
        "both_answered": len(answered),
        "same_answer_numbers": round(sum(same) / len(same), 4) if same else None,
    }
