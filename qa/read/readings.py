"""Candidates -> readings: every sentence weighed by its features, the best ones read together with the question."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from indexer.model import Form, Role
from qa.find.retrieve import Candidate
from qa.query import Query, Wants
from qa.read.crossencoder import CrossEncoder, Words, copied, crossencoder, words
from qa.read.features import INDEX, Best, features
from qa.read.matching import weigh
from qa.read.passages import Passage, passages
from qa.weights import Cascade

_LETTERHEAD: Final = re.compile(
    r"\s*(?:[\wÅÄÖåäö-]+\s){1,4}?(?:kommun|stad|nämnd(?:en)?|styrelse(?:n)?|förvaltning(?:en)?|kontoret)\s*$|\s*\w+(?:nämnden|förvaltningen)\s*$",
    re.IGNORECASE,
)
"""A line that names whose paper it is and says nothing."""
_NAMED: Final = frozenset({Wants.PERSON, Wants.PARTY, Wants.SPEAKER, Wants.SECTION, Wants.DNR})
_OUT_OF_REACH: Final = 3.0  # so far below the best by features, nothing that is read changes the first
_SAME_PARAGRAPH: Final = 6.0  # how far below the best sentence of a paragraph one that holds the type may read
_OTHER_MATTER: Final = 0.1  # a decision that covers so much less of the question is on another matter
_DECIDED: Final = 4.0  # how far below a proposal the decision on it may read
_SAYS_SOMETHING: Final = 8  # words from which a heading or title may state something
_READ: Final = 60  # candidates that are read sentence by sentence
_TOGETHER: Final = 8  # different passages that are read together with the question


@dataclass(frozen=True)
class Reading:
    """A passage with its feature vector and the reader's score (higher is better, comparable within a question).

    together: the cross-encoder's log-odds that it answers; None where it was not read together with the question.
    """

    passage: Passage
    vector: NDArray[np.float64]
    score: float
    together: float | None = None


def read(query: Query, candidates: list[Candidate], reader: Cascade, *, questions: bool = False) -> list[Reading]:
    """All readable passages of the best candidates, best first. Empty when there is nothing to read.

    questions: what is only asked is read too, as what somebody wants.
    """
    found = readable(query, candidates, questions=questions)
    if not found:
        return []
    vectors = vectorise(query, found)
    return ordered(query, found, vectors, reader)


def ordered(
    query: Query,
    found: list[Passage],
    vectors: NDArray[np.float64],
    reader: Cascade,
    encoder: CrossEncoder | None = None,
) -> list[Reading]:
    """The passages by the reader's score, the one first that is to answer: see decisions_first and typed_first.

    encoder: another than the one that ships, for learning.
    """
    scores = reader.first.score(vectors)
    order = np.argsort(-scores, kind="stable")
    together = read_together(query, [found[place] for place in order], scores[order], encoder)
    near, far = order[: len(together)], order[len(together) :]
    second = reader.second.score(np.column_stack([vectors[near], together]))
    readings = [
        Reading(found[near[place]], vectors[near[place]], float(second[place]), float(together[place]))
        for place in np.argsort(-second, kind="stable")
    ]
    below = second.min() - scores[near].min()
    readings += [Reading(found[place], vectors[place], float(scores[place] + below)) for place in far]
    return typed_first(decisions_first(query, readings))


def read_together(
    query: Query, found: list[Passage], scores: NDArray[np.float64], encoder: CrossEncoder | None = None
) -> NDArray[np.float32]:
    """What the cross-encoder makes of the first passages, best first by their scores, that can still win."""
    return (encoder or crossencoder()).scores(nearest(query, found, scores))


def nearest(query: Query, found: list[Passage], scores: NDArray[np.float64]) -> list[Words]:
    """What is read together with the question: the first passages that can still win, so many different ones."""
    told: list[Words] = []
    different: set[tuple[str, ...]] = set()
    for passage, score in zip(found, scores, strict=True):
        if score < scores[0] - _OUT_OF_REACH:
            break
        one = words(query.meant, passage)
        different.add(copied(one))
        if len(different) > _TOGETHER:
            break
        told.append(one)
    return told


def same_section(one: Reading, other: Reading) -> bool:
    """Do they stand in the same § of the same document?"""
    mine, theirs = one.passage.candidate.paragraph, other.passage.candidate.paragraph
    return (mine.document_id, mine.place.section) == (theirs.document_id, theirs.place.section)


def put_first(chosen: Reading, readings: list[Reading]) -> list[Reading]:
    """The readings in their order, but the chosen one first."""
    return [chosen, *(reading for reading in readings if reading is not chosen)]


def take_first(chosen: Reading | None, readings: list[Reading]) -> list[Reading]:
    """The chosen one in the best one's place, its score with it; the readings as they are where none is chosen."""
    if chosen is None or chosen is readings[0]:
        return readings
    return [replace(chosen, score=readings[0].score), *put_first(chosen, readings)[1:]]


