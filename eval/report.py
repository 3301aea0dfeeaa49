"""Verdicts counted by language and kind, with 95 % intervals."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.score import Verdict


@dataclass(frozen=True)
class Share:
    """A share with its Wilson 95 % interval (Wilson 1927)."""

    right: int
    total: int

    @property
    def value(self) -> float:
        """right / total; 0 when there is nothing to count."""
        return self.right / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Lower and upper bound of the Wilson score interval at 95 %."""
        if not self.total:
            return 0.0, 1.0
        z, n, p = 1.959964, self.total, self.value
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:.2f} [{low:.2f}–{high:.2f}] {self.right}/{self.total}"


def share(flags: Iterable[bool]) -> Share:
    """The share of true among flags."""
    counted = list(flags)
    return Share(sum(counted), len(counted))


def rows(verdicts: Sequence[Verdict]) -> list[tuple[str, dict[str, Share]]]:
    """(label, {language: strictly right}) for all, answerable, unanswerable, then each kind."""
    languages = sorted({verdict.case.language for verdict in verdicts}, reverse=True)

    def line(label: str, chosen: list[Verdict]) -> tuple[str, dict[str, Share]]:
        return label, {
            language: share(v.strict for v in chosen if v.case.language == language) for language in languages
        }

    kinds = sorted({verdict.case.kind for verdict in verdicts})
    return [
        line("all", list(verdicts)),
        line("answerable", [v for v in verdicts if v.case.answerable]),
        line("unanswerable", [v for v in verdicts if not v.case.answerable]),
        *(line(f"  {kind}", [v for v in verdicts if v.case.kind == kind]) for kind in kinds),
    ]
