"""Two numbers that are the ends of one: "5–10 personer", "tre till fem gånger", "mellan 5 och 10 procent"."""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.figures.number import Number

_DASHES = frozenset({"-", "–", " - ", " – ", "- ", " -", "– ", " till ", " to ", " à ", "à"})
_AND = frozenset({" och ", " and "})
_BETWEEN = re.compile(r"\b(?:mellan|between)\s\Z", re.IGNORECASE)
_CHANGE = re.compile(r"\b(?:från|from)\s(?:\w+\s)?\Z", re.IGNORECASE)
_APART = ("clock", "ordinal", "range")


def join_ranges(text: str, found: list[Number]) -> list[Number]:
    """The numbers, with neighbours that make a range as one; "från 3 till 8" is a change and stays two."""
    out: list[Number] = []
    for number in found:
        if out and _continues(text, out[-1], number):
            out[-1] = _range(text, out[-1], number)
        else:
            out.append(number)
    return out


def _continues(text: str, one: Number, two: Number) -> bool:
    gap = text[one.end : two.start]
    if one.kind in _APART or two.kind in _APART or two.value <= one.value:
        return False
    if one.unit_end > one.end and one.unit != two.unit:
        return False
    left = text[max(0, one.start - 16) : one.start]
    if gap in _AND:
        return _BETWEEN.search(left) is not None
    return gap in _DASHES and _CHANGE.search(left) is None


def _range(text: str, one: Number, two: Number) -> Number:
    """The range as one number: its unit is that of the upper end, its hedge that of the lower."""
    return replace(
        two,
        value=one.value,
        text=text[one.start : two.end],
        start=one.start,
        hedge=one.hedge,
        kind="range",
        upper=two.value,
    )
