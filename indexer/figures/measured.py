"""The last step of reading a number, however it is written: its unit and its hedge."""

from __future__ import annotations

from indexer.figures.hedges import hedge_before
from indexer.figures.number import Number
from indexer.figures.units import Unit


def measured(text: str, start: int, end: int, value: float, unit: Unit | None) -> Number:
    """The number at start–end with its unit, when it has one, and the hedge before it."""
    written = text[start:end]
    if unit is None:
        return Number(value, written, start, end, unit_end=end, hedge=hedge_before(text, start, "plain", value))
    hedge = hedge_before(text, start, unit.kind, value)
    return Number(value, written, start, end, unit.text, unit.end, hedge, unit.kind, None, unit.scale, unit.per)
