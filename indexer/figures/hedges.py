"""The small words that make a number less exact. They are part of the number and must survive into the answer."""

from __future__ import annotations

import re

_HEDGES = (
    "inte mer än|inte fler än|inte mindre än|mer än|mindre än|fler än|färre än|högre än|lägre än|strax under|strax "
    "över|"
    "upp till|upp emot|uppemot|bortåt|omkring|ungefär|uppskattningsvis|cirka|c:a|ca.|ca|runt|drygt|knappt|närmare|nära|"
    "nästan|över|under|minst|lägst|högst|maximalt|max|åtminstone|i snitt|i genomsnitt|just over|just under|"
    "slightly more than|slightly less than|more than|less than|fewer than|at least|at most|up to|no more than|"
    "approximately|about|around|roughly|nearly|almost|some|over"
).split("|")
_LONGEST = max(map(len, _HEDGES)) + 5
_ANY = "|".join(re.escape(hedge).replace(r"\ ", r"\s") for hedge in sorted(_HEDGES, key=len, reverse=True))
_BEFORE = re.compile(
    rf"(?<![^\W_])({_ANY})\s{{1,2}}(?:en\s|ett\s|the\s|de\s|på\s|till\s)?[(]?\Z",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"(?:personer|barn|unga|ungdomar|elever|de|vuxna|alla|är|invånare|brukare|flickor|pojkar|people)\s\Z", re.IGNORECASE
)


def hedge_before(text: str, at: int, kind: str, value: float) -> str:
    """The hedge right before position `at`, lower case, "" when none.

    "under fem år" is a stretch of time and no hedge, "personer under 35 år" is one.
    """
    found = _BEFORE.search(text[max(0, at - _LONGEST) : at])
    if found is None:
        return ""
    hedge = found.group(1).lower().replace("\n", " ")
    if hedge == "under" and kind == "time":
        left = text[max(0, at - _LONGEST) : at][: found.start()]
        return hedge if value >= 12 and _AGED.search(left) else ""
    return hedge
