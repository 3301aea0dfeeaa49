"""A number as a text states it."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.figures.units import UNITS


@dataclass(frozen=True)
class Number:
    """One quantity.

    value: as written, sign included, not scaled ("1,4 mnkr" is 1.4); of a range the lower end.
    text, start, end: the number itself as written, sign included; text[start:end] of the source.
    unit, unit_end: the unit or the counted noun as written (plain spaces), "" when none, and where it ends.
    hedge: "cirka", "drygt", "under" … as written, lower case; "trettiotal" for "ett trettiotal"; "" when none.
    kind: "count", "money", "percent", "points", "time", "clock", "ordinal", "ratio" ("hälften", "fördubbling"),
        "range" or "plain". A clock time is hours, 14.5 for 14.30.
    upper: the upper end of a range, else None.
    scale: what `value` is to be multiplied by to get kr or pieces (1,000 for tkr).
    per: "år", "dygn" … in "kr per dygn".
    """

    value: float
    text: str
    start: int
    end: int
    unit: str = ""
    unit_end: int = 0
    hedge: str = ""
    kind: str = "plain"
    upper: float | None = None
    scale: float = 1.0
    per: str = ""

    @property
    def base(self) -> float:
        """The value in kr or pieces: 1.4 mnkr is 1,400,000."""
        return round(self.value * self.scale, 6)

    @property
    def dimension(self) -> str:
        """What can be compared with what: "money", "percent", "points", "time" also for a range; else the kind."""
        if self.kind != "range":
            return self.kind
        return UNITS.get(self.unit.lower(), ("", "count", 1.0))[1]
