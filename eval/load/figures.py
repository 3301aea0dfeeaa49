"""What a load run comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Final

from eval.load.users import Plan, Seen
from eval.load.wire import Asked

_SHARES: Final = (("median", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1.0))
_WAITS: Final[dict[str, Callable[[Asked], float]]] = {
    "first citation": lambda asked: asked.evidence,
    "first words": lambda asked: asked.words,
    "whole answer": lambda asked: asked.whole,
}


def figures(plan: Plan, seen: Seen) -> dict[str, Any]:
    """Counts, milliseconds by what was waited for, and megabytes: first, last and most, and the mean of each third."""
    good = [asked for asked in seen.asked if not asked.error]
    return {
        "users": plan.users,
        "seconds": plan.seconds,
        "think": list(plan.think),
        "asked": len(seen.asked),
        "errors": dict(Counter(asked.error for asked in seen.asked if asked.error)),
        "cited": sum(asked.cited for asked in good),
        "per second": round(len(good) / plan.seconds, 1),
        "milliseconds": {name: _spread([wait(asked) for asked in good]) for name, wait in _WAITS.items()},
        "megabytes": _memory(seen.memory),
    }


def lines(found: dict[str, Any]) -> list[str]:
    """The figures for people."""
    think = (
        "no pause" if not any(found["think"]) else f"{found['think'][0]:g} to {found['think'][1]:g} s between questions"
    )
    memory = found["megabytes"]
    errors = [f"  {count} x {error}" for error, count in found["errors"].items()]
    return [
        f"{found['users']} users at once for {found['seconds']:g} s, {think}:",
        f"{found['asked']} questions, {found['per second']} a second, {found['cited']} with citations, "
        f"{sum(found['errors'].values())} errors",
        *errors,
        *(
            f"{name}: " + ", ".join(f"{share} {value:.0f} ms" for share, value in spread.items())
            for name, spread in found["milliseconds"].items()
        ),
        f"memory: {memory['first']:.0f} MB at first, {memory['last']:.0f} MB at last, {memory['most']:.0f} MB at most; "
        f"mean of each third {', '.join(f'{third:.0f}' for third in memory['thirds'])} MB",
    ]


def _spread(waits: Sequence[float]) -> dict[str, float]:
    ordered = sorted(waits)
    return {
        name: round(ordered[min(int(share * len(ordered)), len(ordered) - 1)], 1) for name, share in _SHARES if ordered
    }


def _memory(looks: Sequence[float]) -> dict[str, Any]:
    third = max(len(looks) // 3, 1)
    parts = (looks[:third], looks[third : 2 * third], looks[2 * third :])
    means = [round(sum(part) / len(part), 1) for part in parts if part]
    return {"first": round(looks[0], 1), "last": round(looks[-1], 1), "most": round(max(looks), 1), "thirds": means}
