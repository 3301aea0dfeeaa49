"""Parts of a time that a question takes together: "juni till augusti", "i snitt per månad 2023"."""

from __future__ import annotations

import re
from typing import Final

from qa.statistics.question import Asked

_EACH: Final = re.compile(r"\b(?:per|varje|every|each|a)\s+(?:månad|kvartal|month|quarter)\b", re.IGNORECASE)
_WHICH: Final = r"\b(?:vilken|vilket|vilka|(?:hur\s+många|how\s+many)(?:\s+av)?|which|what)\s+(?:of\s+the\s+)?"
_STEPS: Final = {
    step: re.compile(rf"{_WHICH}(?:{words})\b", re.IGNORECASE)
    for step, words in {
        "month": "månad|månader(?:na)?|months?",
        "quarter": "kvartal(?:en)?|quarters?",
        "tertial": "tertial(?:en)?",
        "week": "vecka|veckor(?:na)?|weeks?",
        "year": r"(?:kalender|budget)?år(?:en)?|(?:calendar\s+)?years?",
        "range": r"läsår(?:en)?|skolår|säsong(?:er)?|termin(?:er)?|seasons?|terms?|(?:school|academic)\s+years?",
    }.items()
}
_BOTH: Final = 2


def by_parts(asked: Asked) -> bool:
    """Is it a mean over the months or quarters of years that are named?"""
    return bool(_EACH.search(asked.text)) and all(one.precision == "year" for one in asked.times.stated)


def is_span(asked: Asked) -> bool:
    """ "hur många ... juni till och med augusti": the months from one to the other, and not how they differ."""
    months = [one for one in asked.times.stated if one.precision == "month"]
    differ = asked.has("difference", "change", "other", "trend", "highest", "lowest", "share", "mean")
    return asked.times.ends and len(months) == _BOTH == len(asked.times.stated) and asked.has("counting") and not differ


def step_of(asked: Asked) -> str:
    """The kind of time that is chosen among or counted ("vilken månad"), as the precision of a period; "" for none."""
    return next((step for step, said in _STEPS.items() if said.search(asked.text)), "")


def counts_periods(asked: Asked) -> bool:
    """ "under hur många månader låg ... över", "vilka månader": times are counted, or named."""
    return asked.threshold is not None and bool(step_of(asked))
