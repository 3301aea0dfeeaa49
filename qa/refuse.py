"""Is the best reading an answer at all? The rules first, then learnt log-odds."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from qa.compute import change
from qa.features import INDEX
from qa.matching import weigh
from qa.query import FIGURES, Query, Wants
from qa.read import Reading
from qa.rules import beside_the_question, lacks_what_is_wanted
from qa.weights import weights

_TAKEN: Final = (
    "coverage of sentence",
    "coverage of paragraph",
    "coverage of all",
    "heaviest concept missing",
    "heaviest concept missing in sentence",
    "share of concepts missing in paragraph",
    "coverage of the question it answers",
    "figure's own words are asked for",
    "period in sentence",
    "period around",
    "period contradicted",
    "document behind best",
    "names met",
    "lacks wanted type",
    "holds wanted type",
    "retrieval score below best",
    "words below best",
    "meaning below best",
    "cosine",
    "committee asked for",
    "other committee than asked for",
)
_ASKED: Final = (Wants.DECISION, Wants.TEXT, Wants.YES_NO, Wants.REASON)
NAMES: Final = (
    "reader score",
    "probability of the passage",
    "probability of the paragraph",
    "lead over the next paragraph",
    *_TAKEN,
    "asks for a figure",
    "coverage of sentence, where a figure is asked for",
    *(f"asks for {wants.value}" for wants in _ASKED),
    "names a period",
    "few concepts",
    "asked in English",
    "coverage of all, asked in English",
)
"""Feature names of the refuser, in order."""


def evidence_vector(query: Query, readings: list[Reading]) -> NDArray[np.float64]:
    """What speaks for and against answering with readings[0], (len(NAMES),)."""
    best = readings[0]
    figure = query.wants in FIGURES
    english = query.language == "en"  # its words are met through translations, so less of them
    return np.array(
        [
            best.score,
            *_probabilities(readings),
            best.score - _next_score(readings),
            *(best.vector[INDEX[name]] for name in _TAKEN),
            float(figure),
            best.vector[INDEX["coverage of sentence"]] if figure else 0.0,
            *(float(query.wants is wants) for wants in _ASKED),
            float(bool(query.periods)),
            float(len(query.concepts) <= 2),
            float(english),
            best.vector[INDEX["coverage of all"]] if english else 0.0,
        ]
    )


def _probabilities(readings: list[Reading]) -> tuple[float, float]:
    """The reader's softmax over all passages: that of the best one, and of its paragraph."""
    weights = np.exp(np.array([reading.score for reading in readings]) - readings[0].score)
    first = readings[0].passage.candidate.paragraph.id
    same = np.array([reading.passage.candidate.paragraph.id == first for reading in readings])
    return float(weights[0] / weights.sum()), float(weights[same].sum() / weights.sum())


def _next_score(readings: list[Reading]) -> float:
    """The best score of another paragraph; that of the first when there is none."""
    first = readings[0].passage.candidate.paragraph.id
    return next((r.score for r in readings if r.passage.candidate.paragraph.id != first), readings[0].score)


def answers(query: Query, readings: list[Reading]) -> bool:
    """Does the best reading answer the question?"""
    if not readings:
        return False
    if query.wants is Wants.QUESTIONS:
        return True  # the questions of the document that is asked about stand there or do not
    if beside_the_question(query, readings[0]):
        return False
    if change(query, weigh(query), readings) is not None:
        return True  # both ends are stated
    if lacks_what_is_wanted(query, readings[0]):
        return False
    return float(weights().refuser.score(evidence_vector(query, readings)[None, :])[0]) >= 0.0
