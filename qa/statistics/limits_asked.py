"""What a question says of its answer's form: the unit, how many are named, which values are counted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from qa.statistics.amounts import amount_asked
from qa.statistics.cues import COMPARES, NUMBERS, PARTS_OF_ALL
from qa.statistics.plan import Threshold

_UNITS: Final = (
    ("points", "procentenheter"),
    ("percent", "procent"),
    ("million", "mnkr"),
    ("thousand", "tkr"),
    ("share of", "procent"),
    ("kronor", "kr"),
    ("days", "dagar"),
    ("counting", "antal"),
    ("cost", "kr"),
    ("share", "procent"),
)
"""The cues that tell the unit, the surest first; "share of" is "hur stor andel", not "andelen" alone."""


def unit_asked(text: str, found: Mapping[str, re.Match[str]], limit: re.Match[str] | None) -> str:
    """The unit that the answer should be in, "" when the question leaves it open."""
    if limit is not None and "counting" in found:
        return "procent" if limit["unit"] or _part(limit) is not None else ""
    cues = set(found)
    if "share" in found and found["share"].group().lower() not in ("andel", "andelen"):
        cues.add("share of")
    first = next((unit for cue, unit in _UNITS if cue in cues), "")
    return amount_asked(text) or first if first in ("", "antal") else first


def top_asked(found: Mapping[str, re.Match[str]]) -> int:
    """How many of an order are asked for."""
    word = found["top"]["n"].lower() if "top" in found else "1"
    return int(word) if word.isdigit() else NUMBERS.get(word, 1)


def threshold_asked(limit: re.Match[str] | None) -> Threshold | None:
    """What values must be to be counted; "mer än hälften" is more than 50 percent."""
    if limit is None:
        return None
    part = _part(limit)
    number = float(re.sub(r"\s", "", limit["number"]).replace(",", ".")) if part is None else part
    return Threshold(COMPARES[" ".join(limit["word"].lower().split())], number)


def _part(limit: re.Match[str]) -> float | None:
    """The percent that a word such as "hälften" stands for."""
    return PARTS_OF_ALL.get(" ".join(limit["number"].lower().split()))
