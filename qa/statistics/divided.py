"""What an amount is divided by, where a question asks for it."""

from __future__ import annotations

import re
from typing import Final

from qa.statistics.match import Match
from qa.statistics.question import Asked

_PER: Final = re.compile(
    r"\bper\s(?:capita|invånare|person|elev|hushåll|brukare|barn|anställd|inhabitant|capita|pupil|student|household|user|child|"
    r"resident|employee|head|\d[\d\s,]*(?:invånare|inhabitants|elever|pupils|personer|people|residents))\b",
    re.IGNORECASE,
)


def divided_otherwise(asked: Asked, match: Match) -> bool:
    """ "utsläpp per invånare" where the table has the amounts: what they are divided by is not in the measure."""
    said = _PER.search(asked.text)
    if said is None:
        return False
    measure = match.measure
    stated = (measure.name, measure.unit, match.family.tables[0].title, " ".join(measure.description))
    return not measure.divided and not any(_PER.search(text) or "/" in text for text in stated)
