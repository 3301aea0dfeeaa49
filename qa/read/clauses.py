"""Which of two figures of a sentence is meant: the new or the old one, or the change itself."""

from __future__ import annotations

import re
from typing import Final

from indexer.figures import Figure
from qa.query import Query

_SIDES: Final = (
    (r"nya?|nytt|föreslag\w+|förslaget|kommande|new|proposed",
     r"nuvarande|gamla|gammal|tidigare|befintlig\w*|current|old|previous|present|existing"),
    (r"preliminär\w*|preliminary", r"slutlig\w*|definitiv\w*|final(ly)?"),
    (r"heldag\w*|hel dag|full[- ]days?", r"halvdag\w*|halv dag|del av dag|half[- ]days?|part of (a|the) day"),
    (r"ja-?röster?|votes? for|yes votes?", r"nej-?röster?|votes? against|no votes?"),
    (r"män|pojkar|men|boys", r"kvinnor|flickor|women|girls"),
)  # fmt: skip
_PAIRS: Final = tuple(tuple(re.compile(rf"\b(?:{side})\b", re.IGNORECASE) for side in pair) for pair in _SIDES)
_BY_HOW_MUCH: Final = re.compile(
    r"\b(hur (mycket|många|stor)\s(\w+\s)?(sämre|bättre|mer|mindre|högre|lägre|större|dyrare|billigare|fler|färre"
    r"|ökade|minskade|höjs|höjdes|sänks|sänktes|ökar|minskar|försämra\w*|förbättra\w*)"
    r"|how (much|many) (\w+ )?(worse|better|more|less|higher|lower|larger|fewer)"
    r"|(höjningen|ökningen|minskningen|försämringen|förbättringen|sänkningen|skillnaden) (är|blev|var)"
    r"|(increase|decrease|difference|deterioration|improvement)\b)",
    re.IGNORECASE,
)
_THE_CHANGE: Final = re.compile(
    r"(höjning|ökning|minskning|försämring|förbättring|sänkning|skillnad|höjs|höjdes|höjas|sänks|sänktes|ökade?|minskade?|ökar|minskar)"
    r"\w*\s((\w+|\w+ \w+)\s)?(på|med|om|från)?\s?$",
    re.IGNORECASE,
)
_ASIDE: Final = 2.0


def meant(query: Query, figure: Figure, text: str) -> float:
    """What speaks for the figure (above 0) or against it (below), by the words of its clause."""
    clause = text[slice(*figure.clause)]
    score = _side(query.question, clause)
    if _BY_HOW_MUCH.search(query.question):
        score += _ASIDE * (figure.trend == "change" or _THE_CHANGE.search(text[: figure.number.start]) is not None)
    return score


def _side(question: str, clause: str) -> float:
    """Of two things that are set against each other the question names one: is the clause on its side?"""
    score = 0.0
    for one, other in _PAIRS:
        asked = bool(one.search(question)) - bool(other.search(question))
        told = bool(one.search(clause)) - bool(other.search(clause))
        score += _ASIDE * asked * told
    return score
