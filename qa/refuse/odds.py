"""Is the best reading an answer at all? The rules first, then learnt log-odds."""

from __future__ import annotations

import re
from typing import Final

import numpy as np
from numpy.typing import NDArray

from qa.compute import Worked, lacks_operands
from qa.query import FIGURES, Query, Wants
from qa.read.features import INDEX
from qa.read.matching import weigh
from qa.read.readings import Reading
from qa.refuse.rules import beside_the_question, lacks_what_is_wanted
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
_SURE_OF_FIGURES: Final = 0.9  # log-odds from which a figure is given: a wrong one does more harm than none
_OTHER_COMMITTEE: Final = "other committee than asked for"
_BODY: Final = re.compile(r"\w(nämnd|styrelse|fullmäktige|utskott)|\b(board|committee|council)\b", re.IGNORECASE)
_SAME_BODY: Final = 0.7  # more than a shared beginning or end of the word
_ASKED: Final = (Wants.DECISION, Wants.TEXT, Wants.YES_NO, Wants.REASON)
NAMES: Final = (
    "reader score",
    "probability of the passage",
    "probability of the paragraph",
    "lead over the next paragraph",
    "read together",
    "probability, read together",
    "probability that a passage answers, read together",
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
    taken = {name: float(best.vector[INDEX[name]]) for name in _TAKEN}
    if taken[_OTHER_COMMITTEE] and _tells_of_the_body(query, best):
        taken[_OTHER_COMMITTEE] = 0.0
    english = query.language == "en"  # its words are met through translations, so less of them
    return np.array(
        [
            best.score,
            *_probabilities(readings),
            best.score - _next_score(readings),
            *_together(readings),
            *taken.values(),
            float(figure),
            best.vector[INDEX["coverage of sentence"]] if figure else 0.0,
            *(float(query.wants is wants) for wants in _ASKED),
            float(bool(query.periods)),
            float(len(query.concepts) <= 2),
            float(english),
            best.vector[INDEX["coverage of all"]] if english else 0.0,
        ]
    )


def _tells_of_the_body(query: Query, best: Reading) -> bool:
    """Is it another committee's document, that speaks of the one asked for itself ("utses till ersättare i …")?"""
    bodies = [item for item in weigh(query) if _BODY.search(item.concept.word)]
    if query.wants is Wants.DECISION or not bodies:
        return False
    return all(item.met_by(best.passage.paragraph_tokens) >= _SAME_BODY for item in bodies)


def _probabilities(readings: list[Reading]) -> tuple[float, float]:
    """The reader's softmax over all passages: that of the best one, and of its paragraph."""
    weights = np.exp(np.array([reading.score for reading in readings]) - readings[0].score)
    first = readings[0].passage.candidate.paragraph.id
    same = np.array([reading.passage.candidate.paragraph.id == first for reading in readings])
    return float(weights[0] / weights.sum()), float(weights[same].sum() / weights.sum())


def _together(readings: list[Reading]) -> tuple[float, float, float]:
    """What the cross-encoder makes of the best one; its softmax over all that it read and "none of them"."""
    read = np.array([one.together for one in readings if one.together is not None])
    if not read.size:  # what was read together was all taken out
        return 0.0, 0.0, 0.0
    best = readings[0].together if readings[0].together is not None else float(read.min())
    highest = max(float(read.max()), 0.0)
    everything = np.exp(read - highest).sum() + np.exp(-highest)
    return best, float(np.exp(best - highest) / everything), float(1 - np.exp(-highest) / everything)


def _next_score(readings: list[Reading]) -> float:
    """The best score of another paragraph; that of the first when there is none."""
    first = readings[0].passage.candidate.paragraph.id
    return next((r.score for r in readings if r.passage.candidate.paragraph.id != first), readings[0].score)


def answers(query: Query, readings: list[Reading], worked: Worked | None) -> bool:
    """Does the best reading answer the question, or what was worked out from the readings?"""
    if not readings:
        return False
    if query.wants is Wants.QUESTIONS:
        return True  # the questions of the document that is asked about stand there or do not
    if worked is not None:
        return True  # all operands are stated, and about what is asked
    if beside_the_question(query, readings[0]):
        return False
    if lacks_operands(query, readings) or lacks_what_is_wanted(query, readings[0]):
        return False
    return log_odds(query, readings) >= (_SURE_OF_FIGURES if query.wants in FIGURES else 0.0)


def log_odds(query: Query, readings: list[Reading]) -> float:
    """The learnt log-odds, at the threshold that ships, that the best of the readings answers."""
    return float(weights().refuser.score(evidence_vector(query, readings)[None, :])[0])
