"""How likely a reading of a question on a table is right: how much of the question it explains, weighed as learnt."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np

from qa.statistics.accounting import left_over, unaccounted
from qa.statistics.match import Match
from qa.statistics.question import Asked, Term
from qa.weights import Linear

NAMES: Final = (
    "explained",
    "score",
    "score above other tables",
    "measure named",
    "measure's own words",
    "unaccounted",
    "words unaccounted",
    "heaviest word unaccounted",
    "left over",
    "numbers unmet",
    "labels named",
)
"""What is weighed, in order."""

LIKELY: Final = 0.7
"""The probability from which a reading is taken though a rule speaks against it: three of four of those were right."""
_FAR: Final = 1.5  # above other tables, at most


def likely(asked: Asked, match: Match, found: Sequence[Match]) -> float:
    """The probability, 0..1, that the reading answers as it should. found: the best readings of all tables."""
    learnt = _weights()
    score = float(learnt.score(np.array([vector(asked, match, found)]))[0])
    return 1 / (1 + math.exp(-score))


def vector(asked: Asked, match: Match, found: Sequence[Match]) -> list[float]:
    """The values of NAMES for a reading."""
    total = sum(term.weight for term in asked.terms) or 1.0
    lost = unaccounted(asked, match)
    others = [one.score for one in found if one.family is not match.family]
    return [
        match.explained,
        match.score,
        min(match.score - max(others, default=match.score - _FAR), _FAR),
        float(bool(match.chief)),
        match.own / total,
        sum(term.weight for term in lost) / total,
        float(len(lost)),
        max((term.weight for term in lost), default=0.0),
        sum(term.weight for term in left_over(asked, match)) / total,
        float(sum(_is_number(term) for term in match.unmet)),
        float(len(match.labels)),
    ]


def _is_number(term: Term) -> bool:
    """ "2 000", "två"."""
    ways = (words[0] for words, _ in term.alternatives if len(words) == 1)
    return any(character.isdigit() for character in term.text) or any(way.isdigit() for way in ways)


@cache
def _weights() -> Linear:
    """The weights that ship. Raises ValueError when they were learnt for other features."""
    stored = json.loads((files("qa.statistics") / "data" / "odds.json").read_text(encoding="utf-8"))
    if tuple(stored["weights"]) != NAMES:
        raise ValueError("odds.json was learnt for other features. Learn it again.")
    return Linear(NAMES, np.array(list(stored["weights"].values())), float(stored["bias"]))
