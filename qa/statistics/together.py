"""Parts that a question takes together: both sexes, all kinds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from qa.statistics.catalogue import Measure
from qa.statistics.labels import LabelHit
from qa.statistics.question import Asked

_BOTH: Final = re.compile(
    r"\b(?:kvinnor\w*\s(?:och|samt)\smän\w*|män\w*\s(?:och|samt)\skvinnor\w*|flickor\w*\s(?:och|samt)\spojkar\w*"
    r"|pojkar\w*\s(?:och|samt)\sflickor\w*|båda\skönen|(?:women|men|girls|boys)\sand\s(?:women|men|girls|boys)"
    r"|both\s(?:sexes|genders))\b",
    re.IGNORECASE,
)
_SEXES: Final = frozenset("kvinnor kvinna män man flickor pojkar women men girls boys female male".split())
_ALL: Final = re.compile(r"\b(?:alla|allt|samtliga|all|every|alla\s+(?:olika|typer\s+av|sorters))\s+$", re.IGNORECASE)
_LITERALLY: Final = 0.97


def one_sex(asked: Asked, measure: Measure, others: Sequence[Measure]) -> bool:
    """Is it of women or of men only, where both are asked for together and another column has them so?"""
    if not _BOTH.search(asked.text) or asked.has("difference", "other", "share"):
        return False
    sexes = _SEXES & set(measure.words)
    if len(sexes) != 1:
        return False
    rest = set(measure.telling) - sexes
    return any(one is not measure and not one.rows and set(one.telling) == rest for one in others)


def of_all(asked: Asked, hit: LabelHit) -> bool:
    """ "alla medier": no one kind is meant by the word for all of them, unless a label says just that."""
    loosely = bool(hit.met) and max(hit.met.values()) < _LITERALLY
    return loosely and any(_ALL.search(asked.text[: asked.terms[at].start]) for at in hit.met)
