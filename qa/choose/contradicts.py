"""What a question takes for granted and the documents deny: the sentence that says otherwise comes first."""

from __future__ import annotations

from typing import Final

from indexer.model import Role
from qa.query import Query, Wants
from qa.read.features import INDEX
from qa.read.matching import coverage, weigh
from qa.read.readings import Reading, near_first
from qa.refuse.premise import Bearing, bearing, denial, says_not

_DENIED: Final = 4.0  # how far below the best reading a sentence of its document that denies the same may read
_CLEARLY: Final = 6.0  # how far below the best reading one may read that says otherwise in more of the question's words
_OUTRIGHT: Final = {"sv": 0.4, "en": 0.3}
_OTHERWISE: Final = 2.0
_AS_MUCH: Final = 0.75  # share of the best one's coverage of the question that it must have


def contradiction_first(query: Query, readings: list[Reading]) -> list[Reading]:
    """What is taken for granted: the sentence that says otherwise of the very time asked about, or beside the best."""
    best = readings[0]
    if not (query.yes_no or query.wants is Wants.REASON):
        return readings
    if denial(query, best) is None:  # a reply that denies the very figure, before one that gives some other
        denied = near_first(readings, _DENIED, lambda r: denial(query, r) is not None)
        if denied is not readings:
            return denied
    settled = bearing(query, best) is not Bearing.NEITHER
    if settled and (denial(query, best) is not None or best.passage.candidate.paragraph.role is Role.DECISION):
        return readings
    clearly = near_first(readings, _CLEARLY, lambda r: _contradicts_outright(query, r, best))
    if clearly is not readings or settled:
        return clearly
    paragraph, document = best.passage.candidate.paragraph.id, best.passage.candidate.document.id
    near = near_first(
        readings,
        _OTHERWISE,
        lambda r: (
            (r.passage.candidate.paragraph.id == paragraph or _at_the_time(query, r))
            and bearing(query, r) is Bearing.CONTRADICTS
            and covers(query, r, best)
        ),
    )
    if near is not readings:
        return near
    return near_first(readings, _DENIED, lambda r: r.passage.candidate.document.id == document and says_not(query, r))


def _contradicts_outright(query: Query, reading: Reading, best: Reading) -> bool:
    """Does the sentence say otherwise, for the time asked about, in more of the question's words than the best?"""
    if query.periods and not _at_the_time(query, reading):
        return False
    met, known = (coverage(weigh(query), one.passage.tokens) for one in (reading, best))
    return met >= max(_OUTRIGHT[query.language], known) and bearing(query, reading) is Bearing.CONTRADICTS


def _at_the_time(query: Query, reading: Reading) -> bool:
    return bool(query.periods) and bool(reading.vector[INDEX["period in sentence"]])


def covers(query: Query, one: Reading, best: Reading) -> bool:
    """Does it meet nearly as much of the question as the best one?"""
    return _coverage(query, one) >= _AS_MUCH * _coverage(query, best)


def _coverage(query: Query, reading: Reading) -> float:
    return coverage(weigh(query), reading.passage.tokens | reading.passage.context_tokens)
