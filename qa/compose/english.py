"""Hedges and units of Swedish documents in an English answer's own words; what has no English here stays Swedish."""

from __future__ import annotations

from typing import Final

_WORDS: Final = {
    "cirka": "about",
    "ca": "about",
    "ungefär": "about",
    "omkring": "around",
    "runt": "around",
    "drygt": "just over",
    "knappt": "just under",
    "nära": "nearly",
    "närmare": "nearly",
    "nästan": "almost",
    "minst": "at least",
    "högst": "at most",
    "över": "over",
    "under": "under",
    "mer än": "more than",
    "procent": "percent",
    "procentenheter": "percentage points",
    "personer": "people",
    "år": "years",
    "månader": "months",
    "veckor": "weeks",
    "dagar": "days",
    "dygn": "days",
    "timmar": "hours",
    "kronor": "SEK",
    "kr": "SEK",
    "stycken": "",
    "st": "",
    "gånger": "times",
    "årsarbetare": "full-time equivalents",
}


def in_english(word: str) -> str:
    """The English of a hedge or unit, the word itself where there is none."""
    return _WORDS.get(word.lower(), word)
