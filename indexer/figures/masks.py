"""Everything in a text that is digits but no quantity: references, and dates and years."""

from __future__ import annotations

from indexer.figures.period import Period
from indexer.figures.periods import periods_beside
from indexer.figures.references import Mask, references


def masks(text: str, *, language: str = "sv") -> list[Mask]:
    """The spans of `text` from which no number is read, in order, without overlaps."""
    return masks_and_periods(text, language=language)[0]


def masks_and_periods(text: str, *, language: str = "sv", year: int | None = None) -> tuple[list[Mask], list[Period]]:
    """The masks, and the periods that some of them are."""
    spans = references(text)
    found = periods_beside(text, spans, year=year, language=language)
    dates = [Mask(period.begin, period.finish, "period") for period in found if period.precision != "time"]
    spans = [span for span in spans if span.kind != "clock"]
    return sorted(spans + dates, key=lambda mask: mask.start), found
