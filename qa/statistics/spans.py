"""Parts of a time that a question takes together: "juni till augusti", "i snitt per månad 2023"."""

from __future__ import annotations

import re
from typing import Final

from qa.statistics.question import Asked

_EACH: Final = re.compile(r"\b(?:per|varje|every|each|a)\s+(?:månad|kvartal|month|quarter)\b", re.IGNORECASE)
_COUNTED: Final = re.compile(
    r"\b(?:hur\s+många|how\s+many)\s+(?:av\s+|of\s+the\s+)?(?:månader\w*|kvartal\w*|år|åren|läsår|terminer|veckor|months|quarters|years)\b",
    re.IGNORECASE,
)
_BOTH: Final = 2


def by_parts(asked: Asked) -> bool:
    """Is it a mean over the months or quarters of years that are named?"""
    return bool(_EACH.search(asked.text)) and all(one.precision == "year" for one in asked.times.stated)


def is_span(asked: Asked) -> bool:
    """ "hur många ... juni till och med augusti": the months from one to the other, and not how they differ."""
    months = [one for one in asked.times.stated if one.precision == "month"]
    differ = asked.has("difference", "change", "other", "trend", "highest", "lowest", "share", "mean")
    return asked.times.ends and len(months) == _BOTH == len(asked.times.stated) and asked.has("counting") and not differ


def counts_periods(asked: Asked) -> bool:
    """ "under hur många månader låg ... över": what is counted are times."""
    return asked.threshold is not None and bool(_COUNTED.search(asked.text))