def near_first(readings: list[Reading], margin: float, holds: Callable[[Reading], bool]) -> list[Reading]:
    """First the best reading that holds, unless it reads further below the best one than `margin`."""
    floor = readings[0].score - margin
    return take_first(next((one for one in readings if one.score >= floor and holds(one)), None), readings)


def typed_first(readings: list[Reading]) -> list[Reading]:
    """Where the best sentence lacks what is wanted (a date, a figure …): the best of its paragraph that has it."""
    best = readings[0]
    if not best.vector[INDEX["lacks wanted type"]]:
        return readings
    same = (r for r in readings if r.passage.candidate.paragraph.id == best.passage.candidate.paragraph.id)
    holding = next(
        (r for r in same if r.vector[INDEX["holds wanted type"]] and r.score >= best.score - _SAME_PARAGRAPH), None
    )
    return readings if holding is None else put_first(holding, readings)


def decisions_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """Where a decision is asked for and a proposal reads best: the decision first, when one reads nearly as well."""
    asks = query.wants is Wants.DECISION or query.yes_no
    if not asks or readings[0].passage.candidate.paragraph.role is not Role.PROPOSAL:
        return readings
    decided = next((r for r in readings if r.passage.candidate.paragraph.role is Role.DECISION), None)
    if decided is None or decided.score < readings[0].score - _DECIDED:
        return readings
    if _covered(decided) < _covered(readings[0]) - _OTHER_MATTER:
        return readings
    return put_first(decided, readings)


def _covered(reading: Reading) -> float:
    return float(reading.vector[INDEX["coverage of all"]])


def readable(query: Query, candidates: list[Candidate], *, questions: bool = False) -> list[Passage]:
    """The passages of the best candidates that may serve as evidence."""
    told = (one for one in candidates if _evidence(query, one) or (questions and one.paragraph.role is Role.QUESTION))
    return list(passages(list(told)[:_READ]))


def vectorise(query: Query, found: list[Passage]) -> NDArray[np.float64]:
    """The feature vectors of passages, (n, d)."""
    weighed = weigh(query)
    candidates = [passage.candidate for passage in found]
    best = Best(*(max(values) for values in zip(*((c.score, c.words, c.meaning) for c in candidates), strict=True)))
    return np.stack([features(query, weighed, passage, best) for passage in found])


def _evidence(query: Query, candidate: Candidate) -> bool:
    """A question is not evidence, unless it is asked what was asked; furniture never is."""
    role = candidate.paragraph.role
    if query.wants is Wants.QUESTIONS:
        return role is Role.QUESTION
    bare = candidate.paragraph.form is Form.HEADING and len(candidate.paragraph.text.split()) < _SAYS_SOMETHING
    if role is Role.PROCEDURE and query.wants not in _NAMED and _LETTERHEAD.match(candidate.paragraph.readable):
        return False
    if bare and query.wants not in {Wants.SECTION, Wants.DNR}:
        return False  # a short heading names its matter and says nothing of it
    return role not in {Role.QUESTION, Role.FURNITURE}
