"""Which of a table's columns a question means: the sum of the others, the one that says what is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from indexer.tables.totals import is_total
from qa.statistics.catalogue import Measure
from qa.statistics.meeting import Met
from qa.statistics.nearness import Near
from qa.statistics.question import Asked

_SUM_ASKED: Final = 0.15  # "sammanlagt" of a column that sums up the others
_SUM: Final = 0.02  # ... where nothing tells which of them is meant
_SIDES: Final = 2
_NO_SHARE: Final = 0.35
_SHARES: Final = re.compile(r"andel|procent|%|grad\b|kvot|share|per\s?cent", re.IGNORECASE)
_COUNTED: Final = 0.1  # "hur många X" where the header says X
_CHIEF: Final = 0.85  # likeness of a term that names the measure by a word of its header


def as_counted(asked: Asked, measure: Measure, met: Met, near: Near, others: Sequence[Measure]) -> float:
    """What speaks for the sum of the columns, and for the one whose header says what the question counts."""
    score = 0.0
    if sums_up(measure, others):
        score += _SUM_ASKED if asked.has("whole") else _SUM
    at = asked.counted
    if at is not None and not measure.rows:
        if met.own.get(at, 0.0) >= _CHIEF:
            score += _COUNTED * (1 if measure.unit else 2)
        elif any(near[at].best(dict.fromkeys(one.telling, 1.0)) >= _CHIEF for one in others if one.own):
            score -= _COUNTED
    if asked.has("share") and measure.unit == "procent" and not met.own and not _SHARES.search(measure.name):
        score -= _NO_SHARE  # "ränta" is in percent and no part of anything
    return score


def sums_up(measure: Measure, others: Sequence[Measure]) -> bool:
    """Is it the sum of the measures beside it ("Summa stöd")?"""
    if measure.rows or not is_total(measure.name.rpartition(", ")[2]) or measure.divided:
        return False
    return sum(one.unit == measure.unit and not one.rows for one in others) > _SIDES
