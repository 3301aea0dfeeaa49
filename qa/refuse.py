"""Is the best reading an answer at all? Learnt log-odds, and rules that no score overrides."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from qa import features
from qa.query import FIGURES, Query, Wants
from qa.read import Reading
from qa.weights import weights

_INDEX: Final = {name: position for position, name in enumerate(features.NAMES)}
_TAKEN: Final = (
    "coverage of sentence",
    "coverage of paragraph",
    "coverage of context",
    "coverage of all",
    "heaviest concept missing",
    "period in sentence",
    "period around",
    "period contradicted",
    "names met",
    "question's numbers met",
)
NAMES: Final = (
    "reader score",
    *_TAKEN,
    "best coverage of any passage",
    "asks for a figure",
    "figure's own words, where a figure is asked for",
    "coverage of sentence, where a figure is asked for",
    "names a period",
    "names somebody or something",
    "number of concepts",
)
"""Feature names of the refuser, in order."""

_TYPED: Final = FIGURES | {
    Wants.DURATION,
    Wants.CLOCK,
    Wants.DATE,
    Wants.PERSON,
    Wants.PARTY,
    Wants.DNR,
    Wants.QUESTIONS,
}


def evidence_vector(query: Query, readings: list[Reading]) -> NDArray[np.float64]:
    """What speaks for and against answering with readings[0], (len(NAMES),)."""
    best = readings[0]
    figure = query.wants in FIGURES
    return np.array(
        [
            best.score,
            *(best.vector[_INDEX[name]] for name in _TAKEN),
            max(float(reading.vector[_INDEX["coverage of all"]]) for reading in readings),
            float(figure),
            best.vector[_INDEX["figure's own words are asked for"]] if figure else 0.0,
            best.vector[_INDEX["coverage of sentence"]] if figure else 0.0,
            float(bool(query.periods)),
            float(bool(query.names)),
            float(min(len(query.concepts), 8)),
        ]
    )


def must_refuse(query: Query, readings: list[Reading]) -> bool:
    """Nothing was read, or the best reading lacks the type of thing that was asked for."""
    return not readings or (query.wants in _TYPED and bool(readings[0].vector[_INDEX["lacks wanted type"]]))


def answers(query: Query, readings: list[Reading]) -> bool:
    """Does the best reading answer the question?"""
    if must_refuse(query, readings):
        return False
    return float(weights().refuser.score(evidence_vector(query, readings)[None, :])[0]) >= 0.0
